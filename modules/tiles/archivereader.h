#pragma once

#include "tiles/tilesource.h"

#include <memory>

namespace parvis {

//! The inside of an archive. Used by one thread at a time.
class ArchiveReader
{
public:
    ArchiveReader() = default;
    virtual ~ArchiveReader() = default;
    Q_DISABLE_COPY_MOVE(ArchiveReader)

    virtual const TileSet &set() const = 0;
    virtual Result<QByteArray> read(int zoom, int column, int row) = 0; //!< NotFound: none there
};

inline constexpr qsizetype mostTileBytes = 16 * 1024 * 1024; //!< of one, unpacked
inline constexpr int deepestZoom = 24;

Result<std::unique_ptr<ArchiveReader>> openMbTiles(const QString &path);
Result<std::unique_ptr<ArchiveReader>> openPmTiles(const QString &path);

//! The ids of "vector_layers" in an archive's metadata.
QStringList vectorLayersOf(const QByteArray &json);

} // namespace parvis
