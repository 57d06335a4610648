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
        QCOMPARE(m_warmUp->waitMs(), -1);
        QVERIFY(!page().isStarted() && !m_map->isLoaded());
    }

    void whoLookedLongAgoPaysNothing()
    {
        seen(15);
        warm();
        QCOMPARE(m_warmUp->waitMs(), -1);
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

    //! The whole town as large as it can be: also where the page was made out of sight and of another size, and when the window
    //! becomes another.
    void itIsFittedToWhereItIsShown()
    {
        m_workspace->resize(1270, 640);
        page().prepare();
        if (hasGraphics())
            PARVIS_AWAIT(page().isPrepared());
        m_workspace->prepare(); // the requests come after the page, as where there are many
        PARVIS_AWAIT(m_map->isLoaded());
        m_workspace->resize(1270, 730);
        look();
        if (!awaitMap())
            return;
        PARVIS_AWAIT(isFitted());
        shoot(u"carte-preparee"_s);
        m_workspace->resize(1000, 690);
        PARVIS_AWAIT(isFitted());
        press(Qt::Key_Plus); // whoever looks at a part keeps it
        PARVIS_AWAIT(!isFitted());
        const double chosen = zoom();
        m_workspace->resize(1270, 730);
        PARVIS_AWAIT(run(u"innerWidth"_s).toInt() > 700);
        QVERIFY(std::abs(zoom() - chosen) < 0.01);
    }

    //! Whoever types is not held up by an engine that loads: each key begins the wait anew.
    void handsThatWorkPutItOff()
    {
        constexpr int rest = 60'000;
        seen(1);
        warm(rest);
        for (int i = 0; i < 3; ++i) {
            PARVIS_AWAIT(m_warmUp->waitMs() < rest - 200);
            const int before = m_warmUp->waitMs();
            QTest::keyClick(&m_field, Qt::Key_A);
            QVERIFY(m_warmUp->waitMs() > before);
        }
        QVERIFY(!page().isStarted() && !m_map->isLoaded());
    }

private:
    static constexpr int restMs = 60;

    void seen(int daysAgo) { QSettings().setValue(u"map/seen"_s, m_town->desk.clock.now().ms - daysAgo * 86'400'000LL); }
    void warm(int rest = restMs) { m_warmUp = std::make_unique<MapWarmUp>(*m_workspace, m_town->desk.clock, rest); }

    //! By the page's own reckoning of what would show the whole.
    bool isFitted()
    {
        const WorldBox box = m_map->extent().value();
        const Position northWest = position(box.northWest), southEast = position(box.southEast);
        const QString script =
            u"parvisMap.cameraForBounds([[%1, %2], [%3, %4]], {padding: 24, maxZoom: 17}).zoom - parvisMap.getZoom()"_s;
        const QVariant off =
            run(script.arg(northWest.longitude).arg(southEast.latitude).arg(southEast.longitude).arg(northWest.latitude));
        return off.isValid() && std::abs(off.toDouble()) < 0.02;
    }

    std::unique_ptr<MapWarmUp> m_warmUp;
    QLineEdit m_field;
};

int main(int argc, char *argv[])
{
    return runOnStage<TestMapWarmUp>(argc, argv);
}
#include "tst_mapwarmup.moc"
