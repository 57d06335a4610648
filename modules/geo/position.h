#pragma once

#include <QtCore/QtGlobal>

#include <optional>

namespace parvis {

//! A point on the Earth in degrees, WGS 84.
struct Position
{
    double latitude = 0, longitude = 0;

    bool operator==(const Position &) const = default;
};

//! Finite, and within ±90 and ±180.
bool isOnEarth(const Position &position);

//! Metres along the geodesic of the WGS 84 ellipsoid (Karney), right to nanometres for any two points, antipodes too. The
//! sphere of domain/round.h is half a per cent off, a Web Mercator buffer a third at Paris.
double geodesicMetres(const Position &a, const Position &b);

//! Of metres in Lambert 93 (EPSG:2154), as the national address base gives x and y; nothing far outside metropolitan France.
std::optional<Position> fromLambert93(double x, double y);

} // namespace parvis
