#pragma once

#include "protocol/messages.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFuture>
#include <QtCore/QThreadPool>

#include <memory>

namespace parvis {

//! What a desk has of the town's address file.
struct AddressesHere
{
    QString sha256;  //!< of the file that is used; empty: there is none
    QString coming;  //!< of the one that is half here; empty: none
    qint64 held = 0; //!< of it, bytes from the beginning

    bool operator==(const AddressesHere &) const = default;
};

//! The address file at a desk, and the one that is still coming: "town.addresses" and "town.addresses.<digest>.part" in one
//! folder. A new file takes the place of the old one at once, when it is whole, its digest right, and this program can read it;
//! whoever has the old one open keeps it. One at a time.
class TownAddresses
{
public:
    //! \a spareBytes: a file that would leave less on the disk is not begun.
    explicit TownAddresses(const QString &folder, qint64 spareBytes = 256LL * 1024 * 1024);

    QString path() const; //!< of the file that is used; need not exist

    //! Reads a file that it does not know yet whole. Storage.
    Result<AddressesHere> look();

    //! Puts a part where the last one ended; one from the beginning begins anew. WrongOffset: it does not fit there.
    //! DigestMismatch (the bytes are not those of its digest), InvalidInput (no address file), StorageNewer (of a newer program),
    //! StorageFull, Storage: all that came of it is thrown away, and the old file stays.
    Result<AddressesHere> take(const FilePart &part);

private:
    QString partPath(const QString &sha256) const;
    void forgetComing();
    Status append(const FilePart &part);
    Status finish(const QString &sha256);
    static Result<QString> digestOf(const QString &path);

    const QString m_folder;
    const qint64 m_spareBytes;
    qint64 m_knownBytes = -1, m_knownMs = 0; //!< the file that m_known is of
    QString m_known;
    std::unique_ptr<QCryptographicHash> m_digest; //!< of what came while this object lived, from the beginning
    QString m_digestOf;
    qint64 m_digested = 0;
};

//! How the engine reaches it without waiting for the disk.
class AddressShelf
{
public:
    AddressShelf() = default;
    virtual ~AddressShelf() = default;
    Q_DISABLE_COPY_MOVE(AddressShelf)

    virtual QFuture<Result<AddressesHere>> look() = 0;
    virtual QFuture<Result<AddressesHere>> take(const FilePart &part) = 0;
};

//! In a thread of its own, one job after the other.
class AddressThread final : public AddressShelf
{
public:
    explicit AddressThread(const QString &folder);
    ~AddressThread() override; //!< waits for the job under way

    QString path() const { return m_addresses.path(); }
    QFuture<Result<AddressesHere>> look() override;
    QFuture<Result<AddressesHere>> take(const FilePart &part) override;

private:
    template <typename Job>
    QFuture<Result<AddressesHere>> run(Job job);

    TownAddresses m_addresses;
    QThreadPool m_thread;
};

} // namespace parvis
