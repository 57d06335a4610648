#include "store/incidenthistory.h"

#include "store/requestsql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

using What = IncidentEvent::What;

constexpr int mostNumbers = 3;

class Reading
{
public:
    Reading(DeskStore &store, IncidentRecord &record, int limit)
        : m_store(store),
          m_lookup(store.lookup()),
          m_record(record),
          m_root(record.summary.incident.id),
          m_limit(limit),
          m_tree{m_root}
    {
        for (const Incident &merged : record.summary.merged)
            m_tree.insert(merged.id);
    }

    Status run()
    {
        Status done = onTheirWay();
        for (const QLatin1StringView column : {"incident"_L1, "incident_was"_L1}) {
            if (done)
                done = committed(column);
        }
        if (done)
            done = ownMerges();
        if (done)
            done = reported();
        if (!done)
            return done;
        addUntold();
        sort();
        return judgeMerges();
    }

private:
    QList<IncidentEvent> &events() { return m_record.events; }

    bool add(IncidentEvent event, Kind kind, const Id &id, const Id &into, const Id &from)
    {
        const bool joins = m_tree.contains(into), leaves = m_tree.contains(from);
        if (kind == Kind::Request) {
            if (joins == leaves) // within it
                return false;
            event.what = joins ? What::Joined : What::TakenOut;
            event.request = id;
        } else {
            const Id &target = into.isNull() ? from : into;
            event.what = into.isNull() ? What::Parted : What::Merged;
            event.other = m_tree.contains(target) ? id : target;
        }
        events().append(event);
        return true;
    }

    //! Those of the day, of this desk: few.
    Status onTheirWay()
    {
        Statement s =
            m_store.database().prepare("SELECT o.kind, o.target, o.fields, o.undo, o.at, o.n, r.number FROM outbox o"
                                       " LEFT JOIN request r ON r.id = o.target WHERE o.overlaid = 1 AND o.verb = 'patch'"
                                       " AND o.kind IN ('request', 'incident') ORDER BY o.n DESC"_L1);
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            const Kind kind = fromToken<Kind>(s.text(0)).value_or(Kind::Request);
            const auto incident = [field = gatheringField(kind)](const QJsonObject &fields) {
                return idFromText(fields.value(field).toString()).value_or(Id());
            };
            const Id into = incident(s.object(2)), from = incident(s.object(3)), target = s.id(1);
            if (!m_tree.contains(into) && !m_tree.contains(from) &&
                !(m_tree.contains(target) && !(into.isNull() && from.isNull())))
                continue;
            IncidentEvent event;
            event.isOnItsWay = true;
            event.at = s.instant(4);
            event.seq = s.integer(5);
            event.number = s.text(6);
            if (add(event, kind, target, into, from) && kind == Kind::Request)
                m_joined.insert(target);
        }
        return row ? success() : row.error();
    }

    Status committed(QLatin1StringView column)
    {
        const QByteArray name(column.data(), column.size());
        // The one with a join before is told by that.
        Statement s = m_store.database().prepare(
            "SELECT h.id, h.kind, h.at, h.actor, h.seq, h.incident, h.incident_was, r.number, r.created_by, r.received_at,"
            " h.incident_was IS NOT NULL AND NOT EXISTS(SELECT 1 FROM history e WHERE e.id = h.id AND e.seq < h.seq AND"
            " e.incident IS NOT NULL) FROM history h INDEXED BY history_" +
            name + " LEFT JOIN request r ON r.id = h.id WHERE h." + name + " IN (" + QByteArray(incidentTree.data()) +
            ") AND (h.kind = 'incident' OR r.id IS NOT NULL) ORDER BY h.seq DESC LIMIT ?");
        s.bindAll(m_root, m_limit + 1);
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            const Kind kind = fromToken<Kind>(s.text(1)).value_or(Kind::Request);
            IncidentEvent event;
            event.at = s.instant(2);
            event.actor = s.id(3);
            event.seq = s.integer(4);
            event.number = s.text(7);
            if (!m_seen.contains({s.id(0), event.seq}) && add(event, kind, s.id(0), s.id(5), s.id(6)))
                m_seen.insert({s.id(0), event.seq});
            if (kind == Kind::Request && s.boolean(10) && m_tree.contains(s.id(6)))
                addReported(s.id(0), event.number, s.id(8), s.instant(9));
        }
        return row ? success() : row.error();
    }

    //! What it went into itself, and came back from.
    Status ownMerges()
    {
        Statement s = m_store.database().prepare(
            "SELECT h.id, h.at, h.actor, h.seq, h.incident, h.incident_was FROM history h WHERE h.id IN (" +
            QByteArray(incidentTree.data()) +
            ") AND h.kind = 'incident' AND (h.incident IS NOT NULL OR h.incident_was IS NOT NULL) ORDER BY h.seq DESC LIMIT ?");
        s.bindAll(m_root, m_limit + 1);
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            IncidentEvent event;
            event.at = s.instant(1);
            event.actor = s.id(2);
            event.seq = s.integer(3);
            if (!m_seen.contains({s.id(0), event.seq}) && add(event, Kind::Incident, s.id(0), s.id(4), s.id(5)))
                m_seen.insert({s.id(0), event.seq});
        }
        return row ? success() : row.error();
    }

    //! Those that never came to it by a change: they were taken as its reports.
    Status reported()
    {
        Statement s =
            m_store.database().prepare("SELECT r.id, r.number, r.created_by, r.received_at FROM request r INDEXED BY "
                                       "request_incident WHERE r.incident IN (" +
                                       QByteArray(incidentTree.data()) +
                                       ") AND NOT EXISTS(SELECT 1 FROM history h WHERE h.id = r.id AND h.incident IS NOT NULL)"
                                       " ORDER BY r.arrived DESC LIMIT ?");
        s.bindAll(m_root, m_limit + 1);
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            if (!m_joined.contains(s.id(0)))
                addReported(s.id(0), s.text(1), s.id(2), s.instant(3));
        }
        return row ? success() : row.error();
    }

    void addReported(const Id &request, const QString &number, const Id &author, Instant at)
    {
        if (m_reported.contains(request))
            return;
        m_reported.insert(request);
        IncidentEvent event;
        event.what = What::Reported;
        event.request = request;
        event.number = number;
        event.actor = author;
        event.at = at;
        events().append(event);
    }

    //! A merge that this desk did not see come: it is there, and can be taken back.
    void addUntold()
    {
        for (const Incident &merged : std::as_const(m_record.summary.merged)) {
            const bool isTold = std::any_of(events().begin(), events().end(), [&merged](const IncidentEvent &event) {
                return event.what == What::Merged && event.other == merged.id;
            });
            if (isTold)
                continue;
            IncidentEvent event;
            event.what = What::Merged;
            event.other = merged.id;
            events().append(event);
        }
    }

    void sort()
    {
        const auto key = [](const IncidentEvent &event) {
            return std::tuple(event.isOnItsWay, event.at.ms, event.seq, event.other, event.request);
        };
        std::sort(events().begin(), events().end(),
                  [&key](const IncidentEvent &a, const IncidentEvent &b) { return key(a) > key(b); });
        m_record.isCut = events().size() > m_limit;
        const auto keep = std::min<qsizetype>(events().size(), m_limit);
        const auto isMerge = [](const IncidentEvent &event) { return event.what == What::Merged; };
        // However old: it can be taken back.
        events().erase(std::remove_if(events().begin() + keep, events().end(), std::not_fn(isMerge)), events().end());
        IncidentEvent made;
        made.actor = m_record.summary.incident.author;
        made.at = m_record.summary.incident.at;
        events().append(made);
    }

    Status judgeMerges()
    {
        QSet<Id> judged;
        for (IncidentEvent &event : events()) {
            if (event.other.isNull())
                continue;
            const auto document = m_lookup(Kind::Incident, event.other);
            event.otherAsItIs = fromDocument<Incident>(event.other, document.value_or(QJsonObject()));
            const bool isNewest = event.what == What::Merged && !judged.contains(event.other);
            if (!isNewest || !m_tree.contains(event.other) || event.otherAsItIs.into.isNull())
                continue;
            judged.insert(event.other);
            event.holds = true;
            Statement s = m_store.database().prepare("SELECT r.number FROM request r INDEXED BY request_incident"
                                                     " WHERE r.incident IN (" +
                                                     QByteArray(incidentTree.data()) + ") ORDER BY r.arrived, r.rowid");
            s.bind(1, event.other);
            auto row = s.step();
            for (; row && *row; row = s.step()) {
                if (++event.reports <= mostNumbers)
                    event.firstNumbers.append(s.text(0));
            }
            if (!row)
                return row.error();
        }
        return success();
    }

    DeskStore &m_store;
    Lookup m_lookup;
    IncidentRecord &m_record;
    const Id m_root;
    const int m_limit;
    QSet<Id> m_tree, m_joined, m_reported;
    QSet<std::pair<Id, qint64>> m_seen;
};

} // namespace

Result<std::optional<IncidentRecord>> incidentRecord(DeskStore &store, const QString &number, int limit)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    const QStringList numbers = requestNumbers(number);
    Statement s = store.database().prepare("SELECT incident FROM request WHERE number IN (" +
                                           QByteArrayList(numbers.size(), "?").join(", ") +
                                           ") AND incident IS NOT NULL ORDER BY number DESC LIMIT 1");
    int at = 0;
    for (const QString &each : numbers)
        s.bind(++at, each);
    const auto row = s.step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<IncidentRecord>();
    const auto summary = incidentSummary(store, s.id(0));
    if (!summary)
        return summary.error();
    if (!*summary)
        return std::optional<IncidentRecord>();
    IncidentRecord record{**summary, {}, false};
    if (const Status done = Reading(store, record, limit).run(); !done)
        return done.error();
    return std::optional(std::move(record));
}

} // namespace parvis
