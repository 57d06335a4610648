#include "geo/hotspots.h"
#include "testkit/property.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace parvis;

namespace {

//! A point of a town of some kilometres around \a middle.
WorldPoint near(const Position &middle, double east, double north)
{
    return worldPoint({middle.latitude + north / 111'195,
                       middle.longitude + east / (111'195 * std::cos(middle.latitude * 3.14159265358979 / 180))});
}

constexpr Position town{48.9, 4.3};

std::vector<WorldPoint> scattered(int count, unsigned seed, double reach = 3000)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-reach, reach);
    std::vector<WorldPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back(near(town, place(random), place(random)));
    return points;
}

std::vector<WorldPoint> heap(int count, double east, double north, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-60, 60);
    std::vector<WorldPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back(near(town, east + place(random), north + place(random)));
    return points;
}

std::vector<WorldPoint> together(std::vector<WorldPoint> a, const std::vector<WorldPoint> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

//! Gi* as Ord and Getis write it (1995, formula 14), over all pairs of squares: slow, and written apart.
double slowGi(const QMap<std::pair<int, int>, int> &cells, std::pair<int, int> at)
{
    long double n = cells.size(), sum = 0, squares = 0;
    for (const int x : cells) {
        sum += x;
        squares += (long double)(x)*x;
    }
    const long double mean = sum / n, s = std::sqrt(squares / n - mean * mean);
    long double weights = 0, weighted = 0;
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        const bool isNear = std::abs(it.key().first - at.first) <= 1 && std::abs(it.key().second - at.second) <= 1;
        weights += isNear ? 1 : 0;
        weighted += isNear ? it.value() : 0;
    }
    return double((weighted - mean * weights) / (s * std::sqrt((n * weights - weights * weights) / (n - 1))));
}

} // namespace

class HotSpotsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeapIsFound()
    {
        const auto ground = scattered(2000, 1);
        const HotSpots found = hotSpots(together(ground, heap(60, 900, -400, 2)), {});
        QVERIFY(!found.spots.isEmpty());
        QVERIFY2(metresBetween(found.spots.first().centre, position(near(town, 900, -400))) < 150,
                 qPrintable(QString::number(metresBetween(found.spots.first().centre, position(near(town, 900, -400))))));
        QVERIFY(found.spots.first().count >= 50);
        QVERIFY(found.spots.first().z > 5);
    }

    void evenGroundHasNone()
    {
        // 40 towns in which all is chance: with 5 % of false discoveries, few of them may name any place at all.
        int named = 0;
        for (unsigned seed = 0; seed < 40; ++seed)
            named += hotSpots(scattered(1500, 100 + seed), scattered(4000, 900 + seed)).spots.isEmpty() ? 0 : 1;
        QVERIFY2(named <= 8, qPrintable(QString::number(named)));
    }

    void allAlikeIsNotHot()
    {
        std::vector<WorldPoint> points;
        for (int x = 0; x < 20; ++x) {
            for (int y = 0; y < 20; ++y)
                points.push_back(near(town, x * 150.0 + 75, y * 150.0 + 75));
        }
        QVERIFY(hotSpots(points, points).spots.isEmpty());
        QVERIFY(hotSpots({}, points).spots.isEmpty());
        QVERIFY(hotSpots(std::vector<WorldPoint>{near(town, 0, 0)}, {}).spots.isEmpty());
    }

    void twoReportsOfOneHouseAreNoHotSpot()
    {
        auto events = scattered(30, 3);
        events.push_back(near(town, 10, 10));
        events.push_back(near(town, 10, 10));
        for (const HotSpot &spot : hotSpots(events, scattered(3000, 4)).spots)
            QVERIFY(spot.count >= 3);
    }

    void oneWrongPositionChangesNothing()
    {
        const auto ground = together(scattered(2000, 1), heap(60, 900, -400, 2));
        const HotSpots clean = hotSpots(ground, {});
        const HotSpots stained = hotSpots(together(ground, {worldPoint({0, 0})}), {});
        QCOMPARE(stained.spots.size(), clean.spots.size());
        QCOMPARE(stained.spots.first().count, clean.spots.first().count);
        QCOMPARE(stained.cellsLookedAt, clean.cellsLookedAt + 1);
    }

    void agreesWithAPlainComputation()
    {
        const auto events = together(scattered(700, 5, 1200), heap(40, 300, 200, 6));
        const HotSpots found = hotSpots(events, {});
        QVERIFY(!found.spots.isEmpty());
        // The squares, counted again by the corners that the answer gives.
        const HotCell &known = found.spots.first().cells.first();
        const double height = known.northEast.latitude - known.southWest.latitude,
                     width = known.northEast.longitude - known.southWest.longitude;
        QMap<std::pair<int, int>, int> cells;
        for (const WorldPoint &p : events) {
            const Position at = position(p);
            ++cells[{int(std::floor(at.longitude / width)), int(std::floor(at.latitude / height))}];
        }
        QCOMPARE(found.cellsLookedAt, int(cells.size()));
        for (const HotSpot &spot : found.spots) {
            for (const HotCell &cell : spot.cells) {
                QCOMPARE(cells.value({cell.column, cell.row}), cell.count);
                QVERIFY(std::abs(slowGi(cells, {cell.column, cell.row}) - cell.z) < 1e-6);
            }
        }
    }

    void orderDoesNotMatter()
    {
        PARVIS_PROPERTY("order", [](unsigned seed) {
            auto events = together(scattered(200, seed), heap(25, 500, 500, seed + 1));
            auto ground = scattered(500, seed + 2);
            const HotSpots before = hotSpots(events, ground);
            std::mt19937 random(seed);
            std::shuffle(events.begin(), events.end(), random);
            std::shuffle(ground.begin(), ground.end(), random);
            RC_ASSERT(hotSpots(events, ground).spots == before.spots);
        });
    }

    void nothingIsHotThatTheSameTwiceIsNot()
    {
        // Gi* measures concentration: the same again everywhere changes no square's figure.
        PARVIS_PROPERTY("scale", [](unsigned seed) {
            const auto events = together(scattered(300, seed), heap(20, -500, 300, seed + 1));
            const HotSpots once = hotSpots(events, {}, {.leastCount = 1});
            const HotSpots twice = hotSpots(together(events, events), {}, {.leastCount = 1});
            RC_ASSERT(once.spots.size() == twice.spots.size());
            for (qsizetype i = 0; i < once.spots.size(); ++i) {
                RC_ASSERT(2 * once.spots.at(i).count == twice.spots.at(i).count);
                RC_ASSERT(std::abs(once.spots.at(i).z - twice.spots.at(i).z) < 1e-9);
            }
        });
    }
};

QTEST_APPLESS_MAIN(HotSpotsTest)
#include "tst_hotspots.moc"
