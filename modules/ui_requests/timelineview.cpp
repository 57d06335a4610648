#include "ui_requests/timelineview.h"

#include "ui_common/icons.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStyledItemDelegate>

namespace parvis {

namespace {

//! One entry: icon and title, who and when at the right, the body below.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using Text = std::function<EntryText(int row)>;
    EntryDelegate(Text text, QObject *parent) : QStyledItemDelegate(parent), m_text(std::move(text)) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = static_cast<const QListView *>(option.widget)->viewport()->width();
        const EntryText text = m_text(index.row());
        const Places at = places(QRect(0, 0, width, 0), text, option.widget);
        return {space::margin, at.body.bottom() + 1 + space::gap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const EntryText text = m_text(index.row());
        const Places at = places(option.rect, text, option.widget);
        const QPalette &palette = option.palette;
        painter->save();
        const int side = iconSide(option.widget);
        painter->drawPixmap(at.icon.topLeft(),
                            iconPixmap(text.icon, side, toneColor(text.tone, palette), option.widget->devicePixelRatioF()));
        painter->setPen(toneColor(text.tone == Tone::Held ? Tone::Held : Tone::Neutral, palette));
        painter->setFont(textFont(TextRole::Strong));
        painter->drawText(at.title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text.title, Qt::ElideRight, at.title.width()));
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(toneColor(Tone::Muted, palette));
        painter->drawText(at.meta, Qt::AlignVCenter | Qt::TextSingleLine | (at.isStacked ? Qt::AlignLeft : Qt::AlignRight),
                          painter->fontMetrics().elidedText(text.meta, Qt::ElideRight, at.meta.width()));
        painter->setPen(palette.color(QPalette::Text));
        painter->setFont(textFont(TextRole::Body));
        painter->drawText(at.body, bodyFlags, text.body);
        painter->setPen(lineColor(palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, option.rect, palette);
    }

private:
    static constexpr int bodyFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

    struct Places
    {
        QRect icon, title, meta, body;
        bool isStacked = false; //!< too narrow for both on a line
    };

    static Places places(const QRect &rect, const EntryText &text, const QWidget *widget)
    {
        Places at;
        const QFontMetrics strong(textFont(TextRole::Strong)), small(textFont(TextRole::Secondary));
        const int side = iconSide(widget);
        const int left = rect.left() + space::unit + side + space::gap;
        const int width = std::max(1, rect.right() - space::unit - left);
        const int line = std::max(strong.height(), side);
        int y = rect.top() + space::gap;
        at.icon = QRect(rect.left() + space::unit, y + (line - side) / 2, side, side);
        const int metaWidth = small.horizontalAdvance(text.meta) + 2;
        const int titleWidth = strong.horizontalAdvance(text.title) + 2;
        at.isStacked = metaWidth + titleWidth + space::gap > width;
        if (at.isStacked) {
            at.title = QRect(left, y, width, line);
            y += line;
            at.meta = QRect(left, y, width, small.height());
            y += small.height();
        } else {
            at.title = QRect(left, y, width - metaWidth - space::gap, line);
            at.meta = QRect(left + width - metaWidth, y, metaWidth, line);
            y += line;
        }
        at.body = QRect(left, y, width, 0);
        if (!text.body.isEmpty()) {
            const QFontMetrics body(textFont(TextRole::Body));
            at.body = body.boundingRect(QRect(left, y + 2, width, 1 << 20), bodyFlags, text.body);
            at.body.setWidth(width);
        }
        return at;
    }

    Text m_text;
};

} // namespace

TimelineView::TimelineView(const ReferenceData &town, const Clock &clock, QWidget *parent)
    : QListView(parent), m_town(town), m_clock(clock)
{
    const auto text = [this](int row) { return entryText(m_model.entry(row), m_town, today()); };
    m_model.setWording([this](const TimelineEntry &entry) { return entryText(entry, m_town, today()).spoken(); });
    setModel(&m_model);
    setItemDelegate(new EntryDelegate(text, this));
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
}

void TimelineView::setEntries(const QList<TimelineEntry> &entries)
{
    m_model.setEntries(entries);
    fit();
}

QSize TimelineView::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += sizeHintForIndex(m_model.index(row)).height();
    return {space::margin, height};
}

void TimelineView::fit()
{
    doItemsLayout();
    updateGeometry();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void TimelineView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // The list itself does not scroll: what is around it does.
    QWidget *above = parentWidget();
    while (above && !qobject_cast<QScrollArea *>(above))
        above = above->parentWidget();
    if (auto *area = qobject_cast<QScrollArea *>(above); area && current.isValid() && hasFocus()) {
        const QRect rect = visualRect(current);
        const QPoint bottom = mapTo(area->widget(), rect.bottomLeft()), top = mapTo(area->widget(), rect.topLeft());
        area->ensureVisible(0, bottom.y(), 0, space::gap);
        area->ensureVisible(0, top.y(), 0, space::gap);
    }
}

} // namespace parvis
