#include "ui_sync/syncworkspace.h"

#include "ui_common/action.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_sync/syncwords.h"
#include "ui_syncworkspace.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Two lines: what it is, and why it is here.
class ItemDelegate final : public QStyledItemDelegate
{
public:
    using Texts = std::function<std::pair<QString, QString>(const QModelIndex &index)>;
    ItemDelegate(Texts texts, QObject *parent) : QStyledItemDelegate(parent), m_texts(std::move(texts)) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = static_cast<const QListView *>(option.widget)->viewport()->width() - 2 * space::gap;
        const QRect detail = detailRect(QRect(0, 0, width, 0), m_texts(index).second);
        return {space::margin, QFontMetrics(textFont(TextRole::Body)).height() + detail.height() + space::group};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto [title, detail] = m_texts(index);
        const bool isSelected = option.state & QStyle::State_Selected;
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const QRect area = option.rect.adjusted(space::gap, space::gap, -space::gap, -space::gap);
        const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        painter->setPen(ink);
        painter->setFont(textFont(TextRole::Body));
        painter->drawText(area, Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(title, Qt::ElideMiddle, area.width()));
        const QRect below = detailRect(area.adjusted(0, painter->fontMetrics().height(), 0, 0), detail);
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(isSelected ? ink : toneColor(Tone::Muted, option.palette));
        painter->drawText(below, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, detail);
        painter->restore();
    }

private:
    static QRect detailRect(const QRect &area, const QString &detail)
    {
        QRect rect = QFontMetrics(textFont(TextRole::Secondary))
                         .boundingRect(area.x(), area.y(), area.width(), 1 << 16, Qt::AlignLeft | Qt::TextWordWrap, detail);
        rect.setWidth(area.width());
        return rect;
    }

    Texts m_texts;
};

} // namespace

SyncWorkspace::SyncWorkspace(SyncController &controller, const ReferenceData &town, const Clock &clock, Navigator &navigator,
                             QWidget *parent)
    : Workspace(parent),
      m_controller(controller),
      m_town(town),
      m_clock(clock),
      m_navigator(navigator),
      m_ui(std::make_unique<Ui::SyncWorkspace>())
{
    m_ui->setupUi(this);
    setTextRole(m_ui->state, TextRole::Heading);
    for (QLabel *label : {m_ui->settleTitle, m_ui->sendTitle, m_ui->logTitle})
        setTextRole(label, TextRole::Strong);
    for (QLabel *label : {m_ui->settleEmpty, m_ui->sendEmpty})
        setTextRole(label, TextRole::Secondary);
    m_ui->logTitle->setText(tr("Last exchanges"));
    m_ui->toSettle->setAccessibleName(tr("To settle"));
    m_ui->toSend->setAccessibleName(tr("To send"));
    m_ui->exchanges->setAccessibleName(tr("Last exchanges"));
    prepare(m_ui->toSettle, m_controller.toSettle());
    prepare(m_ui->toSend, m_controller.toSend());
    m_ui->exchanges->setModel(&m_exchanges);
    m_ui->exchanges->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_ui->exchanges->setShowGrid(false);
    m_ui->exchanges->setTabKeyNavigation(false);
    m_ui->exchanges->verticalHeader()->hide();
    m_ui->exchanges->verticalHeader()->setDefaultSectionSize(rowHeight(this));
    m_ui->exchanges->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->exchanges->horizontalHeader()->setStretchLastSection(true);
    m_ui->exchanges->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->split->setSizes({600, 610}); // the exchanges whole at 1366 pixels, in French
    makeActions();

    connect(&m_controller, &SyncController::stateChanged, this, &SyncWorkspace::showState);
    connect(&m_controller, &SyncController::changed, this, &SyncWorkspace::showItems);
    connect(&m_controller, &SyncController::failed, this, [this](const Error &error) {
        const auto refusal = fromToken<Refusal>(error.detail);
        m_ui->error->say(refusal ? sentence(*refusal) : sentence(error));
    });
    connect(&m_controller, &SyncController::settled, this, [this] {
        m_ui->error->clear();
        m_navigator.tell(tr("Settled."));
    });
    showState();
    showItems();
}

SyncWorkspace::~SyncWorkspace() = default;

void SyncWorkspace::prepare(QListView *view, SyncItemModel &model)
{
    const auto texts = [this, &model](const QModelIndex &index) {
        const SyncItem &item = model.item(index.row());
        return std::pair(itemTitle(item), itemDetail(item, m_town, today()));
    };
    model.setWording([this](const SyncItem &item) {
        //: a piece of work and why it is here
        return tr("%1. %2").arg(itemTitle(item), itemDetail(item, m_town, today()));
    });
    view->setModel(&model);
    view->setItemDelegate(new ItemDelegate(texts, view));
    view->setResizeMode(QListView::Adjust);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(view, &QListView::activated, this, [this, view] { openCurrent(view); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SyncWorkspace::chooseButtons);
}

void SyncWorkspace::makeActions()
{
    m_retry = makeAction(
        this, {u"sync.retry"_s, tr("Try now"), {Qt::Key_F5}, u"refresh-cw"_s, tr("Asks the hub at once instead of waiting.")});
    connect(m_retry, &QAction::triggered, this, [this] { m_controller.retry(); });
    m_stop = makeAction(this, {u"sync.pause"_s,
                               tr("Pause the first fetch"),
                               {Qt::Key_F6},
                               u"pause"_s,
                               tr("What has come is kept; Try now goes on from there.")});
    connect(m_stop, &QAction::triggered, this, [this] { m_controller.pauseFirstSync(); });
    m_copy = makeAction(this, {u"sync.copyReport"_s,
                               tr("Copy the report"),
                               {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                               u"copy"_s,
                               tr("For your administrator: times, counts and codes, no personal data.")});
    connect(m_copy, &QAction::triggered, this, [this] {
        QApplication::clipboard()->setText(m_controller.report());
        m_navigator.tell(tr("The report is in the clipboard. It holds no personal data."));
    });
    m_take = makeAction(this, {u"sync.take"_s,
                               tr("Take mine"),
                               {Qt::ALT | Qt::Key_M},
                               u"check"_s,
                               tr("Sends what was wanted once more, on top of what stands now.")});
    connect(m_take, &QAction::triggered, this, [this] {
        if (const auto item = chosen())
            m_controller.take(*item);
    });
    m_dismiss = makeAction(this, {u"sync.dismiss"_s,
                                  tr("Keep theirs"),
                                  {Qt::ALT | Qt::Key_K},
                                  u"x"_s,
                                  tr("Leaves what stands; what was wanted stays in the history.")});
    connect(m_dismiss, &QAction::triggered, this, [this] {
        if (const auto item = chosen())
            m_controller.dismiss(*item);
    });
    m_open = makeAction(this, {u"sync.open"_s,
                               tr("Open"),
                               {Qt::ALT | Qt::Key_O},
                               u"arrow-right"_s,
                               tr("Shows both values side by side. Enter does the same.")});
    connect(m_open, &QAction::triggered, this, [this] { openCurrent(m_ui->toSettle); });

    m_ui->head->addWidget(new ActionButton(m_stop));
    m_ui->head->addWidget(new ActionButton(m_retry));
    for (QAction *action : {m_take, m_dismiss, m_open})
        m_ui->settleButtons->addWidget(new ActionButton(action));
    m_ui->settleButtons->addStretch();
    m_ui->logButtons->addStretch();
    m_ui->logButtons->addWidget(new ActionButton(m_copy));
}

void SyncWorkspace::activate(const Opening &)
{
    m_controller.load();
    showState();
}

QWidget *SyncWorkspace::firstFocus()
{
    if (m_controller.toSettle().rowCount() > 0)
        return m_ui->toSettle;
    return m_controller.toSend().rowCount() > 0 ? static_cast<QWidget *>(m_ui->toSend) : m_ui->exchanges;
}

void SyncWorkspace::showState()
{
    const SyncState &state = m_controller.state();
    const StateText text = stateText(state, m_town.calendar().zone(), today());
    const int side = iconSide(this) * 3 / 2;
    m_ui->stateIcon->setPixmap(icon(text.icon, text.tone).pixmap(QSize(side, side), devicePixelRatioF()));
    m_ui->state->setText(text.title);
    m_ui->explanation->setText(text.explanation);
    const bool isFetching = state.phase == SyncPhase::FirstSync || state.phase == SyncPhase::Diverged;
    m_ui->progress->setVisible(isFetching && state.total > 0);
    m_ui->progress->setMaximum(1000);
    if (state.total > 0)
        m_ui->progress->setValue(int(state.done * 1000 / state.total));
    m_stop->setVisible(state.phase == SyncPhase::FirstSync && !state.isPaused);
    //: title of a list with its number
    m_ui->sendTitle->setText(
        tr("To send (%1)").arg(locale().toString(std::max(m_controller.toSendCount(), m_controller.toSend().rowCount()))));
    m_exchanges.setExchanges(m_controller.exchanges(), m_town.calendar().zone());
}

void SyncWorkspace::showItems()
{
    const int settle = m_controller.toSettle().rowCount();
    //: title of a list with its number
    m_ui->settleTitle->setText(tr("To settle (%1)").arg(locale().toString(settle)));
    m_ui->settlePages->setCurrentIndex(settle > 0 ? 0 : 1);
    m_ui->sendPages->setCurrentIndex(m_controller.toSend().rowCount() > 0 ? 0 : 1);
    if (settle > 0 && !m_ui->toSettle->currentIndex().isValid())
        m_ui->toSettle->setCurrentIndex(m_controller.toSettle().index(0));
    chooseButtons();
    showState();
    Q_EMIT badgeChanged(settle);
}

std::optional<SyncItem> SyncWorkspace::chosen() const
{
    const QModelIndex index = m_ui->toSettle->currentIndex();
    return index.isValid() ? std::optional(m_controller.toSettle().item(index.row())) : std::nullopt;
}

void SyncWorkspace::chooseButtons()
{
    const auto item = chosen();
    m_take->setEnabled(item.has_value());
    m_dismiss->setEnabled(item.has_value());
    m_open->setEnabled(item && !item->request.isNull());
    m_take->setText(!item || item->isOwn() ? tr("Take mine") : tr("Take this value"));
}

void SyncWorkspace::openCurrent(const QListView *view)
{
    const QModelIndex index = view->currentIndex();
    if (!index.isValid())
        return;
    const SyncItem &item =
        view == m_ui->toSettle ? m_controller.toSettle().item(index.row()) : m_controller.toSend().item(index.row());
    if (!item.request.isNull())
        m_navigator.open(Kind::Request, item.request);
}

void SyncWorkspace::changeEvent(QEvent *event)
{
    Workspace::changeEvent(event);
    if (m_retry && (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)) {
        m_ui->exchanges->verticalHeader()->setDefaultSectionSize(rowHeight(this));
        showState();
    }
}

} // namespace parvis
