#pragma once

#include "desksession.h"
#include "presentation/admincontroller.h"
#include "presentation/carddraftcontroller.h"
#include "presentation/cardlearning.h"
#include "presentation/cardscontroller.h"
#include "presentation/citizenrecordcontroller.h"
#include "presentation/citizensearchmodel.h"
#include "presentation/contactcontroller.h"
#include "presentation/noticescontroller.h"
#include "presentation/palettesearch.h"
#include "presentation/referenceloader.h"
#include "presentation/requestdetailcontroller.h"
#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "presentation/synccontroller.h"
#include "presentation/todaymodel.h"
#include "ui_shell/preferencespage.h"

namespace parvis {

class CardsWorkspace;
class MainWindow;
class RequestsWorkspace;

//! The screens of one session with the controllers behind them, wired. Dies before the session. The window belongs to its parent;
//! the bench belongs to the window, so that both go together.
class Workbench final : public QObject
{
    Q_OBJECT
public:
    //! Makes the window and the bench in it.
    static MainWindow *create(DeskSession &session, const Preferences &preferences, Workbench **bench = nullptr);
    ~Workbench() override; //!< what is being typed is kept in the store

Q_SIGNALS:
    void preferencesChosen(const parvis::Preferences &preferences);

private:
    Workbench(DeskSession &session, const Preferences &preferences, MainWindow &window);
    void addWorkspaces(const Preferences &preferences);
    void connectSession();
    void showSync();
    void askOnTime();
    void nameAgent();
    void setActor();

    DeskSession &m_session;
    MainWindow &m_window;
    ReferenceData m_town;
    ReferenceLoader m_loader;
    CardLearning m_learning;
    ContactController m_contact;
    TodayModel m_today;
    RequestListModel m_list;
    RequestListCounts m_counts;
    RequestDetailController m_detail;
    CardsController m_cards;
    CardDraftController m_cardDraft;
    CitizenSearchModel m_citizens;
    CitizenRecordController m_citizen;
    AdminController m_admin;
    SyncController m_sync;
    NoticesController m_notices;
    PaletteSearch m_palette;
    RequestsWorkspace *m_requests = nullptr;
    CardsWorkspace *m_cardsSpace = nullptr;
    QTimer m_minute;
};

} // namespace parvis
