#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>

#include <memory>

namespace parvis {

//! Whether \a bytes begin as gzip (RFC 1952) does.
bool isGzip(QByteArrayView bytes);

//! All that \a bytes hold, unpacked: gzip or zlib. InvalidInput: damaged, cut short, or neither; TooLarge: more than \a most
//! bytes.
Result<QByteArray> gunzipped(const QByteArray &bytes, qsizetype most);

//! Reads what a gzip file holds, as a stream, several members one after the other as `cat a.gz b.gz` makes them.
class GunzipDevice final : public QIODevice
{
public:
    //! \a packed is open and outlives the device.
    explicit GunzipDevice(QIODevice &packed);
    ~GunzipDevice() override;

    bool isSequential() const override { return true; }
    bool atEnd() const override; //!< false where a read gave nothing because the file is damaged or cut short
    qint64 packedRead() const { return m_packedRead; }
    bool isDamaged() const { return m_isDamaged; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Stream;
    QIODevice &m_packed;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_input;
    qint64 m_packedRead = 0;
    bool m_isDamaged = false;
    bool m_isAtEnd = false;
};

} // namespace parvis
