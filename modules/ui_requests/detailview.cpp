#include "ui_requests/detailview.h"

#include "domain/suspension.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/filedrop.h"
#include "ui_common/filepreview.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/townmap.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/checklistpanel.h"
#include "ui_requests/conflictpanel.h"
#include "ui_requests/factspanel.h"
#include "ui_requests/filelist.h"
#include "ui_requests/linkspanel.h"
#include "ui_requests/missionbar.h"
#include "ui_requests/requestwords.h"
#include "ui_requests/timelineview.h"

#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

DetailView::DetailView(RequestDetailController &controller, const ReferenceData &town, const Clock &clock, QWidget *scope,
                       QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState(u"inbox"_s, {}, {}))
{
    m_facts = new FactsPanel(m_controller, m_town);
    makeActions(scope);
    auto *conflicts = new ConflictPanel(m_controller, m_town, scope);
    m_files = new FileList(m_controller, scope);
    auto *checklist = new ChecklistPanel(m_controller, scope);
    m_links = new LinksPanel(m_controller, m_town, scope);
    connect(m_links, &LinksPanel::requestWanted, this, &DetailView::requestWanted);
    connect(m_links, &LinksPanel::incidentWanted, this, &DetailView::incidentWanted);
    connect(m_links, &LinksPanel::gatherWanted, this, &DetailView::gatherWanted);
    connect(m_links, &LinksPanel::takeOutWanted, this, &DetailView::takeOutWanted);
    m_preview = new FilePreview(m_controller, u"requests"_s);
    m_timeline = new TimelineView(m_town, clock);
    m_calculation = new QLabel;
    m_calculation->setTextFormat(Qt::PlainText);
    m_calculation->setWordWrap(true);
    m_calculation->setObjectName(u"calculation"_s);
    m_calculation->hide();
    m_owed = new QLabel;
    m_owed->setTextFormat(Qt::PlainText);
    m_owed->setWordWrap(true);
    m_owed->setObjectName(u"owed"_s);
    setTextRole(m_owed, TextRole::Strong);

    m_onlookers = new QLabel;
    m_onlookers->setTextFormat(Qt::PlainText);
    m_onlookers->setWordWrap(true);
    m_onlookers->setObjectName(u"onlookers"_s);
    setTextRole(m_onlookers, TextRole::Strong);
    m_onlookers->hide();
    connect(&m_controller, &RequestDetailController::onlookersChanged, this, &DetailView::showOnlookers);

    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, space::gap, 0);
    inner->setSpacing(space::gap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_onlookers, m_owed, m_calculation, conflicts, m_facts, checklist,
                                                          m_files, m_links, horizontalLine(), m_timeline})
        inner->addWidget(part);
    inner->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);

    m_composer = new Composer(m_controller, m_town, scope);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(makeHeader());
    column->addWidget(m_scroll, 1);
    column->addWidget(horizontalLine());
    column->addWidget(m_composer);
    addOpener(m_reply);
    addOpener(m_composer->partAction());
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    m_pages->addWidget(m_preview);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    connect(&m_controller, &RequestDetailController::changed, this, &DetailView::showRequest);
    connect(m_composer, &Composer::closed, this, &DetailView::steppedBack);
    setAcceptDrops(true);
    connect(m_files, &FileList::opened, this, [this](const Attachment &attachment) {
        m_preview->open(attachment);
        m_pages->setCurrentWidget(m_preview);
        m_preview->setFocus();
    });
    connect(m_preview, &FilePreview::closed, this, [this] {
        showRequest();
        if (isAncestorOf(QApplication::focusWidget()))
            m_files->focusList();
    });
    connect(m_facts, &FactsPanel::assignWanted, this, [this] { m_composer->open(Composer::Mode::Assign); });
    showRequest();
}

void DetailView::makeActions(QWidget *scope)
{
    m_explain = makeAction(scope, {u"requests.explain"_s,
                                   tr("Calculation"),
                                   {Qt::Key_D},
                                   u"calendar-days"_s,
                                   tr("Shows day by day how the promised date was counted.")});
    m_explain->setCheckable(true);
    connect(m_explain, &QAction::toggled, this, &DetailView::showCalculation);
    m_answered = makeAction(scope, {u"requests.answered"_s,
                                    tr("Mark as answered"),
                                    {Qt::SHIFT | Qt::Key_R},
                                    u"circle-check"_s,
                                    tr("Opens the status with “answered” chosen.")});
    connect(m_answered, &QAction::triggered, this, [this] { m_composer->open(Composer::Mode::Status, RequestStatus::Answered); });
    m_reply = makeAction(
        scope, {u"requests.reply"_s, tr("Reply"), {Qt::Key_R}, u"message-circle-reply"_s, tr("Writes to the citizen.")});
    connect(m_reply, &QAction::triggered, this, [this] {
        if (m_controller.detail())
            Q_EMIT replyWanted(m_controller.id());
    });
    m_takeBack = makeAction(scope, {u"requests.takeback"_s,
                                    tr("Take back to the desk"),
                                    {Qt::SHIFT | Qt::Key_A},
                                    u"corner-up-left"_s,
                                    tr("The request leaves its service and is qualified anew; Ctrl+Z takes that back.")});
    connect(m_takeBack, &QAction::triggered, &m_controller, &RequestDetailController::takeBack);
    const QAction *edit = makeAction(scope, {u"requests.edit"_s,
                                             tr("Edit the request"),
                                             {Qt::Key_E},
                                             u"square-pen"_s,
                                             tr("Edits the subject; Tab goes on to the other fields.")});
    connect(edit, &QAction::triggered, m_facts, &FactsPanel::editFirst);
    const QAction *citizen =
        makeAction(scope, {u"requests.citizen"_s, tr("Open the citizen's record"), {Qt::Key_O}, u"user"_s, {}});
    connect(citizen, &QAction::triggered, this, [this] {
        if (m_controller.detail() && !m_controller.detail()->request.citizen.isNull())
            Q_EMIT citizenWanted(m_controller.detail()->request.citizen);
    });
}

QWidget *DetailView::makeHeader()
{
    auto *header = new QWidget;
    m_number = new QLabel;
    m_number->setTextFormat(Qt::PlainText);
    m_number->setObjectName(u"number"_s);
    setTextRole(m_number, TextRole::Strong);
    m_status = new Chip(header);
    m_delay = new Chip(header);
    m_pending = new Chip(header);
    auto *explain = new ActionButton(m_explain);
    explain->setFlat(true);
    m_headerLine = new QHBoxLayout;
    m_headerLine->setSpacing(space::gap);
    m_headerLine->addWidget(m_number);
    m_headerLine->addWidget(m_status);
    m_headerLine->addWidget(m_delay);
    m_headerLine->addWidget(m_pending);
    m_headerLine->addStretch();
    auto *second = new QHBoxLayout;
    second->addWidget(m_facts->subject(), 1);
    second->addWidget(explain);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::unit);
    column->addLayout(m_headerLine);
    column->addLayout(second);
    return header;
}

void DetailView::showRequest()
{
    const bool isOther = m_controller.id() != m_shown;
    m_shown = m_controller.id();
    if (isOther) {
        m_explain->setChecked(false);
        m_preview->close();
    }
    const auto &detail = m_controller.detail();
    m_explain->setEnabled(detail.has_value());
    m_takeBack->setEnabled(m_controller.mayTakeBack());
    m_reply->setEnabled(m_controller.may(Permission::Progress));
    if (m_pickPlace)
        m_pickPlace->setEnabled(detail && m_controller.may(Permission::EditRequest));
    if (!detail) {
        if (m_shown.isNull())
            m_empty->setTexts(tr("No request is chosen"),
                              tr("Choose one in the list with the arrow keys; / goes to the filter."));
        else
            m_empty->setTexts(tr("This request is not on this desk"),
                              tr("It may have moved to a service that you don't see. Choose another one in the list."));
        if (!m_controller.isLoading())
            m_pages->setCurrentIndex(0);
        return; // a request on its way leaves the one before in sight for these milliseconds
    }
    if (!m_preview->isOpen())
        m_pages->setCurrentIndex(1);
    showHeader();
    m_timeline->setEntries(timelineOf(*detail));
    showCalculation();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

void DetailView::showHeader()
{
    const RequestDetail &detail = *m_controller.detail();
    const Request &request = detail.request;
    const Delay delay = m_controller.delay();
    m_number->setText(numberText(request.number));
    ChipLook status = chipFor(request.status);
    if (!request.reason.isEmpty())
        //: status of a request and its reason
        status.text = tr("%1: %2").arg(status.text, reasonWord(request.reason));
    m_status->setLook(status);
    const bool isStopped = !delay.counts();
    m_delay->setLook(isStopped ? ChipLook() : chipFor(delay));
    QStringList owed;
    for (const QJsonValue &document : request.missing)
        owed.append(document.toString());
    //: of a request on hold; the documents that the citizen is to bring
    const QString documents = tr("The citizen owes: %1").arg(owed.join(u" · "_s));
    const QList<Suspension> waits = suspensionsFrom(request.suspensions);
    const QDate until = waits.isEmpty() ? QDate() : waits.last().until;
    //: "The citizen owes: …", then a date
    m_owed->setText(until.isValid() ? tr("%1 (by %2)").arg(documents, longDay(until)) : documents);
    m_owed->setVisible(!owed.isEmpty());
    const bool isPending =
        std::any_of(detail.pending.begin(), detail.pending.end(), [](const OutboxEntry &entry) { return !entry.outcome; });
    m_pending->setLook(isPending ? pendingChip() : ChipLook());
}

void DetailView::showOnlookers()
{
    QStringList lines;
    for (const Onlooker &other : m_controller.onlookers()) {
        const QString name = m_town.userName(other.user);
        if (name.isEmpty())
            continue;
        //: a colleague has the same request in sight
        lines.append(other.isEditing ? tr("%1 is writing on this request.").arg(name)
                                     : tr("%1 is looking at this request.").arg(name));
    }
    m_onlookers->setText(lines.join(u'\n'));
    m_onlookers->setVisible(!lines.isEmpty());
    if (!lines.isEmpty())
        announce(m_onlookers, m_onlookers->text());
}

void DetailView::showCalculation()
{
    const bool isShown = m_explain->isChecked() && m_controller.detail();
    m_calculation->setVisible(isShown);
    if (!isShown)
        return;
    const Promise promise = m_controller.promise();
    const QDate due = m_controller.detail()->request.dueOn;
    QStringList lines{tr("Promised within %n working day(s):", nullptr, promise.workingDays)};
    for (const CalendarStep &step : promise.due.steps)
        lines.append(u"   "_s + explained(step));
    if (!due.isValid())
        lines.append(tr("No date was promised for this request."));
    else if (!promise.due.day.isValid())
        lines.append(tr("The delay is on hold: the date moves by as many working days as the citizen is waited for."));
    else if (due == promise.due.day)
        lines.append(tr("To be answered by %1 at the latest.").arg(longDay(due)));
    else
        lines.append(tr("The calendar gives %1; the date was set to %2.").arg(longDay(promise.due.day), longDay(due)));
    const Request &request = m_controller.detail()->request;
    if (const Card *card = m_town.card(request.card)) {
        const QDate day = implicitDecisionDay(card->silence, m_town.calendar().localDay(request.receivedAt),
                                              suspensionsFrom(request.suspensions));
        if (day.isValid() && card->silence == Silence::Rejection)
            lines.append(tr("Without an answer it is rejected on %1 (CRPA L. 231-4).").arg(longDay(day)));
        else if (day.isValid())
            lines.append(tr("Without an answer it is accepted on %1 (CRPA L. 231-1).").arg(longDay(day)));
    }
    m_calculation->setText(lines.join(u'\n'));
    m_scroll->verticalScrollBar()->setValue(0);
}

void DetailView::setKeysActive(bool isActive)
{
    m_composer->setKeysActive(isActive);
    m_links->setKeysActive(isActive);
    m_answered->setEnabled(isActive);
    m_reply->setEnabled(isActive && m_controller.may(Permission::Progress));
}

void DetailView::waitFor()
{
    m_composer->open(Composer::Mode::Status, RequestStatus::Waiting);
}

//! Its picture alone: the chips need the room.
void DetailView::addOpener(QAction *action)
{
    auto *opener = new QToolButton;
    opener->setDefaultAction(action);
    opener->setToolButtonStyle(Qt::ToolButtonIconOnly);
    opener->setAutoRaise(true);
    opener->setAccessibleName(action->text());
    m_headerLine->addWidget(opener);
}

void DetailView::setMissionBar(MissionBar *bar)
{
    m_missionBar = bar;
    addOpener(bar->opener());
    auto *column = static_cast<QVBoxLayout *>(m_pages->widget(1)->layout());
    column->insertWidget(column->indexOf(m_composer), bar);
    connect(bar, &MissionBar::closed, this, &DetailView::steppedBack);
}

void DetailView::setMap(TownMap &map, const QString &asker, QWidget *scope)
{
    m_pickPlace = makeAction(scope, {u"requests.pickPlace"_s,
                                     tr("Pick the place on the map"),
                                     {Qt::CTRL | Qt::Key_M},
                                     u"map-pin"_s,
                                     tr("Escape comes back from there with nothing changed.")});
    m_facts->setPlaceAction(m_pickPlace);
    connect(m_pickPlace, &QAction::triggered, this, [this, &map, asker] {
        if (!m_controller.detail() || !m_controller.may(Permission::EditRequest))
            return;
        const Request &request = m_controller.detail()->request;
        PlaceQuestion question{asker, requestTitle(request.number, request.subject), {}};
        question.known.latitude = request.latitude;
        question.known.longitude = request.longitude;
        map.pickPlace(question, this, [this, asked = request.id](const Place &place) {
            if (asked == m_controller.id())
                m_facts->takePlace(place);
        });
    });
    showRequest();
}

void DetailView::focusTimeline()
{
    m_timeline->setFocus();
}

void DetailView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_controller.may(Permission::LogContact) && holdsFiles(event->mimeData()))
        event->acceptProposedAction();
}

void DetailView::dropEvent(QDropEvent *event)
{
    if (m_files->takeData(event->mimeData()))
        event->acceptProposedAction();
}

bool DetailView::stepBack()
{
    if (m_preview->isOpen()) {
        m_preview->close();
        return true;
    }
    if ((m_missionBar && m_missionBar->stepBack()) || m_composer->stepBack() || m_facts->stepBack())
        return true;
    if (!m_explain->isChecked())
        return false;
    m_explain->setChecked(false);
    return true;
}

} // namespace parvis
