#pragma once

#include "geo/clusters.h"

namespace parvis {

// Where more happens than chance explains: the statistic Gi* of Getis and Ord (1992, 1995) over a grid, each square with its
// eight neighbours. Many squares are looked at, so that some seem hot by chance alone: the rate of false ones among those named
// is kept below 1 − confidence (Benjamini and Hochberg, 1995).

struct HotSpotOptions
{
    double cellMetres = 150;
    double confidence = 0.95;
    int leastCount = 3; //!< in a square with its neighbours: one house with two reports is no hot spot, whatever the figures say
};

//! One square that is significantly hot.
struct HotCell
{
    qint32 column = 0, row = 0;
    int count = 0; //!< in the square itself
    double z = 0;  //!< Gi*, in standard deviations
    Position southWest, northEast;
    bool operator==(const HotCell &) const = default;
};

//! Hot squares that touch, as one place; the one with the most points first.
struct HotSpot
{
    QList<HotCell> cells; //!< by row, then column
    int count = 0;        //!< points in them
    double z = 0;         //!< of the hottest
    Position centre;      //!< mean of the squares' middles, by their points
    Position southWest, northEast;
    bool operator==(const HotSpot &) const = default;
};

struct HotSpots
{
    QList<HotSpot> spots;
    int cellsLookedAt = 0; //!< squares of the town that were compared
    int points = 0;
    double cellMetres = 0;
};

//! \a events are what may be concentrated; \a town is where anything at all happens, and tells which squares belong to the town
//! (an event's square always does). The result does not depend on the order of either.
HotSpots hotSpots(std::span<const WorldPoint> events, std::span<const WorldPoint> town, const HotSpotOptions &options = {});

} // namespace parvis
