#include "ui_requests/caseview.h"

#include "ui_common/chip.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_requests/queuewords.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QMimeData>
#include <QtGui/QDrag>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

const QString casesType = u"application/x-parvis-requests"_s;

//! The subject; number and delay; place, whom it is for, who has it. In two lines what there is room for stands beside the
//! number.
class CaseDelegate final : public QStyledItemDelegate
{
public:
    CaseDelegate(const CaseListModel &model, const QueueController &queue, const ReferenceData &town, CaseView *view)
        : QStyledItemDelegate(view), m_model(model), m_queue(queue), m_town(town), m_view(view)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = rowHeight(option.widget);
        return {space::margin,
                m_model.line(index.row()).heading ? line + space::gap : m_view->lines() * line - m_view->lines() * space::unit};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const CaseListModel::Line &line = m_model.line(index.row());
        if (line.heading)
            paintHeading(painter, option, line);
        else
            paintCase(painter, option, line.row);
    }

private:
    static void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const CaseListModel::Line &line)
    {
        painter->setFont(textFont(TextRole::Strong));
        painter->setPen(toneColor(toneOf(*line.heading), option.palette));
        const QRect area = option.rect.adjusted(space::gap, space::gap, -space::gap, 0);
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(painter->font()).elidedText(headingText(*line.heading, line.cases), Qt::ElideRight, area.width()));
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }

    void paintCase(QPainter *painter, const QStyleOptionViewItem &option, const RequestRow &row) const
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? ink : toneColor(Tone::Muted, option.palette);
        const QRect area = option.rect.adjusted(space::gap, space::unit, -space::gap, -space::unit);
        const int height = area.height() / m_view->lines();
        QRect first(area.left(), area.top(), area.width(), height);
        const QRect second(area.left(), area.top() + height, area.width(), height);
        if (row.pending) {
            const int side = iconSide(option.widget) - 2;
            painter->drawPixmap(first.right() - side, first.top() + (first.height() - side) / 2,
                                iconPixmap(pendingChip().icon, side, quiet, option.widget->devicePixelRatioF()));
            first.setRight(first.right() - side - space::unit);
        }
        drawLine(painter, first, row.subject, textFont(TextRole::Strong), ink);

        const Delay delay = m_queue.delay(row);
        const bool hasNoDelay = !delay.counts();
        const ChipLook chip = row.conflict ? conflictChip() : hasNoDelay ? chipFor(row.status) : chipFor(delay);
        const int width = std::min(chipWidth(chip, option.widget), second.width());
        const QString number = numberText(row.number), rest = detail(row);
        const QString words = rest.isEmpty() ? number : number + u" · "_s + rest;
        const bool isTall = m_view->lines() > 2;
        const int left = isTall ? second.left() : second.right() - width + 1;
        paintChip(painter, QRect(left, second.top(), width, second.height()), chip, option.widget);
        drawLine(painter, isTall ? second.translated(0, height) : second.adjusted(0, 0, -width - space::gap, 0), words,
                 textFont(TextRole::Secondary), quiet);
    }

    QString detail(const RequestRow &row) const
    {
        QStringList parts;
        if ((m_view->showsAssignee() && !row.assignee.isNull()) || m_queue.isOfAbsent(row))
            parts.append(m_town.userName(row.assignee));
        if (!row.address.isEmpty())
            parts.append(row.address);
        if (!row.citizen.isEmpty())
            parts.append(row.citizen);
        return parts.join(u" · "_s);
    }

    static void drawLine(QPainter *painter, const QRect &area, const QString &text, const QFont &font, const QColor &ink)
    {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
    }

    const CaseListModel &m_model;
    const QueueController &m_queue;
    const ReferenceData &m_town;
    CaseView *m_view;
};

} // namespace

CaseView::CaseView(CaseListModel &model, const QueueController &queue, const ReferenceData &town, QWidget *parent)
    : QListView(parent), m_model(model)
{
    m_model.setWording([&queue, &town](const CaseListModel::Line &line) {
        if (line.heading)
            return headingText(*line.heading, line.cases);
        const Delay delay = queue.delay(line.row);
        const bool hasNoDelay = !delay.counts();
        QStringList parts{line.row.subject,
                          numberText(line.row.number),
                          (hasNoDelay ? chipFor(line.row.status) : chipFor(delay)).text,
                          line.row.address,
                          line.row.citizen,
                          town.userName(line.row.assignee)};
        parts.removeAll({});
        return parts.join(u", "_s);
    });
    setModel(&model);
    setItemDelegate(new CaseDelegate(model, queue, town, this));
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    connect(this, &QListView::activated, this, &CaseView::opened);
    // A case that came to another place is still the one in sight.
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CaseView::keepChosen);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CaseView::keepChosen);
}

Id CaseView::current() const
{
    return m_model.idAt(currentIndex().row());
}

void CaseView::select(const Id &request)
{
    const int row = m_model.indexOf(request);
    if (row >= 0)
        goTo(row);
}

//! Not setCurrentIndex(): it looks at the keys that are down.
void CaseView::goTo(int row)
{
    m_anchor = m_model.index(row);
    selectionModel()->setCurrentIndex(m_anchor, QItemSelectionModel::ClearAndSelect);
}

int CaseView::nextCase(int from, int step) const
{
    int row = from + step;
    while (row >= 0 && row < m_model.rowCount() && !m_model.isCase(row))
        row += step;
    return m_model.isCase(row) ? row : from;
}

void CaseView::keepChosen()
{
    if (!selectionModel()->selectedIndexes().isEmpty())
        return;
    const int row = m_chosen.isNull() ? -1 : m_model.indexOf(m_chosen);
    if (row >= 0)
        goTo(row);
    else if (hasFocus())
        currentIndex().isValid() ? clearMarks() : step(0);
}

void CaseView::step(int cases)
{
    if (!currentIndex().isValid() || cases == 0) {
        const int row = currentIndex().isValid() ? currentIndex().row() : nextCase(-1, 1);
        if (m_model.isCase(row))
            goTo(row);
        return;
    }
    const int row = nextCase(currentIndex().row(), cases > 0 ? 1 : -1);
    if (m_model.isCase(row))
        goTo(row);
}

QList<Id> CaseView::marked() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<Id> ids;
    for (const QModelIndex &index : indexes) {
        if (m_model.isCase(index.row()))
            ids.append(m_model.idAt(index.row()));
    }
    return ids;
}

void CaseView::toggleMark()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle);
}

void CaseView::clearMarks()
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clearSelection();
}

void CaseView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const Id id = m_model.idAt(current.isValid() ? current.row() : -1);
    if (id == m_chosen)
        return;
    m_chosen = id;
    Q_EMIT chosen(id);
}

void CaseView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT marksChanged();
}

QModelIndex CaseView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int from = currentIndex().row();
    if (action == MoveUp || action == MoveDown)
        return m_model.index(nextCase(from, action == MoveUp ? -1 : 1));
    const QModelIndex to = QListView::moveCursor(action, modifiers);
    return to.isValid() && !m_model.isCase(to.row()) ? m_model.index(nextCase(to.row(), to.row() == 0 ? 1 : -1)) : to;
}

void CaseView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (!current().isNull())
            Q_EMIT opened();
        return;
    }
    if (isPlain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT leftSideways(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    static const QHash<int, CursorAction> moves{{Qt::Key_Up, MoveUp},         {Qt::Key_Down, MoveDown},
                                                {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown},
                                                {Qt::Key_Home, MoveHome},     {Qt::Key_End, MoveEnd}};
    const bool isShift = event->modifiers() == Qt::ShiftModifier;
    if ((isPlain || isShift) && moves.contains(event->key()))
        moveBy(moves.value(event->key()), isShift);
    else
        QListView::keyPressEvent(event);
}

//! Not by QListView, which marks what lies between two points on the screen: of cards with headings between them, none.
void CaseView::moveBy(CursorAction action, bool marks)
{
    const QModelIndex to = moveCursor(action, Qt::NoModifier);
    if (!to.isValid())
        return;
    if (!marks)
        return goTo(to.row());
    if (!m_anchor.isValid())
        m_anchor = currentIndex();
    const int first = std::min(m_anchor.row(), to.row()), last = std::max(m_anchor.row(), to.row());
    selectionModel()->select({m_model.index(first), m_model.index(last)}, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(to, QItemSelectionModel::NoUpdate);
}

void CaseView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    Q_EMIT entered();
    if (!currentIndex().isValid())
        step(0);
    if (selectionModel()->selectedIndexes().isEmpty() && currentIndex().isValid())
        clearMarks();
}

void CaseView::setLines(int lines)
{
    m_lines = lines;
    scheduleDelayedItemsLayout();
}

void CaseView::setCarriesCases(bool carries)
{
    setDragEnabled(carries);
    setAcceptDrops(carries);
    setDropIndicatorShown(false); // the lane counts, not the place in it
}

void CaseView::startDrag(Qt::DropActions)
{
    QByteArray ids;
    const QList<Id> requests = marked();
    for (const Id &id : requests)
        ids += id.toRfc4122();
    if (ids.isEmpty())
        return;
    auto *data = new QMimeData;
    data->setData(casesType, ids);
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->exec(Qt::MoveAction);
}

void CaseView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() != this && event->mimeData()->hasFormat(casesType))
        event->acceptProposedAction();
}

void CaseView::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->source() != this && event->mimeData()->hasFormat(casesType))
        event->acceptProposedAction();
}

void CaseView::dropEvent(QDropEvent *event)
{
    constexpr qsizetype idBytes = 16;
    const QByteArray data = event->mimeData()->data(casesType);
    QList<Id> requests;
    for (qsizetype at = 0; at + idBytes <= data.size(); at += idBytes)
        requests.append(QUuid::fromRfc4122(QByteArrayView(data).sliced(at, idBytes)));
    if (requests.isEmpty() || event->source() == this)
        return;
    event->acceptProposedAction();
    Q_EMIT carried(requests);
}

} // namespace parvis
