#pragma once

#include <QtWidgets/QTabBar>

namespace parvis {

//! Side of what a finger meets: 48 device-independent pixels at 100 %.
int touchSide(const QWidget *widget);

//! Keeps a widget at least so high, now and whenever the text scale changes; a \a square one at least so wide, too.
void makeTouchable(QWidget *widget, bool square = false);

//! Tabs that a finger meets.
class TouchTabs final : public QTabBar
{
    Q_OBJECT
public:
    using QTabBar::QTabBar;

protected:
    QSize tabSizeHint(int index) const override;
};

} // namespace parvis
