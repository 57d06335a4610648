#include "sync/engine.h"

#include "base/log.h"
#include "sync/enginejobs.h"
#include "sync/exchangelog.h"

#include <algorithm>

namespace parvis {

namespace {

constexpr qint64 pollLiveMs = 15'000; // a lost hint is noticed by then
constexpr qint64 pollMs = 15'000;     // without a stream
constexpr qint64 stopMs = 3'000;
constexpr qsizetype measures = 5;

} // namespace

bool SyncState::operator==(const SyncState &other) const
{
    return phase == other.phase && reason == other.reason && isLocal == other.isLocal && retryAt == other.retryAt &&
           done == other.done && total == other.total && isPaused == other.isPaused && isLive == other.isLive &&
           outbox == other.outbox && upToDateAt == other.upToDateAt;
}

SyncEngine::SyncEngine(StoreGate &store, Transport &transport, Scheduler &scheduler, const Clock &clock, QRandomGenerator &random,
                       QObject *parent)
    : QObject(parent),
      m_store(store),
      m_transport(transport),
      m_scheduler(scheduler),
      m_clock(clock),
      m_backoff(random),
      m_streamBackoff(random),
      m_batch(m_limits.mutations)
{}

SyncEngine::~SyncEngine()
{
    cancelTimers();
    m_transport.closeStream();
}

void SyncEngine::signIn(const QString &login, const QString &password)
{
    if (m_session)
        signOut();
    ++m_life;
    m_isBusy = false;
    m_isStopping = false;
    const auto load = [](DeskStore &desk) -> Result<Loaded> {
        const auto position = desk.position();
        const auto snapshot = desk.snapshotProgress();
        const auto view = desk.setting(viewSetting);
        const auto counts = desk.outboxCounts();
        const auto last = desk.lastNumber();
        if (!position || !snapshot)
            return position ? snapshot.error() : position.error();
        if (!view || !counts || !last)
            return !view ? view.error() : !counts ? counts.error() : last.error();
        return Loaded{desk.device(), *position, *snapshot, viewFromText(*view), *counts, *last};
    };
    await(m_store.write(load), [this, login, password](const Result<Loaded> &loaded) {
        if (!loaded) {
            Q_EMIT signInFailed(loaded.error());
            return;
        }
        m_device = loaded->device;
        m_cursor = loaded->position.cursor;
        m_snapshot = loaded->snapshot;
        m_view = loaded->view;
        setCounts(loaded->counts);
        open(login, password);
    });
}

//! Asks who is there before it says a password.
void SyncEngine::open(const QString &login, const QString &password)
{
    await(m_transport.hello({}), [this, login, password](const Result<Hello> &hello) {
        if (!hello) {
            Q_EMIT signInFailed(hello.error());
            return;
        }
        await(m_transport.openSession({login, password, m_device}), [this](const Result<Session> &session) {
            if (!session) {
                Q_EMIT signInFailed(session.error());
                return;
            }
            adopt(*session);
        });
    });
}

void SyncEngine::adopt(const Session &session)
{
    m_session = session;
    m_isGreeted = false;
    m_hasTriedRefresh = false;
    m_gaps = 0;
    m_file.clear();
    m_batch = m_limits.mutations;
    m_backoff.reset();
    m_streamBackoff.reset();
    m_rights = session.rights;
    // The hub has more from this device than the device knows of: its store is an older copy.
    const auto countOn = [last = session.lastN](DeskStore &desk) -> Status {
        const auto known = desk.lastNumber();
        if (!known)
            return known.error();
        return *known < last ? desk.renumberAfter(last) : success();
    };
    show(SyncPhase::Pulling);
    Q_EMIT signedIn(session);
    store(countOn, [this] { step(); });
    tellPresence();
}

void SyncEngine::signOut()
{
    if (!m_session)
        return;
    m_transport.closeSession(m_session->access);
    dropSession(std::nullopt);
}

void SyncEngine::dropSession(const std::optional<Error> &reason)
{
    m_session.reset();
    ++m_life;
    m_isBusy = false;
    closeStream();
    cancelTimers();
    refusePassword(reason.value_or(Error{ErrorCode::Aborted, {}}));
    show(SyncPhase::SignedOut, reason);
    if (reason)
        Q_EMIT signInNeeded(*reason);
}

//! The access token is spent: one try with the refresh token, then the agent is asked.
void SyncEngine::renew(const Error &error)
{
    if (m_hasTriedRefresh)
        return dropSession(error);
    m_hasTriedRefresh = true;
    await(m_transport.refreshSession(m_session->refresh), [this](const Result<Session> &session) {
        if (session) {
            m_session = *session;
            closeStream(); // it was opened with the old token
            return step();
        }
        const ErrorCode code = session.error().code;
        if (code == ErrorCode::Unauthenticated || code == ErrorCode::Forbidden)
            return dropSession(session.error());
        m_hasTriedRefresh = false; // it was not answered
        fail(session.error());
    });
}

void SyncEngine::failOrRenew(const Error &error)
{
    if (error.code == ErrorCode::Unauthenticated)
        renew(error);
    else
        fail(error);
}

//! Nothing goes on until a while has passed: what failed stays wanted.
void SyncEngine::fail(const Error &error, bool isLocal)
{
    if (m_isStopping || !m_session)
        return;
    const auto phase = [&] {
        if (isLocal)
            return SyncPhase::Refused;
        switch (error.code) {
        case ErrorCode::Network:
        case ErrorCode::Aborted: return SyncPhase::Offline;
        case ErrorCode::Throttled: return SyncPhase::Throttled;
        case ErrorCode::Storage:
        case ErrorCode::Unavailable: return error.retryAfterSeconds > 0 ? SyncPhase::Throttled : SyncPhase::Offline;
        default: return SyncPhase::Refused;
        }
    }();
    qCInfo(logSync, "waits: %ls", qUtf16Printable(codeWord(error.code)));
    const qint64 ms = m_backoff.nextMs(error.retryAfterSeconds);
    wait(m_retryTimer, ms, &SyncEngine::retry);
    m_state.retryAt = {m_clock.now().ms + ms};
    m_wantsPull = true;
    if (!isLocal)
        m_isGreeted = false;
    m_scheduler.cancel(std::exchange(m_pollTimer, 0));
    refusePassword(error);
    show(phase, error, isLocal);
}

void SyncEngine::succeeded()
{
    if (m_backoff.failures() > 0) { // the hub is back after an absence: its stream need not wait out its own patience
        m_streamBackoff.reset();
        m_scheduler.cancel(std::exchange(m_streamTimer, 0));
    }
    m_backoff.reset();
    m_hasTriedRefresh = false;
}

void SyncEngine::wait(qint64 &timer, qint64 ms, void (SyncEngine::*then)())
{
    m_scheduler.cancel(timer);
    timer = m_scheduler.start(ms, [this, &timer, then] {
        timer = 0;
        (this->*then)();
    });
}

void SyncEngine::cancelTimers()
{
    for (qint64 *timer : {&m_retryTimer, &m_pollTimer, &m_streamTimer, &m_stopTimer, &m_presenceTimer})
        m_scheduler.cancel(std::exchange(*timer, 0));
    m_state.retryAt = {};
}

void SyncEngine::retry()
{
    m_state.retryAt = {};
    step();
}

void SyncEngine::poll()
{
    m_wantsPull = true;
    askAddressesNowAndThen();
    step();
}

void SyncEngine::networkRegained()
{
    if (m_retryTimer == 0)
        return;
    m_scheduler.cancel(std::exchange(m_retryTimer, 0));
    m_backoff.reset();
    retry();
}

void SyncEngine::syncNow()
{
    m_wantsPush = m_wantsPull = true;
    wantAddresses(AddressNews::Asked);
    if (m_retryTimer != 0)
        networkRegained();
    else
        step();
}

void SyncEngine::localWorkQueued()
{
    m_wantsPush = m_wantsFiles = true;
    const auto count = [](DeskStore &desk) { return desk.outboxCounts(); };
    whenReady(m_store.write(count), this, [this](const Result<OutboxCounts> &counts) {
        if (counts)
            setCounts(*counts);
    });
    step();
}

void SyncEngine::pauseFirstSync()
{
    if (std::exchange(m_state.isPaused, true))
        return;
    Q_EMIT stateChanged();
}

void SyncEngine::resumeFirstSync()
{
    if (!std::exchange(m_state.isPaused, false))
        return;
    Q_EMIT stateChanged();
    step();
}

void SyncEngine::stop()
{
    m_isStopping = true;
    closeStream();
    cancelTimers();
    if (!m_isBusy)
        return finishStop();
    wait(m_stopTimer, stopMs, &SyncEngine::finishStop);
}

void SyncEngine::finishStop()
{
    m_scheduler.cancel(std::exchange(m_stopTimer, 0));
    ++m_life;
    m_isBusy = false;
    m_transport.abort();
    Q_EMIT stopped();
}

void SyncEngine::openStream()
{
    m_isStreamOpen = true;
    const int life = m_life;
    StreamSink sink;
    sink.opened = [this, life] {
        if (life != m_life)
            return;
        m_streamBackoff.reset();
        m_state.isLive = true;
        m_wantsPull = true;       // what came between the last pull and now was not hinted
        m_isHistoryKnown = false; // nor was the hub watched
        Q_EMIT stateChanged();
        step();
    };
    sink.hinted = [this, life](const Cursor &head) {
        if (life != m_life || head == m_cursor)
            return;
        m_wantsPull = true;
        step();
    };
    sink.closed = [this, life](const Error &) {
        if (life == m_life)
            streamClosed();
    };
    m_transport.openStream(m_session->access, std::move(sink));
}

void SyncEngine::closeStream()
{
    m_transport.closeStream();
    m_isStreamOpen = false;
    m_scheduler.cancel(std::exchange(m_streamTimer, 0));
    m_state.isLive = false;
}

//! A pull tells what is the matter; the stream comes back in the rest after it.
void SyncEngine::streamClosed()
{
    m_isStreamOpen = false;
    m_state.isLive = false;
    m_isHistoryKnown = false; // the hub may have been restored
    wait(m_streamTimer, m_streamBackoff.nextMs(0), &SyncEngine::step);
    m_wantsPush = m_wantsPull = true;
    Q_EMIT stateChanged();
    step();
}

void SyncEngine::rest()
{
    m_state.upToDateAt = m_clock.now();
    if (!m_isStreamOpen && m_streamTimer == 0)
        openStream();
    wait(m_pollTimer, m_state.isLive ? pollLiveMs : pollMs, &SyncEngine::poll);
    show(SyncPhase::UpToDate);
}

void SyncEngine::show(SyncPhase phase, const std::optional<Error> &reason, bool isLocal)
{
    m_state.phase = phase;
    m_state.reason = reason;
    m_state.isLocal = isLocal;
    Q_EMIT stateChanged();
}

void SyncEngine::setCounts(const OutboxCounts &counts)
{
    if (counts == m_state.outbox)
        return;
    m_state.outbox = counts;
    Q_EMIT stateChanged();
}

void SyncEngine::measureClock(Instant sent, Instant hub, Instant received)
{
    m_offsets.append(hub.ms - (sent.ms + received.ms) / 2);
    if (m_offsets.size() > measures)
        m_offsets.removeFirst();
    QList<qint64> sorted = m_offsets;
    std::sort(sorted.begin(), sorted.end());
    const qint64 median = sorted.at(sorted.size() / 2);
    if (std::exchange(m_clockOffset, median) != median)
        Q_EMIT clockOffsetChanged(median);
}

} // namespace parvis
