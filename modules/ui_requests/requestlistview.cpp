#include "ui_requests/requestlistview.h"

#include "ui_common/chip.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QHash>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! How many rows below the last visible one are loaded ahead: more than a page key passes.
constexpr int rowsAhead = 150;

ChipLook delayChip(const RequestRow &row, const Delay &delay)
{
    if (row.conflict)
        return conflictChip();
    const bool hasNoDelay = !delay.counts();
    return hasNoDelay ? chipFor(row.status) : chipFor(delay);
}

//! Paints a row straight from the model's value; shaped texts and chips are kept as pictures of themselves.
class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(RequestListModel &model, QWidget *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {space::margin, rowHeight(option.widget)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const RequestRow &row = m_model.row(index.row());
        const Delay delay = m_model.delay(row);
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        QRect area = option.rect.adjusted(space::gap, 0, -space::unit, 0);
        const auto column = RequestListModel::Column(index.column());
        if (column == RequestListModel::DelayColumn) {
            paintChip(painter, area, delayChip(row, delay), option.widget);
            return;
        }
        if (column == RequestListModel::Subject && row.pending)
            area.setRight(area.right() - paintMark(painter, area, option, isSelected));
        const bool isMuted = column == RequestListModel::Service ||
                             (column == RequestListModel::CitizenName && row.citizen.isEmpty()) ||
                             (column == RequestListModel::Number && row.number.isEmpty());
        painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText)
                        : isMuted  ? toneColor(Tone::Muted, option.palette)
                                   : option.palette.color(QPalette::Text));
        const std::shared_ptr<const QTextLayout> text =
            shaped(cellText(row, delay, column), option.font, area.width(), column == RequestListModel::Number);
        const double height = text->boundingRect().height();
        text->draw(painter, QPointF(area.left(), area.top() + std::floor((area.height() - height) / 2)));
    }

private:
    static int paintMark(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, bool isSelected)
    {
        const int side = iconSide(option.widget) - 2;
        const QColor ink = isSelected ? option.palette.color(QPalette::HighlightedText) : toneColor(Tone::Muted, option.palette);
        painter->drawPixmap(area.right() - side, area.top() + (area.height() - side) / 2,
                            iconPixmap(pendingChip().icon, side, ink, option.widget->devicePixelRatioF()));
        return side + space::unit;
    }

    //! One line, elided to \a width. Shaping is most of what a row costs: once for a text that fits, and kept.
    std::shared_ptr<const QTextLayout> shaped(const QString &text, const QFont &body, int width, bool isNumber) const
    {
        static constexpr int mostKept = 1000; // several screens of rows
        if (body != m_body || m_shaped.size() >= mostKept)
            m_shaped.clear();
        m_body = body;
        std::shared_ptr<const QTextLayout> &kept = m_shaped[std::pair(text, isNumber ? -width : width)];
        if (kept)
            return kept;
        const QFont font = isNumber ? tabular(body) : body;
        const auto made = std::make_shared<QTextLayout>(text, font);
        layInOneLine(*made);
        if (made->lineAt(0).naturalTextWidth() > width) {
            made->setText(QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
            layInOneLine(*made);
        }
        kept = made;
        return kept;
    }

    static void layInOneLine(QTextLayout &layout)
    {
        static constexpr double endless = 1 << 20;
        layout.setCacheEnabled(true);
        layout.beginLayout();
        layout.createLine().setLineWidth(endless);
        layout.endLayout();
    }

    RequestListModel &m_model;
    //! By text and width, of numbers its negative.
    mutable QHash<std::pair<QString, int>, std::shared_ptr<const QTextLayout>> m_shaped;
    mutable QFont m_body;
};

} // namespace

RequestListView::RequestListView(RequestListModel &model, QWidget *parent) : QTableView(parent), m_model(model)
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
    setAccessibleName(tr("Requests"));
    layColumns();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestListView::prefetch);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RequestListView::prefetch);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RequestListView::beforeReset);
    connect(&model, &RequestListModel::queryShown, this, &RequestListView::afterReset);
    connect(this, &QTableView::activated, this, &RequestListView::opened);
}

Id RequestListView::current() const
{
    return m_selected;
}

void RequestListView::select(const Id &id)
{
    const int row = m_model.indexOf(id);
    if (row >= 0)
        goTo(row);
}

//! Not setCurrentIndex(): it looks at the keys that are down, and a refresh after Ctrl+Enter would mark instead of choose.
void RequestListView::goTo(int row)
{
    selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RequestListView::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    goTo(std::clamp(from, 0, count - 1));
}

void RequestListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const Id id = current.isValid() ? m_model.row(current.row()).id : Id();
    if (m_isResetting || id == m_selected)
        return;
    m_selected = id;
    Q_EMIT chosen(id);
}

void RequestListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_isResetting)
        Q_EMIT marksChanged();
}

QList<Id> RequestListView::marked() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<Id> ids;
    for (const QModelIndex &row : rows)
        ids.append(m_model.row(row.row()).id);
    return ids;
}

void RequestListView::toggleMark()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void RequestListView::clearMarks()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->clearSelection();
}

void RequestListView::beforeReset()
{
    m_isResetting = true;
    m_marked = marked();
    const int top = rowAt(0);
    m_top = top >= 0 && verticalScrollBar()->value() > 0 ? m_model.row(top).id : Id();
}

void RequestListView::afterReset()
{
    const int selected = m_selected.isNull() ? -1 : m_model.indexOf(m_selected);
    if (selected >= 0)
        goTo(selected);
    if (m_marked.size() > 1) {
        for (const Id &id : std::as_const(m_marked)) {
            if (const int row = m_model.indexOf(id); row >= 0)
                selectionModel()->select(m_model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    const int top = m_top.isNull() ? -1 : m_model.indexOf(m_top);
    if (top >= 0)
        scrollTo(m_model.index(top, 0), PositionAtTop);
    else
        scrollToTop();
    m_isResetting = false;
    // What was chosen before is no answer to another question; where the same one is asked anew, what is read stays in sight.
    if (selected < 0 && m_model.isAnother() && hasFocus() && m_model.rowCount() > 0)
        goTo(0);
    prefetch();
    Q_EMIT marksChanged();
}

void RequestListView::prefetch()
{
    const int last = rowAt(viewport()->height() - 1);
    if (last >= 0 && last + rowsAhead > m_model.rowCount() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void RequestListView::layColumns()
{
    horizontalHeader()->setFixedHeight(parvis::rowHeight(this)); // the cells' margin is meant sideways only
    using M = RequestListModel;
    verticalHeader()->setDefaultSectionSize(parvis::rowHeight(this));
    const QFontMetrics metrics(tabular(font()));
    const int letter = metrics.averageCharWidth();
    const int room = viewport()->width();
    const int number = metrics.horizontalAdvance(u"2026-014233"_s) + 2 * space::gap;
    const int delay =
        std::max(chipWidth(chipFor(Delay{DelayState::Late, 88}), this), chipWidth(chipFor(Delay{DelayState::OnTime, 10}), this)) +
        2 * space::gap;
    const int rest = room - number - delay;
    // What says most stays longest.
    const bool showsCitizen = rest > 28 * letter;
    const bool showsService = rest > 44 * letter;
    const int citizen = showsCitizen ? std::min(24 * letter, rest * 3 / 10) : 0;
    const int service = showsService ? std::min(20 * letter, rest * 2 / 10) : 0;
    setColumnHidden(M::CitizenName, !showsCitizen);
    setColumnHidden(M::Service, !showsService);
    setColumnWidth(M::Number, number);
    setColumnWidth(M::CitizenName, citizen);
    setColumnWidth(M::Service, service);
    setColumnWidth(M::DelayColumn, delay);
    setColumnWidth(M::Subject, std::max(6 * letter, rest - citizen - service));
}

void RequestListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
    prefetch();
}

void RequestListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layColumns();
}

void RequestListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT opened();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RequestListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        goTo(0);
}

} // namespace parvis
