#include "store/deskstore.h"

#include "domain/incident.h"
#include "domain/mission.h"
#include "domain/request.h"
#include "domain/workflow.h"
#include "sqlite/migration.h"
#include "store/formwords.h"
#include "store/parts.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

ErrorCode codeFor(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NotAllowed:
    case Refusal::OutOfScope: return ErrorCode::Forbidden;
    case Refusal::UnknownTarget: return ErrorCode::NotFound;
    case Refusal::AlreadyThere: return ErrorCode::AlreadyExists;
    case Refusal::WrongMove:
    case Refusal::ReasonMissing: return ErrorCode::InvalidTransition;
    default: return ErrorCode::InvalidInput;
    }
}

//! See Mutation::was.
QJsonObject seenBefore(const Edit &edit, const QJsonObject &document)
{
    QJsonObject was = edit.was;
    if (edit.verb == Verb::Create)
        return was;
    for (const FieldDescription &f : describe(edit.kind).fields()) {
        if (f.merge == Merge::LongText && edit.set.contains(f.name) && edit.was.isEmpty())
            was.insert(f.name, document.value(f.name).toString());
    }
    const QLatin1StringView gathering = gatheringField(edit.kind);
    const bool isGathered = !gathering.isEmpty() && !normal(edit.set.value(gathering)).isNull();
    if (isGathered && normal(document.value(gathering)).isNull())
        was.insert(gathering, QJsonValue());
    return was;
}

//! While another history replaces the one that is shown, what is shown counts as seen only up to the stable mark.
std::optional<qint64> safeBaseIn(Work &work)
{
    return isReplacing(work) ? std::optional(work.metaInteger("stable"_L1)) : std::nullopt;
}

} // namespace

DeskStore::DeskStore(std::unique_ptr<Parts> parts) : m(std::move(parts)) {}
DeskStore::DeskStore(DeskStore &&) noexcept = default;
DeskStore::~DeskStore() = default;

Result<DeskStore> DeskStore::open(const QString &path, const QByteArray &key, const Clock &clock, QRandomGenerator &random)
{
    auto database = Database::open(path, {.key = key, .secureDelete = true});
    if (!database)
        return database.error();
    if (const auto known = addFormWords(database.value()); !known)
        return known.error();
    if (const auto migrated = migrate(database.value(), u":/migrations/store"_s); !migrated)
        return migrated.error();
    auto parts = std::make_unique<Parts>(std::move(database).value(), clock, random);
    if (path != ":memory:"_L1) {
        parts->ballast = Ballast(path + u".ballast"_s);
        if (const auto held = parts->ballast.hold(); !held && held.error().code != ErrorCode::StorageFull)
            return held.error();
    }
    Work work(parts->database);
    parts->device = idFromText(work.metaText("device"_L1)).value_or(Id());
    if (parts->device.isNull()) {
        parts->device = parts->ids.next();
        work.setMeta("device"_L1, idText(parts->device));
    }
    if (const auto done = work.commit(); !done)
        return done.error();
    return DeskStore(std::move(parts));
}

Result<DeskStore> DeskStore::openReader(const QString &path, const QByteArray &key, const Clock &clock, QRandomGenerator &random)
{
    auto database = Database::open(path, {.key = key, .readOnly = true, .cacheKiB = 32 * 1024});
    if (!database)
        return database.error();
    if (const auto known = addFormWords(database.value()); !known)
        return known.error();
    auto parts = std::make_unique<Parts>(std::move(database).value(), clock, random);
    Statement s = parts->database.prepare("SELECT value FROM meta WHERE key = 'device'"_L1);
    const auto row = s.step();
    if (!row)
        return row.error();
    parts->device = idFromText(s.text(0)).value_or(Id());
    return DeskStore(std::move(parts));
}

const Id &DeskStore::device() const
{
    return m->device;
}

Instant DeskStore::now() const
{
    return m->clock.now();
}

Database &DeskStore::database()
{
    return m->database;
}

Result<std::optional<QJsonObject>> DeskStore::document(Kind kind, const Id &id)
{
    const RecordTable &table = RecordTable::of(kind);
    Statement s = m->database.prepare(table.selectSql());
    s.bind(1, id);
    const auto row = s.step();
    if (!row)
        return row.error();
    return *row ? std::optional(table.read(s).document) : std::nullopt;
}

Result<qint64> DeskStore::seqOf(Kind kind, const Id &id)
{
    Statement s = m->database.prepare(RecordTable::of(kind).selectSql());
    s.bind(1, id);
    const auto row = s.step();
    if (!row)
        return row.error();
    return *row ? s.integer(1) : qint64(0);
}

Lookup DeskStore::lookup()
{
    return [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto found = document(kind, id);
        return found ? *found : std::nullopt;
    };
}

Result<Actor> DeskStore::actor(const Id &user)
{
    const auto found = document(Kind::User, user);
    if (!found)
        return found.error();
    return *found ? actorFor(fromDocument<User>(user, **found), m->device) : Actor{user, m->device, {}, {}, false};
}

Result<QList<Mutation>> DeskStore::submit(const QList<Edit> &edits, const Actor &actor, const QString &draft)
{
    Work work(m->database);
    const auto known = [&work](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto record = work.load(kind, id);
        return record ? std::optional(record->document) : std::nullopt;
    };
    QList<Mutation> mutations;
    qint64 n = work.metaInteger("last_n"_L1);
    const std::optional<qint64> safeBase = safeBaseIn(work);
    for (const Edit &edit : edits) {
        const auto stored = work.load(edit.kind, edit.target);
        const qint64 seq = stored ? stored->seq : 0;
        Mutation mutation{n + 1, m->ids.next(), edit.kind, edit.verb, edit.target, seq, edit.set, {}, m->clock.now()};
        mutation.was = seenBefore(edit, stored ? stored->document : QJsonObject());
        Record record;
        if (stored)
            record = {stored->document, {seq, {}, 0}, {}, seq};
        const Decision decision = decide(mutation, stored ? &record : nullptr, actor, known);
        if (work.failed())
            break;
        if (decision.refusal != Refusal::None)
            return Error{codeFor(decision.refusal), QString(token(decision.refusal))};
        if (decision.effect.isEmpty())
            continue;
        // Races are the hub's to judge, by what the agent really saw.
        if (edit.base > 0)
            mutation.base = std::min(edit.base, seq);
        mutation.base = std::min(mutation.base, safeBase.value_or(mutation.base));
        work.ensureShadow(edit.kind, edit.target);
        QJsonObject undo;
        if (stored) {
            undo = difference(describe(edit.kind), decision.after, stored->document);
            work.patch(edit.kind, edit.target, decision.effect, seq);
        } else {
            work.insert(edit.kind, edit.target, decision.after, 0);
        }
        work.run(
            "INSERT INTO outbox(n, id, kind, verb, target, base, fields, was, at, undo) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
            mutation.n, mutation.id, token(mutation.kind), token(mutation.verb), mutation.target, mutation.base, mutation.set,
            mutation.was, mutation.at, undo);
        if (mutation.kind == Kind::Attachment && mutation.verb == Verb::Create) // its bytes have an owner now, and follow
            work.run("UPDATE blob SET state = 'queued' WHERE sha256 = ? AND state = 'loose'"_L1,
                     decision.after.value("sha256"_L1).toString());
        mutations.append(mutation);
        ++n;
    }
    work.setMeta("last_n"_L1, n);
    if (!draft.isEmpty())
        work.run("DELETE FROM draft WHERE key = ?"_L1, draft);
    return work.commit(mutations);
}

Result<QList<Mutation>> DeskStore::undo(const QList<qint64> &numbers, const Actor &actor, const QString &remark)
{
    auto inverse = inverseOf(numbers);
    if (!inverse)
        return inverse.error();
    const auto told = remark.isEmpty() ? Result<QList<Id>>(QList<Id>()) : toldBy(numbers);
    if (!told)
        return told.error();
    QList<Edit> edits;
    for (const Id &request : *told) {
        Note note;
        note.request = request;
        note.author = actor.user;
        note.at = m->clock.now();
        note.text = remark;
        edits.append({Kind::Note, Verb::Create, m->ids.next(), toDocument(note), {}, 0});
    }
    return submit(edits + *inverse, actor);
}

//! The requests on which these mutations say that the citizen was told.
Result<QList<Id>> DeskStore::toldBy(const QList<qint64> &numbers)
{
    QList<Id> requests;
    for (const qint64 n : numbers) {
        Statement s = m->database.prepare("SELECT fields FROM outbox WHERE n = ? AND kind = ? AND verb = ?"_L1);
        s.bindAll(n, QString(token(Kind::Contact)), QString(token(Verb::Create)));
        const auto row = s.step();
        if (!row)
            return row.error();
        const auto contact = fromDocument<Contact>({}, *row ? s.object(0) : QJsonObject());
        if (contact.outgoing && !requests.contains(contact.request))
            requests.append(contact.request);
    }
    return requests;
}

namespace {

//! Several moves of one request are taken back by one: over the undoing of the later ones lies that of the earlier.
bool joins(QList<Edit> &edits, const Mutation &mutation, const QJsonObject &set)
{
    const auto isPlain = [](const QJsonObject &fields) {
        return std::none_of(fields.begin(), fields.end(), [](const QJsonValue &value) { return value.isObject(); });
    };
    const auto it = std::find_if(edits.begin(), edits.end(), [&](const Edit &edit) {
        return edit.kind == Kind::Request && mutation.kind == edit.kind && mutation.target == edit.target;
    });
    if (it == edits.end() || !isPlain(it->set) || !isPlain(set))
        return false;
    for (auto field = set.begin(); field != set.end(); ++field)
        it->set.insert(field.key(), field.value());
    return true;
}

//! A status that can't be left for the one before is left by way of others: its history stays one of the workflow.
QList<Edit> throughTheWorkflow(const QList<Edit> &edits, const Lookup &lookup)
{
    const auto statusIn = [](const QJsonObject &fields) {
        return fromToken<RequestStatus>(fields.value("status"_L1).toString()).value_or(RequestStatus::Received);
    };
    QList<Edit> all;
    for (const Edit &edit : edits) {
        const auto now =
            edit.kind == Kind::Request && edit.set.contains("status"_L1) ? lookup(edit.kind, edit.target) : std::nullopt;
        if (now) {
            const QString reason = edit.set.value("reason"_L1).toString();
            const QList<RequestStatus> between =
                waypoints(statusIn(*now), statusIn(edit.set), reason, now->contains("citizen"_L1));
            for (const RequestStatus status : between) {
                const QJsonValue why = needsReason(status) ? QJsonValue(u"mistake"_s) : QJsonValue();
                all.append({edit.kind, Verb::Patch, edit.target, {{u"status"_s, token(status)}, {u"reason"_s, why}}, {}, 0});
            }
        }
        all.append(edit);
    }
    return all;
}

} // namespace

Result<QList<Edit>> DeskStore::inverseOf(const QList<qint64> &numbers)
{
    QList<qint64> latestFirst = numbers;
    std::sort(latestFirst.begin(), latestFirst.end(), std::greater<>());
    QList<Edit> edits;
    for (const qint64 n : std::as_const(latestFirst)) {
        Statement s =
            m->database.prepare("SELECT n, id, kind, verb, target, base, fields, was, at, undo FROM outbox WHERE n = ?"_L1);
        s.bind(1, n);
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return Error{ErrorCode::NotFound, u"mutation %1"_s.arg(n)};
        const Mutation mutation = Work::readMutation(s);
        QJsonObject set = s.object(9);
        if (mutation.verb == Verb::Create && mutation.kind == Kind::Request)
            set = {{u"status"_s, token(RequestStatus::Closed)}, {u"reason"_s, u"withdrawn"_s}};
        else if (mutation.verb == Verb::Create && mutation.kind == Kind::Note)
            set = {{u"text"_s, QJsonValue()}, {u"redacted"_s, true}};
        else if (mutation.verb == Verb::Create && mutation.kind == Kind::Contact && mutation.set.value("post"_L1).toBool())
            set = {{u"post"_s, QJsonValue()}}; // the contact stays, its letter does not go
        else if (mutation.verb == Verb::Create && mutation.kind == Kind::Attachment)
            set = {{u"removed"_s, true}};
        else if (mutation.verb == Verb::Create && mutation.kind == Kind::Mission)
            set = {{u"state"_s, token(MissionState::Cancelled)}, {u"reason"_s, u"withdrawn"_s}};
        if (!set.isEmpty() && !joins(edits, mutation, set))
            edits.append({mutation.kind, Verb::Patch, mutation.target, set, {}, 0});
    }
    return throughTheWorkflow(edits, lookup());
}

Status DeskStore::saveDraft(const QString &key, const QJsonObject &content)
{
    const auto save = [&]() -> Status {
        Work work(m->database);
        work.run(
            "INSERT INTO draft VALUES(?, ?, ?) ON CONFLICT(key) DO UPDATE SET content = excluded.content, at = excluded.at"_L1,
            key, QString::fromUtf8(compactJson(content)), m->clock.now());
        return work.commit();
    };
    const Status saved = save();
    if (saved || saved.error().code != ErrorCode::StorageFull || !m->ballast.release())
        return saved;
    return save();
}

static Draft readDraft(const Statement &s)
{
    return {s.text(0), s.object(1), s.instant(2)};
}

Result<std::optional<Draft>> DeskStore::draft(const QString &key)
{
    Statement s = m->database.prepare("SELECT key, content, at FROM draft WHERE key = ?"_L1);
    const auto row = s.bind(1, key).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readDraft(s)) : std::nullopt;
}

Result<QList<Draft>> DeskStore::drafts(const QString &prefix)
{
    QList<Draft> found;
    Statement s = m->database.prepare("SELECT key, content, at FROM draft WHERE key >= ?1 AND key < ?1 || ?2 ORDER BY key"_L1);
    s.bindAll(prefix, QString(QChar(0xffff)));
    auto row = s.step();
    for (; row && *row; row = s.step())
        found.append(readDraft(s));
    if (!row)
        return row.error();
    return found;
}

Status DeskStore::deleteDraft(const QString &key)
{
    return m->database.run("DELETE FROM draft WHERE key = ?"_L1, key);
}

Result<QString> DeskStore::setting(const QString &key)
{
    Statement s = m->database.prepare("SELECT value FROM meta WHERE key = ?"_L1);
    const auto row = s.bind(1, u"setting."_s + key).step();
    if (!row)
        return row.error();
    return *row ? s.text(0) : QString();
}

Status DeskStore::setSetting(const QString &key, const QString &value)
{
    Work work(m->database);
    const QByteArray name = "setting." + key.toUtf8();
    work.setMeta(QLatin1StringView(name), value);
    return work.commit();
}

Status DeskStore::backupTo(const QString &path, const QByteArray &key)
{
    return m->database.backupTo(path, key);
}

} // namespace parvis
