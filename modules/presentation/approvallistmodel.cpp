#include "presentation/approvallistmodel.h"

#include <algorithm>

namespace parvis {

void ApprovalListModel::setItems(const QList<ApprovalItem> &items)
{
    QHash<Id, qsizetype> places;
    for (qsizetype i = 0; i < items.size(); ++i)
        places.insert(items.at(i).id(), i);
    for (qsizetype i = m_items.size() - 1; i >= 0; --i) {
        if (places.contains(m_items.at(i).id()))
            continue;
        beginRemoveRows({}, int(i), int(i));
        m_items.removeAt(i);
        endRemoveRows();
    }
    const bool isInOrder = std::is_sorted(m_items.begin(), m_items.end(), [&places](const auto &a, const auto &b) {
        return places.value(a.id()) < places.value(b.id());
    });
    if (!isInOrder) {
        beginResetModel();
        m_items = items;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i >= m_items.size() || m_items.at(i).id() != items.at(i).id()) {
            beginInsertRows({}, int(i), int(i));
            m_items.insert(i, items.at(i));
            endInsertRows();
        } else if (!(m_items.at(i) == items.at(i))) {
            m_items[i] = items.at(i);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    }
}

const ApprovalItem *ApprovalListModel::item(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_items.size() ? &m_items.at(index.row()) : nullptr;
}

QModelIndex ApprovalListModel::indexOf(const Id &reply) const
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&reply](const ApprovalItem &i) { return i.id() == reply; });
    return it == m_items.end() ? QModelIndex() : index(int(it - m_items.begin()));
}

int ApprovalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant ApprovalListModel::data(const QModelIndex &index, int role) const
{
    const ApprovalItem *line = item(index);
    if (!line)
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(line->row);
    if (role == Qt::AccessibleTextRole && m_wording)
        return m_wording(*line);
    return {};
}

} // namespace parvis
