#pragma once

#include "store/incidentquery.h"

namespace parvis {

//! One thing that happened to an incident.
struct IncidentEvent
{
    enum class What {
        Made,
        Reported, //!< a request was taken as one of its reports
        Joined,   //!< a request that was there already
        TakenOut,
        Merged, //!< another incident was said to be one with it
        Parted  //!< a merge was taken back
    };
    What what = What::Made;
    Id request;                    //!< of the middle three
    QString number;                //!< its number; empty: to come from the hub
    Id other;                      //!< of the last two
    Incident otherAsItIs;          //!< as it is called
    int reports = 0;               //!< that came by it, in sight; while it holds
    QStringList firstNumbers = {}; //!< of those, up to three; as they were received
    bool holds = false;            //!< Merged: it still is, and can be taken back
    bool isOnItsWay = false;       //!< of this desk, the hub has not said yet: who and when are its own
    Id actor;                      //!< null: the hub, by the rule of its theme
    Instant at;                    //!< not set: before this desk saw it
    qint64 seq = 0;

    bool operator==(const IncidentEvent &) const = default;
};

struct IncidentRecord
{
    IncidentSummary summary;
    QList<IncidentEvent> events; //!< newest first; what made it is the last one
    bool isCut = false;          //!< older ones are left out
};

//! The incident that the request with this number reports (the last one if several years have such a number), with what happened
//! to it and to all that is merged into it; nothing if it is in none, or not in sight. Of what a desk does not see nothing is
//! told. Each part is found by an index, so that its time is that of the incident's own events, however many changes the desk
//! keeps; those on their way are looked through. Storage thread.
Result<std::optional<IncidentRecord>> incidentRecord(DeskStore &store, const QString &number, int limit = 300);

} // namespace parvis
