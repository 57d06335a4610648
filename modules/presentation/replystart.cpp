#include "presentation/replystart.h"

#include "wording/replyfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

IdSet setOf(const QList<Id> &ids)
{
    return {ids.begin(), ids.end()};
}

QList<Id> answeredBy(const Reply &reply)
{
    QList<Id> requests;
    const QList<Recipient> all = recipientsOf(reply);
    for (const Recipient &r : all)
        requests.append(r.request);
    return requests.isEmpty() ? QList<Id>{reply.request} : requests;
}

Result<std::optional<Addressed>> addressedOf(DeskStore &store, const Id &id)
{
    const auto document = store.document(Kind::Request, id);
    const auto seq = store.seqOf(Kind::Request, id);
    if (!document || !seq)
        return document ? seq.error() : document.error();
    if (!*document)
        return std::optional<Addressed>();
    Addressed a;
    a.request = fromDocument<Request>(id, **document);
    a.seq = *seq;
    const auto citizen = store.document(Kind::Citizen, a.request.citizen);
    if (!citizen)
        return citizen.error();
    a.citizen = fromDocument<Citizen>(a.request.citizen, citizen->value_or(QJsonObject()));
    auto files = attachmentsOf(store, id);
    if (!files)
        return files.error();
    a.attachments = std::move(files).value();
    return std::optional(std::move(a));
}

Result<bool> isKept(DeskStore &store, const ReplyStart &start)
{
    const auto draft = store.draft(start.draftKey());
    return draft ? Result<bool>(draft->has_value()) : draft.error();
}

//! Drafts filed with one of \a requests, of whoever, that answer exactly \a answered.
Result<QList<ReplyStart>> filedStarts(DeskStore &store, const QList<Id> &requests, const IdSet &answered)
{
    QList<ReplyStart> found;
    for (const Id &request : requests) {
        const auto rows = repliesTo(store, request);
        if (!rows)
            return rows.error();
        for (const ReplyRow &row : *rows) {
            const QList<Id> all = answeredBy(row.reply);
            if (row.reply.state == ReplyState::Draft && setOf(all) == answered)
                found.append({all, row, false});
        }
    }
    return found;
}

//! Drafts of \a author to several of whom \a request is one.
Result<QList<ReplyStart>> manyStarts(DeskStore &store, const Id &request, const Id &author)
{
    constexpr Instant noneApproved{std::numeric_limits<qint64>::max()};
    const auto rows = repliesBy(store, author, noneApproved);
    if (!rows)
        return rows.error();
    QList<ReplyStart> found;
    for (const ReplyRow &row : *rows) {
        const QList<Id> all = answeredBy(row.reply);
        if (row.reply.state == ReplyState::Draft && all.size() > 1 && all.contains(request))
            found.append({all, row, false});
    }
    return found;
}

} // namespace

QString ReplyStart::draftKey() const
{
    if (filed)
        return u"reply/of/"_s + idText(filed->reply.id);
    if (requests.size() == 1)
        return u"reply/"_s + idText(requests.first());
    QByteArray all;
    const IdSet sorted = setOf(requests);
    for (const Id &id : sorted)
        all += id.toRfc4122();
    return u"reply/many/"_s + idText(QUuid::createUuidV5(Id(), all));
}

Result<QList<ReplyStart>> replyStarts(DeskStore &store, const QList<Id> &requests, const Id &author)
{
    if (requests.isEmpty())
        return QList<ReplyStart>();
    const auto addressed = addressedBy(store, requests);
    if (!addressed)
        return addressed.error();
    IdSet answered;
    for (const Addressed &a : *addressed)
        answered.insert(a.request.id);
    auto filed = filedStarts(store, requests, answered);
    if (!filed)
        return filed.error();
    QList<ReplyStart> starts = std::move(filed).value();
    std::stable_sort(starts.begin(), starts.end(),
                     [](const ReplyStart &a, const ReplyStart &b) { return a.filed->reply.at > b.filed->reply.at; });
    ReplyStart plain{requests, std::nullopt, false};
    const auto kept = isKept(store, plain);
    if (!kept)
        return kept.error();
    plain.isKept = *kept;
    const bool isBegun = plain.isKept || !starts.isEmpty();
    if (plain.isKept)
        starts.append(plain);
    if (!plain.isToMany()) {
        const auto many = manyStarts(store, requests.first(), author);
        if (!many)
            return many.error();
        starts += *many;
    }
    if (!isBegun)
        starts.append(plain);
    for (ReplyStart &start : starts) {
        const auto words = isKept(store, start);
        if (!words)
            return words.error();
        start.isKept = *words;
    }
    return starts;
}

Result<QList<ReplyStart>> replyStartsAt(DeskStore &store, const Id &reply, const Id &author)
{
    const auto row = replyRow(store, reply);
    if (!row)
        return row.error();
    if (!*row || (*row)->reply.state != ReplyState::Draft)
        return QList<ReplyStart>();
    ReplyStart first{answeredBy((*row)->reply), **row, false};
    const auto kept = isKept(store, first);
    if (!kept)
        return kept.error();
    first.isKept = *kept;
    const auto others = replyStarts(store, first.requests, author);
    if (!others)
        return others;
    QList<ReplyStart> starts{first};
    for (const ReplyStart &other : *others) {
        const bool isNew = !other.filed && !other.isKept; // nobody asked for one
        if (!isNew && !(other.filed && other.filed->reply.id == reply))
            starts.append(other);
    }
    return starts;
}

Result<QList<ReplyStart>> asTheyAreNow(DeskStore &store, QList<ReplyStart> starts)
{
    if (starts.isEmpty() || !starts.first().filed)
        return starts;
    const auto row = replyRow(store, starts.first().filed->reply.id);
    if (!row)
        return row.error();
    if (!*row || (*row)->reply.state != ReplyState::Draft)
        return QList<ReplyStart>();
    starts.first().filed = **row;
    return starts;
}

Result<QList<ReplyRow>> earlierReplies(DeskStore &store, const Id &request, const Id &agent, const WorkingCalendar &calendar,
                                       const QDate &today)
{
    Result<QList<ReplyRow>> like = likeReplies(store, request);
    if (!like)
        return like;
    QList<ReplyRow> rows = like.value();
    for (ReplyRow &row : rows) { // theirs is not for this citizen
        const auto document = store.document(Kind::Request, row.reply.request);
        if (!document)
            return document.error();
        const auto answered = fromDocument<Request>(row.reply.request, document->value_or(QJsonObject()));
        const ReplyFields theirs = replyFields(replyFactsFor(answered, agent, calendar, today, store.lookup()));
        row.reply.subject = generalised(row.reply.subject, theirs);
        row.reply.text = generalised(row.reply.text, theirs);
    }
    return rows;
}

Result<QList<ReplyRow>> repliesUnderWay(DeskStore &store, const QList<Id> &requests)
{
    const auto open = openReplies(store);
    if (!open)
        return open.error();
    const IdSet asked = setOf(requests);
    QList<ReplyRow> found;
    for (const ReplyRow &row : *open) {
        const QList<Id> answered = answeredBy(row.reply);
        if (std::any_of(answered.begin(), answered.end(), [&asked](const Id &id) { return asked.contains(id); }))
            found.append(row);
    }
    std::stable_sort(found.begin(), found.end(), [](const ReplyRow &a, const ReplyRow &b) { return a.reply.at > b.reply.at; });
    return found;
}

Result<QList<Addressed>> addressedBy(DeskStore &store, const QList<Id> &requests)
{
    QList<Addressed> all;
    for (const Id &id : requests) {
        const auto one = addressedOf(store, id);
        if (!one)
            return one.error();
        if (*one && (requests.size() == 1 || !(*one)->request.citizen.isNull()))
            all.append(**one);
    }
    return all;
}

} // namespace parvis
