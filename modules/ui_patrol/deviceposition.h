#pragma once

#include "ui_patrol/positionsource.h"

#include <QtCore/QObject>

class QGeoPositionInfoSource;

namespace parvis {

//! The machine's receiver, by Qt Positioning. Most desks have none: then every answer is nothing, at once.
class DevicePosition final : public QObject, public PositionSource
{
    Q_OBJECT
public:
    using QObject::QObject;

    void locate(QObject *context, Answer answer) override;

Q_SIGNALS:
    void located(const std::optional<parvis::Stop> &position);

private:
    QGeoPositionInfoSource *m_source = nullptr;
    bool m_isAsked = false; // the source is looked for when it is first wanted: that may ask the system bus
};

} // namespace parvis
