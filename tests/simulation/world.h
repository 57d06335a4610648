#pragma once

#include "base/clock.h"
#include "sync/scheduler.h"

#include <QtCore/QRandomGenerator>

#include <map>

namespace parvis {

//! Counts what Qt delivers in this thread.
class DeliveryCounter final : public QObject
{
public:
    DeliveryCounter();
    bool eventFilter(QObject *, QEvent *) override;
    qint64 count = 0;
};

//! The simulated time and its one source of chance. Whatever happens, happens in the order of this queue.
class World
{
public:
    explicit World(quint32 seed) : random(seed) {}

    qint64 at(qint64 delayMs, std::function<void()> fn);
    void cancel(qint64 event);
    //! Goes on to the next event, and lets Qt deliver what follows from it. False if there is none up to \a limit.
    bool runNext(qint64 limit);
    void runFor(qint64 ms);
    void settle(); //!< delivers what is posted

    bool chance(double p) { return random.bounded(1.0) < p; }
    int pick(int count) { return int(random.bounded(count)); }

    bool isTalking = false; //!< prints what passes, to follow a replay
    static constexpr qint64 epoch = 1'780'000'000'000;
    qint64 now = 0; //!< ms since the beginning
    QRandomGenerator random;

private:
    struct Event
    {
        qint64 id;
        std::function<void()> fn;
    };
    std::multimap<qint64, Event> m_events;
    DeliveryCounter m_delivered;
    qint64 m_last = 0;
};

//! A computer's clock: some are years off.
class SimClock final : public Clock
{
public:
    explicit SimClock(const World &world, qint64 offset = 0) : m_world(world), m_offset(offset) {}
    Instant now() const override { return {World::epoch + m_world.now + m_offset}; }
    void setOffset(qint64 ms) { m_offset = ms; }

private:
    const World &m_world;
    qint64 m_offset;
};

class SimScheduler final : public Scheduler
{
public:
    explicit SimScheduler(World &world) : m_world(world) {}
    qint64 start(qint64 ms, std::function<void()> fn) override { return m_world.at(ms, std::move(fn)); }
    void cancel(qint64 timer) override { m_world.cancel(timer); }

private:
    World &m_world;
};

} // namespace parvis
