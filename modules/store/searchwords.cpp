#include "store/searchwords.h"

#include "base/text.h"
#include "domain/phone.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The index keeps "œ" as it is written.
QStringList spellings(const QString &word)
{
    QStringList all{word};
    if (word.contains("oe"_L1))
        all.append(QString(word).replace("oe"_L1, u"œ"_s));
    if (word.contains("ae"_L1))
        all.append(QString(word).replace("ae"_L1, u"æ"_s));
    return all;
}

QString term(const QString &word, bool isBegun)
{
    QStringList alternatives;
    const QStringList all = spellings(word);
    for (const QString &spelling : all)
        alternatives.append(u'"' + spelling + (isBegun ? u"\"*"_s : u"\""_s));
    // "0612" may begin a number kept as +33612…
    if (word.size() >= 4 && word.startsWith(u'0')) {
        const QString digits = phonePrefix(word).mid(1);
        if (!digits.isEmpty())
            alternatives.append(u'"' + digits + u"\"*"_s);
    }
    return alternatives.size() == 1 ? alternatives.first() : u'(' + alternatives.join(" OR "_L1) + u')';
}

} // namespace

QString searchExpression(const QString &typed, bool isWhole)
{
    // A whole phone number, in groups of two or not; "2026-014233" is none.
    const QString number = phoneE164(typed);
    const QString start = typed.trimmed().left(1);
    if (number.size() >= 11 && (start == "0"_L1 || start == "+"_L1))
        return u'"' + number.mid(1) + u'"';
    const QStringList words = foldedWords(typed);
    const bool isBegun = !isWhole && !typed.isEmpty() && !typed.back().isSpace();
    QStringList terms;
    for (qsizetype i = 0; i < words.size(); ++i)
        terms.append(term(words.at(i), isBegun && i == words.size() - 1));
    return terms.join(" AND "_L1);
}

QString namesExpression(const QString &typed, QLatin1StringView column)
{
    const QStringList words = foldedWords(typed);
    QStringList terms;
    for (const QString &word : words)
        terms.append(term(word, true));
    if (terms.isEmpty())
        return {};
    return u"(%1) AND (%2 : (%3))"_s.arg(terms.join(" AND "_L1), column, terms.join(" OR "_L1));
}

QString anyWordExpression(const QString &text, int maxWords)
{
    QStringList words = foldedWords(text);
    words.removeIf([](const QString &word) { return word.size() < 4; });
    words.removeDuplicates();
    // Long words are rare words.
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList terms;
    for (const QString &word : words.mid(0, maxWords))
        terms.append(term(word, false));
    return terms.join(" OR "_L1);
}

} // namespace parvis
