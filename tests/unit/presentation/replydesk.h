#pragma once

#include "domain/replymoves.h"
#include "unit/presentation/smalldesk.h"

namespace parvis::smalltown {

//! A desk of the small town where replies of the street lighting go from Delmas to Vidal, for whom Roche stands in.
class ReplyDesk : public SmallDesk
{
public:
    ReplyDesk()
    {
        ReferenceRecords records = reference();
        const auto supervisor = [&](const QString &login, const QString &name, const QString &capacity) {
            User u = user(login, name, {QStringLiteral("supervisor")});
            u.capacity = capacity;
            return u;
        };
        User roche = supervisor(QStringLiteral("roche"), QStringLiteral("Luc Roche"), QStringLiteral("Conseiller municipal"));
        roche.standsFor = {id(QStringLiteral("vidal"))};
        for (const User &u :
             {supervisor(QStringLiteral("delmas"), QStringLiteral("Anne Delmas"), QStringLiteral("Directrice")),
              supervisor(QStringLiteral("vidal"), QStringLiteral("Rose Vidal"), QStringLiteral("Adjointe")), roche}) {
            records.users.append(u);
            take(u);
        }
        const auto step = [](const QString &title, const QString &login) {
            return QJsonObject{{QStringLiteral("title"), title}, {QStringLiteral("user"), idText(id(login))}};
        };
        for (Unit &unit : records.units) {
            if (unit.id != id(QStringLiteral("eclairage")))
                continue;
            unit.replyCircuits = {{QStringLiteral("*"), QJsonArray{step(QStringLiteral("Direction"), QStringLiteral("delmas")),
                                                                   step(QStringLiteral("Élue"), QStringLiteral("vidal"))}}};
            patch(Kind::Unit, unit.id, {{QStringLiteral("reply_circuits"), unit.replyCircuits}});
        }
        town.set(records);
        m_users = records.users;
        flush();
    }

    Actor actorOf(const QString &login)
    {
        const auto it = std::find_if(m_users.begin(), m_users.end(), [&](const User &u) { return u.login == login; });
        if (it == m_users.end())
            qFatal("no such agent");
        return actorFor(*it, store().device());
    }

    void setAbsent(const QString &login, bool absent)
    {
        patch(Kind::User, id(login), {{QStringLiteral("absent"), absent}});
        ReferenceRecords records = reference();
        for (User &u : m_users) {
            if (u.login == login)
                u.absent = absent;
        }
        records.users = m_users;
        records.units = town.units();
        flush();
        town.set(records);
    }

    static Recipient recipient(const Id &request, ReplyChannel channel, const QString &subject, const QString &text)
    {
        Recipient r;
        r.request = request;
        r.citizen = claire().id;
        r.channel = channel;
        r.name = QStringLiteral("Mme Claire Dumont");
        r.lines = {QStringLiteral("12 rue des Tanneurs"), QStringLiteral("51000 Ingeville")};
        r.to = channel == ReplyChannel::Email ? QStringLiteral("claire.dumont@exemple.fr") : QStringLiteral("+33612345678");
        r.subject = subject;
        r.text = text;
        return r;
    }

    //! Request and reply called \a name, submitted; promised \a days after today. \a change: before it is submitted.
    Id submit(const QString &name, int days = 5, const std::function<void(Reply &)> &change = {})
    {
        Request r = request(name, QStringLiteral("eclairage"), RequestStatus::InProgress, QDate(2026, 11, 23).addDays(days));
        r.number = QStringLiteral("2026-%1").arg(++m_count, 6, 10, QChar(u'0'));
        r.citizen = claire().id;
        r.text = QStringLiteral("Le lampadaire est éteint.");
        r.assignee = id(QStringLiteral("petit"));
        take(r);
        Reply reply;
        reply.id = id(QStringLiteral("reply ") + name);
        reply.request = r.id;
        reply.author = id(QStringLiteral("petit"));
        reply.at = clock.now();
        reply.subject = name;
        reply.text = QStringLiteral("Bonjour,\n\nLa lampe sera changée sous huit jours.");
        reply.recipients = {toJson(recipient(r.id, ReplyChannel::Letter, reply.subject, reply.text))};
        if (change)
            change(reply);
        flush();
        decideAt(QStringLiteral("petit"), reply.id, submission({}, reply, circuit(), {reply.author, clock.now()}), Verb::Create);
        return reply.id;
    }

    QJsonArray circuit()
    {
        return town.unit(id(QStringLiteral("eclairage")))->replyCircuits.value(QStringLiteral("*")).toArray();
    }

    Reply reply(const Id &reply)
    {
        const auto document = store().document(Kind::Reply, reply);
        return fromDocument<Reply>(reply, document.value().value_or(QJsonObject()));
    }

    //! Another desk writes \a set, decided by the rules as at the hub.
    void decideAt(const QString &login, const Id &target, const QJsonObject &set, Verb verb = Verb::Patch)
    {
        Mutation m;
        m.n = ++m_count;
        m.id = id(QString::number(m.n));
        m.kind = Kind::Reply;
        m.verb = verb;
        m.target = target;
        m.set = set;
        Record record;
        const auto document = store().document(Kind::Reply, target);
        const bool isNew = verb == Verb::Create;
        if (!isNew)
            record.document = document.value().value();
        Actor actor = actorOf(login);
        actor.device = id(QStringLiteral("another desk"));
        const Decision d = decide(m, isNew ? nullptr : &record, actor, store().lookup());
        if (d.outcome != Outcome::Applied)
            qFatal("refused: %s", qPrintable(QString(token(d.refusal))));
        if (isNew)
            take(fromDocument<Reply>(target, d.after), actor.user);
        else
            patch(Kind::Reply, target, d.effect, d.was, actor.user);
        flush();
    }

    //! As another desk would.
    void approveAt(const QString &login, const Id &target, const std::function<void(Reply &)> &change = {})
    {
        const Reply seen = reply(target);
        Reply wanted = seen;
        if (change)
            change(wanted);
        const Actor actor = actorOf(login);
        decideAt(login, target, approval(seen, wanted, *decidable(seen, actor, store().lookup()), {actor.user, clock.now()}));
    }

    //! The text of the only recipient and its source.
    static void setText(Reply &reply, const QString &text)
    {
        reply.text = text;
        QJsonObject only = reply.recipients.first().toObject();
        only.insert(QStringLiteral("text"), text);
        reply.recipients = {only};
    }

private:
    QList<User> m_users;
    int m_count = 0;
};

} // namespace parvis::smalltown
