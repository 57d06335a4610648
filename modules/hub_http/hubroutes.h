#pragma once

#include "hub/hub.h"
#include "hub/townfile.h"
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
//! | POST password | PasswordChange | 204 |
//! | POST users/{id}/password | – | 201 GivenPassword |
//! | POST presence | Look | 200 `{"others":[Onlooker…]}`; 404: not theirs to know |
//! | POST push | Push | 200 PushReply |
//! | GET changes?since=CURSOR&limit=N | – | 200 ChangesPage |
//! | GET snapshot?after=KEY&limit=N&scope=WORDS | – | 200 NDJSON |
//! | GET stream | – | 200 server-sent events |
//! | HEAD blobs/{sha256} | – | 200 with Upload-Offset: how much of it the hub has from this device; 404 nothing |
//! | PATCH blobs/{sha256} | bytes, with Upload-Offset and Upload-Length | 204 with the new Upload-Offset; 409 with the right one
//! | | GET blobs/{sha256}?attachment=ID | Range | 200 or 206, at most 1 MiB | | GET addresses | Range, If-None-Match, If-Match |
//! 200 or 206 with ETag, at most 1 MiB; 304; 412: it is another file now |
//!
//! All but hello, the sessions and the own password want `Authorization: Bearer <access token>`. A desk says its schema in the
//! header `Parvis-Schema`; one that is too old can still learn so (hello), sign in, and push; the rest answers 426. Errors are
//! application/problem+json.
class HubRoutes final : public HttpHandler
{
public:
    //! \a addresses: the town's address file; null: it has none. Both outlive the routes.
    HubRoutes(Hub &hub, TownFile *addresses) : m_hub(hub), m_addresses(addresses) {}

    HttpPlan plan(const HttpRequest &head) const override;
    HttpResponse answer(const HttpRequest &request) override;

private:
    HttpResponse hello(const HttpRequest &request);
    HttpResponse openSession(const HttpRequest &request);
    HttpResponse refreshSession(const HttpRequest &request);
    HttpResponse closeSession(const HttpRequest &request);
    HttpResponse changePassword(const HttpRequest &request);
    HttpResponse givePassword(const HttpRequest &request, const Caller &caller);
    HttpResponse presence(const HttpRequest &request, const Caller &caller);
    HttpResponse push(const HttpRequest &request, const Caller &caller);
    HttpResponse changes(const HttpRequest &request, const Caller &caller);
    HttpResponse snapshot(const HttpRequest &request, const Caller &caller);
    HttpResponse blobPlace(const HttpRequest &request, const Caller &caller);
    HttpResponse appendBlob(const HttpRequest &request, const Caller &caller);
    HttpResponse readBlob(const HttpRequest &request, const Caller &caller);
    HttpResponse readAddresses(const HttpRequest &request);

    Hub &m_hub;
    TownFile *const m_addresses;
};

} // namespace parvis
