#include "workbench.h"

#include "base/async.h"
#include "base/log.h"
#include "domain/circuit.h"
#include "net/onlinegeocoder.h"
#include "net/onlinetiles.h"
#include "store/requestquery.h"
#include "tiles/tilearchive.h"
#include "tray.h"
#include "ui_admin/adminworkspace.h"
#include "ui_approvals/approvalsworkspace.h"
#include "ui_cards/cardsworkspace.h"
#include "ui_citizens/citizensworkspace.h"
#include "ui_common/words.h"
#include "ui_desk/calltimer.h"
#include "ui_desk/deskworkspace.h"
#include "ui_mail/mailworkspace.h"
#include "ui_map/mapworkspace.h"
#include "ui_patrol/patrolworkspace.h"
#include "ui_requests/missionbar.h"
#include "ui_requests/noticebell.h"
#include "ui_requests/requestsworkspace.h"
#include "ui_shell/helppage.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/notifyfields.h"
#include "ui_shell/placesourcesfields.h"
#include "ui_sync/syncwords.h"
#include "ui_sync/syncworkspace.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFile>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int minuteMs = 60'000;
constexpr int geocoderMs = 2'500; // later, somebody has typed on
constexpr int onTimeDays = 30;    // what the town promised in the last month

//! Who goes, who sends, and who works by what is reported.
bool mayPatrol(const Actor &actor)
{
    const auto is = [&actor](Role role) { return actor.roles.contains(role); };
    return is(Role::Patroller) || is(Role::Ambassador) || is(Role::Referent) || is(Role::Head);
}

//! Who prints, posts, calls and hands over, and who wants to know whether it went. A patroller is on the way.
bool maySeeMail(const Actor &actor)
{
    const auto is = [&actor](Role role) { return actor.roles.contains(role); };
    return is(Role::MailClerk) || is(Role::Ambassador) || is(Role::Referent) || is(Role::Head);
}

//! Whoever answers for a service or for all, and whoever a circuit names.
bool mayApprove(const Actor &actor, const ReferenceData &town)
{
    if (actor.roles.contains(Role::Supervisor) || actor.roles.contains(Role::Head))
        return true;
    const auto names = [user = idText(actor.user)](const QJsonArray &circuit) {
        for (const QJsonValue &step : circuit) {
            const QJsonArray parts = partsOf(step);
            if (std::any_of(parts.begin(), parts.end(), [&user](const QJsonValue &p) { return p["user"_L1].toString() == user; }))
                return true;
        }
        return false;
    };
    const auto unitNames = [&names](const Unit &unit) {
        return std::any_of(unit.replyCircuits.begin(), unit.replyCircuits.end(),
                           [&names](const QJsonValue &circuit) { return names(circuit.toArray()); });
    };
    return std::any_of(town.units().begin(), town.units().end(), unitNames) ||
           std::any_of(town.cards().begin(), town.cards().end(), [&names](const Card &c) { return names(c.replyCircuit); });
}

} // namespace

MainWindow *Workbench::create(DeskSession &session, const Preferences &preferences, const MapGround &ground, Workbench **bench)
{
    auto *window = new MainWindow;
    auto *made = new Workbench(session, preferences, ground, *window);
    made->setParent(window);
    if (bench)
        *bench = made;
    return window;
}

Workbench::Workbench(DeskSession &session, const Preferences &preferences, const MapGround &ground, MainWindow &window)
    : m_session(session),
      m_window(window),
      m_townGround(ground),
      m_loader(session.store(), session.events(), m_town),
      m_learning(session.store(), session.events(), m_town, session.clock()),
      m_contact(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_today(session.store(), session.events(), m_town, session.clock()),
      m_list(session.store(), session.events(), m_town, session.clock()),
      m_counts(session.store(), session.events()),
      m_detail(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_queue(session.store(), session.events(), m_town, session.clock()),
      m_bulk(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_reply(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_incidents(session.store(), session.events(), session.clock()),
      m_cards(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_cardDraft(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_patrol(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_approvals(session.store(), session.events(), m_town, session.clock()),
      m_enclosures(session.store()),
      m_mail(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_citizens(session.store()),
      m_citizen(session.store(), session.events()),
      m_admin(session.store(), session.events(), m_town, session.clock(), *QRandomGenerator::global()),
      m_sync(session.store(), session.events(), session.engine(), session.log()),
      m_map(session.store(), session.events(), m_town, session.clock()),
      m_notices(session.store(), session.events(), m_town, session.clock()),
      m_notify(session.store(), session.events(), m_town),
      m_palette(session.store(), m_town)
{
    m_town.setOnlinePlaces(&m_onlinePlaces);
    m_loader.load(); // first: it reads while the windows are made
    addWorkspaces(preferences, ground);
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
    m_reply.flush();
    m_cardDraft.flush();
    m_patrol.flush();
    m_approvals.flush();
    m_citizen.flush();
    m_admin.flush();
}

void Workbench::addWorkspaces(const Preferences &preferences, const MapGround &ground)
{
    auto *desk = new DeskWorkspace(m_contact, m_today, m_town, m_session.clock(), m_window);
    m_window.addWorkspace(desk);
    m_window.addToTop(new CallTimer(m_contact, m_session.clock()));
    m_window.addToTop(new NoticeBell(m_notices, m_town, m_session.clock(), m_window));
    m_requests = new RequestsWorkspace({m_list, m_counts, m_detail, m_queue, m_bulk, m_reply, m_incidents}, m_town,
                                       m_session.clock(), m_window);
    m_requests->setMissionBar(new MissionBar(m_patrol, m_detail, m_window, m_requests));
    m_window.addWorkspace(m_requests);
    m_cardsSpace = new CardsWorkspace(m_cards, m_cardDraft, m_town, m_session.clock(), m_window);
    m_window.addWorkspace(m_cardsSpace);
    auto *map = new MapWorkspace(m_map, m_session.store(), m_town, m_session.clock(), ground, m_window);
    m_window.addWorkspace(map);
    m_mapSpace = map;
    m_mapWarmUp = std::make_unique<MapWarmUp>(*map, m_session.clock());
    // One filter for both: what is sought in the list is what the map shows.
    connect(map, &MapWorkspace::filterChanged, m_requests, &RequestsWorkspace::setFilter);
    connect(m_requests, &RequestsWorkspace::filterChanged, map, &MapWorkspace::setFilter);
    m_patrolSpace = new PatrolWorkspace(m_patrol, m_town, m_position, m_camera, m_window);
    m_window.addWorkspace(m_patrolSpace);
    desk->setMap(*map);
    m_requests->setMap(*map);
    m_patrolSpace->setMap(*map);
    m_approvalsSpace = new ApprovalsWorkspace(m_approvals, m_enclosures, m_town, m_window);
    m_window.addWorkspace(m_approvalsSpace);
    m_mailSpace = new MailWorkspace(m_mail, m_town, m_letterPrinter, m_window);
    m_window.addWorkspace(m_mailSpace);
    m_window.addWorkspace(new CitizensWorkspace(m_citizens, m_citizen, m_session.events(), m_town, m_session.clock(), m_window));
    m_window.addWorkspace(new AdminWorkspace(m_admin, m_town, m_window));
    m_window.addWorkspace(new SyncWorkspace(m_sync, m_town, m_session.clock(), m_window));
    auto *page = new PreferencesPage(preferences);
    m_window.addPage(page, {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    m_window.addPage(new HelpPage, {QKeySequence(Qt::Key_F1)});
    connect(page, &PreferencesPage::changed, this, &Workbench::preferencesChosen);
    connect(page, &PreferencesPage::passwordChangeWanted, &m_session, &DeskSession::changePassword);
    connect(&m_session, &DeskSession::passwordRefused, page, &PreferencesPage::passwordRefused);
    connect(&m_session, &DeskSession::passwordChanged, page, [this, page] {
        page->passwordChanged();
        m_window.tell(tr("Your password is changed. The other desks where you are signed in will ask for it."));
    });
    connectNotify(*page);
    connectPlaces(*page);

    m_window.setSearch([this](const QString &query, const auto &answer) {
        m_palette.search(query, [answer](const QList<PaletteHit> &hits) {
            QList<FoundEntity> found;
            for (const PaletteHit &hit : hits)
                found.append({hit.kind, hit.id, hit.title, hit.detail});
            answer(found);
        });
    });
}

void Workbench::connectNotify(PreferencesPage &page)
{
    NotifyFields &fields = page.notifyFields();
    fields.setEnabled(false); // until the agent's record has come
    connect(&m_notify, &NotifyController::changed, &fields, [this, &fields] {
        fields.setEnabled(m_notify.isKnown());
        fields.show(m_notify.preferences(), m_notify.email());
    });
    connect(&fields, &NotifyFields::chosen, &m_notify, &NotifyController::choose);
    connect(&fields, &NotifyFields::emailChosen, &m_notify, &NotifyController::setEmail);
    connect(&m_notify, &NotifyController::saved, this, [this](const QList<qint64> &mutations) {
        m_window.tellUndoable(tr("This is how you are told from now on."), tr("choice of notifications"),
                              [notify = QPointer(&m_notify), mutations] {
                                  if (notify)
                                      notify->undo(mutations);
                              });
    });
    connect(&m_notify, &NotifyController::failed, &m_window, [this](const Error &error) { m_window.tellError(error); });
    m_tray = std::make_unique<Tray>(m_notices, m_notify, m_session.clock(), m_window, m_window);
}

void Workbench::connectPlaces(PreferencesPage &page)
{
    m_placeFields = &page.placeFields();
    const PlaceSources sources = loadPlaceSources();
    m_placeFields->show(sources);
    connect(m_placeFields, &PlaceSourcesFields::chosen, this, [this](const PlaceSources &chosen) {
        savePlaceSources(chosen);
        useSources(chosen);
    });
    useSources(sources);
}

//! From now on. What can't be used is told where it was chosen, and the town's own ground takes its place.
void Workbench::useSources(const PlaceSources &sources)
{
    const QString service = sources.geocoder.isEmpty() ? QString::fromLatin1(publicGeocoder) : sources.geocoder;
    std::unique_ptr<OnlineGeocoder> geocoder;
    if (sources.asksOnline)
        geocoder = std::make_unique<OnlineGeocoder>(QUrl(service));
    if (geocoder)
        geocoder->setTimeout(geocoderMs);
    m_onlinePlaces.setGeocoder(std::move(geocoder));

    ++m_groundsWanted;
    const auto useTiles = [this](std::shared_ptr<TileSource> tiles) {
        setMapGround({MapGround::Kind::Tiles, {}, std::move(tiles)});
    };
    switch (sources.ground) {
    case PlaceSources::Ground::OfTown: return setMapGround(m_townGround);
    case PlaceSources::Ground::PlanIgn: return useTiles(OnlineTiles::planIgn());
    case PlaceSources::Ground::Server:
        if (OnlineTiles::isUsable(sources.tiles))
            return useTiles(std::make_shared<OnlineTiles>(sources.tiles, sources.attribution));
        setMapGround(m_townGround);
        return m_placeFields->sayError(
            tr("The addresses of tiles are like https://server/{z}/{x}/{y}.png. The map is drawn without."));
    case PlaceSources::Ground::Archive: break;
    }
    const auto open = [path = sources.archive] { return openTileArchive(path); };
    whenReady(QtConcurrent::run(open), this,
              [this, useTiles, wanted = m_groundsWanted](const Result<std::shared_ptr<TileSource>> &tiles) {
                  if (wanted != m_groundsWanted)
                      return;
                  if (tiles)
                      return useTiles(*tiles);
                  qCWarning(logUi, "the map's archive: %ls", qUtf16Printable(tiles.error().detail));
                  setMapGround(m_townGround);
                  m_placeFields->sayError(tiles.error().code == ErrorCode::NotFound
                                              ? tr("The archive of the map is not there. The map is drawn without.")
                                              : tr("This is no archive of a map that can be read (MBTiles, or PMTiles packed by "
                                                   "gzip). The map is drawn without."));
              });
}

void Workbench::setMapGround(const MapGround &ground)
{
    m_mapSpace->page().setGround(ground);
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
    connect(&m_session.engine(), &SyncEngine::fileArrived, &m_enclosures, &FileOpener::fileArrived);
    connect(&m_session.engine(), &SyncEngine::fileFailed, &m_enclosures, &FileOpener::fileFailed);
    connect(&m_enclosures, &FileOpener::fileWanted, &m_session.engine(), &SyncEngine::fetchFile);
    connect(&m_admin, &AdminController::passwordWanted, &m_session.engine(), &SyncEngine::givePassword);
    connect(&m_session.engine(), &SyncEngine::passwordGiven, &m_admin, &AdminController::passwordGiven);
    connect(&m_session.engine(), &SyncEngine::passwordRefused, &m_admin, &AdminController::passwordRefused);
    connect(&m_detail, &RequestDetailController::lookedAt, &m_session.engine(), &SyncEngine::look);
    connect(&m_session.engine(), &SyncEngine::onlookersChanged, &m_detail, &RequestDetailController::setOnlookers);
    connect(&m_detail, &RequestDetailController::fileWanted, &m_session.engine(), &SyncEngine::fetchFile);
    connect(&m_session, &DeskSession::actorChanged, this, &Workbench::setActor);
    connect(&m_session, &DeskSession::signInNeeded, &m_window, [this](const Error &error) { m_window.tellError(error); });
    connect(&m_loader, &ReferenceLoader::failed, &m_window, [this](const Error &error) { m_window.tellError(error); });
    connect(&m_town, &ReferenceData::changed, this, &Workbench::nameAgent);
    connect(&m_town, &ReferenceData::changed, this, &Workbench::offerApprovals);
    connect(&m_approvals, &ApprovalsController::countsChanged, this, &Workbench::offerApprovals);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        showSync();
        askOnTime();
    });
    m_minute.start(minuteMs);
}

void Workbench::openAddresses(const QString &path, bool isOnly)
{
    if (isOnly)
        return openAddressFiles({path});
    openAddressFiles({m_session.addressFile(), path});
    connect(&m_session, &DeskSession::addressesArrived, this, [this] { openAddressFiles({m_session.addressFile()}); });
    connect(&m_session, &DeskSession::addressesFailed, this, [this](const Error &error) {
        m_window.tell(
            error.code == ErrorCode::StorageFull
                ? tr("The disk of this computer is too full for the new addresses of the town. Those of before are used.")
                : tr("The new addresses of the town did not arrive whole. Those of before are used."));
    });
}

//! The first that is there.
void Workbench::openAddressFiles(const QStringList &paths)
{
    const auto open = [paths]() -> Result<AddressIndex> {
        Result<AddressIndex> opened = Error{ErrorCode::NotFound, u"no address file"_s};
        for (const QString &path : paths) {
            if (path.isEmpty() || !QFile::exists(path))
                continue;
            opened = AddressIndex::open(path);
            if (opened)
                return opened;
            qCWarning(logUi, "the addresses can't be read: %s", qUtf8Printable(opened.error().detail));
        }
        return opened;
    };
    whenReady(QtConcurrent::run(open), this, [this, wanted = ++m_addressesWanted](const Result<AddressIndex> &opened) {
        if (opened && wanted == m_addressesWanted)
            m_town.setAddresses(*opened);
    });
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
    m_patrolSpace->setActor(m_session.actor());
    m_approvalsSpace->setActor(m_session.actor());
    m_mailSpace->setActor(m_session.actor());
    m_citizen.setActor(m_session.actor());
    m_sync.setActor(m_session.actor());
    m_admin.setActor(m_session.actor());
    m_notices.setUser(m_session.actor().user);
    m_notify.setActor(m_session.actor());
    m_window.setOffered(u"admin"_s, m_admin.mayEdit());
    m_placeFields->setMayChoose(m_admin.mayEdit());
    m_window.setOffered(u"patrol"_s, mayPatrol(m_session.actor()));
    offerApprovals();
    m_window.setOffered(u"mail"_s, maySeeMail(m_session.actor()));
    nameAgent();
}

//! Deputies see it while something waits for them.
void Workbench::offerApprovals()
{
    const bool isInFront = m_window.current() == m_approvalsSpace; // what was just decided can still be taken back there
    m_window.setOffered(u"approvals"_s, isInFront || m_approvals.waiting() > 0 || m_approvals.ownCount() > 0 ||
                                            mayApprove(m_session.actor(), m_town));
}

void Workbench::nameAgent()
{
    const User *user = m_town.user(m_session.actor().user);
    const auto &roles = m_session.actor().roles;
    m_window.setAgent(user ? user->name : m_session.credentials().login, roles.empty() ? QString() : word(*roles.begin()));
}

} // namespace parvis
