#pragma once

#include "domain/description.h"

namespace parvis {

//! Body (collectivité) > directorate (direction) > service.
enum class UnitLevel { Service, Directorate, Body };
template <>
struct Tokens<UnitLevel>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("service"), QLatin1StringView("directorate"),
                                                            QLatin1StringView("body")};
};

//! Who of a service gets a routed request.
enum class Assignment {
    ByDistrict, //!< as Unit::referents says
    Balanced,   //!< the referent with the fewest open cases
    Manual      //!< nobody: the head assigns
};
template <>
struct Tokens<Assignment>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("by_district"), QLatin1StringView("balanced"),
                                                            QLatin1StringView("manual")};
};

struct Unit
{
    static constexpr Kind kind = Kind::Unit;
    static EntityDescription description();

    Id id;
    UnitLevel level = UnitLevel::Service;
    Id parent;
    QString code;
    QString name;
    QString shortName;
    QString phone, email;
    bool perDistrict = false; //!< its referents share the work by district
    QJsonObject referents;    //!< district code (or "*") → user id: who gets a routed request
    Id head;                  //!< who is in charge: assigns, is reminded
    Assignment assignment = Assignment::ByDistrict;
    bool closed = false;    //!< takes nothing any more
    Id successor;           //!< of a closed service: takes over what is open, and what comes
    QJsonObject policy;     //!< see servicepolicy.h; empty: as the unit above
    QJsonArray cardCircuit; //!< who validates its procedure cards (see circuit.h); empty: as the unit above
    //! Who approves its replies, by what its cards are: {"simple": […], "complex": […], "*": […]} (see circuit.h and
    //! replyCircuitFor()); empty: as the unit above.
    QJsonObject replyCircuits;
    //! How its letters are headed: {"lines": [address, …], "place", "logo" (PNG, base64), "court", "superior",
    //! "data_protection"}; empty: as the unit above.
    QJsonObject letterhead;
    QJsonObject extra;

    bool operator==(const Unit &) const = default;
};

//! A district council (conseil de quartier), or an area of another division of the town: a technical service's sectors.
struct District
{
    static constexpr Kind kind = Kind::District;
    static EntityDescription description();

    Id id;
    QString code;
    QString name;
    std::optional<double> latitude, longitude; //!< a point inside
    QString layer;                             //!< the division that it is a part of; empty: the district councils
    QJsonObject geometry;                      //!< its surface: a Polygon or MultiPolygon of GeoJSON (RFC 7946); empty: not drawn
    QJsonObject extra;

    bool isCouncil() const { return layer.isEmpty(); }
    bool operator==(const District &) const = default;
};

struct Theme
{
    static constexpr Kind kind = Kind::Theme;
    static EntityDescription description();

    Id id;
    QString code;
    QString name;
    Id parent;
    // Which reports of it are of one incident, see incident.h; 0: as the theme above has it
    int incidentMetres = 0, incidentDays = 0;
    int incidentConfidence = 0; //!< per cent
    QJsonObject extra;

    bool operator==(const Theme &) const = default;
};

//! A street or a public place of the town, for completion of "where".
struct Street
{
    static constexpr Kind kind = Kind::Street;
    static EntityDescription description();

    Id id;
    QString name;
    Id district;
    std::optional<double> latitude, longitude;
    int lastNumber = 0; //!< highest house number; 0: unknown or a place
    bool publicPlace = false;
    QJsonObject extra;

    bool operator==(const Street &) const = default;
};

//! An agent with an account. The password is not here: only the hub has its hash, apart.
struct User
{
    static constexpr Kind kind = Kind::User;
    static EntityDescription description();

    Id id;
    QString login;
    QString name;
    TokenSet roles;       //!< tokens of Role (permissions.h)
    IdSet services;       //!< scope: what a referent or head may see
    bool cleared = false; //!< may see confidential requests of the services in scope
    bool disabled = false;
    IdSet standsFor;     //!< the users for whom this one decides while they are absent
    bool absent = false; //!< their deputies decide
    QString email;       //!< where the hub writes to
    QString capacity;    //!< in which they sign (CRPA L. 212-1): "Adjointe au maire déléguée aux espaces verts"
    QJsonObject notify;  //!< how they want to be told of what concerns them, see notifying.h; empty: the usual way
    QJsonArray absences; //!< planned: [{"from":"2026-12-24","to":"2027-01-03"}]; the hub sets \c absent by them, see dailyrun.h
    Instant passwordAt;  //!< when the password was last given or changed: the audit has by whom
    QJsonObject extra;

    bool operator==(const User &) const = default;
};

//! The town's calendar: one per town. Times are local to \c zone.
struct Calendar
{
    static constexpr Kind kind = Kind::Calendar;
    static EntityDescription description();

    Id id;
    QString zone; //!< IANA name; empty: Europe/Paris
    bool alsaceMoselle = false;
    QJsonArray closures; //!< local closures: {"from":"2026-12-24","to":"2026-12-24","name":"…"}
    QJsonObject opening; //!< "1" (Monday) … "7" → ["09:00","17:00"]; empty: Monday to Friday 9–17
    QJsonObject extra;

    bool operator==(const Calendar &) const = default;
};

} // namespace parvis
