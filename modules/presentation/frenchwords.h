#pragma once

#include <QtCore/QStringList>

namespace parvis {

//! A word as it is looked up.
struct SpokenWord
{
    QString form; //!< folded: "ramassees"
    QString stem; //!< without its inflection, folded: "ramass"

    bool operator==(const SpokenWord &) const = default;
};

//! The words of \a text in their order. Elided articles ("l'", "d'", "qu'") are words of their own.
QList<SpokenWord> spokenWords(QStringView text);

//! The stem of one written word by Snowball's French rules, folded. Any thread.
QString stemOf(QStringView word);

//! "je", "veux", "comment", "pour": words that say nothing of the matter. \a form is folded.
bool isWeightless(const QString &form);

//! Without the weightless words, unless nothing else is left.
QList<SpokenWord> weighty(const QList<SpokenWord> &words);

//! How a folded word sounds in French, roughly: equal for "lampadere" and "lampadaire", "ancombran" and "encombrants".
QString soundOf(const QString &form);

} // namespace parvis
