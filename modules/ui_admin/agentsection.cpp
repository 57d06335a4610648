#include "ui_admin/agentsection.h"

#include "ui_admin/onetimepassword.h"
#include "ui_admin/rangesfield.h"
#include "ui_admin/recordform.h"
#include "ui_common/words.h"

#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype mostNamed = 5; // services in the effect

} // namespace

AgentSection::AgentSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::User, controller, town, parent),
      m_absences(new RangesField(false)),
      m_password(new OneTimePassword(controller, town))
{
    QList<std::pair<QString, QString>> roles;
    for (std::size_t i = 0; i < Tokens<Role>::words.size(); ++i)
        roles.append({QString(Tokens<Role>::words[i]), word(Role(i))});
    m_form->addText(u"name"_s, tr("&Name:"));
    m_form->addText(u"login"_s, tr("&Login:"), tr("with which they sign in: c.dumont"));
    m_form->addText(u"email"_s, tr("E-mail:"), tr("where they are told of what concerns them"));
    m_form->addText(u"capacity"_s, tr("Capac&ity:"), tr("in which they sign: Deputy mayor for green spaces"));
    m_form->addChoices(u"roles"_s, tr("&Roles:"), roles);
    m_form->addMany(u"services"_s, tr("&Services:"), Target::Service);
    m_form->addFlag(u"cleared"_s, tr("Sees confidential requests of these services"));
    m_form->addFlag(u"absent"_s, tr("Absent now"));
    connect(m_absences, &RangesField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"absences"_s, tr("&Absences:"), m_absences, [this](const QJsonValue &value) { m_absences->setRanges(value.toArray()); },
        [this] { return QJsonValue(m_absences->ranges()); });
    m_form->addMany(u"stands_for"_s, tr("Stands &for:"), Target::User);
    m_form->addFlag(u"disabled"_s, tr("May not sign in any more"));
    connect(m_password, &OneTimePassword::shown, this, [this] { Q_EMIT shown(m_password); });
    connect(&m_controller, &AdminController::rightsKnown, this, [this](const RightsEffect &effect) {
        if (m_controller.kind() == kind())
            Q_EMIT effectChanged(effectText(effect));
    });
}

QWidget *AgentSection::below() const
{
    return m_password;
}

void AgentSection::makeActions(QWidget *scope)
{
    m_password->makeActions(scope);
}

void AgentSection::setInFront(bool isInFront)
{
    m_password->setInFront(isInFront);
}

QList<AdminSection::Item> AgentSection::items() const
{
    QList<Item> list;
    for (const User &user : m_town.users()) {
        const QString state = user.disabled ? tr("left") : isAbsent(user, m_controller.today()) ? tr("absent") : QString();
        const QString service = user.services.empty() ? QString() : m_town.unitName(*user.services.begin());
        list.append({user.id, user.name, state.isEmpty() ? service : state});
    }
    std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list;
}

void AgentSection::prepare(const QJsonObject &document, bool isNew)
{
    m_absences->setToday(m_controller.today());
    m_password->show(fromDocument<User>(m_controller.id(), document), isNew);
}

AdminSection::Fault AgentSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    const QString login = edited.value("login"_L1).toString().trimmed();
    if (login.isEmpty())
        return Fault::missing(tr("The login is still missing."));
    QList<Holder> logins;
    for (const User &user : m_town.users())
        logins.append({user.id, user.login, user.name});
    if (const QString holder = holderOf(login, logins, m_controller.id()); !holder.isEmpty())
        return Fault::mistake(tr("The login %1 is taken by %2: choose another one.").arg(login, holder));
    const auto user = fromDocument<User>(m_controller.id(), edited);
    const User *known = m_town.user(m_controller.id());
    if (user.roles.empty() && (!known || !known->roles.empty()) && !user.disabled)
        return Fault::missing(tr("Choose at least one role: without one they see nothing."));
    return m_absences->isGood() ? Fault() : Fault::shown();
}

void AgentSection::askEffect(const QJsonObject &edited)
{
    m_controller.askRightsEffect(fromDocument<User>(m_controller.id(), edited));
}

QString AgentSection::shares(const QList<RightsEffect::Share> &list) const
{
    QStringList parts;
    for (const RightsEffect::Share &share : list.mid(0, mostNamed)) {
        const QString name = share.service.isNull() ? tr("what is to be qualified") : m_town.unitName(share.service);
        //: a service, its open requests
        parts.append(tr("%1 (%2)").arg(name, QLocale().toString(share.requests)));
    }
    if (list.size() > mostNamed)
        parts.append(tr("and %n other(s)", nullptr, int(list.size() - mostNamed)));
    return parts.join(u", "_s);
}

QString AgentSection::effectText(const RightsEffect &effect) const
{
    const QString requests = tr("%n open request(s)", nullptr, effect.requests);
    QStringList sentences;
    if (effect.seesAll)
        //: %1: "412 open requests"
        sentences.append(tr("Sees all services, with %1.").arg(requests));
    else if (effect.services == 0)
        sentences.append(tr("Sees the requests of no service."));
    else
        //: %1: "412 open requests"
        sentences.append(tr("Sees %n service(s), with %1.", nullptr, effect.services).arg(requests));
    if (!effect.lost.isEmpty())
        sentences.append(tr("No longer: %1.").arg(shares(effect.lost)));
    if (!effect.gained.isEmpty() && effect.gained.size() <= mostNamed)
        sentences.append(tr("New: %1.").arg(shares(effect.gained)));
    else if (!effect.gained.isEmpty())
        sentences.append(tr("New: %n service(s).", nullptr, int(effect.gained.size())));
    return sentences.join(u' ');
}

} // namespace parvis
