#pragma once

#include "channels/outgoingdelivery.h"
#include "deliverythread.h"
#include "mailoptions.h"

#include <memory>
#include <vector>

namespace parvis {

//! What a hub sends while it serves, and where it learns what became of it. Each way has a thread of its own.
class Deliveries
{
public:
    struct Ways
    {
        std::optional<MailOptions> mail;
        std::optional<SmsOptions> sms;
        std::optional<BounceOptions> bounces;
    };

    //! \a hub and \a clock must outlive it.
    Deliveries(Hub &hub, const Clock &clock, const Ways &ways);
    ~Deliveries();
    Q_DISABLE_COPY_MOVE(Deliveries)

private:
    std::unique_ptr<SmtpSender> m_smtp;
    std::unique_ptr<HttpSmsGateway> m_gateway;
    std::unique_ptr<ImapReader> m_returns;
    std::unique_ptr<MailDelivery> m_notices;
    std::unique_ptr<OutgoingDelivery> m_replies, m_sms;
    std::vector<std::unique_ptr<DeliveryThread>> m_threads; // last: end first
};

} // namespace parvis
