#include "store/requestsql.h"

#include "domain/citizen.h"
#include "domain/workflow.h"
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

void addServices(Builder &b, const IdSet &services)
{
    if (services.empty())
        return b.nothing();
    QByteArray marks = "?";
    for (std::size_t i = 1; i < services.size(); ++i)
        marks += ", ?";
    b.where("r.service IN (" + marks + ')');
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

//! "14233" is the count of any year: one look-up for each.
void addNumber(Builder &b, const QString &typed)
{
    const QString number = typed.trimmed();
    if (number.contains(u'-')) {
        b.where("r.number >= ?", number);
        return b.where("r.number < ?", QString(number + QChar(0xffff)));
    }
    QByteArray marks;
    for (int year = 2000; year < 2060; ++year) {
        marks += marks.isEmpty() ? "?" : ", ?";
        b.bind(u"%1-%2"_s.arg(year).arg(number, 6, u'0'));
    }
    b.where("r.number IN (" + marks + ')');
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
    if (q.since.isSet())
        b.where("r.arrived >= ?", q.since.ms);
    if (q.until.isSet())
        b.where("r.arrived < ?", q.until.ms);
    if (q.late)
        b.where(isUnderWay() + " AND r.urgency < ?", q.today);
}

//! The index that serves a list in its order. Named outright: without statistics the planner guesses.
QByteArray newestIndex(const RequestQuery &q)
{
    if (!q.citizen.isNull())
        return "request_citizen";
    if (q.late || (q.status && isOpen(*q.status)))
        return "request_open_arrived";
    return q.service.isNull() ? "request_arrived" : "request_service";
}

} // namespace

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
    return b.finish("request r INDEXED BY " + index, isNewestFirst ? "r.arrived" : "r.urgency", order, limit);
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
    return row;
}

} // namespace parvis
