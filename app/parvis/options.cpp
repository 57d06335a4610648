#include "options.h"

#include "demo/demologin.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <cstring>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

const QString headlessName = u"headless-sync"_s;

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

//! The first line: what follows is somebody's comment.
Result<QString> passwordFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Text::tr("The password file %1 can't be read.").arg(path));
    return QString::fromUtf8(file.readLine()).trimmed();
}

//! In the desk's own folder, else where an administrator puts what all desks of the machine share.
QString addressesFor(const QString &profile)
{
    const QString name = u"town.addresses"_s;
    const QString own = QDir(profile).filePath(name);
    return QFile::exists(own) ? own : QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"parvis/"_s + name);
}

} // namespace

bool wantsHeadless(int argc, char *const argv[])
{
    return std::any_of(argv, argv + argc, [](const char *a) { return std::strcmp(a, "--headless-sync") == 0; });
}

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("The town hall's single reception desk."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile({u"profile"_s, u"data"_s}, Text::tr("Folder of this desk's settings and databases."),
                                     u"dir"_s);
    const QCommandLineOption server(u"server"_s, Text::tr("Address of the hub, https://host:port."), u"url"_s);
    const QCommandLineOption login(u"login"_s, Text::tr("Who signs in."), u"login"_s);
    const QCommandLineOption passwordFile(
        u"password-file"_s, Text::tr("Sign in at once with the password in this file (or in PARVIS_PASSWORD)."), u"file"_s);
    const QCommandLineOption fingerprint(u"fingerprint"_s, Text::tr("Accept the server with this SHA-256 fingerprint unasked."),
                                         u"sha256"_s);
    const QCommandLineOption demo(u"demo"_s, Text::tr("Sign in as the reception agent of the demo town on this machine."));
    const QCommandLineOption screenshots(u"screenshots"_s, Text::tr("Write every screen to this folder and quit."), u"dir"_s);
    QCommandLineOption probe(u"probe"_s, {}, u"workspace"_s);
    probe.setFlags(QCommandLineOption::HiddenFromHelp); // of parvis-bench
    const QCommandLineOption headless(headlessName, Text::tr("Without a window: sync, obey JSON lines on the standard input."));
    const QCommandLineOption language(u"lang"_s, Text::tr("Language of the windows: fr or en."), u"code"_s);
    const QCommandLineOption addresses(
        u"addresses"_s, Text::tr("Addresses of the town, as parvis-server import addresses makes them (town.addresses)."),
        u"file"_s);
    parser.addOptions(
        {profile, server, login, passwordFile, fingerprint, demo, addresses, screenshots, probe, headless, language});
    parser.process(arguments);

    Options options;
    options.profile =
        parser.isSet(profile) ? parser.value(profile) : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    options.profile = QDir(options.profile).absolutePath();
    options.addresses = parser.isSet(addresses) ? parser.value(addresses) : addressesFor(options.profile);
    options.hasOwnAddresses = parser.isSet(addresses);
    options.server = QUrl(parser.value(server), QUrl::StrictMode);
    if (parser.isSet(server) && (!options.server.isValid() || options.server.scheme() != "https"_L1))
        return wrong(Text::tr("--server wants an address like https://host:port."));
    options.login = parser.value(login);
    options.password = qEnvironmentVariable("PARVIS_PASSWORD");
    options.fingerprint = parser.value(fingerprint);
    options.isDemo = parser.isSet(demo);
    if (options.isDemo) {
        options.login = options.login.isEmpty() ? QString::fromLatin1(demoLogin) : options.login;
        options.password = options.password.isEmpty() ? QString::fromLatin1(demoPassword) : options.password;
        options.fingerprint = options.fingerprint.isEmpty() ? u"loopback"_s : options.fingerprint;
    }
    if (parser.isSet(passwordFile)) {
        Result<QString> read = passwordFrom(parser.value(passwordFile));
        if (!read)
            return read.error();
        options.password = *read;
    }
    options.screenshots = parser.value(screenshots);
    options.probe = parser.value(probe);
    options.isHeadless = parser.isSet(headless);
    if (parser.isSet(language)) {
        const QString code = parser.value(language);
        if (code != "fr"_L1 && code != "en"_L1)
            return wrong(Text::tr("--lang wants fr or en."));
        options.language = code == "fr"_L1 ? Language::French : Language::English;
    }
    return options;
}

} // namespace parvis
