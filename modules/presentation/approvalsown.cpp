#include "domain/replymoves.h"
#include "presentation/approvalscontroller.h"

#include <algorithm>

// The part of ApprovalsController in which authors act on what they wrote.

namespace parvis {

bool ApprovalsController::isOwn(std::initializer_list<ReplyState> states) const
{
    return m_case && m_case->reply().author == m_actor.user && !m_actor.roles.empty() && !m_leaving.contains(m_shown) &&
           std::find(states.begin(), states.end(), m_case->reply().state) != states.end();
}

bool ApprovalsController::mayWithdraw() const
{
    return isOwn({ReplyState::Draft, ReplyState::InApproval, ReplyState::Approved}); // whether it has gone, the rules know
}

bool ApprovalsController::mayTakeUp() const
{
    return isOwn({ReplyState::Draft, ReplyState::InApproval});
}

void ApprovalsController::withdraw()
{
    if (!mayWithdraw())
        return;
    stopSampling();
    const ApprovalItem &item = m_case->item;
    write({ApprovalAct::Withdraw, item.row.number, titleOf(item.row), {{item.id(), -1, -1}}},
          {{Kind::Reply, Verb::Patch, item.id(), withdrawal(item.row.reply, {m_actor.user, m_clock.now()}), {}, item.row.seq}},
          {});
}

void ApprovalsController::takeUp()
{
    if (!mayTakeUp())
        return;
    const ApprovalItem &item = m_case->item;
    if (item.row.reply.state == ReplyState::Draft)
        return Q_EMIT writingWanted(Id(item.id()));
    stopSampling();
    write({ApprovalAct::TakeUp, item.row.number, titleOf(item.row), {{item.id(), -1, -1}}},
          {{Kind::Reply, Verb::Patch, item.id(), takingUp(item.row.reply, {m_actor.user, m_clock.now()}), {}, item.row.seq}}, {});
}

void ApprovalsController::restore(const SavedApproval &act)
{
    const Id id = act.parts.first().reply;
    const auto job = [id, actor = m_actor, at = m_clock.now()](DeskStore &store) -> Result<QList<Mutation>> {
        const auto row = replyRow(store, id);
        if (!row)
            return row.error();
        if (!*row)
            return Error{ErrorCode::NotFound, {}};
        const QJsonObject set = takingBackWithdrawal((*row)->reply, {actor.user, at});
        return store.submit({{Kind::Reply, Verb::Patch, id, set, {}, (*row)->seq}}, actor);
    };
    whenReady(m_store.write(job), this, [this, act, id](const Result<QList<Mutation>> &written) {
        if (!written)
            return Q_EMIT failed(ApprovalAct::Restore, written.error());
        m_events.publish(touchedBy(written.value()));
        show(id);
        Q_EMIT saved({ApprovalAct::Restore, act.number, act.subject, {}});
    });
}

} // namespace parvis
