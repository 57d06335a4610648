#include "ui_common/suggestionlist.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

namespace parvis {
namespace {

//! One line: icon, what it is, what tells it from others; the reason at the right.
class SuggestionDelegate final : public QStyledItemDelegate
{
public:
    SuggestionDelegate(SuggestionList *list) : QStyledItemDelegate(list), m_list(*list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight(&m_list)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Suggestion &s = m_list.suggestions().at(index.row());
        const bool chosen = option.state & QStyle::State_Selected;
        const QPalette &palette = option.palette;
        const QColor ink = palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = chosen ? ink : toneColor(Tone::Muted, palette);
        painter->save();
        if (chosen)
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        QRect rest = option.rect.adjusted(space::gap, 0, -space::gap, 0);
        const int side = iconSide(&m_list);
        if (!s.icon.isEmpty())
            painter->drawPixmap(rest.x(), rest.y() + (rest.height() - side) / 2,
                                iconPixmap(s.icon, side, quiet, m_list.devicePixelRatioF()));
        rest.setLeft(rest.left() + side + space::gap);

        const QFont quietFont = textFont(TextRole::Secondary);
        const QFontMetrics quietMetrics(quietFont);
        const int wanted = QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(s.text);
        const int reasonRoom = std::max(0, rest.width() - std::min(wanted, rest.width() / 2) - space::group);
        const QString reason = quietMetrics.elidedText(s.reason, Qt::ElideRight, reasonRoom);
        const int reasonWidth = reason.isEmpty() ? 0 : quietMetrics.horizontalAdvance(reason) + space::group;
        painter->setPen(quiet);
        painter->setFont(quietFont);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, reason);
        rest.setWidth(rest.width() - reasonWidth);

        painter->setPen(ink);
        painter->setFont(textFont(TextRole::Strong));
        const QString text = painter->fontMetrics().elidedText(s.text, Qt::ElideRight, rest.width());
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(text) + space::gap);
        painter->setPen(quiet);
        painter->setFont(textFont(TextRole::Body));
        if (rest.width() > space::group)
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(s.detail, Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    const SuggestionList &m_list;
};

} // namespace

SuggestionList::SuggestionList(QWidget *parent) : QListWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setItemDelegate(new SuggestionDelegate(this));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Suggestions"));
    hide();
}

void SuggestionList::setSuggestions(const QList<Suggestion> &suggestions)
{
    clear();
    m_suggestions = suggestions;
    for (const Suggestion &s : suggestions) {
        auto *item = new QListWidgetItem(s.text, this);
        QStringList said{s.text, s.detail, s.reason};
        said.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, said.join(QStringLiteral(", ")));
    }
}

int SuggestionList::wantedHeight() const
{
    return std::min(int(m_suggestions.size()), m_shownRows) * rowHeight(this) + 2 * frameWidth();
}

} // namespace parvis
