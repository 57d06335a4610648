#pragma once

#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"

namespace parvis {

// What stops the clock of a request and moves its dates: Request::suspensions is
// [{"from":"2026-11-26","to":"2026-12-03","reason":"missing_documents"}], the last without "to" while it lasts.

QList<Suspension> suspensionsFrom(const QJsonArray &json);
QJsonArray toJson(const QList<Suspension> &suspensions);

//! What changes with the status besides itself when \a request goes to \a status on the local day \a today: a suspension begins
//! or ends, and with its end the promised day moves and no document is missing any more. Empty if nothing does. Days that were
//! set by hand move alike.
QJsonObject clockChanges(const Request &request, RequestStatus status, const QString &reason, const QDate &today,
                         const WorkingCalendar &calendar);

//! The day on which silence becomes a decision: two months after reception (CRPA L. 231-1, L. 231-4). Where it is an acceptance
//! they begin anew when the missing documents have come; where it is a rejection the days of the wait are added (L. 114-5).
//! Invalid where the card does not say, and during a wait.
QDate implicitDecisionDay(Silence silence, const QDate &receivedOn, const QList<Suspension> &suspensions);

} // namespace parvis
