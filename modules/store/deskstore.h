#pragma once

#include "domain/mutation.h"
#include "protocol/messages.h"
#include "sqlite/database.h"
#include "store/ballast.h"

#include <QtCore/QSet>

namespace parvis {

class RecordTable;

//! What an agent wants to do to one record.
struct Edit
{
    Kind kind = Kind::Request;
    Verb verb = Verb::Patch;
    Id target;
    QJsonObject set; //!< as Mutation::set
    QJsonObject was; //!< the long texts as the agent saw them; filled in from the record if empty
    qint64 base = 0; //!< the record's seq as the agent saw it; filled in from the record if 0
};

//! A mutation on its way, and what the hub said of it.
struct OutboxEntry
{
    Mutation mutation;
    std::optional<Outcome> outcome; //!< nothing: not known to have arrived
    Refusal refusal = Refusal::None;
    qint64 seq = 0;
    bool dismissed = false; //!< the agent has settled what became of it
};

struct OutboxCounts
{
    int queued = 0;  //!< to send
    int refused = 0; //!< conflict or held, not dismissed
    int files = 0;   //!< whose bytes are to send

    bool operator==(const OutboxCounts &) const = default;
};

//! What a change of the store touched, so that screens refresh just that.
struct Touched
{
    QList<std::pair<Kind, Id>> records;
    bool everything = false; //!< too many to name

    bool isEmpty() const { return records.isEmpty() && !everything; }
};

//! Where this desk stands in the town's history.
struct SyncPosition
{
    Cursor cursor;
    qint64 stable = 0;
    QString rights; //!< as of the last page
    bool operator==(const SyncPosition &) const = default;
};

enum class SnapshotMode {
    Merge,  //!< rows apply only if newer
    Replace //!< the hub's history is another one: rows apply in any case, and what did not come is gone
};

//! A snapshot under way: a desk that was killed goes on from \c after.
struct SnapshotProgress
{
    SnapshotMode mode = SnapshotMode::Merge;
    QString scope; //!< as asked of the hub
    QString after;
    Cursor start;
    qint64 done = 0, total = 0;
    bool operator==(const SnapshotProgress &) const = default;
};

struct Draft
{
    QString key;
    QJsonObject content;
    Instant at;
    bool operator==(const Draft &) const = default;
};

//! The desk's database: the visible state of every record, and for those with mutations on their way also the confirmed one
//! (the shadow). Every method is one transaction. Belongs to one thread; typed queries are in the other headers of this module.
class DeskStore
{
public:
    //! \a path may be ":memory:"; without a key the file is not encrypted (tests only). StorageNewer, StorageKey, NoEncryption.
    static Result<DeskStore> open(const QString &path, const QByteArray &key, const Clock &clock, QRandomGenerator &random);
    //! For queries beside a writer, in another thread; the file exists already.
    static Result<DeskStore> openReader(const QString &path, const QByteArray &key, const Clock &clock, QRandomGenerator &random);
    DeskStore(DeskStore &&) noexcept;
    ~DeskStore();

    const Id &device() const; //!< of this store; made with it
    Database &database();
    Instant now() const;

    // What is there
    Result<std::optional<QJsonObject>> document(Kind kind, const Id &id); //!< as the agent sees it
    Result<qint64> seqOf(Kind kind, const Id &id);                        //!< last change known; 0: none
    Lookup lookup();                     //!< for decide() and scopeOf(); a failed read finds nothing
    Result<Actor> actor(const Id &user); //!< with the rights of the user's record; without roles if there is none

    // What the agent does. All edits or none: the first that the rules refuse ends it, with the token of Refusal as detail and
    // Forbidden, NotFound, AlreadyExists, InvalidTransition or InvalidInput. Edits without effect make no mutation. With them
    // goes the draft that they are filed from, so that what is filed never comes back as something to file.
    Result<QList<Mutation>> submit(const QList<Edit> &edits, const Actor &actor, const QString &draft = {});
    //! What takes these mutations back, latest first. A request just made is closed as withdrawn, a note redacted, a file taken
    //! away, a mission cancelled; a contact or a citizen stays. NotFound once the hub has made it final.
    Result<QList<Edit>> inverseOf(const QList<qint64> &numbers);
    //! Submits inverseOf(). \a remark: becomes a note on each request on which words to the citizen stay as a contact.
    Result<QList<Mutation>> undo(const QList<qint64> &numbers, const Actor &actor, const QString &remark = {});

    // Up
    Result<QList<Mutation>> queued(int limit, qint64 maxBytes = 900 * 1024); //!< oldest first, at least one
    Result<OutboxCounts> outboxCounts();
    Result<QList<OutboxEntry>> outbox(int limit = 500); //!< queued and refused, newest first
    Result<Touched> acknowledge(const PushReply &reply);
    Status dismiss(qint64 number); //!< a refused one needs no more attention
    Result<qint64> lastNumber();
    Result<bool> isAcknowledgedAfter(qint64 lastN); //!< the hub once had more than \a lastN, and it is not safe yet
    Status requeueAfter(qint64 lastN);              //!< the hub forgot what came after \a lastN: send it again
    //! The hub holds other work under the numbers up to \a lastN (a store restored from a copy, or lost): what is queued gets
    //! new numbers above it, and later work counts on from there.
    Status renumberAfter(qint64 lastN);
    Result<Touched> holdLocally(qint64 number, Refusal refusal); //!< the hub won't ever take it

    // Down
    Result<SyncPosition> position();
    Result<Touched> apply(const ChangesPage &page); //!< idempotent
    Status prepareResync();                         //!< every mutation that a restore may have lost is queued again
    Result<std::optional<SnapshotProgress>> snapshotProgress();
    Status beginSnapshot(SnapshotMode mode, const QString &scope = {});
    //! The page after SnapshotProgress::after. The last one ends the snapshot and sets the cursor to its start (mode Merge keeps
    //! an older cursor). Into an empty store, lists and suggestions fail until the snapshot has ended or is abandoned.
    Result<Touched> applySnapshot(const SnapshotPage &page);
    Status abandonSnapshot();
    Status setRights(const QString &rights);

    //! Removes what \a actor may not see, from the tables, the search index and the log. Mutations on it stay queued.
    Result<Touched> purgeOutside(const Actor &actor);

    // Drafts: one form each, by key. Saving works on a full disk once.
    Status saveDraft(const QString &key, const QJsonObject &content);
    Result<std::optional<Draft>> draft(const QString &key);
    Result<QList<Draft>> drafts(const QString &prefix);
    Status deleteDraft(const QString &key);

    // Small settings of the desk (last user, window places …).
    Result<QString> setting(const QString &key);
    Status setSetting(const QString &key, const QString &value);

    Status backupTo(const QString &path, const QByteArray &key);

private:
    struct Parts; // parts.h
    explicit DeskStore(std::unique_ptr<Parts> parts);
    Result<Touched> takeSnapshot(const SnapshotPage &page);
    Result<QList<Id>> toldBy(const QList<qint64> &numbers);
    std::unique_ptr<Parts> m;
};

} // namespace parvis
