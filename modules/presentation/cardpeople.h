#pragma once

#include "domain/cardlife.h"
#include "presentation/referencedata.h"

namespace parvis {

//! What rules and texts look up, out of the town in memory: units, users, themes and cards. \a town outlives it.
Lookup lookupIn(const ReferenceData &town);

//! Who decides a step of a circuit (see circuit.h) for a card of, or a reply to a request of, \a service: the named person, or
//! everybody with the role.
QList<Id> decidersOf(const QJsonValue &step, const Id &service, const ReferenceData &town);

//! Who answers requests of \a card when nothing is known of the place: its own referent, else its service's; null: nobody.
Id referentOf(const CardContent &card, const ReferenceData &town);

} // namespace parvis
