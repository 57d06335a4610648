#pragma once

#include "hub/hubstore.h"

namespace parvis {

//! See Hub::snapshot(): one page as NDJSON.
Result<QByteArray> readSnapshot(HubReader &reader, const Actor &actor, const QString &after, int limit, const QString &scope);

} // namespace parvis
