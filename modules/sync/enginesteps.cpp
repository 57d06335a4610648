#include "base/log.h"
#include "sync/engine.h"
#include "sync/enginejobs.h"

#include <algorithm>

// What the engine does next, decided anew after each answer from what is known: nothing else has to be remembered.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostGaps = 3;
constexpr int leastBatch = 1;

Status saveView(DeskStore &desk, const SyncView &view)
{
    return desk.setSetting(viewSetting, viewText(view));
}

//! What this desk sent and the hub does not have is queued again, under the numbers that the hub expects.
Status sendAgainAfter(DeskStore &desk, qint64 lastN)
{
    const auto known = desk.lastNumber();
    if (!known)
        return known.error();
    if (*known < lastN)
        return desk.renumberAfter(lastN);
    if (const Status queued = desk.requeueAfter(lastN); !queued)
        return queued;
    const auto first = desk.queued(1);
    if (!first)
        return first.error();
    const bool hasHole = !first->isEmpty() && first->first().n > lastN + 1; // what was between was promised to be safe
    return hasHole ? desk.renumberAfter(lastN) : success();
}

//! A hub that was restored may have lost work of this desk, and yet hold all the changes that the desk has pulled. Before a page
//! of its history is applied: there, the numbers of the lost changes are those of others.
Status sendAgainWhatIsLost(DeskStore &desk, qint64 lastN)
{
    const auto isLost = lastN < 0 ? Result<bool>(false) : desk.isAcknowledgedAfter(lastN);
    if (!isLost)
        return isLost.error();
    return *isLost ? sendAgainAfter(desk, lastN) : success();
}

} // namespace

void SyncEngine::step()
{
    if (m_isBusy || !m_session || m_retryTimer != 0 || m_isStopping)
        return;
    if (!m_isGreeted)
        return greet();
    // Work says what its author had seen by a place in the hub's history: it goes to that history only.
    const bool isFirst = m_view.rights.isEmpty() && !m_snapshot;
    const bool mayPush = m_isHistoryKnown || m_isPullRefused || isFirst;
    if (m_wantsPush && mayPush)
        return pushSome();
    if (!m_passwordFor.isNull()) // somebody waits before the screen; whom they have just made is sent before
        return askPassword();
    if (m_isPullRefused)
        return fail({ErrorCode::SchemaTooOld, u"schema %1"_s.arg(schemaVersion)});
    const bool isUnchecked = m_snapshot && !m_isHistoryKnown; // a page tells, and work waits for it
    if (m_state.isPaused && (isFirst || m_snapshot) && !isUnchecked)
        return show(SyncPhase::FirstSync);
    if (isFirst)
        return beginSnapshot(SnapshotMode::Merge, {});
    if (m_snapshot && m_view.rights != m_rights) // begun under other rights
        return beginSnapshot(SnapshotMode::Replace, {});
    if (isUnchecked && m_snapshot->after.isEmpty() && m_cursor.seq > 0)
        return pullSome();
    if (m_snapshot)
        return snapshotSome();
    if (m_wantsPull || !m_isHistoryKnown)
        return pullSome();
    if (m_view.rights != m_rights)
        return settleRights();
    if (m_wantsFiles)
        return exchangeFiles();
    const bool isResting = m_state.phase == SyncPhase::UpToDate && m_pollTimer != 0 && (m_isStreamOpen || m_streamTimer != 0);
    if (!m_wantsAddresses || !isResting) // between two parts nothing is put off
        rest();
    if (m_wantsAddresses)
        exchangeAddresses();
}

void SyncEngine::greet()
{
    const Instant sent = m_clock.now();
    await(m_transport.hello(m_session->access), [this, sent](const Result<Hello> &hello) {
        if (!hello)
            return failOrRenew(hello.error());
        measureClock(sent, hello->time, m_clock.now());
        m_limits = hello->limits;
        m_batch = std::clamp(m_limits.mutations, leastBatch, Limits().mutations);
        m_rights = hello->rights;
        m_isPullRefused = schemaVersion < hello->schemaMin || oldestSchema > hello->schemaMax;
        m_isGreeted = m_wantsPush = m_wantsPull = m_wantsFiles = true;
        m_isHistoryKnown = false;
        m_hasTriedRefresh = false;
        m_offered = hello->addresses;
        m_addressesAsked = m_clock.now();
        if (m_offered)
            wantAddresses(AddressNews::Greeted);
        step();
    });
}

void SyncEngine::givePassword(const Id &user)
{
    if (!m_session || m_retryTimer != 0 || m_isStopping || !m_passwordFor.isNull()) {
        Q_EMIT passwordRefused(user, Error{ErrorCode::Unavailable, u"signed out"_s});
        return;
    }
    m_passwordFor = user;
    step();
}

//! Never asked twice: an answer that is lost would make of the one before a password that nobody has seen.
void SyncEngine::askPassword()
{
    await(m_transport.givePassword(m_session->access, m_passwordFor), [this](const Result<GivenPassword> &given) {
        if (!given && given.error().code == ErrorCode::Unauthenticated) // nothing was done: the token is spent
            return renew(given.error());
        if (given)
            Q_EMIT passwordGiven(std::exchange(m_passwordFor, Id()), *given);
        else
            refusePassword(given.error());
        step();
    });
}

void SyncEngine::refusePassword(const Error &error)
{
    if (const Id user = std::exchange(m_passwordFor, Id()); !user.isNull())
        Q_EMIT passwordRefused(user, error);
}

void SyncEngine::written(const Written &what)
{
    m_cursor = what.cursor;
    m_snapshot = what.snapshot;
    m_view = what.view;
    m_state.done = m_snapshot ? m_snapshot->done : 0;
    m_state.total = m_snapshot ? m_snapshot->total : 0;
    setCounts(what.counts);
    if (!what.touched.isEmpty())
        Q_EMIT changesApplied(what.touched);
}

// Up

void SyncEngine::pushSome()
{
    m_wantsPush = false;
    const qint64 bytes = m_limits.bodyBytes * 7 / 8; // the store estimates
    await(m_store.write([limit = m_batch, bytes](DeskStore &desk) { return desk.queued(limit, bytes); }),
          [this](const Result<QList<Mutation>> &batch) {
              if (!batch) {
                  m_wantsPush = true;
                  return fail(batch.error(), true);
              }
              if (batch->isEmpty())
                  return step();
              m_wantsPush = true; // until there is none left
              show(SyncPhase::Pushing);
              send(*batch);
          });
}

void SyncEngine::send(const QList<Mutation> &batch)
{
    Push push{m_device, batch};
    for (Mutation &m : push.mutations) {
        if (m.n == m_hollow)
            m.set = m.was = {};
    }
    await(m_transport.push(m_session->access, push), [this, batch](const Result<PushReply> &reply) {
        if (reply)
            pushed(batch, *reply);
        else
            pushRefused(batch, reply.error());
    });
}

void SyncEngine::pushed(const QList<Mutation> &batch, const PushReply &reply)
{
    succeeded();
    if (reply.verdicts.isEmpty())
        return closeGap(reply.lastN);
    const auto isOfBatch = [&](const PushVerdict &v) {
        return std::any_of(batch.begin(), batch.end(), [&v](const Mutation &m) { return m.n == v.n; });
    };
    if (!std::all_of(reply.verdicts.begin(), reply.verdicts.end(), isOfBatch))
        return fail({ErrorCode::Protocol, u"verdict of another number"_s});
    m_gaps = 0;
    m_batch = std::min(m_batch * 2, std::clamp(m_limits.mutations, leastBatch, Limits().mutations));
    m_wantsPull = true;
    QList<qint64> refused;
    for (const PushVerdict &v : reply.verdicts) {
        if (v.outcome == Outcome::Conflict || v.outcome == Outcome::Held || v.n == m_hollow)
            refused.append(v.n);
    }
    const auto note = [reply, hollow = std::exchange(m_hollow, 0)](DeskStore &desk) -> Result<Touched> {
        if (hollow > 0) { // the hub has its number, this desk what it said
            const auto held = desk.holdLocally(hollow, Refusal::WrongValue);
            if (!held)
                return held;
        }
        PushReply rest = reply;
        rest.verdicts.removeIf([hollow](const PushVerdict &v) { return v.n == hollow; });
        return desk.acknowledge(rest);
    };
    store(note, [this, refused] {
        if (!refused.isEmpty())
            Q_EMIT conflictArrived(refused);
        step();
    });
}

void SyncEngine::pushRefused(const QList<Mutation> &batch, const Error &error)
{
    if (error.code == ErrorCode::TooLarge) {
        if (batch.size() > 1)
            m_batch = int(batch.size() / 2);
        else if (std::exchange(m_hollow, batch.first().n) == batch.first().n)
            return fail(error);
        return step();
    }
    if (error.code != ErrorCode::MutationReused)
        return failOrRenew(error);
    const qint64 named = error.detail.toLongLong();
    const bool isNamed = std::any_of(batch.begin(), batch.end(), [named](const Mutation &m) { return m.n == named; });
    if (isNamed || batch.size() == 1)
        return hold(isNamed ? named : batch.first().n);
    m_batch = int(batch.size() / 2); // the halves tell which one it is
    step();
}

//! The hub has other work under this number and won't take it: kept here and shown, the rest goes on.
void SyncEngine::hold(qint64 number)
{
    store([number](DeskStore &desk) { return desk.holdLocally(number, Refusal::AlreadyThere); },
          [this, number] {
              Q_EMIT conflictArrived({number});
              step();
          });
}

void SyncEngine::closeGap(qint64 lastN)
{
    if (++m_gaps > mostGaps)
        return fail({ErrorCode::MutationGap, u"after %1"_s.arg(lastN)});
    qCInfo(logSync, "the hub holds up to number %lld", static_cast<long long>(lastN));
    store([lastN](DeskStore &desk) { return sendAgainAfter(desk, lastN); }, [this] { step(); });
}

// Down

void SyncEngine::pullSome()
{
    m_wantsPull = false;
    show(SyncPhase::Pulling);
    const int limit = std::min(m_limits.changes, Limits().changes);
    await(m_transport.changes(m_session->access, m_cursor, limit), [this](const Result<ChangesPage> &page) {
        if (!page) {
            m_wantsPull = true;
            if (page.error().code == ErrorCode::HistoryDiverged)
                return diverge();
            if (page.error().code == ErrorCode::CursorExpired) {
                m_isHistoryKnown = true; // it is a place in it, only far back
                return beginSnapshot(SnapshotMode::Replace, {});
            }
            return failOrRenew(page.error());
        }
        succeeded();
        m_isHistoryKnown = true;
        m_rights = page->rights;
        m_wantsPull = m_wantsPull || page->more;
        const auto take = [page = *page](DeskStore &desk) -> Result<Touched> {
            const Status sent = sendAgainWhatIsLost(desk, page.lastN);
            return sent ? desk.apply(page) : sent.error();
        };
        store(take, [this] {
            m_wantsPush = m_wantsPush || m_state.outbox.queued > 0; // what the hub has lost
            step();
        });
    });
}

//! The hub's history is not the one that this desk knows, as after a restored backup. What the hub has lost of this desk's work
//! is found by an empty push and sent again; everything else is replaced.
void SyncEngine::diverge()
{
    qCInfo(logSync, "history diverged");
    show(SyncPhase::Diverged);
    await(m_transport.push(m_session->access, {m_device, {}}), [this](const Result<PushReply> &reply) {
        if (!reply)
            return failOrRenew(reply.error());
        m_wantsPush = true;
        const auto prepare = [lastN = reply->lastN, view = unknownView(m_rights)](DeskStore &desk) -> Status {
            Status done = sendAgainAfter(desk, lastN);
            if (done)
                done = desk.beginSnapshot(SnapshotMode::Replace);
            return done ? saveView(desk, view) : done;
        };
        store(prepare, [this] {
            m_isHistoryKnown = true; // what is queued says of it only what both have in common
            step();
        });
    });
}

//! The snapshot comes before the view: a desk that is killed between them begins again.
void SyncEngine::beginSnapshot(SnapshotMode mode, const QString &scope)
{
    const auto begin = [mode, scope, view = unknownView(m_rights)](DeskStore &desk) -> Status {
        const Status begun = desk.beginSnapshot(mode, scope);
        return begun ? saveView(desk, view) : begun;
    };
    store(begin, [this] { step(); });
}

void SyncEngine::snapshotSome()
{
    show(m_snapshot->mode == SnapshotMode::Replace ? SyncPhase::Diverged : SyncPhase::FirstSync);
    await(m_transport.snapshot(m_session->access, m_snapshot->after, m_snapshot->scope),
          [this](const Result<SnapshotPage> &page) {
              if (!page) {
                  if (page.error().code == ErrorCode::HistoryDiverged)
                      return diverge();
                  // The key of the next page means nothing to the hub any more.
                  if (page.error().code == ErrorCode::Protocol && !m_snapshot->after.isEmpty())
                      return beginSnapshot(SnapshotMode::Replace, {});
                  return failOrRenew(page.error());
              }
              succeeded();
              m_isHistoryKnown = true; // the hub holds what the pages before showed; before the first, a pull has told
              store([page = *page](DeskStore &desk) { return desk.applySnapshot(page); },
                    [this] { m_snapshot ? step() : finishSnapshot(); });
          });
}

//! Writes down what is held now, and removes what came under rights that are gone.
void SyncEngine::finishSnapshot()
{
    m_wantsPull = true;
    const auto finish = [user = m_session->user, rights = m_view.rights](DeskStore &desk) -> Result<Touched> {
        const auto actor = desk.actor(user);
        if (!actor)
            return actor.error();
        const SyncView view = viewOf(*actor);
        if (view.rights != rights) // changed meanwhile: the next page says so
            return Touched{};
        const auto purged = desk.purgeOutside(*actor);
        const Status saved = purged ? saveView(desk, view) : purged.error();
        return saved ? purged : saved.error();
    };
    store(finish, [this] { step(); });
}

//! All changes are here and the rights are not those of the view: purge what is lost, fetch what is gained.
void SyncEngine::settleRights()
{
    const auto settle = [user = m_session->user, before = m_view, rights = m_rights](DeskStore &desk) -> Result<Touched> {
        const auto actor = desk.actor(user);
        if (!actor)
            return actor.error();
        const SyncView after = viewOf(*actor);
        const auto scope = after.rights == rights ? gainedScope(before, after) : std::nullopt;
        if (!scope) {
            const Status begun = desk.beginSnapshot(SnapshotMode::Replace);
            const Status saved = begun ? saveView(desk, unknownView(rights)) : begun;
            return saved ? Touched{} : Result<Touched>(saved.error());
        }
        const auto purged = desk.purgeOutside(*actor);
        if (!purged)
            return purged;
        const Status begun = scope->isEmpty() ? success() : desk.beginSnapshot(SnapshotMode::Merge, *scope);
        const Status saved = begun ? saveView(desk, scope->isEmpty() ? after : unknownView(rights)) : begun;
        return saved ? purged : saved.error();
    };
    store(settle, [this] { step(); });
}

} // namespace parvis
