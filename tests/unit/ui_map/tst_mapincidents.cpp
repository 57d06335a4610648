#include "mapstage.h"
#include "unit/geo/realdata.h"

#include <QtWidgets/QTableView>

using namespace parvis;

//! Incidents on the map, in the real page: 4,003 real reports of damaged pavements, as if they had come in the last weeks.
class MapIncidentsTest final : public MapStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        m_hasReports = takeReports();
    }
    void cleanupTestCase() { m_town.reset(); }
    void init() { open({MapGround::Kind::Drawn, u"L'Yserette"_s, {}}); }
    void cleanup() { close(); }

    void realReportsAreGatheredAndDrawn()
    {
        if (!m_hasReports)
            QSKIP("the real reports are not here");
        PARVIS_AWAIT(m_map->isLoaded());
        m_workspace->setAllTime();
        trigger(u"map.view3"_s);
        QSignalSpy found(m_map.get(), &MapController::incidentsFound);
        press(Qt::Key_I);
        PARVIS_AWAIT(!found.isEmpty());
        PARVIS_AWAIT(m_map->incidents().size() > 100);
        QCOMPARE(m_workspace->drawer().tab(), MapDrawer::Incidents);
        QCOMPARE(table()->model()->rowCount(), int(m_map->incidents().size()));
        for (const MapIncident &incident : m_map->incidents())
            QVERIFY(incident.where.requests.size() >= 2 && incident.where.metres <= 40);
        if (!awaitMap())
            return;
        table()->setFocus();
        press(Qt::Key_Down);                                                  // the largest: the map goes there
        QVERIFY(QTest::qWaitFor([this] { return drawn() > 0; }, patienceMs)); // asked once more it may be under way again
        shoot(u"carte-incidents-reels"_s);
        m_workspace->drawer().setTab(MapDrawer::Requests);
        click(u"incident"_s); // and from the map to the table
        QTRY_COMPARE_WITH_TIMEOUT(m_workspace->drawer().tab(), MapDrawer::Incidents, 20'000);
        QVERIFY(table()->currentIndex().isValid());
        press(Qt::Key_I);
        QVERIFY(QTest::qWaitFor([this] { return drawn() == 0; }, patienceMs));
        press(Qt::Key_I);
        QVERIFY(QTest::qWaitFor([this] { return drawn() > 0; }, patienceMs));
        press(Qt::Key_S);
        PARVIS_AWAIT(m_map->hotSpots().cellsLookedAt > 0);
        QVERIFY(!m_map->hotSpots().spots.isEmpty());
        table()->setFocus();
        press(Qt::Key_Down); // the map goes to the strongest, and it is drawn there
        const QString hot = u"parvisMap.queryRenderedFeatures({layers: ['hot']}).length"_s;
        QVERIFY(QTest::qWaitFor([&] { return run(hot).toInt() > 0; }, 20'000));
        press(Qt::Key_0);
        shoot(u"carte-points-chauds-reels"_s);
        m_theme->apply({Scheme::Dark});
        shoot(u"carte-incidents-reels-sombre"_s);
    }

private:
    int drawn() { return run(u"parvisMap.queryRenderedFeatures({layers: ['incident']}).length"_s).toInt(); }

    bool takeReports()
    {
        const auto rows = realdata::rows(u"dansmarue-2024-sample.csv"_s);
        QDate last;
        for (const auto &row : rows)
            last = std::max(last, QDate::fromString(row.value(u"datedecl"_s), Qt::ISODate));
        for (const auto &row : rows) {
            Request r;
            r.id = smalltown::id(row.value(u"id_dmr"_s));
            r.subject = row.value(u"soustype"_s);
            r.card = smalltown::id(row.value(u"soustype"_s));
            r.theme = smalltown::id(row.value(u"type"_s));
            r.address = row.value(u"adresse"_s);
            r.latitude = row.value(u"latitude"_s).toDouble();
            r.longitude = row.value(u"longitude"_s).toDouble();
            // A year is folded into the ninety days that are looked through.
            const qint64 daysAgo = QDate::fromString(row.value(u"datedecl"_s), Qt::ISODate).daysTo(last) / 5;
            r.receivedAt = {smalltown::monday.ms - daysAgo * 86'400'000LL};
            r.status = RequestStatus::Assigned;
            r.service = smalltown::id(u"voirie"_s);
            m_town->desk.take(r);
        }
        m_town->desk.flush();
        return !rows.isEmpty();
    }

    bool m_hasReports = false;
};

int main(int argc, char *argv[])
{
    return runOnStage<MapIncidentsTest>(argc, argv);
}

#include "tst_mapincidents.moc"
