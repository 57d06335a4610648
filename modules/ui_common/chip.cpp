#include "ui_common/chip.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>

namespace parvis {
namespace {

constexpr int padding = 6;

int chipHeight(const QWidget *widget)
{
    return QFontMetrics(textFont(TextRole::Secondary), widget).height() + space::unit;
}

QString channelIcon(Channel channel)
{
    switch (channel) {
    case Channel::Phone: return QStringLiteral("phone");
    case Channel::WalkIn: return QStringLiteral("users");
    case Channel::Letter: return QStringLiteral("mail");
    case Channel::Email: return QStringLiteral("at-sign");
    case Channel::Sms: return QStringLiteral("message-square-text");
    case Channel::Web: return QStringLiteral("globe");
    case Channel::DistrictCouncil: return QStringLiteral("map-pin");
    case Channel::Gusp: return QStringLiteral("footprints");
    case Channel::Patrol: return QStringLiteral("shield");
    case Channel::ElectedOfficial: return QStringLiteral("landmark");
    case Channel::Internal: return QStringLiteral("building-2");
    }
    return {};
}

} // namespace

ChipLook chipFor(Channel channel)
{
    return {channelIcon(channel), word(channel), Tone::Neutral};
}

ChipLook chipFor(RequestStatus status)
{
    const QString text = word(status);
    switch (status) {
    case RequestStatus::Received: return {QStringLiteral("inbox"), text, Tone::Accent};
    case RequestStatus::Assigned: return {QStringLiteral("user"), text, Tone::Neutral};
    case RequestStatus::InProgress: return {QStringLiteral("wrench"), text, Tone::Neutral};
    case RequestStatus::Waiting: return {QStringLiteral("pause"), text, Tone::Held};
    case RequestStatus::Answered: return {QStringLiteral("message-circle-reply"), text, Tone::OnTime};
    case RequestStatus::Closed: return {QStringLiteral("circle-check"), text, Tone::Muted};
    case RequestStatus::Reopened: return {QStringLiteral("rotate-ccw"), text, Tone::DueToday};
    }
    return {};
}

ChipLook chipFor(const Delay &delay)
{
    const QString text = humanDelay(delay);
    switch (delay.state) {
    case DelayState::OnTime: return {QStringLiteral("clock"), text, Tone::OnTime};
    case DelayState::DueToday: return {QStringLiteral("clock-alert"), text, Tone::DueToday};
    case DelayState::Late: return {QStringLiteral("triangle-alert"), text, Tone::Late};
    case DelayState::Stopped: return {QStringLiteral("pause"), text, Tone::Held};
    case DelayState::Done: return {QStringLiteral("check"), text, Tone::Muted};
    case DelayState::None: return {QStringLiteral("calendar"), text, Tone::Muted};
    }
    return {};
}

ChipLook pendingChip()
{
    return {QStringLiteral("cloud-upload"), QCoreApplication::translate("Chip", "to send"), Tone::Muted};
}

ChipLook conflictChip()
{
    return {QStringLiteral("git-compare"), QCoreApplication::translate("Chip", "conflict"), Tone::Held};
}

int chipWidth(const ChipLook &look, const QWidget *widget)
{
    if (look.text.isEmpty())
        return 0;
    const int text = QFontMetrics(textFont(TextRole::Secondary), widget).horizontalAdvance(look.text) + 1; // it rounds
    return 2 * padding + (look.icon.isEmpty() ? 0 : iconSide(widget) + space::unit) + text;
}

static void drawChip(QPainter *painter, const QRect &body, const ChipLook &look, const QWidget *widget)
{
    const QPalette palette = widget->palette();
    const QColor ink = toneColor(look.tone, palette);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneGround(look.tone, palette));
    painter->drawRoundedRect(body, 4, 4);
    int x = body.x() + padding;
    if (!look.icon.isEmpty()) {
        const int side = iconSide(widget) - 2;
        painter->drawPixmap(x, body.y() + (body.height() - side) / 2,
                            iconPixmap(look.icon, side, ink, widget->devicePixelRatioF()));
        x += iconSide(widget) + space::unit;
    }
    painter->setPen(ink);
    painter->setFont(textFont(TextRole::Secondary));
    const int room = body.right() - padding - x + 2;
    painter->drawText(QRect(x, body.y(), room, body.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(look.text, Qt::ElideRight, room));
}

//! The whole chip, kept: a list shows the same few again and again, and shaping their words is most of what they cost.
static QPixmap chipPicture(const ChipLook &look, const QWidget *widget)
{
    const QPalette palette = widget->palette();
    const qreal ratio = widget->devicePixelRatioF();
    const QString key = QStringLiteral("chip/%1/%2/%3/%4/%5/%6")
                            .arg(look.icon, look.text, textFont(TextRole::Secondary).key())
                            .arg(toneColor(look.tone, palette).rgba(), 0, 16)
                            .arg(toneGround(look.tone, palette).rgba(), 0, 16)
                            .arg(ratio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    const QSize size(chipWidth(look, widget), chipHeight(widget));
    picture = QPixmap((QSizeF(size) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawChip(&painter, QRect(QPoint(), size), look, widget);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

int paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, const QWidget *widget)
{
    if (look.text.isEmpty() || rect.width() <= 2 * padding)
        return 0;
    const QPixmap whole = chipPicture(look, widget);
    const QSize size = whole.deviceIndependentSize().toSize();
    if (size.width() <= rect.width() && size.height() <= rect.height()) {
        painter->drawPixmap(rect.x(), rect.y() + (rect.height() - size.height()) / 2, whole);
        return size.width();
    }
    const int height = std::min(size.height(), rect.height());
    const QRect body(rect.x(), rect.y() + (rect.height() - height) / 2, std::min(size.width(), rect.width()), height);
    painter->save();
    drawChip(painter, body, look, widget);
    painter->restore();
    return body.width();
}

Chip::Chip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

Chip::Chip(const ChipLook &look, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLook(look);
}

void Chip::setLook(const ChipLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    if (look.text.isEmpty())
        hide();
    else if (parentWidget()) // otherwise it would become a window
        show();
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_look, this), chipHeight(this)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(chipWidth(m_look, this), 2 * padding + iconSide(this) + 4 * space::group), chipHeight(this)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_look, this);
}

void Chip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace parvis
