#pragma once

#include "../mapview.h"

#include <QtWebEngineCore/QWebEngineUrlRequestInterceptor>
#include <QtWebEngineCore/QWebEngineUrlSchemeHandler>

namespace parvis {

// The page's own scheme, parvis://map/…, served from what is compiled in; and the guard that refuses every other address.

inline constexpr const char *pageScheme = "parvis";

//! Once, before the first profile.
void registerPageScheme();

//! Serves :/map/…, and under tiles/GENERATION/ZOOM/COLUMN/ROW what the program gives; GET only. A tile that is not there is
//! empty: a scheme of one's own has no status in Qt 6.4.
class PageScheme final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
public:
    PageScheme(const MapViewSetup &setup, QObject *parent);
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    QByteArray page() const;
    void giveTile(QWebEngineUrlRequestJob &job, const QString &path);

    MapViewSetup m_setup;
};

//! Lets through the page's own files and what the page itself made (data:, blob:).
class NetworkGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

} // namespace parvis
