#include "domain/replymoves.h"

#include <algorithm>

namespace parvis {

namespace {

ReplyDecision decision(const Reply &seen, ReplyAct act, const ReplyActor &actor)
{
    ReplyDecision d;
    const QList<ReplyDecision> known = decisionsOf(seen);
    for (const ReplyDecision &before : known) // after all that they knew
        d.n = std::max(d.n, before.n + 1);
    d.round = seen.round;
    d.act = act;
    d.by = actor.user;
    d.at = actor.at;
    d.seal = seen.seal;
    return d;
}

QJsonObject setFor(const Reply &seen, Reply after, const ReplyDecision &d)
{
    after.decisions.insert(decisionText(d));
    after.state = seen.state; // follows by itself
    return difference(describe(Kind::Reply), toDocument(seen), toDocument(after));
}

ReplyDecision onPart(ReplyDecision d, const MayDecide &part, const Id &user)
{
    d.step = part.part.step;
    d.part = part.part.part;
    if (part.onBehalf != user)
        d.onBehalf = part.onBehalf;
    return d;
}

} // namespace

QJsonObject submission(const Reply &seen, Reply written, const QJsonArray &circuit, const ReplyActor &actor)
{
    written.round = seen.round + 1;
    written.circuit = circuit;
    written.signature = {};
    written.seal = sealOf(written);
    ReplyDecision d = decision(seen, ReplyAct::Submitted, actor);
    d.round = written.round;
    d.seal = written.seal;
    return setFor(seen, std::move(written), d);
}

QJsonObject approval(const Reply &seen, Reply wanted, const MayDecide &part, const ReplyActor &actor, const QString &text,
                     const QString &image)
{
    const QJsonObject was = contentBefore(seen, wanted);
    if (!was.isEmpty())
        wanted.seal = sealOf(wanted);
    const bool isOwn = part.onBehalf == actor.user;
    if (isOwn && !image.isEmpty())
        wanted.signature = {{QStringLiteral("user"), idText(actor.user)}, {QStringLiteral("image"), image}};
    else if (wanted.signature.value(QStringLiteral("user")).toString() == idText(actor.user))
        wanted.signature = {}; // of an approval that they took back
    ReplyDecision d = onPart(decision(seen, ReplyAct::Approved, actor), part, actor.user);
    d.seal = wanted.seal;
    d.text = text;
    d.was = was;
    return setFor(seen, std::move(wanted), d);
}

QJsonObject sendingBack(const Reply &seen, ReplyAct act, const MayDecide &part, const ReplyActor &actor, const QString &reason)
{
    ReplyDecision d = onPart(decision(seen, act, actor), part, actor.user);
    d.text = reason;
    return setFor(seen, seen, d);
}

QJsonObject takingUp(const Reply &seen, const ReplyActor &actor)
{
    return setFor(seen, seen, decision(seen, ReplyAct::Returned, actor));
}

QJsonObject withdrawal(const Reply &seen, const ReplyActor &actor)
{
    return setFor(seen, seen, decision(seen, ReplyAct::Withdrawn, actor));
}

QJsonObject takingBackWithdrawal(const Reply &seen, const ReplyActor &actor)
{
    return setFor(seen, seen, decision(seen, ReplyAct::TakenBack, actor));
}

QJsonObject remark(const Reply &seen, const ReplyActor &actor, const QString &text)
{
    ReplyDecision d = decision(seen, ReplyAct::Remarked, actor);
    d.text = text;
    return setFor(seen, seen, d);
}

QJsonObject takingBack(const Reply &seen, const ReplyDecision &approval, const ReplyActor &actor)
{
    ReplyDecision d = decision(seen, ReplyAct::TakenBack, actor);
    d.step = approval.step;
    d.part = approval.part;
    return setFor(seen, seen, d);
}

QList<ReplyDecision> ownApprovals(const Reply &reply, const Id &user)
{
    QList<ReplyDecision> own;
    for (int step = 0; step < reply.circuit.size(); ++step) {
        const qsizetype parts = partsOf(reply.circuit.at(step)).size();
        for (int part = 0; part < parts; ++part) {
            if (const auto a = approvalOf(reply, step, part); a && a->by == user)
                own.prepend(*a);
        }
    }
    return own;
}

} // namespace parvis
