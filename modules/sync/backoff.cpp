#include "sync/backoff.h"

#include <algorithm>

namespace parvis {

qint64 Backoff::nextMs(int retryAfterSeconds)
{
    const qint64 bound = std::min(longestMs, firstMs << std::min(m_failures, 7));
    ++m_failures;
    const qint64 least = std::max<qint64>(firstMs / 2, qint64(retryAfterSeconds) * 1'000);
    // The jitter comes on top of the peer's wish too: those whom it sent away together should not return together.
    return least + m_random.bounded(bound);
}

} // namespace parvis
