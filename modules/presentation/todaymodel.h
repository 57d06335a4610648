#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"
#include "store/timelinequery.h"

#include <QtCore/QAbstractTableModel>

namespace parvis {

//! The contacts since midnight, newest first, with their counts. Codes only: the view puts them into words. GUI thread.
class TodayModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, ChannelColumn, CitizenColumn, Subject, Number, Outcome, ColumnCount };
    enum Role { RequestIdRole = Qt::UserRole, ContactIdRole };

    TodayModel(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock, QObject *parent = nullptr);

    void load();
    const ContactCounts &counts() const { return m_counts; }
    const ContactRow &row(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    //! DisplayRole: QDateTime, Channel, QString, QString, QString, RequestStatus. The enums are wrapped as int.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();
    void loadFailed(const parvis::Error &error);

private:
    struct Day
    {
        QList<ContactRow> rows;
        ContactCounts counts;
    };
    void show(const QList<ContactRow> &rows);

    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QList<ContactRow> m_rows;
    ContactCounts m_counts;
    Latest<Day> m_loading;
};

} // namespace parvis
