#include "sqlite/database.h"
#include "sqlite/migration.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace parvis;

static const QByteArray firstKey(32, 'k');
static const QByteArray otherKey(32, 'o');

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QString freshPath() { return m_dir.filePath(u"%1.db"_s.arg(++m_files)); }

    static Database opened(const QString &path, const QByteArray &key = {})
    {
        auto database = Database::open(path, {.key = key});
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return std::move(database).value();
    }
    static void must(const Status &status)
    {
        if (!status)
            qFatal("%s", qPrintable(status.error().detail));
    }
    static qint64 count(Database &database)
    {
        const auto n = database.integer("SELECT count(*) FROM t"_L1);
        return n ? n->value_or(-1) : -2;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void writeScript(const QString &path, const QByteArray &sql)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }

private Q_SLOTS:
    void everyTypeComesBack()
    {
        Database db = opened(u":memory:"_s);
        must(db.run("CREATE TABLE t(a,b,c,d,e,f,g,h,i)"_L1));
        const Id id = Id::createUuid();
        const QJsonObject object{{u"k"_s, u"é"_s}};
        const QJsonArray array{1, u"b"_s};
        const QString text = u"Élodie \U0001F600"_s;
        const QByteArray blob("\0\1\xff", 3);
        must(db.run("INSERT INTO t VALUES(?,?,?,?,?,?,?,?,?)"_L1, text, qint64(1) << 60, 2.5, blob, id, Instant{123456789012},
                    QDate(2026, 5, 14), object, array));
        Statement s = db.prepare("SELECT a,b,c,d,e,f,g,h,i,typeof(a),length(e),date(g) FROM t"_L1);
        QVERIFY(*s.step());
        QCOMPARE(s.text(0), text);
        QCOMPARE(s.integer(1), qint64(1) << 60);
        QCOMPARE(s.real(2), 2.5);
        QCOMPARE(s.blob(3), blob);
        QCOMPARE(s.id(4), id);
        QCOMPARE(s.instant(5), Instant{123456789012});
        QCOMPARE(s.date(6), QDate(2026, 5, 14));
        QCOMPARE(s.object(7), object);
        QCOMPARE(s.array(8), array);
        QCOMPARE(s.text(9), u"text"_s);
        QCOMPARE(s.integer(10), 16);
        QCOMPARE(s.text(11), u"2026-05-14"_s);
    }

    void emptyValuesAreNull()
    {
        Database db = opened(u":memory:"_s);
        Statement s = db.prepare("SELECT ?,?,?,?,?,?"_L1);
        s.bindAll(Id(), Instant(), QDate(), QJsonObject(), std::optional<double>(), nullptr);
        QVERIFY(*s.step());
        for (int column = 0; column < 6; ++column)
            QVERIFY(s.isNull(column));
        QVERIFY(s.id(0).isNull());
        QVERIFY(!s.date(2).isValid());
        QVERIFY(!s.optionalReal(4));
    }

    void aStatementIsLentOnceAtATime()
    {
        Database db = opened(u":memory:"_s);
        must(db.run("CREATE TABLE t(a)"_L1));
        for (int i = 0; i < 3; ++i)
            must(db.run("INSERT INTO t VALUES(?)"_L1, i));
        const auto sql = "SELECT a FROM t ORDER BY a"_L1;
        Statement outer = db.prepare(sql);
        int pairs = 0;
        while (*outer.step()) {
            Statement inner = db.prepare(sql);
            while (*inner.step())
                ++pairs;
        }
        QCOMPARE(pairs, 9);
    }

    void mistakesAreToldAtTheFirstStep()
    {
        Database db = opened(u":memory:"_s);
        QCOMPARE(db.run("SELECT nothing FROM nowhere"_L1).error().code, ErrorCode::Storage);
        QCOMPARE(db.run("SELECT ?"_L1, 1, 2).error().code, ErrorCode::Storage);
    }

    void errorsCarryNoValue()
    {
        Database db = opened(u":memory:"_s);
        must(db.run("CREATE TABLE t(a UNIQUE)"_L1));
        must(db.run("INSERT INTO t VALUES(?)"_L1, u"Dumont"_s));
        const auto twice = db.run("INSERT INTO t VALUES(?)"_L1, u"Dumont"_s);
        QVERIFY(!twice.error().detail.contains(u"Dumont"_s));
        must(db.run("CREATE VIRTUAL TABLE f USING fts5(a)"_L1));
        const auto query = db.run("SELECT * FROM f WHERE f MATCH ?"_L1, u"Dumont\"("_s);
        QVERIFY(!query.error().detail.isEmpty());
        QVERIFY(!query.error().detail.contains(u"Dumont"_s));
    }

    void aTransactionRollsBackUnlessCommitted()
    {
        Database db = opened(freshPath());
        must(db.run("CREATE TABLE t(a)"_L1));
        {
            auto transaction = Transaction::begin(db);
            QVERIFY(transaction);
            must(db.run("INSERT INTO t VALUES(1)"_L1));
        }
        QCOMPARE(count(db), 0);
        auto transaction = Transaction::begin(db);
        must(db.run("INSERT INTO t VALUES(1)"_L1));
        must(transaction.value().commit());
        QVERIFY(!db.inTransaction());
        QCOMPARE(count(db), 1);
    }

    void anEncryptedFileOpensOnlyWithItsKey()
    {
        const QString path = freshPath();
        {
            Database db = opened(path, firstKey);
            must(db.run("CREATE TABLE t(a)"_L1));
            must(db.run("INSERT INTO t VALUES('canary of plaintext')"_L1));
            QVERIFY(!contentOf(path + u"-wal"_s).contains("canary"));
            must(db.checkpoint());
            QVERIFY(contentOf(path).size() > 0);
            QVERIFY(!contentOf(path).contains("canary"));
            QVERIFY(!contentOf(path).startsWith("SQLite format 3"));
        }
        QCOMPARE(Database::open(path, {.key = otherKey}).error().code, ErrorCode::StorageKey);
        QCOMPARE(Database::open(path).error().code, ErrorCode::StorageKey);
        QCOMPARE(Database::open(path, {.key = QByteArray("short")}).error().code, ErrorCode::StorageKey);
        Database db = opened(path, firstKey);
        QCOMPARE(count(db), 1);
    }

    void aPlainFileIsNotTakenForAnEncryptedOne()
    {
        const QString path = freshPath();
        {
            Database db = opened(path);
            must(db.run("CREATE TABLE t(a)"_L1));
        }
        QCOMPARE(Database::open(path, {.key = firstKey}).error().code, ErrorCode::StorageKey);
    }

    void everyAccessMayFailAndNothingHalfStays()
    {
        const QString path = freshPath();
        Database db = opened(path);
        must(db.run("CREATE TABLE t(a)"_L1));
        const auto work = [&db]() -> Status {
            auto transaction = Transaction::begin(db);
            if (!transaction)
                return transaction.error();
            for (int i = 0; i < 2; ++i) {
                if (const auto done = db.run("INSERT INTO t VALUES(?)"_L1, i); !done)
                    return done;
            }
            return transaction.value().commit();
        };
        for (int n = 1; n <= 4; ++n) {
            int left = n;
            db.setFaultInjector([&left] { return --left == 0 ? std::optional(SQLITE_FULL) : std::nullopt; });
            QCOMPARE(work().error().code, ErrorCode::StorageFull);
            db.setFaultInjector({});
            QVERIFY(!db.inTransaction());
            QCOMPARE(count(db), 0);
        }
        must(work());
        QCOMPARE(count(db), 2);
    }

    void aBackupIsWholeAndKeyedAlike()
    {
        for (const QByteArray &key : {QByteArray(), firstKey}) {
            Database db = opened(freshPath(), key);
            must(db.run("CREATE TABLE t(a)"_L1));
            must(db.run("INSERT INTO t VALUES('canary of plaintext')"_L1));
            const QString copy = freshPath();
            must(db.backupTo(copy, key));
            must(db.backupTo(copy, key));
            QVERIFY(!QFile::exists(copy + u".part"_s));
            QCOMPARE(contentOf(copy).contains("canary"), key.isEmpty());
            Database restored = opened(copy, key);
            QCOMPARE(count(restored), 1);
        }
    }

    void aRunningStatementCanBeInterrupted()
    {
        Database db = opened(u":memory:"_s);
        const auto interrupt = db.interrupter();
        int accesses = 0;
        db.setFaultInjector([&]() -> std::optional<int> { return ++accesses == 2 ? (interrupt(), std::nullopt) : std::nullopt; });
        Statement s = db.prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<9) SELECT i FROM n"_L1);
        QVERIFY(*s.step());
        QCOMPARE(s.step().error().code, ErrorCode::Aborted);
    }

    void migrationsApplyOnceAndInOrder()
    {
        QTemporaryDir scripts;
        writeScript(scripts.filePath(u"0001_initial.sql"_s), "-- a first table\nCREATE TABLE t(a);\n");
        Database db = opened(freshPath());
        must(migrate(db, scripts.path()));
        must(migrate(db, scripts.path()));
        QCOMPARE(*storedSchema(db), 1);
        writeScript(scripts.filePath(u"0002_more.sql"_s), "INSERT INTO t VALUES('a;b'); INSERT INTO t VALUES(2);");
        must(migrate(db, scripts.path()));
        QCOMPARE(*storedSchema(db), 2);
        QCOMPARE(count(db), 2);
        writeScript(scripts.filePath(u"0003_wrong.sql"_s), "INSERT INTO t VALUES(3); INSERT INTO nowhere VALUES(1);");
        QCOMPARE(migrate(db, scripts.path()).error().code, ErrorCode::Storage);
        QCOMPARE(*storedSchema(db), 2);
        QCOMPARE(count(db), 2);
    }

    void aFileOfANewerProgramIsRefused()
    {
        QTemporaryDir scripts;
        writeScript(scripts.filePath(u"0001_initial.sql"_s), "CREATE TABLE t(a);");
        Database db = opened(freshPath());
        must(db.run("PRAGMA user_version=7"_L1));
        const auto refused = migrate(db, scripts.path());
        QCOMPARE(refused.error().code, ErrorCode::StorageNewer);
        QCOMPARE(refused.error().detail, u"7 > 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
