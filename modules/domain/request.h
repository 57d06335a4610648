#pragma once

#include "domain/description.h"

namespace parvis {

//! By which means a citizen reached the town, or an agent raised the matter. The first value is the default.
enum class Channel { Phone, WalkIn, Letter, Email, Sms, Web, DistrictCouncil, Gusp, Patrol, ElectedOfficial, Internal };
template <>
struct Tokens<Channel>
{
    static constexpr std::array<QLatin1StringView, 11> words{QLatin1StringView("phone"),
                                                             QLatin1StringView("walk_in"),
                                                             QLatin1StringView("letter"),
                                                             QLatin1StringView("email"),
                                                             QLatin1StringView("sms"),
                                                             QLatin1StringView("web"),
                                                             QLatin1StringView("district_council"),
                                                             QLatin1StringView("gusp"),
                                                             QLatin1StringView("patrol"),
                                                             QLatin1StringView("elected_official"),
                                                             QLatin1StringView("internal")};
};

//! How the citizen wants to be answered. A letter costs 2.70 €: e-mail and SMS first.
enum class ReplyChannel { None, Email, Sms, Phone, Letter, Counter };
template <>
struct Tokens<ReplyChannel>
{
    static constexpr std::array<QLatin1StringView, 6> words{QLatin1StringView("none"),   QLatin1StringView("email"),
                                                            QLatin1StringView("sms"),    QLatin1StringView("phone"),
                                                            QLatin1StringView("letter"), QLatin1StringView("counter")};
};

//! Received means "to qualify". The allowed moves are in workflow.h.
enum class RequestStatus { Received, Assigned, InProgress, Waiting, Answered, Closed, Reopened };
template <>
struct Tokens<RequestStatus>
{
    static constexpr std::array<QLatin1StringView, 7> words{QLatin1StringView("received"),    QLatin1StringView("assigned"),
                                                            QLatin1StringView("in_progress"), QLatin1StringView("waiting"),
                                                            QLatin1StringView("answered"),    QLatin1StringView("closed"),
                                                            QLatin1StringView("reopened")};
};

//! A citizen's request (demande) as a plain value: comparable, no I/O, no tr().
struct Request
{
    static constexpr Kind kind = Kind::Request;
    static EntityDescription description();

    Id id;
    QString number; //!< "2026-014233", given by the hub: year of reception and a count; empty until then
    QString subject;
    QString text;                     //!< what the citizen said (description)
    Channel channel = Channel::Phone; //!< of the first contact
    Id citizen;                       //!< null: anonymous
    Id card;                          //!< null: matches no card
    int cardRevision = 0;
    Id theme;
    Id service;  //!< in charge; null: to qualify. Decides who may see the request
    Id assignee; //!< referent
    RequestStatus status = RequestStatus::Received;
    QString reason; //!< why it waits, was closed or reopened (a token of reasons(), or words)
    QString address;
    Id district;
    std::optional<double> latitude, longitude; //!< WGS 84 degrees
    Instant receivedAt;
    QDate dueOn;            //!< the promised day, computed by dueDate() at reception and moved by what suspended it since
    QJsonArray suspensions; //!< see suspension.h
    QJsonArray missing;     //!< documents that the citizen still owes, lines of text (CRPA L. 114-5)
    QString authority;      //!< to which another one it was passed on, closed as "transferred" (CRPA L. 114-2)
    Instant answeredAt, closedAt;
    ReplyChannel replyChannel = ReplyChannel::None;
    bool onTheSpot = false;
    bool confidential = false; //!< only agents cleared for it see it
    QJsonObject form;          //!< the card's own fields, by code
    TokenSet tags;
    TokenSet checked;     //!< what is done of its checklist (see checklist.h)
    Id parent;            //!< the request that this one is a part of
    Id incident;          //!< that it reports, with others (see incident.h)
    int satisfaction = 0; //!< what the citizen says of the town's work, 1 to 5; 0: not asked
    Id createdBy;
    QString externalId; //!< of an import: the same id is imported once
    QJsonObject extra;  //!< fields of a newer program

    bool operator==(const Request &) const = default;
};

//! A field of a request that changes with another one and says nothing more: "closed on" beside the status.
bool followsFromOthers(QStringView field);

//! One exchange on one channel; a request has one or more.
struct Contact
{
    static constexpr Kind kind = Kind::Contact;
    static EntityDescription description();

    Id id;
    Id request;
    Id citizen;
    Channel channel = Channel::Phone;
    bool outgoing = false;
    Instant at;
    Id agent;
    int seconds = 0; //!< how long it took; 0: unknown
    QString text;
    bool post = false; //!< a letter that is still to be printed and posted: the hub puts it among the outgoing mail
    QJsonObject extra;

    bool operator==(const Contact &) const = default;
};

//! A word between agents about a request. Append-only; a redaction empties the text and keeps the fact.
struct Note
{
    static constexpr Kind kind = Kind::Note;
    static EntityDescription description();

    Id id;
    Id request;
    Id author;
    Instant at;
    QString text;
    bool redacted = false;
    QJsonObject extra;

    bool operator==(const Note &) const = default;
};

//! A file by reference: its bytes travel apart and may come later. Taken away, its name stays and its bytes are given to nobody.
struct Attachment
{
    static constexpr Kind kind = Kind::Attachment;
    static EntityDescription description();

    Id id;
    Id request;
    QString sha256; //!< 64 hexadecimal digits
    QString name;
    QString mediaType;
    qint64 bytes = 0;
    Instant at;
    Id author;
    bool removed = false;
    QJsonObject extra;

    bool operator==(const Attachment &) const = default;
};

} // namespace parvis
