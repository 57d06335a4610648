#pragma once

#include "scenario.h"

#include "domain/request.h"
#include "protocol/codec.h"

#include <QtTest/QtTest>

namespace parvis {

//! A made-up town with the real hub, in which a test says what happens.
class EngineScene
{
protected:
    SimDesk &desk(int i = 0) { return *m_town->desks.at(std::size_t(i)); }
    SyncEngine &engine(int i = 0) { return *desk(i).engine(); }
    const SyncState &state(int i = 0) { return engine(i).state(); }

    void open(const QStringList &logins)
    {
        m_town.reset();
        m_world = std::make_unique<World>(1);
        m_town = std::make_unique<SimTown>(*m_world, logins, true);
    }

    void boot(const QStringList &logins)
    {
        open(logins);
        for (const auto &each : m_town->desks)
            each->boot();
        QVERIFY(m_town->comeToRest(60'000));
    }

    void run(qint64 ms) { m_world->runFor(ms); }

    Actor actor(int i = 0) { return desk(i).store().actor(desk(i).user()).value(); }

    Id create(int i = 0, const QJsonObject &more = {})
    {
        QJsonObject set = more;
        set.insert(QStringLiteral("subject"), QStringLiteral("Lampadaire"));
        const Id id = makeId(desk(i).clock().now(), m_world->random);
        const auto done = desk(i).store().submit({{Kind::Request, Verb::Create, id, set, {}, 0}}, actor(i));
        if (!done)
            qFatal("not submitted");
        m_town->town.submitted.insert(done->first().id, done->first());
        return id;
    }

    Mutation patch(int i, const Id &id, const QJsonObject &set)
    {
        const auto done = desk(i).store().submit({{Kind::Request, Verb::Patch, id, set, {}, 0}}, actor(i));
        if (!done)
            qFatal("not submitted");
        m_town->town.submitted.insert(done->first().id, done->first());
        return done->first();
    }

    QJsonObject shown(int i, const Id &id) { return desk(i).store().document(Kind::Request, id).value().value_or(QJsonObject()); }

    static Wire problem(int status, const QString &type, int retryAfter = 0, const QString &detail = {})
    {
        return {status, compactJson(toJson(Problem{status, type, detail, 0, -1})), retryAfter, {}};
    }

    //! The next request of \a route is answered by \a wire; what follows passes.
    void once(const QString &route, const Wire &wire, int i = 0)
    {
        desk(i).transport().intercept = [route, wire, done = false](const QString &asked, const QByteArray &) mutable {
            return asked == route && !std::exchange(done, true) ? std::optional(wire) : std::nullopt;
        };
    }

    //! Nobody's work: no desk has it to send again.
    void change(Kind kind, const Id &id, const QJsonObject &set)
    {
        const auto done = m_town->hub.hub().intake({{Verb::Patch, kind, id, set, {}, {}}});
        QVERIFY(done);
    }

    void grant(const QString &login, const QJsonObject &set)
    {
        change(Kind::User, m_town->hub.hub().user(login).value().id, set);
    }

    //! The hub has so many requests of the first desk; the second one has yet to boot.
    QList<Id> openWithRequests(int count)
    {
        open({QStringLiteral("ambassador"), QStringLiteral("cleared")});
        desk(0).boot();
        run(10'000);
        QList<Id> requests;
        for (int i = 0; i < count; ++i)
            requests.append(create());
        engine().localWorkQueued();
        run(10'000);
        return requests;
    }

    //! The first sync of the second desk has fetched \a done records, and goes on later.
    void syncAndPause(qint64 done)
    {
        for (int i = 0; i < 1000 && state(1).done < done; ++i)
            run(10);
        engine(1).pauseFirstSync();
        run(1000);
        QCOMPARE(state(1).phase, SyncPhase::FirstSync);
        QVERIFY(state(1).done >= done);
    }

    void close()
    {
        m_town.reset();
        m_world.reset();
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<SimTown> m_town;
};

} // namespace parvis
