#include "store/mapquery.h"

#include "domain/workflow.h"
#include "store/requestsql.h"

#include <QtCore/QTimeZone>

#include <limits>

namespace parvis {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 julianEpoch = 2440588; // 1 January 1970

//! Ids as places in a list.
class Places
{
public:
    explicit Places(QList<Id> &list) : m_list(list) {}
    qint16 of(const Statement &s, int column)
    {
        const Id id = s.id(column);
        if (id.isNull())
            return -1;
        const auto it = m_places.constFind(id);
        if (it != m_places.constEnd())
            return *it;
        if (m_list.size() >= std::numeric_limits<qint16>::max())
            return -1;
        m_list.append(id);
        m_places.insert(id, qint16(m_list.size() - 1));
        return qint16(m_list.size() - 1);
    }

private:
    QList<Id> &m_list;
    QHash<Id, qint16> m_places;
};

//! Days of a time zone. Asking it for each request would take longer than reading them: its offset is kept by the hour.
class Days
{
public:
    explicit Days(const QTimeZone &zone) : m_zone(zone) {}
    qint32 of(qint64 ms)
    {
        if (ms <= 0)
            return 0;
        const qint64 hour = ms / 3'600'000;
        auto it = m_offsets.constFind(hour);
        if (it == m_offsets.constEnd())
            it = m_offsets.insert(hour, m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(hour * 3'600'000, Qt::UTC)));
        return qint32((ms + qint64(*it) * 1000) / dayMs + julianEpoch);
    }

private:
    QTimeZone m_zone;
    QHash<qint64, int> m_offsets;
};

RequestStatus statusOf(QByteArrayView word)
{
    const auto &words = Tokens<RequestStatus>::words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QByteArrayView(words[i].data(), words[i].size()))
            return RequestStatus(i);
    }
    return RequestStatus::Received;
}

} // namespace

RequestSql mapSql(const RequestQuery &query, const QSet<Id> &only)
{
    RequestSql sql = everyRequestSql(
        query,
        "r.id, r.latitude, r.longitude, r.theme, r.service, r.district, r.card, r.status, r.reason, r.received_at, r.due_on,"
        " ifnull(r.answered_at, r.closed_at), r.confidential");
    // Named outright where it answers by itself, because without statistics the planner guesses.
    const bool isInIndex = query.view == RequestView::All && query.words.isEmpty() && query.number.isEmpty() && !query.channel &&
                           query.citizen.isNull() && query.assignee.isNull() && only.isEmpty();
    if (isInIndex)
        sql.text.replace(" FROM request r", " FROM request r INDEXED BY request_map");
    if (!only.isEmpty()) {
        sql.text += sql.text.contains(" WHERE ") ? " AND r.id IN (" : " WHERE r.id IN (";
        sql.text += QByteArray("?, ").repeated(only.size()).chopped(2) + ')';
        for (const Id &id : only)
            sql.values.push_back([id](Statement &s, int index) { s.bind(index, id); });
    }
    return sql;
}

Result<MapRequests> mapRequests(DeskStore &store, const RequestQuery &query, const QTimeZone &zone, const QSet<Id> &only)
{
    const RequestSql sql = mapSql(query, only);
    MapRequests out;
    if (sql.isEmpty)
        return out;
    Statement s = store.database().prepare(sql.text);
    int index = 0;
    for (const auto &bind : sql.values)
        bind(s, ++index);
    Places themes(out.themes), services(out.services), districts(out.districts), cards(out.cards);
    Days days(zone);
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        MapRequest r;
        r.id = s.id(0);
        r.hasPlace = !s.isNull(1) && !s.isNull(2);
        r.latitude = s.real(1);
        r.longitude = s.real(2);
        r.theme = themes.of(s, 3);
        r.service = services.of(s, 4);
        r.district = districts.of(s, 5);
        r.card = cards.of(s, 6);
        r.status = statusOf(s.utf8(7));
        r.isStopped = r.isDone() || (r.status == RequestStatus::Waiting && isClockStopped(r.status, s.text(8)));
        r.receivedOn = days.of(s.integer(9));
        r.dueOn = s.isNull(10) ? 0 : qint32(s.integer(10));
        r.doneOn = r.isDone() ? days.of(s.integer(11)) : 0;
        r.isConfidential = s.boolean(12);
        out.requests.append(r);
    }
    if (!row)
        return row.error();
    return out;
}

} // namespace parvis
