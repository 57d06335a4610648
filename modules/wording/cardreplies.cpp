#include "wording/cardreplies.h"

#include "wording/replytemplate.h"
#include "wording/templatetags.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

QList<CardReply> repliesOf(const CardContent &card)
{
    constexpr qsizetype shortName = 40;
    QList<CardReply> replies;
    for (const QJsonValue &reply : card.replyTemplates) {
        const QString text = reply["text"_L1].toString().trimmed();
        if (text.isEmpty())
            continue;
        const QString name = reply["name"_L1].toString().simplified();
        replies.append({name.isEmpty() ? text.simplified().left(shortName) : name, mustacheFrom(text)});
    }
    return replies;
}

QString acknowledgementOf(const CardContent &card)
{
    const QString mentions = u"{{> acknowledgement}}"_s;
    const QString text = mustacheFrom(card.acknowledgement.trimmed());
    const QList<TemplateTag> tags = tagsOf(text);
    const bool namesThem = std::any_of(tags.begin(), tags.end(), [](const TemplateTag &tag) {
        return tag.what == TemplateTag::What::Paragraph && tag.name == "acknowledgement"_L1;
    });
    if (namesThem)
        return text;
    return text.isEmpty() ? mentions : text + u"\n\n"_s + mentions;
}

} // namespace parvis
