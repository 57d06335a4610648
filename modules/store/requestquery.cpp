#include "store/requestquery.h"

#include "domain/workflow.h"
#include "store/parts.h"
#include "store/requestsql.h"
#include "store/searchwords.h"

using namespace Qt::StringLiterals;

namespace parvis {

static Result<RequestPage> readPage(DeskStore &store, const RequestSql &sql, int limit)
{
    RequestPage page;
    if (sql.isEmpty)
        return page;
    Statement s = store.database().prepare(sql.text);
    int index = 0;
    for (const auto &bind : sql.values)
        bind(s, ++index);
    RequestCursor last;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        if (page.rows.size() == limit) {
            page.next = last;
            break;
        }
        page.rows.append(readRequestRow(s));
        last = {s.integer(requestRowWidth), page.rows.constLast().rowid};
    }
    if (!row)
        return row.error();
    return page;
}

Result<RequestPage> requestPage(DeskStore &store, const RequestQuery &query, int limit, const std::optional<RequestCursor> &after)
{
    const int oneMore = limit + 1; // answers "is there more?"
    // A page full of the whole word needs none of the words that it begins, whose merged list may be long.
    if (searchExpression(query.words, true) != searchExpression(query.words)) {
        auto page = readPage(store, requestSql(query, oneMore, after, true), limit);
        if (!page || page->next)
            return page;
    }
    return readPage(store, requestSql(query, oneMore, after), limit);
}

static Result<QList<RequestRow>> rowsOf(Statement &s)
{
    QList<RequestRow> rows;
    auto row = s.step();
    for (; row && *row; row = s.step())
        rows.append(readRequestRow(s));
    if (!row)
        return row.error();
    return rows;
}

static QByteArray rowSql(const QByteArray &rest)
{
    return "SELECT " + QByteArray(requestRowColumns.data()) + " FROM request r" + QByteArray(requestRowJoins.data()) + rest;
}

Result<std::optional<RequestRow>> requestRow(DeskStore &store, const Id &id)
{
    const auto rows = requestRows(store, {id});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<RequestRow>> requestRows(DeskStore &store, const QList<Id> &ids)
{
    QList<RequestRow> rows;
    static const QByteArray sql = rowSql(" WHERE r.id = ?");
    Statement s = store.database().prepare(sql);
    for (const Id &id : ids) {
        s.bind(1, id);
        const auto found = rowsOf(s);
        if (!found)
            return found.error();
        rows.append(*found);
        s.reset();
    }
    return rows;
}

bool belongs(const RequestRow &row, const RequestQuery &q)
{
    const bool isUnderWay = isOpen(row.status) && !row.isClockStopped;
    const auto inView = [&] {
        switch (q.view) {
        case RequestView::All: return true;
        case RequestView::Mine: return isOpen(row.status) && row.assignee == q.user;
        case RequestView::MyServices: return isOpen(row.status) && q.services.contains(row.service);
        case RequestView::Late: return isUnderWay && row.dueOn.isValid() && row.dueOn < q.today;
        case RequestView::DueToday: return isUnderWay && row.dueOn == q.today;
        case RequestView::ToQualify: return row.status == RequestStatus::Received;
        }
        return false;
    };
    return inView() && (!q.status || row.status == *q.status) && (!q.channel || row.channel == *q.channel) &&
           (q.service.isNull() || row.service == q.service) && (q.district.isNull() || row.district == q.district) &&
           (q.citizen.isNull() || row.citizenId == q.citizen) && (q.assignee.isNull() || row.assignee == q.assignee) &&
           (q.incident.isNull() || row.incident == q.incident) && (!q.inAnIncident || !row.incident.isNull()) &&
           (q.incidentOf.isEmpty() || !row.incident.isNull()) && (q.only.empty() || q.only.contains(row.id)) &&
           (!q.since.isSet() || row.receivedAt >= q.since) && (!q.until.isSet() || row.receivedAt < q.until) &&
           (!q.late || (isUnderWay && row.dueOn.isValid() && row.dueOn < q.today)) &&
           (q.number.isEmpty() || row.number.contains(q.number.trimmed()));
}

namespace {

//! Counts, one after the other, until one fails.
class Counter
{
public:
    explicit Counter(Database &database) : m_database(database) {}

    template <typename... V>
    qint64 count(const QByteArray &sql, const V &...values)
    {
        if (m_error)
            return 0;
        Statement s = m_database.prepare(sql);
        const auto row = s.bindAll(values...).step();
        if (!row)
            m_error = row.error();
        return row && *row ? s.integer(0) : 0;
    }
    template <typename T>
    Result<T> finish(T value) const
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    Database &m_database;
    std::optional<Error> m_error;
};

} // namespace

Result<ViewCounts> viewCounts(DeskStore &store, const Id &user, const IdSet &services, const QDate &today)
{
    const QByteArray open = "SELECT count(*) FROM request INDEXED BY request_open_urgency WHERE open = 1";
    const QByteArray underWay = open + " AND NOT (" + isSuspended() + ')';
    Counter c(store.database());
    ViewCounts counts;
    counts.all = c.count("SELECT value FROM meta WHERE key = 'requests'");
    counts.mine = c.count("SELECT count(*) FROM request INDEXED BY request_open_assignee WHERE open = 1 AND assignee = ?", user);
    for (const Id &service : services)
        counts.myServices += c.count(open + " AND service = ?", service);
    counts.late = c.count(underWay + " AND urgency < ?", today);
    counts.dueToday = c.count(underWay + " AND urgency = ?", today);
    counts.toQualify = c.count(open + " AND ifnull(status, 'received') = 'received'");
    return c.finish(counts);
}

Result<OnTime> onTime(DeskStore &store, const QDate &since, const QDate &until)
{
    // Days of answers are UTC days: the desk is closed when they differ from the town's.
    const QByteArray promised = "SELECT count(*) FROM request INDEXED BY request_due WHERE due_on >= ? AND due_on < ?"
                                " AND NOT (" +
                                isSuspended() + ')';
    Counter c(store.database());
    OnTime result;
    result.promised = c.count(promised, since, until);
    result.kept = c.count(promised + " AND ifnull(answered_at, closed_at) / 86400000 + 2440588 <= due_on", since, until);
    return c.finish(result);
}

Result<QList<RequestRow>> requestsOf(DeskStore &store, const Id &citizen, int limit)
{
    static const QByteArray sql = "SELECT " + QByteArray(requestRowColumns.data()) +
                                  " FROM request r INDEXED BY request_citizen" + QByteArray(requestRowJoins.data()) +
                                  " WHERE r.citizen = ? ORDER BY r.open DESC, r.arrived DESC, r.rowid DESC LIMIT ?";
    Statement s = store.database().prepare(sql);
    s.bindAll(citizen, limit);
    return rowsOf(s);
}

} // namespace parvis
