#pragma once

#include <QtCore/QString>

namespace parvis {

//! The full-text expression for what an agent typed: every word somewhere, the last one maybe only begun; accents, ligatures and
//! spellings of phone numbers don't matter. Empty if there is no word. Never an FTS5 syntax error.
//! With \a isWhole the last word is taken for whole, too.
QString searchExpression(const QString &typed, bool isWhole = false);

//! As searchExpression(), but every word may be begun and one of them must begin a word of \a column.
QString namesExpression(const QString &typed, QLatin1StringView column);

//! One of the longer words of \a text is enough; for texts that resemble each other.
QString anyWordExpression(const QString &text, int maxWords);

} // namespace parvis
