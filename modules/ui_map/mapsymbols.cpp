#include "ui_map/mapsymbols.h"

#include "ui_common/tone.h"

#include <QtCore/QJsonObject>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPalette>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Far from one another for every kind of sight, dark enough on a light map; and the same, light, on a dark one. The last:
//! others.
constexpr std::array<QRgb, maxNamedKinds + 1> light{0x0B6E6E, 0x7A3E9D, 0x9A5B00, 0x1F5FA8, 0xA3285F,
                                                    0x3F6B1F, 0x4B4FB5, 0x6B4A2E, 0x5A6468};
constexpr std::array<QRgb, maxNamedKinds + 1> dark{0x5CC8C2, 0xD0A2F0, 0xF0BB62, 0x8FBFF5, 0xF49AC1,
                                                   0xA6D47A, 0xA9B0FF, 0xD9B99B, 0xB4BDC0};

enum Shape { Circle, Square, Triangle, Diamond, Pentagon, Star, Cross, Down, Ring };

QPainterPath polygon(int corners, double radius, double turn, double inner = 0)
{
    QPolygonF points;
    const int steps = inner > 0 ? corners * 2 : corners;
    for (int i = 0; i < steps; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / steps;
        const double r = inner > 0 && i % 2 ? inner : radius;
        points.append({r * std::sin(angle), -r * std::cos(angle)});
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath pathOf(int shape, double r)
{
    QPainterPath path;
    switch (shape) {
    case Square: path.addRect(QRectF(-r * 0.8, -r * 0.8, r * 1.6, r * 1.6)); break;
    case Triangle: path = polygon(3, r * 1.1, 0).translated(0, r * 0.2); break;
    case Diamond: path = polygon(4, r * 1.08, 0); break;
    case Pentagon: path = polygon(5, r, 0); break;
    case Star: path = polygon(5, r * 1.15, 0, r * 0.52); break;
    case Cross: {
        const double w = r * 0.36;
        path.addPolygon(QPolygonF{
            {-w, -r}, {w, -r}, {w, -w}, {r, -w}, {r, w}, {w, w}, {w, r}, {-w, r}, {-w, w}, {-r, w}, {-r, -w}, {-w, -w}});
        path.closeSubpath();
        break;
    }
    case Down: path = polygon(3, r * 1.1, std::numbers::pi).translated(0, -r * 0.2); break;
    case Ring:
        path.addEllipse(QPointF(), r * 0.8, r * 0.8);
        path.addEllipse(QPointF(), r * 0.38, r * 0.38);
        break;
    default: path.addEllipse(QPointF(), r * 0.9, r * 0.9); break;
    }
    return path;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

MapLook lookOf(ReportState state, const QPalette &palette)
{
    switch (state) {
    case ReportState::Late: return {toneColor(Tone::Late, palette), Triangle};
    case ReportState::OnTime: return {toneColor(Tone::OnTime, palette), Circle};
    case ReportState::Waiting: return {toneColor(Tone::Held, palette), Square};
    case ReportState::DoneInTime: return {QColor(isDark(palette) ? 0x9FB0B8 : 0x55656D), Diamond};
    case ReportState::DoneLate: return {toneColor(Tone::DueToday, palette), Down};
    }
    return {};
}

} // namespace

MapLook mapLook(const MapKind &kind, int index, const QPalette &palette)
{
    if (kind.state)
        return lookOf(*kind.state, palette);
    const std::size_t i = kind.id.isNull() ? maxNamedKinds : std::size_t(std::clamp(index, 0, maxNamedKinds));
    return {QColor(isDark(palette) ? dark[i] : light[i]), int(i)};
}

QString shapeSign(int shape)
{
    static const QStringList signs{u"●"_s, u"■"_s, u"▲"_s, u"◆"_s, u"⬟"_s, u"★"_s, u"✚"_s, u"▼"_s, u"○"_s};
    return signs.value(shape);
}

QPixmap mapSymbol(const MapLook &look, int side, const QPalette &palette, qreal ratio)
{
    QPixmap pixmap(int(std::ceil(side * ratio)), int(std::ceil(side * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    const QPainterPath path = pathOf(look.shape, side * 0.40);
    painter.strokePath(path, QPen(isDark(palette) ? QColor(0x14191B) : QColor(Qt::white), side * 0.16, Qt::SolidLine,
                                  Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, look.color);
    return pixmap;
}

QColor inkOn(const QColor &ground)
{
    const QColor black(0x14191B), white(Qt::white);
    return contrast(ground, white) >= contrast(ground, black) ? white : black;
}

QList<QColor> districtRamp(const QPalette &palette)
{
    const QColor from(isDark(palette) ? 0x24343A : 0xE3EFEE), to(isDark(palette) ? 0x5CC8C2 : 0x07514F);
    QList<QColor> ramp;
    constexpr int steps = 5;
    for (int i = 0; i < steps; ++i)
        ramp.append(mixed(from, to, double(i) / (steps - 1)));
    return ramp;
}

QColor heatColor(float value, const QPalette &palette)
{
    if (value < 0.02F)
        return Qt::transparent;
    const bool isNight = isDark(palette);
    const QColor cool(isNight ? 0x1F5A63 : 0x9CC9C4), warm(isNight ? 0xE0A03C : 0xE08A1E), hot(isNight ? 0xFF8A7A : 0xA3160F);
    QColor color = value < 0.5F ? mixed(cool, warm, double(value) * 2) : mixed(warm, hot, double(value) * 2 - 1);
    color.setAlphaF(std::min(0.85F, 0.25F + value * 1.1F));
    return color;
}

QJsonObject pageColors(const QPalette &palette)
{
    const bool isNight = isDark(palette);
    const auto pick = [isNight](const char *day, const char *night) { return QString::fromLatin1(isNight ? night : day); };
    return {{u"isDark"_s, isNight},
            {u"ground"_s, pick("#e9ece6", "#171c1e")},
            {u"town"_s, pick("#efece4", "#1d2325")},
            {u"park"_s, pick("#cfe3c4", "#22362a")},
            {u"water"_s, pick("#b4d4e3", "#1d3947")},
            {u"waterText"_s, pick("#2f6684", "#86b8d2")},
            {u"street"_s, pick("#ffffff", "#39434a")},
            {u"road"_s, pick("#fdf3d3", "#4d5357")},
            {u"edge"_s, pick("#c6c3b6", "#2a3236")},
            {u"building"_s, pick("#dcd4c4", "#2b3236")},
            {u"halo"_s, pick("#ffffff", "#14191b")},
            {u"text"_s, toneColor(Tone::Neutral, palette).name()},
            {u"muted"_s, toneColor(Tone::Muted, palette).name()},
            {u"placeText"_s, pick("#5b4a2c", "#cbb994")},
            {u"district"_s, pick("#5a6468", "#9aa6aa")},
            {u"hot"_s, toneColor(Tone::Late, palette).name()},
            {u"accent"_s, toneColor(Tone::Accent, palette).name()}};
}

QJsonObject pageCss(const QPalette &palette)
{
    return {{u"accent"_s, toneColor(Tone::Accent, palette).name()},
            {u"text"_s, palette.color(QPalette::Text).name()},
            {u"muted"_s, toneColor(Tone::Muted, palette).name()},
            {u"panel"_s, palette.color(QPalette::Base).name()},
            {u"line"_s, lineColor(palette).name()}};
}

} // namespace parvis
