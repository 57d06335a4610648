#include "ui_common/dispatchwords.h"

#include "ui_common/words.h"

#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct DispatchWords
{
    Q_DECLARE_TR_FUNCTIONS(DispatchWords)
};

QString sentWord(ReplyChannel channel)
{
    switch (channel) {
    //: of a letter
    case ReplyChannel::Letter: return DispatchWords::tr("posted");
    //: of what was told on the telephone
    case ReplyChannel::Phone: return DispatchWords::tr("said");
    case ReplyChannel::Counter: return DispatchWords::tr("handed over");
    default: break;
    }
    //: of an e-mail or an SMS
    return DispatchWords::tr("sent");
}

QString queuedWord(ReplyChannel channel)
{
    switch (channel) {
    //: of a letter
    case ReplyChannel::Letter: return DispatchWords::tr("to print");
    //: of what is to be told on the telephone
    case ReplyChannel::Phone: return DispatchWords::tr("to call");
    case ReplyChannel::Counter: return DispatchWords::tr("to hand over");
    default: break;
    }
    //: of an e-mail or an SMS that waits for the hub
    return DispatchWords::tr("to be sent");
}

//! What an enhanced status code (RFC 3463) says, or the class of a plain one (RFC 5321); empty: nothing that helps.
QString mailWords(const QString &error)
{
    static const QRegularExpression enhanced(uR"(\b([245])\.(\d{1,3})\.(\d{1,3})\b)"_s);
    const auto found = enhanced.match(error);
    const QString code = found.hasMatch() ? u"%1.%2"_s.arg(found.captured(2), found.captured(3)) : QString();
    if (code == "1.1"_L1 || code == "1.6"_L1 || code == "1.10"_L1)
        return DispatchWords::tr("there is no such mailbox");
    if (code == "1.2"_L1 || code == "4.4"_L1)
        return DispatchWords::tr("there is no such address on the Internet");
    if (code == "2.1"_L1)
        return DispatchWords::tr("the mailbox takes no mail");
    if (code == "2.2"_L1)
        return DispatchWords::tr("the mailbox is full");
    if (code == "2.3"_L1 || code == "3.4"_L1)
        return DispatchWords::tr("the mail is too large for the mailbox");
    if (found.captured(2) == "7"_L1)
        return DispatchWords::tr("the receiving server does not want it");
    static const QRegularExpression noMailbox(uR"(\b(550|551|553)\b)"_s);
    return noMailbox.match(error).hasMatch() ? DispatchWords::tr("the receiving server knows no such mailbox") : QString();
}

QString failureText(const Dispatch &d)
{
    if (d.error.startsWith(incompleteText))
        //: an acknowledgement that could not be written; %1: names of fields of a template
        return DispatchWords::tr("The acknowledgement could not be written: %1 is missing.")
            .arg(d.error.mid(incompleteText.size()));
    if (d.error == "returned"_L1)
        return DispatchWords::tr("The post brought the letter back.");
    if (d.channel == ReplyChannel::Phone)
        return DispatchWords::tr("The citizen could not be reached.");
    if (d.channel == ReplyChannel::Counter)
        return DispatchWords::tr("Nobody came for it.");
    const QString why = d.channel == ReplyChannel::Email ? mailWords(d.error) : QString();
    if (!why.isEmpty())
        //: %1: "the mailbox is full"; %2: the server's own words
        return DispatchWords::tr("It did not arrive: %1 (%2).").arg(why, d.error);
    return d.error.isEmpty() ? DispatchWords::tr("It did not arrive.")
                             //: %1: what a server said
                             : DispatchWords::tr("It did not arrive (%1).").arg(d.error);
}

} // namespace

QString word(DispatchState state, ReplyChannel channel)
{
    switch (state) {
    case DispatchState::Queued: return queuedWord(channel);
    //: of an e-mail or SMS that is just being handed over
    case DispatchState::Sending: return DispatchWords::tr("being sent");
    //: of a letter that is on paper
    case DispatchState::Printed: return DispatchWords::tr("printed");
    case DispatchState::Sent: return sentWord(channel);
    //: of an e-mail or SMS
    case DispatchState::Delivered: return DispatchWords::tr("delivered");
    //: of an e-mail, SMS, letter
    case DispatchState::Failed: return DispatchWords::tr("failed");
    //: of an e-mail or SMS: nobody knows whether it was taken
    case DispatchState::Uncertain: return DispatchWords::tr("may have gone");
    //: of what was not sent
    case DispatchState::Cancelled: return DispatchWords::tr("cancelled");
    }
    return {};
}

QString word(DispatchPurpose purpose)
{
    switch (purpose) {
    //: what a letter is
    case DispatchPurpose::Answer: return DispatchWords::tr("answer");
    //: a letter that says how a request stands
    case DispatchPurpose::Interim: return DispatchWords::tr("interim reply");
    //: of a request
    case DispatchPurpose::Acknowledgement: return DispatchWords::tr("acknowledgement");
    //: a letter that says that a request was passed on to another authority
    case DispatchPurpose::Transfer: return DispatchWords::tr("transfer");
    }
    return {};
}

QString iconFor(ReplyChannel channel)
{
    switch (channel) {
    case ReplyChannel::Email: return u"at-sign"_s;
    case ReplyChannel::Sms: return u"message-square-text"_s;
    case ReplyChannel::Phone: return u"phone"_s;
    case ReplyChannel::Letter: return u"mail"_s;
    case ReplyChannel::Counter: return u"landmark"_s;
    case ReplyChannel::None: break;
    }
    return u"send"_s;
}

ChipLook chipFor(const Dispatch &dispatch)
{
    const QString said = word(dispatch.state, dispatch.channel);
    switch (dispatch.state) {
    case DispatchState::Queued:
        return isSentByHub(dispatch.channel) ? ChipLook{u"clock"_s, said, Tone::Neutral}
                                             : ChipLook{u"hand"_s, said, Tone::DueToday};
    case DispatchState::Sending: return {u"send"_s, said, Tone::Neutral};
    case DispatchState::Printed: return {u"printer"_s, said, Tone::DueToday};
    case DispatchState::Sent: return {u"check"_s, said, Tone::OnTime};
    case DispatchState::Delivered: return {u"circle-check"_s, said, Tone::OnTime};
    case DispatchState::Failed: return {u"triangle-alert"_s, said, Tone::Late};
    case DispatchState::Uncertain: return {u"circle-help"_s, said, Tone::Held};
    case DispatchState::Cancelled: return {u"circle-x"_s, said, Tone::Muted};
    }
    return {};
}

QString troubleText(const Dispatch &d)
{
    if (d.state == DispatchState::Failed)
        return failureText(d);
    if (d.state != DispatchState::Uncertain)
        return {};
    return d.error == "stopped"_L1
               ? DispatchWords::tr("The hub was stopped while it handed this over: nobody knows whether it went.")
               //: %1: what broke, in a server's words
               : DispatchWords::tr("The connection broke while this was handed over: nobody knows whether it went (%1).")
                     .arg(d.error);
}

QString adviceText(const Dispatch &d)
{
    if (d.state == DispatchState::Uncertain)
        return DispatchWords::tr(
            "It may have gone: ask the citizen first. If nothing came, queue it again; otherwise say that it was received.");
    if (d.state != DispatchState::Failed)
        return {};
    if (d.error.startsWith(incompleteText))
        return DispatchWords::tr("Open the request and write to the citizen yourself.");
    if (d.error == "returned"_L1)
        return DispatchWords::tr("Look for the new address: open the request, mend it and reply anew.");
    if (d.channel == ReplyChannel::Phone || d.channel == ReplyChannel::Counter)
        return DispatchWords::tr("Queue it again, or open the request and reply by another channel.");
    return DispatchWords::tr(
        "If the address is right, queue it again; otherwise open the request, mend the address and reply anew.");
}

} // namespace parvis
