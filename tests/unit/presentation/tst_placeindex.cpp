#include "geo/addressbuilder.h"
#include "presentation/placeindex.h"
#include "unit/presentation/smalltown.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

AddressRow address(int number, const QString &suffix, const QString &way, double latitude, double longitude,
                   const QString &commune = u"Ingeville"_s, const QString &insee = u"51900"_s)
{
    AddressRow row;
    row.id = u"%1-%2-%3%4"_s.arg(insee, way).arg(number).arg(suffix);
    row.number = number;
    row.suffix = suffix;
    row.way = way;
    row.commune = commune;
    row.insee = insee;
    row.postcode = u"51000"_s;
    row.position = {latitude, longitude};
    return row;
}

Area box(const Id &id, double south, double west, double side)
{
    const GridPoint a = GridPoint::of({south, west}), b = GridPoint::of({south + side, west + side});
    return {u"X"_s, u"X"_s, Shape({Polygon{{Ring{{a.x, a.y}, {b.x, a.y}, {b.x, b.y}, {a.x, b.y}}}}}), id};
}

} // namespace

class TestPlaceIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        AddressBuilder builder;
        for (int i = 1; i <= 20; ++i)
            builder.add(address(i, {}, u"Rue des Tanneurs"_s, 48.95 + i * 0.0001, 4.36));
        builder.add(address(12, u"bis"_s, u"Rue des Tanneurs"_s, 48.95125, 4.36));
        builder.add(address(3, {}, u"Rue Neuve-du-Lac"_s, 48.952, 4.361));
        builder.add(address(3, {}, u"Rue des Tanneurs"_s, 48.99, 4.50, u"Ailleurs"_s, u"51901"_s));
        const QString path = m_folder.filePath(u"a"_s);
        QVERIFY(bool(builder.write(path)));
        auto opened = AddressIndex::open(path);
        QVERIFY(bool(opened));
        m_addresses = *opened;
    }

    void withoutAddressesItIsTheStreets()
    {
        const PlaceIndex places(smalltown::streets(), {}, {});
        const StreetIndex streets(smalltown::streets());
        for (const QString &typed : {u"12 bis rue des tan"_s, u"ta"_s, u"place hotel ville"_s, u"99 impasse des oei"_s, u"rue"_s})
            QCOMPARE(places.search(typed, 5), streets.search(typed, 5));
        QCOMPARE(places.nearest(48.95, 4.36), streets.nearest(48.95, 4.36));
    }

    void addressesComeFirst()
    {
        const PlaceIndex places(smalltown::streets(), m_addresses, {});
        const Place place = places.search(u"12 bis r des tanneurs"_s, 5).first();
        QCOMPARE(place.address, u"12 bis rue des Tanneurs"_s);
        QCOMPARE(*place.latitude, 48.95125); // of the house, not of the street
        QVERIFY(!place.beyondLastNumber);
        const Street street = streetNamed(u"Rue des Tanneurs"_s);
        QCOMPARE(place.street, street.id); // the town's own record, so that duplicates by street are found
        QCOMPARE(place.district, street.district);
        QVERIFY(places.search(u"99 rue des tanneurs"_s, 5).first().beyondLastNumber);
        QVERIFY(places.search(u"ta"_s, 5).isEmpty());
    }

    //! Then nobody else need be asked.
    void whatIsFoundWholeIsFound()
    {
        const PlaceIndex both(smalltown::streets(), m_addresses, {}), streets(smalltown::streets(), {}, {}), none;
        for (const QString &typed :
             {u"12 bis rue des tanneurs"_s, u"rue des tanneurs"_s, u"r des tanneur"_s, u"hotel de ville"_s})
            QVERIFY2(both.finds(typed), qPrintable(typed));
        QVERIFY(!both.finds(u"99 rue des tanneurs"_s)); // the street is known, the number is not
        QVERIFY(!both.finds(u"12 rue des astronautes"_s));
        QVERIFY(!both.finds(u"ingeville"_s)); // a commune is no place
        QVERIFY(streets.finds(u"rue des tanneurs"_s));
        QVERIFY(!streets.finds(u"rue des astronautes"_s));
        QVERIFY(!none.finds(u"rue des tanneurs"_s));
        QVERIFY(both.middle() && both.middle()->latitude > 48.8 && both.middle()->latitude < 49);
        QVERIFY(!none.middle());
    }

    void theTownsOwnPlacesAreThereToo()
    {
        const PlaceIndex places(smalltown::streets(), m_addresses, {});
        QCOMPARE(places.search(u"place hotel ville"_s, 5).first().address, u"Place de l'Hôtel-de-Ville"_s);
        QCOMPARE(places.search(u"rue neuve du lac"_s, 5).first().address, u"Rue Neuve-du-Lac"_s);
        // Each street once.
        QStringList lines;
        for (const Place &place : places.search(u"rue des tanneurs"_s, 8))
            lines.append(place.address);
        QCOMPARE(lines.removeDuplicates(), 1); // the same street of two communes, as nothing says which is the town
        QCOMPARE(places.search(u"rue"_s, 3).size(), 3);
    }

    void theDistrictIsThatOfThePlace()
    {
        const Id drawn = QUuid::createUuidV5(Id(), u"drawn"_s);
        const AreaLayer councils({}, {box(drawn, 48.9, 4.3, 0.1)});
        const PlaceIndex places(smalltown::streets(), m_addresses, councils);
        QCOMPARE(places.search(u"12 rue des tanneurs"_s, 5).first().district, drawn);
        // The neighbour's street comes below, and says where it is.
        const QList<Place> found = places.search(u"3 rue des tanneurs"_s, 5);
        QCOMPARE(found.first().address, u"3 rue des Tanneurs"_s);
        const auto other = std::find_if(found.begin(), found.end(), [](const Place &p) { return p.address.contains(u','); });
        QVERIFY(other != found.end());
        QCOMPARE(other->address, u"3 rue des Tanneurs, 51000 Ailleurs"_s);
        QVERIFY(other->district.isNull());
        QVERIFY(other->street.isNull());
    }

    void whereOneStands()
    {
        const Id drawn = QUuid::createUuidV5(Id(), u"drawn"_s);
        const PlaceIndex places(smalltown::streets(), m_addresses, AreaLayer({}, {box(drawn, 48.9, 4.3, 0.1)}));
        const auto door = places.nearest(48.95126, 4.36001);
        QCOMPARE(door->address, u"12 bis rue des Tanneurs"_s);
        QCOMPARE(*door->latitude, 48.95126);
        QCOMPARE(door->district, drawn);
        const auto street = places.nearest(48.9490, 4.36); // 110 m before number 1
        QCOMPARE(street->address, u"Rue des Tanneurs"_s);
        QVERIFY(!places.nearest(0, 0));
    }

private:
    static Street streetNamed(const QString &name)
    {
        const QList<Street> all = smalltown::streets();
        return *std::find_if(all.begin(), all.end(), [&name](const Street &street) { return street.name == name; });
    }

    QTemporaryDir m_folder;
    AddressIndex m_addresses;
};

QTEST_GUILESS_MAIN(TestPlaceIndex)
#include "tst_placeindex.moc"
