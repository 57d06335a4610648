#include "channels/curltransfer.h"

#include <QtCore/QRegularExpression>

#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

sigset_t brokenPipe()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    return signals;
}

CURL *started()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return curl_easy_init();
}

} // namespace

bool isThisMachine(const QString &host)
{
    static const QRegularExpression ipv4(u"\\A127(\\.\\d{1,3}){3}\\z"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

void append(CurlList &list, const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(list.get(), line.constData());
    if (!longer)
        return;
    static_cast<void>(list.release());
    list.reset(longer);
}

CurlTransfer::CurlTransfer(const Options &options, const std::function<bool()> &goesOn)
    : m_goesOn(goesOn), m_until(options.wholeMs), m_signals(), m_handle(started())
{
    // A peer that goes away is an error of the transfer and no end of the program. libcurl sees to that only with signals of its
    // own, which a program with threads forbids it.
    sigset_t pending;
    sigpending(&pending);
    m_hadBrokenPipe = sigismember(&pending, SIGPIPE) == 1;
    const sigset_t signals = brokenPipe();
    pthread_sigmask(SIG_BLOCK, &signals, &m_signals);
    if (!m_handle)
        return;
    CURL *curl = m_handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, options.url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, options.protocols);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    const QByteArray caFile = options.caFile.toLocal8Bit();
    if (!caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, caFile.constData());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(options.connectMs));
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, socketOpened);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTDATA, this);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, closeSocket);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, this);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, askOn);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
}

CurlTransfer::~CurlTransfer()
{
    m_handle.reset();
    const sigset_t signals = brokenPipe();
    if (!m_hadBrokenPipe) {
        constexpr timespec atOnce{0, 0};
        while (sigtimedwait(&signals, nullptr, &atOnce) > 0) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &m_signals, nullptr);
}

bool CurlTransfer::mayGoOn() const
{
    return !m_until.hasExpired() && (!m_goesOn || m_goesOn());
}

void CurlTransfer::hangUp() const
{
    for (const curl_socket_t socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
}

int CurlTransfer::socketOpened(void *user, curl_socket_t socket, curlsocktype /*purpose*/)
{
    static_cast<CurlTransfer *>(user)->m_sockets.push_back(socket);
    return CURL_SOCKOPT_OK;
}

int CurlTransfer::closeSocket(void *user, curl_socket_t socket)
{
    std::erase(static_cast<CurlTransfer *>(user)->m_sockets, socket);
    return ::close(socket);
}

int CurlTransfer::askOn(void *user, curl_off_t /*down*/, curl_off_t /*downNow*/, curl_off_t /*up*/, curl_off_t /*upNow*/)
{
    const auto *transfer = static_cast<const CurlTransfer *>(user);
    if (transfer->mayGoOn())
        return 0;
    transfer->hangUp();
    return 1;
}

Error CurlTransfer::failure(CURLcode code, const QString &more) const
{
    QString detail = QString::fromLatin1(curl_easy_strerror(code));
    if (!more.isEmpty())
        detail += u" (%1)"_s.arg(more);
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK: return {m_until.hasExpired() ? ErrorCode::Network : ErrorCode::Aborted, detail};
    case CURLE_LOGIN_DENIED: return {ErrorCode::Unauthenticated, detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED: return {ErrorCode::Certificate, detail};
    default: return {ErrorCode::Network, detail};
    }
}

} // namespace parvis
