#include "presentation/synonyms.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

Synonyms::Synonyms(const QString &text)
{
    for (const QString &line : text.split(u'\n')) {
        const QStringList members = line.section(u'#', 0, 0).split(u'=', Qt::SkipEmptyParts);
        if (members.size() < 2)
            continue;
        for (const QString &written : members) {
            const QList<SpokenWord> words = weighty(spokenWords(written));
            if (words.isEmpty())
                continue;
            Member member{{}, m_groupCount};
            for (const SpokenWord &word : words)
                member.stems.append(word.stem);
            m_words += words;
            m_members.insert(member.stems.first(), member);
        }
        ++m_groupCount;
    }
}

const Synonyms &Synonyms::french()
{
    static const Synonyms synonyms = [] {
        QFile file(u":/search/synonyms.txt"_s);
        const bool isThere = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isThere);
        return isThere ? Synonyms(QString::fromUtf8(file.readAll())) : Synonyms();
    }();
    return synonyms;
}

QList<Synonyms::Found> Synonyms::in(const QStringList &stems) const
{
    QList<Found> found;
    for (qsizetype i = 0; i < stems.size(); ++i) {
        for (auto it = m_members.constFind(stems.at(i)); it != m_members.constEnd() && it.key() == stems.at(i); ++it) {
            if (i + it->stems.size() <= stems.size() && std::equal(it->stems.begin(), it->stems.end(), stems.begin() + i))
                found.append({it->group, i, it->stems.size()});
        }
    }
    return found;
}

QList<int> Synonyms::groupsOf(const QString &stem) const
{
    QList<int> groups;
    for (auto it = m_members.constFind(stem); it != m_members.constEnd() && it.key() == stem; ++it) {
        if (it->stems.size() == 1)
            groups.append(it->group);
    }
    return groups;
}

} // namespace parvis
