#include "geo/addressquery.h"

#include "geo/addresswords.h"

#include <algorithm>
#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

using addressfile::AddressFile;

namespace {

constexpr int otherFormQuality = 95;
constexpr qsizetype shortestTypo = 3;      // letters; below it one edit makes anything of anything
constexpr qsizetype shortestBeginning = 3; // of a word that others follow
constexpr qsizetype shortestPart = 2;      // when a blank was forgotten
constexpr qsizetype mostWords = 16;        // of a query; more are passed over

int beginningQuality(qsizetype typed, qsizetype word, bool isLast)
{
    return (isLast ? 50 : 40) + int(45 * typed / std::max<qsizetype>(1, word));
}

bool isNumeric(QStringView word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! How many digits it begins with.
qsizetype digitsOf(QStringView word)
{
    const auto end = std::find_if(word.begin(), word.end(), [](QChar c) { return c < u'0' || c > u'9'; });
    return end - word.begin();
}

//! What is behind the digits of "12bis", "13bv".
bool isAttachedSuffix(QStringView word)
{
    return word.size() <= 2 || isNumberSuffix(word);
}

//! The length of the "bis" that it begins with, 0 without.
qsizetype suffixOf(QStringView word)
{
    for (const QLatin1StringView suffix : {"bis"_L1, "ter"_L1, "quater"_L1}) {
        if (word.startsWith(suffix))
            return suffix.size();
    }
    return 0;
}

//! "s7", "3q6": a number with one letter slipped in, or in the place of a digit.
bool isGarbledNumber(QStringView word)
{
    const auto letters = std::count_if(word.begin(), word.end(), [](QChar c) { return c < u'0' || c > u'9'; });
    return letters == 1 && word.size() > 1 && word.size() <= 5;
}

//! The first word of \a file that is not less than \a text.
quint32 lowerBound(const AddressFile &file, QByteArrayView text)
{
    const auto words = file.words();
    const auto it = std::lower_bound(words.begin(), words.end(), text,
                                     [&file](const addressfile::Word &w, QByteArrayView t) { return file.text(w.text) < t; });
    return quint32(it - words.begin());
}

quint32 beginningEnd(const AddressFile &file, quint32 first, QByteArrayView text)
{
    const auto words = file.words();
    const auto it = std::partition_point(words.begin() + first, words.end(), [&file, text](const addressfile::Word &w) {
        return file.text(w.text).startsWith(text);
    });
    return quint32(it - words.begin());
}

} // namespace

bool isOneEdit(QByteArrayView typed, QByteArrayView word, bool isBeginning)
{
    const auto ends = [isBeginning](QByteArrayView rest, QByteArrayView of) {
        return isBeginning ? of.startsWith(rest) : rest == of;
    };
    const qsizetype shorter = std::min(typed.size(), word.size());
    qsizetype same = 0;
    while (same < shorter && typed[same] == word[same])
        ++same;
    const QByteArrayView a = typed.sliced(same), b = word.sliced(same);
    if (a.isEmpty())
        return isBeginning || b.size() <= 1;
    if (ends(a.sliced(1), b)) // one too many
        return true;
    if (b.isEmpty())
        return false;
    if (ends(a, b.sliced(1)) || ends(a.sliced(1), b.sliced(1))) // one missing, one wrong
        return true;
    return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] && ends(a.sliced(2), b.sliced(2));
}

TermMatch Token::matchOf(quint32 word, const AddressFile &file) const
{
    const auto it = std::lower_bound(terms.begin(), terms.end(), word, [](const TermMatch &t, quint32 w) { return t.word < w; });
    if (it != terms.end() && it->word == word)
        return *it;
    if (word >= rangeFirst && word < rangeEnd)
        return {word, beginningQuality(text.size(), file.words()[word].length, isLast), MatchedAs::Beginning};
    return {};
}

AddressQuery::AddressQuery(const QStringList &words, const AddressFile &file) : m_file(file)
{
    const QStringList typed = words.mid(0, mostWords);
    QStringList plain;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString &word = typed.at(i);
        const qsizetype digits = digitsOf(word);
        const QStringList several = exact(word) ? QStringList() : severalWords(word);
        // "12rue", "75019paris", "12bisrue": a number and a word
        const qsizetype suffix = digits > 0 ? digits + suffixOf(word.sliced(digits)) : 0;
        if (digits > 0 && digits < word.size() && !isAttachedSuffix(word.sliced(digits)) && !exact(word) &&
            hasBeginning(word.sliced(digits)))
            plain += {word.first(digits), word.sliced(digits)};
        else if (suffix > digits && suffix < word.size() && hasBeginning(word.sliced(suffix)))
            plain += {word.first(suffix), word.sliced(suffix)};
        else if (!several.isEmpty())
            plain += several;
        else
            plain.append(word);
    }
    m_readings.push_back(reading(plain, false));
    for (const QStringList &other : {parted(plain), joined(plain)}) {
        if (other != plain)
            m_readings.push_back(reading(other, true));
    }
}

std::optional<quint32> AddressQuery::exact(const QString &word) const
{
    const QByteArray text = word.toUtf8();
    const quint32 at = lowerBound(m_file, text);
    if (at < m_file.words().size() && m_file.text(m_file.words()[at].text) == text)
        return at;
    return std::nullopt;
}

bool AddressQuery::hasBeginning(const QString &word) const
{
    const QByteArray text = word.toUtf8();
    const quint32 at = lowerBound(m_file, text);
    return at < m_file.words().size() && m_file.text(m_file.words()[at].text).startsWith(text);
}

QStringList AddressQuery::split(const QString &word, bool isLast) const
{
    if (isNumeric(word) || exact(word) || (isLast && hasBeginning(word)))
        return {word};
    QStringList best{word};
    qsizetype most = -1;
    // Without a blank, or with another letter in its place: "ruedes", "ruejdes".
    for (const qsizetype between : {0, 1}) {
        for (qsizetype at = 1; at + between + shortestPart <= word.size(); ++at) {
            const QString left = word.first(at), right = word.sliced(at + between);
            const bool isNumber = isNumeric(left) && !isNumeric(right.first(1));
            if (!isNumber && (at < shortestPart || !exact(left)))
                continue;
            if (!exact(right) && !(isLast && right.size() >= shortestBeginning && hasBeginning(right)))
                continue;
            const qsizetype evenness = std::min(at, right.size()); // "rue|emile" rather than "r|ueemile"
            if (evenness > most) {
                most = evenness;
                best = {left, right};
            }
        }
        if (best.size() > 1)
            break;
    }
    return best;
}

QStringList AddressQuery::parted(const QStringList &words) const
{
    QStringList out;
    for (qsizetype i = 0; i < words.size(); ++i)
        out += split(words.at(i), i == words.size() - 1);
    return out;
}

QStringList AddressQuery::joined(const QStringList &words) const
{
    QStringList out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isPair = i + 1 < words.size() && !(isNumeric(words.at(i)) && isNumeric(words.at(i + 1)));
        if (isPair && !(exact(words.at(i)) && exact(words.at(i + 1))) && exact(words.at(i) + words.at(i + 1))) {
            out.append(words.at(i) + words.at(i + 1));
            ++i;
        } else {
            out.append(words.at(i));
        }
    }
    return out;
}

std::vector<Token> AddressQuery::reading(const QStringList &words, bool isRepaired) const
{
    std::vector<Token> tokens;
    for (qsizetype i = 0; i < words.size(); ++i) {
        tokens.push_back(token(words.at(i), i == words.size() - 1));
        tokens.back().isRepaired = isRepaired;
    }
    return tokens;
}

Token AddressQuery::token(const QString &word, bool isLast) const
{
    Token t;
    t.text = word;
    t.isLast = isLast;
    t.isDigits = isNumeric(word);
    t.isArticle = isArticle(word);
    const qsizetype digits = digitsOf(word);
    if (digits > 0 && digits <= 5 && (digits == word.size() || isAttachedSuffix(word.sliced(digits)))) {
        t.number = word.first(digits).toInt();
        t.suffix = word.sliced(digits);
    } else if (isGarbledNumber(word)) {
        t.number = 0;
    }
    const auto add = [&t](quint32 place, int quality, MatchedAs as) {
        const bool isThere = std::any_of(t.terms.begin(), t.terms.end(), [place](const TermMatch &m) { return m.word == place; });
        if (!isThere)
            t.terms.push_back({place, quality, as});
    };
    const auto self = exact(word);
    if (self)
        add(*self, 100, MatchedAs::Whole);
    for (const QString &other : sameMeaning(word)) {
        if (const auto place = exact(other))
            add(*place, otherFormQuality, MatchedAs::OtherForm);
    }
    const qsizetype shortest = isLast ? 1 : shortestBeginning;
    if (!t.isDigits && word.size() >= shortest) {
        const QByteArray utf8 = word.toUtf8();
        t.rangeFirst = lowerBound(m_file, utf8);
        t.rangeEnd = beginningEnd(m_file, t.rangeFirst, utf8);
    }
    t.weight = weightOf(t);
    if (!t.isDigits && !t.isArticle && word.size() >= shortestTypo)
        addTypos(t);
    if (t.weight == 0)
        t.weight = weightOf(t);
    std::sort(t.terms.begin(), t.terms.end(), [](const TermMatch &a, const TermMatch &b) { return a.word < b.word; });
    return t;
}

void AddressQuery::addTypos(Token &token) const
{
    const QByteArray typed = token.text.toUtf8();
    const quint32 letters = addressfile::lettersOf(typed);
    const auto words = m_file.words();
    const qsizetype known = qsizetype(token.terms.size());
    for (quint32 i = 0; i < words.size(); ++i) {
        const addressfile::Word &word = words[i];
        // Most words are refused by their letters alone.
        if (std::popcount(letters & ~word.letters) > 1 || word.length + 1 < typed.size())
            continue;
        if (i >= token.rangeFirst && i < token.rangeEnd)
            continue;
        const bool mayBeWhole = word.length <= typed.size() + 1 && std::popcount(word.letters & ~letters) <= 1;
        const bool mayBegin = token.isLast && typed.size() > shortestTypo;
        if (!mayBeWhole && !mayBegin)
            continue;
        const auto isKnown =
            std::any_of(token.terms.begin(), token.terms.begin() + known, [i](const TermMatch &m) { return m.word == i; });
        if (isKnown)
            continue;
        const QByteArrayView text = m_file.text(word.text);
        if (mayBeWhole && isOneEdit(typed, text, false))
            token.terms.push_back({i, typed.size() > 4 ? 70 : 55, MatchedAs::Typo});
        else if (mayBegin && isOneEdit(typed, text, true))
            token.terms.push_back({i, 45, MatchedAs::Typo});
    }
}

//! The rarer what it may mean, the more it tells. As it stands it counts alone, however rare its beginnings and misspellings are.
int AddressQuery::weightOf(const Token &token) const
{
    const auto words = m_file.words();
    double names = 0;
    int most = 0x7fffffff;
    const auto count = [&](quint32 place) {
        names += words[place].names;
        if ((words[place].flags & addressfile::KindOfWay) != 0)
            most = 250;
        if ((words[place].flags & addressfile::Article) != 0)
            most = 60;
    };
    for (const TermMatch &term : token.terms)
        count(term.word);
    if (token.terms.empty()) {
        for (quint32 i = token.rangeFirst; i < token.rangeEnd; ++i)
            names += words[i].names;
        if (token.rangeFirst == token.rangeEnd)
            return 0;
    }
    return std::min(most, int(std::lround(100 * std::log2(1 + double(m_file.names().size()) / std::max(1.0, names)))));
}

} // namespace parvis
