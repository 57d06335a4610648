#include "domain/mission.h"

using namespace Qt::StringLiterals;

namespace parvis {

EntityDescription Mission::description()
{
    using M = Mission;
    return {kind,
            {field<&M::purpose>("purpose", Merge::Fixed),
             field<&M::request>("request", Merge::FirstWins),
             field<&M::subject>("subject", Merge::FirstWins, Purpose::Handling),
             field<&M::instructions>("instructions", Merge::LongText, Purpose::Handling),
             field<&M::service>("service", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::patroller>("patroller", Merge::CompareAndSet, Purpose::Accountability, "progress"),
             field<&M::state>("state", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::reason>("reason", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&M::address>("address", Merge::FirstWins, Purpose::Handling, "place"),
             field<&M::district>("district", Merge::FirstWins, Purpose::None, "place"),
             field<&M::latitude>("latitude", Merge::FirstWins, Purpose::Handling, "place"),
             field<&M::longitude>("longitude", Merge::FirstWins, Purpose::Handling, "place"),
             field<&M::dueOn>("due_on", Merge::FirstWins),
             field<&M::at>("at", Merge::Fixed),
             field<&M::author>("author", Merge::Fixed, Purpose::Accountability),
             field<&M::findings>("findings", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&M::safety>("safety", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::measures>("measures", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&M::materials>("materials", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::minutes>("minutes", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::target>("target", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&M::photos>("photos", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&M::reportedAt>("reported_at", Merge::CompareAndSet, Purpose::None, "progress")}};
}

QList<MissionState> nextStates(MissionState from)
{
    using S = MissionState;
    switch (from) {
    case S::ToDo: return {S::UnderWay, S::Done, S::Cancelled};
    case S::UnderWay: return {S::Done, S::ToDo, S::Cancelled};
    case S::Done: return {};
    case S::Cancelled: return {S::ToDo};
    }
    return {};
}

bool isOpen(MissionState state)
{
    return state == MissionState::ToDo || state == MissionState::UnderWay;
}

Refusal missionRefusal(const QJsonObject &before, const QJsonObject &after)
{
    const auto text = [&after](QLatin1StringView name) { return after.value(name).toString().trimmed(); };
    const auto stateOf = [](const QJsonObject &document) {
        return fromToken<MissionState>(document.value("state"_L1).toString()).value_or(MissionState::ToDo);
    };
    if (const QString word = text("state"_L1); !word.isEmpty() && !fromToken<MissionState>(word))
        return Refusal::WrongValue;
    const MissionState from = stateOf(before), to = stateOf(after);
    const bool isNew = before.isEmpty();
    if (!isNew && from == MissionState::Done && before != after) {
        // The request that a report became may be named later; what was reported stays.
        QJsonObject rest = after;
        if (!before.contains("request"_L1))
            rest.remove("request"_L1);
        if (rest != before)
            return Refusal::WrongMove;
    }
    if (!isNew && from != to && !nextStates(from).contains(to))
        return Refusal::WrongMove;
    if (text("subject"_L1).isEmpty() && text("address"_L1).isEmpty())
        return Refusal::MissingField;
    if (to == MissionState::Done && text("findings"_L1).isEmpty())
        return Refusal::MissingField;
    if (to == MissionState::Cancelled && text("reason"_L1).isEmpty())
        return Refusal::ReasonMissing;
    return Refusal::None;
}

} // namespace parvis
