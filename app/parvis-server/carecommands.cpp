#include "commandline.h"
#include "commands.h"
#include "text.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

std::unique_ptr<OpenHub> openOrExplain(const QString &path, const HubSettings &settings)
{
    auto hub = OpenHub::open(HubFolder(path), settings);
    if (hub)
        return std::move(hub).value();
    const QString safe = Text::tr("The data were not touched.");
    switch (hub.error().code) {
    case ErrorCode::NotFound:
        fail(Text::tr("There is no town in %1.").arg(path), safe,
             Text::tr("Check the name of the folder, or found a town with init."));
        break;
    case ErrorCode::StorageNewer: fail(inWords(hub.error()), safe, Text::tr("Install the newer version again.")); break;
    default:
        fail(inWords(hub.error()), safe,
             Text::tr("Check that you may read the folder; if the disk is damaged, restore a backup."));
    }
    return nullptr;
}

ExitCode backupCommand(const QStringList &words)
{
    CommandLine line(
        u"backup FILE --data DIR"_s,
        Text::tr("Copies the town's database as of one moment, while it is served or not, to FILE, and the attached files to "
                 "FILE.blobs. Keep a copy of certificate.pem and key.pem too. To restore: put the copy back as town.sqlite, and "
                 "the files as blobs, while nothing serves the folder."));
    if (const auto end = line.read(words, 1))
        return *end;
    const QString file = line.positional(0);
    if (QFileInfo::exists(file))
        return fail(Text::tr("There is a file %1 already.").arg(file), Text::tr("It was left as it is."),
                    Text::tr("Name a new file."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    if (const Status copied = hub->hub().backup(file); !copied)
        return fail(inWords(copied.error()), Text::tr("The town is as it was; no incomplete copy was left."),
                    Text::tr("Check that there is room for the copy."));
    const QString files = file + u".blobs"_s; // after the database: each file that it names has come before
    if (const Status copied = hub->blobs().copyTo(files); !copied)
        return fail(inWords(copied.error()), Text::tr("The town is as it was; the copy of its database is complete."),
                    Text::tr("Check that there is room, then copy the folder %1 to %2.").arg(hub->blobs().path(), files));
    say(Text::tr("The town is copied to %1.").arg(file));
    return Done;
}

ExitCode verifyCommand(const QStringList &words)
{
    CommandLine line(u"verify --data DIR"_s,
                     Text::tr("Walks the whole history and proves that nothing in it was altered, removed or put in between."));
    if (const auto end = line.read(words, 0))
        return *end;
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    watchForStop();
    const auto report = [&] {
        Progress progress(Text::tr("Changes"));
        return hub->hub().verify([&](qint64 checked, qint64 all) {
            progress.update(checked, all);
            return !isStopWanted();
        });
    }();
    if (!report)
        return fail(inWords(report.error()), Text::tr("The data were not touched."), Text::tr("Call it again."));
    const QLocale locale;
    if (report->firstBroken > 0)
        return fail(
            Text::tr("The history is broken at change %1 (%2).").arg(locale.toString(report->firstBroken), report->reason),
            Text::tr("The changes before it are proven."),
            Text::tr("Keep this folder for the inquiry and restore the last backup that verifies."));
    say(Text::tr("The history is whole: %1 changes checked.").arg(locale.toString(report->checked)));
    return Done;
}

ExitCode statusCommand(const QStringList &words)
{
    CommandLine line(
        u"status --data DIR"_s,
        Text::tr("Tells how the hub stands, while it is served or not: its history, and what it tells agents by e-mail."));
    if (const auto end = line.read(words, 0))
        return *end;
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const auto hello = hub->hub().hello();
    const auto mail = hub->hub().mailCounts();
    if (!hello || !mail)
        return fail(inWords(hello ? mail.error() : hello.error()), Text::tr("The data were not touched."),
                    Text::tr("Call it again."));
    const QLocale locale;
    say(Text::tr("%1: %2 changes.").arg(hello->town, locale.toString(hello->head.seq)));
    say(Text::tr("E-mail to agents: %1 wait, %2 sent, %3 refused, %4 dropped.")
            .arg(locale.toString(mail->waiting), locale.toString(mail->sent), locale.toString(mail->failed),
                 locale.toString(mail->dropped)));
    if (mail->next.isSet())
        say(Text::tr("The next one may be sent from %1 on.")
                .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(mail->next.ms), QLocale::ShortFormat)));
    if (!mail->lastError.isEmpty())
        say(Text::tr("What a mail server said last: %1").arg(mail->lastError));
    return Done;
}

} // namespace parvis
