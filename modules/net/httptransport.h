#pragma once

#include "net/bulkline.h"
#include "net/eventstream.h"
#include "sync/exchangelog.h"
#include "sync/transport.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace parvis {

//! How long the peer may be silent, in milliseconds.
struct HttpTimeouts
{
    int answer = 30'000;
    int stream = 60'000; //!< the hub's heart beats every 25 s
};

//! The hub over HTTPS: HTTP/1.1, TLS, no cookies, no redirects, no proxy, no cache.
//!
//! The hub's certificate is self-signed and pinned by its SHA-256 fingerprint; authorities, names and dates play no part. Without
//! a pin nothing is ever sent: calls fail with Certificate and seenFingerprint() tells what the peer showed, for the agent to
//! compare and accept.
class HttpTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    //! \a hub is "https://host:port". \a clock and \a log outlive the transport.
    HttpTransport(const QUrl &hub, const Clock &clock, ExchangeLog &log, QObject *parent = nullptr);
    ~HttpTransport() override;

    void setHub(const QUrl &hub);          //!< aborts what is under way
    void setPin(const QByteArray &sha256); //!< 32 bytes; aborts what is under way
    void setTimeouts(const HttpTimeouts &timeouts) { m_timeouts = timeouts; }
    //! Of the last certificate that was refused; 32 bytes, or empty if there was none since the pin was set.
    const QByteArray &seenFingerprint() const { return m_seen; }

    QFuture<Result<Hello>> hello(const QString &access) override;
    QFuture<Result<Session>> openSession(const SessionRequest &request) override;
    QFuture<Result<Session>> refreshSession(const QString &refresh) override;
    QFuture<Status> closeSession(const QString &access) override;
    QFuture<Status> changePassword(const PasswordChange &change) override;
    QFuture<Result<GivenPassword>> givePassword(const QString &access, const Id &user) override;
    QFuture<Result<QList<Onlooker>>> look(const QString &access, const Look &look) override;
    QFuture<Result<PushReply>> push(const QString &access, const Push &push) override;
    QFuture<Result<ChangesPage>> changes(const QString &access, const Cursor &since, int limit) override;
    QFuture<Result<SnapshotPage>> snapshot(const QString &access, const QString &after, const QString &scope) override;
    QFuture<Result<BlobPlace>> blobPlace(const QString &access, const QString &sha256) override;
    QFuture<Result<BlobPlace>> sendBlob(const QString &access, const QString &sha256, const BlobPart &part) override;
    QFuture<Result<BlobPart>> blob(const QString &access, const QString &sha256, const Id &attachment, qint64 offset) override;
    QFuture<Result<std::optional<FilePart>>> addresses(const QString &access, const FileWish &wish) override;
    void openStream(const QString &access, StreamSink sink) override;
    void closeStream() override;
    void abort() override;

private:
    struct Call;
    struct Answer
    {
        QByteArray body;
        std::optional<Problem> problem;               //!< the hub said no
        QByteArray uploadOffset, uploadLength, range; //!< the headers
        QByteArray tag;                               //!< ETag
        bool isUnchanged = false;                     //!< 304
    };

    QNetworkRequest request(const Call &call) const;
    QNetworkReply *start(const Call &call);
    using Answered = std::function<qint64(const Result<Answer> &)>; //!< the rows that came; -1: it could not be read
    using Report = std::function<void(const Result<Answer> &answer, int status)>;
    Report reportOf(const Call &call, Answered answered);
    void exchange(const Call &call, Answered answered);
    void exchangeBulk(const Call &call, const Report &report);
    void bulkAnswered(qint64 number, const BulkAnswer &bulk);
    void abortBulk();
    template <typename T>
    QFuture<Result<T>> ask(const Call &call, std::function<Result<T>(const Answer &)> read,
                           std::function<qint64(const T &)> count = {});
    Result<Answer> answerOf(QNetworkReply &reply, bool isTooLarge);
    static Result<Answer> answerOf(const BulkAnswer &head);
    void judge(QNetworkReply &reply, const QList<QSslError> &errors);
    void finishStream(QNetworkReply &reply);

    QUrl m_hub;
    const Clock &m_clock;
    ExchangeLog &m_log;
    HttpTimeouts m_timeouts;
    QByteArray m_pin, m_seen;
    QSet<QNetworkReply *> m_underWay;
    QHash<qint64, Report> m_bulkUnderWay;
    qint64 m_bulkNumber = 0;
    QPointer<QNetworkReply> m_stream;
    StreamSink m_sink;
    QNetworkAccessManager m_network;  // late: its replies die before what their handlers use
    std::unique_ptr<BulkLine> m_line; // last, for the same reason; of this hub and this pin
};

//! "3F:A2:…", as people compare it.
QString fingerprintText(const QByteArray &sha256);
//! The bytes of a fingerprint in any usual spelling; empty unless it is one.
QByteArray fingerprintFromText(QStringView text);

} // namespace parvis
