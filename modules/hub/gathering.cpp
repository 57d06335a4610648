#include "hub/gathering.h"

#include "domain/workflow.h"
#include "geo/incidentmatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

Result<std::vector<IncidentCandidate>> candidatesFor(Commit &commit, const IncidentReport &report, const IncidentRule &rule)
{
    std::vector<IncidentCandidate> candidates;
    Status parsed = success();
    const Status read = commit.store().openRequestsIn(reportCells(*report.at), [&](const EntityRow &row) {
        const auto document = documentOf(row);
        if (!document)
            return parsed = document.error(), false;
        const auto other = fromDocument<Request>(row.id, *document);
        const bool isGuessed = incidentRule(other.theme, commit.lookup()).byItself > 0 && other.parent.isNull();
        const bool isRecent = other.receivedAt.ms >= report.received.ms - rule.days * dayMs;
        if (isRecent && isGuessed && !other.confidential && row.id != report.id)
            candidates.push_back({reportOf(other), standingIncident(other.incident, commit.lookup())});
        return true;
    });
    if (!read || !parsed)
        return read ? parsed.error() : read.error();
    return candidates;
}

Status join(Commit &commit, const Id &request, const Id &incident)
{
    return change(commit, Kind::Request, request, {{u"incident"_s, idText(incident)}}, {});
}

} // namespace

Status gather(Commit &commit, const Id &id, const QJsonObject &document)
{
    const auto request = fromDocument<Request>(id, document);
    const bool isPlaced = request.latitude && request.longitude;
    const Lookup lookup = commit.lookup();
    const IncidentRule rule = incidentRule(request.theme, lookup);
    const bool isAlone = request.incident.isNull() && request.parent.isNull();
    if (!isPlaced || rule.byItself == 0 || request.confidential || !isAlone || !isOpen(request.status))
        return success();
    const IncidentReport report = reportOf(request);
    const auto candidates = candidatesFor(commit, report, rule);
    if (!candidates)
        return candidates.error();
    const auto incidentOf = [&lookup](const Id &incident) -> std::optional<Incident> {
        const auto found = lookup(Kind::Incident, incident);
        return found ? std::optional(fromDocument<Incident>(incident, *found)) : std::nullopt;
    };
    const auto ruleOf = [&lookup](const Id &theme) { return incidentRule(theme, lookup); };
    const QList<IncidentMatch> matches = incidentMatches(report, *candidates, incidentOf, ruleOf, rule.byItself / 100.0);
    if (commit.lookupFailure())
        return *commit.lookupFailure();
    // Both themes must be sure enough.
    const auto best = std::find_if(matches.begin(), matches.end(), [&](const IncidentMatch &match) {
        const Id theme = (*candidates)[std::size_t(match.last)].report.theme;
        return match.likeness.confidence * 100 >= incidentRule(theme, lookup).byItself;
    });
    if (best == matches.end())
        return success();
    if (!best->incident.isNull())
        return join(commit, id, best->incident);
    const Id first = (*candidates)[std::size_t(best->last)].report.id;
    const auto other = fromDocument<Request>(first, lookup(Kind::Request, first).value_or(QJsonObject()));
    const Id made = QUuid::createUuidV5(first, QByteArrayLiteral("incident"));
    const Incident incident = incidentFor(other, made, {}, commit.now(), lookup);
    if (incidentRefusal(made, toDocument(incident), lookup) != Refusal::None || lookup(Kind::Incident, made))
        return success(); // nothing to call it by; or the first one was taken out of it again
    if (const auto done = commit.create(Kind::Incident, made, toDocument(incident), {}, commit.now()); !done)
        return done.error();
    if (const Status done = join(commit, first, made); !done)
        return done;
    return join(commit, id, made);
}

} // namespace parvis
