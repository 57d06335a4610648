#pragma once

#include "base/result.h"

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>

class Hunspell;

namespace parvis {

//! A word that no dictionary has, where it stands in the text (UTF-16 units).
struct Misspelling
{
    qsizetype at = 0;
    qsizetype length = 0;
    QString word;

    bool operator==(const Misspelling &) const = default;
};

//! Spelling by Hunspell's dictionaries. Opening reads one (a tenth of a second): keep it. Hunspell is not safe for two threads at
//! once: use one object in one thread at a time.
class SpellChecker
{
public:
    //! "fr" of the system's dictionaries. Errors: NotFound if there is none, InvalidInput if it is not in UTF-8.
    static Result<SpellChecker> open(const QString &language = QStringLiteral("fr"),
                                     const QStringList &folders = systemFolders());
    static QStringList systemFolders();

    SpellChecker(SpellChecker &&) noexcept;
    SpellChecker &operator=(SpellChecker &&) noexcept;
    ~SpellChecker();

    //! Names and words that this town knows besides; in any case of letters.
    void setUserWords(const QStringList &words);

    bool knows(const QString &word) const;

    //! In order. Left alone are what is no word (numbers, addresses of mail and web, tags of templates) and what may be a name: a
    //! capital within a sentence, or capitals alone.
    QList<Misspelling> check(const QString &text) const;

    //! The best first.
    QStringList suggestions(const QString &word, qsizetype most = 5) const;

private:
    explicit SpellChecker(std::unique_ptr<Hunspell> hunspell);

    std::unique_ptr<Hunspell> m_hunspell;
    QSet<QString> m_userWords; //!< in lower case
};

} // namespace parvis
