#pragma once

#include "domain/permissions.h"
#include "domain/round.h"
#include "presentation/filekeeping.h"
#include "presentation/latest.h"
#include "presentation/missionreport.h"
#include "presentation/storeevents.h"
#include "store/missionquery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

enum class PatrolView {
    Mine, //!< mine, and those that nobody has taken
    All,  //!< all open ones that the agent sees
    Done  //!< reported in the last month
};
enum class PatrolOrder { Round, Due };

//! A mission in the order in which it is gone to.
struct PatrolStop
{
    MissionRow row;
    std::optional<double> metres; //!< in a straight line from the stop before, or from where the patroller is

    bool operator==(const PatrolStop &) const = default;
};

enum class PatrolAct { Take, Start, GiveBack, Cancel, Report, OwnReport, Create };

//! An act that is in the store now.
struct SavedPatrol
{
    PatrolAct act = PatrolAct::Take;
    Id mission, request; //!< the request may be null
    QString subject;
    QList<qint64> mutations; //!< for undo(); empty where it can't be taken back: a report is final
};

//! Someone is to go and look.
struct NewMission
{
    Id request; //!< null: of a service
    Id service;
    QString subject, instructions;
    Id patroller; //!< null: whoever takes it
    Place place;
    QDate dueOn;
};

//! A big tile: what patrollers report most.
struct PatrolKind
{
    Id card;
    QString title;
    Id service;

    bool operator==(const PatrolKind &) const = default;
};

//! Patrol: the missions of the agent's services as a round, the mission in sight with its report, own reports. What is written is
//! kept within a second. GUI thread; never waits for the store.
class PatrolController final : public QObject
{
    Q_OBJECT
public:
    PatrolController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                     QRandomGenerator &random, QObject *parent = nullptr);
    ~PatrolController() override { flush(); }

    void setActor(const Actor &actor);
    const Actor &actor() const { return m_actor; }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    // The list. changed() follows.
    void setView(PatrolView view);
    PatrolView view() const { return m_view; }
    void setOrder(PatrolOrder order);
    PatrolOrder order() const { return m_order; }
    void setPosition(const std::optional<Stop> &position); //!< where the round begins; nothing: at the first that is due
    const std::optional<Stop> &position() const { return m_position; }
    const QList<PatrolStop> &stops() const { return m_stops; }
    bool isLoaded() const { return m_isLoaded; }
    int mineOpen() const { return m_mineOpen; } //!< of all that is loaded: missions that wait for this agent

    //! What is reported most, then what else needs a place.
    QList<PatrolKind> kinds() const;

    // The mission in sight, or an own report. shown() follows at once, and again when it is loaded.
    void show(const Id &mission); //!< null: none
    void beginOwn();
    bool isOwn() const { return m_isOwn; }
    const Id &id() const { return m_id; }
    const std::optional<MissionRow> &mission() const { return m_mission; }  //!< nothing while loading, or if it is gone
    const std::optional<SeenRequest> &request() const { return m_request; } //!< of the mission, if this desk has it
    //! As it was left; of a mission that is done: what was reported.
    const MissionReport &report() const { return m_report; }
    void keep(const MissionReport &report);
    void flush(); //!< writes it now instead of within the second
    ReportGap gap() const;
    Route route() const;              //!< where the case of an own report goes
    bool mayWrite() const;            //!< the mission is open, or it is an own report
    bool maySend() const;             //!< mayWrite(), and how it was left is known
    bool mayAct(PatrolAct act) const; //!< on the mission in sight

    // Acts. saved() or failed() follows.
    void take();
    void start();
    void giveBack();
    void cancel(const QString &reason);
    void send(const QString &text); //!< report(), in words \a text
    void create(const NewMission &mission);
    void undo(const SavedPatrol &act);

    QDate usualDue() const; //!< two working days from now

    //! A mission that is being written, kept in the store: empty once it is sent. surveyRestored() brings it back at start.
    void keepSurvey(const QJsonObject &draft);
    void restoreSurvey();

    //! Who may be sent for \a service, by name; absent ones are left out.
    QList<User> patrollersFor(const Id &service) const;
    //! A mission for \a request, as one would send it: its place, and nothing of what a confidential one says.
    NewMission missionFor(const Request &request) const;

    QFuture<Result<FileReference>> keepFile(const QString &path) { return parvis::keepFile(m_store, this, path); }
    QFuture<Result<FileReference>> keepFile(const QByteArray &bytes, const QString &name)
    {
        return parvis::keepFile(m_store, this, bytes, name);
    }
    QFuture<Result<QByteArray>> photoBytes(const QString &sha256); //!< NotFound if this desk has them not

Q_SIGNALS:
    void changed(); //!< stops(), kinds()
    void shown();   //!< mission(), report()
    void saved(const parvis::SavedPatrol &act);
    void undone(const parvis::SavedPatrol &act);
    void failed(parvis::PatrolAct act, const parvis::Error &error);
    void surveyRestored(const QJsonObject &draft); //!< as it was left; empty: nothing was
    void loadFailed(const parvis::Error &error);

private:
    struct LoadedList
    {
        QList<MissionRow> rows;
        QList<CardCount> cards;
        int mineOpen = 0;
    };
    struct LoadedMission
    {
        std::optional<MissionRow> row;
        std::optional<SeenRequest> request;
        std::optional<Draft> draft;
    };
    void load();
    void loadMission();
    void showLoaded(const LoadedMission &loaded);
    void leave();
    void arrange();
    QString draftKey() const;
    ReportScene scene();
    SavedPatrol actOf(PatrolAct act) const;
    void patch(PatrolAct act, const QJsonObject &set);
    void submit(const SavedPatrol &act, const QList<Edit> &edits);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    PatrolView m_view = PatrolView::Mine;
    PatrolOrder m_order = PatrolOrder::Round;
    std::optional<Stop> m_position;
    QList<MissionRow> m_rows;
    QList<PatrolStop> m_stops;
    QList<CardCount> m_cards;
    bool m_isLoaded = false;
    int m_mineOpen = 0;

    Id m_id;
    bool m_isOwn = false;
    std::optional<MissionRow> m_mission;
    std::optional<SeenRequest> m_request;
    MissionReport m_report;
    bool m_isDraftKnown = false; // false until the stored draft has been read: nothing may overwrite it before
    bool m_isTouched = false;    // by the agent, since it came into sight
    bool m_isUnwritten = false;  // m_report is newer than the stored one
    bool m_isSending = false;
    std::optional<QJsonObject> m_unwrittenSurvey;
    QTimer m_keepTimer, m_pause;
    Latest<LoadedList> m_loading;
    Latest<LoadedMission> m_loadingMission;
};

} // namespace parvis
