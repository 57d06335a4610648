#include "screens.h"

#include "ui_common/theme.h"
#include "workload.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <cstdio>

using namespace parvis;
using namespace Qt::StringLiterals;

// Each workload prints its figures as JSON lines: the value, its peer or limit measured in the same run, the ratio, and whether
// it is within reach. Exit status: 0 all reached, 1 a workload failed, 2 usage, 3 a figure is out of reach.

namespace {

struct Named
{
    const char *name;
    const char *what;
    Workload run;
};

constexpr Named workloads[] = {
    {"search", "two words, newest 50, among --requests; peer: the same on a plain FTS5 table", benchSearch},
    {"keystroke", "a call typed at the Desk, with its suggestions, among --requests", benchKeystroke},
    {"list", "a view of the Requests opened and scrolled, among --requests", benchList},
    {"start", "parvis from process start to usable window; peer: an empty Qt Widgets window", benchStart},
    {"first-sync", "a new desk fetches --sync-requests; peer: the same bytes over HTTPS and sqlite3's .import with FTS5",
     benchFirstSync},
    {"push", "2,000 mutations made offline; peer: the same rows inserted by SQLite", benchPush},
    {"card-search", "citizens' phrases typed key by key among 5,000 procedure cards", benchCardSearch},
    {"card-suggest", "free text typed, with the cards proposed for it; how often they are the right ones", benchCardSuggest},
    {"route", "100,000 requests routed by card, district and rules, in the domain", benchRoute},
    {"queue", "the board of each referent, head and director over 300,000 cases of 30 services", benchQueue},
    {"reminders", "the hub's night run over --requests: what is due and late, then again", benchReminders},
    {"blob", "files up to the hub and back; peer: the same bytes over one TLS connection, to and from the disk", benchBlob},
    {"letters", "557 letters composed from a template and laid as PDF", benchLetters},
    {"approve", "a signature book of 300 letters, each read to its end and approved by keys", benchApprove},
    {"address", "400,000 addresses imported, then typed key by key, and found by position", benchAddress},
    {"duplicates", "the same matter and the same cause proposed for 1,000 reports typed, among --requests", benchDuplicates},
    {"districts", "1,000,000 points in 80 polygons", benchDistricts},
    {"map", "half a million requests on the map: first view, other filter, slider, dragging; needs a display", benchMap},
    {"memory", "parvis with --requests, Requests open", benchMemory}};

//! The peer of `start`: what Qt itself needs.
int emptyWindow(QApplication &app)
{
    QWidget window;
    window.resize(1200, 700);
    window.show();
    QTimer::singleShot(0, &app, [] {
        std::puts("shown");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    BenchApplication app(argc, argv);
    if (argc == 2 && QByteArrayView(argv[1]) == "empty-window")
        return emptyWindow(app);
    AppTheme theme(app);
    theme.apply({});
    QCoreApplication::setApplicationName(u"parvis-bench"_s);
    QCommandLineParser parser;
    QString names;
    for (const Named &w : workloads)
        names += u"\n  %1: %2"_s.arg(QLatin1StringView(w.name), QLatin1StringView(w.what));
    parser.setApplicationDescription(
        u"Measures Parvis against limits and peers in the same run; prints JSON lines.\nWorkloads (all if none is named):"_s +
        names);
    parser.addHelpOption();
    parser.addPositionalArgument(u"workload"_s, u"what to measure"_s, u"[workload...]"_s);
    const QCommandLineOption requests(u"requests"_s, u"size of the town (1000000)"_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption syncRequests(u"sync-requests"_s, u"size of the town of first-sync (100000)"_s, u"N"_s, u"100000"_s);
    const QCommandLineOption folder(u"folder"_s, u"where generated towns are kept between runs"_s, u"DIR"_s,
                                    QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    parser.addOptions({requests, syncRequests, folder});
    parser.process(app);

    BenchOptions options;
    bool numbers[2] = {};
    options.requests = parser.value(requests).toLongLong(&numbers[0]);
    options.syncRequests = parser.value(syncRequests).toLongLong(&numbers[1]);
    options.folder = parser.value(folder);
    options.programs = QCoreApplication::applicationDirPath();
    if (!numbers[0] || !numbers[1] || options.requests < 1 || options.syncRequests < 1 || !QDir().mkpath(options.folder)) {
        std::fprintf(stderr, "parvis-bench: a size is not a number, or the folder can't be made\n");
        return 2;
    }
    QStringList wanted = parser.positionalArguments();
    for (const QString &name : std::as_const(wanted)) {
        if (std::none_of(std::begin(workloads), std::end(workloads),
                         [&](const Named &w) { return name == QLatin1StringView(w.name); })) {
            std::fprintf(stderr, "parvis-bench: no workload %s\n", qPrintable(name));
            return 2;
        }
    }
    int status = 0;
    for (const Named &w : workloads) {
        if (!wanted.isEmpty() && !wanted.contains(QLatin1StringView(w.name)))
            continue;
        const auto figures = w.run(options);
        if (!figures) {
            std::fprintf(stderr, "parvis-bench: %s failed: %s\n", w.name, qPrintable(figures.error().detail));
            status = 1;
            continue;
        }
        for (const Figure &figure : *figures) {
            print(figure);
            if (!figure.isReached() && status == 0)
                status = 3;
        }
    }
    return status;
}
