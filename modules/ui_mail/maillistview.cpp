#include "ui_mail/maillistview.h"

#include "ui_common/chip.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! How many rows below the last visible one are loaded ahead: more than a page key passes.
constexpr int rowsAhead = 150;

class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(MailListModel &model, QWidget *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {space::margin, rowHeight(option.widget)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const DispatchRow &row = m_model.row(index.row());
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        QRect area = option.rect.adjusted(space::gap, 0, -space::unit, 0);
        const auto column = MailListModel::Column(index.column());
        if (column == MailListModel::State) {
            paintChip(painter, area, chipFor(row.dispatch), option.widget);
            return;
        }
        const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? ink : toneColor(Tone::Muted, option.palette);
        if (column == MailListModel::ChannelColumn) {
            const int side = iconSide(option.widget);
            painter->drawPixmap(area.left(), area.center().y() - side / 2,
                                iconPixmap(iconFor(row.dispatch.channel), side, quiet, option.widget->devicePixelRatioF()));
            area.setLeft(area.left() + side + space::unit);
        }
        if (column == MailListModel::Addressee && row.isOnItsWay)
            area.setRight(area.right() - paintMark(painter, area, option, quiet));
        const bool isMuted = column == MailListModel::Day || column == MailListModel::ChannelColumn;
        const bool isNumber = column == MailListModel::Chrono || column == MailListModel::Day;
        painter->setFont(isNumber ? tabular(option.font) : option.font);
        painter->setPen(isMuted ? quiet : ink);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }

private:
    static int paintMark(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QColor &ink)
    {
        const int side = iconSide(option.widget) - 2;
        painter->drawPixmap(area.right() - side, area.top() + (area.height() - side) / 2,
                            iconPixmap(pendingChip().icon, side, ink, option.widget->devicePixelRatioF()));
        return side + space::unit;
    }

    MailListModel &m_model;
};

} // namespace

MailListView::MailListView(MailListModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(model, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setProperty("cellMargin", space::gap);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setAccessibleName(tr("Outgoing mail"));
    layColumns();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MailListView::prefetch);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &MailListView::prefetch);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &MailListView::beforeReset);
    connect(&model, &MailListModel::queryShown, this, &MailListView::afterReset);
    connect(this, &QTableView::activated, this, &MailListView::opened);
}

//! Not setCurrentIndex(): it looks at the keys that are down, and a refresh after Ctrl+Enter would mark instead of choose.
void MailListView::goTo(int row)
{
    selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MailListView::goToFirst()
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        goTo(0);
}

void MailListView::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    goTo(std::clamp(from, 0, count - 1));
}

void MailListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const Id id = current.isValid() ? m_model.row(current.row()).dispatch.id : Id();
    if (current.isValid())
        m_row = current.row();
    if (m_isResetting || id == m_selected)
        return;
    m_selected = id;
    Q_EMIT chosen(id);
}

void MailListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_isResetting)
        Q_EMIT marksChanged();
}

QList<Id> MailListView::marked() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<Id> ids;
    for (const QModelIndex &row : rows)
        ids.append(m_model.row(row.row()).dispatch.id);
    return ids;
}

void MailListView::toggleMark()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void MailListView::markAll()
{
    goToFirst();
    if (m_model.rowCount() > 0)
        selectionModel()->select(QItemSelection(m_model.index(0, 0), m_model.index(m_model.rowCount() - 1, 0)),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void MailListView::clearMarks()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->clearSelection();
}

void MailListView::beforeReset()
{
    m_isResetting = true;
    m_marked = marked();
}

void MailListView::afterReset()
{
    const int selected = m_selected.isNull() ? -1 : m_model.indexOf(m_selected);
    if (selected >= 0) {
        goTo(selected);
        if (m_marked.size() > 1) {
            for (const Id &id : std::as_const(m_marked)) {
                if (const int row = m_model.indexOf(id); row >= 0)
                    selectionModel()->select(m_model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
    }
    m_isResetting = false;
    if (selected < 0) { // another list, or it is gone
        if (m_model.rowCount() > 0) {
            goTo(0);
        } else if (!m_selected.isNull()) {
            m_selected = {};
            Q_EMIT chosen({});
        }
        scrollToTop();
    }
    prefetch();
    Q_EMIT marksChanged();
}

void MailListView::prefetch()
{
    const int last = rowAt(viewport()->height() - 1);
    if (last >= 0 && last + rowsAhead > m_model.rowCount() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void MailListView::layColumns()
{
    horizontalHeader()->setFixedHeight(parvis::rowHeight(this)); // the cells' margin is meant sideways only
    using M = MailListModel;
    verticalHeader()->setDefaultSectionSize(parvis::rowHeight(this));
    const QFontMetrics metrics(tabular(font()));
    const int letter = metrics.averageCharWidth();
    const int room = viewport()->width();
    const int chrono = metrics.horizontalAdvance(u"VILLE-D-2026-000000"_s) + 2 * space::gap;
    int state = 0;
    for (const ReplyChannel channel : {ReplyChannel::Email, ReplyChannel::Letter, ReplyChannel::Counter}) {
        for (const DispatchState s : {DispatchState::Queued, DispatchState::Uncertain, DispatchState::Sent}) {
            Dispatch d;
            d.channel = channel;
            d.state = s;
            state = std::max(state, chipWidth(chipFor(d), this) + 2 * space::gap);
        }
    }
    const int rest = room - chrono - state;
    // What says most stays longest.
    const bool showsSubject = rest > 34 * letter;
    const bool showsDay = rest > 52 * letter;
    const bool showsChannel = rest > 66 * letter;
    const int day = showsDay ? 13 * letter : 0;
    const int channel = showsChannel ? 14 * letter : 0;
    const int subject = showsSubject ? (rest - day - channel) / 2 : 0;
    setColumnHidden(M::Day, !showsDay);
    setColumnHidden(M::Subject, !showsSubject);
    setColumnHidden(M::ChannelColumn, !showsChannel);
    setColumnWidth(M::Chrono, chrono);
    setColumnWidth(M::Day, day);
    setColumnWidth(M::ChannelColumn, channel);
    setColumnWidth(M::Subject, subject);
    setColumnWidth(M::State, state);
    setColumnWidth(M::Addressee, std::max(6 * letter, rest - day - channel - subject));
}

void MailListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
    prefetch();
}

void MailListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layColumns();
}

void MailListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT opened();
        return;
    }
    QTableView::keyPressEvent(event);
}

void MailListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    goToFirst();
}

} // namespace parvis
