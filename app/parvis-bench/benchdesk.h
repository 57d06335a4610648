#pragma once

#include "benchtown.h"

#include "net/httptransport.h"
#include "store/storethread.h"
#include "sync/engine.h"

namespace parvis {

//! A desk without windows: the real store, transport and engine against a hub on loopback.
class BenchDesk
{
public:
    static Result<std::unique_ptr<BenchDesk>> open(const QString &path, BenchHub &hub);
    ~BenchDesk();

    StoreThread &store() { return *m_store; }
    SyncEngine &engine() { return *m_engine; }
    HttpTransport &transport() { return *m_transport; }
    const Actor &actor() const { return m_actor; }

    //! Signs in if need be and turns the event loop until all is sent and received; the error that stops it otherwise.
    Status syncAll();
    void goOffline();
    //! In the store's thread; waits for the answer.
    template <typename T, typename Fn>
    Result<T> write(Fn fn)
    {
        return m_store->write(std::move(fn)).result();
    }

private:
    BenchDesk() = default;
    BenchHub *m_hub = nullptr;
    SystemClock m_clock;
    QRandomGenerator m_random{3};
    ExchangeLog m_log;
    EventLoopScheduler m_scheduler;
    Actor m_actor;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace parvis
