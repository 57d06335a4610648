#pragma once

#include "sqlite/database.h"

namespace parvis {

//! Brings the file to the newest schema by the numbered scripts below \a resources (":/migrations/store": 0001_initial.sql …),
//! each in one transaction with the version step. StorageNewer, with its version in the detail, if a newer program wrote it.
Status migrate(Database &database, const QString &resources);

//! Of the file; 0: empty.
Result<int> storedSchema(Database &database);

} // namespace parvis
