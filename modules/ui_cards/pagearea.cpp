#include "ui_cards/pagearea.h"

#include "ui_common/theme.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

namespace parvis {

PageArea::PageArea(QWidget *parent) : QScrollArea(parent)
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(space::gap, 0, space::gap, space::gap);
    m_column->setSpacing(space::gap);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const bool isTall = now && now->height() > viewport()->height();
        if (now && !isTall && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, 0, space::group);
    });
}

} // namespace parvis
