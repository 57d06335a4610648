#include "sync/scheduler.h"

#include <QtCore/QTimerEvent>

#include <utility>

namespace parvis {

qint64 EventLoopScheduler::start(qint64 ms, std::function<void()> fn)
{
    const int timer = startTimer(std::chrono::milliseconds(ms));
    m_waiting.insert(timer, fn);
    return timer;
}

void EventLoopScheduler::cancel(qint64 timer)
{
    if (m_waiting.remove(int(timer)))
        killTimer(int(timer));
}

void EventLoopScheduler::timerEvent(QTimerEvent *event)
{
    const int timer = event->timerId();
    killTimer(timer);
    if (const auto fn = m_waiting.take(timer))
        fn();
}

} // namespace parvis
