#pragma once

#include "domain/cardlife.h"
#include "domain/reply.h"
#include "simtransport.h"
#include "store/deskstore.h"
#include "sync/engine.h"

namespace parvis {

//! The hub went back to its change \c head; \c lost are the marks of what came after it, by number.
struct Restore
{
    qint64 head = 0;
    QHash<qint64, QByteArray> lost;
};

//! What the desks of a run share: the names of things, in the order in which they came to be.
struct Town
{
    QList<Id> services, requests, citizens, notes, drafts, cards, remarks, missions, replies, incidents;
    Id theme;
    bool writesCards = false;      //!< more than anything else
    QHash<Id, Mutation> submitted; //!< every mutation that a desk committed, by id
    //! Up to where its author had seen the history that counts now: its base, or less if part of what they saw was lost in a
    //! restore.
    QHash<Id, qint64> seen;
    QList<Restore> restores;
};

//! One desk: the real store and the real engine, an agent who does this and that, and a power switch.
class SimDesk
{
public:
    SimDesk(World &world, SimHub &hub, Town &town, const QString &login, qint64 clockOffset);
    ~SimDesk();

    void boot(); //!< signs in, and again whenever it must
    void kill(); //!< like kill -9: the store keeps what was committed
    void act();  //!< one thing that an agent does

    bool isSettled() const; //!< up to date, nothing queued

    DeskStore &store() { return *m_store; }
    SyncEngine *engine() { return m_engine.get(); }
    void setAddressShelf(AddressShelf *shelf) { m_shelf = shelf; } //!< of the engines that boot from now on
    SimTransport &transport() { return m_transport; }
    SimClock &clock() { return m_clock; }
    const QString &login() const { return m_login; }
    const Id &user() const { return m_user; }
    void setUser(const Id &user) { m_user = user; }
    //! One access to the disk fails, \a after so many: of the engine's, and of the agent's submits.
    void failAccess(int after, int sqliteCode);
    void healDisk();
    void setWatched(bool isWatched) { m_isLooking = isWatched; } //!< the test reads: that must not fail
    bool hasFailed() const { return m_countdown == 0; }
    QStringList errors; //!< what went against the rules at this desk
    void fail(const QString &what) { errors.append(m_login + QStringLiteral(": ") + what); }

private:
    void signIn();
    void doSomething();
    Actor actor();
    bool submit(const QList<Edit> &edits);
    qint64 seenOf(const Mutation &m);
    std::optional<Id> knownRequest();
    QJsonObject document(Kind kind, const Id &id);
    void createRequest();
    void patchRequest();
    void progress();
    void writeNote();
    void settleProposal();
    void undo();
    void patchCitizen();
    void againAndAgain();

    // Patrol, see simmissions.cpp.
    void patrol();
    void giveMission();
    void moveMission(const Id &id);
    void reportMission(const Id &id);
    void reportOwn();
    std::optional<Id> knownMission();

    // Replies to citizens, see simreplies.cpp.
    void answerCitizens();
    void beginReply();
    void submitReply(const Reply &reply);
    void decideReply(const Reply &reply);
    void workOnDispatch(const Reply &reply);

    // Incidents, see simincidents.cpp.
    void workOnIncidents();
    void gatherRequests();
    void takeOutOfIncident();
    void partIncident();

    // The life of procedure cards, see simcards.cpp.
    void workOnCards();
    void beginDraft();
    void editDraft(const Id &id, const CardDraft &draft);
    void submitDraft(const Id &id, const CardDraft &draft);
    void decideDraft(const Id &id, const CardDraft &draft);
    void speakOfCard();
    bool moveDraft(const Id &id, const QJsonObject &set, const QList<Edit> &more = {});
    Edit remark(const Id &id, const CardDraft &draft, RemarkType type, const QString &text);
    Lookup lookup();

    World &m_world;
    SimHub &m_hub;
    Town &m_town;
    const QString m_login;
    Id m_user;
    SimClock m_clock;
    SimScheduler m_scheduler;
    QRandomGenerator m_ids, m_jitter;
    std::optional<DeskStore> m_store;
    std::unique_ptr<ImmediateStore> m_gate;
    AddressShelf *m_shelf = nullptr;
    SimTransport m_transport;
    std::unique_ptr<SyncEngine> m_engine;
    QList<qint64> m_ownNumbers;
    int m_countdown = -1;
    bool m_isLooking = false;
    qint64 m_cursor = 0;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

//! All that a desk shows, as text by kind and id.
QMap<QString, QByteArray> contents(DeskStore &store);

} // namespace parvis
