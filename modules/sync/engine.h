#pragma once

#include "store/blobs.h"
#include "store/storegate.h"
#include "sync/backoff.h"
#include "sync/scheduler.h"
#include "sync/syncview.h"
#include "sync/townaddresses.h"
#include "sync/transport.h"

#include <QtCore/QObject>

namespace parvis {

enum class SyncPhase {
    SignedOut, //!< no session: work goes on locally
    Offline,   //!< no answer; tries again at SyncState::retryAt
    FirstSync,
    Pushing,
    Pulling,
    UpToDate,
    Throttled, //!< the hub asked for patience
    Diverged,  //!< the hub's history was not ours (a restored backup): everything is compared anew, own work sent again
    Refused    //!< schema, certificate, rights or the desk's own disk: see SyncState::reason
};
template <>
struct Tokens<SyncPhase>
{
    static constexpr std::array<QLatin1StringView, 9> words{
        QLatin1StringView("signed-out"), QLatin1StringView("offline"),  QLatin1StringView("first-sync"),
        QLatin1StringView("pushing"),    QLatin1StringView("pulling"),  QLatin1StringView("up-to-date"),
        QLatin1StringView("throttled"),  QLatin1StringView("diverged"), QLatin1StringView("refused")};
};

struct SyncState
{
    SyncPhase phase = SyncPhase::SignedOut;
    std::optional<Error> reason; //!< why it does not go on
    bool isLocal = false;        //!< the reason is the desk's own store
    Instant retryAt;             //!< not set: no try is planned
    qint64 done = 0, total = 0;  //!< records, in FirstSync and Diverged
    bool isPaused = false;       //!< the agent stopped the first sync
    bool isLive = false;         //!< the hub tells at once when something happens
    OutboxCounts outbox;
    Instant upToDateAt; //!< last time; not set: not since the program started

    bool operator==(const SyncState &other) const;
};

//! Keeps a desk's store and the hub in step: sends what is queued, oldest first; pulls what the town has committed; fetches what
//! new rights show and removes what lost rights hid. One question at a time, each step safe to repeat: whatever is cut, lost or
//! killed between two steps is done again. Never waits; lives in one thread, whose event loop brings the answers.
//!
//! Everything that decides its doings comes from outside (store, transport, waits, clock, chance), so that the simulation replays
//! it from a seed. All must outlive the engine.
class SyncEngine final : public QObject
{
    Q_OBJECT
public:
    SyncEngine(StoreGate &store, Transport &transport, Scheduler &scheduler, const Clock &clock, QRandomGenerator &random,
               QObject *parent = nullptr);
    ~SyncEngine() override;

    //! Where the town's addresses are kept; without it they are not fetched. It outlives the engine.
    void setAddressShelf(AddressShelf *shelf) { m_shelf = shelf; }

    const SyncState &state() const { return m_state; }
    bool isSignedIn() const { return m_session.has_value(); }
    Id user() const { return m_session ? m_session->user : Id(); }
    //! What to add to this computer's clock to have the hub's; the median of the last measures.
    qint64 clockOffsetMs() const { return m_clockOffset; }

    //! Answers with signedIn() or signInFailed(). Certificate: the transport knows the fingerprint to show.
    void signIn(const QString &login, const QString &password);
    void signOut(); //!< the hub is told if it can be reached

    void localWorkQueued(); //!< after a submit: sends at once if it can
    void networkRegained(); //!< no more waiting
    void syncNow();         //!< as networkRegained(), and pulls
    //! Answers with fileArrived() or fileFailed(); without a hub, it is fetched when there is one.
    void fetchFile(const QString &sha256, const Id &attachment);
    //! Asks the hub for a one-time password for \a user, once. Answers with passwordGiven() or passwordRefused(); without the hub
    //! at once.
    void givePassword(const Id &user);
    //! What the agent has in sight: said to the hub now and every few seconds. Answers with onlookersChanged(), while there is a
    //! hub.
    void look(const Look &look);
    void pauseFirstSync();
    void resumeFirstSync();

    //! Ends after the answer that is under way, within 3 s; then stopped(). Nothing is lost either way.
    void stop();

Q_SIGNALS:
    void stateChanged();
    void signedIn(const parvis::Session &session);
    void signInFailed(const parvis::Error &error);
    void signInNeeded(const parvis::Error &error); //!< the session is over; local work goes on
    void changesApplied(const parvis::Touched &touched);
    void conflictArrived(const QList<qint64> &numbers); //!< of own mutations that ended in conflict or held
    void clockOffsetChanged(qint64 ms);
    void fileArrived(const QString &sha256); //!< at this desk, or from it at the hub
    void fileProgressed(const QString &sha256, qint64 held, qint64 bytes);
    void fileFailed(const QString &sha256, const parvis::Error &error); //!< NotFound: not at the hub yet
    void addressesArrived();                                            //!< a new address file is in its place
    void addressesFailed(const parvis::Error &error);                   //!< the old one stays
    void passwordGiven(const parvis::Id &user, const parvis::GivenPassword &given);
    void passwordRefused(const parvis::Id &user, const parvis::Error &error);
    void onlookersChanged(const parvis::Id &request, const QList<parvis::Onlooker> &others);
    void stopped();

private:
    struct Loaded;
    struct Written;
    template <typename T, typename Fn>
    void await(const QFuture<Result<T>> &future, Fn fn);
    template <typename Job, typename Fn>
    void store(Job job, Fn fn);

    // engine.cpp: sessions, waiting, what is shown
    void open(const QString &login, const QString &password);
    void adopt(const Session &session);
    void dropSession(const std::optional<Error> &reason);
    void renew(const Error &error);
    void fail(const Error &error, bool isLocal = false);
    void failOrRenew(const Error &error);
    void succeeded();
    void wait(qint64 &timer, qint64 ms, void (SyncEngine::*then)());
    void cancelTimers();
    void retry();
    void poll();
    void openStream();
    void closeStream();
    void streamClosed();
    void rest();
    void show(SyncPhase phase, const std::optional<Error> &reason = std::nullopt, bool isLocal = false);
    void setCounts(const OutboxCounts &counts);
    void measureClock(Instant sent, Instant hub, Instant received);
    void finishStop();

    // enginesteps.cpp: one step after the other
    void step();
    void greet();
    void askPassword();
    void refusePassword(const Error &error);
    void pushSome();
    void send(const QList<Mutation> &batch);
    void pushed(const QList<Mutation> &batch, const PushReply &reply);
    void pushRefused(const QList<Mutation> &batch, const Error &error);
    void closeGap(qint64 lastN);
    void hold(qint64 number);
    void pullSome();
    void diverge();
    void beginSnapshot(SnapshotMode mode, const QString &scope);
    void snapshotSome();
    void finishSnapshot();
    void settleRights();
    void written(const Written &what);

    // enginepresence.cpp
    void tellPresence();

    // enginefiles.cpp
    void exchangeFiles();
    void sendPart(const Blob &file, qint64 offset);
    void fileSent(const QString &sha256);
    void fileRefused(const Blob &file, const Error &error);
    void fetchPart(const Blob &file);
    void dropFile(const QString &sha256, const Error &error);
    void tidyFiles();

    // engineaddresses.cpp
    enum class AddressNews { Greeted, Asked };
    void wantAddresses(AddressNews news);
    void askAddressesNowAndThen();
    void exchangeAddresses();
    void takeAddresses(const FilePart &part);
    void addressesDone(const std::optional<Error> &error);

    StoreGate &m_store;
    Transport &m_transport;
    Scheduler &m_scheduler;
    const Clock &m_clock;
    Backoff m_backoff, m_streamBackoff;

    SyncState m_state;
    Id m_device;
    std::optional<Session> m_session;
    Limits m_limits;
    Cursor m_cursor;
    std::optional<SnapshotProgress> m_snapshot;
    SyncView m_view;  //!< what the store holds
    QString m_rights; //!< what the hub said last
    QList<qint64> m_offsets;
    qint64 m_clockOffset = 0;

    int m_life = 0; //!< counts sessions: what was asked in an earlier one is not listened to
    bool m_isBusy = false;
    bool m_isGreeted = false;
    bool m_isHistoryKnown = false; //!< since the connection began the hub has shown that its history is ours
    bool m_isPullRefused = false;  //!< this program is too old to read; what it wrote is still taken
    bool m_wantsPush = false, m_wantsPull = false, m_wantsFiles = false;
    QString m_file; //!< that is being sent, from m_fileOffset on
    qint64 m_fileOffset = 0, m_partBytes = 0;
    int m_fileMismatches = 0;
    AddressShelf *m_shelf = nullptr;
    std::optional<FileOffer> m_offered; //!< by the hub's greeting
    bool m_wantsAddresses = false;
    bool m_isComingOld = false, m_hasBegunAnew = false;
    QString m_unusable; //!< digest of an address file that this desk can't use
    Instant m_addressesAsked;
    bool m_hasTriedRefresh = false;
    bool m_isStopping = false;
    bool m_isStreamOpen = false;
    int m_gaps = 0;
    int m_batch = 0;
    Id m_passwordFor;    //!< whose one-time password is wanted
    qint64 m_hollow = 0; //!< number of a mutation that the hub finds too large: sent empty, held here
    qint64 m_retryTimer = 0, m_pollTimer = 0, m_streamTimer = 0, m_stopTimer = 0, m_presenceTimer = 0;
    Look m_look; //!< what the agent has in sight
};

} // namespace parvis
