#include "presentation/fileopener.h"

#include "base/async.h"
#include "store/blobs.h"

namespace parvis {

void FileOpener::openFile(const Attachment &attachment)
{
    m_opening = attachment;
    const auto read = [sha256 = attachment.sha256](DeskStore &store) { return blobBytes(store, sha256); };
    whenReady(m_store.read(read), this, [this, attachment](const Result<QByteArray> &bytes) {
        if (m_opening.id != attachment.id)
            return;
        if (!bytes && bytes.error().code == ErrorCode::NotFound)
            return Q_EMIT fileWanted(attachment.sha256, attachment.id);
        m_opening = {};
        if (bytes)
            Q_EMIT fileOpened(attachment, *bytes);
        else
            Q_EMIT fileMissed(attachment, bytes.error());
    });
}

void FileOpener::fileArrived(const QString &sha256)
{
    if (!m_opening.id.isNull() && m_opening.sha256 == sha256)
        openFile(m_opening);
}

void FileOpener::fileFailed(const QString &sha256, const Error &error)
{
    if (!m_opening.id.isNull() && m_opening.sha256 == sha256)
        Q_EMIT fileMissed(std::exchange(m_opening, {}), error);
}

} // namespace parvis
