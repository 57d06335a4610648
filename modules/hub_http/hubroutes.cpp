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
    ChangePassword,
    GivePassword,
    Presence,
    Push,
    Changes,
    Snapshot,
    Stream,
    BlobPlace,
    BlobAppend,
    BlobRead,
    Addresses
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
constexpr QByteArrayView userPasswordRoute("/v1/users/{id}/password");
constexpr qint64 largestPart = 1024 * 1024; // of an answer

constexpr std::array routes{HttpRoute{Endpoint::Hello, "GET", "/v1/hello", false, false},
                            HttpRoute{Endpoint::OpenSession, "POST", "/v1/session", false, false},
                            HttpRoute{Endpoint::CloseSession, "DELETE", "/v1/session", true, false},
                            HttpRoute{Endpoint::Refresh, "POST", "/v1/session/refresh", false, false},
                            HttpRoute{Endpoint::ChangePassword, "POST", "/v1/password", false, false},
                            HttpRoute{Endpoint::GivePassword, "POST", userPasswordRoute, true, false},
                            HttpRoute{Endpoint::Presence, "POST", "/v1/presence", true, false},
                            HttpRoute{Endpoint::Push, "POST", "/v1/push", true, false},
                            HttpRoute{Endpoint::Changes, "GET", "/v1/changes", true, true},
                            HttpRoute{Endpoint::Snapshot, "GET", "/v1/snapshot", true, true},
                            HttpRoute{Endpoint::Stream, "GET", "/v1/stream", true, true},
                            HttpRoute{Endpoint::BlobPlace, "HEAD", blobRoute, true, false},
                            HttpRoute{Endpoint::BlobAppend, "PATCH", blobRoute, true, false},
                            HttpRoute{Endpoint::BlobRead, "GET", blobRoute, true, true},
                            HttpRoute{Endpoint::Addresses, "GET", "/v1/addresses", true, false}};

//! What stands at the "{…}" of a route, with which it ends or after which it goes on; empty if the path is another.
QByteArrayView namedIn(const HttpRoute &route, const HttpRequest &request)
{
    const qsizetype from = route.path.indexOf('{');
    const QByteArrayView head = route.path.first(from), tail = route.path.sliced(route.path.indexOf('}') + 1);
    const QByteArrayView path = request.path;
    const bool fits = path.size() > head.size() + tail.size() && path.startsWith(head) && path.endsWith(tail);
    return fits ? path.sliced(from, path.size() - head.size() - tail.size()) : QByteArrayView();
}

bool isAt(const HttpRoute &route, const HttpRequest &request)
{
    return route.path.contains('{') ? !namedIn(route, request).isEmpty() : route.path == request.path;
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

HttpResponse partResponse(const BlobPart &part)
{
    const bool isWhole = part.bytes.size() == part.total;
    HttpResponse response{isWhole ? 200 : 206, "application/octet-stream", part.bytes, {}, false};
    response.headers.emplaceBack("Content-Range", "bytes " + QByteArray::number(part.offset) + '-' +
                                                      QByteArray::number(part.offset + part.bytes.size() - 1) + '/' +
                                                      QByteArray::number(part.total));
    return response;
}

//! Whether the value of If-Match or If-None-Match (RFC 9110, 13.1) names the entity tag.
bool names(const QByteArray &header, const QByteArray &tag)
{
    const QByteArrayList tags = header.split(',');
    return std::any_of(tags.begin(), tags.end(), [&tag](const QByteArray &one) {
        const QByteArray word = one.trimmed();
        return word == "*" || word == tag || word == "W/" + tag;
    });
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
    // What costs a password's hash waits in a lane of its own.
    if (route->endpoint == Endpoint::OpenSession || route->endpoint == Endpoint::ChangePassword ||
        route->endpoint == Endpoint::GivePassword)
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
    case Endpoint::ChangePassword: return changePassword(request);
    case Endpoint::GivePassword:
    case Endpoint::Presence:
    case Endpoint::Push:
    case Endpoint::Changes:
    case Endpoint::Snapshot:
    case Endpoint::Stream:
    case Endpoint::BlobPlace:
    case Endpoint::BlobAppend:
    case Endpoint::BlobRead:
    case Endpoint::Addresses: break;
    }
    const auto caller = m_hub.authenticate(bearerToken(request));
    if (!caller)
        return problemResponse(caller.error());
    switch (route->endpoint) {
    case Endpoint::GivePassword: return givePassword(request, *caller);
    case Endpoint::Presence: return presence(request, *caller);
    case Endpoint::Push: return push(request, *caller);
    case Endpoint::Changes: return changes(request, *caller);
    case Endpoint::Snapshot: return snapshot(request, *caller);
    case Endpoint::BlobPlace: return blobPlace(request, *caller);
    case Endpoint::BlobAppend: return appendBlob(request, *caller);
    case Endpoint::BlobRead: return readBlob(request, *caller);
    case Endpoint::Addresses: return readAddresses(request);
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
    auto hello = m_hub.hello(caller ? &*caller : nullptr);
    if (!hello)
        return problemResponse(hello.error());
    if (caller && m_addresses) {
        const auto offer = m_addresses->offer(); // a file that can't be read is no reason not to greet
        hello.value().addresses = offer ? *offer : std::nullopt;
    }
    return jsonResponse(200, toJson(*hello));
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

HttpResponse HubRoutes::changePassword(const HttpRequest &request)
{
    const auto change = readBody(request, passwordChangeFromJson);
    if (!change)
        return problemResponse(change.error());
    const Status changed = m_hub.changePassword(*change, request.peer);
    return changed ? HttpResponse{204, {}, {}, {}, false} : problemResponse(changed.error());
}

HttpResponse HubRoutes::givePassword(const HttpRequest &request, const Caller &caller)
{
    const auto user = idFromText(QString::fromLatin1(namedIn(*find(request), request)));
    if (!user)
        return problemResponse(Error{ErrorCode::NotFound, u"user"_s});
    const auto given = m_hub.givePassword(caller, *user, request.peer);
    return given ? jsonResponse(201, toJson(*given)) : problemResponse(given.error());
}

HttpResponse HubRoutes::presence(const HttpRequest &request, const Caller &caller)
{
    const auto look = readBody(request, lookFromJson);
    if (!look)
        return problemResponse(look.error());
    const auto others = m_hub.look(caller, *look);
    return others ? jsonResponse(200, toJson(*others)) : problemResponse(others.error());
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
    return partResponse(*part);
}

//! The digest is the entity tag, so that a part is never taken for one of another file.
HttpResponse HubRoutes::readAddresses(const HttpRequest &request)
{
    const auto offer = m_addresses ? m_addresses->offer() : std::optional<FileOffer>();
    if (!offer || !*offer)
        return problemResponse(offer ? Error{ErrorCode::NotFound, u"addresses"_s} : offer.error());
    const QString &sha256 = (*offer)->sha256;
    const QByteArray tag = '"' + sha256.toLatin1() + '"';
    const auto tagged = [&tag](HttpResponse response) {
        response.headers.emplaceBack("ETag", tag);
        return response;
    };
    const Problem changed{412, u"file-changed"_s, sha256, 0, -1};
    if (!request.ifMatch.isEmpty() && !names(request.ifMatch, tag))
        return tagged(problemResponse(changed));
    if (names(request.ifNoneMatch, tag))
        return tagged({304, {}, {}, {}, false});
    const auto range = rangeOf(request.range);
    if (!range)
        return problemResponse(range.error());
    const auto part = m_addresses->read(sha256, range->first, range->second);
    if (part)
        return tagged(partResponse(*part));
    if (part.error().code == ErrorCode::DigestMismatch) // a moment ago
        return problemResponse(changed);
    return problemResponse(part.error());
}

} // namespace parvis
