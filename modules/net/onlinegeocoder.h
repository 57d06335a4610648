#pragma once

#include "geo/geocoder.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

#include <functional>

class QUrlQuery;

namespace parvis {

//! addok or the Géoplateforme ("https://data.geopf.fr/geocodage"): `/search/?q&limit&autocomplete&lat&lon` and
//! `/reverse/?lat&lon`. What is typed leaves the town hall, so nothing makes one unless the administrator wants it. Over HTTPS
//! with the system's authorities (plain HTTP to this machine only), no cookies, no redirects, no cache.
//!
//! One search at a time: the next one aborts it, which keeps a quick typist far below the 50 requests a second that the public
//! service allows. When it says 429 or 503 it is left in peace for as long as it wishes: until then everything is Throttled at
//! once, without asking.
class OnlineGeocoder final : public QObject, public Geocoder
{
    Q_OBJECT
public:
    explicit OnlineGeocoder(const QUrl &service, QObject *parent = nullptr);
    ~OnlineGeocoder() override;

    void setTimeout(int ms) { m_timeoutMs = ms; } //!< of a whole answer; 5 s if not set

    //! Network: no answer in time; Throttled; Protocol: not GeocodeJSON, or too much of it; InvalidInput: the service's address
    //! is not one of those above.
    QFuture<Result<QList<AddressHit>>> search(const QString &typed, qsizetype limit,
                                              const std::optional<Position> &near = std::nullopt) override;
    QFuture<Result<std::optional<AddressHit>>> nearest(const Position &at) override;

private:
    using Answered = std::function<void(const Result<QByteArray> &)>;
    QNetworkReply *ask(const QString &path, const QUrlQuery &query, Answered answered);
    Result<QByteArray> read(QNetworkReply &reply);

    QUrl m_service;
    int m_timeoutMs = 5000;
    QDeadlineTimer m_patience{0}; //!< until then the service is left in peace
    QPointer<QNetworkReply> m_search;
    QNetworkAccessManager m_network; // late: its replies die before what their handlers use
};

} // namespace parvis
