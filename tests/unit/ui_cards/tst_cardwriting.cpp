#include "cardsscene.h"

#include "store/cardquery.h"
#include "testkit/patience.h"
#include "ui_cards/draftpane.h"
#include "ui_cards/editorpane.h"
#include "ui_cards/grouppane.h"
#include "ui_cards/readingpane.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "unit/ui_desk/names.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTextBrowser>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Drafts written, sent along a circuit of five steps, returned, and published, by keys.
class TestCardWriting : public QObject
{
    Q_OBJECT

private:
    static void open(CardsScene &scene, const QString &words)
    {
        scene.search()->setFocus();
        scene.search()->selectAll();
        scene.type(words);
        scene.key(Qt::Key_Return);
        QTRY_VERIFY(scene.cards.record() && scene.cards.record()->card);
    }

    static QList<DraftRow> drafts(CardsScene &scene) { return openDrafts(*scene.desk.store).value(); }

    static void choose(QComboBox *combo, const QString &text)
    {
        const int place = combo->findText(text);
        QVERIFY2(place >= 0, qPrintable(text));
        combo->setCurrentIndex(place);
    }

    static QComboBox *combo(CardsScene &scene, const QString &name)
    {
        const auto all = scene.workspace->findChildren<QComboBox *>();
        const auto it = std::find_if(all.begin(), all.end(), [&](const QComboBox *c) { return c->accessibleName() == name; });
        return it == all.end() ? nullptr : *it;
    }

    //! Fills in what a card needs and submits it.
    static void writeCard(CardsScene &scene)
    {
        scene.key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(scene.focus()->objectName(), u"card.title"_s);
        scene.type(u"Chien qui aboie"_s);
        choose(combo(scene, u"Theme"_s), u"Tranquillité publique"_s);
        choose(combo(scene, u"Service"_s), u"Police municipale"_s);
        auto *tabs = scene.find<QTabWidget>();
        tabs->setCurrentIndex(1);
        scene.find<QPlainTextEdit>(u"card.ask"_s)->setFocus();
        scene.type(u"- Quelle adresse"_s);
        scene.find<QPlainTextEdit>(u"card.say"_s)->setFocus();
        scene.type(u"Un agent passera"_s);
    }

    //! Opens the only draft that waits for whoever is signed in.
    static void openQueue(CardsScene &scene, const QString &login)
    {
        scene.signIn(login);
        QTRY_COMPARE(scene.cards.counts().toValidate, 1);
        scene.key(Qt::Key_1, Qt::ControlModifier);
        scene.key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(scene.cards.list().rowCount(), 1);
        scene.search()->setFocus();
        scene.key(Qt::Key_Return);
        QTRY_VERIFY(scene.drafts.isLoaded() && scene.drafts.signs());
    }

private Q_SLOTS:
    void initTestCase() { new AppTheme(*qApp, this); }

    void theCardThatIsTypedIsSeenAtOnce()
    {
        CardsScene scene;
        writeCard(scene);
        const auto views = scene.find<EditorPane>()->findChildren<RichTextView *>();
        QCOMPARE(views.size(), 1);
        QVERIFY(views.first()->toPlainText().contains(u"Quelle adresse"_s));
        QVERIFY(views.first()->toPlainText().contains(u"Un agent passera"_s));
    }

    void gapsAreNamedUntilTheyAreFilled()
    {
        CardsScene scene;
        scene.key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!scene.action(u"cards.submit"_s)->isEnabled());
        QCOMPARE(scene.drafts.gaps().size(), 4);
        QCOMPARE(scene.drafts.edited().service, smalltown::id(u"police"_s)); // the only one that he writes for
        const auto labels = scene.find<EditorPane>()->findChildren<QLabel *>();
        const auto isNeeded = [&labels](const QString &field) {
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->text() == field + u" (needed)"_s; });
        };
        QVERIFY(isNeeded(u"Title"_s) && isNeeded(u"Ask"_s));
        scene.type(u"Chien"_s);
        QVERIFY(!isNeeded(u"Title"_s));
        QVERIFY(isNeeded(u"Theme"_s));
    }

    //! Nothing is written before the first key; then within a second, and it is still there after a kill.
    void whatIsTypedIsKeptWithinASecond()
    {
        CardsScene scene;
        scene.key(Qt::Key_N, Qt::ControlModifier);
        scene.drafts.flush();
        QVERIFY(scene.desk.store->drafts(CardDraftController::localPrefix).value().isEmpty());
        scene.type(u"Chien"_s);
        QVERIFY(holdsAfter(1000, [&scene] { return scene.desk.store->drafts(CardDraftController::localPrefix)->size() == 1; }));
        QVERIFY(drafts(scene).isEmpty()); // nobody else sees it yet

        const Id id = scene.drafts.id();
        CardDraftController again(scene.gate, scene.events, scene.town, scene.desk.clock, scene.desk.random);
        again.setActor(scene.desk.actor);
        again.show(id);
        QTRY_VERIFY(again.isLoaded());
        QCOMPARE(again.edited().title, u"Chien"_s);
        QVERIFY(again.isDirty());

        scene.cards.load();
        QTRY_COMPARE(scene.cards.counts().myDrafts, 1);
        scene.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(drafts(scene).size(), 1);
        QCOMPARE(drafts(scene).first().draft.title, u"Chien"_s);
        QVERIFY(scene.desk.store->drafts(CardDraftController::localPrefix).value().isEmpty());
        QTRY_VERIFY(!scene.drafts.isDirty());
    }

    //! Five steps, one return, one deputy; what is published is what was approved.
    void aCardGoesAlongItsCircuit()
    {
        CardsScene scene;
        writeCard(scene);
        QVERIFY(scene.action(u"cards.submit"_s)->isEnabled());
        scene.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(drafts(scene).size(), 1);
        const Id draft = drafts(scene).first().draft.id;
        QCOMPARE(scene.draft(draft).state, DraftState::InValidation);
        QCOMPARE(scene.draft(draft).circuit.size(), 5);
        scene.hubAnswers();

        openQueue(scene, u"morvan"_s);
        scene.key(Qt::Key_R);
        scene.key(Qt::Key_Return); // not without a reason
        QCOMPARE(scene.draft(draft).state, DraftState::InValidation);
        scene.type(u"Ajouter les horaires"_s);
        scene.key(Qt::Key_Return);
        QTRY_COMPARE(scene.draft(draft).state, DraftState::Draft);
        QCOMPARE(scene.draft(draft).reason, u"Ajouter les horaires"_s);
        scene.hubAnswers();

        scene.signIn(u"leroy"_s);
        scene.key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(scene.cards.list().rowCount(), 1);
        QTRY_VERIFY(scene.cards.list().index(0, 0).data(CardListModel::DetailRole).toString().contains(u"horaires"_s));
        scene.search()->setFocus();
        scene.key(Qt::Key_Return);
        scene.key(Qt::Key_E);
        QTRY_VERIFY(scene.find<EditorPane>()->isVisible());
        auto *say = scene.find<QPlainTextEdit>(u"card.say"_s);
        say->appendPlainText(u"De 7 h a 22 h."_s);
        scene.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(scene.draft(draft).state, DraftState::InValidation);
        QVERIFY(scene.draft(draft).reason.isEmpty());
        scene.hubAnswers();

        const QStringList approvers{u"morvan"_s, u"maurin"_s, u"barbier"_s, u"dangeville"_s, u"lecointre"_s};
        for (const QString &login : approvers) {
            openQueue(scene, login);
            if (login == "maurin"_L1) { // for her director, who is absent
                QCOMPARE(*scene.drafts.signs(), smalltown::id(u"cordier"_s));
                QVERIFY(scene.cards.list().index(0, 0).data(CardListModel::DetailRole).toString().contains(u"Rose Cordier"_s));
            }
            scene.key(Qt::Key_A);
            QTRY_COMPARE(scene.cards.counts().toValidate, 0);
            scene.hubAnswers();
        }
        const Id card = scene.draft(draft).card;
        QTRY_VERIFY(scene.town.card(card));
        QCOMPARE(scene.town.card(card)->revision, 1);
        QCOMPARE(scene.town.card(card)->code, u"chien-qui-aboie"_s);
        QVERIFY(scene.town.card(card)->say.contains(u"22 h"_s));
        const CardRecord record = cardRecord(*scene.desk.store, card).value();
        QCOMPARE(record.revisions.size(), 1);
        const auto behalf = std::count_if(record.remarks.begin(), record.remarks.end(), [](const CardRemark &r) {
            return r.type == RemarkType::Approved && r.onBehalf == smalltown::id(u"cordier"_s);
        });
        QCOMPARE(behalf, 1);

        scene.signIn(u"rousseau"_s); // at the desk the next day
        open(scene, u"chien"_s);
        QCOMPARE(scene.cards.shown(), card);
        scene.key(Qt::Key_U);
        QCOMPARE(scene.navigator.shown.last(), u"desk"_s);
    }

    void theDraftIsReadBesideWhatIsPublished()
    {
        CardsScene scene;
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        auto *say = scene.find<QPlainTextEdit>(u"card.say"_s);
        say->setPlainText(u"Un agent passera constater sous 24 heures."_s);
        scene.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(scene.cards.counts().myDrafts, 1);
        QTRY_VERIFY(scene.find<DraftPane>()->isVisible());
        const QString text = scene.find<DraftPane>()->findChild<QTextBrowser *>()->toPlainText();
        QVERIFY2(text.contains(u"[48]"_s) && text.contains(u"sous 24 heures"_s), qPrintable(text));
        QCOMPARE(scene.card(u"vehicule"_s).say, u"Un agent passera constater sous 48 heures."_s); // not before the circuit
        scene.navigator.lastUndo();
        QTRY_COMPARE(drafts(scene).first().draft.state, DraftState::Draft);
    }

    void theAgentsOwnDraftIsOpenedAgain()
    {
        CardsScene scene;
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        scene.key(Qt::Key_A, Qt::ControlModifier);
        scene.type(u"Epave"_s);
        const Id first = scene.drafts.id();
        QVERIFY(scene.workspace->stepBack()); // saves it
        QTRY_COMPARE(scene.cards.counts().myDrafts, 1);
        open(scene, u"lampadaire"_s);
        QVERIFY(!scene.action(u"cards.edit"_s)->isEnabled()); // of another service
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        QCOMPARE(scene.drafts.id(), first);
        QTRY_COMPARE(scene.drafts.edited().title, u"Epave"_s);
    }

    //! Two drafts of one card: the first that is published wins, the other is based anew and keeps its author's changes.
    void anOvertakenDraftIsBasedAnew()
    {
        CardsScene scene;
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        scene.find<QPlainTextEdit>(u"card.ask"_s)->setPlainText(u"La plaque"_s);
        scene.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(drafts(scene).size(), 1);
        scene.hubAnswers();
        scene.patch(Kind::Card, smalltown::id(u"vehicule"_s), {{u"revision"_s, 2}, {u"price"_s, u"Gratuit"_s}});
        QTRY_VERIFY(scene.drafts.isStale());
        QVERIFY(!scene.action(u"cards.submit"_s)->isEnabled());
        scene.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(drafts(scene).first().draft.base, 2);
        QCOMPARE(drafts(scene).first().draft.ask, u"La plaque"_s);
        QTRY_VERIFY(scene.action(u"cards.submit"_s)->isEnabled());
    }

    void abandoningNeedsTheKeyTwice()
    {
        CardsScene scene;
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        scene.type(u"x"_s);
        scene.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(drafts(scene).size(), 1);
        scene.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(drafts(scene).size(), 1);
        scene.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(drafts(scene).size(), 0);
        QTRY_VERIFY(!scene.find<EditorPane>()->isVisible());
    }

    void requestsWithoutACardProposeOne()
    {
        CardsScene scene(u"morvan"_s);
        for (int n = 0; n < 4; ++n) {
            Request request = smalltown::request(u"2026-02%1"_s.arg(n), u"Composteur collectif %1"_s.arg(n), {});
            request.service = smalltown::id(u"police"_s);
            scene.take(request);
        }
        scene.cards.load();
        QTRY_VERIFY(!scene.cards.groups().isEmpty());
        scene.key(Qt::Key_8, Qt::ControlModifier);
        scene.search()->setFocus();
        scene.key(Qt::Key_Return);
        QVERIFY(scene.find<GroupPane>()->isVisible());
        scene.key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(scene.find<EditorPane>()->isVisible());
        const CardDraft &draft = scene.drafts.edited();
        QVERIFY(draft.title.startsWith(u"Composteur collectif"_s));
        QCOMPARE(draft.keywords, (TokenSet{u"collectif"_s, u"composteur"_s}));
        QCOMPARE(draft.service, smalltown::id(u"police"_s));
    }

    void everyTabHasItsNames()
    {
        CardsScene scene;
        open(scene, u"vehicule"_s);
        scene.key(Qt::Key_E);
        auto *tabs = scene.find<QTabWidget>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QCOMPARE(nameless(&*scene.workspace).join(u", "_s), QString());
        }
    }

    void everyTabFitsTheSmallScreen()
    {
        AppTheme theme(*qApp);
        for (const int percent : {100, 150}) {
            theme.apply({Scheme::Light, percent, RowHeight::Compact});
            CardsScene scene;
            open(scene, u"vehicule"_s);
            scene.key(Qt::Key_E);
            const QSize least = scene.workspace->minimumSizeHint();
            QVERIFY2(least.width() <= 1366 - 88 && least.height() <= 768 - 84,
                     qPrintable(u"%1 × %2"_s.arg(least.width()).arg(least.height())));
        }
        theme.apply({});
    }
};

QTEST_MAIN(TestCardWriting)
#include "tst_cardwriting.moc"
