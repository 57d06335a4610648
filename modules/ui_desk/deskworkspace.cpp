#include "ui_desk/deskworkspace.h"

#include "ui_common/action.h"
#include "ui_common/enterkey.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_desk/callerpane.h"
#include "ui_desk/cardpane.h"
#include "ui_desk/channelbar.h"
#include "ui_desk/contactform.h"
#include "ui_desk/duplicatespane.h"
#include "ui_desk/parkedbar.h"
#include "ui_desk/savedbar.h"
#include "ui_desk/todaypane.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

DeskWorkspace::DeskWorkspace(ContactController &controller, TodayModel &today, const ReferenceData &town, const Clock &clock,
                             Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_controller(controller), m_today(today), m_town(town), m_clock(clock), m_navigator(navigator)
{
    makeActions();
    m_form = new ContactForm(m_controller, m_town, m_clock);
    auto *split = new SplitView(u"desk"_s, Qt::Horizontal);
    split->addWidget(makeFormColumn(m_form));
    split->addWidget(makeSideColumn());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setFirstSizes({720, 520});
    auto *todayPane = new TodayPane(m_today);
    connect(todayPane, &TodayPane::opened, this, &DeskWorkspace::open);
    const auto giveRoom = [this, todayPane] { todayPane->setFolded(m_controller.card() != nullptr); };
    connect(&m_controller, &ContactController::adviceChanged, todayPane, giveRoom);
    connect(&m_controller, &ContactController::draftReplaced, todayPane, giveRoom);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    column->setSpacing(space::gap);
    column->addWidget(split, 1);
    column->addWidget(horizontalLine());
    column->addWidget(todayPane);
    connectController();
}

void DeskWorkspace::makeActions()
{
    m_transmit = makeAction(this, {u"desk.transmit"_s,
                                   tr("Transmit"),
                                   {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                                   u"send"_s,
                                   tr("Saves the contact, hands it to the service, and takes the next.")});
    m_onTheSpot = makeAction(this, {u"desk.onTheSpot"_s,
                                    tr("Answered on the spot"),
                                    {Qt::CTRL | Qt::Key_R},
                                    u"check"_s,
                                    tr("Saves the contact as answered and closed.")});
    m_park = makeAction(this, {u"desk.park"_s,
                               tr("Park"),
                               {Qt::Key_F8},
                               u"pause"_s,
                               tr("Puts this contact aside for another; with an empty form, brings the last one back.")});
    m_addContact = makeAction(this, {u"desk.addContact"_s,
                                     tr("Add this contact"),
                                     {Qt::ALT | Qt::Key_C},
                                     u"plus"_s,
                                     tr("Adds this contact to the selected request of the caller.")});
    m_join = makeAction(this, {u"desk.join"_s,
                               tr("Join"),
                               {Qt::ALT | Qt::Key_J},
                               u"link"_s,
                               tr("Adds this contact to the selected likely duplicate instead of making another request.")});
    m_gather = makeAction(
        this, {u"desk.gather"_s,
               tr("Same incident"),
               {Qt::ALT | Qt::Key_I},
               u"layers"_s,
               tr("Transmits this as one more report of what the selected request reports: one work, and everybody is told.")});
    m_explain = makeAction(this, {u"desk.explain"_s,
                                  tr("Calculation"),
                                  {Qt::ALT | Qt::Key_D}, // D in Requests, where letters are free
                                  u"calendar-days"_s,
                                  tr("Shows how the days were counted.")});
    m_explain->setCheckable(true);
    QAction *clear = makeAction(this, {u"desk.clear"_s,
                                       tr("Empty the form"),
                                       {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete},
                                       u"trash-2"_s,
                                       tr("Ctrl+Z brings it back.")});
    QAction *next =
        makeAction(this, {u"desk.nextRequest"_s, tr("Next request of the caller"), {Qt::CTRL | Qt::Key_Down}, {}, {}});
    QAction *previous =
        makeAction(this, {u"desk.previousRequest"_s, tr("Previous request of the caller"), {Qt::CTRL | Qt::Key_Up}, {}, {}});

    connect(m_transmit, &QAction::triggered, this, [this] { save(SaveAs::Transmit); });
    connect(m_onTheSpot, &QAction::triggered, this, [this] { save(SaveAs::AnsweredOnTheSpot); });
    connect(m_park, &QAction::triggered, this, &DeskWorkspace::parkOrResume);
    connect(m_addContact, &QAction::triggered, this, [this] { save(SaveAs::AddToRequest, m_caller->currentRequest()); });
    connect(m_join, &QAction::triggered, this, [this] { save(SaveAs::AddToRequest, m_duplicates->currentRequest()); });
    connect(m_gather, &QAction::triggered, this, [this] { save(SaveAs::WithIncident, m_duplicates->sameCause()); });
    connect(clear, &QAction::triggered, &m_controller, &ContactController::discard);
    connect(next, &QAction::triggered, this, [this] { m_caller->step(1); });
    connect(previous, &QAction::triggered, this, [this] { m_caller->step(-1); });
}

QWidget *DeskWorkspace::makeFormColumn(ContactForm *form)
{
    m_channels = new ChannelBar(this);
    m_saved = new SavedBar;
    m_transmitButton = new ActionButton(m_transmit);
    m_transmitButton->setPrimary(true);
    onEnter(m_transmitButton, [this] { m_transmit->trigger(); });

    auto *buttons = new FlowLayout;
    buttons->addWidget(m_transmitButton);
    buttons->addWidget(new ActionButton(m_onTheSpot));
    buttons->addWidget(new ActionButton(m_park));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_channels);
    column->addWidget(new ParkedBar(m_controller, m_town));
    column->addWidget(form);
    column->addStretch();

    auto *area = new QScrollArea; // large text on a small screen
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->isAncestorOf(now))
            area->ensureWidgetVisible(now, 0, space::group);
    });

    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::gap);
    rows->addWidget(area, 1);
    rows->addLayout(buttons);
    rows->addWidget(m_saved);
    return whole;
}

QWidget *DeskWorkspace::makeSideColumn()
{
    m_caller = new CallerPane(m_controller, m_town, m_clock, m_addContact);
    m_duplicates = new DuplicatesPane(m_controller, m_town, m_clock, m_join, m_gather);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::gap, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_caller);
    column->addWidget(horizontalLine());
    column->addWidget(sectionLabel(tr("Procedure")));
    column->addWidget(new CardPane(m_controller, m_town, m_explain), 1);
    column->addWidget(m_duplicates);
    connect(m_caller, &CallerPane::opened, this, &DeskWorkspace::open);
    connect(m_duplicates, &DuplicatesPane::opened, this, &DeskWorkspace::open);
    return side;
}

void DeskWorkspace::connectController()
{
    connect(m_channels, &ChannelBar::chosen, this, &DeskWorkspace::start);
    connect(m_form, &ContactForm::completed, this, [this] { m_transmitButton->setFocus(); });
    connect(&m_controller, &ContactController::draftReplaced, this, [this] {
        m_warned = {};
        m_channels->setChannel(m_controller.draft().channel);
        m_form->whoField()->setFocus();
    });
    connect(&m_controller, &ContactController::saved, this, &DeskWorkspace::showSaved);
    connect(&m_controller, &ContactController::numberKnown, m_saved, &SavedBar::showNumber);
    connect(&m_controller, &ContactController::undone, this, [this](const SavedContact &saved) {
        if (m_saved->request() == saved.request)
            m_saved->clear();
    });
    connect(&m_controller, &ContactController::discarded, this, [this](const ContactDraft &draft) {
        m_navigator.tellUndoable(tr("The form was emptied."), tr("emptying the form"),
                                 [this, draft] { m_controller.putBack(draft); });
    });
}

void DeskWorkspace::start(Channel channel)
{
    m_saved->clear();
    const bool isNew = !m_controller.draft().hasContent();
    m_controller.start(channel);
    m_channels->setChannel(channel);
    if (isNew)
        m_form->whoField()->setFocus();
}

void DeskWorkspace::save(SaveAs how, const Id &existing)
{
    if ((how == SaveAs::AddToRequest || how == SaveAs::WithIncident) && existing.isNull())
        return;
    const DraftCheck gap = m_controller.checkBeforeSave(how);
    const bool isConfirmed = gap.mayPass && gap == m_warned;
    if (gap.gap != DraftGap::None && !isConfirmed) {
        m_warned = gap;
        m_form->showGap(gap);
        return;
    }
    m_navigator.tell({}); // from here on Ctrl+Z means this contact, not what came before it
    m_controller.save(how, existing);
}

void DeskWorkspace::showSaved(const SavedContact &saved)
{
    m_saved->showSaved(saved);
    const QString what = saved.subject.isEmpty() ? tr("adding a contact") : tr("saving “%1”").arg(saved.subject);
    m_navigator.tellUndoable(SavedBar::sentence(saved), what, [this, saved] { m_controller.undo(saved); });
}

void DeskWorkspace::parkOrResume()
{
    if (m_controller.draft().hasContent())
        m_controller.park();
    else
        m_controller.resume(m_controller.parked().size() - 1);
}

void DeskWorkspace::open(const Id &request)
{
    m_controller.flush();
    m_navigator.open(Kind::Request, request);
}

void DeskWorkspace::activate(const Opening &opening)
{
    m_today.load();
    if (opening.kind == Kind::Card && !opening.id.isNull())
        m_controller.chooseCard(opening.id);
    else if (opening.kind == Kind::Citizen && !opening.id.isNull())
        m_controller.beginFor(opening.id);
}

void DeskWorkspace::setMap(TownMap &map)
{
    QAction *pick = makeAction(this, {u"desk.pickPlace"_s,
                                      tr("Pick the place on the map"),
                                      {Qt::CTRL | Qt::Key_M},
                                      u"map-pin"_s,
                                      tr("Escape comes back from there with nothing changed.")});
    m_form->setPlaceAction(pick);
    connect(pick, &QAction::triggered, this, [this, &map] {
        const ContactDraft &draft = m_controller.draft();
        PlaceQuestion question{id(), draft.what, draft.place};
        // Words that are no place yet still say where to begin.
        if (const QList<Place> found = m_town.placeIndex().search(draft.where, 1);
            draft.place.address.isEmpty() && !found.isEmpty())
            question.known = found.first();
        map.pickPlace(question, this, [this](const Place &place) { m_form->takePlace(place); });
    });
}

QWidget *DeskWorkspace::firstFocus()
{
    return m_form->whoField();
}

bool DeskWorkspace::stepBack()
{
    if (m_form->closeLists())
        return true;
    if (m_explain->isChecked()) {
        m_explain->setChecked(false);
        return true;
    }
    return false;
}

} // namespace parvis
