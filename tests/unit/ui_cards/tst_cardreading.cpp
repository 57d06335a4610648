#include "cardsscene.h"

#include "store/cardquery.h"
#include "ui_cards/cardpaper.h"
#include "ui_cards/readingpane.h"
#include "ui_cards/scriptblocks.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "unit/ui_common/printdialog.h"
#include "unit/ui_desk/names.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTabBar>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Cards found and read, flagged, archived and reviewed, by keys.
class TestCardReading : public QObject
{
    Q_OBJECT

private:
    static QList<CardRemark> remarksOf(CardsScene &scene, const QString &code)
    {
        return cardRecord(*scene.desk.store, smalltown::id(code)).value().remarks;
    }

    static void openVehicle(CardsScene &scene)
    {
        scene.type(u"vehi"_s);
        scene.key(Qt::Key_Return);
        QTRY_VERIFY(scene.cards.record() && scene.cards.record()->card);
    }

private Q_SLOTS:
    void initTestCase() { new AppTheme(*qApp, this); }

    void typingFiltersAtOnceAndEnterOpens()
    {
        CardsScene scene;
        const QAbstractItemModelTester tester(&scene.cards.list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(scene.focus(), scene.workspace->firstFocus());
        QVERIFY(scene.cards.list().rowCount() >= 3); // themes, and the card without one
        QVERIFY(scene.cards.list().index(0, 0).data().toString().endsWith(u"(1)"_s));
        scene.type(u"epave"_s);
        QCOMPARE(scene.cards.list().rowCount(), 1);
        scene.key(Qt::Key_Return);
        QCOMPARE(scene.cards.shown(), smalltown::id(u"vehicule"_s));
        QTRY_VERIFY(scene.find<ReadingPane>()->isVisible());
        const auto texts = scene.find<ScriptBlocks>()->findChildren<RichTextView *>();
        QCOMPARE(texts.size(), 3);
        QTRY_VERIFY(texts.at(0)->toPlainText().contains(u"plaque"_s));
        QVERIFY(texts.at(1)->toPlainText().contains(u"48 heures"_s));
        QVERIFY(texts.at(2)->toPlainText().contains(u"signalement"_s));
    }

    //! The card that is open is among what new words find: Enter opens the best of them all the same.
    void newWordsBeginAnew()
    {
        CardsScene scene;
        openVehicle(scene);
        QCOMPARE(scene.cards.shown(), smalltown::id(u"vehicule"_s));
        scene.search()->setFocus();
        scene.search()->selectAll();
        scene.type(u"lampadaire eteint vehicule"_s);
        QCOMPARE(scene.cards.list().rowCount(), 2);
        scene.key(Qt::Key_Return);
        QCOMPARE(scene.cards.shown(), smalltown::id(u"lampadaire"_s));
    }

    void anotherViewForgetsTheWords()
    {
        CardsScene scene;
        scene.type(u"epave"_s);
        QCOMPARE(scene.cards.list().rowCount(), 1);
        scene.key(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(scene.search()->text().isEmpty());
        scene.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(scene.cards.list().rowCount() >= 3);
        scene.key(Qt::Key_5, Qt::ControlModifier);
        scene.type(u"epave"_s); // typing searches all cards from any view
        QCOMPARE(scene.cards.view(), CardView::All);
        QCOMPARE(scene.cards.list().rowCount(), 1);
    }

    void arrowsMoveInTheHitsWhileTyping()
    {
        CardsScene scene;
        scene.type(u"a"_s);
        scene.type(u"c"_s);
        scene.key(Qt::Key_Backspace);
        scene.key(Qt::Key_Backspace);
        scene.type(u"la"_s);
        scene.key(Qt::Key_Down);
        QCOMPARE(scene.focus(), scene.workspace->firstFocus());
        QVERIFY(!scene.cards.shown().isNull());
    }

    //! Ask, Say, Do: in this order and at the same place, side by side where there is room.
    void theThreeBlocksNeverMove()
    {
        CardsScene scene;
        openVehicle(scene);
        auto *blocks = scene.find<ScriptBlocks>();
        const auto texts = blocks->findChildren<RichTextView *>();
        const auto left = [&](int i) { return texts.at(i)->mapTo(&*scene.workspace, QPoint(0, 0)); };
        QTRY_VERIFY(left(0).x() < left(1).x() && left(1).x() < left(2).x());
        QCOMPARE(left(0).y(), left(2).y());
        const QPoint before = left(0);
        scene.workspace->activate({Kind::Card, smalltown::id(u"naissance"_s), {}});
        QTRY_COMPARE(scene.cards.record()->card->code, u"naissance"_s);
        QCOMPARE(left(0).x(), before.x());
        blocks->setFixedWidth(260);
        QTRY_VERIFY(left(0).y() < left(1).y() && left(1).y() < left(2).y());
    }

    void aLinkOpensTheOtherCardAndBack()
    {
        CardsScene scene;
        openVehicle(scene);
        auto *pane = scene.find<ReadingPane>();
        Q_EMIT pane->cardWanted(smalltown::id(u"lampadaire"_s));
        QTRY_COMPARE(scene.cards.record()->card->title, u"Lampadaire éteint"_s);
        Q_EMIT pane->cardWanted(smalltown::id(u"vehicule"_s));
        QTRY_COMPARE(scene.cards.record()->card->title, u"Véhicule abandonné"_s);
        Q_EMIT pane->cardWanted(smalltown::id(u"no such card"_s));
        QCOMPARE(scene.cards.shown(), smalltown::id(u"vehicule"_s));
    }

    void aFlagTakesTwoKeysAndItsAuthorSeesIt()
    {
        CardsScene scene(u"rousseau"_s); // who may not write cards
        openVehicle(scene);
        QVERIFY(!scene.action(u"cards.edit"_s)->isEnabled());
        QVERIFY(!scene.action(u"cards.archive"_s)->isEnabled());
        scene.key(Qt::Key_F);
        scene.key(Qt::Key_W);
        QTRY_COMPARE(remarksOf(scene, u"vehicule"_s).size(), 1);
        QCOMPARE(remarksOf(scene, u"vehicule"_s).first().type, RemarkType::Wrong);
        scene.type(u"Le delai est de 72 h"_s);
        scene.key(Qt::Key_Return);
        QTRY_COMPARE(remarksOf(scene, u"vehicule"_s).first().text, u"Le delai est de 72 h"_s);
        scene.hubAnswers();

        scene.signIn(u"leroy"_s); // writes the police's cards
        QTRY_COMPARE(scene.cards.counts().flagged, 1);
        scene.key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(scene.cards.list().rowCount(), 1);
        QVERIFY(scene.cards.list().index(0, 0).data(CardListModel::DetailRole).toString().contains(u"72 h"_s));
        scene.key(Qt::Key_D);
        QTRY_COMPARE(scene.cards.counts().flagged, 0);
        QVERIFY(remarksOf(scene, u"vehicule"_s).first().handled);
        scene.navigator.lastUndo();
        QTRY_COMPARE(scene.cards.counts().flagged, 1);
        scene.signIn(u"petit"_s); // of another service
        QTRY_COMPARE(scene.cards.counts().flagged, 0);
    }

    void escapeLeavesTheFlagWithoutWords()
    {
        CardsScene scene(u"rousseau"_s);
        openVehicle(scene);
        scene.key(Qt::Key_F);
        QVERIFY(scene.workspace->stepBack());
        scene.key(Qt::Key_W);
        QCOMPARE(remarksOf(scene, u"vehicule"_s).size(), 0);
        scene.key(Qt::Key_F);
        scene.key(Qt::Key_I);
        QTRY_COMPARE(remarksOf(scene, u"vehicule"_s).size(), 1);
        QVERIFY(scene.workspace->stepBack());
        QVERIFY(!qobject_cast<QLineEdit *>(scene.focus()));
        QCOMPARE(remarksOf(scene, u"vehicule"_s).first().type, RemarkType::Incomplete);
    }

    void aReviewedCardComesAgainInAYear()
    {
        CardsScene scene(u"morvan"_s);
        QTRY_COMPARE(scene.cards.counts().toReview, 1);
        scene.key(Qt::Key_5, Qt::ControlModifier);
        scene.key(Qt::Key_Down);
        QTRY_VERIFY(scene.cards.record());
        scene.workspace->findChild<CardListView *>()->setFocus();
        scene.key(Qt::Key_V);
        QTRY_COMPARE(scene.card(u"vehicule"_s).reviewOn, QDate(2027, 11, 23));
        QTRY_COMPARE(scene.cards.counts().toReview, 0);
        scene.navigator.lastUndo();
        QTRY_COMPARE(scene.card(u"vehicule"_s).reviewOn, QDate(2026, 11, 2));
    }

    void archivingIsUndone()
    {
        CardsScene scene(u"morvan"_s);
        openVehicle(scene);
        scene.key(Qt::Key_A);
        QTRY_VERIFY(scene.card(u"vehicule"_s).archived);
        scene.search()->setText(u"véhicule"_s);
        QTRY_COMPARE(scene.cards.list().rowCount(), 0);
        scene.navigator.lastUndo();
        QTRY_VERIFY(!scene.card(u"vehicule"_s).archived);
        QTRY_COMPARE(scene.cards.list().rowCount(), 1);
    }

    void useTellsWhichCardsEndBadlyAndWhichAreNeverUsed()
    {
        CardsScene scene;
        for (int n = 0; n < 3; ++n) {
            Request request = smalltown::request(u"2026-03%1"_s.arg(n), u"Épave"_s, {}, RequestStatus::InProgress);
            request.card = smalltown::id(u"vehicule"_s);
            request.dueOn = n == 0 ? QDate(2026, 12, 4) : QDate(2026, 11, 20); // today is the 23rd
            scene.take(request);
        }
        scene.key(Qt::Key_F5);
        scene.key(Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE(scene.cards.list().rowCount(), 1);
        QCOMPARE(scene.cards.use(smalltown::id(u"vehicule"_s)).late, 2);
        QVERIFY(scene.cards.list().index(0, 0).data(CardListModel::DetailRole).toString().startsWith(u"2 of 3"_s));
        scene.key(Qt::Key_6, Qt::ControlModifier);
        const QList<Card> &all = scene.town.cards();
        const auto inUse = std::count_if(all.begin(), all.end(), [](const Card &card) { return !card.archived; });
        QVERIFY(inUse > 2);
        QCOMPARE(scene.cards.list().rowCount(), int(inUse) - 1); // one of them was asked for
        QVERIFY(!scene.cards.list().indexOf(CardItem::What::Card, smalltown::id(u"vehicule"_s)).isValid());
    }

    void aCardIsUsedAtTheDesk()
    {
        CardsScene scene(u"rousseau"_s);
        openVehicle(scene);
        scene.key(Qt::Key_U);
        QCOMPARE(scene.navigator.shown, QStringList{u"desk"_s});
    }

    void revisionsAreComparedSideBySide()
    {
        CardsScene scene;
        for (int n = 1; n <= 2; ++n) {
            CardRevision revision;
            revision.id = smalltown::id(u"revision %1"_s.arg(n));
            revision.card = smalltown::id(u"vehicule"_s);
            revision.number = n;
            revision.content = {
                {u"say"_s, n == 1 ? u"Un agent passera sous 72 heures."_s : u"Un agent passera sous 48 heures."_s}};
            scene.take(revision);
        }
        openVehicle(scene);
        QTRY_COMPARE(scene.cards.record()->revisions.size(), 2);
        const auto lists = scene.workspace->findChildren<QListWidget *>();
        QListWidget *revisions = lists.last();
        revisions->setFocus();
        scene.key(Qt::Key_Return);
        auto *compare = qobject_cast<QTextBrowser *>(scene.focus());
        QVERIFY(compare);
        QVERIFY(compare->toPlainText().contains(u"[72]"_s)); // said without a colour
        QVERIFY(compare->toPlainText().contains(u"sous 48 heures"_s));
        QVERIFY(scene.workspace->stepBack());
        QVERIFY(scene.find<ReadingPane>()->isVisible());
    }

    void absenceIsToldAndTakenBack()
    {
        CardsScene scene(u"morvan"_s);
        scene.cards.setAbsent(true);
        QTRY_VERIFY(scene.cards.isAbsent());
        scene.navigator.lastUndo();
        QTRY_VERIFY(!scene.cards.isAbsent());
    }

    void thePaperIsAPdfOfTheWholeCard()
    {
        CardsScene scene;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"fiche.pdf"_s);
        const CardPaper paper = paperOf(scene.card(u"vehicule"_s), scene.town, QDate(2026, 11, 23));
        for (const auto &words : {u"48 heures"_s, u"La plaque"_s, u"syndic"_s, u"Immobile depuis"_s, u"Lampadaire"_s})
            QVERIFY2(paper.markdown.contains(words), qPrintable(words));
        QVERIFY(writePdf(path, paper));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/MediaBox [0 0 595"));
        QVERIFY(!writePdf(folder.filePath(u"no/such/place.pdf"_s), paper));
    }

    void theCardIsPrintedByKeys()
    {
        CardsScene scene;
        openVehicle(scene);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"fiche.pdf"_s);
        scene.key(Qt::Key_P, Qt::ControlModifier);
        printToFile(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/MediaBox [0 0 595"));
    }

    //! "see also" in a circle, and a card that names itself: each is read and printed, and leads to the other.
    void cardsThatNameEachOther()
    {
        CardsScene scene;
        Card one = scene.card(u"vehicule"_s), other = scene.card(u"lampadaire"_s);
        one.seeAlso = {one.id, other.id};
        other.seeAlso = {one.id};
        scene.town.set([&] {
            ReferenceRecords records = smalltown::reference();
            records.cards = {one, other};
            return records;
        }());
        QVERIFY(paperOf(one, scene.town, QDate(2026, 11, 23)).markdown.contains(other.title));
        QVERIFY(paperOf(other, scene.town, QDate(2026, 11, 23)).markdown.contains(one.title));
    }

    void everythingHasAName()
    {
        CardsScene scene;
        openVehicle(scene);
        QCOMPARE(nameless(&*scene.workspace).join(u", "_s), QString());
    }
};

QTEST_MAIN(TestCardReading)
#include "tst_cardreading.moc"
