#include "base/csvreader.h"

#include <QtCore/QIODevice>
#include <QtCore/QStringConverter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype chunk = 64 * 1024;

// Windows-1252 where it differs from Latin-1; 0: not a character.
constexpr std::array<char16_t, 32> windows1252{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

bool decodeCell(const QByteArray &cell, CsvEncoding encoding, QString &into)
{
    if (cell.contains('\0'))
        return false;
    if (std::all_of(cell.begin(), cell.end(), [](char c) { return static_cast<uchar>(c) < 0x80; })) {
        into = QString::fromLatin1(cell); // most cells: quicker than by a decoder
        return true;
    }
    if (encoding == CsvEncoding::Utf8) {
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        into = decoder(cell);
        return !decoder.hasError();
    }
    into = QString::fromLatin1(cell);
    if (encoding == CsvEncoding::Windows1252) {
        for (QChar &c : into) {
            if (c >= u'\u0080' && c <= u'\u009f')
                c = windows1252[c.unicode() - 0x80U];
        }
        return !into.contains(QChar(u'\0'));
    }
    return true;
}

} // namespace

CsvReader::CsvReader(QIODevice &device, CsvFormat format, qsizetype longest)
    : m_device(device), m_format(format), m_longest(longest)
{}

int CsvReader::byteAt(qsizetype offset)
{
    while (m_pos + offset >= m_buffer.size()) {
        if (m_pos >= chunk) {
            m_buffer.remove(0, m_pos);
            m_bytesBefore += m_pos;
            m_pos = 0;
        }
        const QByteArray more = m_device.read(chunk);
        if (more.isEmpty()) {
            m_failed = !m_device.atEnd();
            return -1;
        }
        m_buffer.append(more);
    }
    return static_cast<uchar>(m_buffer.at(m_pos + offset));
}

qsizetype CsvReader::lineEndLength(qsizetype offset)
{
    const int byte = byteAt(offset);
    if (byte == '\r')
        return byteAt(offset + 1) == '\n' ? 2 : 1;
    return byte == '\n' ? 1 : 0;
}

void CsvReader::advance(qsizetype length)
{
    for (qsizetype i = m_pos; i < m_pos + length; ++i) {
        const char byte = m_buffer.at(i);
        const bool isPair = byte == '\r' && i + 1 < m_buffer.size() && m_buffer.at(i + 1) == '\n';
        m_line += (byte == '\n' || byte == '\r') && !isPair ? 1 : 0;
    }
    m_pos += length;
}

Status CsvReader::skipMark()
{
    m_started = true;
    const int first = byteAt(0), second = byteAt(1);
    if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff))
        return Error{ErrorCode::InvalidInput, u"the file is UTF-16: save it as UTF-8"_s};
    if (first == 0xef && second == 0xbb && byteAt(2) == 0xbf)
        m_pos += 3;
    return success();
}

CsvFault CsvReader::split(QList<QByteArray> &cells, qsizetype &length)
{
    qsizetype i = 0;
    for (;;) {
        QByteArray cell;
        int byte = byteAt(i);
        if (byte == '"') {
            for (++i;; ++i) {
                byte = byteAt(i);
                if (byte == -1 || i > m_longest)
                    return CsvFault::Quotes;
                if (byte == '"' && byteAt(++i) != '"')
                    break;
                cell.append(static_cast<char>(byte));
            }
            byte = byteAt(i);
            if (byte != m_format.delimiter && !isLineEnd(byte))
                return CsvFault::Quotes;
        } else {
            const qsizetype begin = i;
            for (; byte != m_format.delimiter && !isLineEnd(byte); byte = byteAt(++i)) {
                if (i > m_longest)
                    return CsvFault::TooLong;
            }
            cell = m_buffer.sliced(m_pos + begin, i - begin);
        }
        cells.append(cell);
        if (byte != m_format.delimiter) {
            length = i;
            return i > m_longest ? CsvFault::TooLong : CsvFault::None;
        }
        ++i;
    }
}

qsizetype CsvReader::lineLength()
{
    qsizetype length = 0;
    while (length <= m_longest && !isLineEnd(byteAt(length)))
        ++length;
    return length;
}

void CsvReader::skipLine()
{
    while (!isLineEnd(byteAt(0)))
        advance(1);
}

bool CsvReader::decode(const QList<QByteArray> &cells, QStringList &into) const
{
    for (const QByteArray &cell : cells) {
        QString text;
        if (!decodeCell(cell, m_format.encoding, text)) {
            into.clear();
            return false;
        }
        into.append(text);
    }
    return true;
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    if (!m_started) {
        if (const Status done = skipMark(); !done)
            return done.error();
    }
    while (const qsizetype blank = lineEndLength(0))
        advance(blank);
    const Error unreadable{ErrorCode::Storage, u"reading the CSV file"_s};
    if (byteAt(0) == -1)
        return m_failed ? Result<std::optional<CsvRow>>(unreadable) : std::optional<CsvRow>();

    CsvRow row;
    row.line = m_line;
    QList<QByteArray> cells;
    qsizetype length = 0;
    row.fault = split(cells, length);
    if (row.fault != CsvFault::None) {
        length = lineLength();
        if (length > m_longest) {
            row.fault = CsvFault::TooLong;
            length = m_longest;
        }
    } else if (!decode(cells, row.cells)) {
        row.fault = CsvFault::Encoding;
    }
    row.raw = m_buffer.mid(m_pos, length);
    advance(length);
    if (row.fault == CsvFault::TooLong)
        skipLine();
    advance(lineEndLength(0));
    if (m_failed)
        return unreadable;
    return std::optional(std::move(row));
}

QString csvCell(const QString &text, char delimiter)
{
    const bool isPlain =
        !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(QLatin1Char(delimiter));
    if (isPlain)
        return text;
    QString quoted = text;
    quoted.replace(u'"', u"\"\""_s);
    return u'"' + quoted + u'"';
}

QByteArray csvEncoded(const QString &text, CsvEncoding encoding)
{
    if (encoding == CsvEncoding::Utf8)
        return text.toUtf8();
    QByteArray bytes = text.toLatin1();
    if (encoding == CsvEncoding::Windows1252) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const auto found = std::find(windows1252.begin(), windows1252.end(), text.at(i).unicode());
            if (found != windows1252.end() && *found != 0)
                bytes[i] = static_cast<char>(0x80 + (found - windows1252.begin()));
        }
    }
    return bytes;
}

} // namespace parvis
