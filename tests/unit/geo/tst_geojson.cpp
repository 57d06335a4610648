#include "geo/geojson.h"
#include "testkit/property.h"
#include "unit/geo/realdata.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

#include <cmath>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QByteArray collection(const QByteArray &geometry)
{
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A"},"geometry":)" + geometry + "}]}";
}

QByteArray polygon(const QByteArray &ring)
{
    return R"({"type":"Polygon","coordinates":[)" + ring + "]}";
}

const QByteArray square = "[[4.0,48.0],[4.1,48.0],[4.1,48.1],[4.0,48.1],[4.0,48.0]]";

} // namespace

class TestGeoJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormOfASurfaceIsRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("collection") << collection(polygon(square));
        QTest::newRow("a feature alone") << QByteArray(R"({"type":"Feature","properties":null,"geometry":)" + polygon(square) +
                                                       "}");
        QTest::newRow("a geometry alone") << polygon(square);
        QTest::newRow("many polygons") << collection(R"({"type":"MultiPolygon","coordinates":[[)" + square + "]]}");
        QTest::newRow("collections in one another")
            << collection(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[4,48]},)"
                          R"({"type":"GeometryCollection","geometries":[)" +
                          polygon(square) + "]}]}");
        QTest::newRow("with heights") << collection(
            polygon("[[4.0,48.0,90],[4.1,48.0,91],[4.1,48.1,92],[4.0,48.1,93],[4.0,48.0,90]]"));
        QTest::newRow("rotated") << collection(polygon("[[4.1,48.1],[4.0,48.1],[4.0,48.0],[4.1,48.0],[4.1,48.1]]"));
        QTest::newRow("the other way round") << collection(polygon("[[4.0,48.0],[4.0,48.1],[4.1,48.1],[4.1,48.0],[4.0,48.0]]"));
        QTest::newRow("points twice") << collection(
            polygon("[[4.0,48.0],[4.0,48.0],[4.1,48.0],[4.1,48.1],[4.1,48.1],[4.0,48.1],[4.0,48.0]]"));
        QTest::newRow("with a mark") << QByteArray("\xef\xbb\xbf" + polygon(square));
        QTest::newRow("named reference") << QByteArray(
            R"({"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type":"Polygon","coordinates":[)" +
            square + "]}");
    }
    void everyFormOfASurfaceIsRead()
    {
        QFETCH(QByteArray, json);
        const auto file = readGeoJson(json);
        QVERIFY2(bool(file), file ? "" : qPrintable(file.error().detail));
        QCOMPARE(file->features.size(), 1);
        const Shape &shape = file->features.first().shape;
        QVERIFY(shape.contains(GridPoint::of({48.05, 4.05})));
        QVERIFY(!shape.contains(GridPoint::of({48.05, 4.15})));
        QVERIFY(!shape.contains(GridPoint::of({4.05, 48.05})));
        QVERIFY(file->notes.isEmpty());
        QVERIFY(std::abs(shape.squareMetres() - 8.28e7) < 2e6); // 7.45 km × 11.1 km
    }

    void oddThingsAreNoted_data()
    {
        QTest::addColumn<QByteArray>("geometry");
        QTest::addColumn<int>("note");
        QTest::addColumn<bool>("isLeftOut");
        QTest::newRow("null") << QByteArray("null") << int(GeoNote::NoGeometry) << true;
        QTest::newRow("a point") << QByteArray(R"({"type":"Point","coordinates":[4,48]})") << int(GeoNote::NoGeometry) << true;
        QTest::newRow("a line") << QByteArray(R"({"type":"LineString","coordinates":[[4,48],[5,49]]})")
                                << int(GeoNote::NoGeometry) << true;
        QTest::newRow("no ring") << polygon("") << int(GeoNote::EmptyPolygon) << true;
        QTest::newRow("an empty ring") << polygon("[]") << int(GeoNote::EmptyPolygon) << true;
        QTest::newRow("two points") << polygon("[[4,48],[5,48],[4,48]]") << int(GeoNote::EmptyPolygon) << true;
        QTest::newRow("no surface") << polygon("[[4,48],[5,49],[6,50],[4,48]]") << int(GeoNote::HasNoArea) << true;
        QTest::newRow("unclosed") << polygon("[[4.0,48.0],[4.1,48.0],[4.1,48.1],[4.0,48.1]]") << int(GeoNote::Unclosed) << false;
        QTest::newRow("crossing") << polygon("[[4.0,48.0],[4.1,48.1],[4.1,48.0],[4.0,48.1],[4.0,48.0]]")
                                  << int(GeoNote::CrossesItself) << false;
    }
    void oddThingsAreNoted()
    {
        QFETCH(QByteArray, geometry);
        QFETCH(int, note);
        QFETCH(bool, isLeftOut);
        const auto file = readGeoJson(collection(geometry));
        QCOMPARE(bool(file), !isLeftOut); // nothing is left in it
        const auto both =
            readGeoJson("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + geometry +
                        "},{\"type\":\"Feature\",\"geometry\":" + polygon(square) + "}]}");
        QVERIFY(bool(both));
        QCOMPARE(both->features.size(), isLeftOut ? 1 : 2);
        QVERIFY(both->notes.contains({qsizetype(1), GeoNote(note)}));
    }

    void whatIsNotUsableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << u"not JSON"_s;
        QTest::newRow("cut") << collection(polygon(square)).chopped(5) << u"not JSON"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"no object"_s;
        QTest::newRow("another thing") << QByteArray("{\"a\":1}") << u"unknown geometry"_s;
        QTest::newRow("a topology") << QByteArray(R"({"type":"Topology","objects":{}})") << u"unknown geometry “Topology”"_s;
        QTest::newRow("no features") << QByteArray(R"({"type":"FeatureCollection"})") << u"without features"_s;
        QTest::newRow("empty") << QByteArray(R"({"type":"FeatureCollection","features":[]})") << u"no surface"_s;
        QTest::newRow("no feature") << QByteArray(R"({"type":"FeatureCollection","features":[7]})")
                                    << u"no Feature (feature 1)"_s;
        QTest::newRow("Lambert") << collection(polygon("[[800000,6870000],[800100,6870000],[800100,6870100],[800000,6870000]]"))
                                 << u"not degrees (feature 1)"_s;
        QTest::newRow("named Lambert")
            << QByteArray(R"({"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"type":"Polygon","coordinates":[)" +
                          square + "]}")
            << u"EPSG::2154"_s;
        QTest::newRow("texts") << collection(polygon("[[\"4\",\"48\"],[5,48],[5,49],[4,48]]")) << u"no pair of numbers"_s;
        QTest::newRow("one number") << collection(polygon("[[4],[5,48],[5,49],[4,48]]")) << u"no pair of numbers"_s;
        QTest::newRow("infinite") << collection(polygon("[[4,48],[1e400,48],[5,49],[4,48]]")) << u"not "_s;
        QTest::newRow("no rings") << collection(R"({"type":"Polygon","coordinates":{}})") << u"without coordinates"_s;
        QTest::newRow("flat rings") << collection(R"({"type":"Polygon","coordinates":[4,48]})") << u"no list"_s;
        QByteArray deep = polygon(square);
        for (int i = 0; i < 40; ++i)
            deep = R"({"type":"GeometryCollection","geometries":[)" + deep + "]}";
        QTest::newRow("deep") << collection(deep) << u"too deep"_s;
        QTest::newRow("very deep") << QByteArray(QByteArray(200'000, '[')) << u"not JSON"_s;
    }
    void whatIsNotUsableIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto file = readGeoJson(json);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        QVERIFY2(file.error().detail.contains(says), qPrintable(file.error().detail));
    }

    void hugeOnesAreReadOrRefused()
    {
        QByteArray ring = "[";
        constexpr int points = 200'000;
        for (int i = 0; i < points; ++i) {
            const double angle = 2 * 3.14159265358979 * i / points;
            ring += "[" + QByteArray::number(4 + std::cos(angle), 'f', 9) + "," +
                    QByteArray::number(48 + std::sin(angle), 'f', 9) + "],";
        }
        ring += "[5.0,48.0]]";
        const auto file = readGeoJson(collection(polygon(ring)));
        QVERIFY(bool(file));
        QVERIFY(file->notes.isEmpty());
        QVERIFY(file->features.first().shape.contains(GridPoint::of({48.9, 4})));
        QVERIFY(!file->features.first().shape.contains(GridPoint::of({48.9, 4.9})));
        QCOMPARE(readGeoJson(collection(polygon(ring)), {1 << 30, 1000}).error().code, ErrorCode::TooLarge);
        QCOMPARE(readGeoJson(collection(polygon(ring)), {1000, 1 << 30}).error().code, ErrorCode::TooLarge);
    }

    void whatIsWrittenIsReadAgain()
    {
        PARVIS_PROPERTY("a shape survives its GeoJSON but for the direction of its rings", [] {
            Ring ring;
            const int corners = *rc::gen::inRange(3, 12);
            for (int i = 0; i < corners; ++i)
                ring.append({*rc::gen::inRange<qint64>(-180, 180) * 1'000'000'000 + *rc::gen::inRange<qint64>(0, 1000) * 100,
                             *rc::gen::inRange<qint64>(-90, 90) * 1'000'000'000});
            const Shape shape({Polygon{{ring}}});
            const auto again = shapeFromGeoJson(toGeoJson(shape));
            RC_PRE(bool(again)); // three points may be on one line
            for (int i = 0; i < 50; ++i) {
                const GridPoint p{*rc::gen::inRange<qint64>(-180, 180) * 1'000'000'000,
                                  *rc::gen::inRange<qint64>(-90, 90) * 1'000'000'000};
                RC_ASSERT(again->contains(p) == shape.contains(p));
            }
        });
    }

    //! Bytes changed at random, as a broken transfer or an attacker would: an answer or an error, never a crash.
    void anyBytesHaveAnOutcome()
    {
        QByteArray seed =
            collection(R"({"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","coordinates":[[)" + square +
                       ",[[4.02,48.02],[4.04,48.02],[4.04,48.04],[4.02,48.02]]]]}," + polygon(square) + "]}");
        PARVIS_PROPERTY("damaged GeoJSON is read or refused", [&seed] {
            QByteArray bytes = seed;
            const int edits = *rc::gen::inRange(1, 8);
            for (int i = 0; i < edits; ++i) {
                const qsizetype at = *rc::gen::inRange<qsizetype>(0, bytes.size());
                switch (*rc::gen::inRange(0, 4)) {
                case 0: bytes[at] = char(*rc::gen::inRange(0, 256)); break;
                case 1: bytes.remove(at, *rc::gen::inRange(1, 30)); break;
                case 2:
                    bytes.insert(at, bytes.mid(*rc::gen::inRange<qsizetype>(0, bytes.size()), *rc::gen::inRange(1, 60)));
                    break;
                default:
                    bytes.insert(at, *rc::gen::element<QByteArray>("[", "]", "{", "null", "1e999", "-0", "\"\"", ",", "[[]]"));
                }
                if (bytes.isEmpty())
                    break;
            }
            const auto file = readGeoJson(bytes);
            if (!file) {
                RC_ASSERT(file.error().code == ErrorCode::InvalidInput);
                return;
            }
            for (const GeoFeature &feature : file->features) {
                RC_ASSERT(!feature.shape.isEmpty());
                RC_ASSERT(isOnEarth(feature.shape.pointInside()));
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestGeoJson)
#include "tst_geojson.moc"
