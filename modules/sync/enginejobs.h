#pragma once

#include "base/async.h"
#include "sync/engine.h"

// Shared by the two halves of the engine.

namespace parvis {

inline constexpr QLatin1StringView viewSetting{"sync.view"};

//! What a session starts from.
struct SyncEngine::Loaded
{
    Id device;
    SyncPosition position;
    std::optional<SnapshotProgress> snapshot;
    SyncView view;
    OutboxCounts counts;
    qint64 lastNumber = 0;
};

//! Where the store stands after a job of the engine.
struct SyncEngine::Written
{
    Touched touched;
    Cursor cursor;
    std::optional<SnapshotProgress> snapshot;
    SyncView view;
    OutboxCounts counts;
};

//! Listens to one answer, unless the session in which it was asked is over.
template <typename T, typename Fn>
void SyncEngine::await(const QFuture<Result<T>> &future, Fn fn)
{
    m_isBusy = true;
    whenReady(future, this, [this, life = m_life, fn = std::move(fn)](const Result<T> &result) {
        if (life != m_life)
            return;
        m_isBusy = false;
        fn(result);
        if (m_isStopping && !m_isBusy)
            finishStop();
    });
}

//! Runs \a job (DeskStore & → Status or Result<Touched>) in the store, takes over where the store stands then, and goes on with
//! \a fn.
template <typename Job, typename Fn>
void SyncEngine::store(Job job, Fn fn)
{
    const auto whole = [job = std::move(job)](DeskStore &desk) -> Result<Written> {
        Written what;
        if constexpr (std::is_same_v<std::invoke_result_t<Job, DeskStore &>, Status>) {
            if (const Status done = job(desk); !done)
                return done.error();
        } else {
            const Result<Touched> touched = job(desk);
            if (!touched)
                return touched.error();
            what.touched = *touched;
        }
        const auto position = desk.position();
        const auto snapshot = desk.snapshotProgress();
        const auto view = desk.setting(viewSetting);
        const auto counts = desk.outboxCounts();
        if (!position || !snapshot)
            return position ? snapshot.error() : position.error();
        if (!view || !counts)
            return view ? counts.error() : view.error();
        what.cursor = position->cursor;
        what.snapshot = *snapshot;
        what.view = viewFromText(*view);
        what.counts = *counts;
        return what;
    };
    await(m_store.write(whole), [this, fn = std::move(fn)](const Result<Written> &what) {
        if (!what)
            return fail(what.error(), true);
        written(*what);
        fn();
    });
}

} // namespace parvis
