#include "domain/checklist.h"

#include <QtCore/QRegularExpression>

namespace parvis {

QStringList checklistOf(const QString &steps)
{
    static const QRegularExpression item(QStringLiteral(R"(^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*?)\s*$)"));
    static const QRegularExpression emphasis(QStringLiteral(R"((\*\*|__|`))"));
    QStringList lines;
    const QStringList all = steps.split(u'\n');
    for (const QString &line : all) {
        const auto match = item.match(line);
        if (!match.hasMatch())
            continue;
        const QString text = match.captured(1).remove(emphasis);
        if (!lines.contains(text))
            lines.append(text);
    }
    return lines;
}

} // namespace parvis
