#pragma once

#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/replyquery.h"
#include "store/storegate.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>

namespace parvis {

//! Lines of the register of outgoing mail, page by page, over any number of them. A new query keeps the old rows on the screen
//! until its first page is there. Changes of the store are taken in where they stand: nothing jumps. GUI thread.
class MailListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Chrono, Addressee, Subject, ChannelColumn, Day, State, ColumnCount };
    enum Role { IdRole = Qt::UserRole };
    using Wording = std::function<QString(const DispatchRow &row, Column column)>;

    static constexpr int firstPage = 60; //!< fills the largest window
    static constexpr int pageSize = 200;

    MailListModel(StoreGate &store, StoreEvents &events, QObject *parent = nullptr);

    //! What a cell says and what the columns are called; given by the interface.
    void setWording(const QStringList &headers, Wording wording);

    const DispatchQuery &query() const { return m_query; }
    void setQuery(const DispatchQuery &query); //!< queryShown() follows when its first rows are there
    void reload();                             //!< the same query anew, with as many rows as there are now, within reason

    //! The row stays in the list while it is looked at, even when it no longer belongs to it.
    void setPinned(const Id &id);

    const DispatchRow &row(int index) const { return m_rows.at(index); }
    int indexOf(const Id &id) const;                 //!< -1 if it is not loaded
    bool isComplete() const { return m_isComplete; } //!< nothing more to fetch

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void queryShown(); //!< the rows are those of query()
    void loadFailed(const parvis::Error &error);

private:
    struct Page
    {
        DispatchQuery query;
        QList<DispatchRow> rows;
        bool isLast = false;
    };
    void ask(int limit);
    void show(const Page &page);
    void take(const Touched &touched);
    void refresh(const QSet<Id> &asked, const QList<DispatchRow> &found);
    void place(const DispatchRow &row);
    bool comesBefore(const DispatchRow &a, const DispatchRow &b) const;

    StoreGate &m_store;
    QStringList m_headers;
    Wording m_wording;
    DispatchQuery m_query, m_shown;
    QList<DispatchRow> m_rows;
    DispatchRow m_last; // of the last page, whatever became of it: where the next one begins
    QSet<Id> m_takenIn; // changed or come since the first page: a later page may bring them again
    Id m_pinned;
    bool m_isComplete = true;
    bool m_isFetching = false;
    bool m_isAsked = false;   // before the first question there is nothing to keep in step
    quint64 m_generation = 0; // pages asked before the last show() are dropped
    Latest<Page> m_first;
};

} // namespace parvis
