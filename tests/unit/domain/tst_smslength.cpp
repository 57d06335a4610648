#include "domain/smslength.h"
#include "testkit/property.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! How long a text is as SMS, by 3GPP TS 23.038.
class TestSmsLength : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isUnicode");
        QTest::addColumn<qsizetype>("units");
        QTest::addColumn<qsizetype>("parts");
        QTest::addColumn<qsizetype>("left");
        const auto row = [](const char *name, const QString &text, bool unicode, qsizetype units, qsizetype parts,
                            qsizetype left) { QTest::newRow(name) << text << unicode << units << parts << left; };
        row("nothing", {}, false, 0, 0, 0);
        row("one", u"é"_s, false, 1, 1, 159);
        row("full", QString(160, u'a'), false, 160, 1, 0);
        row("two", QString(161, u'a'), false, 161, 2, 2 * 153 - 161);
        row("two full", QString(306, u'a'), false, 306, 2, 0);
        row("three", QString(307, u'a'), false, 307, 3, 152);
        row("euros are two septets", QString(80, u'€'), false, 160, 1, 0);
        row("81 euros", QString(81, u'€'), false, 162, 2, 153 - 10); // 76 in the first part: none is cut in two
        row("a line end", u"a\nb"_s, false, 3, 1, 157);
        row("ê", u"Fenêtre"_s, true, 7, 1, 63);
        row("70", QString(70, u'ç'), true, 70, 1, 0);
        row("71", QString(71, u'ç'), true, 71, 2, 63);
        row("a pair is not cut", QString(66, u'ç') + u"😀"_s + QString(10, u'ç'), true, 78, 2, 55);
    }
    void partsAreCounted()
    {
        QFETCH(QString, text);
        QFETCH(bool, isUnicode);
        QFETCH(qsizetype, units);
        QFETCH(qsizetype, parts);
        QFETCH(qsizetype, left);
        const SmsLength length = smsLength(text);
        QCOMPARE(length.isUnicode, isUnicode);
        QCOMPARE(length.units, units);
        QCOMPARE(length.parts, parts);
        QCOMPARE(length.unitsLeft, left);
    }

    void theAlphabetIsWhole()
    {
        int septets = 0, characters = 0;
        for (int c = 1; c <= 0xFFFF; ++c) {
            const SmsLength length = smsLength(QString(QChar(c)));
            if (QChar(c).isSurrogate() || length.isUnicode)
                continue;
            ++characters;
            septets += int(length.units);
        }
        QCOMPARE(characters, 127 + 10); // the table of 128 without the escape, and its extension
        QCOMPARE(septets, 127 + 20);
    }

    void saysWhatWouldMakeItShorter()
    {
        const QString text = u"L’arbre près de la fenêtre : « coupé »… ça, c’est fait 😀 n° 3"_s;
        const QList<SmsReplacement> found = smsReplacements(text);
        QCOMPARE(found.first(), (SmsReplacement{u"’"_s, u"'"_s, {1, 45}}));
        QStringList characters;
        for (const SmsReplacement &replacement : found)
            characters += replacement.character + u'>' + replacement.instead;
        QCOMPARE(characters.join(u' '), u"’>' ê>e «>\" »>\" …>... ç>c 😀> °>o"_s);
        QCOMPARE(smsReplaced(text), u"L'arbre près de la fenetre : \" coupé \"... ca, c'est fait 😀 no 3"_s);
        QVERIFY(smsReplacements(u"Été à Noël ? 3 €"_s).size() == 1); // É is there, ë is not
    }

    void replacedTextsTravelWell()
    {
        PARVIS_PROPERTY("nothing is left that could be replaced, and each character is where it is said to be",
                        [](const QString &text) {
                            const QString replaced = smsReplaced(text);
                            for (const SmsReplacement &left : smsReplacements(replaced))
                                RC_ASSERT(left.instead.isEmpty());
                            RC_ASSERT(smsLength(text).isUnicode == !smsReplacements(text).isEmpty());
                            for (const SmsReplacement &r : smsReplacements(text)) {
                                for (const qsizetype at : r.at)
                                    RC_ASSERT(text.mid(at, r.character.size()) == r.character);
                            }
                        });
    }
};

QTEST_GUILESS_MAIN(TestSmsLength)
#include "tst_smslength.moc"
