#pragma once

#include "store/incidentquery.h"

namespace parvis {

//! What is known of a request while it is being typed.
struct DuplicateQuery
{
    Id citizen = {}, card = {}, theme = {};
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
    double sameCause = 0; //!< confidence that it has one cause with what is typed; 0: not proposed
    int reports = 1;      //!< in the incident that it is in, see RequestRow::incident
};

//! Likely duplicates of the last 60 days, best first; of an incident only the likest report. Whatever incidentProposals() has is
//! among them, with its reasons. One reason is enough only if it is the same citizen with an open request,
//! or the same place. A request under another card with other words is none.
Result<QList<Duplicate>> likelyDuplicates(DeskStore &store, const DuplicateQuery &query, int limit = 5);

} // namespace parvis
