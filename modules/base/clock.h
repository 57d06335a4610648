#pragma once

#include <QtCore/QtGlobal>

namespace parvis {

//! A point in time: UTC milliseconds since 1970; 0 means "not set".
struct Instant
{
    qint64 ms = 0;

    bool isSet() const { return ms != 0; }
    auto operator<=>(const Instant &) const = default;
};

//! Where a program learns the time, so that tests and the simulation can decide it. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

//! A clock that moves only when told.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start = {1'780'000'000'000}) : m_now(start) {}
    Instant now() const override { return m_now; }
    void set(Instant instant) { m_now = instant; }
    void advance(qint64 ms) { m_now.ms += ms; }

private:
    Instant m_now;
};

} // namespace parvis
