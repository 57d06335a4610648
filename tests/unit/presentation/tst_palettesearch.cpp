#include "presentation/palettesearch.h"
#include "presentation/referenceloader.h"
#include "unit/presentation/smallstore.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestPaletteSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QUuid>("id");
        QTest::newRow("number") << u"14233"_s << int(Kind::Request) << smalltown::id(u"2026-014233"_s);
        QTest::newRow("whole number") << u"2026-014233"_s << int(Kind::Request) << smalltown::id(u"2026-014233"_s);
        QTest::newRow("words of a request") << u"lampadaire tann"_s << int(Kind::Request) << smalltown::id(u"2026-014233"_s);
        QTest::newRow("citizen") << u"claire dum"_s << int(Kind::Citizen) << smalltown::claire().id;
        QTest::newRow("phone") << u"06 12 34 56 78"_s << int(Kind::Citizen) << smalltown::claire().id;
        QTest::newRow("card") << u"véhic"_s << int(Kind::Card) << smalltown::id(u"vehicule"_s);
    }
    void finds()
    {
        QFETCH(QString, words);
        QFETCH(int, kind);
        QFETCH(QUuid, id);
        PaletteSearch palette(m_gate, m_town);
        std::optional<QList<PaletteHit>> hits;
        palette.search(words, [&](const QList<PaletteHit> &found) { hits = found; });
        QTRY_VERIFY(hits);
        const auto hit =
            std::find_if(hits->begin(), hits->end(), [&](const PaletteHit &h) { return h.id == id && h.kind == Kind(kind); });
        QVERIFY(hit != hits->end());
        QVERIFY(!hit->title.isEmpty());
    }

    //! Only the newest question is answered, once.
    void theNewestQuestionWins()
    {
        PaletteSearch palette(m_gate, m_town);
        int first = 0;
        int second = 0;
        palette.search(u"claire"_s, [&](const QList<PaletteHit> &) { ++first; });
        palette.search(u"lampad"_s, [&](const QList<PaletteHit> &) { ++second; });
        QTRY_COMPARE(second, 1);
        QCOMPARE(first, 0);
    }

    void tooShortAnswersAtOnce()
    {
        PaletteSearch palette(m_gate, m_town);
        int answers = 0;
        palette.search(u"cl"_s, [&](const QList<PaletteHit> &hits) {
            ++answers;
            QVERIFY(hits.isEmpty());
        });
        QCOMPARE(answers, 1);
    }

    void initTestCase()
    {
        m_loader.load();
        QTRY_VERIFY(!m_town.cards().isEmpty());
    }

private:
    smalltown::Desk m_desk;
    ImmediateStore m_gate{*m_desk.store};
    StoreEvents m_events;
    ReferenceData m_town;
    ReferenceLoader m_loader{m_gate, m_events, m_town};
};

QTEST_GUILESS_MAIN(TestPaletteSearch)
#include "tst_palettesearch.moc"
