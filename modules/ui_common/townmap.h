#pragma once

#include "domain/round.h"
#include "presentation/streetindex.h"

#include <functional>

namespace parvis {

//! A place that is wanted of the map.
struct PlaceQuestion
{
    QString asker; //!< the workspace that asks, and to which one goes back: "desk"
    QString about; //!< what is at the place, in the agent's words; may be empty
    Place known;   //!< as far as it is known: where the map begins; empty: on the whole town
};

struct MapStop
{
    Id mission;
    int number = 0; //!< as in the list and on paper
    Stop at;
    QString title, detail;
};

//! Stops in their order. Those without a position are left out by whoever shows it; their numbers stay.
struct MapRound
{
    QString asker;            //!< as of PlaceQuestion
    std::optional<Stop> from; //!< where the patroller is
    QList<MapStop> stops;
    Id current; //!< may be null
};

//! What other workspaces ask of the map, without knowing it. Implemented by it, given to them by app/. GUI thread.
class TownMap
{
public:
    virtual ~TownMap() = default;

    //! The map comes to the front; the agent takes a place there or goes back. \a taken is called at most once, when the asker is
    //! in front again and has the focus where it was; not at all if the agent went back or elsewhere, or if \a context died. The
    //! place has its position, the address nearest to it (or words that say where it is) and its district.
    virtual void pickPlace(const PlaceQuestion &question, QObject *context, std::function<void(const Place &)> taken) = 0;

    virtual void showRound(const MapRound &round) = 0;
};

} // namespace parvis
