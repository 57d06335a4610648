#pragma once

#include "base/result.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QUrl>

#include <curl/curl.h>

#include <csignal>
#include <functional>
#include <memory>
#include <vector>

namespace parvis {

//! True for the spellings of the loopback address: what goes there needs no TLS.
bool isThisMachine(const QString &host);

struct CurlRelease
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, CurlRelease>;

void append(CurlList &list, const QByteArray &line);

//! One conversation of libcurl that ends in time and can be stopped. Belongs to one thread.
class CurlTransfer
{
public:
    struct Options
    {
        QByteArray url;
        const char *protocols = nullptr; //!< "smtp,smtps": no other is spoken
        QString caFile;                  //!< PEM; empty: whom the system trusts
        int connectMs = 0, wholeMs = 0;
    };

    //! \a goesOn (may be empty; outlives this) is asked about once a second.
    CurlTransfer(const Options &options, const std::function<bool()> &goesOn);
    ~CurlTransfer();
    Q_DISABLE_COPY_MOVE(CurlTransfer)

    CURL *handle() const { return m_handle.get(); } //!< null if there is no memory
    bool mayGoOn() const;
    //! Ends the connection under libcurl, which would say goodbye to a server that hangs, and wait for its answer.
    void hangUp() const;

    //! Why \a code: Aborted, Network (no answer, cut, out of time), Certificate, Unauthenticated. \a more goes into the detail.
    Error failure(CURLcode code, const QString &more = {}) const;

private:
    static int socketOpened(void *user, curl_socket_t socket, curlsocktype purpose);
    static int closeSocket(void *user, curl_socket_t socket);
    static int askOn(void *user, curl_off_t down, curl_off_t downNow, curl_off_t up, curl_off_t upNow);

    const std::function<bool()> &m_goesOn;
    const QDeadlineTimer m_until;
    std::vector<curl_socket_t> m_sockets;
    sigset_t m_signals; //!< that were blocked before
    bool m_hadBrokenPipe = false;
    std::unique_ptr<CURL, CurlRelease> m_handle; // last: closes its sockets
};

} // namespace parvis
