#pragma once

#include "domain/permissions.h"
#include "domain/proposal.h"

#include <QtCore/QHash>

#include <functional>

// A mutation is what one desk wants changed. The same function, decide(), checks and applies it at the desk (at once) and at the
// hub (final), so the two can't drift apart.

namespace parvis {

enum class Verb { Create, Patch };
template <>
struct Tokens<Verb>
{
    static constexpr std::array<QLatin1StringView, 2> words{QLatin1StringView("create"), QLatin1StringView("patch")};
};

struct Mutation
{
    qint64 n = 0; //!< counts up per device from 1 without gaps
    Id id;
    Kind kind = Kind::Request;
    Verb verb = Verb::Patch;
    Id target;
    qint64 base = 0; //!< the last sequence number of the target that the author had seen; 0 at creation
    QJsonObject set; //!< field → value; null clears; sets as {"add":[…],"remove":[…]}
    //! What the author saw where that decides: the long texts that they edited, as they were (the base of the three-way merge),
    //! and null for a request or an incident that they gathered and that was in none (see gatheringField() in incident.h).
    QJsonObject was;
    Instant at; //!< the desk's clock, informational: decides nothing

    bool operator==(const Mutation &) const = default;
};

//! Who last wrote a field, and in which commit.
struct FieldVersion
{
    qint64 seq = 0;
    Id device;
    qint64 n = 0;

    bool operator==(const FieldVersion &) const = default;
};

//! A record with what is needed to merge into it.
struct Record
{
    QJsonObject document;
    FieldVersion created; //!< the version of every field without one of its own
    QHash<QString, FieldVersion> versions;
    qint64 seq = 0; //!< of the last change of any field

    const FieldVersion &version(const QString &field) const;
};

//! What the rules look up beside the target: a document by kind and id; nothing if it is unknown.
using Lookup = std::function<std::optional<QJsonObject>(Kind, const Id &)>;

enum class Outcome { Applied, Merged, Conflict, Held };
template <>
struct Tokens<Outcome>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("applied"), QLatin1StringView("merged"),
                                                            QLatin1StringView("conflict"), QLatin1StringView("held")};
};

//! Why a mutation was refused, as the code in Proposal::reason.
enum class Refusal {
    None,
    LostRace,
    NotAllowed,
    OutOfScope,
    UnknownTarget,
    AlreadyThere,
    WrongValue,
    WrongMove,
    ReasonMissing,
    MissingField,
    FixedField,
    NoValidators,   //!< the service of a procedure card has no circuit
    Superseded,     //!< a revision was published since the draft was begun
    CitizenNotTold, //!< it would be closed without an answer, and no reason says why
    ReopenedTooLate //!< the service's delay is over; said by the hub's clock alone
};
template <>
struct Tokens<Refusal>
{
    static constexpr std::array<QLatin1StringView, 15> words{
        QLatin1StringView("none"),          QLatin1StringView("lost_race"),        QLatin1StringView("not_allowed"),
        QLatin1StringView("out_of_scope"),  QLatin1StringView("unknown_target"),   QLatin1StringView("already_there"),
        QLatin1StringView("wrong_value"),   QLatin1StringView("wrong_move"),       QLatin1StringView("reason_missing"),
        QLatin1StringView("missing_field"), QLatin1StringView("fixed_field"),      QLatin1StringView("no_validators"),
        QLatin1StringView("superseded"),    QLatin1StringView("citizen_not_told"), QLatin1StringView("reopened_too_late")};
};

//! Two incidents that turned out to be one: \c younger goes into \c older. Both null: they are one already.
struct OneCause
{
    Id younger, older;

    bool operator==(const OneCause &) const = default;
};

struct Decision
{
    Outcome outcome = Outcome::Applied;
    Refusal refusal = Refusal::None;
    QJsonObject after;                          //!< the target's document with the effect in it
    QJsonObject effect;                         //!< the fields that changed with their new plain values (null: cleared)
    QJsonObject was;                            //!< the same fields before
    QJsonObject lost;                           //!< fields of the mutation without effect, as its author set them
    QJsonObject found;                          //!< what stands there instead
    ProposalCause cause = ProposalCause::Field; //!< meaningful if \c lost is not empty
    OneCause merges;                            //!< what two desks gathered at once: to be merged, too
};

//! Decides \a mutation on \a target (null: no such record). Never fails: whatever is wrong ends as Held with everything in
//! \c lost. Pure: the same arguments give the same decision at any time and place.
Decision decide(const Mutation &mutation, const Record *target, const Actor &actor, const Lookup &lookup);

//! What a desk sees before the hub has decided: the mutation laid over what it knows, without judging races.
QJsonObject optimistic(const Mutation &mutation, const QJsonObject &document);

//! What a unit says in \a field, or the nearest unit above that says something; undefined if none does.
QJsonValue unitValue(const Id &unit, QLatin1StringView field, const Lookup &lookup);

//! The scope of a record: its own, or that of the request or citizen it hangs on, a proposal through what it is about.
Scope scopeOf(Kind kind, const QJsonObject &document, const Lookup &lookup);

//! The record that a proposal, note, contact, attachment or reminder belongs to (kind Request for all but some proposals); null
//! if none.
Id parentOf(Kind kind, const QJsonObject &document);

} // namespace parvis
