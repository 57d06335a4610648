#include "presentation/vocabulary.h"

#include "base/text.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype fewestBegun = 2;
constexpr qsizetype fewestForTypo = 4; // below, one slip would match almost anything
constexpr qsizetype fewestForTwo = 8;  // letters of a word that may hold two slips
constexpr qsizetype mostBegun = 400;

//! Calls \a fn with the hash of \a word and of \a word without each of its letters.
template <typename Fn>
void eachShortened(QStringView word, Fn fn)
{
    fn(quint32(qHash(word, 0)));
    QString shorter;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i > 0 && word[i] == word[i - 1])
            continue;
        shorter.clear();
        shorter.append(word.left(i)).append(word.mid(i + 1));
        fn(quint32(qHash(QStringView(shorter), 0)));
    }
}

void addBest(QList<WordMeaning> &list, const WordMeaning &meaning)
{
    const auto it = std::find_if(list.begin(), list.end(), [&meaning](const WordMeaning &m) { return m.term == meaning.term; });
    if (it == list.end())
        list.append(meaning);
    else if (it->weight < meaning.weight)
        *it = meaning;
}

} // namespace

int Vocabulary::add(const SpokenWord &word)
{
    auto it = m_termOfStem.constFind(word.stem);
    if (it == m_termOfStem.constEnd())
        it = m_termOfStem.insert(word.stem, m_termCount++);
    if (!m_termOfForm.contains(word.form))
        m_termOfForm.insert(word.form, *it);
    return *it;
}

int Vocabulary::addTerm()
{
    return m_termCount++;
}

void Vocabulary::seal()
{
    m_forms = m_termOfForm.keys();
    std::sort(m_forms.begin(), m_forms.end());
    m_terms.clear();
    m_shortened.clear();
    m_bySound.clear();
    m_terms.reserve(m_forms.size());
    for (int i = 0; i < m_forms.size(); ++i) {
        const QString &form = m_forms.at(i);
        m_terms.append(m_termOfForm.value(form));
        if (form.size() < fewestForTypo)
            continue;
        eachShortened(form, [this, i](quint32 hash) { m_shortened.append({hash, i}); });
        m_bySound.insert(soundOf(form), i);
    }
    std::sort(m_shortened.begin(), m_shortened.end());
}

std::optional<int> Vocabulary::termOf(const SpokenWord &word) const
{
    if (const auto it = m_termOfForm.constFind(word.form); it != m_termOfForm.constEnd())
        return *it;
    if (const auto it = m_termOfStem.constFind(word.stem); it != m_termOfStem.constEnd())
        return *it;
    return std::nullopt;
}

Vocabulary::Range Vocabulary::beginningWith(QStringView letters) const
{
    const auto first = std::lower_bound(m_forms.begin(), m_forms.end(), letters,
                                        [](const QString &form, QStringView wanted) { return form < wanted; });
    const auto last =
        std::partition_point(first, m_forms.end(), [letters](const QString &form) { return form.startsWith(letters); });
    return {first - m_forms.begin(), last - m_forms.begin()};
}

void Vocabulary::addBegun(QStringView typed, float weight, QList<WordMeaning> &into) const
{
    const auto [first, last] = beginningWith(typed);
    QSet<int> terms;
    for (const WordMeaning &meaning : std::as_const(into))
        terms.insert(meaning.term);
    for (qsizetype i = first; i < std::min(last, first + mostBegun); ++i) {
        if (terms.contains(m_terms.at(i)))
            continue;
        terms.insert(m_terms.at(i));
        into.append({m_terms.at(i), WordLink::Begun, weight});
    }
}

void Vocabulary::addTypos(const QString &typed, QList<WordMeaning> &into) const
{
    if (typed.size() < fewestForTypo)
        return;
    const int most = typed.size() >= fewestForTwo ? 2 : 1;
    QSet<int> tried;
    eachShortened(typed, [&](quint32 hash) {
        auto it = std::lower_bound(m_shortened.begin(), m_shortened.end(), std::pair(hash, 0));
        for (; it != m_shortened.end() && it->first == hash; ++it) {
            if (tried.contains(it->second))
                continue;
            tried.insert(it->second);
            const QString &form = m_forms.at(it->second);
            const int edits = editDistance(typed, form, most);
            // A slip at the first letter is rare: believed in long words only.
            if (edits <= most && (typed.front() == form.front() || typed.size() > 5))
                addBest(into, {m_terms.at(it->second), WordLink::Typo, edits <= 1 ? 0.6F : 0.4F});
        }
    });
    const QString sound = soundOf(typed);
    if (sound.size() < 3)
        return;
    for (auto it = m_bySound.constFind(sound); it != m_bySound.constEnd() && it.key() == sound; ++it) {
        const bool isNear = editDistance(typed, m_forms.at(*it), most) <= most; // sounds and looks like it: no doubt
        addBest(into, {m_terms.at(*it), WordLink::Typo, isNear ? 0.85F : 0.5F});
    }
}

void Vocabulary::addBegunTypos(const QString &typed, QList<WordMeaning> &into) const
{
    if (typed.size() < fewestForTypo)
        return;
    const auto [first, last] = beginningWith(QStringView(typed).left(1));
    for (qsizetype i = first; i < last; ++i) {
        const QStringView form = m_forms.at(i);
        for (const qsizetype length : {typed.size(), typed.size() + 1, typed.size() - 1}) {
            if (editDistance(typed, form.left(length), 1) > 1)
                continue;
            addBest(into, {m_terms.at(i), WordLink::Typo, 0.5F});
            break;
        }
    }
}

QList<WordMeaning> Vocabulary::meanings(const SpokenWord &word, bool isBegun) const
{
    QList<WordMeaning> list;
    if (const auto it = m_termOfForm.constFind(word.form); it != m_termOfForm.constEnd())
        list.append({*it, WordLink::Same, 1});
    // A word begun that looks like a stem is no inflected word as yet: "mar" may be "mari" or "mare", and may be "mariage".
    const bool isBareStem = isBegun && word.stem == word.form && list.isEmpty();
    if (const auto it = m_termOfStem.constFind(word.stem); it != m_termOfStem.constEnd() && !isBareStem)
        addBest(list, {*it, WordLink::Inflected, 0.95F});
    const bool isKnown = !list.isEmpty();
    if (isBegun && word.form.size() >= fewestBegun)
        addBegun(word.form, isKnown ? 0.5F : 0.6F, list);
    if (!list.isEmpty())
        return list;
    static constexpr std::u16string_view elided = u"dlsnmj";
    if (word.form.size() > 4 && elided.find(word.form.front().unicode()) != std::u16string_view::npos) {
        const QString rest = word.form.mid(1); // the apostrophe left out
        if (const auto term = termOf({rest, stemOf(rest)}))
            return {{*term, WordLink::Typo, 0.9F}};
    }
    addTypos(word.form, list);
    if (list.isEmpty() && word.form.size() > 2)
        addBegun(word.form, 0.6F, list);
    if (isBegun)
        addBegunTypos(word.form, list);
    return list;
}

} // namespace parvis
