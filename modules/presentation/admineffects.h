#pragma once

#include "domain/permissions.h"
#include "store/effectquery.h"

#include <QtCore/QStringList>

#include <optional>

// What a change of the town's organisation would do, by what this desk knows.

namespace parvis {

//! Of a rule, of a service's policy, or of its closing.
struct AdminEffect
{
    int looked = 0;       //!< requests of late, or open cases
    int touched = 0;      //!< that would go elsewhere, or be reminded of today
    QStringList examples; //!< subjects of some of them
    //! Of a service that closes: who takes its \c looked open cases over; null: nobody.
    std::optional<Id> successor;

    bool operator==(const AdminEffect &) const = default;
};

//! Of a change of an agent's roles, services or clearance.
struct RightsEffect
{
    struct Share
    {
        Id service; //!< null: what is to be qualified
        int requests = 0;

        bool operator==(const Share &) const = default;
    };
    bool seesAll = false; //!< whatever the service
    int services = 0;     //!< that they see
    int requests = 0;     //!< open ones that they see
    QList<Share> lost, gained;

    bool operator==(const RightsEffect &) const = default;
};

//! From what \a before saw to what \a after sees, of \a services and the open requests.
RightsEffect rightsEffect(const Actor &before, const Actor &after, const QList<Id> &services, const QList<OpenCount> &open);

} // namespace parvis
