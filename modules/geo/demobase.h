#pragma once

#include "geo/clusters.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace parvis {

// The invented town, drawn: streets where its houses stand, a river by the quays, parks, buildings, and districts around their
// points. Only for a town that does not exist; a real one has tiles or none.

struct DrawnStreet
{
    QString name;
    Position middle;
    int lastNumber = 0;
    bool isPlace = false; //!< a public building or a park: no street
};

struct DrawnDistrict
{
    QString id; //!< becomes the property "id"
    Position middle;
};

//! Where a house of the invented town stands: nine metres from one pair of numbers to the next, along the street through its
//! middle. Streets follow the lie of the land or cross it, by their name, so that a number has one place on every machine.
Position houseAt(const DrawnStreet &street, int number);

struct DrawnTown
{
    QJsonObject
        features; //!< GeoJSON FeatureCollection; the property "is": town, park, water, waterName, lane, street, road, place
    QJsonObject buildings;                 //!< the same, "building": by far the most, and seen from near only
    QHash<QString, QJsonObject> districts; //!< GeoJSON polygons by id: every point belongs to the nearest middle
};

//! The same town for the same seed and streets, whatever their order.
DrawnTown drawTown(QList<DrawnStreet> streets, QList<DrawnDistrict> districts, const QString &river, quint32 seed);

} // namespace parvis
