#include "hub/blobfolder.h"

#include "hub/sha256.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <future>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool isDigest(QStringView text)
{
    return text.size() == 64 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

Error wrongDigestText()
{
    return {ErrorCode::InvalidInput, u"sha256"_s};
}

//! Of the system call that just failed.
Error systemError()
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT;
    return {isFull ? ErrorCode::StorageFull : ErrorCode::Storage, QString::fromLocal8Bit(std::strerror(errno))};
}

//! Closes itself.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags) : m_file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    bool isOpen() const { return m_file >= 0; }
    int get() const { return m_file; }

private:
    int m_file;
};

Status writeAll(const Descriptor &file, QByteArrayView bytes, qint64 offset)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::pwrite(file.get(), bytes.data(), std::size_t(bytes.size()), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return systemError();
        bytes = bytes.sliced(written);
        offset += written;
    }
    return success();
}

Status flushFolder(const QString &path)
{
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    return folder.isOpen() && ::fsync(folder.get()) == 0 ? success() : systemError();
}

} // namespace

//! The digest follows the file: a part is reckoned, and set on its way to the disk, while the next one comes.
struct BlobFolder::Coming
{
    qint64 offset = 0; //!< what comes before it is reckoned, or about to be
    Sha256 digest;
    std::future<bool> last; //!< of the last part: could it be read? Destroyed first, for it waits until then.

    bool isReckoned() { return !last.valid() || last.get(); }
    void follow(const QString &path, qint64 size)
    {
        last = std::async([this, path, from = offset, size] { return reckon(path, from, size); });
        offset += size;
    }
    bool reckon(const QString &path, qint64 from, qint64 size)
    {
        const Descriptor file(path, O_RDONLY);
        (void)::sync_file_range(file.get(), from, size, SYNC_FILE_RANGE_WRITE); // so that the end need not wait for all of it
        QByteArray some(std::min<qint64>(size, 256 * 1024), Qt::Uninitialized);
        while (size > 0) {
            const ssize_t read = ::pread(file.get(), some.data(), std::size_t(std::min(size, some.size())), from);
            if (read < 0 && errno == EINTR)
                continue;
            if (read <= 0)
                return false;
            digest.add(QByteArrayView(some).first(read));
            from += read;
            size -= read;
        }
        return true;
    }
};

BlobFolder::BlobFolder(QString path, qint64 largest) : m_path(std::move(path)), m_largest(largest) {}

BlobFolder::~BlobFolder() = default;

QString BlobFolder::wholeName(const QString &sha256) const
{
    return m_path + u'/' + sha256.left(2) + u'/' + sha256;
}

QString BlobFolder::comingName(const QString &sha256, const Id &device) const
{
    return m_path + u"/coming/"_s + sha256 + u'.' + idText(device);
}

Result<BlobPlace> BlobFolder::place(const QString &sha256, const Id &device) const
{
    if (!isDigest(sha256))
        return wrongDigestText();
    if (const QFileInfo whole(wholeName(sha256)); whole.exists())
        return BlobPlace{whole.size(), whole.size()};
    const QFileInfo coming(comingName(sha256, device));
    if (!coming.exists())
        return Error{ErrorCode::NotFound, u"blob"_s};
    return BlobPlace{coming.size(), 0};
}

Result<BlobPlace> BlobFolder::append(const QString &sha256, const Id &device, const BlobPart &part)
{
    if (!isDigest(sha256))
        return wrongDigestText();
    if (part.total > m_largest)
        return Error{ErrorCode::TooLarge, QString::number(m_largest)};
    if (part.bytes.isEmpty() || part.offset < 0 || part.offset + part.bytes.size() > part.total)
        return Error{ErrorCode::InvalidInput, u"part"_s};
    const std::scoped_lock lock(m_mutex);
    if (const QFileInfo whole(wholeName(sha256)); whole.exists())
        return BlobPlace{whole.size(), whole.size()};
    if (!QDir().mkpath(m_path + u"/coming"_s))
        return Error{ErrorCode::Storage, m_path};
    const QString coming = comingName(sha256, device);
    const qint64 there = QFileInfo(coming).size(); // 0 if it does not exist
    if (there != part.offset)
        return Error{ErrorCode::WrongOffset, QString::number(there)};
    {
        const Descriptor file(coming, O_WRONLY | O_CREAT);
        if (!file.isOpen())
            return systemError();
        if (const Status written = writeAll(file, part.bytes, there); !written) {
            m_coming.erase(coming);
            if (::ftruncate(file.get(), there) != 0) // a part that is half there counts as not there
                QFile::remove(coming);
            return written.error();
        }
    }
    auto known = m_coming.find(coming);
    if (there == 0) {
        if (m_coming.size() >= mostComing)
            m_coming.clear();
        known = m_coming.insert_or_assign(coming, std::make_unique<Coming>()).first;
    }
    if (known != m_coming.end() && known->second->offset == there) {
        if (known->second->isReckoned())
            known->second->follow(coming, part.bytes.size());
        else
            m_coming.erase(known);
    }
    const BlobPlace place{there + part.bytes.size(), part.total};
    return place.offset == place.total ? finish(sha256, coming) : place;
}

//! As it came, if all of it came while this process lived.
Result<QString> BlobFolder::digestOf(const QString &coming, qint64 size)
{
    if (const auto known = m_coming.find(coming); known != m_coming.end()) {
        const bool isWhole = known->second->isReckoned() && known->second->offset == size;
        const QString digest = known->second->digest.hex();
        m_coming.erase(known);
        if (isWhole)
            return digest;
    }
    QFile file(coming);
    Sha256 digest;
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, file.errorString()};
    constexpr qint64 some = 1024 * 1024;
    while (!file.atEnd() && file.error() == QFileDevice::NoError)
        digest.add(file.read(some));
    return file.error() == QFileDevice::NoError ? Result<QString>(digest.hex()) : Error{ErrorCode::Storage, file.errorString()};
}

Result<BlobPlace> BlobFolder::finish(const QString &sha256, const QString &coming)
{
    const qint64 size = QFileInfo(coming).size();
    const auto digest = digestOf(coming, size);
    if (!digest)
        return digest.error();
    if (*digest != sha256) {
        QFile::remove(coming);
        return Error{ErrorCode::DigestMismatch, {}};
    }
    {
        const Descriptor file(coming, O_RDONLY);
        if (!file.isOpen() || ::fsync(file.get()) != 0)
            return systemError();
    }
    const QString name = wholeName(sha256);
    const QString folder = QFileInfo(name).path();
    if (!QDir().mkpath(folder) || ::rename(QFile::encodeName(coming).constData(), QFile::encodeName(name).constData()) != 0)
        return systemError();
    if (const Status flushed = flushFolder(folder); !flushed)
        return flushed.error();
    return BlobPlace{size, size};
}

Result<BlobPart> BlobFolder::read(const QString &sha256, qint64 offset, qint64 length) const
{
    if (!isDigest(sha256))
        return wrongDigestText();
    QFile file(wholeName(sha256));
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"blob"_s};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, file.errorString()};
    const qint64 total = file.size();
    if (offset < 0 || offset > total || !file.seek(offset))
        return Error{ErrorCode::InvalidInput, u"range"_s};
    BlobPart part{offset, total, file.read(std::min(length, total - offset))};
    if (part.bytes.size() != std::min(length, total - offset))
        return Error{ErrorCode::Storage, file.errorString()};
    return part;
}

Status BlobFolder::copyTo(const QString &path) const
{
    QDirIterator files(m_path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        if (!isDigest(files.fileName()))
            continue; // still coming
        const QString folder = path + u'/' + files.fileName().left(2);
        const QString to = folder + u'/' + files.fileName();
        if (QFileInfo::exists(to))
            continue;
        if (!QDir().mkpath(folder))
            return Error{ErrorCode::Storage, folder};
        if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
            continue;
        const QString half = to + u".half"_s;
        QFile::remove(half);
        if (!QFile::copy(from, half) || !QFile::rename(half, to)) {
            QFile::remove(half);
            return Error{ErrorCode::Storage, to};
        }
    }
    return success();
}

int BlobFolder::forgetUnfinished(Instant before) const
{
    int forgotten = 0;
    const QFileInfoList files = QDir(m_path + u"/coming"_s).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (file.lastModified().toMSecsSinceEpoch() < before.ms && QFile::remove(file.filePath()))
            ++forgotten;
    }
    return forgotten;
}

} // namespace parvis
