#include "ui_patrol/deviceposition.h"

#include <QtPositioning/QGeoPositionInfoSource>

#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int patienceMs = 8000; // outdoors a receiver that is awake answers within some seconds

} // namespace

DevicePosition::DevicePosition(QObject *parent) : DevicePosition({}, {{u"desktopId"_s, u"fr.parvis.Parvis"_s}}, parent) {}

DevicePosition::DevicePosition(const QString &plugin, const QVariantMap &parameters, QObject *parent)
    : QObject(parent), m_plugin(plugin), m_parameters(parameters)
{}

void DevicePosition::locate(QObject *context, Answer answer)
{
    if (!std::exchange(m_isAsked, true)) {
        m_source = m_plugin.isEmpty() ? QGeoPositionInfoSource::createDefaultSource(m_parameters, this)
                                      : QGeoPositionInfoSource::createSource(m_plugin, m_parameters, this);
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
