#pragma once

#include "store/deskstore.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>

namespace parvis {

//! How the rest of the desk reaches the store without waiting for it. Jobs of one lane run in order; take the answers with
//! whenReady(). After close() every answer is Aborted.
class StoreGate
{
public:
    virtual ~StoreGate() = default;

    //! \a fn(DeskStore &) → Result<T>
    template <typename Fn>
    auto write(Fn fn)
    {
        return send(Lane::Write, std::move(fn));
    }
    //! As write(), but the store is for queries only, and a long write does not delay it.
    template <typename Fn>
    auto read(Fn fn)
    {
        return send(Lane::Read, std::move(fn));
    }

protected:
    enum class Lane { Write, Read };
    //! Calls \a job once, with null if the store is closed.
    virtual void post(Lane lane, std::function<void(DeskStore *)> job) = 0;

private:
    template <typename Fn>
    auto send(Lane lane, Fn fn)
    {
        using R = std::invoke_result_t<Fn, DeskStore &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        post(lane, [promise, fn = std::move(fn)](DeskStore *store) mutable {
            promise->addResult(store ? fn(*store) : R(Error{ErrorCode::Aborted, {}}));
            promise->finish();
        });
        return promise->future();
    }
};

//! Runs every job at once in the caller's thread: for tests and the simulation.
class ImmediateStore final : public StoreGate
{
public:
    explicit ImmediateStore(DeskStore &store) : m_store(store) {}

protected:
    void post(Lane, std::function<void(DeskStore *)> job) override { job(&m_store); }

private:
    DeskStore &m_store;
};

} // namespace parvis
