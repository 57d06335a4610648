#include "presentation/advice.h"

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

} // namespace parvis
