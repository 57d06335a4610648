#include "ui_common/theme.h"

#include "ui_common/style.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QWidget>

namespace parvis {
namespace {

constexpr char roleProperty[] = "parvisTextRole";
constexpr int bodyPoints = 11;

void layRole(QWidget *widget, TextRole role)
{
    widget->setFont(textFont(role));
    if (role != TextRole::Secondary)
        return;
    QPalette palette = QApplication::palette(widget);
    palette.setColor(QPalette::WindowText, toneColor(Tone::Muted, palette));
    widget->setPalette(palette);
}

struct Greys
{
    QRgb window, base, alternate, button, text, disabled, placeholder, tip, highlight, accent;
};

QPalette made(const Greys &g)
{
    QPalette p(QColor(g.button), QColor(g.window)); // also computes the shades that Fusion's bevels use
    p.setColor(QPalette::Window, QColor(g.window));
    p.setColor(QPalette::Base, QColor(g.base));
    p.setColor(QPalette::AlternateBase, QColor(g.alternate));
    p.setColor(QPalette::Button, QColor(g.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        p.setColor(role, QColor(g.text));
        p.setColor(QPalette::Disabled, role, QColor(g.disabled));
    }
    p.setColor(QPalette::PlaceholderText, QColor(g.placeholder));
    p.setColor(QPalette::ToolTipBase, QColor(g.tip));
    p.setColor(QPalette::Highlight, QColor(g.highlight));
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(g.disabled));
    p.setColor(QPalette::Link, QColor(g.accent));
    p.setColor(QPalette::LinkVisited, QColor(g.accent));
    return p;
}

} // namespace

AppTheme::AppTheme(QApplication &app, QObject *parent)
    : QObject(parent), m_app(app), m_systemFont(app.font()), m_systemIsDark(isDark(app.palette()))
{
    apply(m_appearance);
}

void AppTheme::setSystemIsDark(bool dark)
{
    if (dark == m_systemIsDark)
        return;
    m_systemIsDark = dark;
    if (m_appearance.scheme == Scheme::System)
        apply(m_appearance);
}

void AppTheme::apply(const Appearance &appearance)
{
    m_appearance = appearance;
    m_appearance.textPercent = std::clamp(appearance.textPercent, 100, 200);

    m_app.setStyle(new Style(m_appearance.textPercent, m_appearance.rows == RowHeight::Touch ? 36 : 28));
    const QPalette palette = isDarkNow() ? darkPalette() : lightPalette();
    m_app.setPalette(palette);
    QToolTip::setPalette(palette);
    QFont font = m_systemFont;
    font.setPointSizeF(bodyPoints * m_appearance.textPercent / 100.0);
    m_app.setFont(font);

    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QVariant role = widget->property(roleProperty);
        if (role.isValid())
            layRole(widget, TextRole(role.toInt()));
    }
    Q_EMIT changed();
}

bool AppTheme::isDarkNow() const
{
    return m_appearance.scheme == Scheme::Dark || (m_appearance.scheme == Scheme::System && m_systemIsDark);
}

QPalette AppTheme::lightPalette()
{
    return made({.window = 0xF2F4F4,
                 .base = 0xFFFFFF,
                 .alternate = 0xF7F9F9,
                 .button = 0xF7F8F8,
                 .text = 0x1A1D1E,
                 .disabled = 0x767D80,
                 .placeholder = 0x646C6F,
                 .tip = 0xFFFFFF,
                 .highlight = 0x0B6E6E,
                 .accent = 0x0B6E6E});
}

QPalette AppTheme::darkPalette()
{
    return made({.window = 0x1F2325,
                 .base = 0x171A1C,
                 .alternate = 0x1C2022,
                 .button = 0x2B3033,
                 .text = 0xE7EAEA,
                 .disabled = 0x8A9295,
                 .placeholder = 0x9AA3A6,
                 .tip = 0x2B3033,
                 .highlight = 0x14625F,
                 .accent = 0x5CC8C2});
}

QFont textFont(TextRole role)
{
    QFont font = QApplication::font();
    const double body = font.pointSizeF();
    switch (role) {
    case TextRole::Secondary: font.setPointSizeF(body * 10 / bodyPoints); break;
    case TextRole::Body: break;
    case TextRole::Strong: font.setWeight(QFont::DemiBold); break;
    case TextRole::Heading:
        font.setPointSizeF(body * 15 / bodyPoints);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

void setTextRole(QWidget *widget, TextRole role)
{
    widget->setProperty(roleProperty, int(role));
    layRole(widget, role);
}

int rowHeight(const QWidget *widget)
{
    return widget->style()->pixelMetric(Style::PM_RowHeight, nullptr, widget);
}

int iconSide(const QWidget *widget)
{
    return widget->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, widget);
}

QFont tabular(QFont font)
{
    // Qt 6.4 can't ask for OpenType's "tnum"; DejaVu, Noto Sans and most system fonts have figures of equal width already.
    // Without kerning pairs they stay so.
    font.setKerning(false);
    return font;
}

} // namespace parvis
