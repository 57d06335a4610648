#pragma once

#include "hub/blobfolder.h"
#include "hub/dailyrun.h"
#include "hub/hubstore.h"
#include "hub/mailqueue.h"
#include "hub/outgoing.h"
#include "hub/passwordhasher.h"

#include <memory>

namespace parvis {

//! Who calls, with the rights of this moment.
struct Caller
{
    User user;
    Id device;
    Actor actor;
    Id session;
    Instant sessionUntil;

    bool operator==(const Caller &) const = default;
};

//! A record that the hub takes in by itself (import, demo, organisation), with its own time.
struct IntakeRecord
{
    Verb verb = Verb::Create;
    Kind kind = Kind::Request;
    Id id;
    QJsonObject fields; //!< the whole document of a create; the "set" of a patch
    Instant at;         //!< when it happened; may be years ago. Not set: now
    Id actor;           //!< null: the hub itself

    bool operator==(const IntakeRecord &) const = default;
};

struct IntakeReport
{
    qint64 created = 0;
    qint64 patched = 0;
    qint64 known = 0; //!< creates of an id that was there: left as it is

    bool operator==(const IntakeReport &) const = default;
};

//! A card as an import says it is.
struct CardIntake
{
    Id id;
    QString code;
    int base = 0;                 //!< the revision that the import looked at; 0: a new card
    QJsonObject content;          //!< whole, see contentOf()
    std::optional<bool> archived; //!< nothing: as it is

    bool operator==(const CardIntake &) const = default;
};

struct CardIntakeReport
{
    qint64 created = 0;
    qint64 revised = 0;          //!< their next revision was published
    qint64 archived = 0;         //!< put into the archive or taken out, without a revision
    qint64 known = 0;            //!< they said so already: nothing was written
    QList<qsizetype> superseded; //!< indexes of those that were published since \c base: left as they are

    bool operator==(const CardIntakeReport &) const = default;
};

struct VerifyReport
{
    qint64 checked = 0;     //!< changes
    qint64 records = 0;     //!< records, each compared with what its changes make of it
    qint64 firstBroken = 0; //!< seq of the first change that is missing, altered or out of the chain; 0: all is whole
    QString reason;         //!< "gap", "payload", "chain", "head"; "record": one was altered beside its last change. Untranslated

    bool operator==(const VerifyReport &) const = default;
};

struct HubSettings
{
    Limits limits;
    qint64 accessMs = 15 * 60 * 1000;
    qint64 sessionMs = 12 * 60 * 60 * 1000;
    qint64 oneTimeMs = 7LL * 24 * 60 * 60 * 1000;        //!< of a password that an administrator gives
    qint64 longestReplay = 200'000;                      //!< a cursor further behind is expired: a snapshot is quicker
    int passwordLength = 15;                             //!< least number of characters
    QByteArray zone = QByteArrayLiteral("Europe/Paris"); //!< whose years the numbers of requests count
    Outlets outlets; //!< where none is, what concerns agents is in their bells alone, and what goes to citizens waits
};

//! Stops the calls when it goes.
class HeadSubscription
{
public:
    HeadSubscription() = default;
    explicit HeadSubscription(std::shared_ptr<void> token) : m_token(std::move(token)) {}

private:
    std::shared_ptr<void> m_token;
};

//! The town's hub: decides, orders, remembers. Knows neither SQL nor HTTP. Callable from any thread; calls block until the answer
//! is durable. Concurrent writes are committed together: whoever comes first commits for all who wait, so that there is no
//! writer thread, and a single-threaded caller gets the same code without threads.
//!
//! Errors beside the named ones: Storage, StorageFull (nothing of the call stays), NotFound (the town is not founded).
class Hub
{
public:
    //! All must outlive the hub. \a random is used under a lock; tokens come from it, so it is QRandomGenerator::system() but in
    //! tests.
    //! Without \a blobs the bytes of attachments are Unavailable.
    Hub(HubStore &store, const Clock &clock, QRandomGenerator &random, PasswordHasher &hasher, HubSettings settings = {},
        BlobFolder *blobs = nullptr);
    ~Hub();
    Q_DISABLE_COPY_MOVE(Hub)

    const HubSettings &settings() const;

    Status foundTown(const QString &name); //!< once, before all else. AlreadyExists
    Result<Hello> hello(const Caller *caller = nullptr);

    //! Unauthenticated (unknown login, wrong password and disabled user look the same and take as long), Throttled, Forbidden
    //! (oneTimePassword: it is right, and must be changed first).
    //! \a peer: the address that calls; failures count for it and for the login.
    Result<Session> openSession(const SessionRequest &request, const QString &peer);
    //! Each refresh token works once; a second use closes the session. Unauthenticated.
    Result<Session> refreshSession(const QString &refresh);
    Status closeSession(const QString &access);         //!< of an unknown token: success
    Result<Caller> authenticate(const QString &access); //!< Unauthenticated

    //! The agent's own. As openSession(), and InvalidInput (too short, or the same). Ends their sessions.
    Status changePassword(const PasswordChange &change, const QString &peer);
    //! A one-time password for \a user. Forbidden (not an administrator, or one's own), NotFound, Throttled. Ends their sessions.
    Result<GivenPassword> givePassword(const Caller &caller, const Id &user, const QString &peer);

    //! The caller has a request in sight: who else does. NotFound where they may not see it. Keeps nothing.
    Result<QList<Onlooker>> look(const Caller &caller, const Look &look);

    //! Answers when committed; the whole push or nothing. Forbidden (not the session's device), TooLarge, MutationGap (detail:
    //! the device's last n, in decimal), MutationReused (detail: the n).
    Result<PushReply> push(const Caller &caller, const Push &push);

    //! HistoryDiverged, CursorExpired. Rights of now decide about all of it. A page may be empty and still have \c more.
    Result<ChangesPage> changes(const Caller &caller, const Cursor &since, int limit = 1000);
    Result<QByteArray> changesJson(const Caller &caller, const Cursor &since, int limit = 1000); //!< as toJson(), faster

    //! A page of what the caller sees, in the order of allKinds(), by id, then the past patches (up to S0) of requests and what
    //! hangs on them, by seq. \a after: of the page before, empty at first; else Protocol, or HistoryDiverged if this history is
    //! not the one of the page before. The head is the same on all pages: S0 and about how many records there are, without
    //! history. A page may be short, even empty, and still have an \c after. \a scope, empty for all: words separated by commas,
    //! a service id or "confidential"; then only requests of these services or confidential ones, what hangs on them, and their
    //! citizens.
    Result<QByteArray> snapshot(const Caller &caller, const QString &after, int limit = 1000, const QString &scope = {});
    Result<SnapshotPage> snapshotPage(const Caller &caller, const QString &after, int limit = 1000, const QString &scope = {});

    //! \a called after each commit that moved the head, in the thread that committed: be quick, don't call the hub.
    [[nodiscard]] HeadSubscription onHeadMoved(std::function<void(const Cursor &)> called);

    // The bytes of attachments, apart from what says whose they are: they may come before it or after it. See BlobFolder for the
    // errors. Whoever may log contacts may send; Forbidden else.
    Result<BlobPlace> blobPlace(const Caller &caller, const QString &sha256);
    Result<BlobPlace> appendBlob(const Caller &caller, const QString &sha256, const BlobPart &part);
    //! The bytes go to those who see an attachment of that digest; NotFound for the others, and while they have not come.
    Result<BlobPart> readBlob(const Caller &caller, const QString &sha256, const Id &attachment, qint64 offset, qint64 length);

    //! One transaction. Numbers requests that bring none. InvalidInput (detail: index and field): nothing of it stays. Patches
    //! are laid over without looking at races; a patch of an unknown record is InvalidInput.
    Result<IntakeReport> intake(const QList<IntakeRecord> &records);

    //! One transaction. Publishes the next revision of each card whose content differs.
    Result<CardIntakeReport> publishCards(const QList<CardIntake> &cards);

    Result<Id> addUser(const User &user, const QString &password);     //!< a null id is made. AlreadyExists, InvalidInput
    Status setPassword(const QString &login, const QString &password); //!< closes the user's sessions
    Status setDisabled(const QString &login, bool disabled);
    Result<User> user(const QString &login); //!< NotFound

    Result<WorkingCalendar> calendar(); //!< the town's, with its time zone

    //! What a hub does once a day, see DailyRun. \a goesOn is asked now and then whether to go on.
    Result<DailyReport> runDaily(const std::function<bool()> &goesOn = {});

    //! The next mail that may be sent now, see mailqueue.h; nothing: none is due. Whoever sends it settles it. A crash between
    //! the mail server's word and the settling gives the same mail again, with the same id: the hub can't know, but the mailbox
    //! can.
    Result<std::optional<DueMail>> claimMail();
    Status settleMail(const DueMail &mail, const Status &sent);
    Result<MailCounts> mailCounts();

    //! What goes out to citizens, see outgoing.h. Whoever sends on a channel recovers first what was being handed over when the
    //! last one ended, then claims, sends and settles, one after the other.
    Status recoverOutgoing(ReplyChannel channel);
    Result<std::optional<OutgoingItem>> claimOutgoing(ReplyChannel channel);
    Status settleOutgoing(const Id &dispatch, const SendReport &report);
    Result<QList<OutgoingItem>> followedOutgoing(ReplyChannel channel);
    Status endFollowing(const Id &dispatch);            //!< its gateway says nothing more
    Result<Instant> nextOutgoing(ReplyChannel channel); //!< when something may be due; not set: nothing waits
    Result<bool> reportDelivery(const Id &dispatch, bool isDelivered, const QString &error);
    Result<QByteArray> fileBytes(const QString &sha256); //!< of an attachment. NotFound, Unavailable

    //! An online copy; afterwards \c stable covers all that it holds.
    Status backup(const QString &path);
    //! Walks the chain, then the records. \a progress gets (checked, all) now and then and answers whether to go on.
    Result<VerifyReport> verify(const std::function<bool(qint64, qint64)> &progress = {});

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace parvis
