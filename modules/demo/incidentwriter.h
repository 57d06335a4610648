#pragma once

#include "demo/towndata.h"
#include "domain/incident.h"
#include "geo/incidentmatch.h"
#include "hub/hub.h"

namespace parvis {

//! Gathers reports of one cause as the agents of the town would: more than half of those that they see together. The rest are
//! left to be proposed.
class IncidentWriter
{
public:
    IncidentWriter(const TownData &town, quint32 seed, Instant until);

    //! The request of \a into at \a first, which was just written, with all that follows it.
    void follow(QList<IntakeRecord> &into, qsizetype first);

private:
    struct Known
    {
        Request request;
        IncidentReport report;
        Id incident;
    };

    const TownData &m_town;
    Chance m_chance;
    Instant m_until;
    QHash<Id, QList<Known>> m_recent; //!< by card, oldest first
};

} // namespace parvis
