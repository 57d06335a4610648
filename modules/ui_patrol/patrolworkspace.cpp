#include "ui_patrol/patrolworkspace.h"

#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/filedrop.h"
#include "ui_common/flowlayout.h"
#include "ui_common/printing.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_patrol/missionheader.h"
#include "ui_patrol/missionlist.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/photostrip.h"
#include "ui_patrol/positionsource.h"
#include "ui_patrol/reportform.h"
#include "ui_patrol/roundpaper.h"
#include "ui_patrol/surveyform.h"
#include "ui_patrol/touch.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! In the order of the tabs; the n-th is Ctrl+n.
constexpr std::array views{PatrolView::Mine, PatrolView::All, PatrolView::Done};

ActionButton *touchButton(QAction *action, bool showsKey = true)
{
    auto *button = new ActionButton(action);
    button->setShowsKey(showsKey);
    makeTouchable(button);
    return button;
}

} // namespace

PatrolWorkspace::PatrolWorkspace(PatrolController &controller, const ReferenceData &town, PositionSource &position,
                                 Camera &camera, Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_controller(controller), m_town(town), m_position(position), m_camera(camera), m_navigator(navigator)
{
    makeActions();
    auto *split = new SplitView(u"patrol"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    m_pages = new QStackedWidget;
    m_noMission = new EmptyState(u"footprints"_s, {}, {});
    m_surveyForm = new SurveyForm(m_controller, m_town);
    auto *survey = new QScrollArea;
    survey->setWidgetResizable(true);
    survey->setFrameShape(QFrame::NoFrame);
    survey->setFocusPolicy(Qt::NoFocus);
    survey->setWidget(m_surveyForm);
    m_pages->addWidget(m_noMission);
    m_pages->addWidget(makeReportPage());
    m_pages->addWidget(survey);
    split->addWidget(m_pages);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setFirstSizes({480, 780});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->addWidget(split);
    setAcceptDrops(true);
    connectAll();
    showMission();
}

void PatrolWorkspace::makeActions()
{
    makeListActions();
    makeReportActions();
}

void PatrolWorkspace::makeListActions()
{
    const std::array titles{tr("Mine and free"), tr("All open"), tr("Reported")};
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QAction *show = makeAction(this, {u"patrol.view%1"_s.arg(i + 1),
                                                tr("Missions: %1").arg(titles[i]),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_tabs->setCurrentIndex(int(i)); });
    }
    m_new = makeAction(this, {u"patrol.new"_s,
                              tr("New report"),
                              {QKeySequence::New},
                              u"plus"_s,
                              tr("Something that you saw yourself: what, where, send.")});
    connect(m_new, &QAction::triggered, this, &PatrolWorkspace::beginOwn);
    m_survey = makeAction(this, {u"patrol.survey"_s,
                                 tr("Send a patroller"),
                                 {Qt::CTRL | Qt::SHIFT | Qt::Key_N},
                                 u"send"_s,
                                 tr("A service wants to know what is there.")});
    connect(m_survey, &QAction::triggered, this, [this] {
        m_controller.show({});
        m_surveyForm->begin();
        m_pages->setCurrentIndex(Survey);
        m_surveyForm->first()->setFocus();
    });
    m_order = makeAction(
        this,
        {u"patrol.order"_s, tr("By place"), {Qt::Key_T}, u"route"_s, tr("As a round from where you are; otherwise by due day.")});
    m_order->setCheckable(true);
    m_order->setChecked(true);
    connect(m_order, &QAction::toggled, this,
            [this](bool isRound) { m_controller.setOrder(isRound ? PatrolOrder::Round : PatrolOrder::Due); });
    m_print = makeAction(this, {u"patrol.print"_s, tr("Print the round"), {QKeySequence::Print}, u"printer"_s, {}});
    connect(m_print, &QAction::triggered, this, &PatrolWorkspace::printRound);
    m_pdf = makeAction(this, {u"patrol.pdf"_s,
                              tr("Round as PDF"),
                              {Qt::CTRL | Qt::ALT | Qt::Key_P},
                              u"download"_s,
                              tr("Saves the round sheet as a file.")});
    connect(m_pdf, &QAction::triggered, this, &PatrolWorkspace::savePdf);
    const QAction *next = makeAction(this, {u"patrol.next"_s, tr("Next mission"), {Qt::Key_J}, u"chevron-down"_s, {}});
    connect(next, &QAction::triggered, this, [this] { m_list->step(1); });
    const QAction *previous = makeAction(this, {u"patrol.previous"_s, tr("Previous mission"), {Qt::Key_K}, u"chevron-up"_s, {}});
    connect(previous, &QAction::triggered, this, [this] { m_list->step(-1); });
}

void PatrolWorkspace::makeReportActions()
{
    m_take = makeAction(
        this, {u"patrol.take"_s, tr("Take"), {Qt::Key_G}, u"hand"_s, tr("Takes the mission; once more, you are on your way.")});
    connect(m_take, &QAction::triggered, this, [this] {
        if (m_controller.mayAct(PatrolAct::Start))
            m_controller.start();
        else
            m_controller.take();
    });
    m_giveBack = makeAction(
        this, {u"patrol.giveBack"_s, tr("Give back"), {Qt::Key_B}, u"undo-2"_s, tr("Another patroller may take the mission.")});
    connect(m_giveBack, &QAction::triggered, &m_controller, &PatrolController::giveBack);
    m_cancel = makeAction(this, {u"patrol.cancel"_s, tr("Cancel the mission"), {Qt::Key_X}, u"circle-x"_s, tr("With a reason.")});
    connect(m_cancel, &QAction::triggered, this, [this] {
        m_header->openReason();
        m_scroll->ensureWidgetVisible(m_header->reason());
    });
    m_open = makeAction(this, {u"patrol.open"_s, tr("Open the request"), {Qt::Key_O}, u"external-link"_s, {}});
    connect(m_open, &QAction::triggered, this, [this] {
        if (m_controller.request())
            m_navigator.open(Kind::Request, m_controller.request()->request.id);
    });
    m_locate = makeAction(
        this,
        {u"patrol.locate"_s, tr("My position"), {Qt::CTRL | Qt::Key_L}, u"locate-fixed"_s, tr("Fills in the nearest street.")});
    connect(m_locate, &QAction::triggered, this, [this] { locate(true); });
    m_send = makeAction(this, {u"patrol.send"_s,
                               tr("Send the report"),
                               {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                               u"send"_s,
                               tr("It goes to the service as a ready case, with the photos; later, if there is no network.")});
    connect(m_send, &QAction::triggered, this, &PatrolWorkspace::send);
}

QWidget *PatrolWorkspace::makeListColumn()
{
    m_tabs = new TouchTabs;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the missions"));
    for (const QString &name : {tr("Mine and free"), tr("All open"), tr("Reported")})
        m_tabs->addTab(name);
    m_list = new MissionList(m_controller, m_town);
    m_empty = new EmptyState(u"footprints"_s, {}, {});
    m_listPages = new QStackedWidget;
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(m_empty);
    m_listError = new InlineError;
    m_listButtons = new FlowLayout;
    m_listButtons->setSpacing(space::gap);
    auto *own = touchButton(m_new);
    m_surveyButton = touchButton(m_survey, false);
    for (ActionButton *button : {own, m_surveyButton, touchButton(m_order, false), touchButton(m_print, false)})
        m_listButtons->addWidget(button);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_tabs);
    column->addWidget(m_listError);
    column->addWidget(m_listPages, 1);
    column->addLayout(m_listButtons);
    return whole;
}

QWidget *PatrolWorkspace::makeReportPage()
{
    m_form = new ReportForm(m_controller, m_town, m_camera, m_locate, this);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::gap);
    m_header = new MissionHeader(m_controller, m_town, {m_take, m_giveBack, m_cancel, m_open});
    inner->addWidget(m_header);
    inner->addWidget(m_form, 1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_error = new InlineError;
    m_goesTo = secondaryLabel({});
    m_goesTo->setObjectName(u"patrol.goesTo"_s);
    m_sendButton = touchButton(m_send);
    m_sendButton->setPrimary(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::group);
    line->addWidget(m_sendButton);
    line->addWidget(m_goesTo, 1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_error);
    column->addLayout(line);
    return page;
}

void PatrolWorkspace::connectAll()
{
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int tab) { m_controller.setView(views[std::size_t(std::max(0, tab))]); });
    connect(m_list, &MissionList::chosen, this, [this](const Id &mission) { m_controller.show(mission); });
    connect(m_list, &QListView::activated, this, [this] {
        if (m_controller.maySend())
            m_form->focusFirst();
    });
    connect(m_form, &ReportForm::edited, this, [this] {
        m_controller.keep(m_form->report());
        m_error->clear();
        showActions();
    });
    const auto showCamera = [this] { m_scroll->ensureWidgetVisible(&m_form->photos()); };
    connect(&m_form->photos(), &PhotoStrip::cameraOpened, this, showCamera, Qt::QueuedConnection); // once it has its room
    connect(m_header, &MissionHeader::cancelled, this, &PatrolWorkspace::cancelMission);
    connect(m_surveyForm, &SurveyForm::closed, this, [this] {
        m_list->renew();
        showMission();
        m_list->setFocus();
    });
    connect(&m_controller, &PatrolController::changed, this, &PatrolWorkspace::showList);
    connect(&m_controller, &PatrolController::shown, this, &PatrolWorkspace::showMission);
    connect(&m_controller, &PatrolController::saved, this, &PatrolWorkspace::tellSaved);
    connect(&m_controller, &PatrolController::failed, this, &PatrolWorkspace::tellFailed);
    connect(&m_controller, &PatrolController::loadFailed, this, [this](const Error &error) { m_listError->say(error); });
}

void PatrolWorkspace::setActor(const Actor &actor)
{
    m_controller.setActor(actor);
    m_new->setEnabled(actor.may(Permission::LogContact));
    m_survey->setEnabled(actor.may(Permission::LogContact));
    // Who goes seldom sends: the key and the palette are enough, the list needs the room.
    m_surveyButton->setVisible(!actor.roles.contains(Role::Patroller));
}

void PatrolWorkspace::showList()
{
    m_listError->clear();
    m_form->setKinds(m_controller.kinds());
    m_list->renew();
    const bool isEmpty = m_list->missions().rowCount() == 0;
    switch (m_controller.view()) {
    case PatrolView::Mine:
        m_empty->setTexts(tr("No mission waits for you"), tr("Ctrl+N reports what you saw yourself; Ctrl+2 shows all missions."));
        break;
    case PatrolView::All:
        m_empty->setTexts(tr("No mission is open"), tr("Ctrl+N reports what you saw yourself; Ctrl+Shift+N sends a patroller."));
        break;
    case PatrolView::Done:
        m_empty->setTexts(tr("Nothing was reported in the last month"), tr("Reports that are sent are kept here."));
        break;
    }
    m_listPages->setCurrentIndex(isEmpty ? 1 : 0);
    m_print->setEnabled(!isEmpty);
    m_pdf->setEnabled(!isEmpty);
    if (m_map)
        m_map->setEnabled(!isEmpty);
    Q_EMIT badgeChanged(m_controller.mineOpen());
}

void PatrolWorkspace::showMission()
{
    const bool isOther = m_controller.id() != m_shown || m_controller.isOwn() != m_wasOwn;
    m_shown = m_controller.id();
    m_wasOwn = m_controller.isOwn();
    if (isOther) {
        m_header->closeReason();
        m_form->photos().closeCamera();
        m_error->clear();
    }
    const bool isThere = m_controller.isOwn() || m_controller.mission();
    if (!isThere) {
        if (m_shown.isNull())
            m_noMission->setTexts(tr("No mission is chosen"),
                                  tr("Choose one with J and K; Ctrl+N reports what you saw yourself."));
        else
            m_noMission->setTexts(tr("This mission is not on this desk"),
                                  tr("It may have gone to a service for which you don't patrol."));
        if (m_pages->currentIndex() != Survey || !m_shown.isNull())
            m_pages->setCurrentIndex(Nothing);
        showActions();
        return;
    }
    m_pages->setCurrentIndex(Report);
    m_form->setOwn(m_controller.isOwn());
    m_form->setReport(m_controller.report());
    m_form->setReadOnly(!m_controller.mayWrite());
    m_header->renew();
    showActions();
    takePlace();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

void PatrolWorkspace::showActions()
{
    const bool mayStart = m_controller.mayAct(PatrolAct::Start);
    m_take->setText(mayStart ? tr("On my way") : tr("Take"));
    const auto offer = [](QAction *action, bool isOffered) {
        action->setVisible(isOffered);
        action->setEnabled(isOffered);
    };
    offer(m_take, mayStart || m_controller.mayAct(PatrolAct::Take));
    offer(m_giveBack, m_controller.mayAct(PatrolAct::GiveBack));
    offer(m_cancel, m_controller.mayAct(PatrolAct::Cancel));
    offer(m_open, m_controller.request().has_value());
    const bool maySend = m_controller.maySend();
    offer(m_send, maySend);
    offer(m_locate, maySend);
    if (m_pickPlace)
        offer(m_pickPlace, maySend);
    m_goesTo->setVisible(maySend);
    if (!maySend)
        return;
    const MissionReport &report = m_controller.report();
    const QString target = m_town.unitName(m_controller.isOwn() ? m_controller.route().service : report.target);
    if (!target.isEmpty())
        m_goesTo->setText(tr("Goes to: %1").arg(target));
    else if (m_controller.isOwn())
        m_goesTo->setText(tr("The front desk decides who gets it."));
    else if (m_controller.request())
        m_goesTo->setText(tr("Stays with: %1").arg(m_town.unitName(m_controller.request()->request.service)));
    else
        m_goesTo->setText(tr("Nobody takes over: the mission just ends."));
}

void PatrolWorkspace::beginOwn()
{
    m_wantsPlace = true;
    m_controller.beginOwn();
    m_list->renew();
    m_form->focusFirst();
    takePlace();
}

//! Of an own report that has none yet, once it is known how it was left.
void PatrolWorkspace::takePlace()
{
    if (!m_controller.isOwn() || !m_controller.maySend() || !std::exchange(m_wantsPlace, false))
        return;
    if (m_controller.report().place.address.isEmpty() && m_controller.report().where.isEmpty())
        locate(false);
}

void PatrolWorkspace::locate(bool isAsked)
{
    const Id mission = m_controller.id();
    const bool isOwn = m_controller.isOwn();
    m_position.locate(this, [this, mission, isOwn, isAsked](const std::optional<Stop> &position) {
        if (position)
            m_controller.setPosition(position); // the round begins here, too
        if (mission != m_controller.id() || isOwn != m_controller.isOwn() || !m_controller.maySend())
            return;
        const MissionReport &report = m_controller.report();
        const bool isFilled = !report.place.address.isEmpty() || !report.where.trimmed().isEmpty();
        if (isFilled && !isAsked)
            return; // typed in the meantime
        std::optional<Place> place =
            position ? m_town.placeIndex().nearest(position->latitude, position->longitude) : std::nullopt;
        if (place) {
            m_form->setPlace(*place);
            announce(m_form, tr("Place: %1").arg(place->address));
            return;
        }
        if (isAsked)
            m_error->say(position ? tr("No street of the town is near you: write the place.")
                                  : tr("The position can't be found: write the place."));
        if (isAsked || !m_form->isTyping()) // whoever writes already is not disturbed
            m_form->focusOn(ReportGap::Place);
    });
}

void PatrolWorkspace::cancelMission(const QString &reason)
{
    if (reason.isEmpty()) {
        m_error->say(tr("Say why the mission is not needed."));
        return;
    }
    m_controller.cancel(reason);
    m_header->closeReason();
    m_list->setFocus();
}

void PatrolWorkspace::send()
{
    if (!m_controller.maySend())
        return;
    m_controller.keep(m_form->report());
    if (const ReportGap gap = m_controller.gap(); gap != ReportGap::None) {
        m_error->say(parvis::sentence(gap));
        m_form->focusOn(gap);
        return;
    }
    m_controller.send(reportText(m_controller.report(), m_town));
}

QString PatrolWorkspace::sentence(const SavedPatrol &act) const
{
    switch (act.act) {
    case PatrolAct::Take: return tr("Taken: %1.").arg(act.subject);
    case PatrolAct::Start: return tr("On your way: %1.").arg(act.subject);
    case PatrolAct::GiveBack: return tr("Given back: %1.").arg(act.subject);
    case PatrolAct::Cancel: return tr("Cancelled: %1.").arg(act.subject);
    case PatrolAct::Report:
    case PatrolAct::OwnReport: return tr("Report sent: %1.").arg(act.subject);
    case PatrolAct::Create: return tr("A patroller is sent: %1.").arg(act.subject);
    }
    return {};
}

void PatrolWorkspace::tellSaved(const SavedPatrol &act)
{
    if (act.act == PatrolAct::Create && !act.request.isNull())
        return; // sent from a request: told there
    if (act.mutations.isEmpty()) {
        m_navigator.tell(sentence(act));
    } else {
        m_navigator.tellUndoable(sentence(act), act.subject, [controller = QPointer(&m_controller), act] {
            if (controller)
                controller->undo(act);
        });
    }
    if (act.act == PatrolAct::OwnReport || act.act == PatrolAct::Report) {
        m_controller.show({});
        m_list->setFocus();
        m_list->renew();
    }
}

void PatrolWorkspace::tellFailed(PatrolAct act, const Error &error)
{
    if (act != PatrolAct::Create)
        m_error->say(error);
    showActions();
}

QString PatrolWorkspace::paper() const
{
    return roundHtml(m_controller.stops(), m_town.userName(m_controller.actor().user), m_controller.today(), m_town);
}

void PatrolWorkspace::printRound()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Round"));
    const auto paint = [html = paper()](QPrinter &chosen) {
        paintRound(chosen, html);
        return true;
    };
    choosePrinter(this, printer, paint, [this](const Result<bool> &isPrinted) {
        if (!isPrinted)
            m_listError->say(tr("The printer can't be reached. Nothing was printed."));
    });
}

void PatrolWorkspace::savePdf()
{
    const QString name = tr("round-%1.pdf").arg(m_controller.today().toString(Qt::ISODate));
    chooseSavePath(this, tr("Save the round as PDF"), name, [this, html = paper()](const QString &path) {
        if (const Status written = writeRoundPdf(path, html); written)
            m_navigator.tell(tr("The round was saved as %1.").arg(path));
        else
            m_listError->say(tr("The PDF can't be written there. Choose another place."));
    });
}

void PatrolWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_controller.maySend() && holdsFiles(event->mimeData()))
        event->acceptProposedAction();
}

void PatrolWorkspace::dropEvent(QDropEvent *event)
{
    if (m_form->photos().takeData(event->mimeData()))
        event->acceptProposedAction();
}

void PatrolWorkspace::activate(const Opening &opening)
{
    if (opening.kind == Kind::Mission && !opening.id.isNull())
        m_controller.show(opening.id);
    else
        m_list->renew();
    // The list first: what a machine has may take it a tenth of a second to say.
    QMetaObject::invokeMethod(this, &PatrolWorkspace::lookForCamera, Qt::QueuedConnection);
}

void PatrolWorkspace::lookForCamera()
{
    const Actor &actor = m_controller.actor();
    if (actor.may(Permission::LogContact) || actor.may(Permission::Progress))
        m_form->photos().lookForCamera();
}

QWidget *PatrolWorkspace::firstFocus()
{
    return m_list;
}

bool PatrolWorkspace::stepBack()
{
    if (m_header->closeReason()) {
        m_list->setFocus();
        return true;
    }
    if (m_form->photos().closeCamera())
        return true;
    if (m_list->hasFocus())
        return false;
    if (m_controller.isOwn() || m_pages->currentIndex() == Survey) {
        m_controller.show({}); // what was typed is kept
        m_pages->setCurrentIndex(Nothing);
        m_list->renew();
    }
    m_list->setFocus();
    return true;
}

} // namespace parvis
