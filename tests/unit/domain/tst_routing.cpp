#include "domain/permissions.h"
#include "domain/routing.h"
#include "testkit/property.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Id id(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name);
}

const QDate today(2026, 11, 26);

//! A service with three referents, another that takes over, and rules.
struct Town
{
    QList<Unit> units;
    QList<District> districts;
    QList<User> users;
    QList<RoutingRule> rules;
    Card card;

    Town()
    {
        for (const QString &code : {u"valmy"_s, u"gare"_s}) {
            District district;
            district.id = id(code);
            district.code = code;
            districts.append(district);
        }
        for (const QString &code : {u"roads"_s, u"parks"_s, u"night"_s}) {
            Unit unit;
            unit.id = id(code);
            unit.code = code;
            unit.parent = id(u"works"_s);
            units.append(unit);
        }
        Unit works;
        works.id = id(u"works"_s);
        works.level = UnitLevel::Directorate;
        works.head = id(u"director"_s);
        units.append(works);
        for (const QString &name : {u"anna"_s, u"bert"_s, u"cleo"_s})
            add(name, Role::Referent, {id(u"roads"_s)});
        add(u"dora"_s, Role::Referent, {id(u"parks"_s)});
        add(u"emil"_s, Role::Referent, {id(u"night"_s)});
        add(u"head"_s, Role::Head, {id(u"roads"_s)});
        add(u"director"_s, Role::Head, {id(u"roads"_s), id(u"parks"_s), id(u"night"_s)});
        unit(u"roads"_s).referents = {{u"*"_s, idText(id(u"anna"_s))}, {u"valmy"_s, idText(id(u"bert"_s))}};
        unit(u"parks"_s).referents = {{u"*"_s, idText(id(u"dora"_s))}};
        unit(u"night"_s).referents = {{u"*"_s, idText(id(u"emil"_s))}};
        card.id = id(u"card"_s);
        card.theme = id(u"theme"_s);
        card.service = id(u"roads"_s);
    }

    void add(const QString &name, Role role, const IdSet &services)
    {
        User user;
        user.id = id(name);
        user.login = user.name = name;
        user.roles = {QString(token(role))};
        user.services = services;
        users.append(user);
    }
    User &user(const QString &name)
    {
        return *std::find_if(users.begin(), users.end(), [&](const User &u) { return u.login == name; });
    }
    Unit &unit(const QString &code)
    {
        return *std::find_if(units.begin(), units.end(), [&](const Unit &u) { return u.code == code; });
    }
    RoutingRule &rule(const QString &name, const QString &service)
    {
        RoutingRule rule;
        rule.id = id(name);
        rule.name = name;
        rule.position = int(rules.size());
        rule.service = id(service);
        rules.append(rule);
        return rules.last();
    }
    Routing routing() const { return {units, districts, users, rules}; }
    RouteQuery query(const QString &district = {}) const
    {
        RouteQuery query;
        query.card = &card;
        query.district = district.isEmpty() ? Id() : id(district);
        query.day = today;
        return query;
    }
    Route route(const QString &district = {}) const { return routing().route(query(district)); }
};

QList<RouteStep::What> kinds(const Route &route)
{
    QList<RouteStep::What> list;
    for (const RouteStep &step : route.steps)
        list.append(step.what);
    return list;
}

using What = RouteStep::What;

} // namespace

//! Where a request goes and why.
class TestRouting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byCardThenDistrict()
    {
        Town town;
        Route route = town.route(u"valmy"_s);
        QCOMPARE(route.service, id(u"roads"_s));
        QCOMPARE(route.referent, id(u"bert"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::DistrictReferent}));
        route = town.route(u"gare"_s);
        QCOMPARE(route.referent, id(u"anna"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::ServiceReferent}));
        town.card.serviceByDistrict = {{idText(id(u"gare"_s)), idText(id(u"parks"_s))}};
        route = town.route(u"gare"_s);
        QCOMPARE(route.service, id(u"parks"_s));
        QCOMPARE(kinds(route), (QList{What::CardDistrict, What::ServiceReferent}));
        town.card.referent = id(u"cleo"_s);
        QCOMPARE(town.route(u"valmy"_s).referent, id(u"cleo"_s));
        QCOMPARE(town.route(u"gare"_s).referent, id(u"dora"_s)); // the card's referent works elsewhere
    }

    void withoutACardTheRulesDecide()
    {
        Town town;
        RouteQuery query = town.query();
        query.card = nullptr;
        QCOMPARE(kinds(town.routing().route(query)), (QList{What::NoCard, What::NoService}));
        town.rule(u"trees"_s, u"parks"_s).words = {u"arbre"_s, u"Élagage"_s};
        query.text = u"Un ELAGAGE devant chez moi"_s;
        Route route = town.routing().route(query);
        QCOMPARE(route.service, id(u"parks"_s));
        QCOMPARE(route.referent, id(u"dora"_s));
        QCOMPARE(kinds(route), (QList{What::NoCard, What::Rule, What::ServiceReferent}));
        QCOMPARE(route.steps.at(1).subject, id(u"trees"_s));
        query.text = u"Un arbrisseau"_s; // another word
        QVERIFY(town.routing().route(query).service.isNull());
        // What a card decides stands, unless the rule says otherwise.
        RouteQuery withCard = town.query();
        withCard.text = u"arbre sur la chaussée"_s;
        QCOMPARE(town.routing().route(withCard).service, id(u"roads"_s));
        town.rules.first().overCard = true;
        QCOMPARE(town.routing().route(withCard).service, id(u"parks"_s));
        town.rules.first().disabled = true;
        QCOMPARE(town.routing().route(withCard).service, id(u"roads"_s));
    }

    void allThatARuleSaysMustHoldAndTheFirstWins()
    {
        Town town;
        RoutingRule &night = town.rule(u"night"_s, u"night"_s);
        night.overCard = true;
        night.channels = {u"phone"_s};
        night.districts = {id(u"gare"_s)};
        night.themes = {id(u"theme"_s)};
        QCOMPARE(town.route(u"gare"_s).service, id(u"night"_s));
        QCOMPARE(town.route(u"valmy"_s).service, id(u"roads"_s));
        RouteQuery letter = town.query(u"gare"_s);
        letter.channel = Channel::Letter;
        QCOMPARE(town.routing().route(letter).service, id(u"roads"_s));
        RoutingRule &second = town.rule(u"second"_s, u"parks"_s);
        second.overCard = true;
        QCOMPARE(town.route(u"gare"_s).service, id(u"night"_s));
        town.rules[1].position = -1;
        QCOMPARE(town.route(u"gare"_s).service, id(u"parks"_s));
        town.rules[1].confidential = true;
        QCOMPARE(town.route(u"gare"_s).service, id(u"night"_s));
        town.rules[0].referent = id(u"emil"_s);
        QCOMPARE(town.route(u"gare"_s).referent, id(u"emil"_s));
    }

    //! "absence and deputies with dates, transitive, shown"
    void anAbsentReferentIsStoodForTransitively()
    {
        Town town;
        town.user(u"anna"_s).absences = {QJsonObject{{u"from"_s, u"2026-11-20"_s}, {u"to"_s, u"2026-11-30"_s}}};
        town.user(u"bert"_s).standsFor = {id(u"anna"_s)};
        Route route = town.route(u"gare"_s);
        QCOMPARE(route.referent, id(u"bert"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::ServiceReferent, What::Absent, What::Deputy}));
        QCOMPARE(route.steps.last().subject, id(u"bert"_s));
        town.user(u"bert"_s).absent = true;
        town.user(u"cleo"_s).standsFor = {id(u"bert"_s)};
        route = town.route(u"gare"_s);
        QCOMPARE(route.referent, id(u"cleo"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::ServiceReferent, What::Absent, What::Absent, What::Deputy}));
        town.user(u"anna"_s).standsFor = {id(u"cleo"_s)}; // in a circle, and nobody there
        town.user(u"cleo"_s).absent = true;
        route = town.route(u"gare"_s);
        QVERIFY(route.referent.isNull());
        QCOMPARE(route.service, id(u"roads"_s)); // its head sees it
        QCOMPARE(route.steps.last().what, What::Nobody);
        RouteQuery later = town.query(u"gare"_s);
        later.day = QDate(2026, 12, 1);
        QCOMPARE(town.routing().route(later).referent, id(u"anna"_s));
    }

    //! A deputy of another service could not even see the case: who stands for the deputy is asked.
    void aDeputyWhoWorksElsewhereIsPassedOver()
    {
        Town town;
        town.user(u"anna"_s).absent = true;
        town.user(u"dora"_s).standsFor = {id(u"anna"_s)};
        Route route = town.route(u"gare"_s);
        QVERIFY(route.referent.isNull());
        QCOMPARE(kinds(route), (QList{What::Card, What::ServiceReferent, What::Absent, What::Unusable, What::Nobody}));
        QCOMPARE(route.steps.at(3).subject, id(u"dora"_s));
        town.user(u"cleo"_s).standsFor = {id(u"dora"_s)};
        route = town.route(u"gare"_s);
        QCOMPARE(route.referent, id(u"cleo"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::ServiceReferent, What::Absent, What::Unusable, What::Deputy}));
    }

    //! Who is not cleared for it could not even see a confidential case.
    void aConfidentialCaseGoesToWhoIsClearedForIt()
    {
        Town town;
        RouteQuery query = town.query(u"valmy"_s); // bert's, then anna's
        query.confidential = true;
        Route route = town.routing().route(query);
        QVERIFY(route.referent.isNull());
        QCOMPARE(kinds(route), (QList{What::Card, What::NotCleared, What::NotCleared, What::Manual}));
        QCOMPARE(route.steps.at(1).subject, id(u"bert"_s));
        town.user(u"anna"_s).cleared = true;
        QCOMPARE(town.routing().route(query).referent, id(u"anna"_s));
        town.user(u"anna"_s).absent = true;
        town.user(u"bert"_s).standsFor = {id(u"anna"_s)};
        town.user(u"cleo"_s).standsFor = {id(u"bert"_s)};
        town.user(u"cleo"_s).cleared = true;
        route = town.routing().route(query);
        QCOMPARE(route.referent, id(u"cleo"_s));
        QCOMPARE(kinds(route),
                 (QList{What::Card, What::NotCleared, What::ServiceReferent, What::Absent, What::NotCleared, What::Deputy}));
        town.unit(u"roads"_s).assignment = Assignment::Balanced;
        QHash<Id, int> open{{id(u"cleo"_s), 9}};
        query.openCases = &open;
        QCOMPARE(town.routing().route(query).referent, id(u"cleo"_s));
        query.confidential = false;
        QCOMPARE(town.routing().route(query).referent, id(u"bert"_s));
    }

    //! "they are back by their own hand": the hub marks what it has begun (see dailyrun.cpp).
    void aPlannedAbsence_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("absent");
        QTest::addColumn<bool>("isAway");
        QTest::newRow("planned, the hub has not run yet") << QString() << false << true;
        QTest::newRow("begun") << u"begun"_s << true << true;
        QTest::newRow("begun, and back by hand") << u"begun"_s << false << false;
        QTest::newRow("ended, and made longer: it begins again") << u"ended"_s << false << true;
    }
    void aPlannedAbsence()
    {
        QFETCH(QString, state);
        QFETCH(bool, absent);
        QFETCH(bool, isAway);
        Town town;
        User &anna = town.user(u"anna"_s);
        QJsonObject range{{u"from"_s, u"2026-11-20"_s}, {u"to"_s, u"2026-11-30"_s}};
        if (!state.isEmpty())
            range.insert(u"state"_s, state);
        anna.absences = {range};
        anna.absent = absent;
        QCOMPARE(isAbsent(anna, today), isAway);
        QCOMPARE(town.route(u"gare"_s).has(What::Absent), isAway);
        anna.absences.append(QJsonObject{{u"from"_s, u"2026-11-26"_s}, {u"to"_s, u"2026-11-26"_s}}); // and away once more
        QVERIFY(isAbsent(anna, today));
    }

    void whoHasLeftIsPassedOver()
    {
        Town town;
        town.user(u"bert"_s).disabled = true;
        const Route route = town.route(u"valmy"_s);
        QCOMPARE(route.referent, id(u"anna"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::Unusable, What::ServiceReferent}));
        town.user(u"anna"_s).services = {id(u"parks"_s)};
        QVERIFY(town.route(u"gare"_s).referent.isNull());
    }

    void balancedTakesTheOneWithTheFewest()
    {
        Town town;
        town.unit(u"roads"_s).assignment = Assignment::Balanced;
        QHash<Id, int> open{{id(u"anna"_s), 4}, {id(u"bert"_s), 2}, {id(u"cleo"_s), 3}};
        RouteQuery query = town.query();
        query.openCases = &open;
        QCOMPARE(town.routing().route(query).referent, id(u"bert"_s));
        town.user(u"bert"_s).absent = true;
        QCOMPARE(town.routing().route(query).referent, id(u"cleo"_s));
        for (const QString &name : {u"anna"_s, u"cleo"_s})
            town.user(name).absent = true; // all away: who stands for them
        town.user(u"head"_s).standsFor = {id(u"anna"_s)};
        town.user(u"dora"_s).standsFor = {id(u"bert"_s)}; // has the fewest, elsewhere
        Route route = town.routing().route(query);
        QCOMPARE(route.referent, id(u"head"_s));
        QCOMPARE(kinds(route), (QList{What::Card, What::Absent, What::Deputy, What::Balanced}));
        town.user(u"head"_s).standsFor = {};
        route = town.routing().route(query);
        QVERIFY(route.referent.isNull());
        QCOMPARE(kinds(route), (QList{What::Card, What::Nobody}));
        for (const QString &name : {u"anna"_s, u"cleo"_s})
            town.user(name).absent = false;
        open.clear(); // by name
        QCOMPARE(town.routing().route(query).referent, id(u"anna"_s));
        town.unit(u"roads"_s).assignment = Assignment::Manual;
        QVERIFY(town.routing().route(query).referent.isNull());
        QCOMPARE(town.routing().route(query).steps.last().what, What::Manual);
    }

    void aClosedServiceHandsOver()
    {
        Town town;
        town.unit(u"roads"_s).closed = true;
        QCOMPARE(kinds(town.route()), (QList{What::Card, What::Closed, What::NoService}));
        town.unit(u"roads"_s).successor = id(u"parks"_s);
        Route route = town.route();
        QCOMPARE(route.service, id(u"parks"_s));
        QCOMPARE(route.referent, id(u"dora"_s));
        town.unit(u"parks"_s).closed = true;
        town.unit(u"parks"_s).successor = id(u"roads"_s); // in a circle
        QVERIFY(town.route().service.isNull());
    }

    void headsAndDirectors()
    {
        Town town;
        const Routing routing = town.routing();
        QCOMPARE(routing.headOf(id(u"roads"_s)), id(u"head"_s)); // the one with the least other services
        QCOMPARE(routing.headOf(id(u"parks"_s)), id(u"director"_s));
        QCOMPARE(routing.headOf(routing.parentOf(id(u"roads"_s))), id(u"director"_s));
        town.unit(u"roads"_s).head = id(u"cleo"_s);
        QCOMPARE(town.routing().headOf(id(u"roads"_s)), id(u"cleo"_s));
        town.user(u"cleo"_s).disabled = true;
        QCOMPARE(town.routing().headOf(id(u"roads"_s)), id(u"head"_s));
        QVERIFY(routing.headOf(id(u"nowhere"_s)).isNull());
    }

    //! Whatever the organisation is like: it ends, the referent is there and works for the service, each step is explained.
    void holdsForAnyTown()
    {
        PARVIS_PROPERTY("the referent is there", [](quint32 seed) {
            QRandomGenerator random(seed);
            const auto chance = [&random](double of) { return random.generateDouble() < of; };
            const auto below = [&random](int many) { return int(random.bounded(many)); };
            Town town;
            const QStringList people{u"anna"_s, u"bert"_s, u"cleo"_s, u"dora"_s, u"emil"_s, u"head"_s, u"director"_s};
            const QStringList services{u"roads"_s, u"parks"_s, u"night"_s};
            for (const QString &name : people) {
                User &user = town.user(name);
                user.absent = chance(0.4);
                user.disabled = chance(0.1);
                user.cleared = chance(0.6);
                for (const QString &other : people) {
                    if (chance(0.2))
                        user.standsFor.insert(id(other));
                }
            }
            for (const QString &code : services) {
                Unit &unit = town.unit(code);
                unit.closed = chance(0.3);
                unit.successor = chance(0.5) ? id(services.at(below(3))) : Id();
                unit.assignment = Assignment(below(3));
                unit.referents.insert(u"gare"_s, idText(id(people.at(below(7)))));
            }
            for (int i = 0; i < 3; ++i) {
                RoutingRule &rule = town.rule(QString::number(i), services.at(below(3)));
                rule.overCard = chance(0.5);
                rule.districts = chance(0.5) ? IdSet{id(u"gare"_s)} : IdSet();
                rule.referent = chance(0.5) ? id(people.at(below(7))) : Id();
            }
            RouteQuery query = town.query(chance(0.5) ? u"gare"_s : QString());
            query.confidential = chance(0.3);
            const Route route = town.routing().route(query);
            RC_ASSERT(!route.steps.isEmpty());
            if (!route.service.isNull()) {
                const auto unit =
                    std::find_if(town.units.begin(), town.units.end(), [&](const Unit &u) { return u.id == route.service; });
                RC_ASSERT(unit != town.units.end() && !unit->closed);
            }
            if (!route.referent.isNull()) {
                const auto user =
                    std::find_if(town.users.begin(), town.users.end(), [&](const User &u) { return u.id == route.referent; });
                RC_ASSERT(user != town.users.end() && !user->disabled && !user->absent);
                RC_ASSERT(user->services.contains(route.service));
                RC_ASSERT(user->cleared || !query.confidential);
            }
            if (route.referent.isNull())
                RC_ASSERT(route.service.isNull() || route.has(What::Nobody) || route.has(What::Manual));
        });
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
