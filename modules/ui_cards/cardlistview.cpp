#include "ui_cards/cardlistview.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString iconOf(const CardItem &item)
{
    switch (item.what) {
    case CardItem::What::Theme: return {};
    case CardItem::What::Draft: return u"square-pen"_s;
    case CardItem::What::Group: return u"layers"_s;
    case CardItem::What::Card: break;
    }
    return item.remark ? u"triangle-alert"_s : item.reviewOn.isValid() ? u"calendar"_s : QString();
}

class LineDelegate final : public QStyledItemDelegate
{
public:
    LineDelegate(const CardListModel &model, QWidget *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isTwo = !index.data(CardListModel::DetailRole).toString().isEmpty();
        const int second = QFontMetrics(textFont(TextRole::Secondary)).height();
        return {space::margin, rowHeight(option.widget) + (isTwo ? second : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const CardItem *item = m_model.item(index);
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? ink : toneColor(Tone::Muted, option.palette);
        QRect area = option.rect.adjusted(space::unit, 0, -space::unit, 0);
        if (const QString name = iconOf(*item); !name.isEmpty()) {
            const int side = iconSide(option.widget);
            painter->drawPixmap(area.left(), area.top() + (rowHeight(option.widget) - side) / 2,
                                iconPixmap(name, side, quiet, option.widget->devicePixelRatioF()));
            area.setLeft(area.left() + side + space::gap);
        }
        const QString detail = index.data(CardListModel::DetailRole).toString();
        QFont font = option.font;
        if (item->what == CardItem::What::Theme)
            font.setWeight(QFont::DemiBold);
        QRect first = area;
        if (!detail.isEmpty()) {
            const QFont small = textFont(TextRole::Secondary);
            const int height = QFontMetrics(small).height();
            first.setHeight(rowHeight(option.widget) - space::unit);
            const QRect second(area.left(), first.bottom() + 1, area.width(), height + space::unit);
            painter->setFont(small);
            painter->setPen(quiet);
            painter->drawText(second, Qt::AlignLeft | Qt::AlignTop,
                              QFontMetrics(small).elidedText(detail, Qt::ElideRight, second.width()));
        }
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, first.width()));
    }

private:
    const CardListModel &m_model;
};

} // namespace

CardListView::CardListView(CardListModel &model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new LineDelegate(model, this));
    setHeaderHidden(true);
    setAccessibleName(tr("Procedure cards"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setIndentation(space::group);
    connect(this, &QTreeView::doubleClicked, this, &CardListView::open);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        bool isTree = false;
        for (int i = 0; i < m_model.rowCount(); ++i)
            isTree = isTree || m_model.item(m_model.index(i, 0))->what == CardItem::What::Theme;
        setRootIsDecorated(isTree);
    });
}

void CardListView::step(int by)
{
    if (m_model.rowCount() == 0)
        return;
    QModelIndex next = currentIndex();
    if (!next.isValid())
        next = m_model.index(0, 0);
    else if (by > 0)
        next = indexBelow(next);
    else if (by < 0)
        next = indexAbove(next);
    if (next.isValid())
        setCurrentIndex(next);
}

bool CardListView::isAtTop() const
{
    return !currentIndex().isValid() || !indexAbove(currentIndex()).isValid();
}

void CardListView::select(CardItem::What what, const Id &id)
{
    const QModelIndex index = m_model.indexOf(what, id);
    if (!index.isValid() || index == currentIndex())
        return;
    m_isQuiet = true;
    setCurrentIndex(index); // opens its themes
    m_isQuiet = false;
}

void CardListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const CardItem *item = m_model.item(current);
    if (item && !m_isQuiet)
        Q_EMIT chosen(CardItem(*item)); // a copy: the list may be filled anew meanwhile
}

void CardListView::open(const QModelIndex &index)
{
    const CardItem *item = m_model.item(index);
    if (!item)
        return;
    if (item->what == CardItem::What::Theme)
        setExpanded(index, !isExpanded(index));
    else
        Q_EMIT opened(CardItem(*item));
}

void CardListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace parvis
