#pragma once

#include "base/csvreader.h"

namespace parvis {

//! The word for a fault of a row: "quotes", "too_long", "encoding".
QString faultCode(CsvFault fault);

//! Rows that were left out, as they were, after two more cells: their line and the reason. Corrected, the file can be imported.
class CsvRejects
{
public:
    CsvRejects(QIODevice *device, CsvFormat format) : m_device(device), m_format(format) {} //!< null: nothing is kept

    Status header(const CsvRow &row);
    Status row(const CsvRow &row, const QString &reason);

private:
    Status write(const QString &line, const QString &reason, const QByteArray &raw);

    QIODevice *m_device;
    CsvFormat m_format;
};

//! The columns that the rejects have more than their file; an import passes them over.
inline constexpr QLatin1StringView rejectLineColumn("parvis_line");
inline constexpr QLatin1StringView rejectReasonColumn("parvis_reason");

} // namespace parvis
