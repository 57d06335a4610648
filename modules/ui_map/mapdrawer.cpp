#include "ui_map/mapdrawer.h"

#include "ui_common/chip.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_map/mapwords.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Icon, word and tone, as everywhere.
class ChipDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        paintChip(painter, option.rect.adjusted(2, 0, -2, 0), index.data(MapRequestModel::ChipRole).value<ChipLook>(),
                  option.widget);
    }
};

} // namespace

MapDrawer::MapDrawer(StoreGate &store, const MapController &map, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_map(map),
      m_requests(store, map, town),
      m_districts(map, town),
      m_spots(map, town),
      m_incidents(map, town),
      m_sorted(new QSortFilterProxyModel(this)),
      m_tabs(new QTabBar),
      m_pages(new QStackedWidget),
      m_more(secondaryLabel({}))
{
    m_sorted->setSourceModel(&m_districts);
    m_sorted->setSortRole(MapDistrictModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Tables of the map"));
    for (const QString &name : {tr("In sight"), tr("Districts"), tr("Hot spots"), tr("Incidents")})
        m_tabs->addTab(name);
    m_requestTable = makeTable(&m_requests, tr("Requests in sight"));
    m_requestTable->setItemDelegateForColumn(MapRequestModel::DelayColumn, new ChipDelegate(m_requestTable));
    m_requestTable->horizontalHeader()->setSectionResizeMode(MapRequestModel::Subject, QHeaderView::Stretch);
    m_requestTable->setColumnHidden(MapRequestModel::Number, true); // the title of the request in sight has it
    m_requestTable->setColumnWidth(MapRequestModel::Where, 112);
    m_requestTable->setColumnWidth(MapRequestModel::DelayColumn, 144);
    m_districtTable = makeTable(m_sorted, tr("Districts"));
    m_districtTable->setSortingEnabled(true);
    m_districtTable->sortByColumn(MapDistrictModel::Count, Qt::DescendingOrder);
    m_districtTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_districtTable->horizontalHeader()->setSectionResizeMode(MapDistrictModel::Name, QHeaderView::Stretch);
    m_spotTable = makeTable(&m_spots, tr("Hot spots"));
    m_spotTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_spotTable->horizontalHeader()->setSectionResizeMode(HotSpotModel::Where, QHeaderView::Stretch);
    m_incidentTable = makeTable(&m_incidents, tr("Incidents"));
    m_incidentTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_incidentTable->horizontalHeader()->setSectionResizeMode(MapIncidentModel::Where, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_more);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        m_more->setVisible(tab == Requests);
    });
    for (QTableView *table : {m_requestTable, m_districtTable, m_spotTable, m_incidentTable}) {
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex &index) { choose(index); });
        connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
            if (m_tabs->currentIndex() == Requests)
                Q_EMIT requestOpened(m_requests.idAt(index.row()));
            else if (const MapIncident *incident = m_incidents.incident(index.row());
                     incident && m_tabs->currentIndex() == Incidents)
                Q_EMIT incidentOpened(*incident);
            else
                choose(index);
        });
    }
    connect(&m_requests, &MapRequestModel::shown, this, [this] { select(m_current); });
    connect(&m_requests, &MapRequestModel::failed, this, &MapDrawer::failed);
}

QTableView *MapDrawer::makeTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight(table));
    table->horizontalHeader()->setHighlightSections(false);
    m_pages->addWidget(table);
    return table;
}

void MapDrawer::showRequests(const QList<Id> &ids, int all, bool isSight)
{
    m_requests.setRequests(ids);
    m_tabs->setTabText(Requests, isSight ? tr("In sight: %1").arg(numberText(all)) : tr("Here: %1").arg(numberText(all)));
    m_more->setText(all > ids.size()
                        ? tr("The newest %1 are listed: zoom in or filter for the others.").arg(numberText(int(ids.size())))
                        : QString());
}

void MapDrawer::renew()
{
    m_isQuiet = true;
    m_districts.renew();
    m_spots.renew();
    if (m_map.district().isNull())
        m_districtTable->clearSelection();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        if (m_sorted->index(row, 0).data(MapDistrictModel::IdRole).value<Id>() == m_map.district() && !m_map.district().isNull())
            m_districtTable->setCurrentIndex(m_sorted->index(row, 0));
    }
    m_isQuiet = false;
}

void MapDrawer::renewIncidents()
{
    m_isQuiet = true;
    m_incidents.renew();
    m_isQuiet = false;
}

void MapDrawer::setWide(bool isWide)
{
    m_requestTable->setColumnHidden(MapRequestModel::Number, !isWide);
}

void MapDrawer::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

MapDrawer::Tab MapDrawer::tab() const
{
    return Tab(m_tabs->currentIndex());
}

QTableView *MapDrawer::view() const
{
    return qobject_cast<QTableView *>(m_pages->currentWidget());
}

void MapDrawer::step(int by)
{
    QTableView *table = view();
    const int rows = table->model()->rowCount();
    if (!rows)
        return;
    const int now = table->currentIndex().isValid() ? table->currentIndex().row() : (by > 0 ? -1 : rows);
    table->setCurrentIndex(table->model()->index(std::clamp(now + by, 0, rows - 1), 0));
}

void MapDrawer::select(const Id &request)
{
    m_current = request;
    const int row = m_requests.indexOf(request);
    m_isQuiet = true;
    if (row >= 0)
        m_requestTable->setCurrentIndex(m_requests.index(row, 0));
    else
        m_requestTable->clearSelection();
    m_isQuiet = false;
}

void MapDrawer::selectIncident(int index)
{
    setTab(Incidents);
    m_incidentTable->setCurrentIndex(m_incidents.index(index, 0));
}

void MapDrawer::choose(const QModelIndex &index)
{
    if (m_isQuiet || !index.isValid())
        return;
    if (index.model() == &m_requests) {
        m_current = m_requests.idAt(index.row());
        Q_EMIT requestChosen(m_current);
    } else if (index.model() == m_sorted) {
        Q_EMIT districtChosen(index.data(MapDistrictModel::IdRole).value<Id>());
    } else if (index.model() == &m_incidents) {
        Q_EMIT incidentChosen(*m_incidents.incident(index.row()));
    } else if (const HotSpot *spot = m_spots.spot(index.row())) {
        Q_EMIT spotChosen(*spot);
    }
}

} // namespace parvis
