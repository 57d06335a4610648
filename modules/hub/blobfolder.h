#pragma once

#include "protocol/messages.h"

#include <map>
#include <memory>
#include <mutex>

namespace parvis {

//! The bytes of attachments as files of a folder, named by their SHA-256: "3f/3fa2…". What a device is still sending lies in
//! "coming" under the digest and the device, so that two devices that send the same file do not mix. A file appears under its
//! name when it is whole, its digest right and its bytes on the disk. Thread safe.
//!
//! Digests are 64 hexadecimal digits in lower case; others are InvalidInput. Storage and StorageFull leave what was there.
class BlobFolder
{
public:
    //! \a largest: bytes of one file.
    BlobFolder(QString path, qint64 largest);
    ~BlobFolder();
    Q_DISABLE_COPY_MOVE(BlobFolder)

    const QString &path() const { return m_path; }

    //! NotFound: nothing has come from \a device, and the file is not here either.
    Result<BlobPlace> place(const QString &sha256, const Id &device) const;

    //! Puts \a part at its offset, which is where the last one ended; the last byte makes the file whole. A file that is here
    //! already swallows its parts. WrongOffset (detail: the offset that is wanted, in decimal), TooLarge, DigestMismatch (then
    //! all that came is thrown away), InvalidInput (a part that is empty, or goes beyond the total).
    Result<BlobPlace> append(const QString &sha256, const Id &device, const BlobPart &part);

    //! At most \a length bytes from \a offset on; NotFound while the file is not whole.
    Result<BlobPart> read(const QString &sha256, qint64 offset, qint64 length) const;

    //! What began to come before \a before and was not finished is thrown away. Its number.
    int forgetUnfinished(Instant before) const;

    //! Puts those of the whole files that are not there yet beside a backup; a second copy of the same disk takes no room.
    Status copyTo(const QString &path) const;

private:
    QString wholeName(const QString &sha256) const;
    QString comingName(const QString &sha256, const Id &device) const;
    Result<BlobPlace> finish(const QString &sha256, const QString &coming);
    Result<QString> digestOf(const QString &coming, qint64 size);

    QString m_path;
    qint64 m_largest;
    //! What was reckoned of a file that is coming, so that its end need not read it again; forgotten, it is read.
    struct Coming;
    static constexpr std::size_t mostComing = 64;
    std::mutex m_mutex;                                  // of append(): two connections of one device may send the same part
    std::map<QString, std::unique_ptr<Coming>> m_coming; // by comingName()
};

} // namespace parvis
