#pragma once

#include "domain/description.h"
#include "sqlite/database.h"

namespace parvis {

//! A record as it lies in its table.
struct StoredRecord
{
    QJsonObject document;
    qint64 seq = 0;
};

//! Reads and writes the table of one kind by its description. What does not fit a column's type, or has no column, is kept in
//! "extra", so that every document comes back as it went in.
class RecordTable
{
public:
    static const RecordTable &of(Kind kind);

    QLatin1StringView name() const { return m_name; }
    //! "id, seq, extra, fields…" with \a prefix before each, for read().
    QByteArray columns(const QByteArray &prefix = {}) const;
    int width() const { return int(m_columns.size()) + 3; } //!< how many columns() names: where others begin

    const QByteArray &insertSql() const { return m_insert; }
    const QByteArray &replaceSql() const { return m_replace; }
    void bind(Statement &statement, const Id &id, const QJsonObject &document, qint64 seq) const; //!< for both

    const QByteArray &selectSql() const { return m_select; } //!< by id
    StoredRecord read(const Statement &statement, int firstColumn = 0) const;

    //! Sets just these fields, where nothing lies in "extra"; nothing if a field has no column or its value does not fit.
    std::optional<Statement> patch(Database &database, const Id &id, const QJsonObject &fields, qint64 seq) const;

private:
    explicit RecordTable(Kind kind);
    struct Column
    {
        QLatin1StringView name;
        FieldType type;
    };
    QLatin1StringView m_name;
    std::vector<Column> m_columns;
    QByteArray m_insert, m_replace, m_select;
};

//! Binds \a value as a column of \a type; false (and nothing bound) if it does not fit.
bool bindValue(Statement &statement, int index, FieldType type, const QJsonValue &value);
QJsonValue readValue(const Statement &statement, int column, FieldType type);

} // namespace parvis
