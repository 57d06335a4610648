#include "world.h"

#include <QtCore/QCoreApplication>

namespace parvis {

qint64 World::at(qint64 delayMs, std::function<void()> fn)
{
    m_events.insert({now + delayMs, {++m_last, std::move(fn)}});
    return m_last;
}

void World::cancel(qint64 event)
{
    for (auto it = m_events.begin(); event != 0 && it != m_events.end(); ++it) {
        if (it->second.id == event) {
            m_events.erase(it);
            return;
        }
    }
}

bool World::runNext(qint64 limit)
{
    if (m_events.empty() || m_events.begin()->first > limit)
        return false;
    auto next = m_events.extract(m_events.begin());
    now = next.key();
    next.mapped().fn();
    settle();
    return true;
}

void World::runFor(qint64 ms)
{
    const qint64 limit = now + ms;
    settle();
    while (runNext(limit)) {
    }
    now = limit;
}

void World::settle()
{
    qint64 before = -1;
    while (std::exchange(before, m_delivered.count) != m_delivered.count) { // what an event posts comes in the next round
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

DeliveryCounter::DeliveryCounter()
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool DeliveryCounter::eventFilter(QObject *, QEvent *)
{
    ++count;
    return false;
}

} // namespace parvis
