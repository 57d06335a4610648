#include "benchtown.h"

#include "store/queuequery.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

// A referent's and a head's board over the cases of a town's services.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int cases = 300'000;
constexpr int services = 30;
constexpr int referentsEach = 3;
constexpr int openOf = 10; // one case in so many is open: a town that keeps its word
constexpr int rowsAPage = 5'000;
constexpr int directorServices = 6;

Id idOf(int kind, int number)
{
    return QUuid(uint(number), ushort(kind), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

Id serviceOf(int number)
{
    return idOf(1, number % services);
}

Id referentOf(int service, int number)
{
    return idOf(2, service * referentsEach + number % referentsEach);
}

QJsonObject caseOf(int n, const QDate &today)
{
    static const std::array open{u"assigned"_s, u"in_progress"_s, u"waiting"_s, u"reopened"_s};
    const int service = n * 7 % services;
    const bool isOpen = n % openOf == 0;
    const int serial = n / openOf;
    QJsonObject fields{{u"subject"_s, u"Affaire %1 de la rue des Tanneurs"_s.arg(n)},
                       {u"number"_s, u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'))},
                       {u"address"_s, u"%1 rue des Tanneurs"_s.arg(n % 90)},
                       {u"service"_s, idText(serviceOf(service))},
                       {u"received_at"_s, 1'600'000'000'000 + n * 600'000LL},
                       {u"due_on"_s, today.addDays(isOpen ? n / openOf % 30 - 5 : -n % 3000).toString(Qt::ISODate)},
                       {u"status"_s, isOpen ? open[std::size_t(serial) % open.size()] : u"closed"_s}};
    if (!isOpen)
        fields.insert(u"reason"_s, u"done"_s);
    else if (serial % 4 == 2)
        fields.insert(u"reason"_s, serial % 8 == 2 ? u"missing_documents"_s : u"contractor"_s);
    if (serial % 12 != 0) // the rest waits for somebody
        fields.insert(u"assignee"_s, idText(referentOf(service, serial)));
    return fields;
}

Result<DeskStore> filled(const QString &path, const Clock &clock, QRandomGenerator &random, const QDate &today)
{
    QFile::remove(path);
    auto store = DeskStore::open(path, benchKey(), clock, random);
    if (!store)
        return store;
    if (const Status begun = store.value().beginSnapshot(SnapshotMode::Merge); !begun)
        return begun.error();
    for (int n = 0; n < cases; n += rowsAPage) {
        SnapshotPage page;
        page.head = {{1, QByteArray(8, 'm')}, cases};
        for (int i = n; i < n + rowsAPage; ++i)
            page.rows.append({Kind::Request, idOf(3, i), 1, caseOf(i, today), {}});
        page.after = n + rowsAPage < cases ? QString::number(n) : QString();
        if (const auto applied = store.value().applySnapshot(page); !applied)
            return applied.error();
    }
    return store;
}

Result<Figure> measured(DeskStore &store, const QString &whose, const QList<QueueQuery> &queries, double limit)
{
    constexpr int perLane = 100; // as the board asks
    Samples times;
    qint64 seen = 0;
    for (const QueueQuery &query : queries) {
        Result<WorkQueue> queue = WorkQueue();
        times.time([&] { queue = workQueue(store, query, perLane); });
        if (!queue)
            return queue.error();
        for (const QueueLane &lane : queue->lanes)
            seen += lane.total;
    }
    if (seen == 0)
        return Error{ErrorCode::NotFound, u"nothing is on the board"_s};
    progress(u"%1: %2 open cases on average"_s.arg(whose).arg(seen / queries.size()));
    return Figure{u"queue"_s, u"%1, p99 of %2"_s.arg(whose).arg(queries.size()), times.percentile(0.99), u"ms"_s, std::nullopt,
                  limit};
}

} // namespace

Result<QList<Figure>> benchQueue(const BenchOptions &options)
{
    const ManualClock clock(benchPresent());
    QRandomGenerator random(1);
    const QDate today(2026, 11, 26);
    QDir().mkpath(options.folder);
    auto store = filled(options.folder + u"/queue.db"_s, clock, random, today);
    if (!store)
        return store.error();
    QList<QueueQuery> referents, heads, directors;
    for (int service = 0; service < services; ++service) {
        for (int i = 0; i < referentsEach; ++i)
            referents.append({referentOf(service, i), {serviceOf(service)}, today});
        heads.append({{}, {serviceOf(service)}, today});
        IdSet several;
        for (int i = 0; i < directorServices; ++i)
            several.insert(serviceOf(service + i));
        directors.append({{}, several, today});
    }
    QList<Figure> figures;
    for (const auto &[whose, queries, limit] :
         {std::tuple(u"a referent's queue"_s, referents, 30.0), std::tuple(u"a head's queue"_s, heads, 60.0),
          std::tuple(u"a director's queue of six services"_s, directors, 60.0)}) {
        const auto figure = measured(store.value(), whose, queries, limit);
        if (!figure)
            return figure.error();
        figures.append(*figure);
    }
    return figures;
}

} // namespace parvis
