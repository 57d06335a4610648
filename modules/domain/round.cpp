#include "domain/round.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parvis {

double metres(const Stop &a, const Stop &b)
{
    constexpr double earth = 6371008.8; // mean radius, IUGG
    constexpr double degree = std::numbers::pi / 180;
    const double x = std::sin((b.latitude - a.latitude) * degree / 2);
    const double y = std::sin((b.longitude - a.longitude) * degree / 2);
    const double h = x * x + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * y * y;
    return 2 * earth * std::asin(std::min(1.0, std::sqrt(h)));
}

double lengthOf(const QList<Stop> &stops, const QList<qsizetype> &order, const std::optional<Stop> &start)
{
    double length = 0;
    std::optional<Stop> at = start;
    for (const qsizetype index : order) {
        if (at)
            length += metres(*at, stops[index]);
        at = stops[index];
    }
    return length;
}

QList<qsizetype> roundOf(const QList<Stop> &stops, const std::optional<Stop> &start)
{
    QList<qsizetype> order;
    QList<bool> isTaken(stops.size(), false);
    std::optional<Stop> at = start;
    while (order.size() < stops.size()) {
        qsizetype nearest = -1;
        for (qsizetype i = 0; i < stops.size(); ++i) {
            if (!isTaken[i] && (nearest < 0 || (at && metres(*at, stops[i]) < metres(*at, stops[nearest]))))
                nearest = i;
        }
        isTaken[nearest] = true;
        order.append(nearest);
        at = stops[nearest];
    }
    // 2-opt: a stretch is turned round wherever that shortens the way. The first stop is fixed where nobody says where to begin.
    const qsizetype first = start ? 0 : 1;
    const auto before = [&](qsizetype i) { return i > 0 ? stops[order[i - 1]] : *start; };
    constexpr double least = 0.01; // metres: below it two ways are the same
    constexpr int mostRounds = 60;
    bool isBetter = true;
    for (int round = 0; isBetter && round < mostRounds; ++round) {
        isBetter = false;
        for (qsizetype i = first; i < order.size(); ++i) {
            for (qsizetype j = i + 1; j < order.size(); ++j) {
                const Stop from = before(i), a = stops[order[i]], b = stops[order[j]];
                double gain = metres(from, a) - metres(from, b);
                if (j + 1 < order.size())
                    gain += metres(b, stops[order[j + 1]]) - metres(a, stops[order[j + 1]]);
                if (gain > least) {
                    std::reverse(order.begin() + i, order.begin() + j + 1);
                    isBetter = true;
                }
            }
        }
    }
    return order;
}

} // namespace parvis
