#include "domain/procedurecard.h"
#include "domain/reply.h"

#include <map>

using namespace Qt::StringLiterals;

namespace parvis {

static Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

QList<QList<Request>> byReaders(const QList<Request> &requests)
{
    QList<Scope> scopes;
    QList<QList<Request>> groups;
    for (const Request &request : requests) {
        const Scope scope = scopeOf(Kind::Request, toDocument(request), {});
        qsizetype group = scopes.indexOf(scope);
        if (group < 0) {
            group = scopes.size();
            scopes.append(scope);
            groups.append(QList<Request>());
        }
        groups[group].append(request);
    }
    return groups;
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

std::optional<ReplyDecision> openedBy(const Reply &reply, const OpenPart &part)
{
    using Place = std::pair<int, int>; // step and part
    std::map<Place, QString> given;    // with the seal of what was approved
    QString seal;
    const auto isOpen = [&](const Place &place) {
        for (int step = 0; step < reply.circuit.size(); ++step) {
            bool isDone = true;
            const int parts = int(partsOf(reply.circuit.at(step)).size());
            for (int p = 0; p < parts; ++p) {
                const auto it = given.find({step, p});
                const bool isGiven = it != given.end() && it->second == seal;
                if (!isGiven && place == Place(step, p))
                    return true;
                isDone = isDone && isGiven;
            }
            if (!isDone)
                return false;
        }
        return false;
    };
    std::optional<ReplyDecision> by;
    bool wasOpen = false;
    const QList<ReplyDecision> all = decisionsOf(reply);
    for (const ReplyDecision &d : all) {
        if (d.round != reply.round)
            continue;
        if (d.act == ReplyAct::Submitted || d.act == ReplyAct::Approved)
            seal = d.seal;
        if (d.act == ReplyAct::Approved)
            given.insert_or_assign({d.step, d.part}, d.seal);
        else if (d.act == ReplyAct::TakenBack)
            given.erase({d.step, d.part});
        const bool isNow = isOpen({part.step, part.part});
        if (isNow && !wasOpen)
            by = d;
        wasOpen = isNow;
    }
    return wasOpen ? by : std::nullopt;
}

} // namespace parvis
