#include "tiles/tilesource.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace parvis {

QString withoutMarkup(const QString &text)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    constexpr qsizetype longest = 200;
    QString plain = text;
    plain.remove(tag);
    plain.replace(u"&copy;"_s, u"©"_s, Qt::CaseInsensitive);
    plain.replace(u"&nbsp;"_s, u" "_s);
    plain.replace(u"&lt;"_s, u"<"_s);
    plain.replace(u"&gt;"_s, u">"_s);
    plain.replace(u"&quot;"_s, u"\""_s);
    plain.replace(u"&amp;"_s, u"&"_s);
    return plain.simplified().left(longest);
}

} // namespace parvis
