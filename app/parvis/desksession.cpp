#include "desksession.h"

#include "base/async.h"
#include "base/log.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

const QString userSetting = u"desk.user"_s;
constexpr int retryMs = 15'000;

struct Known
{
    Actor actor;
    bool isFilled = false; //!< a first sync has come to its end
};

//! Who works here, if that is known without the hub.
Result<Known> knownActor(DeskStore &store)
{
    const Result<QString> user = store.setting(userSetting);
    if (!user)
        return user.error();
    const auto snapshot = store.snapshotProgress();
    if (!snapshot)
        return snapshot.error();
    const Id id = idFromText(*user).value_or(Id());
    if (id.isNull())
        return Known{};
    const Result<Actor> actor = store.actor(id);
    if (!actor)
        return actor.error();
    return Known{*actor, !actor->roles.empty() && !snapshot->has_value()};
}

bool isToBeChanged(const Error &error)
{
    return error.code == ErrorCode::Forbidden && error.detail == oneTimePassword;
}

//! Whether the hub has said no; else it may have done it.
bool isDecided(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthenticated:
    case ErrorCode::Forbidden:
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound: // a hub that knows no such thing
    case ErrorCode::Throttled:
    case ErrorCode::Certificate: return true;
    default: return false;
    }
}

} // namespace

DeskSession::DeskSession(Profile &profile, const Clock &clock, SecretVault &vault, QObject *parent)
    : QObject(parent),
      m_profile(profile),
      m_clock(clock),
      m_hubClock(clock),
      m_vault(vault),
      m_random(QRandomGenerator::securelySeeded())
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &DeskSession::retrySignIn);
    connect(&m_events, &StoreEvents::touched, this, &DeskSession::touched);
}

DeskSession::~DeskSession()
{
    close();
    m_remains.clear();
}

void DeskSession::close()
{
    ++m_attempt;
    m_retry.stop();
    m_isReady = false;
    if (m_engine)
        m_engine->disconnect(this);
    if (m_transport)
        m_transport->abort();
    if (m_store)
        m_store->close();
    m_remains.push_back({std::move(m_store), std::move(m_transport), std::move(m_addresses), std::move(m_engine)});
    QMetaObject::invokeMethod(
        this, [this] { m_remains.clear(); }, Qt::QueuedConnection);
    m_key.fill('\0');
    m_key.clear();
    m_wanted.clear();
    m_mustChange = false;
    m_actor = {};
}

void DeskSession::cancel()
{
    close();
}

void DeskSession::giveUp(const Error &error)
{
    const bool isUseless = m_isNew && (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Forbidden);
    close();
    if (isUseless) { // nothing but an empty database under a password that the hub does not know
        for (const auto &name : {u"/desk.key"_s, u"/desk.db"_s, u"/desk.db-wal"_s, u"/desk.db-shm"_s, u"/desk.db.ballast"_s})
            QFile::remove(m_folder + name);
    }
    Q_EMIT failed(error);
}

void DeskSession::signIn(const Credentials &credentials)
{
    close();
    m_credentials = credentials;
    m_isNew = false;
    const Result<QString> folder = m_profile.account(credentials.login);
    if (!folder)
        return giveUp(folder.error());
    m_folder = *folder;
    m_transport = std::make_unique<HttpTransport>(credentials.server, m_clock, m_log);
    m_transport->setPin(m_profile.pin(credentials.server));
    if (keyFile().exists())
        unlock();
    else
        probe();
}

//! A desk that has nothing yet makes nothing before the server is known to be the right one.
void DeskSession::probe()
{
    Q_EMIT progress(Step::Connecting, 0, 0);
    whenReady(m_transport->hello({}), this, [this, attempt = m_attempt](const Result<Hello> &hello) {
        if (attempt != m_attempt)
            return;
        if (hello) {
            Q_EMIT progress(Step::Unlocking, 0, 0);
            const auto create = [file = keyFile(), password = m_credentials.password]() mutable { return file.create(password); };
            whenReady(QtConcurrent::run(create), this, [this, attempt](const Result<QByteArray> &key) {
                if (attempt != m_attempt)
                    return;
                if (!key)
                    return giveUp(key.error());
                openStore(*key, true);
            });
            return;
        }
        const bool isUnknown = hello.error().code == ErrorCode::Certificate && m_profile.pin(m_credentials.server).isEmpty();
        if (isUnknown && !m_transport->seenFingerprint().isEmpty())
            Q_EMIT serverUnknown(m_credentials.server.host(), m_transport->seenFingerprint());
        else
            giveUp(hello.error());
    });
}

void DeskSession::acceptServer()
{
    if (!m_transport || m_transport->seenFingerprint().isEmpty())
        return;
    const QByteArray pin = m_transport->seenFingerprint();
    m_profile.setPin(m_credentials.server, pin);
    m_transport->setPin(pin);
    if (!m_store)
        probe();
    else
        m_engine->signIn(m_credentials.login, m_credentials.password);
}

void DeskSession::unlock()
{
    Q_EMIT progress(Step::Unlocking, 0, 0);
    const auto open = [file = keyFile(), password = m_credentials.password] { return file.unlock(password); };
    whenReady(QtConcurrent::run(open), this, [this, attempt = m_attempt](const Result<QByteArray> &key) {
        if (attempt != m_attempt)
            return;
        if (key)
            openStore(*key, false);
        else if (key.error().code == ErrorCode::StorageKey)
            unlockAnew();
        else
            giveUp(key.error());
    });
}

//! The password does not fit. If the hub takes it, it was changed there, and the keyring may hold the other key.
void DeskSession::unlockAnew()
{
    whenReady(m_vault.read(vaultName()), this, [this, attempt = m_attempt](const Result<QByteArray> &secret) {
        if (attempt != m_attempt)
            return;
        const auto key = secret ? keyFile().unlockWithSecret(*secret) : Result<QByteArray>(secret.error());
        askWhetherItIsRight(key ? *key : QByteArray());
    });
}

//! \a key is empty where nothing but the former password has it.
void DeskSession::askWhetherItIsRight(const QByteArray &key)
{
    Q_EMIT progress(Step::Connecting, 0, 0);
    const SessionRequest request{m_credentials.login, m_credentials.password, makeId(m_clock.now(), m_random)};
    whenReady(m_transport->openSession(request), this, [this, key, attempt = m_attempt](const Result<Session> &session) {
        if (attempt != m_attempt)
            return;
        m_mustChange = !session && isToBeChanged(session.error());
        if (!session && !m_mustChange) {
            const bool isWrong = session.error().code == ErrorCode::Unauthenticated;
            const bool isUnknown = key.isEmpty() && session.error().code == ErrorCode::Network;
            return giveUp(isWrong || isUnknown ? Error{ErrorCode::StorageKey, {}} : session.error());
        }
        if (session)
            m_transport->closeSession(session->access);
        if (key.isEmpty())
            return Q_EMIT formerPasswordNeeded();
        openWith(key);
    });
}

//! The password is the right one at the hub, and \a key the desk's.
void DeskSession::openWith(const QByteArray &key)
{
    m_key = key;
    if (std::exchange(m_mustChange, false))
        return Q_EMIT passwordChangeNeeded();
    if (const Status kept = keyFile().changePassphrase(key, m_credentials.password); !kept)
        return giveUp(kept.error());
    openStore(key, false);
}

void DeskSession::openWithFormer(const QString &password)
{
    Q_EMIT progress(Step::Unlocking, 0, 0);
    const auto open = [file = keyFile(), password] { return file.unlock(password); };
    whenReady(QtConcurrent::run(open), this, [this, attempt = m_attempt](const Result<QByteArray> &key) {
        if (attempt != m_attempt)
            return;
        if (key)
            openWith(*key);
        else
            Q_EMIT formerPasswordRefused(key.error());
    });
}

void DeskSession::beginAnew()
{
    const QString aside =
        m_folder + u" "_s + QDateTime::fromMSecsSinceEpoch(m_clock.now().ms, Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s);
    if (!QDir().rename(m_folder, aside))
        return giveUp({ErrorCode::Storage, u"account folder"_s});
    const Credentials credentials = m_credentials;
    signIn(credentials);
}

void DeskSession::openStore(const QByteArray &key, bool isNew)
{
    m_isNew = isNew;
    m_key = key;
    auto opened = StoreThread::open(m_folder + u"/desk.db"_s, key, m_clock);
    if (!opened)
        return giveUp(opened.error());
    m_store = std::move(opened).value();
    m_engine = std::make_unique<SyncEngine>(*m_store, *m_transport, m_scheduler, m_clock, m_random);
    m_addresses = std::make_unique<AddressThread>(m_profile.serverFolder(m_credentials.server));
    m_engine->setAddressShelf(m_addresses.get());
    connect(m_engine.get(), &SyncEngine::addressesArrived, this, &DeskSession::addressesArrived);
    connect(m_engine.get(), &SyncEngine::addressesFailed, this, &DeskSession::addressesFailed);
    connect(m_engine.get(), &SyncEngine::changesApplied, this, [this](const Touched &touched) {
        m_isFromHub = true;
        m_events.publish(touched);
        m_isFromHub = false;
    });
    connect(m_engine.get(), &SyncEngine::clockOffsetChanged, this, [this](qint64 ms) { m_hubClock.setOffset(ms); });
    connect(m_engine.get(), &SyncEngine::signedIn, this, &DeskSession::signedIn);
    connect(m_engine.get(), &SyncEngine::signInFailed, this, &DeskSession::signInFailed);
    connect(m_engine.get(), &SyncEngine::signInNeeded, this, [this] { retrySignIn(); });
    connect(m_engine.get(), &SyncEngine::stateChanged, this, &DeskSession::stateChanged);
    if (isNew)
        keepSecret();
    start();
}

void DeskSession::start()
{
    whenReady(m_store->read(knownActor), this, [this, attempt = m_attempt](const Result<Known> &known) {
        if (attempt != m_attempt)
            return;
        if (!known)
            return giveUp(known.error());
        if (known->isFilled)
            becomeReady(known->actor);
        else
            Q_EMIT progress(Step::Connecting, 0, 0);
        m_engine->signIn(m_credentials.login, m_credentials.password);
    });
}

void DeskSession::touched(const Touched &touched)
{
    if (!m_isReady)
        return;
    if (!m_isFromHub)
        m_engine->localWorkQueued();
    if (concerns(touched, Kind::User, m_actor.user))
        askActor();
}

void DeskSession::signedIn(const Session &session)
{
    m_retry.stop();
    settlePassword();
    m_profile.remember(m_credentials.server, m_credentials.login);
    m_isNew = false;
    const auto note = [user = idText(session.user)](DeskStore &store) { return store.setSetting(userSetting, user); };
    whenReady(m_store->write(note), this, [this, attempt = m_attempt](const Status &noted) {
        if (attempt == m_attempt && !noted && !m_isReady)
            giveUp(noted.error());
    });
}

void DeskSession::signInFailed(const Error &error)
{
    const bool isUnknown = error.code == ErrorCode::Certificate && m_profile.pin(m_credentials.server).isEmpty();
    if (isUnknown && !m_transport->seenFingerprint().isEmpty()) {
        Q_EMIT serverUnknown(m_credentials.server.host(), m_transport->seenFingerprint());
        return;
    }
    if (!m_isReady && isToBeChanged(error))
        return Q_EMIT passwordChangeNeeded();
    if (error.code == ErrorCode::Unauthenticated && !m_wanted.isEmpty()) { // the change was done, and its answer lost
        m_credentials.password = std::exchange(m_wanted, QString());
        m_engine->signIn(m_credentials.login, m_credentials.password);
        return;
    }
    if (!m_isReady)
        return giveUp(error);
    if (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::Forbidden) {
        Q_EMIT signInNeeded(error);
        return;
    }
    m_retry.start(std::max(retryMs, error.retryAfterSeconds * 1000));
}

void DeskSession::retrySignIn()
{
    if (m_isReady && !m_engine->isSignedIn())
        m_engine->signIn(m_credentials.login, m_credentials.password);
}

void DeskSession::stateChanged()
{
    const SyncState &state = m_engine->state();
    if (m_isReady)
        return;
    if (state.phase == SyncPhase::UpToDate)
        askActor();
    else if (state.phase == SyncPhase::Refused && state.reason)
        giveUp(*state.reason);
    else
        Q_EMIT progress(state.total > 0 ? Step::FirstSync : Step::Connecting, state.done, state.total);
}

void DeskSession::askActor()
{
    whenReady(m_store->read(knownActor), this, [this, attempt = m_attempt](const Result<Known> &known) {
        if (attempt != m_attempt || !known)
            return;
        if (!m_isReady)
            return becomeReady(known->actor);
        if (std::exchange(m_actor, known->actor) != known->actor)
            Q_EMIT actorChanged();
    });
}

void DeskSession::becomeReady(const Actor &actor)
{
    if (m_isReady)
        return;
    m_actor = actor;
    m_isReady = true;
    m_engine->localWorkQueued(); // counts what an earlier run left to send
    Q_EMIT ready();
}

//! First the desk opens by either password, then the hub is asked, then the one it took stays.
void DeskSession::changePassword(const QString &old, const QString &wanted)
{
    const auto offer = [file = keyFile(), key = m_key, wanted]() mutable { return file.offerPassphrase(key, wanted); };
    whenReady(QtConcurrent::run(offer), this, [this, old, wanted, attempt = m_attempt](const Status &offered) {
        if (attempt != m_attempt)
            return;
        if (!offered)
            return Q_EMIT passwordRefused(offered.error());
        askForPassword(old, wanted);
    });
}

void DeskSession::askForPassword(const QString &old, const QString &wanted)
{
    const PasswordChange change{m_credentials.login, old, wanted};
    whenReady(m_transport->changePassword(change), this, [this, wanted, attempt = m_attempt](const Status &changed) {
        if (attempt != m_attempt)
            return;
        if (changed)
            return passwordTaken(wanted);
        if (!isDecided(changed.error()))
            m_wanted = wanted;
        else
            withdrawPassword();
        if (changed.error().code == ErrorCode::Unauthenticated && !m_wanted.isEmpty() && !m_isReady) {
            // The change before was done, and its answer lost.
            return signIn({m_credentials.server, m_credentials.login, m_wanted});
        }
        Q_EMIT passwordRefused(changed.error());
    });
}

void DeskSession::passwordTaken(const QString &wanted)
{
    m_wanted.clear();
    m_credentials.password = wanted;
    settlePassword();
    Q_EMIT passwordChanged();
    if (m_store)
        m_engine->signIn(m_credentials.login, wanted);
    else
        openStore(m_key, false);
}

//! Of the passwords that open the desk the one that the hub takes stays.
void DeskSession::settlePassword()
{
    const auto settle = [file = keyFile(), password = m_credentials.password]() mutable {
        return file.isOffering() ? file.settle(password) : success();
    };
    whenReady(QtConcurrent::run(settle), this, [](const Status &settled) {
        if (!settled) // each still opens it, and the next sign-in tries again
            qCWarning(logUi, "the key file keeps several passwords: %ls", qUtf16Printable(settled.error().detail));
    });
}

void DeskSession::withdrawPassword()
{
    const Status withdrawn = keyFile().withdrawOffer();
    if (!withdrawn)
        qCWarning(logUi, "the key file keeps a password that was refused: %ls", qUtf16Printable(withdrawn.error().detail));
}

QString DeskSession::vaultName() const
{
    return m_folder;
}

//! Best effort: without a keyring a changed password asks for the old one once.
void DeskSession::keepSecret()
{
    const Result<QByteArray> secret = keyFile().addSecret(m_key);
    if (!secret) {
        qCInfo(logUi, "no second key: %ls", qUtf16Printable(secret.error().detail));
        return;
    }
    whenReady(m_vault.write(vaultName(), *secret), this, [this, attempt = m_attempt](const Status &written) {
        if (written || attempt != m_attempt)
            return;
        const Status removed = keyFile().removeSecret();
        qCInfo(logUi, "no keyring: the password alone opens this desk%s", removed ? "" : " (the key file keeps an unused part)");
    });
}

} // namespace parvis
