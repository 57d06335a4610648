#include "presentation/carddifference.h"

namespace parvis {

static QString textIn(const QList<TextPart> &parts, TextPart::In side)
{
    QString text;
    for (const TextPart &part : parts) {
        if (part.in == TextPart::In::Both || part.in == side)
            text += part.text;
    }
    return text;
}

QString FieldDifference::before() const
{
    return textIn(parts, TextPart::In::Before);
}

QString FieldDifference::after() const
{
    return textIn(parts, TextPart::In::After);
}

QList<FieldDifference> differencesOf(const QJsonObject &before, const QJsonObject &after, const ValueText &text)
{
    const QJsonObject changed = changedFields(contentOf(before), contentOf(after));
    QList<FieldDifference> differences;
    for (const FieldDescription &f : describe(Kind::CardDraft).fields()) {
        const QString field = f.name;
        if (!changed.contains(field))
            continue;
        const QString was = text(field, before.value(field));
        const QString is = text(field, after.value(field));
        if (was != is)
            differences.append({field, textParts(was, is)});
    }
    return differences;
}

} // namespace parvis
