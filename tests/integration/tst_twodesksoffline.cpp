#include "integration/deskedits.h"
#include "integration/desktown.h"
#include "unit/store/storekit.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

// A whole day without the hub: sign in, work, close, be killed, and be in step with the others in the evening.
class OfflineDayTest final : public QObject
{
    Q_OBJECT

private:
    static int queued(DeskProcess &desk) { return desk.ask({{u"do"_s, u"status"_s}}).value("queued"_L1).toInt(); }

    static void logCalls(DeskProcess &desk, int count, QStringList &requests)
    {
        for (int i = 0; i < count; ++i) {
            const QString request = newId();
            QVERIFY(desk.submit(call(request, u"Appel %1 de la journée"_s.arg(requests.size()))).contains("numbers"_L1));
            requests.append(request);
        }
    }

private Q_SLOTS:
    void aDayWithoutTheHubIsWhole()
    {
        DeskTown town;
        QVERIFY(town.found(100));
        QVERIFY(town.serve());
        const auto desk = town.desk(u"m.roussel"_s);
        const auto other = town.desk(u"s.benali"_s);
        QVERIFY(desk->open() && other->open());
        const QString known = desk->found({}).first();
        QCOMPARE(desk->quit(), 0);
        QCOMPARE(town.server().terminate(), 0);

        // Morning: the password alone opens the desk.
        QStringList requests;
        QVERIFY(desk->open());
        QCOMPARE(desk->search({}).size(), 100);
        logCalls(*desk, 8, requests);
        QVERIFY(desk->submit({patch(known, {{u"address"_s, u"Parvis de la mairie"_s}})}).contains("numbers"_L1));
        QCOMPARE(desk->found(u"appel journee"_s).size(), 8);
        QCOMPARE(queued(*desk), 17);
        QCOMPARE(desk->quit(), 0);

        // Noon: closed and opened again; somebody else can't.
        DeskAccount wrong = town.account(u"m.roussel"_s);
        wrong.password = u"une autre phrase"_s;
        DeskProcess stranger(wrong);
        QVERIFY(!stranger.open());
        QCOMPARE(stranger.exitCode(), 1);
        QCOMPARE(stranger.failure().value("error"_L1).toString(), u"storage-key"_s);
        QVERIFY(desk->open());
        QCOMPARE(queued(*desk), 17);
        logCalls(*desk, 4, requests);
        desk->kill(); // the power goes

        // Afternoon
        QVERIFY(desk->open());
        QCOMPARE(queued(*desk), 25);
        QCOMPARE(desk->found(u"appel journee"_s).size(), 12);
        QVERIFY(desk->document(u"request"_s, requests.last()).value("number"_L1).toString().isEmpty());

        // Evening: the desk goes on by itself what it could not do all day.
        QVERIFY(town.serve());
        QVERIFY(desk->settle() && other->settle());
        QCOMPARE(queued(*desk), 0);
        QVERIFY(desk->proposals(known).isEmpty());
        QCOMPARE(other->found(u"appel journee"_s).size(), 12);
        QCOMPARE(other->document(u"request"_s, known).value("address"_L1).toString(), u"Parvis de la mairie"_s);
        QSet<QString> numbers;
        for (const QString &request : requests) {
            const QJsonObject document = other->document(u"request"_s, request);
            QCOMPARE(document, desk->document(u"request"_s, request));
            numbers.insert(document.value("number"_L1).toString());
        }
        QCOMPARE(numbers.size(), requests.size());
        QVERIFY(!numbers.contains(QString()));
        QCOMPARE(desk->quit(), 0);
        QCOMPARE(other->quit(), 0);
        QCOMPARE(town.server().terminate(), 0);
        QCOMPARE(town.run({u"verify"_s}).code, 0);
    }
};

QTEST_GUILESS_MAIN(OfflineDayTest)
#include "tst_twodesksoffline.moc"
