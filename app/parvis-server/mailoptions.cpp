#include "mailoptions.h"

#include "domain/notifying.h"
#include "text.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidInput, what};
}

//! True if one of \a words is there, which make no sense without \a main; what is wrong with that.
std::optional<Error> withoutMain(const CommandLine &line, const QString &main, const QStringList &words)
{
    for (const QString &word : words) {
        if (line.has(word))
            return wrong(Text::tr("--%1 makes no sense without --%2.").arg(word, main));
    }
    return std::nullopt;
}

//! The first line of the file that \a word names. Passwords and tokens come in files, for what stands in a command anybody on the
//! machine can read.
Result<QString> secret(const CommandLine &line, const QString &word)
{
    constexpr qint64 longest = 8192;
    QFile file(line.value(word));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Text::tr("The file of --%1 cannot be read.").arg(word));
    const QString first = QString::fromUtf8(file.readLine(longest)).remove(u'\n').remove(u'\r');
    if (first.isEmpty())
        return wrong(Text::tr("The first line of the file of --%1 is empty.").arg(word));
    return first;
}

Result<QString> certificates(const CommandLine &line, const QString &word)
{
    const QString path = line.value(word);
    if (!path.isEmpty() && !QFileInfo(path).isReadable())
        return wrong(Text::tr("The file of certificates cannot be read."));
    return path;
}

} // namespace

void MailOptions::addTo(CommandLine &line)
{
    line.option(
        u"smtp"_s, u"URL"_s,
        Text::tr("The mail server through which agents are told of what concerns them: smtp://HOST:PORT with STARTTLS, or "
                 "smtps://HOST:PORT. Without it they have their bell alone."));
    line.option(u"mail-from"_s, u"ADDRESS"_s, Text::tr("From whom these mails are."));
    line.option(u"mail-return"_s, u"ADDRESS"_s,
                Text::tr("Where mails that cannot be delivered go back to; otherwise to --mail-from."));
    line.option(u"smtp-user"_s, u"NAME"_s, Text::tr("Whom the mail server knows the hub as."));
    line.option(u"smtp-password-file"_s, u"FILE"_s, Text::tr("Its first line is the password for it."));
    line.option(u"smtp-ca"_s, u"FILE"_s, Text::tr("Trusts the certificates in FILE (PEM) instead of the system's."));
}

Result<std::optional<MailOptions>> MailOptions::read(const CommandLine &line)
{
    if (!line.has(u"smtp"_s)) {
        const QStringList others{u"mail-from"_s, u"mail-return"_s, u"smtp-user"_s, u"smtp-password-file"_s, u"smtp-ca"_s};
        if (const auto fault = withoutMain(line, u"smtp"_s, others))
            return *fault;
        return std::optional<MailOptions>();
    }
    MailOptions options;
    options.smtp.server = QUrl(line.value(u"smtp"_s), QUrl::StrictMode);
    options.smtp.user = line.value(u"smtp-user"_s);
    options.smtp.returnPath = line.value(u"mail-return"_s);
    options.sender = {u"Parvis"_s, line.value(u"mail-from"_s)};
    if (line.has(u"mail-return"_s) && !isMailAddress(options.smtp.returnPath))
        return wrong(Text::tr("--mail-return wants an e-mail address."));
    if (!SmtpSender::check(options.smtp))
        return wrong(Text::tr("--smtp wants smtp://HOST:PORT or smtps://HOST:PORT, without a password in it."));
    if (!isMailAddress(options.sender.address))
        return wrong(Text::tr("--mail-from wants an e-mail address."));
    if (line.has(u"smtp-user"_s) != line.has(u"smtp-password-file"_s))
        return wrong(Text::tr("--smtp-user and --smtp-password-file go together."));
    if (line.has(u"smtp-password-file"_s)) {
        const auto password = secret(line, u"smtp-password-file"_s);
        if (!password)
            return password.error();
        options.smtp.password = *password;
    }
    const auto ca = certificates(line, u"smtp-ca"_s);
    if (!ca)
        return ca.error();
    options.smtp.caFile = *ca;
    return std::optional(options);
}

void SmsOptions::addTo(CommandLine &line)
{
    line.option(u"sms-gateway"_s, u"URL"_s, Text::tr("The gateway to which SMS are posted: https://HOST/PATH."));
    line.option(u"sms-token-file"_s, u"FILE"_s, Text::tr("Its first line is the token that the gateway knows the hub by."));
    line.option(u"sms-sender"_s, u"NAME"_s,
                Text::tr("Whom the SMS are from: 3 to 11 letters without accents or digits, or a number."));
    line.option(u"sms-ca"_s, u"FILE"_s, Text::tr("Trusts the certificates in FILE (PEM) instead of the system's."));
}

Result<std::optional<SmsOptions>> SmsOptions::read(const CommandLine &line)
{
    if (!line.has(u"sms-gateway"_s)) {
        if (const auto fault = withoutMain(line, u"sms-gateway"_s, {u"sms-token-file"_s, u"sms-sender"_s, u"sms-ca"_s}))
            return *fault;
        return std::optional<SmsOptions>();
    }
    for (const QString &word : {u"sms-token-file"_s, u"sms-sender"_s}) {
        if (!line.has(word))
            return wrong(Text::tr("--sms-gateway needs --%1.").arg(word));
    }
    SmsOptions options;
    options.gateway.url = QUrl(line.value(u"sms-gateway"_s), QUrl::StrictMode);
    options.gateway.sender = line.value(u"sms-sender"_s);
    const auto token = secret(line, u"sms-token-file"_s);
    if (!token)
        return token.error();
    options.gateway.token = *token;
    const auto ca = certificates(line, u"sms-ca"_s);
    if (!ca)
        return ca.error();
    options.gateway.caFile = *ca;
    const Status checked = HttpSmsGateway::check(options.gateway);
    if (checked)
        return std::optional(options);
    if (checked.error().detail == "sender"_L1)
        return wrong(Text::tr("--sms-sender wants 3 to 11 letters without accents or digits, or a number."));
    if (checked.error().detail == "token"_L1)
        return wrong(Text::tr("The file of --sms-token-file holds no token: letters, digits and signs without blanks."));
    return wrong(Text::tr("--sms-gateway wants https://HOST/PATH, without a password or a question in it."));
}

void BounceOptions::addTo(CommandLine &line)
{
    line.option(u"bounce-imap"_s, u"URL"_s,
                Text::tr("The mailbox of --mail-return, where mail servers report what could not be delivered: "
                         "imaps://HOST:PORT/MAILBOX, or imap:// with STARTTLS. Without MAILBOX: INBOX."));
    line.option(u"bounce-user"_s, u"NAME"_s, Text::tr("Whom the mailbox's server knows the hub as."));
    line.option(u"bounce-password-file"_s, u"FILE"_s, Text::tr("Its first line is the password for it."));
    line.option(u"bounce-ca"_s, u"FILE"_s, Text::tr("Trusts the certificates in FILE (PEM) instead of the system's."));
}

Result<std::optional<BounceOptions>> BounceOptions::read(const CommandLine &line)
{
    if (!line.has(u"bounce-imap"_s)) {
        if (const auto fault = withoutMain(line, u"bounce-imap"_s, {u"bounce-user"_s, u"bounce-password-file"_s, u"bounce-ca"_s}))
            return *fault;
        return std::optional<BounceOptions>();
    }
    for (const QString &word : {u"bounce-user"_s, u"bounce-password-file"_s}) {
        if (!line.has(word))
            return wrong(Text::tr("--bounce-imap needs --%1.").arg(word));
    }
    BounceOptions options;
    options.imap.mailbox = QUrl(line.value(u"bounce-imap"_s), QUrl::StrictMode);
    options.imap.user = line.value(u"bounce-user"_s);
    const auto password = secret(line, u"bounce-password-file"_s);
    if (!password)
        return password.error();
    options.imap.password = *password;
    const auto ca = certificates(line, u"bounce-ca"_s);
    if (!ca)
        return ca.error();
    options.imap.caFile = *ca;
    const Status checked = ImapReader::check(options.imap);
    if (checked)
        return std::optional(options);
    if (checked.error().detail == "user"_L1)
        return wrong(Text::tr("--bounce-user and its password want one line without control characters."));
    return wrong(
        Text::tr("--bounce-imap wants imaps://HOST:PORT/MAILBOX or imap://HOST:PORT/MAILBOX, without a password in it."));
}

} // namespace parvis
