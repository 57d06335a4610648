#include "ui_common/tone.h"

#include <QtGui/QPalette>

#include <cmath>

namespace parvis {
namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral: return palette.color(QPalette::WindowText);
    case Tone::Muted: return QColor(dark ? 0xA9B1B3 : 0x59615F);
    case Tone::Accent: return QColor(dark ? 0x5CC8C2 : 0x0B6E6E);
    case Tone::Late: return QColor(dark ? 0xFF9A92 : 0xB3261E);
    case Tone::DueToday: return QColor(dark ? 0xF0BB62 : 0x8A5A00);
    case Tone::OnTime: return QColor(dark ? 0x86CF8B : 0x2E6B34);
    case Tone::Held: return QColor(dark ? 0xC3AEF5 : 0x6A4BA3);
    }
    return palette.color(QPalette::WindowText);
}

QColor toneGround(Tone tone, const QPalette &palette)
{
    const bool isQuiet = tone == Tone::Neutral || tone == Tone::Muted;
    const QColor color = isQuiet ? palette.color(QPalette::WindowText) : toneColor(tone, palette);
    const double share = isDark(palette) ? 0.14 : isQuiet ? 0.06 : 0.08;
    return mixed(palette.color(QPalette::Base), color, share);
}

QColor lineColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.22 : 0.18);
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace parvis
