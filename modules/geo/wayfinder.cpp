#include "geo/wayfinder.h"

#include <QtCore/QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

using addressfile::AddressFile;

namespace {

// Weighed against the weight of words, which is 100 for a word of every name and some 1,500 for one of a single name.
constexpr int namesCompared = 200;
constexpr int homeBonus = 150;
constexpr int postcodeBonus = 600, postcodeTypoBonus = 350, postcodeBeginningBonus = 250;
constexpr int communeBonus = 300;
constexpr int unknownWord = 600, unknownArticle = 60, unknownDigits = 150;
constexpr int missingShare = 30; // per cent of what a word of the name weighs that was not typed
constexpr int inOrder = 15;
constexpr qsizetype postcodeDigits = 5;

//! \a best of [0, n) by \a before, in order.
template <typename T, typename Before>
void keepBest(std::vector<T> &list, size_t n, Before before)
{
    if (list.size() > n) {
        std::nth_element(list.begin(), list.begin() + qptrdiff(n), list.end(), before);
        list.resize(n);
    }
    std::sort(list.begin(), list.end(), before);
}

std::pair<int, MatchedAs> postcodeMatch(const Token &token, QByteArrayView postcode)
{
    if (!token.isDigits || postcode.isEmpty())
        return {0, MatchedAs::Nothing};
    const QByteArray typed = token.text.toLatin1();
    if (typed == postcode)
        return {postcodeBonus, MatchedAs::Postcode};
    if (typed.size() >= postcodeDigits - 1 && isOneEdit(typed, postcode, false))
        return {postcodeTypoBonus, MatchedAs::Postcode};
    if (token.isLast && typed.size() >= 2 && postcode.startsWith(typed))
        return {postcodeBeginningBonus, MatchedAs::Postcode};
    return {0, MatchedAs::Nothing};
}

} // namespace

WayFinder::WayFinder(const AddressFile &file, const QStringList &homeCommunes) : m_file(file)
{
    if (homeCommunes.isEmpty())
        return;
    m_isHome.resize(file.communes().size());
    for (size_t i = 0; i < m_isHome.size(); ++i)
        m_isHome[i] = homeCommunes.contains(QString::fromUtf8(file.text(file.communes()[i].insee)));
}

std::vector<WayFinder::CommuneMatch> WayFinder::communeMatches(const std::vector<Token> &tokens) const
{
    std::vector<CommuneMatch> all(m_file.communes().size());
    for (size_t c = 0; c < all.size(); ++c) {
        const addressfile::Commune &commune = m_file.communes()[c];
        all[c].tokens.resize(tokens.size(), {0, MatchedAs::Nothing});
        if (!m_isHome.empty() && m_isHome[c])
            all[c].total = homeBonus;
        for (size_t t = 0; t < tokens.size(); ++t) {
            auto best = postcodeMatch(tokens[t], m_file.text(commune.postcode));
            if (tokens[t].text.size() > 1 && !tokens[t].isArticle && !tokens[t].isDigits) {
                for (const quint32 word : m_file.communeWords().subspan(commune.firstWord, commune.words)) {
                    const int quality = tokens[t].matchOf(word, m_file).quality;
                    if (quality * communeBonus / 100 > best.first)
                        best = {quality * communeBonus / 100, MatchedAs::Commune};
                }
            }
            all[c].tokens[t] = best;
            all[c].total += best.first;
        }
    }
    return all;
}

std::vector<quint32> WayFinder::roughly(const std::vector<Token> &tokens, const std::vector<CommuneMatch> &communes) const
{
    struct Rough
    {
        int total = 0;
        int ofToken = 0;
        int token = -1;
    };
    std::vector<Rough> rough(m_file.names().size());
    std::vector<quint32> touched;
    for (int t = 0; t < int(tokens.size()); ++t) {
        const auto add = [&](quint32 word, int quality) {
            const int worth = 2 * tokens[size_t(t)].weight * quality / 100;
            const addressfile::Word &w = m_file.words()[word];
            for (const quint32 name : m_file.wordNames().subspan(w.firstName, w.names)) {
                Rough &r = rough[name];
                if (r.token < 0)
                    touched.push_back(name);
                if (r.token != t)
                    r = {r.total, 0, t};
                if (worth > r.ofToken) {
                    r.total += worth - r.ofToken;
                    r.ofToken = worth;
                }
            }
        };
        const Token &token = tokens[size_t(t)];
        for (const TermMatch &term : token.terms)
            add(term.word, term.quality);
        for (quint32 word = token.rangeFirst; word < token.rangeEnd; ++word)
            add(word, token.matchOf(word, m_file).quality);
    }
    std::vector<std::pair<int, quint32>> ranked;
    ranked.reserve(touched.size());
    for (const quint32 n : touched) {
        const addressfile::Name &name = m_file.names()[n];
        const int missing = std::max(0, name.weight - rough[n].total / 2) * missingShare / 100;
        ranked.emplace_back(rough[n].total - missing + communes[m_file.ways()[name.way].commune].total, n);
    }
    keepBest(ranked, namesCompared,
             [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<quint32> names;
    names.reserve(ranked.size());
    for (const auto &[score, name] : ranked)
        names.push_back(name);
    return names;
}

std::optional<WayFound> WayFinder::exactly(quint32 n, const std::vector<Token> &tokens, const CommuneMatch &commune) const
{
    const addressfile::Name &name = m_file.names()[n];
    const auto slots = m_file.nameWords().subspan(name.firstWord, name.words);
    struct Pair
    {
        int worth;
        size_t token, slot;
        TermMatch match;
    };
    QVarLengthArray<Pair, 64> pairs;
    for (size_t t = 0; t < tokens.size(); ++t) {
        // A word that names the commune tells little: "avenue d'Ivry, Paris" is not "allée Paris-Ivry".
        const int most = commune.tokens[t].first > 0 ? commune.tokens[t].first + inOrder : 1 << 20;
        for (size_t s = 0; s < slots.size(); ++s) {
            if (const TermMatch match = tokens[t].matchOf(slots[s], m_file); match.quality > 0)
                pairs.append({std::min(most, 2 * tokens[t].weight * match.quality / 100), t, s, match});
        }
    }
    // The best pairs first; among equals the later token, as the house number stands before "8 mai".
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
        return std::tuple(-a.worth, -a.match.quality, b.token, a.slot) < std::tuple(-b.worth, -b.match.quality, a.token, b.slot);
    });
    constexpr size_t none = size_t(-1);
    QVarLengthArray<size_t, 16> slotOf(qsizetype(tokens.size()));
    QVarLengthArray<bool, 32> isTaken(qsizetype(slots.size()));
    std::fill(slotOf.begin(), slotOf.end(), none);
    std::fill(isTaken.begin(), isTaken.end(), false);
    WayFound found{name.way, 0, {}, {}};
    for (const Token &token : tokens)
        found.matched.append({token.text, {}, MatchedAs::Nothing});
    bool hasOwn = false, hasAny = false;
    for (const Pair &pair : pairs) {
        if (slotOf[qsizetype(pair.token)] != none || isTaken[qsizetype(pair.slot)])
            continue;
        // "Paris" is worth more as a commune than misspelt in a name
        if (commune.tokens[pair.token].first > pair.worth && pair.match.as != MatchedAs::Whole)
            continue;
        slotOf[qsizetype(pair.token)] = pair.slot;
        isTaken[qsizetype(pair.slot)] = true;
        const addressfile::Word &word = m_file.words()[slots[pair.slot]];
        found.score += pair.worth;
        found.matched[qsizetype(pair.token)] = {tokens[pair.token].text, QString::fromUtf8(m_file.text(word.text)),
                                                pair.match.as};
        hasOwn = hasOwn || (word.flags == 0 && commune.tokens[pair.token].first == 0);
        hasAny = true;
    }
    for (size_t s = 0; s < slots.size(); ++s) {
        if (!isTaken[qsizetype(s)])
            found.score -= m_file.words()[slots[s]].weight * missingShare / 100;
    }
    int unknown = 0;
    for (size_t t = 0; t < tokens.size(); ++t) {
        const Token &token = tokens[t];
        if (slotOf[qsizetype(t)] != none) {
            if (t > 0 && slotOf[qsizetype(t) - 1] != none && slotOf[qsizetype(t) - 1] + 1 == slotOf[qsizetype(t)])
                found.score += inOrder;
            continue;
        }
        if (token.number >= 0)
            found.numbers.append(qsizetype(t));
        const auto [bonus, as] = commune.tokens[t];
        if (bonus > 0) {
            const addressfile::Commune &of = m_file.communes()[m_file.ways()[name.way].commune];
            const QByteArrayView text = m_file.text(as == MatchedAs::Postcode ? of.postcode : of.name);
            found.score += bonus;
            found.matched[qsizetype(t)] = {token.text, QString::fromUtf8(text), as};
        } else if (token.isArticle || token.text.size() == 1) {
            found.score -= unknownArticle;
        } else if (token.number >= 0) {
            found.score -= token.text.size() >= postcodeDigits ? unknownWord : 0;
        } else {
            found.score -= token.isDigits ? unknownDigits : unknownWord;
            ++unknown;
        }
    }
    if (!m_isHome.empty() && m_isHome[m_file.ways()[name.way].commune])
        found.score += homeBonus;
    if (!hasAny || (!hasOwn && unknown > 0) || found.score <= 0)
        return std::nullopt;
    return found;
}

QList<WayFound> WayFinder::ways(const std::vector<Token> &tokens, qsizetype limit) const
{
    const auto communes = communeMatches(tokens);
    QHash<quint32, WayFound> best;
    for (const quint32 name : roughly(tokens, communes)) {
        const auto found = exactly(name, tokens, communes[m_file.ways()[m_file.names()[name].way].commune]);
        if (!found)
            continue;
        const auto it = best.constFind(found->way);
        if (it == best.cend() || it->score < found->score)
            best.insert(found->way, *found);
    }
    std::vector<WayFound> list(best.cbegin(), best.cend());
    keepBest(list, size_t(limit),
             [](const WayFound &a, const WayFound &b) { return a.score != b.score ? a.score > b.score : a.way < b.way; });
    return {list.begin(), list.end()};
}

QList<CommuneFound> WayFinder::communes(const std::vector<Token> &tokens) const
{
    QList<CommuneFound> found;
    const auto matches = communeMatches(tokens);
    for (quint32 c = 0; c < matches.size(); ++c) {
        CommuneFound one{c, 0, {}};
        bool isWhole = true;
        for (size_t t = 0; t < tokens.size() && isWhole; ++t) {
            const auto [bonus, as] = matches[c].tokens[t];
            isWhole = bonus > 0 || tokens[t].isArticle;
            one.score += bonus;
            const QByteArrayView text =
                m_file.text(as == MatchedAs::Postcode ? m_file.communes()[c].postcode : m_file.communes()[c].name);
            one.matched.append({tokens[t].text, bonus > 0 ? QString::fromUtf8(text) : QString(), as});
        }
        if (isWhole && one.score > 0)
            found.append(one);
    }
    std::sort(found.begin(), found.end(), [](const CommuneFound &a, const CommuneFound &b) {
        return a.score != b.score ? a.score > b.score : a.commune < b.commune;
    });
    return found;
}

} // namespace parvis
