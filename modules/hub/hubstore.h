#pragma once

#include "domain/notifying.h"
#include "domain/request.h"
#include "protocol/messages.h"

#include <functional>

// The port between the hub's rules and an engine that keeps one town. JSON is kept as text (compactJson): what is stored is
// sent without being parsed.

namespace parvis {

//! What is known of the town as a whole.
struct TownState
{
    QString name;
    qint64 seq = 0;      //!< of the last change; changes are numbered from 1 without gaps
    QByteArray head;     //!< the chain's hash there; empty before the first change
    qint64 backedUp = 0; //!< seq that the last backup holds

    Cursor cursor() const { return {seq, head.left(8)}; }
    bool operator==(const TownState &) const = default;
};

//! A record as it stands.
struct EntityRow
{
    Kind kind = Kind::Request;
    Id id;
    QByteArray document; //!< JSON text
    FieldVersion created;
    QHash<QString, FieldVersion> versions; //!< of the fields patched since
    qint64 seq = 0;                        //!< of the last change of any field
    Scope scope;
    Id root;     //!< the request (or citizen) that it hangs on; null if it stands by itself
    Id citizen;  //!< whom a request or contact is about: who sees it sees them
    QString key; //!< the folded login of a user; empty for the rest

    bool operator==(const EntityRow &) const = default;
};

//! A commit in the town's one order, with what the chain and the feed need.
struct ChangeRow
{
    qint64 seq = 0;
    Id mutation;                   //!< null: the hub's own
    ChangeOp op = ChangeOp::Patch; //!< Create or Patch
    Kind kind = Kind::Request;
    Id id;
    QByteArray fields, was; //!< JSON text; empty for {}
    Id actor;
    Id device;
    qint64 n = 0;
    Instant at;
    QByteArray payloadHash, hash; //!< see hashchain.h
    Scope before, after;          //!< where the record was seen, and is seen; equal unless it moved

    bool operator==(const ChangeRow &) const = default;
};

//! What became of (device, n).
struct StoredVerdict
{
    QByteArray contentHash; //!< of the mutation
    PushVerdict verdict;

    bool operator==(const StoredVerdict &) const = default;
};

struct StoredSession
{
    Id id;
    Id user;
    Id device;
    Instant until;

    bool operator==(const StoredSession &) const = default;
};

//! What a user proves themselves by.
struct StoredSecret
{
    QByteArray hash;   //!< of the password
    Instant onceUntil; //!< set: it was given for one time, and is good until then; not set: it is their own

    bool operator==(const StoredSecret &) const = default;
};

//! A token by the hash of its secret.
struct StoredToken
{
    QByteArray hash;
    Id session;
    bool refresh = false;
    bool spent = false; //!< a refresh token that was exchanged
    Instant until;

    bool operator==(const StoredToken &) const = default;
};

//! What became of a line of an e-mail. Positions are stored: it only grows at its end.
enum class MailState {
    Waiting,
    Sent,   //!< a mail server took it
    Failed, //!< a mail server will never take it
    Dropped //!< it was no longer theirs to know, nobody's matter any more, or too old
};

//! Something that one agent is to be told by e-mail. Its words are made when it is sent, of what is so then.
struct MailRow
{
    Id notice; //!< the same event has the same id, whatever is repeated
    Id user;
    NoticeKind kind = NoticeKind::Assigned;
    Id request;
    Id source; //!< the reminder or the note; null for an assignment
    Id actor;  //!< who did it; null: the hub
    Instant at;
    Instant notBefore; //!< of the next try
    MailState state = MailState::Waiting;
    Id message; //!< the mail that was made of it; null: none yet
    int attempts = 0;
    Instant changed; //!< when its state or its next try was last set
    QString error;   //!< of the last try; untranslated, without personal data

    bool operator==(const MailRow &) const = default;
};

//! Lines of e-mail in each state, and when the next one is due.
struct MailCounts
{
    qint64 waiting = 0, sent = 0, failed = 0, dropped = 0;
    Instant next;      //!< not set: none waits
    QString lastError; //!< of what waits or failed, the newest

    bool operator==(const MailCounts &) const = default;
};

enum class OutgoingStage {
    Waits,
    HandedOver, //!< to a server that has not answered yet
    Followed    //!< taken by a gateway that is asked what became of it
};

//! Something that the hub has to send to a citizen by itself, or asks after; its record is of kind Dispatch.
struct OutgoingRow
{
    Id dispatch;
    ReplyChannel channel = ReplyChannel::Email;
    Instant notBefore; //!< of one that waits
    OutgoingStage stage = OutgoingStage::Waits;

    bool operator==(const OutgoingRow &) const = default;
};

//! Records of services, in one class of confidentiality: what a restricted actor sees is a list of these.
struct Partition
{
    Id service;
    bool confidential = false;

    auto operator<=>(const Partition &) const = default;
};

//! Reads at one moment of the town's history. Belongs to the call that lent it.
class HubReader
{
public:
    virtual ~HubReader() = default;

    virtual Result<TownState> town() = 0; //!< NotFound: the town is not founded yet
    virtual Result<std::optional<EntityRow>> entity(Kind kind, const Id &id) = 0;
    virtual Result<std::optional<EntityRow>> userByLogin(const QString &foldedLogin) = 0;
    virtual Result<QByteArray> hashAt(qint64 seq) = 0; //!< empty: no such change

    //! Rows go to \a each until it answers false or there are no more.
    template <typename Row>
    using Each = std::function<bool(const Row &)>;
    virtual Status changesAfter(qint64 seq, const Each<ChangeRow> &each) = 0; //!< in their order
    //! The patches of one record after \a seq, the last first.
    virtual Status patchesBack(Kind kind, const Id &id, qint64 seq, const Each<ChangeRow> &each) = 0;
    //! Patches of requests, contacts, notes and attachments in (\a seq, \a upTo], each with its record's scope of now in \c
    //! after.
    virtual Status pastPatches(qint64 seq, qint64 upTo, const Each<ChangeRow> &each) = 0;
    virtual Status family(const Id &root, const Each<EntityRow> &each) = 0; //!< what hangs on \a root
    //! Requests and contacts that are, or once were, about \a citizen.
    virtual Status aboutCitizen(const Id &citizen, const Each<EntityRow> &each) = 0;
    //! Records of \a kind by id, at most \a limit of those after \a after; with partitions only those in one of them. Without
    //! versions.
    virtual Status page(Kind kind, const std::optional<QList<Partition>> &in, const Id &after, int limit,
                        const Each<EntityRow> &each) = 0;
    virtual Status openRequests(const Each<EntityRow> &each) = 0; //!< neither answered nor closed; without versions
    //! Of these, those whose place lies in one of \a cells, see reportCells() (geo/incidentmatch.h); by id.
    virtual Status openRequestsIn(const QList<qint64> &cells, const Each<EntityRow> &each) = 0;
    virtual Status openReplies(const Each<EntityRow> &each) = 0; //!< in approval; without versions
    //! Citizens by id, after \a after, whom some request or contact in one of \a visible is about. Without versions.
    virtual Status citizensOf(const QList<Partition> &visible, const Id &after, const Each<EntityRow> &each) = 0;
    virtual Result<qint64> count(Kind kind, const std::optional<QList<Partition>> &in) = 0;

    virtual Result<qint64> lastN(const Id &device) = 0; //!< 0: nothing yet
    virtual Result<std::optional<StoredVerdict>> verdict(const Id &device, qint64 n) = 0;
    virtual Result<qint64> lastNumber(int year) = 0; //!< of the requests received then; 0: none yet
    //! The last change that was committed at or before \a at, to the day; 0: none.
    virtual Result<qint64> seqAtDay(Instant at) = 0;

    //! What waits for \a user and may be sent by \a now, the oldest first. A null user: of whoever waits longest.
    virtual Status dueMail(const Id &user, Instant now, const Each<MailRow> &each) = 0;
    virtual Result<MailCounts> mailCounts() = 0;

    //! What waits and may be sent by \a now, the first.
    virtual Result<std::optional<OutgoingRow>> dueOutgoing(ReplyChannel channel, Instant now) = 0;
    virtual Status outgoingAt(OutgoingStage stage, ReplyChannel channel, const Each<OutgoingRow> &each) = 0;
    virtual Result<Instant> nextOutgoing(ReplyChannel channel) = 0; //!< not set: none waits

    virtual Result<std::optional<StoredSecret>> secret(const Id &user) = 0;
    virtual Result<std::optional<StoredToken>> tokenByHash(const QByteArray &hash) = 0;
    virtual Result<std::optional<StoredSession>> session(const Id &id) = 0;
};

//! Reads and writes of one transaction.
class HubWriter : public HubReader
{
public:
    virtual Status foundTown(const QString &name) = 0; //!< AlreadyExists
    virtual Status insertEntity(const EntityRow &row) = 0;
    virtual Status updateEntity(const EntityRow &row) = 0; //!< found by kind and id; created stays
    virtual Status moveFamily(const Id &root, const Scope &scope) = 0;
    virtual Status keepPastCitizen(const Id &citizen, Kind kind, const Id &about) = 0;
    virtual Status append(const ChangeRow &change) = 0;
    virtual Status setVerdict(const Id &device, const StoredVerdict &verdict) = 0; //!< also the device's last n
    virtual Status setLastNumber(int year, qint64 number) = 0;
    virtual Status noteDay(Instant at, qint64 seq) = 0;

    virtual Status insertMail(const MailRow &row) = 0; //!< one that is there stays as it is
    virtual Status updateMail(const MailRow &row) = 0; //!< its state, message, tries
    //! What waits since before \a waiting is dropped; what was done before \a done is forgotten.
    virtual Status expireMail(Instant waiting, Instant done, Instant now) = 0;

    virtual Status putOutgoing(const OutgoingRow &row) = 0; //!< new, or in its place
    virtual Status dropOutgoing(const Id &dispatch) = 0;
    virtual Result<qint64> nextInSeries(const QString &name) = 0; //!< 1, 2, 3 … without gaps

    virtual Status setSecret(const Id &user, const StoredSecret &secret) = 0;
    virtual Status putSession(const StoredSession &session) = 0;
    virtual Status putToken(const StoredToken &token) = 0;
    virtual Status spendToken(const QByteArray &hash) = 0;
    virtual Status dropSession(const Id &session) = 0; //!< with all its tokens
    virtual Status dropSessionsOf(const Id &user) = 0;
    virtual Status dropSessionsBefore(Instant until) = 0;

    virtual Status setBackedUp(qint64 seq) = 0;
    //! The last statement of a transaction, so that commit order is sequence order. Answers the new state.
    virtual Result<TownState> advance(qint64 by, const QByteArray &head) = 0;
};

//! Callable from any thread. Writes wait for each other, reads don't wait.
class HubStore
{
public:
    virtual ~HubStore() = default;
    virtual Status read(const std::function<Status(HubReader &)> &use) = 0;
    //! Commits if \a use succeeds, otherwise nothing of it stays.
    virtual Status write(const std::function<Status(HubWriter &)> &use) = 0;
    virtual Status backupTo(const QString &path) = 0; //!< complete at \a path, or not there
};

} // namespace parvis
