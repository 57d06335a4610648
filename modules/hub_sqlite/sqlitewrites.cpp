#include "hub_sqlite/sqlitetown.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int townKey = 1; // one file, one town
constexpr qint64 dayMs = 86'400'000;

//! Binds what must be null where it is empty.
void bindText(Statement &s, int index, const QByteArray &json)
{
    if (json.isEmpty())
        s.bind(index, nullptr);
    else
        s.bindUtf8(index, json);
}

QJsonObject versionsJson(const QHash<QString, FieldVersion> &versions)
{
    QJsonObject json;
    for (auto it = versions.begin(); it != versions.end(); ++it)
        json.insert(it.key(), QJsonArray{it->seq, idText(it->device), it->n});
    return json;
}

//! A key that is empty is none, so that it is not unique.
void bindKey(Statement &s, int index, const QString &key)
{
    if (key.isEmpty())
        s.bind(index, nullptr);
    else
        s.bind(index, key);
}

} // namespace

Status SqliteTown::foundTown(const QString &name)
{
    const auto done = m_db.run("INSERT OR IGNORE INTO town (town, name) VALUES (?, ?)"_L1, townKey, name);
    if (done && m_db.changes() == 0)
        return Error{ErrorCode::AlreadyExists, {}};
    return done;
}

Status SqliteTown::insertEntity(const EntityRow &row)
{
    Statement s = m_db.prepare(
        "INSERT INTO entity (town, kind, id, document, created_seq, created_device, created_n, versions, seq, reach, service,"
        " confidential, root, citizen, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1);
    s.bindAll(townKey, int(row.kind), row.id);
    s.bindUtf8(4, row.document);
    s.bind(5, row.created.seq).bind(6, row.created.device).bind(7, row.created.n).bind(8, versionsJson(row.versions));
    s.bind(9, row.seq).bind(10, int(row.scope.reach)).bind(11, row.scope.service).bind(12, row.scope.confidential);
    s.bind(13, row.root).bind(14, row.citizen);
    bindKey(s, 15, row.key);
    return s.run();
}

Status SqliteTown::updateEntity(const EntityRow &row)
{
    Statement s = m_db.prepare("UPDATE entity SET document = ?, versions = ?, seq = ?, reach = ?, service = ?,"
                               " confidential = ?, citizen = ?, key = ? WHERE town = ? AND kind = ? AND id = ?"_L1);
    s.bindUtf8(1, row.document);
    s.bind(2, versionsJson(row.versions)).bind(3, row.seq);
    s.bind(4, int(row.scope.reach)).bind(5, row.scope.service).bind(6, row.scope.confidential).bind(7, row.citizen);
    bindKey(s, 8, row.key);
    s.bind(9, townKey).bind(10, int(row.kind)).bind(11, row.id);
    return s.run();
}

Status SqliteTown::moveFamily(const Id &root, const Scope &scope)
{
    return m_db.run("UPDATE entity SET reach = ?, service = ?, confidential = ? WHERE town = ? AND root = ?"_L1, int(scope.reach),
                    scope.service, scope.confidential, townKey, root);
}

Status SqliteTown::keepPastCitizen(const Id &citizen, Kind kind, const Id &about)
{
    return m_db.run("INSERT OR IGNORE INTO past_citizen (town, citizen, kind, id) VALUES (?, ?, ?, ?)"_L1, townKey, citizen,
                    int(kind), about);
}

Status SqliteTown::append(const ChangeRow &c)
{
    Statement s = m_db.prepare(
        "INSERT INTO change (town, seq, mutation, op, kind, id, fields, was, actor, device, n, at, payload_hash, hash,"
        " reach_before, service_before, confidential_before, reach_after, service_after, confidential_after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1);
    s.bindAll(townKey, c.seq, c.mutation, int(c.op), int(c.kind), c.id);
    bindText(s, 7, c.fields);
    bindText(s, 8, c.was);
    s.bind(9, c.actor).bind(10, c.device).bind(11, c.n).bind(12, c.at.ms).bind(13, c.payloadHash).bind(14, c.hash);
    s.bind(15, int(c.before.reach)).bind(16, c.before.service).bind(17, c.before.confidential);
    s.bind(18, int(c.after.reach)).bind(19, c.after.service).bind(20, c.after.confidential);
    return s.run();
}

Status SqliteTown::setVerdict(const Id &device, const StoredVerdict &v)
{
    const auto done =
        m_db.run("INSERT INTO verdict (town, device, n, content_hash, outcome, refusal, seq) VALUES (?, ?, ?, ?, ?, ?, ?)"_L1,
                 townKey, device, v.verdict.n, v.contentHash, int(v.verdict.outcome), int(v.verdict.refusal), v.verdict.seq);
    if (!done)
        return done;
    return m_db.run("INSERT INTO device (town, device, last_n) VALUES (?, ?, ?)"
                    " ON CONFLICT (town, device) DO UPDATE SET last_n = excluded.last_n"_L1,
                    townKey, device, v.verdict.n);
}

Status SqliteTown::setLastNumber(int year, qint64 number)
{
    return m_db.run("INSERT INTO counter (town, year, last) VALUES (?, ?, ?)"
                    " ON CONFLICT (town, year) DO UPDATE SET last = excluded.last"_L1,
                    townKey, year, number);
}

Status SqliteTown::noteDay(Instant at, qint64 seq)
{
    return m_db.run("INSERT INTO day (town, day, seq) VALUES (?, ?, ?)"
                    " ON CONFLICT (town, day) DO UPDATE SET seq = excluded.seq"_L1,
                    townKey, at.ms / dayMs, seq);
}

Status SqliteTown::setSecret(const Id &user, const StoredSecret &secret)
{
    return m_db.run("INSERT INTO user_secret (town, user, hash, once_until) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (town, user) DO UPDATE SET hash = excluded.hash, once_until = excluded.once_until"_L1,
                    townKey, user, secret.hash, secret.onceUntil);
}

Status SqliteTown::putSession(const StoredSession &session)
{
    return m_db.run("INSERT INTO session (town, id, user, device, until) VALUES (?, ?, ?, ?, ?)"_L1, townKey, session.id,
                    session.user, session.device, session.until);
}

Status SqliteTown::putToken(const StoredToken &token)
{
    return m_db.run("INSERT INTO token (town, hash, session, refresh, spent, until) VALUES (?, ?, ?, ?, ?, ?)"_L1, townKey,
                    token.hash, token.session, token.refresh, token.spent, token.until);
}

Status SqliteTown::spendToken(const QByteArray &hash)
{
    return m_db.run("UPDATE token SET spent = 1 WHERE town = ? AND hash = ?"_L1, townKey, hash);
}

Status SqliteTown::dropSession(const Id &session)
{
    const auto done = m_db.run("DELETE FROM token WHERE town = ? AND session = ?"_L1, townKey, session);
    return done ? m_db.run("DELETE FROM session WHERE town = ? AND id = ?"_L1, townKey, session) : done;
}

Status SqliteTown::dropSessionsOf(const Id &user)
{
    const auto done = m_db.run("DELETE FROM token WHERE town = ?1 AND session IN"
                               " (SELECT id FROM session WHERE town = ?1 AND user = ?2)"_L1,
                               townKey, user);
    return done ? m_db.run("DELETE FROM session WHERE town = ? AND user = ?"_L1, townKey, user) : done;
}

Status SqliteTown::dropSessionsBefore(Instant until)
{
    const auto done = m_db.run("DELETE FROM token WHERE town = ?1 AND session IN"
                               " (SELECT id FROM session WHERE town = ?1 AND until <= ?2)"_L1,
                               townKey, until);
    return done ? m_db.run("DELETE FROM session WHERE town = ? AND until <= ?"_L1, townKey, until) : done;
}

Status SqliteTown::setBackedUp(qint64 seq)
{
    return m_db.run("UPDATE town SET backed_up = max(backed_up, ?) WHERE town = ?"_L1, seq, townKey);
}

Result<TownState> SqliteTown::advance(qint64 by, const QByteArray &head)
{
    Statement s = m_db.prepare("UPDATE town SET seq = seq + ?, head = ? WHERE town = ?"
                               " RETURNING name, seq, head, backed_up"_L1);
    const auto row = s.bindAll(by, head, townKey).step();
    if (!row || !*row)
        return row ? Error{ErrorCode::NotFound, u"the town is not founded"_s} : row.error();
    return TownState{s.text(0), s.integer(1), s.blob(2), s.integer(3)};
}

} // namespace parvis
