#include "ui_patrol/cameraview.h"

#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_patrol/camera.h"
#include "ui_patrol/touch.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QHideEvent>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CameraView::CameraView(Camera &camera, QWidget *parent) : QWidget(parent), m_camera(camera)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture of the camera"));
    QAction *shoot = makeAction(this, {u"patrol.shoot"_s, tr("Take the picture"), {Qt::Key_Space}, u"camera"_s, {}});
    shoot->setAutoRepeat(false);
    connect(shoot, &QAction::triggered, &m_camera, [this] {
        if (m_isOpen)
            m_camera.shoot();
    });
    QAction *back =
        makeAction(this, {u"patrol.closeCamera"_s, tr("Back to the report"), {Qt::Key_Escape}, u"x"_s, tr("Without a picture.")});
    connect(back, &QAction::triggered, this, &CameraView::closed);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(space::gap);
    for (QAction *action : {shoot, back}) {
        auto *button = new ActionButton(action);
        button->setFocusPolicy(Qt::NoFocus); // Space always takes the picture
        makeTouchable(button);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(buttons);
}

void CameraView::open()
{
    m_isOpen = true;
    if (!m_preview) {
        m_preview = m_camera.makePreview();
        m_preview->setFocusPolicy(Qt::NoFocus);
        layout()->addWidget(m_preview);
    }
    fit();
    show();
    setFocus();
    m_camera.start(); // last: it may fail at once
}

void CameraView::close()
{
    m_isOpen = false;
    m_camera.stop();
    hide();
}

//! Whoever looks at something else is not filmed.
void CameraView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_isOpen && !event->spontaneous())
        Q_EMIT closed();
}

void CameraView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void CameraView::fit()
{
    if (m_preview)
        m_preview->setFixedHeight(6 * touchSide(this));
}

} // namespace parvis
