#include "ui_approvals/approvallistview.h"

#include "ui_approvals/approvalwords.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

class LineDelegate final : public QStyledItemDelegate
{
public:
    LineDelegate(const ApprovalsController &book, const ApprovalListModel &model, const ReferenceData &town, QWidget *parent)
        : QStyledItemDelegate(parent), m_book(book), m_model(model), m_town(town)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        constexpr int lines = 2; // below the subject
        return {space::margin, rowHeight(option.widget) + lines * small().height() + space::unit};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ApprovalItem *item = m_model.item(index);
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? ink : toneColor(Tone::Muted, option.palette);
        QRect area = option.rect.adjusted(space::gap, 0, -space::gap, -1);
        QRect first = area;
        first.setHeight(rowHeight(option.widget));
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, first.width()));
        const ChipLook chip = lookOf(*item);
        const int width = chip.text.isEmpty() ? 0 : chipWidth(chip, option.widget);
        QRect line(area.left(), first.bottom() + 1, area.width(), small().height());
        if (width > 0)
            paintChip(painter, QRect(line.right() - width + 1, line.top() - space::unit, width, line.height() + space::unit),
                      chip, option.widget);
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(quiet);
        const auto write = [&](const QString &text, int room) {
            painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, small().elidedText(text, Qt::ElideRight, room));
            line.translate(0, line.height());
        };
        write(aboutText(*item, m_town), line.width() - (width > 0 ? width + space::gap : 0));
        write(wayText(*item, m_book.view(), m_book.actor().user, m_town, m_book.today()), line.width());
        painter->setPen(lineColor(option.palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }

private:
    static QFontMetrics small() { return QFontMetrics(textFont(TextRole::Secondary)); }

    //! When it was promised; of what is decided, how.
    ChipLook lookOf(const ApprovalItem &item) const
    {
        const Reply &reply = item.row.reply;
        if (reply.state != ReplyState::InApproval)
            return stateChip(reply);
        const QDate due = item.row.dueOn;
        return due.isValid() ? chipFor(delayOf(true, false, due, m_book.today(), m_town.calendar())) : ChipLook();
    }

    const ApprovalsController &m_book;
    const ApprovalListModel &m_model;
    const ReferenceData &m_town;
};

} // namespace

ApprovalListView::ApprovalListView(ApprovalsController &book, const ReferenceData &town, QWidget *parent)
    : QListView(parent), m_book(book)
{
    setModel(&book.list());
    setItemDelegate(new LineDelegate(book, book.list(), town, this));
    setUniformItemSizes(true);
    setObjectName(u"approvals.list"_s);
    setAccessibleName(tr("Replies"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const ApprovalItem *item = m_book.list().item(index))
            Q_EMIT opened(item->id());
    });
    book.list().setWording([&book, &town](const ApprovalItem &item) {
        return QStringList{titleOf(item.row), aboutText(item, town),
                           wayText(item, book.view(), book.actor().user, town, book.today())}
            .join(u", "_s);
    });
}

void ApprovalListView::select(const Id &reply)
{
    const QModelIndex index = m_book.list().indexOf(reply);
    m_isQuiet = true;
    if (!index.isValid()) {
        clearSelection();
        setCurrentIndex({});
    } else if (index != currentIndex() || !selectionModel()->isSelected(index)) {
        setCurrentIndex(index);
    }
    m_isQuiet = false;
}

void ApprovalListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const ApprovalItem *item = m_book.list().item(current);
    if (item && !m_isQuiet)
        Q_EMIT chosen(Id(item->id()));
}

void ApprovalListView::keyPressEvent(QKeyEvent *event)
{
    const ApprovalItem *item = m_book.list().item(currentIndex());
    if (item && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        Q_EMIT opened(Id(item->id()));
    else
        QListView::keyPressEvent(event);
}

} // namespace parvis
