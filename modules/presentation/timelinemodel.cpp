#include "presentation/timelinemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool keepsBooks(const QString &field)
{
    return followsFromOthers(field) || field == "number"_L1 || field == "state"_L1;
}

template <typename Before>
QList<FieldStep> steps(const QJsonObject &fields, Before before)
{
    QList<FieldStep> found;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!keepsBooks(it.key()))
            found.append({it.key(), before(it.key()), it.value()});
    }
    return found;
}

//! What a field held after the changes that this desk knows of.
QJsonValue lastKnown(const QList<Change> &newestFirst, const QString &field)
{
    for (const Change &change : newestFirst) {
        if (change.fields.contains(field))
            return change.fields.value(field);
    }
    return QJsonValue(QJsonValue::Undefined);
}

//! The value that a set patch leads to; anything else as it is.
QJsonValue plainAfter(const QString &field, const QJsonValue &patch, const QJsonValue &before)
{
    return overlaid(describe(Kind::Request), {{field, before}}, {{field, patch}}).value(field);
}

TimelineEntry createdEntry(const Request &request, Instant at, const Id &author)
{
    TimelineEntry entry;
    entry.what = TimelineEntry::What::Created;
    entry.id = request.id;
    entry.at = at;
    entry.author = author;
    entry.channel = request.channel;
    return entry;
}

void addHistory(const RequestDetail &detail, QList<TimelineEntry> &entries)
{
    for (const Change &change : detail.history) {
        if (change.op == ChangeOp::Create) {
            entries.append(createdEntry(detail.request, change.at, change.actor));
            continue;
        }
        TimelineEntry entry;
        entry.id = detail.request.id;
        entry.at = change.at;
        entry.author = change.actor;
        entry.steps = steps(change.fields, [&](const QString &field) { return change.was.value(field); });
        if (change.op == ChangeOp::Patch && !entry.steps.isEmpty())
            entries.append(entry);
    }
}

void addPending(const RequestDetail &detail, QList<TimelineEntry> &entries)
{
    for (const OutboxEntry &waiting : detail.pending) {
        const Mutation &mutation = waiting.mutation;
        if (waiting.outcome || mutation.target != detail.request.id)
            continue; // decided, or marked at the contact or note that it made
        TimelineEntry entry;
        if (mutation.verb == Verb::Create) {
            entry = createdEntry(detail.request, mutation.at, detail.request.createdBy);
        } else {
            entry.id = detail.request.id;
            entry.at = mutation.at;
            entry.steps = steps(mutation.set, [&](const QString &field) { return lastKnown(detail.history, field); });
            for (FieldStep &step : entry.steps)
                step.after = plainAfter(step.field, step.after, step.before);
            if (entry.steps.isEmpty())
                continue;
        }
        entry.isPending = true;
        entries.append(entry);
    }
}

//! A reply until it goes out; from then on its dispatch tells.
std::optional<TimelineEntry> replyEntry(const Reply &reply, const QList<Dispatch> &dispatches)
{
    const bool isOut =
        reply.state == ReplyState::Approved && std::any_of(dispatches.begin(), dispatches.end(), [&reply](const Dispatch &d) {
            return d.reply == reply.id && d.state != DispatchState::Cancelled;
        });
    if (isOut)
        return std::nullopt;
    TimelineEntry entry;
    entry.what = TimelineEntry::What::Reply;
    entry.id = reply.id;
    entry.at = reply.at;
    entry.author = reply.author;
    entry.text = reply.subject;
    entry.replyState = reply.state;
    const QList<ReplyDecision> decisions = decisionsOf(reply);
    for (const ReplyDecision &decision : decisions) {
        if (decision.act == ReplyAct::Remarked)
            continue;
        entry.at = decision.at;
        entry.author = decision.by;
        const bool isReasoned = decision.act == ReplyAct::Returned || decision.act == ReplyAct::Refused;
        entry.reason = isReasoned ? decision.text : QString();
    }
    return entry;
}

TimelineEntry dispatchEntry(const Dispatch &dispatch)
{
    TimelineEntry entry;
    entry.what = TimelineEntry::What::Dispatch;
    entry.id = dispatch.id;
    entry.at = dispatch.changedAt.isSet() ? dispatch.changedAt : dispatch.queuedAt;
    entry.author = dispatch.doneBy;
    entry.text = dispatch.subject;
    entry.dispatch = dispatch;
    return entry;
}

} // namespace

QList<TimelineEntry> timelineOf(const RequestDetail &detail)
{
    using What = TimelineEntry::What;
    QSet<Id> waiting;
    for (const OutboxEntry &entry : detail.pending) {
        if (!entry.outcome)
            waiting.insert(entry.mutation.target);
    }
    QList<TimelineEntry> entries;
    addHistory(detail, entries);
    addPending(detail, entries);
    // A first sync brings the request without the change that made it: then the request itself tells.
    const bool isBeginTold =
        std::any_of(entries.begin(), entries.end(), [](const TimelineEntry &entry) { return entry.what == What::Created; });
    if (!isBeginTold)
        entries.append(createdEntry(detail.request, detail.request.receivedAt, detail.request.createdBy));
    const auto add = [&](What what, const Id &id, Instant at, const Id &author, const QString &text) -> TimelineEntry & {
        TimelineEntry entry;
        entry.what = what;
        entry.id = id;
        entry.at = at;
        entry.author = author;
        entry.text = text;
        entry.isPending = waiting.contains(id);
        entries.append(entry);
        return entries.last();
    };
    for (const Contact &contact : detail.contacts) {
        TimelineEntry &entry = add(What::Contact, contact.id, contact.at, contact.agent, contact.text);
        entry.channel = contact.channel;
        entry.isOutgoing = contact.outgoing;
        entry.seconds = contact.seconds;
    }
    for (const Note &note : detail.notes)
        add(What::Note, note.id, note.at, note.author, note.text).isRedacted = note.redacted;
    for (const Attachment &file : detail.attachments)
        add(What::Attachment, file.id, file.at, file.author, file.name).isRedacted = file.removed;
    for (const Reminder &reminder : detail.reminders) {
        TimelineEntry &entry = add(What::Reminder, reminder.id, reminder.at, {}, {});
        entry.level = reminder.level;
        entry.to = reminder.to;
        entry.dueOn = reminder.dueOn;
    }
    for (const Proposal &proposal : detail.proposals) {
        TimelineEntry &entry = add(What::Proposal, proposal.id, proposal.at, proposal.author, {});
        entry.steps = steps(proposal.wanted, [&](const QString &field) { return proposal.found.value(field); });
        entry.state = proposal.state;
    }
    for (const MissionRow &row : detail.missions) {
        const Mission &m = row.mission;
        const bool isDone = m.state == MissionState::Done;
        TimelineEntry &entry = add(What::Mission, m.id, isDone ? m.reportedAt : m.at, isDone ? m.patroller : m.author, {});
        entry.mission = m;
        entry.isPending = row.isPending;
        entry.isTold = isDone && std::any_of(detail.notes.begin(), detail.notes.end(), [&m](const Note &note) {
                           return note.author == m.patroller && note.at == m.reportedAt;
                       });
    }
    for (const Reply &reply : detail.replies) {
        if (auto entry = replyEntry(reply, detail.dispatches)) {
            entry->isPending = waiting.contains(reply.id);
            entries.append(*entry);
        }
    }
    for (const Dispatch &dispatch : detail.dispatches) {
        entries.append(dispatchEntry(dispatch));
        entries.last().isPending = waiting.contains(dispatch.id);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return b.at < a.at; });
    return entries;
}

void TimelineModel::setEntries(const QList<TimelineEntry> &entries)
{
    const auto fromFront = std::mismatch(m_entries.begin(), m_entries.end(), entries.begin(), entries.end());
    const qsizetype front = fromFront.first - m_entries.begin();
    const auto fromBack = std::mismatch(m_entries.rbegin(), m_entries.rend() - front, entries.rbegin(), entries.rend() - front);
    const qsizetype back = fromBack.first - m_entries.rbegin();
    const qsizetype gone = m_entries.size() - front - back;
    const qsizetype come = entries.size() - front - back;
    if (gone > 0) {
        beginRemoveRows({}, int(front), int(front + gone) - 1);
        m_entries.remove(front, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(front), int(front + come) - 1);
        m_entries = entries;
        endInsertRows();
    }
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineEntry &entry = m_entries.at(index.row());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return m_wording ? m_wording(entry) : entry.text;
}

} // namespace parvis
