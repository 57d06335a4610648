#pragma once

#include "store/deskstore.h"

namespace parvis {

//! Puts what a proposal wanted in place of what stands (\a takes), or lets what stands stand; either way the proposal is closed,
//! and the mutation behind it needs no more attention if it was this desk's. One transaction for the records.
Result<QList<Mutation>> settle(DeskStore &store, const Actor &actor, const Proposal &proposal, bool takes);

//! The same for a mutation that was refused without a proposal that this desk can see.
Result<QList<Mutation>> settle(DeskStore &store, const Actor &actor, const Mutation &refused, bool takes);

} // namespace parvis
