#include "deliverythread.h"

#include "terminal.h"
#include "text.h"

#include <algorithm>
#include <chrono>

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 longestMs = 60 * minuteMs; // a clock may be set
constexpr std::chrono::seconds together(1); // what comes with one push goes into one mail

} // namespace

DeliveryThread::DeliveryThread(Hub &hub, const Clock &clock, const QString &name, Deliver deliver)
    : m_clock(clock),
      m_name(name),
      m_deliver(std::move(deliver)),
      m_news(hub.onHeadMoved([this](const Cursor &) {
          const std::lock_guard lock(m_mutex);
          m_hasNews = true;
          m_woken.notify_all();
      })),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{}

DeliveryThread::~DeliveryThread() = default;

void DeliveryThread::report(const DeliveryRound &round) const
{
    const QString why = round.trouble ? round.trouble->detail : QString();
    if (round.sent > 0)
        //: %1: "E-mail to citizens", "SMS"
        say(Text::tr("%1: %n sent.", nullptr, round.sent).arg(m_name));
    if (round.refused > 0)
        //: %1: "E-mail to citizens", "SMS"; %2: what a server said
        say(Text::tr("%1: %n refused for good (%2).", nullptr, round.refused).arg(m_name, why));
    if (round.later > 0)
        //: %1: "E-mail to citizens", "SMS"; %2: what a server said
        say(Text::tr("%1: %n to be tried again (%2).", nullptr, round.later).arg(m_name, why));
    if (round.uncertain > 0)
        //: %1: "E-mail to citizens", "SMS"; %2: what broke
        say(Text::tr("%1: of %n nobody knows whether it went; an agent decides (%2).", nullptr, round.uncertain)
                .arg(m_name, why));
}

void DeliveryThread::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto round = m_deliver([&stop] { return !stop.stop_requested(); });
        if (!round) {
            //: %1: "E-mail to citizens", "SMS"; %2: an error
            say(Text::tr("%1 waits: %2").arg(m_name, inWords(round.error())));
            waitFor(stop, {m_clock.now().ms + minuteMs}, true);
            continue;
        }
        report(*round);
        waitFor(stop, round->lookAgain, round->isHeldUp);
    }
}

void DeliveryThread::waitFor(const std::stop_token &stop, Instant at, bool isHeldUp)
{
    const qint64 ms = at.isSet() ? std::clamp<qint64>(at.ms - m_clock.now().ms, 0, longestMs) : longestMs;
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, stop, std::chrono::milliseconds(ms), [this, isHeldUp] { return m_hasNews && !isHeldUp; });
    if (std::exchange(m_hasNews, false) && !isHeldUp)
        m_woken.wait_for(lock, stop, together, [] { return false; });
}

} // namespace parvis
