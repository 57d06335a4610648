#pragma once

#include "presentation/frenchwords.h"

#include <QtCore/QHash>

#include <functional>

namespace parvis {

//! Groups of words and phrases that mean the same at a town hall's desk, as resources/search/synonyms.txt says them: one group a
//! line, its members between "=", "#" begins a remark. A value.
class Synonyms
{
public:
    struct Found
    {
        int group = 0;
        qsizetype at = 0, length = 0; //!< the words that say it
    };

    Synonyms() = default;
    explicit Synonyms(const QString &text);

    static const Synonyms &french(); //!< of the program's own file

    int groupCount() const { return m_groupCount; }
    const QList<SpokenWord> &words() const { return m_words; } //!< of all members

    //! The groups that \a stems (of weighty words, in order) name.
    QList<Found> in(const QStringList &stems) const;
    //! Those that the one word alone names.
    QList<int> groupsOf(const QString &stem) const;

private:
    struct Member
    {
        QStringList stems;
        int group = 0;
    };
    int m_groupCount = 0;
    QMultiHash<QString, Member> m_members; //!< by the first stem
    QList<SpokenWord> m_words;
};

} // namespace parvis
