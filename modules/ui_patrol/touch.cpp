#include "ui_patrol/touch.h"

#include "ui_common/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace parvis {

namespace {

class TouchKeeper final : public QObject
{
public:
    TouchKeeper(QWidget *widget, bool square) : QObject(widget), m_widget(widget), m_isSquare(square)
    {
        widget->installEventFilter(this);
        keep();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange || event->type() == QEvent::Polish)
            keep();
        return false;
    }

private:
    void keep()
    {
        const int side = touchSide(m_widget);
        if (m_widget->minimumHeight() != side)
            m_widget->setMinimumHeight(side);
        if (m_isSquare && m_widget->minimumWidth() != side)
            m_widget->setMinimumWidth(side);
    }

    QWidget *m_widget;
    bool m_isSquare;
};

} // namespace

int touchSide(const QWidget *widget)
{
    return 3 * iconSide(widget); // 16 pixels each
}

void makeTouchable(QWidget *widget, bool square)
{
    new TouchKeeper(widget, square);
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->setTextMargins(space::unit, 0, space::unit, 0); // a high field needs air at its sides
}

QSize TouchTabs::tabSizeHint(int index) const
{
    const QSize size = QTabBar::tabSizeHint(index);
    return {size.width() + space::gap, std::max(size.height(), touchSide(this))};
}

} // namespace parvis
