#include "guidesk.h"

#include "presentation/contactcontroller.h"
#include "presentation/requestlistmodel.h"
#include "ui_common/action.h"
#include "ui_map/maperrand.h"
#include "ui_map/mapworkspace.h"
#include "ui_patrol/missionlist.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "workbench.h"

#include <QtGui/QAction>
#include <QtWebEngineWidgets/QWebEngineView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Places picked on the map and a round shown there, by keys in the real window with the real page: from the Desk, from a
//! request, from Patrol, and back.
class MapPlacesTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(400)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    //! A caller does not know the street, but where it is: behind the market.
    void theDeskPicksWhereItIs()
    {
        QVERIFY(signIn(u"m.roussel"_s));
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"desk"_s);
        key(Qt::Key_F2);
        QVERIFY(tabTo(u"Quoi"_s));
        type(u"lampadaire"_s);
        QVERIFY(tabTo(u"Où"_s));
        type(u"12 rue des tan"_s);
        // First with second thoughts: nothing is lost.
        key(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(isOnTheMap());
        PARVIS_AWAIT(where()->text().contains(u"Tanneurs"_s)); // what was typed says where to begin
        shoot(u"lieu-1-carte"_s);
        key(Qt::Key_Escape);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"desk"_s);
        QVERIFY(focusName().startsWith(u"Où"_s));
        QCOMPARE(edit()->text(), u"12 rue des tan"_s);
        // Then in earnest.
        key(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(isOnTheMap());
        PARVIS_AWAIT(where()->text().contains(u"Tanneurs"_s));
        for (int i = 0; i < 6; ++i)
            key(Qt::Key_Right);
        PARVIS_AWAIT(!where()->text().contains(u"Tanneurs"_s));
        shoot(u"lieu-2-carte-deplacee"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"desk"_s);
        PARVIS_AWAIT(!field(u"Où"_s)->text().isEmpty() && field(u"Où"_s)->text() != u"12 rue des tan"_s);
        shoot(u"lieu-3-accueil"_s);
        m_address = field(u"Où"_s)->text();
        QVERIFY(press(Qt::Key_Return, u"desk.transmit"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        const Request saved = newest();
        QVERIFY(saved.latitude && saved.longitude);
        const auto nearest = known().placeIndex().nearest(*saved.latitude, *saved.longitude);
        QVERIFY(nearest);
        QCOMPARE(saved.address, m_address);
        QCOMPARE(saved.address, nearest->address);
        QCOMPARE(saved.district, nearest->district);
        QVERIFY(!saved.district.isNull());
    }

    //! A request whose place was written down wrongly.
    void aRequestMoves()
    {
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        key(Qt::Key_6, Qt::ControlModifier); // all, newest first
        PARVIS_AWAIT(place() && place()->text().contains(m_address));
        QVERIFY(press(Qt::Key_M, u"requests.pickPlace"_s, Qt::ControlModifier));
        QVERIFY(isOnTheMap());
        PARVIS_AWAIT(where()->text().startsWith(m_address)); // it begins where the request is
        const Request before = newest();
        for (int i = 0; i < 12; ++i)
            key(Qt::Key_Up);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        PARVIS_AWAIT(!place()->text().contains(m_address));
        shoot(u"lieu-4-demande"_s);
        QVERIFY(isSent());
        const Request after = newest();
        QCOMPARE(after.id, before.id);
        QVERIFY(*after.latitude > *before.latitude + 0.001); // 12 steps to the north
        QVERIFY(std::abs(*after.longitude - *before.longitude) < 1e-6);
        QCOMPARE(after.address, known().placeIndex().nearest(*after.latitude, *after.longitude)->address);
        key(Qt::Key_Z, Qt::ControlModifier);
        PARVIS_AWAIT(place()->text().contains(m_address));
        QVERIFY(isSent());
        QCOMPARE(newest().latitude, before.latitude);
    }

    //! Whatever the demo town has under way today: two places to go to.
    void theDeskSendsPatrollers()
    {
        const auto *rows = window()->current()->findChild<QTableView *>()->model();
        const QList<QAction *> all = actionsWithin(window());
        const auto mission =
            std::find_if(all.begin(), all.end(), [](const QAction *a) { return actionId(a) == u"requests.mission"; });
        QVERIFY(mission != all.end());
        int sent = 0;
        for (int row = 0; row < rows->rowCount() && sent < 2; ++row) {
            if (row > 0)
                key(Qt::Key_J);
            const QString number = rows->index(row, RequestListModel::Number).data().toString();
            PARVIS_AWAIT(shows(number));
            if (!(*mission)->isEnabled())
                continue;
            key(Qt::Key_M);
            PARVIS_AWAIT_COMPARE(focus()->objectName(), u"mission.instructions"_s);
            type(u"Relever le numero du mat"_s);
            key(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(isSent());
            PARVIS_AWAIT(qobject_cast<QTableView *>(focus()));
            ++sent;
        }
        QCOMPARE(sent, 2);
    }

    //! The round of the list, in its order, and what a patroller saw where they saw it.
    void thePatrollerSeesTheRound()
    {
        QVERIFY(signIn(u"d.ferrand"_s));
        goTo(u"patrol"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"patrol"_s);
        auto *list = window()->current()->findChild<MissionList *>();
        PARVIS_AWAIT(list->missions().rowCount() > 1);
        PARVIS_AWAIT(list->hasFocus());
        QVERIFY(press(Qt::Key_M, u"patrol.map"_s));
        QVERIFY(isOnTheMap());
        PARVIS_AWAIT(shows(u"Tournée de"_s) || shows(u"Round of"_s));
        const QString numbers =
            u"((window.parvisMap && parvisMap.getSource('round') || {})._data || {geojson: {features: []}}).geojson.features"
            ".filter(f => f.properties.is === 'stop').map(f => f.properties.label).join()"_s;
        QStringList wanted;
        for (int row = 0; row < list->missions().rowCount(); ++row) {
            if (list->missions().stop(row).row.mission.latitude)
                wanted.append(QString::number(row + 1));
        }
        QVERIFY(wanted.size() > 1);
        PARVIS_AWAIT_COMPARE(run(numbers), wanted.join(u','));
        PARVIS_AWAIT_COMPARE(run(u"new Set(parvisMap.queryRenderedFeatures({layers: ['round-number']})"
                                 ".map(f => f.properties.label)).size"_s),
                             QString::number(wanted.size()));
        shoot(u"lieu-5-tournee"_s);
        const QString first = where()->text();
        key(Qt::Key_J);
        QVERIFY(where()->text() != first);
        key(Qt::Key_Escape);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"patrol"_s);
        QVERIFY(list->hasFocus());
        key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(press(Qt::Key_M, u"patrol.pickPlace"_s, Qt::ControlModifier));
        QVERIFY(isOnTheMap());
        PARVIS_AWAIT(!where()->text().isEmpty());
        PARVIS_AWAIT(!run(u"document.getElementById('cross').hidden ? '' : 'cross'"_s).isEmpty());
        const QString shown = where()->text();
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"patrol"_s);
        PARVIS_AWAIT(!field(u"Lieu"_s)->text().isEmpty() && shown.startsWith(field(u"Lieu"_s)->text()));
        shoot(u"lieu-6-patrouille"_s);
    }

private:
    //! As this desk has it.
    Request newest()
    {
        const auto found = read([](DeskStore &store) -> Result<Request> {
            const auto page = requestPage(store, {}, 1);
            if (!page || page->rows.isEmpty())
                return Error{ErrorCode::NotFound, {}};
            const auto document = store.document(Kind::Request, page->rows.first().id);
            if (!document || !*document)
                return Error{ErrorCode::NotFound, {}};
            return fromDocument<Request>(page->rows.first().id, **document);
        });
        return found ? *found : Request();
    }
    const ReferenceData &known()
    {
        const auto *bench = window()->findChild<Workbench *>();
        return bench->town();
    }
    MapWorkspace *map() { return window()->findChild<MapWorkspace *>(); }
    QLabel *where() { return map()->findChild<QLabel *>(u"map.errand.where"_s); }
    QLineEdit *edit() { return qobject_cast<QLineEdit *>(focus()); }
    QLineEdit *field(const QString &name)
    {
        const auto edits = window()->current()->findChildren<QLineEdit *>();
        const auto it = std::find_if(edits.begin(), edits.end(), [&name](const QLineEdit *each) {
            return each->isVisible() && each->accessibleName().startsWith(name);
        });
        return it == edits.end() ? nullptr : *it;
    }
    QPushButton *place() { return window()->current()->findChild<QPushButton *>(u"fact.address"_s); }
    bool isOnTheMap()
    {
        const auto isThere = [this] {
            if (!QApplication::activeWindow()) // the first page makes the window anew, and Xvfb has no window manager to tell
                QApplication::setActiveWindow(&desktop().host());
            return window()->current() == map() && map()->page().isWorking() && focus()->objectName() == u"map.errand";
        };
        if (QTest::qWaitFor(isThere, 2 * patienceMs))
            return true;
        qWarning() << window()->current() << map()->page().isWorking() << focus();
        return false;
    }
    QString run(const QString &script)
    {
        auto *view = qobject_cast<QWebEngineView *>(map()->page().pageWidget());
        if (!view)
            return {};
        std::optional<QString> answer;
        view->page()->runJavaScript(script, [&answer](const QVariant &value) { answer = value.toString(); });
        return QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs) ? *answer : QString();
    }

    QString m_address;
};

int main(int argc, char *argv[])
{
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1"); // tests run as root, where Chromium has no sandbox
    QApplication app(argc, argv);
    MapPlacesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mapplaces.moc"
