#include "domain/routing.h"

#include "base/text.h"
#include "domain/permissions.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostSuccessors = 8; // a guard against services that succeed each other

Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

bool worksFor(const User &user, const Id &service)
{
    return !user.disabled && user.services.contains(service) &&
           (user.roles.contains(QString(token(Role::Referent))) || user.roles.contains(QString(token(Role::Head))));
}

} // namespace

EntityDescription RoutingRule::description()
{
    using R = RoutingRule;
    return {kind,
            {field<&R::name>("name", Merge::FirstWins), field<&R::position>("position", Merge::FirstWins),
             field<&R::disabled>("disabled", Merge::FirstWins), field<&R::overCard>("over_card", Merge::FirstWins),
             field<&R::cards>("cards", Merge::Set), field<&R::themes>("themes", Merge::Set),
             field<&R::districts>("districts", Merge::Set), field<&R::channels>("channels", Merge::Set),
             field<&R::words>("words", Merge::Set), field<&R::confidential>("confidential", Merge::FirstWins),
             field<&R::service>("service", Merge::FirstWins, Purpose::None, "target"),
             field<&R::referent>("referent", Merge::FirstWins, Purpose::None, "target")}};
}

bool Route::has(RouteStep::What what) const
{
    return std::any_of(steps.begin(), steps.end(), [what](const RouteStep &step) { return step.what == what; });
}

bool isAbsent(const User &user, const QDate &day)
{
    if (user.absent)
        return true;
    const QString iso = day.toString(Qt::ISODate);
    return std::any_of(user.absences.begin(), user.absences.end(), [&iso](const QJsonValue &absence) {
        const bool isBackEarly = absence["state"_L1].toString() == "begun"_L1;
        return !isBackEarly && absence["from"_L1].toString() <= iso && iso <= absence["to"_L1].toString();
    });
}

Routing::Routing(const QList<Unit> &units, const QList<District> &districts, const QList<User> &users,
                 const QList<RoutingRule> &rules)
{
    QHash<QString, Id> districtByCode;
    for (const District &district : districts)
        districtByCode.insert(district.code, district.id);
    for (const Unit &unit : units) {
        Service service{unit.parent, unit.head, unit.successor, unit.closed, unit.assignment, idOf(unit.referents["*"_L1]), {},
                        {},          {}};
        for (auto it = unit.referents.begin(); it != unit.referents.end(); ++it) {
            if (const Id district = districtByCode.value(it.key()); !district.isNull())
                service.byDistrict.insert(district, idOf(it.value()));
        }
        m_units.insert(unit.id, service);
    }
    QList<User> byName = users;
    std::sort(byName.begin(), byName.end(),
              [](const User &a, const User &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    for (const User &user : std::as_const(byName)) {
        m_people[user.id].user = user;
        for (const Id &other : user.standsFor)
            m_people[other].deputies.append(user.id);
        for (const Id &service : user.services) {
            const auto it = m_units.find(service);
            if (it == m_units.end() || user.disabled)
                continue;
            if (user.roles.contains(QString(token(Role::Referent))))
                it->referents.append(user.id);
            if (user.roles.contains(QString(token(Role::Head))))
                it->heads.append(user.id);
        }
    }
    for (const RoutingRule &rule : rules) {
        if (!rule.disabled)
            m_rules.append(rule);
    }
    std::sort(m_rules.begin(), m_rules.end(),
              [](const RoutingRule &a, const RoutingRule &b) { return std::tie(a.position, a.id) < std::tie(b.position, b.id); });
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        for (const QString &words : m_rules.at(i).words) {
            const QString phrase = folded(words);
            m_phrases[phrase.section(u' ', 0, 0)].append({phrase, i});
        }
    }
}

//! Whole words only: "eau" is not said in "bureau".
Routing::Said Routing::said(const QString &text) const
{
    Said said(m_rules.size());
    std::fill(said.begin(), said.end(), false);
    if (m_phrases.empty())
        return said;
    const QString all = folded(text);
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype blank = all.indexOf(u' ', at);
        const qsizetype end = blank < 0 ? all.size() : blank;
        if (const auto found = m_phrases.find(QStringView(all).sliced(at, end - at)); found != m_phrases.end()) {
            for (const Phrase &phrase : found->second) {
                const QStringView rest = QStringView(all).sliced(at);
                const bool isWhole = rest.size() == phrase.words.size() || rest.mid(phrase.words.size(), 1) == u" ";
                said[phrase.rule] = said[phrase.rule] || (isWhole && rest.startsWith(phrase.words));
            }
        }
        at = end + 1;
    }
    return said;
}

bool Routing::fits(const RoutingRule &rule, const RouteQuery &query, bool isSaid)
{
    const auto holds = [](const IdSet &wanted, const Id &id) { return wanted.empty() || wanted.contains(id); };
    if (rule.confidential && !query.confidential)
        return false;
    if (!rule.channels.empty() && !rule.channels.contains(QString(token(query.channel))))
        return false;
    if (!holds(rule.cards, query.card ? query.card->id : Id()) || !holds(rule.districts, query.district) ||
        !holds(rule.themes, query.card ? query.card->theme : query.theme))
        return false;
    return rule.words.empty() || isSaid;
}

//! Why a person could not work the case, present or not.
std::optional<RouteStep::What> Routing::hindrance(const Id &person, const Id &service, const RouteQuery &query) const
{
    const auto it = m_people.constFind(person);
    if (it == m_people.constEnd() || !worksFor(it->user, service))
        return RouteStep::What::Unusable;
    return query.confidential && !it->user.cleared ? std::optional(RouteStep::What::NotCleared) : std::nullopt;
}

//! \a wanted, or who is there in their place and could work the case too.
Id Routing::standIn(const Id &service, const RouteQuery &query, const Id &wanted, QList<RouteStep> &steps) const
{
    QList<RouteStep> way;
    const Id present =
        presentFor(wanted, query.day, &way, [&](const User &user) { return !hindrance(user.id, service, query).has_value(); });
    for (RouteStep &step : way) {
        if (step.what == RouteStep::What::Unusable)
            step.what = hindrance(step.subject, service, query).value_or(step.what);
    }
    steps += way;
    return present;
}

Id Routing::openService(const Id &service, QList<RouteStep> *steps) const
{
    Id open = service;
    for (int after = 0; after < mostSuccessors; ++after) {
        const auto it = m_units.constFind(open);
        if (it == m_units.constEnd())
            return {};
        if (!it->isClosed)
            return open;
        if (steps)
            steps->append({RouteStep::What::Closed, open});
        open = it->successor;
    }
    return {};
}

Id Routing::presentFor(const Id &user, const QDate &day, QList<RouteStep> *steps,
                       const std::function<bool(const User &)> &apt) const
{
    IdSet known{user};
    QList<Id> open{user};
    while (!open.isEmpty()) { // deputies before their own deputies
        const Id id = open.takeFirst();
        const auto person = m_people.constFind(id);
        if (person == m_people.constEnd() || person->user.id.isNull() || person->user.disabled)
            continue;
        const bool isApt = !apt || apt(person->user);
        if (isApt && !isAbsent(person->user, day)) {
            if (steps && id != user)
                steps->append({RouteStep::What::Deputy, id});
            return id;
        }
        if (steps)
            steps->append({isApt ? RouteStep::What::Absent : RouteStep::What::Unusable, id});
        for (const Id &deputy : person->deputies) {
            if (known.insert(deputy).second)
                open.append(deputy);
        }
    }
    return {};
}

Id Routing::assigned(const Id &service, const RouteQuery &query, const Id &wanted, RouteStep::What how,
                     QList<RouteStep> &steps) const
{
    if (const auto hinders = hindrance(wanted, service, query)) {
        steps.append({*hinders, wanted});
        return {};
    }
    steps.append({how, wanted});
    const Id present = standIn(service, query, wanted, steps);
    if (present.isNull())
        steps.append({RouteStep::What::Nobody, {}});
    return present;
}

//! The one with the fewest open cases who is there; else who stands for one of them, who has the fewest.
Id Routing::balanced(const Id &service, const RouteQuery &query, QList<RouteStep> &steps) const
{
    using What = RouteStep::What;
    const auto openOf = [&query](const Id &person) { return query.openCases ? query.openCases->value(person) : 0; };
    Id present;
    int fewest = std::numeric_limits<int>::max();
    QList<RouteStep> path;
    const auto consider = [&](const Id &person, const QList<RouteStep> &steps) {
        if (person.isNull() || openOf(person) >= fewest)
            return;
        fewest = openOf(person);
        present = person;
        path = steps;
    };
    const QList<Id> &referents = referentsOf(service);
    for (const Id &person : referents) {
        if (!hindrance(person, service, query) && !isAbsent(m_people.constFind(person)->user, query.day))
            consider(person, {{What::Balanced, person}});
    }
    if (present.isNull()) {
        for (const Id &person : referents) {
            QList<RouteStep> way;
            const Id deputy = standIn(service, query, person, way);
            way.append({What::Balanced, deputy});
            consider(deputy, way);
        }
    }
    steps.append(present.isNull() ? QList<RouteStep>{{What::Nobody, {}}} : path);
    return present;
}

Route Routing::route(const RouteQuery &query) const
{
    using What = RouteStep::What;
    Route route;
    Id wanted; // by the card or a rule
    if (query.card) {
        route.service = routedService(*query.card, query.district);
        const bool isCut = route.service != query.card->service;
        route.steps.append({route.service.isNull() ? What::NoCard : isCut ? What::CardDistrict : What::Card, query.card->id});
        if (route.service == query.card->service)
            wanted = query.card->referent;
    } else {
        route.steps.append({What::NoCard, {}});
    }
    What how = What::CardReferent;
    if (!m_rules.isEmpty()) {
        const Said spoken = said(query.text);
        const auto rule = std::find_if(m_rules.begin(), m_rules.end(), [&](const RoutingRule &each) {
            const bool isSaid = spoken[&each - m_rules.constData()];
            return (route.service.isNull() || each.overCard) && fits(each, query, isSaid);
        });
        if (rule != m_rules.end() && m_units.contains(rule->service)) {
            route.service = rule->service;
            wanted = rule->referent;
            how = What::Rule;
            route.steps.append({What::Rule, rule->id});
        }
    }
    route.service = openService(route.service, &route.steps);
    if (route.service.isNull()) {
        route.steps.append({What::NoService, {}});
        return route;
    }
    const Service &service = *m_units.constFind(route.service);
    if (!wanted.isNull())
        route.referent = assigned(route.service, query, wanted, how, route.steps);
    if (!route.referent.isNull())
        return route;
    if (service.assignment == Assignment::Manual) {
        route.steps.append({What::Manual, {}});
        return route;
    }
    if (service.assignment == Assignment::Balanced) {
        route.referent = balanced(route.service, query, route.steps);
        return route;
    }
    if (const Id local = service.byDistrict.value(query.district); !local.isNull())
        route.referent = assigned(route.service, query, local, What::DistrictReferent, route.steps);
    if (route.referent.isNull() && !service.everywhere.isNull() && service.everywhere != service.byDistrict.value(query.district))
        route.referent = assigned(route.service, query, service.everywhere, What::ServiceReferent, route.steps);
    if (route.referent.isNull() && !route.has(What::Nobody))
        route.steps.append({What::Manual, {}});
    return route;
}

Id Routing::headOf(const Id &unit) const
{
    const auto it = m_units.constFind(unit);
    if (it == m_units.constEnd())
        return {};
    const auto isThere = [this](const Id &id) {
        const auto person = m_people.constFind(id);
        return person != m_people.constEnd() && !person->user.id.isNull() && !person->user.disabled;
    };
    if (isThere(it->head))
        return it->head;
    const auto least = std::min_element(it->heads.begin(), it->heads.end(), [this](const Id &a, const Id &b) {
        return m_people.constFind(a)->user.services.size() < m_people.constFind(b)->user.services.size();
    });
    return least == it->heads.end() ? Id() : *least;
}

const QList<Id> &Routing::referentsOf(const Id &service) const
{
    static const QList<Id> none;
    const auto it = m_units.constFind(service);
    return it == m_units.constEnd() ? none : it->referents;
}

} // namespace parvis
