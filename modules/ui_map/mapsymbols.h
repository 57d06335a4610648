#pragma once

#include "presentation/mapcontroller.h"

#include <QtGui/QColor>
#include <QtGui/QPixmap>

class QPalette;

namespace parvis {

// How what is on the map looks: each kind has a colour, a shape and a sign, so that none of them is needed to tell it.

struct MapLook
{
    QColor color;
    int shape = 0; //!< 0 to mapShapes − 1
};
inline constexpr int mapShapes = 9;

MapLook mapLook(const MapKind &kind, int index, const QPalette &palette);
QString shapeSign(int shape); //!< "▲", for clusters

//! The shape in its colour with an edge that parts it from any ground; \a side in device-independent pixels.
QPixmap mapSymbol(const MapLook &look, int side, const QPalette &palette, qreal ratio);

//! Text that can be read on \a ground.
QColor inkOn(const QColor &ground);

//! Steps of a cut by district, from little to much; five.
QList<QColor> districtRamp(const QPalette &palette);
//! Of the heat map, from 0 to 1; transparent where there is nothing.
QColor heatColor(float value, const QPalette &palette);

//! What the page paints with: names as in resources/map.
QJsonObject pageColors(const QPalette &palette);
QJsonObject pageCss(const QPalette &palette);

} // namespace parvis
