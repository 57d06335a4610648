#include "mapstage.h"

#include "ui_map/mapwarmup.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The map is ready before it is asked for, where it was looked at lately and the hands rest.
class TestMapWarmUp final : public MapStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init()
    {
        QSettings().clear();
        make({MapGround::Kind::Drawn, u"L'Yserette"_s, {}});
    }
    void cleanup()
    {
        m_warmUp.reset();
        close();
    }

    void whoNeverLooksPaysNothing()
    {
        warm();
        QTest::qWait(5 * restMs);
        QVERIFY(!page().isStarted());
        QVERIFY(!m_map->isLoaded());
    }

    void whoLookedLongAgoPaysNothing()
    {
        seen(15);
        warm();
        QTest::qWait(5 * restMs);
        QVERIFY(!page().isStarted());
    }

    //! Looking is what is remembered.
    void whoLooksIsRemembered()
    {
        warm();
        look();
        QCOMPARE(QSettings().value(u"map/seen"_s).toLongLong(), m_town->desk.clock.now().ms);
    }

    void itIsThereAtOnceWhenAskedFor()
    {
        if (!hasGraphics())
            QSKIP("the page needs WebGL: see tst_mapwarmup_page");
        seen(13);
        warm();
        PARVIS_AWAIT(page().isPrepared());
        PARVIS_AWAIT(m_map->isLoaded());
        QVERIFY(!page().isWorking());  // the engine is not in the window yet,
        QVERIFY(!page().pageWidget()); // which is drawn without it
        QVERIFY(!m_workspace->isVisible());
        look();
        QVERIFY(page().isWorking()); // no engine is waited for
        QVERIFY(awaitMap());
        QCOMPARE(sumOnMap(), int(m_map->placed().size()));
    }

    //! What comes between is read when somebody looks.
    void whatChangedMeanwhileIsShown()
    {
        if (!hasGraphics())
            QSKIP("the page needs WebGL: see tst_mapwarmup_page");
        seen(1);
        warm();
        PARVIS_AWAIT(m_map->isLoaded() && page().isPrepared());
        const qsizetype before = m_map->placed().size();
        Request late = smalltown::request(u"Feu en panne"_s, u"eclairage"_s, RequestStatus::Received, QDate(2026, 11, 30));
        const MapRequest &near = m_map->all().requests.at(m_map->placed().first());
        late.latitude = near.latitude;
        late.longitude = near.longitude;
        m_town->desk.take(late);
        m_town->desk.flush();
        look();
        PARVIS_AWAIT(m_map->placed().size() == before + 1);
        QVERIFY(awaitMap());
        PARVIS_AWAIT(sumOnMap() == int(before + 1));
    }

    //! Whoever types is not held up by an engine that loads.
    void handsThatWorkPutItOff()
    {
        seen(1);
        warm(400);
        for (int i = 0; i < 12; ++i) {
            QTest::qWait(100);
            QTest::keyClick(&m_field, Qt::Key_A);
            QVERIFY(!page().isStarted() && !m_map->isLoaded());
        }
        PARVIS_AWAIT(m_map->isLoaded());
    }

private:
    static constexpr int restMs = 60;

    void seen(int daysAgo) { QSettings().setValue(u"map/seen"_s, m_town->desk.clock.now().ms - daysAgo * 86'400'000LL); }
    void warm(int rest = restMs) { m_warmUp = std::make_unique<MapWarmUp>(*m_workspace, m_town->desk.clock, rest); }

    std::unique_ptr<MapWarmUp> m_warmUp;
    QLineEdit m_field;
};

int main(int argc, char *argv[])
{
    return runOnStage<TestMapWarmUp>(argc, argv);
}
#include "tst_mapwarmup.moc"
