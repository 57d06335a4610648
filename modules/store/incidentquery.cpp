#include "store/incidentquery.h"

#include "base/text.h"
#include "store/requestsql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

//! The columns of a report, from "request r", for reportAt().
constexpr QLatin1StringView reportColumns{"r.id, r.theme, r.card, r.latitude, r.longitude, r.address, r.received_at,"
                                          " ifnull(r.subject, '') || ' ' || ifnull(r.text, '')"};

constexpr int reportWidth = 8;

IncidentReport reportAt(const Statement &s, int column)
{
    IncidentReport report{s.id(column),
                          s.id(column + 1),
                          s.id(column + 2),
                          {},
                          folded(s.text(column + 5)),
                          s.instant(column + 6),
                          reportWords(s.text(column + 7))};
    if (!s.isNull(column + 3) && !s.isNull(column + 4))
        report.at = Position{s.real(column + 3), s.real(column + 4)};
    return report;
}

RuleOf rulesOf(DeskStore &store)
{
    return [lookup = store.lookup()](const Id &theme) { return incidentRule(theme, lookup); };
}

std::function<std::optional<Incident>(const Id &)> incidentsOf(DeskStore &store)
{
    return [lookup = store.lookup()](const Id &id) -> std::optional<Incident> {
        const auto document = lookup(Kind::Incident, id);
        return document ? std::optional(fromDocument<Incident>(id, *document)) : std::nullopt;
    };
}

//! The standing incidents of what the reports say.
class Standing
{
public:
    explicit Standing(DeskStore &store) : m_lookup(store.lookup()) {}

    Id of(const Id &incident)
    {
        if (incident.isNull())
            return {};
        auto known = m_known.find(incident);
        if (known == m_known.end())
            known = m_known.insert(incident, standingIncident(incident, m_lookup));
        return *known;
    }

private:
    Lookup m_lookup;
    QHash<Id, Id> m_known;
};

} // namespace

Result<QList<IncidentProposal>> incidentProposals(DeskStore &store, const IncidentReport &report, int limit)
{
    if (!report.at)
        return QList<IncidentProposal>(); // likelyDuplicates() finds the same address
    constexpr int most = 400;             // in nine squares of 200 m; the newest
    const IncidentRule rule = incidentRule(report.theme, store.lookup());
    QByteArrayList cells;
    for (const qint64 cell : reportCells(*report.at))
        cells.append(QByteArray::number(cell));
    Statement s = store.database().prepare("SELECT " + QByteArray(requestRowColumns.data()) + ", " +
                                           QByteArray(reportColumns.data()) + " FROM request r INDEXED BY request_cell" +
                                           QByteArray(requestRowJoins.data()) + " WHERE r.cell IN (" + cells.join(", ") +
                                           ") AND r.latitude IS NOT NULL AND r.arrived >= ? AND r.open = 1 AND r.parent IS NULL "
                                           "AND ifnull(r.confidential, 0) = 0 AND r.id IS NOT ?"
                                           " ORDER BY r.arrived DESC LIMIT " +
                                           QByteArray::number(most));
    s.bindAll(report.received.ms - rule.days * dayMs, report.id);
    QList<RequestRow> rows;
    std::vector<IncidentCandidate> candidates;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        rows.append(readRequestRow(s));
        candidates.push_back({reportAt(s, requestRowWidth), rows.last().incident});
    }
    if (!row)
        return row.error();
    QList<IncidentProposal> proposals;
    const QList<IncidentMatch> matches = incidentMatches(report, candidates, incidentsOf(store), rulesOf(store));
    for (const IncidentMatch &match : matches.mid(0, limit))
        proposals.append({match.incident, rows.at(match.last), match.likeness, match.reports});
    return proposals;
}

Result<std::optional<IncidentSummary>> incidentSummary(DeskStore &store, const Id &id)
{
    const auto find = incidentsOf(store);
    const auto standing = find(standingIncident(id, store.lookup()));
    if (!standing)
        return std::optional<IncidentSummary>();
    IncidentSummary summary{*standing, 0, 0, {}, {}, {}};
    Statement counts = store.database().prepare("SELECT count(*), sum(open), min(arrived), max(arrived) FROM request"
                                                " WHERE incident IN (" +
                                                QByteArray(incidentTree.data()) + ')');
    const auto counted = counts.bindAll(standing->id).step();
    if (!counted)
        return counted.error();
    summary.reports = int(counts.integer(0));
    summary.open = int(counts.integer(1));
    summary.first = counts.instant(2);
    summary.last = counts.instant(3);
    Statement parts = store.database().prepare("SELECT id FROM incident WHERE id IN (" + QByteArray(incidentTree.data()) +
                                               ") AND id <> ? ORDER BY at, id");
    parts.bindAll(standing->id, standing->id);
    auto row = parts.step();
    QList<Id> merged;
    for (; row && *row; row = parts.step())
        merged.append(parts.id(0));
    if (!row)
        return row.error();
    for (const Id &part : std::as_const(merged)) {
        if (const auto incident = find(part))
            summary.merged.append(*incident);
    }
    return std::optional(std::move(summary));
}

Result<QList<Id>> reportsOf(DeskStore &store, const Id &incident)
{
    Statement s = store.database().prepare("SELECT id FROM request INDEXED BY request_incident WHERE incident IN (" +
                                           QByteArray(incidentTree.data()) + ") ORDER BY arrived DESC");
    s.bind(1, incident);
    QList<Id> requests;
    auto row = s.step();
    for (; row && *row; row = s.step())
        requests.append(s.id(0));
    if (!row)
        return row.error();
    return requests;
}

Result<QList<PossibleIncident>> possibleIncidents(DeskStore &store, Instant since)
{
    Statement s = store.database().prepare("SELECT r.incident, " + QByteArray(reportColumns.data()) +
                                           " FROM request r INDEXED BY request_open_arrived WHERE r.open = 1 AND r.arrived >= ?"
                                           " AND r.latitude IS NOT NULL AND r.parent IS NULL AND ifnull(r.confidential, 0) = 0");
    s.bindAll(since.ms);
    Standing standing(store);
    std::vector<IncidentReport> reports;
    QList<Id> incidents;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        incidents.append(s.id(0));
        reports.push_back(reportAt(s, 1));
    }
    if (!row)
        return row.error();
    for (Id &incident : incidents)
        incident = standing.of(incident);
    QList<PossibleIncident> possible;
    const QList<IncidentGroup> groups = incidentGroups(reports, rulesOf(store));
    for (const IncidentGroup &group : groups) {
        PossibleIncident one;
        QSet<Id> in;
        bool hasLoose = false;
        const auto add = [&](qsizetype i) {
            one.requests.append(reports[std::size_t(i)].id);
            hasLoose = hasLoose || incidents.at(i).isNull();
            if (!incidents.at(i).isNull())
                in.insert(incidents.at(i));
        };
        add(group.first);
        for (qsizetype i = 0; i < group.others.size(); ++i) {
            add(group.others.at(i));
            one.confidence += group.likenesses.at(i).confidence / double(group.others.size());
            one.metres = std::max(one.metres, group.likenesses.at(i).metres.value_or(0));
        }
        if (!hasLoose && in.size() < 2)
            continue; // gathered already
        one.at = reports[std::size_t(group.first)].at.value_or(Position());
        if (in.size() == 1)
            one.incident = *in.begin();
        possible.append(one);
    }
    return possible;
}

Result<QList<PossibleIncident>> openIncidents(DeskStore &store)
{
    Statement s = store.database().prepare("SELECT r.incident, r.id, r.latitude, r.longitude FROM request r"
                                           " INDEXED BY request_gathered WHERE r.incident IS NOT NULL AND r.open = 1"
                                           " ORDER BY r.arrived DESC"_L1);
    Standing standing(store);
    const auto find = incidentsOf(store);
    QHash<Id, qsizetype> places;
    QList<PossibleIncident> open;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const Id incident = standing.of(s.id(0));
        auto at = places.find(incident);
        if (at == places.end()) {
            const auto known = incident.isNull() ? std::nullopt : find(incident);
            if (!known || !known->latitude || !known->longitude)
                continue;
            at = places.insert(incident, open.size());
            open.append({incident, {}, 1, Position{*known->latitude, *known->longitude}, 0});
        }
        PossibleIncident &one = open[*at];
        one.requests.append(s.id(1));
        if (!s.isNull(2) && !s.isNull(3))
            one.metres = std::max(one.metres, geodesicMetres(one.at, {s.real(2), s.real(3)}));
    }
    if (!row)
        return row.error();
    std::stable_sort(open.begin(), open.end(),
                     [](const PossibleIncident &a, const PossibleIncident &b) { return a.requests.size() > b.requests.size(); });
    return open;
}

Result<IncidentMeasure> incidentMeasure(DeskStore &store, const QList<Id> &themes, const IncidentRule &rule, Instant since)
{
    Statement s = store.database().prepare(
        "SELECT r.incident, " + QByteArray(reportColumns.data()) +
        ", ifnull(r.answered_at, r.closed_at) FROM request r INDEXED BY request_arrived WHERE r.arrived >= ?"
        " AND r.latitude IS NOT NULL AND ifnull(r.confidential, 0) = 0");
    s.bindAll(since.ms);
    Standing standing(store);
    std::vector<IncidentCandidate> reports;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        if (themes.contains(s.id(2)))
            reports.push_back({reportAt(s, 1), s.id(0), s.instant(reportWidth + 1)});
    }
    if (!row)
        return row.error();
    for (IncidentCandidate &each : reports)
        each.incident = standing.of(each.incident);
    return rule.byItself > 0 ? measured(reports, rule, rule.byItself / 100.0) : IncidentMeasure();
}

} // namespace parvis
