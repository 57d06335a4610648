#pragma once

#include "hub/hub.h"
#include "hub_http/message.h"

namespace parvis {

//! The hub's endpoints under /v1, as values in and values out.
//!
//! | Route | Asks | Answers |
//! |---|---|---|
//! | GET hello | – | 200 Hello; with a token also its rights |
//! | POST session | SessionRequest | 201 Session |
//! | POST session/refresh | `{"refresh":"<token>"}` | 200 Session |
//! | DELETE session | – | 204 |
//! | POST push | Push | 200 PushReply |
//! | GET changes?since=CURSOR&limit=N | – | 200 ChangesPage |
//! | GET snapshot?after=KEY&limit=N&scope=WORDS | – | 200 NDJSON |
//! | GET stream | – | 200 server-sent events |
//! | HEAD blobs/{sha256} | – | 200 with Upload-Offset: how much of it the hub has from this device; 404 nothing |
//! | PATCH blobs/{sha256} | bytes, with Upload-Offset and Upload-Length | 204 with the new Upload-Offset; 409 with the right one
//! | | GET blobs/{sha256}?attachment=ID | Range | 200 or 206, at most 1 MiB |
//!
//! All but the first three want `Authorization: Bearer <access token>`. A desk says its schema in the header `Parvis-Schema`; one
//! that is too old can still learn so (hello), sign in, and push; the rest answers 426. Errors are application/problem+json.
class HubRoutes final : public HttpHandler
{
public:
    explicit HubRoutes(Hub &hub) : m_hub(hub) {}

    HttpPlan plan(const HttpRequest &head) const override;
    HttpResponse answer(const HttpRequest &request) override;

private:
    HttpResponse hello(const HttpRequest &request);
    HttpResponse openSession(const HttpRequest &request);
    HttpResponse refreshSession(const HttpRequest &request);
    HttpResponse closeSession(const HttpRequest &request);
    HttpResponse push(const HttpRequest &request, const Caller &caller);
    HttpResponse changes(const HttpRequest &request, const Caller &caller);
    HttpResponse snapshot(const HttpRequest &request, const Caller &caller);
    HttpResponse blobPlace(const HttpRequest &request, const Caller &caller);
    HttpResponse appendBlob(const HttpRequest &request, const Caller &caller);
    HttpResponse readBlob(const HttpRequest &request, const Caller &caller);

    Hub &m_hub;
};

} // namespace parvis
