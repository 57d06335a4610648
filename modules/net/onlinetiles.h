#pragma once

#include "tiles/tilesource.h"

#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtNetwork/QNetworkAccessManager>

#include <deque>
#include <memory>

class QNetworkReply;

namespace parvis {

//! Pictures of a tile server, by a template of its addresses: "https://tiles.example/{z}/{x}/{y}.png", with {-y} where rows count
//! from the south (TMS), and with the three as parameters where it speaks WMTS. Over HTTPS with the system's authorities (plain
//! HTTP to this machine only), no cookies, no redirects, nothing kept. A few at a time, the newest first: a server that hangs
//! holds up nothing but its own pictures.
class OnlineTiles final : public QObject, public TileSource
{
    Q_OBJECT
public:
    //! \a attribution: plain text.
    OnlineTiles(const QString &addresses, const QString &attribution, QObject *parent = nullptr);
    ~OnlineTiles() override;

    static bool isUsable(const QString &addresses); //!< a template of the kind above
    //! The plan of the IGN, from the Géoplateforme, free of charge and without a key.
    static std::shared_ptr<OnlineTiles> planIgn();

    void setTimeout(int ms) { m_timeoutMs = ms; } //!< of a whole answer; 8 s if not set

    const TileSet &set() const override { return m_set; }
    //! Network: no answer in time; Protocol: another answer than a tile; Aborted: it is out of sight by now.
    QFuture<Result<QByteArray>> tile(int zoom, int column, int row) override;

    QUrl address(int zoom, int column, int row) const;

private:
    struct Wish;
    void startSome();
    void finish(QNetworkReply &reply, Wish &wish);

    QString m_addresses;
    TileSet m_set;
    int m_timeoutMs = 8000;
    std::deque<std::shared_ptr<Wish>> m_waiting; //!< the newest last
    int m_underWay = 0;
    QNetworkAccessManager m_network; // late: its replies die before what their handlers use
};

} // namespace parvis
