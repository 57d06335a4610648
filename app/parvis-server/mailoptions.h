#pragma once

#include "channels/httpsmsgateway.h"
#include "channels/imapreader.h"
#include "channels/smtpsender.h"
#include "commandline.h"

namespace parvis {

//! How a hub sends e-mail, by the words of serve.
struct MailOptions
{
    SmtpOptions smtp;
    MailAddress sender;

    static void addTo(CommandLine &line);
    //! Nothing: no mail is sent. InvalidInput (detail: a sentence) if the words make no sense together.
    static Result<std::optional<MailOptions>> read(const CommandLine &line);
};

//! How a hub sends SMS.
struct SmsOptions
{
    SmsGatewayOptions gateway;

    static void addTo(CommandLine &line);
    //! As MailOptions.
    static Result<std::optional<SmsOptions>> read(const CommandLine &line);
};

//! Where a hub reads which mails did not arrive.
struct BounceOptions
{
    ImapOptions imap;

    static void addTo(CommandLine &line);
    //! As MailOptions.
    static Result<std::optional<BounceOptions>> read(const CommandLine &line);
};

} // namespace parvis
