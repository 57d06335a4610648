#include "ui_requests/requestsworkspace.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/detailview.h"
#include "ui_requests/filterfield.h"
#include "ui_requests/requestlistview.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
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

RequestsWorkspace::RequestsWorkspace(RequestListModel &list, RequestListCounts &counts, RequestDetailController &detail,
                                     const ReferenceData &town, const Clock &clock, Navigator &navigator, QWidget *parent)
    : Workspace(parent),
      m_model(list),
      m_counts(counts),
      m_controller(detail),
      m_town(town),
      m_clock(clock),
      m_navigator(navigator)
{
    m_model.setWording(columnTitles(), cellText);
    auto *split = new SplitView(u"requests"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    m_detail = new DetailView(m_controller, m_town, m_clock, this);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setFirstSizes({700, 560});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->addWidget(split);
    makeActions();
    connectAll();
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
    m_list = new RequestListView(m_model);
    m_empty = new EmptyState(u"inbox"_s, {}, {});
    m_listPages = new QStackedWidget;
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::gap);
    layout->addWidget(m_tabs);
    layout->addWidget(m_filter);
    layout->addWidget(m_error);
    layout->addWidget(m_listPages, 1);
    return column;
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
    connect(next, &QAction::triggered, this, [this] { m_list->step(1); });
    const QAction *previous =
        makeAction(this, {u"requests.previous"_s, tr("Previous request"), {Qt::Key_K}, u"chevron-up"_s, {}});
    connect(previous, &QAction::triggered, this, [this] { m_list->step(-1); });
    const QAction *refresh =
        makeAction(this, {u"requests.reload"_s, tr("Read the list again"), {Qt::Key_F5}, u"refresh-cw"_s, {}});
    connect(refresh, &QAction::triggered, this, [this] { query(); });
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
    connect(m_filter, &FilterField::filtered, &m_filterPause, qOverload<>(&QTimer::start));
    connect(m_filter, &FilterField::committed, this, [this] {
        if (m_filterPause.isActive()) {
            m_filterPause.stop();
            query();
        }
        m_list->setFocus();
    });
    connect(&m_counts, &RequestListCounts::changed, this, &RequestsWorkspace::showCounts);
    connect(&m_model, &RequestListModel::queryShown, this, &RequestsWorkspace::showRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RequestsWorkspace::showRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RequestsWorkspace::showRows);
    connect(&m_model, &RequestListModel::loadFailed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_list, &RequestListView::chosen, this, [this](const Id &request) {
        if (!request.isNull())
            m_controller.show(request);
    });
    connect(m_list, &RequestListView::opened, this, [this] { m_detail->focusTimeline(); });
    connect(&m_controller, &RequestDetailController::changed, this, [this] {
        // Later: the row that is let go may be the one that the view is just leaving.
        QTimer::singleShot(0, this, [this] { m_model.setPinned(m_controller.id()); });
    });
    connect(&m_controller, &RequestDetailController::saved, this, &RequestsWorkspace::tellSaved);
    connect(&m_controller, &RequestDetailController::undone, this,
            [this](const SavedAct &act) { m_navigator.tell(tr("Taken back on %1.").arg(numberText(act.number))); });
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
            m_list->setFocus();
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
    m_tabs->setTabVisible(1, !actor.services.empty());
    if (m_wasShown)
        query();
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
    if (opening.kind == Kind::Request && !opening.id.isNull()) {
        m_takesFirst = false;
        m_controller.show(opening.id);
        m_list->select(opening.id);
    }
}

bool RequestsWorkspace::isReady() const
{
    return m_model.rowCount() > 0 || m_listPages->currentWidget() == m_empty;
}

QWidget *RequestsWorkspace::firstFocus()
{
    return m_list;
}

bool RequestsWorkspace::stepBack()
{
    if (m_filter->isListOpen()) {
        m_filter->closeList();
        return true;
    }
    if (m_detail->stepBack())
        return true;
    if (m_list->hasFocus())
        return false;
    m_list->setFocus();
    return true;
}

void RequestsWorkspace::showView(int tab)
{
    QSettings().setValue(viewKey, tab);
    m_takesFirst = true;
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
    m_model.setQuery(m_filter->query(base, m_today));
    m_counts.count(base);
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
    const bool isEmpty = m_model.rowCount() == 0;
    m_listPages->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty && !m_filter->text().isEmpty())
        m_empty->setTexts(tr("Nothing matches the filter"), tr("/ goes back to it; the view “All” searches every request."));
    else if (isEmpty)
        m_empty->setTexts(tr("Nothing here"), tr("No request is in this view. Ctrl+6 shows all of them."));
    else if (std::exchange(m_takesFirst, false))
        m_list->step(0);
}

void RequestsWorkspace::tellSaved(const SavedAct &act)
{
    const QString number = numberText(act.number);
    if (act.mutations.isEmpty())
        return;
    QString done, what;
    switch (act.act) {
    case RequestAct::Note:
        done = tr("Note added to %1.").arg(number);
        what = tr("note on %1").arg(number);
        break;
    case RequestAct::Contact: m_navigator.tell(tr("Contact added to %1.").arg(number)); return; // a contact took place: it stays
    case RequestAct::Status:
        done = tr("%1 is now: %2.").arg(number, word(act.status).toLower());
        what = tr("status of %1").arg(number);
        break;
    case RequestAct::Assign:
        done = tr("%1 was reassigned.").arg(number);
        what = tr("reassignment of %1").arg(number);
        break;
    case RequestAct::Field:
        done = tr("%1 was changed.").arg(number);
        what = tr("change of %1").arg(number);
        break;
    case RequestAct::Take:
        done = tr("The value was taken on %1.").arg(number);
        what = tr("value taken on %1").arg(number);
        break;
    case RequestAct::Dismiss:
        done = tr("What stands was kept on %1.").arg(number);
        what = tr("conflict settled on %1").arg(number);
        break;
    case RequestAct::Attach:
        done = tr("File added to %1.").arg(number);
        what = tr("file of %1").arg(number);
        break;
    case RequestAct::Detach:
        done = tr("File taken away from %1.").arg(number);
        what = tr("file taken away from %1").arg(number);
        break;
    }
    m_navigator.tellUndoable(done, what, [controller = QPointer(&m_controller), act] {
        if (controller)
            controller->undo(act);
    });
}

} // namespace parvis
