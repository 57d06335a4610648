#include "net/onlinetiles.h"

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkReply>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 mostBytes = 4LL * 1024 * 1024;
constexpr int atOnce = 6;
constexpr std::size_t mostWaiting = 200; // more than a large screen shows

} // namespace

struct OnlineTiles::Wish
{
    QUrl url;
    QPromise<Result<QByteArray>> promise;

    void answer(Result<QByteArray> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

OnlineTiles::OnlineTiles(const QString &addresses, const QString &attribution, QObject *parent)
    : QObject(parent), m_addresses(addresses)
{
    m_set.attribution = attribution;
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

OnlineTiles::~OnlineTiles()
{
    for (const auto &wish : std::exchange(m_waiting, {}))
        wish->answer(Error{ErrorCode::Aborted, u"the map ends"_s});
    const QList<QNetworkReply *> replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort(); // each answers its wish
}

bool OnlineTiles::isUsable(const QString &addresses)
{
    const bool hasPlaces = addresses.contains(u"{z}"_s) && addresses.contains(u"{x}"_s) &&
                           (addresses.contains(u"{y}"_s) || addresses.contains(u"{-y}"_s));
    QString one = addresses;
    for (const auto &name : {u"{z}"_s, u"{x}"_s, u"{y}"_s, u"{-y}"_s})
        one.replace(name, u"0"_s);
    const QUrl url(one, QUrl::StrictMode);
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && QHostAddress(url.host()).isLoopback());
    // Not in the server's name: a place of the map must not choose whom to ask.
    const QString server = addresses.section(u'/', 0, 2);
    return hasPlaces && url.isValid() && !url.host().isEmpty() && isSafe && !server.contains(u'{');
}

std::shared_ptr<OnlineTiles> OnlineTiles::planIgn()
{
    auto tiles = std::make_shared<OnlineTiles>(
        u"https://data.geopf.fr/"
        u"wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal"
        "&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"_s,
        u"© IGN"_s);
    return tiles;
}

QUrl OnlineTiles::address(int zoom, int column, int row) const
{
    QString text = m_addresses;
    text.replace(u"{z}"_s, QString::number(zoom));
    text.replace(u"{x}"_s, QString::number(column));
    text.replace(u"{y}"_s, QString::number(row));
    text.replace(u"{-y}"_s, QString::number((1 << std::clamp(zoom, 0, 30)) - 1 - row));
    return QUrl(text, QUrl::StrictMode);
}

QFuture<Result<QByteArray>> OnlineTiles::tile(int zoom, int column, int row)
{
    auto wish = std::make_shared<Wish>();
    wish->url = address(zoom, column, row);
    wish->promise.start();
    QFuture<Result<QByteArray>> future = wish->promise.future();
    if (!isUsable(m_addresses)) {
        wish->answer(Error{ErrorCode::InvalidInput, u"the tile server wants addresses like https://host/{z}/{x}/{y}.png"_s});
        return future;
    }
    m_waiting.push_back(std::move(wish));
    if (m_waiting.size() > mostWaiting) {
        m_waiting.front()->answer(Error{ErrorCode::Aborted, u"too many tiles"_s});
        m_waiting.pop_front();
    }
    startSome();
    return future;
}

void OnlineTiles::startSome()
{
    while (m_underWay < atOnce && !m_waiting.empty()) {
        const std::shared_ptr<Wish> wish = m_waiting.back();
        m_waiting.pop_back();
        if (wish->promise.isCanceled()) { // moved out of sight before its turn
            wish->promise.finish();
            continue;
        }
        QNetworkRequest request(wish->url);
        request.setTransferTimeout(m_timeoutMs);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setRawHeader("User-Agent", "Parvis");
        QNetworkReply *reply = m_network.get(request);
        reply->setReadBufferSize(mostBytes + 1);
        ++m_underWay;
        connect(reply, &QNetworkReply::readyRead, reply, [reply, wish] {
            if (reply->bytesAvailable() > mostBytes || wish->promise.isCanceled())
                reply->abort();
        });
        connect(reply, &QNetworkReply::finished, this, [this, reply, wish] { finish(*reply, *wish); });
    }
}

void OnlineTiles::finish(QNetworkReply &reply, Wish &wish)
{
    reply.deleteLater();
    --m_underWay;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 404 || status == 204)
        wish.answer(Error{ErrorCode::NotFound, u"tile"_s});
    else if (status == 0 || reply.error() == QNetworkReply::OperationCanceledError)
        wish.answer(Error{ErrorCode::Network, u"the tile server: "_s + reply.errorString()});
    else if (status != 200)
        wish.answer(Error{ErrorCode::Protocol, u"the tile server answered %1"_s.arg(status)});
    else
        wish.answer(reply.readAll());
    startSome();
}

} // namespace parvis
