#include "ui_common/style.h"

#include "ui_common/tone.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyleOption>

namespace parvis {
namespace {

//! The edge of something to fill in: at least 3:1 in both themes (WCAG 2.1, 1.4.11), which Fusion's outline is not on dark
//! grounds.
QColor fieldLine(const QPalette &palette, bool isEnabled)
{
    if (!isEnabled)
        return lineColor(palette);
    return QColor(isDark(palette) ? 0x7E888B : 0x858D90);
}

void paintOutline(QPainter *painter, const QRect &rect, const QColor &color, qreal radius, const QBrush &fill = Qt::NoBrush)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void paintField(QPainter *painter, const QRect &rect, const QPalette &palette, bool isEnabled)
{
    paintOutline(painter, rect, fieldLine(palette, isEnabled), 3, palette.brush(isEnabled ? QPalette::Base : QPalette::Window));
}

void paintCheckBox(QPainter *painter, const QStyleOption &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    const QColor accent = option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    if (!isOn)
        return paintOutline(painter, box, fieldLine(option.palette, isEnabled), 3, option.palette.brush(QPalette::Base));
    paintOutline(painter, box, accent, 3, accent);
    const QRectF r(box);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Qt::white, std::max(1.6, r.width() / 8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&r](double x, double y) { return QPointF(r.left() + r.width() * x, r.top() + r.height() * y); };
    if (option.state & QStyle::State_NoChange)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.70), at(0.76, 0.32)}));
    painter->restore();
}

void paintRadioButton(QPainter *painter, const QStyleOption &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const QRectF circle = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor accent = option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Link);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isOn ? accent : fieldLine(option.palette, isEnabled), isOn ? 1.6 : 1));
    painter->setBrush(option.palette.brush(QPalette::Base));
    painter->drawEllipse(circle);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        const double inset = circle.width() * 0.26;
        painter->drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

} // namespace

void paintFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(toneColor(Tone::Accent, palette), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
    painter->restore();
}

Style::Style(int textPercent, int baseRowHeight)
    : QProxyStyle(QStringLiteral("fusion")), m_textPercent(textPercent), m_rowHeight(baseRowHeight)
{}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *label = qobject_cast<QLabel *>(widget); // Qt's tooltip is one
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_RowHeight)
        return scaled(m_rowHeight);
    // A table whose cells keep away from their edges says by how much.
    if (metric == PM_HeaderMargin && widget && widget->property("cellMargin").isValid())
        return widget->property("cellMargin").toInt();
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(16);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_SplitterWidth: return 5;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: return 0;
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_ToolButton:
    case CT_TabBarTab:
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), scaled(m_rowHeight))); break;
    default: break;
    }
    return result;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool hasFocus = option->state & State_HasFocus;
    switch (element) {
    case PE_FrameFocusRect: return paintFocusRing(painter, option->rect, option->palette);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0)
            break;
        paintField(painter, option->rect, option->palette, option->state & State_Enabled);
        if (hasFocus)
            paintFocusRing(painter, option->rect, option->palette);
        return;
    }
    case PE_Frame:
        if (!qobject_cast<const QAbstractScrollArea *>(widget))
            break;
        return paintOutline(painter, option->rect, fieldLine(option->palette, option->state & State_Enabled), 2);
    case PE_IndicatorCheckBox: return paintCheckBox(painter, *option);
    case PE_IndicatorRadioButton: return paintRadioButton(painter, *option);
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelButtonTool && hasFocus)
        paintFocusRing(painter, option->rect, option->palette);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_ShapedFrame) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            QRect line = option->rect;
            if (frame->frameShape == QFrame::HLine)
                line = QRect(line.left(), line.center().y(), line.width(), 1);
            else
                line = QRect(line.center().x(), line.top(), 1, line.height());
            painter->fillRect(line, lineColor(option->palette));
            return;
        }
    }
    // Fusion takes the header's margin off above and below, too, and cuts what hangs below the line.
    if (element == CE_HeaderLabel && widget && widget->property("cellMargin").isValid()) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader whole = *header;
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            whole.rect.adjust(0, -margin, 0, margin);
            return QProxyStyle::drawControl(element, &whole, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    const bool hasFocus = option->state & State_HasFocus;
    if (!hasFocus)
        return;
    // Fusion shows the focus of these only after Tab, or as a faint outline.
    const bool isScrollArea = element == CE_ShapedFrame && qobject_cast<const QAbstractScrollArea *>(widget);
    if (element == CE_PushButton || isScrollArea)
        paintFocusRing(painter, option->rect, option->palette);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) // Fusion's own line is lost on a dark ground
        paintOutline(painter, option->rect, fieldLine(option->palette, option->state & State_Enabled), 3, Qt::NoBrush);
    const bool hasFocus = option->state & State_HasFocus;
    if (hasFocus && (control == CC_ComboBox || control == CC_SpinBox))
        paintFocusRing(painter, option->rect, option->palette);
}

} // namespace parvis
