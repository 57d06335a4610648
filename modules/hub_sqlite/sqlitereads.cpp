#include "hub_sqlite/sqlitetown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int townKey = 1; // one file, one town
constexpr qint64 dayMs = 86'400'000;

#define ENTITY_COLUMNS \
    "kind, id, document, created_seq, created_device, created_n, versions, seq, reach, service, confidential, root, citizen, " \
    "key"
#define CHANGE_COLUMNS \
    "seq, mutation, op, kind, id, fields, was, actor, device, n, at, payload_hash, hash, reach_before, service_before, " \
    "confidential_before, reach_after, service_after, confidential_after"

QByteArray bytes(const Statement &s, int column)
{
    return s.utf8(column).toByteArray();
}

Scope scope(const Statement &s, int column)
{
    return {Scope::Reach(s.integer(column)), s.id(column + 1), s.boolean(column + 2)};
}

QHash<QString, FieldVersion> versions(const QJsonObject &json)
{
    QHash<QString, FieldVersion> found;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonArray parts = it.value().toArray();
        found.insert(it.key(),
                     {parts.at(0).toInteger(), idFromText(parts.at(1).toString()).value_or(Id()), parts.at(2).toInteger()});
    }
    return found;
}

EntityRow entityRow(const Statement &s)
{
    EntityRow row;
    row.kind = Kind(s.integer(0));
    row.id = s.id(1);
    row.document = bytes(s, 2);
    row.created = {s.integer(3), s.id(4), s.integer(5)};
    if (!s.isNull(6))
        row.versions = versions(s.object(6));
    row.seq = s.integer(7);
    row.scope = scope(s, 8);
    row.root = s.id(11);
    row.citizen = s.id(12);
    row.key = s.text(13);
    return row;
}

ChangeRow changeRow(const Statement &s)
{
    ChangeRow row;
    row.seq = s.integer(0);
    row.mutation = s.id(1);
    row.op = ChangeOp(s.integer(2));
    row.kind = Kind(s.integer(3));
    row.id = s.id(4);
    row.fields = bytes(s, 5);
    row.was = bytes(s, 6);
    row.actor = s.id(7);
    row.device = s.id(8);
    row.n = s.integer(9);
    row.at = s.instant(10);
    row.payloadHash = s.blob(11);
    row.hash = s.blob(12);
    row.before = scope(s, 13);
    row.after = scope(s, 16);
    return row;
}

} // namespace

Status SqliteTown::walkEntities(Statement &statement, const Each<EntityRow> &each)
{
    auto row = statement.step();
    while (row && *row && each(entityRow(statement)))
        row = statement.step();
    return row ? success() : row.error();
}

Status SqliteTown::walkChanges(Statement &statement, const Each<ChangeRow> &each)
{
    auto row = statement.step();
    while (row && *row && each(changeRow(statement)))
        row = statement.step();
    return row ? success() : row.error();
}

Result<std::optional<EntityRow>> SqliteTown::oneEntity(Statement &statement)
{
    const auto row = statement.step();
    if (!row)
        return row.error();
    return *row ? std::optional(entityRow(statement)) : std::nullopt;
}

Result<TownState> SqliteTown::town()
{
    Statement s = m_db.prepare("SELECT name, seq, head, backed_up FROM town WHERE town = ?"_L1);
    const auto row = s.bindAll(townKey).step();
    if (!row || !*row)
        return row ? Error{ErrorCode::NotFound, u"the town is not founded"_s} : row.error();
    return TownState{s.text(0), s.integer(1), s.blob(2), s.integer(3)};
}

Result<std::optional<EntityRow>> SqliteTown::entity(Kind kind, const Id &id)
{
    Statement s = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity WHERE town = ? AND kind = ? AND id = ?"_L1);
    s.bindAll(townKey, int(kind), id);
    return oneEntity(s);
}

Result<std::optional<EntityRow>> SqliteTown::userByLogin(const QString &foldedLogin)
{
    Statement s = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity WHERE town = ? AND kind = ? AND key = ?"_L1);
    s.bindAll(townKey, int(Kind::User), foldedLogin);
    return oneEntity(s);
}

Result<QByteArray> SqliteTown::hashAt(qint64 seq)
{
    Statement s = m_db.prepare("SELECT hash FROM change WHERE town = ? AND seq = ?"_L1);
    const auto row = s.bindAll(townKey, seq).step();
    if (!row)
        return row.error();
    return *row ? s.blob(0) : QByteArray();
}

Status SqliteTown::changesAfter(qint64 seq, const Each<ChangeRow> &each)
{
    Statement s = m_db.prepare("SELECT " CHANGE_COLUMNS " FROM change WHERE town = ? AND seq > ? ORDER BY seq"_L1);
    s.bindAll(townKey, seq);
    return walkChanges(s, each);
}

Status SqliteTown::patchesBack(Kind kind, const Id &id, qint64 seq, const Each<ChangeRow> &each)
{
    Statement s = m_db.prepare("SELECT " CHANGE_COLUMNS " FROM change INDEXED BY change_patch"
                               " WHERE town = ? AND kind = ? AND id = ? AND seq > ? AND op = 1 ORDER BY seq DESC"_L1);
    s.bindAll(townKey, int(kind), id, seq);
    return walkChanges(s, each);
}

Status SqliteTown::pastPatches(qint64 seq, qint64 upTo, const Each<ChangeRow> &each)
{
    Statement s = m_db.prepare(
        "SELECT c.seq, c.mutation, c.op, c.kind, c.id, c.fields, c.was, c.actor, c.device, c.n, c.at, c.payload_hash, c.hash,"
        " c.reach_before, c.service_before, c.confidential_before, e.reach, e.service, e.confidential"
        " FROM change c INDEXED BY change_history JOIN entity e ON e.town = c.town AND e.kind = c.kind AND e.id = c.id"
        " WHERE c.town = ? AND c.seq > ? AND c.seq <= ? AND c.op = 1 AND c.kind IN (?, ?, ?, ?) AND c.fields IS NOT NULL"
        " ORDER BY c.seq"_L1);
    s.bindAll(townKey, seq, upTo, int(Kind::Request), int(Kind::Contact), int(Kind::Note), int(Kind::Attachment));
    return walkChanges(s, each);
}

Status SqliteTown::family(const Id &root, const Each<EntityRow> &each)
{
    // Named, for the order would lure SQLite into a walk of the whole town.
    Statement s = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity INDEXED BY entity_root"
                               " WHERE town = ? AND root = ? ORDER BY kind, id"_L1);
    s.bindAll(townKey, root);
    return walkEntities(s, each);
}

Status SqliteTown::openRequests(const Each<EntityRow> &each)
{
    Statement s = m_db.prepare("SELECT kind, id, document, created_seq, created_device, created_n, NULL, seq, reach, service,"
                               " confidential, root, citizen, key FROM entity INDEXED BY entity_open WHERE town = ? AND kind = 8"
                               " AND ifnull(json_extract(document, '$.status'), 'received') NOT IN ('answered', 'closed')"
                               " ORDER BY id"_L1);
    static_assert(int(Kind::Request) == 8);
    s.bindAll(townKey);
    return walkEntities(s, each);
}

Status SqliteTown::openRequestsIn(const QList<qint64> &cells, const Each<EntityRow> &each)
{
    QByteArrayList list;
    for (const qint64 cell : cells)
        list.append(QByteArray::number(cell));
    Statement s = m_db.prepare("SELECT kind, id, document, created_seq, created_device, created_n, NULL, seq, reach, service,"
                               " confidential, root, citizen, key FROM entity INDEXED BY entity_open_place WHERE town = ?"
                               " AND kind = 8 AND json_extract(document, '$.latitude') IS NOT NULL"
                               " AND ifnull(json_extract(document, '$.status'), 'received') NOT IN ('answered', 'closed')"
                               " AND CAST((json_extract(document, '$.latitude') + 90) * 500 AS INTEGER) * 1000000"
                               " + CAST((json_extract(document, '$.longitude') + 180) * 350 AS INTEGER) IN (" +
                               list.join(", ") + ") ORDER BY id");
    static_assert(int(Kind::Request) == 8);
    s.bindAll(townKey);
    return walkEntities(s, each);
}

Status SqliteTown::openReplies(const Each<EntityRow> &each)
{
    Statement s = m_db.prepare("SELECT kind, id, document, created_seq, created_device, created_n, NULL, seq, reach, service,"
                               " confidential, root, citizen, key FROM entity INDEXED BY entity_open_reply WHERE town = ?"
                               " AND kind = 20 AND json_extract(document, '$.state') = 'in_approval' ORDER BY id"_L1);
    static_assert(int(Kind::Reply) == 20);
    s.bindAll(townKey);
    return walkEntities(s, each);
}

Status SqliteTown::aboutCitizen(const Id &citizen, const Each<EntityRow> &each)
{
    bool goesOn = true;
    const auto once = [&](const EntityRow &row) { return goesOn = each(row); };
    Statement now = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity INDEXED BY entity_citizen"
                                 " WHERE town = ? AND citizen = ?"_L1);
    now.bindAll(townKey, citizen);
    const auto done = walkEntities(now, once);
    if (!done || !goesOn)
        return done;
    Statement past = m_db.prepare("SELECT kind, id FROM past_citizen WHERE town = ? AND citizen = ?"_L1);
    auto row = past.bindAll(townKey, citizen).step();
    for (; row && *row && goesOn; row = past.step()) {
        const auto about = entity(Kind(past.integer(0)), past.id(1));
        if (!about)
            return about.error();
        goesOn = !*about || each(**about);
    }
    return row ? success() : row.error();
}

Result<std::vector<Id>> SqliteTown::idsIn(Kind kind, const Partition &partition, const Id &after, int limit)
{
    Statement s = m_db.prepare("SELECT id FROM entity INDEXED BY entity_scope WHERE town = ? AND kind = ? AND service = ?"
                               " AND confidential = ? AND id > ? ORDER BY id LIMIT ?"_L1);
    s.bindAll(townKey, int(kind), partition.service, partition.confidential, idBytes(after), limit);
    std::vector<Id> ids;
    auto row = s.step();
    for (; row && *row; row = s.step())
        ids.push_back(s.id(0));
    if (!row)
        return row.error();
    return ids;
}

Status SqliteTown::page(Kind kind, const std::optional<QList<Partition>> &in, const Id &after, int limit,
                        const Each<EntityRow> &each)
{
    if (!in) {
        Statement s = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity INDEXED BY entity_id"
                                   " WHERE town = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?"_L1);
        s.bindAll(townKey, int(kind), idBytes(after), limit);
        return walkEntities(s, each);
    }
    std::vector<QByteArray> ids;
    for (const Partition &partition : *in) {
        const auto found = idsIn(kind, partition, after, limit);
        if (!found)
            return found.error();
        for (const Id &id : *found)
            ids.push_back(idBytes(id));
    }
    std::sort(ids.begin(), ids.end()); // as SQLite compares them
    ids.resize(std::min(ids.size(), std::size_t(limit)));
    for (const QByteArray &id : ids) {
        const auto row = entity(kind, idFromBytes(id));
        if (!row)
            return row.error();
        if (*row && !each(**row))
            break;
    }
    return success();
}

Status SqliteTown::citizensOf(const QList<Partition> &visible, const Id &after, const Each<EntityRow> &each)
{
    if (visible.isEmpty())
        return success();
    Statement citizens = m_db.prepare("SELECT " ENTITY_COLUMNS " FROM entity INDEXED BY entity_id"
                                      " WHERE town = ? AND kind = ? AND id > ? ORDER BY id"_L1);
    citizens.bindAll(townKey, int(Kind::Citizen), idBytes(after));
    Statement about = m_db.prepare("SELECT DISTINCT service, confidential FROM entity INDEXED BY entity_citizen"
                                   " WHERE town = ? AND citizen = ?"_L1);
    Status done = success();
    const auto walked = walkEntities(citizens, [&](const EntityRow &citizen) {
        about.reset();
        auto row = about.bindAll(townKey, citizen.id).step();
        bool seen = false;
        for (; row && *row && !seen; row = about.step())
            seen = visible.contains(Partition{about.id(0), about.boolean(1)});
        if (!row)
            return done = row.error(), false;
        return !seen || each(citizen);
    });
    return walked ? done : walked;
}

Result<qint64> SqliteTown::count(Kind kind, const std::optional<QList<Partition>> &in)
{
    if (!in) {
        const auto all = m_db.integer("SELECT count(*) FROM entity WHERE town = ? AND kind = ?"_L1, townKey, int(kind));
        if (!all)
            return all.error();
        return all->value_or(0);
    }
    qint64 sum = 0;
    for (const Partition &partition : *in) {
        const auto some = m_db.integer("SELECT count(*) FROM entity WHERE town = ? AND kind = ? AND service = ?"
                                       " AND confidential = ?"_L1,
                                       townKey, int(kind), partition.service, partition.confidential);
        if (!some)
            return some.error();
        sum += some->value_or(0);
    }
    return sum;
}

Result<qint64> SqliteTown::lastN(const Id &device)
{
    const auto n = m_db.integer("SELECT last_n FROM device WHERE town = ? AND device = ?"_L1, townKey, device);
    if (!n)
        return n.error();
    return n->value_or(0);
}

Result<std::optional<StoredVerdict>> SqliteTown::verdict(const Id &device, qint64 n)
{
    Statement s = m_db.prepare("SELECT content_hash, outcome, refusal, seq FROM verdict"
                               " WHERE town = ? AND device = ? AND n = ?"_L1);
    const auto row = s.bindAll(townKey, device, n).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredVerdict>();
    return std::optional(StoredVerdict{s.blob(0), {n, Outcome(s.integer(1)), Refusal(s.integer(2)), s.integer(3)}});
}

Result<qint64> SqliteTown::lastNumber(int year)
{
    const auto number = m_db.integer("SELECT last FROM counter WHERE town = ? AND year = ?"_L1, townKey, year);
    if (!number)
        return number.error();
    return number->value_or(0);
}

Result<qint64> SqliteTown::seqAtDay(Instant at)
{
    const auto seq =
        m_db.integer("SELECT seq FROM day WHERE town = ? AND day < ? ORDER BY day DESC LIMIT 1"_L1, townKey, at.ms / dayMs);
    if (!seq)
        return seq.error();
    return seq->value_or(0);
}

Result<std::optional<StoredSecret>> SqliteTown::secret(const Id &user)
{
    Statement s = m_db.prepare("SELECT hash, once_until FROM user_secret WHERE town = ? AND user = ?"_L1);
    const auto row = s.bindAll(townKey, user).step();
    if (!row)
        return row.error();
    return *row ? std::optional(StoredSecret{s.blob(0), s.instant(1)}) : std::nullopt;
}

Result<std::optional<StoredToken>> SqliteTown::tokenByHash(const QByteArray &hash)
{
    Statement s = m_db.prepare("SELECT session, refresh, spent, until FROM token WHERE town = ? AND hash = ?"_L1);
    const auto row = s.bindAll(townKey, hash).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredToken>();
    return std::optional(StoredToken{hash, s.id(0), s.boolean(1), s.boolean(2), s.instant(3)});
}

Result<std::optional<StoredSession>> SqliteTown::session(const Id &id)
{
    Statement s = m_db.prepare("SELECT user, device, until FROM session WHERE town = ? AND id = ?"_L1);
    const auto row = s.bindAll(townKey, id).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredSession>();
    return std::optional(StoredSession{id, s.id(0), s.id(1), s.instant(2)});
}

} // namespace parvis
