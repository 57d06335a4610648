#pragma once

#include "geo/position.h"

#include <QtCore/QList>

#include <optional>
#include <span>

namespace parvis {

//! A place in the square world of web maps, of which each side has 2^32 parts (1 cm at the equator): x to the east from 180° W, y
//! to the south. Integers, so that sums don't depend on their order.
struct WorldPoint
{
    quint32 x = 0, y = 0;
    bool operator==(const WorldPoint &) const = default;
};

WorldPoint worldPoint(const Position &position); //!< latitudes beyond ±85.05° lie on the edge
Position position(const WorldPoint &point);
//! Metres on the sphere (radius 6,371,008.8 m).
double metresBetween(const Position &a, const Position &b);

//! West to east, north to south; both ends belong to it.
struct WorldBox
{
    WorldPoint northWest, southEast;

    bool contains(const WorldPoint &p) const
    {
        return p.x >= northWest.x && p.x <= southEast.x && p.y >= northWest.y && p.y <= southEast.y;
    }
    WorldBox grown(double share) const; //!< by a share of its sides, on each side
};

//! Inside the ring (closed or not; the even-odd rule)?
bool isInside(const WorldPoint &point, std::span<const WorldPoint> ring);

//! What stands at one place: its kind is a colour and a shape, at most maxClusterKinds of them.
struct ClusterPoint
{
    WorldPoint at;
    quint8 kind = 0;
};
inline constexpr int maxClusterKinds = 16;

struct MapCluster
{
    WorldPoint centre; //!< mean of its points
    int count = 0;
    int kind = 0;        //!< the most frequent; of several the lowest
    int kindCount = 0;   //!< how many are of that kind
    qsizetype first = 0; //!< index of its point of lowest index
    WorldBox box;        //!< around its points
    bool operator==(const MapCluster &other) const
    {
        return centre == other.centre && count == other.count && kind == other.kind;
    }
};

//! Points of \a box gathered where they would lie on one another: within about \a radius pixels at \a zoom (of a world 512 pixels
//! wide at zoom 0). The grid stands still in the world, so that panning does not regroup; the result does not depend on the order
//! of the points but for \c first. \a chosen are the indexes to look at, in ascending order. One pass: some milliseconds for a
//! million.
QList<MapCluster> clustersIn(std::span<const ClusterPoint> points, std::span<const qint32> chosen, const WorldBox &box,
                             double zoom, double radius = 44);

//! The box around the chosen points without the outermost \a share on each side, so that one wrong position does not show the
//! whole ocean; nothing without points.
std::optional<WorldBox> boxAround(std::span<const ClusterPoint> points, std::span<const qint32> chosen, double share = 0.002);

//! A picture of where points are dense: \a width × \a height values from 0 (none) to 1 (most), row by row from the north west.
//! Each point is spread over \a blur cells, Gauss by three boxes.
QList<float> density(std::span<const ClusterPoint> points, std::span<const qint32> chosen, const WorldBox &box, int width,
                     int height, int blur);

} // namespace parvis
