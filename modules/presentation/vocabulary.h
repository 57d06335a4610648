#pragma once

#include "presentation/frenchwords.h"

#include <QtCore/QHash>

namespace parvis {

//! How a typed word came to mean a known one, best first.
enum class WordLink { Same, Inflected, Begun, Typo };

struct WordMeaning
{
    int term = 0; //!< of the stem
    WordLink link = WordLink::Same;
    float weight = 1; //!< of 1

    bool operator==(const WordMeaning &) const = default;
};

//! The words of a collection by spelling, beginning, sound and likely slips of the keys. Made once, then asked at every key. A
//! value.
class Vocabulary
{
public:
    //! The term of the word's stem; new words are added. seal() follows the last.
    int add(const SpokenWord &word);
    int addTerm(); //!< that no word spells
    void seal();   //!< precondition for meanings() and known()

    int termCount() const { return m_termCount; }
    bool known(const QString &form) const { return m_termOfForm.contains(form); }
    std::optional<int> termOf(const SpokenWord &word) const; //!< by its spelling, else its stem

    //! What \a word may mean; \a isBegun: its end may still be missing. Empty: nothing like it.
    QList<WordMeaning> meanings(const SpokenWord &word, bool isBegun) const;

private:
    using Range = std::pair<qsizetype, qsizetype>;
    Range beginningWith(QStringView letters) const;
    void addBegun(QStringView typed, float weight, QList<WordMeaning> &into) const;
    void addTypos(const QString &typed, QList<WordMeaning> &into) const;
    void addBegunTypos(const QString &typed, QList<WordMeaning> &into) const;

    int m_termCount = 0;
    QHash<QString, int> m_termOfStem, m_termOfForm;
    QStringList m_forms;                        //!< sorted
    QList<int> m_terms;                         //!< of m_forms
    QList<std::pair<quint32, int>> m_shortened; //!< hash of a form, or of it without one letter → place in m_forms; sorted
    QMultiHash<QString, int> m_bySound;         //!< → place in m_forms
};

} // namespace parvis
