#include "presentation/cardpeople.h"
#include "presentation/replycontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of ReplyController that knows who approves what is being written.

namespace parvis {

QJsonArray ReplyController::circuitOf(const Id &home, const QList<Id> &requests) const
{
    QHash<Id, const Request *> known;
    Reply reply;
    reply.request = home;
    if (m_home)
        known.insert(m_home->id, &*m_home);
    for (const Addressed &a : m_addressed)
        known.insert(a.request.id, &a.request);
    for (const Id &request : requests)
        reply.recipients.append(QJsonObject{{u"request"_s, idText(request)}});
    const Lookup town = lookupIn(m_town);
    return replyCircuitFor(reply, [&](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        if (kind != Kind::Request)
            return town(kind, id);
        const Request *request = known.value(id);
        return request ? std::optional(toDocument(*request)) : std::nullopt;
    });
}

QList<ReplyWay> ReplyController::ways() const
{
    QList<Request> all;
    for (const Addressed &a : m_addressed)
        all.append(a.request);
    if (all.isEmpty())
        return {};
    const QList<QList<Request>> groups = m_home ? QList<QList<Request>>{all} : byReaders(all); // what is filed stays one
    QList<ReplyWay> found;
    for (const QList<Request> &group : groups) {
        ReplyWay way{m_home.value_or(group.first()), {}, {}};
        for (const Request &request : group)
            way.requests.append(request.id);
        way.circuit = circuitOf(way.home.id, way.requests);
        found.append(way);
    }
    return found;
}

QList<Id> ReplyController::deciders(const ReplyWay &way, const QJsonValue &part) const
{
    return decidersOf(part, way.home.service, m_town);
}

QList<Id> ReplyController::blindDeciders(const ReplyWay &way) const
{
    const Scope scope = scopeOf(Kind::Request, toDocument(way.home), {});
    const auto isBlind = [&](const Id &id) {
        const User *user = m_town.user(id);
        return !user || !sees(actorFor(*user, {}), scope);
    };
    QList<Id> found;
    for (const QJsonValue &step : way.circuit) {
        const QJsonArray parts = partsOf(step);
        for (const QJsonValue &part : parts) {
            const QList<Id> all = deciders(way, part);
            if (std::all_of(all.begin(), all.end(), isBlind))
                found += all;
        }
    }
    return found;
}

} // namespace parvis
