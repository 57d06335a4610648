#include "presentation/cardpeople.h"
#include "presentation/replycontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of ReplyController that knows who approves what is being written.

namespace parvis {

QJsonArray ReplyController::circuit() const
{
    QHash<Id, const Request *> known;
    Reply reply;
    reply.request = m_reply.request;
    if (m_home)
        known.insert(m_home->id, &*m_home);
    for (const Addressed &a : m_addressed) {
        known.insert(a.request.id, &a.request);
        reply.recipients.append(QJsonObject{{u"request"_s, idText(a.request.id)}});
    }
    const Lookup town = lookupIn(m_town);
    return replyCircuitFor(reply, [&](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        if (kind != Kind::Request)
            return town(kind, id);
        const Request *request = known.value(id);
        return request ? std::optional(toDocument(*request)) : std::nullopt;
    });
}

QList<Id> ReplyController::deciders(const QJsonValue &part) const
{
    return decidersOf(part, home().service, m_town);
}

QList<Id> ReplyController::blindDeciders() const
{
    const Scope scope = scopeOf(Kind::Request, toDocument(home()), {});
    const auto isBlind = [&](const Id &id) {
        const User *user = m_town.user(id);
        return !user || !sees(actorFor(*user, {}), scope);
    };
    QList<Id> found;
    const QJsonArray steps = circuit();
    for (const QJsonValue &step : steps) {
        const QJsonArray parts = partsOf(step);
        for (const QJsonValue &part : parts) {
            const QList<Id> all = deciders(part);
            if (std::all_of(all.begin(), all.end(), isBlind))
                found += all;
        }
    }
    return found;
}

} // namespace parvis
