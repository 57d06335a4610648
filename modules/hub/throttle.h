#pragma once

#include "base/clock.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <mutex>

namespace parvis {

//! Slows down who guesses passwords: failed attempts count for the login and for the address that calls, each with growing
//! delays. An attempt counts as failed until it succeeds, so that guesses in parallel gain nothing. Lives in memory. Thread safe.
class Throttle
{
public:
    //! How many attempts within an hour cost nothing.
    struct Free
    {
        int login = 5; //!< somebody who mistypes
        int peer = 40; //!< a town hall behind one address
    };
    explicit Throttle(const Clock &clock) : Throttle(clock, Free()) {}
    Throttle(const Clock &clock, const Free &free) : m_clock(clock), m_free(free) {}

    //! 0: go on, and the attempt counts; otherwise the seconds to wait, and it does not.
    int attempt(const QString &login, const QString &peer);
    void succeeded(const QString &login, const QString &peer);

private:
    struct Count
    {
        int attempts = 0;
        Instant last;
    };

    Count recent(const QString &key, Instant now) const;
    void forgetOld(Instant now);

    const Clock &m_clock;
    const Free m_free;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace parvis
