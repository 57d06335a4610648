#include "guidesk.h"

#include "presentation/caselistmodel.h"
#include "ui_common/widgets.h"
#include "ui_requests/bulkpane.h"
#include "ui_requests/caseview.h"
#include "ui_requests/composer.h"
#include "ui_requests/requestlistview.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtCore/QRegularExpression>
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
    void cleanupTestCase() { stop(); }

    //! The head sees who has what, and gives what nobody has.
    void aHeadGivesOut()
    {
        QVERIFY(signIn(u"a.diallo"_s));
        openView(2);
        key(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(lane(u"À prendre"_s) && lane(u"À prendre"_s)->isVisible(), 10'000);
        auto *loads = window()->current()->findChild<QTreeWidget *>(u"loads"_s);
        QTRY_VERIFY_WITH_TIMEOUT(loads->isVisible() && loads->topLevelItemCount() > 2, 10'000);
        shoot(u"travail-8-tableau-de-la-cheffe"_s);
        QVERIFY(cases(u"À commencer"_s) > 0);
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Left, Qt::ControlModifier); // back to those whom nobody has
        QTRY_VERIFY_WITH_TIMEOUT(cases(u"À prendre"_s) > 0, 10'000);
        const int toTake = cases(u"À prendre"_s);
        lane(u"À prendre"_s)->setFocus();
        key(Qt::Key_Right, Qt::ControlModifier); // to whom? the pane asks
        auto *pane = window()->current()->findChild<BulkPane *>();
        QTRY_VERIFY_WITH_TIMEOUT(pane->isVisible(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(focusName().startsWith(u"Service"_s), 10'000);
        key(Qt::Key_Tab);
        type(u"konat"_s);
        key(Qt::Key_Return);
        shoot(u"travail-9-a-qui"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cases(u"À prendre"_s), toTake - 1, 10'000);
        QVERIFY(isSent());
        QTRY_COMPARE(text()->toPlainText(), QString());
        // The rest of what is not begun goes to the same referent, together.
        const int toBegin = cases(u"À commencer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(toBegin >= 3, 10'000);
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Home);
        for (int i = 1; i < toBegin; ++i)
            key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(press(Qt::Key_A, u"bulk.assign"_s));
        QTRY_VERIFY_WITH_TIMEOUT(focusName().startsWith(u"Service"_s), 10'000);
        key(Qt::Key_Tab);
        type(u"konat"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        QTRY_VERIFY_WITH_TIMEOUT(!pane->isVisible(), 10'000);
    }

    //! Board, plan, one begun, one on hold for its documents, several answered together.
    void aReferentsMorning()
    {
        QVERIFY(signIn(u"l.konate"_s));
        openView(1);
        key(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(lane(u"À commencer"_s) && lane(u"À commencer"_s)->isVisible(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(cases(u"À commencer"_s) + cases(u"En cours"_s) > 0, 10'000);
        shoot(u"travail-1-tableau"_s);
        const int toTake = cases(u"À prendre"_s), toBegin = cases(u"À commencer"_s);
        if (toTake > 0) {
            lane(u"À prendre"_s)->setFocus();
            key(Qt::Key_G);
            QTRY_COMPARE_WITH_TIMEOUT(cases(u"À commencer"_s), toBegin + 1, 10'000);
            QVERIFY(isSent());
        }
        const int begun = cases(u"En cours"_s);
        QVERIFY(cases(u"À commencer"_s) > 0);
        lane(u"À commencer"_s)->setFocus();
        const Id first = lane(u"À commencer"_s)->current();
        QVERIFY(!first.isNull());
        key(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cases(u"En cours"_s), begun + 1, 10'000);
        QVERIFY(isSent());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cases(u"En cours"_s), begun, 10'000);
        QVERIFY(isSent());
        lane(u"À commencer"_s)->setFocus();
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!lane(u"À prendre"_s)->isVisible(), 10'000);
        shoot(u"travail-2-dossier-ouvert"_s);
        key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(lane(u"À prendre"_s)->isVisible(), 10'000);
        key(Qt::Key_T);
        // Towards a weekend nothing may be due this week: then the plan says so.
        QTRY_VERIFY_WITH_TIMEOUT(lane(u"Plan du jour"_s)->isVisible() || shows(u"Rien n'arrive à échéance"_s), 10'000);
        shoot(u"travail-3-plan-du-jour"_s);
        key(Qt::Key_T);
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), 10'000);
    }

    void severalAreAnsweredAtOnce()
    {
        openView(1);
        QTRY_VERIFY_WITH_TIMEOUT(list()->model()->rowCount() >= 3, 10'000);
        const int before = list()->model()->rowCount();
        list()->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"3 demandes choisies"_s), 10'000);
        key(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(text()->hasFocus(), 10'000);
        type(u"Les trois lampadaires sont repares."_s);
        shoot(u"travail-4-une-reponse-pour-trois"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), before - 2, 10'000); // the one in sight stays in sight
        QVERIFY(isSent());
    }

    //! What one service can't do alone, and what is not the town's at all.
    void whatGoesElsewhere()
    {
        openView(1);
        QTRY_VERIFY_WITH_TIMEOUT(list()->model()->rowCount() > 1, 10'000);
        list()->setFocus();
        key(Qt::Key_Down); // past what was just answered
        key(Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!number().isEmpty(), 10'000);
        QVERIFY(press(Qt::Key_U, u"requests.part"_s));
        type(u"voirie"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(focusName().startsWith(u"Référent"_s), 10'000);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"Ce qui est à faire"_s, 10'000);
        type(u"Reprendre le pied du mat"_s);
        shoot(u"travail-5-sous-demande"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        QTRY_VERIFY_WITH_TIMEOUT(!window()->current()->findChild<Composer *>()->isOpen(), 10'000);

        QVERIFY(press(Qt::Key_S, u"requests.status"_s));
        auto *status = window()->current()->findChild<QComboBox *>(u"status"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status->hasFocus(), 10'000);
        status->setCurrentIndex(status->findData(u"closed"_s));
        key(Qt::Key_Tab);
        type(u"transmis"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"Autorité compétente"_s, 10'000);
        type(u"Departement, direction des routes"_s);
        key(Qt::Key_Return);
        shoot(u"travail-6-autre-autorite"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!window()->current()->findChild<Composer *>()->isOpen(), 10'000);
        QVERIFY(isSent());
        shoot(u"travail-7-transmise"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!files().filter(QRegularExpression(u"^Transmission \\d{4}-\\d{6}\\.pdf"_s)).isEmpty(), 10'000);
    }

private:
    void openView(int view)
    {
        goTo(u"requests"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window()->current()->id(), u"requests"_s, 10'000);
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
    QStringList files()
    {
        QStringList names;
        const auto lists = window()->current()->findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *view : lists) {
            if (view->accessibleName() != u"Fichiers"_s)
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                names.append(view->model()->index(row, 0).data().toString().section(u" · "_s, 0, 0));
        }
        return names;
    }
};

QTEST_MAIN(WorkdayTest)
#include "tst_workday.moc"
