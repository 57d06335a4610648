#include "sync/townaddresses.h"
#include "unit/geo/smallban.h"

#include <QtTest/QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noSpare = 0;

//! As long as it lives no file grows beyond \a bytes: what a full disk looks like to a program.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{bytes, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_limit{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

//! The address file at a desk: it comes in parts, and the old one stays until the new one is whole.
class TestTownAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_first = addresses(smallban::rows());
        m_second = addresses(smallban::rows().mid(0, 200));
        QVERIFY(m_first != m_second && m_first.size() > 3000);
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void comesInPartsAndIsUsed()
    {
        TownAddresses here(m_dir->path(), noSpare);
        QCOMPARE(here.look().value(), AddressesHere());
        QCOMPARE(here.take(part(m_first, 0, 1000)).value(), (AddressesHere{{}, digestOf(m_first), 1000}));
        QVERIFY(!QFile::exists(here.path()));
        QCOMPARE(here.take(part(m_first, 900, 100)).error().code, ErrorCode::WrongOffset);
        QCOMPARE(here.look()->held, 1000); // nothing is lost of it
        QCOMPARE(here.take(part(m_first, 1000, m_first.size())).value(), (AddressesHere{digestOf(m_first), {}, 0}));
        QCOMPARE(count(here), smallban::rows().size());
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"town.addresses"_s});
    }

    //! The program ends half-way: it goes on from what is there, and reckons the digest of all of it.
    void goesOnAfterTheProgramEnded()
    {
        QVERIFY(TownAddresses(m_dir->path(), noSpare).take(part(m_first, 0, 1500)));
        TownAddresses here(m_dir->path(), noSpare);
        QCOMPARE(here.look().value(), (AddressesHere{{}, digestOf(m_first), 1500}));
        QCOMPARE(here.take(part(m_first, 1500, m_first.size()))->sha256, digestOf(m_first));
        QCOMPARE(TownAddresses(m_dir->path(), noSpare).look()->sha256, digestOf(m_first));
    }

    void theOldOneStaysUntilTheNewOneIsWhole()
    {
        TownAddresses here(m_dir->path(), noSpare);
        QVERIFY(here.take(part(m_first, 0, m_first.size())));
        const auto used = AddressIndex::open(here.path());
        QVERIFY(used);
        QCOMPARE(here.take(part(m_second, 0, 1000)).value(), (AddressesHere{digestOf(m_first), digestOf(m_second), 1000}));
        QCOMPARE(count(here), smallban::rows().size());
        QCOMPARE(here.take(part(m_second, 1000, m_second.size()))->sha256, digestOf(m_second));
        QCOMPARE(count(here), 200);
        QCOMPARE(used->count(), smallban::rows().size()); // whoever has it open keeps it
        QVERIFY(!used->search(u"12 rue des tanneurs"_s).isEmpty());
    }

    //! What was half here of another file makes room.
    void onlyOneComesAtATime()
    {
        TownAddresses here(m_dir->path(), noSpare);
        QVERIFY(here.take(part(m_first, 0, 1000)));
        QCOMPARE(here.take(part(m_second, 0, 500)).value(), (AddressesHere{{}, digestOf(m_second), 500}));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files).size(), 1);
    }

    void whatIsSpoiltIsThrownAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<int>("code");
        QByteArray turned = m_second;
        turned[turned.size() / 2] = char(~turned.at(turned.size() / 2));
        QByteArray newer = m_second;
        newer[8] = char(99); // the version, after the magic
        QTest::newRow("a bit has turned") << turned << digestOf(m_second) << int(ErrorCode::DigestMismatch);
        QTest::newRow("a page of a portal") << QByteArray("<html>") << digestOf("<html>") << int(ErrorCode::InvalidInput);
        QTest::newRow("damaged at the hub") << turned << digestOf(turned) << int(ErrorCode::InvalidInput);
        QTest::newRow("of a newer program") << newer << digestOf(newer) << int(ErrorCode::StorageNewer);
    }
    void whatIsSpoiltIsThrownAway()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, digest);
        QFETCH(int, code);
        TownAddresses here(m_dir->path(), noSpare);
        QVERIFY(here.take(part(m_first, 0, m_first.size())));
        const auto taken = here.take({digest, {0, bytes.size(), bytes}});
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().code), code);
        QCOMPARE(here.look().value(), (AddressesHere{digestOf(m_first), {}, 0}));
        QCOMPARE(count(here), smallban::rows().size());
    }

    void aFullDiskLeavesTheOldOne()
    {
        TownAddresses here(m_dir->path(), noSpare);
        QVERIFY(here.take(part(m_second, 0, m_second.size())));
        QVERIFY(here.take(part(m_first, 0, 1000)));
        {
            const FullDisk full(2000);
            QCOMPARE(here.take(part(m_first, 1000, m_first.size())).error().code, ErrorCode::StorageFull);
        }
        QCOMPARE(here.look().value(), (AddressesHere{digestOf(m_second), {}, 0})); // what it took is given back
        QCOMPARE(here.take(part(m_first, 0, m_first.size()))->sha256, digestOf(m_first));
        // Nor is one begun that would leave no room for work.
        TownAddresses careful(m_dir->path(), std::numeric_limits<qint64>::max() / 2);
        QCOMPARE(careful.take(part(m_second, 0, 1000)).error().code, ErrorCode::StorageFull);
        QCOMPARE(careful.look().value(), (AddressesHere{digestOf(m_first), {}, 0}));
    }

    void theThreadDoesTheSame()
    {
        AddressThread here(m_dir->path());
        QFuture<Result<AddressesHere>> last;
        for (qint64 at = 0; at < m_first.size(); at += 700)
            last = here.take(part(m_first, at, 700));
        QTRY_VERIFY(last.isFinished());
        QCOMPARE(last.result()->sha256, digestOf(m_first));
        const auto looked = here.look();
        QTRY_VERIFY(looked.isFinished());
        QCOMPARE(looked.result()->sha256, digestOf(m_first));
    }

private:
    static QString digestOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    static FilePart part(const QByteArray &file, qint64 offset, qint64 length)
    {
        return {digestOf(file), {offset, file.size(), file.mid(offset, length)}};
    }
    static QByteArray addresses(const QList<AddressRow> &rows)
    {
        const QTemporaryDir folder;
        const AddressIndex index = smallban::index(rows, folder);
        QFile file(folder.filePath(u"town.addresses"_s));
        return index.isEmpty() || !file.open(QIODevice::ReadOnly) ? QByteArray() : file.readAll();
    }
    static qint64 count(const TownAddresses &here)
    {
        const auto opened = AddressIndex::open(here.path());
        return opened ? opened->count() : -1;
    }

    QByteArray m_first, m_second;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestTownAddresses)
#include "tst_townaddresses.moc"
