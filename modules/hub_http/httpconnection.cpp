#include "hub_http/httpconnection.h"

#include "base/log.h"
#include "protocol/hashchain.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <netinet/in.h>
#include <netinet/tcp.h>

// GCC 12 destroys some temporaries of a co_await expression twice (conditional operators, converted arguments): what a coroutine
// is given here has a name and is passed by reference; it lives in the awaiting frame.

namespace parvis {

using std::chrono::steady_clock;
using namespace Qt::StringLiterals;

namespace {

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t discardedBytes = 8 * 1024 * 1024;

QByteArray bytes(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

beast::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString throttledPeer(const tcp::endpoint &endpoint)
{
    asio::ip::address address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    if (address.is_v6()) // one subscriber holds a /64
        return QString::fromStdString(asio::ip::network_v6(address.to_v6(), 64).canonical().to_string());
    return QString::fromStdString(address.to_string());
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

HttpResponse unavailable(const QString &detail)
{
    return problemResponse(Error{ErrorCode::Unavailable, detail, 2});
}

HttpResponse answerSafely(HttpHandler &handler, const HttpRequest &request)
{
    try {
        return handler.answer(request);
    } catch (const std::exception &e) {
        qCCritical(logHub, "a request failed: %s", e.what());
        return problemResponse(Error{ErrorCode::Storage, {}});
    }
}

} // namespace

HttpConnection::HttpConnection(HttpShared &shared, HttpLoop &loop, tcp::socket socket)
    : m_shared(shared), m_loop(loop), m_stream(std::move(socket), shared.tls), m_wake(loop.context)
{
    error_code ignored;
    beast::get_lowest_layer(m_stream).socket().set_option(tcp::no_delay(true), ignored);
    const auto endpoint = beast::get_lowest_layer(m_stream).socket().remote_endpoint(ignored);
    m_peer = throttledPeer(endpoint);
    m_loop.connections.insert(this);
}

HttpConnection::~HttpConnection()
{
    m_loop.connections.erase(this);
    const std::scoped_lock lock(m_shared.mutex);
    --m_shared.connections;
    m_shared.closed.notify_all();
}

void HttpConnection::drain()
{
    wake();
    if (m_idle)
        beast::get_lowest_layer(m_stream).cancel();
}

asio::awaitable<void> HttpConnection::run()
{
    expireAfter(m_shared.options.handshakeTime);
    if (auto [ec] = co_await m_stream.async_handshake(ssl::stream_base::server, tuple); ec)
        co_return;
    bool open = true;
    for (int served = 1; open; ++served)
        open = co_await serveOne(served < m_shared.options.requestsPerConnection);
}

// A desk's network library sends the rest of a body once the part before it is acknowledged (Nagle), which Linux puts off by
// 40 ms: as long as the whole work on 1,000 mutations. The kernel forgets the option at its next occasion to wait.
void HttpConnection::acknowledgeAtOnce()
{
    const int yes = 1;
    const int socket = beast::get_lowest_layer(m_stream).socket().native_handle();
    (void)setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes); // slower without it, no more
}

asio::awaitable<bool> HttpConnection::serveOne(bool mayKeep)
{
    if (m_buffer.size() == 0) {
        const bool begun = co_await waitForFirstByte();
        if (!begun)
            co_return false;
    }
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(m_shared.options.limits.headerBytes));
    parser.body_limit(static_cast<std::uint64_t>(m_shared.options.limits.bodyBytes));
    expireAfter(m_shared.options.headerTime);
    const auto [headError, size] = co_await http::async_read_header(m_stream, m_buffer, parser, tuple);
    m_started = steady_clock::now();
    if (headError && !isMalformed(headError))
        co_return false;
    HttpRequest request = requestOf(parser);
    if (headError && headError != http::error::body_limit) {
        const HttpResponse refusal = problemResponse(problemOf(headError));
        co_return co_await refuse(request, "-"_ba, refusal);
    }

    const HttpPlan plan = m_shared.handler.plan(request);
    std::optional<HttpResponse> refusal = plan.refusal;
    if (m_shared.draining)
        refusal = unavailable(QStringLiteral("the hub is stopping"));
    else if (!refusal && headError)
        refusal = problemResponse(problemOf(headError));
    if (refusal) {
        if (!parser.is_done() || headError)
            co_return co_await refuse(request, plan.route, *refusal);
        co_return co_await respond(request, plan.route, *refusal, mayKeep && parser.keep_alive());
    }

    if (!parser.is_done()) {
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n"_ba);
            if (!sent)
                co_return false;
        }
        expireAfter(m_shared.options.bodyTime);
        while (!parser.is_done()) {
            acknowledgeAtOnce();
            const auto [bodyError, read] = co_await http::async_read_some(m_stream, m_buffer, parser, tuple);
            if (isMalformed(bodyError)) {
                const HttpResponse bad = problemResponse(problemOf(bodyError));
                co_return co_await refuse(request, plan.route, bad);
            }
            if (bodyError)
                co_return false;
        }
    }
    const std::string body = std::move(parser.get().body());
    request.body = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));

    const HttpResponse response = co_await answer(request, plan.lane);
    if (response.stream)
        co_return co_await streamHints(request, plan.route);
    co_return co_await respond(request, plan.route, response, mayKeep && parser.keep_alive());
}

asio::awaitable<bool> HttpConnection::waitForFirstByte()
{
    if (m_shared.draining)
        co_return co_await close();
    expireAfter(m_shared.options.idleTime);
    m_idle = true;
    const auto [ec, size] = co_await m_stream.async_read_some(m_buffer.prepare(4096), tuple);
    m_idle = false;
    m_buffer.commit(size);
    if (ec == asio::error::operation_aborted || ec == ssl::error::stream_truncated || ec == asio::error::eof)
        co_return co_await close();
    co_return !ec;
}

HttpRequest HttpConnection::requestOf(const Parser &parser) const
{
    const auto &head = parser.get();
    HttpRequest request;
    request.method = bytes(head.method_string());
    const QByteArray target = bytes(head.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
    request.authorization = bytes(head[http::field::authorization]);
    request.schema = bytes(head["Parvis-Schema"]);
    request.uploadOffset = bytes(head["Upload-Offset"]);
    request.uploadLength = bytes(head["Upload-Length"]);
    request.range = bytes(head[http::field::range]);
    request.ifMatch = bytes(head[http::field::if_match]);
    request.ifNoneMatch = bytes(head[http::field::if_none_match]);
    request.peer = m_peer;
    return request;
}

// What the sender did wrong, as opposed to a line that was cut or too slow.
bool HttpConnection::isMalformed(const error_code &ec)
{
    static const auto &category = make_error_code(http::error::bad_method).category();
    return ec && ec.category() == category && ec != http::error::end_of_stream && ec != http::error::partial_message;
}

Problem HttpConnection::problemOf(const error_code &ec)
{
    if (ec == http::error::header_limit || ec == http::error::buffer_overflow)
        return {431, QStringLiteral("headers-too-large"), {}, 0, -1};
    if (ec == http::error::body_limit)
        return problemFor(Error{ErrorCode::TooLarge, QStringLiteral("body")});
    return problemFor(Error{ErrorCode::Protocol, QString::fromStdString(ec.message())});
}

asio::awaitable<HttpResponse> HttpConnection::answer(const HttpRequest &request, HttpLane lane)
{
    if (m_shared.jobs >= m_shared.options.queuedJobs)
        co_return unavailable(QStringLiteral("overloaded"));
    ++m_shared.jobs;
    asio::thread_pool &pool = lane == HttpLane::SignIn ? m_shared.signIn : m_shared.work;
    const HttpResponse response = co_await asio::co_spawn(pool, job(m_shared.handler, request), asio::use_awaitable);
    --m_shared.jobs;
    co_return response;
}

asio::awaitable<HttpResponse> HttpConnection::job(HttpHandler &handler, const HttpRequest &request)
{
    co_return answerSafely(handler, request);
}

asio::awaitable<bool> HttpConnection::respond(const HttpRequest &request, const QByteArray &route, const HttpResponse &response,
                                              bool keep)
{
    http::response<http::span_body<const char>> message{static_cast<http::status>(response.status), 11};
    message.set(http::field::date, view(httpDate()));
    message.set(http::field::cache_control, "no-store");
    message.set("Parvis-Schema", std::to_string(schemaVersion));
    for (const auto &[name, value] : response.headers)
        message.set(view(name), view(value));
    if (!response.contentType.isEmpty())
        message.set(http::field::content_type, view(response.contentType));
    keep = keep && !m_shared.draining;
    message.keep_alive(keep);
    if (response.status != 204 && response.status != 304)
        message.content_length(static_cast<std::uint64_t>(response.body.size()));
    if (request.method != "HEAD")
        message.body() = {response.body.constData(), static_cast<std::size_t>(response.body.size())};

    expireAfter(m_shared.options.writeTime + std::chrono::seconds(response.body.size() / m_shared.options.slowestBytesPerSecond));
    const auto [ec, size] = co_await http::async_write(m_stream, message, tuple);
    log(request, route, response.status, response.body.size());
    if (ec)
        co_return false;
    if (!keep)
        co_return co_await close();
    co_return true;
}

// Answers a sender who may still be writing: reads on for a moment, because closing at once would reset the connection and
// destroy the answer under way.
asio::awaitable<bool> HttpConnection::refuse(const HttpRequest &request, const QByteArray &route, const HttpResponse &response)
{
    m_lingers = true;
    co_return co_await respond(request, route, response, false);
}

asio::awaitable<bool> HttpConnection::close()
{
    expireAfter(m_shared.options.lingerTime);
    if (m_lingers) {
        std::array<char, 16 * 1024> waste{};
        for (std::size_t discarded = 0; discarded < discardedBytes;) {
            const auto [ec, size] = co_await m_stream.async_read_some(asio::buffer(waste), tuple);
            if (ec)
                break;
            discarded += size;
        }
    }
    co_await m_stream.async_shutdown(tuple);
    co_return false;
}

asio::awaitable<bool> HttpConnection::send(const QByteArray &data)
{
    expireAfter(m_shared.options.writeTime);
    const asio::const_buffer buffer = asio::buffer(data.constData(), std::size_t(data.size()));
    const auto [ec, size] = co_await asio::async_write(m_stream, buffer, tuple);
    m_streamed += qint64(size);
    co_return !ec;
}

// Hints only, the latest one: what is lost here is found at the next pull.
asio::awaitable<bool> HttpConnection::streamHints(const HttpRequest &request, const QByteArray &route)
{
    m_streamed = 0;
    const QByteArray head =
        "HTTP/1.1 200 OK\r\nDate: " + httpDate() +
        "\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nParvis-Schema: " + QByteArray::number(schemaVersion) +
        "\r\nConnection: close\r\n\r\n";
    bool open = co_await send(head);
    QByteArray sent;
    auto beat = steady_clock::now() + m_shared.options.heartbeat;
    while (open && !m_shared.draining) {
        if (const QByteArray latest = m_shared.latestHint(); latest != sent) {
            sent = latest;
            const QByteArray event = "event: head\ndata: " + sent + "\n\n";
            open = co_await send(event);
        } else if (steady_clock::now() < beat) {
            m_wake.expires_at(beat);
            co_await m_wake.async_wait(tuple);
        } else {
            beat += m_shared.options.heartbeat;
            const HttpResponse again = co_await answer(request, HttpLane::Work);
            open = again.stream || again.status == 503;
            if (open)
                open = co_await send(":\n\n"_ba);
        }
    }
    log(request, route, 200, m_streamed);
    co_return co_await close();
}

void HttpConnection::log(const HttpRequest &request, const QByteArray &route, int status, qint64 size) const
{
    if (!m_shared.options.log)
        return;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - m_started).count();
    const qsizetype blank = route.indexOf(' '); // the method as sent is not logged: it can be anything
    QByteArray line = "{\"time\":\"" + QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() +
                      "\",\"method\":\"" + (blank < 0 ? route : route.first(blank)) + "\",\"route\":\"" + route.mid(blank + 1) +
                      "\",\"status\":" + QByteArray::number(status) + ",\"ms\":" + QByteArray::number(qint64(ms)) +
                      ",\"bytes\":" + QByteArray::number(size);
    if (!request.authorization.isEmpty())
        line += ",\"session\":\"" + payloadHash(request.authorization).first(4).toHex() + '"';
    m_shared.options.log(line + '}');
}

} // namespace parvis
