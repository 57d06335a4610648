#pragma once

#include "presentation/referencedata.h"

namespace parvis {

//! Why a service, or its referent, was chosen: the desk must be able to say it.
enum class RouteReason {
    None,         //!< to qualify
    Card,         //!< the card names the service
    CardDistrict, //!< the card cuts the work by district
    District,     //!< the referent of the district
    Everywhere    //!< the service's referent for all districts
};

//! Who takes over.
struct Route
{
    Id service, referent;
    RouteReason serviceReason = RouteReason::None;
    RouteReason referentReason = RouteReason::None;

    bool operator==(const Route &) const = default;
};

//! Null card: nobody yet. A disabled referent is passed over.
Route routeFor(const Card *card, const Id &district, const ReferenceData &town);

//! What can be told to the caller: the promised day with its calculation.
struct Promise
{
    int workingDays = 0;
    DueDate due;
};

//! Without a card the desk promises the delay of a question that needs research.
Promise promiseFor(const Card *card, Instant receivedAt, const ReferenceData &town, const QList<Suspension> &suspensions = {});

} // namespace parvis
