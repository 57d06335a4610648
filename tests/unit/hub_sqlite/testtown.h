#pragma once

#include "domain/citizen.h"
#include "domain/request.h"
#include "hub/hub.h"
#include "hub/townfile.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "unit/hub/fasthasher.h"

#include <QtCore/QTemporaryDir>

namespace parvis {

//! A hub over a store in memory (or in a file), with a clock and a chance of its own, and desks that push to it.
class TestTown
{
public:
    explicit TestTown(const QString &path = QStringLiteral(":memory:"), HubSettings settings = {})
        : store(SqliteHubStore::open(path).value()), hub(*store, clock, random, hasher, std::move(settings), &blobs)
    {
        if (const auto founded = hub.foundTown(QStringLiteral("Ingeville")); !founded)
            Q_ASSERT(founded.error().code == ErrorCode::AlreadyExists);
    }

    Id newId()
    {
        clock.advance(1);
        return makeId(clock.now(), random);
    }

    //! An agent with a device of their own. Services as in User.
    Caller agent(Role role, const IdSet &services = {}, bool cleared = false)
    {
        User user;
        user.id = newId();
        user.login = QStringLiteral("agent%1").arg(++m_agents);
        user.name = user.login;
        user.roles = {QString(token(role))};
        user.services = services;
        user.cleared = cleared;
        const auto added = hub.intake({{Verb::Create, Kind::User, user.id, toDocument(user), {}, {}}});
        Q_ASSERT(added);
        const Id device = newId();
        return {user, device, actorFor(user, device), newId(), {clock.now().ms + 1'000'000}};
    }

    Id service()
    {
        Unit unit;
        unit.id = newId();
        unit.name = QStringLiteral("Voirie");
        const auto added = hub.intake({{Verb::Create, Kind::Unit, unit.id, toDocument(unit), {}, {}}});
        Q_ASSERT(added);
        return unit.id;
    }

    static qint64 nextN(Hub &hub, const Caller &caller)
    {
        const auto reply = hub.push(caller, {caller.device, {}});
        Q_ASSERT(reply);
        return reply->lastN + 1;
    }

    Mutation mutation(const Caller &caller, Verb verb, Kind kind, const Id &target, QJsonObject set, qint64 base = 0)
    {
        return {nextN(hub, caller), newId(), kind, verb, target, base, std::move(set), {}, clock.now()};
    }

    PushVerdict push(const Caller &caller, const Mutation &m)
    {
        const auto reply = hub.push(caller, {caller.device, {m}});
        Q_ASSERT(reply);
        return reply->verdicts.first();
    }

    PushVerdict patch(const Caller &caller, Kind kind, const Id &target, QJsonObject set, qint64 base)
    {
        return push(caller, mutation(caller, Verb::Patch, kind, target, std::move(set), base));
    }

    Id create(const Caller &caller, Kind kind, const QJsonObject &set)
    {
        const Id id = newId();
        push(caller, mutation(caller, Verb::Create, kind, id, set));
        return id;
    }

    Id request(const Caller &caller, const Id &service, QJsonObject more = {})
    {
        more.insert(QStringLiteral("subject"), QStringLiteral("Nid-de-poule"));
        if (!service.isNull()) {
            more.insert(QStringLiteral("service"), idText(service));
            more.insert(QStringLiteral("status"), QStringLiteral("assigned"));
        }
        return create(caller, Kind::Request, more);
    }

    std::optional<EntityRow> row(Kind kind, const Id &id)
    {
        std::optional<EntityRow> found;
        const auto done = store->read([&](HubReader &reader) -> Status {
            found = reader.entity(kind, id).value();
            return success();
        });
        Q_ASSERT(done);
        return found;
    }

    QJsonObject document(Kind kind, const Id &id)
    {
        const auto found = row(kind, id);
        return found ? QJsonDocument::fromJson(found->document).object() : QJsonObject();
    }

    qint64 head() { return hub.hello().value().head.seq; }

    //! All that the caller sees after \a since.
    QList<Change> feed(const Caller &caller, Cursor since = {}, int limit = 1000)
    {
        QList<Change> all;
        for (bool more = true; more;) {
            const auto page = hub.changes(caller, since, limit);
            Q_ASSERT(page);
            all.append(page->changes);
            since = page->next;
            more = page->more;
        }
        return all;
    }

    ManualClock clock;
    QRandomGenerator random{7};
    FastHasher hasher;
    std::unique_ptr<SqliteHubStore> store;
    QTemporaryDir folder;
    BlobFolder blobs{folder.filePath(QStringLiteral("blobs")), Limits().fileBytes};
    QString addressFile() const { return folder.filePath(QStringLiteral("town.addresses")); } //!< there is none at first
    TownFile addresses{addressFile()};
    Hub hub;

private:
    int m_agents = 0;
};

//! What a desk holds that applied these changes, by (kind, id).
using Mirror = std::map<std::pair<Kind, Id>, QJsonObject>;

inline void applyChange(Mirror &mirror, const Change &c)
{
    const auto key = std::pair(c.kind, c.id);
    switch (c.op) {
    case ChangeOp::Create:
    case ChangeOp::Enter: mirror[key] = c.fields; break;
    case ChangeOp::Leave:
        std::erase_if(mirror,
                      [&](const auto &entry) { return entry.first == key || parentOf(entry.first.first, entry.second) == c.id; });
        break;
    case ChangeOp::Patch: {
        const auto it = mirror.find(key);
        if (it == mirror.end())
            break;
        for (auto f = c.fields.begin(); f != c.fields.end(); ++f) {
            if (f.value().isNull())
                it->second.remove(f.key());
            else
                it->second.insert(f.key(), f.value());
        }
        break;
    }
    }
}

} // namespace parvis
