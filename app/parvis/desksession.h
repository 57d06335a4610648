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
    //! Ends the session at once; queued work stays in the store. Nothing may use store() any more.
    void close();

    bool isReady() const { return m_isReady; }
    const Credentials &credentials() const { return m_credentials; }
    const Actor &actor() const { return m_actor; }
    StoreThread &store() { return *m_store; }
    SyncEngine &engine() { return *m_engine; }
    StoreEvents &events() { return m_events; }
    const ExchangeLog &log() const { return m_log; }
    const Clock &clock() const { return m_hubClock; }

Q_SIGNALS:
    void serverUnknown(const QString &host, const QByteArray &sha256);
    void progress(parvis::DeskSession::Step step, qint64 done, qint64 total);
    void ready();
    void actorChanged(); //!< the agent's rights have changed
    void failed(const parvis::Error &error);
    void signInNeeded(const parvis::Error &error); //!< the hub refuses the password now; local work goes on

private:
    //! What a session leaves: closed at once, deleted later, because the engine may be the one who says that it is over.
    struct Remains
    {
        std::unique_ptr<StoreThread> store;
        std::unique_ptr<HttpTransport> transport;
        std::unique_ptr<SyncEngine> engine; // last: dies first
    };

    void probe();
    void unlock();
    void unlockAnew();
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
    bool m_isNew = false; //!< the database was made in this attempt
    bool m_isReady = false;
    Actor m_actor;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    std::vector<Remains> m_remains;
    QTimer m_retry;
    bool m_isFromHub = false; //!< the touched() under way
    int m_attempt = 0;        //!< answers of an earlier one are dropped
};

} // namespace parvis
