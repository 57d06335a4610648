#pragma once

#include "hub/hubstore.h"
#include "sqlite/database.h"

#include <mutex>

namespace parvis {

//! The town in one SQLite file: WAL, each commit flushed, one writing connection and as many reading ones as there are readers
//! at once. ":memory:" for tests and simulation: then readers and writers take turns. Thread safe.
class SqliteHubStore final : public HubStore
{
public:
    //! Makes the file if it is absent. StorageNewer: a newer program wrote it.
    static Result<std::unique_ptr<SqliteHubStore>> open(const QString &path);
    ~SqliteHubStore() override;

    Status read(const std::function<Status(HubReader &)> &use) override;
    Status write(const std::function<Status(HubWriter &)> &use) override;
    Status backupTo(const QString &path) override;

    //! On the writing connection: for "fail the n-th storage access" tests.
    void setFaultInjector(Database::FaultInjector injector);

private:
    SqliteHubStore(QString path, Database writer);
    bool isInMemory() const;
    Result<Database> lendReader();

    const QString m_path;
    std::mutex m_writerMutex;
    Database m_writer;
    std::mutex m_readersMutex;
    std::vector<Database> m_readers; //!< not lent at the moment
};

} // namespace parvis
