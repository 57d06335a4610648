#include "tiles/tilearchive.h"

#include "tiles/archivereader.h"

#include <QtCore/QFile>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Reads in one thread, one tile after the other.
class ArchiveTiles final : public TileSource
{
public:
    explicit ArchiveTiles(std::unique_ptr<ArchiveReader> reader) : m_reader(std::move(reader)) { m_thread.setMaxThreadCount(1); }
    ~ArchiveTiles() override
    {
        m_thread.clear();
        m_thread.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(ArchiveTiles)

    const TileSet &set() const override { return m_reader->set(); }

    QFuture<Result<QByteArray>> tile(int zoom, int column, int row) override
    {
        auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
        promise->start();
        const int side = 1 << std::clamp(zoom, 0, deepestZoom);
        const bool isThere =
            zoom >= set().minZoom && zoom <= set().maxZoom && column >= 0 && row >= 0 && column < side && row < side;
        m_thread.start([this, promise, isThere, zoom, column, row] {
            if (!isThere)
                promise->addResult(Error{ErrorCode::NotFound, u"tile"_s});
            else if (!promise->isCanceled())
                promise->addResult(m_reader->read(zoom, column, row));
            promise->finish();
        });
        return promise->future();
    }

private:
    std::unique_ptr<ArchiveReader> m_reader;
    QThreadPool m_thread;
};

} // namespace

Result<std::shared_ptr<TileSource>> openTileArchive(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, path + u": "_s + file.errorString()};
    const QByteArray begin = file.read(16);
    file.close();
    auto reader =
        begin.startsWith("SQLite format 3")
            ? openMbTiles(path)
            : (begin.startsWith("PMTiles")
                   ? openPmTiles(path)
                   : Result<std::unique_ptr<ArchiveReader>>(Error{ErrorCode::InvalidInput, u"no map archive: "_s + path}));
    if (!reader)
        return reader.error();
    return std::shared_ptr<TileSource>(std::make_shared<ArchiveTiles>(std::move(reader).value()));
}

} // namespace parvis
