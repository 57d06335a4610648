#include "presentation/streetindex.h"
#include "unit/presentation/smalltown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestStreetIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typedBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::newRow("as drawn") << u"rue des tan"_s << u"Rue des Tanneurs"_s;
        QTest::newRow("five letters") << u"tanne"_s << u"Rue des Tanneurs"_s;
        QTest::newRow("number and bis") << u"12 bis rue des tan"_s << u"12 bis rue des Tanneurs"_s;
        QTest::newRow("number with letter") << u"12b, rue des tan"_s << u"12B rue des Tanneurs"_s;
        QTest::newRow("number after") << u"rue des tan 12"_s << u"12 rue des Tanneurs"_s;
        QTest::newRow("r for rue") << u"3 r des tanneurs"_s << u"3 rue des Tanneurs"_s;
        QTest::newRow("av and gal") << u"av gal lec"_s << u"Avenue du Général-Leclerc"_s;
        QTest::newRow("bd st") << u"14 bd st el"_s << u"14 boulevard Saint-Éloi"_s;
        QTest::newRow("articles left out") << u"place hotel ville"_s << u"Place de l'Hôtel-de-Ville"_s;
        QTest::newRow("accents and capitals") << u"BOULEVARD SAINT ELOI"_s << u"Boulevard Saint-Éloi"_s;
        QTest::newRow("ligature") << u"oeill"_s << u"Impasse des Œillets"_s;
        QTest::newRow("a number in the name") << u"8 mai"_s << u"Rue du 8-Mai-1945"_s;
        QTest::newRow("a number and one in the name") << u"3 rue du 8 mai"_s << u"3 rue du 8-Mai-1945"_s;
        QTest::newRow("one typo") << u"tanenurs"_s << u"Rue des Tanneurs"_s;
    }
    void typedBecomesAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        const QList<Place> places = m_index.search(typed, 5);
        QVERIFY(!places.isEmpty());
        QCOMPARE(places.first().address, address);
        QVERIFY(!places.first().district.isNull());
        QVERIFY(places.first().latitude.has_value());
    }

    void tooLittleOrUnknown()
    {
        QVERIFY(m_index.search(u"12", 5).isEmpty());
        QVERIFY(m_index.search(u"ta", 5).isEmpty());
        QVERIFY(m_index.search(u"chaussée d'antin", 5).isEmpty());
        QVERIFY(StreetIndex().search(u"rue", 5).isEmpty());
    }

    void aNumberBeyondTheStreetIsMarked()
    {
        QVERIFY(m_index.search(u"99 impasse des oei", 1).first().beyondLastNumber);
        QVERIFY(!m_index.search(u"9 impasse des oei", 1).first().beyondLastNumber);
    }

    void respectsTheLimit() { QCOMPARE(m_index.search(u"rue", 2).size(), 2); }

private:
    const StreetIndex m_index{smalltown::streets()};
};

QTEST_GUILESS_MAIN(TestStreetIndex)
#include "tst_streetindex.moc"
