#include "store/linkquery.h"

#include "base/text.h"
#include "domain/round.h"
#include "domain/workflow.h"
#include "store/requestsql.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 recentMs = 2 * 365LL * 24 * 60 * 60 * 1000;
constexpr double nearMetres = 40;
constexpr int candidates = 60;

class Links
{
public:
    Links(DeskStore &store, const Request &request, int limit)
        : m_store(store),
          m_database(store.database()),
          m_request(request),
          m_limit(limit),
          m_since(request.receivedAt.ms - recentMs)
    {
        m_seen.insert(request.id);
    }

    Result<LinkedRequests> read()
    {
        if (!m_request.parent.isNull()) {
            auto rows = look("request r", "r.id = ?", m_limit, m_request.parent);
            if (!rows.isEmpty())
                m_links.parent = rows.first();
        }
        m_links.parts = look("request r INDEXED BY request_parent", "r.parent = ? ORDER BY r.rowid", candidates, m_request.id);
        if (const Status done = readIncident(); !done)
            return done.error();
        if (!m_request.citizen.isNull())
            m_links.ofCitizen = look("request r INDEXED BY request_citizen",
                                     "r.citizen = ? AND r.arrived >= ? ORDER BY r.open DESC, r.arrived DESC", m_limit,
                                     m_request.citizen, m_since);
        if (m_request.latitude && m_request.longitude)
            m_links.atPlace = look("request r INDEXED BY request_cell",
                                   "r.cell IN (" + cellsAround(*m_request.latitude, *m_request.longitude) +
                                       ") AND r.latitude IS NOT NULL AND r.arrived >= ? ORDER BY r.arrived DESC",
                                   candidates, m_since);
        if (m_error)
            return *m_error;
        m_links.atPlace = m_links.atPlace.mid(0, m_limit);
        return m_links;
    }

private:
    Status readIncident()
    {
        auto incident = incidentSummary(m_store, m_request.incident);
        if (!incident)
            return incident.error();
        m_links.incident = std::move(incident).value();
        if (!isOpen(m_request.status) || m_request.confidential)
            return success();
        auto causes = incidentProposals(m_store, reportOf(m_request));
        if (!causes)
            return causes.error();
        for (const IncidentProposal &cause : *causes) {
            const bool isOfIncident = m_links.incident && cause.incident == m_links.incident->incident.id;
            if (isOfIncident || m_seen.contains(cause.row.id)) // the whole, or a part
                continue;
            m_links.causes.append(cause);
            m_seen.insert(cause.row.id);
        }
        return success();
    }

    template <typename... V>
    QList<RequestRow> look(const QByteArray &from, const QByteArray &condition, int limit, const V &...values)
    {
        QList<RequestRow> rows;
        if (m_error)
            return rows;
        Statement s = m_database.prepare("SELECT " + QByteArray(requestRowColumns.data()) + ", r.latitude, r.longitude FROM " +
                                         from + QByteArray(requestRowJoins.data()) + " WHERE " + condition + " LIMIT " +
                                         QByteArray::number(limit + m_seen.size()));
        s.bindAll(values...);
        const bool isByPlace = from.contains("request_cell");
        auto row = s.step();
        for (; row && *row; row = s.step()) {
            const RequestRow found = readRequestRow(s);
            const bool isOfIncident = m_links.incident && found.incident == m_links.incident->incident.id;
            if (m_seen.contains(found.id) || isOfIncident || rows.size() == limit || (isByPlace && !isNear(s, found)))
                continue;
            m_seen.insert(found.id);
            rows.append(found);
        }
        if (!row)
            m_error = row.error();
        return rows;
    }

    bool isNear(const Statement &s, const RequestRow &row) const
    {
        if (!m_request.address.isEmpty() && folded(row.address) == folded(m_request.address))
            return true;
        return metres({*m_request.latitude, *m_request.longitude}, {s.real(requestRowWidth), s.real(requestRowWidth + 1)}) <=
               nearMetres;
    }

    DeskStore &m_store;
    Database &m_database;
    const Request &m_request;
    qsizetype m_limit;
    qint64 m_since;
    QSet<Id> m_seen;
    LinkedRequests m_links;
    std::optional<Error> m_error;
};

} // namespace

Result<LinkedRequests> linkedRequests(DeskStore &store, const Request &request, int limit)
{
    return Links(store, request, limit).read();
}

} // namespace parvis
