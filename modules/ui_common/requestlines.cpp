#include "ui_common/requestlines.h"

#include "domain/workflow.h"
#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_common/words.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

enum Role { TitleRole = Qt::DisplayRole, DetailRole = Qt::UserRole, IdRole, ChipRole };

int lineHeight()
{
    return QFontMetrics(textFont(TextRole::Strong)).height() + QFontMetrics(textFont(TextRole::Secondary)).height() + space::gap;
}

//! The row that a key would take, while the focus is in the form: marked, but not louder than the field being typed in.
void paintQuietSelection(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->fillRect(option.rect, toneGround(Tone::Accent, option.palette));
    QRect edge = option.rect;
    edge.setWidth(space::unit - 1);
    painter->fillRect(edge, toneColor(Tone::Accent, option.palette));
}

class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {space::margin, lineHeight()}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const auto *list = qobject_cast<const QWidget *>(option.widget);
        const bool isSelected = (option.state & QStyle::State_Selected) && list->hasFocus();
        if (isSelected)
            option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        else if (option.state & QStyle::State_Selected)
            paintQuietSelection(painter, option);

        const ChipLook chip = index.data(ChipRole).value<ChipLook>();
        const QRect area = option.rect.adjusted(space::gap, space::unit, -space::gap, -space::unit);
        const QFont titleFont = textFont(TextRole::Strong);
        const QFont detailFont = textFont(TextRole::Secondary);
        const int titleHeight = QFontMetrics(titleFont).height();
        const int chipSpace = std::min(area.width() / 2, chipWidth(chip, option.widget));
        const QRect chipRect(area.right() - chipSpace + 1, area.top(), chipSpace, titleHeight);
        const QRect titleRect(area.left(), area.top(), area.width() - chipSpace - space::gap, titleHeight);
        const QRect detailRect(area.left(), area.top() + titleHeight, area.width(), area.height() - titleHeight);

        painter->save();
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(titleFont);
        painter->drawText(
            titleRect, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(titleFont).elidedText(index.data(TitleRole).toString(), Qt::ElideRight, titleRect.width()));
        painter->setFont(detailFont);
        if (!isSelected)
            painter->setPen(toneColor(Tone::Muted, option.palette));
        const QString detail = index.data(DetailRole).toString();
        painter->drawText(detailRect, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(detailFont).elidedText(detail, Qt::ElideRight, detailRect.width()));
        painter->restore();
        paintChip(painter, chipRect, chip, option.widget);
    }
};

} // namespace

RequestLines::RequestLines(int mostRows, QWidget *parent) : QListWidget(parent), m_mostRows(mostRows)
{
    setItemDelegate(new LineDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setUniformItemSizes(true);
    connect(this, &QListWidget::currentItemChanged, this, [this] {
        if (hasFocus() && currentItem())
            m_chosen = current();
    });
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT opened(item->data(IdRole).toUuid()); });
}

void RequestLines::setLines(const QList<RequestLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    const QSignalBlocker blocker(this); // emptying is not choosing
    clear();
    int selected = 0;
    for (const RequestLine &line : lines) {
        auto *item = new QListWidgetItem(line.title, this);
        item->setData(DetailRole, line.detail);
        item->setData(IdRole, line.id);
        item->setData(ChipRole, QVariant::fromValue(line.chip));
        item->setData(Qt::AccessibleTextRole, u"%1, %2, %3"_s.arg(line.title, line.chip.text, line.detail));
        item->setToolTip(line.title + u'\n' + line.detail);
        if (line.id == m_chosen)
            selected = count() - 1;
    }
    if (count() > 0)
        setCurrentRow(selected);
    updateGeometry();
}

Id RequestLines::current() const
{
    return currentItem() ? currentItem()->data(IdRole).toUuid() : Id();
}

void RequestLines::step(int by)
{
    if (count() > 0)
        setCurrentRow(std::clamp(currentRow() + by, 0, count() - 1));
    m_chosen = current();
}

QSize RequestLines::sizeHint() const
{
    const int rows = std::clamp(int(m_lines.size()), 1, m_mostRows);
    return {QListWidget::sizeHint().width(), rows * lineHeight() + 2 * frameWidth()};
}

QSize RequestLines::minimumSizeHint() const
{
    return {space::margin * 8, lineHeight() + 2 * frameWidth()};
}

QString requestTitle(const QString &number, const QString &subject)
{
    return number.isEmpty() ? subject : number + u' ' + subject;
}

RequestLine requestLine(const RequestRow &row, const WorkingCalendar &calendar, const QDate &today)
{
    QStringList detail{word(row.status), row.serviceName, row.address};
    detail.removeAll(QString());
    const Delay delay = delayOf(isOpen(row.status), row.isClockStopped, row.dueOn, today, calendar);
    return {row.id, requestTitle(row.number, row.subject), detail.join(u" · "_s),
            isOpen(row.status) ? chipFor(delay) : chipFor(row.status)};
}

QString requestCount(const QList<RequestRow> &requests)
{
    if (requests.isEmpty())
        return RequestLines::tr("No request yet");
    const auto open = std::count_if(requests.begin(), requests.end(), [](const RequestRow &row) { return isOpen(row.status); });
    const QString all = RequestLines::tr("%n request(s)", nullptr, int(requests.size()));
    //: %1: "3 requests"
    return open == 0 ? RequestLines::tr("%1, none open").arg(all)
                     //: %1: "3 requests"; %n of them are open
                     : RequestLines::tr("%1, %n open", nullptr, int(open)).arg(all);
}

} // namespace parvis
