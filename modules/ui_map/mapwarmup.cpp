#include "ui_map/mapwarmup.h"

#include "ui_map/mapworkspace.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 lately = 14LL * 24 * 3'600'000; // ms
constexpr QLatin1StringView seenKey("map/seen");

bool isOfHands(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel || type == QEvent::TouchBegin;
}

} // namespace

MapWarmUp::MapWarmUp(MapWorkspace &map, const Clock &clock, int rest) : m_map(map), m_clock(clock)
{
    m_map.installEventFilter(this);
    const qint64 seen = QSettings().value(seenKey).toLongLong();
    if (m_clock.now().ms - seen > lately)
        return;
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        qApp->removeEventFilter(this);
        m_map.prepare();
    });
    qApp->installEventFilter(this); // only until the hands have rested once
    m_rest.start();
}

bool MapWarmUp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_map && event->type() == QEvent::Show)
        remember();
    else if (m_rest.isActive() && isOfHands(event->type()))
        m_rest.start();
    return false;
}

void MapWarmUp::remember()
{
    QSettings().setValue(seenKey, m_clock.now().ms);
    m_rest.stop(); // it is there
    qApp->removeEventFilter(this);
    m_map.removeEventFilter(this);
}

} // namespace parvis
