#include "wording/templatetags.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! As the renderer trims: blanks of ASCII alone.
QStringView trimmed(QStringView text)
{
    const auto isBlank = [](QChar c) { return c == u' ' || (c >= u'\t' && c <= u'\r'); };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

TemplateTag tagFrom(QStringView contents)
{
    using What = TemplateTag::What;
    const auto signedTag = [contents](What what) { return TemplateTag{what, trimmed(contents.sliced(1)).toString()}; };
    if (contents.isEmpty())
        return {};
    switch (contents.front().unicode()) {
    case u'#': return signedTag(What::Section);
    case u'^': return signedTag(What::Inverted);
    case u'/': return signedTag(What::End);
    case u'>': return signedTag(What::Paragraph);
    case u'&': return signedTag(What::Unescaped);
    case u'!': return signedTag(What::Comment);
    case u'=': return {What::Delimiters, contents.toString()};
    default: return {What::Field, contents.toString()};
    }
}

} // namespace

QList<TemplateTag> tagsOf(const QString &text)
{
    QList<TemplateTag> tags;
    for (qsizetype at = text.indexOf("{{"_L1); at >= 0; at = text.indexOf("{{"_L1, at)) {
        const bool isTriple = at + 2 < text.size() && text.at(at + 2) == u'{';
        const qsizetype begin = at + (isTriple ? 3 : 2);
        const qsizetype end = isTriple ? text.indexOf("}}}"_L1, begin) : text.indexOf("}}"_L1, begin);
        if (end < 0) {
            tags.append({TemplateTag::What::Unclosed, text.mid(begin, 40), at, text.size() - at});
            break;
        }
        const QStringView contents = trimmed(QStringView(text).sliced(begin, end - begin));
        TemplateTag tag = isTriple ? TemplateTag{TemplateTag::What::Unescaped, contents.toString()} : tagFrom(contents);
        tag.at = at;
        tag.length = end + (isTriple ? 3 : 2) - at;
        at += tag.length;
        tags.append(std::move(tag));
    }
    return tags;
}

} // namespace parvis
