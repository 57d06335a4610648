#include "base/text.h"
#include "testkit/property.h"
#include "unit/geo/smallban.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestAddressIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_index = smallban::index(smallban::rows(), m_folder); }

    void typedBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("line");
        const auto row = [](const QString &typed, const QString &line) { QTest::newRow(qPrintable(typed)) << typed << line; };
        row(u"rue des tan"_s, u"Rue des Tanneurs"_s);
        row(u"12 rue des tanneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 bis rue des tanneurs"_s, u"12 bis rue des Tanneurs"_s);
        row(u"12bis, rue des tanneurs"_s, u"12 bis rue des Tanneurs"_s);
        row(u"12b r des tanneurs"_s, u"12 bis rue des Tanneurs"_s);
        row(u"14 bis rue tanneurs"_s, u"14 b rue des Tanneurs"_s);
        row(u"rue des tanneurs 12 bis"_s, u"12 bis rue des Tanneurs"_s);
        row(u"tanneurs rue 12"_s, u"12 rue des Tanneurs"_s);
        row(u"au 12 de la rue des tanneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12rue des tanneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 ruedes tanneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des tan neurs"_s, u"12 rue des Tanneurs"_s);
        row(u"av gal de gaulle"_s, u"Avenue du Général de Gaulle"_s);
        row(u"avenue de gaulle 7"_s, u"7 avenue du Général de Gaulle"_s);
        row(u"7 av. du Gen. de Gaulle"_s, u"7 avenue du Général de Gaulle"_s);
        row(u"bd st eloi"_s, u"Boulevard Saint-Éloi"_s);
        row(u"BOULEVARD SAINT ELOI"_s, u"Boulevard Saint-Éloi"_s);
        row(u"fg st antoine"_s, u"Rue du Faubourg Saint-Antoine"_s);
        row(u"ch des oeillets"_s, u"Chemin des Œillets"_s);
        row(u"chem oeill"_s, u"Chemin des Œillets"_s);
        row(u"imp abbe pierre"_s, u"Impasse de l'Abbé Pierre"_s);
        row(u"all peupliers"_s, u"Allée des Peupliers"_s);
        row(u"12 rte reims"_s, u"12 route de Reims"_s);
        row(u"pl republique"_s, u"Place de la République"_s);
        row(u"rue du 8 mai"_s, u"Rue du 8 Mai 1945"_s);
        row(u"8 rue du 8 mai 1945"_s, u"8 rue du 8 Mai 1945"_s);
        row(u"3 rue du 8 mai"_s, u"3 rue du 8 Mai 1945"_s);
        row(u"4 quai henri 4"_s, u"4 quai Henri IV"_s);
        row(u"4 quai henri iv"_s, u"4 quai Henri IV"_s);
        row(u"quai henri 4"_s, u"Quai Henri IV"_s);
        row(u"ecole jules ferry"_s, u"École Jules Ferry"_s);
        row(u"hotel ville"_s, u"Hôtel de Ville"_s);
        row(u"croix milson"_s, u"La Croix Milson"_s);
        row(u"marché aux peaux"_s, u"Rue des Tanneurs"_s); // an alias
        row(u"5 rue des tanneurs 51520"_s, u"5 rue des Tanneurs"_s);
        row(u"12 rue des tanneurs 51000 ingeville"_s, u"12 rue des Tanneurs"_s);
        // one slip, in the first letter too
        row(u"12 rue des ranneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des anneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des tanenurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des tannneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des tanners"_s, u"12 rue des Tanneurs"_s);
        row(u"12 ruejdes tanneurs"_s, u"12 rue des Tanneurs"_s);
        row(u"12 rue des tannwu"_s, u"12 rue des Tanneurs"_s);
        row(u"12 ru des tanneurs"_s, u"12 rue des Tanneurs"_s);
    }
    void typedBecomesAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, line);
        const QList<AddressHit> hits = m_index.search(typed);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().line, line);
        QVERIFY(hits.first().isNumberKnown);
        QVERIFY(isOnEarth(hits.first().position));
    }

    void eachHitSaysWhatItIs()
    {
        const AddressHit hit = m_index.search(u"12 bis r des tanners 51000"_s).first();
        QCOMPARE(hit.kind, HitKind::House);
        QCOMPARE(hit.number, 12);
        QCOMPARE(hit.suffix, u"bis"_s);
        QCOMPARE(hit.way, u"Rue des Tanneurs"_s);
        QCOMPARE(hit.commune, u"Ingeville"_s);
        QCOMPARE(hit.postcode, u"51000"_s);
        QCOMPARE(hit.insee, u"51900"_s);
        QVERIFY(!hit.id.isEmpty());
        QVERIFY(geodesicMetres(hit.position, {48.94912, 4.3601}) < 0.1);
        const QList<WordMatched> matched{
            {u"12"_s, u"12"_s, MatchedAs::Number},          {u"bis"_s, u"bis"_s, MatchedAs::Number},
            {u"r"_s, u"rue"_s, MatchedAs::OtherForm},       {u"des"_s, u"des"_s, MatchedAs::Whole},
            {u"tanners"_s, u"tanneurs"_s, MatchedAs::Typo}, {u"51000"_s, u"51000"_s, MatchedAs::Postcode}};
        QCOMPARE(hit.matched, matched);
        QCOMPARE(m_index.search(u"rue tan"_s).first().matched.last(),
                 (WordMatched{u"tan"_s, u"tanneurs"_s, MatchedAs::Beginning}));
        QCOMPARE(m_index.search(u"rue tanneurs xyzzy"_s).first().matched.last(),
                 (WordMatched{u"xyzzy"_s, {}, MatchedAs::Nothing}));
        QCOMPARE(m_index.search(u"hotel de ville"_s).first().kind, HitKind::Place);
        QCOMPARE(m_index.search(u"rue des tanneurs"_s).first().kind, HitKind::Way);
    }

    void eachHitSaysInWhichAreasItIs()
    {
        const auto box = [](const QString &code, double south, double north) {
            const GridPoint a = GridPoint::of({south, 4.0}), b = GridPoint::of({north, 5.0});
            return Area{code, code, Shape({Polygon{{Ring{{a.x, a.y}, {b.x, a.y}, {b.x, b.y}, {a.x, b.y}}}}})};
        };
        const QList<AreaLayer> layers{AreaLayer({}, {box(u"S"_s, 48.0, 48.95), box(u"N"_s, 48.95, 48.96)}),
                                      AreaLayer(u"Voirie"_s, {box(u"1"_s, 48.0, 49.0)})};
        const auto areas = [&](const QString &typed) { return m_index.search(typed, {1, {}, layers}).first().areas; };
        QCOMPARE(areas(u"1 rue des tanneurs 51000"_s), (QMap<QString, QString>{{{}, u"S"_s}, {u"Voirie"_s, u"1"_s}}));
        QCOMPARE(areas(u"40 rue des tanneurs 51000"_s), (QMap<QString, QString>{{{}, u"N"_s}, {u"Voirie"_s, u"1"_s}}));
        QCOMPARE(areas(u"2 rue du 8 mai"_s), (QMap<QString, QString>{{u"Voirie"_s, u"1"_s}}));
        QCOMPARE(areas(u"angle tanneurs et de gaulle"_s).value(u"Voirie"_s), u"1"_s);
        QCOMPARE(m_index.nearest({48.948, 4.36}, 500, layers)->areas.value({}), u"S"_s);
        QVERIFY(m_index.search(u"rue des tanneurs"_s).first().areas.isEmpty());
    }

    void aNumberThatIsNotThereIsMarked()
    {
        const QList<AddressHit> hits = m_index.search(u"99 impasse abbe pierre"_s);
        QCOMPARE(hits.first().line, u"99 impasse de l'Abbé Pierre"_s);
        QVERIFY(!hits.first().isNumberKnown);
        QVERIFY(geodesicMetres(hits.first().position, {48.9104, 4.3900}) < 0.1); // at number 5
        QVERIFY(hits.first().id.isEmpty());
        // What may have been meant stands below.
        const QList<AddressHit> slipped = m_index.search(u"6 quai henri 4"_s);
        QVERIFY(slipped.first().isNumberKnown);
        const QList<AddressHit> near = m_index.search(u"112 rue des tanneurs 51000"_s);
        QVERIFY(!near.first().isNumberKnown);
        QCOMPARE(near.at(1).line, u"11 rue des Tanneurs"_s);
    }

    void theCommunePartsEqualNames()
    {
        const QList<AddressHit> both = m_index.search(u"rue des tanneurs"_s);
        QCOMPARE(both.at(0).way, both.at(1).way);
        QVERIFY(both.at(0).commune != both.at(1).commune);
        QCOMPARE(m_index.search(u"rue des tanneurs st martin"_s).first().insee, u"51901"_s);
        QCOMPARE(m_index.search(u"5 rue des tanneurs 51520"_s).first().insee, u"51901"_s);
        QCOMPARE(m_index.search(u"rue des tanneurs"_s, {8, {u"51901"_s}}).first().insee, u"51901"_s);
        QCOMPARE(m_index.search(u"rue des tanneurs"_s, {8, {u"51900"_s}}).first().insee, u"51900"_s);
        const AddressHit commune = m_index.search(u"saint martin sur le pre"_s).first();
        QCOMPARE(commune.kind, HitKind::Commune);
        QCOMPARE(commune.insee, u"51901"_s);
        QVERIFY(geodesicMetres(commune.position, {48.98035, 4.33}) < 10);
    }

    void cornersAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("angle") << u"angle de la rue des tanneurs et de l'avenue du général de gaulle"_s;
        QTest::newRow("short") << u"angle tanneurs / gal de gaulle"_s;
        QTest::newRow("l'angle") << u"à l'angle rue des Tanneurs et av de gaulle"_s;
        QTest::newRow("in the middle") << u"rue des tanneurs, angle avenue de gaulle"_s;
        QTest::newRow("coin") << u"coin tanneurs et de gaull"_s;
        QTest::newRow("slips") << u"croisement rue des taneurs et av de gaule"_s;
    }
    void cornersAreFound()
    {
        QFETCH(QString, typed);
        const QList<AddressHit> hits = m_index.search(typed);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().kind, HitKind::Corner);
        QCOMPARE(hits.first().line, u"Rue des Tanneurs / avenue du Général de Gaulle"_s);
        QVERIFY(geodesicMetres(hits.first().position, {48.95, 4.36}) < 20);
    }

    void waysThatDoNotMeetHaveNoCorner()
    {
        const QList<AddressHit> hits = m_index.search(u"angle rue des tanneurs et bd st eloi"_s);
        QVERIFY(!hits.isEmpty());
        for (const AddressHit &hit : hits)
            QVERIFY(hit.kind != HitKind::Corner);
        QCOMPARE(m_index.search(u"angle de la rue des tann"_s).first().line, u"Rue des Tanneurs"_s);
        QVERIFY(m_index.search(u"angle"_s).isEmpty());
    }

    void nothingForNothing()
    {
        QVERIFY(m_index.search({}).isEmpty());
        QVERIFY(m_index.search(u"12"_s).isEmpty());
        QVERIFY(m_index.search(u"chaussée d'antin"_s).isEmpty());
        QVERIFY(m_index.search(u"rue"_s, {0, {}}).isEmpty());
        QCOMPARE(m_index.search(u"rue"_s, {2, {}}).size(), 2);
        QVERIFY(AddressIndex().search(u"rue"_s).isEmpty());
        QVERIFY(!AddressIndex().nearest({48.95, 4.36}));
        QVERIFY(AddressIndex().isEmpty());
    }

    void theNearestIsTheNearest()
    {
        const QList<AddressRow> rows = smallban::rows();
        PARVIS_PROPERTY("the nearest address is that of a search through all of them", [&] {
            const Position at{48.9 + *rc::gen::inRange(0, 100'000) * 1e-6, 4.3 + *rc::gen::inRange(0, 120'000) * 1e-6};
            double least = 1e9;
            for (const AddressRow &row : rows)
                least = std::min(least, geodesicMetres(at, row.position));
            const auto found = m_index.nearest(at, 100'000);
            RC_ASSERT(found.has_value());
            RC_ASSERT(std::abs(found->metres - least) < 0.02); // positions are kept to a centimetre
            RC_ASSERT(std::abs(found->metres - geodesicMetres(at, found->position)) < 1e-6);
            const auto near = m_index.nearest(at, least / 2);
            RC_ASSERT(!near.has_value());
        });
        QCOMPARE(m_index.nearest({48.94912, 4.36011})->line, u"12 bis rue des Tanneurs"_s);
        QVERIFY(!m_index.nearest({0, 0}));
        QVERIFY(!m_index.nearest({std::nan(""), 4}));
        QVERIFY(!m_index.nearest({48.95, 4.36}, -1));
    }

    void everyAddressIsFoundByItsOwnText()
    {
        for (const AddressRow &row : smallban::rows()) {
            const QString suffix = row.suffix.isEmpty() ? QString() : u' ' + row.suffix;
            const QString number = row.number > 0 ? QString::number(row.number) + suffix + u' ' : QString();
            const QList<AddressHit> hits = m_index.search(number + row.way + u' ' + row.postcode + u' ' + row.commune);
            QVERIFY(!hits.isEmpty());
            QCOMPARE(hits.first().id, row.id);
        }
    }

    void anyTextHasAnAnswer()
    {
        PARVIS_PROPERTY("any text gives at most as many hits as wanted, best first, and the same again", [this] {
            const QString typed = *rc::gen::arbitrary<QString>() + u' ' +
                                  *rc::gen::element(u"rue"_s, u"12 bis"_s, u"angle de"_s, u"tan et"_s, u"/"_s, u"51"_s, u""_s) +
                                  u' ' + *rc::gen::arbitrary<QString>();
            const QList<AddressHit> hits = m_index.search(typed, {5, {}});
            RC_ASSERT(hits.size() <= 5);
            for (qsizetype i = 1; i < hits.size(); ++i)
                RC_ASSERT(hits.at(i - 1).score >= hits.at(i).score);
            RC_ASSERT(m_index.search(typed, {5, {}}) == hits);
        });
    }

    void distancesAreThoseOfTheEllipsoid()
    {
        // A degree of the equator, the first one of a meridian, and half a meridian of WGS 84.
        QVERIFY(std::abs(geodesicMetres({0, 0}, {0, 1}) - 111'319.491) < 0.001);
        QVERIFY(std::abs(geodesicMetres({0, 0}, {1, 0}) - 110'574.389) < 0.001);
        QVERIFY(std::abs(geodesicMetres({90, 0}, {-90, 0}) - 20'003'931.459) < 0.001);
        QCOMPARE(geodesicMetres({48.9, 4.3}, {48.9, 4.3}), 0.0);
        // The origin of Lambert 93.
        const auto origin = fromLambert93(700'000, 6'600'000);
        QVERIFY(origin && geodesicMetres(*origin, {46.5, 3}) < 0.001);
        QVERIFY(!fromLambert93(0, 0));
        QVERIFY(!fromLambert93(std::nan(""), 6'600'000));
    }

private:
    QTemporaryDir m_folder;
    AddressIndex m_index;
};

QTEST_GUILESS_MAIN(TestAddressIndex)
#include "tst_addressindex.moc"
