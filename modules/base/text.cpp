#include "base/text.h"

#include <QtCore/QVarLengthArray>

#include <algorithm>

namespace parvis {

QString folded(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(decomposed.size());
    bool blank = true; // swallow leading blanks
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (c.isLetterOrNumber()) {
            switch (c.toLower().unicode()) {
            case u'\u0153': out += QLatin1StringView("oe"); break;
            case u'\u00e6': out += QLatin1StringView("ae"); break;
            case u'\u00df': out += QLatin1StringView("ss"); break;
            default: out += c.toLower();
            }
            blank = false;
        } else if (!blank) {
            out += u' ';
            blank = true;
        }
    }
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QStringList foldedWords(QStringView text)
{
    return folded(text).split(u' ', Qt::SkipEmptyParts);
}

bool wordsMatch(QStringView text, QStringView query)
{
    const QStringList words = foldedWords(text);
    const QStringList wanted = foldedWords(query);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const QString &w) {
        return std::any_of(words.begin(), words.end(), [&w](const QString &word) { return word.startsWith(w); });
    });
}

int editDistance(QStringView a, QStringView b, int limit)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    if (std::abs(n - m) > limit)
        return limit + 1;
    QVarLengthArray<int, 96> two(m + 1), one(m + 1), row(m + 1);
    for (qsizetype j = 0; j <= m; ++j)
        one[j] = int(j);
    for (qsizetype i = 1; i <= n; ++i) {
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j <= m; ++j) {
            const int replace = one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({one[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
        std::swap(two, one);
        std::swap(one, row);
    }
    return std::min(one[m], limit + 1);
}

} // namespace parvis
