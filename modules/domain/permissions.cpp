#include "domain/permissions.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace parvis {

static bool grants(Role role, Permission permission)
{
    using P = Permission;
    const auto oneOf = [permission](std::initializer_list<Permission> list) {
        return std::find(list.begin(), list.end(), permission) != list.end();
    };
    switch (role) {
    case Role::Ambassador:
        return oneOf({P::LogContact, P::EditRequest, P::Progress, P::TakeBack, P::AddNote, P::EditCitizen, P::SearchCitizens,
                      P::SeeAllServices});
    case Role::MailClerk:
        return oneOf({P::LogContact, P::EditRequest, P::AddNote, P::EditCitizen, P::SearchCitizens, P::SeeAllServices});
    case Role::Patroller: return oneOf({P::LogContact, P::EditRequest, P::Progress, P::AddNote});
    case Role::Referent: return oneOf({P::LogContact, P::EditRequest, P::Progress, P::AddNote, P::EditCitizen, P::WriteCards});
    case Role::Head:
        return oneOf(
            {P::LogContact, P::EditRequest, P::Progress, P::AddNote, P::EditCitizen, P::ResolveAny, P::WriteCards, P::EditCards});
    case Role::Supervisor:
        return oneOf({P::EditRequest, P::Progress, P::TakeBack, P::AddNote, P::SearchCitizens, P::SeeAllServices, P::ResolveAny});
    case Role::Dpo: return oneOf({P::SearchCitizens, P::SeeAllServices, P::SeeAudit, P::EditCitizen});
    case Role::Admin: return oneOf({P::EditOrganisation, P::WriteCards, P::EditCards, P::ResolveAny, P::SeeAllServices});
    }
    return false;
}

bool Actor::may(Permission permission) const
{
    return std::any_of(roles.begin(), roles.end(), [permission](Role role) { return grants(role, permission); });
}

Actor actorFor(const User &user, const Id &device)
{
    Actor actor{user.id, device, {}, user.services, user.cleared};
    if (user.disabled)
        return actor;
    for (const QString &word : user.roles) {
        if (const auto role = fromToken<Role>(word))
            actor.roles.insert(*role);
    }
    return actor;
}

bool sees(const Actor &actor, const Scope &scope)
{
    if (actor.roles.empty())
        return false;
    switch (scope.reach) {
    case Scope::Reach::Everyone: return true;
    case Scope::Reach::Directory: return actor.may(Permission::SearchCitizens);
    case Scope::Reach::Service: break;
    }
    if (scope.confidential && !actor.cleared)
        return false;
    return actor.may(Permission::SeeAllServices) || actor.services.contains(scope.service);
}

QString rightsVersion(const Actor &actor)
{
    QByteArray all = actor.user.toRfc4122() + (actor.cleared ? '+' : '-');
    for (const Role role : actor.roles)
        all += token(role).latin1() + QByteArrayLiteral(" ");
    for (const Id &service : actor.services)
        all += service.toRfc4122();
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Blake2b_256).left(8).toHex());
}

} // namespace parvis
