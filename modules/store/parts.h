#pragma once

#include "base/id.h"
#include "protocol/codec.h"
#include "store/deskstore.h"
#include "store/work.h"

namespace parvis {

struct DeskStore::Parts
{
    Parts(Database opened, const Clock &time, QRandomGenerator &random)
        : database(std::move(opened)), clock(time), ids(time, random)
    {}

    Database database;
    const Clock &clock;
    IdMaker ids;
    Ballast ballast;
    Id device;
    bool isBulk = false; //!< a snapshot is coming in
};

//! Records to build anew, each maybe more than once.
using Dirty = QList<std::pair<Kind, Id>>;

//! What the cursor has passed is part of the confirmed state; what is stable needs no second sending.
void settle(Work &work, qint64 cursor, qint64 stable, Dirty &dirty);
Touched rebuilt(Work &work, const Dirty &dirty, Touched touched);
bool isReplacing(Work &work); //!< a snapshot of another history is coming in

inline constexpr QLatin1StringView outboxColumns{
    "n, id, kind, verb, target, base, fields, was, at, outcome, refusal, seq, dismissed"};
Result<QList<OutboxEntry>> outboxEntries(Statement &statement); //!< of outboxColumns
Change readChange(const Statement &statement);                  //!< of "id, seq, kind, op, at, actor, device, n, fields, was"

} // namespace parvis
