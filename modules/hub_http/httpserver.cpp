#include "hub_http/httpserver.h"

#include "base/log.h"
#include "hub_http/httpconnection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace parvis {

using namespace std::chrono_literals;

namespace {

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> serve(HttpShared &shared, HttpLoop &loop, tcp::socket socket)
{
    HttpConnection connection(shared, loop, std::move(socket));
    co_await connection.run();
}

// Callback of a connection's end; the connection itself is gone by then.
void reportFault(const std::exception_ptr &fault)
{
    try {
        if (fault)
            std::rethrow_exception(fault);
    } catch (const std::exception &e) {
        qCCritical(logHub, "a connection failed: %s", e.what());
    }
}

} // namespace

struct HttpServer::Private
{
    Private(HttpOptions options, HttpHandler &handler)
        : shared(std::move(options), handler), loops(makeLoops(shared.options.ioThreads))
    {}

    static std::vector<std::unique_ptr<HttpLoop>> makeLoops(int wanted)
    {
        const int cores = static_cast<int>(std::thread::hardware_concurrency());
        std::vector<std::unique_ptr<HttpLoop>> loops(HttpShared::pool(wanted > 0 ? wanted : cores));
        for (auto &loop : loops)
            loop = std::make_unique<HttpLoop>();
        return loops;
    }

    asio::awaitable<void> accept()
    {
        asio::steady_timer pause(loops.front()->context);
        for (std::size_t next = 0; acceptor.is_open(); ++next) {
            HttpLoop &loop = *loops[next % loops.size()];
            auto [ec, socket] = co_await acceptor.async_accept(loop.context, tuple);
            if (ec) { // out of descriptors, most likely: wait for some to be closed
                if (!acceptor.is_open())
                    co_return;
                pause.expires_after(100ms);
                co_await pause.async_wait(tuple);
                continue;
            }
            if (enter())
                asio::co_spawn(loop.context, serve(shared, loop, std::move(socket)), reportFault);
        }
    }

    bool enter()
    {
        const std::scoped_lock lock(shared.mutex);
        if (shared.draining || shared.connections >= shared.options.connections)
            return false;
        ++shared.connections;
        return true;
    }

    void eachConnection(void (HttpConnection::*what)())
    {
        for (const auto &loop : loops) {
            asio::post(loop->context, [&loop = *loop, what] {
                for (HttpConnection *connection : loop.connections)
                    (connection->*what)();
            });
        }
    }

    bool waitUntilEmpty(std::chrono::milliseconds time)
    {
        std::unique_lock lock(shared.mutex);
        return shared.closed.wait_for(lock, time, [this] { return shared.connections == 0; });
    }

    Status listen();

    HttpShared shared;
    std::vector<std::unique_ptr<HttpLoop>> loops;
    tcp::acceptor acceptor{loops.front()->context};
    quint16 port = 0;
    bool stopped = false;
};

Status HttpServer::Private::listen()
{
    try {
        ssl::context &tls = shared.tls;
        const Certificate &certificate = shared.options.certificate;
        tls.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                        ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
        tls.use_certificate_chain(
            asio::buffer(certificate.certificatePem.constData(), std::size_t(certificate.certificatePem.size())));
        tls.use_private_key(asio::buffer(certificate.keyPem.constData(), std::size_t(certificate.keyPem.size())),
                            ssl::context::pem);
    } catch (const boost::system::system_error &e) {
        return Error{ErrorCode::Certificate, QString::fromUtf8(e.what())};
    }
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(shared.options.address.toStdString()), shared.options.port);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(
            asio::socket_base::reuse_address(true)); // a restart must not wait for old connections to be forgotten
        acceptor.bind(endpoint);
        acceptor.listen();
        port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error &e) {
        return Error{ErrorCode::Unavailable, QString::fromStdString(e.code().message())};
    }
    asio::co_spawn(loops.front()->context, accept(), asio::detached);
    for (const auto &loop : loops)
        loop->thread = std::thread([&context = loop->context] { context.run(); });
    return success();
}

HttpServer::HttpServer(std::unique_ptr<Private> d) : d(std::move(d)) {}

HttpServer::~HttpServer()
{
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpOptions options, HttpHandler &handler)
{
    auto d = std::make_unique<Private>(std::move(options), handler);
    if (const Status listening = d->listen(); !listening)
        return listening.error();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

quint16 HttpServer::port() const
{
    return d->port;
}

void HttpServer::hint(const QByteArray &data)
{
    {
        const std::scoped_lock lock(d->shared.mutex);
        d->shared.hint = data;
    }
    for (const auto &loop : d->loops) {
        if (loop->hinted.exchange(true))
            continue;
        asio::post(loop->context, [&loop = *loop] {
            loop.hinted = false;
            for (HttpConnection *connection : loop.connections)
                connection->wake();
        });
    }
}

void HttpServer::stop()
{
    if (std::exchange(d->stopped, true))
        return;
    d->shared.draining = true;
    asio::post(d->loops.front()->context, [this] {
        error_code ignored;
        d->acceptor.close(ignored);
    });
    d->eachConnection(&HttpConnection::drain);
    if (!d->waitUntilEmpty(d->shared.options.grace)) {
        d->eachConnection(&HttpConnection::abort);
        d->waitUntilEmpty(2s);
    }
    d->shared.work.join();
    d->shared.signIn.join();
    for (const auto &loop : d->loops) {
        loop->guard.reset();
        loop->context.stop();
        loop->thread.join();
    }
}

} // namespace parvis
