#include "hub/throttle.h"

#include "base/text.h"

#include <algorithm>

namespace parvis {

namespace {

constexpr int longestDelay = 300; // seconds: a stranger must not lock an agent out for long
constexpr qint64 memoryMs = 60 * 60 * 1000;
constexpr qsizetype mostCounts = 20'000;

int waitSeconds(int attempts, Instant last, int free, Instant now)
{
    if (attempts < free)
        return 0;
    const int delay = std::min(longestDelay, 1 << std::min(attempts - free, 10));
    const qint64 left = last.ms + delay * 1000LL - now.ms;
    return int(std::clamp<qint64>((left + 999) / 1000, 0, longestDelay));
}

QString loginKey(const QString &login)
{
    return u'l' + folded(login).left(100);
}

QString peerKey(const QString &peer)
{
    return u'p' + peer;
}

} // namespace

int Throttle::attempt(const QString &login, const QString &peer)
{
    const Instant now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    const Count forLogin = recent(loginKey(login), now);
    const Count forPeer = recent(peerKey(peer), now);
    const int wait = std::max(waitSeconds(forLogin.attempts, forLogin.last, m_free.login, now),
                              waitSeconds(forPeer.attempts, forPeer.last, m_free.peer, now));
    if (wait > 0)
        return wait;
    m_counts.insert(loginKey(login), {forLogin.attempts + 1, now});
    m_counts.insert(peerKey(peer), {forPeer.attempts + 1, now});
    return 0;
}

void Throttle::succeeded(const QString &login, const QString &peer)
{
    const std::lock_guard lock(m_mutex);
    m_counts.remove(loginKey(login));
    const auto byPeer = m_counts.find(peerKey(peer));
    if (byPeer != m_counts.end())
        byPeer->attempts = std::max(0, byPeer->attempts - 1);
}

Throttle::Count Throttle::recent(const QString &key, Instant now) const
{
    const Count count = m_counts.value(key);
    return count.last.ms + memoryMs < now.ms ? Count{} : count;
}

void Throttle::forgetOld(Instant now)
{
    if (m_counts.size() < mostCounts)
        return;
    m_counts.removeIf([now](const auto &entry) { return entry.value().last.ms + memoryMs < now.ms; });
}

} // namespace parvis
