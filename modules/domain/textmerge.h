#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace parvis {

//! Three-way merge by words: \a mine and \a theirs both come from \a base. Nothing if both changed the same place differently,
//! or if the texts are too long to compare (over 4,000 words on both sides of a change).
std::optional<QString> mergedText(const QString &base, const QString &theirs, const QString &mine);

//! A run of words that both texts have, or only one of them.
struct TextPart
{
    enum class In { Both, Before, After };
    In in = In::Both;
    QString text;

    bool operator==(const TextPart &) const = default;
};

//! \a before and \a after word by word: the parts of In::Both and In::Before give \a before, those of In::Both and In::After give
//! \a after. Texts that are too long to compare differ as wholes.
QList<TextPart> textParts(const QString &before, const QString &after);

} // namespace parvis
