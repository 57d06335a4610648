#pragma once

#include "mapscene.h"

#include "testkit/patience.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtWebEngineWidgets/QWebEngineView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

// The map in the real page (or, offscreen, without it), for its tests.

namespace parvis {

using namespace Qt::StringLiterals;

class MapStage : public QObject
{
protected:
    void begin()
    {
        QVERIFY(m_home.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"test"_s);
        m_theme = std::make_unique<AppTheme>(*qApp);
        m_theme->apply({Scheme::Light});
        m_town = std::make_unique<MapDesk>();
    }
    void close()
    {
        m_workspace.reset();
        m_map.reset();
        m_theme->apply({Scheme::Light});
    }
    double zoom() { return run(u"parvisMap.getZoom()"_s).toDouble(); }
    //! What the web engine takes events with.
    QWidget *surface() { return page().pageWidget()->focusProxy() ? page().pageWidget()->focusProxy() : page().pageWidget(); }
    void drag(QEvent::Type type, const QPoint &at)
    {
        const QPointF global = surface()->mapToGlobal(at);
        QMouseEvent event(type, at, global, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(surface(), &event);
    }
    QString popup(const QString &part)
    {
        return run(u"(document.querySelector('.maplibregl-popup %1') || {textContent: ''}).textContent"_s.arg(part)).toString();
    }
    //! On the first of the layer that is well inside.
    void click(const QString &layer)
    {
        const QString found = run(u"JSON.stringify(parvisMap.queryRenderedFeatures({layers: ['%1']}).map(f => "
                                  "parvisMap.project(f.geometry.coordinates)).map(p => [p.x, p.y]))"_s.arg(layer))
                                  .toString();
        const QRect inside = QRect(QPoint(), page().pageWidget()->size()).adjusted(60, 60, -60, -60);
        for (const QJsonValue &pair : QJsonDocument::fromJson(found.toUtf8()).array()) {
            const QPoint at(int(std::lround(pair[0].toDouble())), int(std::lround(pair[1].toDouble())));
            if (inside.contains(at))
                return QTest::mouseClick(surface(), Qt::LeftButton, {}, at);
        }
        QFAIL(qPrintable(layer));
    }
    //! Of what the page has, near what is in sight.
    int sumOnMap()
    {
        return run(u"parvisMap.getSource('points')._data.geojson.features.reduce((sum, f) => sum + f.properties.count, 0)"_s)
            .toInt();
    }
    bool hasGraphics() const { return QGuiApplication::platformName() == u"xcb"; }
    MapPage &page() { return m_workspace->page(); }
    QTableView *table() { return m_workspace->drawer().view(); }

    void open(const MapGround &ground)
    {
        QSettings().clear();
        make(ground);
        look();
    }
    //! The workspace, which nobody sees yet.
    void make(const MapGround &ground)
    {
        auto &desk = m_town->desk;
        m_navigator = {};
        m_map = std::make_unique<MapController>(desk.gate, desk.events, desk.town, desk.clock);
        m_workspace = std::make_unique<MapWorkspace>(*m_map, desk.gate, desk.town, desk.clock, ground, m_navigator);
        m_workspace->resize(1270, 690);
        m_drawn = 0;
        connect(&page(), &MapPage::drawn, this, [this](int generation) { m_drawn = generation; });
    }
    void look()
    {
        m_workspace->show();
        m_workspace->activate({});
        m_workspace->firstFocus()->setFocus();
        m_workspace->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_workspace.get()));
        PARVIS_AWAIT(m_workspace->isReady());
    }
    //! False where there is no WebGL (and the test skipped), or the page draws nothing (and the test failed).
    bool awaitMap()
    {
        if (!hasGraphics()) {
            [] { QSKIP("the page needs WebGL: see tst_mapworkspace_page"); }();
            return false;
        }
        if (!m_isDead && awaitDrawn(0))
            return true;
        m_isDead = true; // not waited for again, so that the tests end
        [] { QFAIL("the page draws nothing"); }();
        return false;
    }
    bool awaitDrawn(int after)
    {
        return QTest::qWaitFor([&] { return page().isWorking() && m_drawn > after; }, 2 * patienceMs); // an engine starts
    }
    QVariant run(const QString &script)
    {
        auto *view = qobject_cast<QWebEngineView *>(page().pageWidget());
        if (!view)
            return {};
        std::optional<QVariant> answer;
        view->page()->runJavaScript(script, [&answer](const QVariant &value) { answer = value; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs) ? *answer : QVariant();
    }
    void trigger(const QString &id)
    {
        for (QAction *action : actionsWithin(m_workspace.get())) {
            if (actionId(action) == id)
                return action->trigger();
        }
        QFAIL(qPrintable(id));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_workspace.get(), key, modifiers);
    }
    bool shows(const QString &text)
    {
        const auto labels = m_workspace->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(600); // for the eye only
        m_workspace->grab().save(u"%1/%2.png"_s.arg(folder, name));
    }

    QTemporaryDir m_home;
    std::unique_ptr<AppTheme> m_theme;
    std::unique_ptr<MapDesk> m_town;
    FakeNavigator m_navigator;
    std::unique_ptr<MapController> m_map;
    std::unique_ptr<MapWorkspace> m_workspace;
    int m_drawn = 0;
    bool m_isDead = false;
};

//! As tests are run: as root, where Chromium has no sandbox.
template <typename Test>
int runOnStage(int argc, char *argv[])
{
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace parvis
