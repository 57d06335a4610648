#include "store/parts.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The requests out of sight, by the domain's own rule, asked once for each service.
void collectHidden(Work &work, const Actor &actor)
{
    work.run("CREATE TEMP TABLE IF NOT EXISTS hidden(id BLOB PRIMARY KEY) WITHOUT ROWID"_L1);
    work.run("DELETE FROM hidden"_L1);
    Statement s = work.database().prepare("SELECT DISTINCT service, ifnull(confidential, 0) FROM request"_L1);
    while (work.next(s)) {
        const Id service = s.id(0);
        const bool confidential = s.boolean(1);
        if (!sees(actor, {Scope::Reach::Service, service, confidential}))
            work.run("INSERT INTO hidden SELECT id FROM request WHERE service IS ? AND ifnull(confidential, 0) = ?"
                     " AND id NOT IN (SELECT id FROM shadow WHERE document IS NOT NULL)"_L1,
                     service, confidential);
    }
    // What is on its way does not count: the hub may refuse it.
    Statement shadows =
        work.database().prepare("SELECT id, document FROM shadow WHERE kind = 'request' AND document IS NOT NULL"_L1);
    while (work.next(shadows)) {
        if (!sees(actor, scopeOf(Kind::Request, shadows.object(1), {})))
            work.run("INSERT INTO hidden VALUES(?)"_L1, shadows.id(0));
    }
}

void removeMissions(Work &work, const Actor &actor, QList<std::pair<Kind, Id>> &gone)
{
    QList<Id> hidden;
    Statement s =
        work.database().prepare("SELECT m.id, m.service, h.document FROM mission m LEFT JOIN shadow h ON h.id = m.id"_L1);
    while (work.next(s)) {
        const bool isOnItsWay = !s.isNull(2); // that does not count: the hub may refuse it
        const Scope scope = isOnItsWay ? scopeOf(Kind::Mission, s.object(2), {}) : Scope{Scope::Reach::Service, s.id(1), false};
        if (!sees(actor, scope))
            hidden.append(s.id(0));
    }
    for (const Id &id : std::as_const(hidden)) {
        work.removeMission(id);
        gone.append({Kind::Mission, id});
    }
}

//! Without the directory, an agent keeps the citizens of the requests in sight.
void removeCitizens(Work &work, QList<std::pair<Kind, Id>> &gone)
{
    QList<Id> strangers;
    Statement s =
        work.database().prepare("SELECT id FROM citizen WHERE id NOT IN (SELECT citizen FROM request WHERE citizen IS NOT"
                                " NULL) AND id NOT IN (SELECT citizen FROM contact WHERE citizen IS NOT NULL)"_L1);
    while (work.next(s))
        strangers.append(s.id(0));
    for (const Id &id : std::as_const(strangers)) {
        work.removeCitizen(id);
        work.run("DELETE FROM shadow WHERE id = ?"_L1, id);
        gone.append({Kind::Citizen, id});
    }
}

} // namespace

Result<Touched> DeskStore::purgeOutside(const Actor &actor)
{
    Touched touched;
    {
        Work work(m->database);
        collectHidden(work, actor);
        QList<Id> hidden;
        Statement s = work.database().prepare("SELECT id FROM hidden"_L1);
        while (work.next(s))
            hidden.append(s.id(0));
        for (const Id &id : std::as_const(hidden)) {
            work.removeRequest(id);
            touched.records.append({Kind::Request, id});
        }
        removeMissions(work, actor, touched.records);
        if (!sees(actor, {Scope::Reach::Directory, {}, false}))
            removeCitizens(work, touched.records);
        work.run("DELETE FROM hidden"_L1);
        if (!touched.isEmpty() && work.metaInteger("index_dirty"_L1) > 0) {
            // Words that were edited away are only marked deleted: written anew, the index holds none of them.
            work.run("INSERT INTO request_fts(request_fts) VALUES('optimize')"_L1);
            work.run("INSERT INTO citizen_fts(citizen_fts) VALUES('optimize')"_L1);
            work.setMeta("index_dirty"_L1, 0);
        }
        if (const Status done = work.commit(); !done)
            return done.error();
    }
    if (touched.records.size() > 1000)
        touched = {{}, true};
    // Old pages lie in the log until it is emptied. A reader may hold it for a moment: the next checkpoint empties it then.
    if (const Status emptied = m->database.checkpoint(); !emptied && emptied.error().code != ErrorCode::Storage)
        return emptied.error();
    return touched;
}

} // namespace parvis
