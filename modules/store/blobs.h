#pragma once

#include "store/deskstore.h"

namespace parvis {

enum class BlobState {
    Loose,   //!< chosen by the agent; no record has it yet
    Queued,  //!< to send
    Sent,    //!< at the hub
    Refused, //!< the hub won't have it; kept here
    Coming   //!< asked of the hub
};
template <>
struct Tokens<BlobState>
{
    static constexpr std::array<QLatin1StringView, 5> words{QLatin1StringView("loose"), QLatin1StringView("queued"),
                                                            QLatin1StringView("sent"), QLatin1StringView("refused"),
                                                            QLatin1StringView("coming")};
};

//! A file at this desk.
struct Blob
{
    QString sha256;
    qint64 bytes = 0;
    qint64 held = 0; //!< how much of it is here, from the beginning
    BlobState state = BlobState::Loose;
    Id attachment; //!< by which it is asked of the hub

    bool isHere() const { return held == bytes && state != BlobState::Coming; }
    bool operator==(const Blob &) const = default;
};

// The bytes of files lie in the desk's database, encrypted as all the rest. They leave with the last attachment in sight that
// names them, unless they are still to be sent; and the least used of those that the hub has, when they become many.

//! Keeps \a bytes, whose digest the caller has reckoned: loose, unless they were here. They are queued by the submit of an
//! attachment that names them.
Status keepBlob(DeskStore &store, const QString &sha256, const QByteArray &bytes);
Result<std::optional<Blob>> blob(DeskStore &store, const QString &sha256);
//! All of the bytes; NotFound while they are not here.
Result<QByteArray> blobBytes(DeskStore &store, const QString &sha256);
//! At most \a length bytes from \a offset on, of what is held.
Result<QByteArray> blobBytes(DeskStore &store, const QString &sha256, qint64 offset, qint64 length);

//! The next file to fetch, else the next to send.
Result<std::optional<Blob>> nextBlob(DeskStore &store);
Status setBlobState(DeskStore &store, const QString &sha256, BlobState state);

//! Asks for the file of an attachment. AlreadyExists if it is here.
Status wantBlob(DeskStore &store, const QString &sha256, const Id &attachment);
Status dropWantedBlob(DeskStore &store, const QString &sha256);
//! Takes what the hub gave; what is out of place is left aside. With the last byte the digest is compared: DigestMismatch throws
//! all of it away, to be fetched anew.
Result<Blob> takeBlobPart(DeskStore &store, const QString &sha256, const BlobPart &part);

//! Lets go of the least used files that the hub has, until the rest takes at most \a mostBytes; and of loose ones that no draft
//! mentions since \a before.
Status trimBlobs(DeskStore &store, qint64 mostBytes, Instant before);

} // namespace parvis
