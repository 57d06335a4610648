#include "hub/townfile.h"

#include "hub/sha256.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype readAtOnce = 1024 * 1024;

//! By which a file is told from the one that was there before.
struct Mark
{
    dev_t device = 0;
    ino_t node = 0;
    qint64 bytes = 0, changedNs = 0;

    bool operator==(const Mark &) const = default;
};

Mark markOf(const struct stat &of)
{
    return {of.st_dev, of.st_ino, qint64(of.st_size), qint64(of.st_mtim.tv_sec) * 1'000'000'000 + of.st_mtim.tv_nsec};
}

Error systemError()
{
    return {ErrorCode::Storage, QString::fromLocal8Bit(std::strerror(errno))};
}

//! As many as there are of \a length; the file that was opened stays readable when another takes its name.
Result<QByteArray> bytesAt(int file, qint64 offset, qint64 length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    qsizetype got = 0;
    while (got < bytes.size()) {
        const ssize_t read = ::pread(file, bytes.data() + got, std::size_t(bytes.size() - got), offset + got);
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return systemError();
        if (read == 0)
            break;
        got += read;
    }
    bytes.truncate(got);
    return bytes;
}

} // namespace

struct TownFile::Open
{
    Open(int descriptor, const Mark &of) : file(descriptor), mark(of) {}
    ~Open() { ::close(file); }
    Q_DISABLE_COPY_MOVE(Open)

    const int file;
    const Mark mark;
    FileOffer offer;
};

TownFile::TownFile(QString path) : m_path(std::move(path)) {}

TownFile::~TownFile() = default;

Result<std::shared_ptr<const TownFile::Open>> TownFile::current()
{
    const std::scoped_lock lock(m_mutex);
    const QByteArray name = QFile::encodeName(m_path);
    struct stat now = {};
    if (::stat(name.constData(), &now) != 0) {
        m_open.reset();
        return errno == ENOENT ? Result<std::shared_ptr<const Open>>(m_open) : systemError();
    }
    if (m_open && m_open->mark == markOf(now))
        return m_open;
    const int file = ::open(name.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return systemError();
    if (::fstat(file, &now) != 0) {
        ::close(file);
        return systemError();
    }
    auto open = std::make_shared<Open>(file, markOf(now));
    Sha256 digest;
    qint64 read = 0;
    for (;;) {
        const auto some = bytesAt(file, read, readAtOnce);
        if (!some)
            return some.error();
        if (some->isEmpty())
            break;
        digest.add(*some);
        read += some->size();
    }
    open->offer = {digest.hex(), read};
    m_open = open;
    return m_open;
}

Result<std::optional<FileOffer>> TownFile::offer()
{
    const auto open = current();
    if (!open)
        return open.error();
    return *open ? std::optional((*open)->offer) : std::nullopt;
}

Result<BlobPart> TownFile::read(const QString &sha256, qint64 offset, qint64 length)
{
    const auto open = current();
    if (!open)
        return open.error();
    if (!*open)
        return Error{ErrorCode::NotFound, u"town file"_s};
    const FileOffer &of = (*open)->offer;
    if (of.sha256 != sha256)
        return Error{ErrorCode::DigestMismatch, of.sha256};
    if (offset < 0 || offset >= of.bytes)
        return Error{ErrorCode::InvalidInput, u"range"_s};
    const auto bytes = bytesAt((*open)->file, offset, std::min(length, of.bytes - offset));
    return bytes ? Result<BlobPart>(BlobPart{offset, of.bytes, *bytes}) : bytes.error();
}

} // namespace parvis
