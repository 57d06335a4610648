#pragma once

#include "presentation/queuecontroller.h"
#include "ui_common/tone.h"

namespace parvis {

// The board and the plan of the day, in the agent's language.

QString laneTitle(Lane lane);
QString laneHint(Lane lane); //!< of an empty one
QString headingText(PlanPart part, qsizetype cases);
Tone toneOf(PlanPart part);

} // namespace parvis
