#include "presentation/filekeeping.h"
#include "smalldesk.h"
#include "store/blobs.h"

#include <QtCore/QTemporaryDir>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! A chosen file is in the store before anything refers to it, and to be sent once something does.
class TestFileKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isKeptThoughTheStickIsPulledOut()
    {
        SmallDesk desk;
        const QString path = m_folder.filePath(u"photo.png"_s);
        write(path, "\x89PNG\r\n\x1a\n and more");
        const auto kept = waitFor(keepFile(desk.gate, this, path));
        QVERIFY(kept);
        QCOMPARE(kept->name, u"photo.png"_s);
        QCOMPARE(kept->mediaType, u"image/png"_s);
        QVERIFY(QFile::remove(path));
        QCOMPARE(blob(desk.store(), kept->sha256).value()->state, BlobState::Loose);

        const Request request = smalltown::request(u"Épave"_s, u"police"_s, RequestStatus::Assigned, {});
        desk.take(request);
        desk.flush();
        const Actor actor = desk.actor(u"rousseau"_s);
        const Attachment attachment = attachmentOf(*kept, request.id, actor.user, desk.clock.now());
        QVERIFY(
            desk.store().submit({{Kind::Attachment, Verb::Create, QUuid::createUuid(), toDocument(attachment), {}, 0}}, actor));
        QCOMPARE(nextBlob(desk.store()).value()->sha256, kept->sha256);
        QVERIFY(blobBytes(desk.store(), kept->sha256).value().endsWith(" and more"));
    }

    void whatCanNotBeTakenIsTold()
    {
        SmallDesk desk;
        QCOMPARE(waitFor(keepFile(desk.gate, this, m_folder.path())).error().code, ErrorCode::NotFound); // a folder
        QCOMPARE(waitFor(keepFile(desk.gate, this, m_folder.filePath(u"gone"_s))).error().code, ErrorCode::NotFound);
        QCOMPARE(waitFor(keepFile(desk.gate, this, QByteArray(), u"empty.png"_s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(waitFor(keepFile(desk.gate, this, QByteArray(largestFile + 1, 'x'), u"big"_s)).error().code,
                 ErrorCode::TooLarge);
        const QString path = m_folder.filePath(u"big.bin"_s);
        QFile big(path);
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(largestFile + 1));
        QCOMPARE(waitFor(keepFile(desk.gate, this, path)).error().code, ErrorCode::TooLarge);
        QCOMPARE(desk.store().database().integer("SELECT count(*) FROM blob"_L1).value(), std::optional<qint64>(0));
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    static Result<FileReference> waitFor(const QFuture<Result<FileReference>> &future)
    {
        const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); });
        return isAnswered && future.resultCount() > 0 ? future.result() : Error{ErrorCode::Aborted, {}};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFileKeeping)
#include "tst_filekeeping.moc"
