#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

#include <ctime>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestHubIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsKeepTheirTime()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        const Instant longAgo{QDateTime({2019, 3, 4}, {9, 0}, Qt::UTC).toMSecsSinceEpoch()};
        const Id id = makeId(longAgo, town.random);
        const QJsonObject document{{u"subject"_s, u"Lampe"_s}, {u"received_at"_s, longAgo.ms}, {u"status"_s, u"closed"_s}};
        const auto report =
            town.hub.intake({{Verb::Create, Kind::Request, id, document, longAgo, {}},
                             {Verb::Patch, Kind::Request, id, {{u"address"_s, u"1 rue"_s}}, longAgo, desk.user.id}});
        QCOMPARE(report.value(), (IntakeReport{1, 1, 0}));
        const QList<Change> feed = town.feed(desk);
        const Change &patch = feed.last(), &create = feed[feed.size() - 2];
        QCOMPARE(create.at, longAgo);
        QVERIFY(create.actor.isNull() && create.device.isNull());
        QCOMPARE(create.fields.value(u"number").toString(), u"2019-000001"_s);
        QCOMPARE(patch.at, longAgo);
        QCOMPARE(patch.actor, desk.user.id);
        QCOMPARE(patch.was, (QJsonObject{{u"address"_s, QJsonValue()}}));
        // A desk's edit goes on from there.
        QCOMPARE(town.patch(desk, Kind::Request, id, {{u"address"_s, u"2 rue"_s}}, town.head()).outcome, Outcome::Applied);
    }

    void broughtNumbersAreNotGivenAgain()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        const int year = QDateTime::fromMSecsSinceEpoch(town.clock.now().ms).date().year();
        const QJsonObject document{{u"subject"_s, u"Lampe"_s}, {u"number"_s, u"%1-000041"_s.arg(year)}};
        QVERIFY(town.hub.intake({{Verb::Create, Kind::Request, town.newId(), document, {}, {}}}));
        QCOMPARE(town.document(Kind::Request, town.request(desk, {})).value(u"number").toString(), u"%1-000042"_s.arg(year));
        const QJsonObject foreign{{u"subject"_s, u"Lampe"_s}, {u"number"_s, u"DMR/77"_s}};
        const Id id = town.newId();
        QVERIFY(town.hub.intake({{Verb::Create, Kind::Request, id, foreign, {}, {}}}));
        QCOMPARE(town.document(Kind::Request, id).value(u"number").toString(), u"DMR/77"_s);
    }

    void manyRecordsAreQuick()
    {
        QTemporaryDir dir;
        TestTown town(dir.filePath(u"hub.db"_s));
        const Id service = town.service();
        constexpr int total = 10'000, batch = 2'500;
        QList<QList<IntakeRecord>> batches;
        Id citizen;
        for (int i = 0; i < total; ++i) {
            if (i % batch == 0)
                batches.append(QList<IntakeRecord>());
            if (i % 4 == 0) {
                citizen = town.newId();
                batches.last().append(
                    {Verb::Create,
                     Kind::Citizen,
                     citizen,
                     {{u"last_name"_s, u"Dumont"_s}, {u"first_name"_s, u"Claire"_s}, {u"phone"_s, u"+33612345678"_s}},
                     town.clock.now(),
                     {}});
                continue;
            }
            batches.last().append({Verb::Create,
                                   Kind::Request,
                                   town.newId(),
                                   {{u"subject"_s, u"Lampadaire éteint"_s},
                                    {u"text"_s, u"Le lampadaire clignote depuis trois jours devant le 12."_s},
                                    {u"citizen"_s, idText(citizen)},
                                    {u"service"_s, idText(service)},
                                    {u"status"_s, u"closed"_s},
                                    {u"reason"_s, u"done"_s},
                                    {u"channel"_s, u"phone"_s},
                                    {u"address"_s, u"12 rue des Tanneurs"_s},
                                    {u"latitude"_s, 48.85},
                                    {u"longitude"_s, 2.35},
                                    {u"received_at"_s, town.clock.now().ms}},
                                   town.clock.now(),
                                   {}});
        }
        const std::clock_t start = std::clock();
        for (const QList<IntakeRecord> &records : batches)
            QVERIFY(town.hub.intake(records));
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
        qInfo("%.0f records a second of processor time", total / std::max(seconds, 0.001));
        QVERIFY(seconds < 10); // far above the usual 0.2, for sanitizers
    }
};

QTEST_GUILESS_MAIN(TestHubIntake)
#include "tst_hubintake.moc"
