#include "presentation/advice.h"

#include <algorithm>

namespace parvis {

RouteQuery routeQuery(const Card *card, const Id &district, Channel channel, const QString &text, const ReferenceData &town,
                      Instant now)
{
    RouteQuery query;
    query.card = card;
    query.district = district;
    query.channel = channel;
    query.text = text;
    query.confidential = card && card->confidential;
    query.day = town.calendar().localDay(now);
    query.openCases = &town.openCases();
    return query;
}

Promise promiseFor(const Card *card, Instant receivedAt, const ReferenceData &town, const QList<Suspension> &suspensions)
{
    static constexpr int research = 10;
    const int days = card ? delayOf(*card) : research;
    return {days, town.calendar().dueDate(receivedAt, days, suspensions)};
}

const Unit *bodyOf(const Id &unit, const ReferenceData &town)
{
    constexpr int mostAbove = 8; // a guard against a unit that is its own parent
    const Unit *above = town.unit(unit);
    for (int i = 0; i < mostAbove && above && above->level != UnitLevel::Body; ++i)
        above = town.unit(above->parent);
    if (above && above->level == UnitLevel::Body)
        return above;
    const QList<Unit> &units = town.units();
    const auto body = std::find_if(units.begin(), units.end(), [](const Unit &each) { return each.level == UnitLevel::Body; });
    return body == units.end() ? nullptr : &*body;
}

} // namespace parvis
