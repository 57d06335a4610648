#include "channels/bounce.h"
#include "commandline.h"
#include "commands.h"
#include "domain/notifying.h"
#include "domain/phone.h"
#include "mailoptions.h"
#include "text.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QUuid>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

// Before a hub sends to citizens, whoever runs it wants to see one message arrive, and in words why not.

namespace parvis {

namespace {

bool goesOn()
{
    return !isStopWanted();
}

//! What the other side said, or did not say. \a refused and \a unclear: what is safe if it took nothing from us, and if nobody
//! knows.
ExitCode explain(const Error &error, const QString &refused, const QString &unclear)
{
    const QString said = error.detail.isEmpty() ? QString() : u" ("_s + error.detail + u')';
    switch (error.code) {
    case ErrorCode::Forbidden:
        return fail(Text::tr("This is refused for good%1.").arg(said), refused,
                    Text::tr("Look at the address or number, and at whom it is from."));
    case ErrorCode::Unavailable: return fail(Text::tr("It is put off%1.").arg(said), refused, Text::tr("Try again later."));
    case ErrorCode::Certificate:
        return fail(Text::tr("The other side cannot show that it is who it should be, or does not encrypt%1.").arg(said), refused,
                    Text::tr("Look at its address, or name the file with its certificate."));
    case ErrorCode::Unauthenticated:
        return fail(Text::tr("Nothing is taken from us%1.").arg(said), refused,
                    Text::tr("Look at the name, the password or token, at whom messages are from, and at the server's address."));
    case ErrorCode::NotFound:
        return fail(Text::tr("There is no such mailbox%1.").arg(said), refused,
                    Text::tr("Look at the mailbox at the end of the address."));
    case ErrorCode::Aborted: return fail(Text::tr("It was stopped."), unclear, Text::tr("Call it again."));
    default:
        return fail(Text::tr("There is no answer, or none that makes sense%1.").arg(said), unclear,
                    Text::tr("Look at the server's address, and whether this machine reaches it."));
    }
}

ExitCode explainSending(const Error &error)
{
    return explain(error, Text::tr("Nothing was sent."), Text::tr("The message may have been taken all the same."));
}

ExitCode followSms(HttpSmsGateway &gateway, const QString &id, int seconds)
{
    using Kind = SmsState::Kind;
    constexpr std::chrono::milliseconds pause(500);
    const QDeadlineTimer until(std::chrono::seconds{seconds});
    while (true) {
        const auto state = gateway.state(id, goesOn);
        if (!state) {
            const QString safe = Text::tr("The gateway has taken the SMS.");
            return explain(state.error(), safe, safe);
        }
        switch (state->kind) {
        case Kind::Delivered: say(Text::tr("The SMS is delivered.")); return Done;
        case Kind::Failed:
            return fail(Text::tr("The SMS cannot be delivered (%1).").arg(state->reason.isEmpty() ? u"-"_s : state->reason),
                        Text::tr("The gateway had taken it."), Text::tr("Look at the number."));
        case Kind::Unknown: say(Text::tr("The gateway cannot say what became of the SMS.")); return Done;
        case Kind::Accepted: break;
        }
        if (until.hasExpired() || isStopWanted()) {
            say(Text::tr("The SMS is under way."));
            return Done;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

ExitCode checkMailCommand(const QStringList &words)
{
    CommandLine line(u"check-mail ADDRESS --smtp URL --mail-from ADDRESS …"_s,
                     Text::tr("Sends one test message to ADDRESS, by the words of serve, and says what happened."),
                     CommandLine::Folder::NotNeeded);
    MailOptions::addTo(line);
    if (const auto end = line.read(words, 1))
        return *end;
    const auto options = MailOptions::read(line);
    if (!options)
        return line.misuse(options.error().detail);
    if (!*options)
        return line.misuse(Text::tr("--smtp URL is missing."));
    const QString to = line.positional(0);
    if (!isMailAddress(to))
        return line.misuse(Text::tr("%1 is no e-mail address.").arg(to));

    MailMessage message;
    message.from = (*options)->sender;
    message.to = {{{}, to}};
    message.subject = Text::tr("Parvis: a test message");
    message.text = Text::tr("This is a test of the hub's mail. Nothing is to be done.") + u'\n';
    message.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces) + u'@' + message.from.address.section(u'@', -1);
    message.date = SystemClock().now();
    message.headers = {{"Auto-Submitted", u"auto-generated"_s}};
    watchForStop();
    if (const Status sent = SmtpSender((*options)->smtp).send(message, goesOn); !sent)
        return explainSending(sent.error());
    say(Text::tr("The mail server has taken the message for %1. Whether it arrives, that mailbox shows.").arg(to));
    return Done;
}

ExitCode checkSmsCommand(const QStringList &words)
{
    CommandLine line(u"check-sms NUMBER --sms-gateway URL --sms-token-file FILE --sms-sender NAME …"_s,
                     Text::tr("Sends one test SMS to NUMBER, and says what happened. It costs what an SMS costs."),
                     CommandLine::Folder::NotNeeded);
    SmsOptions::addTo(line);
    line.option(u"wait"_s, u"SECONDS"_s, Text::tr("How long it waits for the SMS to be delivered."), u"30"_s);
    if (const auto end = line.read(words, 1))
        return *end;
    const auto options = SmsOptions::read(line);
    if (!options)
        return line.misuse(options.error().detail);
    if (!*options)
        return line.misuse(Text::tr("--sms-gateway URL is missing."));
    bool isNumber = false;
    const int seconds = line.value(u"wait"_s).toInt(&isNumber);
    if (constexpr int hour = 3600; !isNumber || seconds < 0 || seconds > hour)
        return line.misuse(Text::tr("--wait wants a number of seconds."));
    const SmsMessage message{phoneE164(line.positional(0)), Text::tr("This is a test of Parvis. Nothing is to be done."),
                             QUuid::createUuid().toString(QUuid::WithoutBraces)};
    if (!checkSms(message))
        return line.misuse(Text::tr("%1 is no number that an SMS can go to.").arg(line.positional(0)));

    watchForStop();
    HttpSmsGateway gateway((*options)->gateway);
    const auto receipt = gateway.send(message, goesOn);
    if (!receipt)
        return explainSending(receipt.error());
    const QString id = receipt->gatewayId;
    say(receipt->parts > 0 ? Text::tr("The gateway has taken the SMS as %1, in %n parts.", nullptr, receipt->parts).arg(id)
                           : Text::tr("The gateway has taken the SMS as %1.").arg(id));
    return followSms(gateway, id, seconds);
}

ExitCode checkBouncesCommand(const QStringList &words)
{
    CommandLine line(
        u"check-bounces --bounce-imap URL --bounce-user NAME --bounce-password-file FILE …"_s,
        Text::tr("Looks into the mailbox where mails that did not arrive are reported, and says what is unread there. "
                 "Changes nothing."),
        CommandLine::Folder::NotNeeded);
    BounceOptions::addTo(line);
    if (const auto end = line.read(words, 0))
        return *end;
    const auto options = BounceOptions::read(line);
    if (!options)
        return line.misuse(options.error().detail);
    if (!*options)
        return line.misuse(Text::tr("--bounce-imap URL is missing."));

    watchForStop();
    int reports = 0;
    const auto count = [&reports](const FoundMail &mail) -> Result<MailboxReader::Verdict> {
        const auto bounce = bounceOf(mail.bytes);
        const auto isTrouble = [](const BouncedRecipient &who) {
            return who.action == BouncedRecipient::Action::Failed || who.action == BouncedRecipient::Action::Delayed;
        };
        if (bounce && *bounce && std::any_of((*bounce)->recipients.begin(), (*bounce)->recipients.end(), isTrouble))
            ++reports;
        return MailboxReader::Verdict::NotOurs; // so that nothing is marked
    };
    const auto round = ImapReader((*options)->imap).read(count, goesOn);
    if (!round) {
        const QString safe = Text::tr("Nothing was changed.");
        return explain(round.error(), safe, safe);
    }
    say(Text::tr("The mailbox is open. Unread: %n.", nullptr, round->notOurs + round->failed));
    say(Text::tr("Of them reports of mails that did not arrive or are late: %n.", nullptr, reports));
    return Done;
}

} // namespace parvis
