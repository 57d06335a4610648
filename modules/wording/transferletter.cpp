#include "wording/transferletter.h"

#include "wording/french.h"
#include "wording/paragraphs.h"
#include "wording/replytemplate.h"

using namespace Qt::StringLiterals;

namespace parvis {

QString textOf(const TransferLetter &letter)
{
    static const Paragraphs paragraphs = usualParagraphs();
    // The letter has its days, where a request has instants.
    const ReplyFields fields({{u"request.number"_s, {}, letter.number},
                              {u"request.received"_s, {}, frenchDay(letter.receivedOn)},
                              {u"request.authority"_s, {}, letter.authority},
                              {u"body.name"_s, {}, letter.town},
                              {u"today"_s, {}, frenchDay(letter.day)}});
    const auto told = render(u"{{> transfer}}"_s, fields, paragraphs, ReplyFormat::Plain);
    Q_ASSERT(told); // a text of the program
    QStringList parts{formOfAddress(letter.citizen) + u',', told->text};
    if (const QString words = letter.words.trimmed(); !words.isEmpty())
        parts.append(words);
    parts.append(politeness(letter.citizen));
    return parts.join(u"\n\n"_s);
}

} // namespace parvis
