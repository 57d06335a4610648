#include "domain/organisation.h"

namespace parvis {

EntityDescription Unit::description()
{
    using U = Unit;
    return {kind,
            {field<&U::level>("level", Merge::Fixed), field<&U::parent>("parent", Merge::FirstWins),
             field<&U::code>("code", Merge::FirstWins), field<&U::name>("name", Merge::FirstWins),
             field<&U::shortName>("short_name", Merge::FirstWins), field<&U::phone>("phone", Merge::FirstWins),
             field<&U::email>("email", Merge::FirstWins), field<&U::perDistrict>("per_district", Merge::FirstWins),
             field<&U::referents>("referents", Merge::FirstWins), field<&U::cardCircuit>("card_circuit", Merge::FirstWins),
             field<&U::head>("head", Merge::FirstWins), field<&U::assignment>("assignment", Merge::FirstWins),
             field<&U::closed>("closed", Merge::FirstWins, Purpose::None, "closing"),
             field<&U::successor>("successor", Merge::FirstWins, Purpose::None, "closing"),
             field<&U::policy>("policy", Merge::FirstWins), field<&U::replyCircuits>("reply_circuits", Merge::FirstWins),
             field<&U::letterhead>("letterhead", Merge::FirstWins)}};
}

EntityDescription District::description()
{
    using D = District;
    return {kind,
            {field<&D::code>("code", Merge::FirstWins), field<&D::name>("name", Merge::FirstWins),
             field<&D::latitude>("latitude", Merge::FirstWins, Purpose::None, "place"),
             field<&D::longitude>("longitude", Merge::FirstWins, Purpose::None, "place"),
             field<&D::layer>("layer", Merge::FirstWins), field<&D::geometry>("geometry", Merge::FirstWins)}};
}

EntityDescription Theme::description()
{
    using T = Theme;
    return {kind,
            {field<&T::code>("code", Merge::FirstWins), field<&T::name>("name", Merge::FirstWins),
             field<&T::parent>("parent", Merge::FirstWins),
             field<&T::incidentMetres>("incident_metres", Merge::FirstWins, Purpose::None, "incident"),
             field<&T::incidentDays>("incident_days", Merge::FirstWins, Purpose::None, "incident"),
             field<&T::incidentConfidence>("incident_confidence", Merge::FirstWins, Purpose::None, "incident")}};
}

EntityDescription Street::description()
{
    using S = Street;
    return {kind,
            {field<&S::name>("name", Merge::FirstWins), field<&S::district>("district", Merge::FirstWins),
             field<&S::latitude>("latitude", Merge::FirstWins, Purpose::None, "place"),
             field<&S::longitude>("longitude", Merge::FirstWins, Purpose::None, "place"),
             field<&S::lastNumber>("last_number", Merge::FirstWins), field<&S::publicPlace>("public_place", Merge::FirstWins)}};
}

EntityDescription User::description()
{
    using U = User;
    return {kind,
            {field<&U::login>("login", Merge::FirstWins, Purpose::Accountability),
             field<&U::name>("name", Merge::FirstWins, Purpose::Accountability), field<&U::roles>("roles", Merge::Set),
             field<&U::services>("services", Merge::Set), field<&U::cleared>("cleared", Merge::FirstWins),
             field<&U::disabled>("disabled", Merge::FirstWins), field<&U::standsFor>("stands_for", Merge::Set),
             field<&U::absent>("absent", Merge::FirstWins),
             field<&U::absences>("absences", Merge::FirstWins, Purpose::Accountability),
             field<&U::email>("email", Merge::FirstWins, Purpose::Accountability), field<&U::notify>("notify", Merge::FirstWins),
             field<&U::capacity>("capacity", Merge::FirstWins, Purpose::Accountability),
             field<&U::passwordAt>("password_at", Merge::Hub, Purpose::Accountability)}};
}

EntityDescription Calendar::description()
{
    using C = Calendar;
    return {kind,
            {field<&C::zone>("zone", Merge::FirstWins), field<&C::alsaceMoselle>("alsace_moselle", Merge::FirstWins),
             field<&C::closures>("closures", Merge::FirstWins), field<&C::opening>("opening", Merge::FirstWins)}};
}

} // namespace parvis
