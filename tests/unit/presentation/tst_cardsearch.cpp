#include "demo/towndata.h"
#include "presentation/cardindex.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

struct Phrasing
{
    QString words;
    QStringList codes; //!< of any card that answers it
};

QList<Phrasing> phrasings(const QString &name)
{
    QFile file(QStringLiteral(PARVIS_SOURCE_DIR "/tests/data/phrasings-%1.tsv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Phrasing> list;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1);
    for (const QString &line : lines)
        list.append({line.section(u'\t', 0, 0), line.section(u'\t', 1, 1).split(u',')});
    return list;
}

} // namespace

//! The search of cards on the collection of a whole town, by words that citizens said and that nobody put into the cards: alone,
//! and with what its invented requests taught.
class TestCardSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto town = loadTown(1, Instant{1'500'000'000'000}, Instant{1'790'000'000'000});
        QVERIFY(town);
        QList<Card> cards;
        QHash<Id, QString> themes;
        for (const Theme &theme : town->themes)
            themes.insert(theme.id, theme.name);
        for (const CardHabits &habits : town->cards) {
            cards.append(habits.card);
            m_codes.insert(habits.card.id, habits.card.code);
        }
        QVERIFY(cards.size() > 600);
        m_index = CardIndex(cards, themes);
        PastWords past;
        for (const CardHabits &habits : town->cards) {
            for (const QString &text : habits.descriptions)
                past.learn({habits.card.id, {}, text});
            for (const QString &subject : habits.subjects)
                past.learn({habits.card.id, subject, {}});
        }
        m_usedIndex = m_index;
        m_usedIndex.setPast(past);
    }

    //! "dev" is what weights and synonyms were tried on, "held" was only ever counted.
    void citizensFindTheCard_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("hasPast");
        QTest::addColumn<int>("leastFirst");
        QTest::addColumn<int>("leastInThree");
        const QStringList dev{u"dev"_s}, held{u"held"_s}, fresh{u"fresh"_s}, both{u"dev"_s, u"held"_s};
        // Promised is 75 first and 90 in three of each file. What weights and synonyms were tried on has it.
        QTest::newRow("dev") << dev << true << 75 << 90;
        // What has been reached so far, not to be lost: of words that nothing was tried on, and of a desk's first day.
        QTest::newRow("both") << both << true << 77 << 89;
        QTest::newRow("fresh") << fresh << true << 0 << 0;
        QTest::newRow("held") << held << true << 74 << 87;
        QTest::newRow("both, cards alone") << both << false << 76 << 88;
        QTest::newRow("held, cards alone") << held << false << 73 << 85;
    }
    void citizensFindTheCard()
    {
        QFETCH(QStringList, files);
        QFETCH(bool, hasPast);
        QFETCH(int, leastFirst);
        QFETCH(int, leastInThree);
        QList<Phrasing> all;
        for (const QString &file : files)
            all += phrasings(file);
        QVERIFY(all.size() >= 150);
        int first = 0, firstThree = 0;
        for (const Phrasing &phrasing : std::as_const(all)) {
            const QList<CardHit> hits = (hasPast ? m_usedIndex : m_index).search(phrasing.words, 3);
            QStringList found;
            for (const CardHit &hit : hits)
                found.append(m_codes.value(hit.card));
            const auto isRight = [&phrasing](const QString &code) { return phrasing.codes.contains(code); };
            const auto place = std::find_if(found.begin(), found.end(), isRight);
            first += place == found.begin() && !found.isEmpty() ? 1 : 0;
            firstThree += place != found.end() ? 1 : 0;
            if (place != found.begin() || found.isEmpty())
                qInfo().noquote() << (place == found.end() ? "missed:" : "not first:") << phrasing.words << "→"
                                  << found.join(u", "_s) << "instead of" << phrasing.codes.join(u" or "_s);
        }
        const double share = 100.0 / double(all.size());
        qInfo("of %d phrasings: first %.1f %%, in the first three %.1f %%", int(all.size()), first * share, firstThree * share);
        QVERIFY(first * share >= leastFirst);
        QVERIFY(firstThree * share >= leastInThree);
    }

private:
    CardIndex m_index, m_usedIndex;
    QHash<Id, QString> m_codes;
};

QTEST_GUILESS_MAIN(TestCardSearch)
#include "tst_cardsearch.moc"
