#include "domain/dispatch.h"

using namespace Qt::StringLiterals;

namespace parvis {

EntityDescription Dispatch::description()
{
    using D = Dispatch;
    return {kind,
            {field<&D::request>("request", Merge::Fixed),
             field<&D::reply>("reply", Merge::Fixed),
             field<&D::purpose>("purpose", Merge::Fixed),
             field<&D::citizen>("citizen", Merge::Fixed, Purpose::Answering),
             field<&D::channel>("channel", Merge::Fixed),
             field<&D::name>("name", Merge::Fixed, Purpose::Answering),
             field<&D::lines>("lines", Merge::Fixed, Purpose::Answering),
             field<&D::to>("address", Merge::Fixed, Purpose::Answering),
             field<&D::subject>("subject", Merge::Fixed, Purpose::Answering),
             field<&D::text>("text", Merge::Fixed, Purpose::Answering),
             field<&D::attachments>("attachments", Merge::Fixed, Purpose::Answering),
             field<&D::chrono>("chrono", Merge::Hub),
             field<&D::signatory>("signatory", Merge::Hub, Purpose::Accountability),
             field<&D::messageId>("message_id", Merge::Hub),
             field<&D::queuedAt>("queued_at", Merge::Hub),
             field<&D::notBefore>("not_before", Merge::Hub),
             field<&D::state>("state", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&D::attempts>("attempts", Merge::Hub),
             field<&D::error>("error", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&D::changedAt>("changed_at", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&D::doneBy>("done_by", Merge::CompareAndSet, Purpose::Accountability, "progress"),
             field<&D::letter>("letter", Merge::FirstWins)}};
}

Id dispatchId(const Id &reply, const QString &seal, const Id &request)
{
    return QUuid::createUuidV5(reply, seal.toLatin1() + request.toRfc4122());
}

Id acknowledgementId(const Id &request)
{
    return QUuid::createUuidV5(request, QByteArrayLiteral("acknowledgement"));
}

Id letterId(const Id &contact)
{
    return QUuid::createUuidV5(contact, QByteArrayLiteral("letter"));
}

bool isSentByHub(ReplyChannel channel)
{
    return channel == ReplyChannel::Email || channel == ReplyChannel::Sms;
}

bool mayCancel(const Dispatch &dispatch)
{
    return dispatch.state == DispatchState::Queued || dispatch.state == DispatchState::Cancelled;
}

QList<DispatchState> nextStates(const Dispatch &dispatch)
{
    using S = DispatchState;
    const bool isHubs = isSentByHub(dispatch.channel);
    switch (dispatch.state) {
    case S::Queued:
        if (dispatch.channel == ReplyChannel::Letter)
            return {S::Printed};
        return isHubs ? QList<S>() : QList<S>{S::Sent, S::Failed};
    case S::Printed: return {S::Sent, S::Queued};
    case S::Sent: // said too early; came back
        if (dispatch.channel == ReplyChannel::Letter)
            return {S::Printed, S::Queued, S::Failed};
        return isHubs ? QList<S>() : QList<S>{S::Queued, S::Failed};
    case S::Failed: // a text with holes is sent to nobody, however often it is asked for
        return dispatch.error.startsWith(incompleteText) ? QList<S>() : QList<S>{S::Queued};
    case S::Uncertain: return {S::Queued, S::Sent};
    case S::Sending:
    case S::Delivered:
    case S::Cancelled: return {};
    }
    return {};
}

bool hasGone(DispatchState state)
{
    return state == DispatchState::Sent || state == DispatchState::Delivered;
}

Refusal dispatchRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor)
{
    if (const QString word = after.value("state"_L1).toString(); !word.isEmpty() && !fromToken<DispatchState>(word))
        return Refusal::WrongValue;
    if (before.isEmpty())
        return Refusal::FixedField; // the hub's alone
    const auto then = fromDocument<Dispatch>({}, before);
    const auto now = fromDocument<Dispatch>({}, after);
    if (then.state != now.state && !nextStates(then).contains(now.state))
        return Refusal::WrongMove;
    const bool isSaidBySelf = then.doneBy == now.doneBy || now.doneBy == actor.user || now.doneBy.isNull();
    return isSaidBySelf ? Refusal::None : Refusal::NotAllowed;
}

} // namespace parvis
