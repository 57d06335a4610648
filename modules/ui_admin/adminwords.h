#pragma once

#include "presentation/referencedata.h"

namespace parvis {

//! What changed in a record of the organisation, in one line: when, by whom, and each field from what to what.
QString historyLine(Kind kind, const Change &change, const ReferenceData &town, const QDate &today);

//! Where a request goes, and why: one line a step. \a edited: the rule that is being written.
QStringList routeLines(const Route &route, const Id &district, const ReferenceData &town, const RoutingRule &edited);

} // namespace parvis
