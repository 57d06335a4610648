#pragma once

#include "channels/mailmessage.h"

#include <QtCore/QUrl>

#include <functional>

namespace parvis {

//! Takes a mail to where it goes. Callable from any thread.
class MailCarrier
{
public:
    virtual ~MailCarrier() = default;

    //! Waits for the other side's word. \a goesOn is asked about once a second; false ends it with Aborted.
    //! Errors: InvalidInput (see composed()); Forbidden: this mail will never be taken, at least not for these people;
    //! Unavailable: not now; Network, Certificate, Unauthenticated: nothing is taken from us at the moment, whatever the mail.
    //! After Network and Aborted it may have been taken all the same, see mayHaveBeenTaken(). Details carry codes, never an
    //! address.
    virtual Status send(const MailMessage &message, const std::function<bool()> &goesOn) = 0;
};

//! After such an error of MailCarrier::send(): was the whole mail handed over before the line broke? Of what was not, a server
//! takes nothing (RFC 5321, 4.1.1.4).
bool mayHaveBeenTaken(const Error &error);

struct SmtpOptions
{
    QUrl server;            //!< smtp://HOST[:PORT] (STARTTLS is required, unless it is this machine) or smtps://HOST[:PORT]
    QString user, password; //!< both empty: without signing in
    QString returnPath;     //!< of mails that name none of their own; empty: whom they are from
    QString caFile;         //!< PEM; empty: whom the system trusts
    int connectMs = 20'000;
    int wholeMs = 300'000;
};

//! By SMTP (RFC 5321), one connection for each mail.
class SmtpSender final : public MailCarrier
{
public:
    //! InvalidInput if the address is none of the two forms, or a password would go over the network in the clear.
    static Status check(const SmtpOptions &options);

    explicit SmtpSender(SmtpOptions options) : m_options(std::move(options)) {}
    Status send(const MailMessage &message, const std::function<bool()> &goesOn) override;

private:
    const SmtpOptions m_options;
};

} // namespace parvis
