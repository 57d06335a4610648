#pragma once

#include "geo/incidentmatch.h"
#include "store/requestquery.h"

namespace parvis {

//! What may have the same cause as a report.
struct IncidentProposal
{
    Id incident;               //!< a standing one; null: of a report that is in none
    RequestRow row;            //!< that report; of an incident its last one in sight
    IncidentLikeness likeness; //!< to the incident's own place and its last report
    int reports = 1;           //!< in sight of this desk
};

//! Open reports and incidents of one cause with \a report, by confidence, those of at least proposedConfidence; none beyond the
//! rule of the themes. Confidential requests are never gathered.
Result<QList<IncidentProposal>> incidentProposals(DeskStore &store, const IncidentReport &report, int limit = 3);

struct IncidentSummary
{
    Incident incident; //!< the standing one
    int reports = 0, open = 0;
    Instant first, last;    //!< reception
    QList<Incident> merged; //!< into it, oldest first
};

//! Of the incident that \a id turned out to be; nothing if this desk does not know it. Counts are of what is in sight.
Result<std::optional<IncidentSummary>> incidentSummary(DeskStore &store, const Id &id);

//! The requests in sight that report \a incident or what is merged into it, newest first.
Result<QList<Id>> reportsOf(DeskStore &store, const Id &incident);

//! Reports that may be of one incident, or are: the ids of a group, its first one leading.
struct PossibleIncident
{
    Id incident; //!< the one that some are in already; null: none
    QList<Id>
        requests; //!< the first one, then those like it by confidence; or they are in more than one incident, or some are in none
    double confidence = 0; //!< the mean of those beside the first
    Position at;           //!< of the first
    double metres = 0;     //!< of the farthest from it
};

//! Of the open requests with a place since \a since, largest first.
Result<QList<PossibleIncident>> possibleIncidents(DeskStore &store, Instant since);

//! The incidents with open reports in sight, each where it is: with those reports, the newest first.
Result<QList<PossibleIncident>> openIncidents(DeskStore &store);

//! What \a rule would have done to the reports of \a themes since \a since, as they are gathered now.
Result<IncidentMeasure> incidentMeasure(DeskStore &store, const QList<Id> &themes, const IncidentRule &rule, Instant since);

} // namespace parvis
