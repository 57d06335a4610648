#include "ui_shell/placesources.h"

#include <QtCore/QSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

// By PlaceSources::Ground.
constexpr std::array grounds{"town"_L1, "archive"_L1, "ign"_L1, "server"_L1};

const QString groundKey = u"map/ground"_s;
const QString archiveKey = u"map/archive"_s;
const QString tilesKey = u"map/tiles"_s;
const QString attributionKey = u"map/attribution"_s;
const QString onlineKey = u"addresses/online"_s;
const QString geocoderKey = u"addresses/geocoder"_s;

} // namespace

PlaceSources loadPlaceSources()
{
    const QSettings settings;
    PlaceSources s;
    s.archive = settings.value(archiveKey).toString();
    s.tiles = settings.value(tilesKey).toString();
    s.attribution = settings.value(attributionKey).toString();
    s.asksOnline = settings.value(onlineKey, false).toBool();
    s.geocoder = settings.value(geocoderKey).toString();
    const QString word = settings.value(groundKey).toString();
    const auto it = std::find(grounds.begin(), grounds.end(), word);
    if (it != grounds.end())
        s.ground = PlaceSources::Ground(it - grounds.begin());
    else if (!s.tiles.isEmpty()) // set before there was a choice
        s.ground = PlaceSources::Ground::Server;
    return s;
}

void savePlaceSources(const PlaceSources &sources)
{
    QSettings settings;
    settings.setValue(groundKey, QString(grounds.at(std::size_t(sources.ground))));
    settings.setValue(archiveKey, sources.archive);
    settings.setValue(tilesKey, sources.tiles);
    settings.setValue(attributionKey, sources.attribution);
    settings.setValue(onlineKey, sources.asksOnline);
    settings.setValue(geocoderKey, sources.geocoder);
}

} // namespace parvis
