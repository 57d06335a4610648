#include "ui_map/timebar.h"

#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_map/mapwords.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace parvis {

namespace {

constexpr int stepMs = 500; // long enough to see a month
constexpr int barHeight = 34;

} // namespace

TimeBar::TimeBar(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time"));
    setRange(0, 0);
    setPageStep(12);
    m_clock.setInterval(stepMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (value() >= maximum())
            return play(false);
        setValue(value() + 1);
    });
    connect(this, &QSlider::valueChanged, this, [this] {
        describe();
        update();
        Q_EMIT windowMoved();
    });
}

QSize TimeBar::minimumSizeHint() const
{
    return {240, barHeight + QFontMetrics(textFont(TextRole::Secondary)).height() + space::unit};
}

void TimeBar::setMonths(const QDate &first, const QList<int> &counts)
{
    const bool wasAtEnd = m_counts.isEmpty() || value() == maximum();
    const QDate end = m_first.isValid() ? m_first.addMonths(value()) : QDate();
    m_first = first.isValid() ? QDate(first.year(), first.month(), 1) : QDate();
    m_counts = counts;
    const int last = std::max(0, int(counts.size()) - 1);
    int place = last;
    if (!wasAtEnd && end.isValid() && m_first.isValid())
        place = (end.year() - m_first.year()) * 12 + end.month() - m_first.month();
    {
        const QSignalBlocker quiet(this);
        setRange(std::min(last, std::max(0, m_length - 1)), last);
        setValue(place);
    }
    describe();
    update();
    Q_EMIT windowMoved();
}

void TimeBar::setLength(int months)
{
    m_length = months;
    setEnabled(months > 0);
    {
        const QSignalBlocker quiet(this);
        setMinimum(std::min(maximum(), std::max(0, m_length - 1)));
    }
    describe();
    update();
    Q_EMIT windowMoved();
}

QDate TimeBar::from() const
{
    return m_length > 0 && m_first.isValid() ? m_first.addMonths(std::max(0, value() - m_length + 1)) : QDate();
}

QDate TimeBar::until() const
{
    return m_length > 0 && m_first.isValid() ? m_first.addMonths(value() + 1).addDays(-1) : QDate();
}

void TimeBar::play(bool isOn)
{
    if (isOn == isPlaying())
        return;
    if (isOn) {
        if (value() >= maximum())
            setValue(minimum());
        m_clock.start();
    } else {
        m_clock.stop();
    }
    Q_EMIT playingChanged(isOn);
}

void TimeBar::describe()
{
    setAccessibleDescription(periodText(from(), until()));
}

QRectF TimeBar::bar(int month) const
{
    const double step = double(width() - 2) / std::max<qsizetype>(1, m_counts.size());
    return {1 + step * month, 0, step, barHeight};
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_counts.isEmpty())
        return;
    const int first = m_length > 0 ? std::max(0, value() - m_length + 1) : 0;
    const int last = m_length > 0 ? value() : int(m_counts.size()) - 1;
    const QRectF window = bar(first).united(bar(last));
    painter.fillRect(window, toneGround(Tone::Accent, palette()));
    const int most = std::max(1, *std::max_element(m_counts.cbegin(), m_counts.cend()));
    const QColor accent = toneColor(Tone::Accent, palette()), quiet = lineColor(palette());
    for (int month = 0; month < m_counts.size(); ++month) {
        QRectF column = bar(month);
        const double gap = column.width() > 4 ? 1 : 0;
        column.setTop(barHeight - 2 - std::round((barHeight - 6) * double(m_counts.at(month)) / most));
        column.setBottom(barHeight - 2);
        painter.fillRect(column.adjusted(gap / 2, 0, -gap / 2, 0), month >= first && month <= last ? accent : quiet);
    }
    painter.setPen(QPen(accent, hasFocus() ? 2 : 1));
    painter.drawRect(window.adjusted(0.5, 0.5, -0.5, -1.5));
    // Years below, as many as there is room for.
    const QFont font = textFont(TextRole::Secondary);
    painter.setFont(font);
    painter.setPen(toneColor(Tone::Muted, palette()));
    double free = 0;
    for (int month = 0; month < m_counts.size(); ++month) {
        const QDate day = m_first.addMonths(month);
        if (day.month() != 1 && month != 0)
            continue;
        const QString year = QString::number(day.year());
        const double wide = QFontMetricsF(font).horizontalAdvance(year);
        const double x = bar(month).left();
        if (x < free || x + wide > width() || (month == 0 && day.month() > 8))
            continue;
        painter.drawText(QRectF(x, barHeight, wide + 2, height() - barHeight), Qt::AlignLeft | Qt::AlignVCenter, year);
        free = x + wide + space::gap;
    }
}

void TimeBar::moveTo(double x)
{
    if (m_counts.isEmpty())
        return;
    const double step = double(width() - 2) / double(m_counts.size());
    setValue(int((x - 1) / step) + m_length / 2);
}

void TimeBar::mousePressEvent(QMouseEvent *event)
{
    play(false);
    moveTo(event->position().x());
    event->accept();
}

void TimeBar::mouseMoveEvent(QMouseEvent *event)
{
    moveTo(event->position().x());
    event->accept();
}

void TimeBar::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void TimeBar::changeEvent(QEvent *event)
{
    QSlider::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace parvis
