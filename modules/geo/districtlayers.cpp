#include "geo/districtlayers.h"

#include <QtCore/QMap>

namespace parvis {

QList<AreaLayer> layersOf(const QList<District> &districts)
{
    QMap<QString, QList<Area>> areas;
    for (const District &district : districts) {
        if (district.geometry.isEmpty())
            continue;
        if (const auto shape = shapeFromGeoJson(district.geometry))
            areas[district.layer].append({district.code, district.name, *shape, district.id});
    }
    QList<AreaLayer> layers;
    for (const auto &[name, list] : areas.asKeyValueRange())
        layers.append(AreaLayer(name, list));
    return layers;
}

} // namespace parvis
