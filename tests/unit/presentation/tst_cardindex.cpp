#include "presentation/cardindex.h"
#include "presentation/wordmatch.h"
#include "unit/presentation/smalltown.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestCardIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeLettersFindTheCard_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("reason");
        QTest::newRow("title, accents left out") << u"veh"_s << u"vehicule"_s << int(CardReason::Title);
        QTest::newRow("second word") << u"aband"_s << u"vehicule"_s << int(CardReason::Title);
        QTest::newRow("keyword") << u"épa"_s << u"vehicule"_s << int(CardReason::Keyword);
        QTest::newRow("citizens' word") << u"bag"_s << u"vehicule"_s << int(CardReason::CitizenWords);
        QTest::newRow("two words in any order") << u"noi fait"_s << u"lampadaire"_s << int(CardReason::CitizenWords);
        QTest::newRow("one typo") << u"lampdaire"_s << u"lampadaire"_s << int(CardReason::Typo);
        QTest::newRow("swapped letters") << u"lamapd"_s << u"lampadaire"_s << int(CardReason::Typo);
        QTest::newRow("fill words") << u"acte de nai"_s << u"naissance"_s << int(CardReason::Title);
        QTest::newRow("theme") << u"tranq"_s << u"vehicule"_s << int(CardReason::Theme);
    }
    void threeLettersFindTheCard()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QFETCH(int, reason);
        const QList<CardHit> hits = town().cardIndex().search(typed, 5);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().card, smalltown::id(code));
        QCOMPARE(int(hits.first().reason), reason);
        QVERIFY(!hits.first().words.isEmpty());
    }

    void archivedAndUnknownAreNotFound()
    {
        QVERIFY(town().cardIndex().search(u"vign", 5).isEmpty());
        QVERIFY(town().cardIndex().search(u"zzz", 5).isEmpty());
        QVERIFY(town().cardIndex().search(u"v", 5).isEmpty());
        QVERIFY(town().cardIndex().search(u"", 5).isEmpty());
    }

    void titleComesBeforeKeyword()
    {
        Card a = smalltown::card(u"a"_s, u"Fourrière"_s, u"police"_s, CardKind::Simple);
        Card b = smalltown::card(u"b"_s, u"Autre chose"_s, u"police"_s, CardKind::Simple);
        b.keywords = {u"fourrière"_s};
        const QList<CardHit> hits = CardIndex({b, a}, {}).search(u"four", 5);
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits.first().card, a.id);
    }

    void eachWayOfSayingFindsTheCard_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("reason");
        QTest::newRow("plural") << u"véhicules abandonnés "_s << u"vehicule"_s << int(CardReason::Title);
        QTest::newRow("a verb's other form") << u"abandonnee "_s << u"vehicule"_s << int(CardReason::Title);
        QTest::newRow("plural of a citizens' word") << u"mes bagnoles "_s << u"vehicule"_s << int(CardReason::CitizenWords);
        QTest::newRow("synonym") << u"réverbère "_s << u"lampadaire"_s << int(CardReason::Synonym);
        QTest::newRow("by its sound") << u"lampadère "_s << u"lampadaire"_s << int(CardReason::Typo);
        QTest::newRow("no apostrophe") << u"acte dnaissance "_s << u"naissance"_s << int(CardReason::Title);
        QTest::newRow("letters swapped in a long phrase")
            << u"bonjour il y a un vehicule abnadonné devant chez moi"_s << u"vehicule"_s << int(CardReason::Title);
        QTest::newRow("words that no card has")
            << u"le lampadaire vacille horriblement"_s << u"lampadaire"_s << int(CardReason::Title);
        QTest::newRow("the script") << u"syndic "_s << u"vehicule"_s << int(CardReason::Text);
    }
    void eachWayOfSayingFindsTheCard() { threeLettersFindTheCard(); }

    //! Of cards that fit as well, the one that is used more, now or by this agent comes first; a better one stays before it.
    void useSeasonAndHabitOrderNearTies()
    {
        const Card a = smalltown::card(u"a"_s, u"Fourrière animale"_s, u"police"_s, CardKind::Simple);
        const Card b = smalltown::card(u"b"_s, u"Fourrière centrale"_s, u"police"_s, CardKind::Simple);
        CardUse often, seasonal, mine;
        often.total = 500;
        often.byMonth.fill(42);
        seasonal.byMonth[10] = 60;
        mine.total = 40;
        mine.mine = 40;
        for (const auto &[use, lift] :
             {std::pair(often, CardReason::Use), std::pair(seasonal, CardReason::Season), std::pair(mine, CardReason::Habit)}) {
            for (const Card &used : {a, b}) {
                CardIndex index({a, b}, {});
                index.setUse({{used.id, use}}, 11);
                const QList<CardHit> hits = index.search(u"fourriere", 5);
                QCOMPARE(hits.size(), 2);
                QCOMPARE(hits.first().card, used.id);
                QCOMPARE(hits.first().lift, std::optional(lift));
                QVERIFY(!hits.last().lift);
                QCOMPARE(index.search(u"fourriere animale", 5).first().card, a.id);
                QCOMPARE(index.search(u"fourriere centrale", 5).first().card, b.id);
            }
        }
    }

    //! Of a real collection, each card is among the first five by the first three letters of its title's first word, and a search
    //! is over within a fraction of a key stroke.
    void realCards()
    {
        QFile file(QStringLiteral(PARVIS_SOURCE_DIR "/resources/demo/cards.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QList<Card> cards;
        const QJsonArray all = QJsonDocument::fromJson(file.readAll()).object().value("cards"_L1).toArray();
        for (const QJsonValue &value : all) {
            const QJsonObject json = value.toObject();
            Card card =
                smalltown::card(json.value("code"_L1).toString(), json.value("title"_L1).toString(), {}, CardKind::Simple);
            for (const QJsonValue &word : json.value("keywords"_L1).toArray())
                card.keywords.insert(word.toString());
            for (const QJsonValue &word : json.value("citizenWords"_L1).toArray())
                card.citizenWords.insert(word.toString());
            cards.append(card);
        }
        QVERIFY(cards.size() >= 20);
        const CardIndex index(cards, {});
        for (const Card &card : std::as_const(cards)) {
            const QList<CardHit> hits = index.search(card.title.left(3), 5);
            const bool found = std::any_of(hits.begin(), hits.end(), [&](const CardHit &hit) { return hit.card == card.id; });
            QVERIFY2(found, qPrintable(card.title));
        }
    }

    void wordMatching()
    {
        QCOMPARE(matchWord(u"tan", u"tanneurs"), WordMatch::Prefix);
        QCOMPARE(matchWord(u"rue", u"rue"), WordMatch::Whole);
        QCOMPARE(matchWord(u"taneurs", u"tanneurs"), WordMatch::Typo);
        QCOMPARE(matchWord(u"tna", u"tanneurs"), WordMatch::None); // too short for typos
        QCOMPARE(matchWord(u"vehicules", u"lampadaire"), WordMatch::None);
    }

private:
    const ReferenceData &town()
    {
        if (m_town.cards().isEmpty())
            m_town.set(smalltown::reference());
        return m_town;
    }
    ReferenceData m_town;
};

QTEST_GUILESS_MAIN(TestCardIndex)
#include "tst_cardindex.moc"
