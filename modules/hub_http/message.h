#pragma once

#include "protocol/messages.h"

#include <QtCore/QUrlQuery>

#include <functional>
#include <utility>

// HTTP as the routes see it: values, without sockets.

namespace parvis {

struct HttpRequest
{
    QByteArray method; //!< as sent
    QByteArray path;   //!< as sent, without the query
    QUrlQuery query;
    QByteArray authorization;                     //!< the header's value
    QByteArray schema;                            //!< of the header Parvis-Schema; empty without it
    QByteArray uploadOffset, uploadLength, range; //!< of the headers of these names
    QByteArray ifMatch, ifNoneMatch;              //!< likewise
    QByteArray body;
    QString peer; //!< where throttling counts: an IPv4 address, or the /64 of an IPv6 one
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType; //!< empty: no body
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool stream = false; //!< server-sent events follow
};

HttpResponse jsonResponse(int status, const QJsonObject &body);
HttpResponse problemResponse(const Problem &problem);
HttpResponse problemResponse(const Error &error);

//! Which threads answer: sign-ins cost 64 MiB and 80 ms each, so that a few at a time must not hold up the rest.
enum class HttpLane { Work, SignIn };

//! What is known of a request from its head alone.
struct HttpPlan
{
    QByteArray route; //!< "GET /v1/changes", for the log; "-" if unknown
    HttpLane lane = HttpLane::Work;
    std::optional<HttpResponse> refusal; //!< then the body is not even read
};

//! What an HttpServer serves. Callable from any thread, several at once; outlives the server.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;
    //! Must be quick: called where the sockets are served.
    virtual HttpPlan plan(const HttpRequest &head) const = 0;
    //! May block. Called again at each heartbeat of a stream, which ends when the answer is no longer one.
    virtual HttpResponse answer(const HttpRequest &request) = 0;
};

//! Takes one line of log, without its end; callable from any thread.
using LogSink = std::function<void(const QByteArray &line)>;

} // namespace parvis
