#include "hub_http/hubroutes.h"

#include "protocol/codec.h"

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

enum class Endpoint {
    Hello,
    OpenSession,
    Refresh,
    CloseSession,
    Push,
    Changes,
    Snapshot,
    Stream,
    BlobPlace,
    BlobAppend,
    BlobRead
};

struct HttpRoute
{
    Endpoint endpoint;
    QByteArrayView method;
    QByteArrayView path;
    bool needsToken;
    bool needsSchema; // refused to desks that are too old
};

constexpr QByteArrayView blobRoute("/v1/blobs/{sha256}");
constexpr qint64 largestPart = 1024 * 1024; // of an answer

constexpr std::array routes{HttpRoute{Endpoint::Hello, "GET", "/v1/hello", false, false},
                            HttpRoute{Endpoint::OpenSession, "POST", "/v1/session", false, false},
                            HttpRoute{Endpoint::CloseSession, "DELETE", "/v1/session", true, false},
                            HttpRoute{Endpoint::Refresh, "POST", "/v1/session/refresh", false, false},
                            HttpRoute{Endpoint::Push, "POST", "/v1/push", true, false},
                            HttpRoute{Endpoint::Changes, "GET", "/v1/changes", true, true},
                            HttpRoute{Endpoint::Snapshot, "GET", "/v1/snapshot", true, true},
                            HttpRoute{Endpoint::Stream, "GET", "/v1/stream", true, true},
                            HttpRoute{Endpoint::BlobPlace, "HEAD", blobRoute, true, false},
                            HttpRoute{Endpoint::BlobAppend, "PATCH", blobRoute, true, false},
                            HttpRoute{Endpoint::BlobRead, "GET", blobRoute, true, true}};

//! Of a route that ends in "{…}", what is before it begins the path.
bool isAt(const HttpRoute &route, const HttpRequest &request)
{
    const qsizetype named = route.path.indexOf('{');
    return named < 0 ? route.path == request.path
                     : request.path.startsWith(route.path.first(named)) && request.path.size() > named;
}

const HttpRoute *find(const HttpRequest &request)
{
    const auto it =
        std::ranges::find_if(routes, [&](const HttpRoute &r) { return isAt(r, request) && r.method == request.method; });
    return it == routes.end() ? nullptr : &*it;
}

HttpResponse unrouted(const HttpRequest &request)
{
    QByteArrayList allowed;
    for (const HttpRoute &route : routes) {
        if (isAt(route, request))
            allowed.append(route.method.toByteArray());
    }
    if (allowed.isEmpty())
        return problemResponse(Error{ErrorCode::NotFound, {}});
    HttpResponse response = problemResponse(Problem{405, u"method-not-allowed"_s, {}, 0, -1});
    response.headers.emplaceBack("Allow", allowed.join(", "));
    return response;
}

// RFC 6750; the scheme's name has no case (RFC 9110). Empty without one.
QString bearerToken(const HttpRequest &request)
{
    const qsizetype blank = request.authorization.indexOf(' ');
    if (blank < 0 || request.authorization.first(blank).compare("Bearer", Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromLatin1(request.authorization.sliced(blank + 1).trimmed());
}

std::optional<HttpResponse> schemaRefusal(const HttpRequest &request)
{
    if (request.schema.isEmpty()) // a person with a command-line client
        return std::nullopt;
    bool isNumber = false;
    const int schema = request.schema.toInt(&isNumber);
    if (!isNumber)
        return problemResponse(Error{ErrorCode::Protocol, u"Parvis-Schema"_s});
    if (schema < oldestSchema)
        return problemResponse(Error{ErrorCode::SchemaTooOld, u"oldest %1"_s.arg(oldestSchema)});
    return std::nullopt;
}

QString queryText(const HttpRequest &request, const QString &name)
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded);
}

// More than the hub gives is not an error: it gives what it has.
Result<int> queryLimit(const HttpRequest &request, int most)
{
    if (!request.query.hasQueryItem(u"limit"_s))
        return most;
    bool isNumber = false;
    const qlonglong limit = queryText(request, u"limit"_s).toLongLong(&isNumber);
    if (!isNumber || limit < 1)
        return Error{ErrorCode::Protocol, u"limit"_s};
    return static_cast<int>(std::min<qlonglong>(limit, most));
}

QString digestIn(const HttpRequest &request)
{
    return QString::fromLatin1(request.path.sliced(blobRoute.indexOf('{')));
}

Result<qint64> headerNumber(const QByteArray &value, const QString &name)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber && number >= 0 ? Result<qint64>(number) : Error{ErrorCode::Protocol, name};
}

// RFC 9110, 14.1.2, of which a desk needs "bytes=first-" and "bytes=first-last". Without it, from the beginning.
Result<std::pair<qint64, qint64>> rangeOf(const QByteArray &header)
{
    if (header.isEmpty())
        return std::pair(qint64(0), largestPart);
    const qsizetype dash = header.indexOf('-');
    bool isFirst = false, isLast = false;
    const qint64 first = header.startsWith("bytes=") && dash > 6 ? header.sliced(6, dash - 6).toLongLong(&isFirst) : 0;
    const QByteArray end = dash > 0 ? header.sliced(dash + 1) : QByteArray();
    const qint64 last = end.isEmpty() ? first + largestPart - 1 : end.toLongLong(&isLast);
    if (!isFirst || first < 0 || last < first || (!end.isEmpty() && !isLast))
        return Error{ErrorCode::Protocol, u"Range"_s};
    return std::pair(first, std::min(last - first + 1, largestPart));
}

HttpResponse placeResponse(int status, const BlobPlace &place)
{
    HttpResponse response{status, {}, {}, {}, false};
    response.headers.emplaceBack("Upload-Offset", QByteArray::number(place.offset));
    if (place.total > 0)
        response.headers.emplaceBack("Upload-Length", QByteArray::number(place.total));
    return response;
}

template <typename T>
Result<T> readBody(const HttpRequest &request, Result<T> (*read)(const QJsonObject &))
{
    const auto json = parseObject(request.body);
    return json ? read(*json) : json.error();
}

HttpResponse sessionResponse(int status, const Result<Session> &session)
{
    return session ? jsonResponse(status, toJson(*session)) : problemResponse(session.error());
}

} // namespace

HttpPlan HubRoutes::plan(const HttpRequest &head) const
{
    const HttpRoute *route = find(head);
    if (!route)
        return {"-", HttpLane::Work, unrouted(head)};
    HttpPlan plan{route->method.toByteArray() + ' ' + route->path.toByteArray(), HttpLane::Work, std::nullopt};
    if (route->endpoint == Endpoint::OpenSession)
        plan.lane = HttpLane::SignIn;
    if (route->needsToken && bearerToken(head).isEmpty())
        plan.refusal = problemResponse(Error{ErrorCode::Unauthenticated, {}});
    else if (route->needsSchema)
        plan.refusal = schemaRefusal(head);
    return plan;
}

HttpResponse HubRoutes::answer(const HttpRequest &request)
{
    const HttpRoute *route = find(request);
    if (!route)
        return unrouted(request);
    switch (route->endpoint) {
    case Endpoint::Hello: return hello(request);
    case Endpoint::OpenSession: return openSession(request);
    case Endpoint::Refresh: return refreshSession(request);
    case Endpoint::CloseSession: return closeSession(request);
    case Endpoint::Push:
    case Endpoint::Changes:
    case Endpoint::Snapshot:
    case Endpoint::Stream:
    case Endpoint::BlobPlace:
    case Endpoint::BlobAppend:
    case Endpoint::BlobRead: break;
    }
    const auto caller = m_hub.authenticate(bearerToken(request));
    if (!caller)
        return problemResponse(caller.error());
    switch (route->endpoint) {
    case Endpoint::Push: return push(request, *caller);
    case Endpoint::Changes: return changes(request, *caller);
    case Endpoint::Snapshot: return snapshot(request, *caller);
    case Endpoint::BlobPlace: return blobPlace(request, *caller);
    case Endpoint::BlobAppend: return appendBlob(request, *caller);
    case Endpoint::BlobRead: return readBlob(request, *caller);
    default: return {200, {}, {}, {}, true};
    }
}

HttpResponse HubRoutes::hello(const HttpRequest &request)
{
    std::optional<Caller> caller;
    if (const QString token = bearerToken(request); !token.isEmpty()) {
        auto known = m_hub.authenticate(token);
        if (!known)
            return problemResponse(known.error());
        caller = *known;
    }
    const auto hello = m_hub.hello(caller ? &*caller : nullptr);
    return hello ? jsonResponse(200, toJson(*hello)) : problemResponse(hello.error());
}

HttpResponse HubRoutes::openSession(const HttpRequest &request)
{
    const auto wanted = readBody(request, sessionRequestFromJson);
    return wanted ? sessionResponse(201, m_hub.openSession(*wanted, request.peer)) : problemResponse(wanted.error());
}

HttpResponse HubRoutes::refreshSession(const HttpRequest &request)
{
    const auto json = parseObject(request.body);
    if (!json)
        return problemResponse(json.error());
    const QString token = json->value("refresh"_L1).toString();
    if (token.isEmpty())
        return problemResponse(Error{ErrorCode::Protocol, u"refresh"_s});
    return sessionResponse(200, m_hub.refreshSession(token));
}

HttpResponse HubRoutes::closeSession(const HttpRequest &request)
{
    const Status closed = m_hub.closeSession(bearerToken(request));
    return closed ? HttpResponse{204, {}, {}, {}, false} : problemResponse(closed.error());
}

HttpResponse HubRoutes::push(const HttpRequest &request, const Caller &caller)
{
    const auto push = readBody(request, pushFromJson);
    if (!push)
        return problemResponse(push.error());
    const auto reply = m_hub.push(caller, *push);
    if (reply)
        return jsonResponse(200, toJson(*reply));
    Problem problem = problemFor(reply.error());
    if (reply.error().code == ErrorCode::MutationGap)
        problem.lastN = reply.error().detail.toLongLong();
    return problemResponse(problem);
}

HttpResponse HubRoutes::changes(const HttpRequest &request, const Caller &caller)
{
    Cursor since;
    if (request.query.hasQueryItem(u"since"_s)) {
        const auto cursor = parseCursor(queryText(request, u"since"_s));
        if (!cursor)
            return problemResponse(cursor.error());
        since = *cursor;
    }
    const auto limit = queryLimit(request, m_hub.settings().limits.changes);
    if (!limit)
        return problemResponse(limit.error());
    const auto page = m_hub.changesJson(caller, since, *limit);
    return page ? HttpResponse{200, "application/json", *page, {}, false} : problemResponse(page.error());
}

HttpResponse HubRoutes::snapshot(const HttpRequest &request, const Caller &caller)
{
    const auto limit = queryLimit(request, m_hub.settings().limits.changes);
    if (!limit)
        return problemResponse(limit.error());
    const auto page = m_hub.snapshot(caller, queryText(request, u"after"_s), *limit, queryText(request, u"scope"_s));
    return page ? HttpResponse{200, "application/x-ndjson", *page, {}, false} : problemResponse(page.error());
}

HttpResponse HubRoutes::blobPlace(const HttpRequest &request, const Caller &caller)
{
    const auto place = m_hub.blobPlace(caller, digestIn(request));
    return place ? placeResponse(200, *place) : problemResponse(place.error());
}

HttpResponse HubRoutes::appendBlob(const HttpRequest &request, const Caller &caller)
{
    const auto offset = headerNumber(request.uploadOffset, u"Upload-Offset"_s);
    const auto total = headerNumber(request.uploadLength, u"Upload-Length"_s);
    if (!offset || !total)
        return problemResponse(offset ? total.error() : offset.error());
    const auto place = m_hub.appendBlob(caller, digestIn(request), {*offset, *total, request.body});
    if (place)
        return placeResponse(204, *place);
    HttpResponse response = problemResponse(place.error());
    if (place.error().code == ErrorCode::WrongOffset)
        response.headers.emplaceBack("Upload-Offset", place.error().detail.toLatin1());
    return response;
}

HttpResponse HubRoutes::readBlob(const HttpRequest &request, const Caller &caller)
{
    const auto attachment = idFromText(queryText(request, u"attachment"_s));
    const auto range = rangeOf(request.range);
    if (!attachment || !range)
        return problemResponse(attachment ? range.error() : Error{ErrorCode::Protocol, u"attachment"_s});
    const auto part = m_hub.readBlob(caller, digestIn(request), *attachment, range->first, range->second);
    if (!part)
        return problemResponse(part.error());
    const bool isWhole = part->bytes.size() == part->total;
    HttpResponse response{isWhole ? 200 : 206, "application/octet-stream", part->bytes, {}, false};
    response.headers.emplaceBack("Content-Range", "bytes " + QByteArray::number(part->offset) + '-' +
                                                      QByteArray::number(part->offset + part->bytes.size() - 1) + '/' +
                                                      QByteArray::number(part->total));
    return response;
}

} // namespace parvis
