#include "cardchecks.h"

#include "protocol/codec.h"

namespace parvis {

using namespace Qt::StringLiterals;

void CardChecks::say(const ChangeRow &row, const QString &what)
{
    m_wrong.append(u"change %1 of %2 %3: %4 (cards)"_s.arg(row.seq).arg(token(row.kind), idText(row.id), what));
}

Lookup CardChecks::lookup() const
{
    return [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto found = m_documents.constFind({int(kind), id});
        return found == m_documents.constEnd() ? std::nullopt : std::optional(*found);
    };
}

void CardChecks::change(const ChangeRow &row)
{
    const QPair<int, Id> key{int(row.kind), row.id};
    const QJsonObject before = m_documents.value(key);
    QJsonObject after = before;
    const QJsonObject fields = QJsonDocument::fromJson(row.fields).object();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value().isNull())
            after.remove(it.key());
        else
            after.insert(it.key(), it.value());
    }
    if (!m_publishing.mutation.isNull() && m_publishing.mutation != row.mutation) {
        say(row, u"the draft before it was published and its card was not"_s);
        m_publishing = {};
    }
    if (row.kind == Kind::CardDraft)
        draft(row, before, after);
    else if (row.kind == Kind::CardRevision)
        revision(row, before, after);
    else if (row.kind == Kind::Card)
        card(row, before, after);
    m_documents.insert(key, after);
}

void CardChecks::draft(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after)
{
    const auto then = fromDocument<CardDraft>(row.id, before);
    const auto now = fromDocument<CardDraft>(row.id, after);
    if (contentOf(before) != contentOf(after)) {
        if (!before.isEmpty() && then.state != DraftState::Draft)
            say(row, u"rewritten under the eyes of its validators"_s);
        m_written.insert(row.id, row.seq);
        m_writers.insert(row.id, {row.device, row.n});
    }
    if (before.isEmpty())
        return;
    using S = DraftState;
    if (then.state == S::Draft && now.state == S::InValidation) {
        if (now.circuit.isEmpty() || now.circuit != circuitFor(now.service, lookup()) || now.step != 0)
            say(row, u"it goes another way than its service's circuit"_s);
        if (!gapsOf(now).isEmpty())
            say(row, u"submitted with gaps"_s);
    }
    if (then.state == S::InValidation && (now.step > then.step || now.state == S::Published))
        approval(row, then, now);
    if ((then.state == S::Published || then.state == S::Abandoned) && before != after)
        say(row, u"changed after its end"_s);
    if (now.state == S::Published && then.state != S::Published) {
        if (then.state != S::InValidation)
            say(row, u"published without validation"_s);
        m_publishing = {row.mutation, now.card, contentOf(after), false};
    }
}

void CardChecks::approval(const ChangeRow &row, const CardDraft &before, const CardDraft &after)
{
    const QJsonObject user = m_documents.value({int(Kind::User), row.actor});
    const Actor actor = actorFor(fromDocument<User>(row.actor, user), row.device);
    if (!signatory(before, actor, lookup()))
        say(row, u"decided by somebody else than the circuit says"_s);
    if (after.step != before.step + 1)
        say(row, u"a step of the circuit is jumped"_s);
    if ((after.state == DraftState::Published) != (after.step == before.circuit.size()))
        say(row, u"published before the last step, or not after it"_s);
    const bool isOwnText = m_writers.value(row.id).first == row.device && m_writers.value(row.id).second < row.n;
    if (const auto m = m_town.submitted.constFind(row.mutation); m != m_town.submitted.constEnd()) {
        if (!isOwnText && m_written.value(row.id) > m_town.seen.value(m->id, m->base))
            say(row, u"approved unseen"_s);
    }
}

void CardChecks::revision(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after)
{
    if (!before.isEmpty())
        return say(row, u"a published revision changes"_s);
    const auto made = fromDocument<CardRevision>(row.id, after);
    const int last = m_documents.value({int(Kind::Card), made.card}).value(u"revision"_s).toInt();
    if (made.number != last + 1)
        say(row, u"revision %1 follows %2"_s.arg(made.number).arg(last));
    if (row.mutation != m_publishing.mutation || made.card != m_publishing.card || made.content != m_publishing.content)
        say(row, u"it is not the draft that was approved"_s);
    if (made.publishedBy != row.actor)
        say(row, u"it names another approver"_s);
    m_publishing.hasRevision = true;
}

void CardChecks::card(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after)
{
    const bool isPublication = row.mutation == m_publishing.mutation && row.id == m_publishing.card;
    if (!isPublication) {
        if (contentOf(before) != contentOf(after) || before.value(u"revision"_s) != after.value(u"revision"_s))
            say(row, u"written without a publication"_s);
        return;
    }
    if (!m_publishing.hasRevision || contentOf(after) != m_publishing.content)
        say(row, u"it does not say what its revision says"_s);
    if (after.value(u"revision"_s).toInt() != before.value(u"revision"_s).toInt() + 1)
        say(row, u"a revision is missing"_s);
    m_publishing = {};
}

} // namespace parvis
