#include "ui_shell/rail.h"

#include "ui_common/icons.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace parvis {
namespace {

constexpr int barWidth = 3;

int railIconSide(const QWidget *widget)
{
    return iconSide(widget) * 20 / 16;
}

} // namespace

RailButton::RailButton(QAction *action, const QString &word, QWidget *parent)
    : QAbstractButton(parent), m_icon(action->icon().name())
{
    setText(word);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(word);
    setToolTip(action->toolTip());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n waiting", nullptr, count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextRole::Secondary));
    const int width = metrics.horizontalAdvance(text()) + 2 * space::gap + barWidth;
    return {std::max(width, 72), railIconSide(this) + metrics.height() + 2 * space::gap + 2};
}

void RailButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void RailButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor accent = toneColor(Tone::Accent, palette());
    if (isChecked()) {
        painter.fillRect(rect(), toneGround(Tone::Accent, palette()));
        painter.fillRect(QRect(0, 0, barWidth, height()), accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), toneGround(Tone::Neutral, palette()));
    }
    const QColor ink = isChecked() ? accent : palette().color(QPalette::WindowText);
    const int side = railIconSide(this);
    const int left = (width() - side) / 2;
    painter.drawPixmap(left, space::gap, iconPixmap(m_icon, side, ink, devicePixelRatioF()));

    QFont font = textFont(TextRole::Secondary);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRect(0, space::gap + side + 2, width(), height() - side - space::gap - 2), Qt::AlignHCenter | Qt::AlignTop,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2));
    if (m_badge > 0) {
        const QString number = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.setRenderHint(QPainter::Antialiasing);
        const int height = painter.fontMetrics().height();
        const int width = std::max(height, painter.fontMetrics().horizontalAdvance(number) + space::gap);
        const QRect pill(std::min(left + side - space::unit, this->width() - width - 2), 2, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setPen(palette().color(QPalette::HighlightedText));
        painter.drawText(pill, Qt::AlignCenter, number);
    }
    if (hasFocus())
        paintFocusRing(&painter, rect(), palette());
}

Rail::Rail(QWidget *parent) : QFrame(parent), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    setAccessibleName(tr("Workspaces"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::unit, 1, space::unit);
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addStretch();
    column->addLayout(m_bottom);
}

RailButton *Rail::addTop(QAction *action, const QString &word)
{
    auto *button = new RailButton(action, word, this);
    m_top->addWidget(button);
    return button;
}

RailButton *Rail::addBottom(QAction *action, const QString &word)
{
    auto *button = new RailButton(action, word, this);
    m_bottom->addWidget(button);
    return button;
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace parvis
