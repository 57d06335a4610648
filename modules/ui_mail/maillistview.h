#pragma once

#include "presentation/maillistmodel.h"

#include <QtWidgets/QTableView>

namespace parvis {

//! The register or a list of work: one line each, columns that give way when there is little room. Keeps the selected line
//! selected and where it is on the screen while lines come and go.
class MailListView final : public QTableView
{
    Q_OBJECT
public:
    explicit MailListView(MailListModel &model, QWidget *parent = nullptr);

    Id current() const { return m_selected; }
    void step(int rows);      //!< moves the selection; works while the focus is elsewhere
    QList<Id> marked() const; //!< by Shift and the arrows, X, Ctrl+A, or the mouse; the current one alone counts too
    void toggleMark();
    void markAll();
    void clearMarks();
    void goToFirst(); //!< if nothing is chosen

Q_SIGNALS:
    void chosen(const parvis::Id &id); //!< another one; null: none
    void opened();                     //!< Enter
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

    MailListModel &m_model;
    Id m_selected; //!< what the agent looks at, over resets
    int m_row = 0; //!< where it was, for when it goes
    QList<Id> m_marked;
    bool m_isResetting = false;
};

} // namespace parvis
