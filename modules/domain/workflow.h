#pragma once

#include "domain/request.h"

namespace parvis {

//! The workflow: received (to qualify) → assigned → in progress → waiting → answered → closed → reopened. The only place where
//! it lives; form, sync and hub all ask it. Staying is always allowed.
bool isAllowed(RequestStatus from, RequestStatus to);

//! Where an agent may go from \a from, in the order in which the interface offers it.
QList<RequestStatus> nextStatuses(RequestStatus from);

//! A request may begin received, assigned, or answered or closed at once ("answered on the spot").
bool isInitial(RequestStatus status);

//! Waiting, closing and reopening need a reason.
bool needsReason(RequestStatus status);

//! The work is not done: the request counts for delays.
bool isOpen(RequestStatus status);

//! While a request waits for this, its delay does not run: the citizen owes the town documents or an answer (CRPA L. 114-5).
//! Whatever else is waited for is the town's own affair.
QStringList suspendingReasons();

//! The citizen is to bring documents, and is to be told which (CRPA L. 114-5).
bool asksForDocuments(RequestStatus status, const QString &reason);

//! The delay has stopped: the request waits for the citizen, or it is done.
bool isClockStopped(RequestStatus status, const QString &reason);

//! The reasons that the interface offers, as tokens; others are words of the agent.
QStringList reasons(RequestStatus status);

} // namespace parvis
