#include "desktop.h"
#include "headless.h"
#include "language.h"
#include "options.h"
#include "screenshots.h"
#include "startprobe.h"
#include "ui_common/words.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <cstdio>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitRefused = 1;
constexpr int exitUsage = 2;

void say(const QString &sentence)
{
    std::fprintf(stderr, "parvis: %s\n", qUtf8Printable(sentence));
}

void describe(QCoreApplication &app)
{
    QGuiApplication::setDesktopFileName(u"fr.parvis.Parvis"_s);
    app.setOrganizationName(u"parvis"_s);
    app.setApplicationName(u"parvis"_s);
    app.setApplicationVersion(QStringLiteral(PARVIS_VERSION));
}

//! Said in the window too: who starts a program from a menu sees no terminal.
int refuse(QCoreApplication &app, const QString &sentence)
{
    say(sentence);
    if (!qobject_cast<QApplication *>(&app))
        return exitRefused;
    QMessageBox box(QMessageBox::Warning, u"Parvis"_s, sentence, QMessageBox::Close);
    QObject::connect(&box, &QMessageBox::finished, &app, [] { QCoreApplication::exit(exitRefused); });
    box.open();
    return app.exec();
}

int runHeadless(QCoreApplication &app, const Options &options, Profile &profile)
{
    SystemClock clock;
    MemoryVault vault; // no desktop, no keyring
    DeskSession session(profile, clock, vault);
    Headless headless(options, session);
    QObject::connect(&headless, &Headless::finished, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    headless.start();
    return app.exec();
}

int runDesktop(QApplication &app, const Options &options, Translations &translations, Profile &profile)
{
    SystemClock clock;
    KeychainVault vault;
    Desktop desktop(options, translations, profile, clock, vault, app);
    ScreenshotTour tour(desktop, options.screenshots);
    if (!options.screenshots.isEmpty()) {
        QObject::connect(&desktop, &Desktop::opened, &tour, &ScreenshotTour::start, Qt::SingleShotConnection);
        QObject::connect(&desktop, &Desktop::refused, &app, [](const Error &error) {
            say(sentence(error));
            QCoreApplication::exit(exitRefused);
        });
        QObject::connect(&tour, &ScreenshotTour::finished, &app,
                         [](bool allWritten) { QCoreApplication::exit(allWritten ? 0 : exitRefused); });
    }
    std::unique_ptr<StartProbe> probe;
    if (!options.probe.isEmpty())
        probe = std::make_unique<StartProbe>(desktop, options.probe);
    desktop.start();
    return app.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isHeadless = wantsHeadless(argc, argv);
    const std::unique_ptr<QCoreApplication> app(isHeadless ? new QCoreApplication(argc, argv) : new QApplication(argc, argv));
    describe(*app);
    Translations translations;
    translations.speak(Language::System);
    const Result<Options> options = readOptions(app->arguments());
    if (!options) {
        say(options.error().detail);
        return exitUsage;
    }
    const auto profile = Profile::open(options->profile);
    if (!profile) {
        const bool isTaken = profile.error().code == ErrorCode::AlreadyExists;
        const QString why =
            isTaken ? QCoreApplication::translate("main", "Parvis is running already with this profile: look for its window.")
                    : QCoreApplication::translate("main", "The folder %1 can't be written. Nothing was changed.")
                          .arg(options->profile);
        return refuse(*app, why);
    }
    if (isHeadless)
        return runHeadless(*app, *options, **profile);
    return runDesktop(static_cast<QApplication &>(*app), *options, translations, **profile);
}
