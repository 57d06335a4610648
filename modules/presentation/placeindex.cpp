#include "presentation/placeindex.h"

#include "base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr double atTheDoor = 50; // metres: further away from a house one is in its street
constexpr qsizetype leastLetters = 3;

} // namespace

PlaceIndex::PlaceIndex(const QList<Street> &streets, const AddressIndex &addresses, const AreaLayer &councils)
    : m_streets(streets), m_addresses(addresses), m_councils(councils)
{
    Position sum;
    int placed = 0;
    for (const Street &street : streets) {
        if (street.latitude && street.longitude) {
            sum = {sum.latitude + *street.latitude, sum.longitude + *street.longitude};
            ++placed;
        }
        const QString name = folded(street.name);
        if (!m_byName.contains(name))
            m_byName.insert(name, {street.id, street.district});
    }
    for (const AddressCommune &commune : addresses.communes()) {
        if (councils.at(commune.middle) && !m_home.contains(commune.insee))
            m_home.append(commune.insee);
    }
    if (placed > 0)
        m_middle = Position{sum.latitude / placed, sum.longitude / placed};
    else if (!addresses.isEmpty())
        m_middle = addresses.communes().first().middle;
}

bool PlaceIndex::isElsewhere(const AddressHit &hit) const
{
    return !m_home.isEmpty() && !m_home.contains(hit.insee);
}

void PlaceIndex::putInDistrict(Place &place) const
{
    if (!place.latitude || !place.longitude)
        return;
    if (const Area *area = m_councils.at({*place.latitude, *place.longitude}))
        place.district = area->id;
}

Place PlaceIndex::place(const AddressHit &hit) const
{
    Place place;
    place.address = hit.line;
    if (isElsewhere(hit))
        place.address += u", %1 %2"_s.arg(hit.postcode, hit.commune);
    else
        std::tie(place.street, place.district) = m_byName.value(folded(hit.way));
    place.latitude = hit.position.latitude;
    place.longitude = hit.position.longitude;
    place.beyondLastNumber = !hit.isNumberKnown;
    putInDistrict(place);
    return place;
}

QList<Place> PlaceIndex::search(QStringView typed, qsizetype limit) const
{
    const auto letters = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    if (letters < leastLetters)
        return {};
    QList<Place> places;
    QSet<QString> ways;
    for (const AddressHit &hit : m_addresses.search(typed.toString(), {limit, m_home})) {
        if (hit.kind == HitKind::Commune)
            continue;
        places.append(place(hit));
        if (!isElsewhere(hit))
            ways.insert(folded(hit.way));
    }
    QList<Place> own;
    for (Place &street : m_streets.search(typed, limit)) {
        putInDistrict(street);
        own.append(street);
    }
    if (places.isEmpty())
        return own;
    // What the town added itself, as its public places, comes in even where the address base fills the list.
    own.removeIf([&](const Place &place) {
        return std::any_of(m_byName.keyValueBegin(), m_byName.keyValueEnd(),
                           [&](const auto &entry) { return entry.second.first == place.street && ways.contains(entry.first); });
    });
    const qsizetype kept = std::max<qsizetype>(limit - std::min<qsizetype>(own.size(), 2), 1);
    places = places.mid(0, kept) + own;
    return places.mid(0, limit);
}

Place PlaceIndex::nowhere(double latitude, double longitude) const
{
    Place place;
    place.latitude = latitude;
    place.longitude = longitude;
    putInDistrict(place);
    return place;
}

bool PlaceIndex::finds(QStringView typed) const
{
    const QList<AddressHit> hits = m_addresses.search(typed.toString(), {1, m_home});
    if (!hits.isEmpty() && hits.first().kind != HitKind::Commune) {
        const QList<WordMatched> &words = hits.first().matched;
        if (std::none_of(words.begin(), words.end(), [](const WordMatched &word) { return word.as == MatchedAs::Nothing; }))
            return hits.first().isNumberKnown;
    }
    const QList<Place> streets = m_streets.search(typed, 1);
    return !streets.isEmpty() && !streets.first().beyondLastNumber;
}

std::optional<Place> PlaceIndex::nearest(double latitude, double longitude, double within) const
{
    std::optional<Place> found;
    if (auto hit = m_addresses.nearest({latitude, longitude}, within)) {
        if (hit->metres > atTheDoor && hit->kind == HitKind::House)
            hit->line = hit->way;
        found = place(*hit);
    } else {
        found = m_streets.nearest(latitude, longitude, within);
    }
    if (!found)
        return std::nullopt;
    found->latitude = latitude;
    found->longitude = longitude;
    putInDistrict(*found);
    return found;
}

} // namespace parvis
