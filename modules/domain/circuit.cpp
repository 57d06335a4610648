#include "domain/circuit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

static Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

//! Does \a agent decide a part that asks for \a role in \a service? Who answers for all services is asked for each of them.
static bool hasRole(const Actor &agent, Role role, const Id &service)
{
    return agent.roles.contains(role) && (agent.services.contains(service) || role == Role::Supervisor);
}

IdSet decidesFor(const Id &user, const Lookup &lookup, bool evenPresent)
{
    IdSet all{user};
    QList<Id> open{user};
    while (!open.isEmpty()) {
        const Id deputy = open.takeFirst();
        const auto document = lookup(Kind::User, deputy);
        if (!document)
            continue;
        const bool asAbsent = evenPresent && deputy == user;
        const QJsonArray stoodFor = document->value("stands_for"_L1).toArray();
        for (const QJsonValue &value : stoodFor) {
            const Id id = idOf(value);
            const auto other = lookup(Kind::User, id);
            if (other && (asAbsent || other->value("absent"_L1).toBool()) && all.insert(id).second)
                open.append(id);
        }
    }
    return all;
}

std::optional<Id> decider(const QJsonValue &part, const Id &service, const Actor &actor, const Lookup &lookup, bool evenPresent)
{
    if (actor.roles.empty())
        return std::nullopt;
    const Id person = idOf(part["user"_L1]);
    const Id of = serviceOf(part, service);
    const auto role = fromToken<Role>(part["role"_L1].toString());
    const auto decides = [&](const Id &id) {
        if (!person.isNull())
            return person == id;
        if (!role)
            return false;
        if (id == actor.user)
            return hasRole(actor, *role, of);
        const auto document = lookup(Kind::User, id);
        return document && hasRole(actorFor(fromDocument<User>(id, *document), {}), *role, of);
    };
    if (decides(actor.user))
        return actor.user;
    const IdSet all = decidesFor(actor.user, lookup, evenPresent);
    const auto found = std::find_if(all.begin(), all.end(), decides);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Id serviceOf(const QJsonValue &part, const Id &service)
{
    const Id own = idOf(part["service"_L1]);
    return own.isNull() ? service : own;
}

QJsonArray partsOf(const QJsonValue &step)
{
    const QJsonArray all = step["all"_L1].toArray();
    return all.isEmpty() ? QJsonArray{step} : all;
}

} // namespace parvis
