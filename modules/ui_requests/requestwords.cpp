#include "ui_requests/requestwords.h"

#include "domain/cardform.h"
#include "ui_common/chip.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/missionwords.h"
#include "ui_common/words.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct RequestWords
{
    Q_DECLARE_TR_FUNCTIONS(RequestWords)
};

const QString none = u"–"_s;

Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

template <typename E>
QString enumText(const QJsonValue &value)
{
    const auto known = fromToken<E>(value.toString());
    return known ? word(*known) : value.toString();
}

QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? RequestWords::tr("yes") : RequestWords::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', 10);
    return valueText(value);
}

QString formText(const QJsonObject &form)
{
    QStringList parts;
    for (auto it = form.begin(); it != form.end(); ++it)
        parts.append(RequestWords::tr("%1: %2").arg(it.key(), plainText(it.value())));
    return parts.join(u"; "_s);
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text.replace(0, 1, text.at(0).toUpper());
    return text;
}

QString contactTitle(const TimelineEntry &entry)
{
    const QString channel = word(entry.channel);
    return entry.isOutgoing ? RequestWords::tr("%1, to the citizen").arg(channel)
                            : RequestWords::tr("%1, from the citizen").arg(channel);
}

QString proposalTitle(const TimelineEntry &entry)
{
    switch (entry.state) {
    case ProposalState::Open: return RequestWords::tr("Conflict");
    case ProposalState::Taken: return RequestWords::tr("Conflict settled: the other value was taken");
    case ProposalState::Dismissed: return RequestWords::tr("Conflict settled: what stood was kept");
    }
    return {};
}

QString wantedText(const FieldStep &step, const ReferenceData &town)
{
    return RequestWords::tr("%1: wanted %2, found %3")
        .arg(sentenceCase(fieldWord(Kind::Request, step.field)), valueText(step.field, step.after, town),
             valueText(step.field, step.before, town));
}

QString replyTitle(ReplyState state, bool isReturned)
{
    switch (state) {
    case ReplyState::Draft:
        return isReturned ? RequestWords::tr("Reply returned to its author") : RequestWords::tr("Reply being written");
    case ReplyState::InApproval: return RequestWords::tr("Reply in the signature book");
    case ReplyState::Approved: return RequestWords::tr("Reply approved");
    case ReplyState::Refused: return RequestWords::tr("Reply refused");
    case ReplyState::Withdrawn: return RequestWords::tr("Reply withdrawn");
    }
    return {};
}

//! "Acknowledgement, e-mail: delivered"
QString dispatchTitle(const Dispatch &d)
{
    const QString what = word(d.purpose);
    //: what went out, by which channel, how far it has come
    return RequestWords::tr("%1, %2: %3")
        .arg(what.left(1).toUpper() + what.mid(1), word(d.channel).toLower(), word(d.state, d.channel));
}

} // namespace

QString valueText(const QString &field, const QJsonValue &value, const ReferenceData &town)
{
    const auto known = [](const QString &name) { return name.isEmpty() ? none : name; };
    if (value.isNull() || value.isUndefined() || value == QJsonValue(QString()))
        return none;
    if (field == "status"_L1)
        return enumText<RequestStatus>(value);
    if (field == "channel"_L1)
        return enumText<Channel>(value);
    if (field == "reply_channel"_L1)
        return enumText<ReplyChannel>(value);
    if (field == "reason"_L1)
        return reasonWord(value.toString());
    if (field == "service"_L1)
        return known(town.unitName(idOf(value)));
    if (field == "assignee"_L1 || field == "created_by"_L1)
        return known(town.userName(idOf(value)));
    if (field == "district"_L1)
        return known(town.districtName(idOf(value)));
    if (field == "card"_L1)
        return known(town.cardTitle(idOf(value)));
    if (field == "theme"_L1) {
        const Theme *theme = town.theme(idOf(value));
        return theme ? theme->name : none;
    }
    if (field == "incident"_L1)
        return RequestWords::tr("gathered with others");
    if (field == "citizen"_L1)
        return RequestWords::tr("another citizen");
    if (field == "due_on"_L1)
        return shortDay(QDate::fromString(value.toString(), Qt::ISODate));
    if (value.isObject())
        return known(formText(value.toObject()));
    if (value.isArray())
        return value.toVariant().toStringList().join(u", "_s);
    return plainText(value);
}

QString viewTitle(RequestView view)
{
    switch (view) {
    //: a saved view of the list of requests
    case RequestView::Mine: return RequestWords::tr("Mine");
    case RequestView::MyServices: return RequestWords::tr("My service");
    case RequestView::Late: return RequestWords::tr("Late");
    case RequestView::DueToday: return RequestWords::tr("Due today");
    case RequestView::ToQualify: return RequestWords::tr("To qualify");
    case RequestView::All: return RequestWords::tr("All");
    }
    return {};
}

QString numberText(const QString &number)
{
    //: in the place of a request's number, which the hub gives
    return number.isEmpty() ? RequestWords::tr("N° to come") : number;
}

QStringList columnTitles()
{
    return {RequestWords::tr("Number"), RequestWords::tr("Subject"), RequestWords::tr("Citizen"), RequestWords::tr("Service"),
            RequestWords::tr("Delay")};
}

QString cellText(const RequestRow &row, const Delay &delay, RequestListModel::Column column)
{
    switch (column) {
    case RequestListModel::Number: return numberText(row.number);
    case RequestListModel::Subject: return row.subject;
    case RequestListModel::CitizenName: return row.citizen.isEmpty() ? RequestWords::tr("anonymous") : row.citizen;
    case RequestListModel::Service: return row.serviceName.isEmpty() ? none : row.serviceName;
    case RequestListModel::DelayColumn: return delay.counts() ? humanDelay(delay) : word(row.status);
    case RequestListModel::ColumnCount: break;
    }
    return {};
}

QString stepText(const FieldStep &step, const ReferenceData &town)
{
    const QString name = sentenceCase(fieldWord(Kind::Request, step.field));
    const QString after = valueText(step.field, step.after, town);
    if (step.before.isUndefined())
        return RequestWords::tr("%1: %2").arg(name, after);
    //: a change of a field: name, old value, new value
    return RequestWords::tr("%1: %2 → %3").arg(name, valueText(step.field, step.before, town), after);
}

EntryText entryText(const TimelineEntry &entry, const ReferenceData &town, const QDate &today)
{
    using What = TimelineEntry::What;
    EntryText text;
    QStringList lines;
    switch (entry.what) {
    case What::Created:
        text.icon = chipFor(entry.channel).icon;
        text.title = RequestWords::tr("Recorded (%1)").arg(word(entry.channel));
        break;
    case What::Changed: {
        text.icon = u"pencil"_s;
        text.title = RequestWords::tr("Changed");
        for (const FieldStep &step : entry.steps) {
            lines.append(stepText(step, town));
            if (step.field == "status"_L1) {
                text.title = enumText<RequestStatus>(step.after.isNull() ? token(RequestStatus::Received) : step.after);
                text.icon = chipFor(fromToken<RequestStatus>(step.after.toString()).value_or(RequestStatus::Received)).icon;
            }
        }
        break;
    }
    case What::Contact:
        text.icon = entry.isOutgoing ? u"send"_s : chipFor(entry.channel).icon;
        text.title = contactTitle(entry);
        text.tone = Tone::Accent;
        break;
    case What::Note:
        text.icon = u"sticky-note"_s;
        text.title = RequestWords::tr("Note");
        break;
    case What::Attachment:
        text.icon = u"paperclip"_s;
        text.title = RequestWords::tr("Attachment");
        break;
    case What::Reminder: {
        const bool isEscalated = entry.level != ReminderLevel::Referent;
        text.icon = isEscalated ? u"triangle-alert"_s : u"bell"_s;
        text.tone = isEscalated ? Tone::Late : Tone::DueToday;
        const QString name = town.userName(entry.to);
        //: of a request that is late or nearly; %1 the referent
        text.title = !isEscalated ? RequestWords::tr("Reminder to %1").arg(name)
                     : entry.level == ReminderLevel::Head
                         //: %1: a head of service
                         ? RequestWords::tr("Escalated to %1, head of service").arg(name)
                         //: %1: a director
                         : RequestWords::tr("Escalated to %1, director").arg(name);
        if (name.isEmpty())
            text.title = RequestWords::tr("Reminder: nobody is there to be told");
        lines.append(RequestWords::tr("Promised for %1").arg(longDay(entry.dueOn)));
        break;
    }
    case What::Mission: {
        const Mission &m = entry.mission;
        const QString said = word(m.safety);
        text.icon = u"footprints"_s;
        text.tone = m.safety == Safety::StillDangerous ? Tone::Late : Tone::Neutral;
        //: patrol; %1: "to do", "reported"; %2: "Made safe"
        text.title = said.isEmpty() ? RequestWords::tr("Patrol: %1").arg(word(m.state))
                                    : RequestWords::tr("Patrol: %1, %2").arg(word(m.state), said.toLower());
        if (m.purpose != MissionPurpose::Own)
            lines.append(m.instructions.trimmed());
        if (m.state == MissionState::Done && !entry.isTold && m.purpose != MissionPurpose::Own)
            lines.append(reportText(m));
        if (m.state == MissionState::Cancelled)
            //: of a patrol mission that was cancelled by who gave it
            lines.append(m.reason == "withdrawn"_L1 ? RequestWords::tr("taken back") : m.reason);
        if (isOpen(m.state)) {
            const QString who = town.userName(m.patroller);
            //: who is sent to look
            lines.append(who.isEmpty() ? RequestWords::tr("Whoever takes it") : RequestWords::tr("Goes: %1").arg(who));
            if (m.dueOn.isValid())
                //: a day by which somebody goes and looks
                lines.append(RequestWords::tr("before %1").arg(longDay(m.dueOn)));
        }
        lines.removeAll(QString());
        break;
    }
    case What::Reply:
        text.icon = u"signature"_s;
        text.title = replyTitle(entry.replyState, !entry.reason.isEmpty());
        text.tone = entry.replyState == ReplyState::Refused ? Tone::Late : Tone::Accent;
        if (!entry.reason.isEmpty())
            //: why a reply was returned or refused
            lines.append(RequestWords::tr("Reason: %1").arg(entry.reason));
        break;
    case What::Dispatch: {
        const Dispatch &d = entry.dispatch;
        const ChipLook look = chipFor(d);
        text.icon = look.icon;
        text.tone = look.tone;
        text.title = dispatchTitle(d);
        //: to whom something was sent, and its number in the register
        lines.append(d.chrono.isEmpty() ? RequestWords::tr("To %1").arg(d.name)
                                        : RequestWords::tr("To %1, n° %2").arg(d.name, d.chrono));
        lines.append(troubleText(d));
        lines.removeAll(QString());
        break;
    }
    case What::Proposal:
        text.icon = u"git-compare"_s;
        text.title = proposalTitle(entry);
        text.tone = Tone::Held;
        for (const FieldStep &step : entry.steps)
            lines.append(wantedText(step, town));
        break;
    }
    if (entry.isRedacted && entry.what == What::Attachment)
        //: of a file
        lines.append(RequestWords::tr("%1 (taken away)").arg(entry.text));
    else if (entry.isRedacted)
        lines.append(RequestWords::tr("(deleted)"));
    else if (!entry.text.isEmpty())
        lines.append(entry.text);
    text.body = lines.join(u'\n');
    const QString name = town.userName(entry.author);
    const QString who = !name.isEmpty() ? name : entry.isPending ? RequestWords::tr("you") : RequestWords::tr("the town");
    //: who and when: "Marie Rousseau, 12:41"
    text.meta = RequestWords::tr("%1, %2").arg(who, momentText(entry.at, town.calendar().zone(), today));
    if (entry.isPending)
        //: not yet at the hub
        text.meta = RequestWords::tr("%1 (to send)").arg(text.meta);
    return text;
}

QString EntryText::spoken() const
{
    return body.isEmpty() ? RequestWords::tr("%1, %2").arg(title, meta) : RequestWords::tr("%1, %2: %3").arg(title, meta, body);
}

std::pair<QString, QString> textsOf(const SavedAct &act)
{
    const QString number = numberText(act.number);
    QString done, what;
    switch (act.act) {
    case RequestAct::Note:
        done = RequestWords::tr("Note added to %1.").arg(number);
        what = RequestWords::tr("note on %1").arg(number);
        break;
    case RequestAct::Contact: done = RequestWords::tr("Contact added to %1.").arg(number); break; // it took place: it stays
    case RequestAct::Status:
        done = RequestWords::tr("%1 is now: %2.").arg(number, word(act.status).toLower());
        what = RequestWords::tr("status of %1").arg(number);
        break;
    case RequestAct::Assign:
        done = RequestWords::tr("%1 was reassigned.").arg(number);
        what = RequestWords::tr("reassignment of %1").arg(number);
        break;
    case RequestAct::TakeBack:
        done = RequestWords::tr("%1 is back at the desk, to be qualified.").arg(number);
        what = RequestWords::tr("%1 taken back").arg(number);
        break;
    case RequestAct::Part:
        done = RequestWords::tr("A new request was made, as a part of %1.").arg(number);
        what = RequestWords::tr("part of %1").arg(number);
        break;
    case RequestAct::Check:
        done = RequestWords::tr("The checklist of %1 was changed.").arg(number);
        what = RequestWords::tr("checklist of %1").arg(number);
        break;
    case RequestAct::Field:
        done = RequestWords::tr("%1 was changed.").arg(number);
        what = RequestWords::tr("change of %1").arg(number);
        break;
    case RequestAct::Take:
        done = RequestWords::tr("The value was taken on %1.").arg(number);
        what = RequestWords::tr("value taken on %1").arg(number);
        break;
    case RequestAct::Dismiss:
        done = RequestWords::tr("What stands was kept on %1.").arg(number);
        what = RequestWords::tr("conflict settled on %1").arg(number);
        break;
    case RequestAct::Attach:
        done = RequestWords::tr("File added to %1.").arg(number);
        what = RequestWords::tr("file of %1").arg(number);
        break;
    case RequestAct::Detach:
        done = RequestWords::tr("File taken away from %1.").arg(number);
        what = RequestWords::tr("file taken away from %1").arg(number);
        break;
    }
    return {done, what};
}

QString answerTakenBack()
{
    return RequestWords::tr(
        "The answer was taken back. Its contact stays on record, but does not hold any more: tell the citizen "
        "if the words had reached them.");
}

QString withWhatStays(const QString &done, int stillTold)
{
    if (stillTold == 0)
        return done;
    return done + u' ' +
           RequestWords::tr("On %n of them the contact with the reply stays; a note says that it does not hold.", nullptr,
                            stillTold);
}

} // namespace parvis
