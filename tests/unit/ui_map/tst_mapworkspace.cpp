#include "mapstage.h"

#include "ui_common/theme.h"
#include "ui_map/timebar.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QComboBox>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! The map in the real page, by keys and by the pointer. Offscreen there is no WebGL: there, that the tables do without it.
class MapWorkspaceTest final : public MapStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { m_town.reset(); }
    void init() { open({MapGround::Kind::Drawn, u"L'Yserette"_s, {}}); }
    void cleanup() { close(); }

    void withoutGraphicsTheTablesShowAll()
    {
        if (hasGraphics())
            QSKIP("there is WebGL here");
        QSignalSpy troubled(&page(), &MapPage::troubled);
        PARVIS_AWAIT(troubled.size() == 1 || !page().isStarted());
        QVERIFY(!page().isWorking());
        PARVIS_AWAIT(shows(u"This machine can't draw the map"_s) || shows(u"The map is not installed on this machine"_s));
        PARVIS_AWAIT_COMPARE(table()->model()->rowCount(), int(MapRequestModel::mostRows));
        press(Qt::Key_J);
        press(Qt::Key_J);
        QVERIFY(!m_workspace->drawer().current().isNull());
        QTest::keyClick(table(), Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(m_navigator.opened.size(), 1);
        QCOMPARE(m_navigator.opened.first().second, m_workspace->drawer().current());
        trigger(u"map.table2"_s);
        QCOMPARE(table()->model()->rowCount(), 12);
    }

    void theTownIsDrawn()
    {
        if (!awaitMap())
            return;
        shoot(u"carte-points"_s);
        QVERIFY(run(u"parvisMap.queryRenderedFeatures({layers: ['street', 'road']}).length"_s).toInt() > 100);
        QVERIFY(run(u"parvisMap.queryRenderedFeatures({layers: ['water']}).length"_s).toInt() > 0);
        QVERIFY(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 5);
        // All that is on the map is in its clusters, whatever they are.
        trigger(u"map.fit"_s);
        int sum = 0;
        const WorldBox box = m_map->extent()->grown(1);
        for (const MapCluster &cluster : m_map->clusters(box, 12))
            sum += cluster.count;
        QCOMPARE(sum, int(m_map->placed().size()));
    }

    void modelsKeepTheirWord()
    {
        auto &desk = m_town->desk;
        MapRequestModel requests(desk.gate, *m_map, desk.town);
        MapDistrictModel districts(*m_map, desk.town);
        HotSpotModel spots(*m_map, desk.town);
        QAbstractItemModelTester one(&requests, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester two(&districts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester three(&spots, QAbstractItemModelTester::FailureReportingMode::QtTest);
        requests.setRequests(m_map->within(std::nullopt, 40).first);
        PARVIS_AWAIT_COMPARE(requests.rowCount(), 40);
        districts.renew();
        QCOMPARE(districts.rowCount(), 12);
        m_map->setDistrict(m_map->districts().first().id);
        districts.renew();
        QSignalSpy found(m_map.get(), &MapController::hotSpotsFound);
        m_map->findHotSpots();
        PARVIS_AWAIT_COMPARE(found.size(), 1);
        spots.renew();
        requests.setRequests({});
        PARVIS_AWAIT_COMPARE(requests.rowCount(), 0);
    }

    void keysZoomAndPan()
    {
        if (!awaitMap())
            return;
        const double before = zoom();
        m_workspace->firstFocus()->setFocus();
        press(Qt::Key_Plus);
        PARVIS_AWAIT(zoom() > before + 0.9);
        press(Qt::Key_Minus);
        PARVIS_AWAIT(zoom() < before + 0.1);
        press(Qt::Key_M); // to the map: there the arrows move it
        PARVIS_AWAIT(page().pageWidget()->hasFocus() ||
                     (page().pageWidget()->focusProxy() && page().pageWidget()->focusProxy()->hasFocus()));
        run(u"parvisMap.getCanvas().focus()"_s);
        const double west = run(u"parvisMap.getCenter().lng"_s).toDouble();
        QTest::keyClick(surface(), Qt::Key_Right);
        PARVIS_AWAIT(run(u"parvisMap.getCenter().lng"_s).toDouble() > west);
        press(Qt::Key_0);
        PARVIS_AWAIT(std::abs(run(u"parvisMap.getCenter().lng"_s).toDouble() - west) < 0.01);
    }

    //! Drawn by software, it moves at half the sharpness: to where it was to go, and sharp again when it rests.
    void itMovesFastAndRestsSharp()
    {
        if (!awaitMap())
            return;
        const QString width = u"parvisMap.getCanvas().width"_s;
        const int sharp = run(width).toInt();
        QVERIFY(sharp > 400);
        const double east = run(u"parvisMap.getCenter().lng"_s).toDouble() + 0.02;
        // A frame that comes late must not find the way at its end: each of them goes a step.
        run(u"window.least = Infinity; parvisMap.on('render', () => least = Math.min(least, %1)); let step = 0; "
            "parvisMap.easeTo({center: [%2, parvisMap.getCenter().lat], duration: 60000, essential: true, "
            "easing: () => Math.min(1, ++step / 6)})"_s.arg(width)
                .arg(east, 0, 'f', 9));
        PARVIS_AWAIT(std::abs(run(u"parvisMap.getCenter().lng"_s).toDouble() - east) < 1e-6);
        PARVIS_AWAIT_COMPARE(run(u"least"_s).toInt(), sharp / 2);
        run(u"parvisMap.stop()"_s);
        PARVIS_AWAIT_COMPARE(run(width).toInt(), sharp);
        // A key's jump is one picture: it is sharp at once.
        run(u"least = Infinity; parvisMap.panBy([80, 0], {duration: 0})"_s);
        PARVIS_AWAIT_COMPARE(run(u"least"_s).toInt(), sharp);
    }

    //! A source that has nothing is not clipped tile by tile at each frame.
    void emptyLayersAreLeftOut()
    {
        if (!awaitMap())
            return;
        const QString shown =
            u"parvisMap.getLayersOrder().filter(id => parvisMap.getLayoutProperty(id, 'visibility') !== 'none').join()"_s;
        const QString ids = u","_s + run(shown).toString() + u","_s;
        for (const QString &id : {u"cluster"_s, u"point"_s, u"district-edge"_s, u"street"_s})
            QVERIFY2(ids.contains(u","_s + id + u","_s), qPrintable(id));
        for (const QString &id : {u"district"_s, u"district-circle"_s, u"hot"_s, u"selected"_s, u"lasso"_s, u"round-line"_s})
            QVERIFY2(!ids.contains(u","_s + id + u","_s), qPrintable(id));
        press(Qt::Key_J); // a request is chosen
        PARVIS_AWAIT(run(shown).toString().contains(u"selected"_s));
        press(Qt::Key_D);
        PARVIS_AWAIT((u","_s + run(shown).toString()).contains(u",district,"_s));
        m_theme->apply({Scheme::Dark}); // another style keeps what is shown
        PARVIS_AWAIT(run(u"parvisMap.getPaintProperty('ground', 'background-color')"_s).toString() == u"#171c1e");
        QVERIFY((u","_s + run(shown).toString()).contains(u",district,"_s));
        QVERIFY(!run(shown).toString().contains(u"hot"_s));
    }

    void aClusterOpens()
    {
        if (!awaitMap())
            return;
        const double before = zoom();
        click(u"cluster"_s);
        PARVIS_AWAIT(zoom() > before + 0.5);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster', 'point']}).length"_s).toInt() > 0);
    }

    void selectionGoesBothWays()
    {
        if (!awaitMap())
            return;
        // From the table to the map.
        press(Qt::Key_J);
        const Id first = m_workspace->drawer().current();
        QVERIFY(!first.isNull());
        PARVIS_AWAIT_COMPARE(run(u"parvisMap.querySourceFeatures('selected').length > 0"_s).toBool(), true);
        const QString title = table()->model()->index(0, MapRequestModel::Subject).data().toString();
        PARVIS_AWAIT_COMPARE(popup(u".popup-title"_s), title);
        // From the map to the table: near enough that there is a single one.
        trigger(u"map.fit"_s);
        PARVIS_AWAIT(zoom() < 14);
        for (int i = 0; i < 5 && !run(u"parvisMap.queryRenderedFeatures({layers: ['point']}).length"_s).toInt(); ++i) {
            const int drawn = m_drawn;
            press(Qt::Key_Plus);
            QVERIFY(awaitDrawn(drawn));
        }
        click(u"point"_s);
        PARVIS_AWAIT(m_workspace->drawer().current() != first && !m_workspace->drawer().current().isNull());
        const Id second = m_workspace->drawer().current();
        PARVIS_AWAIT_COMPARE(table()->currentIndex().data(MapRequestModel::IdRole).value<Id>(), second);
        PARVIS_AWAIT_COMPARE(popup(u".popup-title"_s),
                             table()->currentIndex().siblingAtColumn(MapRequestModel::Subject).data().toString());
        shoot(u"carte-choisie"_s);
        press(Qt::Key_O);
        QCOMPARE(m_navigator.opened.last().second, second);
        QVERIFY(m_workspace->stepBack());
        PARVIS_AWAIT_COMPARE(popup(u".popup-title"_s), QString());
    }

    void theFilterNarrows()
    {
        if (!awaitMap())
            return;
        const int all = m_map->figures().count;
        QSignalSpy told(m_workspace.get(), &MapWorkspace::filterChanged);
        press(Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), u"district:valmy"_s);
        PARVIS_AWAIT(m_map->figures().count < all && m_map->figures().count > 0);
        QCOMPARE(told.last().first().toString(), u"district:valmy"_s);
        const Id valmy = m_map->query().district;
        QVERIFY(!valmy.isNull());
        PARVIS_AWAIT_COMPARE(sumOnMap(), int(m_map->placed().size()));
        m_workspace->setFilter({});
        PARVIS_AWAIT_COMPARE(m_map->figures().count, all);
    }

    void timeMovesAndPlays()
    {
        if (!awaitMap())
            return;
        auto *bar = m_workspace->findChild<TimeBar *>();
        auto *period = m_workspace->findChildren<QComboBox *>().constLast();
        for (auto *box : m_workspace->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"Period")
                period = box;
        }
        period->setFocus();
        QTest::keyClick(period, Qt::Key_Home); // one month
        PARVIS_AWAIT_COMPARE(bar->length(), 1);
        QCOMPARE(m_map->from(), QDate(2026, 11, 1));
        const int now = m_map->figures().count;
        bar->setFocus();
        int drawn = m_drawn;
        QTest::keyClick(bar, Qt::Key_Left);
        QCOMPARE(m_map->from(), QDate(2026, 10, 1));
        QVERIFY(m_map->figures().count != now);
        QVERIFY(awaitDrawn(drawn));
        PARVIS_AWAIT_COMPARE(sumOnMap(), int(m_map->placed().size()));
        QTest::keyClick(bar, Qt::Key_Home);
        QCOMPARE(bar->value(), bar->minimum());
        drawn = m_drawn;
        trigger(u"map.play"_s);
        QVERIFY(bar->isPlaying());
        PARVIS_AWAIT(bar->value() >= bar->minimum() + 2);
        PARVIS_AWAIT(m_drawn > drawn);
        trigger(u"map.play"_s);
        QVERIFY(!bar->isPlaying());
    }

    void cutByDistrict()
    {
        if (!awaitMap())
            return;
        press(Qt::Key_D);
        PARVIS_AWAIT_COMPARE(
            run(u"new Set(parvisMap.queryRenderedFeatures({layers: ['district']}).map(f => f.properties.id)).size"_s).toInt(),
            12);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['district-name']}).length"_s).toInt() > 8);
        QCOMPARE(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt(), 0);
        QVERIFY(shows(u"Requests by district:"_s));
        shoot(u"carte-quartiers"_s);
        // Its colour says its step.
        QVERIFY(
            run(u"parvisMap.queryRenderedFeatures({layers: ['district']}).every(f => /^#/.test(f.properties.fill))"_s).toBool());
        const QPoint middle(page().pageWidget()->width() / 2, page().pageWidget()->height() / 2);
        QTest::mouseClick(surface(), Qt::LeftButton, {}, middle);
        PARVIS_AWAIT(!m_map->district().isNull());
        QVERIFY(m_map->figures().count < int(m_map->all().requests.size()));
        QVERIFY(m_workspace->stepBack());
        QVERIFY(m_map->district().isNull());
        press(Qt::Key_P);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
    }

    void heatAndHotSpots()
    {
        if (!awaitMap())
            return;
        trigger(u"map.view2"_s);
        m_workspace->setAllTime();
        press(Qt::Key_H);
        PARVIS_AWAIT(run(u"Boolean(parvisMap.getLayer('heat'))"_s).toBool());
        press(Qt::Key_S);
        PARVIS_AWAIT(m_map->hotSpots().cellsLookedAt > 0);
        PARVIS_AWAIT_COMPARE(table()->model()->rowCount(), int(m_map->hotSpots().spots.size()));
        QVERIFY(shows(u"Getis-Ord"_s) || shows(u"No hot spot"_s));
        shoot(u"carte-chaleur"_s);
        press(Qt::Key_P);
        PARVIS_AWAIT(!run(u"Boolean(parvisMap.getLayer('heat'))"_s).toBool());
    }

    //! Whoever has chosen a request may look elsewhere all the same.
    void whatIsChosenDoesNotHoldTheMap()
    {
        if (!awaitMap())
            return;
        press(Qt::Key_J);
        QTRY_VERIFY(!m_workspace->drawer().current().isNull());
        const auto centre = [this] { return run(u"JSON.stringify(parvisMap.getCenter())"_s).toString(); };
        QSignalSpy shown(&m_workspace->drawer().requests(), &MapRequestModel::shown);
        run(u"parvisMap.panBy([4000, 0], {duration: 0})"_s);
        const QString elsewhere = centre();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 30'000); // the table has what is in sight now
        QVERIFY(!page().viewBox().contains(worldPoint(*m_map->place(m_workspace->drawer().current()))));
        QCOMPARE(centre(), elsewhere);
    }

    void lassoDrawnWithThePointer()
    {
        if (!awaitMap())
            return;
        const int all = m_map->figures().count;
        press(Qt::Key_L);
        PARVIS_AWAIT(run(u"parvisMap.getContainer().classList.contains('lasso')"_s).toBool());
        const QPoint middle(page().pageWidget()->width() / 2, page().pageWidget()->height() / 2);
        const QList<QPoint> way{{-120, -120}, {120, -120}, {120, 120}, {-120, 120}, {-120, -110}};
        drag(QEvent::MouseButtonPress, middle + way.first());
        for (const QPoint &at : way)
            drag(QEvent::MouseMove, middle + at);
        drag(QEvent::MouseButtonRelease, middle + way.last());
        PARVIS_AWAIT(m_map->hasLasso());
        QVERIFY(m_map->figures().count < all && m_map->figures().count > 0);
        QVERIFY(!page().isLassoOn());
        shoot(u"carte-lasso"_s);
        QVERIFY(m_workspace->stepBack());
        QCOMPARE(m_map->figures().count, all);
        press(Qt::Key_V); // by keys: what is in sight
        QVERIFY(m_map->hasLasso());
    }

    void bothThemes()
    {
        if (!awaitMap())
            return;
        const QString ground = u"parvisMap.getPaintProperty('ground', 'background-color')"_s;
        const QString light = run(ground).toString();
        trigger(u"map.view1"_s);
        shoot(u"carte-themes-clair"_s);
        m_theme->apply({Scheme::Dark});
        PARVIS_AWAIT(run(ground).toString() != light && !run(ground).toString().isEmpty());
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        shoot(u"carte-themes-sombre"_s);
        m_theme->apply({Scheme::Light});
        PARVIS_AWAIT_COMPARE(run(ground).toString(), light);
    }

    //! Whatever a citizen or an import calls something, it is text.
    void hostileNamesAreText()
    {
        if (!awaitMap())
            return;
        const QString hostile = u"<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"_s;
        auto &desk = m_town->desk;
        Request r = request(hostile, {}, RequestStatus::Assigned, {});
        r.latitude = 48.9;
        r.longitude = 4.3;
        r.address = hostile;
        r.district = m_map->districts().first().id;
        desk.take(r);
        desk.flush();
        PARVIS_AWAIT(m_map->place(r.id));
        m_workspace->activate({Kind::Request, r.id, {}});
        PARVIS_AWAIT_COMPARE(popup(u".popup-title"_s), hostile);
        PARVIS_AWAIT_COMPARE(popup(u".popup-line"_s), hostile);
        QCOMPARE(run(u"document.querySelectorAll('.maplibregl-popup img, .maplibregl-popup script').length"_s).toInt(), 0);
        QVERIFY(!run(u"window.hacked"_s).isValid());
        desk.patch(Kind::Request, r.id, {{u"latitude"_s, QJsonValue()}, {u"longitude"_s, QJsonValue()}});
        desk.flush();
    }

    //! Even a script that came into the page would find every way out shut.
    void thePageIsShut()
    {
        if (!awaitMap())
            return;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1/x.png"_s.arg(server.serverPort());
        run(u"{ const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s); }"_s);
        run(u"document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=2\">')"_s);
        run(u"try { eval('window.hacked = 3'); } catch (e) {}"_s);
        run(u"window.tries = []; for (const go of [() => fetch('%1'), () => new Promise((good, bad) => { const i = new Image(); "
            "i.onload = good; i.onerror = bad; i.src = '%1'; }), () => new Promise((good, bad) => { const w = new "
            "WebSocket('ws://127.0.0.1:%2/'); w.onopen = good; w.onerror = bad; })]) "
            "{ try { go().then(() => tries.push('out'), () => tries.push('shut')); } catch (e) { tries.push('shut'); } }"_s
                .arg(address)
                .arg(server.serverPort()));
        PARVIS_AWAIT_COMPARE(run(u"tries.join()"_s).toString(), u"shut,shut,shut"_s);
        run(u"window.open('%1')"_s.arg(address));
        run(u"window.location = '%1'"_s.arg(address));
        run(u"window.setTimeout(() => { window.isStillHere = true; }, 300)"_s); // a navigation would begin meanwhile
        PARVIS_AWAIT(run(u"window.isStillHere"_s).toBool());
        QCOMPARE(run(u"location.href"_s).toString(), u"parvis://map/index.html"_s);
        QVERIFY(!run(u"window.hacked"_s).isValid());
        QVERIFY(!server.waitForNewConnection(500));
        QCOMPARE(run(u"document.cookie + Object.keys(window.localStorage || {}).length"_s).toString(), u"0"_s);
    }
};

int main(int argc, char *argv[])
{
    return runOnStage<MapWorkspaceTest>(argc, argv);
}

#include "tst_mapworkspace.moc"
