#include "net/onlinegeocoder.h"

#include "base/async.h"

#include <QtCore/QUrlQuery>
#include <QtNetwork/QHostAddress>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 largestAnswer = 1024 * 1024;
constexpr int longestPatience = 3600; // seconds, whatever the service says
constexpr int usualPatience = 10;
constexpr qsizetype longestQuery = 200; // letters, by the service's own rule

bool isUsable(const QUrl &service)
{
    if (!service.isValid() || service.host().isEmpty())
        return false;
    return service.scheme() == "https"_L1 || (service.scheme() == "http"_L1 && QHostAddress(service.host()).isLoopback());
}

constexpr const char *reason = "parvisReason";

void giveUp(QNetworkReply &reply, const Error &why)
{
    reply.setProperty(reason, QVariant::fromValue(why));
    reply.abort();
}

template <typename T>
std::pair<std::shared_ptr<QPromise<Result<T>>>, QFuture<Result<T>>> promised()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return {promise, promise->future()};
}

} // namespace

OnlineGeocoder::OnlineGeocoder(const QUrl &service, QObject *parent) : QObject(parent), m_service(service)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

OnlineGeocoder::~OnlineGeocoder()
{
    const QList<QNetworkReply *> replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        giveUp(*reply, {ErrorCode::Aborted, u"the program ends"_s}); // each answers its promise
}

QNetworkReply *OnlineGeocoder::ask(const QString &path, const QUrlQuery &query, Answered answered)
{
    if (!isUsable(m_service)) {
        answered(Error{ErrorCode::InvalidInput, u"the geocoder wants an address like https://host/path"_s});
        return nullptr;
    }
    if (!m_patience.hasExpired()) {
        const auto seconds = int(m_patience.remainingTime() / 1000) + 1;
        answered(Error{ErrorCode::Throttled, u"the geocoder"_s, seconds});
        return nullptr;
    }
    QUrl url = m_service;
    QString folder = url.path();
    while (folder.endsWith(u'/'))
        folder.chop(1);
    url.setPath(folder + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(m_timeoutMs);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", "Parvis");
    QNetworkReply *reply = m_network.get(request);
    reply->setReadBufferSize(largestAnswer + 1);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > largestAnswer)
            giveUp(*reply, {ErrorCode::Protocol, u"the geocoder's answer is too long"_s});
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, answered = std::move(answered)] {
        reply->deleteLater();
        answered(read(*reply));
    });
    return reply;
}

Result<QByteArray> OnlineGeocoder::read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 429 || status == 503) {
        bool isNumber = false;
        const int wished = reply.rawHeader("Retry-After").toInt(&isNumber);
        const int seconds = isNumber ? std::clamp(wished, 1, longestPatience) : usualPatience;
        m_patience.setRemainingTime(seconds * 1000LL);
        return Error{ErrorCode::Throttled, u"the geocoder"_s, seconds};
    }
    if (const QVariant why = reply.property(reason); why.isValid())
        return why.value<Error>();
    if (status == 0 || reply.error() == QNetworkReply::OperationCanceledError)
        return Error{ErrorCode::Network, u"the geocoder: "_s + reply.errorString()};
    if (status != 200)
        return Error{ErrorCode::Protocol, u"the geocoder answered %1"_s.arg(status)};
    return reply.readAll();
}

QFuture<Result<QList<AddressHit>>> OnlineGeocoder::search(const QString &typed, qsizetype limit,
                                                          const std::optional<Position> &near)
{
    const auto [promise, future] = promised<QList<AddressHit>>();
    if (QNetworkReply *earlier = std::exchange(m_search, nullptr))
        giveUp(*earlier, {ErrorCode::Aborted, u"another search followed"_s});
    QUrlQuery query;
    query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(typed.simplified().left(longestQuery))));
    query.addQueryItem(u"limit"_s, QString::number(std::clamp<qsizetype>(limit, 1, 50)));
    query.addQueryItem(u"autocomplete"_s, u"1"_s);
    if (near) {
        // To a hundredth of a degree: the town, and always the same.
        query.addQueryItem(u"lat"_s, QString::number(near->latitude, 'f', 2));
        query.addQueryItem(u"lon"_s, QString::number(near->longitude, 'f', 2));
    }
    m_search = ask(u"/search/"_s, query, [promise = promise](const Result<QByteArray> &answer) {
        promise->addResult(answer ? hitsFromGeocodeJson(*answer) : Result<QList<AddressHit>>(answer.error()));
        promise->finish();
    });
    return future;
}

QFuture<Result<std::optional<AddressHit>>> OnlineGeocoder::nearest(const Position &at)
{
    using Found = Result<std::optional<AddressHit>>;
    const auto [promise, future] = promised<std::optional<AddressHit>>();
    QUrlQuery query;
    query.addQueryItem(u"lat"_s, QString::number(at.latitude, 'f', 7));
    query.addQueryItem(u"lon"_s, QString::number(at.longitude, 'f', 7));
    ask(u"/reverse/"_s, query, [promise = promise](const Result<QByteArray> &answer) {
        const auto hits = answer ? hitsFromGeocodeJson(*answer) : Result<QList<AddressHit>>(answer.error());
        promise->addResult(hits ? Found(hits->isEmpty() ? std::optional<AddressHit>() : hits->first()) : Found(hits.error()));
        promise->finish();
    });
    return future;
}

} // namespace parvis
