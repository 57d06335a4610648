#include "requestsscene.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_requests/incidentband.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeWidget>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Incidents in Requests, by keys: from one report to all of them, and possible ones looked through one after the other.
class IncidentKeysTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() //!< rows are as high as on a desk
    {
        m_theme = std::make_unique<AppTheme>(*qApp);
        m_theme->apply({Scheme::Light, 100, RowHeight::Compact});
    }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_scene = std::make_unique<RequestsScene>();
        m_count = 0;
        report(u"Trou devant le 3"_s, 0, 5);
        report(u"Nid-de-poule profond"_s, 6, 3);
        report(u"Trou, pneu crevé"_s, 11, 1);
        report(u"Banc cassé au parc"_s, 900, 2, u"vehicule"_s);
        report(u"Banc en morceaux"_s, 905, 1, u"vehicule"_s);
        m_scene->desk.flush();
        QVERIFY(QTest::qWaitForWindowExposed(m_scene->workspace.get()));
        key(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(rows() >= 9);
    }
    void cleanup() { m_scene.reset(); }

    void onOneKeyGathersAndTheNextShowsAll()
    {
        open(u"Trou devant le 3"_s);
        QVERIFY(shownLinks().contains(u"Same cause?"_s));
        shoot(u"incident-1-propose"_s);
        QSignalSpy done(&m_scene->bulk, &BulkController::done);
        key(Qt::Key_I);
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY(shownLinks().contains(u"Incident"_s));
        key(Qt::Key_I);
        QTRY_COMPARE(rows(), 2);
        shoot(u"incident-2-signalements"_s);
        key(Qt::Key_I, Qt::ControlModifier);
        QTRY_COMPARE(done.size(), 2);
        QTRY_COMPARE(rows(), 0); // it is in none any more
    }

    void possibleIncidentsAreLookedThrough()
    {
        key(Qt::Key_I, Qt::ShiftModifier);
        QTRY_COMPARE(rows(), 3);
        QTRY_COMPARE(marked(), 3);
        shoot(u"incident-3-revue"_s);
        QSignalSpy done(&m_scene->bulk, &BulkController::done);
        key(Qt::Key_I);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<BulkDone>().requests.size(), 3);
        QTRY_COMPARE(rows(), 2); // the benches
        key(Qt::Key_J, Qt::ShiftModifier);
        QTRY_VERIFY(says(u"No reports are left"_s));
        QVERIFY(m_scene->workspace->stepBack());
        QTRY_VERIFY(!says(u"No reports are left"_s));
        QTRY_VERIFY(rows() >= 9);
    }

    void theBandSaysWhatItIs()
    {
        QVERIFY(!band()->isVisible());
        gather({u"Trou devant le 3"_s, u"Nid-de-poule profond"_s});
        m_scene->workspace->setFilter(u"incident:900001"_s);
        QTRY_VERIFY(band()->isVisible());
        QVERIFY(says(u"Incident: Éclairage public, rue du Lycée"_s));
        QVERIFY(says(u"2 report(s), 2 open"_s));
        QVERIFY(says(u"marks all of them"_s)); // how all of them are worked at once
        m_scene->workspace->setFilter({});
        QTRY_VERIFY(!band()->isVisible());
    }

    void theHistoryOpensByAKeyAndEscapeCloses()
    {
        gather({u"Trou devant le 3"_s, u"Nid-de-poule profond"_s});
        gather({u"Trou devant le 3"_s, u"Trou, pneu crevé"_s});
        m_scene->workspace->setFilter(u"incident:900001"_s);
        QTRY_VERIFY(band()->isVisible());
        list()->setFocus();
        key(Qt::Key_H, Qt::ShiftModifier);
        QVERIFY(history()->hasFocus());
        QCOMPARE(history()->topLevelItemCount(), 4);
        QCOMPARE(shownHistory().last(), u"The incident was made"_s);
        QVERIFY(shownHistory().first().contains(u"2026-900003"_s)); // the newest
        QVERIFY(says(u"Escape closes"_s));
        shoot(u"incident-4-historique"_s);
        QVERIFY(m_scene->workspace->stepBack());
        QVERIFY(!history()->isVisible());
        QVERIFY(list()->hasFocus());
    }

    void aMergeIsTakenBackByAKeyAndThatToo()
    {
        gather({u"Trou devant le 3"_s, u"Nid-de-poule profond"_s});
        m_scene->desk.clock.advance(1000);
        gather({u"Banc cassé au parc"_s, u"Banc en morceaux"_s});
        gather({u"Banc cassé au parc"_s, u"Trou devant le 3"_s});
        m_scene->workspace->setFilter(u"incident:900001"_s);
        QTRY_COMPARE(rows(), 4);
        QTRY_VERIFY(says(u"1 incident(s) merged into it: Véhicule"_s));
        key(Qt::Key_H, Qt::ShiftModifier);
        QTRY_VERIFY(shownHistory().first().startsWith(u"Merged: 2026-900004, 2026-900005"_s));
        shoot(u"incident-5-fusion"_s);
        QSignalSpy done(&m_scene->bulk, &BulkController::done);
        key(Qt::Key_Return);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<BulkDone>().requests.size(), 2);
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(shownHistory().first().startsWith(u"Parted again"_s));
        QVERIFY(shownHistory().at(1).startsWith(u"Merged for a time"_s));
        shoot(u"incident-6-separe"_s);
        key(Qt::Key_Return); // nothing holds any more
        QVERIFY(m_scene->navigator.told.last().contains(u"taken back"_s));
        QCOMPARE(m_scene->navigator.undoWhat, u"merge taken back"_s);
        m_scene->navigator.undo();
        QTRY_COMPARE(rows(), 4);
        QTRY_VERIFY(shownHistory().first().startsWith(u"Merged: 2026-900004, 2026-900005"_s));
        key(Qt::Key_Space);
        QTRY_COMPARE(done.size(), 2);
        QTRY_COMPARE(rows(), 2);
    }

    //! Twelve reports, several merges, many comings and goings: it scrolls, and stays in its place.
    void aLongHistoryScrolls()
    {
        for (int i = 0; i < 12; ++i)
            report(u"Ornière %1"_s.arg(i), 20 + i, 1);
        m_scene->desk.flush();
        for (int i = 0; i < 12; i += 2) {
            m_scene->desk.clock.advance(60'000);
            gather({u"Ornière %1"_s.arg(i), u"Ornière %1"_s.arg(i + 1)});
        }
        for (int i = 2; i < 12; i += 2)
            gather({u"Ornière 0"_s, u"Ornière %1"_s.arg(i)});
        m_scene->workspace->setFilter(u"incident:900006"_s);
        QTRY_COMPARE(rows(), 12);
        key(Qt::Key_H, Qt::ShiftModifier);
        QTRY_COMPARE(history()->topLevelItemCount(), 12 + 5 + 1);
        QVERIFY(history()->height() < 12 * history()->visualItemRect(history()->topLevelItem(0)).height());
        QTRY_VERIFY(history()->height() > 6 * history()->visualItemRect(history()->topLevelItem(0)).height());
        QVERIFY(says(u"5 incident(s) merged into it"_s) && !says(u"merged into it:"_s)); // all of one name
        QVERIFY(shownHistory().first().startsWith(u"Merged: 2026-9000"_s));              // told apart by their reports
        shoot(u"incident-7-long"_s);
    }

    //! Whoever marks all of an incident has all of it, not the first page.
    void allOfALargeOneIsMarked()
    {
        QStringList all;
        for (int i = 0; i < 300; ++i) {
            all.append(u"Panne %1"_s.arg(i));
            report(all.last(), i, 1);
        }
        m_scene->desk.flush();
        gather(all);
        m_scene->workspace->setFilter(u"incident:900006"_s);
        QTRY_COMPARE(rows(), 300);
        list()->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(marked(), 300);
    }

    void theFilterKnowsThem()
    {
        QSignalSpy done(&m_scene->bulk, &BulkController::done);
        m_scene->bulk.gather({smalltown::id(u"Trou devant le 3"_s), smalltown::id(u"Trou, pneu crevé"_s)});
        QTRY_COMPARE(done.size(), 1);
        m_scene->workspace->setFilter(u"incident:any"_s);
        QTRY_COMPARE(rows(), 2);
        m_scene->workspace->setFilter(u"incident:900003"_s);
        QTRY_COMPARE(rows(), 2);
        m_scene->workspace->setFilter(u"incident:900005"_s);
        QTRY_COMPARE(rows(), 0);
    }

private:
    void report(const QString &subject, double metresEast, int daysAgo, const QString &card = u"nid"_s)
    {
        Request r = smalltown::request(subject, u"eclairage"_s, RequestStatus::Assigned, QDate(2026, 12, 4));
        r.number = u"2026-%1"_s.arg(900'001 + m_count++, 6, 10, QChar(u'0'));
        r.card = smalltown::id(card);
        r.theme = smalltown::id(u"voirie"_s);
        r.latitude = 48.95;
        r.longitude = 4.36 + metresEast / 73'200;
        r.address = u"rue du Lycée"_s;
        r.receivedAt = {smalltown::monday.ms - daysAgo * 86'400'000LL};
        m_scene->desk.take(r);
    }
    void gather(const QStringList &subjects)
    {
        QList<Id> requests;
        for (const QString &subject : subjects)
            requests.append(smalltown::id(subject));
        QSignalSpy done(&m_scene->bulk, &BulkController::done);
        m_scene->bulk.gather(requests);
        QTRY_COMPARE(done.size(), 1);
    }
    QWidget *band() { return m_scene->workspace->findChild<IncidentBand *>(); }
    QTreeWidget *history() { return band()->findChild<QTreeWidget *>(); }
    QStringList shownHistory()
    {
        QStringList all;
        for (int i = 0; i < history()->topLevelItemCount(); ++i)
            all.append(history()->topLevelItem(i)->text(0));
        return all;
    }
    QTableView *list() { return m_scene->workspace->findChild<QTableView *>(); }
    int rows() { return m_scene->model.rowCount(); }
    qsizetype marked() { return list()->selectionModel()->selectedRows().size(); }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), k, modifiers); }
    void open(const QString &subject)
    {
        const Id id = smalltown::id(subject);
        m_scene->workspace->activate({Kind::Request, id, {}});
        QTRY_VERIFY(m_scene->controller.detail() && m_scene->controller.id() == id);
    }
    QStringList shownLinks()
    {
        QStringList all;
        for (const auto *tree : m_scene->workspace->findChildren<QTreeWidget *>()) {
            for (int i = 0; i < tree->topLevelItemCount(); ++i)
                all.append(tree->topLevelItem(i)->text(0));
        }
        return all;
    }
    bool says(const QString &text)
    {
        const auto labels = m_scene->workspace->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (!folder.isEmpty())
            m_scene->workspace->grab().save(folder + u'/' + name + u".png"_s);
    }

    std::unique_ptr<AppTheme> m_theme;
    std::unique_ptr<RequestsScene> m_scene;
    int m_count = 0;
};

QTEST_MAIN(IncidentKeysTest)
#include "tst_incidentkeys.moc"
