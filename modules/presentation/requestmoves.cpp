#include "presentation/requestmoves.h"

#include "domain/servicepolicy.h"
#include "domain/suspension.h"
#include "domain/workflow.h"
#include "presentation/advice.h"
#include "presentation/cardpeople.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QJsonValue json(const Id &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(idText(id));
}

QJsonValue json(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

Channel channelFor(ReplyChannel wanted)
{
    switch (wanted) {
    case ReplyChannel::Email: return Channel::Email;
    case ReplyChannel::Sms: return Channel::Sms;
    case ReplyChannel::Letter: return Channel::Letter;
    case ReplyChannel::Counter: return Channel::WalkIn;
    case ReplyChannel::None:
    case ReplyChannel::Phone: break;
    }
    return Channel::Phone;
}

int notesIn(const QList<Mutation> &mutations)
{
    return int(std::count_if(mutations.begin(), mutations.end(), [](const Mutation &mutation) {
        return mutation.kind == Kind::Note && mutation.verb == Verb::Create;
    }));
}

Edit RequestMoves::note(const Id &request, const QString &text) const
{
    Note note;
    note.request = request;
    note.author = m_agent;
    note.at = m_now;
    note.text = text.trimmed();
    return {Kind::Note, Verb::Create, m_ids.next(), toDocument(note), {}, 0};
}

Edit RequestMoves::contact(const Request &request, Channel channel, bool isOutgoing, const QString &text) const
{
    Contact contact;
    contact.request = request.id;
    contact.citizen = request.citizen;
    contact.channel = channel;
    contact.outgoing = isOutgoing;
    contact.at = m_now;
    contact.agent = m_agent;
    contact.text = text.trimmed();
    return {Kind::Contact, Verb::Create, m_ids.next(), toDocument(contact), {}, 0};
}

Edit RequestMoves::patch(const SeenRequest &seen, const QJsonObject &set) const
{
    return {Kind::Request, Verb::Patch, seen.request.id, set, {}, seen.seq};
}

QJsonObject RequestMoves::moved(const Request &request, RequestStatus status, const QString &reason) const
{
    QJsonObject set{{u"status"_s, token(status)}, {u"reason"_s, json(reason)}};
    if (status == RequestStatus::Answered)
        set.insert(u"answered_at"_s, m_now.ms);
    if (status == RequestStatus::Closed)
        set.insert(u"closed_at"_s, m_now.ms);
    const WorkingCalendar &calendar = m_town.calendar();
    const QDate today = calendar.localDay(m_now);
    QJsonObject clock;
    if (status == RequestStatus::Reopened) {
        set.insert(u"answered_at"_s, QJsonValue());
        set.insert(u"closed_at"_s, QJsonValue());
        clock = reopenedChanges(request, promiseFor(m_town.card(request.card), m_now, m_town).workingDays, today, calendar);
    } else {
        const int within = policyFor(request.service, lookupIn(m_town)).documentsWithin;
        clock = clockChanges(request, status, reason, today, calendar, today.addDays(within));
    }
    for (auto it = clock.begin(); it != clock.end(); ++it)
        set.insert(it.key(), it.value());
    return set;
}

bool RequestMoves::tells(const Request &request, const Step &step)
{
    if (request.citizen.isNull() || request.status == RequestStatus::Answered)
        return false;
    return step.status == RequestStatus::Answered ||
           (step.status == RequestStatus::Closed && mustTellFirst(request.status, step.reason, true));
}

QList<Edit> RequestMoves::status(const SeenRequest &seen, const Step &step) const
{
    const Request &request = seen.request;
    QList<Edit> edits;
    const bool isTold = tells(request, step) && !step.remark.trimmed().isEmpty();
    if (isTold) {
        Edit told = contact(request, step.channel, true, step.remark);
        if (step.status == RequestStatus::Closed && step.reason == otherAuthority() && step.channel == Channel::Letter)
            told.set.insert(u"post"_s, true); // said on paper alone: the mail office prints it
        edits.append(told);
        if (step.status == RequestStatus::Closed)
            edits.append(patch(seen, moved(request, RequestStatus::Answered, {})));
    }
    QJsonObject set = moved(request, step.status, step.reason);
    if (isTold && step.status == RequestStatus::Closed) // the clock stopped with the answer
        set = {{u"status"_s, token(step.status)}, {u"reason"_s, json(step.reason)}, {u"closed_at"_s, m_now.ms}};
    const QJsonArray owed = QJsonArray::fromStringList(step.missing);
    if (step.status == RequestStatus::Waiting && owed != request.missing)
        set.insert(u"missing"_s, owed.isEmpty() ? QJsonValue() : QJsonValue(owed));
    if (step.authority != request.authority && step.status == RequestStatus::Closed)
        set.insert(u"authority"_s, json(step.authority));
    edits.append(patch(seen, set));
    if (!isTold && !step.remark.trimmed().isEmpty())
        edits.append(note(request.id, step.remark));
    return edits;
}

QList<Edit> RequestMoves::assign(const SeenRequest &seen, const Id &service, const Id &assignee, const QString &remark) const
{
    const Request &request = seen.request;
    QJsonObject set{{u"service"_s, json(service)}, {u"assignee"_s, json(assignee)}};
    // Another service has not begun yet, whatever the one before had done. What the citizen owes is owed to it too, and the time
    // stays suspended until it comes (CRPA L. 114-5).
    const bool isMove = service != request.service || request.status == RequestStatus::Received;
    const bool staysSuspended = !service.isNull() && isClockStopped(request.status, request.reason);
    if (isMove && isOpen(request.status) && !staysSuspended) {
        const QJsonObject move = moved(request, service.isNull() ? RequestStatus::Received : RequestStatus::Assigned, {});
        for (auto it = move.begin(); it != move.end(); ++it)
            set.insert(it.key(), it.value());
    }
    QList<Edit> edits;
    if (!remark.trimmed().isEmpty()) // first: afterwards the request may be out of the agent's sight
        edits.append(note(request.id, remark));
    edits.append(patch(seen, set));
    return edits;
}

Edit RequestMoves::outOfIncident(const SeenRequest &seen) const
{
    return patch(seen, {{u"incident"_s, QJsonValue()}});
}

QList<Edit> RequestMoves::part(const Request &whole, const Id &service, const Id &assignee, const QDate &dueOn,
                               const QString &text) const
{
    constexpr qsizetype longestSubject = 80;
    Request part;
    part.text = text.trimmed();
    part.subject = part.text.section(u'\n', 0, 0).left(longestSubject);
    part.channel = Channel::Internal;
    part.citizen = whole.citizen;
    part.service = service;
    part.assignee = assignee;
    part.status = service.isNull() ? RequestStatus::Received : RequestStatus::Assigned;
    part.address = whole.address;
    part.district = whole.district;
    part.latitude = whole.latitude;
    part.longitude = whole.longitude;
    part.receivedAt = m_now;
    part.dueOn = dueOn;
    part.confidential = whole.confidential;
    part.createdBy = m_agent;
    part.parent = whole.id;
    return {{Kind::Request, Verb::Create, m_ids.next(), toDocument(part), {}, 0}};
}

} // namespace parvis
