#pragma once

#include "presentation/mapcontroller.h"
#include "ui_common/townmap.h"

#include <QtCore/QJsonObject>
#include <QtGui/QImage>

class QPalette;

namespace parvis {

// What the page draws, as GeoJSON with everything decided: colour, shape, size, text.

//! A district's polygon: its own, else one of \a drawn (by id as text); empty: only its point is known.
using DistrictShapes = QHash<Id, QJsonObject>;
DistrictShapes districtShapes(const QList<District> &districts, const QHash<QString, QJsonObject> &drawn);

//! What a district is coloured by.
enum class DistrictMeasure { Count, OnTime, PerSquareKilometre };

struct DistrictClass
{
    double from = 0, to = 0; //!< of the measure, both included
    QColor color;
};
//! The steps of the legend: as many districts in each as can be.
QList<DistrictClass> districtClasses(const MapController &map, const DistrictShapes &shapes, DistrictMeasure measure,
                                     const QPalette &palette);
//! Nothing if it can't be said of the district.
std::optional<double> measureOf(const MapDistrict &district, const DistrictShapes &shapes, DistrictMeasure measure);
double squareKilometres(const QJsonObject &geometry); //!< of a Polygon or MultiPolygon, holes taken off; on the sphere

QJsonObject clusterFeatures(const QList<MapCluster> &clusters, const MapController &map, int generation, const QPalette &palette);
//! Edges of the districts; filled and labelled when \a isCut.
QJsonObject districtFeatures(const MapController &map, const ReferenceData &town, const DistrictShapes &shapes,
                             DistrictMeasure measure, bool isCut, const QPalette &palette);
QJsonObject hotFeatures(const HotSpots &spots);
//! A ring with a count where each is; one that is only proposed is thinner.
QJsonObject incidentFeatures(const QList<MapIncident> &incidents);
//! \a stops with their way, from \a from if that is known; "index" is that in \a stops.
QJsonObject roundFeatures(const QList<MapStop> &stops, const std::optional<Stop> &from, const Id &current);
QJsonObject selectionFeature(const std::optional<Position> &position);

//! Where requests are dense, as a picture for the box.
QImage heatPicture(const MapController &map, const WorldBox &box, const QPalette &palette);
QString pictureUrl(const QImage &image); //!< data:image/png

} // namespace parvis
