#include "simdesk.h"

#include "domain/request.h"
#include "domain/workflow.h"
#include "protocol/codec.h"

#include <algorithm>
#include <numeric>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

const QStringList words{u"trottoir"_s, u"lampe"_s, u"banc"_s, u"fuite"_s, u"école"_s, u"bruit"_s, u"arbre"_s, u"vélo"_s};

Edit creation(Kind kind, const Id &id, const QJsonObject &set)
{
    return {kind, Verb::Create, id, set, {}, 0};
}

Edit patch(Kind kind, const Id &id, const QJsonObject &set)
{
    return {kind, Verb::Patch, id, set, {}, 0};
}

QString dump(const QJsonObject &json)
{
    return QString::fromUtf8(compactJson(json));
}

} // namespace

SimDesk::SimDesk(World &world, SimHub &hub, Town &town, const QString &login, qint64 clockOffset)
    : m_world(world),
      m_hub(hub),
      m_town(town),
      m_login(login),
      m_clock(world, clockOffset),
      m_scheduler(world),
      m_ids(world.random.generate()),
      m_jitter(world.random.generate()),
      m_transport(world, hub, login)
{
    auto store = DeskStore::open(u":memory:"_s, {}, m_clock, m_ids);
    if (!store)
        qFatal("no store: %ls", qUtf16Printable(store.error().detail));
    m_store.emplace(std::move(store).value());
    m_gate = std::make_unique<ImmediateStore>(*m_store);
}

SimDesk::~SimDesk()
{
    *m_isAlive = false;
    m_engine.reset();
}

void SimDesk::boot()
{
    m_engine = std::make_unique<SyncEngine>(*m_gate, m_transport, m_scheduler, m_clock, m_jitter);
    m_engine->setAddressShelf(m_shelf);
    // Invariant 6: what was seen does not go away, unless the hub itself went back.
    QObject::connect(m_engine.get(), &SyncEngine::changesApplied, m_engine.get(), [this] {
        m_isLooking = true;
        const auto position = m_store->position();
        m_isLooking = false;
        if (!position || (position->cursor.seq < m_cursor && m_hub.restores() == 0))
            fail(u"the cursor went back"_s);
        else
            m_cursor = position->cursor.seq;
    });
    const auto again = [this](const Error &) {
        m_world.at(500 + m_world.pick(3000), [this, alive = m_isAlive, engine = m_engine.get()] {
            if (*alive && m_engine.get() == engine)
                signIn();
        });
    };
    QObject::connect(m_engine.get(), &SyncEngine::signInFailed, m_engine.get(), again);
    QObject::connect(m_engine.get(), &SyncEngine::signInNeeded, m_engine.get(), again);
    signIn();
}

void SimDesk::kill()
{
    m_engine.reset();
    m_transport.forget();
    m_world.at(200 + m_world.pick(3000), [this, alive = m_isAlive] {
        if (*alive && !m_engine)
            boot();
    });
}

void SimDesk::signIn()
{
    if (m_engine && !m_engine->isSignedIn())
        m_engine->signIn(m_login, u"secret"_s);
}

bool SimDesk::isSettled() const
{
    return m_engine && m_engine->isSignedIn() && m_engine->state().phase == SyncPhase::UpToDate &&
           m_engine->state().outbox.queued == 0;
}

Actor SimDesk::actor()
{
    const auto found = m_store->actor(m_user);
    return found ? *found : Actor{};
}

QJsonObject SimDesk::document(Kind kind, const Id &id)
{
    const auto found = m_store->document(kind, id);
    return found && *found ? **found : QJsonObject();
}

//! Invariant 6: what was written is seen at once.
bool SimDesk::submit(const QList<Edit> &edits)
{
    const Actor agent = actor();
    m_isLooking = false;
    const auto done = m_store->submit(edits, agent);
    m_isLooking = true;
    if (!done)
        return false;
    for (const Mutation &m : *done) {
        m_town.submitted.insert(m.id, m);
        m_town.seen.insert(m.id, seenOf(m));
        m_ownNumbers.append(m.n);
        // Of several writes of one record in a row the later lies over the earlier.
        const QJsonObject shown = document(m.kind, m.target);
        QJsonObject again = shown;
        bool isText = false;
        for (const Mutation &each : *done) {
            isText = isText || (each.target == m.target && !each.was.isEmpty());
            if (each.target == m.target && each.verb == Verb::Patch)
                again = optimistic(each, again);
        }
        if (shown.isEmpty() || (!isText && again != shown))
            fail(u"does not read its own write: %1 is not %2"_s.arg(dump(shown), dump(again)));
    }
    return !done->isEmpty();
}

qint64 SimDesk::seenOf(const Mutation &m)
{
    const auto position = m_store->position();
    if (!position)
        return m.base;
    // This desk may live in a history that was lost: of the one that counts it has seen what came before the two parted.
    const auto isLost = [cursor = position->cursor](const Restore &restore) {
        return restore.lost.contains(cursor.seq) && restore.lost.value(cursor.seq) == cursor.mark;
    };
    const QList<Restore> &restores = m_town.restores;
    const auto parted = std::find_if(restores.begin(), restores.end(), isLost);
    return std::accumulate(parted, restores.end(), m.base,
                           [](qint64 seen, const Restore &restore) { return std::min(seen, restore.head); });
}

std::optional<Id> SimDesk::knownRequest()
{
    for (int i = 0; i < 5 && !m_town.requests.isEmpty(); ++i) {
        const Id id = m_town.requests.at(m_world.pick(int(m_town.requests.size())));
        if (!document(Kind::Request, id).isEmpty())
            return id;
    }
    return std::nullopt;
}

void SimDesk::failAccess(int after, int sqliteCode)
{
    m_countdown = after;
    m_store->database().setFaultInjector([this, sqliteCode]() -> std::optional<int> {
        if (m_isLooking || m_countdown <= 0 || --m_countdown > 0)
            return std::nullopt;
        return sqliteCode;
    });
}

void SimDesk::healDisk()
{
    m_countdown = -1;
    m_store->database().setFaultInjector({});
}

void SimDesk::act()
{
    m_isLooking = true;
    doSomething();
    m_isLooking = false;
    if (m_engine)
        m_engine->localWorkQueued();
}

void SimDesk::doSomething()
{
    switch (m_world.pick(m_town.writesCards ? 55 : 31)) {
    case 0:
    case 1:
    case 2: return createRequest();
    case 3:
    case 4:
    case 5:
    case 6: return patchRequest();
    case 7:
    case 8:
    case 9: return progress();
    case 10: return writeNote();
    case 11:
    case 12: return settleProposal();
    case 13: return undo();
    case 14: return patchCitizen();
    case 15: return againAndAgain();
    case 16:
    case 17:
    case 18: return patrol();
    case 19:
    case 20:
    case 21:
    case 22:
    case 23: return answerCitizens();
    case 24:
    case 25:
    case 26: return workOnIncidents();
    default: return workOnCards();
    }
}

void SimDesk::createRequest()
{
    const Id request = makeId(m_clock.now(), m_ids);
    const Id contact = makeId(m_clock.now(), m_ids);
    QList<Edit> edits;
    Id citizen = m_town.citizens.isEmpty() ? Id() : m_town.citizens.at(m_world.pick(int(m_town.citizens.size())));
    if (citizen.isNull() || document(Kind::Citizen, citizen).isEmpty() || m_world.chance(0.4)) {
        citizen = makeId(m_clock.now(), m_ids);
        edits.append(creation(Kind::Citizen, citizen, {{u"last_name"_s, words.at(m_world.pick(8))}}));
    }
    QJsonObject set{{u"subject"_s, words.at(m_world.pick(8))},
                    {u"text"_s, u"Le %1 devant la %2"_s.arg(words.at(m_world.pick(8)), words.at(m_world.pick(8)))},
                    {u"citizen"_s, idText(citizen)},
                    {u"received_at"_s, m_clock.now().ms}};
    if (m_world.chance(0.6)) {
        set.insert(u"service"_s, idText(m_town.services.at(m_world.pick(int(m_town.services.size())))));
        set.insert(u"status"_s, u"assigned"_s);
    }
    if (m_world.chance(0.15))
        set.insert(u"confidential"_s, true);
    if (m_world.chance(0.3))
        set.insert(u"x_newer"_s, QJsonObject{{u"colour"_s, words.at(m_world.pick(8))}});
    edits.append(creation(Kind::Request, request, set));
    edits.append(creation(Kind::Contact, contact, {{u"request"_s, idText(request)}, {u"citizen"_s, idText(citizen)}}));
    if (!submit(edits))
        return;
    m_town.requests.append(request);
    if (!m_town.citizens.contains(citizen))
        m_town.citizens.append(citizen);
}

void SimDesk::patchRequest()
{
    const auto id = knownRequest();
    if (!id)
        return;
    const QString word = words.at(m_world.pick(8));
    QJsonObject set;
    switch (m_world.pick(7)) {
    case 0: set = {{u"subject"_s, word}}; break;
    case 1: set = {{u"address"_s, word}, {u"latitude"_s, 48.0 + m_world.pick(5)}, {u"longitude"_s, 2.0}}; break;
    case 2: {
        const bool isAdded = m_world.chance(0.6);
        set = {{u"tags"_s, QJsonObject{{isAdded ? u"add"_s : u"remove"_s, QJsonArray{word}}}}};
        break;
    }
    case 3: {
        const QString text = document(Kind::Request, *id).value(u"text"_s).toString();
        set = {{u"text"_s, m_world.chance(0.5) ? text + u' ' + word : word + u' ' + text}};
        break;
    }
    case 4: set = {{u"confidential"_s, m_world.chance(0.3)}}; break;
    case 5: set = {{u"due_on"_s, u"2026-06-%1"_s.arg(10 + m_world.pick(10))}, {u"subject"_s, word}}; break;
    default: set = {{u"x_newer"_s, QJsonObject{{u"colour"_s, word}}}}; break;
    }
    submit({patch(Kind::Request, *id, set)});
}

void SimDesk::progress()
{
    const auto id = knownRequest();
    if (!id)
        return;
    QJsonObject set;
    if (m_world.chance(0.5)) {
        const auto from = fromToken<RequestStatus>(document(Kind::Request, *id).value(u"status"_s).toString());
        const QList<RequestStatus> next = nextStatuses(from.value_or(RequestStatus::Received));
        const RequestStatus to = next.at(m_world.pick(int(next.size())));
        set.insert(u"status"_s, QString(token(to)));
        if (needsReason(to))
            set.insert(u"reason"_s, words.at(m_world.pick(8)));
    } else {
        set.insert(u"service"_s, idText(m_town.services.at(m_world.pick(int(m_town.services.size())))));
    }
    submit({patch(Kind::Request, *id, set)});
}

void SimDesk::writeNote()
{
    if (m_world.chance(0.3) && !m_town.notes.isEmpty()) {
        const Id note = m_town.notes.at(m_world.pick(int(m_town.notes.size())));
        submit({patch(Kind::Note, note, {{u"text"_s, QJsonValue()}, {u"redacted"_s, true}})});
        return;
    }
    const auto id = knownRequest();
    if (!id)
        return;
    const Id note = makeId(m_clock.now(), m_ids);
    const QJsonObject set{{u"request"_s, idText(*id)}, {u"author"_s, idText(m_user)}, {u"text"_s, words.at(m_world.pick(8))}};
    if (submit({creation(Kind::Note, note, set)}))
        m_town.notes.append(note);
}

//! "Take mine", or leave it.
void SimDesk::settleProposal()
{
    QList<Id> open;
    {
        Statement s = m_store->database().prepare(
            QLatin1StringView("SELECT id FROM proposal WHERE ifnull(state, 'open') = 'open' ORDER BY seq"));
        for (auto row = s.step(); row && *row; row = s.step())
            open.append(s.id(0));
    }
    if (open.isEmpty())
        return;
    const Id id = open.at(m_world.pick(int(open.size())));
    const Proposal proposal = fromDocument<Proposal>(id, document(Kind::Proposal, id));
    const bool isTaken = m_world.chance(0.6);
    QList<Edit> edits;
    if (isTaken && proposal.verb == u"patch"_s && !document(Kind::Request, proposal.target).isEmpty())
        edits.append(patch(Kind::Request, proposal.target, proposal.wanted));
    edits.append(patch(Kind::Proposal, id, {{u"state"_s, isTaken ? u"taken"_s : u"dismissed"_s}}));
    submit(edits);
}

void SimDesk::undo()
{
    if (m_ownNumbers.isEmpty())
        return;
    const auto edits = m_store->inverseOf({m_ownNumbers.last()});
    if (edits)
        submit(*edits);
}

void SimDesk::patchCitizen()
{
    if (m_town.citizens.isEmpty())
        return;
    const Id id = m_town.citizens.at(m_world.pick(int(m_town.citizens.size())));
    if (!document(Kind::Citizen, id).isEmpty())
        submit({patch(Kind::Citizen, id, {{u"phone"_s, u"+3363998%1"_s.arg(1000 + m_world.pick(9000))}})});
}

//! Invariant 11: the page that came last comes once more.
void SimDesk::againAndAgain()
{
    if (!m_transport.lastPage)
        return;
    const auto before = contents(*m_store);
    const auto position = m_store->position();
    if (!position || m_transport.lastPage->next.seq > position->cursor.seq)
        return;
    const auto applied = m_store->apply(*m_transport.lastPage);
    if (applied && contents(*m_store) != before)
        fail(u"a page applied twice is not as once"_s);
}

QMap<QString, QByteArray> contents(DeskStore &store)
{
    QMap<QString, QByteArray> all;
    for (const Kind kind : allKinds()) {
        const QLatin1StringView table = token(kind);
        QList<Id> ids;
        {
            Statement s = store.database().prepare("SELECT id FROM " + QByteArray(table.data(), table.size()));
            for (auto row = s.step(); row && *row; row = s.step())
                ids.append(s.id(0));
        }
        for (const Id &id : std::as_const(ids)) {
            const auto document = store.document(kind, id);
            if (document && *document)
                all.insert(table + u' ' + idText(id), compactJson(**document));
        }
    }
    return all;
}

} // namespace parvis
