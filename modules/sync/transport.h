#pragma once

#include "protocol/messages.h"

#include <QtCore/QFuture>

#include <functional>

namespace parvis {

//! What the hub's event stream tells. A hint only says that there may be something to pull: a lost one loses nothing.
struct StreamSink
{
    std::function<void()> opened;
    std::function<void(const Cursor &head)> hinted;
    std::function<void(const Error &error)> closed; //!< once, and nothing after it; the engine reopens
};

//! The way to one hub. Tokens are the caller's: each call gets the one that it needs. Calls of one thread; answers arrive there
//! through the event loop, in any order, each at most once. The errors are those of errorFor(), and Network (no answer: the
//! request may have been carried out all the same), Certificate, Protocol, Aborted.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual QFuture<Result<Hello>> hello(const QString &access) = 0; //!< \a access may be empty
    virtual QFuture<Result<Session>> openSession(const SessionRequest &request) = 0;
    virtual QFuture<Result<Session>> refreshSession(const QString &refresh) = 0;
    virtual QFuture<Status> closeSession(const QString &access) = 0;
    virtual QFuture<Status> changePassword(const PasswordChange &change) = 0;
    virtual QFuture<Result<GivenPassword>> givePassword(const QString &access, const Id &user) = 0;

    //! Who else has \a look.request in sight; NotFound: nobody may know.
    virtual QFuture<Result<QList<Onlooker>>> look(const QString &access, const Look &look) = 0;

    //! A gap (the hub lacks numbers before the first one sent) answers with no verdict at all, and what the hub holds as lastN.
    virtual QFuture<Result<PushReply>> push(const QString &access, const Push &push) = 0;
    virtual QFuture<Result<ChangesPage>> changes(const QString &access, const Cursor &since, int limit) = 0;
    //! \a after: the key of the page before, empty at the start. \a scope: empty, or what the hub's snapshot restricts to.
    virtual QFuture<Result<SnapshotPage>> snapshot(const QString &access, const QString &after, const QString &scope) = 0;

    //! How much of a file the hub has from this device; nothing is an offset of 0.
    virtual QFuture<Result<BlobPlace>> blobPlace(const QString &access, const QString &sha256) = 0;
    virtual QFuture<Result<BlobPlace>> sendBlob(const QString &access, const QString &sha256, const BlobPart &part) = 0;
    //! As much as the hub gives at once, from \a offset on.
    virtual QFuture<Result<BlobPart>> blob(const QString &access, const QString &sha256, const Id &attachment, qint64 offset) = 0;

    //! The next part of the town's address file; nothing: it is the one that \a wish.held names. NotFound: there is none.
    //! DigestMismatch: it is not the one that is coming any more.
    virtual QFuture<Result<std::optional<FilePart>>> addresses(const QString &access, const FileWish &wish) = 0;

    virtual void openStream(const QString &access, StreamSink sink) = 0; //!< replaces an open one, which then stays silent
    virtual void closeStream() = 0;                                      //!< silently

    virtual void abort() = 0; //!< every call under way answers Aborted
};

} // namespace parvis
