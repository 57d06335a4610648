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

//! The columns of a RequestRow, from "request r LEFT JOIN citizen c … LEFT JOIN unit u …".
inline constexpr QLatin1StringView requestRowColumns{
    "r.rowid, r.id, r.number, ifnull(r.subject, substr(r.text, 1, 120)), r.address, c.civility, c.first_name, c.last_name,"
    " c.organisation, r.citizen, r.service, ifnull(u.short_name, u.name), r.assignee, r.district, r.status, r.channel,"
    " r.received_at, r.due_on, r.confidential, EXISTS(SELECT 1 FROM outbox o WHERE o.target = r.id AND o.overlaid = 1),"
    " EXISTS(SELECT 1 FROM proposal p WHERE p.target = r.id AND ifnull(p.state, 'open') = 'open'), r.reason"};
inline constexpr int requestRowWidth = 22;
inline constexpr QLatin1StringView requestRowJoins{
    " LEFT JOIN citizen c ON c.id = r.citizen LEFT JOIN unit u ON u.id = r.service"};
RequestRow readRequestRow(const Statement &statement);
QByteArray isSuspended(const QByteArray &prefix = {}); //!< a condition on a request's columns: it waits for the citizen
QString citizenName(const Statement &statement, int firstColumn); //!< of civility, first name, last name, organisation

} // namespace parvis
