#pragma once

#include "hub_http/httpserver.h"
#include "hub_http/hubroutes.h"

namespace parvis {

//! A hub on the network: its routes, and its head as hints on the streams.
class HubServer
{
public:
    //! Listens when it returns. Limits are the hub's; errors are those of HttpServer::start(). \a hub and
    //! \a addresses (see HubRoutes) outlive the server.
    static Result<std::unique_ptr<HubServer>> start(HttpOptions options, Hub &hub, TownFile *addresses = nullptr);

    quint16 port() const { return m_http->port(); }
    void stop() { m_http->stop(); } //!< see HttpServer::stop()

private:
    HubServer(Hub &hub, TownFile *addresses) : m_routes(hub, addresses) {}

    HubRoutes m_routes;
    std::unique_ptr<HttpServer> m_http;
    HeadSubscription m_heads; // ends before the server that it tells
};

} // namespace parvis
