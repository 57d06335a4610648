#include "store/citizenquery.h"

#include "base/text.h"
#include "domain/phone.h"
#include "store/recordtable.h"
#include "store/searchwords.h"
#include "store/timelinequery.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int leastDigits = 3;
constexpr int leastLetters = 2;

//! Gathers hits of several queries, each citizen once.
class Hits
{
public:
    Hits(DeskStore &store, int limit) : m_store(store), m_limit(limit) {}

    //! \a from gives rowids of citizens as "h".
    template <typename... V>
    void add(const QByteArray &from, const V &...values)
    {
        const RecordTable &table = RecordTable::of(Kind::Citizen);
        const QByteArray sql =
            "SELECT " + table.columns("c.") +
            ", (SELECT count(*) FROM request r INDEXED BY request_citizen WHERE r.citizen = c.id AND r.open = 1)"
            " FROM (" +
            from + ") h CROSS JOIN citizen c ON c.rowid = h.rowid";
        if (m_error || m_hits.size() >= m_limit)
            return;
        Statement s = m_store.database().prepare(sql);
        s.bindAll(values...);
        auto row = s.step();
        for (; row && *row && m_hits.size() < m_limit; row = s.step()) {
            const Id id = s.id(0);
            if (m_seen.contains(id))
                continue;
            m_seen.insert(id);
            m_hits.append({fromDocument<Citizen>(id, table.read(s).document), int(s.integer(table.width()))});
        }
        if (!row)
            m_error = row.error();
    }

    int limit() const { return m_limit; }
    Result<QList<CitizenHit>> finish() const
    {
        if (m_error)
            return *m_error;
        return m_hits;
    }

private:
    DeskStore &m_store;
    int m_limit;
    QList<CitizenHit> m_hits;
    QSet<Id> m_seen;
    std::optional<Error> m_error;
};

void addByPhone(Hits &hits, const QString &typed)
{
    const QString prefix = phonePrefix(typed);
    if (prefix.size() <= leastDigits)
        return;
    const QString end = prefix + QChar(0xffff);
    for (const auto column : {"phone", "phone2"}) {
        const QByteArray name = column;
        hits.add("SELECT rowid FROM citizen INDEXED BY citizen_" + name + " WHERE " + name + " >= ? AND " + name +
                     " < ? ORDER BY " + name + " LIMIT ?",
                 prefix, end, hits.limit());
    }
}

void addByEmail(Hits &hits, const QString &typed)
{
    hits.add("SELECT rowid FROM citizen INDEXED BY citizen_email WHERE email >= ? AND email < ? ORDER BY email LIMIT ?", typed,
             QString(typed + QChar(0xffff)), hits.limit());
}

void addByName(Hits &hits, const QString &typed)
{
    if (folded(typed).size() < leastLetters)
        return;
    // Twice as many as shown, since the second query finds those of the first again.
    const QByteArray sql = "SELECT rowid FROM citizen_fts WHERE citizen_fts MATCH ? ORDER BY rowid DESC LIMIT ?";
    hits.add(sql, namesExpression(typed, "names"_L1), hits.limit());
    hits.add(sql, namesExpression(typed, "{names rest}"_L1), 2 * hits.limit());
}

} // namespace

Result<QList<CitizenHit>> findCitizens(DeskStore &store, const QString &typed, int limit)
{
    Hits hits(store, limit);
    const QString text = typed.trimmed();
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (!hasLetters)
        addByPhone(hits, text);
    else if (text.contains(u'@'))
        addByEmail(hits, text);
    else
        addByName(hits, text);
    return hits.finish();
}

Result<std::optional<CitizenRecord>> citizenRecord(DeskStore &store, const Id &id)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    const auto document = store.document(Kind::Citizen, id);
    const auto seq = store.seqOf(Kind::Citizen, id);
    const auto requests = requestsOf(store, id, 500);
    const auto history = historyOf(store, Kind::Citizen, id);
    for (const auto *error : {document ? nullptr : &document.error(), seq ? nullptr : &seq.error(),
                              requests ? nullptr : &requests.error(), history ? nullptr : &history.error()}) {
        if (error)
            return *error;
    }
    if (!*document)
        return std::optional<CitizenRecord>();
    return std::optional(CitizenRecord{fromDocument<Citizen>(id, **document), *seq, *requests, *history});
}

} // namespace parvis
