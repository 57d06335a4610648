#pragma once

#include "domain/dispatch.h"
#include "hub/commit.h"

// What goes out to citizens: made in the transaction of the approval, or of the reception, that causes it, so that neither is
// without the other; taken by whoever sends, one at a time. What was handed over and never answered for is not sent again by
// itself: of two evils, a citizen who hears nothing is noticed by the town, one who is told twice is not.

namespace parvis {

//! How long an approval can be taken back before the hub sends.
constexpr qint64 takeBackMs = 60'000;

//! The next number of outgoing mail of the body that \a service belongs to, in the year of \a at: "VILLE-D-2026-000123".
Result<QString> outgoingNumber(Commit &commit, const Id &service, Instant at);

//! Makes, or takes back, what goes out when a reply's state changes from that of \a before (empty: it is new) to that of \a
//! after.
Status followReply(Commit &commit, const Id &reply, const QJsonObject &before, const QJsonObject &after, const Author &author);

//! What an agent says of a dispatch: queues it again; the request is answered when the answer has gone.
Status followDispatch(Commit &commit, const Id &dispatch, const QJsonObject &before, const QJsonObject &after,
                      const Author &author);

//! A letter that a contact leaves to be posted goes among the outgoing mail, to the citizen of the request and in the name of who
//! left it, whatever the contact says, and out of it again if that is taken back before it was printed. Of a citizen without a
//! postal address none is made.
Status followContact(Commit &commit, const Id &contact, const QJsonObject &before, const QJsonObject &after,
                     const Author &author);

//! Tells the citizen of a request that it came (CRPA L. 112-3), once, by the channel that they chose: when it comes, or when they
//! are named later. Nothing of what was
//! answered on the spot, by telephone or at the counter, and where the hub has no way to send. What the town's texts can't say
//! for want of something is recorded as failed, with what is missing.
Status acknowledge(Commit &commit, const Id &request, const QJsonObject &document);

//! One thing to send, as it was approved.
struct OutgoingItem
{
    Id id;
    Dispatch dispatch;
    QString number; //!< of the request

    bool operator==(const OutgoingItem &) const = default;
};

//! What is due first on \a channel, from now on Sending. Nothing: nothing is due.
Result<std::optional<OutgoingItem>> claimOutgoing(Commit &commit, ReplyChannel channel);

enum class SendOutcome {
    Sent,
    Refused,  //!< it will never be taken
    Later,    //!< it was surely not taken: to be tried again
    Uncertain //!< it may have been taken
};
struct SendReport
{
    SendOutcome outcome = SendOutcome::Sent;
    QString messageId; //!< of the mail; the gateway's own of an SMS
    QString error;     //!< untranslated, without personal data
};
//! What is put off too often has failed. An SMS that was taken is followed from then on.
Status settleOutgoing(Commit &commit, const Id &dispatch, const SendReport &report);

//! What was taken, and its gateway will tell more of it; in no order.
Result<QList<OutgoingItem>> followedOutgoing(HubReader &store, ReplyChannel channel);

//! At the start of whoever sends: what was being handed over when it ended may have gone.
Status recoverOutgoing(Commit &commit, ReplyChannel channel);

//! What the other side says later of what it took: delivered, or come back. Unknown or of another state: no effect, and false.
Result<bool> reportDelivery(Commit &commit, const Id &dispatch, bool isDelivered, const QString &error);

} // namespace parvis
