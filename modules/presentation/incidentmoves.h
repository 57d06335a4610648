#pragma once

#include "domain/incident.h"
#include "store/deskstore.h"

namespace parvis {

//! What gathers requests into one incident, as edits for the store.
struct Gathering
{
    Id incident;           //!< the standing one that they will be in
    QSet<Id> requests;     //!< those that will be in it: of those asked for, without what is confidential or out of sight
    QList<Edit> before;    //!< makes it, or merges the incidents that some of them are in
    QHash<Id, Edit> joins; //!< of each request that is not in it yet
};

//! Gathers \a requests: into \a incident if it is not null, else into the oldest one that some of them are in already, the others
//! being merged into it, else into a new one with the id \a fresh, of the earliest report that has a place. Confidential ones are
//! left where they are. InvalidInput: none of them has a place on the map. NotFound: none is left. Storage thread; writes
//! nothing.
Result<Gathering> gatheringOf(DeskStore &store, const QList<Id> &requests, const Id &incident, const Id &fresh, const Id &author,
                              Instant now);

//! The edits of a new request with those that make it a report of what \a other reports; as they are, if it is
//! confidential or \a other is null.
//! Storage thread; writes nothing.
Result<QList<Edit>> withIncidentOf(DeskStore &store, QList<Edit> edits, const Id &other, const Id &fresh, const Id &author,
                                   Instant now);

} // namespace parvis
