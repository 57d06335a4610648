#include "store/requestsql.h"

#include "domain/citizen.h"
#include "domain/workflow.h"
#include "geo/incidentmatch.h"
#include "store/searchwords.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Collects conditions and their values in the order of the text.
class Builder
{
public:
    template <typename V>
    void where(const QByteArray &condition, const V &value)
    {
        where(condition);
        bind(value);
    }
    void where(const QByteArray &condition) { m_conditions.append(condition); }
    template <typename V>
    void bind(const V &value)
    {
        m_sql.values.push_back([value](Statement &s, int index) { s.bind(index, value); });
    }
    void nothing() { m_sql.isEmpty = true; }

    RequestSql finish(const QByteArray &columns, const QByteArray &from)
    {
        m_sql.text = "SELECT " + columns + " FROM " + from;
        if (!m_conditions.isEmpty())
            m_sql.text += " WHERE " + m_conditions.join(" AND ");
        return m_sql;
    }
    RequestSql finish(const QByteArray &from, const QByteArray &key, const QByteArray &order, int limit)
    {
        QByteArray text =
            "SELECT " + QByteArray(requestRowColumns.data()) + ", " + key + " FROM " + from + QByteArray(requestRowJoins.data());
        if (!m_conditions.isEmpty())
            text += " WHERE " + m_conditions.join(" AND ");
        m_sql.text = text + " ORDER BY " + order + " LIMIT " + QByteArray::number(limit);
        return m_sql;
    }

private:
    QList<QByteArray> m_conditions;
    RequestSql m_sql;
};

const QByteArray &isUnderWay()
{
    static const QByteArray condition = "r.open = 1 AND NOT (" + isSuspended("r.") + ')';
    return condition;
}

QByteArray marks(std::size_t count)
{
    return QByteArrayList(qsizetype(count), "?").join(", ");
}

void addServices(Builder &b, const IdSet &services)
{
    if (services.empty())
        return b.nothing();
    b.where("r.service IN (" + marks(services.size()) + ')');
    for (const Id &service : services)
        b.bind(service);
}

void addView(Builder &b, const RequestQuery &q)
{
    switch (q.view) {
    case RequestView::All: break;
    case RequestView::Mine: b.where("r.open = 1 AND r.assignee = ?", q.user); break;
    case RequestView::MyServices:
        b.where("r.open = 1");
        addServices(b, q.services);
        break;
    case RequestView::Late: b.where(isUnderWay() + " AND r.urgency < ?", q.today); break;
    case RequestView::DueToday: b.where(isUnderWay() + " AND r.urgency = ?", q.today); break;
    case RequestView::ToQualify: b.where("r.open = 1 AND ifnull(r.status, 'received') = 'received'"); break;
    }
}

void addNumber(Builder &b, const QString &typed)
{
    const QString number = typed.trimmed();
    if (number.contains(u'-')) {
        b.where("r.number >= ?", number);
        return b.where("r.number < ?", QString(number + QChar(0xffff)));
    }
    const QStringList numbers = requestNumbers(number);
    for (const QString &each : numbers)
        b.bind(each);
    b.where("r.number IN (" + marks(std::size_t(numbers.size())) + ')');
}

//! Up to the incident that stands, and down to all that were merged into it.
void addIncidentOf(Builder &b, const QString &typed)
{
    const QStringList numbers = requestNumbers(typed);
    b.where("r.incident IN (WITH RECURSIVE up(id) AS (SELECT incident FROM (SELECT incident FROM request WHERE number IN (" +
            marks(std::size_t(numbers.size())) +
            ") AND incident IS NOT NULL ORDER BY number DESC LIMIT 1) UNION SELECT i.merged_into FROM up JOIN incident i ON i.id "
            "= up.id"
            " WHERE i.merged_into IS NOT NULL), tree(id) AS (SELECT id FROM up UNION SELECT i.id FROM tree JOIN incident i"
            " ON i.merged_into = tree.id) SELECT id FROM tree)");
    for (const QString &each : numbers)
        b.bind(each);
}

void addTerms(Builder &b, const RequestQuery &q)
{
    if (q.status) {
        if (isOpen(*q.status))
            b.where("r.open = 1");
        b.where("ifnull(r.status, 'received') = ?", token(*q.status));
    }
    if (q.channel)
        b.where("ifnull(r.channel, 'phone') = ?", token(*q.channel));
    if (!q.service.isNull())
        b.where("r.service = ?", q.service);
    if (!q.district.isNull())
        b.where("r.district = ?", q.district);
    if (!q.citizen.isNull())
        b.where("r.citizen = ?", q.citizen);
    if (!q.assignee.isNull())
        b.where("r.assignee = ?", q.assignee);
    if (!q.incident.isNull())
        b.where("r.incident IN (" + QByteArray(incidentTree.data()) + ')', q.incident);
    if (!q.incidentOf.isEmpty())
        addIncidentOf(b, q.incidentOf);
    if (q.inAnIncident)
        b.where("r.incident IS NOT NULL");
    if (!q.only.empty()) {
        b.where("r.id IN (" + marks(q.only.size()) + ')');
        for (const Id &id : q.only)
            b.bind(id);
    }
    if (q.since.isSet())
        b.where("r.arrived >= ?", q.since.ms);
    if (q.until.isSet())
        b.where("r.arrived < ?", q.until.ms);
    if (q.late)
        b.where(isUnderWay() + " AND r.urgency < ?", q.today);
}

//! As addTerms(), without the virtual columns: those are read from the table even where an index has all the rest.
void addStoredTerms(Builder &b, const RequestQuery &q)
{
    RequestQuery rest = q;
    rest.status.reset();
    rest.since = rest.until = {};
    rest.late = false;
    addTerms(b, rest);
    if (q.status)
        b.where("ifnull(r.status, 'received') = ?", token(*q.status));
    if (q.since.isSet())
        b.where("r.received_at >= ?", q.since.ms);
    if (q.until.isSet())
        b.where("ifnull(r.received_at, 0) < ?", q.until.ms);
    if (q.late)
        b.where("ifnull(r.status, 'received') NOT IN ('answered', 'closed') AND NOT (" + isSuspended("r.") +
                    ") AND ifnull(r.due_on, 9999999) < ?",
                q.today);
}

//! The index that serves a list in its order. Named outright: without statistics the planner guesses.
QByteArray newestIndex(const RequestQuery &q)
{
    if (!q.citizen.isNull())
        return "request_citizen";
    if (!q.incident.isNull() || !q.incidentOf.isEmpty())
        return "request_incident";
    if (q.inAnIncident)
        return "request_gathered";
    if (q.late || (q.status && isOpen(*q.status)))
        return "request_open_arrived";
    return q.service.isNull() ? "request_arrived" : "request_service";
}

} // namespace

QStringList requestNumbers(const QString &typed)
{
    const QString number = typed.trimmed();
    if (number.contains(u'-'))
        return {number};
    QStringList numbers;
    for (int year = 2000; year < 2060; ++year)
        numbers.append(u"%1-%2"_s.arg(year).arg(number, 6, u'0'));
    return numbers;
}

RequestSql requestSql(const RequestQuery &q, int limit, const std::optional<RequestCursor> &after, bool wholeWords)
{
    Builder b;
    const QString expression = searchExpression(q.words, wholeWords);
    if (!expression.isEmpty()) {
        b.where("f.request_fts MATCH ?", expression);
        if (after)
            b.where("f.rowid < ?", after->rowid);
        addView(b, q);
        addTerms(b, q);
        if (!q.number.isEmpty())
            addNumber(b, q.number);
        return b.finish("request_fts f CROSS JOIN request r ON r.rowid = f.rowid", "f.rowid", "f.rowid DESC", limit);
    }
    if (!q.words.isEmpty() && !q.words.trimmed().isEmpty())
        b.nothing(); // signs only
    addView(b, q);
    addTerms(b, q);
    const bool isNewestFirst = q.view == RequestView::All;
    if (after) {
        b.where(isNewestFirst ? "(r.arrived, r.rowid) < (?, ?)" : "(r.urgency, r.rowid) > (?, ?)");
        b.bind(after->key);
        b.bind(after->rowid);
    }
    const QByteArray order = isNewestFirst ? "r.arrived DESC, r.rowid DESC" : "r.urgency, r.rowid";
    QByteArray index = isNewestFirst                 ? newestIndex(q)
                       : q.view == RequestView::Mine ? QByteArray("request_open_assignee")
                                                     : QByteArray("request_open_urgency");
    if (!q.number.isEmpty()) {
        addNumber(b, q.number);
        index = "request_number";
    }
    const QByteArray from = q.only.empty() ? "request r INDEXED BY " + index : QByteArray("request r"); // a few, by their ids
    return b.finish(from, isNewestFirst ? "r.arrived" : "r.urgency", order, limit);
}

RequestSql everyRequestSql(const RequestQuery &q, const QByteArray &columns)
{
    Builder b;
    const QString expression = searchExpression(q.words);
    const bool isSearch = !expression.isEmpty();
    if (isSearch)
        b.where("f.request_fts MATCH ?", expression);
    else if (!q.words.trimmed().isEmpty())
        b.nothing(); // signs only
    addView(b, q);
    addStoredTerms(b, q);
    if (!q.number.isEmpty())
        addNumber(b, q.number);
    return b.finish(columns, isSearch ? "request_fts f CROSS JOIN request r ON r.rowid = f.rowid" : "request r");
}

QByteArray cellsAround(double latitude, double longitude)
{
    QByteArrayList cells;
    for (const qint64 cell : reportCells({latitude, longitude}))
        cells.append(QByteArray::number(cell));
    return cells.join(", ");
}

QByteArray isSuspended(const QByteArray &prefix)
{
    return "ifnull(" + prefix + "status, 'received') = 'waiting' AND ifnull(" + prefix + "reason, '') IN ('" +
           suspendingReasons().join("', '"_L1).toLatin1() + "')";
}

QString citizenName(const Statement &s, int column)
{
    Citizen citizen;
    citizen.civility = s.text(column);
    citizen.firstName = s.text(column + 1);
    citizen.lastName = s.text(column + 2);
    citizen.organisation = s.text(column + 3);
    return displayName(citizen);
}

RequestRow readRequestRow(const Statement &s)
{
    RequestRow row;
    row.rowid = s.integer(0);
    row.id = s.id(1);
    row.number = s.text(2);
    row.subject = s.text(3);
    row.address = s.text(4);
    row.citizen = citizenName(s, 5);
    row.citizenId = s.id(9);
    row.service = s.id(10);
    row.serviceName = s.text(11);
    row.assignee = s.id(12);
    row.district = s.id(13);
    row.status = fromToken<RequestStatus>(s.text(14)).value_or(RequestStatus::Received);
    row.channel = fromToken<Channel>(s.text(15)).value_or(Channel::Phone);
    row.receivedAt = s.instant(16);
    row.dueOn = s.date(17);
    row.confidential = s.boolean(18);
    row.pending = s.boolean(19);
    row.conflict = s.boolean(20);
    row.isClockStopped = isClockStopped(row.status, s.text(21));
    row.incident = s.id(22);
    return row;
}

} // namespace parvis
