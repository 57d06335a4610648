#pragma once

#include "domain/description.h"

namespace parvis {

//! Why a mutation, or a part of it, did not take effect.
enum class ProposalCause {
    Field,    //!< somebody's value for the same field came first
    Progress, //!< the status or the assignment had moved
    Rights,   //!< the agent's rights do not cover it (any more)
    Rule      //!< against a rule of the domain (workflow, missing target, wrong value)
};
template <>
struct Tokens<ProposalCause>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("field"), QLatin1StringView("progress"),
                                                            QLatin1StringView("rights"), QLatin1StringView("rule")};
};

enum class ProposalState { Open, Taken, Dismissed };
template <>
struct Tokens<ProposalState>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("open"), QLatin1StringView("taken"),
                                                            QLatin1StringView("dismissed")};
};

//! What somebody wanted and did not get: kept, shown on both desks, one click takes it. Well-formed, authenticated work is
//! never dropped. Made by the hub only; agents close it by patching \c state.
struct Proposal
{
    static constexpr Kind kind = Kind::Proposal;
    static EntityDescription description();

    Id id;
    ProposalCause cause = ProposalCause::Field;
    QString targetKind; //!< token of Kind
    Id target;
    QString verb;       //!< token of Verb
    QJsonObject wanted; //!< the fields as the author set them
    QJsonObject found;  //!< what stood there instead
    QString reason;     //!< a code for the interface: see Refusal in mutation.h
    Id author;
    Id device;
    qint64 n = 0; //!< the mutation's number on its device
    Instant at;
    ProposalState state = ProposalState::Open;
    QJsonObject extra;

    bool operator==(const Proposal &) const = default;
};

} // namespace parvis
