#pragma once

#include "simhub.h"
#include "sync/transport.h"

namespace parvis {

//! How bad the way to the hub is.
struct Link
{
    bool isCut = false;
    double loss = 0;      //!< of a request, and again of its reply
    double duplicate = 0; //!< a request arrives twice
    int longestDelayMs = 50;
};

//! The way from one desk to the hub: bytes that are late, lost, doubled or overtaken.
class SimTransport final : public Transport
{
public:
    SimTransport(World &world, SimHub &hub, const QString &name) : m_world(world), m_hub(hub), m_name(name) {}
    ~SimTransport() override;

    void setCut(bool isCut); //!< cuts what is under way, too
    void forget();           //!< the desk was killed: nobody waits for an answer any more

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

    Link link;
    qint64 exchanges = 0;
    std::optional<ChangesPage> lastPage;
    Cursor snapshotHead; //!< the hub's head when it answered with the last page of a snapshot
    //! Answers instead of the hub, if it has a value.
    std::function<std::optional<Wire>(const QString &route, const QByteArray &body)> intercept;
    QStringList routes; //!< what was asked, in order
    //! For the tests of the tests: spoils what passes.
    std::function<void(Push &)> spoilPush;
    std::function<void(ChangesPage &)> spoilPage;

private:
    template <typename T>
    QFuture<Result<T>> ask(const QString &route, const QString &access, const QJsonObject &body,
                           std::function<Result<T>(const Wire &)> read);
    void carry(const QString &route, const QString &access, const QByteArray &body, std::function<void(const Wire &)> answered);
    void endStream();

    World &m_world;
    SimHub &m_hub;
    const QString m_name;
    QMap<qint64, std::function<void(const Error &)>> m_underWay; //!< how each call fails
    qint64 m_lastCall = 0;
    StreamSink m_sink;
    int m_listener = 0;
    int m_stream = 0; //!< counts streams: events of an earlier one are lost
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace parvis
