#include "benchdesk.h"

#include <QtCore/QEventLoop>

namespace parvis {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<BenchDesk>> BenchDesk::open(const QString &path, BenchHub &hub)
{
    std::unique_ptr<BenchDesk> desk(new BenchDesk);
    auto store = StoreThread::open(path, benchKey(), desk->m_clock);
    if (!store)
        return store.error();
    const auto caller = hub.ambassador();
    if (!caller)
        return caller.error();
    desk->m_hub = &hub;
    desk->m_store = std::move(store).value();
    const auto device = desk->write<Id>([](DeskStore &s) { return Result<Id>(s.device()); });
    desk->m_actor = caller->actor;
    desk->m_actor.device = device.value();
    desk->m_transport =
        std::make_unique<HttpTransport>(QUrl(u"https://127.0.0.1:%1"_s.arg(hub.port())), desk->m_clock, desk->m_log);
    desk->m_transport->setPin(hub.fingerprint());
    desk->m_engine =
        std::make_unique<SyncEngine>(*desk->m_store, *desk->m_transport, desk->m_scheduler, desk->m_clock, desk->m_random);
    return desk;
}

BenchDesk::~BenchDesk()
{
    m_engine.reset();
    m_transport.reset();
    if (m_store)
        m_store->close();
}

Status BenchDesk::syncAll()
{
    QEventLoop loop;
    std::optional<Error> error;
    bool hasBegun = !m_engine->isSignedIn(); // what was queued outside the engine is not in its count yet
    const auto look = [&] {
        const SyncState &s = m_engine->state();
        hasBegun = hasBegun || s.phase == SyncPhase::Pushing;
        if (hasBegun && s.phase == SyncPhase::UpToDate && s.outbox.queued == 0)
            loop.quit();
        if (s.phase == SyncPhase::Refused || s.phase == SyncPhase::Offline) {
            error = s.reason.value_or(Error{ErrorCode::Network, {}});
            loop.quit();
        }
    };
    QObject::connect(m_engine.get(), &SyncEngine::stateChanged, &loop, look);
    QObject::connect(m_engine.get(), &SyncEngine::signInFailed, &loop, [&](const Error &e) {
        error = e;
        loop.quit();
    });
    if (m_engine->isSignedIn())
        m_engine->localWorkQueued();
    else
        m_engine->signIn(u"m.roussel"_s, QString::fromLatin1(benchPassword));
    loop.exec(); // the bench is the program: nothing else waits here
    return error ? Status(*error) : success();
}

void BenchDesk::goOffline()
{
    QEventLoop loop;
    QObject::connect(m_engine.get(), &SyncEngine::stopped, &loop, &QEventLoop::quit);
    m_engine->stop();
    loop.exec();
}

} // namespace parvis
