#include "base/async.h"
#include "sync/engine.h"

namespace parvis {

namespace {

constexpr qint64 presenceMs = 8'000; // how soon a colleague is seen, and how often a desk says that it is still there

} // namespace

// Beside the exchange, not a part of it: what is said here is true for seconds, and a word that is lost is said again.

void SyncEngine::look(const Look &look)
{
    if (look == m_look)
        return;
    const bool isOther = look.request != m_look.request;
    m_look = look;
    if (isOther)
        Q_EMIT onlookersChanged(m_look.request, {});
    tellPresence();
}

void SyncEngine::tellPresence()
{
    m_scheduler.cancel(std::exchange(m_presenceTimer, 0));
    if (m_isStopping)
        return;
    if (!m_look.request.isNull())
        wait(m_presenceTimer, presenceMs, &SyncEngine::tellPresence);
    if (!m_session || !m_state.isLive) // without the hub nobody is seen
        return;
    whenReady(m_transport.look(m_session->access, m_look), this,
              [this, life = m_life, request = m_look.request](const Result<QList<Onlooker>> &others) {
                  if (life == m_life && request == m_look.request && !request.isNull())
                      Q_EMIT onlookersChanged(request, others ? others.value() : QList<Onlooker>());
              });
}

} // namespace parvis
