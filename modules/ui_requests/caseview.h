#pragma once

#include "presentation/caselistmodel.h"

#include <QtWidgets/QListView>

namespace parvis {

//! Cases as small cards, one below the other: what it is about, where, for whom, and how much time is left. Several can be
//! marked: Shift and the arrows, X, or Ctrl and the mouse. GUI thread.
class CaseView final : public QListView
{
    Q_OBJECT
public:
    CaseView(CaseListModel &model, const QueueController &queue, const ReferenceData &town, QWidget *parent = nullptr);

    Id current() const;
    void select(const Id &request);
    void step(int cases);     //!< moves on, past headings
    QList<Id> marked() const; //!< in their order; the current one alone counts too
    void toggleMark();
    void clearMarks();
    void setLines(int lines); //!< 2, or 3 where it is narrow
    int lines() const { return m_lines; }
    void setCarriesCases(bool carries); //!< the mouse takes cases from one view to another
    void setShowsAssignee(bool shows) { m_showsAssignee = shows; }
    bool showsAssignee() const { return m_showsAssignee; }

Q_SIGNALS:
    void chosen(const parvis::Id &request); //!< another one is current; null: none
    void opened();                          //!< Enter or double click
    void marksChanged();
    void entered();                                  //!< has the focus now
    void leftSideways(int lanes);                    //!< an arrow to the left (-1) or right (1)
    void carried(const QList<parvis::Id> &requests); //!< dropped here from another view

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void goTo(int row);
    void moveBy(CursorAction action, bool marks);
    void keepChosen();
    int nextCase(int from, int step) const;

    CaseListModel &m_model;
    Id m_chosen;
    QPersistentModelIndex m_anchor; //!< where marking began
    bool m_showsAssignee = false;
    int m_lines = 2;
};

} // namespace parvis
