#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace parvis {

//! Lower case without accents, ligatures opened ("Œuvre" → "oeuvre"), apostrophes and hyphens to spaces, blanks folded:
//! the form in which people's words are compared.
QString folded(QStringView text);

//! The words of folded(\a text).
QStringList foldedWords(QStringView text);

//! True if every word of \a query begins some word of \a text (both folded here).
bool wordsMatch(QStringView text, QStringView query);

//! The number of single-character edits (insert, delete, replace, swap of neighbours) from \a a to \a b, or \a limit + 1 once it
//! is passed.
int editDistance(QStringView a, QStringView b, int limit);

} // namespace parvis
