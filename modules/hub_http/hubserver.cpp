#include "hub_http/hubserver.h"

namespace parvis {

Result<std::unique_ptr<HubServer>> HubServer::start(HttpOptions options, Hub &hub, TownFile *addresses)
{
    options.limits = hub.settings().limits;
    const auto hello = hub.hello();
    if (!hello)
        return hello.error();
    std::unique_ptr<HubServer> server(new HubServer(hub, addresses));
    auto http = HttpServer::start(std::move(options), server->m_routes);
    if (!http)
        return http.error();
    server->m_http = std::move(http).value();
    server->m_http->hint(cursorText(hello->head).toLatin1());
    server->m_heads = hub.onHeadMoved([&http = *server->m_http](const Cursor &head) { http.hint(cursorText(head).toLatin1()); });
    return server;
}

} // namespace parvis
