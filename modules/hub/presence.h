#pragma once

#include "protocol/messages.h"

#include <QtCore/QHash>

#include <mutex>

namespace parvis {

//! Who looks at which request just now. Lives in memory and forgets who says nothing for a while: a lost word loses nothing, and
//! a hub that starts anew knows everybody again within seconds. Thread safe.
class Presence
{
public:
    static constexpr qint64 freshMs = 25'000; //!< three times what desks say themselves

    //! \a device of \a user looks at \a look.request (null: at nothing any more). Answers who else does, by user; each once.
    QList<Onlooker> look(const Id &user, const Id &device, const Look &look, Instant now);

private:
    struct Entry
    {
        Id user;
        Look look;
        Instant at;
    };
    std::mutex m_mutex;
    QHash<Id, Entry> m_entries; //!< by device
};

} // namespace parvis
