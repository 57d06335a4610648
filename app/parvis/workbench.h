#pragma once

#include "desksession.h"
#include "presentation/admincontroller.h"
#include "presentation/approvalscontroller.h"
#include "presentation/bulkcontroller.h"
#include "presentation/carddraftcontroller.h"
#include "presentation/cardlearning.h"
#include "presentation/cardscontroller.h"
#include "presentation/citizenrecordcontroller.h"
#include "presentation/citizensearchmodel.h"
#include "presentation/contactcontroller.h"
#include "presentation/fileopener.h"
#include "presentation/incidentscontroller.h"
#include "presentation/mailcontroller.h"
#include "presentation/mapcontroller.h"
#include "presentation/noticescontroller.h"
#include "presentation/notifycontroller.h"
#include "presentation/onlineplaces.h"
#include "presentation/palettesearch.h"
#include "presentation/patrolcontroller.h"
#include "presentation/queuecontroller.h"
#include "presentation/referenceloader.h"
#include "presentation/replycontroller.h"
#include "presentation/requestdetailcontroller.h"
#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "presentation/synccontroller.h"
#include "presentation/todaymodel.h"
#include "ui_mail/letterprinter.h"
#include "ui_map/mappage.h"
#include "ui_map/mapwarmup.h"
#include "ui_patrol/devicecamera.h"
#include "ui_patrol/deviceposition.h"
#include "ui_shell/placesources.h"
#include "ui_shell/preferencespage.h"

namespace parvis {

class ApprovalsWorkspace;
class CardsWorkspace;
class MailWorkspace;
class MainWindow;
class MapWorkspace;
class PatrolWorkspace;
class PlaceSourcesFields;
class RequestsWorkspace;
class Tray;

//! The screens of one session with the controllers behind them, wired. Dies before the session. The window belongs to its parent;
//! the bench belongs to the window, so that both go together.
class Workbench final : public QObject
{
    Q_OBJECT
public:
    //! Makes the window and the bench in it. \a ground: the town's own, where nothing else is chosen.
    static MainWindow *create(DeskSession &session, const Preferences &preferences, const MapGround &ground,
                              Workbench **bench = nullptr);
    ~Workbench() override; //!< what is being typed is kept in the store

    //! Beside the work; without any that can be read, places are the town's own streets. Those that the hub gave come before
    //! those of \a path (of this machine; need not exist), unless \a isOnly, and new ones take effect when they come.
    void openAddresses(const QString &path, bool isOnly = false);
    const ReferenceData &town() const { return m_town; } //!< as the screens know it

Q_SIGNALS:
    void preferencesChosen(const parvis::Preferences &preferences);

private:
    Workbench(DeskSession &session, const Preferences &preferences, const MapGround &ground, MainWindow &window);
    void addWorkspaces(const Preferences &preferences, const MapGround &ground);
    void connectSession();
    void connectPlaces(PreferencesPage &page);
    void useSources(const PlaceSources &sources);
    void setMapGround(const MapGround &ground);
    void openAddressFiles(const QStringList &paths);
    void connectNotify(PreferencesPage &page);
    void showSync();
    void askOnTime();
    void nameAgent();
    void offerApprovals();
    void setActor();

    DeskSession &m_session;
    MainWindow &m_window;
    const MapGround m_townGround;
    ReferenceData m_town;
    OnlinePlaces m_onlinePlaces{m_town};
    ReferenceLoader m_loader;
    CardLearning m_learning;
    ContactController m_contact;
    TodayModel m_today;
    RequestListModel m_list;
    RequestListCounts m_counts;
    RequestDetailController m_detail;
    QueueController m_queue;
    BulkController m_bulk;
    ReplyController m_reply;
    IncidentsController m_incidents;
    CardsController m_cards;
    CardDraftController m_cardDraft;
    PatrolController m_patrol;
    ApprovalsController m_approvals;
    FileOpener m_enclosures; //!< of replies, for who approves them
    DevicePosition m_position;
    DeviceCamera m_camera;
    MailController m_mail;
    SystemPrinter m_letterPrinter;
    CitizenSearchModel m_citizens;
    CitizenRecordController m_citizen;
    AdminController m_admin;
    SyncController m_sync;
    MapController m_map;
    NoticesController m_notices;
    NotifyController m_notify;
    PaletteSearch m_palette;
    std::unique_ptr<Tray> m_tray;
    MapWorkspace *m_mapSpace = nullptr;
    std::unique_ptr<MapWarmUp> m_mapWarmUp;
    PlaceSourcesFields *m_placeFields = nullptr;
    RequestsWorkspace *m_requests = nullptr;
    CardsWorkspace *m_cardsSpace = nullptr;
    PatrolWorkspace *m_patrolSpace = nullptr;
    ApprovalsWorkspace *m_approvalsSpace = nullptr;
    MailWorkspace *m_mailSpace = nullptr;
    QTimer m_minute;
    int m_groundsWanted = 0;   //!< counts them: of two that are opened the later one counts
    int m_addressesWanted = 0; //!< likewise
};

} // namespace parvis
