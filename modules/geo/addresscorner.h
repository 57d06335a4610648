#pragma once

#include "geo/addresshits.h"

namespace parvis {

//! "angle de la rue X et de la rue Y", "rue X, coin rue Y": the words of both ways.
struct CornerWords
{
    //! Each way in which the words can be parted: "et" may be in a name too.
    QList<std::pair<QStringList, QStringList>> ways;
};

//! Nothing if \a typed speaks of no corner.
std::optional<CornerWords> cornerOf(const QString &typed);

//! Where two ways that may be meant meet, best first; as long as the second one is not known the first one.
QList<AddressHit> cornerHits(const CornerWords &corner, const addressfile::AddressFile &file, const WayFinder &finder,
                             qsizetype limit);

} // namespace parvis
