#pragma once

#include "store/incidentquery.h"

namespace parvis {

//! Requests that belong with one: the one that it is a part of and its own parts, said by an agent; and what the records show.
struct LinkedRequests
{
    std::optional<IncidentSummary> incident; //!< that it reports with others
    QList<IncidentProposal> causes; //!< open ones that may have the same cause, and are not of its incident, nor the whole or a
                                    //!< part; of an open request
    std::optional<RequestRow> parent;
    QList<RequestRow> parts;     //!< oldest first
    QList<RequestRow> ofCitizen; //!< of the last two years, open ones first, then newest
    QList<RequestRow> atPlace;   //!< of the same time, within some 40 metres or at the same address, newest first

    bool isEmpty() const
    {
        return !incident && causes.isEmpty() && !parent && parts.isEmpty() && ofCitizen.isEmpty() && atPlace.isEmpty();
    }
};

//! A request stands in one list only, in the order above; those of the incident in none. What this desk does not see is not
//! there.
Result<LinkedRequests> linkedRequests(DeskStore &store, const Request &request, int limit = 6);

} // namespace parvis
