#include "channels/replymail.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool isIsolate(QChar c)
{
    return c >= QChar(0x2066) && c <= QChar(0x2069);
}

//! Marks that turn the direction of what follows, or that nobody sees.
bool turns(QChar c)
{
    constexpr std::array<char16_t, 4> marks{0x061C, 0x200E, 0x200F, 0xFEFF};
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || isIsolate(c) || std::find(marks.begin(), marks.end(), c) != marks.end();
}

//! Each isolate is closed, so that it orders nothing around it (UAX #9).
bool closesIsolates(const QString &text)
{
    int depth = 0;
    for (const QChar c : text) {
        if (isIsolate(c))
            depth += c == QChar(0x2069) ? -1 : 1;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

//! A name with marks of direction could show "facture-fdp.exe" as "facture-exe.pdf", or an address as another. Isolates that are
//! closed stay, if \a keepsIsolates: they stand there to protect what is around a name in Arabic or Hebrew.
QString inOneLine(const QString &text, bool keepsIsolates = false)
{
    const bool keeps = keepsIsolates && closesIsolates(text);
    QString line;
    for (const QChar c : text) {
        if (turns(c) && !(keeps && isIsolate(c)))
            continue;
        const bool ends = c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                          c.category() == QChar::Separator_Paragraph;
        line += ends ? QChar(u' ') : c;
    }
    return line.simplified();
}

QString inLines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    erase_if(text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    return text;
}

//! No folders, and nothing that is none to some system.
QString fileName(const QString &text)
{
    QString name = inOneLine(text);
    for (const QChar c : u"/\\:*?\"<>|"_s)
        name.replace(c, u'-');
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? u"document"_s : name;
}

MailAddress cleaned(const MailAddress &who)
{
    return {inOneLine(who.name), who.address};
}

QString document(const QString &title, const QString &body)
{
    // Mail programs know little of style: a readable measure and a common letter, nothing from elsewhere.
    return u"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s + title.toHtmlEscaped() +
           u"</title>\n</head>\n<body style=\"max-width: 40em; font-family: sans-serif; line-height: 1.5;\">\n"_s +
           inLines(body) + u"</body>\n</html>\n"_s;
}

} // namespace

MailMessage replyMail(const ReplyMail &reply)
{
    MailMessage message;
    message.from = cleaned(reply.from);
    message.to = {cleaned(reply.to)};
    message.replyTo = cleaned(reply.replyTo);
    message.returnPath = reply.returnPath;
    message.subject = inOneLine(reply.subject, true);
    message.text = inLines(reply.text);
    if (!reply.htmlBody.isEmpty())
        message.html = document(message.subject, reply.htmlBody);
    for (const MailAttachment &attachment : reply.attachments)
        message.attachments.append({fileName(attachment.name), attachment.mediaType, attachment.bytes});
    message.messageId = reply.messageId;
    message.date = reply.date;
    if (reply.written != ReplyMail::Written::ByPeople)
        message.headers.insert("Auto-Submitted",
                               reply.written == ReplyMail::Written::InAnswer ? u"auto-replied"_s : u"auto-generated"_s);
    return message;
}

} // namespace parvis
