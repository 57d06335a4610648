#include "hub/audit.h"

#include "hub/commit.h"
#include "hub/feed.h"
#include "protocol/codec.h"
#include "protocol/hashchain.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool broken(VerifyReport &report, qint64 seq, QString reason)
{
    report.firstBroken = seq;
    report.reason = std::move(reason);
    return false;
}

} // namespace

Status Audit::run(VerifyReport &report)
{
    const auto town = m_reader.town();
    if (!town)
        return town.error();
    m_all = town->seq;
    for (const Kind kind : allKinds()) {
        const auto count = m_reader.count(kind, std::nullopt);
        if (!count)
            return count.error();
        m_all += *count;
    }
    auto done = walkChain(*town, report);
    if (done && report.firstBroken == 0)
        done = walkRecords(report);
    return done && m_isStopped ? Error{ErrorCode::Aborted, {}} : done;
}

bool Audit::goOn()
{
    ++m_done;
    m_isStopped = m_isStopped || (m_done % 10'000 == 0 && m_progress && !m_progress(m_done, m_all));
    return !m_isStopped;
}

Status Audit::walkChain(const TownState &town, VerifyReport &report)
{
    QByteArray head;
    const auto walked = m_reader.changesAfter(0, [&](const ChangeRow &change) {
        const qint64 seq = report.checked + 1;
        if (change.seq != seq)
            return broken(report, seq, u"gap"_s);
        if (payloadHash(changePayload(change)) != change.payloadHash)
            return broken(report, seq, u"payload"_s);
        if (chained(head, seq, change.mutation, change.payloadHash) != change.hash)
            return broken(report, seq, u"chain"_s);
        head = change.hash;
        report.checked = seq;
        return goOn();
    });
    const bool isWhole = report.checked == town.seq && head == town.head;
    if (walked && !m_isStopped && report.firstBroken == 0 && !isWhole)
        broken(report, std::min(report.checked, town.seq) + 1, u"head"_s);
    return walked;
}

Status Audit::walkRecords(VerifyReport &report)
{
    Status done = success();
    for (const Kind kind : allKinds()) {
        const auto walked = m_reader.page(kind, std::nullopt, {}, std::numeric_limits<int>::max(), [&](const EntityRow &row) {
            const auto sound = isSound(row);
            if (!sound)
                return done = sound.error(), false;
            if (!*sound)
                return broken(report, row.seq, u"record"_s);
            ++report.records;
            return goOn();
        });
        if (!walked || !done || m_isStopped || report.firstBroken != 0)
            return walked ? done : walked;
    }
    return success();
}

Result<bool> Audit::isSound(const EntityRow &row)
{
    std::optional<ChangeRow> creation;
    const auto looked = m_reader.changesAfter(row.created.seq - 1, [&creation](const ChangeRow &change) {
        creation = change;
        return false;
    });
    if (!looked)
        return looked.error();
    const bool isOwn = creation && creation->seq == row.created.seq && creation->op == ChangeOp::Create &&
                       creation->kind == row.kind && creation->id == row.id;
    if (!isOwn || row.seq == row.created.seq)
        return isOwn && creation->fields == row.document;
    const auto begun = parseObject(creation->fields);
    if (!begun)
        return false;
    QList<QByteArray> patches;
    const auto walked = m_reader.patchesBack(row.kind, row.id, row.created.seq, [&patches](const ChangeRow &patch) {
        patches.prepend(patch.fields);
        return true;
    });
    if (!walked)
        return walked.error();
    QJsonObject document = *begun;
    for (const QByteArray &patch : patches) {
        const auto fields = parseObject(patch.isEmpty() ? "{}"_ba : patch);
        if (!fields)
            return false;
        for (auto it = fields->begin(); it != fields->end(); ++it) {
            if (it.value().isNull())
                document.remove(it.key());
            else
                document.insert(it.key(), it.value());
        }
    }
    return compactJson(document) == row.document;
}

} // namespace parvis
