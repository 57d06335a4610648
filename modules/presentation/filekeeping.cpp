#include "presentation/filekeeping.h"

#include "base/async.h"
#include "store/blobs.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QMimeDatabase>
#include <QtCore/QThreadPool>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct ReadFile
{
    FileReference reference;
    QByteArray bytes;
};

Result<ReadFile> described(const QByteArray &bytes, const QString &name)
{
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes);
    return ReadFile{{name, QString::fromLatin1(digest.toHex()), bytes.size(), type.name()}, bytes};
}

Result<ReadFile> readFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"file"_s};
    if (file.size() > largestFile)
        return Error{ErrorCode::TooLarge, u"file"_s};
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::NotFound, u"file"_s};
    return described(bytes, info.fileName());
}

template <typename Read>
auto inPool(Read read)
{
    using R = std::invoke_result_t<Read>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, read = std::move(read)] {
        promise->addResult(read());
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<FileReference>> kept(StoreGate &store, QObject *context, const QFuture<Result<ReadFile>> &reading)
{
    auto promise = std::make_shared<QPromise<Result<FileReference>>>();
    promise->start();
    const auto answer = [promise](const Result<FileReference> &file) {
        promise->addResult(file);
        promise->finish();
    };
    whenReady(reading, context, [&store, context, answer](const Result<ReadFile> &file) {
        if (!file)
            return answer(file.error());
        const auto keep = [sha256 = file->reference.sha256, bytes = file->bytes](DeskStore &desk) {
            return keepBlob(desk, sha256, bytes);
        };
        whenReady(store.write(keep), context, [answer, reference = file->reference](const Status &done) {
            answer(done ? Result<FileReference>(reference) : done.error());
        });
    });
    return promise->future();
}

} // namespace

QFuture<Result<FileReference>> referenceTo(const QString &path)
{
    return inPool([path]() -> Result<FileReference> {
        const auto file = readFile(path);
        return file ? Result<FileReference>(file->reference) : file.error();
    });
}

QFuture<Result<FileReference>> keepFile(StoreGate &store, QObject *context, const QString &path)
{
    return kept(store, context, inPool([path] { return readFile(path); }));
}

QFuture<Result<FileReference>> keepFile(StoreGate &store, QObject *context, const QByteArray &bytes, const QString &name)
{
    return kept(store, context, inPool([bytes, name]() -> Result<ReadFile> {
                    if (bytes.isEmpty())
                        return Error{ErrorCode::InvalidInput, u"file"_s};
                    return bytes.size() > largestFile ? Error{ErrorCode::TooLarge, u"file"_s} : described(bytes, name);
                }));
}

Attachment attachmentOf(const FileReference &file, const Id &request, const Id &author, Instant at)
{
    Attachment attachment;
    attachment.request = request;
    attachment.sha256 = file.sha256;
    attachment.name = file.name;
    attachment.mediaType = file.mediaType;
    attachment.bytes = file.bytes;
    attachment.at = at;
    attachment.author = author;
    return attachment;
}

} // namespace parvis
