#include "webview.h"

#include "pagescheme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLoggingCategory>
#include <QtGui/QOpenGLContext>
#include <QtGui/private/qopenglcontext_p.h>
#include <QtWebChannel/QWebChannel>
#include <QtWebEngineCore/QWebEngineProfile>
#include <QtWebEngineCore/QWebEngineSettings>

using namespace Qt::StringLiterals;

namespace parvis {

static Q_LOGGING_CATEGORY(mapLog, "parvis.map", QtInfoMsg)

    namespace
{
    constexpr auto flagsVariable = "QTWEBENGINE_CHROMIUM_FLAGS";

    //! Thin clients and virtual machines have no graphics card: Mesa draws well enough, but Chromium refuses it unless told.
    void allowSoftwareDrawing()
    {
        const QByteArray flags = qgetenv(flagsVariable);
        if (!flags.contains("--ignore-gpu-blocklist"))
            qputenv(flagsVariable, flags + " --ignore-gpu-blocklist");
    }

    //! What Qt::AA_ShareOpenGLContexts does at the start of a program, done now: at the start everybody would pay for it.
    void shareContexts()
    {
        if (qt_gl_global_share_context())
            return;
        auto *context = new QOpenGLContext; // as long as the program, like the engine
        if (!context->create()) {
            delete context;
            return;
        }
        qt_gl_set_global_share_context(context);
        qAddPostRoutine([] {
            delete qt_gl_global_share_context();
            qt_gl_set_global_share_context(nullptr);
        });
    }

    void close(QWebEngineSettings & settings)
    {
        using S = QWebEngineSettings;
        for (const auto attribute :
             {S::LocalStorageEnabled, S::LocalContentCanAccessRemoteUrls, S::LocalContentCanAccessFileUrls,
              S::JavascriptCanOpenWindows, S::JavascriptCanAccessClipboard, S::JavascriptCanPaste, S::HyperlinkAuditingEnabled,
              S::PluginsEnabled, S::FullScreenSupportEnabled, S::ScreenCaptureEnabled, S::PdfViewerEnabled, S::DnsPrefetchEnabled,
              S::AllowRunningInsecureContent, S::AllowGeolocationOnInsecureOrigins, S::ErrorPageEnabled, S::NavigateOnDropEnabled,
              S::FocusOnNavigationEnabled})
            settings.setAttribute(attribute, false);
        settings.setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
    }

} // namespace

void PageBridge::send(const QString &message, const QJsonObject &body)
{
    if (m_isReady)
        Q_EMIT told(message, body);
    else
        m_waiting.append({message, body});
}

void PageBridge::tell(const QString &message, const QJsonObject &body)
{
    if (message == u"listening" && !m_isReady) {
        m_isReady = true;
        for (const auto &[waiting, content] : std::exchange(m_waiting, {}))
            Q_EMIT told(waiting, content);
    }
    m_setup.heard(message, body);
}

bool ClosedPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    return isMainFrame && url.scheme() == QLatin1StringView(pageScheme);
}

void ClosedPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                          const QString &source)
{
    if (level == ErrorMessageLevel)
        qCWarning(mapLog).noquote() << source.section(u'/', -1) << line << message;
    else
        qCDebug(mapLog).noquote() << message;
}

WebMapView::WebMapView(const MapViewSetup &setup)
    : m_profile(std::make_unique<QWebEngineProfile>()), // off the record: nothing is kept
      m_view(std::make_unique<QWebEngineView>()),
      m_bridge(new PageBridge(setup, m_view.get()))
{
    auto *guard = new NetworkGuard(m_profile.get());
    m_profile->setUrlRequestInterceptor(guard);
    m_profile->installUrlSchemeHandler(pageScheme, new PageScheme(setup, m_profile.get()));
    m_profile->setHttpUserAgent(u"Parvis/"_s + QCoreApplication::applicationVersion());
    auto *page = new ClosedPage(m_profile.get(), m_view.get());
    close(*page->settings());
    page->setBackgroundColor(Qt::transparent);
    auto *channel = new QWebChannel(page);
    channel->registerObject(u"bridge"_s, m_bridge);
    page->setWebChannel(channel);
    const auto tellGone = [heard = setup.heard] { heard(u"gone"_s, {}); };
    QObject::connect(page, &QWebEnginePage::renderProcessTerminated, m_bridge, tellGone, Qt::QueuedConnection);
    QObject::connect(page, &QWebEnginePage::loadFinished, m_bridge, [this, tellGone](bool isLoaded) {
        if (!isLoaded && !m_bridge->isReady()) // later ones are ways out that were shut
            tellGone();
    });
    m_view->setPage(page);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAcceptDrops(false);
    page->load(QUrl(u"parvis://map/index.html"_s));
}

WebMapView::~WebMapView() = default;

MapView *WebMapViewMaker::make(const MapViewSetup &setup)
{
    allowSoftwareDrawing();
    shareContexts();
    registerPageScheme();
    return new WebMapView(setup);
}

} // namespace parvis
