#include "hub/blobfolder.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace parvis;
using namespace Qt::StringLiterals;

static QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

//! No two stretches of it are alike.
static QByteArray someBytes(qint64 size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(), [&random] { return char(random.generate()); });
    return bytes;
}

//! The bytes of files at the hub.
class TestBlobFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<BlobFolder>(m_dir->filePath(u"blobs"_s), 1000);
    }

    void comesInPartsAndIsReadInParts()
    {
        QCOMPARE(m_folder->place(m_digest, m_desk).error().code, ErrorCode::NotFound);
        QCOMPARE(m_folder->append(m_digest, m_desk, part(0, 4)).value(), (BlobPlace{4, 10}));
        QCOMPARE(m_folder->place(m_digest, m_desk).value().offset, 4);
        QCOMPARE(m_folder->read(m_digest, 0, 10).error().code, ErrorCode::NotFound); // not before it is whole
        QCOMPARE(m_folder->append(m_digest, m_desk, part(4, 6)).value(), (BlobPlace{10, 10}));
        QCOMPARE(m_folder->read(m_digest, 3, 4).value(), (BlobPart{3, 10, "3456"}));
        QCOMPARE(m_folder->read(m_digest, 8, 100).value(), (BlobPart{8, 10, "89"}));
        QCOMPARE(m_folder->read(m_digest, 10, 5).value(), (BlobPart{10, 10, {}}));
        QCOMPARE(m_folder->read(m_digest, 11, 5).error().code, ErrorCode::InvalidInput);
        QVERIFY(QDir(m_dir->filePath(u"blobs/coming"_s)).isEmpty());
    }

    void aPartOutOfPlaceChangesNothing()
    {
        QVERIFY(m_folder->append(m_digest, m_desk, part(0, 4)));
        for (const qint64 offset : {0, 3, 5}) {
            const auto placed = m_folder->append(m_digest, m_desk, {offset, 10, "x"});
            QCOMPARE(placed.error(), (Error{ErrorCode::WrongOffset, u"4"_s}));
        }
        QVERIFY(m_folder->append(m_digest, m_desk, part(4, 6)));
        QCOMPARE(m_folder->read(m_digest, 0, 10).value().bytes, m_bytes);
        // Here already: the same again, from anywhere, is swallowed.
        QCOMPARE(m_folder->append(m_digest, m_desk, part(0, 4)).value(), (BlobPlace{10, 10}));
    }

    void twoDevicesDoNotMix()
    {
        const Id other = QUuid::createUuidV5(m_desk, QByteArray("other"));
        QVERIFY(m_folder->append(m_digest, m_desk, part(0, 4)));
        QVERIFY(m_folder->append(m_digest, other, {0, 10, "wrong"}));
        QCOMPARE(m_folder->append(m_digest, other, {5, 10, "wrong"}).error().code, ErrorCode::DigestMismatch);
        QCOMPARE(m_folder->place(m_digest, other).error().code, ErrorCode::NotFound); // thrown away
        QVERIFY(m_folder->append(m_digest, m_desk, part(4, 6)));
        QCOMPARE(m_folder->read(m_digest, 0, 10).value().bytes, m_bytes);
    }

    void badInputIsRefused_data()
    {
        QTest::addColumn<QString>("digest");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QString good = digestOf("0123456789");
        QTest::newRow("a path") << u"../../../../etc/passwd"_s << qint64(0) << qint64(4) << "abcd"_ba << ErrorCode::InvalidInput;
        QTest::newRow("capitals") << good.toUpper() << qint64(0) << qint64(4) << "abcd"_ba << ErrorCode::InvalidInput;
        QTest::newRow("nothing") << good << qint64(0) << qint64(0) << QByteArray() << ErrorCode::InvalidInput;
        QTest::newRow("beyond the end") << good << qint64(0) << qint64(3) << "abcd"_ba << ErrorCode::InvalidInput;
        QTest::newRow("negative") << good << qint64(-1) << qint64(4) << "abcd"_ba << ErrorCode::InvalidInput;
        QTest::newRow("too large") << good << qint64(0) << qint64(1001) << "abcd"_ba << ErrorCode::TooLarge;
    }
    void badInputIsRefused()
    {
        QFETCH(QString, digest);
        QFETCH(qint64, offset);
        QFETCH(qint64, total);
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QCOMPARE(m_folder->append(digest, m_desk, {offset, total, bytes}).error().code, code);
        QVERIFY(!m_folder->place(digest, m_desk));
        QVERIFY(!m_folder->read(digest, 0, 1));
    }

    //! As on a full disk: what was there stays, and the rest can follow.
    void aPartThatDoesNotFitLeavesWhatWasThere()
    {
        QVERIFY(m_folder->append(m_digest, m_desk, part(0, 4)));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 6;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto placed = m_folder->append(m_digest, m_desk, part(4, 6));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(placed.error().code, ErrorCode::Storage);
        QCOMPARE(m_folder->place(m_digest, m_desk).value().offset, 4);
        QCOMPARE(m_folder->append(m_digest, m_desk, part(4, 6)).value(), (BlobPlace{10, 10}));
    }

    void manyPartsOfManyFilesComeTogether_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::newRow("reckoned as they come") << false;
        QTest::newRow("read again after a restart") << true;
    }
    void manyPartsOfManyFilesComeTogether()
    {
        QFETCH(bool, restarts);
        constexpr qint64 partBytes = 700'001;
        constexpr int parts = 4;
        QList<QByteArray> files;
        for (quint32 seed = 1; seed <= 3; ++seed)
            files.append(someBytes(parts * partBytes - 1, seed));
        m_folder = std::make_unique<BlobFolder>(m_dir->filePath(u"many"_s), parts * partBytes);
        for (int at = 0; at < parts; ++at) {
            for (const QByteArray &bytes : files) {
                const auto placed = m_folder->append(digestOf(bytes), m_desk,
                                                     {at * partBytes, bytes.size(), bytes.mid(at * partBytes, partBytes)});
                QVERIFY(placed);
                QCOMPARE(placed->offset, std::min(qint64(bytes.size()), (at + 1) * partBytes));
            }
            if (restarts && at == 1)
                m_folder = std::make_unique<BlobFolder>(m_dir->filePath(u"many"_s), parts * partBytes);
        }
        for (const QByteArray &bytes : files)
            QCOMPARE(m_folder->read(digestOf(bytes), 0, bytes.size()).value().bytes, bytes);
    }

    void oneWrongByteInAnyPartIsFound()
    {
        constexpr qint64 partBytes = 300'000;
        constexpr int parts = 3;
        const QByteArray right = someBytes(parts * partBytes, 4);
        for (int wrong = 0; wrong < parts; ++wrong) {
            BlobFolder folder(m_dir->filePath(u"wrong"_s), right.size());
            QByteArray bytes = right;
            bytes[wrong * partBytes + partBytes / 2] ^= 1;
            for (int at = 0; at < parts; ++at) {
                const auto placed =
                    folder.append(digestOf(right), m_desk, {at * partBytes, bytes.size(), bytes.mid(at * partBytes, partBytes)});
                if (at + 1 < parts)
                    QVERIFY(placed);
                else
                    QCOMPARE(placed.error().code, ErrorCode::DigestMismatch);
            }
            QCOMPARE(folder.place(digestOf(right), m_desk).error().code, ErrorCode::NotFound);
        }
    }

    void whatWasNotFinishedIsForgotten()
    {
        QVERIFY(m_folder->append(m_digest, m_desk, part(0, 4)));
        QCOMPARE(m_folder->forgetUnfinished({0}), 0);
        QCOMPARE(m_folder->forgetUnfinished({std::numeric_limits<qint64>::max()}), 1);
        QCOMPARE(m_folder->place(m_digest, m_desk).error().code, ErrorCode::NotFound);
    }

    void isCopiedBesideABackup()
    {
        QVERIFY(m_folder->append(m_digest, m_desk, part(0, 10)));
        const QByteArray half = "half";
        QVERIFY(m_folder->append(digestOf(half), m_desk, {0, 4, "ha"}));
        const QString copy = m_dir->filePath(u"copy"_s);
        QVERIFY(m_folder->copyTo(copy));
        QVERIFY(m_folder->copyTo(copy)); // again: only what is new
        BlobFolder restored(copy, 1000);
        QCOMPARE(restored.read(m_digest, 0, 10).value().bytes, m_bytes);
        QCOMPARE(restored.place(digestOf(half), m_desk).error().code, ErrorCode::NotFound);
    }

private:
    BlobPart part(qint64 offset, qint64 length) const { return {offset, 10, m_bytes.mid(offset, length)}; }

    const QByteArray m_bytes = "0123456789";
    const QString m_digest = digestOf(m_bytes);
    const Id m_desk = QUuid::createUuidV5(QUuid(), QByteArray("desk"));
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<BlobFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestBlobFolder)
#include "tst_blobfolder.moc"
