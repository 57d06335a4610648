#include "commands.h"
#include "text.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QTranslator>

#include <sys/stat.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace parvis;

namespace {

struct Command
{
    QLatin1StringView name;
    ExitCode (*run)(const QStringList &);
};

constexpr std::array commands{Command{"init"_L1, initCommand},
                              Command{"serve"_L1, serveCommand},
                              Command{"user"_L1, userCommand},
                              Command{"import"_L1, importCommand},
                              Command{"export"_L1, exportCommand},
                              Command{"circuit"_L1, circuitCommand},
                              Command{"demo"_L1, demoCommand},
                              Command{"backup"_L1, backupCommand},
                              Command{"verify"_L1, verifyCommand},
                              Command{"status"_L1, statusCommand},
                              Command{"check-mail"_L1, checkMailCommand},
                              Command{"check-sms"_L1, checkSmsCommand},
                              Command{"check-bounces"_L1, checkBouncesCommand}};

QString help()
{
    return Text::tr("Usage: parvis-server COMMAND --data DIR …\n"
                    "\n"
                    "The hub that the desks of a town hall work with.\n"
                    "\n"
                    "  init --town NAME [--admin LOGIN] [--name HOST]   founds a town in an empty folder\n"
                    "  serve [--listen ADDR:PORT] [--ready-file FILE]   serves the desks until it is stopped\n"
                    "  user add|passwd|disable|enable LOGIN             looks after the agents\n"
                    "  user deputy LOGIN --for OTHER                    lets them validate cards for an absent colleague\n"
                    "  user absent LOGIN on|off                         says who is absent\n"
                    "  circuit show, circuit set UNIT STEPS             who validates the procedure cards\n"
                    "  import requests FILE.csv --mapping MAP           takes requests of another system in\n"
                    "  import cards FILE, export cards FILE             the procedure cards, as JSON or CSV\n"
                    "  import addresses FILE.csv                        those of the national address base\n"
                    "  import districts FILE.geojson                    their surfaces\n"
                    "  demo [--requests N] [--seed S]                   fills an empty town with invented requests\n"
                    "  backup FILE                                      copies the town while it is served\n"
                    "  verify                                           proves that the history is whole\n"
                    "  status                                           what there is, and what waits to be told by e-mail\n"
                    "  check-mail ADDRESS, check-sms NUMBER             sends one test message, and says what happened\n"
                    "  check-bounces                                    looks where mails that did not arrive are reported\n"
                    "\n"
                    "parvis-server COMMAND --help tells more.\n"
                    "It ends with 0 if all was done, 1 if it was refused or failed, 2 if it was called wrongly.");
}

void speakTheUsersLanguage(QCoreApplication &app)
{
    for (const auto &[name, folder] :
         {std::pair(u"parvis"_s, u":/i18n"_s), std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
        auto *translator = new QTranslator(&app);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace

int main(int argc, char **argv)
{
    umask(0077); // nobody else reads what it writes: town, key, backups, rejected rows
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"parvis-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PARVIS_VERSION));
    speakTheUsersLanguage(app);

    const QStringList words = QCoreApplication::arguments();
    const QString first = words.value(1);
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        say(help());
        return Done;
    }
    if (first == u"--version"_s) {
        say(u"parvis-server "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    for (const Command &command : commands) {
        if (first == command.name)
            return command.run(words.mid(2));
    }
    complain(help());
    return Misused;
}
