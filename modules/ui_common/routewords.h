#pragma once

#include "presentation/referencedata.h"

namespace parvis {

//! Why a request goes where it goes: one step, in a few words. \a district: the request's; \a edited: a rule that is being
//! written.
QString explained(const RouteStep &step, const Id &district, const ReferenceData &town, const RoutingRule *edited = nullptr);

} // namespace parvis
