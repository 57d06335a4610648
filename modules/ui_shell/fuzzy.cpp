#include "ui_shell/fuzzy.h"

#include "base/text.h"

namespace parvis {

int fuzzyScore(QStringView text, QStringView query)
{
    const QString where = folded(text);
    const QString what = folded(query);
    if (what.isEmpty())
        return 1;
    if (where.startsWith(what))
        return 1000 - int(where.size() - what.size());
    if (wordsMatch(where, what))
        return 700 - int(where.size() - what.size());

    int score = 300;
    qsizetype from = 0;
    for (const QChar c : what) {
        if (c.isSpace())
            continue;
        const qsizetype at = where.indexOf(c, from);
        if (at < 0)
            return 0;
        const bool beginsWord = at == 0 || where.at(at - 1).isSpace();
        score -= beginsWord ? 0 : int(at - from) * 3 + 2;
        from = at + 1;
    }
    return std::max(0, score);
}

} // namespace parvis
