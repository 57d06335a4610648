#include "domain/procedurecard.h"
#include "domain/reply.h"

#include <map>

using namespace Qt::StringLiterals;

namespace parvis {

static Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

QJsonArray replyCircuitFor(const QJsonObject &request, const Lookup &lookup)
{
    const Id cardId = idOf(request.value("card"_L1));
    const auto document = cardId.isNull() ? std::nullopt : lookup(Kind::Card, cardId);
    const auto card = fromDocument<Card>(cardId, document.value_or(QJsonObject()));
    if (!card.replyCircuit.isEmpty())
        return card.replyCircuit;
    const QJsonObject circuits = unitValue(idOf(request.value("service"_L1)), "reply_circuits"_L1, lookup).toObject();
    const QJsonValue own = document ? circuits.value(token(card.complexity)) : QJsonValue(QJsonValue::Undefined);
    return (own.isUndefined() ? circuits.value("*"_L1) : own).toArray();
}

QJsonArray replyCircuitFor(const Reply &reply, const Lookup &lookup)
{
    IdSet requests{reply.request};
    const QList<Recipient> all = recipientsOf(reply);
    for (const Recipient &r : all)
        requests.insert(r.request);
    std::map<std::pair<Id, Id>, QJsonArray> circuits; // of a service and a card: requests are many, those are few
    IdSet services;
    for (const Id &id : requests) {
        const auto request = lookup(Kind::Request, id);
        if (!request)
            continue;
        const Id service = idOf(request->value("service"_L1));
        services.insert(service);
        const std::pair of(service, idOf(request->value("card"_L1)));
        if (!circuits.contains(of))
            circuits.insert({of, replyCircuitFor(*request, lookup)});
    }
    QList<QJsonArray> demanded;
    for (const auto &[of, circuit] : circuits)
        demanded.append(services.size() > 1 ? boundTo(of.first, circuit) : circuit);
    return mergedCircuit(demanded);
}

} // namespace parvis
