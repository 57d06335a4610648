#pragma once

#include "domain/mutation.h"
#include "domain/request.h"

// What goes out to one citizen: a line of the register of outgoing mail. Made by the hub alone, when a reply is approved, a
// request is acknowledged, or an agent leaves a letter to be posted, with exactly the text that was approved or left. E-mail and
// SMS are sent by the hub; letters, calls and what is handed over at the counter are done by people, who say so.

namespace parvis {

enum class DispatchState {
    Queued,    //!< to be sent, printed, said, handed over
    Sending,   //!< handed to a mail server or gateway that has not answered yet
    Printed,   //!< a letter on paper, not posted yet
    Sent,      //!< taken by the mail server or gateway, posted, said, handed over
    Delivered, //!< the gateway says that it arrived
    Failed,    //!< it will never be taken, or it came back
    Uncertain, //!< the connection broke while it was handed over: it may have gone. Never sent again by itself
    Cancelled  //!< the approval was taken back in time
};
template <>
struct Tokens<DispatchState>
{
    static constexpr std::array<QLatin1StringView, 8> words{QLatin1StringView("queued"),    QLatin1StringView("sending"),
                                                            QLatin1StringView("printed"),   QLatin1StringView("sent"),
                                                            QLatin1StringView("delivered"), QLatin1StringView("failed"),
                                                            QLatin1StringView("uncertain"), QLatin1StringView("cancelled")};
};

enum class DispatchPurpose {
    Answer,
    Interim,
    Acknowledgement,
    Transfer //!< to another authority (CRPA L. 114-2)
};
template <>
struct Tokens<DispatchPurpose>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("answer"), QLatin1StringView("interim"),
                                                            QLatin1StringView("acknowledgement"), QLatin1StringView("transfer")};
};

struct Dispatch
{
    static constexpr Kind kind = Kind::Dispatch;
    static EntityDescription description();

    Id id;
    Id request;
    Id reply; //!< null: what nobody approves, an acknowledgement or the letter of a transfer
    DispatchPurpose purpose = DispatchPurpose::Answer;
    Id citizen;
    ReplyChannel channel = ReplyChannel::None;
    QString name;     //!< of the addressee
    QJsonArray lines; //!< the postal address
    QString to;       //!< e-mail address or telephone number
    QString subject, text;
    QJsonArray attachments; //!< see Enclosure
    QString chrono;         //!< outgoing number by body and year: "VILLE-D-2026-000123"
    QJsonObject signatory;  //!< {"name","capacity","delegation","image"}
    QString messageId;      //!< of the e-mail, without <>; the gateway's own for an SMS
    Instant queuedAt;
    Instant notBefore; //!< until then the approval may be taken back, and nothing is sent

    DispatchState state = DispatchState::Queued;
    int attempts = 0;
    QString error;     //!< untranslated; of the last attempt
    Instant changedAt; //!< when it came into this state, by the hub's clock
    Id doneBy;         //!< who printed, called or handed over; null: the hub
    Id letter;         //!< the attachment that is the letter as it was printed
    QJsonObject extra;

    bool operator==(const Dispatch &) const = default;
};

//! The same for the same recipient of the same sealed text, whatever is repeated.
Id dispatchId(const Id &reply, const QString &seal, const Id &request);
//! Of the acknowledgement of a request.
Id acknowledgementId(const Id &request);

//! Of the letter that a contact left to be posted.
Id letterId(const Id &contact);

//! The hub sends it by itself.
bool isSentByHub(ReplyChannel channel);

//! Nothing of it has left: whoever takes an approval back keeps it here.
bool mayCancel(const Dispatch &dispatch);

//! Where an agent may take it from where it is; what the hub sends is the hub's, but what failed or may have gone can be queued
//! again, or called done.
QList<DispatchState> nextStates(const Dispatch &dispatch);

//! Begins Dispatch::error where the town's text has holes: names of fields follow.
inline constexpr QLatin1StringView incompleteText("template: ");

//! The citizen has it, as far as the town can know.
bool hasGone(DispatchState state);

//! Is the change of a dispatch from \a before to \a after allowed? Agents create none.
Refusal dispatchRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor);

} // namespace parvis
