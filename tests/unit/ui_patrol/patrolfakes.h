#pragma once

#include "ui_patrol/camera.h"
#include "ui_patrol/positionsource.h"

#include <QtCore/QPointer>
#include <QtGui/QImage>
#include <QtWidgets/QLabel>

namespace parvis {

//! A receiver that stands where the test says, or nowhere.
class KnownPosition final : public PositionSource
{
public:
    void locate(QObject *, Answer answer) override
    {
        if (isSlow)
            waiting = std::move(answer);
        else
            answer(position);
    }

    std::optional<Stop> position;
    bool isSlow = false;
    Answer waiting;
};

//! A camera that sees what the test says.
class KnownCamera final : public Camera
{
public:
    bool isThere() override
    {
        ++asked;
        return isConnected;
    }
    void start() override
    {
        if (isHeld)
            return Q_EMIT failed(CameraTrouble::Busy);
        isRunning = true;
    }
    void stop() override { isRunning = false; }
    QWidget *makePreview() override { return preview = new QLabel(QStringLiteral("live")); }
    void shoot() override { Q_EMIT taken(sight); }
    void pull()
    {
        isConnected = isRunning = false;
        Q_EMIT failed(CameraTrouble::Gone);
    }

    QImage sight;
    QPointer<QWidget> preview;
    int asked = 0;
    bool isConnected = false, isHeld = false, isRunning = false;
};

} // namespace parvis
