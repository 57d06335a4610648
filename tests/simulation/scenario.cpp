#include "scenario.h"

#include <QtCore/QDebug>

#include <sqlite3.h>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;
const QStringList logins{u"ambassador"_s, u"cleared"_s, u"referent"_s, u"expert"_s,
                         u"supervisor"_s, u"head"_s,    u"clerk"_s,    u"patroller"_s};

qint64 anyOffset(World &world)
{
    switch (world.pick(4)) {
    case 0: return 0;
    case 1: return world.pick(20'000) - 10'000;
    case 2: return (world.pick(200) - 100) * 3'600'000LL;
    default: return (world.pick(2000) - 1000) * day;
    }
}

} // namespace

QStringList SimTown::someLogins(World &world, int count)
{
    if (world.chance(0.3)) // those who write and validate cards
        return world.chance(0.5) ? QStringList{u"expert"_s, u"head"_s, u"referent"_s}
                                 : QStringList{u"expert"_s, u"head"_s, u"supervisor"_s, u"ambassador"_s};
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(i < 2 ? logins.at(world.pick(2)) : logins.at(world.pick(int(logins.size()))));
    return list;
}

SimTown::SimTown(World &theWorld, const QStringList &atDesks, bool hasTrueClocks) : world(theWorld), hub(theWorld)
{
    SimClock clock(world);
    for (int i = 0; i < 4; ++i) {
        const Id id = makeId(clock.now(), world.random);
        town.services.append(id);
        const auto added = hub.hub().intake({{Verb::Create, Kind::Unit, id, {{u"name"_s, u"Service %1"_s.arg(i)}}, {}, {}}});
        if (!added)
            qFatal("no services");
    }
    town.theme = makeId(clock.now(), world.random);
    const auto &s = town.services;
    addAgent(u"ambassador"_s, Role::Ambassador, {}, false);
    addAgent(u"cleared"_s, Role::Ambassador, {}, true);
    addAgent(u"referent"_s, Role::Referent, {s[0]}, false);
    addAgent(u"expert"_s, Role::Referent, {s[0], s[1]}, true);
    addAgent(u"supervisor"_s, Role::Supervisor, {}, false);
    addAgent(u"head"_s, Role::Head, {s[1], s[2]}, false);
    addAgent(u"clerk"_s, Role::MailClerk, {}, true);
    addAgent(u"patroller"_s, Role::Patroller, {s[0], s[2]}, false);
    setCircuits();
    for (const QString &login : atDesks) {
        const qint64 offset = anyOffset(world); // drawn in any case, so that chance goes the same way
        desks.push_back(std::make_unique<SimDesk>(world, hub, town, login, hasTrueClocks ? 0 : offset));
        desks.back()->setUser(m_users.value(login));
    }
}

//! Who validates the cards of each service; the last service has nobody.
void SimTown::setCircuits()
{
    const QJsonObject head{{u"title"_s, u"Head"_s}, {u"role"_s, token(Role::Head)}};
    const QJsonObject expert{{u"title"_s, u"Expert"_s}, {u"user"_s, idText(m_users.value(u"expert"_s))}};
    const QJsonObject referent{{u"title"_s, u"Referent"_s}, {u"role"_s, token(Role::Referent)}};
    const QJsonObject supervisor{{u"title"_s, u"Supervisor"_s}, {u"user"_s, idText(m_users.value(u"supervisor"_s))}};
    const QList<QJsonArray> circuits{{referent, expert}, {head, referent}, {head, supervisor}};
    for (qsizetype i = 0; i < circuits.size(); ++i) {
        const QJsonObject set{{u"card_circuit"_s, circuits.at(i)}};
        if (!hub.hub().intake({{Verb::Patch, Kind::Unit, town.services.at(i), set, {}, {}}}))
            qFatal("no circuits");
    }
    // Replies: two at once, one after the other, one alone; in the last service whoever writes signs.
    const QJsonObject both{{u"title"_s, u"Both"_s}, {u"all"_s, QJsonArray{expert, supervisor}}};
    const QList<QJsonArray> replies{{both}, {head, supervisor}, {supervisor}};
    for (qsizetype i = 0; i < replies.size(); ++i) {
        const QJsonObject set{{u"reply_circuits"_s, QJsonObject{{u"*"_s, replies.at(i)}}}};
        if (!hub.hub().intake({{Verb::Patch, Kind::Unit, town.services.at(i), set, {}, {}}}))
            qFatal("no circuits of replies");
    }
}

void SimTown::addAgent(const QString &login, Role role, const IdSet &services, bool cleared)
{
    User user;
    user.id = makeId(SimClock(world).now(), world.random);
    user.login = login;
    user.name = login;
    user.roles = {QString(token(role))};
    user.services = services;
    user.cleared = cleared;
    const auto added = hub.hub().addUser(user, u"secret"_s);
    if (!added)
        qFatal("no agents");
    m_users.insert(login, user.id);
}

QList<SimDesk *> SimTown::all() const
{
    QList<SimDesk *> list;
    for (const auto &desk : desks)
        list.append(desk.get());
    return list;
}

void SimTown::restore()
{
    Restore restore;
    restore.lost = hub.marks();
    restore.head = hub.restore();
    restore.lost.removeIf([head = restore.head](const auto &change) { return change.key() <= head; });
    for (qint64 &seen : town.seen)
        seen = std::min(seen, restore.head);
    town.restores.append(restore);
}

void SimTown::heal()
{
    hub.healDisk();
    hub.refusals = 0;
    hub.start();
    for (const auto &desk : desks) {
        desk->healDisk();
        desk->transport().link = {};
    }
}

bool SimTown::isAtRest()
{
    const auto hello = hub.hub().hello();
    return std::all_of(desks.begin(), desks.end(), [&hello](const auto &desk) {
        if (!hello || !desk->isSettled())
            return false;
        const auto position = desk->store().position();
        return position && position->cursor == hello->head;
    });
}

bool SimTown::comeToRest(qint64 withinMs)
{
    const qint64 limit = world.now + withinMs;
    world.settle();
    for (int i = 0; !(i % 8 == 0 && isAtRest()); ++i) {
        if (!world.runNext(limit))
            return isAtRest();
    }
    return true;
}

QStringList SimTown::check()
{
    QStringList wrong = checkHistory(hub, town);
    wrong += checkOutcomes(hub, town, all());
    for (const auto &desk : desks) {
        wrong += checkDesk(hub, *desk);
        wrong += desk->errors;
    }
    return wrong;
}

QStringList SimTown::checkMeanwhile()
{
    hub.isWatched = true;
    QStringList wrong = checkHistory(hub, town);
    for (const auto &desk : desks) {
        desk->setWatched(true);
        wrong += checkFold(hub, *desk);
        desk->setWatched(false);
    }
    hub.isWatched = false;
    return wrong;
}

namespace {

void changeRights(SimTown &town)
{
    World &world = town.world;
    const QString login = logins.at(world.pick(int(logins.size())));
    const auto user = town.hub.hub().user(login);
    if (!user)
        return;
    QJsonObject set;
    const QString service = idText(town.town.services.at(world.pick(4)));
    switch (world.pick(6)) {
    case 0: set = {{u"services"_s, QJsonObject{{u"add"_s, QJsonArray{service}}}}}; break;
    case 1: set = {{u"services"_s, QJsonObject{{u"remove"_s, QJsonArray{service}}}}}; break;
    case 2: set = {{u"cleared"_s, !user->cleared}}; break;
    case 3: set = {{u"absent"_s, !user->absent}}; break;
    case 4: {
        const auto other = town.hub.hub().user(logins.at(world.pick(int(logins.size()))));
        if (!other)
            return;
        const bool stands = user->standsFor.contains(other->id);
        set = {{u"stands_for"_s, QJsonObject{{stands ? u"remove"_s : u"add"_s, QJsonArray{idText(other->id)}}}}};
        break;
    }
    default: {
        const QString role = world.chance(0.5) ? u"ambassador"_s : u"referent"_s;
        set = {{u"roles"_s, QJsonObject{{user->roles.contains(role) ? u"remove"_s : u"add"_s, QJsonArray{role}}}}};
    }
    }
    const auto done = town.hub.hub().intake({{Verb::Patch, Kind::User, user->id, set, {}, {}}});
    Q_UNUSED(done); // the disk may be failing
}

//! Whoever sends e-mail takes what is due, and is killed now and then before it has said what became of it.
void carry(SimTown &town)
{
    World &world = town.world;
    Hub &hub = town.hub.hub();
    if (!hub.recoverOutgoing(ReplyChannel::Email))
        return; // the disk is failing
    for (int i = 0; i < 5; ++i) {
        const auto item = hub.claimOutgoing(ReplyChannel::Email);
        if (!item || !*item || world.chance(0.2))
            return;
        constexpr std::array outcomes{SendOutcome::Sent, SendOutcome::Sent, SendOutcome::Refused, SendOutcome::Later,
                                      SendOutcome::Uncertain};
        const auto done = hub.settleOutgoing((*item)->id, {outcomes.at(std::size_t(world.pick(5))), {}, {}});
        Q_UNUSED(done); // the disk may be failing
    }
}

//! Something that no agent does.
void strike(SimTown &town)
{
    World &world = town.world;
    SimDesk &desk = *town.desks.at(std::size_t(world.pick(int(town.desks.size()))));
    const int code = world.chance(0.5) ? SQLITE_FULL : SQLITE_IOERR;
    switch (world.pick(14)) {
    case 0: return desk.transport().setCut(true);
    case 1:
    case 2:
        desk.transport().setCut(false);
        if (desk.engine())
            desk.engine()->networkRegained();
        return;
    case 3: return desk.kill();
    case 4: return desk.failAccess(1 + world.pick(60), code);
    case 5: return town.hub.failAccess(1 + world.pick(80), code);
    case 6:
        town.hub.stop();
        world.at(200 + world.pick(8000), [&town] { town.hub.start(); });
        return;
    case 7:
        if (!town.hub.isDown())
            town.hub.backup();
        return;
    case 8:
        if (!town.hub.hasBackup())
            return;
        town.hub.stop();
        town.restore();
        world.at(200 + world.pick(4000), [&town] { town.hub.start(); });
        return;
    case 9:
        if (!town.hub.isDown()) {
            const auto done = town.hub.hub().runDaily();
            Q_UNUSED(done); // the disk may be failing: the next run does the rest
        }
        return;
    case 10:
    case 11:
        if (!town.hub.isDown())
            carry(town);
        return;
    default:
        if (!town.hub.isDown())
            changeRights(town);
        return;
    }
}

void spoil(SimTown &town, Mutant mutant)
{
    for (const auto &desk : town.desks) {
        if (mutant == Mutant::LastWins) {
            desk->transport().spoilPush = [](Push &push) {
                for (Mutation &m : push.mutations)
                    m.base = qint64(1) << 40;
            };
        }
        if (mutant == Mutant::LosesChange) {
            desk->transport().spoilPage = [count = 0](ChangesPage &page) mutable {
                if (++count == 5 && !page.changes.isEmpty())
                    page.changes.removeLast();
            };
        }
    }
    town.hub.appliesTwice = mutant == Mutant::AppliesTwice;
}

} // namespace

Outcomes live(quint32 seed, const Options &options)
{
    World world(seed);
    world.isTalking = options.isTalking;
    const QStringList atDesks = SimTown::someLogins(world, 3 + world.pick(3));
    SimTown town(world, atDesks, options.hasTrueClocks);
    town.town.writesCards = world.chance(0.3);
    spoil(town, options.mutant);
    for (const auto &desk : town.desks) {
        desk->transport().link = {false, world.pick(3) * 0.04, world.pick(3) * 0.05, 20 + world.pick(400)};
        world.at(world.pick(2000), [&desk] { desk->boot(); });
    }
    town.hub.refusals = world.pick(3) * 0.01;
    const double strikes = world.pick(4) * 0.08;
    const int steps = 40 + world.pick(41);
    Outcomes outcomes;
    qint64 time = 1500;
    for (int i = 0; i < steps; ++i) {
        time += world.pick(2500);
        world.at(time, [&] {
            if (world.chance(strikes))
                strike(town);
            else
                town.desks.at(std::size_t(world.pick(int(town.desks.size()))))->act();
        });
    }
    for (const qint64 part : {3, 5, 7}) {
        world.at(time * part / 8, [&] { outcomes.wrong += town.checkMeanwhile(); });
    }
    world.runFor(time);
    town.heal();
    if (!town.comeToRest(3'600'000)) {
        for (const auto &desk : town.desks) {
            const SyncState state = desk->engine() ? desk->engine()->state() : SyncState{};
            outcomes.wrong += u"%1 does not come to rest: phase %2, error %3 %4, %5 queued"_s.arg(desk->login())
                                  .arg(int(state.phase))
                                  .arg(state.reason ? int(state.reason->code) : -1)
                                  .arg(state.reason ? state.reason->detail : QString())
                                  .arg(state.outbox.queued);
        }
    }
    outcomes.wrong += town.check();
    if (seed % 10 == 0)
        outcomes.wrong += checkTampering(town.hub, world);
    outcomes.town = withoutClocks(town.hub, town.all());
    const auto head = town.hub.hub().hello();
    outcomes.changes = head ? head->head.seq : 0;
    outcomes.published = publishedRevisions(town.hub);
    outcomes.reported = reportedMissions(town.hub);
    outcomes.approved = approvedReplies(town.hub);
    outcomes.toMany = repliesToMany(town.hub);
    outcomes.gathered = gatheredTwice(town.hub, town.town);
    for (const auto &desk : town.desks)
        outcomes.exchanges += desk->transport().exchanges;
    return outcomes;
}

} // namespace parvis
