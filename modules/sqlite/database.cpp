#include "sqlite/database.h"

#include "sqlite/connection.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace parvis {

namespace detail {

Error errorFor(int code, const char *message)
{
    QString detail = QString::fromUtf8(message);
    // A complaint about a full-text query quotes what the agent typed.
    if (detail.startsWith("fts5:"_L1))
        detail = u"fts5 query"_s;
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::StorageFull, detail};
    case SQLITE_NOTADB: return {ErrorCode::StorageKey, detail};
    case SQLITE_INTERRUPT: return {ErrorCode::Aborted, detail};
    default: return {ErrorCode::Storage, u"%1 (%2)"_s.arg(detail).arg(code)};
    }
}

Connection::~Connection()
{
    for (const auto &[text, statements] : idle) {
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    }
    sqlite3_close_v2(handle);
}

Error Connection::error(int code) const
{
    return errorFor(code, handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
}

std::optional<Error> Connection::fault() const
{
    if (!injector)
        return std::nullopt;
    const auto code = injector();
    return code ? std::optional(errorFor(*code, sqlite3_errstr(*code))) : std::nullopt;
}

Status Connection::execute(const char *sql)
{
    if (const auto failed = fault())
        return *failed;
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return success();
}

} // namespace detail

Database::Database(std::unique_ptr<detail::Connection> connection) : m_connection(std::move(connection)) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const QString &path, const OpenOptions &options)
{
    auto connection = std::make_unique<detail::Connection>();
    const int flags =
        SQLITE_OPEN_NOMUTEX | (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &connection->handle, flags, nullptr);
    if (code != SQLITE_OK)
        return connection->error(code);
    sqlite3_extended_result_codes(connection->handle, 1);
    sqlite3_busy_timeout(connection->handle, options.busyTimeoutMs);
    Database database(std::move(connection));
    if (const auto ready = database.setUp(options); !ready)
        return ready.error();
    return database;
}

Status Database::setUp(const OpenOptions &options)
{
    if (!options.key.isEmpty()) {
        // It would write to stderr; what matters comes back as an error.
        if (const auto quiet = runScript("PRAGMA cipher_log_level=NONE"); !quiet)
            return quiet;
        Statement version = prepare("PRAGMA cipher_version"_L1);
        if (const auto row = version.step(); !row || !*row)
            return Error{ErrorCode::NoEncryption, {}};
        if (options.key.size() != 32)
            return Error{ErrorCode::StorageKey, u"key of %1 bytes"_s.arg(options.key.size())};
        // The raw form: the key is random already and needs no stretching.
        QByteArray spelled = "x'" + options.key.toHex() + '\'';
        const int code = sqlite3_key(m_connection->handle, spelled.constData(), int(spelled.size()));
        spelled.fill('\0');
        if (code != SQLITE_OK)
            return m_connection->error(code);
    }
    // Reads the first page, so a key that does not fit shows now.
    if (const auto read = integer("SELECT count(*) FROM sqlite_master"_L1); !read)
        return read.error();
    QByteArray script = "PRAGMA foreign_keys=OFF; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-" +
                        QByteArray::number(options.cacheKiB) + "; PRAGMA mmap_size=" + QByteArray::number(options.mmapBytes) +
                        "; PRAGMA secure_delete=" + (options.secureDelete ? "ON" : "OFF") + ';';
    if (!options.readOnly)
        script += "PRAGMA journal_mode=WAL;";
    return runScript(script);
}

Statement Database::prepare(QByteArrayView sql)
{
    detail::Connection &c = *m_connection;
    auto found = c.idle.find(QByteArray::fromRawData(sql.data(), sql.size()));
    if (found == c.idle.end())
        found = c.idle.try_emplace(sql.toByteArray()).first;
    std::vector<sqlite3_stmt *> &home = found->second;
    if (!home.empty()) {
        sqlite3_stmt *statement = home.back();
        home.pop_back();
        return Statement(&c, statement, &home, std::nullopt);
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(c.handle, found->first.constData(), int(found->first.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    return Statement(&c, statement, &home, code == SQLITE_OK ? std::nullopt : std::optional(c.error(code)));
}

static void callTextFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    const QByteArrayView given(text, text ? sqlite3_value_bytes(values[0]) : 0);
    const auto &function = *static_cast<Database::TextFunction *>(sqlite3_user_data(context));
    const QByteArray answer = function(given);
    sqlite3_result_text(context, answer.constData(), int(answer.size()), SQLITE_TRANSIENT);
}

Status Database::addFunction(const char *name, TextFunction function)
{
    // SQLite calls the destructor even where this fails.
    const int code =
        sqlite3_create_function_v2(m_connection->handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                   new TextFunction(std::move(function)), callTextFunction, nullptr, nullptr,
                                   [](void *owned) { delete static_cast<TextFunction *>(owned); });
    return code == SQLITE_OK ? success() : Status(m_connection->error(code));
}

Status Database::runScript(const QByteArray &sql)
{
    const char *rest = sql.constData();
    while (rest && *rest) {
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v2(m_connection->handle, rest, -1, &statement, &rest);
        if (code != SQLITE_OK)
            return m_connection->error(code);
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> owner(statement, sqlite3_finalize);
        if (!statement)
            continue; // blanks or a comment
        if (const auto failed = m_connection->fault())
            return *failed;
        int stepped = SQLITE_ROW;
        while (stepped == SQLITE_ROW)
            stepped = sqlite3_step(statement);
        if (stepped != SQLITE_DONE)
            return m_connection->error(stepped);
    }
    return success();
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection->handle);
}

qint64 Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection->handle) == 0;
}

Status Database::backupTo(const QString &path, const QByteArray &key)
{
    const QString part = path + u".part"_s;
    QFile::remove(part);
    {
        detail::Connection target;
        int code =
            sqlite3_open_v2(part.toUtf8().constData(), &target.handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        if (code == SQLITE_OK && !key.isEmpty()) {
            const QByteArray spelled = "x'" + key.toHex() + '\'';
            code = sqlite3_key(target.handle, spelled.constData(), int(spelled.size()));
        }
        sqlite3_backup *backup =
            code == SQLITE_OK ? sqlite3_backup_init(target.handle, "main", m_connection->handle, "main") : nullptr;
        if (!backup)
            return target.error(code == SQLITE_OK ? sqlite3_errcode(target.handle) : code);
        code = sqlite3_backup_step(backup, -1);
        const int finished = sqlite3_backup_finish(backup);
        if (code != SQLITE_DONE) {
            QFile::remove(part);
            return detail::errorFor(finished != SQLITE_OK ? finished : code, sqlite3_errstr(code));
        }
    }
    QFile::remove(path);
    if (!QFile::rename(part, path))
        return Error{ErrorCode::Storage, u"rename of the backup"_s};
    return success();
}

Status Database::checkpoint()
{
    if (const auto failed = m_connection->fault())
        return *failed;
    const int code = sqlite3_wal_checkpoint_v2(m_connection->handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return m_connection->error(code);
    return success();
}

std::function<void()> Database::interrupter() const
{
    return [handle = m_connection->handle] { sqlite3_interrupt(handle); };
}

QList<QByteArray> Database::statements() const
{
    QList<QByteArray> texts;
    for (const auto &[text, statements] : m_connection->idle)
        texts.append(text);
    return texts;
}

void Database::setFaultInjector(FaultInjector injector)
{
    m_connection->injector = std::move(injector);
}

static Result<detail::Connection *> begun(detail::Connection *connection, const char *sql)
{
    if (const auto started = connection->execute(sql); !started)
        return started.error();
    return connection;
}

Result<Transaction> Transaction::begin(Database &database)
{
    const auto connection = begun(database.m_connection.get(), "BEGIN IMMEDIATE");
    if (!connection)
        return connection.error();
    return Transaction(*connection);
}

Result<Transaction> Transaction::beginRead(Database &database)
{
    const auto connection = begun(database.m_connection.get(), "BEGIN");
    if (!connection)
        return connection.error();
    return Transaction(*connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full, I/O error).
    if (m_connection && sqlite3_get_autocommit(m_connection->handle) == 0)
        sqlite3_exec(m_connection->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::commit()
{
    auto done = m_connection->execute("COMMIT");
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace parvis
