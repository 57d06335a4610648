#include "channels/mailmessage.h"

#include "channels/mime.h"
#include "domain/notifying.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

template <typename T>
using Owned = MimeOwned<T>;

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<Error> faultOf(const MailMessage &message)
{
    static const QRegularExpression idForm(u"\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\\z"_s);
    static const QRegularExpression headerForm(u"\\A[A-Za-z0-9-]+\\z"_s);
    const auto isAddress = [](const MailAddress &who) { return isMailAddress(who.address) && isOneLine(who.name); };
    const auto fault = [](const QString &what) { return Error{ErrorCode::InvalidInput, what}; };
    if (!isAddress(message.from))
        return fault(u"from"_s);
    if (message.to.isEmpty() || !std::all_of(message.to.begin(), message.to.end(), isAddress))
        return fault(u"to"_s);
    if (!message.replyTo.address.isEmpty() && !isAddress(message.replyTo))
        return fault(u"reply-to"_s);
    if (!message.returnPath.isEmpty() && !isMailAddress(message.returnPath))
        return fault(u"return-path"_s);
    if (!isOneLine(message.subject))
        return fault(u"subject"_s);
    if (!idForm.match(message.messageId).hasMatch())
        return fault(u"message-id"_s);
    for (auto it = message.headers.begin(); it != message.headers.end(); ++it) {
        if (!headerForm.match(QString::fromLatin1(it.key())).hasMatch() || !isOneLine(it.value()))
            return fault(u"header"_s);
    }
    return std::nullopt;
}

Owned<GMimeDataWrapper> contentOf(const QByteArray &bytes)
{
    const Owned<GMimeStream> stream = mimeStream(bytes);
    return Owned<GMimeDataWrapper>(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
}

//! Quoted-printable: lines of any length pass, and whoever looks at the wire can read it.
Owned<GMimeObject> textPart(const QString &text, const char *subtype)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype(subtype));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    const Owned<GMimeDataWrapper> content = contentOf(lines.toUtf8());
    g_mime_part_set_content(GMIME_PART(part.get()), content.get());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return Owned<GMimeObject>(GMIME_OBJECT(part.release()));
}

Owned<GMimeObject> attachmentPart(const MailAttachment &attachment)
{
    static const QRegularExpression typeForm(u"\\A([A-Za-z0-9!#$&^_.+-]+)/([A-Za-z0-9!#$&^_.+-]+)\\z"_s);
    const QRegularExpressionMatch match = typeForm.match(QString::fromLatin1(attachment.mediaType));
    const bool isType = match.hasMatch();
    const QByteArray type = match.captured(1).toLatin1(), subtype = match.captured(2).toLatin1();
    Owned<GMimePart> part(
        g_mime_part_new_with_type(isType ? type.constData() : "application", isType ? subtype.constData() : "octet-stream"));
    const Owned<GMimeDataWrapper> content = contentOf(attachment.bytes);
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), GMIME_DISPOSITION_ATTACHMENT);
    g_mime_part_set_filename(part.get(), attachment.name.toUtf8().constData());
    return Owned<GMimeObject>(GMIME_OBJECT(part.release()));
}

Owned<GMimeObject> multipart(const char *subtype, const std::vector<Owned<GMimeObject>> &parts)
{
    Owned<GMimeMultipart> whole(g_mime_multipart_new_with_subtype(subtype));
    for (const Owned<GMimeObject> &part : parts)
        g_mime_multipart_add(whole.get(), part.get());
    return Owned<GMimeObject>(GMIME_OBJECT(whole.release()));
}

Owned<GMimeObject> bodyOf(const MailMessage &message)
{
    Owned<GMimeObject> body = textPart(message.text, "plain");
    if (!message.html.isEmpty()) {
        std::vector<Owned<GMimeObject>> both;
        both.push_back(std::move(body));
        both.push_back(textPart(message.html, "html"));
        body = multipart("alternative", both);
    }
    if (message.attachments.isEmpty())
        return body;
    std::vector<Owned<GMimeObject>> parts;
    parts.push_back(std::move(body));
    for (const MailAttachment &attachment : message.attachments)
        parts.push_back(attachmentPart(attachment));
    return multipart("mixed", parts);
}

//! All of \a text in encoded words (RFC 2047).
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype most = 45; // bytes in a word of 75 characters
    QByteArrayList words;
    QByteArray word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append("=?utf-8?B?" + word.toBase64() + "?=");
        word.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (word.size() + bytes.size() > most)
            end();
        word += bytes;
    }
    end();
    return words.join(' ');
}

bool looksEncoded(const QString &text)
{
    return text.contains("=?"_L1);
}

//! As GMime is to encode it where need be. What looks encoded already would go out as it stands, and be read as what it encodes.
QByteArray headerText(const QString &text)
{
    return looksEncoded(text) ? encodedWords(text) : text.toUtf8();
}

//! A name goes out in one piece: GMime would mix encoded words and quoted ones, whose blanks readers lose or double.
QByteArray personsName(const QString &name)
{
    const bool isAscii = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii && !looksEncoded(name) ? name.toUtf8() : encodedWords(name);
}

void addMailbox(GMimeMessage *mail, GMimeAddressType type, const MailAddress &who)
{
    const QByteArray name = personsName(who.name);
    const Owned<InternetAddress> mailbox(
        internet_address_mailbox_new(name.isEmpty() ? nullptr : name.constData(), who.address.toLatin1().constData()));
    internet_address_set_charset(mailbox.get(), "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(mail, type), mailbox.get());
}

} // namespace

Result<QByteArray> composed(const MailMessage &message)
{
    if (const auto fault = faultOf(message))
        return *fault;
    startMime();
    const Owned<GMimeMessage> mail(g_mime_message_new(TRUE));
    addMailbox(mail.get(), GMIME_ADDRESS_TYPE_FROM, message.from);
    for (const MailAddress &who : message.to)
        addMailbox(mail.get(), GMIME_ADDRESS_TYPE_TO, who);
    if (!message.replyTo.address.isEmpty())
        addMailbox(mail.get(), GMIME_ADDRESS_TYPE_REPLY_TO, message.replyTo);
    g_mime_message_set_subject(mail.get(), headerText(message.subject).constData(), "utf-8");
    g_mime_message_set_message_id(mail.get(), message.messageId.toLatin1().constData());
    constexpr qint64 secondMs = 1000;
    const Owned<GDateTime> date(g_date_time_new_from_unix_utc(message.date.ms / secondMs));
    g_mime_message_set_date(mail.get(), date.get());
    for (auto it = message.headers.begin(); it != message.headers.end(); ++it)
        g_mime_object_set_header(GMIME_OBJECT(mail.get()), it.key().constData(), headerText(it.value()).constData(), "utf-8");
    const Owned<GMimeObject> body = bodyOf(message);
    g_mime_message_set_mime_part(mail.get(), body.get());

    const Owned<GMimeFormatOptions> options(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    if (g_mime_object_write_to_stream(GMIME_OBJECT(mail.get()), options.get(), out.get()) < 0)
        return Error{ErrorCode::InvalidInput, u"message"_s};
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

} // namespace parvis
