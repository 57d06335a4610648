#pragma once

#include "presentation/requestlistmodel.h"

#include <QtWidgets/QTableView>

namespace parvis {

//! The list of requests: one line each, columns that give way when there is little room. Keeps the selected request selected and
//! where it is on the screen while rows come and go.
class RequestListView final : public QTableView
{
    Q_OBJECT
public:
    explicit RequestListView(RequestListModel &model, QWidget *parent = nullptr);

    Id current() const;
    void select(const Id &id); //!< nothing if it is not loaded
    void step(int rows);       //!< moves the selection; works while the focus is elsewhere
    QList<Id> marked() const;  //!< by Shift and the arrows, X, or the mouse; the current one alone counts too
    void toggleMark();
    void clearMarks();

Q_SIGNALS:
    void chosen(const parvis::Id &id); //!< the current request is another one; null: none
    void opened();                     //!< Enter: the agent goes to its detail
    void marksChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void goTo(int row);
    void layColumns();
    void prefetch();
    void beforeReset();
    void afterReset();

    RequestListModel &m_model;
    Id m_selected;      //!< what the agent looks at, over resets
    Id m_top;           //!< the first row on the screen before a reset
    QList<Id> m_marked; //!< before a reset
    bool m_isResetting = false;
};

} // namespace parvis
