#include "geo/shape.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace parvis {

namespace {

constexpr double units = 1e9; // of a degree
constexpr qsizetype edgesInBand = 8;
constexpr qsizetype mostBands = 4096;
constexpr qint64 mostCompared = 50'000'000; // pairs of sides: a second

__extension__ typedef __int128 Wide;

//! On which side of from → to the point is: above 0 left, below 0 right, 0 on the line.
int side(const GridPoint &from, const GridPoint &to, const GridPoint &p)
{
    const Wide cross = Wide(to.x - from.x) * (p.y - from.y) - Wide(to.y - from.y) * (p.x - from.x);
    return cross > 0 ? 1 : cross < 0 ? -1 : 0;
}

bool isOn(const GridPoint &from, const GridPoint &to, const GridPoint &p)
{
    return p.x >= std::min(from.x, to.x) && p.x <= std::max(from.x, to.x) && p.y >= std::min(from.y, to.y) &&
           p.y <= std::max(from.y, to.y) && side(from, to, p) == 0;
}

//! Whether a ray from p to the right crosses the edge. Of its ends the lower one belongs to it; a point on the edge counts as
//! right of it. So an edge that two areas share is crossed for both or for none.
bool isCrossed(const GridPoint &from, const GridPoint &to, const GridPoint &p)
{
    if ((from.y <= p.y) == (to.y <= p.y))
        return false;
    const bool isUp = from.y < to.y;
    const int s = isUp ? side(from, to, p) : side(to, from, p);
    return s > 0;
}

bool crosses(const GridPoint &a, const GridPoint &b, const GridPoint &c, const GridPoint &d)
{
    const int c1 = side(a, b, c), d1 = side(a, b, d), a1 = side(c, d, a), b1 = side(c, d, b);
    if (c1 == 0 && d1 == 0) { // along one line: more than a point in common?
        const auto along = [](const GridPoint &p) { return std::pair(p.x, p.y); };
        const auto low = std::max(std::min(along(a), along(b)), std::min(along(c), along(d)));
        const auto high = std::min(std::max(along(a), along(b)), std::max(along(c), along(d)));
        return low < high;
    }
    return c1 * d1 < 0 && a1 * b1 < 0;
}

} // namespace

GridPoint GridPoint::of(const Position &p)
{
    return {qint64(std::llround(p.longitude * units)), qint64(std::llround(p.latitude * units))};
}

Position GridPoint::position() const
{
    return {double(y) / units, double(x) / units};
}

void Box::add(const GridPoint &p)
{
    if (isEmpty()) {
        *this = {p.x, p.y, p.x, p.y};
        return;
    }
    *this = {std::min(left, p.x), std::min(bottom, p.y), std::max(right, p.x), std::max(top, p.y)};
}

void Box::add(const Box &other)
{
    if (other.isEmpty())
        return;
    add(GridPoint{other.left, other.bottom});
    add(GridPoint{other.right, other.top});
}

Shape::Shape(const QList<Polygon> &polygons) : m_polygons(polygons)
{
    for (const Polygon &polygon : polygons) {
        m_bands.append(bandsOf(polygon));
        m_box.add(m_bands.last().box);
    }
}

qsizetype Shape::bandOf(const Bands &bands, qint64 y)
{
    return qsizetype((y - bands.box.bottom) / bands.height);
}

Shape::Bands Shape::bandsOf(const Polygon &polygon)
{
    Bands bands;
    QList<Edge> all;
    for (const Ring &ring : polygon.rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            all.append({ring.at(i), ring.at(i + 1 < ring.size() ? i + 1 : 0)});
            bands.box.add(ring.at(i));
        }
    }
    if (all.isEmpty())
        return bands;
    const qsizetype count = std::clamp<qsizetype>(all.size() / edgesInBand, 1, mostBands);
    bands.height = (bands.box.top - bands.box.bottom) / count + 1;
    std::vector<std::vector<Edge>> lists(static_cast<size_t>(bandOf(bands, bands.box.top)) + 1);
    for (const Edge &edge : std::as_const(all)) {
        const auto [low, high] = std::minmax(edge.from.y, edge.to.y);
        for (qsizetype band = bandOf(bands, low); band <= bandOf(bands, high); ++band)
            lists[size_t(band)].push_back(edge);
    }
    for (const auto &list : lists) {
        bands.begins.append(quint32(bands.edges.size()));
        for (const Edge &edge : list)
            bands.edges.append(edge);
    }
    bands.begins.append(quint32(bands.edges.size()));
    return bands;
}

bool Shape::contains(const GridPoint &p) const
{
    return std::any_of(m_bands.begin(), m_bands.end(), [&p](const Bands &bands) {
        if (!bands.box.contains(p))
            return false;
        const qsizetype band = bandOf(bands, p.y);
        bool isInside = false;
        for (quint32 i = bands.begins.at(band); i < bands.begins.at(band + 1); ++i)
            isInside ^= isCrossed(bands.edges.at(i).from, bands.edges.at(i).to, p);
        return isInside;
    });
}

bool Shape::onBorder(const GridPoint &p) const
{
    return std::any_of(m_bands.begin(), m_bands.end(), [&p](const Bands &bands) {
        if (!bands.box.contains(p))
            return false;
        const qsizetype band = bandOf(bands, p.y);
        return std::any_of(bands.edges.begin() + bands.begins.at(band), bands.edges.begin() + bands.begins.at(band + 1),
                           [&p](const Edge &edge) { return isOn(edge.from, edge.to, p); });
    });
}

double Shape::squareMetres() const
{
    double sum = 0;
    for (const Polygon &polygon : m_polygons) {
        bool isOuter = true;
        for (const Ring &ring : polygon.rings) {
            GeographicLib::PolygonArea line(GeographicLib::Geodesic::WGS84());
            for (const GridPoint &p : ring)
                line.AddPoint(p.position().latitude, p.position().longitude);
            double perimeter = 0, area = 0;
            line.Compute(false, true, perimeter, area);
            sum += isOuter ? std::abs(area) : -std::abs(area);
            isOuter = false;
        }
    }
    return sum;
}

// The middle of the longest stretch inside, on the line half way up the largest polygon and on some beside it.
Position Shape::pointInside() const
{
    constexpr int lines = 7;
    Position best;
    double longest = -1;
    for (const Polygon &polygon : m_polygons) {
        Box box;
        for (const Ring &ring : polygon.rings) {
            for (const GridPoint &p : ring)
                box.add(p);
        }
        for (int line = 1; line <= lines; ++line) {
            const double y = double(box.bottom) + double(box.top - box.bottom) * line / (lines + 1);
            std::vector<double> crossings;
            for (const Ring &ring : polygon.rings) {
                for (qsizetype i = 0; i < ring.size(); ++i) {
                    const GridPoint &a = ring.at(i), &b = ring.at(i + 1 < ring.size() ? i + 1 : 0);
                    if ((double(a.y) <= y) != (double(b.y) <= y))
                        crossings.push_back(double(a.x) + double(b.x - a.x) * (y - double(a.y)) / double(b.y - a.y));
                }
            }
            std::sort(crossings.begin(), crossings.end());
            for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
                if (crossings[i + 1] - crossings[i] > longest) {
                    longest = crossings[i + 1] - crossings[i];
                    best = {y / units, (crossings[i] + crossings[i + 1]) / 2 / units};
                }
            }
        }
    }
    return best;
}

bool isFlat(const Ring &ring)
{
    return std::all_of(ring.begin(), ring.end(), [&ring](const GridPoint &p) { return side(ring.at(0), ring.at(1), p) == 0; });
}

bool crossesItself(const Ring &ring)
{
    // Sides by their left ends: only those that overlap from left to right are compared.
    struct Side
    {
        GridPoint a, b;
    };
    std::vector<Side> sides;
    for (qsizetype i = 0; i < ring.size(); ++i)
        sides.push_back({ring.at(i), ring.at(i + 1 < ring.size() ? i + 1 : 0)});
    const auto left = [](const Side &s) { return std::min(s.a.x, s.b.x); };
    const auto right = [](const Side &s) { return std::max(s.a.x, s.b.x); };
    std::sort(sides.begin(), sides.end(), [&left](const Side &a, const Side &b) { return left(a) < left(b); });
    qint64 compared = 0;
    for (size_t i = 0; i < sides.size(); ++i) {
        for (size_t j = i + 1; j < sides.size() && left(sides[j]) <= right(sides[i]); ++j) {
            if (++compared > mostCompared)
                return false;
            if (crosses(sides[i].a, sides[i].b, sides[j].a, sides[j].b))
                return true;
        }
    }
    return false;
}

} // namespace parvis
