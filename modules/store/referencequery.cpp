#include "store/referencequery.h"

#include "store/recordtable.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

template <typename T>
Status loadAll(DeskStore &store, QList<T> &list)
{
    const RecordTable &table = RecordTable::of(T::kind);
    Statement s = store.database().prepare("SELECT " + table.columns() + " FROM " +
                                           QByteArray(table.name().data(), table.name().size()) + " ORDER BY id");
    auto row = s.step();
    for (; row && *row; row = s.step())
        list.append(fromDocument<T>(s.id(0), table.read(s).document));
    if (!row)
        return row.error();
    return success();
}

} // namespace

Result<ReferenceRecords> loadReference(DeskStore &store)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    ReferenceRecords r;
    QList<Calendar> calendars;
    for (const Status &loaded : {loadAll(store, r.units), loadAll(store, r.districts), loadAll(store, r.themes),
                                 loadAll(store, r.streets), loadAll(store, r.users), loadAll(store, r.cards),
                                 loadAll(store, r.rules), loadAll(store, r.templates), loadAll(store, calendars)}) {
        if (!loaded)
            return loaded.error();
    }
    if (!calendars.isEmpty())
        r.calendar = calendars.first();
    return r;
}

Result<QHash<Id, int>> openCasesByAssignee(DeskStore &store)
{
    QHash<Id, int> cases;
    Statement s = store.database().prepare("SELECT assignee, count(*) FROM request INDEXED BY request_open_assignee"
                                           " WHERE open = 1 GROUP BY assignee"_L1);
    auto row = s.step();
    for (; row && *row; row = s.step())
        cases.insert(s.id(0), int(s.integer(1)));
    if (!row)
        return row.error();
    return cases;
}

bool isReference(Kind kind)
{
    switch (kind) {
    case Kind::Unit:
    case Kind::District:
    case Kind::Theme:
    case Kind::Street:
    case Kind::User:
    case Kind::Calendar:
    case Kind::RoutingRule:
    case Kind::Template:
    case Kind::Card: return true;
    default: return false;
    }
}

} // namespace parvis
