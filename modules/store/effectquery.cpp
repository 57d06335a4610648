#include "store/effectquery.h"

#include "store/requestsql.h"

using namespace Qt::StringLiterals;

namespace parvis {

Result<QMap<QDate, int>> openByDueDay(DeskStore &store, const QDate &from)
{
    // The urgency of a request without a promise lies beyond all days.
    Statement s = store.database().prepare("SELECT due_on, count(*) FROM request INDEXED BY request_open_urgency"
                                           " WHERE open = 1 AND urgency >= ? AND urgency < 9999999 GROUP BY urgency"_L1);
    s.bindAll(from);
    QMap<QDate, int> days;
    auto row = s.step();
    for (; row && *row; row = s.step())
        days.insert(s.date(0), int(s.integer(1)));
    if (!row)
        return row.error();
    return days;
}

Result<QList<OpenCount>> openByService(DeskStore &store)
{
    static const QByteArray sql = "SELECT service, ifnull(confidential, 0) <> 0 AS hidden, count(*) FROM request"
                                  " INDEXED BY request_board WHERE " +
                                  QByteArray(isAtWork.data(), isAtWork.size()) + " GROUP BY service, hidden";
    Statement s = store.database().prepare(sql);
    QList<OpenCount> counts;
    auto row = s.step();
    for (; row && *row; row = s.step())
        counts.append({s.id(0), s.integer(1) != 0, int(s.integer(2))});
    if (!row)
        return row.error();
    return counts;
}

} // namespace parvis
