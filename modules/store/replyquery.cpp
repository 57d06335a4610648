#include "store/replyquery.h"

#include "base/text.h"
#include "store/recordtable.h"
#include "store/requestsql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Columns of rows(): the record, then what its request says.
QByteArray select(const QByteArray &from)
{
    return "SELECT " + RecordTable::of(Kind::Reply).columns("p.") +
           ", c.civility, c.first_name, c.last_name, c.organisation, r.number, ifnull(r.subject, substr(r.text, 1, 120)),"
           " r.service, r.card, r.due_on, EXISTS(SELECT 1 FROM outbox o INDEXED BY outbox_overlaid WHERE o.target = p.id AND"
           " o.overlaid = 1 AND o.outcome IS NULL) FROM " +
           from;
}

constexpr const char *itsRequest = " LEFT JOIN request r ON r.id = p.request LEFT JOIN citizen c ON c.id = r.citizen ";

Result<QList<ReplyRow>> rows(Statement &s)
{
    const RecordTable &table = RecordTable::of(Kind::Reply);
    static const int after = RecordTable::of(Kind::Reply).width();
    QList<ReplyRow> list;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const StoredRecord record = table.read(s);
        list.append({fromDocument<Reply>(s.id(0), record.document), record.seq, s.text(after + 4), s.text(after + 5),
                     citizenName(s, after), s.id(after + 6), s.id(after + 7), s.date(after + 8), s.boolean(after + 9)});
    }
    if (!row)
        return row.error();
    return list;
}

//! Columns of readDispatch().
QByteArray dispatchSelect(const QByteArray &index)
{
    return "SELECT " + RecordTable::of(Kind::Dispatch).columns("d.") +
           ", r.number, EXISTS(SELECT 1 FROM outbox o INDEXED BY outbox_overlaid WHERE o.target = d.id AND o.overlaid = 1"
           " AND o.outcome IS NULL) FROM dispatch d" +
           index + " LEFT JOIN request r ON r.id = d.request ";
}

DispatchRow readDispatch(Statement &s)
{
    static const int after = RecordTable::of(Kind::Dispatch).width();
    const StoredRecord record = RecordTable::of(Kind::Dispatch).read(s);
    return {fromDocument<Dispatch>(s.id(0), record.document), record.seq, s.text(after), s.boolean(after + 1)};
}

bool mayBeWork(DispatchState state)
{
    using S = DispatchState;
    return state == S::Queued || state == S::Printed || state == S::Failed || state == S::Uncertain;
}

bool isWork(const Dispatch &d)
{
    return mayBeWork(d.state) &&
           (d.state != DispatchState::Queued || (!isSentByHub(d.channel) && d.channel != ReplyChannel::None));
}

bool saysAll(const DispatchRow &row, const QStringList &words)
{
    if (words.isEmpty())
        return true;
    const Dispatch &d = row.dispatch;
    const QString text = folded(QStringList{row.number, d.chrono, d.name, d.to, d.subject, d.text}.join(u' '));
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace

Result<QList<ReplyRow>> openReplies(DeskStore &store, int limit)
{
    static const QByteArray sql = select("reply p INDEXED BY reply_open" + QByteArray(itsRequest) +
                                         "WHERE p.state = 'in_approval' ORDER BY r.due_on IS NULL, r.due_on, p.at, p.id LIMIT ?");
    Statement s = store.database().prepare(sql);
    s.bindAll(limit);
    return rows(s);
}

Result<QList<ReplyRow>> repliesBy(DeskStore &store, const Id &author, Instant since, int limit)
{
    static const QByteArray sql =
        select("reply p INDEXED BY reply_author" + QByteArray(itsRequest) +
               "WHERE p.author = ?1 AND (ifnull(p.state, 'draft') IN ('draft', 'refused', 'in_approval') OR p.at >= ?2)"
               " ORDER BY CASE ifnull(p.state, 'draft') WHEN 'draft' THEN 0 WHEN 'refused' THEN 0 WHEN 'in_approval' THEN 1"
               " ELSE 2 END, p.at DESC, p.id LIMIT ?3");
    Statement s = store.database().prepare(sql);
    s.bindAll(author, since, limit);
    return rows(s);
}

Result<std::optional<ReplyRow>> replyRow(DeskStore &store, const Id &reply)
{
    static const QByteArray sql = select("reply p" + QByteArray(itsRequest) + "WHERE p.id = ?");
    Statement s = store.database().prepare(sql);
    s.bindAll(reply);
    const auto found = rows(s);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<ReplyRow>> repliesTo(DeskStore &store, const Id &request)
{
    static const QByteArray sql =
        select("reply p INDEXED BY reply_request" + QByteArray(itsRequest) + "WHERE p.request = ? ORDER BY p.at DESC, p.id");
    Statement s = store.database().prepare(sql);
    s.bindAll(request);
    return rows(s);
}

Result<QList<ReplyRow>> repliesConcerning(DeskStore &store, const Id &request)
{
    static const QByteArray sql =
        select("reply p" + QByteArray(itsRequest) +
               "WHERE p.id IN (SELECT id FROM reply INDEXED BY reply_request WHERE request = ?1 UNION SELECT id FROM reply"
               " INDEXED BY reply_unsent WHERE ifnull(state, 'draft') IN ('draft', 'in_approval')"
               " AND instr(recipients, ?2) > 0) ORDER BY p.at DESC, p.id");
    Statement s = store.database().prepare(sql);
    s.bindAll(request, idText(request));
    return rows(s);
}

Result<QList<Attachment>> attachmentsOf(DeskStore &store, const Id &request)
{
    const RecordTable &table = RecordTable::of(Kind::Attachment);
    Statement s = store.database().prepare("SELECT " + table.columns() +
                                           " FROM attachment WHERE request = ? AND removed IS NOT 1 ORDER BY at DESC, id DESC");
    s.bindAll(request);
    QList<Attachment> all;
    auto row = s.step();
    for (; row && *row; row = s.step())
        all.append(fromDocument<Attachment>(s.id(0), table.read(s).document));
    if (!row)
        return row.error();
    return all;
}

Result<std::optional<Sample>> sampleFor(DeskStore &store, const Id &card)
{
    constexpr int looked = 5'000; // the newest: rare cards may find none
    Statement s = store.database().prepare(
        "SELECT id, citizen FROM (SELECT id, citizen, card, arrived FROM request INDEXED BY request_arrived"
        " ORDER BY arrived DESC LIMIT ?1) WHERE citizen IS NOT NULL ORDER BY card IS ?2 DESC, arrived DESC LIMIT 1"_L1);
    const auto row = s.bindAll(looked, card).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Sample>();
    const Id request = s.id(0), citizen = s.id(1);
    const auto found = store.document(Kind::Request, request);
    const auto whose = store.document(Kind::Citizen, citizen);
    if (!found || !whose)
        return found ? whose.error() : found.error();
    return std::optional(Sample{fromDocument<Request>(request, found->value_or(QJsonObject())),
                                fromDocument<Citizen>(citizen, whose->value_or(QJsonObject()))});
}

Result<QList<ReplyRow>> likeReplies(DeskStore &store, const Id &request, int limit)
{
    const auto document = store.document(Kind::Request, request);
    if (!document)
        return document.error();
    if (!*document)
        return QList<ReplyRow>();
    const auto like = fromDocument<Request>(request, **document);
    // Few requests have a reply, but a card has many requests: from the replies to their requests.
    static const QByteArray sql = select("reply p INDEXED BY reply_approved" + QByteArray(itsRequest) +
                                         "WHERE p.state = 'approved' AND p.request <> ?1 AND"
                                         " (r.card = ?2 OR (?2 IS NULL AND r.card IS NULL AND r.theme IS ?3 AND r.service IS ?4))"
                                         " ORDER BY p.at DESC LIMIT ?5");
    Statement s = store.database().prepare(sql);
    s.bindAll(request, like.card, like.theme, like.service, limit);
    return rows(s);
}

bool belongs(const DispatchRow &row, const DispatchQuery &query)
{
    const Dispatch &d = row.dispatch;
    const bool isInTime = d.queuedAt.ms >= query.since.ms && (!query.until.isSet() || d.queuedAt.ms < query.until.ms);
    if (!isInTime || (query.channel && d.channel != *query.channel) || (query.isOpen && !isWork(d)) ||
        (!query.states.isEmpty() && !query.states.contains(d.state)) || !d.chrono.startsWith(query.chrono))
        return false;
    return saysAll(row, foldedWords(query.words));
}

Result<QList<DispatchRow>> dispatches(DeskStore &store, const DispatchQuery &query, const DispatchRow *last, int limit)
{
    // The index gives the order; words are looked for in what is read anyway. Work is little: of it, the order is made.
    const bool isOfWork =
        query.isOpen || (!query.states.isEmpty() && std::all_of(query.states.begin(), query.states.end(), mayBeWork));
    QByteArray where;
    if (isOfWork)
        where += " AND ifnull(d.state, 'queued') IN ('queued', 'printed', 'failed', 'uncertain')";
    if (query.isOpen)
        where += " AND (ifnull(d.state, 'queued') <> 'queued' OR d.channel IN ('letter', 'phone', 'counter'))";
    if (!query.states.isEmpty()) {
        QByteArrayList states;
        for (const DispatchState state : query.states)
            states.append('\'' + QByteArray(token(state).data(), token(state).size()) + '\'');
        where += " AND ifnull(d.state, 'queued') IN (" + states.join(", ") + ')';
    }
    const QByteArray order = query.isOldestFirst ? "ASC" : "DESC";
    const QByteArray sql = dispatchSelect(isOfWork ? " INDEXED BY dispatch_work" : " INDEXED BY dispatch_register") +
                           "WHERE d.queued_at >= ?1 AND d.queued_at < ?2 AND (?3 = '' OR d.channel = ?3)"
                           " AND (?6 = '' OR substr(d.chrono, 1, length(?6)) = ?6)"
                           " AND (d.queued_at, ifnull(d.chrono, ''), d.id) " +
                           QByteArray(query.isOldestFirst ? ">" : "<") + " (?4, ?7, ?5)" + where + " ORDER BY d.queued_at " +
                           order + ", ifnull(d.chrono, '') " + order + ", d.id " + order;
    constexpr qint64 forever = std::numeric_limits<qint64>::max();
    const qint64 until = query.until.isSet() ? query.until.ms : forever;
    const qint64 none = query.isOldestFirst ? -1 : forever;
    Statement s = store.database().prepare(sql);
    s.bindAll(query.since.ms, until, query.channel ? QString(token(*query.channel)) : QString(),
              last ? last->dispatch.queuedAt.ms : none, last ? last->dispatch.id : Id(), query.chrono,
              last ? last->dispatch.chrono : QString());
    const QStringList words = foldedWords(query.words);
    QList<DispatchRow> list;
    auto row = s.step();
    for (; row && *row && list.size() < limit; row = s.step()) {
        const DispatchRow found = readDispatch(s);
        if (saysAll(found, words))
            list.append(found);
    }
    if (!row)
        return row.error();
    return list;
}

Result<QList<DispatchRow>> dispatchRows(DeskStore &store, const QList<Id> &ids)
{
    static const QByteArray sql = dispatchSelect({}) + "WHERE d.id = ?";
    QList<DispatchRow> list;
    for (const Id &id : ids) {
        Statement s = store.database().prepare(sql);
        s.bindAll(id);
        const auto row = s.step();
        if (!row)
            return row.error();
        if (*row)
            list.append(readDispatch(s));
    }
    return list;
}

Result<Instant> firstDispatch(DeskStore &store)
{
    Statement s = store.database().prepare("SELECT min(queued_at) FROM dispatch"_L1);
    const auto row = s.step();
    if (!row)
        return row.error();
    return Instant{s.integer(0)};
}

Result<DispatchCounts> dispatchCounts(DeskStore &store)
{
    DispatchCounts counts;
    Statement s = store.database().prepare(
        "SELECT channel, ifnull(state, 'queued'), count(*) FROM dispatch INDEXED BY dispatch_work"
        " WHERE ifnull(state, 'queued') IN ('queued', 'printed', 'failed', 'uncertain') GROUP BY 1, 2"_L1);
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const QString channel = s.text(0), state = s.text(1);
        const int count = int(s.integer(2));
        if (state == token(DispatchState::Failed) || state == token(DispatchState::Uncertain))
            counts.troubled += count;
        else if (state == token(DispatchState::Printed))
            counts.printed += count;
        else if (channel == token(ReplyChannel::Letter))
            counts.letters += count;
        else if (channel == token(ReplyChannel::Phone))
            counts.calls += count;
        else if (channel == token(ReplyChannel::Counter))
            counts.counter += count;
    }
    if (!row)
        return row.error();
    return counts;
}

} // namespace parvis
