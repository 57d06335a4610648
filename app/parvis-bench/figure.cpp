#include "figure.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace parvis {

using namespace Qt::StringLiterals;

static double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

std::optional<double> Figure::ratio() const
{
    return peer && *peer > 0 ? std::optional(value / *peer) : std::nullopt;
}

bool Figure::isReached() const
{
    return !reach || ratio().value_or(value) <= *reach;
}

QJsonObject Figure::toJson() const
{
    QJsonObject json{{"workload"_L1, workload}, {"measure"_L1, measure}, {"value"_L1, rounded(value)}, {"unit"_L1, unit}};
    if (peer)
        json.insert("peer"_L1, rounded(*peer));
    if (ratio())
        json.insert("ratio"_L1, rounded(*ratio()));
    if (reach) {
        json.insert("reach"_L1, *reach);
        json.insert("reached"_L1, isReached());
    }
    return json;
}

double Samples::percentile(double share) const
{
    if (m_ms.isEmpty())
        return 0;
    QList<double> sorted = m_ms;
    std::sort(sorted.begin(), sorted.end());
    const qsizetype rank = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return sorted.at(std::clamp<qsizetype>(rank, 0, sorted.size() - 1));
}

double Samples::total() const
{
    return std::accumulate(m_ms.begin(), m_ms.end(), 0.0);
}

void print(const Figure &figure)
{
    std::printf("%s\n", QJsonDocument(figure.toJson()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void progress(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace parvis
