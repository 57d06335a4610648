#include "base/text.h"
#include "geo/incidentmatch.h"
#include "realdata.h"
#include "testkit/property.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
const Instant today{1'795'000'000'000};

Id idFor(const QString &name)
{
    return QUuid::createUuidV5(Id(), name);
}

RuleOf always(const IncidentRule &rule = {})
{
    return [rule](const Id &) { return rule; };
}

IncidentReport report(const QString &name, double metresEast, const QString &words, int daysAgo = 0,
                      const QString &card = u"holes"_s)
{
    constexpr double metresPerDegree = 73'170; // of longitude, at 49° north
    return {idFor(name),
            idFor(u"roads"_s),
            card.isEmpty() ? Id() : idFor(card),
            Position{49, 2 + metresEast / metresPerDegree},
            {},
            Instant{today.ms - daysAgo * dayMs},
            reportWords(words)};
}

//! The groups by the ids of their members, sorted: what must not depend on an order.
std::set<std::set<Id>> groupsOf(std::span<const IncidentReport> reports, const IncidentRule &rule)
{
    std::set<std::set<Id>> groups;
    const QList<IncidentGroup> found = incidentGroups(reports, always(rule));
    for (const IncidentGroup &group : found) {
        std::set<Id> members{reports[std::size_t(group.first)].id};
        for (const qsizetype i : group.others)
            members.insert(reports[std::size_t(i)].id);
        groups.insert(members);
    }
    return groups;
}

//! A town of which the cause of each report is known: incidents that several people report in their own words, a thumb on a map
//! beside them, and as many matters that one person alone reports, some of them at the same corner.
struct KnownTown
{
    std::vector<IncidentReport> reports;
    std::vector<int> causes;
};

KnownTown knownTown(unsigned seed, int incidents)
{
    static const QStringList things{u"lampadaire eteint clignote"_s, u"depot sauvage matelas gravats"_s,
                                    u"trou chaussee pavé"_s,         u"fuite bouche regard"_s,
                                    u"voiture ventouse epave"_s,     u"arbre branche tombée"_s};
    static const QStringList noise{u"bonjour"_s, u"depuis hier"_s,   u"toujours dangereux"_s, u"devant chez moi"_s,
                                   u"merci"_s,   u"enfants ecole"_s, u"passage pieton"_s};
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0, 1);
    std::normal_distribution<double> aside(0, 9); // metres
    KnownTown town;
    const auto add = [&](int cause, double north, double east, qsizetype thing, double day) {
        const QStringList words = things.at(thing).split(u' ');
        QString text = words.at(qsizetype(anywhere(random) * double(words.size()))) + u' ' + words.first();
        text += u' ' + noise.at(qsizetype(anywhere(random) * double(noise.size())));
        IncidentReport r;
        r.id = idFor(u"%1/%2"_s.arg(seed).arg(town.reports.size()));
        r.theme = idFor(u"theme %1"_s.arg(thing / 2));
        r.card = anywhere(random) < 0.7 ? idFor(u"card %1"_s.arg(thing)) : Id();
        r.at = Position{49 + (north + aside(random)) / 111'200, 2 + (east + aside(random)) / 73'170};
        r.received = Instant{today.ms - qint64(day * dayMs)};
        r.words = reportWords(text);
        town.reports.push_back(r);
        town.causes.push_back(cause);
    };
    constexpr double side = 3000, most = 60; // metres, days
    for (int cause = 0; cause < incidents; ++cause) {
        const double north = anywhere(random) * side, east = anywhere(random) * side, day = anywhere(random) * most;
        const auto thing = qsizetype(anywhere(random) * double(things.size()));
        const int count = 2 + int(anywhere(random) * 5);
        for (int i = 0; i < count; ++i)
            add(cause, north, east, thing, std::max(0.0, day - anywhere(random) * 9));
        add(incidents + cause, anywhere(random) * side, anywhere(random) * side,
            qsizetype(anywhere(random) * double(things.size())), anywhere(random) * most);
        if (cause % 4 == 0) // another matter at the same corner
            add(2 * incidents + cause, north, east, (thing + 2) % things.size(), day);
    }
    return town;
}

struct Measure
{
    double precision = 0, recall = 0;
};

//! Of the pairs of reports that one group gathers: how many have one cause, and how many of one cause it gathers.
Measure measure(const KnownTown &town, double least)
{
    std::vector<int> group(town.reports.size(), -1);
    const QList<IncidentGroup> found = incidentGroups(town.reports, always(), least);
    for (qsizetype g = 0; g < found.size(); ++g) {
        group[std::size_t(found.at(g).first)] = int(g);
        for (const qsizetype i : found.at(g).others)
            group[std::size_t(i)] = int(g);
    }
    double both = 0, grouped = 0, caused = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t j = i + 1; j < group.size(); ++j) {
            const bool isGrouped = group[i] >= 0 && group[i] == group[j], isOne = town.causes[i] == town.causes[j];
            grouped += isGrouped ? 1 : 0;
            caused += isOne ? 1 : 0;
            both += isGrouped && isOne ? 1 : 0;
        }
    }
    return {grouped > 0 ? both / grouped : 1, caused > 0 ? both / caused : 1};
}

std::vector<IncidentReport> realReports()
{
    std::vector<IncidentReport> reports;
    for (const auto &row : realdata::rows(u"dansmarue-2024-sample.csv"_s)) {
        const QDateTime at(QDate::fromString(row.value(u"datedecl"_s), Qt::ISODate), QTime(12, 0), Qt::UTC);
        reports.push_back({idFor(row.value(u"id_dmr"_s)),
                           idFor(row.value(u"type"_s)),
                           idFor(row.value(u"soustype"_s)),
                           Position{row.value(u"latitude"_s).toDouble(), row.value(u"longitude"_s).toDouble()},
                           folded(row.value(u"adresse"_s)),
                           Instant{at.toMSecsSinceEpoch()},
                           {}});
    }
    return reports;
}

//! The reports of the same card within \a metres of one another, and of those of one another, and so on.
std::vector<std::size_t> singleLinkage(const std::vector<IncidentReport> &reports, double metres)
{
    std::vector<std::size_t> group(reports.size());
    std::iota(group.begin(), group.end(), std::size_t(0));
    const std::function<std::size_t(std::size_t)> top = [&](std::size_t i) { return group[i] == i ? i : top(group[i]); };
    for (std::size_t i = 0; i < reports.size(); ++i) {
        for (std::size_t j = i + 1; j < reports.size(); ++j) {
            constexpr double surelyFarther = 0.0005; // degrees
            if (reports[i].card == reports[j].card &&
                std::abs(reports[i].at->latitude - reports[j].at->latitude) < surelyFarther &&
                geodesicMetres(*reports[i].at, *reports[j].at) <= metres)
                group[top(i)] = top(j);
        }
    }
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i] = top(i);
    return group;
}

} // namespace

class IncidentMatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearFreshAndOfOneMatter()
    {
        const IncidentReport hole = report(u"a"_s, 0, u"un gros trou dans la chaussée"_s);
        const auto like = [&hole](const IncidentReport &other) { return likeness(hole, other, {}); };
        const IncidentLikeness same = like(report(u"b"_s, 5, u"Trou dangereux sur la chaussee"_s, 1));
        QVERIFY2(same.confidence > 0.95, qPrintable(QString::number(same.confidence)));
        QVERIFY(same.isSameCard && same.isSameTheme);
        QCOMPARE(same.commonWords, 2);
        QCOMPARE(same.days, 1);
        QVERIFY(std::abs(*same.metres - 5) < 0.1);
        QVERIFY(like(report(u"b"_s, 39, u"trou"_s)).confidence < 0.6);
        QCOMPARE(like(report(u"b"_s, 41, u"trou"_s)).confidence, 0.0);
        QCOMPARE(like(report(u"b"_s, 5, u"trou"_s, 31)).confidence, 0.0);
        QVERIFY(like(report(u"b"_s, 5, u"trou"_s, 29)).confidence < 0.65);
        QVERIFY(like(report(u"b"_s, 5, u"trou chaussée"_s, 0, {})).confidence > 0.9); // no card, but the words
        QVERIFY(like(report(u"b"_s, 5, u"lampadaire éteint"_s, 0, u"lamps"_s)).confidence < proposedConfidence + 0.01);
        IncidentReport other = report(u"b"_s, 0, u"lampadaire éteint"_s, 0, u"lamps"_s);
        other.theme = idFor(u"lights"_s);
        QCOMPARE(like(other).confidence, 0.0);
        IncidentReport unplaced = report(u"b"_s, 0, u"trou chaussée"_s);
        unplaced.at.reset();
        QCOMPARE(like(unplaced).confidence, 0.0);
        unplaced.address = u"12 rue du lycee"_s;
        IncidentReport here = hole;
        here.address = unplaced.address;
        QCOMPARE(likeness(here, unplaced, {}).metres, std::nullopt);
        QVERIFY(likeness(here, unplaced, {}).confidence > 0.85);
    }

    void likenessIsTheSameBothWaysAndEndsAtItsRule()
    {
        PARVIS_PROPERTY("both ways, and nothing beyond the rule", [] {
            const IncidentRule rule{double(*rc::gen::inRange(5, 151)), *rc::gen::inRange(1, 90), 0};
            const auto any = [](const QString &name) {
                static const std::vector<QString> said{u"trou chaussée"_s, u"lampadaire"_s, u"trou lampadaire arbre pavé"_s,
                                                       QString()};
                return report(name, *rc::gen::inRange(0, 200), *rc::gen::elementOf(said), *rc::gen::inRange(0, 100),
                              *rc::gen::element(u"holes"_s, u"lamps"_s, QString()));
            };
            const IncidentReport a = any(u"a"_s), b = any(u"b"_s);
            const IncidentLikeness found = likeness(a, b, rule);
            RC_ASSERT(found == likeness(b, a, rule));
            RC_ASSERT(found.confidence >= 0 && found.confidence <= 1);
            if (found.confidence > 0)
                RC_ASSERT(*found.metres <= rule.metres && found.days <= rule.days);
        });
    }

    //! A row of holes along a street is several incidents: whoever works one has not seen the others.
    void aRowIsNoOneIncident()
    {
        std::vector<IncidentReport> row;
        for (int i = 0; i < 12; ++i)
            row.push_back(report(QString::number(i), i * 18, u"trou"_s));
        const QList<IncidentGroup> groups = incidentGroups(row, always());
        QVERIFY(groups.size() > 1);
        for (const IncidentGroup &group : groups) {
            for (const qsizetype i : group.others)
                QVERIFY(geodesicMetres(*row[std::size_t(group.first)].at, *row[std::size_t(i)].at) <= 40);
        }
        const std::vector<std::size_t> chained = singleLinkage(row, 20);
        QCOMPARE(std::set<std::size_t>(chained.begin(), chained.end()).size(), 1U);
    }

    void groupsDoNotDependOnTheOrder()
    {
        PARVIS_PROPERTY("groups of shuffled reports", [] {
            KnownTown town = knownTown(*rc::gen::arbitrary<unsigned>(), 12);
            const IncidentRule rule{double(*rc::gen::inRange(10, 150)), 30, 0};
            const auto before = groupsOf(town.reports, rule);
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            std::shuffle(town.reports.begin(), town.reports.end(), random);
            RC_ASSERT(groupsOf(town.reports, rule) == before);
            std::set<Id> seen;
            for (const auto &group : before) {
                RC_ASSERT(group.size() > 1U);
                for (const Id &id : group)
                    RC_ASSERT(seen.insert(id).second);
            }
        });
    }

    void matchesDoNotDependOnTheOrder()
    {
        PARVIS_PROPERTY("matches of shuffled candidates", [] {
            const KnownTown town = knownTown(*rc::gen::arbitrary<unsigned>(), 8);
            const IncidentReport &wanted = town.reports.front();
            std::vector<IncidentCandidate> candidates;
            QHash<Id, Incident> incidents;
            for (std::size_t i = 1; i < town.reports.size(); ++i) {
                const Id incident = town.causes[i] % 2 ? Id() : idFor(u"incident %1"_s.arg(town.causes[i]));
                const IncidentReport &r = town.reports[i];
                if (!incident.isNull() && !incidents.contains(incident)) {
                    incidents[incident].theme = r.theme;
                    incidents[incident].latitude = r.at->latitude;
                    incidents[incident].longitude = r.at->longitude;
                }
                candidates.push_back({r, incident});
            }
            const auto ask = [&] {
                QList<std::pair<Id, IncidentLikeness>> answer;
                const auto incidentOf = [&](const Id &id) { return std::optional(incidents.value(id)); };
                const QList<IncidentMatch> matches = incidentMatches(wanted, candidates, incidentOf, always());
                for (const IncidentMatch &m : matches) {
                    const Id last = candidates[std::size_t(m.last)].report.id;
                    answer.append({m.incident.isNull() ? last : m.incident, m.likeness});
                    RC_ASSERT(m.likeness.confidence >= proposedConfidence && *m.likeness.metres <= 40);
                }
                return answer;
            };
            const auto before = ask();
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            std::shuffle(candidates.begin(), candidates.end(), random);
            RC_ASSERT(ask() == before);
        });
    }

    //! What the hub attaches by itself, and what agents are shown, on towns whose causes are known.
    void precisionAndRecallAreKnown()
    {
        for (const double least : {proposedConfidence, 0.6, 0.8, 0.9}) {
            Measure sum;
            constexpr int towns = 5;
            for (unsigned seed = 1; seed <= towns; ++seed) {
                const Measure m = measure(knownTown(seed, 300), least);
                sum.precision += m.precision / towns;
                sum.recall += m.recall / towns;
            }
            qInfo("from %.0f %%: precision %.1f %%, recall %.1f %%", least * 100, sum.precision * 100, sum.recall * 100);
            if (least <= proposedConfidence)
                QVERIFY(sum.recall > 0.9 && sum.precision > 0.8);
            if (least == 0.8)
                QVERIFY(sum.precision > 0.95);
        }
    }

    void realReportsAgainstSingleLinkage()
    {
        const std::vector<IncidentReport> reports = realReports();
        if (reports.empty())
            QSKIP("the real reports are not here");
        const QList<IncidentGroup> groups = incidentGroups(reports, always());
        std::vector<int> ours(reports.size(), -1);
        qsizetype gathered = 0;
        for (qsizetype g = 0; g < groups.size(); ++g) {
            ours[std::size_t(groups.at(g).first)] = int(g);
            gathered += 1 + groups.at(g).others.size();
            for (qsizetype n = 0; n < groups.at(g).others.size(); ++n) {
                const auto i = std::size_t(groups.at(g).others.at(n));
                ours[i] = int(g);
                const IncidentReport &first = reports[std::size_t(groups.at(g).first)];
                QVERIFY(geodesicMetres(*first.at, *reports[i].at) <= 40);
                QVERIFY(std::abs(first.received.ms - reports[i].received.ms) <= 30 * dayMs);
            }
        }
        const std::vector<std::size_t> theirs = singleLinkage(reports, 20);
        std::map<QString, int> pairs;
        for (std::size_t i = 0; i < reports.size(); ++i) {
            for (std::size_t j = i + 1; j < reports.size(); ++j) {
                const bool isOurs = ours[i] >= 0 && ours[i] == ours[j], isTheirs = theirs[i] == theirs[j];
                if (!isOurs && !isTheirs)
                    continue;
                const double metres = geodesicMetres(*reports[i].at, *reports[j].at);
                const bool isApart = std::abs(reports[i].received.ms - reports[j].received.ms) > 30 * dayMs;
                if (isOurs && isTheirs)
                    ++pairs[u"both"_s];
                else if (isOurs)
                    ++pairs[reports[i].card != reports[j].card ? u"ours: another subtype of the same type"_s
                            : metres > 20                      ? u"ours: 20 to 80 m apart"_s
                                                               : u"ours: unexplained"_s];
                else if (isApart)
                    ++pairs[u"theirs: more than 30 days apart"_s];
                else if (metres > 20)
                    ++pairs[u"theirs: by a chain, farther than 20 m"_s];
                else if (ours[i] >= 0 || ours[j] >= 0)
                    ++pairs[u"theirs: one is nearer to another group's first, or out of its days"_s];
                else
                    ++pairs[u"theirs: too little alike"_s];
            }
        }
        qInfo("%lld of %zu reports in %lld groups, the largest of %lld", static_cast<long long>(gathered), reports.size(),
              static_cast<long long>(groups.size()),
              static_cast<long long>(groups.isEmpty() ? 0 : 1 + groups.first().others.size()));
        for (const auto &[why, count] : pairs)
            qInfo("%5d pairs %s", count, qPrintable(why));
        QVERIFY(groups.size() > 100);
        QCOMPARE(pairs[u"ours: unexplained"_s], 0);
        QCOMPARE(pairs[u"theirs: too little alike"_s], 0);
    }
};

QTEST_GUILESS_MAIN(IncidentMatchTest)
#include "tst_incidentmatch.moc"
