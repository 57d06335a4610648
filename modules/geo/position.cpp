#include "geo/position.h"

#include <GeographicLib/Constants.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/LambertConformalConic.hpp>

#include <cmath>

namespace parvis {

namespace {

//! EPSG:2154: the cone through 44° N and 49° N, with 46.5° N 3° E at (700 km, 6600 km).
struct Lambert93
{
    static constexpr double meridian = 3, parallel = 46.5, easting = 700'000, northing = 6'600'000;
    // The GRS 80 ellipsoid, which differs from WGS 84 by a tenth of a millimetre.
    GeographicLib::LambertConformalConic cone{6378137.0, 1 / 298.257222101, 44, 49, 1};
    double x0 = 0, y0 = 0;

    Lambert93() { cone.Forward(meridian, parallel, meridian, x0, y0); }
};

} // namespace

bool isOnEarth(const Position &p)
{
    return std::isfinite(p.latitude) && std::isfinite(p.longitude) && std::abs(p.latitude) <= 90 && std::abs(p.longitude) <= 180;
}

double geodesicMetres(const Position &a, const Position &b)
{
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.latitude, a.longitude, b.latitude, b.longitude, metres);
    return metres;
}

std::optional<Position> fromLambert93(double x, double y)
{
    static const Lambert93 lambert;
    if (!(x > -400'000 && x < 1'600'000 && y > 5'800'000 && y < 7'400'000))
        return std::nullopt;
    Position found;
    lambert.cone.Reverse(Lambert93::meridian, x - Lambert93::easting + lambert.x0, y - Lambert93::northing + lambert.y0,
                         found.latitude, found.longitude);
    return found;
}

} // namespace parvis
