#include "store/work.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr auto citizenNames = std::array{"last_name"_L1, "first_name"_L1, "organisation"_L1, "phone"_L1, "phone2"_L1, "email"_L1};
constexpr auto requestWords = std::array{"number"_L1, "subject"_L1, "text"_L1, "address"_L1, "citizen"_L1, "form"_L1};

bool hasAny(const QJsonObject &fields, const auto &names)
{
    return std::any_of(names.begin(), names.end(), [&fields](QLatin1StringView name) { return fields.contains(name); });
}

QByteArray tableName(Kind kind)
{
    const QLatin1StringView name = RecordTable::of(kind).name();
    return {name.data(), name.size()};
}

} // namespace

Work::Work(Database &database) : m_database(database)
{
    auto begun = Transaction::begin(database);
    if (begun)
        m_transaction.emplace(std::move(begun).value());
    else
        m_error = begun.error();
}

void Work::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void Work::keep(const Status &status)
{
    if (!status)
        fail(status.error());
}

Status Work::commit()
{
    writeShadows();
    indexNew();
    if (m_leavesWords)
        setMeta("index_dirty"_L1, 1);
    if (m_forgets) {
        run("INSERT INTO request_fts(request_fts, rank) VALUES('secure-delete', 0)"_L1);
        run("INSERT INTO citizen_fts(citizen_fts, rank) VALUES('secure-delete', 0)"_L1);
    }
    if (m_requests != 0)
        setMeta("requests"_L1, metaInteger("requests"_L1) + m_requests);
    if (failed())
        return error();
    return m_transaction->commit();
}

bool Work::next(Statement &statement)
{
    if (failed())
        return false;
    const auto row = statement.step();
    if (!row)
        fail(row.error());
    return row && *row;
}

void Work::finish(Statement &statement)
{
    if (!failed())
        keep(statement.run());
}

qint64 Work::metaInteger(QLatin1StringView key)
{
    Statement s = m_database.prepare("SELECT value FROM meta WHERE key = ?"_L1);
    s.bind(1, key);
    return next(s) ? s.integer(0) : 0;
}

QString Work::metaText(QLatin1StringView key)
{
    Statement s = m_database.prepare("SELECT value FROM meta WHERE key = ?"_L1);
    s.bind(1, key);
    return next(s) ? s.text(0) : QString();
}

std::optional<StoredRecord> Work::load(Kind kind, const Id &id)
{
    const RecordTable &table = RecordTable::of(kind);
    Statement s = m_database.prepare(table.selectSql());
    s.bind(1, id);
    return next(s) ? std::optional(table.read(s)) : std::nullopt;
}

std::optional<qint64> Work::seq(Kind kind, const Id &id)
{
    Statement s = m_database.prepare("SELECT seq FROM " + tableName(kind) + " WHERE id = ?");
    s.bind(1, id);
    return next(s) ? std::optional(s.integer(0)) : std::nullopt;
}

qint64 Work::rowid(Kind kind, const Id &id)
{
    Statement s = m_database.prepare(kind == Kind::Request ? "SELECT rowid FROM request WHERE id = ?"_L1
                                                           : "SELECT rowid FROM citizen WHERE id = ?"_L1);
    s.bind(1, id);
    return next(s) ? s.integer(0) : 0;
}

bool Work::isSearched(Kind kind, const QJsonObject &fields) const
{
    return (kind == Kind::Request && hasAny(fields, requestWords)) || (kind == Kind::Citizen && hasAny(fields, citizenNames));
}

//! From here on what leaves the search index leaves no word there: some ten times slower than marking it deleted.
void Work::forgetWords()
{
    if (std::exchange(m_forgets, true))
        return;
    run("INSERT INTO request_fts(request_fts, rank) VALUES('secure-delete', 1)"_L1);
    run("INSERT INTO citizen_fts(citizen_fts, rank) VALUES('secure-delete', 1)"_L1);
}

//! Puts the rows of \a words into the index, or takes them out; the index must be told the very words that it was given, so
//! taking out comes before the change. Row by row with plain values: INSERT … SELECT opens a savepoint, at which FTS5 writes all
//! that it has gathered, so that every record became a segment of its own.
void Work::index(Kind kind, Statement words, bool isIn)
{
    const bool isRequest = kind == Kind::Request;
    m_leavesWords = m_leavesWords || (!isIn && !m_forgets);
    Statement put =
        m_database.prepare(isRequest ? isIn ? "INSERT INTO request_fts(rowid, words) VALUES(?, ?)"_L1
                                            : "INSERT INTO request_fts(request_fts, rowid, words) VALUES('delete', ?, ?)"_L1
                           : isIn    ? "INSERT INTO citizen_fts(rowid, names, rest) VALUES(?, ?, ?)"_L1
                                     : "INSERT INTO citizen_fts(citizen_fts, rowid, names, rest) VALUES('delete', ?, ?, ?)"_L1);
    while (next(words)) {
        put.bind(1, words.integer(0)).bindUtf8(2, words.utf8(1));
        if (!isRequest)
            put.bindUtf8(3, words.utf8(2));
        finish(put);
    }
}

//! A record and, since a request is found by its citizen's name, the requests of a citizen.
void Work::index(Kind kind, const Id &id, bool isIn)
{
    const bool isRequest = kind == Kind::Request;
    Statement words =
        m_database.prepare(isRequest ? "SELECT rowid, words FROM request_text WHERE rowid = ? AND rowid < ?"_L1
                                     : "SELECT rowid, names, rest FROM citizen_text WHERE rowid = ? AND rowid < ?"_L1);
    words.bindAll(rowid(kind, id), isRequest ? m_firstNewRequest : m_firstNewCitizen);
    index(kind, std::move(words), isIn);
    if (kind == Kind::Citizen)
        indexRequestsOf(id, isIn);
}

void Work::indexRequestsOf(const Id &citizen, bool isIn)
{
    Statement words = m_database.prepare("SELECT rowid, words FROM request_text WHERE rowid IN"
                                         " (SELECT rowid FROM request WHERE citizen = ?) AND rowid < ? ORDER BY rowid"_L1);
    words.bindAll(citizen, m_firstNewRequest);
    index(Kind::Request, std::move(words), isIn);
}

bool Work::hasRequests()
{
    if (!m_hadRequests)
        m_hadRequests = metaInteger("requests"_L1) > 0;
    return *m_hadRequests || m_requests > 0;
}

//! New records enter the index together, which is much faster than one by one.
void Work::indexNew()
{
    if (m_firstNewCitizen != none)
        run("INSERT INTO citizen_fts(rowid, names, rest) SELECT rowid, names, rest FROM citizen_text WHERE rowid >= ?"_L1,
            m_firstNewCitizen);
    if (m_firstNewRequest != none)
        run("INSERT INTO request_fts(rowid, words) SELECT rowid, words FROM request_text WHERE rowid >= ?"_L1, m_firstNewRequest);
    m_firstNewCitizen = m_firstNewRequest = none;
}

void Work::insert(Kind kind, const Id &id, const QJsonObject &document, qint64 seq)
{
    if (failed())
        return;
    const bool mayHaveRequests = kind == Kind::Citizen && hasRequests();
    if (mayHaveRequests) // known before their citizen
        indexRequestsOf(id, false);
    const RecordTable &table = RecordTable::of(kind);
    Statement s = m_database.prepare(table.insertSql());
    table.bind(s, id, document, seq);
    finish(s);
    if (kind == Kind::Request) {
        ++m_requests;
        m_firstNewRequest = std::min(m_firstNewRequest, m_database.lastRowId());
    } else if (kind == Kind::Citizen) {
        m_firstNewCitizen = std::min(m_firstNewCitizen, m_database.lastRowId());
        if (mayHaveRequests)
            indexRequestsOf(id, true);
    }
}

void Work::replace(Kind kind, const Id &id, const QJsonObject &before, const QJsonObject &document, qint64 seq)
{
    const QJsonObject fields = changedFields(before, document);
    if (patchColumns(kind, id, fields, seq))
        return;
    const bool searched = isSearched(kind, fields);
    if (searched)
        index(kind, id, false);
    const RecordTable &table = RecordTable::of(kind);
    Statement s = m_database.prepare(table.replaceSql());
    table.bind(s, id, document, seq);
    finish(s);
    if (searched)
        index(kind, id, true);
}

//! Writes these columns alone, which leaves the indexes of the others in peace. False if the record has more than columns.
bool Work::patchColumns(Kind kind, const Id &id, const QJsonObject &fields, qint64 seq)
{
    auto statement = RecordTable::of(kind).patch(m_database, id, fields, seq);
    if (!statement || failed())
        return false;
    const bool searched = isSearched(kind, fields);
    if (searched)
        index(kind, id, false);
    finish(*statement);
    const bool done = changes() > 0;
    if (searched)
        index(kind, id, true);
    return done;
}

void Work::write(Kind kind, const Id &id, const QJsonObject &document, qint64 seq)
{
    if (const auto before = load(kind, id))
        replace(kind, id, before->document, document, seq);
    else
        insert(kind, id, document, seq);
}

void Work::patch(Kind kind, const Id &id, const QJsonObject &fields, qint64 seq)
{
    if (patchColumns(kind, id, fields, seq))
        return;
    if (const auto before = load(kind, id))
        replace(kind, id, before->document, overlaid(describe(kind), before->document, fields), seq);
}

void Work::remove(Kind kind, const Id &id)
{
    if (failed())
        return;
    const bool searched = kind == Kind::Request || kind == Kind::Citizen;
    if (searched)
        index(kind, id, false);
    run("DELETE FROM " + tableName(kind) + " WHERE id = ?", id);
    if (kind == Kind::Request)
        m_requests -= changes();
    if (kind == Kind::Citizen)
        indexRequestsOf(id, true);
}

//! The proposals about \a targets (SQL over \a values), and those about these.
template <typename... V>
void Work::removeProposals(const QByteArray &targets, const V &...values)
{
    static const QByteArray about = "WITH RECURSIVE about(id) AS (SELECT id FROM proposal WHERE target IN %1"
                                    " UNION SELECT p.id FROM proposal p JOIN about ON p.target = about.id) ";
    const QByteArray them = QByteArray(about).replace("%1", targets);
    for (const char *table : {"shadow", "history", "proposal"}) // the last one is what finds them
        run("DELETE FROM " + QByteArray(table) + " WHERE id IN (" + them + "SELECT id FROM about)", values...);
}

void Work::removeRequest(const Id &id)
{
    forgetWords();
    writeShadows();
    // What is on its way may be known by its shadow alone. A mission about it stays: it is seen by its own service.
    static const QByteArray family = "(SELECT id FROM contact WHERE request = ?1 UNION ALL SELECT id FROM note WHERE request = ?1"
                                     " UNION ALL SELECT id FROM attachment WHERE request = ?1 UNION ALL VALUES(?1)"
                                     " UNION ALL SELECT id FROM reply WHERE request = ?1"
                                     " UNION ALL SELECT id FROM dispatch WHERE request = ?1"
                                     " UNION ALL SELECT id FROM shadow WHERE document IS NOT NULL AND"
                                     " kind <> 'mission' AND json_extract(document, '$.request') = ?2)";
    const QString text = idText(id);
    run("DELETE FROM history WHERE id IN " + family, id, text);
    removeProposals(family, id, text);
    run("DELETE FROM shadow WHERE id IN " + family, id, text);
    run("DELETE FROM contact WHERE request = ?"_L1, id);
    run("DELETE FROM note WHERE request = ?"_L1, id);
    run("DELETE FROM reminder WHERE request = ?"_L1, id);
    run("DELETE FROM reply WHERE request = ?"_L1, id);
    run("DELETE FROM dispatch WHERE request = ?"_L1, id);
    run("DELETE FROM attachment WHERE request = ?"_L1, id);
    if (changes() > 0)
        removeStrayBlobs();
    remove(Kind::Request, id);
}

void Work::removeStrayBlobs()
{
    static const QByteArray stray = "sha256 IN (SELECT sha256 FROM blob b WHERE state IN ('sent', 'coming') AND NOT EXISTS"
                                    " (SELECT 1 FROM attachment a WHERE a.sha256 = b.sha256 AND a.removed IS NOT 1))";
    run(QByteArray("DELETE FROM blob_part WHERE " + stray));
    run(QByteArray("DELETE FROM blob WHERE " + stray));
}

void Work::removeCitizen(const Id &id)
{
    forgetWords();
    writeShadows();
    run("DELETE FROM history WHERE id = ?"_L1, id);
    removeProposals("(?1)", id);
    remove(Kind::Citizen, id);
}

void Work::removeMission(const Id &id)
{
    writeShadows();
    run("DELETE FROM history WHERE id = ?"_L1, id);
    removeProposals("(?1)", id);
    run("DELETE FROM shadow WHERE id = ?"_L1, id);
    remove(Kind::Mission, id);
}

QSet<Id> Work::overlaidTargets()
{
    QSet<Id> targets;
    Statement s = m_database.prepare("SELECT DISTINCT target FROM outbox WHERE overlaid = 1"_L1);
    while (next(s))
        targets.insert(s.id(0));
    return targets;
}

Mutation Work::readMutation(const Statement &s)
{
    Mutation m;
    m.n = s.integer(0);
    m.id = s.id(1);
    m.kind = fromToken<Kind>(s.text(2)).value_or(Kind::Request);
    m.verb = fromToken<Verb>(s.text(3)).value_or(Verb::Patch);
    m.target = s.id(4);
    m.base = s.integer(5);
    m.set = s.object(6);
    m.was = s.object(7);
    m.at = s.instant(8);
    return m;
}

QList<Mutation> Work::overlay(const Id &target)
{
    QList<Mutation> mutations;
    Statement s = m_database.prepare("SELECT n, id, kind, verb, target, base, fields, was, at FROM outbox"
                                     " WHERE target = ? AND overlaid = 1 ORDER BY n"_L1);
    s.bind(1, target);
    while (next(s))
        mutations.append(readMutation(s));
    return mutations;
}

std::optional<Work::Shadow> Work::shadow(const Id &id)
{
    if (const auto kept = m_shadows.constFind(id); kept != m_shadows.constEnd())
        return *kept;
    Statement s = m_database.prepare("SELECT kind, seq, document FROM shadow WHERE id = ?"_L1);
    s.bind(1, id);
    if (!next(s))
        return std::nullopt;
    return Shadow{fromToken<Kind>(s.text(0)).value_or(Kind::Request), s.integer(1),
                  s.isNull(2) ? std::nullopt : std::optional(s.object(2))};
}

//! Written at the end: most shadows of a pull are gone again by then.
void Work::setShadow(const Id &id, const Shadow &shadow)
{
    m_shadows.insert(id, shadow);
}

void Work::writeShadows()
{
    const auto shadows = std::exchange(m_shadows, {});
    for (auto it = shadows.begin(); it != shadows.end(); ++it) {
        Statement s = m_database.prepare("INSERT INTO shadow(id, kind, seq, document) VALUES(?, ?, ?, ?)"
                                         " ON CONFLICT(id) DO UPDATE SET seq = excluded.seq, document = excluded.document"_L1);
        s.bind(1, it.key()).bind(2, token(it->kind)).bind(3, it->seq).bind(4, nullptr);
        if (it->document) // an empty document is one, too
            s.bind(4, QString::fromUtf8(QJsonDocument(*it->document).toJson(QJsonDocument::Compact)));
        finish(s);
    }
}

void Work::ensureShadow(Kind kind, const Id &id)
{
    if (shadow(id))
        return;
    const auto record = load(kind, id);
    setShadow(id, record ? Shadow{kind, record->seq, record->document} : Shadow{kind, 0, std::nullopt});
}

void Work::rebuild(Kind kind, const Id &id)
{
    const auto confirmed = shadow(id);
    const QList<Mutation> pending = overlay(id);
    const bool isKnown = confirmed && confirmed->document;
    if (!isKnown && (pending.isEmpty() || pending.first().verb != Verb::Create)) {
        remove(kind, id);
    } else {
        QJsonObject document = isKnown ? *confirmed->document : QJsonObject();
        for (const Mutation &m : pending)
            document = optimistic(m, document);
        write(kind, id, document, confirmed ? confirmed->seq : 0);
    }
    if (pending.isEmpty()) {
        m_shadows.remove(id);
        run("DELETE FROM shadow WHERE id = ?"_L1, id);
    }
}

} // namespace parvis
