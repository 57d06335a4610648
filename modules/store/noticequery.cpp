#include "store/noticequery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Rows of (id, request, number, subject, service, by, at, due, status).
Status collect(Statement &s, Notice::What what, QList<Notice> &into)
{
    auto row = s.step();
    for (; row && *row; row = s.step())
        into.append({what, s.id(0), s.id(1), s.text(2), s.text(3), s.id(4), s.id(5), s.instant(6), s.date(7),
                     s.text(8) == token(RequestStatus::Assigned)});
    return row ? success() : Status(row.error());
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
        Statement reminded =
            db.prepare("SELECT m.id, r.id, r.number, r.subject, r.service, NULL, m.at, m.due_on, r.status FROM reminder m"
                       " INDEXED BY reminder_to JOIN request r ON r.id = m.request"
                       " WHERE m.to_user = ?1 AND m.at >= ?2 AND (ifnull(m.level, 'referent') <> 'referent') = ?3"
                       " AND r.open = 1 ORDER BY m.at DESC LIMIT ?4"_L1);
        reminded.bindAll(user, since, int(escalated), limit);
        if (done)
            done = collect(reminded, escalated ? Notice::What::Escalated : Notice::What::Reminded, notices);
    }
    Statement mentioned =
        db.prepare("SELECT n.id, r.id, r.number, r.subject, r.service, n.author, n.at, NULL, r.status FROM note n"
                   " INDEXED BY note_at JOIN request r ON r.id = n.request"
                   " WHERE n.at >= ?1 AND instr(lower(n.text) || ' ', ?2) > 0 AND n.author IS NOT ?3"
                   " AND n.redacted IS NOT 1 ORDER BY n.at DESC LIMIT ?4"_L1);
    mentioned.bindAll(since, u'@' + login.toLower() + u' ', user, limit);
    if (done && !login.isEmpty())
        done = collect(mentioned, Notice::What::Mentioned, notices);
    Statement conflicts =
        db.prepare("SELECT p.id, r.id, r.number, r.subject, r.service, NULL, p.at, NULL, r.status FROM proposal p"
                   " INDEXED BY proposal_open JOIN request r ON r.id = p.target"
                   " WHERE ifnull(p.state, 'open') = 'open' AND p.at >= ?1 AND p.author = ?2"
                   " ORDER BY p.at DESC LIMIT ?3"_L1);
    conflicts.bindAll(since, user, limit);
    if (done)
        done = collect(conflicts, Notice::What::Conflict, notices);
    if (!done)
        return done.error();
    std::stable_sort(notices.begin(), notices.end(), [](const Notice &a, const Notice &b) { return a.at.ms > b.at.ms; });
    return notices.mid(0, limit);
}

} // namespace parvis
