#include "store/missionquery.h"

#include "store/recordtable.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Columns of rows(): the record, the number of its request, whether a mutation on it is on its way.
QByteArray select(const QByteArray &from)
{
    return "SELECT " + RecordTable::of(Kind::Mission).columns("m.") +
           ", r.number, EXISTS(SELECT 1 FROM outbox o INDEXED BY outbox_overlaid WHERE o.target = m.id AND o.overlaid = 1"
           " AND o.outcome IS NULL) FROM mission m " +
           from;
}

constexpr QLatin1StringView itsRequest(" LEFT JOIN request r ON r.id = m.request ");

Result<QList<MissionRow>> rows(Statement &s)
{
    const RecordTable &table = RecordTable::of(Kind::Mission);
    static const int afterRecord = RecordTable::of(Kind::Mission).width();
    QList<MissionRow> list;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const StoredRecord record = table.read(s);
        list.append(
            {fromDocument<Mission>(s.id(0), record.document), record.seq, s.text(afterRecord), s.boolean(afterRecord + 1)});
    }
    if (!row)
        return row.error();
    return list;
}

} // namespace

Result<QList<MissionRow>> openMissions(DeskStore &store, const Id &patroller, MissionReach reach, int limit)
{
    static const QByteArray sql =
        select("INDEXED BY mission_open" + QByteArray(itsRequest.data()) +
               "WHERE ifnull(m.state, 'to_do') IN ('to_do', 'under_way') AND (?1 OR m.patroller IS NULL OR m.patroller = ?2)"
               " ORDER BY m.due_on IS NULL, m.due_on, m.at, m.id LIMIT ?3");
    Statement s = store.database().prepare(sql);
    s.bindAll(int(reach == MissionReach::All), patroller, limit);
    return rows(s);
}

Result<QList<MissionRow>> reportedMissions(DeskStore &store, const Id &patroller, Instant since, int limit)
{
    static const QByteArray sql = select("INDEXED BY mission_reported" + QByteArray(itsRequest.data()) +
                                         "WHERE m.reported_at >= ?1 AND (?2 OR m.patroller = ?3)"
                                         " ORDER BY m.reported_at DESC LIMIT ?4");
    Statement s = store.database().prepare(sql);
    s.bindAll(since, int(patroller.isNull()), patroller, limit);
    return rows(s);
}

Result<std::optional<MissionRow>> missionRow(DeskStore &store, const Id &id)
{
    static const QByteArray sql = select(QByteArray(itsRequest.data()) + "WHERE m.id = ?");
    Statement s = store.database().prepare(sql);
    s.bind(1, id);
    const auto found = rows(s);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<MissionRow>() : found->first();
}

Result<QList<MissionRow>> missionsOf(DeskStore &store, const Id &request)
{
    static const QByteArray sql = select("INDEXED BY mission_request" + QByteArray(itsRequest.data()) +
                                         "WHERE m.request = ? ORDER BY m.at DESC, m.id DESC");
    Statement s = store.database().prepare(sql);
    s.bind(1, request);
    return rows(s);
}

Result<QList<CardCount>> cardsReported(DeskStore &store, Instant since, int limit)
{
    Statement s = store.database().prepare("SELECT r.card, count(*) FROM mission m INDEXED BY mission_reported"
                                           " JOIN request r ON r.id = m.request"
                                           " WHERE m.reported_at >= ?1 AND r.card IS NOT NULL"
                                           " GROUP BY r.card ORDER BY count(*) DESC, r.card LIMIT ?2"_L1);
    s.bindAll(since, limit);
    QList<CardCount> list;
    auto row = s.step();
    for (; row && *row; row = s.step())
        list.append({s.id(0), int(s.integer(1))});
    if (!row)
        return row.error();
    return list;
}

} // namespace parvis
