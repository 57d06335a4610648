#pragma once

#include "domain/mutation.h"

// A circuit is a list of steps in order: of the validation of procedure cards, and of the approval of replies. A step names
// whoever decides it: {"title", "role"} any agent with that role in the service, {"title", "user"} one person. A step of replies
// may have several parts, all of which decide it, in any order: {"title", "all": [{"role"}, {"user"}, …]}, and a number of
// working days after which those who stand for its people may decide though nobody is absent: {…, "days": 3}. A role is that of
// the service in question, unless the part names another: {"role", "service"}.
//
// Who is absent is stood for by their deputies, whose own deputies stand for them in turn.

namespace parvis {

//! \a user and everybody absent whom they stand for, directly or through absent deputies. Ends on cycles. \a evenPresent: whoever
//! \a user stands for directly counts as absent.
IdSet decidesFor(const Id &user, const Lookup &lookup, bool evenPresent = false);

//! On whose behalf \a actor may decide \a part of a step for \a service (their own id for themselves); nothing if they may not.
std::optional<Id> decider(const QJsonValue &part, const Id &service, const Actor &actor, const Lookup &lookup,
                          bool evenPresent = false);

//! The service whose role \a part asks for: its own, else \a service.
Id serviceOf(const QJsonValue &part, const Id &service);

//! \a circuit with its roles bound to \a service; not that of a supervisor, which is the same in all services.
QJsonArray boundTo(const Id &service, const QJsonArray &circuit);

//! One circuit in which everybody decides whom any of \a circuits asks, once, or as often as one of them does:
//! - whoever all that know both ask first comes first; what they contradict one another in is ordered by how early each is asked;
//! - who is asked at once by one of them, and not in order by another, is asked at once;
//! - a step is late when all who demand it say so, after the longest of their delays;
//! - the order of \a circuits and how often one is among them change nothing, and one alone is itself.
QJsonArray mergedCircuit(const QList<QJsonArray> &circuits);

//! Who has to decide a step: its parts, or itself as the only one.
QJsonArray partsOf(const QJsonValue &step);

} // namespace parvis
