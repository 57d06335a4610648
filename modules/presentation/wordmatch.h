#pragma once

#include <QtCore/QStringList>

namespace parvis {

//! How well what is typed matches a word, both folded. Higher is better; None does not match.
enum class WordMatch { None, Typo, Prefix, Whole };

//! \a typed is the beginning of \a word, with one typo allowed from four letters on.
WordMatch matchWord(QStringView typed, QStringView word);

//! The best match of \a typed among \a words; \a where is set to its place, if there is one.
WordMatch bestMatch(QStringView typed, const QStringList &words, qsizetype *where = nullptr);

//! "de", "la", "l" …: words that people type or leave out as they like.
bool isFillWord(QStringView foldedWord);

} // namespace parvis
