#include "ui_patrol/deviceposition.h"

#include <QtPositioning/QGeoPositionInfoSource>

#include <utility>

namespace parvis {

namespace {

constexpr int patienceMs = 8000; // outdoors a receiver that is awake answers within some seconds

} // namespace

void DevicePosition::locate(QObject *context, Answer answer)
{
    if (!std::exchange(m_isAsked, true)) {
        m_source = QGeoPositionInfoSource::createDefaultSource(this);
        if (m_source) {
            connect(m_source, &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo &info) {
                const QGeoCoordinate at = info.coordinate();
                Q_EMIT located(at.isValid() ? std::optional(Stop{at.latitude(), at.longitude()}) : std::nullopt);
            });
            connect(m_source, &QGeoPositionInfoSource::errorOccurred, this, [this] { Q_EMIT located({}); });
        }
    }
    if (!m_source)
        return answer({});
    connect(this, &DevicePosition::located, context, std::move(answer), Qt::SingleShotConnection);
    m_source->requestUpdate(patienceMs);
}

} // namespace parvis
