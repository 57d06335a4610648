#include "channels/bouncedelivery.h"

#include "channels/bounce.h"
#include "channels/outgoingdelivery.h"

namespace parvis {

Result<MailboxReader::Verdict> takeReturned(Hub &hub, const QByteArray &mail, const MailAddress &from)
{
    using Verdict = MailboxReader::Verdict;
    const auto bounce = bounceOf(mail);
    if (!bounce || !*bounce)
        return Verdict::NotOurs;
    const auto dispatch = dispatchOfMessage((*bounce)->messageId, from);
    if (!dispatch)
        return Verdict::NotOurs;
    bool isOurs = true;
    for (const BouncedRecipient &recipient : (*bounce)->recipients) {
        const bool isFailed = recipient.action == BouncedRecipient::Action::Failed;
        if (!isFailed && recipient.action != BouncedRecipient::Action::Delivered)
            continue; // delayed: another one follows
        const auto told = hub.reportDelivery(*dispatch, !isFailed, isFailed ? recipient.status : QString());
        if (!told)
            return told.error();
        isOurs = isOurs && told.value();
    }
    // One that came twice changes nothing, and is nobody's work either.
    return isOurs || (*bounce)->recipients.isEmpty() ? Verdict::Handled : Verdict::NotOurs;
}

} // namespace parvis
