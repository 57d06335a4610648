#include "store/blobs.h"
#include "storekit.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>

using namespace parvis;
using namespace parvis::storekit;

static QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

//! The bytes of files at a desk.
class TestBlobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_attachments = 0;
    }

    void aChosenFileIsSentOnceSomethingHasIt()
    {
        QVERIFY(keepBlob(m_desk->store, m_digest, m_bytes));
        QCOMPARE(must(nextBlob(m_desk->store)), std::nullopt);
        attach(1, m_digest);
        const auto next = must(nextBlob(m_desk->store));
        QVERIFY(next);
        QCOMPARE(next->sha256, m_digest);
        QCOMPARE(next->state, BlobState::Queued);
        QCOMPARE(must(m_desk->store.outboxCounts()).files, 1);
        QCOMPARE(must(blobBytes(m_desk->store, m_digest)), m_bytes);
        QVERIFY(setBlobState(m_desk->store, m_digest, BlobState::Sent));
        QCOMPARE(must(m_desk->store.outboxCounts()).files, 0);
        QCOMPARE(must(blobBytes(m_desk->store, m_digest)), m_bytes); // it stays at hand
    }

    void anyPartIsReadAcrossThePartsInWhichItIsKept()
    {
        QVERIFY(keepBlob(m_desk->store, m_digest, m_bytes));
        for (const auto &[offset, length] : {std::pair<qint64, qint64>{0, 10},
                                             {1'048'570, 20},
                                             {1'048'576, 1'048'576},
                                             {2'499'990, 1000},
                                             {3, 2'400'000},
                                             {2'500'000, 10}})
            QCOMPARE(must(blobBytes(m_desk->store, m_digest, offset, length)), m_bytes.mid(offset, length));
    }

    void aWantedFileComesInPartsAndIsCompared()
    {
        attach(1, m_digest);
        QVERIFY(wantBlob(m_desk->store, m_digest, attachment(1)));
        QCOMPARE(blobBytes(m_desk->store, m_digest).error().code, ErrorCode::NotFound);
        const auto next = must(nextBlob(m_desk->store));
        QCOMPARE(next->attachment, attachment(1));
        Blob taken = must(takeBlobPart(m_desk->store, m_digest, part(0, 1'000'000)));
        QCOMPARE(taken.held, 1'000'000);
        taken = must(takeBlobPart(m_desk->store, m_digest, part(0, 1'000'000))); // again: left aside
        QCOMPARE(taken.held, 1'000'000);
        QVERIFY(!taken.isHere());
        taken = must(takeBlobPart(m_desk->store, m_digest, part(1'000'000, 1'500'000)));
        QVERIFY(taken.isHere());
        QCOMPARE(must(blobBytes(m_desk->store, m_digest)), m_bytes);
        QCOMPARE(wantBlob(m_desk->store, m_digest, attachment(1)).error().code, ErrorCode::AlreadyExists);
    }

    void whatIsNotWhatItsDigestSaysIsThrownAway()
    {
        attach(1, m_digest);
        QVERIFY(wantBlob(m_desk->store, m_digest, attachment(1)));
        BlobPart wrong = part(0, m_bytes.size());
        wrong.bytes[7] = char(wrong.bytes[7] + 1);
        QCOMPARE(takeBlobPart(m_desk->store, m_digest, wrong).error().code, ErrorCode::DigestMismatch);
        QCOMPARE(must(blob(m_desk->store, m_digest)), std::nullopt);
    }

    //! "a moved case leaves their machine": its files too, unless another case has them or they are still to be sent.
    void goesWithTheLastCaseInSight()
    {
        const QByteArray common = "common", queued = "queued", alone = "alone";
        for (const QByteArray &bytes : {common, queued, alone})
            QVERIFY(keepBlob(m_desk->store, digestOf(bytes), bytes));
        attach(1, digestOf(common));
        attach(1, digestOf(alone));
        attach(1, digestOf(queued));
        attach(2, digestOf(common));
        for (const QByteArray &bytes : {common, alone})
            QVERIFY(setBlobState(m_desk->store, digestOf(bytes), BlobState::Sent));
        ChangesPage page;
        page.changes = {change(100, ChangeOp::Leave, Kind::Request, requestId(1), {})};
        page.next = {100, "12345678"};
        must(m_desk->store.apply(page));
        const auto isHere = [this](const QByteArray &bytes) { return must(blob(m_desk->store, digestOf(bytes))).has_value(); };
        QVERIFY(!isHere(alone));
        QVERIFY(isHere(common));
        QVERIFY(isHere(queued));
        QVERIFY(setBlobState(m_desk->store, digestOf(queued), BlobState::Sent));
        QVERIFY(!isHere(queued));
        QCOMPARE(must(m_desk->store.database().integer("SELECT count(*) FROM blob_part"_L1)), std::optional<qint64>(1));
    }

    //! … and no word and no byte of it is left in the file.
    void aCaseThatMovedAwayLeavesNothingInTheFile()
    {
        const QTemporaryDir folder;
        ManualClock clock{{1'796'000'000'000}};
        QRandomGenerator random{3};
        const QList<QByteArray> canaries{"canarysubject", "canarytext", "canarynote",
                                         "canarycontact", "canaryname", "canarybytes"};
        auto store = std::make_unique<DeskStore>(must(DeskStore::open(folder.filePath(u"desk.db"_s), {}, clock, random)));
        const QByteArray bytes = QByteArray("canarybytes").repeated(2'000);
        const QJsonObject of{{u"request"_s, idText(requestId(1))}};
        const auto with = [&of](const QString &field, const QString &value) {
            QJsonObject fields = of;
            fields.insert(field, value);
            return fields;
        };
        QJsonObject file = with(u"name"_s, u"canaryname.pdf"_s);
        file.insert(u"sha256"_s, digestOf(bytes));
        file.insert(u"bytes"_s, bytes.size());
        ChangesPage page;
        page.changes = {
            change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"canarysubject"_s}}),
            change(2, ChangeOp::Patch, Kind::Request, requestId(1), {{u"text"_s, u"canarytext"_s}}), // in the history too
            change(3, ChangeOp::Create, Kind::Note, noteId(1), with(u"text"_s, u"canarynote"_s)),
            change(4, ChangeOp::Create, Kind::Contact, contactId(1), with(u"text"_s, u"canarycontact"_s)),
            change(5, ChangeOp::Create, Kind::Attachment, attachment(1), file),
            change(6, ChangeOp::Create, Kind::Request, requestId(2), {{u"subject"_s, u"stayingsubject"_s}})};
        page.next = {6, "12345678"};
        QVERIFY(keepBlob(*store, digestOf(bytes), bytes));
        must(store->apply(page));
        QVERIFY(setBlobState(*store, digestOf(bytes), BlobState::Sent));
        for (const QByteArray &canary : canaries)
            QVERIFY2(fileHas(folder.path(), canary), canary.constData());
        page.changes = {change(7, ChangeOp::Leave, Kind::Request, requestId(1), {})};
        page.next = {7, "12345678"};
        must(store->apply(page));
        store.reset();
        for (const QByteArray &canary : canaries)
            QVERIFY2(!fileHas(folder.path(), canary), canary.constData());
        QVERIFY(fileHas(folder.path(), "stayingsubject"));
    }

    void theLeastUsedGoFirstAndDraftsKeepTheirs()
    {
        const QByteArray first(600, 'a'), second(600, 'b'), loose(10, 'c'), drafted(10, 'd');
        int n = 0;
        for (const QByteArray &bytes : {first, second, loose, drafted}) {
            m_desk->clock.advance(1000);
            QVERIFY(keepBlob(m_desk->store, digestOf(bytes), bytes));
            if (bytes.size() > 100) {
                attach(++n, digestOf(bytes));
                QVERIFY(setBlobState(m_desk->store, digestOf(bytes), BlobState::Sent));
            }
        }
        QVERIFY(m_desk->store.saveDraft(u"desk"_s, {{u"form"_s, QJsonObject{{u"sha256"_s, digestOf(drafted)}}}}));
        QVERIFY(trimBlobs(m_desk->store, 1000, {0}));
        QVERIFY(!must(blob(m_desk->store, digestOf(first))));
        QVERIFY(must(blob(m_desk->store, digestOf(second))));
        QVERIFY(must(blob(m_desk->store, digestOf(loose))));
        QVERIFY(trimBlobs(m_desk->store, 1000, {m_desk->clock.now().ms + 1}));
        QVERIFY(!must(blob(m_desk->store, digestOf(loose))));
        QVERIFY(must(blob(m_desk->store, digestOf(drafted))));
    }

private:
    static Id attachment(int n) { return storekit::id(9, n); }
    BlobPart part(qint64 offset, qint64 length) const { return {offset, m_bytes.size(), m_bytes.mid(offset, length)}; }

    //! To request \a n, which is made if there is none.
    void attach(int n, const QString &digest)
    {
        QList<Edit> edits;
        if (!must(m_desk->store.document(Kind::Request, requestId(n))))
            edits.append({Kind::Request, Verb::Create, requestId(n), {{u"subject"_s, u"Fuite"_s}}, {}, 0});
        edits.append({Kind::Attachment,
                      Verb::Create,
                      attachment(++m_attachments),
                      {{u"request"_s, idText(requestId(n))}, {u"sha256"_s, digest}, {u"bytes"_s, 5}},
                      {},
                      0});
        must(m_desk->store.submit(edits, m_desk->actor));
    }

    QByteArray m_bytes = [] {
        QByteArray bytes(2'500'000, Qt::Uninitialized);
        QRandomGenerator random(3);
        for (char &c : bytes)
            c = char(random.bounded(256));
        return bytes;
    }();
    const QString m_digest = digestOf(m_bytes);
    int m_attachments = 0;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
