#pragma once

#include "presentation/requestlistmodel.h"
#include "ui_requests/boardview.h"

class QStackedWidget;

namespace parvis {

class EmptyState;
class RequestListView;

//! The same requests in three ways: the list, the board, the plan of the day. One of them has the current request and the marked
//! ones; whoever asks need not know which.
class CaseArea final : public QWidget
{
    Q_OBJECT
public:
    enum class Layout { List, Board, Plan };

    CaseArea(RequestListModel &model, QueueController &queue, BulkController &bulk, const ReferenceData &town,
             QWidget *parent = nullptr);

    Layout arrangement() const { return m_layout; }
    void arrange(Layout layout);
    BoardView &board() { return *m_board; }
    void setEmptyTexts(const QString &title, const QString &hint); //!< shown in place of an empty list
    bool isEmpty() const;

    Id current() const;
    QList<Id> marked() const;
    void select(const Id &request);
    void step(int rows);
    void toggleMark();
    void markAll(); //!< of a list
    void clearMarks();
    QWidget *view() const; //!< what takes the keys
    bool isReady() const;

Q_SIGNALS:
    void chosen(const parvis::Id &request);
    void opened();
    void marksChanged();

private:
    void showPage();
    void showPlan();

    RequestListModel &m_model;
    QueueController &m_queue;
    QStackedWidget *m_pages;
    RequestListView *m_list;
    EmptyState *m_empty;
    BoardView *m_board;
    CaseListModel *m_planModel;
    CaseView *m_plan;
    Layout m_layout = Layout::List;
    bool m_isRead = false; //!< before the first rows nothing is called empty
};

} // namespace parvis
