#include "base/async.h"
#include "enginescene.h"
#include "sync/townaddresses.h"
#include "unit/geo/smallban.h"

#include <QtCore/QSaveFile>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! At once, in the caller's thread, as the simulation wants it.
class DirectShelf final : public AddressShelf
{
public:
    explicit DirectShelf(const QString &folder) : addresses(folder, 0) {}
    QFuture<Result<AddressesHere>> look() override { return readyResult(addresses.look()); }
    QFuture<Result<AddressesHere>> take(const FilePart &part) override
    {
        if (failure)
            return readyResult(Result<AddressesHere>(*failure));
        return readyResult(addresses.take(part));
    }

    TownAddresses addresses;
    std::optional<Error> failure;
};

} // namespace

//! The town's addresses from the hub to a desk, over a way that is late, lossy and cut.
class TestEngineAddresses : public QObject, private EngineScene
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QList<AddressRow> many;
        for (int i = 0; i < 6000; ++i)
            many.append(smallban::row(i % 100 + 1, {}, u"Rue n° %1"_s.arg(i / 100), 48.9 + i * 1e-5, 4.3));
        m_first = addresses(many);
        m_second = addresses(smallban::rows());
        QVERIFY(m_first.size() > 150'000); // several parts
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_shelf = std::make_unique<DirectShelf>(m_dir->path());
    }

    void cleanup()
    {
        close();
        m_shelf.reset();
    }

    void theyComeWhileTheDeskWorks()
    {
        begin(m_first);
        QSignalSpy arrived(&engine(), &SyncEngine::addressesArrived);
        QVERIFY(arrived.isValid());
        for (int i = 0; i < 500 && state().phase != SyncPhase::UpToDate; ++i)
            run(10);
        QCOMPARE(state().phase, SyncPhase::UpToDate); // before they are whole
        QVERIFY(arrived.isEmpty());
        const Id id = create();
        engine().localWorkQueued();
        for (int i = 0; i < 100 && state().outbox.queued > 0; ++i)
            run(10);
        QCOMPARE(state().outbox.queued, 0);
        QVERIFY(!shown(0, id).isEmpty());
        run(10'000);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(here().sha256, digestOf(m_first));
        QCOMPARE(state().phase, SyncPhase::UpToDate);
    }

    void whatIsTheSameIsNotFetchedAgain()
    {
        begin(m_first);
        run(20'000);
        QCOMPARE(here().sha256, digestOf(m_first));
        desk().transport().routes.clear();
        desk().kill();
        run(20'000); // it boots again, and is greeted
        QVERIFY(desk().transport().routes.contains(u"hello"_s));
        QCOMPARE(desk().transport().routes.count(u"addresses"_s), 0);
        engine().syncNow(); // somebody wants to know: one question, no part
        run(5'000);
        QCOMPARE(desk().transport().routes.count(u"addresses"_s), 1);
    }

    //! In a session that lasts the whole day, without a greeting: after an hour it asks, and then not for another one.
    void nowAndThenTheHubIsAsked()
    {
        begin(m_first, [this] { m_town->hub.setSessionMs(86'400'000); });
        run(20'000);
        desk().transport().routes.clear();
        write(m_second);
        for (int minute = 0; minute < 55; ++minute)
            run(60'000);
        QCOMPARE(desk().transport().routes.count(u"addresses"_s), 0);
        QCOMPARE(here().sha256, digestOf(m_first));
        for (int minute = 0; minute < 10; ++minute)
            run(60'000);
        QCOMPARE(here().sha256, digestOf(m_second));
        const auto asked = desk().transport().routes.count(u"addresses"_s);
        for (int minute = 0; minute < 45; ++minute)
            run(60'000);
        QCOMPARE(desk().transport().routes.count(u"addresses"_s), asked);
    }

    void newOnesTakeTheirPlace()
    {
        begin(m_first);
        run(20'000);
        write(m_second);
        engine().syncNow();
        run(20'000);
        QCOMPARE(here(), (AddressesHere{digestOf(m_second), {}, 0}));
        QVERIFY(QFile::remove(m_town->hub.addressFile())); // the hub has none any more: those that are here stay
        engine().syncNow();
        run(5'000);
        QCOMPARE(here().sha256, digestOf(m_second));
        QCOMPARE(state().phase, SyncPhase::UpToDate);
    }

    void goesOnWhereItWasCut()
    {
        begin(m_first, [this] {
            desk().transport().link.loss = 0.2;
            desk().transport().link.duplicate = 0.2;
        });
        qint64 held = 0;
        int cuts = 0;
        for (int i = 0; i < 200 && here().sha256.isEmpty(); ++i) {
            run(1'000);
            desk().transport().setCut(true);
            run(300);
            QVERIFY(here().held >= held || !here().sha256.isEmpty()); // what has come stays
            held = here().held;
            cuts += held > 0 ? 1 : 0;
            if (i % 5 == 4) { // and the power goes
                desk().kill();
            }
            desk().transport().setCut(false);
            if (desk().engine())
                engine().networkRegained();
        }
        QVERIFY(cuts > 0);
        desk().transport().link = {};
        run(60'000);
        QCOMPARE(here(), (AddressesHere{digestOf(m_first), {}, 0}));
        // What came before each cut was not asked for again: the parts of 40 kB, and those that were lost.
        QVERIFY(!desk().transport().routes.isEmpty());
    }

    //! An import at the hub while the file of before is half here.
    void aFileThatChangesOnTheWayIsBegunAnew()
    {
        begin(m_first);
        for (int i = 0; i < 2000 && here().held == 0; ++i)
            run(10);
        QCOMPARE(here().coming, digestOf(m_first));
        write(m_second);
        run(20'000);
        QCOMPARE(here(), (AddressesHere{digestOf(m_second), {}, 0}));
    }

    //! The hub's file is none, or the disk is full: told once, the sync goes on, and nothing is fetched over and over.
    void aFailureOfItIsNoFailureOfTheSync()
    {
        begin("no addresses at all");
        QSignalSpy failed(&engine(), &SyncEngine::addressesFailed);
        run(20'000);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::InvalidInput);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        engine().syncNow();
        run(5'000);
        QCOMPARE(failed.size(), 1);
        m_shelf->failure = Error{ErrorCode::StorageFull, u"disk"_s};
        write(m_first);
        engine().syncNow();
        run(5'000);
        QCOMPARE(failed.size(), 2);
        QCOMPARE(failed.last().first().value<Error>().code, ErrorCode::StorageFull);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        m_shelf->failure.reset(); // somebody made room
        engine().syncNow();
        run(20'000);
        QCOMPARE(here().sha256, digestOf(m_first));
    }

    //! A wrong byte on the way, as a bad proxy makes it.
    void spoiltBytesAreNeverUsed()
    {
        begin(m_second, [this] {
            QByteArray spoilt = m_second;
            spoilt[100] = char(~spoilt.at(100));
            once(u"addresses"_s, {200,
                                  compactJson({{u"sha256"_s, digestOf(m_second)},
                                               {u"total"_s, spoilt.size()},
                                               {u"bytes"_s, QString::fromLatin1(spoilt.toBase64())}}),
                                  0,
                                  {}});
        });
        QSignalSpy failed(&engine(), &SyncEngine::addressesFailed);
        run(10'000);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::DigestMismatch);
        QCOMPARE(here(), AddressesHere());
        QCOMPARE(state().phase, SyncPhase::UpToDate);
    }

private:
    static QString digestOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    static QByteArray addresses(const QList<AddressRow> &rows)
    {
        const QTemporaryDir folder;
        const AddressIndex index = smallban::index(rows, folder);
        QFile file(folder.filePath(u"town.addresses"_s));
        return index.isEmpty() || !file.open(QIODevice::ReadOnly) ? QByteArray() : file.readAll();
    }
    void write(const QByteArray &bytes)
    {
        QSaveFile file(m_town->hub.addressFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit());
    }
    AddressesHere here() { return m_shelf->addresses.look().value(); }

    //! The hub has these; a desk boots.
    void begin(const QByteArray &bytes, const std::function<void()> &prepare = {})
    {
        open({u"ambassador"_s});
        write(bytes);
        desk().setAddressShelf(m_shelf.get());
        if (prepare)
            prepare();
        desk().boot();
    }

    QByteArray m_first, m_second;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<DirectShelf> m_shelf;
};

QTEST_GUILESS_MAIN(TestEngineAddresses)
#include "tst_engineaddresses.moc"
