#pragma once

#include "presentation/approvalscontroller.h"

#include <QtWidgets/QListView>

namespace parvis {

//! The queue: what it is, from whom, and when it was promised.
class ApprovalListView final : public QListView
{
    Q_OBJECT
public:
    ApprovalListView(ApprovalsController &book, const ReferenceData &town, QWidget *parent = nullptr);

    void select(const Id &reply);                    //!< without telling chosen()
    void keyboardSearch(const QString &) override {} //!< letters decide; one that can't now must not bring another reply

Q_SIGNALS:
    void chosen(const parvis::Id &reply); //!< is current now
    void opened(const parvis::Id &reply); //!< Enter or double click

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ApprovalsController &m_book;
    bool m_isQuiet = false;
};

} // namespace parvis
