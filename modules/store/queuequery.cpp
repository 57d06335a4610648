#include "store/queuequery.h"

#include "domain/workflow.h"
#include "store/requestsql.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 never = 9'999'999; // of no due day: as the column "urgency" has it

//! What is needed of a case to lay it on the board: the index alone answers it.
struct Slip
{
    qint64 urgency = 0;
    qint64 rowid = 0;

    auto operator<=>(const Slip &) const = default;
};

class Board
{
public:
    Board(DeskStore &store, const QueueQuery &query, int perLane)
        : m_database(store.database()), m_query(query), m_perLane(std::max(1, perLane)), m_today(query.today.toJulianDay())
    {}

    Result<WorkQueue> read()
    {
        Status done = success();
        if (!m_query.assignee.isNull())
            done = collect(m_query.assignee, false);
        for (auto it = m_query.standsFor.begin(); it != m_query.standsFor.end() && done; ++it)
            done = collect(*it, false);
        for (auto it = m_query.services.begin(); it != m_query.services.end() && done; ++it)
            done = collect(*it, true);
        for (std::size_t lane = 0; lane < laneCount && done; ++lane)
            done = fill(lane);
        if (!done)
            return done.error();
        m_queue.loads = m_loads.values();
        std::sort(m_queue.loads.begin(), m_queue.loads.end(), [](const CaseLoad &a, const CaseLoad &b) {
            const bool isNobodyA = !a.assignee.isNull(), isNobodyB = !b.assignee.isNull();
            return std::tuple(isNobodyA, -a.open, a.assignee) < std::tuple(isNobodyB, -b.open, b.assignee);
        });
        return m_queue;
    }

private:
    Status collect(const Id &whose, bool isOfService)
    {
        const bool isOwn = !m_query.assignee.isNull();
        Statement s = m_database.prepare(queueSql(isOfService));
        s.bind(1, whose);
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            const Id assignee = isOfService ? s.id(2) : whose;
            if (isOwn && isOfService && !assignee.isNull()) // of the service only what nobody has
                continue;
            const RequestStatus status = fromToken<RequestStatus>(s.text(0)).value_or(RequestStatus::Received);
            const qint64 urgency = s.isNull(3) ? never : s.integer(3);
            const bool isUnderWay = !isClockStopped(status, s.text(1));
            const bool isLate = isUnderWay && urgency < m_today;
            const auto lane = std::size_t(laneOf(status, assignee));
            QueueLane &into = m_queue.lanes[lane];
            ++into.total;
            into.late += isLate ? 1 : 0;
            add(m_slips[lane], {urgency, s.integer(4)});
            if (isOwn)
                continue;
            CaseLoad &load = m_loads[assignee];
            load.assignee = assignee;
            ++load.open;
            load.late += isLate ? 1 : 0;
            load.dueToday += isUnderWay && urgency == m_today ? 1 : 0;
        }
        return row ? success() : Status(row.error());
    }

    //! Keeps the most urgent ones: a heap with the least urgent of them on top.
    void add(std::vector<Slip> &slips, const Slip &slip) const
    {
        if (slips.size() == std::size_t(m_perLane)) {
            if (!(slip < slips.front()))
                return;
            std::pop_heap(slips.begin(), slips.end());
            slips.pop_back();
        }
        slips.push_back(slip);
        std::push_heap(slips.begin(), slips.end());
    }

    Status fill(std::size_t lane)
    {
        static const QByteArray sql = "SELECT " + QByteArray(requestRowColumns.data()) + " FROM request r" +
                                      QByteArray(requestRowJoins.data()) + " WHERE r.rowid = ?";
        std::sort_heap(m_slips[lane].begin(), m_slips[lane].end());
        Statement s = m_database.prepare(sql);
        for (const Slip &slip : m_slips[lane]) {
            s.bind(1, slip.rowid);
            const auto row = s.step();
            if (!row)
                return row.error();
            if (*row)
                m_queue.lanes[lane].rows.append(readRequestRow(s));
            s.reset();
        }
        return success();
    }

    Database &m_database;
    const QueueQuery &m_query;
    int m_perLane;
    qint64 m_today;
    std::array<std::vector<Slip>, laneCount> m_slips;
    QHash<Id, CaseLoad> m_loads;
    WorkQueue m_queue;
};

} // namespace

Lane laneOf(RequestStatus status, const Id &assignee)
{
    if (assignee.isNull())
        return Lane::ToTake;
    switch (status) {
    case RequestStatus::InProgress: return Lane::InProgress;
    case RequestStatus::Waiting: return Lane::Waiting;
    default: return Lane::ToDo;
    }
}

QByteArray queueSql(bool isOfService)
{
    const QByteArray whose = isOfService ? "request_board WHERE service = ?" : "request_own_board WHERE assignee = ?";
    return "SELECT status, reason, assignee, due_on, rowid FROM request INDEXED BY " + whose + " AND " +
           QByteArray(isAtWork.data(), isAtWork.size());
}

Result<WorkQueue> workQueue(DeskStore &store, const QueueQuery &query, int perLane)
{
    return Board(store, query, perLane).read();
}

} // namespace parvis
