#include "geo/clusters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace parvis {

namespace {

constexpr double world = 4294967296.0;
constexpr double maxWorld = world - 1;
constexpr double radians = std::numbers::pi / 180;
constexpr double tilePixels = 512; // of MapLibre's zoom 0

quint32 clamped(double value)
{
    return quint32(std::clamp(value, 0.0, maxWorld));
}

//! Sums of one square of the grid.
struct Cell
{
    quint64 sumX = 0, sumY = 0;
    int count = 0;
    qsizetype first = std::numeric_limits<qsizetype>::max();
    WorldBox box{{0xffffffffU, 0xffffffffU}, {0, 0}};
    std::array<qint32, maxClusterKinds> kinds{};

    WorldPoint centre() const { return {quint32(sumX / quint64(count)), quint32(sumY / quint64(count))}; }
    void add(const ClusterPoint &point, qsizetype index)
    {
        sumX += point.at.x;
        sumY += point.at.y;
        ++count;
        first = std::min(first, index);
        widen({point.at, point.at});
        ++kinds[point.kind % maxClusterKinds];
    }
    void add(const Cell &other)
    {
        sumX += other.sumX;
        sumY += other.sumY;
        count += other.count;
        first = std::min(first, other.first);
        widen(other.box);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            kinds[i] += other.kinds[i];
    }
    void widen(const WorldBox &other)
    {
        box.northWest = {std::min(box.northWest.x, other.northWest.x), std::min(box.northWest.y, other.northWest.y)};
        box.southEast = {std::max(box.southEast.x, other.southEast.x), std::max(box.southEast.y, other.southEast.y)};
    }
    MapCluster cluster() const
    {
        const auto most = std::max_element(kinds.begin(), kinds.end());
        return {centre(), count, int(most - kinds.begin()), *most, first, box};
    }
};

double squared(const WorldPoint &a, const WorldPoint &b)
{
    const double dx = double(a.x) - double(b.x), dy = double(a.y) - double(b.y);
    return dx * dx + dy * dy;
}

//! Squares whose middles came to lie close together become one: in the order of the grid, so that it does not depend on the
//! points'.
QList<MapCluster> joined(std::vector<Cell> &cells, qsizetype columns, qsizetype rows, double reach)
{
    const auto at = [&](qsizetype column, qsizetype row) -> Cell & { return cells[std::size_t(row * columns + column)]; };
    QList<MapCluster> out;
    for (qsizetype row = 0; row < rows; ++row) {
        for (qsizetype column = 0; column < columns; ++column) {
            Cell &cell = at(column, row);
            if (!cell.count)
                continue;
            const WorldPoint middle = cell.centre();
            constexpr std::array<std::pair<int, int>, 4> later{{{1, 0}, {-1, 1}, {0, 1}, {1, 1}}};
            for (const auto &[dx, dy] : later) {
                const qsizetype c = column + dx, r = row + dy;
                if (c < 0 || c >= columns || r >= rows || !at(c, r).count)
                    continue;
                if (squared(middle, at(c, r).centre()) < reach * reach) {
                    cell.add(at(c, r));
                    at(c, r).count = 0;
                }
            }
            out.append(cell.cluster());
        }
    }
    return out;
}

//! Mean over 2 × reach + 1 neighbours along a line of \a length values that are \a step apart.
void blurLine(float *line, int length, int step, int reach, std::vector<float> &buffer)
{
    double sum = 0;
    const auto value = [&](int i) { return i < 0 || i >= length ? 0.0F : line[i * step]; };
    for (int i = -reach; i <= reach; ++i)
        sum += double(value(i));
    for (int i = 0; i < length; ++i) {
        buffer[std::size_t(i)] = float(sum / (2 * reach + 1));
        sum += double(value(i + reach + 1)) - double(value(i - reach));
    }
    for (int i = 0; i < length; ++i)
        line[i * step] = buffer[std::size_t(i)];
}

} // namespace

WorldPoint worldPoint(const Position &position)
{
    const double sine = std::sin(std::clamp(position.latitude, -85.0511287798, 85.0511287798) * radians);
    const double y = 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi);
    return {clamped((position.longitude / 360 + 0.5) * world), clamped(y * world)};
}

Position position(const WorldPoint &point)
{
    const double n = std::numbers::pi * (1 - 2 * double(point.y) / world);
    return {std::atan(std::sinh(n)) / radians, double(point.x) / world * 360 - 180};
}

double metresBetween(const Position &a, const Position &b)
{
    constexpr double earth = 6'371'008.8;
    const double dLat = (b.latitude - a.latitude) * radians, dLon = (b.longitude - a.longitude) * radians;
    const double h = std::pow(std::sin(dLat / 2), 2) +
                     std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * std::pow(std::sin(dLon / 2), 2);
    return 2 * earth * std::asin(std::min(1.0, std::sqrt(h)));
}

WorldBox WorldBox::grown(double share) const
{
    const double dx = (double(southEast.x) - double(northWest.x)) * share,
                 dy = (double(southEast.y) - double(northWest.y)) * share;
    return {{clamped(double(northWest.x) - dx), clamped(double(northWest.y) - dy)},
            {clamped(double(southEast.x) + dx), clamped(double(southEast.y) + dy)}};
}

bool isInside(const WorldPoint &point, std::span<const WorldPoint> ring)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const WorldPoint &a = ring[i], &b = ring[j];
        if ((a.y > point.y) == (b.y > point.y))
            continue;
        const double x =
            double(a.x) + (double(point.y) - double(a.y)) * (double(b.x) - double(a.x)) / (double(b.y) - double(a.y));
        if (double(point.x) < x)
            inside = !inside;
    }
    return inside;
}

QList<MapCluster> clustersIn(std::span<const ClusterPoint> points, std::span<const qint32> chosen, const WorldBox &box,
                             double zoom, double radius)
{
    const double side = world / (tilePixels * std::pow(2.0, std::floor(zoom))) * radius;
    const auto first = [side](quint32 value) { return qsizetype(double(value) / side); };
    const qsizetype left = first(box.northWest.x), top = first(box.northWest.y);
    const qsizetype columns = first(box.southEast.x) - left + 1, rows = first(box.southEast.y) - top + 1;
    constexpr qsizetype mostCells = 1'000'000;
    if (columns < 1 || rows < 1 || columns * rows > mostCells)
        return {};
    // Whole squares: what is seen of a square must not depend on where the window ends.
    const auto edge = [side](qsizetype square) { return clamped(double(square) * side); };
    const WorldBox whole{{edge(left), edge(top)}, {edge(left + columns), edge(top + rows)}};
    std::vector<Cell> cells(std::size_t(columns * rows));
    const double perSide = 1 / side;
    for (const qint32 index : chosen) {
        const ClusterPoint &point = points[std::size_t(index)];
        if (!whole.contains(point.at))
            continue;
        const qsizetype column = qsizetype(double(point.at.x) * perSide) - left,
                        row = qsizetype(double(point.at.y) * perSide) - top;
        if (column >= 0 && column < columns && row >= 0 && row < rows)
            cells[std::size_t(row * columns + column)].add(point, index);
    }
    constexpr double near = 0.7; // of the radius
    return joined(cells, columns, rows, side * near);
}

std::optional<WorldBox> boxAround(std::span<const ClusterPoint> points, std::span<const qint32> chosen, double share)
{
    if (chosen.empty())
        return {};
    std::vector<quint32> xs, ys;
    xs.reserve(chosen.size());
    ys.reserve(chosen.size());
    for (const qint32 index : chosen) {
        xs.push_back(points[std::size_t(index)].at.x);
        ys.push_back(points[std::size_t(index)].at.y);
    }
    const auto rank = [share](std::vector<quint32> &values, bool last) {
        const auto skip = std::ptrdiff_t(double(values.size()) * share);
        const auto nth = values.begin() + (last ? std::ptrdiff_t(values.size()) - 1 - skip : skip);
        std::nth_element(values.begin(), nth, values.end());
        return *nth;
    };
    return WorldBox{{rank(xs, false), rank(ys, false)}, {rank(xs, true), rank(ys, true)}};
}

QList<float> density(std::span<const ClusterPoint> points, std::span<const qint32> chosen, const WorldBox &box, int width,
                     int height, int blur)
{
    QList<float> grid(qsizetype(width) * height, 0.0F);
    const double dx = double(width) / (double(box.southEast.x) - double(box.northWest.x) + 1);
    const double dy = double(height) / (double(box.southEast.y) - double(box.northWest.y) + 1);
    float *cells = grid.data();
    for (const qint32 index : chosen) {
        const WorldPoint &p = points[std::size_t(index)].at;
        if (box.contains(p))
            cells[int(double(p.y - box.northWest.y) * dy) * width + int(double(p.x - box.northWest.x) * dx)] += 1;
    }
    constexpr int passes = 3;
    std::vector<float> buffer(std::size_t(std::max(width, height)));
    for (int pass = 0; pass < passes; ++pass) {
        for (int row = 0; row < height; ++row)
            blurLine(cells + qsizetype(row) * width, width, 1, blur, buffer);
        for (int column = 0; column < width; ++column)
            blurLine(cells + column, height, width, blur, buffer);
    }
    const float most = grid.isEmpty() ? 0 : *std::max_element(grid.cbegin(), grid.cend());
    if (most > 0) {
        for (float &value : grid)
            value = std::max(0.0F, value / most);
    }
    return grid;
}

} // namespace parvis
