#include "base/log.h"
#include "sync/engine.h"
#include "sync/enginejobs.h"

#include <algorithm>

// The bytes of files, part by part, when all else is done: between two parts, work and news go first.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leastPart = 32 * 1024;
constexpr qint64 firstPart = 256 * 1024;
constexpr qint64 quickMs = 1'000; // a part that took less may be doubled
constexpr qint64 mostCached = 512LL * 1024 * 1024;
constexpr qint64 looseMs = 30LL * 24 * 3600 * 1000;

} // namespace

void SyncEngine::fetchFile(const QString &sha256, const Id &attachment)
{
    const auto want = [sha256, attachment](DeskStore &desk) { return wantBlob(desk, sha256, attachment); };
    whenReady(m_store.write(want), this, [this, sha256](const Status &wanted) {
        if (!wanted && wanted.error().code == ErrorCode::AlreadyExists)
            return Q_EMIT fileArrived(sha256);
        if (!wanted)
            return Q_EMIT fileFailed(sha256, wanted.error());
        m_wantsFiles = true;
        if (!m_session)
            Q_EMIT fileFailed(sha256, {ErrorCode::Network, u"signed out"_s}); // it comes at the next occasion all the same
        else if (m_retryTimer != 0)
            Q_EMIT fileFailed(sha256, m_state.reason.value_or(Error{ErrorCode::Network, {}}));
        step();
    });
}

void SyncEngine::exchangeFiles()
{
    if (m_partBytes == 0)
        m_partBytes = firstPart;
    m_partBytes = std::clamp(m_partBytes, leastPart, std::max(leastPart, m_limits.bodyBytes));
    await(m_store.write([](DeskStore &desk) { return nextBlob(desk); }), [this](const Result<std::optional<Blob>> &next) {
        if (!next)
            return fail(next.error(), true);
        if (!*next) {
            m_wantsFiles = false;
            return tidyFiles();
        }
        const Blob &file = **next;
        if (file.state == BlobState::Coming)
            return fetchPart(file);
        show(SyncPhase::Pushing);
        if (file.sha256 == m_file)
            return sendPart(file, m_fileOffset);
        await(m_transport.blobPlace(m_session->access, file.sha256), [this, file](const Result<BlobPlace> &place) {
            if (!place)
                return fileRefused(file, place.error());
            succeeded();
            m_file = file.sha256;
            sendPart(file, place->offset);
        });
    });
}

void SyncEngine::sendPart(const Blob &file, qint64 offset)
{
    m_fileOffset = offset;
    if (offset >= file.bytes)
        return fileSent(file.sha256);
    const auto read = [file, offset, length = m_partBytes](DeskStore &desk) {
        return blobBytes(desk, file.sha256, offset, length);
    };
    await(m_store.write(read), [this, file, offset](const Result<QByteArray> &bytes) {
        if (!bytes)
            return fail(bytes.error(), true);
        if (bytes->isEmpty()) // it was let go of meanwhile
            return step();
        const Instant begun = m_clock.now();
        await(m_transport.sendBlob(m_session->access, file.sha256, {offset, file.bytes, *bytes}),
              [this, file, begun](const Result<BlobPlace> &place) {
                  if (!place)
                      return fileRefused(file, place.error());
                  succeeded();
                  if (m_clock.now().ms - begun.ms < quickMs)
                      m_partBytes *= 2;
                  m_fileOffset = place->offset;
                  if (place->offset >= file.bytes)
                      return fileSent(file.sha256);
                  step();
              });
    });
}

void SyncEngine::fileSent(const QString &sha256)
{
    m_file.clear();
    m_fileMismatches = 0;
    store([sha256](DeskStore &desk) { return setBlobState(desk, sha256, BlobState::Sent); },
          [this, sha256] {
              Q_EMIT fileArrived(sha256);
              step();
          });
}

//! What the hub won't ever take must not stand in the way of the rest.
void SyncEngine::fileRefused(const Blob &file, const Error &error)
{
    m_file.clear(); // where it stands is asked anew
    switch (error.code) {
    case ErrorCode::WrongOffset: return step();
    case ErrorCode::DigestMismatch:
        if (++m_fileMismatches < 2)
            return step();
        [[fallthrough]];
    case ErrorCode::TooLarge:
    case ErrorCode::Forbidden:
    case ErrorCode::InvalidInput: break;
    case ErrorCode::Network: m_partBytes /= 2; return fail(error);
    default: return failOrRenew(error);
    }
    m_fileMismatches = 0;
    qCWarning(logSync, "the hub does not take a file of %lld bytes: %ls", static_cast<long long>(file.bytes),
              qUtf16Printable(error.detail));
    store([sha256 = file.sha256](DeskStore &desk) { return setBlobState(desk, sha256, BlobState::Refused); },
          [this, file, error] {
              Q_EMIT fileFailed(file.sha256, error);
              step();
          });
}

void SyncEngine::fetchPart(const Blob &file)
{
    await(m_transport.blob(m_session->access, file.sha256, file.attachment, file.held), [this,
                                                                                         file](const Result<BlobPart> &part) {
        if (!part && part.error().code != ErrorCode::NotFound && part.error().code != ErrorCode::Protocol) {
            Q_EMIT fileFailed(file.sha256, part.error());
            return failOrRenew(part.error());
        }
        if (!part || part->bytes.isEmpty()) // not at the hub yet, or not for us (any more)
            return dropFile(file.sha256, part ? Error{ErrorCode::Protocol, u"empty part"_s} : part.error());
        succeeded();
        await(m_store.write([sha256 = file.sha256, part = *part](DeskStore &desk) { return takeBlobPart(desk, sha256, part); }),
              [this, file](const Result<Blob> &taken) {
                  if (!taken && taken.error().code == ErrorCode::DigestMismatch) // thrown away by the store
                      return Q_EMIT fileFailed(file.sha256, taken.error()), step();
                  if (!taken && taken.error().code != ErrorCode::NotFound)
                      return fail(taken.error(), true);
                  if (taken && taken->isHere())
                      Q_EMIT fileArrived(file.sha256);
                  else if (taken)
                      Q_EMIT fileProgressed(file.sha256, taken->held, taken->bytes);
                  step();
              });
    });
}

void SyncEngine::dropFile(const QString &sha256, const Error &error)
{
    store([sha256](DeskStore &desk) { return dropWantedBlob(desk, sha256); },
          [this, sha256, error] {
              Q_EMIT fileFailed(sha256, error);
              step();
          });
}

//! Once a session and after each batch of files; a failure of it is no failure of the sync.
void SyncEngine::tidyFiles()
{
    const Instant before{m_clock.now().ms - looseMs};
    await(m_store.write([before](DeskStore &desk) { return trimBlobs(desk, mostCached, before); }), [this](const Status &done) {
        if (!done)
            qCWarning(logSync, "files were not tidied: %ls", qUtf16Printable(done.error().detail));
        step();
    });
}

} // namespace parvis
