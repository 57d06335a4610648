#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <concepts>
#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace parvis {

namespace detail {
struct Connection;
}

//! A prepared statement, lent by the Database that made it and given back to its cache on destruction. An error of preparing or
//! binding is told by the first step(). Parameters count from 1, columns from 0. Must not outlive its Database.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    template <std::integral T>
    Statement &bind(int index, T value)
    {
        return bindInteger(index, static_cast<qint64>(value));
    }
    Statement &bind(int index, double value);
    Statement &bind(int index, std::nullptr_t);
    Statement &bind(int index, QStringView text);
    Statement &bind(int index, const QString &text) { return bind(index, QStringView(text)); }
    Statement &bind(int index, QLatin1StringView text);
    Statement &bind(int index, const QByteArray &blob);
    Statement &bind(int index, const Id &id);         //!< 16 bytes; null for the null id
    Statement &bind(int index, Instant at);           //!< milliseconds; null if not set
    Statement &bind(int index, const QDate &day);     //!< Julian day, which SQL's date() reads; null if invalid
    Statement &bind(int index, const QJsonObject &v); //!< compact text; null if empty
    Statement &bind(int index, const QJsonArray &v);  //!< compact text; null if empty
    Statement &bind(int index, const std::optional<double> &value);
    //! UTF-8 without a copy: \a text must live until the next reset.
    Statement &bindUtf8(int index, QByteArrayView text);

    //! Binds from parameter 1 on.
    template <typename... V>
    Statement &bindAll(const V &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    Result<bool> step(); //!< true: there is a row
    Status run();        //!< to the end, then ready for the next values
    void reset();        //!< keeps what is bound

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    std::optional<double> optionalReal(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArrayView utf8(int column) const; //!< valid until the next step
    QByteArray blob(int column) const;
    Id id(int column) const;
    Instant instant(int column) const { return {integer(column)}; }
    QDate date(int column) const;
    QJsonObject object(int column) const;
    QJsonArray array(int column) const;

private:
    friend class Database;
    using Slot = std::vector<sqlite3_stmt *>;
    Statement(detail::Connection *connection, sqlite3_stmt *statement, Slot *home, std::optional<Error> error);
    Statement &bindInteger(int index, qint64 value);
    void check(int code);
    void giveBack();

    detail::Connection *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    Slot *m_home = nullptr;
    std::optional<Error> m_error;
};

} // namespace parvis
