#include "ui_admin/unitsection.h"

#include "ui_admin/circuitsfield.h"
#include "ui_admin/letterheadfield.h"
#include "ui_admin/policyfield.h"
#include "ui_admin/recordform.h"
#include "ui_admin/referentsfield.h"
#include "ui_common/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Id idAt(const QJsonObject &document, QLatin1StringView field)
{
    return idFromText(document.value(field).toString()).value_or(Id());
}

} // namespace

UnitSection::UnitSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::Unit, controller, town, parent),
      m_policy(new PolicyField),
      m_referents(new ReferentsField(town)),
      m_circuits(new CircuitsField(town)),
      m_letterhead(new LetterheadField)
{
    m_form->addText(u"name"_s, tr("&Name:"));
    m_form->addText(u"code"_s, tr("C&ode:"), tr("short, of its own: VOIRIE"));
    m_form->addChoice(u"level"_s, tr("&Is a:"),
                      {{token(UnitLevel::Service), tr("service")},
                       {token(UnitLevel::Directorate), tr("directorate")},
                       {token(UnitLevel::Body), tr("body")}});
    m_form->addOne(u"parent"_s, tr("&Under:"), Target::Above);
    m_form->addText(u"short_name"_s, tr("Short name:"));
    m_form->addText(u"phone"_s, tr("Phone:"));
    m_form->addText(u"email"_s, tr("E-mail:"));
    m_form->addOne(u"head"_s, tr("In &charge:"), Target::User);
    m_form->addChoice(u"assignment"_s, tr("&Assigns:"),
                      {{token(Assignment::ByDistrict), tr("to the referent of the district")},
                       {token(Assignment::Balanced), tr("to the referent with the fewest open cases")},
                       {token(Assignment::Manual), tr("by its head, case by case")}});
    connect(m_referents, &ReferentsField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"referents"_s, tr("Re&ferents:"), m_referents,
        [this](const QJsonValue &value) { m_referents->setReferents(value.toObject()); },
        [this] { return QJsonValue(m_referents->referents()); });
    connect(m_policy, &PolicyField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"policy"_s, tr("&Reminders:"), m_policy, [this](const QJsonValue &value) { m_policy->setPolicy(value.toObject()); },
        [this] { return QJsonValue(m_policy->policy()); });
    connect(m_circuits, &CircuitsField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"reply_circuits"_s, tr("Re&plies approved by:"), m_circuits,
        [this](const QJsonValue &value) { m_circuits->setCircuits(value.toObject(), m_controller.id()); },
        [this] { return QJsonValue(m_circuits->circuits()); });
    connect(m_letterhead, &LetterheadField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"letterhead"_s, tr("Letter&head:"), m_letterhead,
        [this](const QJsonValue &value) { m_letterhead->setLetterhead(value.toObject()); },
        [this] { return QJsonValue(m_letterhead->letterhead()); });
    m_form->addFlag(u"closed"_s, tr("Closed: takes nothing any more"));
    m_form->addOne(u"successor"_s, tr("Its cases go to:"), Target::Service);
    connect(&m_controller, &AdminController::effectKnown, this, [this](const AdminEffect &effect) {
        if (m_controller.kind() != kind())
            return;
        if (!effect.successor)
            Q_EMIT effectChanged(
                tr("Of %1 open cases, %n would be reminded of by today.", nullptr, effect.touched).arg(effect.looked));
        else if (effect.successor->isNull())
            Q_EMIT effectChanged(
                tr("%n open case(s) go to nobody: they stay where no one takes them, until a successor is named.", nullptr,
                   effect.looked));
        else
            Q_EMIT effectChanged(tr("%n open case(s) go to %1.", nullptr, effect.looked).arg(m_town.unitName(*effect.successor)));
    });
}

QList<AdminSection::Item> UnitSection::items() const
{
    QList<Item> list;
    for (const Unit &unit : m_town.units())
        list.append({unit.id, unit.name, unit.closed ? tr("closed") : m_town.userName(unit.head)});
    std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list;
}

void UnitSection::prepare(const QJsonObject &document, bool isNew)
{
    const auto unit = fromDocument<Unit>(m_controller.id(), document);
    const Lookup lookup = [this](Kind, const Id &id) -> std::optional<QJsonObject> {
        const Unit *found = m_town.unit(id);
        return found ? std::optional(toDocument(*found)) : std::nullopt;
    };
    m_policy->setInherited(policyFor(unit.parent, lookup));
    m_referents->setService(unit.id);
    m_form->setFieldEnabled(u"level"_s, isNew && m_controller.mayEdit()); // a service does not become a directorate
}

//! A service stands under a directorate or a body, a directorate under a body, and none under itself.
AdminSection::Fault UnitSection::parentFault(const QJsonObject &edited, UnitLevel level) const
{
    const Id parent = idAt(edited, "parent"_L1);
    if (parent.isNull())
        return level == UnitLevel::Service ? Fault::missing(tr("Choose the directorate or body under which it stands."))
                                           : Fault();
    const Unit *above = m_town.unit(parent);
    if (parent == m_controller.id() || (above && above->level <= level))
        return Fault::mistake(tr("It can't stand under %1: a service stands under a directorate or a body, a directorate under "
                                 "a body, a body under none.")
                                  .arg(m_town.unitName(parent)));
    return {};
}

//! Whoever takes over is open, and hands nothing back.
AdminSection::Fault UnitSection::successorFault(const Unit &edited) const
{
    if (edited.successor.isNull())
        return {};
    if (edited.successor == m_controller.id())
        return Fault::mistake(tr("A closed service can't be its own successor: choose another one."));
    const QString name = m_town.unitName(edited.successor);
    IdSet seen;
    for (const Unit *next = m_town.unit(edited.successor); next && seen.insert(next->id).second;
         next = m_town.unit(next->successor)) {
        if (next->successor == m_controller.id())
            return Fault::mistake(tr("%1 hands its cases back to this service: choose another successor.").arg(name));
    }
    const Unit *successor = m_town.unit(edited.successor);
    if (successor && successor->closed)
        return Fault::mistake(tr("%1 is closed itself: choose a successor that is open.").arg(name));
    return {};
}

AdminSection::Fault UnitSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    const QString code = edited.value("code"_L1).toString().trimmed();
    if (code.isEmpty())
        return Fault::missing(tr("The code is still missing."));
    QList<Holder> codes;
    for (const Unit &unit : m_town.units())
        codes.append({unit.id, unit.code, unit.name});
    if (const QString holder = holderOf(code, codes, m_controller.id()); !holder.isEmpty())
        return Fault::mistake(tr("The code %1 is taken by %2: choose another one.").arg(code, holder));
    const auto unit = fromDocument<Unit>(m_controller.id(), edited);
    const Unit *known = m_town.unit(m_controller.id());
    const bool isMoved = !known || known->parent != unit.parent; // what stands wrong already may be corrected elsewhere
    if (isMoved) {
        if (const Fault parent = parentFault(edited, unit.level); parent.what != Fault::What::None)
            return parent;
    }
    const bool isOtherEnd = !known || known->closed != unit.closed || known->successor != unit.successor;
    if (isOtherEnd) {
        if (const Fault successor = successorFault(unit); successor.what != Fault::What::None)
            return successor;
    }
    return m_policy->isGood() ? Fault() : Fault::shown();
}

void UnitSection::askEffect(const QJsonObject &edited)
{
    if (const auto unit = fromDocument<Unit>(m_controller.id(), edited); unit.closed)
        m_controller.askClosingEffect(unit);
    else
        m_controller.askPolicyEffect(m_controller.id(), m_policy->effective());
}

} // namespace parvis
