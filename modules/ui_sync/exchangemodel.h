#pragma once

#include "sync/exchangelog.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimeZone>

namespace parvis {

//! The last exchanges with the hub, newest first, as numbers only.
class ExchangeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { At, What, Rows, Size, Took, Outcome, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setExchanges(const QList<Exchange> &oldestFirst, const QTimeZone &zone);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_exchanges.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Exchange> m_exchanges;
    QTimeZone m_zone;
};

} // namespace parvis
