#pragma once

#include "presentation/referencedata.h"

namespace parvis {

//! Why a request goes where it goes: one step, in a few words. \a district: the request's; \a edited: a rule that is being
//! written.
QString explained(const RouteStep &step, const Id &district, const ReferenceData &town, const RoutingRule *edited = nullptr);

//! Of somebody who is absent on the local \a day: until when, and who stands for them.
QString absence(const User &user, const QDate &day, const ReferenceData &town);

} // namespace parvis
