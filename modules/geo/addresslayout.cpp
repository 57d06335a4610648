#include "geo/addresslayout.h"

#include "base/text.h"
#include "geo/addresswords.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

using namespace Qt::StringLiterals;

namespace parvis {

using namespace addressfile;

namespace {

constexpr qsizetype longestText = 0xffff;
constexpr double longestWeight = 0xffff;

//! The one of most, or of equally many the first by its letters.
template <typename T>
T mostCommon(QList<T> all)
{
    std::sort(all.begin(), all.end());
    T best{};
    qsizetype most = 0;
    for (auto it = all.cbegin(); it != all.cend();) {
        const auto end = std::upper_bound(it, all.cend(), *it);
        if (end - it > most) {
            most = end - it;
            best = *it;
        }
        it = end;
    }
    return best;
}

//! The place of \a all that is nearest to their middle: it lies on the way, which the middle of a bent way does not.
template <typename Where>
qsizetype middleOf(const QList<qsizetype> &all, Where where)
{
    double latitude = 0, longitude = 0;
    for (const qsizetype i : all) {
        latitude += where(i).first;
        longitude += where(i).second;
    }
    latitude /= double(all.size());
    longitude /= double(all.size());
    const double narrow = std::cos(latitude * unit * 3.14159265358979 / 180);
    const auto away = [&](qsizetype i) { return std::hypot(where(i).first - latitude, (where(i).second - longitude) * narrow); };
    return *std::min_element(all.begin(), all.end(), [&](qsizetype a, qsizetype b) { return away(a) < away(b); });
}

void append(QByteArray &bytes, Extent &extent, const void *data, size_t size, size_t count)
{
    bytes.append((8 - bytes.size() % 8) % 8, '\0');
    extent = {quint64(bytes.size()), count};
    bytes.append(static_cast<const char *>(data), qsizetype(size) * qsizetype(count));
}

} // namespace

AddressLayout::AddressLayout(const AddressBuilder &from) : m_from(from)
{
    m_pooled.insert({}, 0);
    m_labels.append(0);
    layCommunes();
    layWays();
    layWords();
    layTree();
}

Text AddressLayout::pooled(const QByteArray &utf8)
{
    const auto it = m_pooled.constFind(utf8);
    if (it != m_pooled.cend())
        return *it;
    const auto place = Text(m_pool.size());
    const auto length = quint16(std::min(utf8.size(), longestText));
    m_pool.append(reinterpret_cast<const char *>(&length), sizeof length);
    m_pool.append(utf8.constData(), length);
    m_pooled.insert(utf8, place);
    return place;
}

quint8 AddressLayout::label(AddressBuilder::Text text)
{
    const Text place = pooled(text);
    const qsizetype known = m_labels.indexOf(place);
    if (known >= 0)
        return quint8(known);
    if (m_labels.size() > 0xff)
        return 0; // more kinds than the base has: left out
    m_labels.append(place);
    return quint8(m_labels.size() - 1);
}

QList<quint32> AddressLayout::wordsOf(const QString &text)
{
    QList<quint32> words;
    for (const QString &word : foldedWords(text)) {
        const QByteArray utf8 = word.toUtf8().left(0xff);
        auto it = m_wordPlaces.find(utf8);
        if (it == m_wordPlaces.end()) {
            it = m_wordPlaces.insert(utf8, quint32(m_wordTexts.size()));
            m_wordTexts.append(utf8);
        }
        words.append(*it);
        if (words.size() == 0xff)
            break;
    }
    return words;
}

void AddressLayout::layCommunes()
{
    QList<quint32> order(m_from.m_communes.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [this](quint32 i) {
        const AddressBuilder::Commune &c = m_from.m_communes.at(i);
        QStringList parts;
        for (const AddressBuilder::Text text : {c.name, c.postcode, c.insee, c.postalLabel, c.formerName, c.formerInsee})
            parts.append(m_from.m_texts.at(text));
        return parts;
    };
    std::sort(order.begin(), order.end(), [&key](quint32 a, quint32 b) { return key(a) < key(b); });
    m_communeOrder.resize(order.size());
    for (const quint32 source : std::as_const(order)) {
        const AddressBuilder::Commune &c = m_from.m_communes.at(source);
        m_communeOrder[source] = quint32(m_communes.size());
        const QList<quint32> words = wordsOf(m_from.m_texts.at(c.name) + u' ' + m_from.m_texts.at(c.formerName));
        m_communes.append({pooled(c.name), pooled(c.insee), pooled(c.postcode), pooled(c.postalLabel), pooled(c.formerName),
                           pooled(c.formerInsee), quint32(m_communeWords.size()), quint32(words.size()), 0, 0});
        m_communeWords.append(words);
    }
}

void AddressLayout::layWays()
{
    QList<QList<qsizetype>> housesOfWay(m_from.m_ways.size());
    for (qsizetype i = 0; i < m_from.m_houses.size(); ++i)
        housesOfWay[m_from.m_houses.at(i).way].append(i);
    QList<quint32> order;
    for (quint32 i = 0; i < m_from.m_ways.size(); ++i) {
        if (!housesOfWay.at(i).isEmpty()) // all its houses may have been replaced
            order.append(i);
    }
    std::sort(order.begin(), order.end(), [this](quint32 a, quint32 b) {
        const AddressBuilder::Way &one = m_from.m_ways.at(a), &other = m_from.m_ways.at(b);
        const quint32 here = m_communeOrder.at(one.commune), there = m_communeOrder.at(other.commune);
        return here != there ? here < there : one.folded < other.folded;
    });
    for (const quint32 source : std::as_const(order)) {
        QList<qsizetype> &houses = housesOfWay[source];
        std::sort(houses.begin(), houses.end(), [this](qsizetype a, qsizetype b) {
            const AddressBuilder::House &one = m_from.m_houses.at(a), &other = m_from.m_houses.at(b);
            const auto key = [this](const AddressBuilder::House &h) {
                return std::tuple(h.number, m_from.m_texts.at(h.suffix), m_from.m_texts.at(h.id), h.latitude, h.longitude,
                                  m_from.m_texts.at(h.spelling));
            };
            return key(one) < key(other);
        });
        layWay(source, houses);
    }
    struct Sum
    {
        qint64 latitude = 0, longitude = 0, houses = 0;
    };
    QList<Sum> sums(m_communes.size());
    for (const Way &way : std::as_const(m_ways)) {
        Sum &sum = sums[way.commune];
        for (quint32 i = way.firstHouse; i < way.firstHouse + way.houses; ++i)
            sum = {sum.latitude + m_houses.at(i).latitude, sum.longitude + m_houses.at(i).longitude, sum.houses + 1};
    }
    for (qsizetype i = 0; i < sums.size(); ++i) {
        const qint64 houses = std::max<qint64>(1, sums.at(i).houses);
        m_communes[i].latitude = qint32(sums.at(i).latitude / houses);
        m_communes[i].longitude = qint32(sums.at(i).longitude / houses);
    }
    layLocalities(housesOfWay, order);
}

addressfile::House AddressLayout::laid(const AddressBuilder::House &h)
{
    return {h.latitude,
            h.longitude,
            pooled(h.id),
            pooled(h.locality),
            pooled(h.suffix),
            h.number,
            label(h.positionKind),
            label(h.positionSource),
            quint8(h.certified ? 1 : 0),
            0};
}

void AddressLayout::layWay(quint32 source, const QList<qsizetype> &houses)
{
    QStringList spellings, aliases;
    QStringList fantoirs, postalNames, sources;
    for (const qsizetype i : houses) {
        const AddressBuilder::House &h = m_from.m_houses.at(i);
        spellings.append(m_from.m_texts.at(h.spelling));
        fantoirs.append(m_from.m_texts.at(h.fantoir));
        postalNames.append(m_from.m_texts.at(h.postalName));
        sources.append(m_from.m_texts.at(h.nameSource));
        aliases += m_from.m_texts.at(h.alias).split(u'|', Qt::SkipEmptyParts);
    }
    const QString name = mostCommon(spellings);
    const qsizetype middle =
        m_from.m_houses.at(houses.first()).number == 0 ? houses.first() : middleOf(houses, [this](qsizetype i) {
            const AddressBuilder::House &h = m_from.m_houses.at(i);
            return std::pair(double(h.latitude), double(h.longitude));
        });
    const AddressBuilder::Way &way = m_from.m_ways.at(source);
    const auto place = quint32(m_ways.size());
    m_ways.append({pooled(name.toUtf8()),
                   m_communeOrder.at(way.commune),
                   quint32(m_houses.size()),
                   quint32(houses.size()),
                   m_from.m_houses.at(middle).latitude,
                   m_from.m_houses.at(middle).longitude,
                   pooled(mostCommon(fantoirs).toUtf8()),
                   pooled(mostCommon(postalNames).toUtf8()),
                   pooled(mostCommon(sources).toUtf8()),
                   way.isPlace ? WayKind::Place : WayKind::Way,
                   {}});
    for (const qsizetype i : houses)
        m_houses.append(laid(m_from.m_houses.at(i)));
    addName(name, place);
    aliases.sort();
    aliases.removeDuplicates();
    for (const QString &alias : std::as_const(aliases)) {
        if (folded(alias) != way.folded)
            addName(alias, place);
    }
}

// The localities that houses name (nom_ld) are places of their own, in the middle of their houses.
void AddressLayout::layLocalities(const QList<QList<qsizetype>> &housesOfWay, const QList<quint32> &order)
{
    using Key = std::pair<quint32, QString>;
    QHash<Key, QList<qsizetype>> houses;
    QList<Key> keys;
    QSet<Key> ways;
    for (const quint32 way : order) {
        const quint32 commune = m_communeOrder.at(m_from.m_ways.at(way).commune);
        ways.insert({commune, m_from.m_ways.at(way).folded});
        for (const qsizetype i : housesOfWay.at(way)) {
            const QString name = folded(m_from.m_texts.at(m_from.m_houses.at(i).locality));
            if (name.isEmpty())
                continue;
            QList<qsizetype> &of = houses[{commune, name}];
            if (of.isEmpty())
                keys.append({commune, name});
            of.append(i);
        }
    }
    std::sort(keys.begin(), keys.end());
    for (const Key &key : std::as_const(keys)) {
        if (ways.contains(key))
            continue;
        const QList<qsizetype> &of = houses[key];
        QStringList spellings;
        for (const qsizetype i : of)
            spellings.append(m_from.m_texts.at(m_from.m_houses.at(i).locality));
        const qsizetype middle = middleOf(of, [this](qsizetype i) {
            const AddressBuilder::House &h = m_from.m_houses.at(i);
            return std::pair(double(h.latitude), double(h.longitude));
        });
        const QString name = mostCommon(spellings);
        m_ways.append({pooled(name.toUtf8()),
                       key.first,
                       quint32(m_houses.size()),
                       0,
                       m_from.m_houses.at(middle).latitude,
                       m_from.m_houses.at(middle).longitude,
                       0,
                       0,
                       0,
                       WayKind::Locality,
                       {}});
        addName(name, quint32(m_ways.size() - 1));
    }
}

void AddressLayout::addName(const QString &text, quint32 way)
{
    const QList<quint32> words = wordsOf(text);
    m_names.append({pooled(text.toUtf8()), way, quint32(m_nameWords.size()), quint16(words.size()), 0});
    m_nameWords.append(words);
}

void AddressLayout::layWords()
{
    QList<quint32> order(m_wordTexts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](quint32 a, quint32 b) { return m_wordTexts.at(a) < m_wordTexts.at(b); });
    QList<quint32> places(order.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        places[order.at(i)] = quint32(i);
    for (quint32 &word : m_communeWords)
        word = places.at(word);
    for (quint32 &word : m_nameWords)
        word = places.at(word);

    QList<QList<quint32>> namesOf(order.size());
    for (quint32 n = 0; n < m_names.size(); ++n) {
        const Name &name = m_names.at(n);
        for (quint32 i = name.firstWord; i < name.firstWord + name.words; ++i) {
            QList<quint32> &of = namesOf[m_nameWords.at(i)];
            if (of.isEmpty() || of.last() != n)
                of.append(n);
        }
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QByteArray &text = m_wordTexts.at(order.at(i));
        const QString word = QString::fromUtf8(text);
        const auto names = double(std::max<qsizetype>(1, namesOf.at(i).size()));
        double weight = 100 * std::log2(1 + double(m_names.size()) / names);
        quint8 flags = 0;
        if (isWayKind(word)) {
            flags |= KindOfWay;
            weight = std::min(weight, 250.0);
        }
        if (isArticle(word)) {
            flags |= Article;
            weight = std::min(weight / 4, 60.0);
        }
        m_words.append({pooled(text), quint32(m_wordNames.size()), quint32(namesOf.at(i).size()), lettersOf(text),
                        quint16(std::lround(std::min(weight, longestWeight))), quint8(text.size()), flags});
        m_wordNames.append(namesOf.at(i));
    }
    for (Name &name : m_names) {
        quint32 weight = 0;
        for (quint32 i = name.firstWord; i < name.firstWord + name.words; ++i)
            weight += m_words.at(m_nameWords.at(i)).weight;
        name.weight = quint16(std::min(weight, 0xffffU));
    }
}

void AddressLayout::layTree()
{
    m_tree.resize(m_houses.size());
    std::iota(m_tree.begin(), m_tree.end(), 0U);
    const auto split = [this](auto &self, quint32 *first, quint32 *last, bool byLongitude) -> void {
        if (last - first < 2)
            return;
        quint32 *middle = first + (last - first) / 2;
        std::nth_element(first, middle, last, [this, byLongitude](quint32 a, quint32 b) {
            const addressfile::House &one = m_houses.at(a), &other = m_houses.at(b);
            return byLongitude ? std::pair(one.longitude, a) < std::pair(other.longitude, b)
                               : std::pair(one.latitude, a) < std::pair(other.latitude, b);
        });
        self(self, first, middle, !byLongitude);
        self(self, middle + 1, last, !byLongitude);
    };
    split(split, m_tree.data(), m_tree.data() + m_tree.size(), true);
}

QByteArray AddressLayout::bytes() const
{
    Header header{};
    std::memcpy(header.magic, magic, sizeof magic);
    header.version = version;
    header.headerSize = sizeof header;
    QByteArray bytes(sizeof header, '\0');
    const auto put = [&](Section section, const auto &list) {
        append(bytes, header.sections[section], list.constData(), sizeof(*list.constData()), size_t(list.size()));
    };
    put(Pool, m_pool);
    put(Communes, m_communes);
    put(CommuneWords, m_communeWords);
    put(Ways, m_ways);
    put(Names, m_names);
    put(NameWords, m_nameWords);
    put(Houses, m_houses);
    put(Words, m_words);
    put(WordNames, m_wordNames);
    put(Tree, m_tree);
    put(Labels, m_labels);
    header.fileSize = quint64(bytes.size());
    header.checksum = checksum({bytes.constData() + sizeof header, size_t(bytes.size()) - sizeof header});
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

} // namespace parvis
