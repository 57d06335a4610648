#pragma once

#include "domain/mission.h"
#include "store/deskstore.h"

namespace parvis {

//! A mission as a list shows it.
struct MissionRow
{
    Mission mission;
    qint64 seq = 0;         //!< for Edit::base
    QString number;         //!< of its request; empty: none, not numbered yet, or not on this desk
    bool isPending = false; //!< something of it is not known to be at the hub

    bool operator==(const MissionRow &) const = default;
};

//! Which open missions: somebody's with those that nobody has taken, or all.
enum class MissionReach { MineAndFree, All };

//! Open missions that this desk sees, by due day (those without one last), then by age.
Result<QList<MissionRow>> openMissions(DeskStore &store, const Id &patroller, MissionReach reach, int limit = 500);

//! Reported since \a since, newest first; \a patroller null: by anybody.
Result<QList<MissionRow>> reportedMissions(DeskStore &store, const Id &patroller, Instant since, int limit = 200);

Result<std::optional<MissionRow>> missionRow(DeskStore &store, const Id &id);

//! The missions of a request, newest first.
Result<QList<MissionRow>> missionsOf(DeskStore &store, const Id &request);

//! How often patrollers' reports became requests of a card since \a since, most frequent first.
struct CardCount
{
    Id card;
    int count = 0;

    bool operator==(const CardCount &) const = default;
};
Result<QList<CardCount>> cardsReported(DeskStore &store, Instant since, int limit);

} // namespace parvis
