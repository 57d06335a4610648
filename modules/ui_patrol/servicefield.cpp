#include "ui_patrol/servicefield.h"

#include "base/text.h"
#include "ui_common/completerfield.h"
#include "ui_patrol/touch.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype offered = 8;

bool isMeant(const Unit &unit, const QString &typed)
{
    return typed.trimmed().isEmpty() || wordsMatch(unit.name, typed) || wordsMatch(unit.shortName, typed);
}

} // namespace

ServiceField::ServiceField(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_field(new CompleterField)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    setFocusProxy(m_field);
    makeTouchable(m_field->lineEdit());
    connect(m_field, &CompleterField::edited, this, &ServiceField::offer);
    connect(m_field, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        setService(suggestion.value.toUuid());
        Q_EMIT changed();
        Q_EMIT finished();
    });
    connect(m_field, &CompleterField::committed, this, &ServiceField::finished);
    // Words that name no service are not a service: what was chosen before is shown again.
    connect(m_field->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!m_field->isListOpen())
            setService(m_service);
    });
}

QLineEdit *ServiceField::lineEdit() const
{
    return m_field->lineEdit();
}

void ServiceField::setService(const Id &service)
{
    m_service = service;
    if (const QString name = m_town.unitName(service); m_field->text() != name)
        m_field->setText(name);
}

void ServiceField::setReadOnly(bool isReadOnly)
{
    m_field->lineEdit()->setReadOnly(isReadOnly);
}

void ServiceField::offer(const QString &typed)
{
    if (typed.trimmed().isEmpty() && !m_service.isNull()) {
        m_service = {};
        Q_EMIT changed();
    }
    QList<Suggestion> list;
    for (const Unit &unit : m_town.units()) {
        if (list.size() < offered && unit.level == UnitLevel::Service && !unit.closed && isMeant(unit, typed))
            list.append({unit.name, m_town.unitName(unit.parent), {}, u"building-2"_s, unit.id});
    }
    m_field->setSuggestions(typed, list);
}

} // namespace parvis
