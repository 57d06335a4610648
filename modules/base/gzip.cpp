#include "base/gzip.h"

#include <zlib.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype chunk = 64 * 1024;
constexpr int gzipOrZlib = MAX_WBITS + 32;
constexpr int gzipOnly = MAX_WBITS + 16;

Error damaged()
{
    return {ErrorCode::InvalidInput, u"damaged gzip"_s};
}

Bytef *input(const QByteArray &bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib does not write there
}

} // namespace

bool isGzip(QByteArrayView bytes)
{
    return bytes.size() >= 2 && uchar(bytes[0]) == 0x1f && uchar(bytes[1]) == 0x8b;
}

Result<QByteArray> gunzipped(const QByteArray &bytes, qsizetype most)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipOrZlib) != Z_OK)
        return damaged();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> end(&stream, inflateEnd);
    stream.next_in = input(bytes);
    stream.avail_in = uInt(bytes.size());
    QByteArray whole;
    for (;;) {
        const qsizetype before = whole.size();
        whole.resize(std::min(std::max(2 * before, chunk), most + 1));
        stream.next_out = reinterpret_cast<Bytef *>(whole.data() + before);
        stream.avail_out = uInt(whole.size() - before);
        const int state = inflate(&stream, Z_NO_FLUSH);
        whole.resize(whole.size() - qsizetype(stream.avail_out));
        if (whole.size() > most)
            return Error{ErrorCode::TooLarge, u"gzip"_s};
        if (state == Z_STREAM_END)
            return whole;
        if (state != Z_OK || (stream.avail_in == 0 && stream.avail_out > 0))
            return damaged();
    }
}

struct GunzipDevice::Stream
{
    z_stream z{};
    bool isOpen = false;
    bool isWithin = false; //!< a member has begun and not ended

    ~Stream()
    {
        if (isOpen)
            inflateEnd(&z);
    }
};

GunzipDevice::GunzipDevice(QIODevice &packed) : m_packed(packed), m_stream(std::make_unique<Stream>())
{
    m_stream->isOpen = inflateInit2(&m_stream->z, gzipOnly) == Z_OK;
    m_isDamaged = !m_stream->isOpen;
    open(QIODevice::ReadOnly);
}

GunzipDevice::~GunzipDevice() = default;

bool GunzipDevice::atEnd() const
{
    return m_isAtEnd && QIODevice::atEnd();
}

qint64 GunzipDevice::readData(char *data, qint64 most)
{
    z_stream &z = m_stream->z;
    qint64 given = 0;
    while (given < most && !m_isDamaged && !m_isAtEnd) {
        if (z.avail_in == 0) {
            m_input = m_packed.read(chunk);
            m_packedRead += m_input.size();
            z.next_in = input(m_input);
            z.avail_in = uInt(m_input.size());
            if (m_input.isEmpty()) {
                m_isDamaged = m_stream->isWithin || !m_packed.atEnd();
                m_isAtEnd = !m_isDamaged;
                break;
            }
        }
        if (!m_stream->isWithin) {
            inflateReset(&z);
            m_stream->isWithin = true;
        }
        z.next_out = reinterpret_cast<Bytef *>(data + given);
        z.avail_out = uInt(std::min<qint64>(most - given, chunk));
        const uInt room = z.avail_out;
        const int state = inflate(&z, Z_NO_FLUSH);
        given += qint64(room - z.avail_out);
        if (state == Z_STREAM_END)
            m_stream->isWithin = false;
        else if (state != Z_OK && state != Z_BUF_ERROR)
            m_isDamaged = true;
    }
    return given > 0 || m_isAtEnd ? given : (m_isDamaged ? -1 : 0);
}

} // namespace parvis
