#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace parvis {

//! A tag of a Mustache template (mustache(5)), as it stands in the text.
struct TemplateTag
{
    enum class What { Field, Unescaped, Section, Inverted, End, Comment, Paragraph, Delimiters, Unclosed };
    What what = What::Field;
    QString name; //!< without sign and blanks
    qsizetype at = 0;
    qsizetype length = 0;

    bool operator==(const TemplateTag &) const = default;
};

//! All tags in their order. An unclosed one is the last and reaches to the end.
QList<TemplateTag> tagsOf(const QString &text);

} // namespace parvis
