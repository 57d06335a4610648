#include "ui_requests/requestsworkspace.h"

#include "ui_common/action.h"
#include "ui_common/filterfield.h"
#include "ui_common/filterwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/bulkpane.h"
#include "ui_requests/casearea.h"
#include "ui_requests/detailview.h"
#include "ui_requests/incidentband.h"
#include "ui_requests/incidentreview.h"
#include "ui_requests/replypane.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! In the order of the tabs; the n-th is Ctrl+n.
constexpr std::array views{RequestView::Mine,     RequestView::MyServices, RequestView::Late,
                           RequestView::DueToday, RequestView::ToQualify,  RequestView::All};

const QString viewKey = u"requests/view"_s;

} // namespace

RequestsWorkspace::RequestsWorkspace(const RequestsParts &parts, const ReferenceData &town, const Clock &clock,
                                     Navigator &navigator, QWidget *parent)
    : Workspace(parent),
      m_model(parts.list),
      m_counts(parts.counts),
      m_controller(parts.detail),
      m_queue(parts.queue),
      m_bulk(parts.bulk),
      m_reply(parts.reply),
      m_incidents(parts.incidents),
      m_town(town),
      m_clock(clock),
      m_navigator(navigator)
{
    m_model.setWording(columnTitles(), cellText);
    auto *split = new SplitView(u"requests"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    m_detail = new DetailView(m_controller, m_town, m_clock, this);
    m_several = new BulkPane(m_bulk, m_town, this);
    m_side = new QStackedWidget;
    m_side->addWidget(m_detail);
    m_side->addWidget(m_several);
    split->addWidget(m_side);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setFirstSizes({700, 560});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    m_writing = new ReplyPane(m_reply, m_town);
    m_pages = new QStackedWidget;
    m_pages->addWidget(split);
    m_pages->addWidget(m_writing);
    whole->addWidget(m_pages);
    makeActions();
    makeLayoutActions();
    connectAll();
    connectWork();
    connectReply();
    m_tabs->setCurrentIndex(std::clamp(QSettings().value(viewKey, int(views.size()) - 1).toInt(), 0, int(views.size()) - 1));
}

QWidget *RequestsWorkspace::makeListColumn()
{
    auto *column = new QWidget;
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Saved views"));
    for (std::size_t i = 0; i < views.size(); ++i) {
        m_tabs->addTab(viewTitle(views[i]));
        //: name of a saved view and its key
        m_tabs->setTabToolTip(
            int(i), tr("%1 (%2)").arg(viewTitle(views[i]),
                                      QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))).toString(QKeySequence::NativeText)));
    }
    m_filter = new FilterField(m_town);
    m_error = new InlineError;
    m_area = new CaseArea(m_model, m_queue, m_bulk, m_town);
    m_layouts = new QHBoxLayout;
    m_layouts->setSpacing(space::unit);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::gap);
    layout->addWidget(m_tabs);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::gap);
    line->addWidget(m_filter, 1);
    line->addLayout(m_layouts);
    layout->addLayout(line);
    m_review = new IncidentReview(m_incidents, this);
    layout->addWidget(m_review);
    m_incident = new IncidentBand(m_incidents, m_town, m_clock, this);
    layout->addWidget(m_incident);
    layout->addWidget(m_error);
    layout->addWidget(m_area, 1);
    return column;
}

void RequestsWorkspace::setMissionBar(MissionBar *bar)
{
    m_detail->setMissionBar(bar);
}

void RequestsWorkspace::setMap(TownMap &map)
{
    m_detail->setMap(map, id(), this);
}

void RequestsWorkspace::makeActions()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QAction *show = makeAction(this, {u"requests.view%1"_s.arg(i + 1),
                                                tr("View: %1").arg(viewTitle(views[i])),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_tabs->setCurrentIndex(int(i)); });
    }
    const QAction *filter = makeAction(this, {u"requests.filter"_s,
                                              tr("Filter the list"),
                                              {Qt::Key_Slash, QKeySequence::Find},
                                              u"filter"_s,
                                              tr("Words, or terms such as service: or late.")});
    connect(filter, &QAction::triggered, this, [this] { m_filter->setFocus(); });
    m_filter->setToolTipText(filter->toolTip());
    const QAction *next = makeAction(this, {u"requests.next"_s, tr("Next request"), {Qt::Key_J}, u"chevron-down"_s, {}});
    connect(next, &QAction::triggered, this, [this] { m_area->step(1); });
    const QAction *previous =
        makeAction(this, {u"requests.previous"_s, tr("Previous request"), {Qt::Key_K}, u"chevron-up"_s, {}});
    connect(previous, &QAction::triggered, this, [this] { m_area->step(-1); });
    const QAction *refresh =
        makeAction(this, {u"requests.reload"_s, tr("Read the list again"), {Qt::Key_F5}, u"refresh-cw"_s, {}});
    connect(refresh, &QAction::triggered, this, [this] { query(); });
}

void RequestsWorkspace::makeLayoutActions()
{
    m_boardAction = makeAction(this, {u"requests.board"_s,
                                      tr("Board"),
                                      {Qt::Key_B},
                                      u"columns-3"_s,
                                      tr("Cases by how far they are; Ctrl and the arrows carry one on.")});
    m_planAction = makeAction(this, {u"requests.plan"_s,
                                     tr("Today"),
                                     {Qt::Key_T},
                                     u"calendar-check"_s,
                                     tr("The plan of the day: what is late, due today, due next.")});
    for (QAction *action : {m_boardAction, m_planAction}) {
        action->setCheckable(true);
        m_layouts->addWidget(new ActionButton(action));
    }
    connect(m_boardAction, &QAction::triggered, this, [this](bool isOn) { arrange(isOn, false); });
    connect(m_planAction, &QAction::triggered, this, [this](bool isOn) { arrange(false, isOn); });
    const QAction *mark = makeAction(
        this, {u"requests.mark"_s, tr("Mark"), {Qt::Key_X}, u"square-check"_s, tr("Several marked: one key for all.")});
    connect(mark, &QAction::triggered, m_area, &CaseArea::toggleMark);
    const QAction *take = makeAction(
        this,
        {u"requests.take"_s, tr("Take"), {Qt::Key_G}, u"hand"_s, tr("The marked cases become yours, or the one in sight.")});
    connect(take, &QAction::triggered, this, [this] {
        if (m_bulk.may(Permission::Progress))
            m_bulk.take(m_area->marked());
    });
    const QAction *on = makeAction(
        this, {u"requests.carry-on"_s, tr("Carry to the next lane"), {Qt::CTRL | Qt::Key_Right}, u"arrow-right"_s, {}});
    connect(on, &QAction::triggered, this, [this] { m_area->board().carry(1); });
    const QAction *back = makeAction(
        this, {u"requests.carry-back"_s, tr("Carry to the lane before"), {Qt::CTRL | Qt::Key_Left}, u"arrow-left"_s, {}});
    connect(back, &QAction::triggered, this, [this] { m_area->board().carry(-1); });
}

void RequestsWorkspace::connectWork()
{
    connect(m_area, &CaseArea::marksChanged, this, &RequestsWorkspace::showSide);
    connect(m_detail, &DetailView::requestWanted, this, [this](const Id &request) {
        m_controller.show(request);
        m_area->select(request);
    });
    connect(m_detail, &DetailView::incidentWanted, this, [this](const QString &number) {
        m_tabs->setCurrentIndex(int(views.size()) - 1);
        m_filter->setText(filterWords().keys[std::size_t(FilterTerm::Incident)] + u':' + number);
    });
    connect(m_detail, &DetailView::gatherWanted, &m_bulk, &BulkController::gather);
    connect(m_detail, &DetailView::takeOutWanted, &m_bulk, &BulkController::takeOut);
    connect(m_incident, &IncidentBand::partWanted, &m_bulk, &BulkController::part);
    connect(m_incident, &IncidentBand::closed, this, [this] { m_area->view()->setFocus(); });
    connect(m_review, &IncidentReview::groupChanged, this, &RequestsWorkspace::showGroup);
    connect(&m_incidents, &IncidentsController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_several, &BulkPane::letGo, this, [this] {
        m_area->clearMarks();
        showSide();
        m_area->view()->setFocus();
    });
    BoardView &board = m_area->board();
    connect(&board, &BoardView::agentChosen, this, [this](const Id &agent) {
        m_agent = agent;
        lookAtQueue();
    });
    connect(&board, &BoardView::assignWanted, this, [this] {
        m_several->setChosen(m_area->marked(), m_actor.services.size() == 1 ? *m_actor.services.begin() : Id());
        m_side->setCurrentWidget(m_several);
        m_side->show();
        m_area->board().setNarrow(true);
        m_several->open(BulkPane::Mode::Assign);
    });
    connect(&board, &BoardView::waitWanted, this, [this] {
        m_isCaseOpen = true;
        showSide();
        m_detail->waitFor();
    });
    connect(&m_queue, &QueueController::changed, this, [this] {
        if (std::exchange(m_isArranging, false))
            follow(m_sought);
    });
    connect(&m_queue, &QueueController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_bulk, &BulkController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_bulk, &BulkController::done, this, [this](const BulkDone &done) {
        if (!done.mutations.isEmpty())
            m_navigator.tellUndoable(sentence(done), undoName(done), [bulk = QPointer(&m_bulk), done] {
                if (bulk)
                    bulk->undo(done, answerTakenBack());
            });
        if (done.act == BulkAct::Gather)
            m_incidents.gathered(done.requests + done.unchanged);
        const bool isOfPane = done.act == BulkAct::Note || done.act == BulkAct::Assign || done.act == BulkAct::CloseWithReply;
        if (!done.refused.isEmpty() && !isOfPane)
            m_error->say(done.refused.first().error);
    });
    connect(&m_bulk, &BulkController::undone, this, [this](const BulkDone &done) {
        const QString said = tr("Taken back on %n request(s).", nullptr, int(done.requests.size()));
        m_navigator.tell(withWhatStays(said, done.stillTold));
        if (!done.refused.isEmpty())
            m_navigator.tellError(done.refused.first().error);
    });
}

//! Only cases at work lie on a board.
bool RequestsWorkspace::mayArrange() const
{
    return view() == RequestView::Mine || view() == RequestView::MyServices;
}

void RequestsWorkspace::arrange(bool isBoard, bool isPlan)
{
    using Layout = CaseArea::Layout;
    const Layout layout = !mayArrange() ? Layout::List : isBoard ? Layout::Board : isPlan ? Layout::Plan : Layout::List;
    if (mayArrange()) {
        m_boardAction->setChecked(layout == Layout::Board);
        m_planAction->setChecked(layout == Layout::Plan);
    }
    const bool isOther = layout != m_area->arrangement();
    const Id sought = m_controller.id();
    m_isCaseOpen = false;
    m_area->arrange(layout);
    lookAtQueue();
    showSide();
    if (!isOther)
        return;
    m_sought = sought;
    m_isArranging = layout != Layout::List && !m_queue.isLoaded();
    if (layout == Layout::List)
        showRows();
    if (!m_isArranging)
        follow(m_sought);
    if (m_wasShown && isVisible())
        m_area->view()->setFocus();
}

//! The case in sight is the current one in the other arrangement, too; where it is not in it, that one's is shown.
void RequestsWorkspace::follow(const Id &request)
{
    m_area->select(request);
    if (const Id current = m_area->current(); !current.isNull() && current != m_controller.id())
        m_controller.show(current);
}

void RequestsWorkspace::lookAtQueue()
{
    if (m_area->arrangement() == CaseArea::Layout::List)
        return m_queue.stop();
    const bool isOfService = view() == RequestView::MyServices;
    m_area->board().setOfService(isOfService);
    m_queue.look(isOfService ? Id() : m_actor.user, m_actor.services, isOfService ? m_agent : Id());
}

//! Beside the list: the request in sight, or what can be done to several. Beside the board only once one is opened.
void RequestsWorkspace::showSide()
{
    const QList<Id> marked = m_area->marked();
    const bool areSeveral = marked.size() > 1;
    const bool isBoard = m_area->arrangement() == CaseArea::Layout::Board;
    m_several->setChosen(areSeveral ? marked : QList<Id>(), m_actor.services.size() == 1 ? *m_actor.services.begin() : Id());
    m_detail->setKeysActive(!areSeveral);
    m_side->setCurrentWidget(areSeveral ? static_cast<QWidget *>(m_several) : m_detail);
    const bool isShown = !isBoard || areSeveral || m_isCaseOpen;
    m_side->setVisible(isShown);
    m_area->board().setNarrow(isShown);
}

void RequestsWorkspace::connectAll()
{
    m_filterPause.setSingleShot(true);
    m_filterPause.setInterval(30); // a fast typist's next key; the answer itself takes less
    connect(&m_filterPause, &QTimer::timeout, this, &RequestsWorkspace::query);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &RequestsWorkspace::renewDay);
    m_minute.start();
    connect(m_tabs, &QTabBar::currentChanged, this, &RequestsWorkspace::showView);
    connect(m_filter, &FilterField::filtered, this, [this] { Q_EMIT filterChanged(m_filter->text()); });
    connect(m_filter, &FilterField::filtered, this, &RequestsWorkspace::endReview);
    connect(m_filter, &FilterField::filtered, &m_filterPause, qOverload<>(&QTimer::start));
    connect(m_filter, &FilterField::committed, this, [this] {
        if (m_filterPause.isActive()) {
            m_filterPause.stop();
            query();
        }
        m_area->view()->setFocus();
    });
    connect(&m_counts, &RequestListCounts::changed, this, &RequestsWorkspace::showCounts);
    connect(&m_model, &RequestListModel::queryShown, this, &RequestsWorkspace::showRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RequestsWorkspace::showRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RequestsWorkspace::showRows);
    connect(&m_model, &RequestListModel::loadFailed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_area, &CaseArea::chosen, this, [this](const Id &request) {
        if (!request.isNull() && !m_isArranging) // what comes first in another arrangement is not what the agent chose
            m_controller.show(request);
    });
    connect(m_area, &CaseArea::opened, this, [this] {
        m_isCaseOpen = true;
        showSide();
        m_detail->focusTimeline();
    });
    connect(&m_controller, &RequestDetailController::changed, this, [this] {
        // Later: the row that is let go may be the one that the view is just leaving.
        QTimer::singleShot(0, this, [this] { m_model.setPinned(m_controller.id()); });
    });
    connect(&m_controller, &RequestDetailController::saved, this, &RequestsWorkspace::tellSaved);
    connect(&m_controller, &RequestDetailController::undone, this, [this](const SavedAct &act) {
        m_navigator.tell(withWhatStays(tr("Taken back on %1.").arg(numberText(act.number)), act.isStillTold ? 1 : 0));
    });
    connect(&m_controller, &RequestDetailController::failed, this, [this](RequestAct act, const Error &error) {
        if (act == RequestAct::Take || act == RequestAct::Dismiss)
            m_navigator.tellError(error);
    });
    connect(&m_controller, &RequestDetailController::loadFailed, this,
            [this](const Error &error) { m_navigator.tellError(error); });
    connect(&m_controller, &RequestDetailController::draftFailed, this,
            [this](const Error &error) { m_navigator.tellError(error); });
    connect(m_detail, &DetailView::citizenWanted, this, [this](const Id &citizen) { m_navigator.open(Kind::Citizen, citizen); });
    connect(m_detail, &DetailView::steppedBack, this, [this] {
        if (!isAncestorOf(QApplication::focusWidget()) || m_detail->isAncestorOf(QApplication::focusWidget()))
            m_area->view()->setFocus();
    });
    connect(&m_town, &ReferenceData::changed, this, [this] {
        if (m_wasShown)
            query();
    });
}

void RequestsWorkspace::setActor(const Actor &actor)
{
    m_actor = actor;
    m_controller.setActor(actor);
    m_bulk.setActor(actor);
    m_reply.setActor(actor);
    m_tabs->setTabVisible(1, !actor.services.empty());
    if (m_wasShown)
        query();
}

void RequestsWorkspace::setFilter(const QString &line)
{
    m_filter->setText(line);
}

RequestView RequestsWorkspace::view() const
{
    return views[std::size_t(std::max(0, m_tabs->currentIndex()))];
}

void RequestsWorkspace::activate(const Opening &opening)
{
    if (!m_wasShown) {
        m_wasShown = true;
        m_takesFirst = opening.id.isNull();
        query();
    }
    if (!opening.text.isEmpty()) {
        m_tabs->setCurrentIndex(int(views.size()) - 1);
        m_filter->setText(opening.text);
    }
    if (opening.kind == Kind::Reply && !opening.id.isNull())
        writeOn(opening.id);
    if (opening.kind == Kind::Request && !opening.id.isNull()) {
        leaveReply();
        m_takesFirst = false;
        m_controller.show(opening.id);
        m_area->select(opening.id);
        m_isCaseOpen = true; // beside the board, too
        showSide();
    }
}

bool RequestsWorkspace::isReady() const
{
    return m_area->isReady();
}

QWidget *RequestsWorkspace::firstFocus()
{
    return m_pages->currentWidget() == m_writing ? static_cast<QWidget *>(m_writing) : m_area->view();
}

bool RequestsWorkspace::stepBack()
{
    if (m_pages->currentWidget() == m_writing)
        return m_writing->stepBack();
    if (m_filter->isListOpen()) {
        m_filter->closeList();
        return true;
    }
    if (m_incident->stepBack())
        return true;
    if (m_side->currentWidget() == m_several && m_side->isVisible())
        return m_several->stepBack();
    if (m_review->isActive()) {
        m_review->end();
        return true;
    }
    if (m_detail->stepBack())
        return true;
    if (m_isCaseOpen && m_area->arrangement() == CaseArea::Layout::Board) {
        m_isCaseOpen = false;
        showSide();
        m_area->view()->setFocus();
        return true;
    }
    if (m_area->isAncestorOf(QApplication::focusWidget()) && m_area->view()->hasFocus())
        return false;
    m_area->view()->setFocus();
    return true;
}

void RequestsWorkspace::showView(int tab)
{
    QSettings().setValue(viewKey, tab);
    endReview();
    m_takesFirst = true;
    m_agent = {};
    m_boardAction->setEnabled(mayArrange());
    m_planAction->setEnabled(mayArrange());
    if (!mayArrange())
        arrange(false, false);
    else
        arrange(m_boardAction->isChecked(), m_planAction->isChecked());
    if (m_wasShown)
        query();
}

void RequestsWorkspace::query()
{
    m_today = m_town.calendar().localDay(m_clock.now());
    RequestQuery base;
    base.view = view();
    base.user = m_actor.user;
    base.services = m_actor.services;
    base.today = m_today;
    m_error->clear();
    const IdSet group = m_review->requests();
    if (!group.empty()) {
        RequestQuery only = base;
        only.view = RequestView::All;
        only.only = group;
        m_incidents.showOf({});
        m_model.setQuery(only);
        return;
    }
    const RequestQuery asked = m_filter->query(base, m_today);
    m_incidents.showOf(asked.incidentOf);
    m_model.setQuery(asked);
    m_counts.count(base);
    lookAtQueue();
}

//! The agent wants another list.
void RequestsWorkspace::endReview()
{
    if (m_review->isActive())
        m_review->end();
}

//! The reports of a possible incident stand alone in the list, all marked: one key gathers them.
void RequestsWorkspace::showGroup()
{
    if (!m_wasShown)
        return;
    if (m_review->isActive() && m_area->arrangement() != CaseArea::Layout::List)
        arrange(false, false);
    m_marksAll = !m_review->requests().empty();
    m_area->clearMarks();
    query();
}

void RequestsWorkspace::renewDay()
{
    if (m_wasShown && m_town.calendar().localDay(m_clock.now()) != m_today)
        query();
}

void RequestsWorkspace::showCounts()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const qint64 count = countOf(m_counts.counts(), views[i]);
        //: a saved view and how many requests it holds
        m_tabs->setTabText(int(i), tr("%1 %2").arg(viewTitle(views[i]), locale().toString(count)));
    }
    Q_EMIT badgeChanged(int(m_counts.counts().late));
}

void RequestsWorkspace::showRows()
{
    if (m_area->arrangement() != CaseArea::Layout::List)
        return;
    const bool isEmpty = m_area->isEmpty();
    if (std::exchange(m_marksAll, false)) {
        m_area->markAll();
        m_area->view()->setFocus();
        return;
    }
    if (isEmpty && !m_filter->text().isEmpty())
        m_area->setEmptyTexts(tr("Nothing matches the filter"), tr("/ goes back to it; the view “All” searches every request."));
    else if (isEmpty)
        m_area->setEmptyTexts(tr("Nothing here"), tr("No request is in this view. Ctrl+6 shows all of them."));
    else if (std::exchange(m_takesFirst, false))
        m_area->step(0);
}

void RequestsWorkspace::tellSaved(const SavedAct &act)
{
    if (act.mutations.isEmpty())
        return;
    const auto [done, what] = textsOf(act);
    if (what.isEmpty())
        return m_navigator.tell(done);
    m_navigator.tellUndoable(done, what, [controller = QPointer(&m_controller), act] {
        if (controller)
            controller->undo(act, answerTakenBack());
    });
}

} // namespace parvis
