#include "ui_sync/syncwords.h"

#include "ui_common/words.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

QString fieldNames(const SyncItem &item)
{
    QStringList names;
    const QStringList fields = item.wanted().keys();
    for (const QString &field : fields) {
        if (!followsFromOthers(field))
            names.append(fieldWord(item.kind(), field));
    }
    return names.join(u", "_s);
}

QString progressText(const SyncState &state)
{
    const QLocale locale;
    return SyncWords::tr("%1 of %2 records").arg(locale.toString(state.done), locale.toString(state.total));
}

} // namespace

StateText stateText(const SyncState &state, const QTimeZone &zone, const QDate &today)
{
    StateText text;
    const auto say = [&text](const QString &icon, Tone tone, const QString &title, const QString &explanation) {
        text = {icon, title, explanation, tone};
    };
    switch (state.phase) {
    case SyncPhase::SignedOut:
        say(u"log-in"_s, Tone::DueToday, SyncWords::tr("Not signed in"),
            SyncWords::tr("You can work on: everything is kept on this desk and sent once you have signed in at the hub."));
        break;
    case SyncPhase::Offline:
        say(u"cloud-off"_s, Tone::DueToday, SyncWords::tr("Offline"),
            SyncWords::tr("The hub does not answer. You can work on: everything is kept on this desk and sent when it answers "
                          "again, by itself."));
        break;
    case SyncPhase::FirstSync:
        if (state.isPaused)
            say(u"pause"_s, Tone::DueToday, SyncWords::tr("The first fetch is paused"),
                SyncWords::tr("What has come is kept (%1). F5 goes on from there.").arg(progressText(state)));
        else
            say(u"download"_s, Tone::Accent, SyncWords::tr("Fetching the town's records for the first time"),
                SyncWords::tr("%1. You can already work; what is missing arrives by itself, even after an interruption.")
                    .arg(progressText(state)));
        break;
    case SyncPhase::Pushing:
        say(u"cloud-upload"_s, Tone::Accent, SyncWords::tr("Sending"), SyncWords::tr("Your work is on its way to the hub."));
        break;
    case SyncPhase::Pulling:
        say(u"download"_s, Tone::Accent, SyncWords::tr("Receiving"), SyncWords::tr("The work of the others is coming in."));
        break;
    case SyncPhase::UpToDate:
        say(u"cloud-check"_s, Tone::OnTime, SyncWords::tr("Up to date"),
            state.isLive ? SyncWords::tr("What the others do appears here within a second.")
                         : SyncWords::tr("What the others do is fetched every now and then; F5 asks at once."));
        break;
    case SyncPhase::Throttled:
        say(u"clock"_s, Tone::DueToday, SyncWords::tr("The hub asks for patience"),
            SyncWords::tr("Nothing is lost: sending goes on by itself in a moment."));
        break;
    case SyncPhase::Diverged:
        say(u"rotate-ccw"_s, Tone::DueToday, SyncWords::tr("Comparing with the hub anew"), sentence(ErrorCode::HistoryDiverged));
        break;
    case SyncPhase::Refused:
        say(u"circle-alert"_s, Tone::Late, SyncWords::tr("Sync has stopped"),
            SyncWords::tr("Your work is kept on this desk. Copy the report for your administrator."));
        break;
    }
    if (state.reason && state.phase != SyncPhase::Diverged)
        text.explanation = sentence(*state.reason);
    if (state.retryAt.isSet())
        text.explanation += u' ' + SyncWords::tr("Next attempt at %1; F5 tries now.").arg(timeText(state.retryAt, zone));
    else if (state.phase == SyncPhase::Offline || state.phase == SyncPhase::Refused)
        text.explanation += u' ' + SyncWords::tr("F5 tries again.");
    if (state.upToDateAt.isSet() && state.phase != SyncPhase::UpToDate)
        //: a moment: "12:41", "yesterday 12:41"
        text.explanation += u' ' + SyncWords::tr("Last up to date: %1.").arg(momentText(state.upToDateAt, zone, today));
    return text;
}

QString itemTitle(const SyncItem &item)
{
    const QString number = item.number.isEmpty() && !item.request.isNull() ? SyncWords::tr("N° to come") : item.number;
    const QString where = item.subject.isEmpty() ? number : SyncWords::tr("%1 %2").arg(number, item.subject).trimmed();
    const bool isCreation = item.proposal ? item.proposal->verb == token(Verb::Create) : item.entry.mutation.verb == Verb::Create;
    //: a piece of work: new request, new note …
    const QString what = isCreation ? SyncWords::tr("new: %1").arg(word(item.kind())) : fieldNames(item);
    //: a piece of work: where, and what of it
    return where.isEmpty() ? SyncWords::tr("%1: %2").arg(word(item.kind()), what) : SyncWords::tr("%1: %2").arg(where, what);
}

QString itemDetail(const SyncItem &item, const ReferenceData &town, const QDate &today)
{
    const Instant at = item.isOwn() ? item.entry.mutation.at : item.proposal->at;
    const QString when = momentText(at, town.calendar().zone(), today);
    if (!item.entry.outcome && item.isOwn())
        return SyncWords::tr("To send since %1.").arg(when);
    const QString why = sentence(item.refusal());
    if (item.isOwn())
        //: moment of the work, and why it was refused
        return SyncWords::tr("%1. %2").arg(when, why);
    //: author and moment of the work, and why it was refused
    return SyncWords::tr("%1, %2. %3").arg(town.userName(item.proposal->author), when, why);
}

} // namespace parvis
