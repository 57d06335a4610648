#pragma once

#include "store/requestquery.h"

namespace parvis {

//! Where an open case lies on the board.
enum class Lane {
    ToTake, //!< nobody has it
    ToDo,   //!< somebody has it and has not begun
    InProgress,
    Waiting
};
inline constexpr std::size_t laneCount = 4;
Lane laneOf(RequestStatus status, const Id &assignee);

//! Whose open cases. A referent's: their own of any service, those of the absent people whom they stand for, and in Lane::ToTake
//! what nobody has of \c services. Without an assignee, a head's: all of \c services.
struct QueueQuery
{
    Id assignee = {};
    IdSet services = {};
    QDate today = {};
    IdSet standsFor = {};

    bool operator==(const QueueQuery &) const = default;
};

struct QueueLane
{
    QList<RequestRow> rows; //!< most urgent first, at most as many as asked for
    qint64 total = 0;
    qint64 late = 0; //!< of the total: the clock runs and the day is over
};

//! What one agent has. A null assignee: what nobody has.
struct CaseLoad
{
    Id assignee;
    qint64 open = 0, late = 0, dueToday = 0;

    bool operator==(const CaseLoad &) const = default;
};

struct WorkQueue
{
    std::array<QueueLane, laneCount> lanes;
    QList<CaseLoad> loads; //!< of a head's queue, the fullest first; what nobody has comes before
};

Result<WorkQueue> workQueue(DeskStore &store, const QueueQuery &query, int perLane);

//! The two statements behind it, apart, so that a test can read their plans. Of one service: status, reason, assignee, due
//! day, rowid; of one assignee the same.
QByteArray queueSql(bool isOfService);

} // namespace parvis
