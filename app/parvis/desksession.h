#pragma once

#include "net/httptransport.h"
#include "presentation/storeevents.h"
#include "profile.h"
#include "store/keyfile.h"
#include "store/secretvault.h"
#include "store/storethread.h"
#include "sync/engine.h"
#include "ui_shell/signinpage.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <atomic>

namespace parvis {

//! The hub's time, as well as this computer knows it: a desk with a wrong clock still promises the right day.
class HubClock final : public Clock
{
public:
    explicit HubClock(const Clock &own) : m_own(own) {}
    Instant now() const override { return {m_own.now().ms + m_offset.load(std::memory_order_relaxed)}; }
    void setOffset(qint64 ms) { m_offset.store(ms, std::memory_order_relaxed); }

private:
    const Clock &m_own;
    std::atomic<qint64> m_offset = 0;
};

//! One agent at work at this desk: the opened database, and the way to the hub. Online first; with a database that has been
//! filled once, the password alone opens it and the hub is asked in the background, as often as it takes.
class DeskSession final : public QObject
{
    Q_OBJECT
public:
    enum class Step { Unlocking, Connecting, FirstSync };

    DeskSession(Profile &profile, const Clock &clock, SecretVault &vault, QObject *parent = nullptr);
    ~DeskSession() override; //!< close(), and waits for what is being written

    //! Answers with serverUnknown(), ready() or failed().
    void signIn(const Credentials &credentials);
    //! The agent (or the command line) trusts the server of serverUnknown().
    void acceptServer();
    //! Stops signing in: what has come is kept. No signal follows.
    void cancel();
    //! Asks the hub again with the same password.
    void retrySignIn();
    //! The agent chooses a new password: after passwordChangeNeeded(), or while they work. Answers with passwordChanged() (and
    //! what signing in answers) or passwordRefused(). Whatever is cut on the way, the password that the hub takes opens this
    //! desk.
    void changePassword(const QString &old, const QString &wanted);
    //! After formerPasswordNeeded(). With the password by which this desk was closed it opens, and takes the new one from then
    //! on.
    void openWithFormer(const QString &password);
    //! Or nobody knows it any more: what is here is set aside, closed as it is, and the desk fetches all from the hub again.
    void beginAnew();
    //! Ends the session at once; queued work stays in the store. Nothing may use store() any more.
    void close();

    bool isReady() const { return m_isReady; }
    const Credentials &credentials() const { return m_credentials; }
    const Actor &actor() const { return m_actor; }
    StoreThread &store() { return *m_store; }
    SyncEngine &engine() { return *m_engine; }
    StoreEvents &events() { return m_events; }
    QString addressFile() const { return m_addresses ? m_addresses->path() : QString(); } //!< as the hub gave it; need not exist
    const ExchangeLog &log() const { return m_log; }
    const Clock &clock() const { return m_hubClock; }

Q_SIGNALS:
    void serverUnknown(const QString &host, const QByteArray &sha256);
    void progress(parvis::DeskSession::Step step, qint64 done, qint64 total);
    void ready();
    void addressesArrived(); //!< a new addressFile() is in its place
    void addressesFailed(const parvis::Error &error);
    void actorChanged(); //!< the agent's rights have changed
    void failed(const parvis::Error &error);
    void passwordChangeNeeded(); //!< signing in: the password was given for one time
    void formerPasswordNeeded(); //!< signing in: the hub takes the password, this desk was closed with another one
    void formerPasswordRefused(const parvis::Error &error);
    void passwordChanged();
    void passwordRefused(const parvis::Error &error); //!< Network: nobody knows whether it was changed; both open this desk
    void signInNeeded(const parvis::Error &error);    //!< the hub refuses the password now; local work goes on

private:
    //! What a session leaves: closed at once, deleted later, because the engine may be the one who says that it is over.
    struct Remains
    {
        std::unique_ptr<StoreThread> store;
        std::unique_ptr<HttpTransport> transport;
        std::unique_ptr<AddressThread> addresses;
        std::unique_ptr<SyncEngine> engine; // last: dies first
    };

    void probe();
    void unlock();
    void unlockAnew();
    void askWhetherItIsRight(const QByteArray &key);
    void openWith(const QByteArray &key);
    void askForPassword(const QString &old, const QString &wanted);
    void passwordTaken(const QString &wanted);
    void settlePassword();
    void withdrawPassword();
    void openStore(const QByteArray &key, bool isNew);
    void start();
    void touched(const Touched &touched);
    void askActor();
    void stateChanged();
    void signedIn(const Session &session);
    void signInFailed(const Error &error);
    void becomeReady(const Actor &actor);
    void giveUp(const Error &error);
    void keepSecret();
    KeyFile keyFile() const { return KeyFile(m_folder + QStringLiteral("/desk.key")); }
    QString vaultName() const;

    Profile &m_profile;
    const Clock &m_clock; //!< of this computer
    HubClock m_hubClock;
    SecretVault &m_vault;
    QRandomGenerator m_random;
    ExchangeLog m_log;
    EventLoopScheduler m_scheduler;
    StoreEvents m_events;

    Credentials m_credentials;
    QString m_folder;
    QByteArray m_key;
    bool m_mustChange = false; //!< the password that was signed in with
    QString m_wanted;          //!< a new password, when the answer to its change was lost
    bool m_isNew = false;      //!< the database was made in this attempt
    bool m_isReady = false;
    Actor m_actor;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<AddressThread> m_addresses;
    std::unique_ptr<SyncEngine> m_engine;
    std::vector<Remains> m_remains;
    QTimer m_retry;
    bool m_isFromHub = false; //!< the touched() under way
    int m_attempt = 0;        //!< answers of an earlier one are dropped
};

} // namespace parvis
