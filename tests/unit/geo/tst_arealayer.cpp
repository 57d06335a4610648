#include "geo/arealayer.h"
#include "testkit/property.h"
#include "unit/geo/realdata.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

#include <cmath>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Ring ringOf(const QList<std::pair<qint64, qint64>> &points)
{
    Ring ring;
    for (const auto &[x, y] : points)
        ring.append({x, y});
    return ring;
}

Area square(const QString &code, qint64 left, qint64 bottom, qint64 side)
{
    return {
        code, code,
        Shape({Polygon{{ringOf({{left, bottom}, {left + side, bottom}, {left + side, bottom + side}, {left, bottom + side}})}}})};
}

//! The slow computation that this one must agree with, written apart and in another way: rays upwards, over the coordinates as
//! the file has them, in long double, without any index.
bool slowlyInside(const QJsonArray &rings, long double x, long double y)
{
    bool isInside = false;
    for (const QJsonValue &line : rings) {
        const QJsonArray points = line.toArray();
        for (qsizetype i = 0; i + 1 < points.size(); ++i) {
            const long double x1 = points[i][0].toDouble(), y1 = points[i][1].toDouble();
            const long double x2 = points[i + 1][0].toDouble(), y2 = points[i + 1][1].toDouble();
            if ((x1 > x) != (x2 > x) && y < y1 + (y2 - y1) * (x - x1) / (x2 - x1))
                isInside = !isInside;
        }
    }
    return isInside;
}

QStringList slowlyAt(const QJsonArray &features, const Position &p, const QString &field)
{
    QStringList names;
    for (const QJsonValue &feature : features) {
        const QJsonObject geometry = feature[u"geometry"_s].toObject();
        const bool isMulti = geometry[u"type"_s] == u"MultiPolygon"_s;
        const QJsonArray polygons =
            isMulti ? geometry[u"coordinates"_s].toArray() : QJsonArray{geometry[u"coordinates"_s].toArray()};
        for (const QJsonValue &rings : polygons) {
            if (slowlyInside(rings.toArray(), p.longitude, p.latitude)) {
                names.append(feature[u"properties"_s][field].toString());
                break;
            }
        }
    }
    return names;
}

//! Areas that fill a rectangle: a net of quadrangles whose inner corners are moved a little.
QList<Area> net(int columns, int rows)
{
    const qint64 step = 20;
    QList<QList<GridPoint>> corners;
    for (int y = 0; y <= rows; ++y) {
        QList<GridPoint> line;
        for (int x = 0; x <= columns; ++x) {
            const bool isInner = x > 0 && x < columns && y > 0 && y < rows;
            const qint64 dx = isInner ? *rc::gen::inRange(-6, 7) : 0;
            const qint64 dy = isInner ? *rc::gen::inRange(-6, 7) : 0;
            line.append({x * step + dx, y * step + dy});
        }
        corners.append(line);
    }
    QList<Area> areas;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            Ring ring{corners[y][x], corners[y][x + 1], corners[y + 1][x + 1], corners[y + 1][x]};
            std::rotate(ring.begin(), ring.begin() + *rc::gen::inRange(0, 4), ring.end());
            if (*rc::gen::arbitrary<bool>())
                std::reverse(ring.begin(), ring.end());
            const QString code = QString::number(y * columns + x);
            areas.append({code, code, Shape({Polygon{{ring}}})});
        }
    }
    return areas;
}

} // namespace

class TestAreaLayer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bordersBelongToOne()
    {
        PARVIS_PROPERTY("each point of areas that fill a rectangle is in exactly one of them, and found there", [] {
            const int columns = *rc::gen::inRange(1, 6), rows = *rc::gen::inRange(1, 6);
            const QList<Area> areas = net(columns, rows);
            const AreaLayer layer(u"net"_s, areas);
            for (int i = 0; i < 200; ++i) {
                const GridPoint p{*rc::gen::inRange<qint64>(0, columns * 20 + 1), *rc::gen::inRange<qint64>(0, rows * 20 + 1)};
                qsizetype inside = 0, onBorder = 0, has = -1;
                for (qsizetype a = 0; a < layer.areas().size(); ++a) {
                    const Shape &shape = layer.areas().at(a).shape;
                    onBorder += shape.onBorder(p) ? 1 : 0;
                    inside += shape.contains(p) ? 1 : 0;
                    if (shape.contains(p))
                        has = a;
                }
                const bool isOutermost = p.x == columns * 20 || p.y == rows * 20;
                RC_ASSERT(inside == (isOutermost ? 0 : 1));
                RC_ASSERT(inside == 1 || onBorder > 0);
                const qsizetype found = layer.areaAt(p.position());
                RC_ASSERT(found >= 0);
                RC_ASSERT((isOutermost ? layer.areas().at(found).shape.onBorder(p) : found == has));
            }
        });
    }

    void theOrderOfAreasDoesNotMatter()
    {
        PARVIS_PROPERTY("the same areas in another order give the same answers", [] {
            QList<Area> areas = net(3, 3);
            areas.append(square(u"over"_s, 10, 10, 30)); // overlaps
            const AreaLayer layer(u"a"_s, areas);
            std::reverse(areas.begin(), areas.end());
            const AreaLayer other(u"b"_s, areas);
            for (int i = 0; i < 100; ++i) {
                const Position p = GridPoint{*rc::gen::inRange<qint64>(-5, 70), *rc::gen::inRange<qint64>(-5, 70)}.position();
                RC_ASSERT(layer.areaAt(p) == other.areaAt(p));
            }
        });
    }

    void theGridChangesNothing()
    {
        PARVIS_PROPERTY("a layer answers as its first area by code that contains the point", [] {
            QList<Area> areas;
            const int count = *rc::gen::inRange(1, 12);
            for (int i = 0; i < count; ++i) {
                Ring ring;
                const int corners = *rc::gen::inRange(3, 12);
                for (int c = 0; c < corners; ++c) // may cross itself
                    ring.append({*rc::gen::inRange<qint64>(0, 1000), *rc::gen::inRange<qint64>(0, 1000)});
                areas.append({QString::number(i), {}, Shape({Polygon{{ring}}})});
            }
            const AreaLayer layer(u"x"_s, areas);
            for (int i = 0; i < 200; ++i) {
                const GridPoint p{*rc::gen::inRange<qint64>(-10, 1010), *rc::gen::inRange<qint64>(-10, 1010)};
                qsizetype wanted = -1;
                for (qsizetype a = 0; a < layer.areas().size() && wanted < 0; ++a)
                    wanted = layer.areas().at(a).shape.contains(p) ? a : -1;
                for (qsizetype a = 0; a < layer.areas().size() && wanted < 0; ++a)
                    wanted = layer.areas().at(a).shape.onBorder(p) ? a : -1;
                RC_ASSERT(layer.areaAt(p.position()) == wanted);
            }
        });
    }

    void holesAndIslands()
    {
        const auto box = [](qint64 from, qint64 to) { return ringOf({{from, from}, {to, from}, {to, to}, {from, to}}); };
        const Shape shape({Polygon{{box(0, 100), box(20, 80)}}, Polygon{{box(40, 60)}}});
        QVERIFY(shape.contains({10, 10}));
        QVERIFY(!shape.contains({30, 30}));
        QVERIFY(shape.contains({50, 50}));
        QVERIFY(!shape.contains({150, 50}));
        QVERIFY(shape.onBorder({20, 50}));
        // The border of a hole that nobody fills belongs to the area round it, all of it.
        const AreaLayer layer(u"x"_s, {{u"ring"_s, u"ring"_s, shape}});
        for (const GridPoint p :
             {GridPoint{20, 50}, GridPoint{80, 50}, GridPoint{50, 20}, GridPoint{50, 80}, GridPoint{100, 100}})
            QCOMPARE(layer.areaAt(p.position()), 0);
        // And where another area fills it, one has it.
        const AreaLayer filled(u"x"_s, {{u"a"_s, u"a"_s, Shape({Polygon{{box(0, 100), box(20, 80)}}})},
                                        {u"b"_s, u"b"_s, Shape({Polygon{{box(20, 80)}}})}});
        QCOMPARE(filled.at(GridPoint{20, 50}.position())->code, u"b"_s);
        QCOMPARE(filled.at(GridPoint{80, 50}.position())->code, u"a"_s);
    }

    void aRingMayTouchItself()
    {
        // An hour-glass of two triangles that meet in a point, as one ring.
        const Ring touching = ringOf({{0, 0}, {10, 10}, {20, 0}, {20, 20}, {10, 10}, {0, 20}});
        QVERIFY(!crossesItself(touching));
        const Shape shape({Polygon{{touching}}});
        QVERIFY(shape.contains({2, 10}));
        QVERIFY(shape.contains({18, 10}));
        QVERIFY(!shape.contains({10, 2}));
        QVERIFY(!shape.contains({10, 18}));
        QVERIFY(crossesItself(ringOf({{0, 0}, {10, 10}, {10, 0}, {0, 10}})));
        QVERIFY(crossesItself(ringOf({{0, 0}, {10, 0}, {5, 0}, {5, 5}}))); // runs back along itself
        QVERIFY(!crossesItself(ringOf({{0, 0}, {10, 0}, {10, 10}, {0, 10}})));
    }

    void nowhereAndElsewhere()
    {
        const AreaLayer layer(u"x"_s, {square(u"a"_s, 2'000'000'000, 48'000'000'000, 1'000'000'000)});
        QCOMPARE(layer.areaAt({48.5, 2.5}), 0);
        QCOMPARE(layer.areaAt({0, 0}), -1);
        QCOMPARE(layer.areaAt({-48.5, 2.5}), -1);
        QCOMPARE(layer.areaAt({std::nan(""), 2.5}), -1);
        QCOMPARE(layer.areaAt({48.5, 1e300}), -1);
        QVERIFY(AreaLayer().at({48.5, 2.5}) == nullptr);
    }

    void theRealQuartersAgreeWithASlowComputation()
    {
        const QByteArray bytes = fileBytes(realdata::path(u"quartiers-paris.geojson"_s));
        if (bytes.isEmpty())
            QSKIP("the real data is not there");
        const auto file = readGeoJson(bytes);
        QVERIFY(bool(file));
        QCOMPARE(file->features.size(), 80);
        const auto areas = areasFrom(*file, u"c_qu"_s, u"l_qu"_s);
        QVERIFY2(bool(areas), areas ? "" : qPrintable(areas.error().detail));
        const AreaLayer layer(u"quartiers"_s, *areas);
        QCOMPARE(layer.areas().size(), 80);
        const QJsonArray features = QJsonDocument::fromJson(bytes)[u"features"_s].toArray();
        const auto reports = realdata::rows(u"dansmarue-2024-sample.csv"_s);
        QCOMPARE(reports.size(), 4003);
        int inside = 0;
        for (const auto &report : reports) {
            const Position p{report[u"latitude"_s].toDouble(), report[u"longitude"_s].toDouble()};
            const QStringList slow = slowlyAt(features, p, u"l_qu"_s);
            const Area *area = layer.at(p);
            QVERIFY2(
                (area ? QStringList{area->name} : QStringList()) == slow,
                qPrintable(u"%1: %2, slowly %3"_s.arg(report[u"id_dmr"_s], area ? area->name : u"nowhere"_s, slow.join(u' '))));
            inside += area ? 1 : 0;
        }
        qInfo("%d of %d reports are in a quarter", inside, int(reports.size()));
        QVERIFY(inside > 3900);
    }

    void theRealCommunesAreAsLargeAsTheyAre()
    {
        const QByteArray bytes = fileBytes(realdata::path(u"communes-chalons.geojson"_s));
        if (bytes.isEmpty())
            QSKIP("the real data is not there");
        const auto file = readGeoJson(bytes);
        QVERIFY(bool(file));
        const auto areas = areasFrom(*file, u"code"_s, u"nom"_s);
        QVERIFY2(bool(areas), areas ? "" : qPrintable(areas.error().detail));
        const AreaLayer layer(u"communes"_s, *areas);
        const Area *town = layer.at({48.9566, 4.3631}); // its town hall
        QVERIFY(town);
        QCOMPARE(town->code, u"51108"_s);
        QVERIFY(std::abs(town->shape.squareMetres() / 1e6 - 26.05) < 1.5); // INSEE: 26,05 km²; this outline is simplified
        for (const Area &area : layer.areas())
            QCOMPARE(layer.at(area.shape.pointInside())->code, area.code);
    }
};

QTEST_GUILESS_MAIN(TestAreaLayer)
#include "tst_arealayer.moc"
