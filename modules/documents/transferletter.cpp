#include "documents/transferletter.h"

#include "documents/letter.h"
#include "wording/french.h"
#include "wording/paragraphs.h"
#include "wording/replytemplate.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString bodyHtml(const TransferLetter &letter)
{
    QString html;
    const QStringList paragraphs = textOf(letter).split(u"\n\n"_s);
    for (const QString &paragraph : paragraphs)
        html += u"<p>"_s + paragraph.toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</p>"_s;
    return html;
}

} // namespace

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

Result<QByteArray> pdfOf(const TransferLetter &letter)
{
    Letter laid;
    laid.body = letter.town;
    laid.addressee = addressLines(letter.citizen);
    laid.day = letter.day;
    laid.references = {u"demande n° %1, reçue le %2"_s.arg(letter.number, frenchDay(letter.receivedOn))};
    laid.subject = letter.subject;
    laid.text = bodyHtml(letter);
    laid.signatory.lastName = letter.agent;
    laid.signatory.capacity = letter.service;
    return pdfOf(laid);
}

} // namespace parvis
