#include "store/timelinequery.h"

#include "store/parts.h"
#include "store/replyquery.h"
#include "store/requestsql.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The records of a kind that \a condition selects by one id.
template <typename T>
Status loadWhere(DeskStore &store, const QByteArray &condition, const Id &id, QList<T> &list, const QByteArray &time = "at")
{
    const RecordTable &table = RecordTable::of(T::kind);
    Statement s = store.database().prepare("SELECT " + table.columns() + " FROM " + QByteArray(table.name().data()) + " WHERE " +
                                           condition + " ORDER BY " + time + " DESC, id DESC");
    if (!id.isNull())
        s.bind(1, id);
    auto row = s.step();
    for (; row && *row; row = s.step())
        list.append(fromDocument<T>(s.id(0), table.read(s).document));
    if (!row)
        return row.error();
    return success();
}

Result<QList<OutboxEntry>> pendingOf(DeskStore &store, const Id &request)
{
    static const QByteArray sql =
        "SELECT " + QByteArray(outboxColumns.data()) +
        " FROM outbox WHERE overlaid = 1 AND target IN (VALUES(?1) UNION ALL SELECT id FROM contact WHERE request = ?1 UNION ALL"
        " SELECT id FROM note WHERE request = ?1 UNION ALL SELECT id FROM attachment WHERE request = ?1 UNION ALL"
        " SELECT id FROM reply WHERE request = ?1 UNION ALL SELECT id FROM dispatch WHERE request = ?1) ORDER BY n DESC";
    Statement s = store.database().prepare(sql);
    s.bind(1, request);
    return outboxEntries(s);
}

} // namespace

Result<std::optional<RequestDetail>> requestDetail(DeskStore &store, const Id &id)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    const RecordTable &table = RecordTable::of(Kind::Request);
    Statement s = store.database().prepare(table.selectSql());
    const auto row = s.bind(1, id).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<RequestDetail>();
    const StoredRecord record = table.read(s);
    RequestDetail d;
    d.request = fromDocument<Request>(id, record.document);
    d.seq = record.seq;
    if (!d.request.citizen.isNull()) {
        const auto citizen = store.document(Kind::Citizen, d.request.citizen);
        if (!citizen)
            return citizen.error();
        if (*citizen)
            d.citizen = fromDocument<Citizen>(d.request.citizen, **citizen);
    }
    for (const Status &loaded :
         {loadWhere(store, "request = ?", id, d.contacts), loadWhere(store, "request = ?", id, d.notes),
          loadWhere(store, "request = ?", id, d.attachments), loadWhere(store, "request = ?", id, d.reminders),
          loadWhere(store, "request = ?", id, d.dispatches, "queued_at"), loadWhere(store, "target = ?", id, d.proposals)}) {
        if (!loaded)
            return loaded.error();
    }
    const auto replies = repliesConcerning(store, id);
    if (!replies)
        return replies.error();
    for (const ReplyRow &row : *replies)
        d.replies.append(row.reply);
    auto missions = missionsOf(store, id);
    if (!missions)
        return missions.error();
    d.missions = std::move(missions).value();
    const auto history = historyOf(store, Kind::Request, id);
    const auto pending = pendingOf(store, id);
    if (!history || !pending)
        return history ? pending.error() : history.error();
    d.history = *history;
    d.pending = *pending;
    for (const Attachment &attachment : std::as_const(d.attachments)) {
        const auto file = blob(store, attachment.sha256);
        if (!file)
            return file.error();
        if (*file)
            d.files.insert(attachment.sha256, **file);
    }
    return std::optional(d);
}

Result<QList<Change>> historyOf(DeskStore &store, Kind kind, const Id &id)
{
    Statement s = store.database().prepare("SELECT id, seq, kind, op, at, actor, device, n, fields, was FROM history"
                                           " WHERE id = ? AND kind = ? ORDER BY seq DESC"_L1);
    s.bindAll(id, token(kind));
    QList<Change> changes;
    auto row = s.step();
    for (; row && *row; row = s.step())
        changes.append(readChange(s));
    if (!row)
        return row.error();
    return changes;
}

Result<QList<Proposal>> openProposals(DeskStore &store, const Id &author)
{
    QList<Proposal> list;
    const QByteArray mine = author.isNull() ? QByteArray() : QByteArray(" AND author = ?");
    if (const Status loaded = loadWhere(store, "ifnull(state, 'open') = 'open'" + mine, author, list); !loaded)
        return loaded.error();
    return list;
}

Result<QList<ContactRow>> contactsSince(DeskStore &store, Instant since, int limit)
{
    const RecordTable &table = RecordTable::of(Kind::Contact);
    static const QByteArray sql =
        "SELECT " + table.columns("k.") +
        ", c.civility, c.first_name, c.last_name, c.organisation, r.number, ifnull(r.subject, substr(r.text, 1, 120)), r.status,"
        " r.on_the_spot FROM contact k INDEXED BY contact_at LEFT JOIN request r ON r.id = k.request"
        " LEFT JOIN citizen c ON c.id = ifnull(k.citizen, r.citizen) WHERE k.at >= ? ORDER BY k.at DESC LIMIT ?";
    const int afterContact = table.width();
    Statement s = store.database().prepare(sql);
    s.bindAll(since.ms, limit);
    QList<ContactRow> rows;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        ContactRow contact;
        contact.contact = fromDocument<Contact>(s.id(0), table.read(s).document);
        contact.citizen = citizenName(s, afterContact);
        contact.number = s.text(afterContact + 4);
        contact.subject = s.text(afterContact + 5);
        contact.status = fromToken<RequestStatus>(s.text(afterContact + 6)).value_or(RequestStatus::Received);
        contact.onTheSpot = s.boolean(afterContact + 7);
        rows.append(contact);
    }
    if (!row)
        return row.error();
    return rows;
}

Result<ContactCounts> contactCounts(DeskStore &store, Instant since)
{
    Statement s =
        store.database().prepare("SELECT count(*), total(ifnull(r.on_the_spot, 0)) FROM contact k INDEXED BY contact_at"
                                 " LEFT JOIN request r ON r.id = k.request WHERE k.at >= ? AND ifnull(k.outgoing, 0) = 0"_L1);
    const auto row = s.bind(1, since.ms).step();
    if (!row)
        return row.error();
    const auto all = int(s.integer(0));
    const auto onTheSpot = int(s.integer(1));
    return ContactCounts{all, onTheSpot, all - onTheSpot};
}

} // namespace parvis
