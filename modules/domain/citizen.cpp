#include "domain/citizen.h"

namespace parvis {

EntityDescription Citizen::description()
{
    using C = Citizen;
    return {kind,
            {field<&C::civility>("civility", Merge::FirstWins, Purpose::Answering),
             field<&C::lastName>("last_name", Merge::FirstWins, Purpose::Identification),
             field<&C::firstName>("first_name", Merge::FirstWins, Purpose::Identification),
             field<&C::organisation>("organisation", Merge::FirstWins, Purpose::Identification),
             field<&C::phone>("phone", Merge::FirstWins, Purpose::Answering),
             field<&C::phone2>("phone2", Merge::FirstWins, Purpose::Answering),
             field<&C::email>("email", Merge::FirstWins, Purpose::Answering),
             field<&C::address>("address", Merge::FirstWins, Purpose::Answering, "home"),
             field<&C::district>("district", Merge::FirstWins, Purpose::Handling, "home"),
             field<&C::remark>("remark", Merge::LongText, Purpose::Handling), field<&C::createdAt>("created_at", Merge::Fixed)}};
}

QString displayName(const Citizen &citizen)
{
    QStringList parts;
    for (const QString &part : {citizen.civility, citizen.firstName, citizen.lastName}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    const QString person = parts.join(u' ');
    if (citizen.organisation.isEmpty())
        return person;
    return person.isEmpty() ? citizen.organisation : citizen.organisation + QStringLiteral(" (%1)").arg(person);
}

} // namespace parvis
