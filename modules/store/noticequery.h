#pragma once

#include "domain/servicepolicy.h"
#include "store/deskstore.h"

namespace parvis {

//! Something that an agent should know of, and nothing else.
struct Notice
{
    enum class What {
        Assigned,   //!< a case was given to them by somebody else
        Reminded,   //!< a case of theirs is due or late
        Escalated,  //!< a case of their service or directorate is late
        Mentioned,  //!< a note names them: "@m.roussel"
        Conflict,   //!< what they wanted was not taken
        ToApprove,  //!< a reply waits for their decision
        Returned,   //!< a reply of theirs came back, or was refused
        Undelivered //!< what was sent to the citizen of a case of theirs, or by them, did not arrive
    };
    What what = What::Assigned;
    Id id; //!< of the reminder, note, proposal, reply or dispatch; of the request for Assigned
    Id request;
    QString number, subject;
    Id service;
    Id by; //!< who did it; null: the hub
    Instant at;
    QDate dueOn;              //!< of reminders
    bool isUntouched = false; //!< nobody has begun the case
    bool isDraft = false;     //!< a reply that came back, to be written anew

    bool operator==(const Notice &) const = default;
};

//! Newest first: what happened since \a since that concerns \a user (whose login is \a login). Assigned only while the case is
//! open and still theirs; of the replies that wait for them the newest few, for the signature book has them all.
Result<QList<Notice>> noticesFor(DeskStore &store, const Id &user, const QString &login, Instant since, int limit);

} // namespace parvis
