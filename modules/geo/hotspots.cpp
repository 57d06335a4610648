#include "geo/hotspots.h"

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace parvis {

namespace {

constexpr double metresOfDegree = 111'195;

struct Square
{
    qint32 column = 0, row = 0;
    int count = 0;
    double z = 0;
    int around = 0; //!< with its neighbours

    auto key() const { return std::pair(row, column); }
};

quint64 keyOf(qint32 column, qint32 row)
{
    return (quint64(quint32(column)) << 32) | quint32(row);
}

//! The grid in degrees, with square cells at the town's latitude.
class Grid
{
public:
    Grid(double middleLatitude, double metres)
        : m_height(metres / metresOfDegree),
          m_width(metres / (metresOfDegree * std::max(0.01, std::cos(middleLatitude * std::numbers::pi / 180))))
    {}
    std::pair<qint32, qint32> cell(const Position &p) const
    {
        return {qint32(std::floor(p.longitude / m_width)), qint32(std::floor(p.latitude / m_height))};
    }
    Position corner(qint32 column, qint32 row) const { return {row * m_height, column * m_width}; }

private:
    double m_height, m_width;
};

//! Of the town, not the mean: one position in the ocean would turn the squares into slits.
double medianLatitude(std::span<const WorldPoint> events, std::span<const WorldPoint> town)
{
    std::vector<quint32> ys;
    ys.reserve(events.size() + town.size());
    for (const auto &points : {events, town}) {
        for (const WorldPoint &p : points)
            ys.push_back(p.y);
    }
    const auto middle = ys.begin() + std::ptrdiff_t(ys.size() / 2);
    std::nth_element(ys.begin(), middle, ys.end());
    return position({0, *middle}).latitude;
}

//! Of a standard normal: how likely is a value of z or more?
double chanceOf(double z)
{
    return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

//! Gi* of each square, and how likely it is by chance; false if all squares are alike.
bool measure(std::vector<Square> &squares, const QHash<quint64, qsizetype> &index)
{
    const double n = double(squares.size());
    double sum = 0, squaresSum = 0;
    for (const Square &s : squares) {
        sum += s.count;
        squaresSum += double(s.count) * s.count;
    }
    const double mean = sum / n;
    const double deviation = std::sqrt(std::max(0.0, squaresSum / n - mean * mean));
    if (n < 2 || deviation <= 0)
        return false;
    for (Square &s : squares) {
        double weights = 0;
        s.around = 0;
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto it = index.constFind(keyOf(s.column + dx, s.row + dy));
                if (it == index.constEnd())
                    continue;
                weights += 1;
                s.around += squares[std::size_t(*it)].count;
            }
        }
        const double spread = deviation * std::sqrt(std::max(0.0, (n * weights - weights * weights) / (n - 1)));
        s.z = spread > 0 ? (s.around - mean * weights) / spread : 0;
    }
    return true;
}

//! The least z that may be called hot.
double threshold(const std::vector<Square> &squares, double confidence)
{
    std::vector<double> chances;
    chances.reserve(squares.size());
    for (const Square &s : squares)
        chances.push_back(chanceOf(s.z));
    std::sort(chances.begin(), chances.end());
    double limit = -1;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        if (chances[i] <= (1 - confidence) * double(i + 1) / double(chances.size()))
            limit = chances[i];
    }
    return limit;
}

QList<HotSpot> gather(const std::vector<Square> &hot, const Grid &grid)
{
    QHash<quint64, qsizetype> index;
    for (std::size_t i = 0; i < hot.size(); ++i)
        index.insert(keyOf(hot[i].column, hot[i].row), qsizetype(i));
    std::vector<bool> taken(hot.size(), false);
    QList<HotSpot> spots;
    for (std::size_t start = 0; start < hot.size(); ++start) {
        if (taken[start])
            continue;
        std::vector<std::size_t> found{start};
        taken[start] = true;
        for (std::size_t next = 0; next < found.size(); ++next) {
            for (int dx = -1; dx <= 1; ++dx) {
                for (int dy = -1; dy <= 1; ++dy) {
                    const auto it = index.constFind(keyOf(hot[found[next]].column + dx, hot[found[next]].row + dy));
                    if (it != index.constEnd() && !taken[std::size_t(*it)]) {
                        taken[std::size_t(*it)] = true;
                        found.push_back(std::size_t(*it));
                    }
                }
            }
        }
        std::sort(found.begin(), found.end());
        HotSpot spot;
        spot.southWest = {90, 180};
        spot.northEast = {-90, -180};
        double weight = 0;
        for (const std::size_t i : found) {
            const Square &s = hot[i];
            const HotCell cell{s.column, s.row, s.count, s.z, grid.corner(s.column, s.row), grid.corner(s.column + 1, s.row + 1)};
            spot.cells.append(cell);
            spot.count += s.count;
            spot.z = std::max(spot.z, s.z);
            spot.southWest = {std::min(spot.southWest.latitude, cell.southWest.latitude),
                              std::min(spot.southWest.longitude, cell.southWest.longitude)};
            spot.northEast = {std::max(spot.northEast.latitude, cell.northEast.latitude),
                              std::max(spot.northEast.longitude, cell.northEast.longitude)};
            const double w = s.count + 1e-9; // a square may be hot by its neighbours alone
            spot.centre.latitude += w * (cell.southWest.latitude + cell.northEast.latitude) / 2;
            spot.centre.longitude += w * (cell.southWest.longitude + cell.northEast.longitude) / 2;
            weight += w;
        }
        spot.centre = {spot.centre.latitude / weight, spot.centre.longitude / weight};
        spots.append(spot);
    }
    std::stable_sort(spots.begin(), spots.end(),
                     [](const HotSpot &a, const HotSpot &b) { return std::pair(-a.count, -a.z) < std::pair(-b.count, -b.z); });
    return spots;
}

} // namespace

HotSpots hotSpots(std::span<const WorldPoint> events, std::span<const WorldPoint> town, const HotSpotOptions &options)
{
    HotSpots out;
    out.points = int(events.size());
    out.cellMetres = options.cellMetres;
    if (events.empty())
        return out;
    const Grid grid(medianLatitude(events, town), options.cellMetres);
    QHash<quint64, int> counts;
    for (const WorldPoint &p : town) {
        const auto [column, row] = grid.cell(position(p));
        counts[keyOf(column, row)] += 0;
    }
    for (const WorldPoint &p : events) {
        const auto [column, row] = grid.cell(position(p));
        ++counts[keyOf(column, row)];
    }
    std::vector<Square> squares;
    squares.reserve(std::size_t(counts.size()));
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        squares.push_back({qint32(quint32(it.key() >> 32)), qint32(quint32(it.key())), it.value()});
    std::sort(squares.begin(), squares.end(), [](const Square &a, const Square &b) { return a.key() < b.key(); });
    out.cellsLookedAt = int(squares.size());
    QHash<quint64, qsizetype> index;
    for (std::size_t i = 0; i < squares.size(); ++i)
        index.insert(keyOf(squares[i].column, squares[i].row), qsizetype(i));
    if (!measure(squares, index))
        return out;
    const double limit = threshold(squares, options.confidence);
    std::vector<Square> hot;
    std::copy_if(squares.begin(), squares.end(), std::back_inserter(hot), [&](const Square &s) {
        return s.z > 0 && chanceOf(s.z) <= limit && s.around >= options.leastCount && s.count > 0;
    });
    out.spots = gather(hot, grid);
    return out;
}

} // namespace parvis
