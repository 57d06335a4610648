#include "checks.h"

#include "cardchecks.h"
#include "domain/incident.h"
#include "domain/mission.h"
#include "domain/request.h"
#include "domain/workflow.h"
#include "protocol/codec.h"
#include "protocol/hashchain.h"
#include "replychecks.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(compactJson(json));
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QList<ChangeRow> history(SimHub &hub)
{
    QList<ChangeRow> rows;
    const Status done = hub.store().read([&rows](HubReader &reader) {
        return reader.changesAfter(0, [&rows](const ChangeRow &row) {
            rows.append(row);
            return true;
        });
    });
    if (!done)
        qFatal("the history can't be read");
    return rows;
}

//! Without times, and without what is made of them: ids hold the time they were made at, and seals ids.
QJsonObject timeless(QJsonObject json)
{
    for (const QString &name : {u"received_at"_s, u"at"_s, u"published_at"_s, u"answered_at"_s, u"closed_at"_s, u"created_at"_s,
                                u"reported_at"_s, u"number"_s, u"seal"_s})
        json.remove(name);
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.value().isObject())
            it.value() = timeless(it.value().toObject());
    }
    if (json.contains("decisions"_L1)) {
        QStringList decisions;
        for (const QJsonValue &decision : json.value("decisions"_L1).toArray())
            decisions.append(text(timeless(object(decision.toString().toUtf8()))));
        decisions.sort();
        json.insert(u"decisions"_s, QJsonArray::fromStringList(decisions));
    }
    return json;
}

using DeviceNumber = QPair<Id, qint64>;

//! Walks the history and judges each change by the mutation that caused it.
class Walk
{
public:
    Walk(SimHub &hub, const Town &town) : m_rows(history(hub)), m_town(town), m_cards(town), m_replies(town)
    {
        for (const ChangeRow &row : m_rows) {
            if (row.kind == Kind::Proposal && row.op == ChangeOp::Create)
                m_proposals.insert({row.device, row.n}, object(row.fields));
        }
    }

    QStringList run()
    {
        qint64 expected = 1;
        QByteArray head;
        for (const ChangeRow &row : m_rows) {
            if (row.seq != expected++)
                say(row, u"the feed has a hole (3)"_s);
            head = chained(head, row.seq, row.mutation, row.payloadHash);
            if (head != row.hash)
                say(row, u"the chain is broken (12)"_s);
            m_cards.change(row);
            m_replies.change(row);
            if (row.n > 0)
                judgeEffect(row);
            if (row.op == ChangeOp::Create)
                create(row);
            else
                patch(row);
        }
        return m_wrong + m_cards.wrong() + m_replies.wrong();
    }

    const QMap<QPair<int, Id>, Record> &records() const { return m_records; }

private:
    void say(const ChangeRow &row, const QString &what)
    {
        m_wrong.append(u"change %1 of %2 %3: %4"_s.arg(row.seq).arg(token(row.kind), idText(row.id), what));
    }

    //! Invariant 2: one mutation for a number, one number for a mutation, at most one effect and one proposal of each.
    void judgeEffect(const ChangeRow &row)
    {
        const DeviceNumber number{row.device, row.n};
        if (m_mutations.value(number, row.mutation) != row.mutation)
            say(row, u"a number has two mutations (2)"_s);
        m_mutations.insert(number, row.mutation);
        if (m_numbers.value(row.mutation, number) != number)
            say(row, u"a mutation took effect under two numbers (2)"_s);
        m_numbers.insert(row.mutation, number);
        if (isPublication(row))
            return; // the hub's part of an approval: see CardChecks
        const bool isProposal = row.kind == Kind::Proposal && row.op == ChangeOp::Create;
        if (++m_effects[{row.mutation, isProposal}] > 1)
            say(row, u"a mutation took effect twice (2)"_s);
        if (!m_town.submitted.contains(row.mutation))
            say(row, u"nobody asked for it"_s);
    }

    //! A change that the hub adds to the one that was asked for.
    bool isPublication(const ChangeRow &row) const
    {
        const auto found = m_town.submitted.constFind(row.mutation);
        if (found == m_town.submitted.constEnd())
            return false;
        switch (found->kind) {
        case Kind::CardDraft: return row.kind == Kind::Card || row.kind == Kind::CardRevision;
        case Kind::Reply: return row.kind == Kind::Dispatch;
        case Kind::Request:
        case Kind::Incident:
            return row.kind == Kind::Incident && row.id != found->target; // gathered twice at once
        // What is queued again, and the request that has its answer now.
        case Kind::Dispatch:
            return row.kind == Kind::Request || (row.kind == Kind::Dispatch && m_effects.contains({row.mutation, false}));
        default: return false;
        }
    }

    void create(const ChangeRow &row)
    {
        const QPair<int, Id> key{int(row.kind), row.id};
        if (m_records.contains(key))
            say(row, u"created twice"_s);
        Record &record = m_records[key];
        record.document = object(row.fields);
        record.created = {row.seq, row.device, row.n};
        record.seq = row.seq;
        if (row.kind == Kind::Request && row.n > 0 && !isInitial(statusOf(record.document)))
            say(row, u"a request begins in the middle (8)"_s);
    }

    void patch(const ChangeRow &row)
    {
        const QPair<int, Id> key{int(row.kind), row.id};
        if (!m_records.contains(key))
            return say(row, u"patched and never created"_s);
        Record &record = m_records[key];
        const QJsonObject effect = object(row.fields);
        if (row.n > 0 && !isPublication(row))
            judgeRaces(row, record, effect);
        const RequestStatus before = statusOf(record.document);
        const MissionState missionBefore = missionState(record.document);
        for (auto it = effect.begin(); it != effect.end(); ++it) {
            if (it.value().isNull())
                record.document.remove(it.key());
            else
                record.document.insert(it.key(), it.value());
            record.versions.insert(it.key(), {row.seq, row.device, row.n});
        }
        record.seq = row.seq;
        if (row.kind == Kind::Mission)
            judgeMission(row, missionBefore, record.document, effect);
        if (row.kind == Kind::Request && !isAllowed(before, statusOf(record.document)))
            say(row, u"a status jumps (8)"_s);
    }

    static MissionState missionState(const QJsonObject &document)
    {
        return fromToken<MissionState>(document.value(u"state"_s).toString()).value_or(MissionState::ToDo);
    }

    //! Invariant 8 for patrol: a mission moves as it may, and nothing of a report changes once it is sent.
    void judgeMission(const ChangeRow &row, MissionState before, const QJsonObject &after, const QJsonObject &effect)
    {
        const MissionState now = missionState(after);
        if (now != before && !nextStates(before).contains(now))
            say(row, u"a mission jumps (8)"_s);
        if (before == MissionState::Done && !effect.isEmpty() && effect.keys() != QStringList{u"request"_s})
            say(row, u"a report changes after it was sent (8)"_s);
    }

    //! Invariant 7: who had not seen a value does not replace it, and what did not win is kept as a proposal.
    void judgeRaces(const ChangeRow &row, const Record &record, const QJsonObject &effect)
    {
        const auto found = m_town.submitted.constFind(row.mutation);
        if (found == m_town.submitted.constEnd())
            return;
        const Mutation &m = *found;
        const qint64 seen = m_town.seen.value(m.id, m.base);
        const EntityDescription &description = describe(row.kind);
        for (auto it = m.set.begin(); it != m.set.end(); ++it) {
            const FieldDescription *f = description.field(it.key());
            const Merge rule = f ? f->merge : Merge::FirstWins;
            const FieldVersion &v = record.version(it.key());
            const bool isUnseen = v.seq > seen && !(v.device == row.device && v.n < row.n);
            const bool hasWon = effect.contains(it.key());
            if (rule == Merge::Set || rule == Merge::LongText)
                continue;
            if (!hasWon && isAsOne(row, record, m, it.key()))
                continue;
            if (hasWon && isUnseen)
                say(row, u"%1 replaced unseen (7): %2"_s.arg(it.key(), text(m.set)));
            const QJsonObject wanted = m_proposals.value({row.device, row.n}).value(u"wanted"_s).toObject();
            if (!hasWon && normal(it.value()) != normal(record.document.value(it.key())) && !wanted.contains(it.key()))
                say(row, u"%1 was lost (7): %2"_s.arg(it.key(), text(m.set)));
        }
    }

    //! What two desks gathered at once is in one incident, and what is confidential is in none: there is nothing to settle.
    bool isAsOne(const ChangeRow &row, const Record &record, const Mutation &m, const QString &field) const
    {
        if (field != gatheringField(row.kind))
            return false;
        const QJsonValue found = row.kind == Kind::Incident ? QJsonValue(idText(row.id)) : record.document.value(field);
        const bool isHidden = record.document.value(u"confidential"_s).toBool();
        return isHidden || (m.was.contains(field) && areOne(m.set.value(field), found));
    }

    //! Two incidents, by what became of them so far.
    bool areOne(const QJsonValue &a, const QJsonValue &b) const
    {
        const Lookup lookup = [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
            const auto found = m_records.constFind({int(kind), id});
            return found == m_records.constEnd() ? std::nullopt : std::optional(found->document);
        };
        const Id standing = standingIncident(idFromText(a.toString()).value_or(Id()), lookup);
        return !standing.isNull() && standing == standingIncident(idFromText(b.toString()).value_or(Id()), lookup);
    }

    static RequestStatus statusOf(const QJsonObject &document)
    {
        return fromToken<RequestStatus>(document.value(u"status"_s).toString()).value_or(RequestStatus::Received);
    }

    const QList<ChangeRow> m_rows;
    const Town &m_town;
    QHash<DeviceNumber, QJsonObject> m_proposals;
    QHash<DeviceNumber, Id> m_mutations;
    QHash<Id, DeviceNumber> m_numbers;
    QHash<QPair<Id, bool>, int> m_effects;
    QMap<QPair<int, Id>, Record> m_records;
    CardChecks m_cards;
    ReplyChecks m_replies;
    QStringList m_wrong;
};

//! What the hub shows \a caller now, by another way than the feed.
QMap<QString, QByteArray> shown(SimHub &hub, const Caller &caller)
{
    QMap<QString, QByteArray> all;
    QString after;
    do {
        const auto page = hub.hub().snapshotPage(caller, after, 1000);
        if (!page)
            return {{page.error().detail, {}}};
        for (const SnapshotRow &row : page->rows) {
            if (!row.history)
                all.insert(token(row.kind) + u' ' + idText(row.id), compactJson(row.document));
        }
        after = page->after;
    } while (!after.isEmpty());
    return all;
}

QStringList differences(const QString &who, const QMap<QString, QByteArray> &expected, const QMap<QString, QByteArray> &found)
{
    QStringList wrong;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (!found.contains(it.key()))
            wrong.append(u"%1 lacks %2 (4)"_s.arg(who, it.key()));
        else if (found.value(it.key()) != *it)
            wrong.append(u"%1 shows %2 as %3, the hub has %4 (4)"_s.arg(who, it.key(), QString::fromUtf8(found.value(it.key())),
                                                                        QString::fromUtf8(*it)));
    }
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (!expected.contains(it.key()))
            wrong.append(u"%1 still has %2 (4, 9): %3"_s.arg(who, it.key(), QString::fromUtf8(*it)));
    }
    return wrong;
}

} // namespace

QStringList checkHistory(SimHub &hub, const Town &town)
{
    Walk walk(hub, town);
    QStringList wrong = walk.run();
    for (auto it = walk.records().begin(); it != walk.records().end(); ++it) {
        const Kind kind = Kind(it.key().first);
        std::optional<EntityRow> row;
        const Status done = hub.store().read([&](HubReader &reader) -> Status {
            const auto found = reader.entity(kind, it.key().second);
            if (!found)
                return found.error();
            row = *found;
            return success();
        });
        if (!done || !row || object(row->document) != it->document)
            wrong.append(u"%1 %2 is not its history: %3 is not %4"_s.arg(
                token(kind), idText(it.key().second), row ? QString::fromUtf8(row->document) : QString(), text(it->document)));
    }
    return wrong;
}

QStringList checkFold(SimHub &hub, SimDesk &desk)
{
    DeskStore &store = desk.store();
    const auto position = store.position();
    const auto actor = store.actor(desk.user());
    const auto view = store.setting(u"sync.view"_s);
    const auto snapshot = store.snapshotProgress();
    const auto waiting = store.database().integer(QLatin1StringView("SELECT count(*) FROM outbox WHERE overlaid = 1"));
    if (!position || !actor || !view || !snapshot || !waiting)
        return {u"a store can't be read"_s};
    const SyncView held = viewFromText(*view);
    const bool isWhole = held == viewOf(*actor) && held.everyService && held.directory;
    // The pages of a snapshot are each of their own moment: only with the changes up to the last one they are one state.
    const Cursor shown = desk.transport().snapshotHead;
    const bool isCatchingUp = position->cursor.seq < shown.seq && hub.holds(shown);
    // The last page came under other rights than those of the view: it left out what the agent no longer sees, even their own
    // record, and the view is settled next.
    const bool isUnsettled = position->rights != held.rights;
    if (!isWhole || *snapshot || *waiting > 0 || isCatchingUp || isUnsettled || !hub.holds(position->cursor))
        return {};
    QMap<QPair<int, Id>, QJsonObject> fold;
    const QList<ChangeRow> rows = history(hub);
    for (const ChangeRow &row : rows) {
        if (row.seq > position->cursor.seq)
            break;
        QJsonObject &document = fold[{int(row.kind), row.id}];
        const QJsonObject fields = object(row.fields);
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (it.value().isNull())
                document.remove(it.key());
            else
                document.insert(it.key(), it.value());
        }
    }
    const Lookup lookup = [&fold](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto found = fold.constFind({int(kind), id});
        return found == fold.constEnd() ? std::nullopt : std::optional(*found);
    };
    QMap<QString, QByteArray> expected;
    for (auto it = fold.begin(); it != fold.end(); ++it) {
        const Kind kind = Kind(it.key().first);
        if (sees(*actor, scopeOf(kind, *it, lookup)))
            expected.insert(token(kind) + u' ' + idText(it.key().second), compactJson(*it));
    }
    return differences(u"%1 at %2"_s.arg(desk.login()).arg(position->cursor.seq), expected, contents(store));
}

QStringList checkOutcomes(SimHub &hub, Town &town, const QList<SimDesk *> &desks)
{
    QSet<Id> ended;
    const QList<ChangeRow> rows = history(hub);
    for (const ChangeRow &row : rows)
        ended.insert(row.mutation);
    for (SimDesk *desk : desks) {
        const auto outbox = desk->store().outbox(10'000);
        if (!outbox)
            return {u"an outbox can't be read"_s};
        for (const OutboxEntry &entry : *outbox) {
            if (entry.outcome == Outcome::Held)
                ended.insert(entry.mutation.id);
        }
    }
    QStringList wrong;
    for (const Mutation &m : std::as_const(town.submitted)) {
        if (!ended.contains(m.id))
            wrong.append(u"mutation %1 of %2 %3 is lost (1): %4"_s.arg(m.n).arg(token(m.kind), token(m.verb), text(m.set)));
    }
    return wrong;
}

QStringList checkDesk(SimHub &hub, SimDesk &desk)
{
    const auto user = hub.hub().user(desk.login());
    if (!user)
        return {u"no user "_s + desk.login()};
    Caller caller;
    caller.user = *user;
    caller.device = desk.store().device();
    caller.actor = actorFor(*user, caller.device);
    const QMap<QString, QByteArray> expected = shown(hub, caller);
    return differences(desk.login(), expected, contents(desk.store()));
}

qint64 publishedRevisions(SimHub &hub)
{
    const QList<ChangeRow> rows = history(hub);
    return std::count_if(rows.begin(), rows.end(), [](const ChangeRow &row) { return row.kind == Kind::CardRevision; });
}

qint64 gatheredTwice(SimHub &hub, const Town &town)
{
    const QList<ChangeRow> rows = history(hub);
    return std::count_if(rows.begin(), rows.end(), [&town](const ChangeRow &row) {
        return row.kind == Kind::Incident && town.submitted.value(row.mutation).target != row.id;
    });
}

qint64 approvedReplies(SimHub &hub)
{
    const QList<ChangeRow> rows = history(hub);
    return std::count_if(rows.begin(), rows.end(), [](const ChangeRow &row) {
        return row.kind == Kind::Reply && object(row.fields).value(u"state"_s).toString() == token(ReplyState::Approved);
    });
}

qint64 repliesToMany(SimHub &hub)
{
    QHash<QString, QSet<QString>> answered;
    const QList<ChangeRow> rows = history(hub);
    for (const ChangeRow &row : rows) {
        const QJsonObject fields = row.kind == Kind::Dispatch && row.op == ChangeOp::Create ? object(row.fields) : QJsonObject();
        if (fields.contains(u"reply"_s))
            answered[fields.value(u"reply"_s).toString()].insert(fields.value(u"request"_s).toString());
    }
    return std::count_if(answered.begin(), answered.end(), [](const QSet<QString> &requests) { return requests.size() > 1; });
}

qint64 reportedMissions(SimHub &hub)
{
    const QList<ChangeRow> rows = history(hub);
    return std::count_if(rows.begin(), rows.end(), [](const ChangeRow &row) {
        return row.kind == Kind::Mission && object(row.fields).value(u"state"_s).toString() == token(MissionState::Done);
    });
}

QStringList checkTampering(SimHub &hub, World &world)
{
    QTemporaryDir dir(QFile::exists(u"/dev/shm"_s) ? u"/dev/shm/parvis-XXXXXX"_s : QString());
    const QString path = dir.filePath(u"tampered"_s);
    if (!hub.store().backupTo(path))
        return {u"no copy to tamper with"_s};
    const QList<ChangeRow> rows = history(hub);
    const qint64 seq = 1 + world.pick(int(rows.size()));
    {
        auto database = Database::open(path);
        if (!database ||
            !database.value().run(QLatin1StringView("UPDATE change SET fields = ifnull(fields, '') || ' ' WHERE seq = ?"), seq))
            return {u"the copy can't be altered"_s};
    }
    auto store = SqliteHubStore::open(path);
    if (!store)
        return {u"the copy can't be opened"_s};
    SimClock clock(world);
    FastHasher hasher;
    QRandomGenerator random(1);
    Hub altered(*store.value(), clock, random, hasher);
    const auto report = altered.verify();
    if (!report || report->firstBroken != seq)
        return {u"an altered change %1 is not found (12)"_s.arg(seq)};
    return {};
}

QByteArray withoutClocks(SimHub &hub, const QList<SimDesk *> &desks)
{
    QHash<QString, QString> names;
    QMap<QString, QByteArray> all;
    for (qsizetype i = 0; i < desks.size(); ++i)
        names.insert(idText(desks.at(i)->store().device()), u"desk%1"_s.arg(i));
    const QList<ChangeRow> rows = history(hub);
    for (const ChangeRow &row : rows) {
        if (row.op != ChangeOp::Create || row.n == 0)
            continue;
        const QString name = u"%1-%2-%3"_s.arg(token(row.kind), names.value(idText(row.device))).arg(row.n);
        names.insert(idText(row.id), name);
        if (row.kind == Kind::CardDraft) // a new card has its id before it comes to be
            names.insert(object(row.fields).value(u"card"_s).toString(), u"card-of-"_s + name);
        const QJsonObject held = row.kind == Kind::Proposal ? object(row.fields) : QJsonObject();
        if (held.value(u"verb"_s).toString() == u"create"_s) // what never came to be has a name, too
            names.insert(held.value(u"target"_s).toString(), u"target-of-"_s + name);
    }
    for (const ChangeRow &row : rows) {
        if (row.op != ChangeOp::Create)
            continue;
        std::optional<EntityRow> entity;
        const Status done = hub.store().read([&](HubReader &reader) -> Status {
            const auto found = reader.entity(row.kind, row.id);
            if (found)
                entity = *found;
            return success();
        });
        if (!done || !entity)
            continue;
        QString line = text(timeless(object(entity->document)));
        for (auto it = names.begin(); it != names.end(); ++it)
            line.replace(it.key(), *it);
        all.insert(names.value(idText(row.id), idText(row.id)), line.toUtf8());
    }
    QByteArray out;
    for (auto it = all.begin(); it != all.end(); ++it)
        out += it.key().toUtf8() + ' ' + *it + '\n';
    return out;
}

} // namespace parvis
