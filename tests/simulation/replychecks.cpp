#include "replychecks.h"

#include "protocol/codec.h"

using namespace Qt::StringLiterals;

namespace parvis {

void ReplyChecks::say(const ChangeRow &row, const QString &what)
{
    m_wrong.append(u"change %1 of %2 %3: %4"_s.arg(row.seq).arg(token(row.kind), idText(row.id), what));
}

void ReplyChecks::change(const ChangeRow &row)
{
    if (row.kind != Kind::Reply && row.kind != Kind::Dispatch)
        return;
    QJsonObject &document = m_documents[{int(row.kind), row.id}];
    const QJsonObject before = document;
    const QJsonObject effect = row.fields.isEmpty() ? QJsonObject() : parseObject(row.fields).value();
    for (auto it = effect.begin(); it != effect.end(); ++it) {
        if (it.value().isNull())
            document.remove(it.key());
        else
            document.insert(it.key(), it.value());
    }
    if (row.kind == Kind::Reply)
        reply(row, fromDocument<Reply>(row.id, before), fromDocument<Reply>(row.id, document));
    else
        dispatch(row, fromDocument<Dispatch>(row.id, before), fromDocument<Dispatch>(row.id, document), before.isEmpty());
}

void ReplyChecks::reply(const ChangeRow &row, const Reply &before, const Reply &after)
{
    const bool isSettled = after.state == ReplyState::InApproval || after.state == ReplyState::Approved;
    if (after.state != stateOf(after))
        say(row, u"its state does not follow from its decisions"_s);
    if (isSettled && after.seal != sealOf(after))
        say(row, u"the seal is broken, and nobody sees it"_s);
    if (!std::includes(after.decisions.begin(), after.decisions.end(), before.decisions.begin(), before.decisions.end()))
        say(row, u"a decision is gone"_s);
    const QList<ReplyDecision> decisions = decisionsOf(after);
    for (const ReplyDecision &d : decisions) {
        if (!before.decisions.contains(decisionText(d)) && d.by != row.actor)
            say(row, u"decided in somebody else's name"_s);
    }
    const bool isRewritten = before.text != after.text || before.recipients != after.recipients;
    if (isRewritten &&
        (before.state == ReplyState::Approved || before.state == ReplyState::Refused || before.state == ReplyState::Withdrawn))
        say(row, u"what was decided changes"_s);
    if (after.state != ReplyState::Approved || before.state == ReplyState::Approved)
        return;
    ++m_approved;
    for (int step = 0; step < after.circuit.size(); ++step) {
        for (int part = 0; part < partsOf(after.circuit.at(step)).size(); ++part) {
            const auto approval = approvalOf(after, step, part);
            if (!approval || approval->seal != sealOf(after))
                say(row, u"approved unseen"_s);
        }
    }
}

void ReplyChecks::dispatch(const ChangeRow &row, const Dispatch &before, const Dispatch &after, bool isNew)
{
    if (isNew && !after.reply.isNull()) {
        const Reply reply = fromDocument<Reply>(after.reply, m_documents.value({int(Kind::Reply), after.reply}));
        const QList<Recipient> all = recipientsOf(reply);
        const bool isApproved =
            reply.state == ReplyState::Approved && std::any_of(all.begin(), all.end(), [&after](const Recipient &r) {
                return r.request == after.request && r.text == after.text && r.name == after.name;
            });
        if (!isApproved)
            say(row, u"goes out as nobody approved it"_s);
    }
    const bool isByAgent = row.n > 0 && m_town.submitted.value(row.mutation).kind == Kind::Dispatch;
    if (isByAgent && after.state == DispatchState::Queued)
        m_handed[row.id] = 0;
    if (after.state != DispatchState::Sending || before.state == DispatchState::Sending)
        return;
    if (++m_handed[row.id] > 1)
        say(row, u"handed over twice"_s);
    const Reply reply = fromDocument<Reply>(after.reply, m_documents.value({int(Kind::Reply), after.reply}));
    if (reply.state != ReplyState::Approved)
        say(row, u"handed over, and not approved"_s);
}

} // namespace parvis
