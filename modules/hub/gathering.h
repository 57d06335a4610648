#pragma once

#include "hub/commit.h"

namespace parvis {

//! A request that just came joins the incident that it reports, if the rule of its theme says that the hub may do so by itself
//! and the likeness reaches the confidence that it asks for (incidentRule()). Where the likest report is in no incident yet, one
//! is made of both. In the transaction of the reception; who did it is nobody, so that agents see that it was the rule, and take
//! it out again if it is wrong. Open ones with a place and no incident yet, that
//! are no part of another one and not confidential; both themes must say so.
Status gather(Commit &commit, const Id &request, const QJsonObject &document);

} // namespace parvis
