#include "commandline.h"
#include "commands.h"
#include "deliveries.h"
#include "hub/dailywork.h"
#include "hub_http/hubserver.h"
#include "text.h"

#include <QtCore/QSaveFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct Endpoint
{
    QString address;
    quint16 port = 0;
};

// "127.0.0.1:8443", "[::1]:8443"
std::optional<Endpoint> parseEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const int port = text.mid(colon + 1).toInt(&isNumber);
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (colon < 1 || !isNumber || port < 0 || port > 65535)
        return std::nullopt;
    return Endpoint{address, static_cast<quint16>(port)};
}

QString endpointText(const Endpoint &endpoint)
{
    return (endpoint.address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(endpoint.address).arg(endpoint.port);
}

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

bool isStopPending()
{
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

void tell(const Result<DailyReport> &report)
{
    if (!report)
        return say(Text::tr("The daily run failed and is tried again: %1").arg(inWords(report.error())));
    say(Text::tr("Daily run: %1 open requests, %2 reminders, %3 escalations, %4 handed over.")
            .arg(report->looked)
            .arg(report->reminded)
            .arg(report->escalated)
            .arg(report->moved));
}

bool writeReadyFile(const QString &path, const QString &endpoint)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(endpoint.toUtf8() + '\n') > 0 && file.commit();
}

} // namespace

ExitCode serveCommand(const QStringList &words)
{
    CommandLine line(
        u"serve --data DIR [--listen ADDR:PORT] [--ready-file FILE] [--smtp URL --mail-from ADDRESS …] [--sms-gateway URL …] "
        "[--bounce-imap URL …]"_s,
        Text::tr("Serves the desks until SIGTERM or SIGINT; requests under way then have ten seconds to end. Each request is "
                 "a line of JSON on the standard error, without personal data."));
    line.option(u"listen"_s, u"ADDR:PORT"_s, Text::tr("Where desks connect; [::]:8443 for all addresses. Port 0: any free one."),
                u"127.0.0.1:8443"_s);
    line.option(u"ready-file"_s, u"FILE"_s, Text::tr("Writes ADDR:PORT into FILE once desks can connect."));
    MailOptions::addTo(line);
    SmsOptions::addTo(line);
    BounceOptions::addTo(line);
    line.flag(u"acknowledge-by-letter"_s,
              Text::tr("Whoever asked for letters gets the acknowledgement of receipt as one, for the mail office to print. "
                       "Otherwise by e-mail and SMS alone."));
    if (const auto end = line.read(words, 0))
        return *end;
    const auto mail = MailOptions::read(line);
    if (!mail)
        return line.misuse(mail.error().detail);
    const auto sms = SmsOptions::read(line);
    if (!sms)
        return line.misuse(sms.error().detail);
    const auto bounces = BounceOptions::read(line);
    if (!bounces)
        return line.misuse(bounces.error().detail);
    if (*bounces && !*mail)
        return line.misuse(Text::tr("--%1 makes no sense without --%2.").arg(u"bounce-imap"_s, u"smtp"_s));
    auto endpoint = parseEndpoint(line.value(u"listen"_s));
    if (!endpoint)
        return line.misuse(Text::tr("--listen wants an address and a port, as in 0.0.0.0:8443."));

    // Blocked before any thread exists, so that only this one takes them.
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const HubFolder folder(line.value(u"data"_s));
    HubSettings settings;
    settings.outlets = {mail->has_value(), sms->has_value(), line.has(u"acknowledge-by-letter"_s)};
    const auto hub = openOrExplain(folder.path(), settings);
    if (!hub)
        return Failed;
    const auto lock = ServeLock::take(folder);
    if (!lock)
        return fail(lock.error().code == ErrorCode::Unavailable
                        ? Text::tr("Another process is serving %1 already.").arg(folder.path())
                        : Text::tr("The folder %1 cannot be locked.").arg(folder.path()),
                    Text::tr("The data were not touched."), Text::tr("Stop the other process first, or use it."));
    const auto certificate = loadCertificate(folder.path());
    if (!certificate)
        return fail(
            inWords(certificate.error()), Text::tr("The data were not touched."),
            Text::tr("Put certificate.pem and key.pem back into %1 from a copy; desks know the old ones.").arg(folder.path()));

    constexpr qint64 unfinishedMs = 7LL * 24 * 3600 * 1000; // a desk that stays away longer sends its file from the beginning
    hub->blobs().forgetUnfinished({hub->clock().now().ms - unfinishedMs});

    HttpOptions options;
    options.address = endpoint->address;
    options.port = endpoint->port;
    options.certificate = *certificate;
    options.log = [](const QByteArray &entry) {
        const QByteArray whole = entry + '\n'; // in one piece: threads write at once
        std::fwrite(whole.constData(), 1, std::size_t(whole.size()), stderr);
    };
    const auto server = HubServer::start(options, hub->hub(), &hub->addresses());
    if (!server)
        return fail(Text::tr("The hub cannot listen on %1.").arg(endpointText(*endpoint)) + u' ' + inWords(server.error()),
                    Text::tr("The data were not touched."), Text::tr("Choose another port, or see which program uses this one."));
    endpoint->port = (*server)->port();
    if (line.has(u"ready-file"_s) && !writeReadyFile(line.value(u"ready-file"_s), endpointText(*endpoint)))
        return fail(Text::tr("The ready file cannot be written."), Text::tr("The data were not touched."),
                    Text::tr("Name a file in a folder that exists."));
    say(Text::tr("Serving https://%1").arg(endpointText(*endpoint)));
    say(Text::tr("Fingerprint (SHA-256): %1").arg(certificate->fingerprintText()));

    auto deliveries = std::make_unique<Deliveries>(hub->hub(), hub->clock(), Deliveries::Ways{*mail, *sms, *bounces});

    DailyWork daily(hub->hub(), hub->clock(), [] { return !isStopPending(); });
    constexpr timespec minute{60, 0};
    do {
        if (const auto report = daily.doWhatIsDue())
            tell(*report);
    } while (sigtimedwait(&signals, nullptr, &minute) < 0);
    say(Text::tr("Stopping."));
    deliveries.reset();
    (*server)->stop();
    say(Text::tr("Stopped. All that was acknowledged is on the disk."));
    return Done;
}

} // namespace parvis
