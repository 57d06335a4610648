#pragma once

#include "domain/mission.h"

namespace parvis {

// The words of patrol in the agent's language.

QString word(MissionState state);
QString word(MissionPurpose purpose);
QString word(Safety safety); //!< empty for Unsaid
QString iconFor(Safety safety);
QString minutesText(int minutes); //!< "45 min", "1 h 30"

//! The report of a mission as the service reads it: every part that is said, each in its line.
QString reportText(const Mission &mission);

} // namespace parvis
