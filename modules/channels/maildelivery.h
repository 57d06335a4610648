#pragma once

#include "channels/smtpsender.h"
#include "hub/hub.h"

namespace parvis {

//! What a round of deliveries did.
struct DeliveryRound
{
    int sent = 0;
    int refused = 0;              //!< never to be taken
    int later = 0;                //!< to be tried again
    int uncertain = 0;            //!< it may have gone; people are asked
    std::optional<Error> trouble; //!< the last one that a mail met
    bool isHeldUp = false;        //!< the server takes nothing from us: what is queued meanwhile must wait too
    Instant lookAgain;            //!< not set: when something new is queued
};

//! Takes what the hub has to tell by e-mail to the mail server. One at a time: who calls it, waits.
class MailDelivery
{
public:
    //! All must outlive it.
    MailDelivery(Hub &hub, MailCarrier &carrier, const Clock &clock, MailAddress from)
        : m_hub(hub), m_carrier(carrier), m_clock(clock), m_from(std::move(from))
    {}

    //! Sends all that is due. A server that takes nothing from us ends the round, and is left alone for a while, longer each
    //! time. Errors are the store's.
    Result<DeliveryRound> deliver(const std::function<bool()> &goesOn);

private:
    Hub &m_hub;
    MailCarrier &m_carrier;
    const Clock &m_clock;
    const MailAddress m_from;
    int m_troubles = 0; //!< in a row
};

} // namespace parvis
