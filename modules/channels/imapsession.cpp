#include "channels/imapsession.h"

#include <QtCore/QRegularExpression>

#include <poll.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype mostLine = 1024 * 1024; // some 100,000 numbers of unread mails
constexpr qsizetype mostAnswers = 10'000;   // to one command
constexpr qsizetype mostLiterals = 8;       // in one answer

Error noImap(const QString &what)
{
    return {ErrorCode::Network, u"IMAP: "_s + what};
}

} // namespace

ImapSession::~ImapSession()
{
    if (!m_transfer.handle())
        return;
    std::size_t sent = 0;
    constexpr QByteArrayView goodbye("Z LOGOUT\r\n");
    if (m_commands > 0 && m_transfer.mayGoOn())
        curl_easy_send(m_transfer.handle(), goodbye.data(), std::size_t(goodbye.size()), &sent);
    m_transfer.hangUp();
}

Status ImapSession::open(const QString &user, const QString &password, bool isOpen)
{
    CURL *curl = m_transfer.handle();
    if (!curl)
        return Error{ErrorCode::Unavailable, u"curl"_s};
    curl_easy_setopt(curl, CURLOPT_USE_SSL, long(isOpen ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_USERNAME, user.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L); // and sign in
    const CURLcode code = curl_easy_perform(curl);
    return code == CURLE_OK ? success() : Status(m_transfer.failure(code));
}

Status ImapSession::wait(short events)
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(m_transfer.handle(), CURLINFO_ACTIVESOCKET, &socket);
    if (socket == CURL_SOCKET_BAD)
        return noImap(u"cut"_s);
    constexpr int second = 1000;
    pollfd waited{socket, events, 0};
    while (m_transfer.mayGoOn()) {
        if (::poll(&waited, 1, second) != 0) // an error shows when it is read
            return success();
    }
    return m_transfer.failure(CURLE_ABORTED_BY_CALLBACK);
}

Status ImapSession::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        std::size_t sent = 0;
        const CURLcode code = curl_easy_send(m_transfer.handle(), bytes.constData() + at, std::size_t(bytes.size() - at), &sent);
        if (code == CURLE_AGAIN) {
            if (const Status ready = wait(POLLOUT); !ready)
                return ready;
            continue;
        }
        if (code != CURLE_OK)
            return m_transfer.failure(code);
        at += qsizetype(sent);
    }
    return success();
}

Status ImapSession::fillUntil(qsizetype size)
{
    constexpr std::size_t atOnce = 64 * 1024;
    std::vector<char> buffer(atOnce);
    while (m_bytes.size() < size) {
        if (!m_transfer.mayGoOn())
            return m_transfer.failure(CURLE_ABORTED_BY_CALLBACK);
        std::size_t came = 0;
        const CURLcode code = curl_easy_recv(m_transfer.handle(), buffer.data(), buffer.size(), &came);
        if (code == CURLE_AGAIN) {
            if (const Status ready = wait(POLLIN); !ready)
                return ready;
            continue;
        }
        if (code != CURLE_OK)
            return m_transfer.failure(code);
        if (came == 0)
            return noImap(u"cut"_s);
        m_bytes.append(buffer.data(), qsizetype(came));
    }
    return success();
}

Result<QByteArray> ImapSession::take(qsizetype size)
{
    if (const Status filled = fillUntil(size); !filled)
        return filled.error();
    const QByteArray taken = m_bytes.left(size);
    m_bytes.remove(0, size);
    return taken;
}

Result<QByteArray> ImapSession::line()
{
    qsizetype end = -1;
    for (qsizetype from = 0; (end = m_bytes.indexOf("\r\n", from)) < 0;) {
        from = std::max<qsizetype>(0, m_bytes.size() - 1);
        if (m_bytes.size() > mostLine)
            return noImap(u"a line without end"_s);
        if (const Status filled = fillUntil(m_bytes.size() + 1); !filled)
            return filled.error();
    }
    auto taken = take(end + 2);
    if (taken)
        taken.value().chop(2);
    return taken;
}

Result<ImapAnswer> ImapSession::answer()
{
    static const QRegularExpression literal(u"\\{(\\d{1,10})\\}\\z"_s);
    ImapAnswer answer;
    while (true) {
        const auto part = line();
        if (!part)
            return part.error();
        answer.line += *part;
        constexpr qsizetype longest = 13; // of the literal's length
        const QRegularExpressionMatch match = literal.match(QString::fromLatin1(part->right(longest)));
        if (!match.hasMatch())
            return answer;
        const qint64 size = match.captured(1).toLongLong();
        if (size > m_mostBytes || answer.literals.size() == mostLiterals || answer.line.size() > mostLine)
            return noImap(u"too much"_s);
        const auto bytes = take(size);
        if (!bytes)
            return bytes.error();
        answer.literals.append(*bytes);
        answer.line.chop(match.capturedLength());
        answer.line += "{}";
    }
}

Result<QList<ImapAnswer>> ImapSession::ask(const QByteArray &command)
{
    const QByteArray tag = 'P' + QByteArray::number(++m_commands) + ' ';
    if (const Status sent = send(tag + command + "\r\n"); !sent)
        return sent.error();
    QList<ImapAnswer> answers;
    while (answers.size() < mostAnswers) {
        const auto next = answer();
        if (!next)
            return next.error();
        answers.append(*next);
        const QByteArray line = next->line.toUpper();
        if (line.startsWith("* BYE"))
            return noImap(u"BYE"_s);
        if (line.startsWith("* "))
            continue;
        if (!line.startsWith(tag))
            return noImap(u"no answer"_s);
        const QByteArray word = line.mid(tag.size()).split(' ').constFirst();
        if (word == "OK")
            return answers;
        if (word == "NO" || word == "BAD")
            return Error{ErrorCode::Forbidden, u"IMAP: "_s + QString::fromLatin1(word)};
        return noImap(u"no answer"_s);
    }
    return noImap(u"too much"_s);
}

} // namespace parvis
