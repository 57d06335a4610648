#pragma once

#include "presentation/referencedata.h"
#include "presentation/synccontroller.h"
#include "ui_common/tone.h"

namespace parvis {

// The sync engine's state and work in the agent's language.

struct StateText
{
    QString icon;
    QString title;       //!< "Up to date"
    QString explanation; //!< what happened, what is safe, what to do
    Tone tone = Tone::Neutral;
};
StateText stateText(const SyncState &state, const QTimeZone &zone, const QDate &today);

//! What a piece of work wants: "2026-014233 Lampadaire éteint: status, reason".
QString itemTitle(const SyncItem &item);
//! Why it waits or was refused, who wanted it and when.
QString itemDetail(const SyncItem &item, const ReferenceData &town, const QDate &today);

} // namespace parvis
