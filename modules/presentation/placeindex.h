#pragma once

#include "geo/addressindex.h"
#include "geo/arealayer.h"
#include "presentation/streetindex.h"

namespace parvis {

//! The places of the town as one types: its addresses where the desk has an address file, then its own streets and public places,
//! which are all that there is without one. The district is that in which the place lies where districts are drawn. A value.
class PlaceIndex
{
public:
    PlaceIndex() = default;
    //! \a councils: the drawn district councils; may be empty.
    PlaceIndex(const QList<Street> &streets, const AddressIndex &addresses, const AreaLayer &councils);

    //! Best first. Nothing below three letters.
    QList<Place> search(QStringView typed, qsizetype limit) const;

    //! Where one stands, in degrees, with the position itself: the nearest address, else the nearest street. Nothing if every one
    //! is further away than \a within metres.
    std::optional<Place> nearest(double latitude, double longitude, double within = 600) const;

    //! Far from every address: the position alone, with the district in which it lies where districts are drawn.
    Place nowhere(double latitude, double longitude) const;

    //! Whether the first of search() has all that was typed, its house number too: nobody else need be asked.
    bool finds(QStringView typed) const;

    Place place(const AddressHit &hit) const;

    //! Of the town, as far as it is known.
    const std::optional<Position> &middle() const { return m_middle; }

private:
    void putInDistrict(Place &place) const;
    bool isElsewhere(const AddressHit &hit) const;

    StreetIndex m_streets;
    QHash<QString, std::pair<Id, Id>> m_byName; //!< folded name → street and its district
    AddressIndex m_addresses;
    AreaLayer m_councils;
    std::optional<Position> m_middle;
    QStringList m_home; //!< INSEE codes of the communes that are the town
};

} // namespace parvis
