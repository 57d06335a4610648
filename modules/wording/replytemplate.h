#pragma once

#include "base/result.h"
#include "wording/replyfields.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

// Reply templates are Mustache (mustache(5)): {{field}}, {{#field}}…{{/field}} where it holds something, {{^field}}…{{/field}}
// where it does not, {{> paragraph}}, {{! a remark}}. Values are always escaped: unescaped tags and other delimiters are refused.

namespace parvis {

//! A piece of text that templates share, by its code: {{> appeals}}. A template of the same syntax.
struct Paragraph
{
    QString title; //!< French
    QString text;

    bool operator==(const Paragraph &) const = default;
};
using Paragraphs = QMap<QString, Paragraph>;

enum class TemplateFault {
    UnknownField,
    EmptyField, //!< would be written and holds nothing: fill it, or put it in a section of its own
    UnknownParagraph,
    UnclosedTag,
    UnclosedSection,
    UnopenedSection, //!< ends what does not begin there
    UnescapedTag,
    Delimiters,
    Recursion, //!< a paragraph that holds itself
    TooDeep,
    TooLong
};

struct FoundFault
{
    TemplateFault fault = TemplateFault::UnknownField;
    QString name;      //!< of the field, section or paragraph
    QString label;     //!< of the field, if it is known
    QString paragraph; //!< in which it is; empty: in the template itself
    qsizetype at = 0;  //!< in that text, in UTF-16 units
    qsizetype length = 0;

    bool operator==(const FoundFault &) const = default;
};

//! What a reply template becomes for one request.
struct Rendering
{
    QString text; //!< empty where the template can't be read; what an empty field leaves out is missing in it
    QList<FoundFault> faults;

    bool isReady() const { return faults.isEmpty(); } //!< may be sent
    bool operator==(const Rendering &) const = default;
};

enum class ReplyFormat {
    Plain,   //!< SMS, phone script, a mail's plain part
    Html,    //!< the body of a letter or a mail: p, br, ul, li, b
    Composed //!< the author's marks and masked values (replytext.h), for plainText() and htmlText() later
};

struct TemplateLimits
{
    qsizetype length = 64 * 1024;     //!< of a template or paragraph, in UTF-16 units
    qsizetype rendered = 1024 * 1024; //!< of all that the result is made of, before it is formatted
    int sections = 16;                //!< in each other
    int paragraphs = 8;               //!< in each other
};

//! Faults of what would not be written here (the other side of a condition) are found too, except empty fields.
//! Errors: ErrorCode::Aborted if the renderer refuses what was checked.
Result<Rendering> render(const QString &text, const ReplyFields &fields, const Paragraphs &paragraphs, ReplyFormat format,
                         const TemplateLimits &limits = {});

//! \a text with what is known of one addressee already in it, for somebody who goes on writing: conditions are decided, and
//! fields are what they hold. Left as tags are paragraphs, what is empty or unknown, and values that would say something by their
//! characters. render() makes the same of it.
QString filledIn(const QString &text, const ReplyFields &fields);

//! The way back, as far as a text tells it: what \a fields hold stands there as tags again, whole words of three letters or more,
//! the longest first. So a text written to one citizen can begin one to another, and says nothing of the first.
QString generalised(const QString &text, const ReplyFields &fields);

//! The texts of procedure cards name fields in single braces: {request}, {citizen}, {due}. Those become tags; any other word in
//! braces becomes a tag of an unknown field, so that it is found before it is sent. What is Mustache already stays as it is.
QString mustacheFrom(const QString &cardText);

} // namespace parvis
