#include "domain/incident.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostMerged = 16; // one into the next; ends a ring that two desks made at once
constexpr int mostAbove = 8;   // a guard against a theme that is its own parent

Id idIn(const QJsonObject &document, QLatin1StringView name)
{
    return idFromText(document.value(name).toString()).value_or(Id());
}

} // namespace

EntityDescription Incident::description()
{
    using I = Incident;
    return {kind,
            {field<&I::subject>("subject", Merge::FirstWins), field<&I::theme>("theme", Merge::FirstWins),
             field<&I::card>("card", Merge::FirstWins), field<&I::service>("service", Merge::FirstWins),
             field<&I::address>("address", Merge::FirstWins, Purpose::None, "place"),
             field<&I::district>("district", Merge::FirstWins, Purpose::None, "place"),
             field<&I::latitude>("latitude", Merge::FirstWins, Purpose::None, "place"),
             field<&I::longitude>("longitude", Merge::FirstWins, Purpose::None, "place"),
             field<&I::into>("merged_into", Merge::FirstWins), field<&I::at>("at", Merge::Fixed),
             field<&I::author>("author", Merge::Fixed, Purpose::Accountability)}};
}

IncidentRule incidentRule(const Id &theme, const Lookup &lookup)
{
    IncidentRule rule;
    bool hasMetres = false, hasDays = false, hasConfidence = false;
    Id id = theme;
    for (int above = 0; above < mostAbove && !id.isNull(); ++above) {
        const auto document = lookup(Kind::Theme, id);
        if (!document)
            break;
        const auto said = fromDocument<Theme>(id, *document);
        if (!hasMetres && said.incidentMetres > 0)
            rule.metres = std::min(said.incidentMetres, widestIncident);
        if (!hasDays && said.incidentDays > 0)
            rule.days = said.incidentDays;
        if (!hasConfidence && said.incidentConfidence > 0)
            rule.byItself = std::min(said.incidentConfidence, 100);
        hasMetres = hasMetres || said.incidentMetres > 0;
        hasDays = hasDays || said.incidentDays > 0;
        hasConfidence = hasConfidence || said.incidentConfidence > 0;
        id = said.parent;
    }
    return rule;
}

Id standingIncident(const Id &id, const Lookup &lookup)
{
    Id standing = id;
    for (int merged = 0; merged < mostMerged; ++merged) {
        const auto document = standing.isNull() ? std::nullopt : lookup(Kind::Incident, standing);
        if (!document)
            return {};
        const Id into = idIn(*document, "merged_into"_L1);
        if (into.isNull())
            return standing;
        standing = into;
    }
    return standing;
}

QLatin1StringView gatheringField(Kind kind)
{
    switch (kind) {
    case Kind::Request: return "incident"_L1;
    case Kind::Incident: return "merged_into"_L1;
    default: return {};
    }
}

std::optional<OneCause> oneCause(const Id &a, const Id &b, const Lookup &lookup)
{
    const Id one = standingIncident(a, lookup), other = standingIncident(b, lookup);
    if (one.isNull() || other.isNull())
        return std::nullopt;
    if (one == other)
        return OneCause();
    const auto age = [&lookup](const Id &id) {
        return std::tuple(lookup(Kind::Incident, id).value_or(QJsonObject()).value("at"_L1).toInteger(), id);
    };
    return age(one) < age(other) ? OneCause{other, one} : OneCause{one, other};
}

Refusal incidentRefusal(const Id &id, const QJsonObject &after, const Lookup &lookup)
{
    const auto has = [&after](QLatin1StringView name) { return !after.value(name).toString().trimmed().isEmpty(); };
    const bool isPlaced = after.value("latitude"_L1).isDouble() && after.value("longitude"_L1).isDouble();
    if (!isPlaced || !(has("subject"_L1) || has("card"_L1)))
        return Refusal::MissingField;
    Id into = idIn(after, "merged_into"_L1);
    for (int merged = 0; merged < mostMerged && !into.isNull(); ++merged) {
        if (into == id)
            return Refusal::WrongValue;
        const auto document = lookup(Kind::Incident, into);
        if (!document)
            return Refusal::UnknownTarget;
        into = idIn(*document, "merged_into"_L1);
    }
    return into.isNull() ? Refusal::None : Refusal::WrongValue;
}

Incident incidentFor(const Request &request, const Id &id, const Id &author, Instant at, const Lookup &lookup)
{
    const auto named = [&lookup](Kind kind, const Id &which, QLatin1StringView field) {
        const auto document = which.isNull() ? std::nullopt : lookup(kind, which);
        return document ? document->value(field).toString() : QString();
    };
    Incident made;
    made.id = id;
    for (const QString &name : {named(Kind::Card, request.card, "title"_L1), named(Kind::Theme, request.theme, "name"_L1),
                                named(Kind::Unit, request.service, "name"_L1)}) {
        if (made.subject.isEmpty())
            made.subject = name;
    }
    made.theme = request.theme;
    made.card = request.card;
    made.service = request.service;
    if (request.latitude && request.longitude)
        made.address = request.address; // of the place on the map; without one it is what somebody said
    made.district = request.district;
    made.latitude = request.latitude;
    made.longitude = request.longitude;
    made.at = at;
    made.author = author;
    return made;
}

QJsonObject withoutHiddenIncident(QJsonObject request)
{
    if (request.value("confidential"_L1).toBool())
        request.remove("incident"_L1);
    return request;
}

} // namespace parvis
