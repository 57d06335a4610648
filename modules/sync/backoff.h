#pragma once

#include <QtCore/QRandomGenerator>

namespace parvis {

//! How long to wait after the n-th failure in a row: full jitter (a wait between half a second and a bound that doubles from 1 s
//! to 2 min), so that the desks of a town don't come back all at once after their hub was away.
class Backoff
{
public:
    static constexpr qint64 firstMs = 1'000;
    static constexpr qint64 longestMs = 120'000;

    explicit Backoff(QRandomGenerator &random) : m_random(random) {}
    qint64 nextMs(int retryAfterSeconds); //!< never earlier than the peer asked
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    QRandomGenerator &m_random;
    int m_failures = 0;
};

} // namespace parvis
