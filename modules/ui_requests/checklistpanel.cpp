#include "ui_requests/checklistpanel.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

ChecklistPanel::ChecklistPanel(RequestDetailController &controller, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_title(secondaryLabel({})), m_list(new QListWidget)
{
    m_focus = makeAction(scope, {u"requests.checklist"_s,
                                 tr("Checklist"),
                                 {Qt::Key_H},
                                 u"square-check"_s,
                                 tr("What the procedure card says is to do; the space bar ticks.")});
    connect(m_focus, &QAction::triggered, this, [this] {
        if (!isHidden())
            m_list->setFocus();
    });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false); // a part of the page
    m_list->installEventFilter(this);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Checklist"));
    m_list->setToolTip(m_focus->toolTip());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_title);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_isShowing)
            m_controller.check(item->text(), item->checkState() == Qt::Checked);
    });
    connect(&m_controller, &RequestDetailController::changed, this, &ChecklistPanel::showList);
    connect(&m_controller, &RequestDetailController::failed, this, [this](RequestAct act) {
        if (act == RequestAct::Check)
            showList(); // as it stands
    });
    showList();
}

void ChecklistPanel::showList()
{
    m_isShowing = true;
    const QStringList items = m_controller.checklist();
    setVisible(!items.isEmpty());
    m_focus->setEnabled(!items.isEmpty());
    if (m_list->count() != items.size()) {
        m_list->clear();
        for (qsizetype i = 0; i < items.size(); ++i)
            m_list->addItem(QString());
    }
    int done = 0;
    const bool mayTick = m_controller.may(Permission::EditRequest);
    for (qsizetype i = 0; i < items.size(); ++i) {
        QListWidgetItem *item = m_list->item(int(i));
        const bool isDone = m_controller.detail()->request.checked.contains(items[i]);
        done += isDone ? 1 : 0;
        item->setText(items[i]);
        item->setFlags(Qt::ItemIsSelectable | (mayTick ? Qt::ItemIsEnabled | Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        item->setCheckState(isDone ? Qt::Checked : Qt::Unchecked);
    }
    if (!items.isEmpty()) {
        //: heading of a checklist: how many steps are done, and of how many
        m_title->setText(tr("To do: %1 of %2").arg(locale().toString(done), locale().toString(items.size())));
        fit();
    }
    m_isShowing = false;
}

void ChecklistPanel::fit()
{
    m_list->doItemsLayout();
    const QListWidgetItem *last = m_list->item(m_list->count() - 1);
    m_list->setFixedHeight(last ? m_list->visualItemRect(last).bottom() + m_list->verticalScrollBar()->value() + space::gap : 0);
}

void ChecklistPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QTimer::singleShot(0, this, &ChecklistPanel::fit); // once the list has its new width, too
}

//! Nothing is chosen while nobody is there.
bool ChecklistPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    else if (event->type() == QEvent::FocusOut)
        m_list->setCurrentRow(-1);
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis
