#include "guidesk.h"

#include "presentation/caselistmodel.h"
#include "store/replyquery.h"
#include "ui_common/widgets.h"
#include "ui_requests/bulkpane.h"
#include "ui_requests/caseview.h"
#include "ui_requests/composer.h"
#include "ui_requests/requestlistview.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeWidget>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The working day of a referent and of a head, by keys in the real window over the real server.
class WorkdayTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(3000, {u"l.konate"_s})); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    //! The head sees who has what, and gives what nobody has.
    void aHeadGivesOut()
    {
        QVERIFY(signIn(u"a.diallo"_s));
        openView(2);
        key(Qt::Key_B);
        PARVIS_AWAIT(lane(u"À prendre"_s) && lane(u"À prendre"_s)->isVisible());
        auto *loads = window()->current()->findChild<QTreeWidget *>(u"loads"_s);
        PARVIS_AWAIT(loads->isVisible() && loads->topLevelItemCount() > 2);
        shoot(u"travail-8-tableau-de-la-cheffe"_s);
        PARVIS_AWAIT(cases(u"À commencer"_s) > 0);
        const int toTake = cases(u"À prendre"_s) + 1; // by the day, some have nobody already
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Left, Qt::ControlModifier); // back to those whom nobody has
        PARVIS_AWAIT_COMPARE(cases(u"À prendre"_s), toTake);
        lane(u"À prendre"_s)->setFocus();
        key(Qt::Key_Right, Qt::ControlModifier); // to whom? the pane asks
        auto *pane = window()->current()->findChild<BulkPane *>();
        PARVIS_AWAIT(pane->isVisible());
        PARVIS_AWAIT(focusName().startsWith(u"Service"_s));
        key(Qt::Key_Tab);
        type(u"konat"_s);
        key(Qt::Key_Return);
        shoot(u"travail-9-a-qui"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(cases(u"À prendre"_s), toTake - 1);
        QVERIFY(isSent());
        PARVIS_AWAIT_COMPARE(text()->toPlainText(), QString());
        // The rest of what is not begun goes to the same referent, together.
        const int toBegin = cases(u"À commencer"_s);
        QVERIFY(toBegin >= 3);
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Home);
        for (int i = 1; i < toBegin; ++i)
            key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(press(Qt::Key_A, u"bulk.assign"_s));
        PARVIS_AWAIT(focusName().startsWith(u"Service"_s));
        key(Qt::Key_Tab);
        type(u"konat"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        PARVIS_AWAIT(!pane->isVisible());
    }

    //! Board, plan, one begun, one on hold for its documents, several answered together.
    void aReferentsMorning()
    {
        QVERIFY(signIn(u"l.konate"_s));
        openView(1);
        key(Qt::Key_B);
        PARVIS_AWAIT(lane(u"À commencer"_s) && lane(u"À commencer"_s)->isVisible());
        PARVIS_AWAIT(cases(u"À commencer"_s) + cases(u"En cours"_s) > 0);
        shoot(u"travail-1-tableau"_s);
        const int toTake = cases(u"À prendre"_s), toBegin = cases(u"À commencer"_s);
        if (toTake > 0) {
            lane(u"À prendre"_s)->setFocus();
            key(Qt::Key_G);
            PARVIS_AWAIT_COMPARE(cases(u"À commencer"_s), toBegin + 1);
            QVERIFY(isSent());
        }
        const int begun = cases(u"En cours"_s);
        QVERIFY(cases(u"À commencer"_s) > 0);
        lane(u"À commencer"_s)->setFocus();
        const Id first = lane(u"À commencer"_s)->current();
        QVERIFY(!first.isNull());
        key(Qt::Key_Right, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(cases(u"En cours"_s), begun + 1);
        QVERIFY(isSent());
        key(Qt::Key_Z, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(cases(u"En cours"_s), begun);
        QVERIFY(isSent());
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Return);
        PARVIS_AWAIT(!lane(u"À prendre"_s)->isVisible());
        shoot(u"travail-2-dossier-ouvert"_s);
        key(Qt::Key_Escape);
        PARVIS_AWAIT(lane(u"À prendre"_s)->isVisible());
        key(Qt::Key_T);
        // Towards a weekend nothing may be due this week: then the plan says so.
        PARVIS_AWAIT(lane(u"Plan du jour"_s)->isVisible() || shows(u"Rien n'arrive à échéance"_s));
        shoot(u"travail-3-plan-du-jour"_s);
        key(Qt::Key_T);
        PARVIS_AWAIT(list()->isVisible());
    }

    void severalAreAnsweredAtOnce()
    {
        openView(1);
        PARVIS_AWAIT(list()->model()->rowCount() >= 3);
        const int before = list()->model()->rowCount();
        list()->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        PARVIS_AWAIT(shows(u"3 demandes choisies"_s));
        key(Qt::Key_R, Qt::ShiftModifier);
        PARVIS_AWAIT(text()->hasFocus());
        type(u"Les trois lampadaires sont repares."_s);
        shoot(u"travail-4-une-reponse-pour-trois"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(list()->model()->rowCount(), before - 2); // the one in sight stays in sight
        QVERIFY(isSent());
    }

    //! What one service can't do alone, and what is not the town's at all.
    void whatGoesElsewhere()
    {
        openView(1);
        PARVIS_AWAIT(list()->model()->rowCount() > 1);
        list()->setFocus();
        key(Qt::Key_Down); // past what was just answered
        key(Qt::Key_Down);
        PARVIS_AWAIT(!number().isEmpty());
        QVERIFY(press(Qt::Key_U, u"requests.part"_s));
        type(u"voirie"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(focusName().startsWith(u"Référent"_s));
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Ce qui est à faire"_s);
        type(u"Reprendre le pied du mat"_s);
        shoot(u"travail-5-sous-demande"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        PARVIS_AWAIT(!window()->current()->findChild<Composer *>()->isOpen());

        QVERIFY(press(Qt::Key_S, u"requests.status"_s));
        auto *status = window()->current()->findChild<QComboBox *>(u"status"_s);
        PARVIS_AWAIT(status->hasFocus());
        status->setCurrentIndex(status->findData(u"closed"_s));
        key(Qt::Key_Tab);
        type(u"transmis"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Autorité compétente"_s);
        type(u"Departement, direction des routes"_s);
        key(Qt::Key_Return);
        shoot(u"travail-6-autre-autorite"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT(!window()->current()->findChild<Composer *>()->isOpen());
        QVERIFY(isSent());
        shoot(u"travail-7-transmise"_s);
        PARVIS_AWAIT_COMPARE(lettersOfTransfers(), 1);
    }

private:
    void openView(int view)
    {
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        key(Qt::Key(Qt::Key_0 + view), Qt::ControlModifier);
    }
    CaseView *lane(const QString &name)
    {
        const auto views = window()->current()->findChildren<CaseView *>();
        const auto it =
            std::find_if(views.begin(), views.end(), [&name](const CaseView *view) { return view->accessibleName() == name; });
        return it == views.end() ? nullptr : *it;
    }
    int cases(const QString &name) { return lane(name) ? lane(name)->model()->rowCount() : -1; }
    QPlainTextEdit *text() { return window()->current()->findChild<QPlainTextEdit *>(u"bulk.text"_s); }
    RequestListView *list() { return window()->current()->findChild<RequestListView *>(); }
    QString number()
    {
        const auto *label = window()->current()->findChild<QLabel *>(u"number"_s);
        return label && label->isVisible() ? label->text() : QString();
    }
    //! Those of transfers, on their way to the mail office.
    qsizetype lettersOfTransfers()
    {
        DispatchQuery query;
        query.channel = ReplyChannel::Letter;
        query.isOpen = true;
        const auto letters = read([query](DeskStore &store) { return dispatches(store, query, nullptr, 1000); });
        return letters ? std::count_if(letters->begin(), letters->end(),
                                       [](const DispatchRow &row) { return row.dispatch.purpose == DispatchPurpose::Transfer; })
                       : 0;
    }
};

QTEST_MAIN(WorkdayTest)
#include "tst_workday.moc"
