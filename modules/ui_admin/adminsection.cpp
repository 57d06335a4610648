#include "ui_admin/adminsection.h"

#include "base/text.h"
#include "ui_admin/recordform.h"

using namespace Qt::StringLiterals;

namespace parvis {

AdminSection::AdminSection(Kind kind, AdminController &controller, const ReferenceData &town, QObject *parent)
    : QObject(parent), m_controller(controller), m_town(town), m_form(new RecordForm(town)), m_kind(kind)
{}

void AdminSection::makeActions(QWidget *) {}

void AdminSection::setInFront(bool) {}

void AdminSection::place(const QList<Id> &) {}

QString AdminSection::nameOf(const QJsonObject &edited) const
{
    return edited.value("name"_L1).toString();
}

void AdminSection::prepare(const QJsonObject &, bool) {}

AdminSection::Fault AdminSection::fault(const QJsonObject &edited) const
{
    return nameOf(edited).trimmed().isEmpty() ? Fault::missing(tr("The name is still missing.")) : Fault();
}

void AdminSection::completeNew(QJsonObject &) const {}

void AdminSection::askEffect(const QJsonObject &)
{
    Q_EMIT effectChanged({});
}

QString holderOf(const QString &text, const QList<Holder> &all, const Id &self)
{
    const QString wanted = folded(text);
    for (const Holder &other : all) {
        if (other.id != self && !wanted.isEmpty() && folded(other.text) == wanted)
            return other.name;
    }
    return {};
}

} // namespace parvis
