#include "enginescene.h"
#include "store/blobs.h"

#include <QtCore/QCryptographicHash>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The bytes of files from desk to hub and from there to other desks, over a way that is late, lossy and cut.
class TestEngineFiles : public QObject, private EngineScene
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { close(); }

    void aFileArrivesAtTheHubAndAtWhoAsksForIt()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const auto [request, attachment] = attach(m_bytes);
        settle();
        QCOMPARE(state(0).outbox.files, 0);
        QCOMPARE(atHub(), m_bytes);
        QCOMPARE(blob(desk(0).store(), m_digest).value()->state, BlobState::Sent);

        QVERIFY(!blob(desk(1).store(), m_digest).value()); // nothing comes unasked
        QSignalSpy arrived(&engine(1), &SyncEngine::fileArrived);
        engine(1).fetchFile(m_digest, attachment);
        run(20'000);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(blobBytes(desk(1).store(), m_digest).value(), m_bytes);
        engine(1).fetchFile(m_digest, attachment); // at hand now
        QTRY_COMPARE(arrived.size(), 2);
        Q_UNUSED(request);
    }

    //! Cut again and again, doubled and lost: the parts that have come are not sent anew, and the file is whole.
    void goesOnWhereItWasCut()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const auto [request, attachment] = attach(m_bytes);
        desk().transport().link.loss = 0.2;
        desk().transport().link.duplicate = 0.2;
        engine().localWorkQueued();
        for (int i = 0; i < 40 && state().outbox.files > 0; ++i) {
            run(3'000);
            desk().transport().setCut(true);
            run(500);
            desk().transport().setCut(false);
            engine().networkRegained();
        }
        desk().transport().link = {};
        settle();
        QCOMPARE(state(0).outbox.files, 0);
        QCOMPARE(atHub(), m_bytes);
        Q_UNUSED(request);
        Q_UNUSED(attachment);
    }

    //! Killed while a file is half sent, a desk goes on from what the hub has.
    void aKilledDeskGoesOn()
    {
        boot({u"ambassador"_s});
        attach(m_bytes);
        desk().transport().intercept = [parts = 0](const QString &route, const QByteArray &) mutable -> std::optional<Wire> {
            return route == u"blob-append"_s && ++parts > 2 ? std::optional(Wire{}) : std::nullopt;
        };
        engine().localWorkQueued();
        run(5'000);
        QVERIFY(m_town->hub.blobs().place(m_digest, desk().store().device()).value().offset > 0);
        desk().kill();
        desk().boot();
        desk().transport().intercept = {};
        desk().transport().routes.clear();
        settle();
        QCOMPARE(atHub(), m_bytes);
        QVERIFY(desk().transport().routes.contains(u"blob-place"_s));
    }

    void workAndNewsGoFirst()
    {
        boot({u"ambassador"_s});
        attach(m_bytes);
        engine().localWorkQueued();
        run(200);
        const Id id = create();
        engine().localWorkQueued();
        for (int i = 0; i < 200 && state().outbox.queued > 0; ++i)
            run(10);
        QCOMPARE(state().outbox.queued, 0);
        QCOMPARE(state().outbox.files, 1); // still under way
        QVERIFY(!shown(0, id).isEmpty());
        settle();
        QCOMPARE(state().outbox.files, 0);
    }

    //! The record comes before the bytes: who asks too early is told so, and gets them later.
    void bytesThatAreNotThereYet()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const auto [request, attachment] = attach(m_bytes);
        desk().transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"blob-place"_s ? std::optional(Wire{}) : std::nullopt;
        };
        engine().localWorkQueued();
        run(5'000);
        engine(1).syncNow();
        run(2'000);
        QVERIFY(desk(1).store().document(Kind::Attachment, attachment).value());
        QSignalSpy failed(&engine(1), &SyncEngine::fileFailed);
        engine(1).fetchFile(m_digest, attachment);
        run(2'000);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::NotFound);
        desk().transport().intercept = {};
        settle();
        engine(1).fetchFile(m_digest, attachment);
        run(20'000);
        QCOMPARE(blobBytes(desk(1).store(), m_digest).value(), m_bytes);
        Q_UNUSED(request);
    }

    void aFileThatTheHubWillNotHaveDoesNotStandInTheWay()
    {
        boot({u"ambassador"_s});
        const QByteArray tooLarge(200'001, 'x');
        attach(tooLarge);
        attach(m_bytes);
        QSignalSpy failed(&engine(), &SyncEngine::fileFailed);
        settle();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::TooLarge);
        QCOMPARE(blob(desk().store(), digestOf(tooLarge)).value()->state, BlobState::Refused);
        QCOMPARE(blobBytes(desk().store(), digestOf(tooLarge)).value(), tooLarge); // kept here
        QCOMPARE(atHub(), m_bytes);
    }

    //! A part that does not fit (another connection of this desk was quicker): where it stands is asked anew, the file is no less
    //! sent.
    void aPartOutOfPlaceIsAskedForAnew()
    {
        boot({u"ambassador"_s});
        attach(m_bytes);
        once(u"blob-append"_s, problem(409, u"wrong-offset"_s, 0, u"7"_s));
        QSignalSpy failed(&engine(), &SyncEngine::fileFailed);
        settle();
        QCOMPARE(failed.size(), 0);
        QCOMPARE(atHub(), m_bytes);
    }

    //! Who does not see the case gets nothing, even with the digest in hand.
    void rightsDecideWhoGetsTheBytes()
    {
        boot({u"ambassador"_s, u"referent"_s});
        const auto [request, attachment] = attach(m_bytes);
        settle();
        const Caller stranger{{}, {}, actor(1), {}, {}};
        const auto read = m_town->hub.hub().readBlob(stranger, m_digest, attachment, 0, 10);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        const Caller entitled{{}, {}, actor(0), {}, {}};
        QVERIFY(m_town->hub.hub().readBlob(entitled, m_digest, attachment, 0, 10));
        // Nor who names an attachment that is theirs, and another digest.
        QVERIFY(!m_town->hub.hub().readBlob(entitled, digestOf("other"), attachment, 0, 10));
        Q_UNUSED(request);
    }

    void aSpoiltFileIsFetchedAnew()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const auto [request, attachment] = attach("0123456789");
        settle();
        QSignalSpy failed(&engine(1), &SyncEngine::fileFailed);
        once(
            u"blob-read"_s,
            {200, compactJson({{u"total"_s, 10}, {u"bytes"_s, QString::fromLatin1(QByteArray("012345678X").toBase64())}}), 0, {}},
            1);
        engine(1).fetchFile(digestOf("0123456789"), attachment);
        run(2'000);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::DigestMismatch);
        engine(1).fetchFile(digestOf("0123456789"), attachment);
        run(2'000);
        QCOMPARE(blobBytes(desk(1).store(), digestOf("0123456789")).value(), "0123456789");
        Q_UNUSED(request);
    }

private:
    static QString digestOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    //! A new request of the first desk with a file.
    std::pair<Id, Id> attach(const QByteArray &bytes)
    {
        const Id request = create();
        const Id attachment = makeId(desk().clock().now(), m_world->random);
        if (!keepBlob(desk().store(), digestOf(bytes), bytes))
            qFatal("not kept");
        const auto done = desk().store().submit({{Kind::Attachment,
                                                  Verb::Create,
                                                  attachment,
                                                  {{u"request"_s, idText(request)},
                                                   {u"sha256"_s, digestOf(bytes)},
                                                   {u"name"_s, u"photo.jpg"_s},
                                                   {u"bytes"_s, bytes.size()}},
                                                  {},
                                                  0}},
                                                actor());
        if (!done)
            qFatal("not submitted");
        m_town->town.submitted.insert(done->first().id, done->first());
        return {request, attachment};
    }

    void settle()
    {
        engine().localWorkQueued();
        engine().networkRegained();
        run(30'000);
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    QByteArray atHub() { return m_town->hub.blobs().read(m_digest, 0, 1'000'000).value().bytes; }

    const QByteArray m_bytes = [] {
        QByteArray bytes(150'000, Qt::Uninitialized);
        QRandomGenerator random(5);
        for (char &c : bytes)
            c = char(random.bounded(256));
        return bytes;
    }();
    const QString m_digest = digestOf(m_bytes);
};

QTEST_GUILESS_MAIN(TestEngineFiles)
#include "tst_enginefiles.moc"
