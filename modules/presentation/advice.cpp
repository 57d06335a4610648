#include "presentation/advice.h"

namespace parvis {

Route routeFor(const Card *card, const Id &district, const ReferenceData &town)
{
    Route route;
    if (!card)
        return route;
    route.service = routedService(*card, district);
    const Unit *unit = town.unit(route.service);
    if (!unit)
        return {};
    route.serviceReason = route.service == card->service ? RouteReason::Card : RouteReason::CardDistrict;

    const auto usable = [&](const QString &key) {
        const Id id = idFromText(unit->referents.value(key).toString()).value_or(Id());
        const User *user = town.user(id);
        return user && !user->disabled ? id : Id();
    };
    if (const District *place = town.district(district)) {
        route.referent = usable(place->code);
        route.referentReason = route.referent.isNull() ? RouteReason::None : RouteReason::District;
    }
    if (route.referent.isNull()) {
        route.referent = usable(QStringLiteral("*"));
        route.referentReason = route.referent.isNull() ? RouteReason::None : RouteReason::Everywhere;
    }
    return route;
}

Promise promiseFor(const Card *card, Instant receivedAt, const ReferenceData &town, const QList<Suspension> &suspensions)
{
    static constexpr int research = 10;
    const int days = card ? delayOf(*card) : research;
    return {days, town.calendar().dueDate(receivedAt, days, suspensions)};
}

} // namespace parvis
