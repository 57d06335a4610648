#include "hub_sqlite/sqlitehubstore.h"

#include "hub_sqlite/sqlitetown.h"
#include "sqlite/migration.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

// Most of what desks ask for was written lately.
constexpr int cacheKiB = 32 * 1024;
constexpr qint64 mmapBytes = 1LL << 30;

} // namespace

SqliteHubStore::SqliteHubStore(QString path, Database writer) : m_path(std::move(path)), m_writer(std::move(writer)) {}
SqliteHubStore::~SqliteHubStore() = default;

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::open(const QString &path)
{
    OpenOptions options;
    options.cacheKiB = cacheKiB;
    options.mmapBytes = mmapBytes;
    auto writer = Database::open(path, options);
    if (!writer)
        return writer.error();
    if (const auto done = migrate(writer.value(), u":/migrations/hub_sqlite"_s); !done)
        return done.error();
    return std::unique_ptr<SqliteHubStore>(new SqliteHubStore(path, std::move(writer).value()));
}

bool SqliteHubStore::isInMemory() const
{
    return m_path == ":memory:"_L1;
}

Result<Database> SqliteHubStore::lendReader()
{
    {
        const std::lock_guard lock(m_readersMutex);
        if (!m_readers.empty()) {
            Database reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    OpenOptions options;
    options.readOnly = true;
    options.mmapBytes = mmapBytes;
    return Database::open(m_path, options);
}

static Status readFrom(Database &database, const std::function<Status(HubReader &)> &use)
{
    auto transaction = Transaction::beginRead(database);
    if (!transaction)
        return transaction.error();
    SqliteTown reader(database);
    return use(reader);
}

Status SqliteHubStore::read(const std::function<Status(HubReader &)> &use)
{
    if (isInMemory()) {
        const std::lock_guard lock(m_writerMutex);
        return readFrom(m_writer, use);
    }
    auto reader = lendReader();
    if (!reader)
        return reader.error();
    auto done = readFrom(reader.value(), use);
    const std::lock_guard lock(m_readersMutex);
    m_readers.push_back(std::move(reader).value());
    return done;
}

Status SqliteHubStore::write(const std::function<Status(HubWriter &)> &use)
{
    const std::lock_guard lock(m_writerMutex);
    auto transaction = Transaction::begin(m_writer);
    if (!transaction)
        return transaction.error();
    SqliteTown writer(m_writer);
    if (auto done = use(writer); !done)
        return done;
    return transaction.value().commit();
}

Status SqliteHubStore::backupTo(const QString &path)
{
    if (isInMemory()) {
        const std::lock_guard lock(m_writerMutex);
        return m_writer.backupTo(path);
    }
    auto reader = lendReader();
    if (!reader)
        return reader.error();
    auto done = reader.value().backupTo(path);
    const std::lock_guard lock(m_readersMutex);
    m_readers.push_back(std::move(reader).value());
    return done;
}

void SqliteHubStore::setFaultInjector(Database::FaultInjector injector)
{
    const std::lock_guard lock(m_writerMutex);
    m_writer.setFaultInjector(std::move(injector));
}

} // namespace parvis
