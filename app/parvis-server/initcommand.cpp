#include "commandline.h"
#include "commands.h"
#include "hub_http/certificate.h"
#include "text.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

ExitCode cleanUp(const HubFolder &folder, const QString &what)
{
    folder.removeAll();
    return fail(what, Text::tr("Nothing was founded, and the folder was emptied again."),
                Text::tr("Mend this and call init again."));
}

} // namespace

ExitCode initCommand(const QStringList &words)
{
    CommandLine line(u"init --data DIR --town NAME [--admin LOGIN] [--name HOST]…"_s,
                     Text::tr("Founds a town in an empty folder: its database, and the key and certificate that the desks pin."));
    line.option(u"town"_s, u"NAME"_s, Text::tr("The town's name, as the agents see it."));
    line.option(u"admin"_s, u"LOGIN"_s,
                Text::tr("Makes an administrator. The password comes from the standard input, or is made up and shown once."));
    line.option(u"name"_s, u"HOST"_s,
                Text::tr("A host name or address by which desks reach this machine, for the certificate. May be repeated."));
    if (const auto end = line.read(words, 0))
        return *end;
    const QString town = line.value(u"town"_s).trimmed();
    if (town.isEmpty())
        return line.misuse(Text::tr("--town NAME is missing."));

    const auto certificate = makeCertificate(line.values(u"name"_s), SystemClock().now());
    if (!certificate)
        return fail(Text::tr("No certificate could be made.") + u' ' + inWords(certificate.error()),
                    Text::tr("Nothing was founded."), Text::tr("Check the names given with --name."));
    const HubFolder folder(line.value(u"data"_s));
    if (const Status created = folder.create(); !created) {
        const bool isThere = created.error().code == ErrorCode::AlreadyExists;
        return fail(isThere ? Text::tr("There is something in %1 already.").arg(folder.path())
                            : Text::tr("The folder %1 cannot be made.").arg(folder.path()),
                    Text::tr("Nothing was changed."), Text::tr("Name an empty folder, or one that does not exist yet."));
    }
    if (const Status saved = saveCertificate(*certificate, folder.path()); !saved)
        return cleanUp(folder, inWords(saved.error()));
    const auto hub = OpenHub::found(folder, town);
    if (!hub)
        return cleanUp(folder, inWords(hub.error()));
    if (line.has(u"admin"_s)) {
        User admin;
        admin.login = admin.name = line.value(u"admin"_s);
        admin.roles = {token(Role::Admin)};
        if (addUser((*hub)->hub(), admin) != Done)
            return cleanUp(folder, Text::tr("The administrator could not be added."));
    }
    say(Text::tr("%1 is founded in %2.").arg(town, folder.path()));
    say(Text::tr("Fingerprint of its certificate (SHA-256), which a desk shows at its first sign-in:"));
    say(u"  "_s + certificate->fingerprintText());
    return Done;
}

} // namespace parvis
