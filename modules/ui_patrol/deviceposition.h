#pragma once

#include "ui_patrol/positionsource.h"

#include <QtCore/QObject>
#include <QtCore/QVariantMap>

class QGeoPositionInfoSource;

namespace parvis {

//! The machine's receiver, by Qt Positioning. Most desks have none: then every answer is nothing, at once or after some seconds.
class DevicePosition final : public QObject, public PositionSource
{
    Q_OBJECT
public:
    //! By the system's service; it knows the program by its desktop file.
    explicit DevicePosition(QObject *parent = nullptr);
    //! By the plugin of Qt Positioning that is called \a plugin, with its \a parameters: "nmea" reads a receiver on a port or a
    //! file.
    DevicePosition(const QString &plugin, const QVariantMap &parameters, QObject *parent = nullptr);

    void locate(QObject *context, Answer answer) override;

Q_SIGNALS:
    void located(const std::optional<parvis::Stop> &position);

private:
    QString m_plugin; // empty: the system's
    QVariantMap m_parameters;
    QGeoPositionInfoSource *m_source = nullptr;
    bool m_isAsked = false; // the source is looked for when it is first wanted: that may ask the system bus
};

} // namespace parvis
