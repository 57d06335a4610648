#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

namespace parvis {

//! Where the engine's waits come from, so that the simulation can decide time. One thread.
class Scheduler
{
public:
    virtual ~Scheduler() = default;

    //! Calls \a fn once, \a ms from now, from the event loop. Never from inside start(). The answer is never 0.
    virtual qint64 start(qint64 ms, std::function<void()> fn) = 0;
    virtual void cancel(qint64 timer) = 0; //!< nothing if it has fired, or for 0
};

//! Real time by the thread's event loop.
class EventLoopScheduler final : public QObject, public Scheduler
{
    Q_OBJECT
public:
    using QObject::QObject;
    qint64 start(qint64 ms, std::function<void()> fn) override;
    void cancel(qint64 timer) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<int, std::function<void()>> m_waiting;
};

} // namespace parvis
