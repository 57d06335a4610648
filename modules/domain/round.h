#pragma once

#include <QtCore/QList>

#include <optional>

namespace parvis {

//! A place to go to, in degrees (WGS 84).
struct Stop
{
    double latitude = 0, longitude = 0;
};

//! The order in which to go round \a stops from \a start (without one, from the first): nearest next, then untangled (2-opt) on
//! straight lines. Indexes into \a stops; deterministic. Good to a few hundred stops.
QList<qsizetype> roundOf(const QList<Stop> &stops, const std::optional<Stop> &start = {});

//! Metres on the sphere of mean radius between two stops (haversine).
double metres(const Stop &a, const Stop &b);
//! Metres of a whole round in that order, from \a start.
double lengthOf(const QList<Stop> &stops, const QList<qsizetype> &order, const std::optional<Stop> &start = {});

} // namespace parvis
