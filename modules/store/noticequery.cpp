#include "store/noticequery.h"

#include "domain/notifying.h"
#include "store/replyquery.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Rows of (id, request, number, subject, service, by, at, due, status), as long as \a isOne.
Status collect(Statement &s, Notice::What what, QList<Notice> &into, const std::function<bool()> &isOne = {})
{
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        if (isOne && !isOne())
            continue;
        into.append({what, s.id(0), s.id(1), s.text(2), s.text(3), s.id(4), s.id(5), s.instant(6), s.date(7),
                     s.text(8) == token(RequestStatus::Assigned)});
    }
    return row ? success() : Status(row.error());
}

Notice noticeOf(Notice::What what, const ReplyRow &row, const ReplyDecision &last)
{
    Notice notice;
    notice.what = what;
    notice.id = row.reply.id;
    notice.request = row.reply.request;
    notice.number = row.number;
    notice.subject = row.subject;
    notice.service = row.service;
    notice.by = last.by;
    notice.at = last.at;
    notice.dueOn = row.dueOn;
    notice.isDraft = row.reply.state == ReplyState::Draft;
    return notice;
}

//! The last word that moved it.
ReplyDecision lastMove(const Reply &reply)
{
    ReplyDecision last;
    const QList<ReplyDecision> decisions = decisionsOf(reply);
    for (const ReplyDecision &d : decisions) {
        if (d.act != ReplyAct::Remarked)
            last = d;
    }
    return last;
}

Status collectReplies(DeskStore &store, const Id &user, Instant since, QList<Notice> &into)
{
    constexpr qsizetype fewest = 5; // of those that wait
    const auto actor = store.actor(user);
    const auto open = openReplies(store);
    const auto own = repliesBy(store, user, since);
    if (!actor || !open || !own)
        return !actor ? actor.error() : !open ? open.error() : own.error();
    QList<Notice> waiting;
    for (const ReplyRow &row : open.value()) {
        const ReplyDecision last = lastMove(row.reply);
        if (last.at >= since && last.by != user && decidable(row.reply, actor.value(), store.lookup()))
            waiting.append(noticeOf(Notice::What::ToApprove, row, last));
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const Notice &a, const Notice &b) { return a.at > b.at; });
    into.append(waiting.mid(0, fewest));
    for (const ReplyRow &row : own.value()) {
        const ReplyDecision last = lastMove(row.reply);
        const bool isBack = last.act == ReplyAct::Returned || last.act == ReplyAct::Refused;
        if (isBack && last.by != user && last.at >= since && row.reply.state != ReplyState::Withdrawn)
            into.append(noticeOf(Notice::What::Returned, row, last));
    }
    return success();
}

} // namespace

Result<QList<Notice>> noticesFor(DeskStore &store, const Id &user, const QString &login, Instant since, int limit)
{
    QList<Notice> notices;
    Database &db = store.database();
    Statement assigned =
        db.prepare("SELECT r.id, r.id, r.number, r.subject, r.service, h.actor, max(h.at), NULL, r.status FROM history h"
                   " INDEXED BY history_assignee JOIN request r ON r.id = h.id"
                   " WHERE json_extract(h.fields, '$.assignee') = ?1 AND h.kind = 'request' AND h.at >= ?2 AND h.actor IS NOT ?3"
                   " AND r.assignee = ?3 AND r.open = 1 GROUP BY r.id ORDER BY 7 DESC LIMIT ?4"_L1);
    assigned.bindAll(idText(user), since, user, limit);
    Status done = collect(assigned, Notice::What::Assigned, notices);
    for (const bool escalated : {false, true}) {
        Statement reminded = db.prepare(
            "SELECT m.id, r.id, r.number, r.subject, r.service, NULL, m.at, m.due_on, r.status FROM reminder m"
            " INDEXED BY reminder_to JOIN request r ON r.id = m.request"
            " WHERE m.to_user = ?1 AND m.at >= ?2 AND (ifnull(m.level, 'referent') <> 'referent') = ?3"
            " AND r.open = 1 AND (?3 OR r.assignee IS m.to_user"
            // Since the referent, or who stands for them, was reminded, nobody else was given the case: here, or at the hub.
            " OR NOT (EXISTS (SELECT 1 FROM history h WHERE h.id = r.id AND h.seq > m.seq"
            " AND json_type(h.fields, '$.assignee') IS NOT NULL)"
            " OR EXISTS (SELECT 1 FROM outbox o INDEXED BY outbox_overlaid WHERE o.target = r.id AND o.overlaid = 1"
            " AND json_type(o.fields, '$.assignee') IS NOT NULL)))"
            " ORDER BY m.at DESC LIMIT ?4"_L1);
        reminded.bindAll(user, since, int(escalated), limit);
        if (done)
            done = collect(reminded, escalated ? Notice::What::Escalated : Notice::What::Reminded, notices);
    }
    Statement mentioned =
        db.prepare("SELECT n.id, r.id, r.number, r.subject, r.service, n.author, n.at, NULL, r.status, n.text FROM note n"
                   " INDEXED BY note_at JOIN request r ON r.id = n.request"
                   " WHERE n.at >= ?1 AND instr(lower(n.text), ?2) > 0 AND n.author IS NOT ?3"
                   " AND n.redacted IS NOT 1 ORDER BY n.at DESC"_L1);
    mentioned.bindAll(since, u'@' + login.toLower(), user);
    // As the hub reads names when it writes an e-mail: "@m.roussel," too, and not "@m.roussel-b".
    constexpr int textColumn = 9;
    const auto isNamed = [&mentioned, &login] { return mentionedIn(mentioned.text(textColumn)).contains(login.toLower()); };
    if (done && !login.isEmpty())
        done = collect(mentioned, Notice::What::Mentioned, notices, isNamed);
    Statement conflicts =
        db.prepare("SELECT p.id, r.id, r.number, r.subject, r.service, NULL, p.at, NULL, r.status FROM proposal p"
                   " INDEXED BY proposal_open JOIN request r ON r.id = p.target"
                   " WHERE ifnull(p.state, 'open') = 'open' AND p.at >= ?1 AND p.author = ?2"
                   " ORDER BY p.at DESC LIMIT ?3"_L1);
    conflicts.bindAll(since, user, limit);
    if (done)
        done = collect(conflicts, Notice::What::Conflict, notices);
    Statement undelivered = db.prepare(
        "SELECT d.id, r.id, r.number, r.subject, r.service, NULL, d.changed_at, NULL, r.status FROM dispatch d"
        " INDEXED BY dispatch_trouble JOIN request r ON r.id = d.request LEFT JOIN reply y ON y.id = d.reply"
        " WHERE d.state IN ('failed', 'uncertain') AND d.changed_at >= ?1 AND ifnull(d.purpose, 'answer') <> 'acknowledgement'"
        " AND (r.assignee = ?2 OR y.author = ?2) ORDER BY d.changed_at DESC LIMIT ?3"_L1);
    undelivered.bindAll(since, user, limit);
    if (done)
        done = collect(undelivered, Notice::What::Undelivered, notices);
    if (done)
        done = collectReplies(store, user, since, notices);
    if (!done)
        return done.error();
    std::stable_sort(notices.begin(), notices.end(), [](const Notice &a, const Notice &b) { return a.at.ms > b.at.ms; });
    return notices.mid(0, limit);
}

} // namespace parvis
