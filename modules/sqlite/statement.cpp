#include "sqlite/statement.h"

#include "sqlite/connection.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QStringEncoder>
#include <QtCore/QtEndian>

namespace parvis {

Statement::Statement(detail::Connection *connection, sqlite3_stmt *statement, Slot *home, std::optional<Error> error)
    : m_connection(connection), m_statement(statement), m_home(home), m_error(std::move(error))
{}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_home(other.m_home),
      m_error(std::move(other.m_error))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_connection = other.m_connection;
        m_statement = std::exchange(other.m_statement, nullptr);
        m_home = other.m_home;
        m_error = std::move(other.m_error);
    }
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_home->push_back(std::exchange(m_statement, nullptr));
}

void Statement::check(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = m_connection->error(code);
}

Statement &Statement::bindInteger(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, std::nullptr_t)
{
    check(sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement &Statement::bind(int index, QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    // SQLite takes the buffer over: one conversion and no copy.
    auto *buffer = static_cast<char *>(sqlite3_malloc64(static_cast<sqlite3_uint64>(encoder.requiredSpace(text.size()) + 1)));
    if (!buffer) {
        check(SQLITE_NOMEM);
        return *this;
    }
    const char *end = encoder.appendToBuffer(buffer, text);
    check(sqlite3_bind_text64(m_statement, index, buffer, static_cast<sqlite3_uint64>(end - buffer), sqlite3_free, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int index, QLatin1StringView text)
{
    return bind(index, QString(text));
}

Statement &Statement::bindUtf8(int index, QByteArrayView text)
{
    const char *data = text.data() ? text.data() : "";
    check(sqlite3_bind_text64(m_statement, index, data, static_cast<sqlite3_uint64>(text.size()), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    check(sqlite3_bind_blob64(m_statement, index, blob.constData(), static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(int index, const Id &id)
{
    if (id.isNull())
        return bind(index, nullptr);
    uchar bytes[16];
    qToBigEndian(id.data1, bytes);
    qToBigEndian(id.data2, bytes + 4);
    qToBigEndian(id.data3, bytes + 6);
    std::copy(std::begin(id.data4), std::end(id.data4), bytes + 8);
    check(sqlite3_bind_blob(m_statement, index, bytes, sizeof bytes, SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(int index, Instant at)
{
    return at.isSet() ? bindInteger(index, at.ms) : bind(index, nullptr);
}

Statement &Statement::bind(int index, const QDate &day)
{
    return day.isValid() ? bindInteger(index, day.toJulianDay()) : bind(index, nullptr);
}

static Statement &bindJson(Statement &statement, int index, const QByteArray &json)
{
    return statement.bind(index, QUtf8StringView(json).toString());
}

Statement &Statement::bind(int index, const QJsonObject &v)
{
    return v.isEmpty() ? bind(index, nullptr) : bindJson(*this, index, QJsonDocument(v).toJson(QJsonDocument::Compact));
}

Statement &Statement::bind(int index, const QJsonArray &v)
{
    return v.isEmpty() ? bind(index, nullptr) : bindJson(*this, index, QJsonDocument(v).toJson(QJsonDocument::Compact));
}

Statement &Statement::bind(int index, const std::optional<double> &value)
{
    return value ? bind(index, *value) : bind(index, nullptr);
}

Result<bool> Statement::step()
{
    if (m_error)
        return *m_error;
    if (const auto fault = m_connection->fault()) {
        reset();
        return *fault;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = m_connection->error(code);
    reset();
    return error;
}

Status Statement::run()
{
    auto row = step();
    while (row && *row)
        row = step();
    reset();
    if (!row)
        return row.error();
    return success();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArrayView Statement::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {text, text ? sqlite3_column_bytes(m_statement, column) : 0};
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes ? QByteArray(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

Id Statement::id(int column) const
{
    const auto *bytes = static_cast<const uchar *>(sqlite3_column_blob(m_statement, column));
    if (!bytes || sqlite3_column_bytes(m_statement, column) != 16)
        return {};
    return Id(qFromBigEndian<uint>(bytes), qFromBigEndian<ushort>(bytes + 4), qFromBigEndian<ushort>(bytes + 6), bytes[8],
              bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}

QDate Statement::date(int column) const
{
    return isNull(column) ? QDate() : QDate::fromJulianDay(integer(column));
}

QJsonObject Statement::object(int column) const
{
    return QJsonDocument::fromJson(utf8(column).toByteArray()).object();
}

QJsonArray Statement::array(int column) const
{
    return QJsonDocument::fromJson(utf8(column).toByteArray()).array();
}

} // namespace parvis
