#include "hub_sqlite/sqlitetown.h"

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int townKey = 1; // one file, one town

static OutgoingRow outgoingRow(const Statement &s)
{
    return {s.id(0), ReplyChannel(s.integer(1)), s.instant(2), OutgoingStage(s.integer(3))};
}

Result<std::optional<OutgoingRow>> SqliteTown::dueOutgoing(ReplyChannel channel, Instant now)
{
    Statement s = m_db.prepare("SELECT dispatch, channel, not_before, state FROM outgoing INDEXED BY outgoing_due WHERE town = ?"
                               " AND channel = ? AND state = 0 AND not_before <= ? ORDER BY not_before, dispatch LIMIT 1"_L1);
    const auto row = s.bindAll(townKey, int(channel), now.ms).step();
    if (!row)
        return row.error();
    return *row ? std::optional(outgoingRow(s)) : std::nullopt;
}

Status SqliteTown::outgoingAt(OutgoingStage stage, ReplyChannel channel, const Each<OutgoingRow> &each)
{
    Statement s = m_db.prepare("SELECT dispatch, channel, not_before, state FROM outgoing INDEXED BY outgoing_due WHERE town = ?"
                               " AND channel = ? AND state = ? ORDER BY not_before, dispatch"_L1);
    auto row = s.bindAll(townKey, int(channel), int(stage)).step();
    while (row && *row && each(outgoingRow(s)))
        row = s.step();
    return row ? success() : Status(row.error());
}

Result<Instant> SqliteTown::nextOutgoing(ReplyChannel channel)
{
    const auto at = m_db.integer("SELECT min(not_before) FROM outgoing WHERE town = ? AND channel = ? AND state = 0"_L1, townKey,
                                 int(channel));
    if (!at)
        return at.error();
    return Instant{at->value_or(0)};
}

Status SqliteTown::putOutgoing(const OutgoingRow &row)
{
    return m_db.run("INSERT OR REPLACE INTO outgoing (town, dispatch, channel, not_before, state) VALUES (?, ?, ?, ?, ?)"_L1,
                    townKey, row.dispatch, int(row.channel), row.notBefore.ms, int(row.stage));
}

Status SqliteTown::dropOutgoing(const Id &dispatch)
{
    return m_db.run("DELETE FROM outgoing WHERE town = ? AND dispatch = ?"_L1, townKey, dispatch);
}

Result<qint64> SqliteTown::nextInSeries(const QString &name)
{
    const Status counted = m_db.run("INSERT INTO series (town, name, last) VALUES (?, ?, 1)"
                                    " ON CONFLICT (town, name) DO UPDATE SET last = last + 1"_L1,
                                    townKey, name);
    if (!counted)
        return counted.error();
    const auto last = m_db.integer("SELECT last FROM series WHERE town = ? AND name = ?"_L1, townKey, name);
    if (!last)
        return last.error();
    return last->value_or(0);
}

} // namespace parvis
