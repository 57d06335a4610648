#pragma once

#include "hub_http/certificate.h"
#include "hub_http/message.h"

#include <chrono>

namespace parvis {

struct HttpOptions
{
    QString address = QStringLiteral("127.0.0.1"); //!< IPv4 or IPv6
    quint16 port = 0;                              //!< 0: any free one
    Certificate certificate;
    Limits limits;

    int ioThreads = 0; //!< 0: one per core
    int workers = 16;  //!< requests that may block at once: as many pushes share one transaction
    int signIns = 4;
    int queuedJobs = 1000;  //!< waiting for a worker; more are answered 503
    int connections = 2000; //!< more are closed at once
    int requestsPerConnection = 10000;

    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headerTime{10'000}; //!< from the first byte to the blank line
    std::chrono::milliseconds bodyTime{30'000};
    std::chrono::milliseconds writeTime{30'000};
    qint64 slowestBytesPerSecond = 8192;         //!< long answers get so much more time
    std::chrono::milliseconds idleTime{60'000};  //!< between requests
    std::chrono::milliseconds lingerTime{2'000}; //!< for a refused sender to notice, and for farewells
    std::chrono::milliseconds heartbeat{25'000};
    std::chrono::milliseconds grace{10'000}; //!< for the requests under way when the server stops

    //! One JSON object for each request: time, method, route, status, ms, bytes, session (a hash's beginning). Never a name, a
    //! query's value or a body.
    LogSink log;
};

//! HTTP/1.1 over TLS 1.2 or later. Every read and write has a time limit; headers and bodies have sizes; a connection that
//! breaks them is answered if it can be, and cut. Its threads are its own.
class HttpServer
{
public:
    //! Listens when it returns. Unavailable if the address can't be had, Certificate if the key is unusable.
    static Result<std::unique_ptr<HttpServer>> start(HttpOptions options, HttpHandler &handler);
    ~HttpServer(); //!< stops

    quint16 port() const;

    //! Sends `event: head` with \a data to every open stream, and to those that open later. Only the last one counts: a slow
    //! reader skips what it missed. Any thread.
    void hint(const QByteArray &data);

    //! Accepts no more, lets the requests under way end within the grace time, closes the streams, then everything. Blocks; may
    //! be called again.
    void stop();

private:
    struct Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace parvis
