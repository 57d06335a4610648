#include "ui_requests/linkspanel.h"

#include "domain/workflow.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/incidentwords.h"
#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/requestwords.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int linkRole = Qt::UserRole + 1;
constexpr int mostShown = 5; // beyond them the list scrolls

enum LinkColumn { Relation, Subject, State, LinkColumns };

} // namespace

LinksPanel::LinksPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_list(new QTreeWidget)
{
    m_focus = makeAction(scope, {u"requests.links"_s,
                                 tr("Linked requests"),
                                 {Qt::Key_L},
                                 u"link"_s,
                                 tr("Enter opens one; the space bar makes this request a part of it, or lets it go; one of the "
                                    "same cause goes into one incident with it.")});
    m_incident = makeAction(scope, {u"requests.incident"_s,
                                    tr("Incident"),
                                    {Qt::Key_I},
                                    u"layers"_s,
                                    tr("All reports of the incident; of a request in none: gathers it with the one that most "
                                       "likely has the same cause.")});
    connect(m_incident, &QAction::triggered, this, [this] {
        if (m_controller.linked().incident)
            Q_EMIT incidentWanted(m_controller.detail()->request.number);
        else if (!m_controller.linked().causes.isEmpty())
            gather(m_controller.linked().causes.first().row.id);
    });
    m_takeOut = makeAction(scope, {u"requests.take-out"_s,
                                   tr("Take out of the incident"),
                                   {Qt::CTRL | Qt::Key_I},
                                   u"git-branch"_s,
                                   tr("The request stands by itself again.")});
    connect(m_takeOut, &QAction::triggered, this, [this] { Q_EMIT takeOutWanted({m_controller.id()}); });
    connect(m_focus, &QAction::triggered, this, [this] {
        if (!isHidden())
            m_list->setFocus();
    });
    m_list->setColumnCount(LinkColumns);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Linked requests"));
    m_list->setToolTip(m_focus->toolTip());
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Relation, QHeaderView::Fixed);
    m_list->header()->setSectionResizeMode(Subject, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(State, QHeaderView::ResizeToContents);
    m_list->viewport()->setAutoFillBackground(false); // a part of the page
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) { open(item); });
    connect(&m_controller, &RequestDetailController::changed, this, &LinksPanel::showLinks);
    showLinks();
}

QTreeWidgetItem *LinksPanel::add(const QString &relation, const Id &id, const QString &text, Link link)
{
    auto *item = new QTreeWidgetItem(m_list);
    const bool isSame = m_list->topLevelItemCount() > 1 &&
                        m_list->topLevelItem(m_list->topLevelItemCount() - 2)->data(Subject, idRole).toString() == relation;
    item->setText(Relation, isSame ? QString() : relation);
    item->setData(Subject, idRole, relation);
    item->setForeground(Relation, toneColor(Tone::Muted, palette()));
    item->setData(Relation, idRole, id);
    item->setData(Relation, linkRole, int(link));
    item->setText(Subject, text);
    return item;
}

void LinksPanel::add(const QString &relation, const RequestRow &row, Link link)
{
    QTreeWidgetItem *item = add(relation, row.id, numberText(row.number) + u"  "_s + row.subject, link);
    item->setToolTip(Subject, row.subject + (row.address.isEmpty() ? QString() : u"\n"_s + row.address));
    const Delay delay = delayOf(isOpen(row.status), row.isClockStopped, row.dueOn, m_controller.today(), m_town.calendar());
    const bool hasNoDelay = !delay.counts();
    const ChipLook look = hasNoDelay ? chipFor(row.status) : chipFor(delay);
    item->setText(State, look.text);
    item->setForeground(State, toneColor(look.tone, palette()));
}

void LinksPanel::addIncident()
{
    const LinkedRequests &linked = m_controller.linked();
    if (linked.incident) {
        const Incident &incident = linked.incident->incident;
        const Card *card = m_town.card(incident.card);
        const QString subject = incident.subject.isEmpty() && card ? card->title : incident.subject;
        QTreeWidgetItem *item = add(tr("Incident"), incident.id, subject, Link::Incident);
        item->setToolTip(Subject, incident.address);
        item->setText(State, tr("%n report(s)", nullptr, linked.incident->reports));
    }
    for (const IncidentProposal &cause : linked.causes) {
        add(tr("Same cause?"), cause.row, Link::Cause);
        QTreeWidgetItem *item = m_list->topLevelItem(m_list->topLevelItemCount() - 1);
        item->setText(State, reasonsOf(cause.likeness, cause.reports));
        item->setForeground(State, palette().text());
    }
}

void LinksPanel::showLinks()
{
    const bool isShown = m_controller.detail().has_value();
    m_focus->setEnabled(isShown && !m_controller.linked().isEmpty());
    const bool isInOne = isShown && m_controller.linked().incident.has_value();
    const bool hasNumber = isShown && !m_controller.detail()->request.number.isEmpty(); // the filter asks by it
    m_incident->setEnabled(m_isActive &&
                           ((isInOne && hasNumber) || (isShown && !m_controller.linked().causes.isEmpty() && mayGather())));
    m_takeOut->setEnabled(m_isActive && isInOne && mayGather());
    setVisible(isShown && !m_controller.linked().isEmpty());
    const QTreeWidgetItem *current = m_list->currentItem();
    const Id before = current ? current->data(Relation, idRole).toUuid() : Id();
    m_list->clear();
    if (!isShown)
        return;
    const LinkedRequests &linked = m_controller.linked();
    addIncident();
    if (linked.parent)
        //: how a request belongs to the one in sight
        add(tr("Part of"), *linked.parent, Link::Parent);
    for (const RequestRow &row : linked.parts)
        add(tr("Its part"), row, Link::Other);
    for (const RequestRow &row : linked.ofCitizen)
        add(tr("Same citizen"), row, Link::Other);
    for (const RequestRow &row : linked.atPlace)
        add(tr("Same place"), row, Link::Other);
    int width = 0;
    for (const QString &relation :
         {tr("Incident"), tr("Same cause?"), tr("Part of"), tr("Its part"), tr("Same citizen"), tr("Same place")})
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(relation));
    m_list->setColumnWidth(Relation, width + 2 * space::gap);
    const int rows = std::min(m_list->topLevelItemCount(), mostShown);
    m_list->setFixedHeight(rows * rowHeight(m_list) + 2 * space::unit);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        item->setSizeHint(Relation, {0, rowHeight(m_list)});
        if (m_list->hasFocus() && item->data(Relation, idRole).toUuid() == before)
            m_list->setCurrentItem(item);
    }
}

void LinksPanel::setKeysActive(bool isActive)
{
    m_isActive = isActive;
    showLinks();
}

bool LinksPanel::mayGather() const
{
    return m_controller.may(Permission::EditRequest);
}

void LinksPanel::open(const QTreeWidgetItem *item)
{
    if (Link(item->data(Relation, linkRole).toInt()) == Link::Incident)
        Q_EMIT incidentWanted(m_controller.detail()->request.number);
    else
        Q_EMIT requestWanted(item->data(Relation, idRole).toUuid());
}

void LinksPanel::gather(const Id &request)
{
    Q_EMIT gatherWanted({request, m_controller.id()}, {});
}

void LinksPanel::joinOrLeave(const QTreeWidgetItem *item)
{
    if (!item || !m_controller.may(Permission::EditRequest))
        return;
    const Id id = item->data(Relation, idRole).toUuid();
    switch (Link(item->data(Relation, linkRole).toInt())) {
    case Link::Incident: Q_EMIT takeOutWanted({m_controller.id()}); break;
    case Link::Cause: gather(id); break;
    case Link::Parent: m_controller.setParent({}); break;
    case Link::Other: m_controller.setParent(id); break;
    }
}

//! The colours of the lines are those of the theme.
void LinksPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showLinks();
}

bool LinksPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        joinOrLeave(m_list->currentItem());
        return true;
    }
    // Nothing is chosen while nobody is there.
    if (watched == m_list && event->type() == QEvent::FocusIn && !m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    else if (watched == m_list && event->type() == QEvent::FocusOut)
        m_list->setCurrentItem(nullptr);
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis
