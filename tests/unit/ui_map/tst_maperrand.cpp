#include "mapstage.h"

#include "ui_map/maperrand.h"

#include <limits>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What other workspaces have done on the map, in the real page: a place picked, a round shown. Offscreen: the honest message.
class MapErrandTest final : public MapStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { m_town.reset(); }
    void init() { open({MapGround::Kind::Drawn, u"L'Yserette"_s, {}}); }
    void cleanup() { close(); }

    void withoutGraphicsNoPlaceIsPicked()
    {
        if (hasGraphics())
            QSKIP("there is WebGL here");
        PARVIS_AWAIT(!page().isStarted());
        m_workspace->pickPlace({u"desk"_s, u"Lampadaire"_s, {}}, this, [](const Place &) { QFAIL("no place was picked"); });
        PARVIS_AWAIT(shows(u"can't be shown on this machine: go back and write the address"_s));
        QVERIFY(table()->isVisible()); // the message below speaks of it
        press(Qt::Key_Return);
        QVERIFY(errand()->isOn());
        press(Qt::Key_Escape);
        QCOMPARE(m_navigator.shown, QStringList({u"map"_s, u"desk"_s}));
        QVERIFY(!errand()->isOn());
        // A round is read without it.
        m_workspace->showRound(round());
        PARVIS_AWAIT(shows(u"2. Banc – Place du Marché"_s));
        press(Qt::Key_J);
        QVERIFY(shows(u"4. Lampadaire – Rue Haute"_s));
    }

    //! The cross is moved by keys, Enter takes what lies under it, and the asker has its address, district and sector.
    void aPlaceIsPickedByKeys()
    {
        if (!awaitMap())
            return;
        auto &town = m_town->desk.town;
        const Position before = page().middle();
        std::optional<Place> taken;
        QSignalSpy moved(&page(), &MapPage::viewMoved);
        m_workspace->pickPlace({u"desk"_s, u"Lampadaire éteint"_s, {}}, this, [&taken](const Place &place) { taken = place; });
        PARVIS_AWAIT(!run(u"document.getElementById('cross').hidden"_s).toBool());
        QVERIFY(shows(u"Where is “Lampadaire éteint”?"_s));
        QVERIFY(errand()->hasFocus());
        QVERIFY(!table()->isVisible()); // the map alone
        const double far = zoom();
        press(Qt::Key_Plus);
        PARVIS_AWAIT(zoom() > far + 0.9);
        const Position wanted = at(160, -88); // where four keys lead
        press(Qt::Key_Right);
        press(Qt::Key_Up);
        press(Qt::Key_Up, Qt::ShiftModifier);
        PARVIS_AWAIT(metresBetween(page().middle(), wanted) < metresBetween(before, wanted) * 0.8);
        shoot(u"carte-choisir-lieu"_s);
        // Enter at once after a key: what counts is where the map is, not where it last said to be.
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        PARVIS_AWAIT(taken);
        QCOMPARE(m_navigator.shown, QStringList({u"map"_s, u"desk"_s}));
        const Position cross{*taken->latitude, *taken->longitude};
        QVERIFY(metresBetween(cross, wanted) < 1);
        const auto nearest = town.placeIndex().nearest(cross.latitude, cross.longitude);
        QVERIFY(nearest && !nearest->address.isEmpty());
        QCOMPARE(*taken, *nearest);
        QVERIFY(!taken->district.isNull());
        QVERIFY(m_navigator.told.last().contains(taken->address));
        QVERIFY(m_navigator.told.last().contains(town.districtName(taken->district)));
        // The map is as it was.
        QVERIFY(run(u"document.getElementById('cross').hidden"_s).toBool());
        QVERIFY(table()->isVisible());
        PARVIS_AWAIT(metresBetween(page().middle(), before) < 20);
    }

    //! Where it was known, on a click, and far from every street.
    void thePlacePickedIsThatOfTheMap()
    {
        if (!awaitMap())
            return;
        const Street &street = m_town->desk.town.streets().at(3);
        Place known;
        known.latitude = street.latitude;
        known.longitude = street.longitude;
        std::optional<Place> taken;
        const auto take = [&taken](const Place &place) { taken = place; };
        m_workspace->pickPlace({u"requests"_s, {}, known}, this, take);
        PARVIS_AWAIT(metresBetween(page().middle(), {*street.latitude, *street.longitude}) < 1);
        QVERIFY(zoom() > 16.9);
        press(Qt::Key_Return);
        PARVIS_AWAIT(taken);
        QVERIFY(metresBetween({*taken->latitude, *taken->longitude}, {*street.latitude, *street.longitude}) < 0.1);
        QCOMPARE(taken->street, street.id);
        // A click takes what it meets.
        taken.reset();
        m_workspace->pickPlace({u"requests"_s, {}, known}, this, take);
        PARVIS_AWAIT(zoom() > 16.9);
        PARVIS_AWAIT(!run(u"document.getElementById('cross').hidden"_s).toBool());
        const Position met = at(90, -60);
        QTest::mouseClick(surface(), Qt::LeftButton, {},
                          QPoint(page().pageWidget()->width() / 2 + 90, page().pageWidget()->height() / 2 - 60));
        PARVIS_AWAIT(taken);
        QVERIFY(metresBetween({*taken->latitude, *taken->longitude}, met) < 1);
        // In the fields there is no address: the position says where.
        taken.reset();
        known.latitude = 48.5;
        known.longitude = 4.1;
        m_workspace->pickPlace({u"patrol"_s, {}, known}, this, take);
        PARVIS_AWAIT(metresBetween(page().middle(), {48.5, 4.1}) < 1);
        press(Qt::Key_Return);
        PARVIS_AWAIT(taken);
        QCOMPARE(taken->address, u"Point on the map 48.50000, 4.10000"_s);
        QVERIFY(taken->district.isNull());
    }

    void escapeTakesNothing()
    {
        if (!awaitMap())
            return;
        bool isTaken = false;
        const auto take = [&isTaken](const Place &) { isTaken = true; };
        const Position before = page().middle();
        m_workspace->pickPlace({u"desk"_s, {}, {}}, this, take);
        PARVIS_AWAIT(!run(u"document.getElementById('cross').hidden"_s).toBool());
        press(Qt::Key_Left);
        PARVIS_AWAIT(metresBetween(page().middle(), before) > 20);
        press(Qt::Key_D); // means nothing now
        QCOMPARE(page().display(), MapPage::Display::Points);
        // From the page itself, too.
        page().pageWidget()->setFocus();
        run(u"parvisMap.getCanvas().focus()"_s);
        QTest::keyClick(surface(), Qt::Key_Escape);
        PARVIS_AWAIT(!errand()->isOn());
        QCOMPARE(m_navigator.shown.last(), u"desk"_s);
        PARVIS_AWAIT(metresBetween(page().middle(), before) < 20);
        press(Qt::Key_D);
        QCOMPARE(page().display(), MapPage::Display::Districts);
        press(Qt::Key_P);
        // Whoever goes elsewhere meanwhile takes nothing either, and one who is gone is told nothing.
        m_workspace->pickPlace({u"desk"_s, {}, {}}, this, take);
        m_workspace->hide();
        QVERIFY(!errand()->isOn());
        m_workspace->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_workspace.get()));
        QApplication::setActiveWindow(m_workspace.get()); // Xvfb has no window manager to do it
        auto asker = std::make_unique<QObject>();
        m_workspace->pickPlace({u"desk"_s, {}, {}}, asker.get(), take);
        asker.reset();
        press(Qt::Key_Return);
        PARVIS_AWAIT(!errand()->isOn());
        QVERIFY(!isTaken);
    }

    //! Numbered stops and the line between them; what else is on the map waits.
    void aRoundIsDrawn()
    {
        if (!awaitMap())
            return;
        m_workspace->showRound(round());
        PARVIS_AWAIT_COMPARE(run(roundLabels).toString(), u"2,4,5"_s);
        PARVIS_AWAIT_COMPARE(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster', 'point']}).length"_s).toInt(), 0);
        QVERIFY(run(u"parvisMap.queryRenderedFeatures({layers: ['round-line']}).length > 0"_s).toBool());
        QCOMPARE(run(u"parvisMap.getSource('round')._data.geojson.features.find(f => f.properties.is === 'way')"
                     ".geometry.coordinates.length"_s)
                     .toInt(),
                 4); // from where the patroller is
        QVERIFY(shows(u"Round of 3 stop(s)"_s));
        QVERIFY(shows(u"1 without a place"_s) || shows(u"without a place: in the list only"_s));
        QVERIFY(shows(u"2. Banc – Place du Marché"_s));
        press(Qt::Key_J);
        QVERIFY(shows(u"4. Lampadaire – Rue Haute"_s));
        PARVIS_AWAIT_COMPARE(run(currentLabel).toString(), u"4"_s);
        shoot(u"carte-tournee"_s);
        press(Qt::Key_K);
        press(Qt::Key_K);
        PARVIS_AWAIT_COMPARE(run(currentLabel).toString(), u"2"_s);
        const QString clicked = clickOtherStop();
        QVERIFY(clicked == u"4"_s || clicked == u"5"_s);
        PARVIS_AWAIT_COMPARE(run(currentLabel).toString(), clicked);
        press(Qt::Key_J);
        press(Qt::Key_J);
        press(Qt::Key_Return);
        QCOMPARE(m_navigator.opened.last(), std::pair(Kind::Mission, round().stops.last().mission));
        press(Qt::Key_Escape);
        QCOMPARE(m_navigator.shown.last(), u"patrol"_s);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 5);
        PARVIS_AWAIT_COMPARE(run(roundLabels).toString(), QString());
    }

private:
    static inline const QString roundLabels =
        u"[...new Set(parvisMap.queryRenderedFeatures({layers: ['round-number']}).map(f => f.properties.label))].sort().join()"_s;
    static inline const QString currentLabel =
        u"(parvisMap.queryRenderedFeatures({layers: ['round-stop']}).find(f => f.properties.current) || {properties: {}})"
        ".properties.label"_s;
    MapErrand *errand() { return m_workspace->findChild<MapErrand *>(); }
    //! Of the page, so many pixels from its middle.
    Position at(int right, int down)
    {
        const QString found = run(u"(() => { const c = parvisMap.project(parvisMap.getCenter()); "
                                  "return JSON.stringify(parvisMap.unproject([c.x + %1, c.y + %2])); })()"_s.arg(right)
                                      .arg(down))
                                  .toString();
        const QJsonObject place = QJsonDocument::fromJson(found.toUtf8()).object();
        return {place["lat"_L1].toDouble(), place["lng"_L1].toDouble()};
    }
    //! On one that is not the current one, and its label; empty: none is in sight.
    QString clickOtherStop()
    {
        const QString found = run(u"JSON.stringify(parvisMap.queryRenderedFeatures({layers: ['round-stop']})"
                                  ".filter(f => !f.properties.current).map(f => "
                                  "({...parvisMap.project(f.geometry.coordinates), label: f.properties.label})))"_s)
                                  .toString();
        const QRect inside = QRect(QPoint(), page().pageWidget()->size()).adjusted(60, 60, -60, -60);
        for (const QJsonValue &stop : QJsonDocument::fromJson(found.toUtf8()).array()) {
            const QPoint at(int(std::lround(stop["x"_L1].toDouble())), int(std::lround(stop["y"_L1].toDouble())));
            if (inside.contains(at)) {
                QTest::mouseClick(surface(), Qt::LeftButton, {}, at);
                return stop["label"_L1].toString();
            }
        }
        return {};
    }
    static Id stopId(int number) { return QUuid(u"00000000-0000-7000-8000-00000000000%1"_s.arg(number)); }
    //! Four stops of a list whose second has no place.
    MapRound round()
    {
        const auto at = [this](int i) {
            const Street &street = m_town->desk.town.streets().at(i);
            return Stop{*street.latitude, *street.longitude};
        };
        constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
        return {u"patrol"_s,
                at(1),
                {{stopId(2), 2, at(5), u"Banc"_s, u"Place du Marché"_s},
                 {stopId(3), 3, {nowhere, nowhere}, u"Tags"_s, {}},
                 {stopId(4), 4, at(9), u"Lampadaire"_s, u"Rue Haute"_s},
                 {stopId(5), 5, at(14), u"Dépôt"_s, u"Rue Basse"_s}},
                {}};
    }
};

int main(int argc, char *argv[])
{
    return runOnStage<MapErrandTest>(argc, argv);
}

#include "tst_maperrand.moc"
