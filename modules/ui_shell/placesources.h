#pragma once

#include <QtCore/QString>

namespace parvis {

//! Where this computer has from what the town itself does not give: the ground of its map, and addresses that nobody here knows.
//! Without a choice nothing of it reaches a network. Kept on this computer; what an administrator puts into the system's settings
//! (/etc/xdg/parvis.ini) counts where nothing was chosen.
struct PlaceSources
{
    enum class Ground {
        OfTown, //!< drawn where the town is an invented one, else plain
        Archive,
        PlanIgn,
        Server
    };
    Ground ground = Ground::OfTown;
    QString archive;         //!< file of tiles
    QString tiles;           //!< "https://tiles.example/{z}/{x}/{y}.png"
    QString attribution;     //!< of \c tiles
    bool asksOnline = false; //!< for addresses; what is typed leaves the town hall
    QString geocoder;        //!< empty: the Géoplateforme's

    bool operator==(const PlaceSources &) const = default;
};

PlaceSources loadPlaceSources();
void savePlaceSources(const PlaceSources &sources);

inline constexpr const char *publicGeocoder = "https://data.geopf.fr/geocodage";

} // namespace parvis
