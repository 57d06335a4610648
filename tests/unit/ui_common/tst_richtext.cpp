#include "ui_common/richtextview.h"

#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextList>
#include <QtGui/QTextTable>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What a card's script may be written with.
class TestRichText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headingsListsLinksAndTables()
    {
        QTextDocument document;
        layMarkdown(
            document,
            u"## Avant\n\n- la plaque\n- la rue\n\nVoir [le site](https://ingeville.example).\n\n| Foyer | Prix |\n|---|---|\n| 1 | 12 € |\n"_s,
            QFont());
        bool hasHeading = false, hasList = false, hasLink = false;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            hasHeading = hasHeading || block.blockFormat().headingLevel() == 2;
            hasList = hasList || block.textList();
            for (auto it = block.begin(); !it.atEnd(); ++it)
                hasLink = hasLink || it.fragment().charFormat().anchorHref() == u"https://ingeville.example"_s;
        }
        QVERIFY(hasHeading && hasList && hasLink);
        const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
        QCOMPARE(frames.size(), 1);
        const auto *table = qobject_cast<QTextTable *>(frames.first());
        QVERIFY(table);
        QCOMPARE(table->columns(), 2);
        QCOMPARE(table->rows(), 2);
        QCOMPARE(table->cellAt(1, 1).firstCursorPosition().block().text(), u"12 €"_s);
    }

    void htmlStandsAsItIsWritten()
    {
        QTextDocument document;
        layMarkdown(document, u"<img src='https://elsewhere.example/x.png'> <b>gras</b>"_s, QFont());
        QVERIFY(document.toPlainText().contains(u"<b>gras</b>"_s));
    }
};

QTEST_MAIN(TestRichText)
#include "tst_richtext.moc"
