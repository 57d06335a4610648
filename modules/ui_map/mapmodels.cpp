#include "ui_map/mapmodels.h"

#include "domain/workflow.h"
#include "ui_common/chip.h"
#include "ui_common/requestlines.h"
#include "ui_common/words.h"
#include "ui_map/mapwords.h"

#include <QtCore/QLocale>

namespace parvis {

MapRequestModel::MapRequestModel(StoreGate &store, const MapController &map, const ReferenceData &town, QObject *parent)
    : QAbstractTableModel(parent),
      m_store(store),
      m_map(map),
      m_town(town),
      m_loading(this, [this](const Result<QList<RequestRow>> &rows) {
          if (!rows) {
              Q_EMIT failed(rows.error());
              return;
          }
          beginResetModel();
          m_rows = rows.value();
          endResetModel();
          Q_EMIT shown();
      })
{}

void MapRequestModel::setRequests(const QList<Id> &ids)
{
    m_ids = ids;
    m_loading.ask([this] { return m_store.read([ids = m_ids](DeskStore &store) { return requestRows(store, ids); }); });
}

int MapRequestModel::indexOf(const Id &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return int(i);
    }
    return -1;
}

const RequestRow *MapRequestModel::request(const Id &id) const
{
    const int row = indexOf(id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

QVariant MapRequestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RequestRow &row = m_rows.at(index.row());
    const Delay delay = delayOf(isOpen(row.status), row.isClockStopped, row.dueOn, m_map.today(), m_town.calendar());
    if (role == IdRole)
        return QVariant::fromValue(row.id);
    if (role == ChipRole && index.column() == DelayColumn)
        return QVariant::fromValue(chipFor(delay));
    if (role == Qt::ToolTipRole)
        return requestTitle(row.number, row.subject) + QLatin1Char('\n') + row.address;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Subject: return row.subject;
    case Where: return row.address.isEmpty() ? m_town.districtName(row.district) : row.address;
    case DelayColumn: return delay.counts() ? humanDelay(delay) : word(row.status);
    case Number: return row.number;
    case ColumnCount: break;
    }
    return {};
}

QVariant MapRequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Subject: return tr("Subject");
    case Where: return tr("Where");
    case DelayColumn: return tr("Delay");
    case Number: return tr("Number");
    case ColumnCount: break;
    }
    return {};
}

MapDistrictModel::MapDistrictModel(const MapController &map, const ReferenceData &town, QObject *parent)
    : QAbstractTableModel(parent), m_map(map), m_town(town)
{}

void MapDistrictModel::renew()
{
    const auto sameRows = [this] {
        const auto &now = m_map.districts();
        return now.size() == m_districts.size() &&
               std::equal(now.begin(), now.end(), m_districts.begin(), [](const auto &a, const auto &b) { return a.id == b.id; });
    };
    if (sameRows()) { // figures only: nobody loses their place
        m_districts = m_map.districts();
        if (!m_districts.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_districts.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_districts = m_map.districts();
    endResetModel();
}

QVariant MapDistrictModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MapDistrict &district = m_districts.at(index.row());
    const MapFigures &f = district.figures;
    if (role == IdRole)
        return QVariant::fromValue(district.id);
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == SortRole) {
        switch (Column(index.column())) {
        case Name: return districtTitle(district.id, m_town);
        case Count: return f.count;
        case OnTime: return f.promised ? double(f.kept) / f.promised : 2.0;
        case Trend: return f.before ? double(f.count) / f.before : 0.0;
        case ColumnCount: break;
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Name: return districtTitle(district.id, m_town);
    case Count: return numberText(f.count);
    case OnTime: return percentText(f.kept, f.promised);
    case Trend: return trendText(f);
    case ColumnCount: break;
    }
    return {};
}

QVariant MapDistrictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section != Name)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Name: return tr("District");
    case Count: return tr("Requests");
    case OnTime: return tr("On time");
    case Trend: return tr("Trend");
    case ColumnCount: break;
    }
    return {};
}

HotSpotModel::HotSpotModel(const MapController &map, const ReferenceData &town, QObject *parent)
    : QAbstractTableModel(parent), m_map(map), m_town(town)
{}

void HotSpotModel::renew()
{
    beginResetModel();
    m_spots = m_map.hotSpots().spots;
    m_names.clear();
    for (const HotSpot &spot : std::as_const(m_spots)) {
        const auto place = m_town.placeIndex().nearest(spot.centre.latitude, spot.centre.longitude);
        m_names.append(place ? place->address : tr("No street near"));
    }
    endResetModel();
}

QVariant HotSpotModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Where)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const HotSpot &spot = m_spots.at(index.row());
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Where: return m_names.at(index.row());
    case Count: return numberText(spot.count);
    case Strength: return QLocale().toString(spot.z, 'f', 1);
    case ColumnCount: break;
    }
    return {};
}

QVariant HotSpotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section != Where)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Strength)
        return tr("How far above what chance explains, in standard deviations (Getis-Ord Gi*).");
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Where: return tr("Around");
    case Count: return tr("Requests");
    case Strength: return tr("Gi*");
    case ColumnCount: break;
    }
    return {};
}

MapIncidentModel::MapIncidentModel(const MapController &map, const ReferenceData &town, QObject *parent)
    : QAbstractTableModel(parent), m_map(map), m_town(town)
{}

void MapIncidentModel::renew()
{
    beginResetModel();
    m_incidents = m_map.incidents();
    m_names.clear();
    for (const MapIncident &incident : std::as_const(m_incidents)) {
        const auto place = m_town.placeIndex().nearest(incident.where.at.latitude, incident.where.at.longitude);
        m_names.append(place ? place->address : tr("No street near"));
    }
    endResetModel();
}

QVariant MapIncidentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const MapIncident &incident = m_incidents.at(index.row());
    switch (Column(index.column())) {
    case Where: return m_names.at(index.row());
    case Count: return numberText(int(incident.where.requests.size()));
    case State:
        return incident.isGathered ? tr("Incident")
                                   //: of what may be an incident
                                   : tr("Possible, %1 %").arg(qRound(incident.where.confidence * 100));
    case ColumnCount: break;
    }
    return {};
}

QVariant MapIncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == State)
        return tr("How sure it is that the reports have one cause: they are near, recent and of the same matter.");
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Where: return tr("Around");
    case Count: return tr("Reports");
    case State: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

} // namespace parvis
