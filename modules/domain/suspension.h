#pragma once

#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"

namespace parvis {

// What stops the clock of a request and moves its dates: Request::suspensions is
// [{"from":"2026-11-26","to":"2026-12-03","reason":"missing_documents","until":"2026-12-26"}], the last without "to" while it
// lasts, "until" where documents were asked for.

//! The reason of the entry by which a reopening is known, from the day on which the request was answered or closed to the one on
//! which it was opened again. The promise runs anew from there, as if it had been received on that day.
QString reopening();

//! What the promise of a request is counted from, and by what it was suspended since.
struct Term
{
    Instant begin; //!< reception, or the start of the day of the last reopening
    QList<Suspension> suspensions;
};
Term termOf(const Request &request, const WorkingCalendar &calendar);
int reopeningsOf(const Request &request);

QList<Suspension> suspensionsFrom(const QJsonArray &json);
QJsonArray toJson(const QList<Suspension> &suspensions);

//! What changes with the status besides itself when \a request goes to \a status on the local day \a today: a suspension begins
//! or ends, and with its end the promised day moves and no document is missing any more. Empty if nothing does. Days that were
//! set by hand move alike. \a until: the day set for the documents, where they are asked for.
QJsonObject clockChanges(const Request &request, RequestStatus status, const QString &reason, const QDate &today,
                         const WorkingCalendar &calendar, const QDate &until = {});

//! The day until which the citizen may bring what is missing: the one that was set, else \a within days after \a today.
QDate documentsDay(const Request &request, int within, const QDate &today);

//! What changes besides the status when \a request is reopened on the local day \a today: a new term begins, whose promised day
//! is \a workingDays later.
QJsonObject reopenedChanges(const Request &request, int workingDays, const QDate &today, const WorkingCalendar &calendar);

//! The day on which silence becomes a decision: two months after reception (CRPA L. 231-1, L. 231-4). Where it is an acceptance
//! they begin anew when the missing documents have come; where it is a rejection the days of the wait are added, at most those
//! until the day set for the documents (L. 114-5). Invalid where the card does not say, and during a wait whose end is unknown.
//! A reopening is no new request to the administration: it changes nothing.
QDate implicitDecisionDay(Silence silence, const QDate &receivedOn, const QList<Suspension> &suspensions);

} // namespace parvis
