#pragma once

#include "store/requestquery.h"

namespace parvis {

//! What is known of a request while it is being typed.
struct DuplicateQuery
{
    Id citizen = {}, card = {};
    QString subject = {}, text = {}, address = {};
    std::optional<double> latitude = {}, longitude = {};
    Instant now = {};
    Id except = {}; //!< the request itself, once it exists
};

enum class DuplicateReason { SameCitizen, SamePlace, SameWords, SameCard };

struct Duplicate
{
    RequestRow row;
    QList<DuplicateReason> reasons; //!< never empty
    double metres = -1;             //!< with SamePlace, if both have a position
    int score = 0;
};

//! Likely duplicates of the last 60 days, best first. One reason is enough only if it is the same citizen with an open request,
//! or the same place. A request under another card with other words is none.
Result<QList<Duplicate>> likelyDuplicates(DeskStore &store, const DuplicateQuery &query, int limit = 5);

} // namespace parvis
