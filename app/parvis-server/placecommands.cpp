#include "commandline.h"
#include "commands.h"
#include "csvimport/districtimport.h"
#include "geo/addressbuilder.h"
#include "text.h"

#include <QtCore/QLocale>

#include <numeric>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype absentNamed = 10;

QString sentence(AddressFault fault)
{
    switch (fault) {
    case AddressFault::Csv: return Text::tr("quotes that do not end, a line that is too long, or no UTF-8");
    case AddressFault::Cells: return Text::tr("more or fewer cells than the header");
    case AddressFault::NoName: return Text::tr("neither a street nor a place");
    case AddressFault::NoCommune: return Text::tr("no commune");
    case AddressFault::Number: return Text::tr("no house number");
    case AddressFault::Position: return Text::tr("no position");
    case AddressFault::None: break;
    }
    return {};
}

QString sentence(GeoNote note)
{
    switch (note) {
    case GeoNote::NoGeometry: return Text::tr("has no surface and is left out");
    case GeoNote::EmptyPolygon: return Text::tr("has a ring of fewer than three points, which is left out");
    case GeoNote::Unclosed: return Text::tr("has a ring that was not closed; it is now");
    case GeoNote::CrossesItself: return Text::tr("crosses itself: look at it on a map");
    case GeoNote::HasNoArea: return Text::tr("has a ring that encloses nothing, which is left out");
    }
    return {};
}

} // namespace

ExitCode importAddresses(const QStringList &files, const HubFolder &folder)
{
    const auto report = [&] {
        Progress progress(Text::tr("Bytes"));
        return importAddresses(files, folder.addresses(), [&progress](qint64 read, qint64 all) {
            progress.update(read, all);
            return !isStopWanted();
        });
    }();
    if (!report) {
        const QString safe = Text::tr("The addresses are as they were.");
        switch (report.error().code) {
        case ErrorCode::Aborted: return fail(Text::tr("The import was stopped."), safe, Text::tr("Call it again."));
        case ErrorCode::InvalidInput:
            return fail(inWords(report.error()), safe,
                        Text::tr("Give the CSV file of the national address base (adresses-NN.csv or .csv.gz)."));
        case ErrorCode::NotFound: return fail(inWords(report.error()), safe, Text::tr("Check the names of the files."));
        default: return fail(inWords(report.error()), safe, Text::tr("Mend this and call it again."));
        }
    }
    const QLocale locale;
    say(Text::tr("Rows: %1. Addresses: %2. New: %3. Changed: %4. Gone: %5.")
            .arg(locale.toString(report->rows), locale.toString(report->addresses), locale.toString(report->added),
                 locale.toString(report->changed), locale.toString(report->removed)));
    if (report->rejected.isEmpty())
        return Done;
    const qint64 rejected = std::accumulate(report->rejected.begin(), report->rejected.end(), qint64(0));
    say(Text::tr("Rejected: %1.").arg(locale.toString(rejected)));
    for (const auto &[line, fault] : report->firstRejected)
        say(Text::tr("Line %1: %2.").arg(QString::number(line), sentence(fault)));
    return Failed;
}

ExitCode importDistricts(const DistrictFiles &files, OpenHub &open)
{
    const auto report = [&] {
        Progress progress(Text::tr("Requests"));
        return importDistricts(files, open.store(), open.hub(), [&progress](qint64 done, qint64 all) {
            progress.update(done, all);
            return !isStopWanted();
        });
    }();
    if (!report) {
        const QString safe = Text::tr("Nothing was changed.");
        switch (report.error().code) {
        case ErrorCode::Aborted:
            return fail(Text::tr("The import was stopped."), Text::tr("The districts are imported; some requests keep theirs."),
                        Text::tr("Call it again to go on."));
        case ErrorCode::InvalidInput:
        case ErrorCode::TooLarge:
            return fail(inWords(report.error()), safe, Text::tr("Correct %1 and call it again.").arg(files.geoJson));
        case ErrorCode::NotFound: return fail(inWords(report.error()), safe, Text::tr("Check the names of the files."));
        default: return fail(inWords(report.error()), safe, Text::tr("Mend this and call it again."));
        }
    }
    const QLocale locale;
    say(Text::tr("Code from “%1”, name from “%2”.").arg(report->codeField, report->nameField));
    say(Text::tr("New: %1. Changed: %2. Unchanged: %3.")
            .arg(locale.toString(report->created), locale.toString(report->changed), locale.toString(report->known)));
    for (const auto &[feature, note] : report->notes)
        say(Text::tr("Feature %1 %2.").arg(QString::number(feature), sentence(note)));
    if (!report->absent.isEmpty()) {
        const QString first =
            report->absent.mid(0, absentNamed).join(u", "_s) + (report->absent.size() > absentNamed ? u" …"_s : QString());
        say(Text::tr("Not in the file, and left as they are: %1 (%2).").arg(locale.toString(report->absent.size()), first));
    }
    if (!files.recomputesRequests)
        return Done;
    say(Text::tr("Requests with a place: %1. Now in another district: %2. Outside of all, left as they are: %3.")
            .arg(locale.toString(report->requests), locale.toString(report->requestsMoved),
                 locale.toString(report->requestsOutside)));
    for (const auto &[code, count] : report->movedTo.asKeyValueRange())
        say(Text::tr("To %1: %2.").arg(code, locale.toString(count)));
    return Done;
}

} // namespace parvis
