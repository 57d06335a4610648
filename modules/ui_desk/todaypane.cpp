#include "ui_desk/todaypane.h"

#include "ui_common/chip.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

class TodayDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        if (value.metaType() == QMetaType::fromType<QDateTime>())
            return locale.toString(value.toDateTime().time(), QLocale::ShortFormat);
        return QStyledItemDelegate::displayText(value, locale);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChannel = index.column() == TodayModel::ChannelColumn;
        if (!isChannel && index.column() != TodayModel::Outcome) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const int code = index.data().toInt();
        const QRect area = option.rect.adjusted(space::unit, 0, -space::unit, 0);
        paintChip(painter, area, isChannel ? chipFor(Channel(code)) : chipFor(RequestStatus(code)), option.widget);
    }
};

} // namespace

TodayPane::TodayPane(TodayModel &model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_counts(sectionLabel({})),
      m_empty(secondaryLabel(tr("Today's contacts gather here. F2 takes a call, F3 a visit."))),
      m_table(new QTableView)
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new TodayDelegate(m_table));
    m_table->setAccessibleName(tr("Today's contacts"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(TodayModel::Subject, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_counts);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.data(TodayModel::RequestIdRole).toUuid()); });
    connect(&m_model, &TodayModel::countsChanged, this, &TodayPane::showCounts);
    layOut();
    showCounts();
}

QSize TodayPane::sizeHint() const
{
    if (m_isFolded)
        return {QWidget::sizeHint().width(), fontMetrics().height() + space::gap};
    static constexpr int room = 128; // under large text the form needs the height more
    const int rows = std::max(2, room / rowHeight(this));
    return {QWidget::sizeHint().width(), fontMetrics().height() + space::gap + rows * rowHeight(this)};
}

void TodayPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
    QWidget::changeEvent(event);
}

void TodayPane::layOut()
{
    const int letter = m_table->fontMetrics().averageCharWidth();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(this));
    m_table->setMinimumHeight(rowHeight(this) + 2 * m_table->frameWidth());
    m_table->setColumnWidth(TodayModel::Time, 8 * letter);
    m_table->setColumnWidth(TodayModel::ChannelColumn, 17 * letter);
    m_table->setColumnWidth(TodayModel::CitizenColumn, 28 * letter);
    m_table->setColumnWidth(TodayModel::Number, 12 * letter);
    m_table->setColumnWidth(TodayModel::Outcome, 16 * letter);
}

void TodayPane::showCounts()
{
    const ContactCounts &counts = m_model.counts();
    const QStringList parts{tr("%n contact(s)", nullptr, counts.contacts),
                            tr("%n answered on the spot", nullptr, counts.onTheSpot),
                            tr("%n transmitted", nullptr, counts.passedOn)};
    m_counts->setText(tr("Today: %1").arg(parts.join(u" · "_s)));
    m_empty->setVisible(counts.contacts == 0 && !m_isFolded);
    m_table->setVisible(counts.contacts > 0 && !m_isFolded);
}

void TodayPane::setFolded(bool folded)
{
    if (m_isFolded == folded)
        return;
    m_isFolded = folded;
    showCounts();
    updateGeometry();
}

} // namespace parvis
