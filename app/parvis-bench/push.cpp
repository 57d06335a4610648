#include "benchdesk.h"

#include "domain/request.h"
#include "protocol/codec.h"
#include "store/formwords.h"

#include <QtCore/QDir>

#include <span>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int offlineMutations = 2000;

//! A day without network: calls logged, each a request and a contact.
Status logCalls(BenchDesk &desk)
{
    const auto done = desk.write<bool>([actor = desk.actor()](DeskStore &store) -> Result<bool> {
        QRandomGenerator random(11);
        SystemClock clock;
        for (int i = 0; i < offlineMutations / 2; ++i) {
            Request r;
            r.subject = u"Lampadaire éteint n° %1"_s.arg(i);
            r.text = u"Monsieur signale un lampadaire éteint devant le %1 rue des Tanneurs, depuis trois jours."_s.arg(i);
            r.address = u"%1 rue des Tanneurs"_s.arg(i);
            r.receivedAt = clock.now();
            r.createdBy = actor.user;
            Contact c;
            c.request = makeId(clock.now(), random);
            c.at = clock.now();
            c.agent = actor.user;
            const auto sent = store.submit({{Kind::Request, Verb::Create, c.request, toDocument(r), {}, 0},
                                            {Kind::Contact, Verb::Create, makeId(clock.now(), random), toDocument(c), {}, 0}},
                                           actor);
            if (!sent)
                return sent.error();
        }
        return true;
    });
    return done ? success() : Status(done.error());
}

constexpr int perPush = 500;  // mutations: a transaction of each side
constexpr int perPull = 1000; // changes: a transaction of the desk

//! Copies rows of \a table between \a from and \a to (changes) of the attached file "done".
QByteArray hubRows(const QByteArray &table, const QByteArray &join)
{
    return "INSERT INTO " + table + " SELECT t.* FROM done.change c CROSS JOIN done." + table + " t ON " + join +
           " WHERE c.town = 1 AND c.seq BETWEEN ?1 AND ?2 ORDER BY c.seq";
}

//! What a push wrote, written again by SQLite alone: the same rows, tables, indexes and transactions, without JSON, rules,
//! hashes or network. \a before is a copy from before the push, \a done the file after it.
Result<double> rawHub(const QString &before, const QString &done, qint64 firstSeq)
{
    auto db = Database::open(before);
    if (!db)
        return db.error();
    const QByteArray steps[] = {
        hubRows("entity", "t.town = 1 AND t.kind = c.kind AND t.id = c.id"), hubRows("change", "t.town = 1 AND t.seq = c.seq"),
        hubRows("verdict", "t.town = 1 AND t.device = c.device AND t.n = c.n"),
        "INSERT OR REPLACE INTO device SELECT town, device, max(n) FROM done.change WHERE town = 1 AND seq BETWEEN ?1 AND ?2",
        "UPDATE town SET seq = ?2, head = (SELECT hash FROM done.change WHERE town = 1 AND seq = ?2), backed_up = ?1"};
    Status good = db.value().run("ATTACH ? AS done"_L1, done);
    Samples time;
    time.time([&] {
        for (qint64 seq = firstSeq; good && seq < firstSeq + offlineMutations; seq += perPush) {
            auto transaction = Transaction::begin(db.value());
            for (const QByteArray &step : steps) {
                if (good)
                    good = db.value().run(step, seq, seq + perPush - 1);
            }
            if (good)
                good = transaction ? transaction.value().commit() : Status(transaction.error());
        }
    });
    return good ? Result<double>(time.total()) : Result<double>(good.error());
}

//! The same for the desk: the verdicts in the outbox, then the changes, page by page.
Result<double> rawDesk(const QString &before, const QString &done, qint64 firstSeq)
{
    auto db = Database::open(before, {.key = benchKey(), .secureDelete = true});
    if (!db)
        return db.error();
    if (const Status known = addFormWords(db.value()); !known)
        return known.error();
    const QByteArray in = "(SELECT id FROM done.history WHERE seq BETWEEN ?1 AND ?2)";
    const QByteArray words =
        "SELECT rowid, words FROM request_text WHERE rowid IN (SELECT rowid FROM request WHERE id IN " + in + ')';
    const QByteArray pull[] = {
        "INSERT INTO history SELECT * FROM done.history WHERE seq BETWEEN ?1 AND ?2",
        "INSERT INTO request_fts(request_fts, rowid, words) SELECT 'delete', * FROM (" + words + ')',
        "UPDATE request SET (seq, number, received_at) = (SELECT seq, number, received_at FROM done.request d WHERE d.id ="
        " request.id) WHERE id IN " +
            in,
        "INSERT INTO request_fts(rowid, words) " + words,
        "UPDATE contact SET seq = (SELECT seq FROM done.contact d WHERE d.id = contact.id) WHERE id IN " + in,
        "DELETE FROM shadow WHERE id IN " + in,
        "UPDATE outbox SET overlaid = 0 WHERE overlaid = 1 AND seq BETWEEN ?1 AND ?2",
        "INSERT OR REPLACE INTO meta VALUES ('cursor_seq', ?2)"};
    const QByteArray acknowledge[] = {
        "UPDATE outbox SET (outcome, refusal, seq) = (SELECT outcome, refusal, seq FROM done.outbox d WHERE d.n = outbox.n)"
        " WHERE n BETWEEN ?1 AND ?2"};
    Statement attach = db.value().prepare("ATTACH ? AS done KEY ?"_L1);
    Status good = attach.bindAll(done, u"x'%1'"_s.arg(QString::fromLatin1(benchKey().toHex()))).run();
    Samples time;
    const auto inSteps = [&](std::span<const QByteArray> steps, qint64 first, int size) {
        for (qint64 from = first; good && from < first + offlineMutations; from += size) {
            auto transaction = Transaction::begin(db.value());
            for (const QByteArray &step : steps) {
                if (good)
                    good = db.value().run(step, from, from + size - 1);
            }
            if (good)
                good = transaction ? transaction.value().commit() : Status(transaction.error());
        }
    };
    time.time([&] {
        inSteps(acknowledge, 1, perPush);
        inSteps(pull, firstSeq, perPull);
    });
    return good ? Result<double>(time.total()) : Result<double>(good.error());
}

} // namespace

Result<QList<Figure>> benchPush(const BenchOptions &options)
{
    const QString folder = options.folder + u"/push"_s;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    auto hub = BenchHub::open(options, 1000, true);
    if (!hub)
        return hub.error();
    if (const Status serving = (*hub)->serve(); !serving)
        return serving.error();
    auto desk = BenchDesk::open(folder + u"/desk.db"_s, **hub);
    if (!desk)
        return desk.error();
    if (const Status first = (*desk)->syncAll(); !first)
        return first.error();
    if (const Status logged = logCalls(**desk); !logged)
        return logged.error();
    const auto queued =
        (*desk)->write<QList<Mutation>>([](DeskStore &store) { return store.queued(offlineMutations, 1LL << 40); });
    if (!queued)
        return queued.error();
    if (queued->size() != offlineMutations)
        return Error{ErrorCode::NotFound, u"queued %1"_s.arg(queued->size())};
    const QString rawHubPath = folder + u"/raw-hub.db"_s, rawDeskPath = folder + u"/raw-desk.db"_s;
    const auto head = (*hub)->hub().hello(nullptr);
    if (!head)
        return head.error();
    if (const Status copied = (*hub)->hub().backup(rawHubPath); !copied)
        return copied.error();
    const auto copied = (*desk)->write<bool>([&rawDeskPath](DeskStore &store) -> Result<bool> {
        const Status done = store.database().backupTo(rawDeskPath, benchKey());
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    if (!copied)
        return copied.error();

    Samples ours;
    Status pushed = success();
    ours.time([&] { pushed = (*desk)->syncAll(); });
    if (!pushed)
        return pushed.error();
    const auto hubRaw = rawHub(rawHubPath, (*hub)->path(), head->head.seq + 1);
    const auto deskRaw = rawDesk(rawDeskPath, folder + u"/desk.db"_s, head->head.seq + 1);
    if (!hubRaw || !deskRaw)
        return hubRaw ? deskRaw.error() : hubRaw.error();
    desk.value().reset();
    QDir(folder).removeRecursively();
    return QList<Figure>{{u"push"_s, u"2,000 offline mutations against the rows written by SQLite alone"_s, ours.total(), u"ms"_s,
                          *hubRaw + *deskRaw, 3.0},
                         {u"push"_s, u"2,000 offline mutations"_s, ours.total(), u"ms"_s, {}, 1000.0},
                         {u"push"_s, u"SQLite alone, the hub's rows"_s, *hubRaw, u"ms"_s, {}, {}},
                         {u"push"_s, u"SQLite alone, the desk's rows"_s, *deskRaw, u"ms"_s, {}, {}}};
}

} // namespace parvis
