#include "domain/replymoves.h"
#include "presentation/approvalscontroller.h"

#include <algorithm>

// The part of ApprovalsController that approves those that are alike, after a sample of them.

namespace parvis {

QList<Id> ApprovalsController::alike() const
{
    QList<Id> ids;
    const Likeness likeness = mayDecide() ? m_likenesses.value(m_shown).likeness : Likeness();
    if (likeness.isEmpty())
        return ids;
    for (const ApprovalItem &item : m_open) {
        // What its author wrote otherwise is read for itself, and what goes to many by a sample of its own.
        const bool isAlike = isAtSameStep(item, m_case->item) && m_likenesses.value(item.id()).likeness == likeness &&
                             item.row.reply.recipients.size() < fewestAlike && !m_leaving.contains(item.id());
        if (isAlike)
            ids.append(item.id());
    }
    return ids.contains(m_shown) ? ids : QList<Id>();
}

void ApprovalsController::beginSampling()
{
    const QList<Id> all = alike();
    if (all.size() < fewestAlike || isSampling())
        return;
    const auto read = [all, actor = m_actor](DeskStore &store) -> Result<QList<ApprovalCase>> {
        QList<ApprovalCase> cases;
        for (const Id &id : all) {
            const auto one = approvalCase(store, id, actor);
            if (!one)
                return one.error();
            if (*one && (*one)->item.mine)
                cases.append(**one);
        }
        return cases;
    };
    whenReady(m_store.read(read), this, [this](const Result<QList<ApprovalCase>> &cases) {
        if (!cases)
            return Q_EMIT failed(ApprovalAct::ApproveAlike, cases.error());
        if (cases->size() < fewestAlike || isSampling())
            return;
        m_alike.clear();
        m_alikeCases.clear();
        for (const ApprovalCase &one : cases.value()) {
            m_alike.append(one.item.id());
            m_alikeCases.insert(one.item.id(), one);
        }
        for (const int place : sampleOf(int(m_alike.size())))
            m_sample.append(m_alike.at(place));
        m_sampleAt = 0;
        show(m_sample.first());
        Q_EMIT samplingChanged();
    });
}

ApprovalsController::Sampling ApprovalsController::sampling() const
{
    Sampling s{int(m_alike.size()), int(m_sample.size()), m_sampleAt, 0};
    for (const Id &id : m_alike) {
        const auto it = std::find_if(m_open.begin(), m_open.end(), [&id](const ApprovalItem &item) { return item.id() == id; });
        if (it == m_open.end() || !it->mine || it->row.reply.seal != m_alikeCases.value(id).reply().seal)
            ++s.changed;
    }
    s.all -= s.changed;
    return s;
}

void ApprovalsController::nextSample()
{
    if (!isSampling() || m_isBroken)
        return;
    if (m_shown != m_sample.at(m_sampleAt))
        return show(m_sample.at(m_sampleAt)); // the agent has looked elsewhere meanwhile
    if (!m_case)
        return;
    if (++m_sampleAt < m_sample.size()) {
        show(m_sample.at(m_sampleAt));
        return Q_EMIT samplingChanged();
    }
    // Only what still says what it said when the sample was drawn.
    SavedApproval act{ApprovalAct::ApproveAlike, m_case->item.row.number, titleOf(m_case->item.row), {}};
    QList<Edit> edits;
    QList<Id> leaving;
    for (const Id &id : std::as_const(m_alike)) {
        const ApprovalCase &one = m_alikeCases[id];
        const auto it = std::find_if(m_open.begin(), m_open.end(), [&id](const ApprovalItem &item) { return item.id() == id; });
        if (it == m_open.end() || !it->mine || it->row.reply.seal != one.reply().seal)
            continue;
        ApprovalCase now = one;
        now.item = *it; // with the remarks made meanwhile
        edits.append(approvalEdit(now, now.reply()));
        act.parts.append({id, it->mine->part.step, it->mine->part.part});
        leaving.append(id);
    }
    stopSampling();
    if (!edits.isEmpty())
        write(act, edits, leaving);
}

void ApprovalsController::stopSampling()
{
    if (!isSampling())
        return;
    m_alike.clear();
    m_sample.clear();
    m_alikeCases.clear();
    m_sampleAt = 0;
    Q_EMIT samplingChanged();
}

} // namespace parvis
