#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QFuture>
#include <QtCore/QStringList>

namespace parvis {

//! What all tiles of a source are like.
struct TileSet
{
    bool isVector = false; //!< Mapbox Vector Tiles; else pictures
    int minZoom = 0, maxZoom = 19;
    QStringList layers;  //!< of vector tiles
    QString attribution; //!< plain text; owed to who made them

    bool operator==(const TileSet &) const = default;
};

//! Where the ground of a map comes from, square by square: zoom, column from the west, row from the north (XYZ, Web Mercator).
class TileSource
{
public:
    TileSource() = default;
    virtual ~TileSource() = default;
    Q_DISABLE_COPY_MOVE(TileSource)

    virtual const TileSet &set() const = 0;
    //! Ready to be drawn: a picture, or an unpacked vector tile. NotFound: there is none there. A future that is cancelled may
    //! never be answered. GUI thread.
    virtual QFuture<Result<QByteArray>> tile(int zoom, int column, int row) = 0;
};

//! Text of strangers that may be markup, as archives and servers write their attribution, as text.
QString withoutMarkup(const QString &text);

} // namespace parvis
