#pragma once

#include "domain/request.h"
#include "store/deskstore.h"

namespace parvis {

//! Whole requests, for what a change of the organisation would do to them.
Result<QList<Request>> latestRequests(DeskStore &store, int limit);                    //!< newest first
Result<QList<Request>> openRequestsOf(DeskStore &store, const Id &service, int limit); //!< most urgent first

} // namespace parvis
