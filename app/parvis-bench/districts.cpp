#include "workload.h"

#include "geo/arealayer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>

#include <array>
#include <cmath>

// Ten by eight districts that fill a town, whose borders wind like real ones: some 250 points each.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 10, rows = 8, points = 1'000'000, pointsOfSide = 64;
constexpr double limit = 2; // s
constexpr double west = 2.22, south = 48.81, step = 0.025;

//! A point of the winding line between two corners; the same from both sides.
QJsonArray winding(double x, double y)
{
    const double dx = 0.15 * std::sin(y * 9) * std::sin(x * 3.14159265358979);
    const double dy = 0.15 * std::sin(x * 9) * std::sin(y * 3.14159265358979);
    return {west + (x + dx) * step, south + (y + dy) * step};
}

QByteArray town()
{
    QJsonArray features;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            QJsonArray ring;
            const std::array<std::array<double, 2>, 5> corners{{{0.0 + column, 0.0 + row},
                                                                {1.0 + column, 0.0 + row},
                                                                {1.0 + column, 1.0 + row},
                                                                {0.0 + column, 1.0 + row},
                                                                {0.0 + column, 0.0 + row}}};
            for (size_t side = 0; side < 4; ++side) {
                for (int i = 0; i < pointsOfSide; ++i) {
                    const double share = double(i) / pointsOfSide;
                    ring.append(winding(corners.at(side)[0] + (corners.at(side + 1)[0] - corners.at(side)[0]) * share,
                                        corners.at(side)[1] + (corners.at(side + 1)[1] - corners.at(side)[1]) * share));
                }
            }
            ring.append(ring.first());
            features.append(
                QJsonObject{{u"type"_s, u"Feature"_s},
                            {u"properties"_s, QJsonObject{{u"nom"_s, u"Quartier %1"_s.arg(row * columns + column)}}},
                            {u"geometry"_s, QJsonObject{{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{ring}}}}});
        }
    }
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Result<QList<Figure>> benchDistricts(const BenchOptions & /*options*/)
{
    const QByteArray json = town();
    Samples reading, asking, plain;
    AreaLayer layer;
    std::optional<Error> error;
    reading.time([&] {
        const auto file = readGeoJson(json);
        const auto areas = file ? areasFrom(*file, {}, u"nom"_s) : Result<QList<Area>>(file.error());
        if (!areas)
            error = areas.error();
        else
            layer = AreaLayer(u"districts"_s, *areas);
    });
    if (error)
        return *error;
    QRandomGenerator random(80);
    QList<Position> all;
    for (int i = 0; i < points; ++i) // some of them outside
        all.append({south + (random.generateDouble() * (rows + 1) - 0.5) * step,
                    west + (random.generateDouble() * (columns + 1) - 0.5) * step});
    qsizetype inside = 0, plainlyInside = 0;
    asking.time([&] {
        for (const Position &p : std::as_const(all))
            inside += layer.areaAt(p) >= 0 ? 1 : 0;
    });
    // The same for a hundredth of the points without the grid: it must agree.
    qsizetype asked = 0;
    plain.time([&] {
        for (qsizetype i = 0; i < all.size(); i += 100, ++asked) {
            const GridPoint point = GridPoint::of(all.at(i));
            qsizetype found = -1;
            for (qsizetype a = 0; a < layer.areas().size() && found < 0; ++a)
                found = layer.areas().at(a).shape.contains(point) ? a : -1;
            plainlyInside += found == layer.areaAt(all.at(i)) ? 1 : 0;
        }
    });
    if (plainlyInside != asked)
        return Error{ErrorCode::InvalidInput, u"the grid disagrees for %1 points"_s.arg(asked - plainlyInside)};
    return QList<Figure>{
        {u"districts"_s, u"80 polygons of %1 KB read and prepared"_s.arg(json.size() / 1024), reading.total(), u"ms"_s, {}, {}},
        {u"districts"_s,
         u"%1 points, of which %2 are in a district"_s.arg(points).arg(inside),
         asking.total() / 1000,
         u"s"_s,
         {},
         limit}};
}

} // namespace parvis
