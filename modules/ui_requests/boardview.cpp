#include "ui_requests/boardview.h"

#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_common/widgets.h"
#include "ui_requests/queuewords.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace parvis {

namespace {

constexpr int agentRole = Qt::UserRole;
constexpr int loadsWidth = 220; // at 100 %

enum LoadColumn { Agent, Open, LateOnes, LoadColumns };

} // namespace

BoardView::BoardView(QueueController &queue, BulkController &bulk, const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_queue(queue), m_bulk(bulk), m_town(town), m_loadsColumn(new QWidget), m_loads(new QTreeWidget)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::gap);
    for (std::size_t i = 0; i < laneCount; ++i) {
        m_models[i] = new CaseListModel(this);
        auto *view = new CaseView(*m_models[i], m_queue, m_town);
        view->setAccessibleName(laneTitle(Lane(i)));
        view->setCarriesCases(true);
        view->setLines(3);
        m_views[i] = view;
        m_titles[i] = new ElidedLabel;
        setTextRole(m_titles[i], TextRole::Strong);
        m_hints[i] = secondaryLabel(laneHint(Lane(i)));
        m_hints[i]->hide();
        m_columns[i] = new QWidget;
        auto *column = new QVBoxLayout(m_columns[i]);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(space::unit);
        column->addWidget(m_titles[i]);
        column->addWidget(m_hints[i]);
        column->addWidget(view, 1);
        line->addWidget(m_columns[i], 1);
        connect(view, &CaseView::chosen, this, [this, i](const Id &request) {
            if (i == m_lane)
                Q_EMIT chosen(request);
        });
        connect(view, &CaseView::entered, this, [this, i] { enter(i); });
        connect(view, &CaseView::opened, this, &BoardView::opened);
        connect(view, &CaseView::marksChanged, this, [this, i] {
            if (i == m_lane)
                Q_EMIT marksChanged();
        });
        connect(view, &CaseView::leftSideways, this, [this, i](int lanes) {
            const int to = std::clamp(int(i) + lanes, 0, int(laneCount) - 1);
            m_views[std::size_t(to)]->setFocus();
        });
        connect(view, &CaseView::carried, this, [this, i](const QList<Id> &requests) { carryTo(Lane(i), requests); });
    }
    m_loads->setObjectName(QStringLiteral("loads"));
    m_loads->setColumnCount(LoadColumns);
    m_loads->setHeaderHidden(true);
    m_loads->setAccessibleName(tr("How much each agent has"));
    m_loads->setRootIsDecorated(false);
    m_loads->setUniformRowHeights(true);
    m_loads->header()->setStretchLastSection(false);
    m_loads->header()->setSectionResizeMode(Agent, QHeaderView::Stretch);
    m_loads->header()->setSectionResizeMode(Open, QHeaderView::ResizeToContents);
    m_loads->header()->setSectionResizeMode(LateOnes, QHeaderView::ResizeToContents);
    //: title of a list: agents, how many cases each has, and how many of them are late
    auto *title = new ElidedLabel(tr("Agents: cases, late"));
    setTextRole(title, TextRole::Strong);
    auto *column = new QVBoxLayout(m_loadsColumn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(title);
    column->addWidget(m_loads, 1);
    m_loadsColumn->setFixedWidth(fontMetrics().height() * loadsWidth / 16);
    m_loadsColumn->hide();
    line->addWidget(m_loadsColumn);
    connect(m_loads, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { Q_EMIT agentChosen(item->data(Agent, agentRole).toUuid()); });
    connect(&m_queue, &QueueController::changed, this, &BoardView::show);
    setFocusProxy(m_views[m_lane]);
}

void BoardView::setOfService(bool isOfService)
{
    m_isOfService = isOfService;
    m_loadsColumn->setVisible(isOfService && !m_isNarrow);
    for (CaseView *view : m_views)
        view->setShowsAssignee(isOfService);
}

void BoardView::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    for (std::size_t i = 0; i < laneCount; ++i)
        m_columns[i]->setVisible(!isNarrow || i == m_lane);
    m_loadsColumn->setVisible(m_isOfService && !isNarrow);
}

void BoardView::enter(std::size_t lane)
{
    if (lane == m_lane)
        return;
    m_views[m_lane]->clearMarks();
    m_lane = lane;
    setFocusProxy(m_views[lane]);
    Q_EMIT chosen(current());
    Q_EMIT marksChanged();
}

Id BoardView::current() const
{
    return view().current();
}

QList<Id> BoardView::marked() const
{
    return view().marked();
}

void BoardView::clearMarks()
{
    view().clearMarks();
}

void BoardView::select(const Id &request)
{
    for (std::size_t i = 0; i < laneCount; ++i) {
        if (m_models[i]->indexOf(request) >= 0) {
            const bool hasKeys = view().hasFocus();
            enter(i);
            m_views[i]->select(request);
            if (hasKeys)
                m_views[i]->setFocus();
            return;
        }
    }
}

void BoardView::show()
{
    const WorkQueue &queue = m_queue.queue();
    for (std::size_t i = 0; i < laneCount; ++i) {
        const QueueLane &lane = queue.lanes[i];
        m_models[i]->setRows(lane.rows);
        QString title = laneTitle(Lane(i)) + QStringLiteral("  ") + locale().toString(lane.total);
        if (lane.late > 0)
            //: after the title of a lane and its number of cases
            title += QStringLiteral(" · ") + tr("%n late", nullptr, int(lane.late));
        m_titles[i]->setText(title);
        m_hints[i]->setVisible(lane.rows.isEmpty());
        if (lane.total > lane.rows.size()) {
            m_hints[i]->setText(tr("The %n most urgent; the list has them all.", nullptr, int(lane.rows.size())));
            m_hints[i]->show();
        } else if (lane.rows.isEmpty()) {
            m_hints[i]->setText(laneHint(Lane(i)));
        }
    }
    showLoads();
}

void BoardView::showLoads()
{
    const QTreeWidgetItem *before = m_loads->currentItem();
    const QVariant chosen = before ? before->data(Agent, agentRole) : QVariant();
    m_loads->clear();
    const auto add = [&](const QString &name, const CaseLoad &load) {
        auto *item = new QTreeWidgetItem(m_loads);
        item->setText(Agent, name);
        item->setData(Agent, agentRole, load.assignee);
        //: an agent's name, how many cases they have, and how many of them are late
        item->setToolTip(Agent,
                         tr("%1: %2, of which late: %3").arg(name, locale().toString(load.open), locale().toString(load.late)));
        item->setText(Open, locale().toString(load.open));
        item->setText(LateOnes, load.late > 0 ? locale().toString(load.late) : QString());
        for (const int column : {Open, LateOnes})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(LateOnes, toneColor(Tone::Late, palette()));
        if (chosen.isValid() && chosen.toUuid() == load.assignee)
            m_loads->setCurrentItem(item);
        return item;
    };
    CaseLoad all;
    for (const CaseLoad &load : m_queue.queue().loads) {
        all.open += load.open;
        all.late += load.late;
    }
    QFont strong = font();
    strong.setBold(true);
    //: all agents of a service together
    add(tr("Everybody"), all)->setFont(Agent, strong);
    for (const CaseLoad &load : m_queue.queue().loads) {
        if (!load.assignee.isNull())
            add(m_town.userName(load.assignee), load);
    }
}

void BoardView::carry(int lanes)
{
    const int to = int(m_lane) + lanes;
    if (to >= 0 && to < int(laneCount))
        carryTo(Lane(to), marked());
}

void BoardView::carryTo(Lane lane, const QList<Id> &requests)
{
    if (requests.isEmpty() || !m_bulk.may(Permission::Progress))
        return;
    switch (lane) {
    case Lane::ToTake: m_bulk.putBack(requests); break;
    case Lane::ToDo:
        if (Lane(m_lane) != Lane::ToTake)
            m_bulk.putBack(requests);
        else if (m_isOfService)
            Q_EMIT assignWanted();
        else
            m_bulk.take(requests);
        break;
    case Lane::InProgress: m_bulk.begin(requests); break;
    case Lane::Waiting: Q_EMIT waitWanted(); break;
    }
}

} // namespace parvis
