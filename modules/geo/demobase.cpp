#include "geo/demobase.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QPointF>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr double metresOfDegree = 111'195;
constexpr double radians = std::numbers::pi / 180;
constexpr double houseMetres = 4.5; // from one number to the next, both sides counted
constexpr double riverHalf = 24;

//! FNV-1a: the same on every machine, which Qt's own hashes are not.
quint32 hashOf(QStringView text, quint32 seed = 0)
{
    quint32 hash = 2166136261U ^ seed;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash ^ (hash >> 15);
}

//! Metres to the east and to the north; a flat town.
using Flat = QPointF;
using Line = QList<Flat>;

double length(const Flat &v)
{
    return std::hypot(v.x(), v.y());
}

Flat unit(const Flat &v)
{
    const double l = length(v);
    return l > 0 ? v / l : Flat(1, 0);
}

//! The lie of the land: one direction here, a little another there.
double bearing(const Position &p)
{
    return 24 + 30 * std::sin(p.latitude * 120) + 24 * std::cos(p.longitude * 90);
}

//! East and north of a street's direction.
Flat direction(const DrawnStreet &street)
{
    const quint32 hash = hashOf(street.name);
    const double angle = (bearing(street.middle) + (hash % 2 ? 90 : 0) + double(hash / 2 % 17) - 8) * radians;
    return {std::sin(angle), std::cos(angle)};
}

struct Segment
{
    Flat a, b;
    double half = 5; //!< of its width

    double distance(const Flat &p) const
    {
        const Flat ab = b - a;
        const double l = Flat::dotProduct(ab, ab);
        const double t = l > 0 ? std::clamp(Flat::dotProduct(p - a, ab) / l, 0.0, 1.0) : 0;
        return length(p - (a + ab * t));
    }
    Flat nearest(const Flat &p) const
    {
        const Flat ab = b - a;
        const double l = Flat::dotProduct(ab, ab);
        return a + ab * (l > 0 ? std::clamp(Flat::dotProduct(p - a, ab) / l, 0.0, 1.0) : 0);
    }
};

//! Finds what lies near a point.
template <typename T>
class Raster
{
public:
    explicit Raster(double side) : m_side(side) {}
    void add(const Flat &at, const T &value) { m_cells[key(cell(at.x()), cell(at.y()))].append(value); }
    void add(const Segment &s, const T &value)
    {
        const int steps = int(length(s.b - s.a) / (m_side / 2)) + 1;
        quint64 last = 0;
        for (int i = 0; i <= steps; ++i) {
            const Flat p = s.a + (s.b - s.a) * (double(i) / steps);
            const quint64 k = key(cell(p.x()), cell(p.y()));
            if (i == 0 || k != last)
                m_cells[k].append(value);
            last = k;
        }
    }
    template <typename Fn>
    bool any(const Flat &at, Fn fn) const //!< in its square and the eight around
    {
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto it = m_cells.constFind(key(cell(at.x()) + dx, cell(at.y()) + dy));
                if (it != m_cells.cend() && std::any_of(it->cbegin(), it->cend(), fn))
                    return true;
            }
        }
        return false;
    }

private:
    int cell(double v) const { return int(std::floor(v / m_side)); }
    static quint64 key(int x, int y) { return (quint64(quint32(x)) << 32) | quint32(y); }
    double m_side;
    QHash<quint64, QList<T>> m_cells;
};

QList<Flat> hullOf(QList<Flat> points)
{
    std::sort(points.begin(), points.end(),
              [](const Flat &a, const Flat &b) { return std::pair(a.x(), a.y()) < std::pair(b.x(), b.y()); });
    const auto turn = [](const Flat &o, const Flat &a, const Flat &b) {
        return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
    };
    QList<Flat> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const qsizetype start = hull.size();
        for (const Flat &p : std::as_const(points)) {
            while (hull.size() >= start + 2 && turn(hull.at(hull.size() - 2), hull.last(), p) <= 0)
                hull.removeLast();
            hull.append(p);
        }
        hull.removeLast();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

//! Corners cut twice (Chaikin).
Line rounded(Line line, bool isClosed, int passes = 2)
{
    for (int pass = 0; pass < passes; ++pass) {
        Line next;
        if (!isClosed)
            next.append(line.first());
        const qsizetype n = line.size();
        for (qsizetype i = 0; i + (isClosed ? 0 : 1) < n; ++i) {
            const Flat &a = line.at(i), &b = line.at((i + 1) % n);
            next.append(a * 0.75 + b * 0.25);
            next.append(a * 0.25 + b * 0.75);
        }
        if (!isClosed)
            next.append(line.last());
        line = next;
    }
    return line;
}

//! What of a convex polygon is nearer to \a own than to \a other.
QList<Flat> nearer(const QList<Flat> &polygon, const Flat &own, const Flat &other)
{
    const Flat normal = other - own, middle = (own + other) / 2;
    const auto beyond = [&](const Flat &p) { return Flat::dotProduct(p - middle, normal); };
    QList<Flat> out;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const Flat &a = polygon.at(i), &b = polygon.at((i + 1) % polygon.size());
        const double da = beyond(a), db = beyond(b);
        if (da <= 0)
            out.append(a);
        if ((da < 0 && db > 0) || (da > 0 && db < 0))
            out.append(a + (b - a) * (da / (da - db)));
    }
    return out;
}

class Painter
{
public:
    Painter(QList<DrawnStreet> streets, QList<DrawnDistrict> districts, QString river, quint32 seed)
        : m_streets(std::move(streets)), m_districts(std::move(districts)), m_riverName(std::move(river)), m_seed(seed)
    {
        std::sort(m_streets.begin(), m_streets.end(), [](const DrawnStreet &a, const DrawnStreet &b) {
            return std::tuple(a.name, a.middle.latitude, a.middle.longitude) <
                   std::tuple(b.name, b.middle.latitude, b.middle.longitude);
        });
        std::sort(m_districts.begin(), m_districts.end(),
                  [](const DrawnDistrict &a, const DrawnDistrict &b) { return a.id < b.id; });
        double lat = 0, lon = 0;
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            lat += s.middle.latitude;
            lon += s.middle.longitude;
        }
        const double n = std::max<double>(1, double(m_streets.size()));
        m_middle = {lat / n, lon / n};
        m_narrow = std::cos(m_middle.latitude * radians);
    }

    DrawnTown paint()
    {
        if (m_streets.isEmpty())
            return {};
        layStreets();
        layRiver();
        DrawnTown town;
        outline();
        parks();
        water();
        lanes();
        roads();
        for (const auto &[name, segment, isWide] : std::as_const(m_lines))
            addLine(isWide ? u"road"_s : u"street"_s, {segment.a, segment.b}, name);
        const QJsonArray ground = std::exchange(m_features, {});
        buildings();
        town.buildings = collection(std::exchange(m_features, ground));
        places();
        town.features = collection(m_features);
        town.districts = cells();
        return town;
    }

private:
    struct NamedLine
    {
        QString name;
        Segment segment;
        bool isWide = false;
    };
    struct Blob
    {
        Flat at;
        double radius = 0;
    };

    Flat flat(const Position &p) const
    {
        return {(p.longitude - m_middle.longitude) * metresOfDegree * m_narrow,
                (p.latitude - m_middle.latitude) * metresOfDegree};
    }
    QJsonArray coordinates(const Flat &p) const
    {
        const auto six = [](double v) { return std::round(v * 1e6) / 1e6; };
        return {six(m_middle.longitude + p.x() / (metresOfDegree * m_narrow)), six(m_middle.latitude + p.y() / metresOfDegree)};
    }
    QJsonArray coordinates(const Line &line, bool isClosed) const
    {
        QJsonArray out;
        for (const Flat &p : line)
            out.append(coordinates(p));
        if (isClosed && !line.isEmpty())
            out.append(coordinates(line.first()));
        return out;
    }
    static QJsonObject collection(const QJsonArray &features)
    {
        return {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}};
    }
    void add(const QString &what, const QJsonObject &geometry, const QString &name = {})
    {
        QJsonObject properties{{u"is"_s, what}};
        if (!name.isEmpty())
            properties.insert(u"name"_s, name);
        m_features.append(QJsonObject{{u"type"_s, u"Feature"_s}, {u"properties"_s, properties}, {u"geometry"_s, geometry}});
    }
    void addLine(const QString &what, const Line &line, const QString &name = {})
    {
        add(what, {{u"type"_s, u"LineString"_s}, {u"coordinates"_s, coordinates(line, false)}}, name);
    }
    void addArea(const QString &what, const Line &ring, const QString &name = {})
    {
        add(what, {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{coordinates(ring, true)}}}, name);
    }
    double chance(quint32 salt) { return double(hashOf(QString::number(salt), m_seed) % 10'000) / 10'000; }

    void layStreets()
    {
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            if (s.isPlace)
                continue;
            constexpr double beyond = 14; // the street goes on behind its last house
            const double half = std::max(40.0, s.lastNumber / 2.0 * houseMetres) + beyond;
            const Flat along = direction(s) * half, at = flat(s.middle);
            static const QStringList wide{u"Avenue"_s, u"Boulevard"_s, u"Cours"_s, u"Quai"_s};
            const bool isWide = wide.contains(s.name.section(u' ', 0, 0));
            m_lines.append({s.name, {at - along, at + along, isWide ? 8.0 : 5.0}, isWide});
        }
        for (const NamedLine &line : std::as_const(m_lines))
            m_near.add(line.segment, line.segment);
    }

    //! From one side of the town to the other, by the quays, and as far from houses as it can.
    void layRiver()
    {
        QList<Flat> quays;
        double reachX = 0, reachY = 0;
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            const Flat p = flat(s.middle);
            reachX = std::max(reachX, std::abs(p.x()));
            reachY = std::max(reachY, std::abs(p.y()));
            if (s.name.startsWith(u"Quai"))
                quays.append(p);
        }
        constexpr int columns = 110, rows = 96;
        const double width = 2 * (reachX + 7000), height = 2 * (reachY + 900);
        const auto at = [&](int column, int row) {
            return Flat((double(column) / (columns - 1) - 0.5) * width, (double(row) / (rows - 1) - 0.5) * height);
        };
        QList<double> cost(columns * rows);
        for (int c = 0; c < columns; ++c) {
            for (int r = 0; r < rows; ++r) {
                const Flat p = at(c, r);
                double price = 0.4 + 0.5 * chance(quint32(c / 6 * 1000 + r / 6)); // what makes it wind
                for (const NamedLine &line : std::as_const(m_lines)) {
                    const double d = line.segment.distance(p);
                    price += d < 70 ? (70 - d) / 45 : 0;
                }
                for (const Flat &quay : std::as_const(quays)) {
                    const double d = length(p - quay);
                    price -= d < 320 ? (320 - d) / 320 * 2.2 : 0;
                }
                cost[c * rows + r] = price;
            }
        }
        constexpr int steepest = 4;
        QList<double> best(cost.mid(0, rows));
        QList<qint8> from(columns * rows, 0);
        for (int c = 1; c < columns; ++c) {
            QList<double> next(rows, 1e18);
            for (int r = 0; r < rows; ++r) {
                for (int d = -steepest; d <= steepest; ++d) {
                    if (r + d < 0 || r + d >= rows)
                        continue;
                    const double sum = best.at(r + d) + cost.at(c * rows + r) + 0.12 * d * d;
                    if (sum < next.at(r)) {
                        next[r] = sum;
                        from[c * rows + r] = qint8(d);
                    }
                }
            }
            best = next;
        }
        int row = int(std::min_element(best.cbegin(), best.cend()) - best.cbegin());
        Line line;
        for (int c = columns - 1; c >= 0; --c) {
            line.prepend(at(c, row));
            row += from.at(c * rows + row);
        }
        m_river = rounded(line, false, 3);
        for (qsizetype i = 0; i + 1 < m_river.size(); ++i) {
            const Segment s{m_river.at(i), m_river.at(i + 1), riverHalf};
            m_wet.add(s, s);
        }
    }

    void outline()
    {
        QList<Flat> points;
        for (const NamedLine &line : std::as_const(m_lines)) {
            for (const Flat &end : {line.segment.a, line.segment.b})
                points.append(end + unit(end) * 260);
        }
        m_outline = rounded(hullOf(points), true);
        addArea(u"town"_s, m_outline);
    }

    void parks()
    {
        const QList<std::pair<QString, double>> sizes{
            {u"Parc"_s, 150}, {u"Jardin"_s, 80}, {u"Square"_s, 45}, {u"Cimetière"_s, 90}, {u"Stade"_s, 95}};
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            for (const auto &[word, radius] : sizes) {
                if (s.name.startsWith(word))
                    m_parks.append({flat(s.middle), radius});
            }
        }
        // Woods at the edge of the town.
        for (qsizetype i = 0; i < m_outline.size(); ++i) {
            if (chance(quint32(5000 + i)) < 0.14)
                m_parks.append({m_outline.at(i) + unit(m_outline.at(i)) * (chance(quint32(6000 + i)) * 500 - 60),
                                150 + 260 * chance(quint32(7000 + i))});
        }
        for (qsizetype i = 0; i < m_parks.size(); ++i) {
            const Blob &park = m_parks.at(i);
            Line ring;
            constexpr int corners = 9;
            for (int k = 0; k < corners; ++k) {
                const double angle = 2 * std::numbers::pi * k / corners;
                const double r = park.radius * (0.72 + 0.5 * chance(quint32(100 * i + k)));
                ring.append(park.at + Flat(std::cos(angle), std::sin(angle)) * r);
            }
            addArea(u"park"_s, rounded(ring, true));
        }
    }

    void water()
    {
        Line left, right;
        for (qsizetype i = 0; i < m_river.size(); ++i) {
            const Flat along = unit(m_river.at(std::min(i + 1, m_river.size() - 1)) - m_river.at(std::max<qsizetype>(i - 1, 0)));
            const Flat across(-along.y(), along.x());
            const double half = riverHalf * (0.9 + 0.25 * std::sin(double(i) / 9));
            left.append(m_river.at(i) + across * half);
            right.prepend(m_river.at(i) - across * half);
        }
        addArea(u"water"_s, left + right);
        if (!m_riverName.isEmpty())
            addLine(u"waterName"_s, m_river, m_riverName);
    }

    //! From the end of each street to the nearest other one: nobody lives at a place that can't be reached.
    void lanes()
    {
        for (const NamedLine &line : std::as_const(m_lines)) {
            for (const Flat &end : {line.segment.a, line.segment.b}) {
                Flat best;
                double least = 260;
                for (const NamedLine &other : std::as_const(m_lines)) {
                    if (&other == &line)
                        continue;
                    const double d = other.segment.distance(end);
                    if (d < least) {
                        least = d;
                        best = other.segment.nearest(end);
                    }
                }
                if (least < 260 && least > 3) {
                    const Segment lane{end, best, 4};
                    m_near.add(lane, lane);
                    addLine(u"lane"_s, {end, best});
                }
            }
        }
    }

    //! Between districts that are next to each other: no third one is nearer to both.
    void roads()
    {
        for (qsizetype i = 0; i < m_districts.size(); ++i) {
            for (qsizetype j = i + 1; j < m_districts.size(); ++j) {
                const Flat a = flat(m_districts.at(i).middle), b = flat(m_districts.at(j).middle);
                const double d = length(b - a);
                bool isNext = true;
                for (const DrawnDistrict &third : std::as_const(m_districts)) {
                    const Flat c = flat(third.middle);
                    isNext = isNext && !(length(c - a) < d && length(c - b) < d);
                }
                if (!isNext)
                    continue;
                const Flat across(-(b - a).y(), (b - a).x());
                Line line;
                constexpr int steps = 12;
                const double bend = (chance(quint32(900 + i * 40 + j)) - 0.5) * 0.22;
                for (int k = 0; k <= steps; ++k) {
                    const double t = double(k) / steps;
                    line.append(a + (b - a) * t + across * bend * std::sin(t * std::numbers::pi));
                }
                for (int k = 0; k < steps; ++k) {
                    const Segment s{line.at(k), line.at(k + 1), 9};
                    m_near.add(s, s);
                }
                addLine(u"road"_s, line);
            }
        }
    }

    bool isFree(const Flat &at, double reach, const Segment &own) const
    {
        if (m_near.any(at, [&](const Segment &s) {
                const bool isOwn = s.a == own.a && s.b == own.b;
                return s.distance(at) < s.half + (isOwn ? 2 : reach);
            }))
            return false;
        if (m_wet.any(at, [&](const Segment &s) { return s.distance(at) < riverHalf + reach + 6; }))
            return false;
        if (std::any_of(m_parks.cbegin(), m_parks.cend(),
                        [&](const Blob &park) { return length(at - park.at) < park.radius * 0.9; }))
            return false;
        return !m_built.any(at, [&](const Blob &other) { return length(at - other.at) < other.radius + reach; });
    }

    void build(const Flat &at, const Flat &along, double halfWidth, double halfDepth)
    {
        const Flat across(-along.y(), along.x());
        const Flat w = along * halfWidth, d = across * halfDepth;
        m_built.add(at, {at, std::min(halfWidth, halfDepth)});
        addArea(u"building"_s, {at - w - d, at + w - d, at + w + d, at - w + d});
    }

    void buildings()
    {
        for (const DrawnStreet &s : std::as_const(m_streets)) { // first, so that they find room
            const quint32 hash = hashOf(s.name, m_seed);
            static const QStringList open{u"Parc"_s, u"Jardin"_s, u"Square"_s, u"Cimetière"_s, u"Stade"_s, u"Déchèterie"_s};
            if (s.isPlace && !open.contains(s.name.section(u' ', 0, 0)))
                build(flat(s.middle), direction(s), 14 + hash % 9, 9 + hash / 9 % 6);
        }
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            if (s.isPlace)
                continue;
            const Flat along = direction(s), across(-along.y(), along.x());
            const double half = std::max(40.0, s.lastNumber / 2.0 * houseMetres);
            const Segment own{flat(s.middle) - along * (half + 14), flat(s.middle) + along * (half + 14), 5};
            quint32 salt = hashOf(s.name, m_seed);
            for (double t = -half; t < half;) {
                salt = salt * 1664525U + 1013904223U;
                const double width = 10 + double(salt >> 24) / 255 * 12;
                for (const int side : {-1, 1}) {
                    salt = salt * 1664525U + 1013904223U;
                    const double depth = 9 + double((salt >> 16) & 0xff) / 255 * 6;
                    const Flat at = flat(s.middle) + along * (t + width / 2) + across * side * (8 + depth / 2);
                    const bool isGap = (salt >> 8) % 100 < 12;
                    if (!isGap && isFree(at, std::min(width, depth) / 2, own))
                        build(at, along, width / 2 - 0.6, depth / 2);
                }
                t += width + ((salt >> 4) % 5 == 0 ? 7 : 0.5);
            }
        }
    }

    void places()
    {
        for (const DrawnStreet &s : std::as_const(m_streets)) {
            if (s.isPlace)
                add(u"place"_s, {{u"type"_s, u"Point"_s}, {u"coordinates"_s, coordinates(flat(s.middle))}}, s.name);
        }
    }

    QHash<QString, QJsonObject> cells() const
    {
        QHash<QString, QJsonObject> out;
        const QList<Flat> hull = hullOf(m_outline);
        for (const DrawnDistrict &own : m_districts) {
            QList<Flat> ring = hull;
            for (const DrawnDistrict &other : m_districts) {
                if (other.id != own.id)
                    ring = nearer(ring, flat(own.middle), flat(other.middle));
            }
            if (ring.size() > 2)
                out.insert(own.id, {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{coordinates(ring, true)}}});
        }
        return out;
    }

    QList<DrawnStreet> m_streets;
    QList<DrawnDistrict> m_districts;
    QString m_riverName;
    quint32 m_seed;
    Position m_middle;
    double m_narrow = 1;
    QJsonArray m_features;
    QList<NamedLine> m_lines;
    Line m_river, m_outline;
    QList<Blob> m_parks;
    Raster<Segment> m_near{90}, m_wet{90};
    Raster<Blob> m_built{40};
};

} // namespace

Position houseAt(const DrawnStreet &street, int number)
{
    const Flat along = direction(street) * ((number - street.lastNumber / 2.0) * houseMetres);
    return {street.middle.latitude + along.y() / metresOfDegree,
            street.middle.longitude + along.x() / (metresOfDegree * std::cos(street.middle.latitude * radians))};
}

DrawnTown drawTown(QList<DrawnStreet> streets, QList<DrawnDistrict> districts, const QString &river, quint32 seed)
{
    return Painter(std::move(streets), std::move(districts), river, seed).paint();
}

} // namespace parvis
