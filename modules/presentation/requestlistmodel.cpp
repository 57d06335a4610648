#include "presentation/requestlistmodel.h"

#include "domain/workflow.h"

#include <algorithm>

namespace parvis {

namespace {

//! Beyond it a refresh of single rows costs more than asking for the page again.
constexpr qsizetype mostSingleRows = 200;
constexpr int mostReloaded = 1000;

//! The requests among \a touched, and those that its proposals hang on.
Result<QList<RequestRow>> changedRows(DeskStore &store, QSet<Id> requests, const QList<Id> &proposals)
{
    for (const Id &id : proposals) {
        const auto document = store.document(Kind::Proposal, id);
        if (!document)
            return document.error();
        if (*document)
            requests.insert(parentOf(Kind::Proposal, **document));
    }
    return requestRows(store, requests.values());
}

} // namespace

RequestListModel::RequestListModel(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                   QObject *parent)
    : QAbstractTableModel(parent),
      m_store(store),
      m_town(town),
      m_clock(clock),
      m_first(this, [this](const Result<RequestPage> &page) {
          if (page)
              show(page.value());
          else
              Q_EMIT loadFailed(page.error());
      })
{
    renewDay();
    connect(&events, &StoreEvents::touched, this, &RequestListModel::take);
    connect(&town, &ReferenceData::changed, this, [this] {
        m_delays.clear();
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void RequestListModel::setWording(const QStringList &headers, Wording wording)
{
    m_headers = headers;
    m_wording = std::move(wording);
}

void RequestListModel::renewDay()
{
    m_today = m_town.calendar().localDay(m_clock.now());
    m_delays.clear();
}

void RequestListModel::setQuery(const RequestQuery &query)
{
    m_query = query;
    ask(firstPage);
}

void RequestListModel::reload()
{
    ask(std::clamp(rowCount(), firstPage, mostReloaded));
}

void RequestListModel::ask(int limit)
{
    m_isAsked = true;
    if (!m_query.incidentOf.isEmpty())
        limit = mostReloaded; // whoever marks all of an incident must have all of it
    m_first.ask([this, query = m_query, limit] {
        return m_store.read([query, limit](DeskStore &store) { return requestPage(store, query, limit); });
    });
}

void RequestListModel::show(const RequestPage &page)
{
    beginResetModel();
    renewDay();
    m_isAnother = m_shown != m_query;
    m_shown = m_query;
    m_rows = page.rows;
    m_next = page.next;
    m_takenIn.clear();
    m_isFetching = false;
    ++m_generation;
    endResetModel();
    Q_EMIT queryShown();
}

void RequestListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    const auto read = [query = m_shown, after = m_next](DeskStore &store) { return requestPage(store, query, pageSize, after); };
    whenReady(m_store.read(read), this, [this, generation = m_generation](const Result<RequestPage> &page) {
        if (generation != m_generation)
            return;
        if (!page) {
            m_isFetching = false;
            m_next.reset(); // only reload() tries again
            Q_EMIT loadFailed(page.error());
            return;
        }
        QList<RequestRow> rows = page->rows;
        rows.removeIf([this](const RequestRow &row) { return m_takenIn.contains(row.id); });
        m_next = page->next;
        if (rows.isEmpty()) {
            m_isFetching = false;
            return;
        }
        beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
        m_rows += rows;
        m_isFetching = false; // not before: views call fetchMore() from inside beginInsertRows()
        endInsertRows();
    });
}

void RequestListModel::take(const Touched &touched)
{
    QSet<Id> requests, citizens;
    QList<Id> proposals;
    for (const auto &[kind, id] : touched.records) {
        if (kind == Kind::Request)
            requests.insert(id);
        else if (kind == Kind::Citizen)
            citizens.insert(id);
        else if (kind == Kind::Proposal)
            proposals.append(id);
    }
    if (!m_isAsked)
        return;
    // Which incident a list is of, only the store knows.
    const bool isOfIncident = !m_query.incidentOf.isEmpty() && (!requests.isEmpty() || concerns(touched, Kind::Incident));
    if (touched.everything || isOfIncident || requests.size() + proposals.size() > mostSingleRows) {
        reload();
        return;
    }
    if (!citizens.isEmpty()) {
        for (const RequestRow &row : std::as_const(m_rows)) {
            if (citizens.contains(row.citizenId))
                requests.insert(row.id);
        }
    }
    if (requests.isEmpty() && proposals.isEmpty())
        return;
    const auto read = [requests, proposals](DeskStore &store) { return changedRows(store, requests, proposals); };
    whenReady(m_store.read(read), this, [this, requests](const Result<QList<RequestRow>> &rows) {
        if (rows)
            refresh(requests, rows.value());
        else
            Q_EMIT loadFailed(rows.error());
    });
}

void RequestListModel::refresh(const QSet<Id> &asked, const QList<RequestRow> &found)
{
    QHash<Id, RequestRow> fresh;
    for (const RequestRow &row : found)
        fresh.insert(row.id, row);
    for (int i = rowCount() - 1; i >= 0; --i) {
        const Id id = m_rows.at(i).id;
        const auto it = fresh.constFind(id);
        const bool isThere = it != fresh.constEnd();
        if (!isThere && !asked.contains(id))
            continue;
        if (isThere && (belongs(*it, m_query) || id == m_pinned)) {
            if (m_rows.at(i) != *it) {
                m_rows[i] = *it;
                m_takenIn.insert(id);
                Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
            }
        } else {
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
        if (isThere)
            fresh.erase(it);
    }
    if (!m_query.words.isEmpty())
        return; // whether its words match is for the store to say, at the next search
    for (const RequestRow &row : std::as_const(fresh)) {
        if (belongs(row, m_query))
            place(row);
    }
}

bool RequestListModel::comesBefore(const RequestRow &a, const RequestRow &b) const
{
    if (m_query.view == RequestView::All)
        return std::pair(b.receivedAt, b.rowid) < std::pair(a.receivedAt, a.rowid);
    const auto urgency = [](const RequestRow &row) { return row.dueOn.isValid() ? row.dueOn.toJulianDay() : 9'999'999; };
    return std::pair(urgency(a), a.rowid) < std::pair(urgency(b), b.rowid);
}

void RequestListModel::place(const RequestRow &row)
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row,
                                     [this](const RequestRow &a, const RequestRow &b) { return comesBefore(a, b); });
    if (at == m_rows.end() && m_next)
        return; // a later page brings it
    const int i = int(at - m_rows.begin());
    beginInsertRows({}, i, i);
    m_rows.insert(i, row);
    m_takenIn.insert(row.id);
    endInsertRows();
}

void RequestListModel::setPinned(const Id &id)
{
    const Id before = std::exchange(m_pinned, id);
    const int i = before == id ? -1 : indexOf(before);
    if (i < 0 || belongs(m_rows.at(i), m_query))
        return;
    beginRemoveRows({}, i, i);
    m_rows.removeAt(i);
    endRemoveRows();
}

int RequestListModel::indexOf(const Id &id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&id](const RequestRow &row) { return row.id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

Delay RequestListModel::delay(const RequestRow &row) const
{
    if (!isOpen(row.status) || row.isClockStopped)
        return delayOf(isOpen(row.status), row.isClockStopped, row.dueOn, m_today, m_town.calendar());
    const qint64 key = row.dueOn.toJulianDay();
    auto it = m_delays.constFind(key);
    if (it == m_delays.constEnd())
        it = m_delays.insert(key, delayOf(true, false, row.dueOn, m_today, m_town.calendar()));
    return *it;
}

QVariant RequestListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RequestRow &row = m_rows.at(index.row());
    if (role == IdRole)
        return row.id;
    if ((role == Qt::AccessibleTextRole || role == Qt::DisplayRole) && m_wording)
        return m_wording(row, delay(row), Column(index.column()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return row.number;
    case Subject: return row.subject;
    case CitizenName: return row.citizen;
    case Service: return row.serviceName;
    case DelayColumn: return row.dueOn;
    default: return {};
    }
}

QVariant RequestListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}

} // namespace parvis
