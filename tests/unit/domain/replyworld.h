#pragma once

#include "domain/dispatch.h"
#include "domain/replymoves.h"
#include "unit/domain/cardworld.h"

// A request, its town, and a reply on it that is decided by mutations, as at the hub.

namespace parvis::replyworld {

using namespace parvis::cardworld;

inline const Id requestId = id(50), replyId = id(51), otherRequest = id(52);
inline const Id cabinet = id(20), elected = id(21);

inline QJsonObject byRole(const QString &title, Role role)
{
    return {{u"title"_s, title}, {u"role"_s, QString(token(role))}};
}

inline QJsonObject byPerson(const QString &title, const Id &user)
{
    return {{u"title"_s, title}, {u"user"_s, idText(user)}};
}

struct ReplyWorld : World
{
    ReplyWorld()
    {
        user(cabinet, Role::Supervisor, {});
        user(elected, Role::Supervisor, {});
        for (const Id &request : {requestId, otherRequest}) {
            Request r;
            r.subject = u"Nid-de-poule"_s;
            r.service = voirie;
            r.number = u"2026-000001"_s;
            documents[{Kind::Request, request}] = toDocument(r);
        }
        setReplyCircuit({byRole(u"Chef"_s, Role::Head), byPerson(u"Cabinet"_s, cabinet), byPerson(u"Élue"_s, elected)});
    }

    void setReplyCircuit(const QJsonArray &steps)
    {
        documents[{Kind::Unit, body}].insert(u"reply_circuits"_s, QJsonObject{{u"*"_s, steps}});
    }

    QJsonArray circuit() const { return replyCircuitFor(documents.at({Kind::Request, requestId}), lookup()); }

    Reply reply() const
    {
        const auto found = documents.find({Kind::Reply, replyId});
        return fromDocument<Reply>(replyId, found == documents.end() ? QJsonObject() : found->second);
    }

    //! As the hub: \a seen is the seq up to which \a who knew the reply.
    Decision push(const Id &who, const QJsonObject &set, std::optional<qint64> seen = {})
    {
        Mutation m;
        m.n = ++n;
        m.id = id(int(1000 + n));
        m.kind = Kind::Reply;
        m.target = replyId;
        const bool isNew = !documents.contains({Kind::Reply, replyId});
        m.verb = isNew ? Verb::Create : Verb::Patch;
        m.base = isNew ? 0 : seen.value_or(record.seq);
        m.set = set;
        const Decision d = decide(m, isNew ? nullptr : &record, actorOf(who), lookup());
        if (!d.effect.isEmpty()) {
            record.document = documents[{Kind::Reply, replyId}] = d.after;
            ++record.seq;
            if (isNew)
                record.created = {record.seq, deviceOf(who), m.n};
            const QStringList names = d.effect.keys();
            for (const QString &name : names)
                record.versions.insert(name, {record.seq, deviceOf(who), m.n});
        }
        last = d;
        return d;
    }

    static Id deviceOf(const Id &who) { return QUuid::createUuidV5(who, QByteArrayLiteral("device")); }
    Actor actorOf(const Id &who) const
    {
        Actor a = actor(who);
        a.device = deviceOf(who);
        return a;
    }

    std::optional<MayDecide> may(const Id &who) const { return decidable(reply(), actorOf(who), lookup()); }

    Decision submit(const QString &text = u"Bonjour."_s, const Id &who = referent)
    {
        Reply written = reply();
        const Reply seen = written;
        if (written.request.isNull()) {
            written.request = requestId;
            written.author = who;
        }
        write(written, text);
        return push(who, submission(seen, written, circuit(), {who, {}}));
    }

    static void write(Reply &reply, const QString &text)
    {
        reply.subject = u"Votre demande"_s;
        reply.text = text;
        Recipient r;
        r.request = requestId;
        r.channel = ReplyChannel::Email;
        r.name = u"Mme Dumont"_s;
        r.to = u"dumont@example.org"_s;
        r.subject = reply.subject;
        r.text = text;
        reply.recipients = {toJson(r)};
    }

    Decision approve(const Id &who)
    {
        const Reply seen = reply();
        return push(who, approval(seen, seen, may(who).value_or(MayDecide{{}, who}), {who, {}}));
    }

    Record record;
    Decision last;
    qint64 n = 0;
};

} // namespace parvis::replyworld
