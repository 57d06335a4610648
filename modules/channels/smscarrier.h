#pragma once

#include "base/result.h"

#include <functional>

namespace parvis {

//! An SMS to be sent, as a value.
struct SmsMessage
{
    QString to;        //!< E.164: "+33612345678"
    QString text;      //!< as it is read; control characters other than line ends make it InvalidInput
    QString reference; //!< text of a UUID, lower case without braces; the same for the same SMS, so that a repeat has no second
                       //!< effect

    bool operator==(const SmsMessage &) const = default;
};

//! What a gateway says when it takes an SMS.
struct SmsReceipt
{
    QString gatewayId; //!< by which it knows the SMS from then on
    int parts = 0;     //!< how many it is charged as; 0: it did not say

    bool operator==(const SmsReceipt &) const = default;
};

struct SmsState
{
    enum class Kind {
        Accepted, //!< taken, and not heard of yet
        Delivered,
        Failed,  //!< for good
        Unknown, //!< the gateway knows (no longer) of it
    };
    Kind kind = Kind::Unknown;
    QString reason; //!< of Failed: the gateway's code for it, without personal data; may be empty

    bool operator==(const SmsState &) const = default;
};

//! Takes an SMS to where it goes. Callable from any thread.
class SmsCarrier
{
public:
    virtual ~SmsCarrier() = default;

    //! Waits for the other side's word. \a goesOn is asked about once a second; false ends it with Aborted.
    //! Errors, as those of MailCarrier: InvalidInput (detail: "to", "text", "reference"): no SMS; Forbidden: this SMS will never
    //! be taken; Unavailable: not now; Network, Certificate, Unauthenticated: nothing is taken from us at the moment, whatever
    //! the SMS. After Network and Aborted it may have been taken all the same: the same message again tells, and is sent once.
    //! Details carry codes, never a number or a text.
    virtual Result<SmsReceipt> send(const SmsMessage &message, const std::function<bool()> &goesOn) = 0;

    //! What became of it. Errors as above, InvalidInput (detail: "id") for what is no id of a gateway.
    virtual Result<SmsState> state(const QString &gatewayId, const std::function<bool()> &goesOn) = 0;
};

//! What send() takes, see there.
Status checkSms(const SmsMessage &message);

} // namespace parvis
