#include "store/casequery.h"

using namespace Qt::StringLiterals;

namespace parvis {

static Result<QList<Request>> requestsOf(DeskStore &store, Statement statement)
{
    QList<Id> ids;
    auto row = statement.step();
    for (; row && *row; row = statement.step())
        ids.append(statement.id(0));
    if (!row)
        return row.error();
    QList<Request> list;
    for (const Id &id : std::as_const(ids)) {
        const auto document = store.document(Kind::Request, id);
        if (!document)
            return document.error();
        if (*document)
            list.append(fromDocument<Request>(id, **document));
    }
    return list;
}

Result<QList<Request>> latestRequests(DeskStore &store, int limit)
{
    Statement s = store.database().prepare("SELECT id FROM request ORDER BY arrived DESC LIMIT ?"_L1);
    s.bind(1, limit);
    return requestsOf(store, std::move(s));
}

Result<QList<Request>> openRequestsOf(DeskStore &store, const Id &service, int limit)
{
    Statement s = store.database().prepare("SELECT id FROM request INDEXED BY request_open_urgency WHERE open = 1 AND service = ?"
                                           " ORDER BY urgency, rowid LIMIT ?"_L1);
    s.bindAll(service, limit);
    return requestsOf(store, std::move(s));
}

} // namespace parvis
