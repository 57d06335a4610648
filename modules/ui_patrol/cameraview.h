#pragma once

#include <QtWidgets/QWidget>

namespace parvis {

class Camera;

//! What the camera sees, in the form itself: Space takes the picture, Escape goes back. The camera runs only while it is in
//! sight.
class CameraView final : public QWidget
{
    Q_OBJECT
public:
    explicit CameraView(Camera &camera, QWidget *parent = nullptr);

    void open(); //!< with the focus
    void close();
    bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void closed(); //!< asked for by the agent, or out of sight: close() is still to be called

protected:
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    Camera &m_camera;
    QWidget *m_preview = nullptr;
    bool m_isOpen = false;
};

} // namespace parvis
