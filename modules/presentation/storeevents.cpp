#include "presentation/storeevents.h"

#include <algorithm>

namespace parvis {

bool concerns(const Touched &touched, Kind kind)
{
    return touched.everything || std::any_of(touched.records.begin(), touched.records.end(),
                                             [kind](const auto &record) { return record.first == kind; });
}

bool concerns(const Touched &touched, Kind kind, const Id &id)
{
    return touched.everything || touched.records.contains(std::pair(kind, id));
}

Touched touchedBy(const QList<Mutation> &mutations)
{
    Touched touched;
    for (const Mutation &mutation : mutations)
        touched.records.append({mutation.kind, mutation.target});
    return touched;
}

} // namespace parvis
