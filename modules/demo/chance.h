#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QList>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace parvis {

//! Draws from a seeded generator: the same seed draws the same town.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    QRandomGenerator &generator() { return m_random; }
    double unit() { return m_random.generateDouble(); }
    bool hits(double probability) { return unit() < probability; }
    int below(qsizetype n) { return n <= 1 ? 0 : m_random.bounded(int(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    //! Around \a median, with a long tail: log-normal.
    double skewed(double median, double spread)
    {
        const double a = std::max(unit(), 1e-12);
        return median * std::exp(spread * std::sqrt(-2 * std::log(a)) * std::cos(6.283185307179586 * unit()));
    }
    template <typename T>
    const T &pick(const QList<T> &list)
    {
        return list.at(below(list.size()));
    }

private:
    QRandomGenerator m_random;
};

//! Items with weights, drawn in logarithmic time.
template <typename T>
class Weighted
{
public:
    void add(T item, double weight)
    {
        m_total += std::max(0.0, weight);
        m_items.append(std::move(item));
        m_upTo.append(m_total);
    }
    bool isEmpty() const { return m_items.isEmpty(); }
    double total() const { return m_total; }
    const QList<T> &items() const { return m_items; }
    const T &draw(Chance &chance) const
    {
        const auto it = std::upper_bound(m_upTo.begin(), m_upTo.end(), chance.unit() * m_total);
        return m_items.at(std::min(it - m_upTo.begin(), m_upTo.size() - 1));
    }

private:
    QList<T> m_items;
    QList<double> m_upTo;
    double m_total = 0;
};

} // namespace parvis
