#include "hub/settle.h"

#include "base/text.h"
#include "domain/incident.h"
#include "domain/procedurecard.h"
#include "domain/servicepolicy.h"
#include "domain/workflow.h"
#include "hub/cardpublication.h"
#include "hub/gathering.h"
#include "hub/mailqueue.h"
#include "hub/outgoing.h"
#include "protocol/codec.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! A login signs in one user: what decide() can't look up.
Result<bool> isLoginTaken(Commit &commit, const Mutation &m)
{
    if (m.kind != Kind::User || !m.set.contains("login"_L1))
        return false;
    const QString login = folded(m.set.value("login"_L1).toString());
    if (login.isEmpty())
        return false;
    const auto owner = commit.store().userByLogin(login);
    if (!owner)
        return owner.error();
    return *owner && (*owner)->id != m.target;
}

//! A closed request is reopened within the delay of its service. By the hub's clock, from its own closing to its own now: no
//! desk's clock decides.
Result<bool> isReopenedTooLate(Commit &commit, const Mutation &m, const QJsonObject &document)
{
    const QString closed(token(RequestStatus::Closed));
    const bool reopens = m.kind == Kind::Request && m.verb == Verb::Patch && document.value("status"_L1).toString() == closed &&
                         m.set.value("status"_L1).toString() == token(RequestStatus::Reopened);
    if (!reopens)
        return false;
    const Id service = idFromText(document.value("service"_L1).toString()).value_or(Id());
    const ServicePolicy policy = policyFor(service, commit.lookup());
    Instant at{document.value("closed_at"_L1).toInteger()}; // of one that came closed, by an import
    Status parsed = success();
    const auto walked = commit.store().patchesBack(m.kind, m.target, 0, [&](const ChangeRow &row) {
        if (row.fields.isEmpty())
            return true; // what changed nothing
        const auto fields = parseObject(row.fields);
        if (!fields) {
            parsed = Error{ErrorCode::Storage, u"change %1"_s.arg(row.seq)};
            return false;
        }
        const bool isClosing = fields->value("status"_L1).toString() == closed;
        if (isClosing)
            at = row.at;
        return !isClosing;
    });
    if (!walked || !parsed)
        return walked ? parsed.error() : walked.error();
    return !mayReopen(policy, at, commit.now());
}

Decision heldByHub(const Mutation &m, const QJsonObject &document, Refusal refusal)
{
    Decision d;
    d.outcome = Outcome::Held;
    d.refusal = refusal;
    d.cause = ProposalCause::Rule;
    d.lost = m.set;
    for (auto it = m.set.begin(); it != m.set.end(); ++it)
        d.found.insert(it.key(), document.value(it.key()));
    return d;
}

QJsonObject proposalFor(const Mutation &m, const Decision &d, const Actor &actor, Instant at)
{
    Proposal p;
    p.cause = d.cause;
    p.targetKind = token(m.kind);
    p.target = m.target;
    p.verb = token(m.verb);
    p.wanted = d.lost;
    p.found = d.found;
    p.reason = token(d.refusal);
    p.author = actor.user;
    p.device = actor.device;
    p.n = m.n;
    p.at = at;
    return toDocument(p);
}

} // namespace

//! The hub's part of an approved draft.
static Result<qint64> publish(Commit &commit, const QJsonObject &draft, const Actor &actor, const Author &author)
{
    const auto d = fromDocument<CardDraft>({}, draft);
    return publishCard(commit, {d.card, d.code, contentOf(draft), d.author, actor.user}, author);
}

//! Whom a change concerns beside its author.
static Status tellOthers(Commit &commit, const Mutation &m, const QJsonObject &before, const Decision &d, const Author &author)
{
    if (m.kind == Kind::Request && d.effect.contains("assignee"_L1))
        return tellAssigned(commit, m.target, before, d.after, author);
    if (m.kind == Kind::Note && m.verb == Verb::Create)
        return tellMentions(commit, m.target, d.after, author);
    if (m.kind == Kind::Reply)
        return followReply(commit, m.target, before, d.after, author);
    if (m.kind == Kind::Contact)
        return followContact(commit, m.target, before, d.after, author);
    if (m.kind == Kind::Dispatch)
        return followDispatch(commit, m.target, before, d.after, author);
    return success();
}

Id proposalId(const Id &device, qint64 n)
{
    return QUuid::createUuidV5(device, QByteArray::number(n));
}

Result<PushVerdict> settle(Commit &commit, const Mutation &m, const Actor &actor)
{
    const auto row = commit.store().entity(m.kind, m.target);
    if (!row)
        return row.error();
    Record record;
    if (*row) {
        auto document = documentOf(**row);
        if (!document)
            return document.error();
        record = {std::move(document).value(), (*row)->created, (*row)->versions, (*row)->seq};
    }
    const auto taken = isLoginTaken(commit, m);
    if (!taken)
        return taken.error();
    const auto late = isReopenedTooLate(commit, m, record.document);
    if (!late)
        return late.error();
    const Decision d = *taken  ? heldByHub(m, record.document, Refusal::AlreadyThere)
                       : *late ? heldByHub(m, record.document, Refusal::ReopenedTooLate)
                               : decide(m, *row ? &record : nullptr, actor, commit.lookup());
    if (commit.lookupFailure())
        return *commit.lookupFailure();

    const Author author{actor.user, actor.device, m.n, m.id};
    PushVerdict verdict{m.n, d.outcome, d.refusal, 0};
    const auto follow = [&](const Result<qint64> &seq) {
        if (seq)
            verdict.seq = *seq;
        return seq;
    };
    if (!d.merges.younger.isNull()) { // first, so that nobody ever sees the request without it
        const QString into(gatheringField(Kind::Incident));
        const Status merged = change(commit, Kind::Incident, d.merges.younger, {{into, idText(d.merges.older)}}, author);
        if (!merged)
            return merged.error();
    }
    const bool isWholeLost = d.effect.isEmpty() && (!d.lost.isEmpty() || d.outcome == Outcome::Held); // even if it said nothing
    if (!isWholeLost) {
        const auto done = follow(*row ? commit.patch(**row, record.document, d.after, d.effect, d.was, author, commit.now())
                                      : commit.create(m.kind, m.target, d.after, author, commit.now()));
        if (!done)
            return done.error();
        if (const Status told = tellOthers(commit, m, record.document, d, author); !told)
            return told.error();
        const auto made = m.kind == Kind::Request && m.verb == Verb::Create ? commit.lookup()(m.kind, m.target) : std::nullopt;
        const auto named = m.kind == Kind::Request && m.verb == Verb::Patch &&
                                   (d.effect.contains("citizen"_L1) || d.effect.contains("reply_channel"_L1))
                               ? commit.lookup()(m.kind, m.target) // whoever is named later has heard nothing yet
                               : std::nullopt;
        const auto received = made ? made : named;
        if (const Status told = received ? acknowledge(commit, m.target, *received) : success(); !told)
            return told.error();
        if (const Status gathered = made ? gather(commit, m.target, *made) : success(); !gathered)
            return gathered.error();
        const bool isPublished =
            m.kind == Kind::CardDraft && d.effect.value("state"_L1).toString() == token(DraftState::Published);
        if (isPublished) {
            if (const auto published = follow(publish(commit, d.after, actor, author)); !published)
                return published.error();
        }
    }
    const bool leavesProposal = !d.lost.isEmpty() || d.outcome == Outcome::Held || d.outcome == Outcome::Conflict;
    if (leavesProposal) {
        const auto done = follow(commit.create(Kind::Proposal, proposalId(actor.device, m.n),
                                               proposalFor(m, d, actor, commit.now()), author, commit.now()));
        if (!done)
            return done.error();
    }
    return verdict;
}

} // namespace parvis
