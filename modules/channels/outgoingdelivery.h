#pragma once

#include "channels/maildelivery.h"
#include "channels/smscarrier.h"

namespace parvis {

//! The e-mail that a dispatch is. The Message-ID is that of the dispatch, at the domain of \a from: the same whenever it goes
//! again. \a files: in the order of Dispatch::attachments.
MailMessage outgoingMail(const OutgoingItem &item, const MailAddress &from, const QList<QByteArray> &files, Instant now);

//! The dispatch that a Message-ID of outgoingMail() is of; nothing: of another mail. \a from as there.
std::optional<Id> dispatchOfMessage(const QString &messageId, const MailAddress &from);

//! What the mail server's or the gateway's word means for what was handed over.
SendReport reportOfMail(const Status &sent, const QString &messageId);
SendReport reportOfSms(const Result<SmsReceipt> &sent, const QString &reference);

//! The reference under which an SMS is handed over: the same while the gateway's word is looked for, so that it goes once;
//! another one when an agent queues it again.
QString smsReference(const OutgoingItem &item);

//! Takes what citizens are told to where it goes, one after the other. At most once: what may have been taken is not sent again
//! by itself. One object for each channel, used by one thread.
class OutgoingDelivery
{
public:
    virtual ~OutgoingDelivery() = default;

    //! Sends all that is due. A server that takes nothing from us ends the round, and is left alone for a while, longer each
    //! time. Errors are the store's.
    Result<DeliveryRound> deliver(const std::function<bool()> &goesOn);

protected:
    OutgoingDelivery(Hub &hub, const Clock &clock, ReplyChannel channel) : m_hub(hub), m_clock(clock), m_channel(channel) {}
    struct Sent
    {
        SendReport report;
        std::optional<Error> trouble;
        bool isOfTheServer = false; //!< whatever we send now meets the same
    };
    virtual Sent send(const OutgoingItem &item, const std::function<bool()> &goesOn) = 0;
    //! What is to be done beside; when again (not set: never).
    virtual Result<Instant> follow(const std::function<bool()> & /*goesOn*/) { return Instant(); }

    Hub &m_hub; // outlives this
    const Clock &m_clock;

private:
    const ReplyChannel m_channel;
    bool m_isRecovered = false;
    int m_troubles = 0; //!< in a row
};

class OutgoingMailDelivery final : public OutgoingDelivery
{
public:
    //! All must outlive it.
    OutgoingMailDelivery(Hub &hub, MailCarrier &carrier, const Clock &clock, const MailAddress &from)
        : OutgoingDelivery(hub, clock, ReplyChannel::Email), m_carrier(carrier), m_from(from)
    {}

protected:
    Sent send(const OutgoingItem &item, const std::function<bool()> &goesOn) override;

private:
    MailCarrier &m_carrier;
    MailAddress m_from; //!< without a name: the town's
};

//! Asks the gateway, too, what became of what it took, now or before the server was last started.
class OutgoingSmsDelivery final : public OutgoingDelivery
{
public:
    //! All must outlive it.
    OutgoingSmsDelivery(Hub &hub, SmsCarrier &carrier, const Clock &clock)
        : OutgoingDelivery(hub, clock, ReplyChannel::Sms), m_carrier(carrier)
    {}

protected:
    Sent send(const OutgoingItem &item, const std::function<bool()> &goesOn) override;
    Result<Instant> follow(const std::function<bool()> &goesOn) override;

private:
    struct Followed
    {
        Id dispatch;
        QString gatewayId;
        Instant since, next;
    };
    Status remember();

    SmsCarrier &m_carrier;
    QList<Followed> m_followed;
    bool m_remembers = false; //!< what was sent before this began
};

} // namespace parvis
