#include "domain/reply.h"

#include "base/text.h"
#include "domain/notifying.h"
#include "domain/smslength.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // keys are sorted
}

void put(QJsonObject &into, QLatin1StringView name, const QJsonValue &value)
{
    if (const QJsonValue v = normal(value); !v.isNull())
        into.insert(name, v);
}

std::optional<ReplyDecision> decisionFrom(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto act = fromToken<ReplyAct>(json.value("act"_L1).toString());
    if (!act)
        return std::nullopt;
    ReplyDecision d;
    d.n = json.value("n"_L1).toInt();
    d.round = json.value("round"_L1).toInt();
    d.step = json.value("step"_L1).toInt(-1);
    d.part = json.value("part"_L1).toInt(-1);
    d.act = *act;
    d.by = idOf(json.value("by"_L1));
    d.onBehalf = idOf(json.value("on_behalf"_L1));
    d.at = Instant{json.value("at"_L1).toInteger()};
    d.seal = json.value("seal"_L1).toString();
    d.text = json.value("text"_L1).toString();
    d.was = json.value("was"_L1).toObject();
    return d;
}

//! What approvers see, and nobody else may change meanwhile.
bool isSameContent(const Reply &a, const Reply &b)
{
    return a.subject == b.subject && a.text == b.text && a.recipients == b.recipients && a.attachments == b.attachments &&
           a.purpose == b.purpose;
}

//! What is said once, at a submission.
bool isSameFrame(const Reply &a, const Reply &b)
{
    return a.round == b.round && a.circuit == b.circuit;
}

bool hasReason(const ReplyDecision &d)
{
    return !d.text.trimmed().isEmpty();
}

//! Nothing of what was approved has left yet.
bool isStillHere(const Reply &reply, const Lookup &lookup)
{
    const QList<Recipient> all = recipientsOf(reply);
    return std::all_of(all.begin(), all.end(), [&](const Recipient &r) {
        const auto document = lookup(Kind::Dispatch, dispatchId(reply.id, reply.seal, r.request));
        return !document || mayCancel(fromDocument<Dispatch>({}, *document));
    });
}

//! Judges one decision that is added to a reply.
class Judge
{
public:
    Judge(const Reply &before, const Reply &after, const Actor &actor, const Lookup &lookup)
        : m_before(before), m_after(after), m_actor(actor), m_lookup(lookup)
    {}

    Refusal refusal(const ReplyDecision &d) const
    {
        if (d.by != m_actor.user || m_actor.roles.empty())
            return Refusal::NotAllowed;
        const bool changesText = !isSameContent(m_before, m_after);
        const bool mayChange = d.act == ReplyAct::Submitted || d.act == ReplyAct::Approved;
        if ((changesText && !mayChange) || (d.act != ReplyAct::Submitted && !isSameFrame(m_before, m_after)))
            return Refusal::WrongMove;
        const bool isSigned = m_after.signature != m_before.signature;
        if (isSigned && !isOwnSignature(d))
            return Refusal::NotAllowed;
        switch (d.act) {
        case ReplyAct::Submitted: return submitted(d);
        case ReplyAct::Approved: return approved(d);
        case ReplyAct::Returned:
        case ReplyAct::Refused: return sentBack(d);
        case ReplyAct::TakenBack: return takenBack(d);
        case ReplyAct::Withdrawn: return withdrawn();
        case ReplyAct::Remarked: return hasReason(d) ? Refusal::None : Refusal::MissingField;
        }
        return Refusal::WrongValue;
    }

private:
    //! The image of a signature is put there by its owner, approving in their own name; a new round takes it away.
    bool isOwnSignature(const ReplyDecision &d) const
    {
        if (m_after.signature.isEmpty())
            return true;
        return d.act == ReplyAct::Approved && d.onBehalf.isNull() && idOf(m_after.signature.value("user"_L1)) == m_actor.user;
    }

    Refusal submitted(const ReplyDecision &d) const
    {
        if (m_before.state != ReplyState::Draft || m_after.round != m_before.round + 1 || d.round != m_after.round)
            return Refusal::WrongMove;
        if (!m_actor.may(Permission::Progress))
            return Refusal::NotAllowed;
        if (!gapsOf(m_after).isEmpty())
            return Refusal::MissingField;
        if (!m_lookup(Kind::Request, m_after.request))
            return Refusal::UnknownTarget;
        if (!seesAllRequests())
            return Refusal::OutOfScope;
        if (m_after.circuit != replyCircuitFor(m_after, m_lookup) || !m_after.signature.isEmpty())
            return Refusal::WrongValue;
        return isSealed(d) ? Refusal::None : Refusal::WrongValue;
    }

    //! Nobody answers requests that they don't see.
    bool seesAllRequests() const
    {
        const QList<Recipient> all = recipientsOf(m_after);
        return std::all_of(all.begin(), all.end(), [this](const Recipient &r) {
            const auto request = m_lookup(Kind::Request, r.request);
            return request && sees(m_actor, scopeOf(Kind::Request, *request, m_lookup));
        });
    }

    //! Whoever approves may change what is said, not to whom.
    bool isToTheSame() const
    {
        const QList<Recipient> before = recipientsOf(m_before), after = recipientsOf(m_after);
        return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](Recipient a, const Recipient &b) {
            a.subject = b.subject;
            a.text = b.text;
            return a == b;
        });
    }

    bool isSealed(const ReplyDecision &d) const { return m_after.seal == sealOf(m_after) && d.seal == m_after.seal; }

    //! It is about the text that stands there, and its step is theirs.
    Refusal step(const ReplyDecision &d) const
    {
        if (m_before.state != ReplyState::InApproval || d.round != m_before.round)
            return Refusal::WrongMove;
        const auto open = openPartsOf(m_before);
        const auto it =
            std::find_if(open.begin(), open.end(), [&d](const OpenPart &p) { return p.step == d.step && p.part == d.part; });
        if (it == open.end())
            return Refusal::WrongMove;
        const auto onBehalf =
            decider(it->who, serviceOf(), m_actor, m_lookup, m_before.overdue == overdueMark(m_before.round, d.step));
        const bool isTheirs = onBehalf && (d.onBehalf.isNull() ? *onBehalf == m_actor.user : *onBehalf == d.onBehalf);
        return isTheirs ? Refusal::None : Refusal::NotAllowed;
    }

    Refusal approved(const ReplyDecision &d) const
    {
        if (const Refusal r = step(d); r != Refusal::None)
            return r;
        const bool changesText = !isSameContent(m_before, m_after);
        if (changesText && !gapsOf(m_after).isEmpty())
            return Refusal::MissingField;
        if (!isToTheSame())
            return Refusal::WrongValue;
        if (changesText ? !isSealed(d) : m_after.seal != m_before.seal)
            return Refusal::WrongValue;
        if (d.seal != m_after.seal) // they saw another text
            return Refusal::Superseded;
        const QJsonObject was = changesText ? contentBefore(m_before, m_after) : QJsonObject();
        return d.was == was ? Refusal::None : Refusal::WrongValue;
    }

    Refusal sentBack(const ReplyDecision &d) const
    {
        if (m_after.seal != m_before.seal)
            return Refusal::WrongMove;
        const bool isAuthor = m_before.author == m_actor.user && d.act == ReplyAct::Returned && d.step < 0;
        if (isAuthor && m_before.state == ReplyState::InApproval && d.round == m_before.round)
            return Refusal::None;
        if (const Refusal r = step(d); r != Refusal::None)
            return r;
        return hasReason(d) ? Refusal::None : Refusal::ReasonMissing;
    }

    Refusal takenBack(const ReplyDecision &d) const
    {
        if (m_after.seal != m_before.seal || d.round != m_before.round)
            return Refusal::WrongMove;
        if (d.step < 0) { // a withdrawal, by its author: all is as it was
            if (m_before.state != ReplyState::Withdrawn)
                return Refusal::WrongMove;
            return m_before.author == m_actor.user ? Refusal::None : Refusal::NotAllowed;
        }
        const bool isInTime = m_before.state == ReplyState::InApproval ||
                              (m_before.state == ReplyState::Approved && isStillHere(m_before, m_lookup));
        const auto theirs = approvalOf(m_before, d.step, d.part);
        if (!isInTime || !theirs)
            return Refusal::WrongMove;
        return theirs->by == m_actor.user ? Refusal::None : Refusal::NotAllowed;
    }

    Refusal withdrawn() const
    {
        if (m_after.seal != m_before.seal)
            return Refusal::WrongMove;
        if (m_before.author != m_actor.user)
            return Refusal::NotAllowed;
        const bool isOpen = m_before.state == ReplyState::Draft || m_before.state == ReplyState::InApproval ||
                            (m_before.state == ReplyState::Approved && isStillHere(m_before, m_lookup));
        return isOpen ? Refusal::None : Refusal::WrongMove;
    }

    Id serviceOf() const
    {
        const auto request = m_lookup(Kind::Request, m_before.request);
        return request ? idOf(request->value("service"_L1)) : Id();
    }

    const Reply &m_before;
    const Reply &m_after;
    const Actor &m_actor;
    const Lookup &m_lookup;
};

Refusal createRefusal(const Reply &reply, const Actor &actor, const Lookup &lookup)
{
    if (reply.request.isNull())
        return Refusal::MissingField;
    if (!lookup(Kind::Request, reply.request))
        return Refusal::UnknownTarget;
    return reply.author == actor.user ? Refusal::None : Refusal::NotAllowed;
}

} // namespace

EntityDescription Reply::description()
{
    using R = Reply;
    return {kind,
            {field<&R::request>("request", Merge::Fixed), field<&R::purpose>("purpose", Merge::FirstWins),
             field<&R::author>("author", Merge::Fixed, Purpose::Accountability), field<&R::at>("at", Merge::Fixed),
             field<&R::replyTemplate>("template", Merge::FirstWins),
             field<&R::subject>("subject", Merge::FirstWins, Purpose::Answering),
             field<&R::text>("text", Merge::LongText, Purpose::Answering),
             field<&R::recipients>("recipients", Merge::CompareAndSet, Purpose::Answering, "recipients"),
             field<&R::attachments>("attachments", Merge::FirstWins, Purpose::Answering),
             field<&R::round>("round", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::circuit>("circuit", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::seal>("seal", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::signature>("signature", Merge::CompareAndSet, Purpose::Accountability, "signature"),
             field<&R::decisions>("decisions", Merge::Set, Purpose::Accountability), field<&R::state>("state", Merge::Hub),
             field<&R::overdue>("overdue", Merge::Hub)}};
}

QJsonObject toJson(const Recipient &r)
{
    QJsonObject json{{u"request"_s, idText(r.request)}, {u"channel"_s, token(r.channel)}};
    put(json, "citizen"_L1, r.citizen.isNull() ? QString() : idText(r.citizen));
    put(json, "name"_L1, r.name);
    put(json, "lines"_L1, QJsonArray::fromStringList(r.lines));
    put(json, "to"_L1, r.to);
    put(json, "subject"_L1, r.subject);
    put(json, "text"_L1, r.text);
    return json;
}

Recipient recipientFrom(const QJsonValue &json)
{
    Recipient r;
    r.request = idOf(json["request"_L1]);
    r.citizen = idOf(json["citizen"_L1]);
    r.channel = fromToken<ReplyChannel>(json["channel"_L1].toString()).value_or(ReplyChannel::None);
    r.name = json["name"_L1].toString();
    const QJsonArray lines = json["lines"_L1].toArray();
    for (const QJsonValue &line : lines)
        r.lines.append(line.toString());
    r.to = json["to"_L1].toString();
    r.subject = json["subject"_L1].toString();
    r.text = json["text"_L1].toString();
    return r;
}

QList<Recipient> recipientsOf(const Reply &reply)
{
    QList<Recipient> all;
    for (const QJsonValue &value : reply.recipients)
        all.append(recipientFrom(value));
    return all;
}

QJsonObject toJson(const Enclosure &e)
{
    QJsonObject json{{u"name"_s, e.name}, {u"sha256"_s, e.sha256}, {u"bytes"_s, e.bytes}};
    put(json, "attachment"_L1, e.attachment.isNull() ? QString() : idText(e.attachment));
    put(json, "media_type"_L1, e.mediaType);
    return json;
}

QList<Enclosure> enclosuresOf(const QJsonArray &attachments)
{
    QList<Enclosure> all;
    for (const QJsonValue &value : attachments)
        all.append({idOf(value["attachment"_L1]), value["name"_L1].toString(), value["sha256"_L1].toString(),
                    value["media_type"_L1].toString(), value["bytes"_L1].toInteger()});
    return all;
}

Dispatch dispatchFor(const Reply &reply, const Recipient &r)
{
    Dispatch d;
    d.id = dispatchId(reply.id, reply.seal, r.request);
    d.request = r.request;
    d.reply = reply.id;
    d.purpose = reply.purpose == ReplyPurpose::Answer ? DispatchPurpose::Answer : DispatchPurpose::Interim;
    d.citizen = r.citizen;
    d.channel = r.channel;
    d.name = r.name;
    d.lines = QJsonArray::fromStringList(r.lines);
    d.to = r.to;
    d.subject = r.subject;
    d.text = r.text;
    d.attachments = reply.attachments;
    return d;
}

QString decisionText(const ReplyDecision &d)
{
    QJsonObject json{{u"n"_s, d.n}, {u"round"_s, d.round}, {u"act"_s, token(d.act)}, {u"by"_s, idText(d.by)}};
    if (d.step >= 0) {
        json.insert(u"step"_s, d.step);
        json.insert(u"part"_s, d.part);
    }
    put(json, "on_behalf"_L1, d.onBehalf.isNull() ? QString() : idText(d.onBehalf));
    if (d.at.isSet())
        json.insert(u"at"_s, d.at.ms);
    put(json, "seal"_L1, d.seal);
    put(json, "text"_L1, d.text);
    put(json, "was"_L1, d.was);
    return QString::fromUtf8(compact(json));
}

QList<ReplyDecision> decisionsOf(const Reply &reply)
{
    QList<ReplyDecision> all;
    for (const QString &text : reply.decisions) {
        if (const auto d = decisionFrom(text))
            all.append(*d);
    }
    std::sort(all.begin(), all.end(), [](const ReplyDecision &a, const ReplyDecision &b) {
        return std::tuple(a.n, a.by, a.at.ms) < std::tuple(b.n, b.by, b.at.ms); // no clock says who was first
    });
    return all;
}

QString sealOf(const Reply &reply)
{
    const QJsonObject what{{u"request"_s, idText(reply.request)}, {u"purpose"_s, token(reply.purpose)},
                           {u"subject"_s, reply.subject},         {u"text"_s, reply.text},
                           {u"recipients"_s, reply.recipients},   {u"attachments"_s, reply.attachments}};
    return QString::fromLatin1(QCryptographicHash::hash(compact(what), QCryptographicHash::Blake2b_256).toHex());
}

std::optional<ReplyDecision> approvalOf(const Reply &reply, int step, int part)
{
    std::optional<ReplyDecision> found;
    const QList<ReplyDecision> all = decisionsOf(reply);
    for (const ReplyDecision &d : all) {
        if (d.round != reply.round || d.step != step || d.part != part)
            continue;
        if (d.act == ReplyAct::Approved && d.seal == reply.seal)
            found = d;
        else if (d.act == ReplyAct::TakenBack)
            found.reset();
    }
    return found;
}

static QList<OpenPart> waitingOn(const Reply &reply)
{
    QList<OpenPart> open;
    for (int step = 0; step < reply.circuit.size() && open.isEmpty(); ++step) {
        const QJsonArray parts = partsOf(reply.circuit.at(step));
        for (int part = 0; part < parts.size(); ++part) {
            if (!approvalOf(reply, step, part))
                open.append({step, part, parts.at(part).toObject()});
        }
    }
    return open;
}

QJsonObject signatoryOf(const Reply &reply, const Lookup &lookup)
{
    Id by = reply.author, onBehalf;
    if (!reply.circuit.isEmpty()) {
        const int step = int(reply.circuit.size()) - 1;
        const int part = int(partsOf(reply.circuit.at(step)).size()) - 1;
        if (const auto last = approvalOf(reply, step, part)) {
            by = last->by;
            onBehalf = last->onBehalf;
        }
    }
    return signatoryOf(reply, by, onBehalf, lookup);
}

QJsonObject signatoryOf(const Reply &reply, const Id &by, const Id &onBehalf, const Lookup &lookup)
{
    const auto document = lookup(Kind::User, by);
    if (!document)
        return {};
    const auto user = fromDocument<User>(by, *document);
    QJsonObject signatory{{u"name"_s, user.name}};
    if (!user.capacity.isEmpty())
        signatory.insert(u"capacity"_s, user.capacity);
    if (!onBehalf.isNull()) { // the letter is French; named first, so that no article is guessed for a capacity
        const auto absent = fromDocument<User>(onBehalf, lookup(Kind::User, onBehalf).value_or(QJsonObject()));
        const QString whose = absent.capacity.isEmpty() ? absent.name + u' ' : absent.name + u", "_s + absent.capacity + u", "_s;
        signatory.insert(u"delegation"_s, u"Pour %1et par délégation,"_s.arg(whose));
    } else if (idOf(reply.signature.value("user"_L1)) == by) {
        signatory.insert(u"image"_s, reply.signature.value("image"_L1));
    }
    return signatory;
}

ReplyState stateOf(const Reply &reply)
{
    const QList<ReplyDecision> all = decisionsOf(reply);
    const auto has = [&](ReplyAct act) {
        return std::any_of(all.begin(), all.end(),
                           [&](const ReplyDecision &d) { return d.act == act && d.round == reply.round; });
    };
    const auto withdrawal = std::find_if(all.rbegin(), all.rend(), [](const ReplyDecision &d) {
        return d.act == ReplyAct::Withdrawn || (d.act == ReplyAct::TakenBack && d.step < 0);
    });
    if (withdrawal != all.rend() && withdrawal->act == ReplyAct::Withdrawn)
        return ReplyState::Withdrawn;
    if (reply.round == 0)
        return ReplyState::Draft;
    if (has(ReplyAct::Refused))
        return ReplyState::Refused;
    if (has(ReplyAct::Returned))
        return ReplyState::Draft;
    return waitingOn(reply).isEmpty() ? ReplyState::Approved : ReplyState::InApproval;
}

QList<OpenPart> openPartsOf(const Reply &reply)
{
    return stateOf(reply) == ReplyState::InApproval ? waitingOn(reply) : QList<OpenPart>();
}

std::optional<MayDecide> decidable(const Reply &reply, const Actor &actor, const Lookup &lookup)
{
    const auto request = lookup(Kind::Request, reply.request);
    const Id service = request ? idOf(request->value("service"_L1)) : Id();
    std::optional<MayDecide> deputy;
    const QList<OpenPart> open = openPartsOf(reply);
    for (const OpenPart &part : open) {
        const auto whose = decider(part.who, service, actor, lookup, reply.overdue == overdueMark(reply.round, part.step));
        if (whose && *whose == actor.user)
            return MayDecide{part, *whose};
        if (whose && !deputy)
            deputy = MayDecide{part, *whose};
    }
    return deputy;
}

QString overdueMark(int round, int step)
{
    return u"%1/%2"_s.arg(round).arg(step);
}

QJsonObject contentBefore(const Reply &before, const Reply &after)
{
    QJsonObject was;
    if (before.subject != after.subject)
        was.insert(u"subject"_s, before.subject);
    if (before.text != after.text)
        was.insert(u"text"_s, before.text);
    if (before.attachments != after.attachments)
        was.insert(u"attachments"_s, before.attachments);
    if (was.isEmpty() && before.recipients != after.recipients)
        was.insert(u"recipients"_s, before.recipients);
    return was;
}

QList<ReplyGap> gapsOf(const Reply &reply)
{
    const QList<Recipient> all = recipientsOf(reply);
    QList<ReplyGap> gaps;
    const auto need = [&gaps](bool holds, ReplyGap gap) {
        if (!holds)
            gaps.append(gap);
    };
    const auto each = [&all](const auto &holds) { return std::all_of(all.begin(), all.end(), holds); };
    IdSet requests;
    for (const Recipient &r : all)
        requests.insert(r.request);
    need(!all.isEmpty() && all.size() <= mostRecipients && requests.size() == std::size_t(all.size()) &&
             !requests.contains(Id()) && each([](const Recipient &r) { return r.channel != ReplyChannel::None; }),
         ReplyGap::Recipient);
    need(each([](const Recipient &r) { return !r.text.trimmed().isEmpty(); }), ReplyGap::Text);
    need(each([](const Recipient &r) {
             const bool isCall = r.channel == ReplyChannel::Sms || r.channel == ReplyChannel::Phone;
             return r.channel == ReplyChannel::Email ? isMailAddress(r.to) : !isCall || !r.to.isEmpty();
         }),
         ReplyGap::Address);
    need(each([](const Recipient &r) { return r.channel != ReplyChannel::Letter || (!r.name.isEmpty() && !r.lines.isEmpty()); }),
         ReplyGap::LetterAddress);
    need(each([](const Recipient &r) { return r.channel != ReplyChannel::Sms || smsLength(r.text).parts <= mostSmsParts; }),
         ReplyGap::TooLong);
    return gaps;
}

Refusal replyRefusal(const Id &id, const QJsonObject &before, const QJsonObject &after, const Actor &actor, const Lookup &lookup)
{
    const auto then = fromDocument<Reply>(id, before);
    const auto now = fromDocument<Reply>(id, after);
    if (const QString word = after.value("purpose"_L1).toString(); !word.isEmpty() && !fromToken<ReplyPurpose>(word))
        return Refusal::WrongValue;
    if (before.isEmpty()) {
        if (const Refusal r = createRefusal(now, actor, lookup); r != Refusal::None)
            return r;
    }
    if (!std::includes(now.decisions.begin(), now.decisions.end(), then.decisions.begin(), then.decisions.end()))
        return Refusal::FixedField; // what was decided stays
    TokenSet added;
    std::set_difference(now.decisions.begin(), now.decisions.end(), then.decisions.begin(), then.decisions.end(),
                        std::inserter(added, added.end()));
    if (added.size() > 1)
        return Refusal::WrongMove;
    if (added.size() == 1) {
        const auto decision = decisionFrom(*added.begin());
        // Only in its one form is a decision one entry of the set.
        if (!decision || decisionText(*decision) != *added.begin())
            return Refusal::WrongValue;
        Reply begun = then;
        if (before.isEmpty()) {
            begun.request = now.request;
            begun.author = now.author;
        }
        return Judge(begun, now, actor, lookup).refusal(*decision);
    }
    const bool isFramed = !isSameFrame(then, now) || then.seal != now.seal || then.signature != now.signature;
    if (isFramed)
        return Refusal::WrongMove;
    if (isSameContent(then, now) && then.replyTemplate == now.replyTemplate)
        return Refusal::None;
    if (then.state != ReplyState::Draft)
        return Refusal::WrongMove; // what somebody approves does not change under them
    return actor.may(Permission::Progress) ? Refusal::None : Refusal::NotAllowed;
}

QJsonObject settled(QJsonObject document)
{
    const ReplyState state = stateOf(fromDocument<Reply>({}, document));
    if (state == ReplyState::Draft)
        document.remove("state"_L1);
    else
        document.insert("state"_L1, QString(token(state)));
    return document;
}

} // namespace parvis
