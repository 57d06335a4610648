#include "presentation/wordmatch.h"

#include "base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

//! Below, one typo would match almost anything.
static constexpr qsizetype shortestWithTypo = 4;

WordMatch matchWord(QStringView typed, QStringView word)
{
    if (word.startsWith(typed))
        return word.size() == typed.size() ? WordMatch::Whole : WordMatch::Prefix;
    if (typed.size() < shortestWithTypo || word.isEmpty() || typed.front() != word.front())
        return WordMatch::None;
    for (const qsizetype length : {typed.size(), typed.size() + 1, typed.size() - 1}) {
        if (editDistance(typed, word.left(length), 1) <= 1)
            return WordMatch::Typo;
    }
    return WordMatch::None;
}

WordMatch bestMatch(QStringView typed, const QStringList &words, qsizetype *where)
{
    WordMatch best = WordMatch::None;
    for (qsizetype i = 0; i < words.size() && best != WordMatch::Whole; ++i) {
        const WordMatch match = matchWord(typed, words.at(i));
        if (match <= best)
            continue;
        best = match;
        if (where)
            *where = i;
    }
    return best;
}

bool isFillWord(QStringView foldedWord)
{
    static constexpr std::array words{"a"_L1, "au"_L1, "aux"_L1, "d"_L1,   "de"_L1, "des"_L1, "du"_L1,  "en"_L1,  "et"_L1,
                                      "l"_L1, "la"_L1, "le"_L1,  "les"_L1, "un"_L1, "une"_L1, "sur"_L1, "qui"_L1, "pour"_L1};
    return std::any_of(words.begin(), words.end(), [foldedWord](QLatin1StringView word) { return foldedWord == word; });
}

} // namespace parvis
