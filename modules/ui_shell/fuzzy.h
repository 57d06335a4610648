#pragma once

#include <QtCore/QString>

namespace parvis {

//! How well \a query (typed carelessly: beginnings of words, or letters in order) fits \a text; 0: not at all. Accents and case
//! don't count. Beginnings of words beat letters inside them, an early fit beats a late one.
int fuzzyScore(QStringView text, QStringView query);

} // namespace parvis
