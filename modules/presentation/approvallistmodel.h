#pragma once

#include "presentation/approvalcase.h"

#include <QtCore/QAbstractListModel>

#include <functional>

namespace parvis {

//! Lines of the signature book. What stays in the list keeps its place in views while others come and go.
class ApprovalListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    //! What assistive technology reads of a line.
    using Wording = std::function<QString(const ApprovalItem &)>;

    using QAbstractListModel::QAbstractListModel;
    void setWording(Wording wording) { m_wording = std::move(wording); }
    void setItems(const QList<ApprovalItem> &items);

    const QList<ApprovalItem> &items() const { return m_items; }
    const ApprovalItem *item(const QModelIndex &index) const; //!< null for an invalid index
    QModelIndex indexOf(const Id &reply) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ApprovalItem> m_items;
    Wording m_wording;
};

} // namespace parvis
