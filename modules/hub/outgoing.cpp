#include "hub/outgoing.h"

#include "domain/reply.h"
#include "domain/suspension.h"
#include "domain/workflow.h"
#include "wording/french.h"
#include "wording/replyfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 longestWaitMs = 4 * 60 * minuteMs;
constexpr int mostDoublings = 8;

//! After which the hub gives up until an agent queues it again: of mail some five days (RFC 5321, 4.5.4.1), of an SMS one.
int mostAttempts(ReplyChannel channel)
{
    return channel == ReplyChannel::Sms ? 12 : 36;
}
constexpr int mostTemplates = 10'000; // a page of all

Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

ReplyState stateIn(const QJsonObject &document)
{
    return fromToken<ReplyState>(document.value("state"_L1).toString()).value_or(ReplyState::Draft);
}

Result<std::optional<Dispatch>> dispatchOf(HubReader &store, const Id &id)
{
    const auto row = store.entity(Kind::Dispatch, id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Dispatch>();
    const auto document = documentOf(**row);
    if (!document)
        return document.error();
    return std::optional(fromDocument<Dispatch>(id, *document));
}

Result<QList<ReplyTemplate>> templatesOf(HubReader &store)
{
    QList<ReplyTemplate> all;
    Status parsed = success();
    const Status read = store.page(Kind::Template, std::nullopt, {}, mostTemplates, [&](const EntityRow &row) {
        const auto document = documentOf(row);
        if (!document)
            return parsed = document.error(), false;
        all.append(fromDocument<ReplyTemplate>(row.id, *document));
        return true;
    });
    if (!read || !parsed)
        return read ? parsed.error() : read.error();
    return all;
}

} // namespace

Result<QString> outgoingNumber(Commit &commit, const Id &service, Instant at)
{
    const auto body = bodyAbove(service, commit.lookup());
    if (commit.lookupFailure())
        return *commit.lookupFailure();
    const QString code = body && !body->code.isEmpty() ? body->code.toUpper() + u'-' : QString();
    const int year = commit.yearOf(at);
    const auto number = commit.store().nextInSeries(u"dispatch/%1%2"_s.arg(code).arg(year));
    if (!number)
        return number.error();
    return u"%1D-%2-%3"_s.arg(code).arg(year).arg(*number, 6, 10, QChar(u'0'));
}

namespace {

//! Numbers \a dispatch in the register of the request's body and year, and puts it on its way.
Status send(Commit &commit, const Id &id, Dispatch dispatch, const Id &service, qint64 waitMs, const Author &author)
{
    const auto chrono = outgoingNumber(commit, service, commit.now());
    if (!chrono)
        return chrono.error();
    dispatch.chrono = *chrono;
    dispatch.queuedAt = dispatch.changedAt = commit.now();
    dispatch.notBefore = {commit.now().ms + waitMs};
    if (const auto made = commit.create(Kind::Dispatch, id, toDocument(dispatch), author, commit.now()); !made)
        return made.error();
    const bool goesByItself = isSentByHub(dispatch.channel) && dispatch.state == DispatchState::Queued;
    return goesByItself ? commit.store().putOutgoing({id, dispatch.channel, dispatch.notBefore}) : success();
}

Status requeue(Commit &commit, const Id &id, ReplyChannel channel, Instant notBefore, const QJsonObject &signatory,
               const Author &author)
{
    QJsonObject fields{{u"state"_s, token(DispatchState::Queued)},
                       {u"not_before"_s, notBefore.ms},
                       {u"changed_at"_s, commit.now().ms},
                       {u"error"_s, QJsonValue()}};
    if (!signatory.isEmpty())
        fields.insert(u"signatory"_s, signatory);
    if (const Status done = change(commit, Kind::Dispatch, id, fields, author); !done)
        return done;
    return isSentByHub(channel) ? commit.store().putOutgoing({id, channel, notBefore}) : success();
}

Status sendApproved(Commit &commit, const Reply &reply, const Author &author)
{
    const QJsonObject signatory = signatoryOf(reply, commit.lookup());
    const QList<Recipient> all = recipientsOf(reply);
    for (const Recipient &r : all) {
        const Id id = dispatchId(reply.id, reply.seal, r.request);
        const auto known = dispatchOf(commit.store(), id);
        const auto request = commit.lookup()(Kind::Request, r.request);
        if (!known || commit.lookupFailure())
            return known ? *commit.lookupFailure() : known.error();
        if (*known) { // approved again after it was taken back
            const Instant notBefore{commit.now().ms + takeBackMs};
            const Status done = (*known)->state == DispatchState::Cancelled
                                    ? requeue(commit, id, r.channel, notBefore, signatory, author)
                                    : success();
            if (!done)
                return done;
            continue;
        }
        Dispatch d = dispatchFor(reply, r);
        if (!request)
            d.request = reply.request; // of one that is not there: filed with the reply
        d.signatory = signatory;
        const Id service = idOf(request.value_or(QJsonObject()).value("service"_L1));
        if (const Status done = send(commit, id, d, service, takeBackMs, author); !done)
            return done;
    }
    return success();
}

Status takeOut(Commit &commit, const Id &id, const Author &author)
{
    const QJsonObject fields{{u"state"_s, token(DispatchState::Cancelled)}, {u"changed_at"_s, commit.now().ms}};
    const Status done = change(commit, Kind::Dispatch, id, fields, author);
    return done ? commit.store().dropOutgoing(id) : done;
}

Status cancel(Commit &commit, const Reply &reply, const Author &author)
{
    const QList<Recipient> all = recipientsOf(reply);
    for (const Recipient &r : all) {
        const Id id = dispatchId(reply.id, reply.seal, r.request);
        const auto known = dispatchOf(commit.store(), id);
        if (!known)
            return known.error();
        if (!*known || (*known)->state != DispatchState::Queued)
            continue;
        if (const Status done = takeOut(commit, id, author); !done)
            return done;
    }
    return success();
}

//! The answer has gone: so has the promise been kept.
Status answer(Commit &commit, const Dispatch &dispatch, const Author &author)
{
    if (dispatch.purpose != DispatchPurpose::Answer)
        return success();
    const auto document = commit.lookup()(Kind::Request, dispatch.request);
    if (!document)
        return commit.lookupFailure() ? Status(*commit.lookupFailure()) : success();
    const auto request = fromDocument<Request>(dispatch.request, *document);
    if (request.status == RequestStatus::Answered || !isOpen(request.status) ||
        !isAllowed(request.status, RequestStatus::Answered))
        return success();
    const auto calendar = calendarOf(commit.store());
    if (!calendar)
        return calendar.error();
    QJsonObject set =
        clockChanges(request, RequestStatus::Answered, {}, calendar->localDay(commit.now()), *calendar); // nobody waits any more
    set.insert("status"_L1, token(RequestStatus::Answered));
    set.insert("answered_at"_L1, commit.now().ms);
    set.insert("reason"_L1, QJsonValue());
    return change(commit, Kind::Request, dispatch.request, set, author);
}

//! What the town's texts can't say, as an error of the dispatch.
QString missingWords(const AcknowledgementText &text)
{
    QStringList names;
    for (const FoundFault &fault : text.subject.faults + text.text.faults)
        names.append(fault.label.isEmpty() ? fault.name : fault.label);
    names.removeDuplicates();
    return incompleteText + names.join(u", "_s);
}

} // namespace

Status followReply(Commit &commit, const Id &id, const QJsonObject &before, const QJsonObject &after, const Author &author)
{
    const ReplyState from = stateIn(before), to = stateIn(after);
    if (from == to)
        return success();
    const auto reply = fromDocument<Reply>(id, after);
    if (to == ReplyState::Approved)
        return sendApproved(commit, reply, author);
    return from == ReplyState::Approved ? cancel(commit, reply, author) : success();
}

Status followDispatch(Commit &commit, const Id &id, const QJsonObject &before, const QJsonObject &after, const Author &author)
{
    const auto then = fromDocument<Dispatch>(id, before);
    const auto now = fromDocument<Dispatch>(id, after);
    if (then.state == now.state)
        return success();
    if (now.state == DispatchState::Queued && isSentByHub(now.channel))
        return requeue(commit, id, now.channel, commit.now(), {}, author);
    return hasGone(now.state) ? answer(commit, now, author) : success();
}

Status followContact(Commit &commit, const Id &id, const QJsonObject &before, const QJsonObject &after, const Author &author)
{
    const auto contact = fromDocument<Contact>(id, after);
    if (contact.post == fromDocument<Contact>(id, before).post)
        return success();
    const auto known = dispatchOf(commit.store(), letterId(id));
    if (!known)
        return known.error();
    if (!contact.post)
        return *known && mayCancel(**known) ? takeOut(commit, letterId(id), author) : success();
    if (*known)
        return (*known)->state == DispatchState::Cancelled
                   ? requeue(commit, letterId(id), ReplyChannel::Letter, commit.now(), {}, author)
                   : success();
    const Lookup lookup = commit.lookup();
    const auto request = fromDocument<Request>(contact.request, lookup(Kind::Request, contact.request).value_or(QJsonObject()));
    const auto citizen = fromDocument<Citizen>(request.citizen, lookup(Kind::Citizen, request.citizen).value_or(QJsonObject()));
    const auto agent = fromDocument<User>(author.actor, lookup(Kind::User, author.actor).value_or(QJsonObject()));
    const auto service = lookup(Kind::Unit, request.service);
    if (commit.lookupFailure())
        return *commit.lookupFailure();
    const QStringList envelope = addressLines(citizen);
    if (envelope.size() < 2)
        return success();
    Dispatch d;
    d.request = contact.request;
    d.purpose = DispatchPurpose::Transfer;
    d.citizen = request.citizen;
    d.channel = ReplyChannel::Letter;
    d.name = envelope.first();
    d.lines = QJsonArray::fromStringList(envelope.mid(1));
    d.subject = request.subject;
    d.text = contact.text;
    const QString capacity = agent.capacity.isEmpty() && service ? service->value("name"_L1).toString() : agent.capacity;
    d.signatory = {{u"name"_s, agent.name}, {u"capacity"_s, capacity}};
    return send(commit, letterId(id), d, request.service, 0, author);
}

Status acknowledge(Commit &commit, const Id &id, const QJsonObject &document)
{
    const auto request = fromDocument<Request>(id, document);
    const ReplyChannel channel = request.replyChannel; // None: they want to hear nothing
    const bool isForUs = commit.sends(channel) && !request.onTheSpot && isOpen(request.status) && !request.citizen.isNull();
    if (!isForUs)
        return success();
    const auto known = dispatchOf(commit.store(), acknowledgementId(id));
    if (!known || *known)
        return known ? success() : Status(known.error());
    const Lookup lookup = commit.lookup();
    const auto calendar = calendarOf(commit.store());
    const auto templates = templatesOf(commit.store());
    if (!calendar || !templates)
        return calendar ? templates.error() : calendar.error();
    const ReplyFacts facts = replyFactsFor(request, request.assignee, *calendar, calendar->localDay(commit.now()), lookup);
    const bool isLetter = channel == ReplyChannel::Letter;
    const QString to = isLetter ? QString() : channel == ReplyChannel::Email ? facts.citizen.email : facts.citizen.phone;
    const QStringList envelope = isLetter ? addressLines(facts.citizen) : QStringList();
    const auto text = acknowledgementText(facts, *templates, themesAbove(request.theme, lookup), channel);
    if (commit.lookupFailure())
        return *commit.lookupFailure();
    if (!text)
        return text.error();
    if (isLetter ? envelope.size() < 2 : to.isEmpty())
        return success(); // the desk sees that there is no address
    Dispatch d;
    d.request = id;
    d.purpose = DispatchPurpose::Acknowledgement;
    d.citizen = request.citizen;
    d.channel = channel;
    d.name = isLetter ? envelope.first() : displayName(facts.citizen);
    d.lines = QJsonArray::fromStringList(envelope.mid(1));
    d.to = to;
    d.subject = text->subject.text;
    d.text = text->text.text;
    if (!text->isReady()) {
        d.state = DispatchState::Failed;
        d.error = missingWords(*text);
    }
    return send(commit, acknowledgementId(id), d, request.service, 0, {});
}

Result<std::optional<OutgoingItem>> claimOutgoing(Commit &commit, ReplyChannel channel)
{
    for (;;) {
        const auto due = commit.store().dueOutgoing(channel, commit.now());
        if (!due)
            return due.error();
        if (!*due)
            return std::optional<OutgoingItem>();
        const auto dispatch = dispatchOf(commit.store(), (*due)->dispatch);
        if (!dispatch)
            return dispatch.error();
        if (!*dispatch || (*dispatch)->state != DispatchState::Queued) {
            if (const Status gone = commit.store().dropOutgoing((*due)->dispatch); !gone)
                return gone.error();
            continue;
        }
        const QJsonObject fields{{u"state"_s, token(DispatchState::Sending)},
                                 {u"changed_at"_s, commit.now().ms},
                                 {u"attempts"_s, (*dispatch)->attempts + 1}};
        Status done = change(commit, Kind::Dispatch, (*due)->dispatch, fields, {});
        if (done)
            done = commit.store().putOutgoing({(*due)->dispatch, channel, (*due)->notBefore, OutgoingStage::HandedOver});
        if (!done)
            return done.error();
        OutgoingItem item{(*due)->dispatch, **dispatch, {}};
        ++item.dispatch.attempts;
        item.dispatch.state = DispatchState::Sending;
        const auto request = commit.lookup()(Kind::Request, item.dispatch.request);
        if (commit.lookupFailure())
            return *commit.lookupFailure();
        item.number = request ? request->value("number"_L1).toString() : QString();
        return std::optional(item);
    }
}

Status settleOutgoing(Commit &commit, const Id &id, const SendReport &report)
{
    const auto dispatch = dispatchOf(commit.store(), id);
    if (!dispatch || !*dispatch)
        return dispatch ? success() : Status(dispatch.error());
    if ((*dispatch)->state != DispatchState::Sending)
        return success(); // settled before
    QJsonObject fields{{u"changed_at"_s, commit.now().ms},
                       {u"error"_s, report.error},
                       {u"done_by"_s, QJsonValue()},
                       {u"message_id"_s, report.messageId}};
    const bool givesUp = (*dispatch)->attempts % mostAttempts((*dispatch)->channel) == 0; // again so many if an agent says so
    if (report.outcome == SendOutcome::Later && !givesUp) {
        const qint64 wait = std::min(minuteMs << std::min((*dispatch)->attempts, mostDoublings), longestWaitMs);
        const Instant again{commit.now().ms + wait};
        fields.insert(u"state"_s, token(DispatchState::Queued));
        fields.insert(u"not_before"_s, again.ms);
        const Status done = change(commit, Kind::Dispatch, id, fields, {});
        return done ? commit.store().putOutgoing({id, (*dispatch)->channel, again}) : done;
    }
    const DispatchState state = report.outcome == SendOutcome::Sent        ? DispatchState::Sent
                                : report.outcome == SendOutcome::Uncertain ? DispatchState::Uncertain
                                                                           : DispatchState::Failed;
    const bool isFollowed = state == DispatchState::Sent && (*dispatch)->channel == ReplyChannel::Sms;
    fields.insert(u"state"_s, token(state));
    Status done = change(commit, Kind::Dispatch, id, fields, {});
    if (done)
        done = isFollowed ? commit.store().putOutgoing({id, ReplyChannel::Sms, commit.now(), OutgoingStage::Followed})
                          : commit.store().dropOutgoing(id);
    return done && state == DispatchState::Sent ? answer(commit, **dispatch, {}) : done;
}

Status recoverOutgoing(Commit &commit, ReplyChannel channel)
{
    QList<Id> broken;
    const Status read = commit.store().outgoingAt(OutgoingStage::HandedOver, channel, [&broken](const OutgoingRow &row) {
        broken.append(row.dispatch);
        return true;
    });
    if (!read)
        return read;
    for (const Id &id : std::as_const(broken)) {
        if (const Status done = settleOutgoing(commit, id, {SendOutcome::Uncertain, {}, u"stopped"_s}); !done)
            return done;
    }
    return success();
}

Result<bool> reportDelivery(Commit &commit, const Id &id, bool isDelivered, const QString &error)
{
    const auto dispatch = dispatchOf(commit.store(), id);
    if (!dispatch)
        return dispatch.error();
    const bool isWaited =
        *dispatch && ((*dispatch)->state == DispatchState::Sent || (*dispatch)->state == DispatchState::Uncertain ||
                      (!isDelivered && (*dispatch)->state == DispatchState::Delivered));
    if (!isWaited)
        return false;
    const DispatchState state = isDelivered ? DispatchState::Delivered : DispatchState::Failed;
    const QJsonObject fields{{u"state"_s, token(state)}, {u"changed_at"_s, commit.now().ms}, {u"error"_s, error}};
    Status done = change(commit, Kind::Dispatch, id, fields, {});
    if (done)
        done = commit.store().dropOutgoing(id);
    if (!done)
        return done.error();
    if (isDelivered) {
        if (const Status answered = answer(commit, **dispatch, {}); !answered)
            return answered.error();
    }
    return true;
}

Result<QList<OutgoingItem>> followedOutgoing(HubReader &store, ReplyChannel channel)
{
    QList<OutgoingItem> all;
    Status parsed = success();
    const Status read = store.outgoingAt(OutgoingStage::Followed, channel, [&](const OutgoingRow &row) {
        const auto dispatch = dispatchOf(store, row.dispatch);
        if (!dispatch)
            return parsed = dispatch.error(), false;
        if (*dispatch)
            all.append({row.dispatch, **dispatch, {}});
        return true;
    });
    if (!read || !parsed)
        return read ? parsed.error() : read.error();
    return all;
}

} // namespace parvis
