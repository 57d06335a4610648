#pragma once

#include "store/deskstore.h"

#include <QtCore/QMap>

// How many open requests a change of the organisation would touch, by what this desk knows.

namespace parvis {

//! By the day for which they are promised, from \a from on.
Result<QMap<QDate, int>> openByDueDay(DeskStore &store, const QDate &from);

struct OpenCount
{
    Id service; //!< null: to qualify
    bool confidential = false;
    int requests = 0;

    bool operator==(const OpenCount &) const = default;
};
Result<QList<OpenCount>> openByService(DeskStore &store);

} // namespace parvis
