#include "store/blobs.h"

#include "store/parts.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 partBytes = 1024 * 1024;
constexpr QLatin1StringView columns("sha256, bytes, held, state, attachment");

Blob readBlob(const Statement &s)
{
    return {s.text(0), s.integer(1), s.integer(2), fromToken<BlobState>(s.text(3)).value_or(BlobState::Loose), s.id(4)};
}

std::optional<Blob> load(Work &work, const QString &sha256)
{
    Statement s = work.database().prepare(
        QByteArray("SELECT " + QByteArray(columns.data(), columns.size()) + " FROM blob WHERE sha256 = ?"));
    s.bind(1, sha256);
    return work.next(s) ? std::optional(readBlob(s)) : std::nullopt;
}

void putPart(Work &work, const QString &sha256, qint64 at, const QByteArray &bytes)
{
    work.run("INSERT INTO blob_part(sha256, at, bytes) VALUES(?, ?, ?)"_L1, sha256, at, bytes);
}

void drop(Work &work, const QString &sha256)
{
    work.run("DELETE FROM blob_part WHERE sha256 = ?"_L1, sha256);
    work.run("DELETE FROM blob WHERE sha256 = ?"_L1, sha256);
}

} // namespace

Status keepBlob(DeskStore &store, const QString &sha256, const QByteArray &bytes)
{
    Work work(store.database());
    const auto known = load(work, sha256);
    if (known && known->isHere())
        return work.commit();
    drop(work, sha256); // what was coming
    work.run("INSERT INTO blob VALUES(?, ?, ?, ?, NULL, ?)"_L1, sha256, bytes.size(), bytes.size(), token(BlobState::Loose),
             store.now());
    for (qint64 at = 0; at < bytes.size(); at += partBytes)
        putPart(work, sha256, at, bytes.mid(at, partBytes));
    return work.commit();
}

Result<std::optional<Blob>> blob(DeskStore &store, const QString &sha256)
{
    Statement s = store.database().prepare("SELECT sha256, bytes, held, state, attachment FROM blob WHERE sha256 = ?"_L1);
    const auto row = s.bind(1, sha256).step();
    if (!row)
        return row.error();
    return *row ? std::optional(readBlob(s)) : std::nullopt;
}

Result<QByteArray> blobBytes(DeskStore &store, const QString &sha256)
{
    const auto known = blob(store, sha256);
    if (!known)
        return known.error();
    if (!*known || !(*known)->isHere())
        return Error{ErrorCode::NotFound, u"blob"_s};
    return blobBytes(store, sha256, 0, (*known)->bytes);
}

Result<QByteArray> blobBytes(DeskStore &store, const QString &sha256, qint64 offset, qint64 length)
{
    QByteArray bytes;
    Statement s =
        store.database().prepare("SELECT at, bytes FROM blob_part WHERE sha256 = ? AND at > ? AND at < ? ORDER BY at"_L1);
    s.bindAll(sha256, offset - partBytes, offset + length);
    auto row = s.step();
    for (; row && *row; row = s.step()) {
        const qint64 at = s.integer(0);
        const qint64 from = std::max<qint64>(0, offset - at);
        bytes += s.blob(1).mid(from, offset + length - at - from);
    }
    if (!row)
        return row.error();
    return bytes;
}

Result<std::optional<Blob>> nextBlob(DeskStore &store)
{
    for (const BlobState state : {BlobState::Coming, BlobState::Queued}) {
        Statement s = store.database().prepare(
            "SELECT sha256, bytes, held, state, attachment FROM blob WHERE state = ? ORDER BY used_at LIMIT 1"_L1);
        const auto row = s.bind(1, token(state)).step();
        if (!row)
            return row.error();
        if (*row)
            return std::optional(readBlob(s));
    }
    return std::optional<Blob>();
}

Status setBlobState(DeskStore &store, const QString &sha256, BlobState state)
{
    Work work(store.database());
    work.run("UPDATE blob SET state = ? WHERE sha256 = ?"_L1, token(state), sha256);
    if (state == BlobState::Sent)
        work.removeStrayBlobs(); // the case may have gone out of sight meanwhile
    return work.commit();
}

Status wantBlob(DeskStore &store, const QString &sha256, const Id &attachment)
{
    Work work(store.database());
    const auto known = load(work, sha256);
    if (known && known->isHere())
        return Error{ErrorCode::AlreadyExists, u"blob"_s};
    Statement s = work.database().prepare("SELECT bytes FROM attachment WHERE id = ?"_L1);
    s.bind(1, attachment);
    if (!work.next(s))
        return work.failed() ? work.error() : Error{ErrorCode::NotFound, u"attachment"_s};
    work.run("INSERT INTO blob VALUES(?, ?, 0, ?, ?, ?) ON CONFLICT(sha256) DO UPDATE SET used_at = excluded.used_at,"
             " attachment = excluded.attachment"_L1,
             sha256, s.integer(0), token(BlobState::Coming), attachment, store.now());
    return work.commit();
}

Status dropWantedBlob(DeskStore &store, const QString &sha256)
{
    Work work(store.database());
    if (const auto known = load(work, sha256); known && known->state == BlobState::Coming)
        drop(work, sha256);
    return work.commit();
}

Result<Blob> takeBlobPart(DeskStore &store, const QString &sha256, const BlobPart &part)
{
    Work work(store.database());
    auto known = load(work, sha256);
    if (!known || known->state != BlobState::Coming)
        return work.failed() ? work.error() : Error{ErrorCode::NotFound, u"blob"_s};
    if (part.offset != known->held)
        return work.commit(*known);
    for (qint64 at = 0; at < part.bytes.size(); at += partBytes)
        putPart(work, sha256, part.offset + at, part.bytes.mid(at, partBytes));
    known->held += part.bytes.size();
    known->bytes = part.total;
    if (known->held < known->bytes) {
        work.run("UPDATE blob SET held = ?, bytes = ? WHERE sha256 = ?"_L1, known->held, known->bytes, sha256);
        return work.commit(*known);
    }
    QCryptographicHash digest(QCryptographicHash::Sha256);
    Statement parts = work.database().prepare("SELECT bytes FROM blob_part WHERE sha256 = ? ORDER BY at"_L1);
    parts.bind(1, sha256);
    while (work.next(parts))
        digest.addData(parts.blob(0));
    if (!work.failed() && QString::fromLatin1(digest.result().toHex()) != sha256) {
        drop(work, sha256);
        const Status dropped = work.commit();
        return dropped ? Error{ErrorCode::DigestMismatch, {}} : dropped.error();
    }
    known->state = BlobState::Sent;
    work.run("UPDATE blob SET held = ?, bytes = ?, state = ? WHERE sha256 = ?"_L1, known->held, known->bytes, token(known->state),
             sha256);
    return work.commit(*known);
}

Status trimBlobs(DeskStore &store, qint64 mostBytes, Instant before)
{
    Work work(store.database());
    QStringList gone;
    qint64 all = 0;
    Statement sent = work.database().prepare("SELECT sha256, bytes FROM blob WHERE state = 'sent' ORDER BY used_at DESC"_L1);
    while (work.next(sent)) {
        all += sent.integer(1);
        if (all > mostBytes)
            gone.append(sent.text(0));
    }
    Statement loose = work.database().prepare("SELECT sha256 FROM blob WHERE state = 'loose' AND used_at < ? AND NOT EXISTS"
                                              " (SELECT 1 FROM draft WHERE instr(content, sha256))"_L1);
    loose.bind(1, before);
    while (work.next(loose))
        gone.append(loose.text(0));
    for (const QString &sha256 : std::as_const(gone))
        drop(work, sha256);
    return work.commit();
}

} // namespace parvis
