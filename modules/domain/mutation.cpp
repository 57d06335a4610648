#include "domain/mutation.h"

#include "domain/cardlife.h"
#include "domain/dispatch.h"
#include "domain/incident.h"
#include "domain/mission.h"
#include "domain/notifying.h"
#include "domain/reply.h"
#include "domain/request.h"
#include "domain/template.h"
#include "domain/textmerge.h"
#include "domain/workflow.h"

#include <QtCore/QMap>

#include <algorithm>

namespace parvis {

namespace {

// A proposal may be about a proposal, and so on; a broken one may be about itself.
constexpr int mostProposalsDeep = 16;

constexpr QLatin1StringView requestField("request");
const QString decisionsField = QStringLiteral("decisions");

Permission permissionFor(Kind kind, Verb verb, const QJsonObject &set)
{
    switch (kind) {
    case Kind::Unit:
    case Kind::District:
    case Kind::Theme:
    case Kind::Street:
    case Kind::User:
    case Kind::Calendar:
    case Kind::RoutingRule: return Permission::EditOrganisation;
    case Kind::Card:
    case Kind::CardRevision: return Permission::EditCards;
    case Kind::CardDraft:
    case Kind::CardRemark:
    case Kind::Template: return Permission::WriteCards; // asked again by the rules of their life
    case Kind::Reply: return Permission::AddNote;       // whoever works here; by step and person: the rules of its life judge
    case Kind::Dispatch: return Permission::LogContact;
    case Kind::Citizen: return Permission::EditCitizen;
    case Kind::Contact:
    case Kind::Attachment: return Permission::LogContact;
    case Kind::Incident: // whoever works here sees that two reports have one cause
    case Kind::Note:
    case Kind::Reminder: return Permission::AddNote; // of the hub alone, see valueRefusal()
    case Kind::Proposal: return Permission::ResolveAny;
    case Kind::Request:
    case Kind::Mission: break;
    }
    if (verb == Verb::Create)
        return Permission::LogContact;
    const EntityDescription &description = describe(kind);
    const QStringList fields = set.keys();
    const bool progress = std::any_of(fields.begin(), fields.end(), [&](const QString &name) {
        const FieldDescription *f = description.field(name);
        return f && f->merge == Merge::CompareAndSet;
    });
    return progress ? Permission::Progress : Permission::EditRequest;
}

//! Whoever took a matter may say how it reached the town, even if it went out of their sight at once.
bool tookIt(const Actor &actor, const Id &request, const Lookup &lookup)
{
    const auto document = lookup(Kind::Request, request);
    return document && document->value(QLatin1StringView("created_by")).toString() == idText(actor.user);
}

Refusal rightsRefusal(const Mutation &m, const Record *target, const Actor &actor, const Lookup &lookup)
{
    if (m.kind == Kind::Proposal) {
        if (m.verb == Verb::Create)
            return Refusal::NotAllowed;
        const bool own = target->document.value(QLatin1StringView("author")).toString() == idText(actor.user);
        if (own)
            return Refusal::None;
    }
    if (m.kind == Kind::CardDraft || m.kind == Kind::CardRemark) // by step and person: the rules of their life judge
        return Refusal::None;
    const QStringList theirs{QStringLiteral("absences"), QStringLiteral("absent"), QStringLiteral("email"),
                             QStringLiteral("notify")};
    const QStringList changed = m.set.keys();
    const bool ownMatters =
        m.kind == Kind::User && m.verb == Verb::Patch && m.target == actor.user && !changed.isEmpty() &&
        std::all_of(changed.begin(), changed.end(), [&](const QString &name) { return theirs.contains(name); });
    if (ownMatters && !actor.roles.empty())
        return Refusal::None;
    const bool citizenAtDesk = m.kind == Kind::Citizen && m.verb == Verb::Create && actor.may(Permission::LogContact);
    if (!citizenAtDesk && !actor.may(permissionFor(m.kind, m.verb, m.set)))
        return Refusal::NotAllowed;
    const bool newRequest = m.kind == Kind::Request && m.verb == Verb::Create; // anybody may hand a matter to another service
    if (newRequest || m.kind == Kind::Citizen)
        return Refusal::None;
    const bool hangsOnOwn = (m.kind == Kind::Contact || m.kind == Kind::Attachment) && m.verb == Verb::Create;
    if (hangsOnOwn && tookIt(actor, parentOf(m.kind, m.set), lookup))
        return Refusal::None;
    return sees(actor, scopeOf(m.kind, target ? target->document : m.set, lookup)) ? Refusal::None : Refusal::OutOfScope;
}

bool isText(const QJsonObject &document, QLatin1StringView name)
{
    return !document.value(name).toString().trimmed().isEmpty();
}

bool isCardUpkeep(const QString &field)
{
    return field == QLatin1StringView("archived") || field == QLatin1StringView("review_on");
}

//! A part of a request is not what it is a part of.
bool goesRound(const Id &request, const QJsonValue &parent, const Lookup &lookup)
{
    constexpr int mostAbove = 16; // deeper than any agent nests; ends a ring that an old program left
    Id above = idFromText(parent.toString()).value_or(Id());
    for (int i = 0; i < mostAbove && !above.isNull(); ++i) {
        if (above == request)
            return true;
        const auto document = lookup(Kind::Request, above);
        above = document ? idFromText(document->value(QLatin1StringView("parent")).toString()).value_or(Id()) : Id();
    }
    return !above.isNull();
}

Refusal valueRefusal(const Mutation &m, const Lookup &lookup)
{
    const bool isHubs = m.kind == Kind::CardRevision || m.kind == Kind::Reminder ||
                        ((m.kind == Kind::Card || m.kind == Kind::Dispatch) && m.verb == Verb::Create);
    if (isHubs) // whatever it says, even nothing: its id would stand in the way of a publication
        return Refusal::FixedField;
    const EntityDescription &description = describe(m.kind);
    for (auto it = m.set.begin(); it != m.set.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        if (!f)
            continue; // of a newer program: carried along
        if (!f->accepts(it.value()))
            return Refusal::WrongValue;
        const bool isPublished = m.kind == Kind::Card && !isCardUpkeep(it.key()); // by a draft alone
        const bool isMark = m.kind == Kind::Request && it.key() == QLatin1StringView("satisfaction");
        const bool isOfIncident = m.kind == Kind::Request && it.key() == QLatin1StringView("incident") && !it.value().isNull();
        if (isOfIncident && !lookup(Kind::Incident, idFromText(it.value().toString()).value_or(Id())))
            return Refusal::UnknownTarget;
        const bool isParent = m.kind == Kind::Request && it.key() == QLatin1StringView("parent");
        if (isParent && goesRound(m.target, it.value(), lookup))
            return Refusal::WrongValue;
        if (isMark && (it.value().toInt() < 0 || it.value().toInt() > 5))
            return Refusal::WrongValue;
        const QString address =
            m.kind == Kind::User && it.key() == QLatin1StringView("email") ? it.value().toString() : QString();
        if (!address.isEmpty() && !isMailAddress(address)) // the hub writes to it
            return Refusal::WrongValue;
        if (isPublished || f->merge == Merge::Hub || (f->merge == Merge::Fixed && m.verb == Verb::Patch))
            return Refusal::FixedField;
    }
    if (m.verb == Verb::Patch)
        return Refusal::None;
    const Id parent = parentOf(m.kind, m.set);
    switch (m.kind) {
    case Kind::Request:
        if (!isText(m.set, QLatin1StringView("subject")) && !isText(m.set, QLatin1StringView("text")) &&
            !isText(m.set, QLatin1StringView("card")))
            return Refusal::MissingField;
        break;
    case Kind::Citizen:
        if (!isText(m.set, QLatin1StringView("last_name")) && !isText(m.set, QLatin1StringView("organisation")))
            return Refusal::MissingField;
        break;
    case Kind::Note:
        if (!isText(m.set, QLatin1StringView("text")))
            return Refusal::MissingField;
        [[fallthrough]];
    case Kind::Contact:
    case Kind::Attachment:
        if (parent.isNull())
            return Refusal::MissingField;
        if (!lookup(Kind::Request, parent))
            return Refusal::UnknownTarget;
        break;
    default: break;
    }
    return Refusal::None;
}

RequestStatus statusOf(const QJsonObject &document)
{
    return fromToken<RequestStatus>(document.value(QLatin1StringView("status")).toString()).value_or(RequestStatus::Received);
}

//! The workflow's word on a request that goes from \a before (empty at creation) to \a after.
Refusal moveRefusal(Verb verb, const QJsonObject &before, const QJsonObject &after)
{
    const QString word = after.value(QLatin1StringView("status")).toString();
    if (!word.isEmpty() && !fromToken<RequestStatus>(word))
        return Refusal::WrongValue;
    const RequestStatus from = statusOf(before);
    const RequestStatus to = statusOf(after);
    if (verb == Verb::Create ? !isInitial(to) : !isAllowed(from, to))
        return Refusal::WrongMove;
    if ((verb == Verb::Create || from != to) && needsReason(to) && !isText(after, QLatin1StringView("reason")))
        return Refusal::ReasonMissing;
    const bool closes = verb == Verb::Patch && from != to && to == RequestStatus::Closed;
    if (closes &&
        mustTellFirst(from, after.value(QLatin1StringView("reason")).toString(), isText(after, QLatin1StringView("citizen"))))
        return Refusal::CitizenNotTold;
    return Refusal::None;
}

Decision heldWhole(const Mutation &m, const Record *target, ProposalCause cause, Refusal refusal)
{
    Decision d;
    d.outcome = Outcome::Held;
    d.refusal = refusal;
    d.cause = cause;
    d.lost = m.set;
    if (target) {
        d.after = target->document;
        for (auto it = m.set.begin(); it != m.set.end(); ++it)
            d.found.insert(it.key(), target->document.value(it.key()));
    }
    return d;
}

//! Only what is said on paper can still be posted.
Refusal contactRefusal(const QJsonObject &after)
{
    const auto contact = fromDocument<Contact>({}, after);
    return contact.post && !(contact.outgoing && contact.channel == Channel::Letter) ? Refusal::WrongValue : Refusal::None;
}

//! What the rules of its kind say of a record that goes from \a before (empty at creation) to \a after.
Refusal lifeRefusal(Kind kind, const Id &id, const QJsonObject &before, const QJsonObject &after, const Actor &actor,
                    const Lookup &lookup)
{
    switch (kind) {
    case Kind::CardDraft: return draftRefusal(before, after, actor, lookup);
    case Kind::CardRemark: return remarkRefusal(before, after, actor, lookup);
    case Kind::Contact: return contactRefusal(after);
    case Kind::Mission: return missionRefusal(before, after);
    case Kind::Template: return templateRefusal(before, after, actor);
    case Kind::Reply: return replyRefusal(id, before, after, actor, lookup);
    case Kind::Dispatch: return dispatchRefusal(before, after, actor);
    case Kind::Incident: return incidentRefusal(id, after, lookup);
    default: return Refusal::None;
    }
}

ProposalCause causeOf(Refusal refusal)
{
    return refusal == Refusal::NotAllowed || refusal == Refusal::OutOfScope ? ProposalCause::Rights : ProposalCause::Rule;
}

//! Patches one record: each group of fields wins or loses by itself.
class Patch
{
public:
    Patch(const Mutation &m, const Record &target, const Actor &actor, const Lookup &lookup)
        : m_mutation(m), m_target(target), m_actor(actor), m_lookup(lookup), m_description(describe(m.kind))
    {}

    Decision decide()
    {
        QMap<QString, QStringList> groups;
        const QStringList names = m_mutation.set.keys();
        for (const QString &name : names) {
            const FieldDescription *f = m_description.field(name);
            groups[f ? QString(f->group) : name].append(name);
        }
        for (const QStringList &group : std::as_const(groups))
            mergeGroup(group);
        m_decision.after = overlaid(m_description, m_target.document, m_kept);
        if (m_mutation.kind == Kind::Request)
            judgeMove();
        else if (m_mutation.kind == Kind::CardDraft || m_mutation.kind == Kind::Reply)
            judgeAsSeen();
        else
            judgeWhole();
        if (m_mutation.kind == Kind::Reply)
            settleReply();
        else if (m_mutation.kind == Kind::Request)
            settleIncident();
        recordEffect();
        return m_decision;
    }

private:
    bool raced(const QString &name) const
    {
        const FieldVersion &v = m_target.version(name);
        const bool ownEarlier = v.device == m_actor.device && v.n < m_mutation.n;
        return isNewer(name) && !ownEarlier;
    }

    bool isNewer(const QString &name) const
    {
        const FieldVersion &v = m_target.version(name);
        // What an agent says of a cause goes before what the rule guessed meanwhile.
        const bool isGuess = m_mutation.kind == Kind::Request && name == QLatin1StringView("incident") && v.device.isNull();
        return v.seq > m_mutation.base && !isGuess;
    }

    bool isSame(const QString &name) const { return normal(m_mutation.set.value(name)) == normal(m_target.document.value(name)); }

    void mergeGroup(const QStringList &group)
    {
        const FieldDescription *first = m_description.field(group.first());
        const Merge rule = first ? first->merge : Merge::FirstWins;
        if (rule == Merge::Set)
            return keep(group);
        if (rule == Merge::LongText)
            return mergeText(group.first());
        if (isGathered(group))
            return;
        const bool lost =
            std::any_of(group.begin(), group.end(), [this](const QString &name) { return raced(name) && !isSame(name); }) ||
            (rule == Merge::CompareAndSet && m_mutation.kind == Kind::CardDraft && hasMoved(group));
        if (lost)
            lose(group, rule == Merge::CompareAndSet ? ProposalCause::Progress : ProposalCause::Field, Refusal::LostRace);
        else
            keep(group);
    }

    //! Two desks said at once of what each saw alone what it goes with, or each of the other's incident: it is all of one cause.
    bool isGathered(const QStringList &group)
    {
        const QLatin1StringView field = gatheringField(m_mutation.kind);
        const bool sawItAlone = !field.isEmpty() && m_mutation.was.value(field).isNull();
        if (group != QStringList{field} || !sawItAlone)
            return false;
        const auto idIn = [field](const QJsonObject &fields) {
            return idFromText(fields.value(field).toString()).value_or(Id());
        };
        const Id wanted = idIn(m_mutation.set), found = idIn(m_target.document);
        // Newer is enough: what an earlier word of this very desk made the hub merge, the desk has not seen.
        const bool isSaidTwice = !wanted.isNull() && !found.isNull() && isNewer(field) && !isSame(field);
        const bool isSaidBack = m_mutation.kind == Kind::Incident && wanted != m_mutation.target &&
                                standingIncident(wanted, m_lookup) == m_mutation.target;
        const auto merges = isSaidBack    ? std::optional(OneCause())
                            : isSaidTwice ? oneCause(wanted, found, m_lookup)
                                          : std::nullopt;
        if (!merges)
            return false;
        m_decision.merges = *merges;
        if (m_decision.outcome == Outcome::Applied)
            m_decision.outcome = Outcome::Merged;
        return true;
    }

    //! A step of a draft is approved as its author saw it: a draft that came back and was submitted anew is at the same step
    //! with another content.
    bool hasMoved(const QStringList &group) const
    {
        const QLatin1StringView whole = m_description.field(group.first())->group;
        // Whoever sends it into validation and approves it in one go may not have seen what a colleague wrote meanwhile.
        const bool isApproval = !normal(m_mutation.set.value(QLatin1StringView("step"))).isNull();
        const auto &fields = m_description.fields();
        const bool isRaced = std::any_of(fields.begin(), fields.end(), [&](const FieldDescription &f) {
            return (f.group == whole || isApproval) && raced(f.name);
        });
        return isRaced && !std::all_of(group.begin(), group.end(), [this](const QString &name) { return isSame(name); });
    }

    void mergeText(const QString &name)
    {
        const QString current = m_target.document.value(name).toString();
        const QString mine = m_mutation.set.value(name).toString();
        const QJsonValue was = m_mutation.was.value(name);
        if (was.isUndefined() ? !raced(name) : was.toString() == current)
            return keep({name});
        const auto merged = was.isUndefined() ? std::nullopt : mergedText(was.toString(), current, mine);
        if (!merged && current != mine)
            return lose({name}, ProposalCause::Field, Refusal::LostRace);
        m_kept.insert(name, merged.value_or(mine));
        if (m_decision.outcome == Outcome::Applied)
            m_decision.outcome = Outcome::Merged;
    }

    void keep(const QStringList &group)
    {
        for (const QString &name : group)
            m_kept.insert(name, m_mutation.set.value(name));
    }

    void lose(const QStringList &group, ProposalCause cause, Refusal refusal)
    {
        for (const QString &name : group) {
            m_kept.remove(name);
            m_decision.lost.insert(name, m_mutation.set.value(name));
            m_decision.found.insert(name, m_target.document.value(name));
        }
        const bool held = cause != ProposalCause::Field;
        if (held || m_decision.outcome != Outcome::Held) {
            m_decision.outcome = held ? Outcome::Held : Outcome::Conflict;
            m_decision.refusal = refusal;
            m_decision.cause = cause;
        }
    }

    void judgeMove()
    {
        const Refusal refusal = moveRefusal(Verb::Patch, m_target.document, m_decision.after);
        if (refusal == Refusal::None)
            return;
        lose(keptProgress(), ProposalCause::Rule, refusal);
        m_decision.after = overlaid(m_description, m_target.document, m_kept);
    }

    QStringList keptProgress() const
    {
        QStringList progress = m_kept.keys();
        progress.removeIf([this](const QString &name) {
            const FieldDescription *f = m_description.field(name);
            return !f || f->merge != Merge::CompareAndSet;
        });
        return progress;
    }

    //! What is submitted or approved is what its author saw: if a part of the content lost, the move waits for them.
    void judgeAsSeen()
    {
        const bool isReply = m_mutation.kind == Kind::Reply;
        QStringList moves = keptProgress();
        if (isReply && m_kept.contains(decisionsField))
            moves.append(decisionsField);
        const bool isOther = !m_decision.lost.isEmpty() || (isReply && m_decision.outcome == Outcome::Merged);
        if (isOther && !moves.isEmpty()) {
            lose(moves, ProposalCause::Progress, Refusal::LostRace);
            m_decision.after = overlaid(m_description, m_target.document, m_kept);
        }
        judgeWhole();
    }

    //! Its state follows from its decisions, whoever made them.
    void settleReply()
    {
        m_decision.after = settled(m_decision.after);
        const QString state = QStringLiteral("state");
        if (m_decision.after.value(state) != m_target.document.value(state))
            m_kept.insert(state, normal(m_decision.after.value(state))); // null: back to the first one
    }

    void settleIncident()
    {
        const QString incident = QStringLiteral("incident");
        const QJsonObject seen = withoutHiddenIncident(m_decision.after);
        if (seen.contains(incident) != m_decision.after.contains(incident))
            m_kept.insert(incident, QJsonValue());
        m_decision.after = seen;
    }

    void judgeWhole()
    {
        const Refusal refusal =
            lifeRefusal(m_mutation.kind, m_mutation.target, m_target.document, m_decision.after, m_actor, m_lookup);
        if (refusal == Refusal::None || m_kept.isEmpty()) // all was lost before
            return;
        lose(m_kept.keys(), causeOf(refusal), refusal);
        m_decision.after = m_target.document;
    }

    void recordEffect()
    {
        const QStringList names = m_kept.keys();
        for (const QString &name : names) {
            const QJsonValue before = normal(m_target.document.value(name));
            const QJsonValue after = normal(m_decision.after.value(name));
            if (before == after)
                continue;
            m_decision.effect.insert(name, after);
            m_decision.was.insert(name, before);
        }
    }

    const Mutation &m_mutation;
    const Record &m_target;
    const Actor &m_actor;
    const Lookup &m_lookup;
    const EntityDescription &m_description;
    QJsonObject m_kept;
    Decision m_decision;
};

} // namespace

const FieldVersion &Record::version(const QString &field) const
{
    const auto it = versions.constFind(field);
    return it == versions.constEnd() ? created : *it;
}

Decision decide(const Mutation &m, const Record *target, const Actor &actor, const Lookup &lookup)
{
    if (m.verb == Verb::Patch && !target)
        return heldWhole(m, target, ProposalCause::Rule, Refusal::UnknownTarget);
    if (m.verb == Verb::Create && target)
        return heldWhole(m, target, ProposalCause::Rule, Refusal::AlreadyThere);
    Refusal refusal = valueRefusal(m, lookup);
    if (refusal == Refusal::None)
        refusal = rightsRefusal(m, target, actor, lookup);
    if (refusal != Refusal::None)
        return heldWhole(m, target, causeOf(refusal), refusal);
    if (m.verb == Verb::Patch)
        return Patch(m, *target, actor, lookup).decide();

    Decision d;
    d.after = overlaid(describe(m.kind), {}, m.set);
    if (m.kind == Kind::Request)
        refusal = moveRefusal(Verb::Create, {}, d.after);
    else
        refusal = lifeRefusal(m.kind, m.target, {}, d.after, actor, lookup);
    if (refusal != Refusal::None)
        return heldWhole(m, nullptr, causeOf(refusal), refusal);
    if (m.kind == Kind::Reply)
        d.after = settled(d.after);
    else if (m.kind == Kind::Request)
        d.after = withoutHiddenIncident(d.after);
    d.effect = d.after;
    return d;
}

QJsonObject optimistic(const Mutation &m, const QJsonObject &document)
{
    const EntityDescription &description = describe(m.kind);
    const auto made = [&m](QJsonObject after) {
        return m.kind == Kind::Reply     ? settled(std::move(after))
               : m.kind == Kind::Request ? withoutHiddenIncident(std::move(after))
                                         : after;
    };
    if (m.verb == Verb::Create)
        return document.isEmpty() ? made(overlaid(description, {}, m.set)) : document;
    QJsonObject set = m.set;
    for (auto it = m.was.begin(); it != m.was.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        if (f && f->merge != Merge::LongText)
            continue;
        const auto merged =
            mergedText(it.value().toString(), document.value(it.key()).toString(), set.value(it.key()).toString());
        if (merged)
            set.insert(it.key(), *merged);
    }
    return made(overlaid(description, document, set));
}

QJsonValue unitValue(const Id &unit, QLatin1StringView field, const Lookup &lookup)
{
    constexpr int mostAbove = 8; // a guard against a unit that is its own parent
    Id id = unit;
    for (int above = 0; above < mostAbove && !id.isNull(); ++above) {
        const auto document = lookup(Kind::Unit, id);
        if (!document)
            break;
        if (const QJsonValue value = document->value(field); !normal(value).isNull())
            return value;
        id = idFromText(document->value(QLatin1StringView("parent")).toString()).value_or(Id());
    }
    return QJsonValue::Undefined;
}

Id parentOf(Kind kind, const QJsonObject &document)
{
    const bool hangs = kind == Kind::Contact || kind == Kind::Note || kind == Kind::Attachment || kind == Kind::Reminder ||
                       kind == Kind::Reply || kind == Kind::Dispatch;
    const QLatin1StringView name = kind == Kind::Proposal ? QLatin1StringView("target") : requestField;
    return hangs || kind == Kind::Proposal ? idFromText(document.value(name).toString()).value_or(Id()) : Id();
}

static Scope scopeOf(Kind kind, const QJsonObject &document, const Lookup &lookup, int depth)
{
    if (kind == Kind::Request || kind == Kind::Mission) {
        return {Scope::Reach::Service, idFromText(document.value(QLatin1StringView("service")).toString()).value_or(Id()),
                document.value(QLatin1StringView("confidential")).toBool()};
    }
    if (kind == Kind::Citizen)
        return {Scope::Reach::Directory, {}, false};
    const Id parent = parentOf(kind, document);
    if (parent.isNull())
        return {};
    const Kind above = kind == Kind::Proposal
                           ? fromToken<Kind>(document.value(QLatin1StringView("target_kind")).toString()).value_or(Kind::Request)
                           : Kind::Request;
    const auto found = depth < mostProposalsDeep ? lookup(above, parent) : std::nullopt;
    if (!found)
        return {Scope::Reach::Service, {}, false}; // of a record that never came to be: the desk's
    return scopeOf(above, *found, lookup, depth + 1);
}

Scope scopeOf(Kind kind, const QJsonObject &document, const Lookup &lookup)
{
    return scopeOf(kind, document, lookup, 0);
}

} // namespace parvis
