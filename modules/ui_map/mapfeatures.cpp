#include "ui_map/mapfeatures.h"

#include "ui_map/mapsymbols.h"
#include "ui_map/mapwords.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonArray>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QJsonArray coordinates(const Position &p)
{
    return {p.longitude, p.latitude};
}

QJsonObject feature(const QJsonObject &geometry, const QJsonObject &properties)
{
    return {{u"type"_s, u"Feature"_s}, {u"geometry"_s, geometry}, {u"properties"_s, properties}};
}

QJsonObject collection(const QJsonArray &features)
{
    return {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}};
}

QJsonObject pointAt(const Position &p)
{
    return {{u"type"_s, u"Point"_s}, {u"coordinates"_s, coordinates(p)}};
}

//! Chamberlain and Duquette's area of a ring on the sphere, in square metres.
double ringArea(const QJsonArray &ring)
{
    constexpr double earth = 6'371'008.8, radians = std::numbers::pi / 180;
    double sum = 0;
    for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
        const QJsonArray a = ring.at(i).toArray(), b = ring.at(i + 1).toArray();
        sum += (b.at(0).toDouble() - a.at(0).toDouble()) * radians *
               (2 + std::sin(a.at(1).toDouble() * radians) + std::sin(b.at(1).toDouble() * radians));
    }
    return std::abs(sum * earth * earth / 2);
}

double polygonArea(const QJsonArray &rings)
{
    double area = 0;
    for (qsizetype i = 0; i < rings.size(); ++i)
        area += (i ? -1 : 1) * ringArea(rings.at(i).toArray());
    return std::max(0.0, area);
}

bool isArea(const QJsonObject &geometry)
{
    const QString type = geometry.value("type"_L1).toString();
    return type == u"Polygon" || type == u"MultiPolygon";
}

} // namespace

DistrictShapes districtShapes(const QList<District> &districts, const QHash<QString, QJsonObject> &drawn)
{
    DistrictShapes shapes;
    for (const District &district : districts) {
        // By name: an older record keeps it among what it does not know.
        QJsonObject geometry = toDocument(district).value("geometry"_L1).toObject();
        if (!isArea(geometry))
            geometry = drawn.value(idText(district.id));
        if (isArea(geometry))
            shapes.insert(district.id, geometry);
    }
    return shapes;
}

double squareKilometres(const QJsonObject &geometry)
{
    const QJsonArray coordinates = geometry.value("coordinates"_L1).toArray();
    double area = 0;
    if (geometry.value("type"_L1).toString() == u"Polygon") {
        area = polygonArea(coordinates);
    } else {
        for (const QJsonValue &polygon : coordinates)
            area += polygonArea(polygon.toArray());
    }
    return area / 1e6;
}

std::optional<double> measureOf(const MapDistrict &district, const DistrictShapes &shapes, DistrictMeasure measure)
{
    const MapFigures &f = district.figures;
    switch (measure) {
    case DistrictMeasure::Count: return f.count;
    case DistrictMeasure::OnTime: return f.promised ? std::optional(100.0 * f.kept / f.promised) : std::nullopt;
    case DistrictMeasure::PerSquareKilometre: {
        const double area = squareKilometres(shapes.value(district.id));
        return area > 0 ? std::optional(f.count / area) : std::nullopt;
    }
    }
    return {};
}

QList<DistrictClass> districtClasses(const MapController &map, const DistrictShapes &shapes, DistrictMeasure measure,
                                     const QPalette &palette)
{
    QList<double> values;
    for (const MapDistrict &district : map.districts()) {
        if (const auto value = measureOf(district, shapes, measure); value && !district.id.isNull())
            values.append(*value);
    }
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    QList<QColor> ramp = districtRamp(palette);
    if (measure == DistrictMeasure::OnTime)
        std::reverse(ramp.begin(), ramp.end()); // what needs a look is strong
    QList<DistrictClass> classes;
    for (qsizetype i = 0; i < ramp.size(); ++i) {
        const qsizetype first = values.size() * i / ramp.size(), end = values.size() * (i + 1) / ramp.size();
        if (first >= end)
            continue;
        if (!classes.isEmpty() && values.at(end - 1) <= classes.constLast().to)
            continue; // all of them are in the step before
        double from = values.at(first);
        if (!classes.isEmpty() && from <= classes.constLast().to)
            from = *std::upper_bound(values.cbegin(), values.cend(), classes.constLast().to);
        classes.append({from, values.at(end - 1), ramp.at(i)});
    }
    return classes;
}

QJsonObject clusterFeatures(const QList<MapCluster> &clusters, const MapController &map, int generation, const QPalette &palette)
{
    QList<MapLook> looks;
    for (qsizetype i = 0; i < map.kinds().size(); ++i)
        looks.append(mapLook(map.kinds().at(i), int(i), palette));
    QJsonArray features;
    for (qsizetype i = 0; i < clusters.size(); ++i) {
        const MapCluster &cluster = clusters.at(i);
        const MapLook look = looks.value(cluster.kind);
        QJsonObject properties{{u"index"_s, int(i)}, {u"generation"_s, generation}, {u"count"_s, cluster.count}};
        if (cluster.count == 1) {
            properties.insert(u"is"_s, u"point"_s);
            properties.insert(u"symbol"_s, u"kind-%1"_s.arg(cluster.kind));
        } else {
            // The colour and the sign of what is most frequent in it; the legend says so.
            const double radius = 12 + 5.2 * std::log10(double(cluster.count));
            properties.insert(u"is"_s, u"cluster"_s);
            properties.insert(u"label"_s, shapeSign(look.shape) + u'\n' + clusterText(cluster.count));
            properties.insert(u"color"_s, look.color.name());
            properties.insert(u"ink"_s, inkOn(look.color).name());
            properties.insert(u"radius"_s, radius);
            properties.insert(u"size"_s, cluster.count < 1000 ? 11 : 10);
        }
        features.append(feature(pointAt(position(cluster.centre)), properties));
    }
    return collection(features);
}

QJsonObject districtFeatures(const MapController &map, const ReferenceData &town, const DistrictShapes &shapes,
                             DistrictMeasure measure, bool isCut, const QPalette &palette)
{
    const QList<DistrictClass> classes = districtClasses(map, shapes, measure, palette);
    QJsonArray features;
    int most = 1;
    for (const MapDistrict &district : map.districts())
        most = std::max(most, district.figures.count);
    for (const MapDistrict &district : map.districts()) {
        const District *known = town.district(district.id);
        if (!known)
            continue;
        QJsonObject properties{{u"id"_s, idText(district.id)}, {u"chosen"_s, district.id == map.district()}};
        const auto value = measureOf(district, shapes, measure);
        if (isCut && value) {
            for (const DistrictClass &step : classes) {
                if (*value >= step.from && *value <= step.to)
                    properties.insert(u"fill"_s, step.color.name());
            }
        }
        const QJsonObject shape = shapes.value(district.id);
        const bool hasPoint = known->latitude && known->longitude;
        if (!shape.isEmpty()) {
            features.append(feature(shape, properties));
        } else if (isCut && hasPoint) {
            // Without its borders, a circle whose area is the number.
            QJsonObject circle = properties;
            circle.insert(u"is"_s, u"circle"_s);
            circle.insert(u"radius"_s, 14 + 34 * std::sqrt(double(district.figures.count) / most));
            features.append(feature(pointAt({*known->latitude, *known->longitude}), circle));
        }
        if (isCut && hasPoint) {
            const QString figure = !value ? u"–"_s
                                   : measure == DistrictMeasure::OnTime
                                       ? percentText(district.figures.kept, district.figures.promised)
                                   : measure == DistrictMeasure::PerSquareKilometre ? numberText(int(std::lround(*value)))
                                                                                    : numberText(district.figures.count);
            QJsonObject label{{u"is"_s, u"name"_s},
                              {u"id"_s, idText(district.id)},
                              {u"chosen"_s, false},
                              {u"label"_s, known->name + u'\n' + figure}};
            features.append(feature(pointAt({*known->latitude, *known->longitude}), label));
        }
    }
    return collection(features);
}

QJsonObject hotFeatures(const HotSpots &spots)
{
    QJsonArray features;
    for (const HotSpot &spot : spots.spots) {
        for (const HotCell &cell : spot.cells) {
            const Position &a = cell.southWest, &b = cell.northEast;
            const QJsonArray ring{coordinates(a), coordinates({a.latitude, b.longitude}), coordinates(b),
                                  coordinates({b.latitude, a.longitude}), coordinates(a)};
            features.append(feature({{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{ring}}},
                                    {{u"count"_s, cell.count}, {u"z"_s, cell.z}}));
        }
    }
    return collection(features);
}

QJsonObject incidentFeatures(const QList<MapIncident> &incidents)
{
    QJsonArray features;
    for (qsizetype i = 0; i < incidents.size(); ++i) {
        const MapIncident &incident = incidents.at(i);
        const auto count = int(incident.where.requests.size());
        features.append(feature(pointAt(incident.where.at), {{u"is"_s, u"incident"_s},
                                                             {u"index"_s, int(i)},
                                                             {u"count"_s, numberText(count)},
                                                             {u"radius"_s, 13 + 2 * std::min(count, 8)},
                                                             {u"gathered"_s, incident.isGathered},
                                                             {u"order"_s, -count}}));
    }
    return collection(features);
}

QJsonObject roundFeatures(const QList<MapStop> &stops, const std::optional<Stop> &from, const Id &current)
{
    QJsonArray features, way;
    const auto at = [](const Stop &stop) { return Position{stop.latitude, stop.longitude}; };
    if (from && !stops.isEmpty()) {
        way.append(coordinates(at(*from)));
        features.append(feature(pointAt(at(*from)), {{u"is"_s, u"start"_s}}));
    }
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const MapStop &stop = stops.at(i);
        const bool isCurrent = !current.isNull() && stop.mission == current;
        way.append(coordinates(at(stop.at)));
        // At one place the first to be gone to lies on top, and the one in sight above all.
        features.append(feature(pointAt(at(stop.at)), {{u"is"_s, u"stop"_s},
                                                       {u"index"_s, i},
                                                       {u"label"_s, QString::number(stop.number)},
                                                       {u"order"_s, isCurrent ? 1 : -i},
                                                       {u"current"_s, isCurrent}}));
    }
    if (way.size() > 1)
        features.append(feature({{u"type"_s, u"LineString"_s}, {u"coordinates"_s, way}}, {{u"is"_s, u"way"_s}}));
    return collection(features);
}

QJsonObject selectionFeature(const std::optional<Position> &position)
{
    return collection(position ? QJsonArray{feature(pointAt(*position), {})} : QJsonArray{});
}

QImage heatPicture(const MapController &map, const WorldBox &box, const QPalette &palette)
{
    constexpr int side = 320, blur = 4;
    const double width = double(box.southEast.x) - double(box.northWest.x),
                 height = double(box.southEast.y) - double(box.northWest.y);
    if (width <= 0 || height <= 0)
        return {};
    const int columns = width > height ? side : std::max(16, int(side * width / height));
    const int rows = width > height ? std::max(16, int(side * height / width)) : side;
    const QList<float> values = density(map.points(), map.placed(), box, columns, rows, blur);
    constexpr int steps = 256;
    QList<QRgb> colors;
    for (int i = 0; i < steps; ++i)
        colors.append(heatColor(float(i) / (steps - 1), palette).rgba());
    QImage image(columns, rows, QImage::Format_ARGB32);
    for (int row = 0; row < rows; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < columns; ++column) {
            // The root: what is a tenth as dense as the densest place is still to be seen.
            const float value = std::sqrt(values.at(qsizetype(row) * columns + column));
            line[column] = colors.at(std::clamp(int(value * (steps - 1)), 0, steps - 1));
        }
    }
    return image;
}

QString pictureUrl(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 80);
    return u"data:image/png;base64,"_s + QString::fromLatin1(bytes.toBase64());
}

} // namespace parvis
