#include "geo/clusters.h"
#include "testkit/property.h"

#include <QtTest/QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace parvis;

namespace {

std::vector<ClusterPoint> points(unsigned seed, int count, double reach = 0.03)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-reach, reach);
    std::uniform_int_distribution<int> kind(0, 8);
    std::vector<ClusterPoint> out;
    for (int i = 0; i < count; ++i)
        out.push_back({worldPoint({48.9 + place(random), 4.3 + place(random)}), quint8(kind(random))});
    return out;
}

QList<qint32> every(std::size_t count)
{
    QList<qint32> all(qsizetype(count), 0);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

const WorldBox town{worldPoint({48.95, 4.2}), worldPoint({48.85, 4.4})};

} // namespace

class ClustersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionsComeBack()
    {
        PARVIS_PROPERTY("positions", [] {
            const Position p{*rc::gen::inRange(-8500, 8500) / 100.0, *rc::gen::inRange(-18000, 18000) / 100.0};
            const Position back = position(worldPoint(p));
            RC_ASSERT(std::abs(back.latitude - p.latitude) < 1e-6);
            RC_ASSERT(std::abs(back.longitude - p.longitude) < 1e-6);
        });
        QCOMPARE(worldPoint({90, 180}).y, worldPoint({85.06, 0}).y);
        QCOMPARE(worldPoint({0, 180}).x, 0xffffffffU);
    }

    void distancesAreGeodesic()
    {
        // Paris to Châlons, by another program: 148.5 km.
        QVERIFY(std::abs(metresBetween({48.8566, 2.3522}, {48.9566, 4.3631}) - 147'600) < 1500);
        QCOMPARE(metresBetween({48, 4}, {48, 4}), 0.0);
    }

    void eachPointIsInOneCluster()
    {
        PARVIS_PROPERTY("sum", [](unsigned seed) {
            const auto all = points(seed, 400);
            const auto zoom = *rc::gen::inRange(8, 18);
            int sum = 0, kinds = 0;
            for (const MapCluster &cluster : clustersIn(all, every(all.size()), town, zoom)) {
                sum += cluster.count;
                kinds += cluster.kindCount;
                RC_ASSERT(cluster.kindCount <= cluster.count && cluster.kindCount > 0);
                RC_ASSERT(cluster.box.contains(cluster.centre) || cluster.count > 1);
                RC_ASSERT(all[std::size_t(cluster.first)].at.x >= cluster.box.northWest.x);
            }
            RC_ASSERT(sum == 400);
            RC_ASSERT(kinds <= 400);
        });
    }

    void orderDoesNotMatter()
    {
        PARVIS_PROPERTY("order", [](unsigned seed) {
            auto all = points(seed, 300);
            const auto before = clustersIn(all, every(all.size()), town, 12);
            std::mt19937 random(seed);
            std::shuffle(all.begin(), all.end(), random);
            RC_ASSERT(clustersIn(all, every(all.size()), town, 12) == before);
        });
    }

    void panningDoesNotRegroup()
    {
        const auto all = points(4, 500);
        const auto whole = clustersIn(all, every(all.size()), town, 13);
        const WorldBox part{worldPoint({48.92, 4.28}), worldPoint({48.88, 4.32})};
        // In the middle of the window: at its rim squares may join with one that is not seen.
        const WorldBox middle{worldPoint({48.91, 4.29}), worldPoint({48.89, 4.31})};
        const auto inMiddle = [&](const QList<MapCluster> &list) {
            QList<MapCluster> out;
            std::copy_if(list.begin(), list.end(), std::back_inserter(out),
                         [&](const MapCluster &c) { return middle.contains(c.centre); });
            return out;
        };
        QVERIFY(inMiddle(whole).size() > 3);
        QCOMPARE(inMiddle(clustersIn(all, every(all.size()), part, 13)), inMiddle(whole));
    }

    void onlyTheChosenCount()
    {
        const auto all = points(5, 100);
        QCOMPARE(clustersIn(all, QList<qint32>{3}, town, 12).size(), 1);
        QCOMPARE(clustersIn(all, QList<qint32>{3}, town, 12).first().first, 3);
        QVERIFY(clustersIn(all, QList<qint32>{}, town, 12).isEmpty());
    }

    void theTownIsNotTheOcean()
    {
        auto all = points(6, 1000);
        all.push_back({worldPoint({0, 0}), 0});
        const auto box = boxAround(all, every(all.size()));
        QVERIFY(box && box->northWest.y > worldPoint({49, 4}).y && box->southEast.y < worldPoint({48, 4}).y);
        QVERIFY(!boxAround(all, QList<qint32>{}));
    }

    void insideARing()
    {
        const std::vector<WorldPoint> ring{{10, 10}, {110, 10}, {110, 110}, {60, 50}, {10, 110}};
        QVERIFY(isInside({20, 20}, ring));
        QVERIFY(!isInside({60, 100}, ring)); // the notch
        QVERIFY(!isInside({5, 50}, ring));
    }

    void densityIsHighestAtTheHeap()
    {
        auto all = points(7, 300);
        for (int i = 0; i < 200; ++i)
            all.push_back({worldPoint({48.91, 4.31}), 0});
        constexpr int side = 64;
        const QList<float> grid = density(all, every(all.size()), town, side, side, 2);
        const auto most = std::max_element(grid.begin(), grid.end()) - grid.begin();
        QCOMPARE(grid.at(most), 1.0F);
        const double x = double(most % side) / side, y = double(most / side) / side;
        const WorldPoint heap = worldPoint({48.91, 4.31});
        QVERIFY(std::abs(x - double(heap.x - town.northWest.x) / double(town.southEast.x - town.northWest.x)) < 0.06);
        QVERIFY(std::abs(y - double(heap.y - town.northWest.y) / double(town.southEast.y - town.northWest.y)) < 0.06);
        QVERIFY(*std::min_element(grid.begin(), grid.end()) >= 0);
    }
};

QTEST_APPLESS_MAIN(ClustersTest)
#include "tst_clusters.moc"
