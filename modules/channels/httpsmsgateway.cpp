#include "channels/httpsmsgateway.h"

#include "channels/curltransfer.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostBytes = 64 * 1024; // of an answer
constexpr int mostParts = 255;       // 3GPP TS 23.040, 9.2.3.24.1

bool isGatewayId(const QString &id)
{
    static const QRegularExpression form(u"\\A(?!\\.{1,2}\\z)[A-Za-z0-9._~-]{1,128}\\z"_s);
    return form.match(id).hasMatch();
}

//! A code of the gateway, fit for a log; anything else it says stays there, for it could be a number.
QString word(const QJsonValue &value)
{
    static const QRegularExpression form(u"\\A[A-Za-z_-][A-Za-z0-9_-]{0,63}\\z"_s);
    return form.match(value.toString()).hasMatch() ? value.toString() : QString();
}

std::size_t take(char *data, std::size_t size, std::size_t count, void *user)
{
    auto *bytes = static_cast<QByteArray *>(user);
    const auto came = qsizetype(size) * qsizetype(count);
    if (bytes->size() + came > mostBytes)
        return 0; // ends the transfer
    bytes->append(data, came);
    return size * count;
}

enum class Meaning { Taken, Never, Later, NotFromUs, NobodyKnows };

Meaning meaningOf(long status)
{
    constexpr long ok = 200, created = 201, accepted = 202, redirections = 300, faults = 500;
    static constexpr std::array<long, 3> never{400, 413, 422};
    static constexpr std::array<long, 5> later{408, 409, 425, 429, 503};
    const auto isOne = [status](const auto &of) { return std::find(of.begin(), of.end(), status) != of.end(); };
    if (status == ok || status == created || status == accepted)
        return Meaning::Taken;
    if (isOne(never))
        return Meaning::Never;
    if (isOne(later))
        return Meaning::Later;
    return status >= redirections && status < faults ? Meaning::NotFromUs : Meaning::NobodyKnows;
}

} // namespace

struct HttpSmsGateway::Answer
{
    long status = 0;
    int retryAfterSeconds = 0;
    QJsonObject body; //!< empty: none that could be read

    Error error() const
    {
        const QString code = word(body.value("code"_L1));
        const QString detail = u"HTTP %1"_s.arg(status) + (code.isEmpty() ? QString() : u" (%1)"_s.arg(code));
        switch (meaningOf(status)) {
        case Meaning::Never: return {ErrorCode::Forbidden, detail};
        case Meaning::Later: return {ErrorCode::Unavailable, detail, retryAfterSeconds};
        case Meaning::NotFromUs: return {ErrorCode::Unauthenticated, detail};
        default: return {ErrorCode::Network, detail};
        }
    }
};

Status HttpSmsGateway::check(const SmsGatewayOptions &options)
{
    static const QRegularExpression tokenForm(u"\\A[\\x21-\\x7e]{1,4096}\\z"_s);
    static const QRegularExpression senderForm(
        u"\\A(?:(?=[A-Za-z0-9 ]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ]{1,9}[A-Za-z0-9]|\\+?[0-9]{3,15})\\z"_s);
    const auto fault = [](const QString &what) { return Error{ErrorCode::InvalidInput, what}; };
    const QUrl &url = options.url;
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisMachine(url.host()));
    if (!url.isValid() || !isSafe || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fault(u"url"_s);
    if (!tokenForm.match(options.token).hasMatch())
        return fault(u"token"_s);
    if (!senderForm.match(options.sender).hasMatch())
        return fault(u"sender"_s);
    return success();
}

Result<HttpSmsGateway::Answer> HttpSmsGateway::ask(const QByteArray &url, const QByteArray &body, const QString &reference,
                                                   const std::function<bool()> &goesOn) const
{
    if (const Status checked = check(m_options); !checked)
        return checked.error();
    QByteArray bytes; // outlives the transfer
    CurlList headers;
    append(headers, "Accept: application/json");
    append(headers, "Authorization: Bearer " + m_options.token.toLatin1());
    if (!body.isEmpty()) {
        append(headers, "Content-Type: application/json");
        append(headers, "Idempotency-Key: " + reference.toLatin1());
        append(headers, "Expect:");
    }
    const CurlTransfer transfer({url, "https,http", m_options.caFile, m_options.connectMs, m_options.wholeMs}, goesOn);
    CURL *curl = transfer.handle();
    if (!curl)
        return Error{ErrorCode::Unavailable, u"curl"_s};
    if (isThisMachine(m_options.url.host()))
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*"); // the token would leave this machine in the clear
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Parvis");
    if (!body.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, long(body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.constData());
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &bytes);
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK)
        return transfer.failure(code);
    Answer answer;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_off_t wait = 0;
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
    constexpr curl_off_t day = 86'400;
    answer.retryAfterSeconds = int(std::clamp<curl_off_t>(wait, 0, day));
    answer.body = QJsonDocument::fromJson(bytes).object();
    return answer;
}

Result<SmsReceipt> HttpSmsGateway::send(const SmsMessage &message, const std::function<bool()> &goesOn)
{
    if (const Status checked = checkSms(message); !checked)
        return checked.error();
    const QJsonObject body{
        {u"to"_s, message.to}, {u"from"_s, m_options.sender}, {u"text"_s, message.text}, {u"reference"_s, message.reference}};
    const auto answer =
        ask(m_options.url.toEncoded(), QJsonDocument(body).toJson(QJsonDocument::Compact), message.reference, goesOn);
    if (!answer)
        return answer.error();
    if (meaningOf(answer->status) != Meaning::Taken)
        return answer->error();
    const SmsReceipt receipt{answer->body.value("id"_L1).toString(), answer->body.value("parts"_L1).toInt()};
    const QString echo = answer->body.value("reference"_L1).toString(message.reference);
    if (!isGatewayId(receipt.gatewayId) || receipt.parts < 0 || receipt.parts > mostParts || echo != message.reference)
        return Error{ErrorCode::Network, u"answer"_s};
    return receipt;
}

Result<SmsState> HttpSmsGateway::state(const QString &gatewayId, const std::function<bool()> &goesOn)
{
    if (!isGatewayId(gatewayId))
        return Error{ErrorCode::InvalidInput, u"id"_s};
    QByteArray url = m_options.url.toEncoded();
    url += (url.endsWith('/') ? "" : "/") + gatewayId.toLatin1();
    const auto answer = ask(url, {}, {}, goesOn);
    if (!answer)
        return answer.error();
    constexpr long notFound = 404;
    if (answer->status == notFound)
        return SmsState();
    if (meaningOf(answer->status) != Meaning::Taken)
        return answer->error();
    const QString state = answer->body.value("state"_L1).toString();
    if (answer->body.value("id"_L1).toString() != gatewayId || state.isEmpty())
        return Error{ErrorCode::Network, u"answer"_s};
    if (state == "accepted"_L1)
        return SmsState{SmsState::Kind::Accepted, {}};
    if (state == "delivered"_L1)
        return SmsState{SmsState::Kind::Delivered, {}};
    if (state == "failed"_L1)
        return SmsState{SmsState::Kind::Failed, word(answer->body.value("reason"_L1))};
    return SmsState();
}

} // namespace parvis
