#pragma once

#include "presentation/patrolcontroller.h"
#include "ui_common/chip.h"
#include "ui_common/missionwords.h"
#include "ui_patrol/camera.h"

namespace parvis {

// What a mission is made of, in the agent's language.

QString sentence(ReportGap gap);
QString sentence(CameraTrouble trouble);

//! Its subject, or its place if it has none.
QString missionTitle(const Mission &mission);
QString missionPlace(const Mission &mission, const ReferenceData &town); //!< address and district
//! Who goes: "anybody", "you", or a name.
QString missionPatroller(const Mission &mission, const Id &me, const ReferenceData &town);
ChipLook missionChip(const MissionRow &row, const QDate &today, const ReferenceData &town);
QString metresText(double metres); //!< "350 m", "1.2 km"

//! A report as the service reads it: every part that is said, each in its line.
QString reportText(const MissionReport &report, const ReferenceData &town);

} // namespace parvis
