#pragma once

#include "base/result.h"

namespace parvis {

//! A file that only takes room, so that there is some to free when the disk is full and a draft must still be saved.
class Ballast
{
public:
    explicit Ballast(QString path = {}, qint64 bytes = 4 * 1024 * 1024) : m_path(std::move(path)), m_bytes(bytes) {}
    bool isHeld() const;
    Status hold();  //!< takes the room; StorageFull if there is none
    bool release(); //!< true if room became free

private:
    QString m_path; //!< empty: none
    qint64 m_bytes;
};

} // namespace parvis
