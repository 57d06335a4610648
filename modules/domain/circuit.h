#pragma once

#include "domain/mutation.h"

// A circuit is a list of steps in order: of the validation of procedure cards, and of the approval of replies. A step names
// whoever decides it: {"title", "role"} any agent with that role in the service, {"title", "user"} one person. A step of replies
// may have several parts, all of which decide it, in any order: {"title", "all": [{"role"}, {"user"}, …]}, and a number of
// working days after which those who stand for its people may decide though nobody is absent: {…, "days": 3}.
//
// Who is absent is stood for by their deputies, whose own deputies stand for them in turn.

namespace parvis {

//! \a user and everybody absent whom they stand for, directly or through absent deputies. Ends on cycles. \a evenPresent: whoever
//! \a user stands for directly counts as absent.
IdSet decidesFor(const Id &user, const Lookup &lookup, bool evenPresent = false);

//! On whose behalf \a actor may decide \a part of a step for \a service (their own id for themselves); nothing if they may not.
std::optional<Id> decider(const QJsonValue &part, const Id &service, const Actor &actor, const Lookup &lookup,
                          bool evenPresent = false);

//! Who has to decide a step: its parts, or itself as the only one.
QJsonArray partsOf(const QJsonValue &step);

} // namespace parvis
