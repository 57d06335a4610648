#include "csvimport/csvrejects.h"

#include <QtCore/QIODevice>

using namespace Qt::StringLiterals;

namespace parvis {

QString faultCode(CsvFault fault)
{
    switch (fault) {
    case CsvFault::Quotes: return u"quotes"_s;
    case CsvFault::TooLong: return u"too_long"_s;
    case CsvFault::Encoding: return u"encoding"_s;
    case CsvFault::None: break;
    }
    return {};
}

Status CsvRejects::header(const CsvRow &row)
{
    return write(rejectLineColumn, rejectReasonColumn, row.raw);
}

Status CsvRejects::row(const CsvRow &row, const QString &reason)
{
    // What can't be split is one cell, so that the rejects file itself can be read.
    const bool isWhole = row.fault == CsvFault::Quotes || row.fault == CsvFault::TooLong;
    QByteArray raw = row.raw;
    if (isWhole)
        raw = '"' + raw.replace('"', "\"\"") + '"';
    return write(QString::number(row.line), reason, raw);
}

Status CsvRejects::write(const QString &line, const QString &reason, const QByteArray &raw)
{
    if (!m_device)
        return success();
    const QByteArray bytes = csvEncoded(line, m_format.encoding) + m_format.delimiter +
                             csvEncoded(csvCell(reason, m_format.delimiter), m_format.encoding) + m_format.delimiter + raw +
                             "\r\n";
    if (m_device->write(bytes) != bytes.size())
        return Error{ErrorCode::Storage, u"writing the rejects file"_s};
    return success();
}

} // namespace parvis
