#include "ui_requests/casearea.h"

#include "ui_common/widgets.h"
#include "ui_requests/requestlistview.h"

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CaseArea::CaseArea(RequestListModel &model, QueueController &queue, BulkController &bulk, const ReferenceData &town,
                   QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_queue(queue),
      m_pages(new QStackedWidget),
      m_list(new RequestListView(model)),
      m_empty(new EmptyState(u"inbox"_s, {}, {})),
      m_board(new BoardView(queue, bulk, town)),
      m_planModel(new CaseListModel(this)),
      m_plan(new CaseView(*m_planModel, queue, town))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_list, m_empty, m_board, m_plan})
        m_pages->addWidget(page);
    m_plan->setAccessibleName(tr("Plan of the day"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    const auto when = [this](Layout layout, auto emitIt) {
        return [this, layout, emitIt](const auto &...values) {
            if (m_layout == layout)
                emitIt(values...);
        };
    };
    const auto choose = [this](const Id &request) { Q_EMIT chosen(request); };
    const auto open = [this](const auto &...) { Q_EMIT opened(); };
    const auto mark = [this] { Q_EMIT marksChanged(); };
    connect(m_list, &RequestListView::chosen, this, when(Layout::List, choose));
    connect(m_board, &BoardView::chosen, this, when(Layout::Board, choose));
    connect(m_plan, &CaseView::chosen, this, when(Layout::Plan, choose));
    connect(m_list, &RequestListView::opened, this, when(Layout::List, open));
    connect(m_board, &BoardView::opened, this, when(Layout::Board, open));
    connect(m_plan, &CaseView::opened, this, when(Layout::Plan, open));
    connect(m_list, &RequestListView::marksChanged, this, when(Layout::List, mark));
    connect(m_board, &BoardView::marksChanged, this, when(Layout::Board, mark));
    connect(m_plan, &CaseView::marksChanged, this, when(Layout::Plan, mark));
    connect(&m_queue, &QueueController::changed, this, &CaseArea::showPlan);
    connect(&m_model, &RequestListModel::queryShown, this, [this] {
        m_isRead = true;
        showPage();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CaseArea::showPage);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &CaseArea::showPage);
    showPage();
}

void CaseArea::arrange(Layout layout)
{
    if (layout != m_layout)
        clearMarks();
    m_layout = layout;
    showPage();
    showPlan();
}

void CaseArea::setEmptyTexts(const QString &title, const QString &hint)
{
    m_empty->setTexts(title, hint);
}

bool CaseArea::isEmpty() const
{
    return m_model.rowCount() == 0;
}

void CaseArea::showPage()
{
    QWidget *page = nullptr;
    switch (m_layout) {
    case Layout::List: page = m_isRead && isEmpty() ? static_cast<QWidget *>(m_empty) : m_list; break;
    case Layout::Board: page = m_board; break;
    case Layout::Plan:
        page = m_queue.isLoaded() && m_planModel->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_plan;
        break;
    }
    m_pages->setCurrentWidget(page);
}

void CaseArea::showPlan()
{
    if (m_layout != Layout::Plan)
        return;
    m_planModel->setSections(m_queue.plan());
    if (m_queue.isLoaded() && m_planModel->rowCount() == 0)
        setEmptyTexts(tr("Nothing is due within the week"), tr("T goes back to the list, B to the board."));
    showPage();
}

Id CaseArea::current() const
{
    switch (m_layout) {
    case Layout::List: return m_list->current();
    case Layout::Board: return m_board->current();
    case Layout::Plan: return m_plan->current();
    }
    return {};
}

QList<Id> CaseArea::marked() const
{
    switch (m_layout) {
    case Layout::List: return m_list->marked();
    case Layout::Board: return m_board->marked();
    case Layout::Plan: return m_plan->marked();
    }
    return {};
}

void CaseArea::select(const Id &request)
{
    switch (m_layout) {
    case Layout::List: return m_list->select(request);
    case Layout::Board: return m_board->select(request);
    case Layout::Plan: return m_plan->select(request);
    }
}

void CaseArea::step(int rows)
{
    switch (m_layout) {
    case Layout::List: return m_list->step(rows);
    case Layout::Board: return m_board->step(rows);
    case Layout::Plan: return m_plan->step(rows);
    }
}

void CaseArea::toggleMark()
{
    switch (m_layout) {
    case Layout::List: return m_list->toggleMark();
    case Layout::Board: return m_board->toggleMark();
    case Layout::Plan: return m_plan->toggleMark();
    }
}

void CaseArea::markAll()
{
    if (m_layout == Layout::List)
        m_list->selectAll();
}

void CaseArea::clearMarks()
{
    m_list->clearMarks();
    m_board->clearMarks();
    m_plan->clearMarks();
}

QWidget *CaseArea::view() const
{
    switch (m_layout) {
    case Layout::List: return m_list;
    case Layout::Board: return m_board->focusProxy();
    case Layout::Plan: return m_plan;
    }
    return m_list;
}

bool CaseArea::isReady() const
{
    return m_layout == Layout::List ? m_model.rowCount() > 0 || m_pages->currentWidget() == m_empty : m_queue.isLoaded();
}

} // namespace parvis
