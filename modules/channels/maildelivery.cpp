#include "channels/maildelivery.h"

#include "channels/noticemail.h"

#include <algorithm>

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int mostMinutes = 30;
constexpr int mostDoublings = 5;

bool isOfTheServer(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Certificate || code == ErrorCode::Unauthenticated ||
           code == ErrorCode::Aborted;
}

} // namespace

Result<DeliveryRound> MailDelivery::deliver(const std::function<bool()> &goesOn)
{
    DeliveryRound round;
    const auto hello = m_hub.hello();
    if (!hello)
        return hello.error();
    while (goesOn()) {
        const auto mail = m_hub.claimMail();
        if (!mail)
            return mail.error();
        if (!*mail)
            break;
        Status sent = m_carrier.send(noticeMail(**mail, m_from, hello->town, m_clock.now()), goesOn);
        if (!sent && sent.error().code == ErrorCode::InvalidInput) // no form of it could be sent
            sent = Error{ErrorCode::Forbidden, sent.error().detail};
        if (!sent && sent.error().code == ErrorCode::Aborted)
            return round; // as it was: the next start sends it
        if (const Status settled = m_hub.settleMail(**mail, sent); !settled)
            return settled.error();
        if (sent) {
            ++round.sent;
            m_troubles = 0;
            continue;
        }
        round.trouble = sent.error();
        ++(sent.error().code == ErrorCode::Forbidden ? round.refused : round.later);
        if (isOfTheServer(sent.error().code)) {
            const int minutes = std::min(1 << std::min(m_troubles++, mostDoublings), mostMinutes);
            round.isHeldUp = true;
            round.lookAgain = {m_clock.now().ms + minutes * minuteMs};
            return round;
        }
    }
    const auto counts = m_hub.mailCounts();
    if (!counts)
        return counts.error();
    round.lookAgain = counts->next;
    return round;
}

} // namespace parvis
