#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/requestquery.h"
#include "store/storegate.h"

#include <QtCore/QAbstractTableModel>

namespace parvis {

//! The requests of a query, page by page, over any number of rows. A new query keeps the old rows on the screen until its first
//! page is there. Changes of the store are taken in where they stand: nothing jumps. GUI thread.
class RequestListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Subject, CitizenName, Service, DelayColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole };
    using Wording = std::function<QString(const RequestRow &row, const Delay &delay, Column column)>;

    static constexpr int firstPage = 60; //!< fills the largest window
    static constexpr int pageSize = 200;

    RequestListModel(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                     QObject *parent = nullptr);

    //! What assistive technology reads in a cell, and what the columns are called; given by the interface.
    void setWording(const QStringList &headers, Wording wording);

    const RequestQuery &query() const { return m_query; }
    void setQuery(const RequestQuery &query);      //!< queryShown() follows when its first rows are there
    void reload();                                 //!< the same query anew, with as many rows as there are now, within reason
    bool isAnother() const { return m_isAnother; } //!< the rows answer another query than those before them

    //! The row stays in the list while it is looked at, even when it no longer belongs to it.
    void setPinned(const Id &id);

    const RequestRow &row(int index) const { return m_rows.at(index); }
    int indexOf(const Id &id) const; //!< -1 if it is not loaded
    Delay delay(const RequestRow &row) const;
    QDate today() const { return m_today; }
    bool isComplete() const { return !m_next; } //!< nothing more to fetch

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_next && !m_isFetching; }
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void queryShown(); //!< the rows are those of query()
    void loadFailed(const parvis::Error &error);

private:
    void ask(int limit);
    void show(const RequestPage &page);
    void take(const Touched &touched);
    void refresh(const QSet<Id> &asked, const QList<RequestRow> &found);
    void place(const RequestRow &row);
    bool comesBefore(const RequestRow &a, const RequestRow &b) const;
    void renewDay();

    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QStringList m_headers;
    Wording m_wording;

    RequestQuery m_query, m_shown;
    bool m_isAnother = false;
    QList<RequestRow> m_rows;
    std::optional<RequestCursor> m_next;
    QSet<Id> m_takenIn; // changed or come since the first page: a later page may bring them again
    Id m_pinned;
    bool m_isFetching = false;
    bool m_isAsked = false;   // before the first question there is nothing to keep in step
    quint64 m_generation = 0; // pages asked before the last show() are dropped
    QDate m_today;
    mutable QHash<qint64, Delay> m_delays; // by due day: counting working days at each paint is too slow
    Latest<RequestPage> m_first;
};

} // namespace parvis
