#pragma once

#include "domain/mutation.h"
#include "protocol/cursor.h"

// What desk and hub say to each other, as values; codec.h writes and reads them as JSON.

namespace parvis {

//! The range of schemas this build speaks. An older desk may still push (426 elsewhere).
inline constexpr int schemaVersion = 4;
inline constexpr int oldestSchema = 4; // before it, replies and what goes out are unknown kinds

struct Limits
{
    qint64 bodyBytes = 1024 * 1024;
    int mutations = 500;
    int headerBytes = 16 * 1024;
    int changes = 1000;
    qint64 fileBytes = 25LL * 1024 * 1024; //!< of one attachment

    bool operator==(const Limits &) const = default;
};

//! A file that every agent of the town may have whole: its addresses.
struct FileOffer
{
    QString sha256; //!< 64 hexadecimal digits in lower case
    qint64 bytes = 0;

    bool operator==(const FileOffer &) const = default;
};

//! GET /v1/hello: health, and what a desk must know before it signs in.
struct Hello
{
    Instant time;
    int schemaMin = oldestSchema;
    int schemaMax = schemaVersion;
    Limits limits;
    Cursor head;
    QString town;                       //!< "Ingeville"
    QString rights;                     //!< rightsVersion() of the caller; empty without a session
    std::optional<FileOffer> addresses; //!< to whoever has a session, where the hub has some

    bool operator==(const Hello &) const = default;
};

//! POST /v1/session → 201; POST /v1/session/refresh → 200.
struct SessionRequest
{
    QString login, password;
    Id device;

    bool operator==(const SessionRequest &) const = default;
};

struct Session
{
    QString access, refresh; //!< opaque, 256 bits, base64url
    Instant accessUntil, sessionUntil;
    Id user;
    qint64 lastN = 0; //!< of this device: a desk whose store was lost goes on from there
    QString rights;

    bool operator==(const Session &) const = default;
};

//! POST /v1/password → 204: an agent changes their own. The old one proves who asks, so that it works without a session too, as
//! it must with a one-time password. All sessions of the user end.
struct PasswordChange
{
    QString login, password;
    QString wanted; //!< the new one

    bool operator==(const PasswordChange &) const = default;
};

//! POST /v1/users/{id}/password → 201: a one-time password for an agent, shown once. All their sessions end.
struct GivenPassword
{
    QString password;
    Instant until; //!< by then it is changed, or worth nothing

    bool operator==(const GivenPassword &) const = default;
};

//! The detail of a Forbidden that answers a sign-in: the password is right and must be changed first (POST /v1/password).
inline constexpr QLatin1StringView oneTimePassword("one-time-password");

//! POST /v1/presence → {"others":[{"user","editing"}]}: what an agent has in sight, said every few seconds. Never stored.
struct Look
{
    Id request; //!< null: nothing
    bool isEditing = false;

    bool operator==(const Look &) const = default;
};

//! Somebody else who has the same request in sight.
struct Onlooker
{
    Id user;
    bool isEditing = false;

    bool operator==(const Onlooker &) const = default;
};

//! POST /v1/push
struct Push
{
    Id device;
    QList<Mutation> mutations;

    bool operator==(const Push &) const = default;
};

struct PushVerdict
{
    qint64 n = 0;
    Outcome outcome = Outcome::Applied;
    Refusal refusal = Refusal::None;
    qint64 seq = 0; //!< of the change that carries its effect, or its proposal

    bool operator==(const PushVerdict &) const = default;
};

struct PushReply
{
    QList<PushVerdict> verdicts;
    qint64 lastN = 0;  //!< highest number of this device that the hub holds
    qint64 stable = 0; //!< changes up to here survive a restore: the desk may forget its mutations

    bool operator==(const PushReply &) const = default;
};

enum class ChangeOp { Create, Patch, Enter, Leave };
template <>
struct Tokens<ChangeOp>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("create"), QLatin1StringView("patch"),
                                                            QLatin1StringView("enter"), QLatin1StringView("leave")};
};

//! What the hub committed, in the town's one order.
struct Change
{
    qint64 seq = 0;
    ChangeOp op = ChangeOp::Patch;
    Kind kind = Kind::Request;
    Id id;
    QJsonObject fields; //!< plain new values (null: cleared); the whole document for create and enter
    QJsonObject was;    //!< before, for the history; empty for create, enter, leave
    Id actor;
    Id device;
    qint64 n = 0;
    Instant at; //!< the hub's clock

    bool operator==(const Change &) const = default;
};

//! GET /v1/changes. An enter or leave shares its seq with the change that caused it; a page never ends inside one seq.
struct ChangesPage
{
    QList<Change> changes;
    Cursor next;
    bool more = false;
    qint64 stable = 0;
    QString rights; //!< when it differs from what the desk knows: snapshot the new scopes, purge the lost ones
    //! As PushReply::lastN, of the moment of the page; -1: not told. If the desk has verdicts beyond it, a restored hub has lost
    //! them, and their numbers in this history are of other work.
    qint64 lastN = -1;

    bool operator==(const ChangesPage &) const = default;
};

//! GET /v1/snapshot as NDJSON: a head line, then rows of one page, then a tail line. Page by page until \c after is empty.
struct SnapshotHead
{
    Cursor start;     //!< S0: replay changes from here afterwards
    qint64 total = 0; //!< records in scope, for the progress bar

    bool operator==(const SnapshotHead &) const = default;
};

//! A record as it stands, or a past patch of one (history).
struct SnapshotRow
{
    Kind kind = Kind::Request;
    Id id;
    qint64 seq = 0;
    QJsonObject document;
    std::optional<Change> history; //!< then \c document is empty

    bool operator==(const SnapshotRow &) const = default;
};

struct SnapshotPage
{
    SnapshotHead head;
    QList<SnapshotRow> rows;
    QString after; //!< key of the next page; empty at the end

    bool operator==(const SnapshotPage &) const = default;
};

//! How far the bytes of one file have come. HEAD and PATCH /v1/blobs/{sha256}, in the headers Upload-Offset and Upload-Length.
struct BlobPlace
{
    qint64 offset = 0; //!< what is there, from the beginning
    qint64 total = 0;  //!< 0: not known

    bool operator==(const BlobPlace &) const = default;
};

//! A part of a file.
struct BlobPart
{
    qint64 offset = 0;
    qint64 total = 0; //!< of the whole file
    QByteArray bytes;

    bool operator==(const BlobPart &) const = default;
};

//! What a desk has of a file that the hub offers whole. GET /v1/addresses, with Range.
struct FileWish
{
    QString held;      //!< digest of the one that is here; empty: none. If-None-Match
    QString coming;    //!< digest of the one that is half here; empty: none. If-Match
    qint64 offset = 0; //!< of it, how much

    bool operator==(const FileWish &) const = default;
};

//! A part of such a file, and of which. In the headers ETag and Content-Range.
struct FilePart
{
    QString sha256;
    BlobPart part;

    bool operator==(const FilePart &) const = default;
};

//! application/problem+json (RFC 9457). \c type is a token, sent as "urn:parvis:problem:<token>".
struct Problem
{
    int status = 500;
    QString type; //!< "history-diverged", "mutation-gap", "cursor-expired", "too-large", "mutation-reused", "schema-too-old" …
    QString detail; //!< untranslated, without personal data
    int retryAfterSeconds = 0;
    qint64 lastN = -1; //!< with mutation-gap

    bool operator==(const Problem &) const = default;
};

//! The HTTP answer for an error of the hub, and back.
Problem problemFor(const Error &error);
Error errorFor(const Problem &problem);

} // namespace parvis
