#include "presentation/todaymodel.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace parvis {

TodayModel::TodayModel(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_town(town), m_clock(clock), m_loading(this, [this](const Result<Day> &day) {
          if (!day) {
              Q_EMIT loadFailed(day.error());
              return;
          }
          show(day->rows);
          m_counts = day->counts;
          Q_EMIT countsChanged();
      })
{
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (concerns(touched, Kind::Contact) || concerns(touched, Kind::Request) || concerns(touched, Kind::Citizen))
            load();
    });
}

void TodayModel::load()
{
    const WorkingCalendar &calendar = m_town.calendar();
    const Instant midnight = calendar.startOfDay(calendar.localDay(m_clock.now()));
    m_loading.ask([this, midnight] {
        return m_store.read([midnight](DeskStore &store) -> Result<Day> {
            auto rows = contactsSince(store, midnight);
            if (!rows)
                return rows.error();
            const auto counts = contactCounts(store, midnight);
            if (!counts)
                return counts.error();
            return Day{std::move(rows).value(), counts.value()};
        });
    });
}

//! New contacts come in at the top, so that the view keeps its place and selection.
void TodayModel::show(const QList<ContactRow> &rows)
{
    const Id top = m_rows.isEmpty() ? Id() : m_rows.first().contact.id;
    const auto known = std::find_if(rows.begin(), rows.end(), [&top](const ContactRow &row) { return row.contact.id == top; });
    const int fresh = int(std::distance(rows.begin(), known));
    const qsizetype common = rows.size() - fresh;
    const bool onlyMore =
        !top.isNull() && common == m_rows.size() &&
        std::equal(known, rows.end(), m_rows.begin(), [](const auto &a, const auto &b) { return a.contact.id == b.contact.id; });
    if (!onlyMore) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_rows = rows;
        endInsertRows();
    } else {
        m_rows = rows;
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ContactRow &row = m_rows.at(index.row());
    if (role == RequestIdRole)
        return row.contact.request;
    if (role == ContactIdRole)
        return row.contact.id;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time: return QDateTime::fromMSecsSinceEpoch(row.contact.at.ms, m_town.calendar().zone());
    case ChannelColumn: return int(row.contact.channel);
    case CitizenColumn: return row.citizen;
    case Subject: return row.subject;
    case Number: return row.number;
    case Outcome: return int(row.status);
    default: return {};
    }
}

} // namespace parvis
