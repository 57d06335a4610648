#include "demo/replywriter.h"

#include "domain/replymoves.h"
#include "domain/workflow.h"
#include "wording/french.h"
#include "wording/replyfacts.h"
#include "wording/replytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 windowMs = 30 * dayMs;
constexpr qsizetype many = 10;

} // namespace

//! How far a reply has come.
struct ReplyWriter::Course
{
    int approvals = 0;                          //!< by the first so many steps
    std::optional<ReplyAct> end = std::nullopt; //!< Returned, Refused, after them
    bool isDraft = false;                       //!< never submitted
    bool isChanged = false;                     //!< the last of them changed the text
    bool isSecondRound = false;                 //!< it came back once
    bool isRemarked = false;
    bool isSent = false; //!< all approve, and it goes out
};

ReplyWriter::ReplyWriter(const TownData &town, const ReplyData &replies, quint32 seed, Instant until)
    : m_town(town),
      m_replies(replies),
      m_chance(seed + 0x2545f491U),
      m_until(until),
      m_calendar(town.calendar),
      m_paragraphs(paragraphsOf(replies.templates.values()))
{
    for (const CardHabits &habits : town.cards)
        m_cards.insert(habits.card.id, habits.card);
}

Lookup ReplyWriter::lookup() const
{
    return [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto in = [&id](const auto &list) -> std::optional<QJsonObject> {
            const auto it = std::find_if(list.begin(), list.end(), [&id](const auto &e) { return e.id == id; });
            return it == list.end() ? std::nullopt : std::optional(toDocument(*it));
        };
        switch (kind) {
        case Kind::Request: return m_requests.contains(id) ? std::optional(m_requests.value(id)) : std::nullopt;
        case Kind::Citizen: return m_citizens.contains(id) ? std::optional(toDocument(m_citizens.value(id))) : std::nullopt;
        case Kind::Card: return m_cards.contains(id) ? std::optional(toDocument(m_cards.value(id))) : std::nullopt;
        case Kind::User: return in(m_town.users);
        case Kind::Unit:
            if (const Service *service = m_town.service(id))
                return toDocument(service->unit);
            if (const auto directorate = in(m_town.directorates))
                return directorate;
            return in(m_town.bodies);
        default: return std::nullopt;
        }
    };
}

void ReplyWriter::follow(const QList<IntakeRecord> &records, qsizetype first)
{
    const Id id = records.at(first).id;
    QJsonObject document = records.at(first).fields;
    if (records.at(first).at.ms < m_until.ms - windowMs)
        return;
    for (qsizetype i = first + 1; i < records.size(); ++i) {
        if (records.at(i).id == id)
            document = overlaid(describe(Kind::Request), document, records.at(i).fields);
    }
    const auto request = fromDocument<Request>(id, document);
    const bool isReplied = !request.citizen.isNull() && !request.assignee.isNull() && !request.onTheSpot &&
                           !request.confidential && request.replyChannel != ReplyChannel::None;
    const Service *service = m_town.service(request.service);
    if (!isReplied || !service || service->unit.head.isNull()) // whom its replies would wait on
        return;
    m_requests.insert(id, document);
    if (isOpen(request.status) && request.status != RequestStatus::Received)
        m_open.append(request);
    else if (request.answeredAt.isSet())
        m_answered.append(request);
}

//! The newest that has a circuit of \a steps; it is not answered twice.
std::optional<Request> ReplyWriter::take(bool isOpen, int steps, bool isLetter)
{
    QList<Request> &from = isOpen ? m_open : m_answered;
    const Lookup known = lookup();
    for (qsizetype i = from.size() - 1; i >= 0; --i) {
        const bool fits = !isLetter || from.at(i).replyChannel == ReplyChannel::Letter;
        if (fits && replyCircuitFor(m_requests.value(from.at(i).id), known).size() >= steps)
            return from.takeAt(i);
    }
    return std::nullopt;
}

std::optional<Reply> ReplyWriter::composed(const QList<Request> &answered, const QString &code)
{
    const Request &first = answered.first();
    Reply reply;
    reply.request = first.id;
    reply.author = first.assignee;
    const auto form = m_replies.templates.constFind(code);
    const bool isForm = form != m_replies.templates.constEnd();
    reply.replyTemplate = isForm ? form->id : Id();
    reply.subject = isForm ? form->subject : m_replies.outageSubject;
    reply.text = isForm ? form->text : m_replies.outageText;
    for (const Request &request : answered) {
        const Citizen citizen = m_citizens.value(request.citizen);
        Recipient r;
        r.request = request.id;
        r.citizen = citizen.id;
        r.channel = request.replyChannel;
        QStringList lines = addressLines(citizen);
        r.name = lines.isEmpty() ? displayName(citizen) : lines.takeFirst();
        r.lines = lines;
        if (r.channel == ReplyChannel::Letter && (lines.isEmpty() || r.name.isEmpty()))
            r.channel = citizen.email.isEmpty() ? ReplyChannel::Phone : ReplyChannel::Email;
        r.to = r.channel == ReplyChannel::Email ? citizen.email : citizen.phone;
        const QDate today = m_calendar.localDay(m_until);
        const ReplyFields fields = replyFields(replyFactsFor(request, reply.author, m_calendar, today, lookup()));
        const bool isShort = r.channel == ReplyChannel::Sms || r.channel == ReplyChannel::Phone;
        const auto subject = render(reply.subject, fields, m_paragraphs, ReplyFormat::Plain);
        const auto text = render(reply.text, fields, m_paragraphs, isShort ? ReplyFormat::Plain : ReplyFormat::Composed);
        if (!subject || !text || !subject->isReady() || !text->isReady())
            return std::nullopt;
        r.subject = subject->text;
        r.text = isShort ? text->text : withFewMasks(text->text);
        reply.recipients.append(toJson(r));
    }
    if (!gapsOf(reply).isEmpty())
        return std::nullopt;
    return reply;
}

Instant ReplyWriter::later(Instant after)
{
    const double hours = 2 + m_chance.unit() * 20;
    const double left = double(m_until.ms - after.ms);
    return {after.ms + qint64(std::min(hours * double(hourMs), left / 4))}; // never after the demo's present
}

//! Whoever decides next: themselves, or who stands in for them.
Actor ReplyWriter::deciderOf(const Reply &reply) const
{
    const Lookup known = lookup();
    for (const bool isDeputy : {false, true}) {
        for (const User &user : m_town.users) {
            const Actor actor = actorFor(user, {});
            const auto mine = user.absent ? std::nullopt : decidable(reply, actor, known);
            if (mine && (mine->onBehalf != user.id) == isDeputy)
                return actor;
        }
    }
    return {};
}

void ReplyWriter::write(const QList<Request> &answered, const QString &code, const Course &course, QList<IntakeRecord> &into)
{
    auto begun = composed(answered, code);
    if (!begun)
        return;
    Reply written = *begun;
    const Instant received = answered.last().receivedAt;
    Instant at = later(received);
    written.at = at;
    written.id = makeId(at, m_chance.generator());
    const QJsonArray circuit = replyCircuitFor(written, lookup());
    QJsonObject document;
    const auto apply = [&](const QJsonObject &set, const Id &by) {
        const bool isNew = document.isEmpty();
        const QJsonObject before = document;
        document = settled(overlaid(describe(Kind::Reply), document, set));
        QJsonObject fields = set;
        if (document.value("state"_L1) != before.value("state"_L1))
            fields.insert(u"state"_s, document.value("state"_L1).isUndefined() ? QJsonValue() : document.value("state"_L1));
        into.append({isNew ? Verb::Create : Verb::Patch, Kind::Reply, written.id, isNew ? document : fields, at, by});
    };
    const auto now = [&] { return fromDocument<Reply>(written.id, document); };
    if (course.isDraft)
        return apply(difference(describe(Kind::Reply), {}, toDocument(written)), written.author);
    Reply none;
    none.id = written.id;
    apply(submission(none, written, circuit, {written.author, at}), written.author);
    const auto sendBack = [&](ReplyAct act, const QStringList &reasons) {
        at = later(at);
        const Actor actor = deciderOf(now());
        if (const auto part = decidable(now(), actor, lookup()))
            apply(sendingBack(now(), act, *part, {actor.user, at}, m_chance.pick(reasons)), actor.user);
    };
    if (course.isSecondRound) {
        sendBack(ReplyAct::Returned, m_replies.returns);
        at = later(at);
        apply(submission(now(), now(), circuit, {written.author, at}), written.author);
    }
    while (now().state == ReplyState::InApproval && (course.isSent || openPartsOf(now()).first().step < course.approvals)) {
        at = later(at);
        const Reply seen = now();
        const Actor actor = deciderOf(seen);
        const auto part = decidable(seen, actor, lookup());
        if (!part)
            return; // nobody of that role is there
        Reply wanted = seen;
        const bool isLast = part->part.step + 1 == course.approvals;
        if (course.isChanged && isLast) {
            for (const auto &[from, to] : m_replies.changes) {
                wanted.text.replace(from, to);
                QJsonArray recipients;
                for (const QJsonValue &value : std::as_const(wanted.recipients)) {
                    Recipient r = recipientFrom(value);
                    r.text.replace(from, to);
                    recipients.append(toJson(r));
                }
                wanted.recipients = recipients;
            }
        }
        apply(approval(seen, wanted, *part, {actor.user, at}), actor.user);
        if (course.isChanged && isLast && openPartsOf(now()).first().step < course.approvals)
            break; // who approved before looks again
    }
    if (course.isRemarked) {
        at = later(at);
        apply(remark(now(), {written.author, at}, m_chance.pick(m_replies.remarks)), written.author);
    }
    if (course.end)
        sendBack(*course.end, *course.end == ReplyAct::Refused ? m_replies.refusals : m_replies.returns);
    if (now().state == ReplyState::Approved)
        send(now(), at, into);
}

//! What goes out, and what became of it. Nothing is left to a hub to send.
void ReplyWriter::send(const Reply &reply, Instant at, QList<IntakeRecord> &into)
{
    const QList<Recipient> all = recipientsOf(reply);
    for (const Recipient &r : all) {
        Dispatch d = dispatchFor(reply, r);
        d.signatory = signatoryOf(reply, lookup());
        d.queuedAt = d.changedAt = d.notBefore = at;
        const bool isByPeople = !isSentByHub(r.channel);
        const auto request = fromDocument<Request>(r.request, m_requests.value(r.request));
        if (isByPeople && isOpen(request.status)) // somebody still has to
            d.state = r.channel == ReplyChannel::Letter && m_chance.hits(0.3) ? DispatchState::Printed : DispatchState::Queued;
        else if (r.channel == ReplyChannel::Email && m_chance.hits(0.12))
            d.state = DispatchState::Failed;
        else if (r.channel == ReplyChannel::Sms)
            d.state = m_chance.hits(0.9) ? DispatchState::Delivered : DispatchState::Uncertain;
        else
            d.state = DispatchState::Sent;
        if (d.state == DispatchState::Failed)
            d.error = u"550 5.1.1 user unknown"_s;
        if (!isByPeople)
            d.attempts = 1;
        if (r.channel == ReplyChannel::Email)
            d.messageId = idText(d.id) + u"@ingeville.example"_s;
        into.append({Verb::Create, Kind::Dispatch, d.id, toDocument(d), at, {}});
    }
}

//! Requests of one service, answered together.
void ReplyWriter::toMany(QList<IntakeRecord> &into)
{
    QHash<Id, QList<Request>> byService;
    const Lookup known = lookup();
    for (const Request &request : std::as_const(m_open)) {
        const bool isLit = m_town.service(request.service)->unit.code == "eclairage"_L1;
        if (isLit || replyCircuitFor(m_requests.value(request.id), known).size() > 1)
            byService[request.service].append(request);
    }
    QList<Request> most;
    for (const Service &service : m_town.services) { // in their order: a hash has none
        QList<Request> here = byService.value(service.unit.id);
        std::stable_sort(here.begin(), here.end(), [&](const Request &a, const Request &b) {
            const auto steps = [&](const Request &r) { return replyCircuitFor(m_requests.value(r.id), known).size(); };
            return steps(a) > steps(b);
        });
        const bool isBetter = service.unit.code == "eclairage"_L1 ? here.size() >= many : here.size() > most.size();
        if (isBetter && most.size() < many && !here.isEmpty() &&
            replyCircuitFor(m_requests.value(here.first().id), known).size() > 1)
            most = here;
    }
    QList<Request> reached;
    for (const Request &request : std::as_const(most)) {
        if (reached.size() < many && composed({request}, {})) // there is a way to reach them
            reached.append(request);
    }
    most = reached;
    constexpr qsizetype fewest = 3;
    if (most.size() < fewest)
        return;
    for (const Request &request : std::as_const(most))
        m_open.removeIf([&request](const Request &r) { return r.id == request.id; });
    const Id filed = most.first().id;
    std::sort(most.begin() + 1, most.end(), [](const Request &a, const Request &b) { return a.receivedAt < b.receivedAt; });
    if (most.first().id == filed)
        write(most, {}, {.approvals = 1}, into);
}

void ReplyWriter::finish(QList<IntakeRecord> &into)
{
    for (const ReplyTemplate &t : m_replies.templates)
        into.append({Verb::Create, Kind::Template, t.id, toDocument(t), m_until, t.author});
    toMany(into);
    const auto each = [&](int count, bool isOpen, int steps, const QStringList &codes, const Course &course) {
        for (int i = 0; i < count; ++i) {
            const auto request = take(isOpen, steps);
            if (!request)
                return;
            const bool isSms = request->replyChannel == ReplyChannel::Sms;
            write({*request}, isSms ? u"sms"_s : codes.at(i % codes.size()), course, into);
        }
    };
    // For the director general, after the head of the service.
    each(24, true, 2, {u"travaux"_s}, {.approvals = 1});
    each(8, true, 2, {u"etude"_s}, {.approvals = 1});
    each(6, true, 2, {u"refus"_s, u"etude"_s}, {.approvals = 1, .isRemarked = true});
    each(4, true, 2, {u"travaux"_s, u"etude"_s}, {.approvals = 1, .isChanged = true});
    each(4, true, 2, {u"refus"_s, u"travaux"_s}, {.approvals = 1, .isSecondRound = true});
    each(5, true, 3, {u"etude"_s, u"refus"_s}, {.approvals = 2});
    each(3, true, 3, {u"etude"_s, u"travaux"_s}, {.approvals = 2, .isChanged = true});
    each(8, true, 1, {u"travaux"_s, u"etude"_s}, {});
    each(6, true, 2, {u"travaux"_s, u"refus"_s}, {.approvals = 1, .end = ReplyAct::Returned});
    each(3, true, 2, {u"etude"_s}, {.approvals = 1, .end = ReplyAct::Refused});
    each(3, true, 1, {u"etude"_s}, {.isDraft = true});
    each(8, true, 1, {u"travaux"_s, u"etude"_s}, {.isSent = true});
    each(20, false, 1, {u"fait"_s}, {.isSent = true});
}

} // namespace parvis
