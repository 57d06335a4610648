#pragma once

#include "hub/commit.h"
#include "hub/hub.h"

namespace parvis {

//! Are the documents of their kinds? InvalidInput with "index: field".
Status checkIntake(const QList<IntakeRecord> &records);

//! See Hub::intake(). Starts \a report anew.
Status takeIn(Commit &commit, const QList<IntakeRecord> &records, IntakeReport &report);

} // namespace parvis
