#include "documents/spelling.h"
#include "testkit/property.h"
#include "wording/paragraphs.h"

#include <QtTest/QTest>

#include <optional>

using namespace parvis;
using namespace Qt::StringLiterals;

//! French spelling with the dictionary that the town's desks have.
class TestSpelling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto opened = SpellChecker::open();
        if (!opened)
            QFAIL("hunspell-fr is not installed: packaging/setup.sh");
        m_checker.emplace(std::move(opened).value());
    }
    void init() { m_checker->setUserWords({}); }

    void findsWrongWordsWhereTheyAre()
    {
        const QString text = u"Le lampadère clignote.\nNous avons bien reçut votre demmande, qu’il faut traitter."_s;
        QCOMPARE(m_checker->check(text),
                 (QList<Misspelling>{{3, 9, u"lampadère"_s}, {51, 8, u"demmande"_s}, {72, 8, u"traitter"_s}}));
        for (const Misspelling &wrong : m_checker->check(text))
            QCOMPARE(text.mid(wrong.at, wrong.length), wrong.word);
        QVERIFY(m_checker->suggestions(u"lampadère"_s).contains(u"lampadaire"_s));
        QVERIFY(m_checker->suggestions(u"demmande"_s).contains(u"demande"_s));
        QVERIFY(m_checker->suggestions(u"demmande"_s, 1).size() <= 1);
    }

    void leavesRightWordsAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("elisions") << u"L'école, l’arbre, qu'il, aujourd'hui, jusqu’à, c'est, d'œuvre"_s;
        QTest::newRow("hyphens") << u"Un rendez-vous : dites-le-moi, est-ce là ? Peut-être ; vous-même, ci-joint."_s;
        QTest::newRow("capitals") << u"ÉCOLE MATERNELLE du CCAS, À bientôt"_s;
        QTest::newRow("names") << u"Bonjour Mme Dumoncourtz, la rue Wzkrtqz est rouverte par Xyvwz-Prtk."_s;
        QTest::newRow("numbers") << u"le 1er mars, 12h30, n° 2026-014233, 3e étage, AB-123-CD"_s;
        QTest::newRow("addresses") << u"écrivez à accueeil@ingevillle.example ou voyez www.ingevillle.example/demmande"_s;
        QTest::newRow("tags") << u"Votre {{request.nummber}} {{> apeals}} est là."_s;
        QTest::newRow("composed") << u"re\u0301ponse"_s; // e and an accent
        QTest::newRow("nothing") << QString();
    }
    void leavesRightWordsAlone()
    {
        QFETCH(QString, text);
        QStringList words;
        for (const Misspelling &wrong : m_checker->check(text))
            words.append(wrong.word);
        QCOMPARE(words.join(u' '), QString());
    }

    void knowsWhatTheTownKnows()
    {
        const QString text = u"un ingevillois et l'ingevilloise"_s;
        QCOMPARE(m_checker->check(text).size(), 2);
        m_checker->setUserWords({u"Ingevillois"_s, u"ingevilloise"_s});
        QCOMPARE(m_checker->check(text), QList<Misspelling>());
    }

    void theParagraphsOfTheLawAreFrench()
    {
        m_checker->setUserWords({u"courriel"_s});
        const Paragraphs paragraphs = usualParagraphs();
        for (const Paragraph &paragraph : paragraphs) {
            for (const Misspelling &wrong : m_checker->check(paragraph.text))
                QFAIL(qPrintable(wrong.word));
        }
    }

    void refusesWhatIsNotThere()
    {
        QCOMPARE(SpellChecker::open(u"tlh"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(SpellChecker::open(u"fr"_s, {}).error().code, ErrorCode::NotFound);
    }

    void readsAnything()
    {
        PARVIS_PROPERTY("each wrong word is where it is said to be, in order", [this](const QString &text) {
            const QString all =
                text + *rc::gen::elementOf(std::vector<QString>{QString(10'000, u'x'), QString(QChar(0xD800)), u"{{"_s,
                                                                u"a'"_s.repeated(3000), u"e\u0301"_s.repeated(500), u"\u202E"_s});
            qsizetype end = 0;
            for (const Misspelling &wrong : m_checker->check(all)) {
                RC_ASSERT(wrong.at >= end && all.mid(wrong.at, wrong.length) == wrong.word);
                end = wrong.at + wrong.length;
            }
        });
        QCOMPARE(m_checker->suggestions(QString(10'000, u'x')), QStringList());
    }

private:
    std::optional<SpellChecker> m_checker;
};

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
