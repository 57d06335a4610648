#include "wording/replytext.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Noncharacters of Unicode, which no text may hold, stand for the marks of a value.
constexpr std::array<std::pair<char16_t, char16_t>, 4> masks{
    {{u'\n', u'\uFDD0'}, {u'-', u'\uFDD1'}, {u'*', u'\uFDD2'}, {u'{', u'\uFDD3'}}};

bool isNonCharacter(char32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

bool turnsDirection(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

QString unmasked(QString text)
{
    for (const auto &[mark, mask] : masks)
        text.replace(QChar(mask), QChar(mark));
    return text;
}

QString withBold(const QString &line, bool asHtml)
{
    static const QRegularExpression bold(uR"(\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*)"_s);
    QString result = line;
    return result.replace(bold, asHtml ? u"<b>\\1</b>"_s : u"\\1"_s);
}

QStringList paragraphsOf(const QString &composed)
{
    static const QRegularExpression blank(u"\\n[ \\t]*\\n\\s*"_s);
    return composed.trimmed().split(blank, Qt::SkipEmptyParts);
}

bool isItem(QStringView line)
{
    return line.startsWith("- "_L1);
}

} // namespace

QString cleanValue(const QString &value, bool keepLines)
{
    QString clean;
    clean.reserve(value.size());
    bool hasRightToLeft = false;
    for (const char32_t c : value.toUcs4()) { // a lone half of a pair comes out as itself
        if (c == U'\r' || isNonCharacter(c) || turnsDirection(c))
            continue;
        hasRightToLeft = hasRightToLeft || isRightToLeft(c);
        if (QChar::isSurrogate(c))
            clean += QChar(QChar::ReplacementCharacter);
        else if (c == 0x2028 || c == 0x2029)
            clean += u'\n';
        else if (c == U'\t')
            clean += u' ';
        else if (c == U'\n' || QChar::category(c) != QChar::Other_Control)
            clean += QChar::fromUcs4(c);
    }
    if (keepLines) {
        QStringList lines;
        for (const QString &line : clean.split(u'\n')) {
            if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
                lines.append(trimmed);
        }
        clean = lines.join(u'\n');
    } else {
        clean = clean.replace(u'\n', u' ').trimmed();
    }
    return hasRightToLeft ? u'\u2068' + clean + u'\u2069' : clean;
}

QString withoutMasks(QString text)
{
    for (const auto &[mark, mask] : masks)
        text.remove(QChar(mask));
    return text;
}

QString masked(QString value)
{
    for (const auto &[mark, mask] : masks)
        value.replace(QChar(mark), QChar(mask));
    return value;
}

QString withFewMasks(const QString &composed)
{
    const auto maskOf = [](char16_t mark) {
        return QChar(std::find_if(masks.begin(), masks.end(), [mark](const auto &m) { return m.first == mark; })->second);
    };
    const QChar line = maskOf(u'\n'), hyphen = maskOf(u'-'), star = maskOf(u'*');
    const auto isStar = [star](QChar c) { return c == star || c == u'*'; };
    QString text = composed;
    text.replace(maskOf(u'{'), u'{');
    const bool hasBold = text.contains("**"_L1); // which ends with its line
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar before = i > 0 ? text.at(i - 1) : QChar(u'\n');
        const QChar after = i + 1 < text.size() ? text.at(i + 1) : QChar();
        const bool beginsLine = before == u'\n' || before == line;
        // A line of a value ends it like any other, unless what follows would read as an item, or as a blank line.
        if (text.at(i) == line && !hasBold && !beginsLine && after != hyphen && after != u'-' && after != u'\n' &&
            !after.isSpace())
            text[i] = u'\n';
        else if (text.at(i) == hyphen && !beginsLine)
            text[i] = u'-';
        else if (text.at(i) == star && !isStar(before) && !isStar(after))
            text[i] = u'*';
    }
    return text;
}

QString plainText(const QString &composed)
{
    QStringList paragraphs;
    for (const QString &paragraph : paragraphsOf(composed))
        paragraphs.append(unmasked(withBold(paragraph, false)));
    return paragraphs.join(u"\n\n"_s);
}

QString htmlText(const QString &composed)
{
    QString html;
    for (const QString &paragraph : paragraphsOf(composed)) {
        QStringList text;
        bool inList = false;
        const auto flush = [&] {
            if (!text.isEmpty())
                html += u"<p>"_s + text.join("<br/>"_L1) + u"</p>"_s;
            text.clear();
        };
        for (const QString &line : paragraph.split(u'\n')) {
            const bool item = isItem(line);
            const QString words = withBold((item ? line.mid(2) : line).trimmed().toHtmlEscaped(), true);
            if (item) {
                flush();
                html += (inList ? u"<li>"_s : u"<ul><li>"_s) + words + u"</li>"_s;
                inList = true;
                continue;
            }
            if (inList)
                html += u"</ul>"_s;
            inList = false;
            text.append(words);
        }
        if (inList)
            html += u"</ul>"_s;
        flush();
    }
    html.replace(QChar(u'\uFDD0'), u"<br/>"_s);
    return unmasked(html);
}

} // namespace parvis
