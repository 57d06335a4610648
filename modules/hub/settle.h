#pragma once

#include "hub/commit.h"

namespace parvis {

//! Decides one mutation and writes what follows: its effect, an empty change where it has none, a proposal for what it lost.
//! The verdict's seq is that of the last change. Errors are the store's.
Result<PushVerdict> settle(Commit &commit, const Mutation &mutation, const Actor &actor);

//! The proposal that (device, n) may leave: always the same, so that a replay makes no second one.
Id proposalId(const Id &device, qint64 n);

} // namespace parvis
