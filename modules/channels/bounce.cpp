#include "channels/bounce.h"

#include "channels/mime.h"
#include "domain/notifying.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostRecipients = 100;
constexpr qsizetype mostWords = 500;

using Action = BouncedRecipient::Action;

MimeOwned<GMimeMessage> parsed(const QByteArray &bytes)
{
    const MimeOwned<GMimeStream> stream = mimeStream(bytes);
    const MimeOwned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return MimeOwned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

bool isType(GMimeObject *part, const char *type, std::initializer_list<const char *> subtypes)
{
    GMimeContentType *const said = g_mime_object_get_content_type(part);
    return said && std::any_of(subtypes.begin(), subtypes.end(),
                               [&](const char *subtype) { return g_mime_content_type_is_type(said, type, subtype); });
}

QByteArray contentOf(GMimeObject *part)
{
    GMimeDataWrapper *const content = GMIME_IS_PART(part) ? g_mime_part_get_content(GMIME_PART(part)) : nullptr;
    if (!content)
        return {};
    const MimeOwned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

//! In one line, without what a terminal or a list would take for more than words.
QString words(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        if (category != QChar::Other_Format && category != QChar::Other_Surrogate)
            clean += category == QChar::Other_Control ? QChar(u' ') : c;
    }
    return clean.simplified().left(mostWords);
}

QString header(GMimeMessage *fields, const char *name)
{
    const char *value = g_mime_object_get_header(GMIME_OBJECT(fields), name);
    return value ? words(QString::fromUtf8(value)) : QString();
}

//! "rfc822; a@b.example" without the type.
QString afterType(const QString &field)
{
    return field.section(u';', 1).trimmed();
}

std::optional<Action> actionOf(const QString &word)
{
    static const std::array<std::pair<QString, Action>, 5> actions{{{u"failed"_s, Action::Failed},
                                                                    {u"delayed"_s, Action::Delayed},
                                                                    {u"delivered"_s, Action::Delivered},
                                                                    {u"relayed"_s, Action::Relayed},
                                                                    {u"expanded"_s, Action::Expanded}}};
    const QString first = word.section(u' ', 0, 0).toLower();
    const auto *it = std::find_if(actions.begin(), actions.end(), [&first](const auto &pair) { return pair.first == first; });
    return it == actions.end() ? std::nullopt : std::optional(it->second);
}

//! The groups of fields are headers once more, parted by empty lines; the first is about the mail as a whole.
QList<BouncedRecipient> recipientsOf(QByteArray report)
{
    static const QRegularExpression statusForm(u"\\A([245]\\.\\d{1,3}\\.\\d{1,3})(?: |\\z)"_s);
    report.replace("\r\n", "\n");
    QList<BouncedRecipient> recipients;
    for (qsizetype at = 0; at < report.size() && recipients.size() < mostRecipients;) {
        const qsizetype end = report.indexOf("\n\n", at);
        const QByteArray group = report.mid(at, end < 0 ? -1 : end - at).trimmed();
        at = end < 0 ? report.size() : end + 2;
        if (group.isEmpty())
            continue;
        const MimeOwned<GMimeMessage> fields = parsed(group + "\n\n");
        if (!fields)
            continue;
        const QString original = afterType(header(fields.get(), "Original-Recipient"));
        const QString final = afterType(header(fields.get(), "Final-Recipient"));
        const std::optional<Action> action = actionOf(header(fields.get(), "Action"));
        const QString address = isMailAddress(original) ? original : final;
        if (!action || !isMailAddress(address))
            continue;
        recipients.append({address, *action, statusForm.match(header(fields.get(), "Status")).captured(1),
                           afterType(header(fields.get(), "Diagnostic-Code"))});
    }
    return recipients;
}

QString idIn(const QString &text)
{
    static const QRegularExpression form(u"\\A\\s*<?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,128}@[A-Za-z0-9.-]{1,128})>?\\s*\\z"_s);
    return form.match(text).captured(1);
}

//! Of the mail that the report returns, or at least its headers.
QString returnedId(GMimeObject *part)
{
    if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage *const mail = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        return mail ? idIn(header(mail, "Message-ID")) : QString();
    }
    if (!isType(part, "text", {"rfc822-headers"}) && !isType(part, "message", {"rfc822", "global", "global-headers"}))
        return {};
    const MimeOwned<GMimeMessage> mail = parsed(contentOf(part).trimmed() + "\n\n");
    return mail ? idIn(header(mail.get(), "Message-ID")) : QString();
}

} // namespace

Result<std::optional<Bounce>> bounceOf(const QByteArray &mail)
{
    const auto nothing = [] { return std::optional<Bounce>(); };
    startMime();
    const MimeOwned<GMimeMessage> message = mail.trimmed().isEmpty() ? nullptr : parsed(mail);
    if (!message)
        return Error{ErrorCode::InvalidInput, u"mail"_s};
    GMimeObject *const whole = g_mime_message_get_mime_part(message.get());
    if (!whole || !GMIME_IS_MULTIPART(whole) || !isType(whole, "multipart", {"report"}))
        return nothing();
    const QByteArray kind = g_mime_object_get_content_type_parameter(whole, "report-type");
    if (kind.compare("delivery-status", Qt::CaseInsensitive) != 0 &&
        kind.compare("global-delivery-status", Qt::CaseInsensitive) != 0)
        return nothing();
    Bounce bounce;
    GMimeMultipart *const parts = GMIME_MULTIPART(whole);
    const int count = std::min(g_mime_multipart_get_count(parts), 3); // words, report, returned mail: RFC 6522, 3
    for (int i = 0; i < count; ++i) {
        GMimeObject *const part = g_mime_multipart_get_part(parts, i);
        if (isType(part, "message", {"delivery-status", "global-delivery-status"}) && bounce.recipients.isEmpty())
            bounce.recipients = recipientsOf(contentOf(part));
        else if (!bounce.recipients.isEmpty() && bounce.messageId.isEmpty())
            bounce.messageId = returnedId(part);
    }
    if (bounce.messageId.isEmpty()) // nothing was returned; some servers answer to the mail instead
        bounce.messageId = idIn(header(message.get(), "In-Reply-To"));
    if (bounce.messageId.isEmpty() || bounce.recipients.isEmpty())
        return nothing();
    return std::optional(bounce);
}

} // namespace parvis
