#include "testkit/property.h"
#include "unit/domain/cardworld.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace parvis::cardworld;
using namespace Qt::StringLiterals;

//! Who validates a service's cards, and who stands in for whom.
class TestCardCircuit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void circuitsComeFromAbove()
    {
        World world;
        const QJsonArray own{QJsonObject{{u"title"_s, u"Seul"_s}, {u"role"_s, u"head"_s}}};
        QCOMPARE(circuitFor(voirie, world.lookup()), World::circuit()); // the directorate's
        world.setCircuit(body, own);
        QCOMPARE(circuitFor(voirie, world.lookup()), World::circuit()); // the nearest
        world.setCircuit(directorate, {});
        QCOMPARE(circuitFor(voirie, world.lookup()), own);
        world.setCircuit(voirie);
        QCOMPARE(circuitFor(voirie, world.lookup()), World::circuit());
        QCOMPARE(circuitFor(proprete, world.lookup()), own);
        QVERIFY(circuitFor({}, world.lookup()).isEmpty());
        QVERIFY(circuitFor(id(77), world.lookup()).isEmpty()); // not known (yet)
        world.unit(body, directorate);                         // a body under its own directorate
        world.unit(directorate, body);
        QVERIFY(circuitFor(proprete, world.lookup()).isEmpty());
    }

    void deputiesStandInForTheAbsent()
    {
        World world;
        world.standsFor(deputy, director);
        QCOMPARE(decidesFor(deputy, world.lookup()), IdSet{deputy});
        world.absent(director);
        QCOMPARE(decidesFor(deputy, world.lookup()), (IdSet{deputy, director}));
        world.standsFor(second, deputy);
        QCOMPARE(decidesFor(second, world.lookup()), IdSet{second}); // the deputy is there
        world.absent(deputy);
        QCOMPARE(decidesFor(second, world.lookup()), (IdSet{second, deputy, director}));
        world.standsFor(director, second); // in a circle
        world.absent(second);
        QCOMPARE(decidesFor(second, world.lookup()), (IdSet{second, deputy, director}));
        world.absent(director, false);
        QCOMPARE(decidesFor(second, world.lookup()), (IdSet{second, deputy}));
        QCOMPARE(decidesFor(id(77), world.lookup()), IdSet{id(77)});
    }

    //! Whoever decides for somebody is reached by steps from one to another who is absent; nobody else is.
    void deputiesOfAnyGraph()
    {
        PARVIS_PROPERTY("decidesFor is reachability through the absent", [] {
            const int count = 6;
            World world;
            const auto person = [](int i) { return id(200 + i); };
            std::vector<bool> isAbsent;
            for (int i = 0; i < count; ++i) {
                world.user(person(i), Role::Head, {voirie});
                isAbsent.push_back(*rc::gen::arbitrary<bool>());
                world.absent(person(i), isAbsent.back());
            }
            const auto edges = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, count), rc::gen::inRange(0, count)));
            for (const auto &[from, to] : edges)
                world.standsFor(person(from), person(to));
            std::set<int> reached{0};
            for (int round = 0; round < count; ++round) {
                for (const auto &[from, to] : edges) {
                    if (reached.contains(from) && isAbsent[std::size_t(to)])
                        reached.insert(to);
                }
            }
            IdSet expected;
            for (const int i : reached)
                expected.insert(person(i));
            RC_ASSERT(decidesFor(person(0), world.lookup()) == expected);
        });
    }

    void stepsAreDecidedByRoleOrPersonOrDeputy()
    {
        World world;
        const CardDraft first = draft(DraftState::InValidation, 0), last = draft(DraftState::InValidation, 1);
        const auto signs = [&world](const CardDraft &d, const Id &who) { return signatory(d, world.actor(who), world.lookup()); };
        QCOMPARE(signs(first, head), head);
        QVERIFY(!signs(first, referent));
        QVERIFY(!signs(first, admin));
        QCOMPARE(signs(last, director), director);
        QVERIFY(!signs(last, head));
        QVERIFY(!signs(last, deputy));
        QVERIFY(!signs(draft(), head));                                // not submitted
        QVERIFY(!signs(draft(DraftState::InValidation, 2), director)); // no such step
        QVERIFY(!signs(draft(DraftState::InValidation, -1), head));
        QVERIFY(!signs(draft(DraftState::Published, 1), director));

        world.standsFor(deputy, director);
        world.standsFor(deputy, head);
        QVERIFY(!signs(last, deputy));
        world.absent(director);
        world.absent(head);
        QCOMPARE(signs(last, deputy), director);
        QCOMPARE(signs(first, deputy), head); // by the role of whom they stand for
        QCOMPARE(signs(last, director), director);
        world.user(head, Role::Head, {proprete});
        world.absent(head);
        QVERIFY(!signs(first, deputy)); // head of another service
        QVERIFY(!signs(first, head));

        world.change(director, [](User &u) { u.disabled = true; });
        QVERIFY(!signs(last, director));
        const CardDraft odd = with(first, [](CardDraft &d) { d.circuit = {QJsonObject{{u"role"_s, u"king"_s}}}; });
        QVERIFY(!signs(odd, head));
    }
};

QTEST_GUILESS_MAIN(TestCardCircuit)
#include "tst_cardcircuit.moc"
