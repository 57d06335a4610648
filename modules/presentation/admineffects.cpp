#include "presentation/admineffects.h"

#include <algorithm>

namespace parvis {

namespace {

//! What an actor sees of one service.
struct Sight
{
    bool isSeen = false;
    int requests = 0;
};

Sight sightOf(const Actor &actor, const Id &service, const QList<OpenCount> &open)
{
    Sight sight;
    sight.isSeen = sees(actor, {Scope::Reach::Service, service, false});
    for (const OpenCount &count : open) {
        if (count.service == service && sees(actor, {Scope::Reach::Service, service, count.confidential}))
            sight.requests += count.requests;
    }
    return sight;
}

} // namespace

RightsEffect rightsEffect(const Actor &before, const Actor &after, const QList<Id> &services, const QList<OpenCount> &open)
{
    RightsEffect effect;
    effect.seesAll = after.may(Permission::SeeAllServices);
    QList<Id> all = services;
    all.append(Id()); // to be qualified
    for (const Id &service : std::as_const(all)) {
        const Sight was = sightOf(before, service, open), is = sightOf(after, service, open);
        effect.services += is.isSeen && !service.isNull() ? 1 : 0;
        effect.requests += is.requests;
        const bool isLess = (was.isSeen && !is.isSeen) || is.requests < was.requests;
        const bool isMore = (is.isSeen && !was.isSeen) || is.requests > was.requests;
        if (isLess)
            effect.lost.append({service, was.requests - is.requests});
        else if (isMore)
            effect.gained.append({service, is.requests - was.requests});
    }
    const auto most = [](const RightsEffect::Share &a, const RightsEffect::Share &b) { return a.requests > b.requests; };
    std::stable_sort(effect.lost.begin(), effect.lost.end(), most);
    std::stable_sort(effect.gained.begin(), effect.gained.end(), most);
    return effect;
}

} // namespace parvis
