#include "sync/townaddresses.h"

#include "geo/addressindex.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPromise>
#include <QtCore/QStorageInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr QLatin1StringView fileName("town.addresses");
constexpr QLatin1StringView partEnd(".part");

//! Of the system call that just failed.
Error systemError(const QString &path)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return {isFull ? ErrorCode::StorageFull : ErrorCode::Storage, path + u": "_s + QString::fromLocal8Bit(std::strerror(errno))};
}

Status writeAll(const QFile &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file.handle(), bytes.data(), std::size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return systemError(file.fileName());
        bytes = bytes.sliced(written);
    }
    return success();
}

} // namespace

TownAddresses::TownAddresses(const QString &folder, qint64 spareBytes) : m_folder(folder), m_spareBytes(spareBytes) {}

QString TownAddresses::path() const
{
    return QDir(m_folder).filePath(fileName);
}

QString TownAddresses::partPath(const QString &sha256) const
{
    return path() + u'.' + sha256 + partEnd;
}

Result<QString> TownAddresses::digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !digest.addData(&file))
        return Error{ErrorCode::Storage, path + u": "_s + file.errorString()};
    return QString::fromLatin1(digest.result().toHex());
}

Result<AddressesHere> TownAddresses::look()
{
    AddressesHere here;
    if (const QFileInfo file(path()); file.exists()) {
        const qint64 ms = file.lastModified().toMSecsSinceEpoch();
        if (m_known.isEmpty() || file.size() != m_knownBytes || ms != m_knownMs) {
            const auto digest = digestOf(path());
            if (!digest)
                return digest.error();
            m_known = *digest;
            m_knownBytes = file.size();
            m_knownMs = ms;
        }
        here.sha256 = m_known;
    }
    const QFileInfoList parts = QDir(m_folder).entryInfoList({fileName + u".*"_s + partEnd}, QDir::Files);
    for (const QFileInfo &part : parts) {
        here.coming = part.fileName().sliced(fileName.size() + 1).chopped(partEnd.size());
        here.held = part.size();
    }
    return here;
}

void TownAddresses::forgetComing()
{
    QDir folder(m_folder);
    const QStringList parts = folder.entryList({fileName + u".*"_s + partEnd}, QDir::Files);
    for (const QString &part : parts)
        folder.remove(part);
    m_digest.reset();
}

Result<AddressesHere> TownAddresses::take(const FilePart &part)
{
    if (part.part.offset == 0) {
        forgetComing();
        if (!QDir().mkpath(m_folder))
            return Error{ErrorCode::Storage, m_folder};
        const QStorageInfo disk(m_folder);
        if (disk.isValid() && disk.bytesAvailable() < part.part.total + m_spareBytes)
            return Error{ErrorCode::StorageFull, m_folder};
        m_digest = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
        m_digestOf = part.sha256;
        m_digested = 0;
    } else if (QFileInfo(partPath(part.sha256)).size() != part.part.offset) {
        return Error{ErrorCode::WrongOffset, partPath(part.sha256)};
    }
    Status done = append(part);
    if (done && part.part.offset + part.part.bytes.size() >= part.part.total)
        done = finish(part.sha256);
    if (!done) {
        forgetComing();
        return done.error();
    }
    return look();
}

Status TownAddresses::append(const FilePart &part)
{
    QFile file(partPath(part.sha256));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return Error{ErrorCode::Storage, file.fileName() + u": "_s + file.errorString()};
    if (const Status written = writeAll(file, part.part.bytes); !written)
        return written;
    if (m_digest && m_digestOf == part.sha256 && m_digested == part.part.offset) {
        m_digest->addData(part.part.bytes);
        m_digested += part.part.bytes.size();
    }
    return success();
}

Status TownAddresses::finish(const QString &sha256)
{
    const QString whole = partPath(sha256);
    const bool isReckoned = m_digest && m_digestOf == sha256 && m_digested == QFileInfo(whole).size();
    const auto digest = isReckoned ? Result<QString>(QString::fromLatin1(m_digest->result().toHex())) : digestOf(whole);
    if (!digest)
        return digest.error();
    if (*digest != sha256)
        return Error{ErrorCode::DigestMismatch, *digest};
    if (const auto opened = AddressIndex::open(whole); !opened)
        return opened.error();
    QFile file(whole);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return systemError(whole);
    file.close();
    if (std::rename(QFile::encodeName(whole).constData(), QFile::encodeName(path()).constData()) != 0)
        return systemError(path());
    m_digest.reset();
    const QFileInfo now(path());
    m_known = sha256;
    m_knownBytes = now.size();
    m_knownMs = now.lastModified().toMSecsSinceEpoch();
    return success();
}

AddressThread::AddressThread(const QString &folder) : m_addresses(folder)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowPriority);
}

AddressThread::~AddressThread()
{
    m_thread.clear();
    m_thread.waitForDone();
}

template <typename Job>
QFuture<Result<AddressesHere>> AddressThread::run(Job job)
{
    auto promise = std::make_shared<QPromise<Result<AddressesHere>>>();
    promise->start();
    m_thread.start([promise, job = std::move(job)] {
        promise->addResult(job());
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<AddressesHere>> AddressThread::look()
{
    return run([this] { return m_addresses.look(); });
}

QFuture<Result<AddressesHere>> AddressThread::take(const FilePart &part)
{
    return run([this, part] { return m_addresses.take(part); });
}

} // namespace parvis
