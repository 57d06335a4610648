#pragma once

#include "domain/request.h"

namespace parvis {

//! The workflow: received (to qualify) → assigned → in progress → waiting → answered → closed → reopened. The only place where
//! it lives; form, sync and hub all ask it. Staying is always allowed.
bool isAllowed(RequestStatus from, RequestStatus to);

//! Where an agent may go from \a from, in the order in which the interface offers it.
QList<RequestStatus> nextStatuses(RequestStatus from);

//! The statuses to pass through on the shortest way from \a from to \a to, both left out, for taking a move back: what was closed
//! is reopened on its way. \a reason: of \a to. Every status is reached from every other one.
QList<RequestStatus> waypoints(RequestStatus from, RequestStatus to, const QString &reason, bool hasCitizen);

//! A request may begin received, assigned, or answered or closed at once ("answered on the spot").
bool isInitial(RequestStatus status);

//! Waiting, closing and reopening need a reason.
bool needsReason(RequestStatus status);

//! No closure without telling the citizen: one that was not answered is closed only for a reason that says why nobody is told
//! ("duplicate", "withdrawn", the agent's own words …). Of an anonymous request there is nobody to tell.
bool mustTellFirst(RequestStatus from, const QString &reason, bool hasCitizen);

//! The work is not done: the request counts for delays.
bool isOpen(RequestStatus status);

//! While a request waits for this, its delay does not run: the citizen owes the town documents or an answer (CRPA L. 114-5).
//! Whatever else is waited for is the town's own affair.
QStringList suspendingReasons();

//! The citizen is to bring documents, and is to be told which (CRPA L. 114-5).
bool asksForDocuments(RequestStatus status, const QString &reason);

//! The delay has stopped: the request waits for the citizen, or it is done.
bool isClockStopped(RequestStatus status, const QString &reason);

//! The reason of a request that is another authority's to answer, and was passed on to it (CRPA L. 114-2).
QString otherAuthority();

//! The reasons that the interface offers, as tokens; others are words of the agent.
QStringList reasons(RequestStatus status);

} // namespace parvis
