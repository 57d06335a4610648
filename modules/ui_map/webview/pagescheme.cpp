#include "pagescheme.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtWebEngineCore/QWebEngineUrlRequestInfo>
#include <QtWebEngineCore/QWebEngineUrlRequestJob>
#include <QtWebEngineCore/QWebEngineUrlScheme>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

QByteArray mediaType(const QString &path)
{
    if (path.endsWith(u".html"))
        return "text/html; charset=utf-8";
    if (path.endsWith(u".js"))
        return "text/javascript; charset=utf-8";
    return path.endsWith(u".css") ? "text/css; charset=utf-8" : "application/octet-stream";
}

} // namespace

void registerPageScheme()
{
    if (QWebEngineUrlScheme::schemeByName(pageScheme) != QWebEngineUrlScheme())
        return;
    QWebEngineUrlScheme scheme(pageScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

PageScheme::PageScheme(const MapViewSetup &setup, QObject *parent) : QWebEngineUrlSchemeHandler(parent), m_setup(setup) {}

void PageScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    const QString path = url.path();
    if (job->requestMethod() != "GET" || url.host() != u"map")
        return job->fail(QWebEngineUrlRequestJob::RequestDenied);
    if (path.startsWith(u"/tiles/"))
        return giveTile(*job, path);
    QByteArray bytes;
    if (path == u"/index.html") {
        bytes = page();
    } else if (path.startsWith(u"/ground/") && m_setup.ground) {
        using Part = MapViewSetup::GroundPart;
        bytes = m_setup.ground(path.endsWith(u"/buildings") ? Part::Buildings : Part::Town);
    } else {
        QFile file(path == u"/qwebchannel.js" ? u":/qtwebchannel/qwebchannel.js"_s : u":/map"_s + path);
        if (path.contains(u"..") || !file.open(QIODevice::ReadOnly))
            return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        bytes = file.readAll();
    }
    auto *reply = new QBuffer(job);
    reply->setData(bytes);
    reply->open(QIODevice::ReadOnly);
    job->reply(mediaType(path), reply);
}

void PageScheme::giveTile(QWebEngineUrlRequestJob &job, const QString &path)
{
    static const QRegularExpression form(u"^/tiles/\\d{1,9}/(\\d{1,2})/(\\d{1,8})/(\\d{1,8})$"_s);
    const auto match = form.match(path);
    if (!match.hasMatch() || !m_setup.tile)
        return job.fail(QWebEngineUrlRequestJob::UrlNotFound);
    const auto number = [&match](int part) { return match.captured(part).toInt(); };
    m_setup.tile(number(1), number(2), number(3), [job = QPointer(&job)](MapViewSetup::TileFate fate, const QByteArray &bytes) {
        if (!job) // out of sight by now
            return;
        if (fate == MapViewSetup::TileFate::Failed)
            return job->fail(QWebEngineUrlRequestJob::RequestFailed);
        auto *reply = new QBuffer(job);
        reply->setData(fate == MapViewSetup::TileFate::There ? bytes : QByteArray());
        reply->open(QIODevice::ReadOnly);
        job->reply("application/octet-stream", reply);
    });
}

//! The policy stands in the page: Qt 6.4 sends no headers for a scheme of one's own.
QByteArray PageScheme::page() const
{
    QFile file(u":/map/index.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString html = QString::fromUtf8(file.readAll());
    html.replace(u"%language%"_s, m_setup.language.toHtmlEscaped());
    return html.toUtf8();
}

void NetworkGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const QUrl url = info.requestUrl();
    const QString scheme = url.scheme();
    if (scheme == QLatin1StringView(pageScheme) || scheme == u"data" || scheme == u"blob")
        return;
    info.block(true);
}

} // namespace parvis
