#pragma once

#include <QtCore/QtGlobal>

namespace parvis {

//! The place of a tile on the Hilbert curve through all tiles of all zooms, by which PMTiles orders them.
quint64 pmTileId(int zoom, quint32 column, quint32 row);

} // namespace parvis
