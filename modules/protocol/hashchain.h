#pragma once

#include "base/id.h"

#include <QtCore/QByteArray>

namespace parvis {

//! h_n = BLAKE2b-256(h_{n-1} ‖ seq as 8 bytes big-endian ‖ mutation id as 16 bytes ‖ BLAKE2b-256(payload)). An erased payload
//! keeps its hash, so that erasure and tamper evidence go together. 32 bytes; the empty array before the first change.
QByteArray payloadHash(const QByteArray &payload);
QByteArray chained(const QByteArray &previous, qint64 seq, const Id &mutation, const QByteArray &payloadHash);

} // namespace parvis
