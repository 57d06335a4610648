#include "ui_approvals/approvalwords.h"

#include "ui_common/words.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct ApprovalWords
{
    Q_DECLARE_TR_FUNCTIONS(parvis::ApprovalWords)
};

QString nameOf(const QJsonObject &who, const Id &service, const ReferenceData &town)
{
    const QList<Id> people = decidersOf(who, service, town);
    const auto role = fromToken<Role>(who.value("role"_L1).toString());
    if (people.size() == 1)
        return town.userName(people.first());
    const QString name = role ? word(*role) : ApprovalWords::tr("somebody unknown");
    const QString unit = town.unitName(serviceOf(who, {})); // where the requests are of several services
    return unit.isEmpty() ? name : u"%1 (%2)"_s.arg(name, unit);
}

} // namespace

QString viewTitle(ApprovalView view)
{
    switch (view) {
    case ApprovalView::ForMe: return ApprovalWords::tr("For me");
    case ApprovalView::ForAll: return ApprovalWords::tr("For everyone");
    case ApprovalView::Mine: return ApprovalWords::tr("Written by me");
    }
    return {};
}

QString word(ReplyAct act)
{
    switch (act) {
    case ReplyAct::Submitted: return ApprovalWords::tr("submitted");
    case ReplyAct::Approved: return ApprovalWords::tr("approved");
    case ReplyAct::Returned: return ApprovalWords::tr("returned");
    case ReplyAct::Refused: return ApprovalWords::tr("refused");
    case ReplyAct::TakenBack: return ApprovalWords::tr("took the approval back");
    case ReplyAct::Withdrawn: return ApprovalWords::tr("withdrew it");
    case ReplyAct::Remarked: return ApprovalWords::tr("remarked");
    }
    return {};
}

ChipLook chipFor(ReplyChannel channel)
{
    switch (channel) {
    case ReplyChannel::None: return {};
    case ReplyChannel::Email: return {u"at-sign"_s, word(channel), Tone::Neutral};
    case ReplyChannel::Sms: return {u"message-square-text"_s, word(channel), Tone::Neutral};
    case ReplyChannel::Phone: return {u"phone"_s, word(channel), Tone::Neutral};
    case ReplyChannel::Letter: return {u"mail"_s, word(channel), Tone::Neutral};
    case ReplyChannel::Counter: return {u"users"_s, word(channel), Tone::Neutral};
    }
    return {};
}

ChipLook stateChip(const Reply &reply)
{
    switch (reply.state) {
    case ReplyState::Draft:
        return reply.round > 0 ? ChipLook{u"undo-2"_s, ApprovalWords::tr("came back"), Tone::DueToday}
                               : ChipLook{u"square-pen"_s, ApprovalWords::tr("being written"), Tone::Neutral};
    case ReplyState::InApproval: {
        const QList<OpenPart> open = openPartsOf(reply);
        const int step = open.isEmpty() ? 0 : open.first().step;
        return {u"clock"_s, ApprovalWords::tr("step %1 of %2").arg(step + 1).arg(reply.circuit.size()), Tone::Accent};
    }
    case ReplyState::Approved: return {u"circle-check"_s, ApprovalWords::tr("approved"), Tone::OnTime};
    case ReplyState::Refused: return {u"circle-x"_s, ApprovalWords::tr("refused"), Tone::Late};
    case ReplyState::Withdrawn: return {u"rotate-ccw"_s, ApprovalWords::tr("withdrawn"), Tone::Held};
    }
    return {};
}

QString waitsOn(const ApprovalItem &item, const ReferenceData &town)
{
    QStringList names;
    for (const OpenPart &part : item.open)
        names.append(nameOf(part.who, item.row.service, town));
    names.removeDuplicates();
    return names.join(u", "_s);
}

QString citizenText(const ReplyRow &row)
{
    const int count = int(row.reply.recipients.size());
    if (count > 1)
        return ApprovalWords::tr("%n citizen(s)", nullptr, count);
    return row.citizen.isEmpty() ? ApprovalWords::tr("anonymous") : row.citizen;
}

QString aboutText(const ApprovalItem &item, const ReferenceData &town)
{
    QStringList parts{citizenText(item.row), town.unitName(item.row.service)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString wayText(const ApprovalItem &item, ApprovalView view, const Id &agent, const ReferenceData &town, const QDate &today)
{
    const Reply &reply = item.row.reply;
    const QDate day = town.calendar().localDay(item.since);
    const QString since = day == today ? timeText(item.since, town.calendar().zone()) : shortDay(day);
    QStringList parts;
    if (view == ApprovalView::ForMe) {
        parts.append(town.userName(reply.author));
        if (reply.state == ReplyState::InApproval)
            parts.append(stateChip(reply).text);
        if (item.isDeputy(agent))
            parts.append(ApprovalWords::tr("for %1").arg(town.userName(item.mine->onBehalf)));
    } else {
        const QString who = waitsOn(item, town);
        //: the state of a reply, then the day since when it is so
        parts.append(who.isEmpty() ? ApprovalWords::tr("%1, %2").arg(stateChip(reply).text, since)
                                   : ApprovalWords::tr("waits on %1 since %2").arg(who, since));
        if (view == ApprovalView::ForAll)
            parts.append(town.userName(reply.author));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString sentence(ApprovalAct act, const Error &error)
{
    if (act == ApprovalAct::ApproveChanged && error.code == ErrorCode::InvalidInput && !error.detail.isEmpty() &&
        !fromToken<Refusal>(error.detail))
        return ApprovalWords::tr("Nothing is approved: these fields hold nothing for one of the citizens: %1.").arg(error.detail);
    if (act == ApprovalAct::KeepSignature && error.code == ErrorCode::TooLarge)
        return ApprovalWords::tr("This picture is too large for a signature: choose a smaller one.");
    if (act == ApprovalAct::KeepSignature && error.code == ErrorCode::InvalidInput)
        return ApprovalWords::tr("This file is no picture that can be read: choose a PNG or a JPEG.");
    const auto refusal = fromToken<Refusal>(error.detail);
    if (refusal == Refusal::Superseded)
        return ApprovalWords::tr("Nothing is approved: the reply was changed meanwhile. Read it as it is now.");
    if (refusal == Refusal::WrongMove && act == ApprovalAct::TakeBack)
        return ApprovalWords::tr("The approval stays: the reply has gone out, or somebody decided on it since.");
    if (refusal == Refusal::WrongMove && act == ApprovalAct::Withdraw)
        return ApprovalWords::tr("Nothing is withdrawn: the reply has gone out, or was refused meanwhile.");
    if (refusal == Refusal::WrongMove && act == ApprovalAct::Restore)
        return ApprovalWords::tr("It stays as it is: the reply is not withdrawn.");
    if (refusal == Refusal::WrongMove && act == ApprovalAct::TakeUp)
        return ApprovalWords::tr("It can't be taken up again: somebody decided on it meanwhile.");
    if (refusal == Refusal::WrongMove)
        return ApprovalWords::tr("Nothing is decided: somebody else decided on this reply meanwhile.");
    if (refusal == Refusal::MissingField)
        return ApprovalWords::tr("Nothing is approved: the reply has no text, or is too long for its channel.");
    return refusal && *refusal != Refusal::None ? sentence(*refusal) : sentence(error);
}

} // namespace parvis
