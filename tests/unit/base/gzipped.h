#pragma once

#include <QtCore/QByteArray>

#include <array>

namespace parvis {

//! \a bytes as a gzip file: the stream of qCompress() (zlib's) in another wrapping.
inline QByteArray gzipped(const QByteArray &bytes)
{
    const auto little = [](quint32 value) {
        QByteArray four;
        for (int i = 0; i < 4; ++i)
            four += char(value >> (8 * i));
        return four;
    };
    // CRC-32 of RFC 1952, bit by bit over a table.
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> t{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k)
                c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1U) : c >> 1U;
            t.at(n) = c;
        }
        return t;
    }();
    quint32 crc = 0xffffffffU;
    for (const char b : bytes)
        crc = table.at((crc ^ quint8(b)) & 0xffU) ^ (crc >> 8U);
    crc ^= 0xffffffffU;
    QByteArray stream = qCompress(bytes);
    if (stream.size() <= 4) // of nothing: an empty block
        stream = QByteArray("\0\0\0\0\x78\x9c\x03\x00\0\0\0\1", 12);
    // After four bytes of length: two of zlib's head, the stream, four of its check.
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + stream.sliced(6).chopped(4) + little(crc) +
           little(quint32(bytes.size()));
}

} // namespace parvis
