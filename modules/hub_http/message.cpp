#include "hub_http/message.h"

#include "protocol/codec.h"

namespace parvis {

HttpResponse jsonResponse(int status, const QJsonObject &body)
{
    return {status, "application/json", compactJson(body), {}, false};
}

HttpResponse problemResponse(const Problem &problem)
{
    HttpResponse response{problem.status, "application/problem+json", compactJson(toJson(problem)), {}, false};
    if (problem.retryAfterSeconds > 0)
        response.headers.emplaceBack("Retry-After", QByteArray::number(problem.retryAfterSeconds));
    if (problem.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

HttpResponse problemResponse(const Error &error)
{
    return problemResponse(problemFor(error));
}

} // namespace parvis
