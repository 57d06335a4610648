#include "store/recordtable.h"

#include <QtCore/QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int firstField = 4; // parameters 1 to 3 are id, seq and extra

//! Only the one spelling that idText() writes: any other could not come back as it was.
std::optional<Id> canonicalId(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    uchar bytes[16];
    int nibbles = 0;
    for (int i = 0; i < 36; ++i) {
        const char16_t c = text[i].unicode();
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        int digit = 0;
        if (c >= u'0' && c <= u'9')
            digit = c - u'0';
        else if (c >= u'a' && c <= u'f')
            digit = c - u'a' + 10;
        else
            return std::nullopt;
        uchar &byte = bytes[nibbles / 2];
        byte = static_cast<uchar>(nibbles % 2 == 0 ? digit << 4 : byte | digit);
        ++nibbles;
    }
    const Id id = QUuid::fromRfc4122(QByteArrayView(bytes, 16));
    return id.isNull() ? std::nullopt : std::optional(id);
}

std::optional<QDate> canonicalDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const QDate day(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt());
    return day.isValid() && day.toString(Qt::ISODate) == text ? std::optional(day) : std::nullopt;
}

QByteArray jsonText(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

bool bindValue(Statement &statement, int index, FieldType type, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) {
        statement.bind(index, nullptr);
        return true;
    }
    switch (type) {
    case FieldType::Text:
    case FieldType::Token:
        if (value.isString())
            statement.bind(index, value.toString());
        return value.isString();
    case FieldType::Integer:
    case FieldType::Instant: {
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        const qint64 number = value.toInteger(none);
        if (number != none)
            statement.bind(index, number);
        return number != none;
    }
    case FieldType::Real:
        if (value.isDouble())
            statement.bind(index, value.toDouble());
        return value.isDouble();
    case FieldType::Boolean:
        if (value.isBool())
            statement.bind(index, value.toBool());
        return value.isBool();
    case FieldType::Date: {
        const auto day = canonicalDate(value.toString());
        if (day)
            statement.bind(index, *day);
        return day.has_value();
    }
    case FieldType::Id: {
        const auto id = canonicalId(value.toString());
        if (id)
            statement.bind(index, *id);
        return id.has_value();
    }
    case FieldType::IdSet:
    case FieldType::TokenSet:
        if (value.isArray())
            statement.bind(index, QUtf8StringView(jsonText(value)).toString());
        return value.isArray();
    case FieldType::Json: {
        const bool fits = value.isArray() || value.isObject();
        if (fits)
            statement.bind(index, QUtf8StringView(jsonText(value)).toString());
        return fits;
    }
    }
    return false;
}

QJsonValue readValue(const Statement &statement, int column, FieldType type)
{
    if (statement.isNull(column))
        return {};
    switch (type) {
    case FieldType::Text:
    case FieldType::Token: return statement.text(column);
    case FieldType::Integer:
    case FieldType::Instant: return statement.integer(column);
    case FieldType::Real: {
        const double real = statement.real(column);
        const bool isWhole = std::abs(real) < 9e15 && std::nearbyint(real) == real;
        return isWhole ? QJsonValue(static_cast<qint64>(real)) : QJsonValue(real); // as a JSON reader has it
    }
    case FieldType::Boolean: return statement.boolean(column);
    case FieldType::Date: return statement.date(column).toString(Qt::ISODate);
    case FieldType::Id: return idText(statement.id(column));
    case FieldType::IdSet:
    case FieldType::TokenSet:
    case FieldType::Json: {
        const auto json = QJsonDocument::fromJson(statement.utf8(column).toByteArray());
        return json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    }
    }
    return {};
}

const RecordTable &RecordTable::of(Kind kind)
{
    static const std::vector<RecordTable> all = [] {
        std::vector<RecordTable> tables; // by the enum's order, which is not that of allKinds()
        for (std::size_t each = 0; each < Tokens<Kind>::words.size(); ++each)
            tables.push_back(RecordTable(static_cast<Kind>(each)));
        return tables;
    }();
    return all[static_cast<std::size_t>(kind)];
}

RecordTable::RecordTable(Kind kind) : m_name(token(kind))
{
    const QByteArray table(m_name.data(), m_name.size());
    QByteArray parameters = "?1, ?2, ?3";
    QByteArray assignments = "seq = ?2, extra = ?3";
    int index = firstField;
    for (const FieldDescription &f : describe(kind).fields()) {
        m_columns.push_back({f.name, f.type});
        const QByteArray parameter = '?' + QByteArray::number(index++);
        parameters += ", " + parameter;
        assignments += ", " + QByteArray(f.name.data(), f.name.size()) + " = " + parameter;
    }
    m_insert = "INSERT INTO " + table + '(' + columns() + ") VALUES(" + parameters + ')';
    m_replace = "UPDATE " + table + " SET " + assignments + " WHERE id = ?1";
    m_select = "SELECT " + columns() + " FROM " + table + " WHERE id = ?1";
}

QByteArray RecordTable::columns(const QByteArray &prefix) const
{
    QByteArray list = prefix + "id, " + prefix + "seq, " + prefix + "extra";
    for (const Column &c : m_columns)
        list += ", " + prefix + QByteArray(c.name.data(), c.name.size());
    return list;
}

void RecordTable::bind(Statement &statement, const Id &id, const QJsonObject &document, qint64 seq) const
{
    statement.bind(1, id).bind(2, seq);
    QJsonObject extra;
    qsizetype found = 0;
    int index = firstField;
    for (const Column &c : m_columns) {
        const QJsonValue value = document.value(c.name);
        found += value.isUndefined() ? 0 : 1;
        if (!bindValue(statement, index, c.type, value)) {
            statement.bind(index, nullptr);
            extra.insert(c.name, value);
        }
        ++index;
    }
    if (found < document.size()) {
        for (auto it = document.begin(); it != document.end(); ++it) {
            const QString key = it.key();
            const bool known = std::any_of(m_columns.begin(), m_columns.end(), [&key](const Column &c) { return key == c.name; });
            if (!known)
                extra.insert(key, it.value());
        }
    }
    statement.bind(3, extra);
}

StoredRecord RecordTable::read(const Statement &statement, int firstColumn) const
{
    StoredRecord record;
    record.seq = statement.integer(firstColumn + 1);
    if (!statement.isNull(firstColumn + 2))
        record.document = statement.object(firstColumn + 2);
    int column = firstColumn + firstField - 1;
    for (const Column &c : m_columns) {
        const QJsonValue value = readValue(statement, column++, c.type);
        if (!value.isNull())
            record.document.insert(c.name, value);
    }
    return record;
}

std::optional<Statement> RecordTable::patch(Database &database, const Id &id, const QJsonObject &fields, qint64 seq) const
{
    QByteArray sql = "UPDATE " + QByteArray(m_name.data(), m_name.size()) + " SET seq = ?2";
    std::vector<std::pair<FieldType, QJsonValue>> values;
    for (const Column &c : m_columns) {
        const QJsonValue value = fields.value(c.name);
        if (value.isUndefined())
            continue;
        values.emplace_back(c.type, normal(value));
        sql += ", " + QByteArray(c.name.data(), c.name.size()) + " = ?" + QByteArray::number(values.size() + 2);
    }
    if (static_cast<qsizetype>(values.size()) < fields.size())
        return std::nullopt;
    Statement statement = database.prepare(sql + " WHERE id = ?1 AND extra IS NULL");
    statement.bind(1, id).bind(2, seq);
    int index = 3;
    for (const auto &[type, value] : values) {
        if (!bindValue(statement, index++, type, value))
            return std::nullopt;
    }
    return statement;
}

} // namespace parvis
