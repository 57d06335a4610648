#include "channels/mime.h"

#include <mutex>

namespace parvis {

void startMime()
{
    static std::once_flag started;
    std::call_once(started, g_mime_init);
}

MimeOwned<GMimeStream> mimeStream(const QByteArray &bytes)
{
    return MimeOwned<GMimeStream>(g_mime_stream_mem_new_with_buffer(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace parvis
