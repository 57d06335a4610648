#include "presentation/settling.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Result<QList<Mutation>> submitAndDismiss(DeskStore &store, const Actor &actor, const QList<Edit> &edits, qint64 number)
{
    Result<QList<Mutation>> done = store.submit(edits, actor);
    if (!done || number == 0)
        return done;
    if (const Status gone = store.dismiss(number); !gone)
        return gone.error();
    return done;
}

} // namespace

Result<QList<Mutation>> settle(DeskStore &store, const Actor &actor, const Proposal &proposal, bool takes)
{
    QList<Edit> edits;
    if (takes) {
        const Kind kind = fromToken<Kind>(proposal.targetKind).value_or(Kind::Request);
        const Verb verb = fromToken<Verb>(proposal.verb).value_or(Verb::Patch);
        edits.append({kind, verb, proposal.target, proposal.wanted, {}, 0});
    }
    const ProposalState state = takes ? ProposalState::Taken : ProposalState::Dismissed;
    edits.append({Kind::Proposal, Verb::Patch, proposal.id, {{u"state"_s, token(state)}}, {}, 0});
    return submitAndDismiss(store, actor, edits, proposal.device == store.device() ? proposal.n : 0);
}

Result<QList<Mutation>> settle(DeskStore &store, const Actor &actor, const Mutation &refused, bool takes)
{
    QList<Edit> edits;
    if (takes)
        edits.append({refused.kind, refused.verb, refused.target, refused.set, {}, 0});
    return submitAndDismiss(store, actor, edits, refused.n);
}

} // namespace parvis
