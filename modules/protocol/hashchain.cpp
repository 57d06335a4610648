#include "protocol/hashchain.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace parvis {

QByteArray payloadHash(const QByteArray &payload)
{
    return QCryptographicHash::hash(payload, QCryptographicHash::Blake2b_256);
}

QByteArray chained(const QByteArray &previous, qint64 seq, const Id &mutation, const QByteArray &payloadHash)
{
    QByteArray number(8, Qt::Uninitialized);
    qToBigEndian(seq, number.data());
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(previous);
    hash.addData(number);
    hash.addData(idBytes(mutation));
    hash.addData(payloadHash);
    return hash.result();
}

} // namespace parvis
