#pragma once

#include "tiles/tilesource.h"

#include <memory>

namespace parvis {

//! Opens a file of tiles on this computer: MBTiles 1.3 (SQLite) or PMTiles version 3, with pictures or vector tiles, told by how
//! it begins. Tiles are read in a thread of the source's own. NotFound: there is no such file. InvalidInput: it is neither, it is
//! damaged, or it is packed in a way that is not known (only gzip is). Storage. Any thread.
Result<std::shared_ptr<TileSource>> openTileArchive(const QString &path);

} // namespace parvis
