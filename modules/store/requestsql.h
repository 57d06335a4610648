#pragma once

#include "store/requestquery.h"

namespace parvis {

//! The statement of a list and what to bind to it, in order; apart, so that tests can read its plan.
struct RequestSql
{
    QByteArray text;
    std::vector<std::function<void(Statement &, int)>> values;
    bool isEmpty = false; //!< nothing can match
};
RequestSql requestSql(const RequestQuery &query, int limit, const std::optional<RequestCursor> &after, bool wholeWords = false);
//! Every request of the query once, in no order, with \a columns of "request r"; for what counts or draws them all.
RequestSql everyRequestSql(const RequestQuery &query, const QByteArray &columns);
//! What mapRequests() (mapquery.h) reads; apart, so that tests can read its plan.
RequestSql mapSql(const RequestQuery &query, const QSet<Id> &only = {});

//! The columns of a RequestRow, from "request r LEFT JOIN citizen c … LEFT JOIN unit u …".
inline constexpr QLatin1StringView requestRowColumns{
    "r.rowid, r.id, r.number, ifnull(r.subject, substr(r.text, 1, 120)), r.address, c.civility, c.first_name, c.last_name,"
    " c.organisation, r.citizen, r.service, ifnull(u.short_name, u.name), r.assignee, r.district, r.status, r.channel,"
    " r.received_at, r.due_on, r.confidential, EXISTS(SELECT 1 FROM outbox o WHERE o.target = r.id AND o.overlaid = 1),"
    " EXISTS(SELECT 1 FROM proposal p WHERE p.target = r.id AND ifnull(p.state, 'open') = 'open'), r.reason,"
    " CASE WHEN r.incident IS NOT NULL THEN (WITH RECURSIVE up(id, n) AS (SELECT r.incident, 0 UNION ALL SELECT i.merged_into,"
    " n + 1 FROM up JOIN incident i ON i.id = up.id WHERE i.merged_into IS NOT NULL AND n < 16)"
    " SELECT id FROM up WHERE NOT EXISTS(SELECT 1 FROM incident i WHERE i.id = up.id AND i.merged_into IS NOT NULL)"
    " LIMIT 1) END"};
inline constexpr int requestRowWidth = 23;
inline constexpr QLatin1StringView requestRowJoins{
    " LEFT JOIN citizen c ON c.id = r.citizen LEFT JOIN unit u ON u.id = r.service"};
RequestRow readRequestRow(const Statement &statement);
//! The square of the column "cell" around a position and its neighbours, as the list of an IN: all within 180 m, and more.
QByteArray cellsAround(double latitude, double longitude);
//! The incident whose id is bound here and all that were merged into it, as the inside of an IN.
inline constexpr QLatin1StringView incidentTree{
    "WITH RECURSIVE tree(id) AS (SELECT ? UNION SELECT i.id FROM tree JOIN incident i ON i.merged_into = tree.id)"
    " SELECT id FROM tree"};
//! The numbers that an agent may mean by what they typed: "14233" is the count of any year.
QStringList requestNumbers(const QString &typed);
//! The condition of the indexes of boards: the column "open" in words, so that it is answered from the index.
inline constexpr QLatin1StringView isAtWork{"ifnull(status, 'received') NOT IN ('answered', 'closed')"};
QByteArray isSuspended(const QByteArray &prefix = {}); //!< a condition on a request's columns: it waits for the citizen
QString citizenName(const Statement &statement, int firstColumn); //!< of civility, first name, last name, organisation

} // namespace parvis
