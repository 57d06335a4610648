#include "domain/dispatch.h"
#include "domain/replymoves.h"
#include "simdesk.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

const QStringList lines{u"Bonjour."_s, u"Bonjour, c'est fait."_s, u"Votre demande est refusée."_s, u"Nous revenons vers vous."_s};

//! To those whom it answers already, else where it is filed and to \a others; each reads something of their own.
void write(Reply &reply, const QString &text, ReplyChannel channel, const IdSet &others = {})
{
    QList<Id> requests{reply.request};
    for (const Id &other : others) {
        if (other != reply.request)
            requests.append(other);
    }
    const QList<Recipient> before = recipientsOf(reply);
    if (!before.isEmpty()) {
        requests.clear();
        for (const Recipient &r : before)
            requests.append(r.request);
    }
    reply.text = text;
    reply.recipients = {};
    for (qsizetype i = 0; i < requests.size(); ++i) {
        Recipient r;
        r.request = requests.at(i);
        r.channel = channel;
        r.name = u"Mme Dumont %1"_s.arg(i);
        r.lines = QStringList{u"3 rue du Pont"_s};
        r.to = channel == ReplyChannel::Email ? u"dumont@example.org"_s : u"+33600000000"_s;
        r.text = u"%1 (%2)"_s.arg(text).arg(i);
        reply.recipients.append(toJson(r));
    }
}

} // namespace

//! Somebody writes to a citizen, submits, changes, approves, returns, takes back, or says what was posted.
void SimDesk::answerCitizens()
{
    std::optional<Id> id;
    for (int i = 0; i < 5 && !id && !m_town.replies.isEmpty(); ++i) {
        const Id any = m_town.replies.at(m_world.pick(int(m_town.replies.size())));
        if (!document(Kind::Reply, any).isEmpty())
            id = any;
    }
    if (!id || m_world.chance(0.2))
        return beginReply();
    const Reply reply = fromDocument<Reply>(*id, document(Kind::Reply, *id));
    if (reply.state == ReplyState::Draft)
        submitReply(reply);
    else if (reply.state == ReplyState::Approved && m_world.chance(0.6))
        workOnDispatch(reply);
    else
        decideReply(reply);
}

void SimDesk::beginReply()
{
    const auto request = knownRequest();
    if (!request)
        return;
    Reply reply;
    reply.id = makeId(m_clock.now(), m_ids);
    reply.request = *request;
    reply.author = m_user;
    reply.at = m_clock.now();
    const Reply empty;
    const ReplyChannel channel = m_world.chance(0.6) ? ReplyChannel::Email : ReplyChannel::Letter;
    IdSet others;
    while (m_world.chance(0.6) && others.size() < 4) {
        if (const auto other = knownRequest())
            others.insert(*other);
    }
    write(reply, lines.at(m_world.pick(4)), channel, others);
    const QJsonArray circuit = replyCircuitFor(reply, lookup());
    const QJsonObject set = m_world.chance(0.6) ? submission(empty, reply, circuit, {m_user, m_clock.now()}) : toDocument(reply);
    if (submit({{Kind::Reply, Verb::Create, reply.id, set, {}, 0}}))
        m_town.replies.append(reply.id);
}

void SimDesk::submitReply(const Reply &reply)
{
    Reply written = reply;
    if (m_world.chance(0.6))
        write(written, lines.at(m_world.pick(4)) + lines.at(m_world.pick(4)), ReplyChannel::Email);
    const bool isOnly = m_world.chance(0.3); // and goes on writing
    const QJsonArray circuit = replyCircuitFor(written, lookup());
    const QJsonObject set = isOnly ? difference(describe(Kind::Reply), toDocument(reply), toDocument(written))
                                   : submission(reply, written, circuit, {m_user, m_clock.now()});
    submit({{Kind::Reply, Verb::Patch, reply.id, set, {}, 0}});
}

void SimDesk::decideReply(const Reply &reply)
{
    const ReplyActor who{m_user, m_clock.now()};
    const auto part = decidable(reply, actor(), lookup()).value_or(MayDecide{{}, m_user}); // who may not, tries all the same
    QJsonObject set;
    switch (m_world.pick(10)) {
    case 0: set = sendingBack(reply, ReplyAct::Returned, part, who, u"Plus court"_s); break;
    case 1:
        set = m_world.chance(0.3) ? sendingBack(reply, ReplyAct::Refused, part, who, u"Non"_s)
                                  : parvis::remark(reply, who, u"Vu"_s);
        break;
    case 2: {
        const auto own = ownApprovals(reply, m_user);
        set = own.isEmpty() ? QJsonObject() : takingBack(reply, own.first(), who);
        break;
    }
    case 3: set = m_world.chance(0.5) ? takingUp(reply, who) : withdrawal(reply, who); break;
    case 4:
    case 5: {
        Reply changed = reply;
        const QList<Recipient> to = recipientsOf(reply);
        write(changed, lines.at(m_world.pick(4)), to.isEmpty() ? ReplyChannel::Email : to.first().channel);
        set = approval(reply, changed, part, who);
        break;
    }
    default: set = approval(reply, reply, part, who); break;
    }
    if (!set.isEmpty())
        submit({{Kind::Reply, Verb::Patch, reply.id, set, {}, 0}});
}

//! Printed, posted, tried again.
void SimDesk::workOnDispatch(const Reply &reply)
{
    const QList<Recipient> all = recipientsOf(reply);
    const Id id = dispatchId(reply.id, reply.seal, all.at(m_world.pick(int(all.size()))).request);
    const QJsonObject found = document(Kind::Dispatch, id);
    if (found.isEmpty())
        return;
    const QList<DispatchState> next = nextStates(fromDocument<Dispatch>(id, found));
    if (next.isEmpty())
        return;
    const QJsonObject set{{u"state"_s, token(next.at(m_world.pick(int(next.size()))))}, {u"done_by"_s, idText(m_user)}};
    submit({{Kind::Dispatch, Verb::Patch, id, set, {}, 0}});
}

} // namespace parvis
