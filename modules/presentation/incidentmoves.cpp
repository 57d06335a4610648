#include "presentation/incidentmoves.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool hasPlace(const Request &request)
{
    return request.latitude && request.longitude;
}

} // namespace

Result<Gathering> gatheringOf(DeskStore &store, const QList<Id> &requests, const Id &incident, const Id &fresh, const Id &author,
                              Instant now)
{
    const Lookup lookup = store.lookup();
    QList<Request> all;
    QList<Incident> standing;
    for (const Id &id : requests) {
        const auto document = store.document(Kind::Request, id);
        if (!document)
            return document.error();
        if (!*document)
            continue; // out of sight meanwhile
        const auto request = fromDocument<Request>(id, **document);
        if (request.confidential)
            continue;
        all.append(request);
        const Id in = standingIncident(all.last().incident, lookup);
        const bool isNew =
            !in.isNull() && std::none_of(standing.begin(), standing.end(), [&in](const Incident &i) { return i.id == in; });
        if (isNew)
            standing.append(fromDocument<Incident>(in, lookup(Kind::Incident, in).value_or(QJsonObject())));
    }
    std::sort(standing.begin(), standing.end(),
              [](const Incident &a, const Incident &b) { return std::tuple(a.at.ms, a.id) < std::tuple(b.at.ms, b.id); });
    std::stable_sort(all.begin(), all.end(), [](const Request &a, const Request &b) {
        return std::tuple(!hasPlace(a), a.receivedAt.ms, a.id) < std::tuple(!hasPlace(b), b.receivedAt.ms, b.id);
    });
    if (all.isEmpty())
        return Error{ErrorCode::NotFound, u"request"_s};

    Gathering gathering;
    gathering.incident = standingIncident(incident, lookup);
    if (gathering.incident.isNull())
        gathering.incident = standing.isEmpty() ? fresh : standing.first().id;
    if (gathering.incident == fresh) {
        const Incident made = incidentFor(all.first(), fresh, author, now, lookup);
        const QJsonObject document = toDocument(made);
        if (incidentRefusal(fresh, document, lookup) != Refusal::None)
            return Error{ErrorCode::InvalidInput, u"place"_s};
        gathering.before.append({Kind::Incident, Verb::Create, fresh, document, {}, 0});
    }
    for (const Incident &other : std::as_const(standing)) {
        if (other.id == gathering.incident)
            continue;
        const auto seq = store.seqOf(Kind::Incident, other.id);
        if (!seq)
            return seq.error();
        const QJsonObject set{{u"merged_into"_s, idText(gathering.incident)}};
        gathering.before.append({Kind::Incident, Verb::Patch, other.id, set, {}, *seq});
    }
    for (const Request &request : std::as_const(all)) {
        gathering.requests.insert(request.id);
        if (!standingIncident(request.incident, lookup).isNull())
            continue; // in it, or in one that is merged into it
        const auto seq = store.seqOf(Kind::Request, request.id);
        if (!seq)
            return seq.error();
        const QJsonObject set{{u"incident"_s, idText(gathering.incident)}};
        gathering.joins.insert(request.id, {Kind::Request, Verb::Patch, request.id, set, {}, *seq});
    }
    return gathering;
}

Result<QList<Edit>> withIncidentOf(DeskStore &store, QList<Edit> edits, const Id &other, const Id &fresh, const Id &author,
                                   Instant now)
{
    const bool isHidden = std::any_of(edits.begin(), edits.end(), [](const Edit &edit) {
        return edit.kind == Kind::Request && edit.set.value("confidential"_L1).toBool();
    });
    if (isHidden || other.isNull())
        return edits;
    const auto gathering = gatheringOf(store, {other}, {}, fresh, author, now);
    if (!gathering)
        return gathering.error();
    for (Edit &edit : edits) {
        if (edit.kind == Kind::Request)
            edit.set.insert(u"incident"_s, idText(gathering->incident));
    }
    return gathering->before + edits + gathering->joins.values();
}

} // namespace parvis
