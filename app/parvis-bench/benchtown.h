#pragma once

#include "hub/hub.h"
#include "hub_http/hubserver.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "store/deskstore.h"
#include "workload.h"

#include <memory>

namespace parvis {

//! The moment at which every generated town lives, so that a kept town stays the same.
Instant benchPresent();
QByteArray benchKey();                                                  //!< of the generated desk stores
inline constexpr const char *benchPassword = "a password of the bench"; //!< of the ambassador

//! A hub with a demo town of \a requests, generated once and kept in the folder.
class BenchHub
{
public:
    static Result<std::unique_ptr<BenchHub>> open(const BenchOptions &options, qint64 requests, bool copy = false);
    Hub &hub() { return *m_hub; }
    Result<Caller> ambassador(); //!< with a session
    //! The night's run, at another time than now.
    Result<DailyReport> runDaily(const Clock &clock);
    void forgetBlob(const QString &sha256);        //!< its file is gone from the disk
    Status serve();                                //!< TLS on a free loopback port
    const QString &path() const { return m_path; } //!< of the store's file
    quint16 port() const { return m_server->port(); }
    const QByteArray &fingerprint() const { return m_fingerprint; }
    ~BenchHub();

private:
    BenchHub();
    class FastHasher;
    SystemClock m_clock;
    QRandomGenerator m_random{42};
    std::unique_ptr<FastHasher> m_hasher;
    std::unique_ptr<HubStore> m_store;
    std::unique_ptr<BlobFolder> m_blobs;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<HubServer> m_server;
    QByteArray m_fingerprint;
    QString m_path, m_folder;
};

//! The path of an encrypted desk store that holds all of such a town, made once and kept.
Result<QString> benchDeskPath(const BenchOptions &options, qint64 requests);

} // namespace parvis
