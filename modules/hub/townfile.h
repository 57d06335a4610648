#pragma once

#include "protocol/messages.h"

#include <memory>
#include <mutex>

namespace parvis {

//! A file that every agent of the town may have whole, as its addresses. Another process may put a new one in its place (by
//! renaming) at any time: from then on that one is offered. Thread safe.
class TownFile
{
public:
    explicit TownFile(QString path);
    ~TownFile();
    Q_DISABLE_COPY_MOVE(TownFile)

    //! Nothing: there is none. Reads a new file whole, once. Storage.
    Result<std::optional<FileOffer>> offer();

    //! At most \a length bytes from \a offset on. NotFound: there is none. DigestMismatch: it is not the one of \a sha256, see
    //! offer(). InvalidInput: \a offset lies beyond its end. Storage.
    Result<BlobPart> read(const QString &sha256, qint64 offset, qint64 length);

private:
    struct Open;
    Result<std::shared_ptr<const Open>> current(); //!< null: there is none

    const QString m_path;
    std::mutex m_mutex;
    std::shared_ptr<const Open> m_open;
};

} // namespace parvis
