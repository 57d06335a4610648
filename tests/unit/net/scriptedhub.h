#pragma once

#include "base/result.h"

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

#include <functional>
#include <limits>

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
    //! The connection ends as soon as so many bytes of a request are there; with an \a answer, that is given instead, and the
    //! rest is not even read.
    void cutAt(qsizetype bytes, const QByteArray &answer = {})
    {
        m_cut = bytes;
        m_cutAnswer = answer;
    }
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
    QByteArray m_cutAnswer;
    qsizetype m_cut = std::numeric_limits<qsizetype>::max();
    QSslServer m_server; // last: its sockets die before what their handlers use
};

//! The body of a problem.
QByteArray problem(const QByteArray &type, QJsonObject members = {});
QByteArray httpAnswer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &headers = {});

//! The answer within the time that a test may take.
template <typename T>
Result<T> waitFor(const QFuture<Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&] { return future.isFinished(); }, 5000);
    if (!isAnswered || future.resultCount() == 0)
        return Error{ErrorCode::Aborted, QStringLiteral("no answer in the test")};
    return future.result();
}

} // namespace parvis
