#include "benchtown.h"

#include "store/duplicatequery.h"

// What a desk proposes of the same matter and the same cause, while a report is typed.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int typed = 1'000;

//! Reports as they were typed in the last days, at the places where the town has most of them.
Result<QList<DuplicateQuery>> reports(DeskStore &desk)
{
    const auto last = desk.database().integer("SELECT max(rowid) FROM request"_L1);
    if (!last || !*last)
        return last ? Error{ErrorCode::NotFound, u"no requests"_s} : last.error();
    QList<DuplicateQuery> queries;
    Statement s = desk.database().prepare(
        "SELECT card, theme, subject, text, address, latitude, longitude, citizen, received_at, id FROM request"
        " WHERE rowid > ? AND latitude IS NOT NULL ORDER BY rowid LIMIT ?"_L1);
    s.bindAll(**last - 2 * typed, typed); // of the last days: they are still open
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        DuplicateQuery query;
        query.card = s.id(0);
        query.theme = s.id(1);
        query.subject = s.text(2);
        query.text = s.text(3);
        query.address = s.text(4);
        query.latitude = s.real(5);
        query.longitude = s.real(6);
        query.citizen = s.id(7);
        query.now = s.instant(8);
        query.except = s.id(9);
        queries.append(query);
    }
    if (!row)
        return row.error();
    return queries;
}

} // namespace

Result<QList<Figure>> benchDuplicates(const BenchOptions &options)
{
    const auto path = benchDeskPath(options, options.requests);
    if (!path)
        return path.error();
    SystemClock clock;
    QRandomGenerator random(1);
    auto desk = DeskStore::openReader(*path, benchKey(), clock, random);
    if (!desk)
        return desk.error();
    const auto queries = reports(desk.value());
    if (!queries)
        return queries.error();
    Samples all, causes;
    qint64 proposed = 0;
    for (const DuplicateQuery &query : *queries) {
        Result<QList<Duplicate>> found = QList<Duplicate>();
        all.time([&] { found = likelyDuplicates(desk.value(), query); });
        if (!found)
            return found.error();
        proposed += std::count_if(found->begin(), found->end(), [](const Duplicate &d) { return d.sameCause > 0; });
        const IncidentReport report{query.except,
                                    query.theme,
                                    query.card,
                                    Position{*query.latitude, *query.longitude},
                                    query.address,
                                    query.now,
                                    reportWords(query.subject + u' ' + query.text)};
        Result<QList<IncidentProposal>> incidents = QList<IncidentProposal>();
        causes.time([&] { incidents = incidentProposals(desk.value(), report); });
        if (!incidents)
            return incidents.error();
    }
    if (proposed == 0)
        return Error{ErrorCode::NotFound, u"nothing was proposed"_s};
    progress(u"%1 reports, %2 proposals of one cause"_s.arg(queries->size()).arg(proposed));
    Samples possible;
    Result<QList<PossibleIncident>> groups = QList<PossibleIncident>();
    possible.time([&] { groups = possibleIncidents(desk.value(), {benchPresent().ms - 90LL * 24 * 3600 * 1000}); });
    if (!groups)
        return groups.error();
    progress(u"%1 possible incidents"_s.arg(groups->size()));
    return QList<Figure>{
        {u"duplicates"_s, u"duplicates and causes of what is typed, p99"_s, all.percentile(0.99), u"ms"_s, {}, 20.0},
        {u"duplicates"_s, u"causes alone, p99"_s, causes.percentile(0.99), u"ms"_s, {}, 20.0},
        {u"duplicates"_s, u"all possible incidents of three months"_s, possible.total(), u"ms"_s, {}, 2000.0}};
}

} // namespace parvis
