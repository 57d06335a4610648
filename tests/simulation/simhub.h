#pragma once

#include "hub/hub.h"
#include "hub/townfile.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "unit/hub/fasthasher.h"
#include "world.h"

#include <QtCore/QTemporaryDir>

namespace parvis {

//! An answer as it goes over the wire.
struct Wire
{
    int status = 0; //!< 0: nobody answers
    QByteArray body;
    int retryAfter = 0;
    std::optional<Error> failure; //!< of the way itself
};

//! The real hub with its real store, spoken to in bytes only; it can go down, and come back as it was or from its last backup.
class SimHub
{
public:
    explicit SimHub(World &world);

    //! What hub_http would answer, without HTTP.
    Wire handle(const QString &route, const QString &access, const QByteArray &body);

    bool isDown() const { return !m_hub; }
    void stop();
    void start();
    void setSessionMs(qint64 ms); //!< before a desk signs in; 10 min if not set
    void backup();
    bool holds(const Cursor &cursor);  //!< it is a place in this hub's history
    QHash<qint64, QByteArray> marks(); //!< of all its changes, by number
    Cursor head();
    qint64 restore(); //!< to the last backup; nothing if there is none. The hub is down before and after. Answers its head then.
    bool hasBackup() const { return !m_backup.isEmpty(); }
    //! One access to the disk fails, after so many.
    void failAccess(int after, int sqliteCode);
    void healDisk();
    bool hasFailed() const { return m_countdown == 0; }
    int restores() const { return m_restores; }

    Hub &hub() { return *m_hub; }
    SqliteHubStore &store() { return *m_store; }
    BlobFolder &blobs() { return *m_blobs; }
    QString addressFile() const { return m_dir->filePath(QStringLiteral("town.addresses")); } //!< there is none at first
    const World &world() const { return m_world; }

    int listen(std::function<void(const Cursor &)> hinted, std::function<void()> cut); //!< the answer is for unlisten()
    void unlisten(int listener) { m_listeners.remove(listener); }

    bool isWatched = false;    //!< the test reads: that must not fail
    bool appliesTwice = false; //!< broken on purpose
    double refusals = 0;       //!< chance of a 503 or 429

private:
    struct Listener
    {
        std::function<void(const Cursor &)> hinted;
        std::function<void()> cut;
    };
    Result<QByteArray> answer(const QString &route, const QString &access, const QJsonObject &body);
    void makeHub();
    void watch(const std::function<Status(HubReader &)> &use);

    World &m_world;
    SimClock m_clock;
    QRandomGenerator m_random;
    FastHasher m_hasher;
    HubSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqliteHubStore> m_store;
    std::unique_ptr<BlobFolder> m_blobs;
    std::unique_ptr<TownFile> m_addresses;
    std::unique_ptr<Hub> m_hub;
    HeadSubscription m_subscription;
    QMap<int, Listener> m_listeners;
    int m_lastListener = 0;
    QString m_backup;
    int m_countdown = -1;
    int m_backups = 0, m_restores = 0;
};

} // namespace parvis
