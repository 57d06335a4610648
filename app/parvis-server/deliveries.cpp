#include "deliveries.h"

#include "channels/bouncedelivery.h"
#include "text.h"

namespace parvis {

namespace {

constexpr qint64 returnsEveryMs = 5LL * 60'000;

//! Of what came back; the mailbox is looked into again after a while, whether it could be read or not.
DeliveryRound readReturns(ImapReader &reader, Hub &hub, const Clock &clock, const MailAddress &from,
                          const std::function<bool()> &goesOn)
{
    const auto read = reader.read([&hub, &from](const FoundMail &mail) { return takeReturned(hub, mail.bytes, from); }, goesOn);
    if (read && read->handled > 0)
        say(Text::tr("Returned mail: %n read.", nullptr, read->handled));
    if (!read && read.error().code != ErrorCode::Aborted)
        //: %1: what a server said
        say(Text::tr("The mailbox of returned mail cannot be read and is tried again (%1).").arg(read.error().detail));
    DeliveryRound round;
    round.isHeldUp = true; // nothing that is queued here concerns it
    round.lookAgain = {clock.now().ms + returnsEveryMs};
    return round;
}

} // namespace

Deliveries::Deliveries(Hub &hub, const Clock &clock, const Ways &ways)
{
    const auto start = [this, &hub, &clock](const QString &name, DeliveryThread::Deliver deliver) {
        m_threads.push_back(std::make_unique<DeliveryThread>(hub, clock, name, std::move(deliver)));
    };
    if (ways.mail) {
        m_smtp = std::make_unique<SmtpSender>(ways.mail->smtp);
        m_notices = std::make_unique<MailDelivery>(hub, *m_smtp, clock, ways.mail->sender);
        // To citizens it is the town that writes, not its program.
        m_replies =
            std::make_unique<OutgoingMailDelivery>(hub, *m_smtp, clock, MailAddress{QString(), ways.mail->sender.address});
        start(Text::tr("E-mail to agents"), [this](const auto &goesOn) { return m_notices->deliver(goesOn); });
        start(Text::tr("E-mail to citizens"), [this](const auto &goesOn) { return m_replies->deliver(goesOn); });
    }
    if (ways.sms) {
        m_gateway = std::make_unique<HttpSmsGateway>(ways.sms->gateway);
        m_sms = std::make_unique<OutgoingSmsDelivery>(hub, *m_gateway, clock);
        start(Text::tr("SMS"), [this](const auto &goesOn) { return m_sms->deliver(goesOn); });
    }
    if (ways.mail && ways.bounces) {
        m_returns = std::make_unique<ImapReader>(ways.bounces->imap);
        start(Text::tr("Returned mail"), [this, &hub, &clock, from = ways.mail->sender](const auto &goesOn) {
            return Result<DeliveryRound>(readReturns(*m_returns, hub, clock, from, goesOn));
        });
    }
}

Deliveries::~Deliveries() = default;

} // namespace parvis
