#include "base/id.h"

namespace parvis {

Id makeId(Instant at, QRandomGenerator &random)
{
    const auto ms = static_cast<quint64>(at.ms);
    const quint64 a = random.generate64();
    const quint64 b = random.generate64();
    // RFC 9562, 5.7: 48 bits of time, version 7, 12 random bits, variant 10, 62 random bits.
    const auto part = [b](int shift) { return static_cast<uchar>(b >> shift); };
    return QUuid(static_cast<uint>(ms >> 16), static_cast<ushort>(ms), static_cast<ushort>(0x7000 | (a & 0x0fff)),
                 static_cast<uchar>(0x80 | (part(56) & 0x3f)), part(48), part(40), part(32), part(24), part(16), part(8),
                 part(0));
}

QString idText(const Id &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::optional<Id> idFromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    const Id id = QUuid::fromString(text);
    if (id.isNull())
        return std::nullopt;
    return id;
}

QByteArray idBytes(const Id &id)
{
    return id.toRfc4122();
}

Id idFromBytes(const QByteArray &bytes)
{
    return bytes.size() == 16 ? QUuid::fromRfc4122(bytes) : Id();
}

} // namespace parvis
