#pragma once

#include "domain/organisation.h"

namespace parvis {

enum class Role { Ambassador, Patroller, Referent, Head, Supervisor, MailClerk, Dpo, Admin };
template <>
struct Tokens<Role>
{
    static constexpr std::array<QLatin1StringView, 8> words{QLatin1StringView("ambassador"), QLatin1StringView("patroller"),
                                                            QLatin1StringView("referent"),   QLatin1StringView("head"),
                                                            QLatin1StringView("supervisor"), QLatin1StringView("mail_clerk"),
                                                            QLatin1StringView("dpo"),        QLatin1StringView("admin")};
};

enum class Permission {
    LogContact,  //!< create requests and contacts
    EditRequest, //!< subject, text, place, card …
    Progress,    //!< status and assignment inside a service in scope
    TakeBack,    //!< take any request back to the desk, route it elsewhere
    AddNote,
    EditCitizen,
    SearchCitizens, //!< the directory of all citizens
    SeeAllServices,
    EditOrganisation,
    WriteCards, //!< drafts of procedure cards of the services in scope
    EditCards,  //!< archive published ones
    ResolveAny, //!< settle proposals of others
    SeeAudit
};

//! Who acts, with the rights of the moment. The hub builds it from the session, the desk from its own user record.
struct Actor
{
    Id user;
    Id device;
    std::set<Role> roles;
    IdSet services;
    bool cleared = false;

    bool may(Permission permission) const;
    bool operator==(const Actor &) const = default;
};

Actor actorFor(const User &user, const Id &device);

//! What decides who sees a record.
struct Scope
{
    enum class Reach {
        Everyone,  //!< organisation, cards, calendar
        Directory, //!< citizens
        Service    //!< requests and all that hangs on them
    };
    Reach reach = Reach::Everyone;
    Id service; //!< null: nobody's yet, the desk qualifies it
    bool confidential = false;

    bool operator==(const Scope &) const = default;
};

//! A citizen is seen by the directory's readers, and by whoever sees a request of theirs (the hub adds that).
bool sees(const Actor &actor, const Scope &scope);

//! Changes whenever what the actor may see changes: the "rights" of the feed. 16 hexadecimal digits.
QString rightsVersion(const Actor &actor);

} // namespace parvis
