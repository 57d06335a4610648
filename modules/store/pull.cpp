#include "domain/incident.h"
#include "store/parts.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Lays what the hub committed over the confirmed state of each record.
class Intake
{
public:
    Intake(Work &work, const Id &device) : m_work(work), m_device(device), m_overlaid(work.overlaidTargets()) {}

    void take(const Change &c)
    {
        const bool isOverlaid = m_overlaid.contains(c.id);
        switch (c.op) {
        case ChangeOp::Create:
        case ChangeOp::Enter: put(c.kind, c.id, c.fields, c.seq, false); break;
        case ChangeOp::Patch: isOverlaid ? patchShadow(c) : patchRecord(c); break;
        case ChangeOp::Leave: leave(c); break;
        }
        if (c.op == ChangeOp::Create || c.op == ChangeOp::Patch)
            record(c);
        if (c.device == m_device && c.n > 0)
            settleOwn(c);
        if (isOverlaid)
            m_dirty.append({c.kind, c.id});
        m_touched.records.append({c.kind, c.id});
    }

    //! A whole document; older than what is known only if \a inAnyCase.
    void put(Kind kind, const Id &id, const QJsonObject &document, qint64 seq, bool inAnyCase)
    {
        if (m_overlaid.contains(id)) {
            const auto shadow = m_work.shadow(id);
            if (!shadow || !shadow->document || seq > shadow->seq || inAnyCase) {
                m_work.setShadow(id, {kind, seq, document});
                m_dirty.append({kind, id});
            }
            return;
        }
        const auto known = m_work.seq(kind, id);
        if (!known) {
            m_work.insert(kind, id, document, seq);
        } else if (seq > *known || inAnyCase) {
            const auto before = m_work.load(kind, id);
            if (before && (before->document != document || before->seq != seq))
                m_work.replace(kind, id, before->document, document, seq);
        }
    }

    void record(const Change &c)
    {
        if (c.fields.isEmpty())
            return;
        const QLatin1StringView gathering = c.op == ChangeOp::Patch ? gatheringField(c.kind) : QLatin1StringView();
        const auto incident = [gathering](const QJsonObject &fields) {
            return gathering.isEmpty() ? Id() : idFromText(fields.value(gathering).toString()).value_or(Id());
        };
        m_work.run("INSERT OR IGNORE INTO history(id, seq, kind, op, at, actor, device, n, fields, was, incident, incident_was)"
                   " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
                   c.id, c.seq, token(c.kind), token(c.op), c.at, c.actor, c.device, c.n,
                   c.op == ChangeOp::Create ? QJsonObject() : c.fields, c.was, incident(c.fields), incident(c.was));
    }

    //! The record, and it alone, is not to be seen any more (or never came to be); what is on its way stays on its way.
    void drop(Kind kind, const Id &id)
    {
        if (m_overlaid.contains(id)) {
            m_work.setShadow(id, {kind, 0, std::nullopt});
            m_dirty.append({kind, id});
        } else {
            m_work.remove(kind, id);
        }
    }

    Dirty &dirty() { return m_dirty; }
    Touched &touched() { return m_touched; }

private:
    void patchRecord(const Change &c)
    {
        const auto known = m_work.seq(c.kind, c.id);
        if (!known || *known >= c.seq) // not in sight, or an enter of the same moment brought it
            return;
        m_work.patch(c.kind, c.id, c.fields, c.seq);
        if (c.kind == Kind::Proposal && c.fields.contains("state"_L1))
            dismissOwn(c);
    }

    void patchShadow(const Change &c)
    {
        auto shadow = m_work.shadow(c.id);
        if (!shadow || !shadow->document || shadow->seq >= c.seq)
            return;
        shadow->document = overlaid(describe(c.kind), *shadow->document, c.fields);
        shadow->seq = c.seq;
        m_work.setShadow(c.id, *shadow);
    }

    void leave(const Change &c)
    {
        const auto shadow = m_overlaid.contains(c.id) ? m_work.shadow(c.id) : std::nullopt;
        const auto known = shadow ? shadow->seq : m_work.seq(c.kind, c.id).value_or(0);
        if (known > c.seq) // it has come back since
            return;
        if (c.kind == Kind::Request) {
            m_work.removeRequest(c.id);
            m_dirty.removeIf([&c](const auto &entry) { return entry.second == c.id; });
        } else {
            if (c.kind == Kind::Citizen)
                m_work.removeCitizen(c.id);
            if (c.kind == Kind::Mission)
                m_work.removeMission(c.id);
            drop(c.kind, c.id);
        }
    }

    //! The proposal that came of an own mutation is settled: so is the mutation.
    void dismissOwn(const Change &c)
    {
        const auto proposal = m_work.load(Kind::Proposal, c.id);
        if (proposal && proposal->document.value("device"_L1).toString() == idText(m_device))
            m_work.run("UPDATE outbox SET dismissed = 1 WHERE n = ? AND outcome IN ('conflict', 'held')"_L1,
                       proposal->document.value("n"_L1).toInteger());
    }

    //! The hub's word on an own mutation has come, even if the reply to the push was lost.
    void settleOwn(const Change &c)
    {
        Statement s = m_work.database().prepare("SELECT kind, target FROM outbox WHERE n = ? AND overlaid = 1"_L1);
        s.bind(1, c.n);
        while (m_work.next(s))
            m_dirty.append({fromToken<Kind>(s.text(0)).value_or(Kind::Request), s.id(1)});
        m_work.run("UPDATE outbox SET overlaid = 0, seq = max(ifnull(seq, 0), ?) WHERE n = ? AND overlaid = 1"_L1, c.seq, c.n);
    }

    Work &m_work;
    const Id &m_device;
    QSet<Id> m_overlaid; //!< as of the beginning: their confirmed state is in the shadow until they are built anew
    Dirty m_dirty;
    Touched m_touched;
};

SyncPosition readPosition(Work &work)
{
    return {{work.metaInteger("cursor_seq"_L1), QByteArray::fromHex(work.metaText("cursor_mark"_L1).toLatin1())},
            work.metaInteger("stable"_L1),
            work.metaText("rights"_L1)};
}

void setCursor(Work &work, const Cursor &cursor)
{
    work.setMeta("cursor_seq"_L1, cursor.seq);
    work.setMeta("cursor_mark"_L1, QString::fromLatin1(cursor.mark.toHex()));
}

std::optional<SnapshotProgress> readProgress(Work &work)
{
    const auto json = parseObject(work.metaText("snapshot"_L1).toUtf8());
    if (!json)
        return std::nullopt;
    SnapshotProgress p;
    p.mode = json->value("replace"_L1).toBool() ? SnapshotMode::Replace : SnapshotMode::Merge;
    p.scope = json->value("scope"_L1).toString();
    p.after = json->value("after"_L1).toString();
    const auto start = parseCursor(json->value("start"_L1).toString());
    p.start = start ? start.value() : Cursor();
    p.done = json->value("done"_L1).toInteger();
    p.total = json->value("total"_L1).toInteger();
    return p;
}

void setProgress(Work &work, const SnapshotProgress &p)
{
    const QJsonObject json{{u"replace"_s, p.mode == SnapshotMode::Replace},
                           {u"scope"_s, p.scope},
                           {u"after"_s, p.after},
                           {u"start"_s, cursorText(p.start)},
                           {u"done"_s, p.done},
                           {u"total"_s, p.total}};
    work.setMeta("snapshot"_L1, QString::fromUtf8(compactJson(json)));
}

//! The indexes in whose order records don't come. A first sync builds them at its end: one by one, every row would touch pages
//! all over the file.
constexpr std::array scatteredIndexes{"request_citizen"_L1, "request_cell"_L1, "citizen_phone"_L1, "citizen_phone2"_L1,
                                      "citizen_email"_L1};

void deferIndexes(Work &work)
{
    {
        Statement any = work.database().prepare("SELECT EXISTS(SELECT 1 FROM request) OR EXISTS(SELECT 1 FROM citizen)"_L1);
        if (!work.next(any) || any.boolean(0))
            return;
    }
    for (const QLatin1StringView name : scatteredIndexes) {
        work.run("INSERT OR IGNORE INTO deferred SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name = ?"_L1, name);
        work.run("DROP INDEX IF EXISTS " + QByteArray(name.data()));
    }
}

void buildIndexes(Work &work)
{
    QStringList definitions;
    Statement s = work.database().prepare("SELECT sql FROM deferred ORDER BY name"_L1);
    while (work.next(s))
        definitions.append(s.text(0));
    for (const QString &definition : std::as_const(definitions))
        work.run(definition.toUtf8());
    work.run("DELETE FROM deferred"_L1);
}

//! What is here and did not come in the snapshot.
void dropUnseen(Work &work, Intake &intake)
{
    for (const Kind kind : allKinds()) {
        QList<Id> unseen;
        const QLatin1StringView name = RecordTable::of(kind).name();
        Statement s = work.database().prepare("SELECT id FROM " + QByteArray(name.data(), name.size()) +
                                              " WHERE id NOT IN (SELECT id FROM snapshot_seen)");
        while (work.next(s))
            unseen.append(s.id(0));
        for (const Id &id : std::as_const(unseen))
            intake.drop(kind, id);
    }
    work.run("DELETE FROM snapshot_seen"_L1);
    work.removeStrayBlobs();
}

//! A snapshot writes much, and what a power cut takes of it comes again: it may have memory, and need not wait for the disk.
//! Everything else goes on under synchronous=FULL.
class Bulk
{
public:
    Bulk(Database &database, bool &isBulk) : m_database(database)
    {
        if (!std::exchange(isBulk, true))
            (void)m_database.runScript("PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8192");
        (void)m_database.runScript("PRAGMA synchronous=NORMAL");
    }
    ~Bulk() { (void)m_database.runScript("PRAGMA synchronous=FULL"); }

    static void end(Database &database, bool &isBulk)
    {
        if (std::exchange(isBulk, false)) {
            (void)database.runScript("PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory");
            (void)database.checkpoint(); // a reader may keep the log; it is emptied another time
        }
    }

private:
    Database &m_database;
};

} // namespace

bool isReplacing(Work &work)
{
    const auto progress = readProgress(work);
    return progress && progress->mode == SnapshotMode::Replace;
}

Change readChange(const Statement &s)
{
    Change c;
    c.id = s.id(0);
    c.seq = s.integer(1);
    c.kind = fromToken<Kind>(s.text(2)).value_or(Kind::Request);
    c.op = fromToken<ChangeOp>(s.text(3)).value_or(ChangeOp::Patch);
    c.at = s.instant(4);
    c.actor = s.id(5);
    c.device = s.id(6);
    c.n = s.integer(7);
    c.fields = s.object(8);
    c.was = s.object(9);
    return c;
}

Result<SyncPosition> DeskStore::position()
{
    SyncPosition position;
    Statement s =
        m->database.prepare("SELECT key, value FROM meta WHERE key IN ('cursor_seq', 'cursor_mark', 'stable', 'rights')"_L1);
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const QString key = s.text(0);
        if (key == "cursor_seq"_L1)
            position.cursor.seq = s.integer(1);
        else if (key == "cursor_mark"_L1)
            position.cursor.mark = QByteArray::fromHex(s.utf8(1).toByteArray());
        else if (key == "stable"_L1)
            position.stable = s.integer(1);
        else
            position.rights = s.text(1);
    }
    if (!row)
        return row.error();
    return position;
}

Result<Touched> DeskStore::apply(const ChangesPage &page)
{
    Work work(m->database);
    const SyncPosition known = readPosition(work);
    if (!work.failed() && page.next.seq < known.cursor.seq)
        return Touched{};
    Intake intake(work, m->device);
    for (const Change &change : page.changes) {
        if (change.seq > known.cursor.seq)
            intake.take(change);
    }
    setCursor(work, page.next);
    const qint64 stable = std::max(known.stable, page.stable);
    work.setMeta("stable"_L1, stable);
    settle(work, page.next.seq, stable, intake.dirty());
    return work.commit(rebuilt(work, intake.dirty(), std::move(intake.touched())));
}

Status DeskStore::setRights(const QString &rights)
{
    Work work(m->database);
    work.setMeta("rights"_L1, rights);
    return work.commit();
}

Result<std::optional<SnapshotProgress>> DeskStore::snapshotProgress()
{
    Work work(m->database);
    return work.commit(readProgress(work));
}

Status DeskStore::beginSnapshot(SnapshotMode mode, const QString &scope)
{
    Work work(m->database);
    setProgress(work, {mode, scope, {}, {}, 0, 0});
    work.run("DELETE FROM snapshot_seen"_L1);
    if (mode == SnapshotMode::Replace)
        work.run("DELETE FROM history"_L1); // of the other history; the snapshot brings the new one
    return work.commit();
}

Status DeskStore::abandonSnapshot()
{
    Bulk::end(m->database, m->isBulk);
    Work work(m->database);
    buildIndexes(work);
    work.run("DELETE FROM meta WHERE key = 'snapshot'"_L1);
    work.run("DELETE FROM snapshot_seen"_L1);
    return work.commit();
}

Result<Touched> DeskStore::applySnapshot(const SnapshotPage &page)
{
    const Bulk bulk(m->database, m->isBulk);
    auto taken = takeSnapshot(page);
    if (taken && page.after.isEmpty())
        Bulk::end(m->database, m->isBulk);
    return taken;
}

Result<Touched> DeskStore::takeSnapshot(const SnapshotPage &page)
{
    Work work(m->database);
    auto progress = readProgress(work);
    if (work.failed())
        return work.error();
    if (!progress)
        return Error{ErrorCode::InvalidInput, u"no snapshot has begun"_s};
    const bool isReplacing = progress->mode == SnapshotMode::Replace;
    if (progress->after.isEmpty()) {
        progress->start = page.head.start;
        progress->done = 0;
        deferIndexes(work);
    }
    Intake intake(work, m->device);
    for (const SnapshotRow &row : page.rows) {
        if (row.history) {
            intake.record(*row.history);
            continue;
        }
        if (isReplacing)
            work.run("INSERT OR IGNORE INTO snapshot_seen VALUES(?)"_L1, row.id);
        intake.put(row.kind, row.id, row.document, row.seq, isReplacing);
    }
    progress->done += page.rows.size();
    progress->total = page.head.total;
    progress->after = page.after;
    if (!page.after.isEmpty()) {
        setProgress(work, *progress);
    } else {
        buildIndexes(work);
        if (isReplacing)
            dropUnseen(work, intake);
        if (isReplacing || readPosition(work).cursor == Cursor{})
            setCursor(work, progress->start);
        work.run("DELETE FROM meta WHERE key = 'snapshot'"_L1);
        const SyncPosition now = readPosition(work);
        settle(work, now.cursor.seq, now.stable, intake.dirty());
    }
    return work.commit(rebuilt(work, intake.dirty(), {{}, true}));
}

} // namespace parvis
