#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

#include <sqlite3.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! Fails the n-th access from now on, once.
void failNth(SqliteHubStore &store, int n, int code, bool &happened)
{
    happened = false;
    store.setFaultInjector([left = n, code, &happened]() mutable -> std::optional<int> {
        if (--left != 0)
            return std::nullopt;
        happened = true;
        return code;
    });
}

//! All that must be the same whether or not a push failed before it succeeded.
QByteArray stateOf(TestTown &town)
{
    QByteArray state;
    const auto done = town.store->read([&](HubReader &reader) -> Status {
        state += reader.town().value().head.toHex() + '\n';
        for (const Kind kind : allKinds()) {
            const auto walked = reader.page(kind, std::nullopt, {}, 10'000, [&state](const EntityRow &row) {
                state += row.document + ' ' + QByteArray::number(row.seq) + '\n';
                return true;
            });
            Q_ASSERT(walked);
        }
        return success();
    });
    Q_ASSERT(done);
    return state;
}

struct Scene
{
    Scene() : service(town.service()), desk(town.agent(Role::Ambassador)), other(town.agent(Role::Ambassador))
    {
        const Id citizen = town.create(desk, Kind::Citizen, {{u"last_name"_s, u"Dumont"_s}});
        request = town.request(desk, service, {{u"citizen"_s, idText(citizen)}});
        const qint64 base = town.head();
        town.patch(other, Kind::Request, request, {{u"subject"_s, u"Autre"_s}}, base);
        const auto mutation = [this](qint64 n, Verb verb, Kind kind, Id target, QJsonObject set, qint64 seen = 0) {
            return Mutation{n, town.newId(), kind, verb, target, seen, std::move(set), {}, {}};
        };
        push.device = desk.device;
        push.mutations = {
            mutation(3, Verb::Create, Kind::Request, town.newId(), {{u"subject"_s, u"Lampe"_s}}),
            mutation(4, Verb::Create, Kind::Note, town.newId(), {{u"request"_s, idText(request)}, {u"text"_s, u"Vu"_s}}),
            mutation(5, Verb::Patch, Kind::Request, request, {{u"subject"_s, u"Le mien"_s}, {u"address"_s, u"1 rue"_s}}, base),
            mutation(6, Verb::Patch, Kind::Request, request, {{u"service"_s, idText(town.newId())}}, base + 9)};
    }

    TestTown town;
    Id service;
    Caller desk, other;
    Id request;
    Push push;
};

} // namespace

class TestHubFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailedPushLeavesNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("full") << SQLITE_FULL;
        QTest::newRow("broken") << SQLITE_IOERR;
    }
    void aFailedPushLeavesNothing()
    {
        QFETCH(int, code);
        Scene whole;
        const auto expected = whole.town.hub.push(whole.desk, whole.push);
        QVERIFY(expected);
        const QByteArray end = stateOf(whole.town);

        bool happened = true;
        int n = 1;
        for (; happened; ++n) {
            Scene scene;
            const QByteArray before = stateOf(scene.town);
            failNth(*scene.town.store, n, code, happened);
            const auto reply = scene.town.hub.push(scene.desk, scene.push);
            scene.town.store->setFaultInjector({});
            if (!happened) {
                QVERIFY(reply);
                break;
            }
            QVERIFY2(!reply, qPrintable(QString::number(n)));
            QCOMPARE(reply.error().code, code == SQLITE_FULL ? ErrorCode::StorageFull : ErrorCode::Storage);
            QVERIFY2(stateOf(scene.town) == before, qPrintable(QString::number(n)));
            const auto again = scene.town.hub.push(scene.desk, scene.push);
            QVERIFY(again);
            QCOMPARE(again->verdicts, expected->verdicts);
            QCOMPARE(stateOf(scene.town), end);
            QCOMPARE(scene.town.hub.verify()->firstBroken, 0);
        }
        QVERIFY(n > 20); // it was really asked
    }

    void aFailedSignInLeavesNothing()
    {
        bool happened = true;
        for (int n = 1; happened; ++n) {
            TestTown town;
            User user;
            user.login = u"m.roussel"_s;
            user.roles = {u"ambassador"_s};
            const QString password = u"le chat dort sur le toit"_s;
            QVERIFY(town.hub.addUser(user, password));
            const auto session = town.hub.openSession({user.login, password, town.newId()}, u"p"_s);
            failNth(*town.store, n, SQLITE_IOERR, happened);
            const auto next = town.hub.refreshSession(session->refresh);
            town.store->setFaultInjector({});
            QCOMPARE(bool(next), !happened);
            if (happened) // the old token still works: it was not spent
                QVERIFY(town.hub.refreshSession(session->refresh));
        }
    }

    void aBadIntakeLeavesNothing()
    {
        TestTown town;
        const QByteArray before = stateOf(town);
        const IntakeRecord good{Verb::Create, Kind::Request, town.newId(), {{u"subject"_s, u"Lampe"_s}}, {}, {}};
        IntakeRecord bad = good;
        bad.id = town.newId();
        bad.fields.insert(u"latitude"_s, u"north"_s);
        QCOMPARE(town.hub.intake({good, bad}).error(), (Error{ErrorCode::InvalidInput, u"1: latitude"_s}));
        const IntakeRecord lost{Verb::Patch, Kind::Request, town.newId(), {{u"subject"_s, u"Lampe"_s}}, {}, {}};
        QCOMPARE(town.hub.intake({good, lost}).error(), (Error{ErrorCode::InvalidInput, u"1: id"_s}));
        QCOMPARE(stateOf(town), before);
        QCOMPARE(town.hub.intake({good}).value(), (IntakeReport{1, 0, 0}));
        QCOMPARE(town.hub.intake({good}).value(), (IntakeReport{0, 0, 1}));
    }

    void withoutATownThereIsNothing()
    {
        ManualClock clock;
        QRandomGenerator random(1);
        FastHasher hasher;
        const auto store = SqliteHubStore::open(u":memory:"_s);
        Hub hub(*store.value(), clock, random, hasher);
        QCOMPARE(hub.hello().error().code, ErrorCode::NotFound);
        QCOMPARE(
            hub.intake({{Verb::Create, Kind::Unit, makeId(clock.now(), random), {{u"name"_s, u"x"_s}}, {}, {}}}).error().code,
            ErrorCode::NotFound);
        QVERIFY(hub.foundTown(u"Ingeville"_s));
        QCOMPARE(hub.foundTown(u"Autre"_s).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(hub.hello()->town, u"Ingeville"_s);
    }
};

QTEST_GUILESS_MAIN(TestHubFaults)
#include "tst_hubfaults.moc"
