#include "domain/smslength.h"

#include <QtCore/QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype gsmAlone = 160, gsmPart = 153, unicodeAlone = 70, unicodePart = 67;

//! 3GPP TS 23.038, 6.2.1: the default alphabet without the escape, then its extension, of two septets each.
int septets(char32_t c)
{
    static const QString basic = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                 "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"_s;
    static const QString extension = u"\f^{}\\[~]|€"_s;
    if (c > 0xFFFF)
        return 0;
    const QChar unit{char16_t(c)};
    return basic.contains(unit) ? 1 : extension.contains(unit) ? 2 : 0;
}

bool isGsm(const QString &text)
{
    const auto points = text.toUcs4();
    return std::all_of(points.begin(), points.end(), [](char32_t c) { return septets(c) > 0; });
}

//! The same in GSM characters, or nothing.
QString replacementOf(const QString &character)
{
    static const QHash<QString, QString> known{
        {u"’"_s, u"'"_s},      {u"‘"_s, u"'"_s},      {u"ʼ"_s, u"'"_s},   {u"“"_s, u"\""_s}, {u"”"_s, u"\""_s},
        {u"„"_s, u"\""_s},     {u"«"_s, u"\""_s},     {u"»"_s, u"\""_s},  {u"–"_s, u"-"_s},  {u"—"_s, u"-"_s},
        {u"‐"_s, u"-"_s},      {u"‑"_s, u"-"_s},      {u"…"_s, u"..."_s}, {u"œ"_s, u"oe"_s}, {u"Œ"_s, u"OE"_s},
        {u"•"_s, u"-"_s},      {u"·"_s, u"."_s},      {u"°"_s, u"o"_s},   {u"\t"_s, u" "_s}, {u"\u00A0"_s, u" "_s},
        {u"\u202F"_s, u" "_s}, {u"\u2009"_s, u" "_s}, {u"×"_s, u"x"_s},   {u"`"_s, u"'"_s},  {u"²"_s, u"2"_s},
        {u"³"_s, u"3"_s},      {u"½"_s, u"1/2"_s},    {u"™"_s, u"TM"_s},  {u"→"_s, u"->"_s}};
    if (const auto at = known.constFind(character); at != known.constEnd())
        return *at;
    QString bare; // the letter without its accent
    for (const QChar c : character.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            bare += c;
    }
    return isGsm(bare) ? bare : QString();
}

//! What is not cut in two: the septets of a character, the units of a pair.
QList<qsizetype> sizesOf(const QString &text, bool isUnicode)
{
    QList<qsizetype> sizes;
    for (const char32_t c : text.toUcs4())
        sizes.append(isUnicode ? (c > 0xFFFF ? 2 : 1) : septets(c));
    return sizes;
}

} // namespace

SmsLength smsLength(const QString &text)
{
    SmsLength length;
    if (text.isEmpty())
        return length;
    length.isUnicode = !isGsm(text);
    const QList<qsizetype> sizes = sizesOf(text, length.isUnicode);
    for (const qsizetype size : sizes)
        length.units += size;
    const qsizetype alone = length.isUnicode ? unicodeAlone : gsmAlone, part = length.isUnicode ? unicodePart : gsmPart;
    length.parts = 1;
    if (length.units <= alone) {
        length.unitsLeft = alone - length.units;
        return length;
    }
    qsizetype used = 0;
    for (const qsizetype size : sizes) {
        if (used + size > part) {
            ++length.parts;
            used = 0;
        }
        used += size;
    }
    length.unitsLeft = part - used;
    return length;
}

QList<SmsReplacement> smsReplacements(const QString &text)
{
    QList<SmsReplacement> found;
    QHash<QString, qsizetype> index;
    qsizetype at = 0;
    for (const char32_t c : text.toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        if (septets(c) == 0) {
            if (!index.contains(character)) {
                index.insert(character, found.size());
                found.append({character, replacementOf(character), {}});
            }
            found[index.value(character)].at.append(at);
        }
        at += character.size();
    }
    return found;
}

QString smsReplaced(const QString &text)
{
    QString replaced;
    for (const char32_t c : text.toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        const QString instead = septets(c) == 0 ? replacementOf(character) : character;
        replaced += instead.isEmpty() ? character : instead;
    }
    return replaced;
}

} // namespace parvis
