#pragma once

#include "channels/smscarrier.h"

#include <QtCore/QUrl>

namespace parvis {

struct SmsGatewayOptions
{
    QUrl url;       //!< where SMS are posted: https://HOST[:PORT]/PATH; http:// on this machine only
    QString token;  //!< which the gateway knows us by
    QString sender; //!< whom the SMS is from: 3 to 11 letters, digits or spaces, at least one a letter; or a number
    QString caFile; //!< PEM; empty: whom the system trusts
    int connectMs = 20'000;
    int wholeMs = 60'000;
};

//! A gateway that speaks the protocol below; those of French operators (a JSON object posted under a bearer token, a state asked
//! for by id) need no more than a small relay in front, if their fields have other names.
//!
//! To send, one request for each SMS:
//! \code
//! POST URL                              Authorization: Bearer TOKEN
//! Content-Type: application/json        Idempotency-Key: REFERENCE
//! {"to": "+33612345678", "from": "INGEVILLE", "text": "…", "reference": "REFERENCE"}
//!
//! 200, 201 or 202
//! {"id": "…", "parts": 2, "reference": "REFERENCE"}
//! \endcode
//! "parts" and the answer's "reference" may be missing; another reference than ours is no answer. The id is of 1 to 128 letters,
//! digits and -._~ . A reference that the gateway has seen gets the first answer again and sends nothing.
//!
//! To ask: GET URL/ID under the same token, answered by {"id": "…", "state": "accepted" | "delivered" | "failed", "reason": "…"};
//! 404 or another state: unknown. The reason is a word of the gateway, up to 64 letters, digits, _ and -.
//!
//! Refusals may carry {"code": "…"}, such a word, for the log. 400, 413, 422: this SMS never. 408, 409, 425, 429, 503: later
//! (Retry-After). Other 4xx, and redirections: nothing is taken from us. Other 5xx, and what is no answer: nobody knows.
class HttpSmsGateway final : public SmsCarrier
{
public:
    //! InvalidInput (detail: "url", "token", "sender").
    static Status check(const SmsGatewayOptions &options);

    explicit HttpSmsGateway(SmsGatewayOptions options) : m_options(std::move(options)) {}
    Result<SmsReceipt> send(const SmsMessage &message, const std::function<bool()> &goesOn) override;
    Result<SmsState> state(const QString &gatewayId, const std::function<bool()> &goesOn) override;

private:
    struct Answer;
    //! Posts \a body, or asks with GET if there is none.
    Result<Answer> ask(const QByteArray &url, const QByteArray &body, const QString &reference,
                       const std::function<bool()> &goesOn) const;

    const SmsGatewayOptions m_options;
};

} // namespace parvis
