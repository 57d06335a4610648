#include "storekit.h"

#include "base/async.h"
#include "store/keyfile.h"
#include "store/requestquery.h"
#include "store/secretvault.h"
#include "store/storethread.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace parvis;
using namespace parvis::storekit;

class TestStoreThread : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QString freshPath() { return m_dir.filePath(u"%1.db"_s.arg(++m_files)); }

private Q_SLOTS:
    void aWriteIsSeenByTheNextRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("file") << freshPath();
        QTest::newRow("memory") << u":memory:"_s;
    }
    void aWriteIsSeenByTheNextRead()
    {
        QFETCH(QString, path);
        ManualClock clock;
        auto store = must(StoreThread::open(path, path.startsWith(u':') ? QByteArray() : QByteArray(32, 'k'), clock));
        int rows = -1;
        QThread *answeredIn = nullptr;
        whenReady(store->write([](DeskStore &s) {
            return s.apply(page(1, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {})}));
        }),
                  this, [&](const Result<Touched> &done) {
                      QVERIFY(done);
                      whenReady(store->read([](DeskStore &s) { return requestPage(s, {}, 10); }), this,
                                [&](const Result<RequestPage> &page) {
                                    rows = int(page->rows.size());
                                    answeredIn = QThread::currentThread();
                                });
                  });
        QTRY_COMPARE(rows, 1);
        QCOMPARE(answeredIn, thread());
    }

    void closingFinishesWritesAndAnswersEverybody()
    {
        const QString path = freshPath();
        ManualClock clock;
        QList<QFuture<Status>> writes;
        QList<QFuture<Result<RequestPage>>> reads;
        {
            auto store = must(StoreThread::open(path, {}, clock));
            for (int i = 0; i < 20; ++i) {
                writes.append(store->write([i](DeskStore &s) { return s.setSetting(QString::number(i), u"x"_s); }));
                reads.append(store->read([](DeskStore &s) { return requestPage(s, {}, 10); }));
            }
            store->close();
            QCOMPARE(store->write([](DeskStore &s) { return s.setSetting(u"late"_s, {}); }).result().error().code,
                     ErrorCode::Aborted);
        }
        for (auto &write : writes)
            QVERIFY(write.result());
        for (auto &read : reads)
            QVERIFY(read.isFinished());
        QRandomGenerator random;
        DeskStore store = must(DeskStore::open(path, {}, clock, random));
        QCOMPARE(must(store.setting(u"19"_s)), u"x"_s);
    }

    void anUnwantedReadEnds()
    {
        ManualClock clock;
        auto store = must(StoreThread::open(freshPath(), {}, clock));
        std::atomic<bool> runs = false;
        auto read = store->read([&runs](DeskStore &s) -> Status {
            Statement endless =
                s.database().prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_L1);
            runs = true;
            return endless.run();
        });
        QTRY_VERIFY(runs);
        QTRY_VERIFY((store->interruptRead(), read.isFinished())); // it may not have begun at the first try
        QCOMPARE(read.result().error().code, ErrorCode::Aborted);
    }

    void aWrongKeyIsToldAtOnce()
    {
        const QString path = freshPath();
        ManualClock clock;
        must(StoreThread::open(path, QByteArray(32, 'a'), clock));
        const auto opened = StoreThread::open(path, QByteArray(32, 'b'), clock);
        QCOMPARE(opened.error().code, ErrorCode::StorageKey);
    }

    void theKeyIsWrappedTwice()
    {
        const QString path = m_dir.filePath(u"key.json"_s);
        KeyFile file(path, KeyCost::Cheap);
        QVERIFY(!file.exists());
        QCOMPARE(file.unlock(u"x"_s).error().code, ErrorCode::NotFound);
        const QByteArray key = must(file.create(u"une phrase secrète"_s));
        QCOMPARE(key.size(), 32);
        QCOMPARE(file.create(u"other"_s).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(must(file.unlock(u"une phrase secrète"_s)), key);
        QCOMPARE(must(file.unlock(u"une phrase secre\u0300te"_s)), key); // the same letters from another keyboard
        QCOMPARE(file.unlock(u"une phrase secrete"_s).error().code, ErrorCode::StorageKey);

        const QByteArray secret = must(file.addSecret(key));
        QCOMPARE(must(file.unlockWithSecret(secret)), key);
        QCOMPARE(file.unlockWithSecret(QByteArray(32, 'x')).error().code, ErrorCode::StorageKey);
        QCOMPARE(file.unlockWithSecret({}).error().code, ErrorCode::StorageKey);

        must(file.changePassphrase(key, u"nouvelle"_s));
        QCOMPARE(file.unlock(u"une phrase secrète"_s).error().code, ErrorCode::StorageKey);
        QCOMPARE(must(file.unlock(u"nouvelle"_s)), key);
        QCOMPARE(must(file.unlockWithSecret(secret)), key);
        must(file.removeSecret());
        QCOMPARE(file.unlockWithSecret(secret).error().code, ErrorCode::StorageKey);

        QFile raw(path);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray content = raw.readAll();
        QVERIFY(!content.contains(key.toBase64()) && !content.contains(key.toHex()));
        QCOMPARE(raw.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    //! A change of password is cut at any place: what the hub then takes for the password opens the desk.
    void aChangeOfPassphraseLocksNobodyOut()
    {
        const QString old = u"une phrase secrète"_s, wanted = u"une autre phrase"_s;
        enum Step { Offered, Asked, Settled };
        for (const bool isTaken : {false, true}) { // by the hub
            for (const Step last : {Offered, Asked, Settled}) {
                const QString path = m_dir.filePath(u"change-%1-%2.json"_s.arg(isTaken).arg(last));
                const QByteArray key = must(KeyFile(path, KeyCost::Cheap).create(old));
                const QByteArray secret = must(KeyFile(path, KeyCost::Cheap).addSecret(key));
                must(KeyFile(path, KeyCost::Cheap).offerPassphrase(key, wanted));
                const QString atTheHub = isTaken && last >= Asked ? wanted : old;
                if (last == Settled)
                    must(KeyFile(path, KeyCost::Cheap).settle(atTheHub));
                // The program is started anew: nothing but the file is there.
                KeyFile file(path, KeyCost::Cheap);
                QCOMPARE(file.isOffering(), last < Settled);
                QCOMPARE(must(file.unlock(atTheHub)), key);
                QCOMPARE(must(file.unlockWithSecret(secret)), key);
                const Status wrong = file.settle(u"ni l'une ni l'autre"_s);
                QCOMPARE(bool(wrong), last == Settled); // without an offer there is nothing to do
                QVERIFY(wrong || wrong.error().code == ErrorCode::StorageKey);
                must(file.settle(atTheHub)); // the next sign-in that succeeds
                must(file.settle(atTheHub)); // twice is once
                QVERIFY(!file.isOffering());
                QCOMPARE(must(file.unlock(atTheHub)), key);
                QCOMPARE(file.unlock(atTheHub == old ? wanted : old).error().code, ErrorCode::StorageKey);
                QCOMPARE(must(file.unlockWithSecret(secret)), key);
            }
        }
    }

    //! The answer to one change is lost, and another one is tried: the first may be the one that the hub took.
    void anOfferStaysBesideAnother()
    {
        KeyFile file(m_dir.filePath(u"offers.json"_s), KeyCost::Cheap);
        const QByteArray key = must(file.create(u"avant"_s));
        must(file.offerPassphrase(key, u"première"_s)); // lost
        must(file.offerPassphrase(key, u"seconde"_s));  // refused
        for (const QString &phrase : {u"avant"_s, u"première"_s, u"seconde"_s})
            QCOMPARE(must(file.unlock(phrase)), key);
        must(file.withdrawOffer());
        QVERIFY(!file.unlock(u"seconde"_s));
        QVERIFY(file.isOffering());
        must(file.settle(u"première"_s));
        QCOMPARE(must(file.unlock(u"première"_s)), key);
        QVERIFY(!file.unlock(u"avant"_s));
        must(file.withdrawOffer()); // none is left
        QCOMPARE(must(file.unlock(u"première"_s)), key);
    }

    //! A disk that takes nothing leaves the file as it was.
    void aChangeThatCantBeWrittenChangesNothing()
    {
        const QString folder = m_dir.filePath(u"full"_s), path = folder + u"/key.json"_s;
        QVERIFY(QDir().mkpath(folder));
        KeyFile file(path, KeyCost::Cheap);
        const QByteArray key = must(file.create(u"avant"_s));
        QVERIFY(QFile::rename(folder, folder + u" away"_s)); // the disk is gone
        QVERIFY(!file.offerPassphrase(key, u"après"_s));
        QVERIFY(!file.settle(u"avant"_s));
        QVERIFY(QFile::rename(folder + u" away"_s, folder));
        QVERIFY(!file.isOffering());
        QCOMPARE(must(file.unlock(u"avant"_s)), key);
    }

    void aDamagedKeyFileIsRefused()
    {
        const QString path = m_dir.filePath(u"damaged.json"_s);
        for (const QByteArray &content :
             {QByteArray(), QByteArray("{"), QByteArray("{\"passphrase\":{\"salt\":\"AA==\",\"memory\":1e18}}")}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            QCOMPARE(KeyFile(path, KeyCost::Cheap).unlock(u"x"_s).error().code, ErrorCode::StorageKey);
        }
    }

    void theVaultKeepsSecrets()
    {
        MemoryVault vault;
        QCOMPARE(vault.read(u"a"_s).result().error().code, ErrorCode::NotFound);
        QVERIFY(vault.write(u"a"_s, QByteArray("s")).result());
        QCOMPARE(must(vault.read(u"a"_s).result()), QByteArray("s"));
        QVERIFY(vault.remove(u"a"_s).result());
        QCOMPARE(vault.read(u"a"_s).result().error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_storethread.moc"
