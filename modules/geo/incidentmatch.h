#pragma once

#include "domain/incident.h"
#include "geo/position.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <span>

// Ten reports, one cause: what tells that two reports are of the same incident. Nothing is learned and nothing is hidden: a
// report is near, fresh and of the same matter, each as a share, and their product is the confidence, so that an agent can be
// told why. Beyond the radius or the days of its theme there is no proposal at all.

namespace parvis {

//! A report as far as its cause goes; an incident is one too.
struct IncidentReport
{
    Id id;
    Id theme, card; //!< null: none
    std::optional<Position> at;
    QString address;   //!< folded (base/text.h); of one without a position
    Instant received;  //!< of an incident: its last report
    QStringList words; //!< reportWords() of what is said
};

//! The words that tell causes apart: folded, of four letters or more, each once, in alphabetical order; not those that stand in
//! every report ("rue", "devant", "merci").
QStringList reportWords(const QString &text);

//! A request as a report.
IncidentReport reportOf(const Request &request);

struct IncidentLikeness
{
    double confidence = 0;        //!< 0 to 1; 0: beyond the rule, or another matter
    std::optional<double> metres; //!< nothing: no positions, but the same address
    int days = 0;                 //!< between them
    bool isSameCard = false, isSameTheme = false;
    int commonWords = 0;

    bool operator==(const IncidentLikeness &) const = default;
};

//! The same both ways: likeness(a, b) == likeness(b, a).
IncidentLikeness likeness(const IncidentReport &a, const IncidentReport &b, const IncidentRule &rule);

//! The square of some 200 m that \a position lies in, as the columns and indexes of reports have it, and its eight neighbours:
//! all within widestIncident, and more.
QList<qint64> reportCells(const Position &position);

//! From here on a proposal is shown.
inline constexpr double proposedConfidence = 0.4;

using RuleOf = std::function<IncidentRule(const Id &theme)>; //!< asked once for each theme

//! A report near to another one, and the standing incident that it is in; null: none.
struct IncidentCandidate
{
    IncidentReport report;
    Id incident;
    Instant doneAt = {}; //!< answered or closed, for measured(); not set: open
};

//! An incident, or a report in none, that seems to be of one cause with a report.
struct IncidentMatch
{
    Id incident;        //!< null: of one report
    qsizetype last = 0; //!< index of that report, or of the incident's last one
    int reports = 1;    //!< of the candidates
    IncidentLikeness likeness;

    bool operator==(const IncidentMatch &) const = default;
};

//! Best first: by confidence, then by id; those of at least \a least. An incident is matched by its own place (\a incidentOf;
//! what that does not know is left out), its last report's time and the words of all of its candidates. The result does not
//! depend on the order of \a candidates but for its indexes.
QList<IncidentMatch> incidentMatches(const IncidentReport &report, std::span<const IncidentCandidate> candidates,
                                     const std::function<std::optional<Incident>(const Id &)> &incidentOf, const RuleOf &ruleOf,
                                     double least = proposedConfidence);

//! Reports that seem to be of one cause: a first one with all that are like it, nearest to it in confidence.
struct IncidentGroup
{
    qsizetype first = 0;                //!< index of the report that has the most like it; of several the earliest, then by id
    QList<qsizetype> others;            //!< indexes, by confidence, then by id
    QList<IncidentLikeness> likenesses; //!< of the others to the first

    bool operator==(const IncidentGroup &) const = default;
};

//! Every report in one group at most, groups of two or more alone, largest first. Each member is within the rule of the first, so
//! that a row of reports along a street is no one incident (single linkage makes it one). The result does not depend on the order
//! of \a reports but for its indexes. \a ruleOf a theme. Needs a time near to linear where places are not all the same.
QList<IncidentGroup> incidentGroups(std::span<const IncidentReport> reports, const RuleOf &ruleOf,
                                    double least = proposedConfidence);

//! How well a rule would have gathered by itself what agents gathered.
struct IncidentMeasure
{
    int right = 0;  //!< reports that it puts into the incident where agents put them
    int wrong = 0;  //!< into another one, or into one where agents left them alone
    int missed = 0; //!< that agents put into an incident of earlier ones, and it does not
    double precision() const { return right + wrong > 0 ? double(right) / (right + wrong) : 1; }
    double recall() const { return right + missed > 0 ? double(right) / (right + missed) : 1; }

    bool operator==(const IncidentMeasure &) const = default;
};

//! \a reports as agents gathered them, gone through in the order of their reception: each is compared with those before it as
//! when it came in. The result does not depend on their order.
IncidentMeasure measured(std::span<const IncidentCandidate> reports, const IncidentRule &rule, double confidence);

} // namespace parvis
