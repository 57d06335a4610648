#pragma once

#include "channels/maildelivery.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace parvis {

//! Delivers what the hub has to tell, in a thread of its own: what waits when it starts, then whenever something is queued or
//! due. Says what it did, without addresses.
class DeliveryThread
{
public:
    //! A round; \a goesOn becomes false when it is to end.
    using Deliver = std::function<Result<DeliveryRound>(const std::function<bool()> &goesOn)>;

    //! \a hub and \a clock must outlive it. \a name: "Mail".
    DeliveryThread(Hub &hub, const Clock &clock, const QString &name, Deliver deliver);
    ~DeliveryThread(); //!< what is being sent is given up, and settled
    Q_DISABLE_COPY_MOVE(DeliveryThread)

private:
    void run(const std::stop_token &stop);
    void report(const DeliveryRound &round) const;
    //! Until \a at (not set: as long as it takes), or until something is queued, unless \a isHeldUp.
    void waitFor(const std::stop_token &stop, Instant at, bool isHeldUp);

    const Clock &m_clock;
    const QString m_name;
    const Deliver m_deliver;
    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    bool m_hasNews = false;
    HeadSubscription m_news;
    std::jthread m_thread; // last: ends first
};

} // namespace parvis
