#include "requestsscene.h"
#include "ui_common/action.h"

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
    void init()
    {
        m_scene = std::make_unique<RequestsScene>();
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
        if (!folder.isEmpty())
            m_scene->workspace->grab().save(folder + u'/' + name + u".png"_s);
    }

    std::unique_ptr<RequestsScene> m_scene;
    int m_count = 0;
};

QTEST_MAIN(IncidentKeysTest)
#include "tst_incidentkeys.moc"
