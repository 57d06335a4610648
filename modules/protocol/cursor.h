#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>

namespace parvis {

//! A place in the town's history: "seq.h" where h is the first 8 bytes of the chain's hash there, as 16 hexadecimal digits.
//! A hub restored from an older backup, or a forged history, can't honour it.
struct Cursor
{
    qint64 seq = 0;
    QByteArray mark; //!< 8 bytes; empty at the beginning of history

    bool operator==(const Cursor &) const = default;
};

QString cursorText(const Cursor &cursor); //!< "0" at the beginning
Result<Cursor> parseCursor(QStringView text);

} // namespace parvis
