#pragma once

#include <QtCore/QByteArray>

#include <gmime/gmime.h>

#include <memory>

// GMime's objects for this module's own use.

namespace parvis {

struct MimeUnref
{
    void operator()(gpointer object) const { g_object_unref(object); }
    void operator()(GDateTime *time) const { g_date_time_unref(time); }
    void operator()(GMimeFormatOptions *options) const { g_mime_format_options_free(options); }
};
template <typename T>
using MimeOwned = std::unique_ptr<T, MimeUnref>;

void startMime(); //!< before anything else of GMime; any thread, any number of times

MimeOwned<GMimeStream> mimeStream(const QByteArray &bytes);

} // namespace parvis
