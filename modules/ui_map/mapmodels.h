#pragma once

#include "presentation/latest.h"
#include "presentation/mapcontroller.h"

#include <QtCore/QAbstractTableModel>

namespace parvis {

// The tables beside the map: all that it shows, for those who can't see it or have no graphics.

//! The requests in sight, newest first. Rows are read as the places are known; the first ones at once.
class MapRequestModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Subject, Where, DelayColumn, Number, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ChipRole };
    static constexpr int mostRows = 300;

    MapRequestModel(StoreGate &store, const MapController &map, const ReferenceData &town, QObject *parent = nullptr);

    void setRequests(const QList<Id> &ids); //!< shown() follows
    int indexOf(const Id &id) const;
    Id idAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : Id(); }
    const RequestRow *request(const Id &id) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void shown();
    void failed(const parvis::Error &error);

private:
    StoreGate &m_store;
    const MapController &m_map;
    const ReferenceData &m_town;
    QList<Id> m_ids;
    QList<RequestRow> m_rows;
    Latest<QList<RequestRow>> m_loading;
};

//! Each district with its figures.
class MapDistrictModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Count, OnTime, Trend, ColumnCount };
    enum Role { IdRole = Qt::UserRole, SortRole };

    MapDistrictModel(const MapController &map, const ReferenceData &town, QObject *parent = nullptr);
    void renew();

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_districts.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const MapController &m_map;
    const ReferenceData &m_town;
    QList<MapDistrict> m_districts;
};

//! Hot spots, most reports first.
class HotSpotModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Where, Count, Strength, ColumnCount };
    HotSpotModel(const MapController &map, const ReferenceData &town, QObject *parent = nullptr);
    void renew();
    const HotSpot *spot(int row) const { return row >= 0 && row < m_spots.size() ? &m_spots.at(row) : nullptr; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_spots.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const MapController &m_map;
    const ReferenceData &m_town;
    QList<HotSpot> m_spots;
    QStringList m_names;
};

//! Incidents and what may be one, most reports first.
class MapIncidentModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Where, Count, State, ColumnCount };
    MapIncidentModel(const MapController &map, const ReferenceData &town, QObject *parent = nullptr);
    void renew();
    const MapIncident *incident(int row) const { return row >= 0 && row < m_incidents.size() ? &m_incidents.at(row) : nullptr; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_incidents.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const MapController &m_map;
    const ReferenceData &m_town;
    QList<MapIncident> m_incidents;
    QStringList m_names;
};

} // namespace parvis
