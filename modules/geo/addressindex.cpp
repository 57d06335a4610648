#include "geo/addressindex.h"

#include "base/text.h"
#include "geo/addresscorner.h"
#include "geo/addresshits.h"
#include "geo/wayfinder.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace parvis {

using addressfile::AddressFile;

namespace {

constexpr qsizetype waysNumbered = 24;

//! Least metres between a position and everything beyond a split of the tree.
double leastBeyond(const Position &at, double split, bool byLongitude)
{
    constexpr double degree = std::numbers::pi / 180;
    constexpr double leastDegree = 110'574; // metres of a degree of latitude at the equator, where it is shortest
    if (!byLongitude)
        return std::abs(at.latitude - split) * leastDegree;
    const double apart = std::abs(at.longitude - split);
    if (apart >= 90)
        return 0;
    constexpr double smallestRadius = 6'335'000; // of curvature, at the equator
    return std::asin(std::cos(at.latitude * degree) * std::sin(apart * degree)) * smallestRadius * 0.99;
}

void locate(QList<AddressHit> &hits, const QList<AreaLayer> &layers)
{
    for (AddressHit &hit : hits) {
        for (const AreaLayer &layer : layers) {
            if (const Area *area = layer.at(hit.position))
                hit.areas.insert(layer.name(), area->code);
        }
    }
}

struct Nearest
{
    const AddressFile &file;
    Position at;
    double metres;
    std::optional<quint32> house;

    void look(size_t first, size_t last, bool byLongitude)
    {
        if (first >= last)
            return;
        const size_t middle = first + (last - first) / 2;
        const quint32 index = file.tree()[middle];
        const Position here = positionOf(file.houses()[index]);
        const double away = geodesicMetres(at, here);
        if (away < metres || (away == metres && (!house || index < *house))) {
            metres = away;
            house = index;
        }
        const double split = byLongitude ? here.longitude : here.latitude;
        const bool isBefore = (byLongitude ? at.longitude : at.latitude) < split;
        const std::pair<size_t, size_t> before(first, middle), after(middle + 1, last);
        const auto &near = isBefore ? before : after;
        const auto &far = isBefore ? after : before;
        look(near.first, near.second, !byLongitude);
        if (leastBeyond(at, split, byLongitude) <= metres)
            look(far.first, far.second, !byLongitude);
    }
};

} // namespace

Result<AddressIndex> AddressIndex::open(const QString &path)
{
    auto file = AddressFile::open(path);
    if (!file)
        return file.error();
    AddressIndex index;
    index.m_file = *file;
    return index;
}

qint64 AddressIndex::count() const
{
    return m_file ? qint64(m_file->houses().size()) : 0;
}

QList<AddressCommune> AddressIndex::communes() const
{
    QList<AddressCommune> all;
    if (!m_file)
        return all;
    const auto text = [this](addressfile::Text place) { return QString::fromUtf8(m_file->text(place)); };
    for (const addressfile::Commune &commune : m_file->communes())
        all.append({text(commune.insee),
                    text(commune.postcode),
                    text(commune.name),
                    {commune.latitude * addressfile::unit, commune.longitude * addressfile::unit}});
    return all;
}

QList<AddressHit> AddressIndex::search(const QString &typed, const AddressSearch &how) const
{
    const auto letters = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    if (!m_file || letters < 2 || how.limit < 1)
        return {};
    const WayFinder finder(*m_file, how.home);
    const AddressHits maker(*m_file);
    if (const auto corner = cornerOf(typed)) {
        QList<AddressHit> corners = cornerHits(*corner, *m_file, finder, how.limit);
        if (!corners.isEmpty()) {
            locate(corners, how.layers);
            return corners;
        }
    }
    const AddressQuery query(foldedWords(typed), *m_file);
    QList<AddressHit> hits;
    for (const std::vector<Token> &tokens : query.readings()) {
        for (const WayFound &way : finder.ways(tokens, waysNumbered))
            hits += maker.of(way, tokens);
        for (const CommuneFound &commune : finder.communes(tokens))
            hits.append(maker.of(commune));
    }
    hits = ranked(hits, how.limit);
    locate(hits, how.layers);
    return hits;
}

std::optional<AddressHit> AddressIndex::nearest(const Position &at, double within, const QList<AreaLayer> &layers) const
{
    if (!m_file || !isOnEarth(at) || !(within >= 0))
        return std::nullopt;
    Nearest nearest{*m_file, at, within, {}};
    nearest.look(0, m_file->tree().size(), true);
    if (!nearest.house)
        return std::nullopt;
    QList<AddressHit> hits{AddressHits(*m_file).of(*nearest.house)};
    hits.first().metres = nearest.metres;
    locate(hits, layers);
    return hits.first();
}

} // namespace parvis
