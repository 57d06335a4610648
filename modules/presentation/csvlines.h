#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace parvis {

//! What a spreadsheet of a French desk opens by a double click: UTF-8 with its mark, semicolons, CRLF. Cells that a spreadsheet
//! would take for a formula (=, +, -, @, tab) are text, by an apostrophe before them (OWASP, CSV injection); a number is no
//! formula.
inline constexpr QByteArrayView csvMark{"\xEF\xBB\xBF"};
QByteArray csvLine(const QStringList &cells);

} // namespace parvis
