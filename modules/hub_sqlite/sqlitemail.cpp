#include "hub_sqlite/sqlitetown.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int townKey = 1; // one file, one town

#define MAIL_COLUMNS "notice, user, kind, request, source, actor, at, not_before, state, message, attempts, changed, error"

MailRow mailRow(const Statement &s)
{
    return {s.id(0),
            s.id(1),
            NoticeKind(s.integer(2)),
            s.id(3),
            s.id(4),
            s.id(5),
            s.instant(6),
            s.instant(7),
            MailState(s.integer(8)),
            s.id(9),
            int(s.integer(10)),
            s.instant(11),
            s.text(12)};
}

} // namespace

Status SqliteTown::dueMail(const Id &user, Instant now, const Each<MailRow> &each)
{
    Id whose = user;
    if (whose.isNull()) {
        Statement first = m_db.prepare("SELECT user FROM mail INDEXED BY mail_waiting WHERE town = ? AND state = 0"
                                       " AND not_before <= ? ORDER BY not_before LIMIT 1"_L1);
        const auto row = first.bindAll(townKey, now.ms).step();
        if (!row || !*row)
            return row ? success() : Status(row.error());
        whose = first.id(0);
    }
    Statement s = m_db.prepare("SELECT " MAIL_COLUMNS " FROM mail INDEXED BY mail_user WHERE town = ? AND user = ?"
                               " AND state = 0 AND not_before <= ? ORDER BY at, notice"_L1);
    auto row = s.bindAll(townKey, whose, now.ms).step();
    while (row && *row && each(mailRow(s)))
        row = s.step();
    return row ? success() : Status(row.error());
}

Result<MailCounts> SqliteTown::mailCounts()
{
    MailCounts counts;
    Statement s = m_db.prepare("SELECT state, count(*) FROM mail WHERE town = ? GROUP BY state"_L1);
    auto row = s.bindAll(townKey).step();
    for (; row && *row; row = s.step()) {
        switch (MailState(s.integer(0))) {
        case MailState::Waiting: counts.waiting = s.integer(1); break;
        case MailState::Sent: counts.sent = s.integer(1); break;
        case MailState::Failed: counts.failed = s.integer(1); break;
        case MailState::Dropped: counts.dropped = s.integer(1); break;
        }
    }
    if (!row)
        return row.error();
    const auto next = m_db.integer("SELECT min(not_before) FROM mail WHERE town = ? AND state = 0"_L1, townKey);
    if (!next)
        return next.error();
    counts.next = {next->value_or(0)};
    Statement last = m_db.prepare("SELECT error FROM mail WHERE town = ? AND state IN (0, 2) AND error IS NOT NULL"
                                  " ORDER BY changed DESC LIMIT 1"_L1);
    const auto said = last.bindAll(townKey).step();
    if (!said)
        return said.error();
    if (*said)
        counts.lastError = last.text(0);
    return counts;
}

Status SqliteTown::insertMail(const MailRow &m)
{
    Statement s = m_db.prepare("INSERT OR IGNORE INTO mail (town, " MAIL_COLUMNS
                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"_L1);
    s.bindAll(townKey, m.notice, m.user, int(m.kind), m.request, m.source, m.actor, m.at.ms, m.notBefore.ms, int(m.state),
              m.message, m.attempts, m.changed.ms);
    return s.run();
}

Status SqliteTown::updateMail(const MailRow &m)
{
    Statement s = m_db.prepare("UPDATE mail SET not_before = ?, state = ?, message = ?, attempts = ?, changed = ?,"
                               " error = nullif(?, '') WHERE town = ? AND notice = ? AND user = ?"_L1);
    return s.bindAll(m.notBefore.ms, int(m.state), m.message, m.attempts, m.changed.ms, m.error, townKey, m.notice, m.user).run();
}

Status SqliteTown::expireMail(Instant waiting, Instant done, Instant now)
{
    const Status dropped = m_db.run("UPDATE mail SET state = ?, changed = ? WHERE town = ? AND state = 0 AND at < ?"_L1,
                                    int(MailState::Dropped), now.ms, townKey, waiting.ms);
    return dropped ? m_db.run("DELETE FROM mail WHERE town = ? AND state <> 0 AND changed < ?"_L1, townKey, done.ms) : dropped;
}

} // namespace parvis
