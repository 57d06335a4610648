#include "protocol/cursor.h"

namespace parvis {

QString cursorText(const Cursor &cursor)
{
    const QString seq = QString::number(cursor.seq);
    return cursor.mark.isEmpty() ? seq : seq + u'.' + QString::fromLatin1(cursor.mark.toHex());
}

Result<Cursor> parseCursor(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    bool isNumber = false;
    Cursor cursor;
    cursor.seq = (dot < 0 ? text : text.left(dot)).toLongLong(&isNumber);
    if (dot >= 0)
        cursor.mark = QByteArray::fromHex(text.mid(dot + 1).toLatin1());
    const bool complete = cursor.seq == 0 ? dot < 0 : cursor.mark.size() == 8 && text == cursorText(cursor);
    if (!isNumber || cursor.seq < 0 || !complete)
        return Error{ErrorCode::Protocol, QStringLiteral("cursor")};
    return cursor;
}

} // namespace parvis
