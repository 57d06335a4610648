#pragma once

#include "ui_map/mapmodels.h"

#include <QtWidgets/QWidget>

class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace parvis {

//! Beside the map: the requests in sight, the districts, the hot spots, the incidents, each as a table. Shows all that the map
//! shows.
class MapDrawer final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Requests, Districts, HotSpots, Incidents };

    MapDrawer(StoreGate &store, const MapController &map, const ReferenceData &town, QWidget *parent = nullptr);

    void showRequests(const QList<Id> &ids, int all,
                      bool isSight); //!< \a all: how many there are; \a isSight: what the map shows
    void renew();                    //!< figures of districts and hot spots
    void renewIncidents();
    void setTab(Tab tab);
    void setWide(bool isWide); //!< there is no map: the table has its place
    Tab tab() const;
    void step(int by);
    void select(const Id &request); //!< in the table, without a word; kept until it is there
    void selectIncident(int index); //!< of MapController::incidents(); incidentChosen() follows
    Id current() const { return m_current; }
    QTableView *view() const; //!< of the tab in front
    const MapRequestModel &requests() const { return m_requests; }

Q_SIGNALS:
    void requestChosen(const parvis::Id &request);
    void requestOpened(const parvis::Id &request);
    void districtChosen(const parvis::Id &district);
    void spotChosen(const parvis::HotSpot &spot);
    void incidentChosen(const parvis::MapIncident &incident);
    void incidentOpened(const parvis::MapIncident &incident);
    void failed(const parvis::Error &error);

private:
    QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void choose(const QModelIndex &index);

    const MapController &m_map;
    MapRequestModel m_requests;
    MapDistrictModel m_districts;
    HotSpotModel m_spots;
    MapIncidentModel m_incidents;
    QSortFilterProxyModel *m_sorted;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QTableView *m_requestTable, *m_districtTable, *m_spotTable, *m_incidentTable;
    QLabel *m_more;
    Id m_current;
    bool m_isQuiet = false;
};

} // namespace parvis
