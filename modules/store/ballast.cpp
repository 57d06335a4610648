#include "store/ballast.h"

#include <QtCore/QFile>

#include <fcntl.h>

namespace parvis {

bool Ballast::isHeld() const
{
    return !m_path.isEmpty() && QFile(m_path).size() >= m_bytes;
}

Status Ballast::hold()
{
    if (m_path.isEmpty() || isHeld())
        return success();
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite))
        return Error{ErrorCode::Storage, file.errorString()};
    // Real blocks, not a hole: only they become free later.
    const int code = posix_fallocate(file.handle(), 0, m_bytes);
    if (code != 0) {
        file.remove();
        return Error{code == ENOSPC ? ErrorCode::StorageFull : ErrorCode::Storage, QStringLiteral("ballast (%1)").arg(code)};
    }
    return success();
}

bool Ballast::release()
{
    return !m_path.isEmpty() && QFile::remove(m_path);
}

} // namespace parvis
