#include "domain/phone.h"

#include <algorithm>

namespace parvis {

namespace {

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

bool looksLikeNumber(QStringView text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c == u'@'; });
}

QString international(QStringView text)
{
    QString digits = digitsOf(text);
    const bool plus = text.trimmed().startsWith(u'+');
    if (!plus && digits.startsWith(QLatin1StringView("00")))
        digits = digits.mid(2);
    else if (!plus)
        return QStringLiteral("+33") + (digits.startsWith(u'0') ? digits.mid(1) : digits);
    if (digits.startsWith(QLatin1StringView("330")))
        digits.remove(2, 1); // "+33 (0)6 …"
    return u'+' + digits;
}

} // namespace

QString phoneE164(QStringView spelling)
{
    if (!looksLikeNumber(spelling))
        return {};
    if (digitsOf(spelling).size() < 3)
        return {};
    const QString number = international(spelling);
    return number.size() <= 16 ? number : QString(); // E.164: "+" and 15 digits at most
}

QString phonePrefix(QStringView typed)
{
    if (!looksLikeNumber(typed) || digitsOf(typed).size() < 3)
        return {};
    return international(typed);
}

QString spokenPhone(const QString &e164)
{
    QString national = e164;
    if (e164.startsWith(QLatin1StringView("+33")) && e164.size() == 12)
        national = u'0' + e164.mid(3);
    QString out;
    const bool plus = national.startsWith(u'+');
    const QString digits = digitsOf(national);
    if (plus)
        out += u'+';
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            out += u'\u00a0';
        out += digits[i];
    }
    return out;
}

} // namespace parvis
