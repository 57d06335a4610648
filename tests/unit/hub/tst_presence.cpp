#include "hub/presence.h"

#include <QtTest/QTest>

using namespace parvis;

//! Who looks at which request just now.
class TestPresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void colleaguesSeeEachOther()
    {
        Presence presence;
        const Id a = QUuid::createUuid(), b = QUuid::createUuid(), request = QUuid::createUuid();
        QVERIFY(presence.look(a, a, {request, false}, {1000}).isEmpty());
        QCOMPARE(presence.look(b, b, {request, true}, {2000}), (QList<Onlooker>{{a, false}}));
        QCOMPARE(presence.look(a, a, {request, false}, {3000}), (QList<Onlooker>{{b, true}}));
        // Another request is another matter.
        QVERIFY(presence.look(b, b, {QUuid::createUuid(), false}, {4000}).isEmpty());
        QVERIFY(presence.look(a, a, {request, false}, {5000}).isEmpty());
    }

    void whoSaysNothingIsForgotten()
    {
        Presence presence;
        const Id a = QUuid::createUuid(), b = QUuid::createUuid(), request = QUuid::createUuid();
        presence.look(a, a, {request, true}, {0});
        QCOMPARE(presence.look(b, b, {request, false}, {Presence::freshMs}).size(), 1);
        QVERIFY(presence.look(b, b, {request, false}, {Presence::freshMs + 1}).isEmpty());
        // … and who goes, at once.
        presence.look(a, a, {request, true}, {Presence::freshMs + 2});
        presence.look(a, a, {}, {Presence::freshMs + 3});
        QVERIFY(presence.look(b, b, {request, false}, {Presence::freshMs + 4}).isEmpty());
    }

    void twoDesksOfOnePersonAreOnePerson()
    {
        Presence presence;
        const Id a = QUuid::createUuid(), b = QUuid::createUuid(), request = QUuid::createUuid();
        presence.look(a, QUuid::createUuid(), {request, false}, {1});
        presence.look(a, QUuid::createUuid(), {request, true}, {2});
        QCOMPARE(presence.look(b, b, {request, false}, {3}), (QList<Onlooker>{{a, true}}));
        QVERIFY(presence.look(a, QUuid::createUuid(), {request, false}, {4}) == (QList<Onlooker>{{b, false}}));
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
