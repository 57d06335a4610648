#pragma once

#include "domain/replymoves.h"
#include "domain/template.h"
#include "domain/workflow.h"
#include "testtown.h"

#include <QtTest/QTest>

// A town in which replies are approved and what goes out is sent, for its tests.

namespace parvis {

using namespace Qt::StringLiterals;

class OutgoingTown : public QObject
{
protected:
    static HubSettings sending()
    {
        HubSettings settings;
        settings.outlets = {true, true, true};
        return settings;
    }
    static QJsonObject byPerson(const Caller &who) { return {{u"title"_s, who.user.name}, {u"user"_s, idText(who.user.id)}}; }
    void begin()
    {
        m_town = std::make_unique<TestTown>(u":memory:"_s, sending());
        m_town->clock.advance(QDateTime({2026, 11, 16}, {8, 0}, Qt::UTC).toMSecsSinceEpoch() - m_town->clock.now().ms);
        m_body = unit({{u"level"_s, u"body"_s},
                       {u"name"_s, u"Ville d'Ingeville"_s},
                       {u"code"_s, u"ville"_s},
                       {u"phone"_s, u"+33326000000"_s},
                       {u"letterhead"_s, QJsonObject{{u"lines"_s, QJsonArray{u"Hôtel de ville"_s, u"51000 Ingeville"_s}}}}});
        m_service = unit({{u"name"_s, u"Voirie"_s}, {u"parent"_s, idText(m_body)}});
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_service});
        m_first = m_town->agent(Role::Supervisor);
        m_second = m_town->agent(Role::Supervisor);
        m_clerk = m_town->agent(Role::MailClerk);
        set(Kind::Unit, m_body,
            {{u"reply_circuits"_s, QJsonObject{{u"*"_s, QJsonArray{byPerson(m_first), byPerson(m_second)}}}}});
        m_citizen = m_town->create(m_desk, Kind::Citizen,
                                   {{u"last_name"_s, u"Dumont"_s},
                                    {u"email"_s, u"dumont@example.org"_s},
                                    {u"phone"_s, u"+33600000000"_s},
                                    {u"address"_s, u"3 rue du Pont, 51000 Ingeville"_s}});
        m_request = m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}});
    }
    QJsonObject letterLeft()
    {
        return {{u"request"_s, idText(m_request)},
                {u"citizen"_s, idText(m_citizen)},
                {u"channel"_s, u"letter"_s},
                {u"outgoing"_s, true},
                {u"agent"_s, idText(m_referent.user.id)},
                {u"text"_s, u"Madame, Monsieur,\n\nVotre demande est au département."_s},
                {u"post"_s, true}};
    }
    Dispatch dispatch(const Id &id) { return fromDocument<Dispatch>(id, m_town->document(Kind::Dispatch, id)); }
    Id unit(QJsonObject fields)
    {
        const Id id = m_town->newId();
        Q_UNUSED(m_town->hub.intake({{Verb::Create, Kind::Unit, id, std::move(fields), {}, {}}}))
        return id;
    }
    void set(Kind kind, const Id &id, const QJsonObject &fields)
    {
        QVERIFY(m_town->hub.intake({{Verb::Patch, kind, id, fields, {}, {}}}));
    }
    Lookup lookup()
    {
        return [this](Kind kind, const Id &id) {
            const QJsonObject found = m_town->document(kind, id);
            return found.isEmpty() ? std::nullopt : std::optional(found);
        };
    }
    ReplyActor who(const Caller &caller) const { return {caller.user.id, m_town->clock.now()}; }
    Reply record(const Id &id) { return fromDocument<Reply>(id, m_town->document(Kind::Reply, id)); }
    QJsonArray circuit() { return replyCircuitFor(m_town->document(Kind::Request, m_request), lookup()); }
    Reply draft() const
    {
        Reply r;
        r.request = m_request;
        r.author = m_referent.user.id;
        return r;
    }
    void write(Reply &reply, ReplyChannel channel, const QString &text) const
    {
        reply.text = text;
        const QString to = channel == ReplyChannel::Email ? u"dumont@example.org"_s : u"+33600000000"_s;
        reply.recipients = {toJson(
            Recipient{m_request, m_citizen, channel, u"Mme Dumont"_s, {u"3 rue du Pont"_s}, to, u"Votre demande"_s, text})};
    }
    Id submitted(ReplyChannel channel)
    {
        Reply written = draft();
        write(written, channel, u"Bonjour."_s);
        return m_town->create(m_referent, Kind::Reply, submission({}, written, circuit(), who(m_referent)));
    }
    Id approved(ReplyChannel channel)
    {
        const Id id = submitted(channel);
        approve(m_first, id);
        approve(m_second, id);
        return id;
    }
    MayDecide may(const Caller &caller, const Reply &reply) { return *decidable(reply, caller.actor, lookup()); }
    PushVerdict push(const Caller &caller, const Id &reply, const QJsonObject &fields)
    {
        return m_town->patch(caller, Kind::Reply, reply, fields, m_town->head());
    }
    void approve(const Caller &caller, const Id &reply)
    {
        const Reply seen = record(reply);
        const PushVerdict v = push(caller, reply, approval(seen, seen, may(caller, seen), who(caller)));
        QCOMPARE(v.outcome, Outcome::Applied);
    }
    PushVerdict patch(const Caller &caller, const Id &dispatch, const QJsonObject &fields)
    {
        return m_town->patch(caller, Kind::Dispatch, dispatch, fields, m_town->head());
    }
    std::optional<OutgoingItem> claimed(ReplyChannel channel) { return m_town->hub.claimOutgoing(channel).value(); }
    void settle(const Id &id, const SendReport &report) { QVERIFY(m_town->hub.settleOutgoing(id, report)); }
    RequestStatus status() { return fromDocument<Request>({}, m_town->document(Kind::Request, m_request)).status; }
    //! In the order of their numbers.
    QList<Dispatch> dispatches()
    {
        QList<Dispatch> all;
        const auto read = m_town->store->read([&](HubReader &reader) {
            return reader.page(Kind::Dispatch, std::nullopt, {}, 1000, [&](const EntityRow &row) {
                all.append(fromDocument<Dispatch>(row.id, QJsonDocument::fromJson(row.document).object()));
                return true;
            });
        });
        Q_ASSERT(read);
        std::sort(all.begin(), all.end(), [](const Dispatch &a, const Dispatch &b) { return a.chrono < b.chrono; });
        return all;
    }

    std::unique_ptr<TestTown> m_town;
    Id m_body, m_service, m_citizen, m_request;
    Caller m_desk, m_referent, m_first, m_second, m_clerk;
};

} // namespace parvis
