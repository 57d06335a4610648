#pragma once

#include "ui_patrol/camera.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <memory>

class QVideoFrame;

namespace parvis {

//! The machine's first camera, by Qt Multimedia, which is not asked before there is a device. Most desks have none.
class DeviceCamera final : public Camera
{
    Q_OBJECT
public:
    explicit DeviceCamera(QObject *parent = nullptr);
    ~DeviceCamera() override;

    bool isThere() override;
    void start() override;
    void stop() override;
    QWidget *makePreview() override;
    void shoot() override;

private:
    struct Live;
    void see();
    void show(const QVideoFrame &frame);
    void fail(CameraTrouble trouble);

    std::unique_ptr<Live> m_live; // while started
    QPointer<QWidget> m_preview;  // a LivePicture
    QTimer m_patience;
    bool m_isWanted = false; // as soon as there is a picture
};

} // namespace parvis
