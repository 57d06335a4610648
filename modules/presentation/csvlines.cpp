#include "presentation/csvlines.h"

#include <QtCore/QRegularExpression>

namespace parvis {

namespace {

QString cell(QString text)
{
    text.remove(QChar(u'\0'));
    static const QString begins = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    // What stands after blanks is a formula too, for some.
    qsizetype first = 0;
    while (first < text.size() && text.at(first) == u' ')
        ++first;
    static const QRegularExpression number(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
    if (!number.match(text).hasMatch() && first < text.size() && begins.contains(text.at(first)))
        text.prepend(u'\'');
    text.replace(u'"', QLatin1StringView("\"\""));
    return u'"' + text + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &text : cells)
        quoted.append(cell(text));
    return quoted.join(u';').toUtf8() + "\r\n";
}

} // namespace parvis
