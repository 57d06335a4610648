#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestHubAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        TestTown town(m_dir.filePath(u"hub.db"_s));
        const Id service = town.service();
        const Caller desk = town.agent(Role::Ambassador);
        const Id id = town.request(desk, service);
        town.patch(desk, Kind::Request, id, {{u"address"_s, u"1 rue"_s}, {u"confidential"_s, true}}, town.head());
        town.request(desk, {});
        m_head = town.head();
    }

    //! Whatever column of whatever past row is altered, the walk names that row.
    void anyAlterationIsFound_data()
    {
        QTest::addColumn<QString>("alteration");
        QTest::addColumn<int>("seq");
        for (const char *column : {"confidential_before", "confidential_after"}) {
            for (int seq = 1; seq <= 5; ++seq)
                QTest::addRow("%s %d", column, seq) << u"%1 = 1 - %1"_s.arg(QLatin1StringView(column)) << seq;
        }
        for (const char *column : {"n", "at", "op", "kind", "reach_before", "reach_after"}) {
            for (int seq = 1; seq <= 5; ++seq)
                QTest::addRow("%s %d", column, seq) << u"%1 = %1 + 1"_s.arg(QLatin1StringView(column)) << seq;
        }
        for (const char *column :
             {"id", "actor", "device", "mutation", "service_before", "service_after", "payload_hash", "hash"}) {
            for (int seq = 1; seq <= 5; ++seq)
                QTest::addRow("%s %d", column, seq)
                    << u"%1 = x'0102030405060708090a0b0c0d0e0f10'"_s.arg(QLatin1StringView(column)) << seq;
        }
        QTest::addRow("fields") << u"fields = replace(fields, 'Nid', 'Tas')"_s << 3;
        QTest::addRow("was") << u"was = '{\"address\":\"2 rue\"}'"_s << 4;
    }
    void anyAlterationIsFound()
    {
        QFETCH(QString, alteration);
        QFETCH(int, seq);
        const auto report = altered(u"UPDATE change SET %1 WHERE seq = %2"_s.arg(alteration).arg(seq));
        QVERIFY(report);
        QCOMPARE(report->firstBroken, seq);
        QCOMPARE(report->checked, seq - 1);
    }

    void aMissingRowIsFound()
    {
        QCOMPARE(altered(u"DELETE FROM change WHERE seq = 2"_s)->firstBroken, 2);
        QCOMPARE(altered(u"DELETE FROM change WHERE seq = 5"_s)->firstBroken, 5); // the last: the head does not fit
        QCOMPARE(altered(u"UPDATE town SET seq = seq - 1"_s)->firstBroken, m_head);
        QCOMPARE(altered(u"SELECT 1"_s)->firstBroken, 0);
        QCOMPARE(altered(u"SELECT 1"_s)->checked, m_head);
        QCOMPARE(altered(u"SELECT 1"_s)->records, 4);
    }

    void anAlteredRecordIsFound()
    {
        const auto subject = altered(u"UPDATE entity SET document = replace(document, 'Nid', 'Tas') WHERE seq = 5"_s);
        QCOMPARE(subject->firstBroken, 5);
        QCOMPARE(subject->reason, u"record"_s);
        const auto patched = altered(u"UPDATE entity SET document = replace(document, '1 rue', '2 rue') WHERE seq = 4"_s);
        QCOMPARE(patched->firstBroken, 4);
        QCOMPARE(patched->reason, u"record"_s);
    }

    void aWalkCanBeStopped()
    {
        TestTown town;
        QList<IntakeRecord> many;
        for (int i = 0; i < 10'000; ++i)
            many.append({Verb::Create, Kind::Street, town.newId(), {{u"name"_s, u"rue %1"_s.arg(i)}}, {}, {}});
        QVERIFY(town.hub.intake(many));
        qint64 all = 0;
        const auto stopped = town.hub.verify([&all](qint64, qint64 total) { return all = total, false; });
        QCOMPARE(stopped.error().code, ErrorCode::Aborted);
        QCOMPARE(all, 20'000);
    }

    void aNewerFileIsRefused()
    {
        const QString path = copy();
        QVERIFY(Database::open(path).value().runScript("PRAGMA user_version = 99"));
        const auto store = SqliteHubStore::open(path);
        QCOMPARE(store.error().code, ErrorCode::StorageNewer);
    }

private:
    QString copy()
    {
        const QString path = m_dir.filePath(u"copy%1.db"_s.arg(++m_copies));
        TestTown town(m_dir.filePath(u"hub.db"_s));
        if (!town.store->backupTo(path))
            qFatal("no copy");
        return path;
    }

    Result<VerifyReport> altered(const QString &sql)
    {
        const QString path = copy();
        {
            auto database = Database::open(path);
            if (const auto done = database.value().runScript(sql.toUtf8()); !done)
                return done.error();
        }
        TestTown town(path);
        return town.hub.verify();
    }

    QTemporaryDir m_dir;
    int m_copies = 0;
    qint64 m_head = 0;
};

QTEST_GUILESS_MAIN(TestHubAudit)
#include "tst_hubaudit.moc"
