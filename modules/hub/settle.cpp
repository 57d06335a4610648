#include "hub/settle.h"

#include "base/text.h"
#include "domain/procedurecard.h"
#include "hub/cardpublication.h"

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

Decision withoutLogin(const Mutation &m, const QJsonObject &document)
{
    Decision d;
    d.outcome = Outcome::Held;
    d.refusal = Refusal::AlreadyThere;
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
    const Decision d = *taken ? withoutLogin(m, record.document) : decide(m, *row ? &record : nullptr, actor, commit.lookup());
    if (commit.lookupFailure())
        return *commit.lookupFailure();

    const Author author{actor.user, actor.device, m.n, m.id};
    PushVerdict verdict{m.n, d.outcome, d.refusal, 0};
    const auto follow = [&](const Result<qint64> &seq) {
        if (seq)
            verdict.seq = *seq;
        return seq;
    };
    const bool isWholeLost = d.effect.isEmpty() && (!d.lost.isEmpty() || d.outcome == Outcome::Held); // even if it said nothing
    if (!isWholeLost) {
        const auto done = follow(*row ? commit.patch(**row, record.document, d.after, d.effect, d.was, author, commit.now())
                                      : commit.create(m.kind, m.target, d.after, author, commit.now()));
        if (!done)
            return done.error();
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
