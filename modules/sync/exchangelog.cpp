#include "sync/exchangelog.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace parvis {

using namespace Qt::StringLiterals;

void ExchangeLog::add(Exchange exchange)
{
    if (m_exchanges.size() == capacity)
        m_exchanges.removeFirst();
    m_exchanges.append(std::move(exchange));
    ++m_count;
}

QString ExchangeLog::report() const
{
    QString text;
    for (const Exchange &e : m_exchanges) {
        const QString outcome = e.error ? codeWord(*e.error) : u"ok"_s;
        text += u"%1 %2 %3 status=%4 %5 sent=%6 received=%7 up=%8 down=%9"_s
                    .arg(QDateTime::fromMSecsSinceEpoch(e.at.ms, QTimeZone::utc()).toString(Qt::ISODateWithMs), e.verb, e.route)
                    .arg(e.status)
                    .arg(outcome)
                    .arg(e.sent)
                    .arg(e.received)
                    .arg(e.bytesUp)
                    .arg(e.bytesDown) +
                u" ms=%1\n"_s.arg(e.ms);
    }
    return text;
}

QString codeWord(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return u"invalid-input"_s;
    case ErrorCode::InvalidTransition: return u"invalid-transition"_s;
    case ErrorCode::NotFound: return u"not-found"_s;
    case ErrorCode::AlreadyExists: return u"already-exists"_s;
    case ErrorCode::Forbidden: return u"forbidden"_s;
    case ErrorCode::Unauthenticated: return u"unauthenticated"_s;
    case ErrorCode::Storage: return u"storage"_s;
    case ErrorCode::StorageFull: return u"storage-full"_s;
    case ErrorCode::StorageNewer: return u"storage-newer"_s;
    case ErrorCode::StorageKey: return u"storage-key"_s;
    case ErrorCode::NoEncryption: return u"no-encryption"_s;
    case ErrorCode::Network: return u"network"_s;
    case ErrorCode::Certificate: return u"certificate"_s;
    case ErrorCode::Protocol: return u"protocol"_s;
    case ErrorCode::MutationGap: return u"mutation-gap"_s;
    case ErrorCode::MutationReused: return u"mutation-reused"_s;
    case ErrorCode::HistoryDiverged: return u"history-diverged"_s;
    case ErrorCode::CursorExpired: return u"cursor-expired"_s;
    case ErrorCode::WrongOffset: return u"wrong-offset"_s;
    case ErrorCode::DigestMismatch: return u"digest-mismatch"_s;
    case ErrorCode::TooLarge: return u"too-large"_s;
    case ErrorCode::SchemaTooOld: return u"schema-too-old"_s;
    case ErrorCode::Throttled: return u"throttled"_s;
    case ErrorCode::Unavailable: return u"unavailable"_s;
    case ErrorCode::Aborted: return u"aborted"_s;
    }
    return u"unknown"_s;
}

} // namespace parvis
