#include "geo/geojson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype leastPoints = 3;
constexpr int deepestCollection = 16; // of geometry collections in one another

//! Twice the area in square units, signed: above 0 if it turns left.
long double twiceArea(const Ring &ring)
{
    long double sum = 0;
    const GridPoint &origin = ring.first();
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const GridPoint &a = ring.at(i), &b = ring.at(i + 1 < ring.size() ? i + 1 : 0);
        sum += static_cast<long double>(a.x - origin.x) * static_cast<long double>(b.y - origin.y) -
               static_cast<long double>(b.x - origin.x) * static_cast<long double>(a.y - origin.y);
    }
    return sum;
}

class Reader
{
public:
    explicit Reader(const GeoLimits &limits) : m_limits(limits) {}

    Status read(const QJsonObject &root)
    {
        if (const Status known = checkReference(root); !known)
            return known;
        const QString type = root[u"type"_s].toString();
        if (type == "FeatureCollection"_L1) {
            if (!root[u"features"_s].isArray())
                return invalid(u"a FeatureCollection without features"_s);
            for (const QJsonValue &feature : root[u"features"_s].toArray()) {
                if (const Status done = readFeature(feature.toObject()); !done)
                    return done;
            }
            return success();
        }
        if (type == "Feature"_L1)
            return readFeature(root);
        QJsonObject feature;
        feature[u"type"_s] = u"Feature"_s;
        feature[u"geometry"_s] = root;
        return readFeature(feature);
    }

    GeoFile file;

private:
    Error invalid(const QString &what) const
    {
        const QString place = m_number > 0 ? u" (feature %1)"_s.arg(m_number) : QString();
        return {ErrorCode::InvalidInput, u"not usable as GeoJSON: "_s + what + place};
    }

    void note(GeoNote note)
    {
        if (!file.notes.contains({m_number, note}))
            file.notes.append({m_number, note});
    }

    //! GeoJSON of 2008 could name another reference system; RFC 7946 knows WGS 84 only.
    Status checkReference(const QJsonObject &root) const
    {
        if (!root.contains(u"crs"_s) || root[u"crs"_s].isNull())
            return success();
        const QString name = root[u"crs"_s].toObject()[u"properties"_s].toObject()[u"name"_s].toString();
        for (const QLatin1StringView same : {"CRS84"_L1, "EPSG::4326"_L1, "EPSG:4326"_L1, "EPSG::4171"_L1}) {
            if (name.endsWith(same, Qt::CaseInsensitive))
                return success();
        }
        return invalid(u"its coordinates are not WGS 84 but "_s + (name.isEmpty() ? u"of an unknown system"_s : name));
    }

    Status readFeature(const QJsonObject &feature)
    {
        ++m_number;
        if (feature[u"type"_s].toString() != "Feature"_L1)
            return invalid(u"no Feature"_s);
        const QJsonValue geometry = feature[u"geometry"_s];
        QList<Polygon> polygons;
        if (geometry.isObject()) {
            if (const Status done = readGeometry(geometry.toObject(), 0, polygons); !done)
                return done;
        } else if (!geometry.isNull() && !geometry.isUndefined()) {
            return invalid(u"its geometry is no object"_s);
        }
        if (polygons.isEmpty()) {
            note(GeoNote::NoGeometry);
            return success();
        }
        const QJsonValue id = feature[u"id"_s];
        file.features.append({m_number, feature[u"properties"_s].toObject(),
                              id.isDouble() ? QString::number(id.toDouble(), 'g', 17) : id.toString(), Shape(polygons)});
        return success();
    }

    Status readGeometry(const QJsonObject &geometry, int depth, QList<Polygon> &into)
    {
        const QString type = geometry[u"type"_s].toString();
        const QJsonValue coordinates = geometry[u"coordinates"_s];
        if (type == "Polygon"_L1)
            return readPolygon(coordinates, into);
        if (type == "MultiPolygon"_L1) {
            if (!coordinates.isArray())
                return invalid(u"a MultiPolygon without coordinates"_s);
            for (const QJsonValue &polygon : coordinates.toArray()) {
                if (const Status done = readPolygon(polygon, into); !done)
                    return done;
            }
            return success();
        }
        if (type == "GeometryCollection"_L1) {
            if (depth == deepestCollection || !geometry[u"geometries"_s].isArray())
                return invalid(u"a GeometryCollection without geometries, or too deep"_s);
            for (const QJsonValue &part : geometry[u"geometries"_s].toArray()) {
                if (const Status done = readGeometry(part.toObject(), depth + 1, into); !done)
                    return done;
            }
            return success();
        }
        for (const QLatin1StringView flat : {"Point"_L1, "MultiPoint"_L1, "LineString"_L1, "MultiLineString"_L1}) {
            if (type == flat)
                return success(); // no surface
        }
        return invalid(u"an unknown geometry “%1”"_s.arg(type.left(40)));
    }

    Status readPolygon(const QJsonValue &value, QList<Polygon> &into)
    {
        if (!value.isArray())
            return invalid(u"a Polygon without coordinates"_s);
        Polygon polygon;
        bool isOuter = true;
        for (const QJsonValue &line : value.toArray()) {
            const auto ring = readRing(line);
            if (!ring)
                return ring.error();
            if (!ring->isEmpty())
                polygon.rings.append(*ring);
            else if (isOuter) // without its outer ring its holes are nothing
                return success();
            isOuter = false;
        }
        if (polygon.rings.isEmpty())
            note(GeoNote::EmptyPolygon);
        else
            into.append(polygon);
        return success();
    }

    Result<Ring> readRing(const QJsonValue &value)
    {
        if (!value.isArray())
            return invalid(u"a ring that is no list"_s);
        Ring ring;
        for (const QJsonValue &point : value.toArray()) {
            const QJsonArray pair = point.toArray();
            if (pair.size() < 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
                return invalid(u"a point that is no pair of numbers"_s);
            const Position position{pair.at(1).toDouble(), pair.at(0).toDouble()};
            if (!isOnEarth(position))
                return invalid(u"coordinates that are not degrees"_s);
            if (++m_points > m_limits.points)
                return Error{ErrorCode::TooLarge, u"more than %1 points"_s.arg(m_limits.points)};
            const GridPoint on = GridPoint::of(position);
            if (ring.isEmpty() || ring.last() != on)
                ring.append(on);
        }
        if (ring.size() > 1 && ring.first() == ring.last())
            ring.removeLast();
        else if (ring.size() >= leastPoints)
            note(GeoNote::Unclosed);
        if (ring.size() < leastPoints) {
            note(GeoNote::EmptyPolygon);
            return Ring();
        }
        if (isFlat(ring)) {
            note(GeoNote::HasNoArea);
            return Ring();
        }
        if (crossesItself(ring))
            note(GeoNote::CrossesItself);
        return ring;
    }

    GeoLimits m_limits;
    qsizetype m_points = 0;
    qsizetype m_number = 0;
};

QJsonArray ringToJson(Ring ring, bool turnsLeft, double scale)
{
    if ((twiceArea(ring) > 0) != turnsLeft)
        std::reverse(ring.begin(), ring.end());
    QJsonArray line;
    const auto add = [&](const GridPoint &p) {
        const Position at = p.position();
        line.append(QJsonArray{std::round(at.longitude * scale) / scale, std::round(at.latitude * scale) / scale});
    };
    for (const GridPoint &p : std::as_const(ring))
        add(p);
    add(ring.first());
    return line;
}

} // namespace

Result<GeoFile> readGeoJson(const QByteArray &bytes, const GeoLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return Error{ErrorCode::TooLarge, u"a GeoJSON file of more than %1 bytes"_s.arg(limits.bytes)};
    QJsonParseError error;
    const QByteArray mark = "\xef\xbb\xbf";
    const QJsonDocument document = QJsonDocument::fromJson(bytes.startsWith(mark) ? bytes.sliced(mark.size()) : bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{ErrorCode::InvalidInput, u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    if (!document.isObject())
        return Error{ErrorCode::InvalidInput, u"not usable as GeoJSON: no object"_s};
    Reader reader(limits);
    if (const Status read = reader.read(document.object()); !read)
        return read.error();
    if (reader.file.features.isEmpty())
        return Error{ErrorCode::InvalidInput, u"not usable as GeoJSON: no surface in it"_s};
    return reader.file;
}

Result<Shape> shapeFromGeoJson(const QJsonObject &geometry)
{
    Reader reader({});
    if (const Status read = reader.read(geometry); !read)
        return read.error();
    if (reader.file.features.isEmpty())
        return Error{ErrorCode::InvalidInput, u"a geometry without a surface"_s};
    return reader.file.features.first().shape;
}

QJsonObject toGeoJson(const Shape &shape, int decimals)
{
    const double scale = std::pow(10, decimals);
    QJsonArray polygons;
    for (const Polygon &polygon : shape.polygons()) {
        QJsonArray rings;
        for (const Ring &ring : polygon.rings)
            rings.append(ringToJson(ring, rings.isEmpty(), scale));
        polygons.append(rings);
    }
    if (polygons.size() == 1)
        return {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, polygons.first()}};
    return {{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, polygons}};
}

} // namespace parvis
