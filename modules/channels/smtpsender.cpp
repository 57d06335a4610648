#include "channels/smtpsender.h"

#include "channels/curltransfer.h"
#include "domain/notifying.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr long noneYet = 0;
constexpr long temporary = 400; // replies of RFC 5321, 4.2.1
constexpr long permanent = 500;

//! What goes out, and how far it came.
struct Outgoing
{
    QByteArray bytes;
    qsizetype at = 0;
    QByteArray command; //!< the last one: its first word, nothing of what it says
};

std::size_t readMore(char *buffer, std::size_t size, std::size_t count, void *user)
{
    auto *out = static_cast<Outgoing *>(user);
    const auto most = std::min(qsizetype(size * count), out->bytes.size() - out->at);
    std::memcpy(buffer, out->bytes.constData() + out->at, std::size_t(most));
    out->at += most;
    return std::size_t(most);
}

int watchCommands(CURL * /*handle*/, curl_infotype type, char *data, std::size_t size, void *user)
{
    constexpr qsizetype wordLength = 4;
    const QByteArray word(data, std::min(qsizetype(size), wordLength));
    if (type == CURLINFO_HEADER_OUT && word != "QUIT")
        static_cast<Outgoing *>(user)->command = word.trimmed();
    return 0;
}

const QString wholeMark = u", whole"_s;

Status outcome(CURLcode code, long reply, const Outgoing &out, const CurlTransfer &transfer)
{
    if (code == CURLE_OK)
        return success();
    const QByteArray &command = out.command;
    const QString whole = out.at == out.bytes.size() ? wholeMark : QString();
    const Error failure = transfer.failure(code, u"%1, %2%3"_s.arg(QString::number(reply), QString::fromLatin1(command), whole));
    const bool isReply = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_REMOTE_ACCESS_DENIED ||
                         code == CURLE_RECV_ERROR;
    if (!isReply || reply < temporary)
        return failure;
    // A sender whom the server does not want is no fault of the mail, and all others would fail too.
    const bool isAboutMail = command == "RCPT" || command == "DATA";
    if (reply < permanent)
        return Error{ErrorCode::Unavailable, failure.detail};
    return Error{isAboutMail ? ErrorCode::Forbidden : ErrorCode::Unauthenticated, failure.detail};
}

} // namespace

bool mayHaveBeenTaken(const Error &error)
{
    return (error.code == ErrorCode::Network || error.code == ErrorCode::Aborted) && error.detail.endsWith(wholeMark + u')');
}

Status SmtpSender::check(const SmtpOptions &options)
{
    const bool isScheme = options.server.scheme() == "smtp"_L1 || options.server.scheme() == "smtps"_L1;
    if (!options.returnPath.isEmpty() && !isMailAddress(options.returnPath))
        return Error{ErrorCode::InvalidInput, u"return-path"_s};
    if (!isScheme || options.server.host().isEmpty() || !options.server.userInfo().isEmpty())
        return Error{ErrorCode::InvalidInput, options.server.toString(QUrl::RemoveUserInfo)};
    return success();
}

Status SmtpSender::send(const MailMessage &message, const std::function<bool()> &goesOn)
{
    if (const Status checked = check(m_options); !checked)
        return checked;
    const auto bytes = composed(message);
    if (!bytes)
        return bytes.error();
    Outgoing out{*bytes, 0, {}}; // outlives the transfer
    const QByteArray url = m_options.server.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const CurlTransfer transfer({url, "smtp,smtps", m_options.caFile, m_options.connectMs, m_options.wholeMs}, goesOn);
    CURL *curl = transfer.handle();
    if (!curl)
        return Error{ErrorCode::Unavailable, u"curl"_s};
    QString returnPath = message.returnPath.isEmpty() ? m_options.returnPath : message.returnPath;
    if (returnPath.isEmpty())
        returnPath = message.from.address;
    const QByteArray from = '<' + returnPath.toLatin1() + '>';
    CurlList people;
    for (const MailAddress &who : message.to)
        append(people, '<' + who.address.toLatin1() + '>');
    const bool isOpen = m_options.server.scheme() == "smtp"_L1 && isThisMachine(m_options.server.host());
    curl_easy_setopt(curl, CURLOPT_USE_SSL, long(isOpen ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    const QByteArray user = m_options.user.toUtf8(), password = m_options.password.toUtf8();
    if (!user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, user.constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.constData());
    }
    constexpr int second = 1000;
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, long(std::max(1, m_options.wholeMs / second)));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, people.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, readMore);
    curl_easy_setopt(curl, CURLOPT_READDATA, &out);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); // into the function below, and nowhere else
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, watchCommands);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &out);
    const CURLcode code = curl_easy_perform(curl);
    long reply = noneYet;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    return outcome(code, reply, out, transfer);
}

} // namespace parvis
