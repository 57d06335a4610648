#pragma once

#include "hub_http/httpserver.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

// The inside of HttpServer: what it and its connections share, and one connection.

namespace parvis {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

class HttpConnection;

//! The sockets of one thread, all touched by that thread alone.
struct HttpLoop
{
    std::set<HttpConnection *> connections; // outlives the context, whose end destroys connections
    std::atomic_bool hinted = false;
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    std::thread thread;
};

//! What all threads of a server share.
struct HttpShared
{
    HttpShared(HttpOptions o, HttpHandler &h)
        : options(std::move(o)), handler(h), work(pool(options.workers)), signIn(pool(options.signIns))
    {}
    static std::size_t pool(int threads) { return static_cast<std::size_t>(std::max(threads, 1)); }

    QByteArray latestHint()
    {
        const std::scoped_lock lock(mutex);
        return hint;
    }

    const HttpOptions options;
    HttpHandler &handler;
    ssl::context tls{ssl::context::tls_server};
    std::atomic_bool draining = false;
    std::atomic_int jobs = 0;
    std::mutex mutex; // guards what follows
    std::condition_variable closed;
    int connections = 0;
    QByteArray hint;
    asio::thread_pool work;
    asio::thread_pool signIn;
};

//! One desk's line, from its handshake to its end; every member in its loop's thread.
class HttpConnection
{
public:
    HttpConnection(HttpShared &shared, HttpLoop &loop, tcp::socket socket);
    ~HttpConnection();
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    void wake() { m_wake.cancel(); }

    void drain(); //!< ends once what is being answered is answered
    void abort() { beast::get_lowest_layer(m_stream).close(); }

    asio::awaitable<void> run(); //!< until the connection ends

private:
    using Parser = http::request_parser<http::string_body>;

    void expireAfter(std::chrono::milliseconds time) { beast::get_lowest_layer(m_stream).expires_after(time); }

    void acknowledgeAtOnce();
    asio::awaitable<bool> serveOne(bool mayKeep); //!< true while the connection goes on
    asio::awaitable<bool> waitForFirstByte();

    HttpRequest requestOf(const Parser &parser) const;
    static bool isMalformed(const error_code &ec); //!< what the sender did wrong
    static Problem problemOf(const error_code &ec);

    asio::awaitable<HttpResponse> answer(const HttpRequest &request, HttpLane lane);
    static asio::awaitable<HttpResponse> job(HttpHandler &handler, const HttpRequest &request);
    asio::awaitable<bool> respond(const HttpRequest &request, const QByteArray &route, const HttpResponse &response, bool keep);
    asio::awaitable<bool> refuse(const HttpRequest &request, const QByteArray &route, const HttpResponse &response);
    asio::awaitable<bool> close();
    asio::awaitable<bool> send(const QByteArray &data);
    asio::awaitable<bool> streamHints(const HttpRequest &request, const QByteArray &route);
    void log(const HttpRequest &request, const QByteArray &route, int status, qint64 size) const;

    HttpShared &m_shared;
    HttpLoop &m_loop;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer{64 * 1024};
    asio::steady_timer m_wake;
    QString m_peer;
    std::chrono::steady_clock::time_point m_started;
    qint64 m_streamed = 0;
    bool m_idle = false;
    bool m_lingers = false;
};

} // namespace parvis
