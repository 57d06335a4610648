#include "geo/addresscorner.h"

#include "base/text.h"
#include "geo/addresswords.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype waysTried = 8;
constexpr size_t housesCompared = 48;
constexpr double meetWithin = 120; // metres between the nearest known houses of two ways that meet
constexpr int malusPerMetre = 3;

bool isCornerWord(const QString &word)
{
    static constexpr std::array words{"angle"_L1, "coin"_L1, "croisement"_L1, "intersection"_L1, "croisee"_L1};
    return std::any_of(words.begin(), words.end(), [&word](QLatin1StringView w) { return w == word; });
}

QStringList withoutArticles(QStringList words)
{
    while (!words.isEmpty() && (isArticle(words.first()) || words.first() == "avec"_L1))
        words.removeFirst();
    while (!words.isEmpty() && (isArticle(words.last()) || words.last() == "avec"_L1))
        words.removeLast();
    return words;
}

//! Evenly some of the houses of a way; of one without any its own point.
QList<Position> pointsOf(const addressfile::AddressFile &file, const addressfile::Way &way)
{
    QList<Position> points;
    const size_t step = std::max<size_t>(1, way.houses / housesCompared);
    for (size_t i = 0; i < way.houses; i += step)
        points.append(positionOf(file.houses()[way.firstHouse + i]));
    if (points.isEmpty())
        points.append(positionOf(way));
    return points;
}

struct Meeting
{
    double metres = 0;
    Position middle;
};

Meeting meetingOf(const QList<Position> &a, const QList<Position> &b)
{
    const double narrow = std::cos(a.first().latitude * std::numbers::pi / 180);
    double least = 1e9;
    std::pair<Position, Position> best;
    for (const Position &one : a) {
        for (const Position &other : b) {
            const double away = std::hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * narrow);
            if (away < least) {
                least = away;
                best = {one, other};
            }
        }
    }
    return {geodesicMetres(best.first, best.second),
            {(best.first.latitude + best.second.latitude) / 2, (best.first.longitude + best.second.longitude) / 2}};
}

QString joinedName(const QString &first, QString second)
{
    const QStringList words = foldedWords(second);
    if (!words.isEmpty() && isWayKind(words.first()))
        second[0] = second.at(0).toLower();
    return first + u" / "_s + second;
}

} // namespace

std::optional<CornerWords> cornerOf(const QString &typed)
{
    static const QRegularExpression between(u"[/&+]"_s);
    QString text = typed;
    const QStringList words = foldedWords(text.replace(between, u" et "_s));
    const auto corner = std::find_if(words.begin(), words.end(), isCornerWord);
    if (corner == words.end())
        return std::nullopt;
    const qsizetype at = corner - words.begin();
    CornerWords found;
    const QStringList before = withoutArticles(words.first(at)), after = withoutArticles(words.sliced(at + 1));
    if (!before.isEmpty())
        found.ways.append({before, after}); // "rue X, angle rue Y"
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after.at(i) == "et"_L1 || after.at(i) == "avec"_L1)
            found.ways.append({withoutArticles(after.first(i)), withoutArticles(after.sliced(i + 1))});
    }
    if (found.ways.isEmpty())
        found.ways.append({after, {}});
    return found;
}

QList<AddressHit> cornerHits(const CornerWords &corner, const addressfile::AddressFile &file, const WayFinder &finder,
                             qsizetype limit)
{
    const AddressHits maker(file);
    const auto waysOf = [&](const QStringList &words) {
        QList<WayFound> ways;
        if (words.isEmpty())
            return ways;
        const AddressQuery query(words, file);
        for (const auto &tokens : query.readings())
            ways += finder.ways(tokens, waysTried);
        return ways;
    };
    QList<AddressHit> hits, alone;
    for (const auto &[first, second] : corner.ways) {
        const QList<WayFound> firsts = waysOf(first), seconds = waysOf(second);
        for (const WayFound &a : firsts) {
            AddressHit hit = maker.way(a.way);
            hit.score = a.score;
            hit.matched = a.matched;
            alone.append(hit);
        }
        QHash<quint32, QList<Position>> points;
        for (const QList<WayFound> &list : {firsts, seconds}) {
            for (const WayFound &way : list)
                points.insert(way.way, pointsOf(file, file.ways()[way.way]));
        }
        for (const WayFound &a : firsts) {
            for (const WayFound &b : seconds) {
                if (a.way == b.way || file.ways()[a.way].name == file.ways()[b.way].name)
                    continue;
                const Meeting meeting = meetingOf(points[a.way], points[b.way]);
                if (!(meeting.metres <= meetWithin)) // a damaged file's points may be no numbers
                    continue;
                AddressHit hit = maker.way(a.way);
                hit.kind = HitKind::Corner;
                hit.otherWay = maker.way(b.way).way;
                hit.line = joinedName(hit.way, hit.otherWay);
                hit.position = meeting.middle;
                hit.id.clear();
                hit.matched = a.matched + b.matched;
                hit.score = a.score + b.score - int(meeting.metres) * malusPerMetre;
                hits.append(hit);
            }
        }
    }
    return ranked(hits.isEmpty() ? alone : hits, limit);
}

} // namespace parvis
