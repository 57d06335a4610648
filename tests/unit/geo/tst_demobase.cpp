#include "geo/demobase.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <algorithm>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QList<DrawnStreet> streets()
{
    QList<DrawnStreet> list;
    for (int i = 0; i < 60; ++i)
        list.append({u"Rue n° %1"_s.arg(i), {48.88 + (i % 8) * 0.004, 4.28 + (i / 8) * 0.005}, 20 + i, false});
    list.append({u"Quai du Port"_s, {48.9, 4.3}, 40, false});
    list.append({u"Parc des Saules"_s, {48.895, 4.31}, 0, true});
    list.append({u"Hôtel de ville"_s, {48.9, 4.295}, 0, true});
    return list;
}

QList<DrawnDistrict> districts()
{
    return {{u"a"_s, {48.885, 4.285}}, {u"b"_s, {48.905, 4.29}}, {u"c"_s, {48.895, 4.312}}};
}

int countOf(const DrawnTown &town, const QString &what)
{
    int count = 0;
    for (const QJsonObject &part : {town.features, town.buildings}) {
        for (const QJsonValue &feature : part.value("features"_L1).toArray())
            count += feature["properties"_L1]["is"_L1].toString() == what ? 1 : 0;
    }
    return count;
}

} // namespace

class DemoBaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsThere()
    {
        const DrawnTown town = drawTown(streets(), districts(), u"L'Yserette"_s, 1);
        QCOMPARE(countOf(town, u"town"_s), 1);
        QCOMPARE(countOf(town, u"water"_s), 1);
        QCOMPARE(countOf(town, u"waterName"_s), 1);
        QCOMPARE(countOf(town, u"street"_s), 60);
        QVERIFY(countOf(town, u"road"_s) >= 2); // the quay, and between districts
        QVERIFY(countOf(town, u"building"_s) > 200);
        QVERIFY(countOf(town, u"park"_s) >= 1);
        QCOMPARE(countOf(town, u"place"_s), 2);
        QCOMPARE(town.districts.size(), 3);
    }

    void theSeedDecides()
    {
        QList<DrawnStreet> other = streets();
        std::reverse(other.begin(), other.end());
        QCOMPARE(drawTown(streets(), districts(), {}, 1).features, drawTown(other, districts(), {}, 1).features);
        QCOMPARE(drawTown(streets(), districts(), {}, 1).buildings, drawTown(other, districts(), {}, 1).buildings);
        QVERIFY(drawTown(streets(), districts(), {}, 1).features != drawTown(streets(), districts(), {}, 2).features);
        QVERIFY(drawTown({}, districts(), {}, 1).features.isEmpty());
    }

    void housesStandByTheirStreet()
    {
        const DrawnStreet street{u"Rue des Tanneurs"_s, {48.9085, 4.3120}, 80, false};
        const Position one = houseAt(street, 1), three = houseAt(street, 3), last = houseAt(street, 80);
        QVERIFY(std::abs(metresBetween(one, three) - 9) < 0.1);
        QVERIFY(std::abs(metresBetween(one, last) - 79 * 4.5) < 0.5);
        QVERIFY(metresBetween(street.middle, houseAt(street, 40)) < 0.1);
    }

    void aDistrictHoldsWhatIsNearest()
    {
        const DrawnTown town = drawTown(streets(), districts(), {}, 1);
        for (const DrawnDistrict &own : districts()) {
            std::vector<WorldPoint> ring;
            for (const QJsonValue &pair : town.districts.value(own.id)["coordinates"_L1][0].toArray())
                ring.push_back(worldPoint({pair[1].toDouble(), pair[0].toDouble()}));
            QVERIFY(ring.size() > 3);
            QVERIFY(isInside(worldPoint(own.middle), ring));
            for (const DrawnDistrict &other : districts())
                QCOMPARE(isInside(worldPoint(other.middle), ring), other.id == own.id);
        }
    }
};

QTEST_APPLESS_MAIN(DemoBaseTest)
#include "tst_demobase.moc"
