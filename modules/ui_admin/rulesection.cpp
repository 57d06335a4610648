#include "ui_admin/rulesection.h"

#include "ui_admin/recordform.h"
#include "ui_admin/ruletrial.h"
#include "ui_common/action.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

RuleSection::RuleSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::RoutingRule, controller, town, parent), m_trial(new RuleTrial(controller, town))
{
    QList<std::pair<QString, QString>> channels;
    for (std::size_t i = 0; i < Tokens<Channel>::words.size(); ++i)
        channels.append({QString(Tokens<Channel>::words[i]), word(Channel(i))});
    m_form->addText(u"name"_s, tr("&Name:"), tr("What the rule is for"));
    m_form->addOne(u"service"_s, tr("&To the service:"), Target::Service);
    m_form->addOne(u"referent"_s, tr("And to:"), Target::User);
    m_form->addWords(u"words"_s, tr("If &words are said:"), tr("one of these, between commas"));
    m_form->addChoices(u"channels"_s, tr("If it came by:"), channels);
    m_form->addMany(u"themes"_s, tr("If of the theme:"), Target::Theme);
    m_form->addMany(u"districts"_s, tr("If in the district:"), Target::District);
    m_form->addMany(u"cards"_s, tr("If of the card:"), Target::Card);
    m_form->addFlag(u"confidential"_s, tr("Only confidential requests"));
    m_form->addFlag(u"over_card"_s, tr("Also where the card names a service"));
    m_form->addFlag(u"disabled"_s, tr("Out of use"));
    connect(m_trial, &RuleTrial::shown, this, [this] {
        if (m_trial->isAncestorOf(QApplication::focusWidget()))
            Q_EMIT shown(m_trial);
    });
    connect(&m_controller, &AdminController::effectKnown, this, [this](const AdminEffect &effect) {
        if (m_controller.kind() != kind())
            return;
        const QString of = effect.examples.isEmpty() ? QString() : u" ("_s + effect.examples.join(u" ; "_s) + u')';
        Q_EMIT effectChanged(tr("Of the last %1 requests, %n would go elsewhere", nullptr, effect.touched).arg(effect.looked) +
                             of + u'.');
    });
}

QWidget *RuleSection::below() const
{
    return m_trial;
}

void RuleSection::makeActions(QWidget *scope)
{
    m_up = makeAction(scope, {u"admin.up"_s,
                              tr("Rule one place up"),
                              {Qt::ALT | Qt::Key_Up},
                              u"chevron-up"_s,
                              tr("Looked at before the one above it.")});
    m_down = makeAction(scope, {u"admin.down"_s,
                                tr("Rule one place down"),
                                {Qt::ALT | Qt::Key_Down},
                                u"chevron-down"_s,
                                tr("Looked at after the one below it.")});
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
}

void RuleSection::setInFront(bool isInFront)
{
    m_up->setEnabled(isInFront && m_controller.mayEdit());
    m_down->setEnabled(isInFront && m_controller.mayEdit());
}

QList<RoutingRule> RuleSection::inOrder() const
{
    QList<RoutingRule> rules = m_town.rules();
    std::sort(rules.begin(), rules.end(),
              [](const RoutingRule &a, const RoutingRule &b) { return std::tie(a.position, a.id) < std::tie(b.position, b.id); });
    return rules;
}

QList<AdminSection::Item> RuleSection::items() const
{
    QList<Item> list;
    const QList<RoutingRule> rules = inOrder();
    for (const RoutingRule &rule : rules)
        list.append({rule.id, rule.name, rule.disabled ? tr("out of use") : m_town.unitName(rule.service)});
    return list;
}

void RuleSection::move(int by)
{
    QList<Id> order;
    const QList<RoutingRule> rules = inOrder();
    for (const RoutingRule &rule : rules)
        order.append(rule.id);
    const qsizetype from = order.indexOf(m_controller.id());
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= order.size())
        return;
    order.move(from, to);
    place(order);
}

void RuleSection::place(const QList<Id> &order)
{
    if (m_controller.mayEdit())
        m_controller.placeRules(order);
}

AdminSection::Fault RuleSection::fault(const QJsonObject &edited) const
{
    if (const Fault general = AdminSection::fault(edited); general.what != Fault::What::None)
        return general;
    return edited.value("service"_L1).toString().isEmpty() ? Fault::missing(tr("Choose the service to which the rule sends."))
                                                           : Fault();
}

void RuleSection::completeNew(QJsonObject &edited) const
{
    if (edited.contains("position"_L1))
        return;
    int last = 0;
    for (const RoutingRule &rule : m_town.rules())
        last = std::max(last, rule.position);
    edited.insert("position"_L1, last + 1); // after all others
}

void RuleSection::askEffect(const QJsonObject &edited)
{
    const auto rule = fromDocument<RoutingRule>(m_controller.id(), edited);
    m_trial->setRule(rule);
    m_controller.askRoutingEffect(rule);
}

} // namespace parvis
