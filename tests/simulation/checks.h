#pragma once

#include "simdesk.h"

namespace parvis {

// The invariants of the architecture, looked at from outside: each answers what is wrong, or nothing.

QStringList checkHistory(SimHub &hub, const Town &town); //!< 2, 3, 7, 8, 12, and that the records are their history
QStringList checkOutcomes(SimHub &hub, Town &town, const QList<SimDesk *> &desks); //!< 1
QStringList checkDesk(SimHub &hub, SimDesk &desk);                                 //!< 4, 5: the desk is what the hub shows it
//! 4 in the middle of it all: the desk is the fold of what it has pulled. Says nothing of a desk that sees a part of the town
//! only, waits for something, is being replaced, or has not yet pulled what came while its snapshot was read.
QStringList checkFold(SimHub &hub, SimDesk &desk);
qint64 publishedRevisions(SimHub &hub);
qint64 reportedMissions(SimHub &hub);
qint64 approvedReplies(SimHub &hub);
qint64 repliesToMany(SimHub &hub);                     //!< that went out, each to several
qint64 gatheredTwice(SimHub &hub, const Town &town);   //!< by two desks at once
QStringList checkTampering(SimHub &hub, World &world); //!< 12
//! The town without what clocks decide: equal for runs that differ in clocks only (10).
QByteArray withoutClocks(SimHub &hub, const QList<SimDesk *> &desks);

} // namespace parvis
