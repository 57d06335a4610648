#include "store/carduse.h"

#include <QtCore/QDateTime>

#include <limits>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int monthsCounted = 12;

Status addCardUse(DeskStore &store, int back, const Id &agent, Instant now, QHash<Id, CardUse> &uses, int perMonth)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC).date();
    const auto start = [](QDate day) { return QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); };
    const QDate first = QDate(today.year(), today.month(), 1).addMonths(-back);
    Statement s = store.database().prepare("SELECT card, created_by FROM request INDEXED BY request_arrived"
                                           " WHERE arrived >= ? AND arrived < ? ORDER BY arrived DESC LIMIT ?"_L1);
    s.bindAll(start(first), start(first.addMonths(1)), qint64(perMonth));
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        if (s.isNull(0))
            continue;
        CardUse &use = uses[s.id(0)];
        ++use.byMonth[std::size_t(first.month() - 1)];
        if (back >= monthsCounted)
            continue;
        ++use.total;
        use.mine += !agent.isNull() && s.id(1) == agent ? 1 : 0;
    }
    return row ? success() : Status(row.error());
}

Result<PastRequests> pastRequests(DeskStore &store, int limit, const std::optional<qint64> &before)
{
    PastRequests page;
    Statement s = store.database().prepare("SELECT rowid, card, subject, text FROM request WHERE rowid < ?"
                                           " ORDER BY rowid DESC LIMIT ?"_L1);
    s.bindAll(before.value_or(std::numeric_limits<qint64>::max()), qint64(limit));
    int seen = 0;
    qint64 last = 0;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        ++seen;
        last = s.integer(0);
        if (!s.isNull(1))
            page.requests.append({s.id(1), s.text(2), s.text(3)});
    }
    if (!row)
        return row.error();
    if (seen == limit)
        page.next = last;
    return page;
}

} // namespace parvis
