#include "geo/incidentmatch.h"

#include "base/text.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr double surelyHere = 10; // metres: no address and no thumb on a map is more exact
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

//! Of two lists in alphabetical order.
int wordsInCommon(const QStringList &a, const QStringList &b)
{
    int common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const int order = i->compare(*j);
        common += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
    }
    return common;
}

//! How far the matter is the same, 0 to 1. A card says it; words say it where no card does, or where the card is a wide one.
double matterOf(const IncidentReport &a, const IncidentReport &b, IncidentLikeness &found)
{
    found.isSameCard = !a.card.isNull() && a.card == b.card;
    found.isSameTheme = !a.theme.isNull() && a.theme == b.theme;
    found.commonWords = wordsInCommon(a.words, b.words);
    const qsizetype fewer = std::min(a.words.size(), b.words.size());
    const double share = fewer > 0 ? double(found.commonWords) / double(fewer) : 0;
    if (found.isSameCard) {
        constexpr qsizetype tellsMuch = 3;
        return found.commonWords > 0 || fewer < tellsMuch ? 1 : 0.8;
    }
    const bool areTwoCards = !a.card.isNull() && !b.card.isNull();
    if (found.isSameTheme)
        return std::min(1.0, (areTwoCards ? 0.4 : 0.55) + 0.8 * share);
    const bool isThemeUnsaid = a.theme.isNull() || b.theme.isNull();
    return found.commonWords == 0 ? 0 : std::min(areTwoCards || !isThemeUnsaid ? 0.6 : 0.9, 0.3 + share);
}

IncidentRule stricter(const IncidentRule &a, const IncidentRule &b)
{
    return {std::min(a.metres, b.metres), std::min(a.days, b.days), 0};
}

//! Squares of the size of the widest radius, so that whatever is near stands in one of nine.
class Grid
{
public:
    Grid(std::span<const IncidentReport> reports, double metres)
    {
        constexpr double metresPerDegree = 110'574; // of latitude, where it is shortest (WGS 84)
        m_step = std::max(metres, 1.0) / metresPerDegree;
        for (std::size_t i = 0; i < reports.size(); ++i) {
            if (const auto &at = reports[i].at)
                m_cells[cellOf(*at)].append(qsizetype(i));
            if (!reports[i].address.isEmpty())
                m_addresses[reports[i].address].append(qsizetype(i));
        }
    }

    template <typename Visit>
    void around(const IncidentReport &report, const Visit &visit) const
    {
        if (const auto &at = report.at) {
            const qint64 row = rowOf(at->latitude);
            for (qint64 y = row - 1; y <= row + 1; ++y) {
                // Meridians draw together: in another row the same place may stand some columns away.
                const qint64 west = columnOf(at->longitude - width(row), y), east = columnOf(at->longitude + width(row), y);
                for (qint64 x = west; x <= east; ++x)
                    visitAll(m_cells.value({y, x}), visit);
            }
        }
        if (!report.address.isEmpty())
            visitAll(m_addresses.value(report.address), visit);
    }

private:
    using Cell = std::pair<qint64, qint64>; //!< row, column

    template <typename Visit>
    static void visitAll(const QList<qsizetype> &indexes, const Visit &visit)
    {
        std::for_each(indexes.begin(), indexes.end(), visit);
    }

    qint64 rowOf(double latitude) const { return qint64(std::floor(latitude / m_step)); }
    //! Degrees of longitude in a square of that row, at its edge nearer to the pole, where they are most.
    double width(qint64 row) const
    {
        const double latitude = std::min(89.9, std::max(std::abs(double(row)), std::abs(double(row + 1))) * m_step);
        return m_step / std::cos(latitude * std::numbers::pi / 180);
    }
    qint64 columnOf(double longitude, qint64 row) const { return qint64(std::floor(longitude / width(row))); }
    Cell cellOf(const Position &at) const
    {
        const qint64 row = rowOf(at.latitude);
        return {row, columnOf(at.longitude, row)};
    }

    double m_step = 1; //!< degrees of latitude
    QHash<Cell, QList<qsizetype>> m_cells;
    QHash<QString, QList<qsizetype>> m_addresses;
};

//! Asks once for each theme.
class Rules
{
public:
    explicit Rules(const RuleOf &ruleOf) : m_ruleOf(ruleOf) {}

    IncidentRule of(const Id &theme)
    {
        auto known = m_known.find(theme);
        if (known == m_known.end())
            known = m_known.insert(theme, m_ruleOf(theme));
        return *known;
    }
    IncidentRule of(const IncidentReport &a, const IncidentReport &b) { return stricter(of(a.theme), of(b.theme)); }

private:
    const RuleOf &m_ruleOf;
    QHash<Id, IncidentRule> m_known;
};

QStringList unitedWords(QStringList words, const QStringList &more)
{
    words += more;
    words.sort();
    words.removeDuplicates();
    return words;
}

struct Neighbour
{
    qsizetype index = 0;
    IncidentLikeness likeness;
};

} // namespace

QList<qint64> reportCells(const Position &position)
{
    constexpr double rows = 500, columns = 350; // to a degree
    QList<qint64> cells;
    for (int i = -1; i <= 1; ++i) {
        for (int j = -1; j <= 1; ++j)
            cells.append(qint64((position.latitude + i / rows + 90) * rows) * 1'000'000 +
                         qint64((position.longitude + j / columns + 180) * columns));
    }
    return cells;
}

QStringList reportWords(const QString &text)
{
    static const QSet<QString> everywhere{
        u"rue"_s,   u"avenue"_s,   u"boulevard"_s, u"place"_s,    u"devant"_s,  u"derriere"_s, u"cote"_s,     u"pres"_s,
        u"face"_s,  u"angle"_s,    u"numero"_s,    u"depuis"_s,   u"jours"_s,   u"semaine"_s,  u"semaines"_s, u"mois"_s,
        u"merci"_s, u"bonjour"_s,  u"madame"_s,    u"monsieur"_s, u"dans"_s,    u"avec"_s,     u"pour"_s,     u"cette"_s,
        u"tres"_s,  u"toujours"_s, u"encore"_s,    u"elle"_s,     u"nous"_s,    u"vous"_s,     u"etre"_s,     u"sont"_s,
        u"chez"_s,  u"plus"_s,     u"faire"_s,     u"fait"_s,     u"signale"_s, u"demande"_s,  u"usager"_s,   u"ville"_s};
    QStringList words;
    for (const QString &word : foldedWords(text)) {
        constexpr qsizetype shortest = 4;
        if (word.size() >= shortest && !everywhere.contains(word))
            words.append(word);
    }
    words.sort();
    words.removeDuplicates();
    return words;
}

IncidentReport reportOf(const Request &request)
{
    IncidentReport report{request.id,
                          request.theme,
                          request.card,
                          {},
                          folded(request.address),
                          request.receivedAt,
                          reportWords(request.subject + u' ' + request.text)};
    if (request.latitude && request.longitude)
        report.at = Position{*request.latitude, *request.longitude};
    return report;
}

IncidentLikeness likeness(const IncidentReport &a, const IncidentReport &b, const IncidentRule &rule)
{
    IncidentLikeness found;
    const qint64 apart = std::abs(a.received.ms - b.received.ms);
    found.days = int(apart / dayMs);
    if (apart > rule.days * dayMs)
        return found;
    double near = 0.9; // the same address, which may be long
    if (a.at && b.at) {
        constexpr double metresPerDegree = 110'574; // of latitude, where it is shortest
        if (std::abs(a.at->latitude - b.at->latitude) * metresPerDegree > rule.metres)
            return found; // without the long way to the exact distance
        found.metres = geodesicMetres(*a.at, *b.at);
        if (*found.metres > rule.metres)
            return found;
        const double beyond = std::max(0.0, *found.metres - surelyHere);
        near = 1 - 0.5 * beyond / std::max(rule.metres - surelyHere, surelyHere);
    } else if (a.address.isEmpty() || a.address != b.address) {
        return found;
    }
    const double fresh = 1 - 0.4 * double(apart) / double(std::max(1, rule.days) * dayMs);
    found.confidence = near * fresh * matterOf(a, b, found);
    return found;
}

QList<IncidentMatch> incidentMatches(const IncidentReport &report, std::span<const IncidentCandidate> candidates,
                                     const std::function<std::optional<Incident>(const Id &)> &incidentOf, const RuleOf &ruleOf,
                                     double least)
{
    Rules rules(ruleOf);
    QList<IncidentMatch> matches;
    QHash<Id, QList<qsizetype>> gathered;
    const auto add = [&](IncidentMatch match, const IncidentReport &other) {
        match.likeness = likeness(report, other, rules.of(report, other));
        if (match.likeness.confidence >= least)
            matches.append(match);
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const IncidentCandidate &candidate = candidates[i];
        if (!candidate.incident.isNull())
            gathered[candidate.incident].append(qsizetype(i));
        else if (candidate.report.id != report.id)
            add({{}, qsizetype(i), 1, {}}, candidate.report);
    }
    for (auto it = gathered.begin(); it != gathered.end(); ++it) {
        const auto incident = incidentOf(it.key());
        if (!incident)
            continue;
        IncidentReport place{it.key(), incident->theme, incident->card, {}, folded(incident->address), {}, {}};
        if (incident->latitude && incident->longitude)
            place.at = Position{*incident->latitude, *incident->longitude};
        place.words = reportWords(incident->subject);
        IncidentMatch match{it.key(), it->first(), int(it->size()), {}};
        for (const qsizetype i : *it) {
            const IncidentReport &member = candidates[std::size_t(i)].report;
            const IncidentReport &last = candidates[std::size_t(match.last)].report;
            if (std::tuple(member.received.ms, member.id) > std::tuple(last.received.ms, last.id))
                match.last = i;
            place.words = unitedWords(place.words, member.words);
        }
        place.received = candidates[std::size_t(match.last)].report.received;
        add(match, place);
    }
    const auto rank = [&](const IncidentMatch &m) {
        return std::tuple(-m.likeness.confidence, m.incident, candidates[std::size_t(m.last)].report.id);
    };
    std::sort(matches.begin(), matches.end(),
              [&rank](const IncidentMatch &a, const IncidentMatch &b) { return rank(a) < rank(b); });
    return matches;
}

QList<IncidentGroup> incidentGroups(std::span<const IncidentReport> reports, const RuleOf &ruleOf, double least)
{
    Rules rules(ruleOf);
    double widest = 0;
    for (const IncidentReport &report : reports)
        widest = std::max(widest, rules.of(report.theme).metres);
    const Grid grid(reports, widest);
    std::vector<std::vector<Neighbour>> alike(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        QSet<qsizetype> seen{qsizetype(i)};
        grid.around(reports[i], [&](qsizetype j) {
            if (seen.contains(j))
                return;
            seen.insert(j);
            const IncidentReport &other = reports[std::size_t(j)];
            const IncidentLikeness found = likeness(reports[i], other, rules.of(reports[i], other));
            if (found.confidence >= least)
                alike[i].push_back({j, found});
        });
    }

    const auto rank = [&](qsizetype i) {
        const IncidentReport &report = reports[std::size_t(i)];
        return std::tuple(report.received.ms, report.id);
    };
    struct Candidate
    {
        std::size_t count = 0;
        qsizetype index = 0;
    };
    const auto isLess = [&](const Candidate &a, const Candidate &b) {
        return a.count != b.count ? a.count < b.count : rank(b.index) < rank(a.index);
    };
    std::priority_queue<Candidate, std::vector<Candidate>, decltype(isLess)> next(isLess);
    std::vector<std::size_t> left(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        left[i] = alike[i].size();
        if (left[i] > 0)
            next.push({left[i], qsizetype(i)});
    }
    std::vector<bool> isTaken(reports.size(), false);
    QList<IncidentGroup> groups;
    const auto take = [&](qsizetype i) {
        isTaken[std::size_t(i)] = true;
        for (const Neighbour &n : alike[std::size_t(i)])
            --left[std::size_t(n.index)];
    };
    while (!next.empty()) {
        const Candidate best = next.top();
        next.pop();
        const auto at = std::size_t(best.index);
        if (isTaken[at] || left[at] == 0)
            continue;
        if (left[at] != best.count) { // some were taken since
            next.push({left[at], best.index});
            continue;
        }
        std::vector<Neighbour> members;
        std::copy_if(alike[at].begin(), alike[at].end(), std::back_inserter(members),
                     [&](const Neighbour &n) { return !isTaken[std::size_t(n.index)]; });
        std::sort(members.begin(), members.end(), [&](const Neighbour &a, const Neighbour &b) {
            return std::tuple(-a.likeness.confidence, reports[std::size_t(a.index)].id) <
                   std::tuple(-b.likeness.confidence, reports[std::size_t(b.index)].id);
        });
        IncidentGroup group{best.index, {}, {}};
        take(best.index);
        for (const Neighbour &n : members) {
            group.others.append(n.index);
            group.likenesses.append(n.likeness);
            take(n.index);
        }
        groups.append(group);
    }
    return groups;
}

IncidentMeasure measured(std::span<const IncidentCandidate> reports, const IncidentRule &rule, double confidence)
{
    std::vector<IncidentCandidate> inOrder(reports.begin(), reports.end());
    std::sort(inOrder.begin(), inOrder.end(), [](const IncidentCandidate &a, const IncidentCandidate &b) {
        return std::tuple(a.report.received.ms, a.report.id) < std::tuple(b.report.received.ms, b.report.id);
    });
    std::vector<IncidentReport> alone;
    QHash<Id, Incident> incidents; // as the first report of each made it
    for (const IncidentCandidate &each : inOrder) {
        alone.push_back(each.report);
        if (each.incident.isNull() || incidents.contains(each.incident))
            continue;
        Incident &made = incidents[each.incident];
        made.theme = each.report.theme;
        made.card = each.report.card;
        made.address = each.report.address;
        if (each.report.at) {
            made.latitude = each.report.at->latitude;
            made.longitude = each.report.at->longitude;
        }
    }
    const Grid grid(alone, rule.metres);
    IncidentMeasure measure;
    QSet<Id> begun;
    for (std::size_t i = 0; i < inOrder.size(); ++i) {
        QSet<qsizetype> before;
        grid.around(alone[i], [&](qsizetype j) {
            if (j < qsizetype(i))
                before.insert(j);
        });
        std::vector<IncidentCandidate> candidates;
        for (const qsizetype j : std::as_const(before)) {
            const IncidentCandidate &other = inOrder[std::size_t(j)];
            if (!other.doneAt.isSet() || other.doneAt > alone[i].received)
                candidates.push_back(other);
        }
        const auto incidentOf = [&incidents](const Id &id) { return std::optional(incidents.value(id)); };
        const QList<IncidentMatch> matches = incidentMatches(
            alone[i], candidates, incidentOf, [&rule](const Id &) { return rule; }, confidence);
        const Id own = inOrder[i].incident;
        const bool isFirst = own.isNull() || !begun.contains(own);
        const bool isRight = !matches.isEmpty() && !isFirst && matches.first().incident == own;
        measure.right += isRight ? 1 : 0;
        measure.wrong += !matches.isEmpty() && !isRight ? 1 : 0;
        measure.missed += !isFirst && !isRight ? 1 : 0;
        if (!own.isNull())
            begun.insert(own);
    }
    return measure;
}

} // namespace parvis
