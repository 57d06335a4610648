#include "presentation/cardpeople.h"

using namespace Qt::StringLiterals;

namespace parvis {

template <typename T>
static std::optional<QJsonObject> documentOf(const T *entity)
{
    return entity ? std::optional(toDocument(*entity)) : std::nullopt;
}

Lookup lookupIn(const ReferenceData &town)
{
    return [&town](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        switch (kind) {
        case Kind::Unit: return documentOf(town.unit(id));
        case Kind::User: return documentOf(town.user(id));
        case Kind::Card: return documentOf(town.card(id));
        case Kind::Theme: return documentOf(town.theme(id));
        default: return std::nullopt;
        }
    };
}

QList<Id> decidersOf(const QJsonValue &step, const Id &service, const ReferenceData &town)
{
    if (const auto person = idFromText(step["user"_L1].toString()))
        return {*person};
    const QString role = step["role"_L1].toString();
    const Id of = serviceOf(step, service);
    QList<Id> found;
    for (const User &user : town.users()) {
        if (!user.disabled && user.roles.contains(role) && (user.services.contains(of) || role == token(Role::Supervisor)))
            found.append(user.id);
    }
    return found;
}

Id referentOf(const CardContent &card, const ReferenceData &town)
{
    if (!card.referent.isNull())
        return card.referent;
    const Unit *unit = town.unit(card.service);
    return unit ? idFromText(unit->referents.value("*"_L1).toString()).value_or(Id()) : Id();
}

} // namespace parvis
