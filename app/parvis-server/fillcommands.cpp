#include "commandline.h"
#include "commands.h"
#include "csvimport/requestimport.h"
#include "demo/demotown.h"
#include "text.h"

#include <QtCore/QLocale>

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

volatile std::sig_atomic_t stopWanted = 0;

Result<qint64> requestsOf(HubStore &store)
{
    qint64 count = 0;
    const Status read = store.read([&count](HubReader &reader) -> Status {
        const auto counted = reader.count(Kind::Request, std::nullopt);
        if (!counted)
            return counted.error();
        count = *counted;
        return success();
    });
    if (!read)
        return read.error();
    return count;
}

Status fill(Hub &hub, const DemoTown &town, qint64 requests)
{
    Progress progress(Text::tr("Requests"));
    return town.generate([&](const QList<IntakeRecord> &batch, qint64 done) -> Status {
        if (isStopWanted())
            return Error{ErrorCode::Aborted, {}};
        if (const auto taken = hub.intake(batch); !taken)
            return taken.error();
        progress.update(done, requests);
        return success();
    });
}

// Hashes are slow on purpose, so all cores make them.
Status giveDemoPassword(Hub &hub, const QStringList &logins)
{
    std::atomic<qsizetype> next = 0;
    std::mutex mutex;
    Status outcome = success();
    const auto work = [&] {
        for (qsizetype i = next++; i < logins.size(); i = next++) {
            if (const Status set = hub.setPassword(logins[i], QString::fromUtf8(demoPassword)); !set) {
                const std::scoped_lock lock(mutex);
                outcome = set;
            }
        }
    };
    {
        const std::jthread beside1(work), beside2(work), beside3(work);
        work();
    }
    return outcome;
}

} // namespace

ExitCode explainImport(const Error &error, const QString &faulty)
{
    const QString safe = Text::tr("What was imported stays, and is left as it is when the same file is imported again.");
    switch (error.code) {
    case ErrorCode::Aborted: return fail(Text::tr("The import was stopped."), safe, Text::tr("Call it again to go on."));
    case ErrorCode::InvalidInput:
        return fail(inWords(error), Text::tr("Nothing was imported."),
                    Text::tr("Correct %1; packaging/mappings/README.md explains it.").arg(faulty));
    case ErrorCode::NotFound:
        return fail(inWords(error), Text::tr("Nothing was imported."), Text::tr("Check the names of the files."));
    default: return fail(inWords(error), safe, Text::tr("Mend this and call it again."));
    }
}

void watchForStop()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { stopWanted = 1; };
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool isStopWanted()
{
    return stopWanted != 0;
}

//! An option that only another kind of import knows; empty: none is given.
static QString optionOfAnother(const QString &what, const CommandLine &line)
{
    const QHash<QString, QStringList> options{{u"addresses"_s, {u"also"_s}},
                                              {u"districts"_s, {u"layer"_s, u"code"_s, u"name"_s, u"recompute"_s}},
                                              {u"requests"_s, {u"rejects"_s}},
                                              {u"cards"_s, {u"rejects"_s}}};
    for (const QStringList &list : options) {
        for (const QString &option : list) {
            if (line.has(option) && !options.value(what).contains(option))
                return option;
        }
    }
    return {};
}

static ExitCode importPlaces(const CommandLine &line)
{
    if (line.has(u"mapping"_s))
        return line.misuse(Text::tr("--%1 has no meaning here.").arg(u"mapping"_s));
    if (line.has(u"recompute"_s) && !line.value(u"layer"_s).isEmpty())
        return line.misuse(Text::tr("Requests have the district council of their place, not another division."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    watchForStop();
    if (line.positional(0) == u"addresses"_s)
        return importAddresses(QStringList{line.positional(1)} + line.values(u"also"_s), HubFolder(line.value(u"data"_s)));
    return importDistricts(
        {line.positional(1), line.value(u"layer"_s), line.value(u"code"_s), line.value(u"name"_s), line.has(u"recompute"_s)},
        *hub);
}

ExitCode importCommand(const QStringList &words)
{
    CommandLine line(
        u"import requests FILE.csv --data DIR --mapping MAP [--rejects FILE]\n"
        "       parvis-server import cards FILE.json|FILE.csv --data DIR [--rejects FILE]\n"
        "       parvis-server import addresses FILE.csv[.gz] --data DIR [--also FILE.csv]…\n"
        "       parvis-server import districts FILE.geojson --data DIR [--layer NAME] [--code FIELD] [--name FIELD] [--recompute]"_s,
        Text::tr("Takes the rows of a CSV file in as requests, or procedure cards from a JSON or CSV file. May be repeated: what "
                 "is there is left as it is; a card that says something else becomes its next revision. Bad rows go to the "
                 "rejects file with their place and the reason. packaging/mappings/README.md explains the files.") +
            u"\n\n"_s +
            Text::tr("Addresses are those of the national address base (CSV of a commune or a département); they take the place "
                     "of those that were there. Districts are the surfaces of a GeoJSON file, each by its code."));
    line.option(u"mapping"_s, u"MAP"_s, Text::tr("Of requests: which column means what."));
    line.option(u"also"_s, u"FILE"_s, Text::tr("Of addresses: one more file, as that of the localities. May be repeated."));
    line.option(u"layer"_s, u"NAME"_s,
                Text::tr("Of districts: the division that they are, as the sectors of a service; if not given, the district "
                         "councils."));
    line.option(u"code"_s, u"FIELD"_s, Text::tr("Of districts: the property that is the code; if not given, a usual one."));
    line.option(u"name"_s, u"FIELD"_s, Text::tr("Of districts: the property that is the name; if not given, a usual one."));
    line.flag(u"recompute"_s, Text::tr("Of districts: past requests get the district council of their place."));
    line.option(u"rejects"_s, u"FILE"_s, Text::tr("Where bad rows go; if not given, beside the file."));
    if (const auto end = line.read(words, 2))
        return *end;
    const QString what = line.positional(0);
    const bool areCards = what == u"cards"_s;
    if (!QStringList{u"cards"_s, u"requests"_s, u"addresses"_s, u"districts"_s}.contains(what))
        return line.misuse(Text::tr("Only requests, cards, addresses and districts can be imported."));
    if (const QString alien = optionOfAnother(what, line); !alien.isEmpty())
        return line.misuse(Text::tr("--%1 has no meaning here.").arg(alien));
    if (what == u"addresses"_s || what == u"districts"_s)
        return importPlaces(line);
    if (areCards == line.has(u"mapping"_s))
        return line.misuse(areCards ? Text::tr("Cards have no mapping.") : Text::tr("--mapping MAP is missing."));

    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    watchForStop();
    if (areCards)
        return importCards({line.positional(1), line.value(u"rejects"_s)}, *hub);
    const ImportFiles files{line.positional(1), line.value(u"mapping"_s), line.value(u"rejects"_s)};
    const auto report = [&] {
        Progress progress(Text::tr("Bytes"));
        return importRequests(files, hub->store(), hub->hub(), hub->clock(), [&](const ImportProgress &p) {
            progress.update(p.bytesRead, p.bytesTotal);
            return !isStopWanted();
        });
    }();
    if (!report)
        return explainImport(report.error(), files.mapping);
    const QLocale locale;
    say(Text::tr("Rows: %1. Imported: %2. There already: %3. Rejected: %4.")
            .arg(locale.toString(report->rows), locale.toString(report->imported), locale.toString(report->known),
                 locale.toString(report->rejected)));
    if (report->rejected == 0)
        return Done;
    say(Text::tr("The rejected rows are in %1. Correct them there and import that file.").arg(files.rejectsPath()));
    return Failed;
}

ExitCode demoCommand(const QStringList &words)
{
    CommandLine line(
        u"demo --data DIR [--requests N] [--seed S]"_s,
        Text::tr("Fills a town that has no requests yet with ten years of invented ones. The same seed gives the same "
                 "town."));
    line.option(u"requests"_s, u"N"_s, Text::tr("How many requests."), u"5000"_s);
    line.option(u"seed"_s, u"S"_s, Text::tr("Which invented town."), u"1"_s);
    if (const auto end = line.read(words, 0))
        return *end;
    bool isCount = false;
    bool isSeed = false;
    DemoOptions options;
    options.requests = line.value(u"requests"_s).toLongLong(&isCount);
    options.seed = line.value(u"seed"_s).toUInt(&isSeed);
    if (!isCount || options.requests < 1 || !isSeed)
        return line.misuse(Text::tr("--requests and --seed want whole numbers."));

    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const auto there = requestsOf(hub->store());
    if (!there)
        return fail(inWords(there.error()), Text::tr("Nothing was changed."), Text::tr("Mend this and call it again."));
    if (*there > 0)
        return fail(Text::tr("The town has requests already."), Text::tr("Nothing was changed."),
                    Text::tr("Found a new town with init for the demonstration."));
    watchForStop();
    options.until = hub->clock().now();
    const auto town = DemoTown::create(options);
    if (!town)
        return fail(inWords(town.error()), Text::tr("Nothing was changed."), Text::tr("Install Parvis again."));
    const QString halfway = Text::tr("The town is half filled.");
    const QString again = Text::tr("Found a new town with init and call demo again.");
    if (const Status filled = fill(hub->hub(), *town, options.requests); !filled)
        return fail(inWords(filled.error()), halfway, again);
    if (const Status set = giveDemoPassword(hub->hub(), town->data().named); !set)
        return fail(inWords(set.error()), halfway, again);
    say(Text::tr("%1 has %2 requests.").arg(town->data().town, QLocale().toString(options.requests)));
    say(Text::tr("Its agents sign in with the password “%1”: %2 at the desk, %3 others.")
            .arg(QString::fromUtf8(demoPassword), town->data().named.value(0))
            .arg(town->data().named.size() - 1));
    return Done;
}

} // namespace parvis
