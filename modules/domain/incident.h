#pragma once

#include "domain/mutation.h"
#include "domain/request.h"

// Ten reports, one cause: an incident gathers the requests of all who reported it, so that the service works once and every
// citizen is told. A request belongs to one incident at most (Request::incident). It names no citizen and quotes none: whoever
// works here may see it, and what it gathers stays in the sight of those who may see each request.
//
// Two that turn out to be one are merged by saying which one the other goes into; its requests stay as they are, and whoever
// attaches one to it later, offline, attaches it to both. So a merge is one field, and is taken back by clearing it.
//
// Two desks that gather at once what each saw alone do not contradict one another: both say "of one cause", so all of it is of
// one cause. Nobody has anything to settle: the second word merges the two incidents, and the history tells it.

namespace parvis {

struct Incident
{
    static constexpr Kind kind = Kind::Incident;
    static EntityDescription description();

    Id id;
    QString subject; //!< in the town's words: "Dépôt sauvage"
    Id theme, card, service;
    QString address;
    Id district;
    std::optional<double> latitude, longitude; //!< WGS 84 degrees; reports are near if they are near to this
    Id into;                                   //!< the one that it turned out to be; null: it stands for itself
    Instant at;                                //!< when it was made
    Id author;                                 //!< null: the hub, by the rule of its theme
    QJsonObject extra;

    bool operator==(const Incident &) const = default;
};

//! What a theme's reports of one cause have in common, said by the administrator. Each value is that of the nearest theme above
//! that says it.
struct IncidentRule
{
    double metres = 40; //!< radius around the incident, along the geodesic
    int days = 30;      //!< between two reports
    int byItself = 0;   //!< from this confidence on (per cent) the hub attaches by itself; 0: never

    bool operator==(const IncidentRule &) const = default;
};

//! Wider than this no place is one place, and the neighbourhood that desks and hub look through ends.
inline constexpr int widestIncident = 150; // metres

//! Of a theme; the usual one for none.
IncidentRule incidentRule(const Id &theme, const Lookup &lookup);

//! The incident that \a id turned out to be: itself, or what it was merged into, however often. Null for one that is unknown.
Id standingIncident(const Id &id, const Lookup &lookup);

//! The field of a kind that says which incident it goes with: of a request the one that it reports, of an incident the one that
//! it turned out to be. Empty for other kinds.
QLatin1StringView gatheringField(Kind kind);

//! Two that were said to be one cause: of what they stand for the younger one (by Incident::at, then id) goes into the older.
//! Nothing if one of them is unknown. The same both ways.
std::optional<OneCause> oneCause(const Id &a, const Id &b, const Lookup &lookup);

//! A subject or a card, and a place on the map; no ring of merges. None: allowed.
Refusal incidentRefusal(const Id &id, const QJsonObject &after, const Lookup &lookup);

//! The incident that a request with a place begins: of its card and place, called as its card, its theme or its service is.
//! Nothing that anybody typed: everybody sees it. Precondition: the request is not confidential.
Incident incidentFor(const Request &request, const Id &id, const Id &author, Instant at, const Lookup &lookup);

//! What is confidential is in no incident: \a request without it, if it is.
QJsonObject withoutHiddenIncident(QJsonObject request);

} // namespace parvis
