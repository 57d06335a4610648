#include "workbench.h"

#include "base/async.h"
#include "store/requestquery.h"
#include "ui_admin/adminworkspace.h"
#include "ui_cards/cardsworkspace.h"
#include "ui_citizens/citizensworkspace.h"
#include "ui_common/words.h"
#include "ui_desk/calltimer.h"
#include "ui_desk/deskworkspace.h"
#include "ui_requests/noticebell.h"
#include "ui_requests/requestsworkspace.h"
#include "ui_shell/helppage.h"
#include "ui_shell/mainwindow.h"
#include "ui_sync/syncwords.h"
#include "ui_sync/syncworkspace.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int minuteMs = 60'000;
constexpr int onTimeDays = 30; // what the town promised in the last month

} // namespace

MainWindow *Workbench::create(DeskSession &session, const Preferences &preferences, Workbench **bench)
{
    auto *window = new MainWindow;
    auto *made = new Workbench(session, preferences, *window);
    made->setParent(window);
    if (bench)
        *bench = made;
    return window;
}

Workbench::Workbench(DeskSession &session, const Preferences &preferences, MainWindow &window)
    : m_session(session),
      m_window(window),
      m_loader(session.store(), session.events(), m_town),
      m_learning(session.store(), session.events(), m_town, session.clock()),
      m_contact(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_today(session.store(), session.events(), m_town, session.clock()),
      m_list(session.store(), session.events(), m_town, session.clock()),
      m_counts(session.store(), session.events()),
      m_detail(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_cards(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_cardDraft(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_citizens(session.store()),
      m_citizen(session.store(), session.events()),
      m_admin(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_sync(session.store(), session.events(), session.engine(), session.log()),
      m_notices(session.store(), session.events(), m_town, session.clock()),
      m_palette(session.store(), m_town)
{
    m_loader.load(); // first: it reads while the windows are made
    addWorkspaces(preferences);
    connectSession();
    setActor();
    m_contact.restore();
    showSync();
    // A figure at the edge of the window waits until the hands can work.
    connect(&m_town, &ReferenceData::learned, this, &Workbench::askOnTime, Qt::SingleShotConnection);
}

Workbench::~Workbench()
{
    m_contact.flush();
    m_cardDraft.flush();
    m_citizen.flush();
    m_admin.flush();
}

void Workbench::addWorkspaces(const Preferences &preferences)
{
    m_window.addWorkspace(new DeskWorkspace(m_contact, m_today, m_town, m_session.clock(), m_window));
    m_window.addToTop(new CallTimer(m_contact, m_session.clock()));
    m_window.addToTop(new NoticeBell(m_notices, m_town, m_session.clock(), m_window));
    m_requests = new RequestsWorkspace(m_list, m_counts, m_detail, m_town, m_session.clock(), m_window);
    m_window.addWorkspace(m_requests);
    m_cardsSpace = new CardsWorkspace(m_cards, m_cardDraft, m_town, m_session.clock(), m_window);
    m_window.addWorkspace(m_cardsSpace);
    m_window.addWorkspace(new CitizensWorkspace(m_citizens, m_citizen, m_session.events(), m_town, m_session.clock(), m_window));
    m_window.addWorkspace(new SyncWorkspace(m_sync, m_town, m_session.clock(), m_window));
    m_window.addWorkspace(new AdminWorkspace(m_admin, m_town, m_window));
    auto *page = new PreferencesPage(preferences);
    m_window.addPage(page, {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    m_window.addPage(new HelpPage, {QKeySequence(Qt::Key_F1)});
    connect(page, &PreferencesPage::changed, this, &Workbench::preferencesChosen);

    m_window.setSearch([this](const QString &query, const auto &answer) {
        m_palette.search(query, [answer](const QList<PaletteHit> &hits) {
            QList<FoundEntity> found;
            for (const PaletteHit &hit : hits)
                found.append({hit.kind, hit.id, hit.title, hit.detail});
            answer(found);
        });
    });
}

void Workbench::connectSession()
{
    connect(&m_session.engine(), &SyncEngine::stateChanged, this, &Workbench::showSync);
    connect(&m_session.engine(), &SyncEngine::conflictArrived, this, [this](const QList<qint64> &numbers) {
        m_window.tell(tr("%n change(s) could not be taken as they are: see Sync.", nullptr, int(numbers.size())));
    });
    connect(&m_session.engine(), &SyncEngine::fileArrived, &m_detail, &RequestDetailController::fileArrived);
    connect(&m_session.engine(), &SyncEngine::fileFailed, &m_detail, &RequestDetailController::fileFailed);
    connect(&m_session.engine(), &SyncEngine::fileProgressed, &m_detail, &RequestDetailController::fileProgressed);
    connect(&m_detail, &RequestDetailController::fileWanted, &m_session.engine(), &SyncEngine::fetchFile);
    connect(&m_session, &DeskSession::actorChanged, this, &Workbench::setActor);
    connect(&m_session, &DeskSession::signInNeeded, &m_window, [this](const Error &error) { m_window.tellError(error); });
    connect(&m_loader, &ReferenceLoader::failed, &m_window, [this](const Error &error) { m_window.tellError(error); });
    connect(&m_town, &ReferenceData::changed, this, &Workbench::nameAgent);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        showSync();
        askOnTime();
    });
    m_minute.start(minuteMs);
}

void Workbench::showSync()
{
    StatusLine &line = m_window.statusLine();
    const SyncState &state = m_session.engine().state();
    const Instant now = m_session.clock().now();
    const QTimeZone &zone = m_town.calendar().zone();
    const StateText text = stateText(state, zone, m_town.calendar().localDay(now));
    line.setSync({text.icon, text.tone, text.title, state.outbox.queued + state.outbox.files, state.outbox.refused});
    line.setTime(timeText(now, zone));
}

void Workbench::askOnTime()
{
    const QDate today = m_town.calendar().localDay(m_session.clock().now());
    whenReady(m_session.store().read([today](DeskStore &store) { return onTime(store, today.addDays(-onTimeDays), today); }),
              this, [this](const Result<OnTime> &share) {
                  if (share && share->promised > 0)
                      m_window.statusLine().setOnTime(double(share->kept) / double(share->promised));
              });
}

void Workbench::setActor()
{
    m_contact.setActor(m_session.actor());
    m_learning.setAgent(m_session.actor().user);
    m_requests->setActor(m_session.actor());
    m_cardsSpace->setActor(m_session.actor());
    m_citizen.setActor(m_session.actor());
    m_sync.setActor(m_session.actor());
    m_admin.setActor(m_session.actor());
    m_notices.setUser(m_session.actor().user);
    m_window.setOffered(u"admin"_s, m_admin.mayEdit());
    nameAgent();
}

void Workbench::nameAgent()
{
    const User *user = m_town.user(m_session.actor().user);
    const auto &roles = m_session.actor().roles;
    m_window.setAgent(user ? user->name : m_session.credentials().login, roles.empty() ? QString() : word(*roles.begin()));
}

} // namespace parvis
