#pragma once

#include <QtCore/QStringList>

namespace parvis {

//! "rue", "avenue" …: says little about which way is meant. \a word is folded.
bool isWayKind(QStringView word);

//! "de", "la", "du" …: typed or left out as people like. \a word is folded.
bool isArticle(QStringView word);

//! Other folded words that mean the same as \a word: what it abbreviates ("gal": "general"), how it is abbreviated, Roman and
//! Arabic numbers. Without \a word itself.
QStringList sameMeaning(const QString &word);

//! The several words that an abbreviation stands for ("zi": "zone industrielle"); empty if none.
QStringList severalWords(const QString &word);

//! What may stand behind a house number: "bis", "ter", "b"; in the form in which they are compared.
bool isNumberSuffix(QStringView word);

//! Whether one is written for the other: "b" and "bis".
bool isSameSuffix(QStringView a, QStringView b);

} // namespace parvis
