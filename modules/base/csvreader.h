#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

class QIODevice;

// Why a reader of our own: Debian's libcsv gives neither the row as it was nor its line, and stops at the first bad row in its
// strict mode; the others of Debian read no line breaks inside quotes. An import must go on, and hand back what it left out.

namespace parvis {

//! Windows1252 is what French office programs mean by Latin-1: the same with "œ", "€" and "’".
enum class CsvEncoding { Utf8, Latin1, Windows1252 };

struct CsvFormat
{
    char delimiter = ';';
    CsvEncoding encoding = CsvEncoding::Utf8;

    bool operator==(const CsvFormat &) const = default;
};

enum class CsvFault {
    None,
    Quotes,  //!< a quoted cell that does not end, or goes on after its end
    TooLong, //!< longer than the reader's limit; \c raw is its beginning
    Encoding //!< bytes that are not text in the file's encoding, or NUL
};

struct CsvRow
{
    qint64 line = 0; //!< where it begins, from 1
    QByteArray raw;  //!< as it was, without its line end
    QStringList cells;
    CsvFault fault = CsvFault::None; //!< if any, \c cells is empty

    bool operator==(const CsvRow &) const = default;
};

//! RFC 4180, read as a stream: quotes, doubled quotes, line breaks in quotes, a byte order mark. More tolerant where that loses
//! nothing: any line end, a quote inside an unquoted cell is a character, blank lines are passed over. A row with a fault ends
//! with its own line, so that a quote left open does not swallow the rows after it.
class CsvReader
{
public:
    //! \a device is open and outlives the reader. \a longest: bytes of a row.
    CsvReader(QIODevice &device, CsvFormat format, qsizetype longest = 256 * 1024);

    //! Nothing at the end. Storage: the device fails. InvalidInput: the file is UTF-16.
    Result<std::optional<CsvRow>> next();
    qint64 bytesRead() const { return m_bytesBefore + m_pos; }

private:
    int byteAt(qsizetype offset); //!< of the row that begins at m_pos; -1 at the end
    bool isLineEnd(int byte) const { return byte == '\n' || byte == '\r' || byte == -1; }
    Status skipMark();
    qsizetype lineEndLength(qsizetype offset);
    CsvFault split(QList<QByteArray> &cells, qsizetype &length);
    qsizetype lineLength();
    void skipLine();
    void advance(qsizetype length);
    bool decode(const QList<QByteArray> &cells, QStringList &into) const;

    QIODevice &m_device;
    CsvFormat m_format;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_pos = 0;
    qint64 m_bytesBefore = 0; //!< what left the buffer
    qint64 m_line = 1;
    bool m_started = false;
    bool m_failed = false;
};

//! \a text as one cell, quoted if it must be.
QString csvCell(const QString &text, char delimiter);

//! \a text in \a encoding; what the encoding lacks becomes "?".
QByteArray csvEncoded(const QString &text, CsvEncoding encoding);

} // namespace parvis
