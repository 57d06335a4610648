#include "benchtown.h"

#include "demo/demotown.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTimeZone>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

const QString benchLogin = u"m.roussel"_s;

//! A folder that is complete, or not there: generated under another name, then renamed.
Result<QString> keptFolder(const BenchOptions &options, const QString &name, const std::function<Status(const QString &)> &make)
{
    const QString path = options.folder + u'/' + name;
    if (QDir(path).exists())
        return path;
    const QString unfinished = path + u".part"_s;
    QDir(unfinished).removeRecursively();
    if (!QDir().mkpath(unfinished))
        return Error{ErrorCode::Storage, unfinished};
    if (const Status made = make(unfinished); !made)
        return made.error();
    if (!QDir().rename(unfinished, path))
        return Error{ErrorCode::Storage, path};
    return path;
}

Status fillHub(Hub &hub, qint64 requests)
{
    DemoOptions options;
    options.requests = requests;
    options.until = benchPresent();
    const auto town = DemoTown::create(options);
    if (!town)
        return town.error();
    if (const Status founded = hub.foundTown(town->data().town); !founded)
        return founded;
    qint64 told = 0;
    return town->generate([&](const QList<IntakeRecord> &batch, qint64 done) -> Status {
        if (done >= told + 100'000) {
            told = done;
            progress(u"%1 of %2 requests generated"_s.arg(done).arg(requests));
        }
        const auto taken = hub.intake(batch);
        return taken ? success() : Status(taken.error());
    });
}

} // namespace

//! The bench measures the hub, not Argon2, which is slow on purpose.
class BenchHub::FastHasher final : public PasswordHasher
{
public:
    Result<QByteArray> hash(const QString &password) override { return password.toUtf8(); }
    bool verify(const QByteArray &hash, const QString &password) override { return hash == password.toUtf8(); }
};

Instant benchPresent()
{
    return {QDateTime(QDate(2026, 11, 20), QTime(15, 30), QTimeZone(QByteArrayLiteral("Europe/Paris"))).toMSecsSinceEpoch()};
}

QByteArray benchKey()
{
    return QByteArray(32, '\x5a');
}

BenchHub::BenchHub() : m_hasher(std::make_unique<FastHasher>()) {}

BenchHub::~BenchHub()
{
    m_server.reset();
    m_hub.reset();
    m_store.reset();
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

Result<std::unique_ptr<BenchHub>> BenchHub::open(const BenchOptions &options, qint64 requests, bool copy)
{
    std::unique_ptr<BenchHub> bench(new BenchHub);
    const auto openAt = [&bench](const QString &folder) -> Status {
        bench->m_path = folder + u"/hub.db"_s;
        auto store = SqliteHubStore::open(bench->m_path);
        if (!store)
            return store.error();
        bench->m_store = std::move(store).value();
        bench->m_blobs = std::make_unique<BlobFolder>(folder + u"/blobs"_s, Limits().fileBytes);
        bench->m_hub = std::make_unique<Hub>(*bench->m_store, bench->m_clock, bench->m_random, *bench->m_hasher, HubSettings(),
                                             bench->m_blobs.get());
        return success();
    };
    auto folder = keptFolder(options, u"hub-%1"_s.arg(requests), [&](const QString &path) -> Status {
        if (const Status opened = openAt(path); !opened)
            return opened;
        const Status filled = fillHub(*bench->m_hub, requests);
        bench->m_hub.reset();
        bench->m_store.reset();
        return filled;
    });
    if (!folder)
        return folder.error();
    QString path = *folder;
    if (copy) { // a workload that writes leaves the kept town as it is
        bench->m_folder = options.folder + u"/hub-copy"_s;
        QDir(bench->m_folder).removeRecursively();
        if (!QDir().mkpath(bench->m_folder) || !QFile::copy(path + u"/hub.db"_s, bench->m_folder + u"/hub.db"_s))
            return Error{ErrorCode::Storage, bench->m_folder};
        path = bench->m_folder;
    }
    if (const Status opened = openAt(path); !opened)
        return opened.error();
    return bench;
}

Result<Caller> BenchHub::ambassador()
{
    const QString password = QString::fromLatin1(benchPassword);
    if (const Status set = m_hub->setPassword(benchLogin, password); !set)
        return set.error();
    const auto session = m_hub->openSession({benchLogin, password, makeId(m_clock.now(), m_random)}, u"127.0.0.1"_s);
    return session ? m_hub->authenticate(session->access) : Result<Caller>(session.error());
}

Result<DailyReport> BenchHub::runDaily(const Clock &clock)
{
    return Hub(*m_store, clock, m_random, *m_hasher).runDaily();
}

void BenchHub::forgetBlob(const QString &sha256)
{
    QFile::remove(m_blobs->path() + u'/' + sha256.left(2) + u'/' + sha256);
}

Status BenchHub::serve()
{
    HttpOptions http;
    auto certificate = makeCertificate({}, m_clock.now());
    if (!certificate)
        return certificate.error();
    http.certificate = std::move(certificate).value();
    m_fingerprint = http.certificate.fingerprint;
    auto server = HubServer::start(http, *m_hub);
    if (!server)
        return server.error();
    m_server = std::move(server).value();
    return success();
}

namespace {

//! Turns what a hub would take in into the rows that it would then send: numbered, each record as it stands at the end.
class SnapshotFeed
{
public:
    explicit SnapshotFeed(DeskStore &store) : m_store(store) {}

    Status take(const QList<IntakeRecord> &batch)
    {
        SnapshotPage page;
        page.after = u"more"_s;
        for (const IntakeRecord &r : batch) {
            ++m_seq;
            if (r.verb == Verb::Create) {
                QJsonObject document = r.fields;
                if (r.kind == Kind::Request) {
                    const int year = QDateTime::fromMSecsSinceEpoch(r.at.ms, Qt::UTC).date().year();
                    document.insert("number"_L1, u"%1-%2"_s.arg(year).arg(++m_numbers[year], 6, 10, QChar(u'0')));
                }
                m_rowOf.insert(r.id, page.rows.size());
                page.rows.append({r.kind, r.id, m_seq, document, std::nullopt});
                continue;
            }
            if (!m_rowOf.contains(r.id)) { // of an earlier batch: sent again, as it stands then
                const auto known = m_store.document(r.kind, r.id);
                if (!known || !*known)
                    return known ? Error{ErrorCode::InvalidInput, u"a patch of nothing"_s} : known.error();
                m_rowOf.insert(r.id, page.rows.size());
                page.rows.append({r.kind, r.id, m_seq, **known, std::nullopt});
            }
            const auto at = m_rowOf.constFind(r.id);
            SnapshotRow &row = page.rows[*at];
            Change change{m_seq, ChangeOp::Patch, r.kind, r.id, r.fields, {}, r.actor, {}, 0, r.at};
            for (auto it = r.fields.begin(); it != r.fields.end(); ++it)
                change.was.insert(it.key(), normal(row.document.value(it.key())));
            row.document = overlaid(describe(r.kind), row.document, r.fields);
            row.seq = m_seq;
            page.rows.append({r.kind, r.id, m_seq, {}, change});
        }
        m_rowOf.clear();
        page.head = {Cursor{m_seq, QByteArray(8, 'b')}, m_seq};
        const auto applied = m_store.applySnapshot(page);
        return applied ? success() : Status(applied.error());
    }

    Status finish()
    {
        SnapshotPage last;
        last.head = {Cursor{m_seq, QByteArray(8, 'b')}, m_seq};
        const auto applied = m_store.applySnapshot(last);
        return applied ? success() : Status(applied.error());
    }

private:
    DeskStore &m_store;
    qint64 m_seq = 0;
    QHash<int, qint64> m_numbers;
    QHash<Id, qsizetype> m_rowOf;
};

} // namespace

Result<QString> benchDeskPath(const BenchOptions &options, qint64 requests)
{
    const auto folder = keptFolder(options, u"desk-%1"_s.arg(requests), [&](const QString &path) -> Status {
        DemoOptions demo;
        demo.requests = requests;
        demo.until = benchPresent();
        const auto town = DemoTown::create(demo);
        if (!town)
            return town.error();
        SystemClock clock;
        QRandomGenerator random(7);
        auto store = DeskStore::open(path + u"/desk.db"_s, benchKey(), clock, random);
        if (!store)
            return store.error();
        if (const Status begun = store.value().beginSnapshot(SnapshotMode::Merge); !begun)
            return begun;
        SnapshotFeed feed(store.value());
        // Twice through the same town, because a snapshot sends citizens before requests.
        for (const bool ofRequests : {false, true}) {
            qint64 told = 0;
            const Status filled = town->generate([&](const QList<IntakeRecord> &batch, qint64 done) {
                if (ofRequests && done >= told + 100'000) {
                    told = done;
                    progress(u"%1 of %2 requests on the desk"_s.arg(done).arg(requests));
                }
                QList<IntakeRecord> part;
                for (const IntakeRecord &r : batch) {
                    const bool hangs = r.kind == Kind::Request || r.kind == Kind::Contact || r.kind == Kind::Note;
                    if (hangs == ofRequests)
                        part.append(r);
                }
                return feed.take(part);
            });
            if (!filled)
                return filled;
        }
        for (const User &user : town->data().users) { // who has signed in here, as the desk notes it
            if (user.login != benchLogin)
                continue;
            if (const Status noted = store.value().setSetting(u"desk.user"_s, idText(user.id)); !noted)
                return noted;
        }
        return feed.finish();
    });
    if (!folder)
        return folder.error();
    return *folder + u"/desk.db"_s;
}

} // namespace parvis
