#pragma once

#include <QtCore/QHash>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>

#include <functional>

namespace parvis {

struct ReceivedRequest
{
    QByteArray verb, target, body;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
};

//! A self-signed certificate with its key, made anew each time.
struct Identity
{
    QSslCertificate certificate;
    QSslKey key;

    static Identity make();
    QByteArray fingerprint() const { return certificate.digest(QCryptographicHash::Sha256); }
};

//! A hub that answers whatever the test says, byte by byte.
class ScriptedHub final : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const ReceivedRequest &request, QSslSocket &socket)>;

    explicit ScriptedHub(const Identity &identity);
    QUrl url() const;
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    //! Answers every request with the same thing.
    void answer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &headers = {});
    const QList<ReceivedRequest> &requests() const { return m_requests; }
    int connections() const { return m_connections; }

private:
    void read(QSslSocket &socket);

    Handler m_handler;
    QHash<QSslSocket *, QByteArray> m_buffers;
    QList<ReceivedRequest> m_requests;
    int m_connections = 0;
    QSslServer m_server; // last: its sockets die before what their handlers use
};

QByteArray httpAnswer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &headers = {});

} // namespace parvis
