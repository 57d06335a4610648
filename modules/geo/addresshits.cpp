#include "geo/addresshits.h"

#include "base/text.h"
#include "geo/addresswords.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int numberBonus = 200;
constexpr int slipMalus = 60; // a number that differs from the typed one
constexpr qsizetype mostSlips = 2;
constexpr qsizetype postcodeDigits = 5;

std::span<const addressfile::House> housesOf(const addressfile::AddressFile &file, const addressfile::Way &way)
{
    return file.houses().subspan(way.firstHouse, way.houses);
}

HitKind kindOf(const addressfile::Way &way)
{
    return way.kind == addressfile::WayKind::Way ? HitKind::Way : HitKind::Place;
}

} // namespace

QString AddressHits::line(const QString &way, int number, const QString &suffix) const
{
    if (number == 0)
        return way;
    QString name = way;
    const QStringList words = foldedWords(way);
    if (!words.isEmpty() && isWayKind(words.first()))
        name[0] = name.at(0).toLower();
    return QString::number(number) + (suffix.isEmpty() ? QString() : u' ' + suffix) + u' ' + name;
}

AddressHit AddressHits::way(quint32 index) const
{
    const addressfile::Way &way = m_file.ways()[index];
    const addressfile::Commune &commune = m_file.communes()[way.commune];
    AddressHit hit;
    hit.kind = kindOf(way);
    hit.way = hit.line = text(way.name);
    hit.postcode = text(commune.postcode);
    hit.insee = text(commune.insee);
    hit.commune = text(commune.name);
    hit.position = positionOf(way);
    const auto houses = housesOf(m_file, way);
    if (!houses.empty() && houses.front().number == 0)
        hit.id = text(houses.front().id);
    return hit;
}

AddressHit AddressHits::of(quint32 index) const
{
    const addressfile::House &house = m_file.houses()[index];
    AddressHit hit = way(m_file.wayOf(index));
    if (house.number != 0)
        hit.kind = HitKind::House;
    hit.number = int(house.number);
    hit.suffix = text(house.suffix);
    hit.line = line(hit.way, hit.number, hit.suffix);
    hit.locality = text(house.locality);
    hit.id = text(house.id);
    hit.position = positionOf(house);
    hit.positionKind = QString::fromUtf8(m_file.label(house.positionKind));
    hit.certified = house.certified != 0;
    return hit;
}

AddressHit AddressHits::of(const CommuneFound &found) const
{
    const addressfile::Commune &commune = m_file.communes()[found.commune];
    AddressHit hit;
    hit.kind = HitKind::Commune;
    hit.line = hit.commune = text(commune.name);
    hit.postcode = text(commune.postcode);
    hit.insee = text(commune.insee);
    hit.position = {commune.latitude * addressfile::unit, commune.longitude * addressfile::unit};
    hit.matched = found.matched;
    hit.score = found.score;
    return hit;
}

AddressHits::NumberFound AddressHits::houseWith(const addressfile::Way &way, int number, const QString &suffix) const
{
    const auto houses = housesOf(m_file, way);
    // Not std::ranges, which clang 14 does not read.
    const auto first = std::lower_bound(houses.begin(), houses.end(), quint32(number),
                                        [](const addressfile::House &house, quint32 n) { return house.number < n; });
    NumberFound best;
    for (auto it = first; it != houses.end() && it->number == quint32(number); ++it) {
        const QString has = text(it->suffix);
        int quality = has == suffix ? 100 : 0;
        if (quality == 0 && isSameSuffix(has, suffix))
            quality = 90;
        else if (quality == 0 && !suffix.isEmpty() && isSameSuffix(has, suffix.first(1))) // "13bV"
            quality = 80;
        else if (quality == 0)
            quality = has.isEmpty() || suffix.isEmpty() ? 60 : 40;
        if (quality > best.quality)
            best = {way.firstHouse + quint32(it - houses.begin()), -1, quality, false};
    }
    return best;
}

AddressHits::NumberFound AddressHits::number(const WayFound &found, const std::vector<Token> &tokens) const
{
    const addressfile::Way &way = m_file.ways()[found.way];
    NumberFound best;
    for (const qsizetype t : found.numbers) {
        const Token &token = tokens[size_t(t)];
        if (found.matched.at(t).as == MatchedAs::Postcode && token.text.size() >= postcodeDigits)
            continue;
        NumberFound one = token.number > 0 ? houseWith(way, token.number, token.suffix) : NumberFound();
        // "12 bis", "12 b": the suffix is a word of its own that nothing else wants
        if (const size_t next = size_t(t) + 1; token.suffix.isEmpty() && next < tokens.size() &&
                                               isNumberSuffix(tokens[next].text) &&
                                               found.matched.at(qsizetype(next)).as == MatchedAs::Nothing) {
            const NumberFound with = houseWith(way, token.number, tokens[next].text);
            if (with.quality >= one.quality || tokens[next].text.size() > 1) {
                one = with;
                one.tookNext = true;
            }
        }
        one.token = t;
        // A number of five digits that no house has is a postcode of elsewhere.
        const bool isFirst =
            best.token < 0 && found.matched.at(t).as != MatchedAs::Postcode && token.text.size() < postcodeDigits;
        if (one.quality > best.quality || (best.quality == 0 && isFirst))
            best = one;
    }
    return best;
}

//! On the same side of the way if it can be: even numbers face odd ones.
std::optional<quint32> AddressHits::nearestNumber(const addressfile::Way &way, int number) const
{
    const auto houses = housesOf(m_file, way);
    std::optional<quint32> best;
    int least = 0;
    for (size_t i = 0; i < houses.size(); ++i) {
        if (houses[i].number == 0)
            continue;
        const int away = int(houses[i].number) - number;
        const int apart = 2 * std::abs(away) + (away % 2 != 0 ? 15 : 0);
        if (!best || apart < least) {
            least = apart;
            best = way.firstHouse + quint32(i);
        }
    }
    return best;
}

QList<quint32> AddressHits::slips(const addressfile::Way &way, const QString &number) const
{
    QList<quint32> found;
    const QByteArray typed = number.toLatin1();
    const auto houses = housesOf(m_file, way);
    for (size_t i = 0; i < houses.size() && found.size() < mostSlips; ++i) {
        if (houses[i].number != 0 && int(houses[i].number) != number.toInt() &&
            isOneEdit(typed, QByteArray::number(houses[i].number), false))
            found.append(way.firstHouse + quint32(i));
    }
    return found;
}

QList<AddressHit> AddressHits::of(const WayFound &found, const std::vector<Token> &tokens) const
{
    AddressHit hit = way(found.way);
    hit.matched = found.matched;
    hit.score = found.score;
    const NumberFound number = this->number(found, tokens);
    if (number.token < 0)
        return {hit};
    const Token &token = tokens[size_t(number.token)];
    const auto mark = [&](AddressHit &of, MatchedAs as) {
        of.matched = found.matched;
        of.matched[number.token] = {token.text, QString::number(of.number), as};
        if (number.tookNext)
            of.matched[number.token + 1] = {tokens[size_t(number.token) + 1].text, of.suffix,
                                            of.suffix.isEmpty() ? MatchedAs::Nothing : MatchedAs::Number};
    };
    const auto slipsOf = [&] {
        QList<AddressHit> others;
        for (const quint32 slip : slips(m_file.ways()[found.way], token.text)) {
            AddressHit other = of(slip);
            other.score = found.score - slipMalus;
            mark(other, MatchedAs::Typo);
            others.append(other);
        }
        return others;
    };
    if (number.house) {
        AddressHit house = of(*number.house);
        house.score = found.score + numberBonus * number.quality / 100;
        mark(house, MatchedAs::Number);
        if (number.quality >= 80)
            return {house};
        // The suffix is not known: as typed, at the house with that number.
        house.isNumberKnown = false;
        house.suffix = !token.suffix.isEmpty() ? token.suffix
                       : number.tookNext       ? tokens[size_t(number.token) + 1].text
                                               : QString();
        house.line = line(house.way, house.number, house.suffix);
        AddressHit known = of(*number.house);
        known.score = house.score - slipMalus;
        mark(known, MatchedAs::Number);
        return QList<AddressHit>{house, known} + slipsOf();
    }
    if (token.number == 0)
        return QList<AddressHit>{hit} + slipsOf();
    const addressfile::Way &way = m_file.ways()[found.way];
    hit.number = token.number;
    hit.suffix = token.suffix;
    hit.isNumberKnown = false;
    if (const auto near = nearestNumber(way, token.number)) {
        const addressfile::House &house = m_file.houses()[*near];
        hit.kind = HitKind::House;
        hit.position = positionOf(house);
        hit.positionKind = QString::fromUtf8(m_file.label(house.positionKind));
    }
    hit.id.clear();
    hit.line = line(hit.way, hit.number, hit.suffix);
    hit.matched[number.token] = {token.text, {}, MatchedAs::Nothing};
    return QList<AddressHit>{hit} + slipsOf();
}

QList<AddressHit> ranked(QList<AddressHit> hits, qsizetype limit)
{
    std::stable_sort(hits.begin(), hits.end(), [](const AddressHit &a, const AddressHit &b) {
        const auto key = [](const AddressHit &h) {
            return std::tuple(-h.score, h.way.size(), h.way, h.postcode, h.number, h.suffix);
        };
        return key(a) < key(b);
    });
    QList<AddressHit> best;
    QSet<QString> seen;
    for (const AddressHit &hit : std::as_const(hits)) {
        const QString key = hit.line + u'\n' + hit.postcode + u'\n' + hit.insee;
        if (seen.contains(key))
            continue;
        seen.insert(key);
        best.append(hit);
        if (best.size() == limit)
            break;
    }
    return best;
}

} // namespace parvis
