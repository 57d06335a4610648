#pragma once

#include "sqlite/statement.h"

#include <functional>

struct sqlite3;

namespace parvis {

struct OpenOptions
{
    QByteArray key; //!< 32 raw bytes; empty: the file is not encrypted
    bool readOnly = false;
    bool secureDelete = false; //!< overwrite what is deleted
    int busyTimeoutMs = 5000;
    int cacheKiB = 8192;
    qint64 mmapBytes = 0; //!< without effect on an encrypted file
};

//! One connection to an SQLite file through SQLCipher's library. WAL, synchronous=FULL, foreign keys off. Belongs to one thread.
//! Errors carry SQLite's message, never a bound value.
class Database
{
public:
    //! \a path may be ":memory:". NoEncryption if a key is given and the library can't encrypt; StorageKey if it does not fit.
    static Result<Database> open(const QString &path, const OpenOptions &options = {});
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    Statement prepare(QByteArrayView sql); //!< from the cache, by its text
    Statement prepare(QLatin1StringView sql) { return prepare(QByteArrayView(sql.data(), sql.size())); }

    template <typename Sql, typename... V>
    Status run(const Sql &sql, const V &...values)
    {
        return prepare(sql).bindAll(values...).run();
    }

    //! The first column of the first row; nothing if there is no row or it is null.
    template <typename... V>
    Result<std::optional<qint64>> integer(QLatin1StringView sql, const V &...values)
    {
        Statement s = prepare(sql);
        const auto row = s.bindAll(values...).step();
        if (!row)
            return row.error();
        return *row && !s.isNull(0) ? std::optional(s.integer(0)) : std::nullopt;
    }

    Status runScript(const QByteArray &sql); //!< several statements, without values
    qint64 changes() const;                  //!< rows touched by the last statement
    qint64 lastRowId() const;
    bool inTransaction() const;

    //! Makes \a name(text) known to SQL on this connection, for views too. The same text must always give the same.
    using TextFunction = std::function<QByteArray(QByteArrayView)>; //!< UTF-8; null is answered by null without asking
    Status addFunction(const char *name, TextFunction function);

    //! A copy as of one moment while others write, complete at \a path or not there. Keyed by \a key as in OpenOptions; both
    //! files are encrypted or neither.
    Status backupTo(const QString &path, const QByteArray &key = {});

    //! Copies the log into the file and empties it; Storage error if a reader keeps it.
    Status checkpoint();

    //! A function that makes the running statement fail with Aborted; callable from any thread while the Database lives.
    std::function<void()> interrupter() const;

    QList<QByteArray> statements() const; //!< the texts prepared so far, for tests that read plans

    //! Asked before every step and commit: an SQLite result code to pretend, or nothing. For "fail the n-th access" tests.
    using FaultInjector = std::function<std::optional<int>()>;
    void setFaultInjector(FaultInjector injector);

private:
    friend class Transaction;
    explicit Database(std::unique_ptr<detail::Connection> connection);
    Status setUp(const OpenOptions &options);

    std::unique_ptr<detail::Connection> m_connection;
};

//! Rolls back unless committed. Not nested. Must not outlive its Database.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);     //!< waits for the write lock
    static Result<Transaction> beginRead(Database &database); //!< all reads see one moment
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(detail::Connection *connection) : m_connection(connection) {}

    detail::Connection *m_connection;
};

} // namespace parvis
