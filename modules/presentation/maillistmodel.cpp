#include "presentation/maillistmodel.h"

#include <algorithm>

namespace parvis {

namespace {

//! Beyond it a refresh of single rows costs more than asking for the page again.
constexpr qsizetype mostSingleRows = 200;
constexpr int mostReloaded = 1000;

} // namespace

MailListModel::MailListModel(StoreGate &store, StoreEvents &events, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_first(this, [this](const Result<Page> &page) {
          if (page)
              show(page.value());
          else
              Q_EMIT loadFailed(page.error());
      })
{
    connect(&events, &StoreEvents::touched, this, &MailListModel::take);
}

void MailListModel::setWording(const QStringList &headers, Wording wording)
{
    m_headers = headers;
    m_wording = std::move(wording);
}

void MailListModel::setQuery(const DispatchQuery &query)
{
    m_query = query;
    ask(firstPage);
}

void MailListModel::reload()
{
    ask(std::clamp(rowCount(), firstPage, mostReloaded));
}

void MailListModel::ask(int limit)
{
    m_isAsked = true;
    m_first.ask([this, query = m_query, limit] {
        return m_store.read([query, limit](DeskStore &store) -> Result<Page> {
            const auto rows = dispatches(store, query, nullptr, limit);
            if (!rows)
                return rows.error();
            return Page{query, *rows, rows->size() < limit};
        });
    });
}

void MailListModel::show(const Page &page)
{
    beginResetModel();
    m_shown = page.query;
    m_rows = page.rows;
    m_isComplete = page.isLast;
    if (!m_rows.isEmpty())
        m_last = m_rows.last();
    m_takenIn.clear();
    m_isFetching = false;
    ++m_generation;
    endResetModel();
    Q_EMIT queryShown();
}

bool MailListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isFetching;
}

void MailListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    const auto read = [query = m_shown, last = m_last](DeskStore &store) { return dispatches(store, query, &last, pageSize); };
    whenReady(m_store.read(read), this, [this, generation = m_generation](const Result<QList<DispatchRow>> &page) {
        if (generation != m_generation)
            return;
        if (!page) {
            m_isFetching = false;
            m_isComplete = true; // only reload() tries again
            Q_EMIT loadFailed(page.error());
            return;
        }
        QList<DispatchRow> rows = page.value();
        m_isComplete = rows.size() < pageSize;
        if (!rows.isEmpty())
            m_last = rows.last();
        rows.removeIf([this](const DispatchRow &row) { return m_takenIn.contains(row.dispatch.id); });
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

void MailListModel::take(const Touched &touched)
{
    if (!m_isAsked)
        return;
    QSet<Id> ids;
    for (const auto &[kind, id] : touched.records) {
        if (kind == Kind::Dispatch)
            ids.insert(id);
    }
    if (touched.everything || ids.size() > mostSingleRows) {
        reload();
        return;
    }
    for (const auto &[kind, id] : touched.records) { // its number
        if (kind != Kind::Request)
            continue;
        for (const DispatchRow &row : std::as_const(m_rows)) {
            if (row.dispatch.request == id)
                ids.insert(row.dispatch.id);
        }
    }
    if (ids.isEmpty())
        return;
    const auto read = [list = ids.values()](DeskStore &store) { return dispatchRows(store, list); };
    whenReady(m_store.read(read), this, [this, ids](const Result<QList<DispatchRow>> &rows) {
        if (rows)
            refresh(ids, rows.value());
        else
            Q_EMIT loadFailed(rows.error());
    });
}

void MailListModel::refresh(const QSet<Id> &asked, const QList<DispatchRow> &found)
{
    QHash<Id, DispatchRow> fresh;
    for (const DispatchRow &row : found)
        fresh.insert(row.dispatch.id, row);
    for (int i = rowCount() - 1; i >= 0; --i) {
        const Id id = m_rows.at(i).dispatch.id;
        if (!asked.contains(id))
            continue;
        const auto it = fresh.constFind(id);
        const bool isThere = it != fresh.constEnd();
        if (isThere && (belongs(*it, m_shown) || id == m_pinned)) {
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
    for (const DispatchRow &row : std::as_const(fresh)) {
        if (belongs(row, m_shown))
            place(row);
    }
}

bool MailListModel::comesBefore(const DispatchRow &a, const DispatchRow &b) const
{
    const auto key = [](const DispatchRow &row) {
        return std::tuple(row.dispatch.queuedAt, row.dispatch.chrono, row.dispatch.id.toRfc4122());
    };
    return m_shown.isOldestFirst ? key(a) < key(b) : key(b) < key(a);
}

void MailListModel::place(const DispatchRow &row)
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row,
                                     [this](const DispatchRow &a, const DispatchRow &b) { return comesBefore(a, b); });
    if (at == m_rows.end() && !m_isComplete)
        return; // a later page brings it
    const int i = int(at - m_rows.begin());
    beginInsertRows({}, i, i);
    m_rows.insert(i, row);
    m_takenIn.insert(row.dispatch.id);
    endInsertRows();
}

void MailListModel::setPinned(const Id &id)
{
    const Id before = std::exchange(m_pinned, id);
    const int i = before == id ? -1 : indexOf(before);
    if (i < 0 || belongs(m_rows.at(i), m_shown))
        return;
    beginRemoveRows({}, i, i);
    m_rows.removeAt(i);
    endRemoveRows();
}

int MailListModel::indexOf(const Id &id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&id](const DispatchRow &row) { return row.dispatch.id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

QVariant MailListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DispatchRow &row = m_rows.at(index.row());
    if (role == IdRole)
        return row.dispatch.id;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (m_wording)
        return m_wording(row, Column(index.column()));
    switch (index.column()) {
    case Chrono: return row.dispatch.chrono;
    case Addressee: return row.dispatch.name;
    case Subject: return row.dispatch.subject;
    default: return {};
    }
}

QVariant MailListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}

} // namespace parvis
