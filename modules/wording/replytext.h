#pragma once

#include <QtCore/QString>

// The text of a reply: plain, with four marks that an author writes and no value can: a blank line ends a paragraph, a line end
// breaks the line, "- " begins an item of a list, **two stars** make it bold. What comes from a field is masked while the text is
// composed, so that it stays what it is.

namespace parvis {

//! What a citizen or another program gave, fit to stand in a text: without control characters and marks that turn the writing
//! direction of what follows, halves of surrogate pairs replaced, ends trimmed. A value with letters of a right-to-left script
//! is closed off in isolates (UAX #9), so that it orders nothing around it. Without \a keepLines all in one line.
QString cleanValue(const QString &value, bool keepLines = false);

//! \a text without the characters that mask.
QString withoutMasks(QString text);

//! A clean value whose marks mean nothing.
QString masked(QString value);

//! \a composed with masks only where a value would say something by its marks: to be kept, read and compared. It becomes the same
//! plain text and HTML.
QString withFewMasks(const QString &composed);

//! For SMS, a phone script, or a mail's plain part: the marks of the author stay readable, bold is left out.
QString plainText(const QString &composed);

//! Paragraphs (p, br, ul, li, b), everything else escaped.
QString htmlText(const QString &composed);

} // namespace parvis
