#pragma once

#include "base/result.h"
#include "geo/shape.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

namespace parvis {

//! What was odd about a feature; it was read all the same as far as it goes.
enum class GeoNote {
    NoGeometry,    //!< null, or nothing with a surface (a point, a line): the feature is left out
    EmptyPolygon,  //!< a ring without three different points, left out
    Unclosed,      //!< a ring whose last point is not its first: closed
    CrossesItself, //!< what an odd number of turns surrounds is inside
    HasNoArea      //!< a ring that encloses nothing, left out
};

struct GeoFeature
{
    qsizetype number = 0; //!< in the file, from 1
    QJsonObject properties;
    QString id; //!< the feature's own, if any
    Shape shape;

    bool operator==(const GeoFeature &) const = default;
};

struct GeoFile
{
    QList<GeoFeature> features;                 //!< those with a surface
    QList<std::pair<qsizetype, GeoNote>> notes; //!< number of a feature and what was odd

    bool operator==(const GeoFile &) const = default;
};

struct GeoLimits
{
    qint64 bytes = 256 * 1024 * 1024;
    qsizetype points = 5'000'000;
};

//! The surfaces of GeoJSON (RFC 7946): a FeatureCollection, a Feature, or a geometry alone; Polygon, MultiPolygon, and
//! GeometryCollection of such. Where rings begin and which way they turn does not matter. InvalidInput, with the number of the
//! feature: not JSON, not GeoJSON, coordinates that are no numbers or not degrees (Lambert metres), another "crs" than WGS 84,
//! or no surface at all. TooLarge: beyond \a limits.
Result<GeoFile> readGeoJson(const QByteArray &bytes, const GeoLimits &limits = {});

//! One geometry, as it stands in a record.
Result<Shape> shapeFromGeoJson(const QJsonObject &geometry);
//! As a MultiPolygon, or a Polygon if it is one; coordinates to \a decimals of a degree (7: a centimetre), outer rings turning
//! left as RFC 7946 asks.
QJsonObject toGeoJson(const Shape &shape, int decimals = 7);

} // namespace parvis
