#include "store/parts.h"

using namespace Qt::StringLiterals;

namespace parvis {

//! What the cursor has passed is part of the confirmed state; what is stable needs no second sending.
void settle(Work &work, qint64 cursor, qint64 stable, QList<std::pair<Kind, Id>> &dirty)
{
    Statement s = work.database().prepare(
        "SELECT kind, target FROM outbox WHERE overlaid = 1 AND outcome IS NOT NULL AND seq <= ? ORDER BY n"_L1);
    s.bind(1, cursor);
    while (work.next(s))
        dirty.append({fromToken<Kind>(s.text(0)).value_or(Kind::Request), s.id(1)});
    work.run("UPDATE outbox SET overlaid = 0 WHERE overlaid = 1 AND outcome IS NOT NULL AND seq <= ?"_L1, cursor);
    work.run("DELETE FROM outbox WHERE overlaid = 0 AND seq <= ? AND (outcome IN ('applied', 'merged') OR"
             " (outcome IN ('conflict', 'held') AND dismissed = 1))"_L1,
             stable);
}

//! Builds each of \a dirty once and tells what was touched.
Touched rebuilt(Work &work, const QList<std::pair<Kind, Id>> &dirty, Touched touched)
{
    QSet<Id> done;
    for (const auto &[kind, id] : dirty) {
        if (done.contains(id))
            continue;
        done.insert(id);
        work.rebuild(kind, id);
        touched.records.append({kind, id});
    }
    return touched;
}

Result<QList<Mutation>> DeskStore::queued(int limit, qint64 maxBytes)
{
    QList<Mutation> mutations;
    qint64 bytes = 0;
    Statement s = m->database.prepare("SELECT n, id, kind, verb, target, base, fields, was, at FROM outbox"
                                      " WHERE outcome IS NULL ORDER BY n LIMIT ?"_L1);
    s.bind(1, limit);
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        bytes += s.utf8(6).size() + s.utf8(7).size() + 250;
        if (bytes > maxBytes && !mutations.isEmpty())
            break;
        mutations.append(Work::readMutation(s));
    }
    if (!row)
        return row.error();
    return mutations;
}

Result<OutboxCounts> DeskStore::outboxCounts()
{
    const auto queued = m->database.integer("SELECT count(*) FROM outbox WHERE outcome IS NULL"_L1);
    const auto refused =
        m->database.integer("SELECT count(*) FROM outbox WHERE outcome IN ('conflict', 'held') AND dismissed = 0"_L1);
    const auto files = m->database.integer("SELECT count(*) FROM blob WHERE state = 'queued'"_L1);
    if (!queued || !refused)
        return queued ? refused.error() : queued.error();
    if (!files)
        return files.error();
    return OutboxCounts{int(queued->value_or(0)), int(refused->value_or(0)), int(files->value_or(0))};
}

Result<QList<OutboxEntry>> outboxEntries(Statement &s)
{
    QList<OutboxEntry> entries;
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        OutboxEntry entry;
        entry.mutation = Work::readMutation(s);
        entry.outcome = fromToken<Outcome>(s.text(9));
        entry.refusal = fromToken<Refusal>(s.text(10)).value_or(Refusal::None);
        entry.seq = s.integer(11);
        entry.dismissed = s.boolean(12);
        entries.append(entry);
    }
    if (!row)
        return row.error();
    return entries;
}

Result<QList<OutboxEntry>> DeskStore::outbox(int limit)
{
    Statement s = m->database.prepare(
        "SELECT n, id, kind, verb, target, base, fields, was, at, outcome, refusal, seq, dismissed FROM outbox"
        " WHERE outcome IS NULL OR (outcome IN ('conflict', 'held') AND dismissed = 0) ORDER BY n DESC LIMIT ?"_L1);
    s.bind(1, limit);
    return outboxEntries(s);
}

Result<Touched> DeskStore::acknowledge(const PushReply &reply)
{
    Work work(m->database);
    for (const PushVerdict &v : reply.verdicts)
        work.run("UPDATE outbox SET outcome = ?2, refusal = ?3, seq = ?4 WHERE n = ?1"_L1, v.n, token(v.outcome),
                 token(v.refusal), v.seq);
    // While another history replaces the one that is shown, the mark of the other says nothing of what is shown.
    const qint64 known = work.metaInteger("stable"_L1);
    const qint64 stable = isReplacing(work) ? known : std::max(known, reply.stable);
    work.setMeta("stable"_L1, stable);
    QList<std::pair<Kind, Id>> dirty;
    settle(work, work.metaInteger("cursor_seq"_L1), stable, dirty);
    return work.commit(rebuilt(work, dirty, {}));
}

Status DeskStore::dismiss(qint64 number)
{
    Work work(m->database);
    work.run("UPDATE outbox SET dismissed = 1 WHERE n = ? AND outcome IN ('conflict', 'held')"_L1, number);
    return work.commit();
}

Result<qint64> DeskStore::lastNumber()
{
    const auto n = m->database.integer("SELECT value FROM meta WHERE key = 'last_n'"_L1);
    if (!n)
        return n.error();
    return n->value_or(0);
}

//! Queues again what \a condition (on ?1) names; its effect lies over the confirmed state as before.
static Status requeue(Database &database, const QByteArray &condition, qint64 value)
{
    Work work(database);
    Dirty targets;
    Statement s = work.database().prepare("SELECT DISTINCT kind, target FROM outbox WHERE " + condition);
    s.bind(1, value);
    while (work.next(s))
        targets.append({fromToken<Kind>(s.text(0)).value_or(Kind::Request), s.id(1)});
    for (const auto &[kind, id] : std::as_const(targets))
        work.ensureShadow(kind, id);
    work.run("UPDATE outbox SET outcome = NULL, refusal = NULL, seq = NULL, overlaid = 1, dismissed = 0 WHERE " + condition,
             value);
    rebuilt(work, targets, {});
    return work.commit();
}

Result<bool> DeskStore::isAcknowledgedAfter(qint64 lastN)
{
    const auto n = m->database.integer("SELECT max(n) FROM outbox WHERE outcome IS NOT NULL AND seq > 0"_L1);
    if (!n)
        return n.error();
    return n->value_or(0) > lastN;
}

Status DeskStore::requeueAfter(qint64 lastN)
{
    const auto where = position();
    if (!where)
        return where.error();
    // What its author had seen beyond the stable mark may be lost, and its numbers taken by what they have not seen.
    if (const Status done = m->database.run("UPDATE outbox SET base = min(base, ?2) WHERE n > ?1"_L1, lastN, where->stable);
        !done)
        return done;
    return requeue(m->database, "n > ?1 AND (outcome IS NOT NULL OR overlaid = 0)", lastN);
}

Status DeskStore::prepareResync()
{
    const auto where = position();
    if (!where)
        return where.error();
    return requeue(m->database, "ifnull(seq, 0) > ?1", where->stable);
}

Status DeskStore::renumberAfter(qint64 lastN)
{
    Work work(m->database);
    QList<qint64> numbers;
    Statement s = work.database().prepare("SELECT n FROM outbox WHERE outcome IS NULL ORDER BY n"_L1);
    while (work.next(s))
        numbers.append(s.integer(0));
    qint64 next = lastN;
    for (const qint64 n : std::as_const(numbers)) // below zero first, so that no number is taken twice meanwhile
        work.run("UPDATE outbox SET n = ? WHERE n = ?"_L1, -++next, n);
    work.run("UPDATE outbox SET n = -n WHERE n < 0"_L1);
    work.setMeta("last_n"_L1, numbers.isEmpty() ? std::max(next, work.metaInteger("last_n"_L1)) : next);
    return work.commit();
}

Result<Touched> DeskStore::holdLocally(qint64 number, Refusal refusal)
{
    Work work(m->database);
    Statement s = work.database().prepare("SELECT kind, target FROM outbox WHERE n = ? AND outcome IS NULL"_L1);
    s.bind(1, number);
    QList<std::pair<Kind, Id>> dirty;
    while (work.next(s))
        dirty.append({fromToken<Kind>(s.text(0)).value_or(Kind::Request), s.id(1)});
    work.run("UPDATE outbox SET outcome = 'held', refusal = ?, seq = 0, overlaid = 0 WHERE n = ? AND outcome IS NULL"_L1,
             token(refusal), number);
    return work.commit(rebuilt(work, dirty, {}));
}

} // namespace parvis
