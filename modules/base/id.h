#pragma once

#include "base/clock.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

#include <optional>

namespace parvis {

//! Every entity and mutation has a UUIDv7 (RFC 9562) made where it is created, so that creating needs no network and
//! ids sort by time. Text form: 36 characters, lower case, no braces; database form: 16 bytes, network order.
using Id = QUuid;

Id makeId(Instant at, QRandomGenerator &random);
QString idText(const Id &id);
std::optional<Id> idFromText(QStringView text); //!< nothing unless it is a complete UUID
QByteArray idBytes(const Id &id);
Id idFromBytes(const QByteArray &bytes); //!< null unless 16 bytes

//! Makes ids from a clock and a source of chance that the owner chose. Not thread safe: one per thread.
class IdMaker
{
public:
    IdMaker(const Clock &clock, QRandomGenerator &random) : m_clock(clock), m_random(random) {}
    Id next() { return makeId(m_clock.now(), m_random); }

private:
    const Clock &m_clock;
    QRandomGenerator &m_random;
};

} // namespace parvis
