#pragma once

#include "presentation/referencedata.h"

namespace parvis {

//! Where a request of \a card (null: none) in \a district goes, as far as the desk knows: of balanced services the referent is
//! chosen by the open cases at this desk.
RouteQuery routeQuery(const Card *card, const Id &district, Channel channel, const QString &text, const ReferenceData &town,
                      Instant now);

//! What can be told to the caller: the promised day with its calculation.
struct Promise
{
    int workingDays = 0;
    DueDate due;
};

//! Without a card the desk promises the delay of a question that needs research.
Promise promiseFor(const Card *card, Instant receivedAt, const ReferenceData &town, const QList<Suspension> &suspensions = {});

//! The body (collectivité) that \a unit belongs to; of a null one, the first there is. Null if there is none.
const Unit *bodyOf(const Id &unit, const ReferenceData &town);

} // namespace parvis
