#include "csvimport/cardrow.h"

#include "csvimport/csvrejects.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype longestRow = 4 * 1024 * 1024; // a card with its scripts, letters and form
constexpr CsvFormat format;
constexpr QLatin1StringView lineBreaks("\r\n");

QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

std::optional<QJsonValue> parsed(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isArray())
        return QJsonValue(document.array());
    return document.isObject() ? std::optional(QJsonValue(document.object())) : std::nullopt;
}

//! Lines if they say the same, JSON if not: an item may hold a line break.
QString linesCell(const QJsonArray &items)
{
    const bool isPlain = std::all_of(items.begin(), items.end(), [](const QJsonValue &item) {
        const QString line = item.toString();
        return !line.trimmed().isEmpty() && !line.contains(u'\n') && !line.contains(u'\r');
    });
    if (!isPlain || items.first().toString().startsWith(u'['))
        return items.isEmpty() ? QString() : compact(items);
    QStringList lines;
    for (const QJsonValue &item : items)
        lines.append(item.toString());
    return lines.join(u'\n');
}

QJsonValue linesOf(const QString &cell)
{
    if (cell.startsWith(u'[')) {
        if (const auto list = parsed(cell); list && list->isArray())
            return *list;
    }
    QJsonArray items;
    for (QString &line : cell.split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            items.append(line);
    }
    return items;
}

QString cellOf(const CardColumn &column, const QJsonValue &value)
{
    switch (column.type) {
    case CardCell::Lines:
    case CardCell::SeeAlso: return linesCell(value.toArray());
    case CardCell::Number: return QString::number(value.toInt());
    case CardCell::Flag: return value.toBool() ? u"true"_s : u"false"_s;
    case CardCell::List:
    case CardCell::Circuit: return value.toArray().isEmpty() ? QString() : compact(value);
    case CardCell::ByDistrict: return value.toObject().isEmpty() ? QString() : compact(value);
    default: return value.toString();
    }
}

//! What makes no sense stays text: not of the column's type, it is refused with its own words.
QJsonValue valueOf(const CardColumn &column, const QString &cell)
{
    const QString word = cell.trimmed();
    switch (column.type) {
    case CardCell::Lines:
    case CardCell::SeeAlso: return linesOf(cell);
    case CardCell::Number: {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        return word.isEmpty() || isNumber ? QJsonValue(number) : QJsonValue(cell);
    }
    case CardCell::Flag:
        return word.isEmpty() || word == "false"_L1 || word == "true"_L1 ? QJsonValue(word == "true"_L1) : QJsonValue(cell);
    case CardCell::List:
    case CardCell::Circuit: return word.isEmpty() ? QJsonValue(QJsonArray()) : parsed(cell).value_or(cell);
    case CardCell::ByDistrict: return word.isEmpty() ? QJsonValue(QJsonObject()) : parsed(cell).value_or(cell);
    default: return cell;
    }
}

Error wrong(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail};
}

//! A name that is not known, or comes twice, would lose a column in silence.
Result<QList<const CardColumn *>> columnsOf(const CsvRow &header)
{
    if (header.fault != CsvFault::None)
        return wrong(u"header: "_s + faultCode(header.fault));
    QList<const CardColumn *> columns;
    QSet<QString> seen;
    for (const QString &cell : header.cells) {
        const QString name = cell.trimmed();
        const bool isRejects = name == rejectLineColumn || name == rejectReasonColumn;
        columns.append(cardColumn(name));
        if (!isRejects && !columns.last())
            return wrong(u"header: unknown column: "_s + name);
        if (seen.contains(name))
            return wrong(u"header: twice: "_s + name);
        seen.insert(name);
    }
    if (!seen.contains(cardColumns().front().name))
        return wrong(u"header: no column "_s + cardColumns().front().name);
    return columns;
}

CardEntry entryOf(const CsvRow &line, const QList<const CardColumn *> &columns)
{
    CardEntry entry;
    entry.line = line;
    switch (line.fault) {
    case CsvFault::Quotes: entry.reject = CardReject{CardFault::Quotes}; break;
    case CsvFault::TooLong: entry.reject = CardReject{CardFault::TooLong}; break;
    case CsvFault::Encoding: entry.reject = CardReject{CardFault::Encoding}; break;
    case CsvFault::None: break;
    }
    if (!entry.reject && line.cells.size() != columns.size())
        entry.reject = CardReject{CardFault::Cells};
    if (entry.reject)
        return entry;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i])
            entry.row.insert(columns[i]->name, valueOf(*columns[i], line.cells[i]));
    }
    return entry;
}

CardEntry entryOf(const QJsonValue &item)
{
    CardEntry entry;
    entry.item = item;
    entry.row = item.toObject();
    entry.row.remove(rejectLineColumn);
    entry.row.remove(rejectReasonColumn);
    if (!item.isObject())
        entry.reject = CardReject{CardFault::NoObject, {}, compact(item)};
    return entry;
}

} // namespace

std::span<const CardColumn> cardColumns()
{
    using C = CardCell;
    static constexpr std::array columns{CardColumn{"code"_L1, "code"_L1, C::Text},
                                        CardColumn{"title"_L1, "title"_L1, C::Text},
                                        CardColumn{"summary"_L1, "summary"_L1, C::Text},
                                        CardColumn{"theme"_L1, "theme"_L1, C::Theme},
                                        CardColumn{"keywords"_L1, "keywords"_L1, C::Lines},
                                        CardColumn{"citizenWords"_L1, "citizen_words"_L1, C::Lines},
                                        CardColumn{"audience"_L1, "audience"_L1, C::Text},
                                        CardColumn{"ask"_L1, "ask"_L1, C::Script},
                                        CardColumn{"say"_L1, "say"_L1, C::Script},
                                        CardColumn{"do"_L1, "steps"_L1, C::Script},
                                        CardColumn{"documents"_L1, "documents"_L1, C::Lines},
                                        CardColumn{"price"_L1, "price"_L1, C::Text},
                                        CardColumn{"where"_L1, "location"_L1, C::Text},
                                        CardColumn{"law"_L1, "law"_L1, C::Lines},
                                        CardColumn{"service"_L1, "service"_L1, C::Service},
                                        CardColumn{"serviceByDistrict"_L1, "service_by_district"_L1, C::ByDistrict},
                                        CardColumn{"referent"_L1, "referent"_L1, C::Referent},
                                        CardColumn{"kind"_L1, "complexity"_L1, C::Kind},
                                        CardColumn{"delayDays"_L1, "delay_days"_L1, C::Number},
                                        CardColumn{"implicit"_L1, "silence"_L1, C::Silence},
                                        CardColumn{"acknowledgement"_L1, "acknowledgement"_L1, C::Text},
                                        CardColumn{"place"_L1, "needs_place"_L1, C::Flag},
                                        CardColumn{"confidential"_L1, "confidential"_L1, C::Flag},
                                        CardColumn{"fields"_L1, "form"_L1, C::List},
                                        CardColumn{"replyTemplates"_L1, "reply_templates"_L1, C::List},
                                        CardColumn{"replyCircuit"_L1, "reply_circuit"_L1, C::Circuit},
                                        CardColumn{"seeAlso"_L1, "see_also"_L1, C::SeeAlso},
                                        CardColumn{"retention"_L1, "retention_months"_L1, C::Number},
                                        CardColumn{"validFrom"_L1, "valid_from"_L1, C::Date},
                                        CardColumn{"validUntil"_L1, "valid_until"_L1, C::Date},
                                        CardColumn{"reviewMonths"_L1, "review_months"_L1, C::Number},
                                        CardColumn{"archived"_L1, "archived"_L1, C::Flag}};
    return columns;
}

const CardColumn *cardColumn(QStringView name)
{
    const auto columns = cardColumns();
    const auto found = std::find_if(columns.begin(), columns.end(), [name](const CardColumn &c) { return name == c.name; });
    return found == columns.end() ? nullptr : &*found;
}

Result<CardFile> cardsFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(u"line %1: %2"_s.arg(json.left(error.offset).count('\n') + 1).arg(error.errorString()));
    if (!document.object().value("cards"_L1).isArray())
        return wrong(u"no list \"cards\""_s);
    CardFile file;
    const QJsonArray cards = document.object().value("cards"_L1).toArray();
    for (const QJsonValue &item : cards)
        file.entries.append(entryOf(item));
    return file;
}

Result<CardFile> cardsFromCsv(QIODevice &csv)
{
    CsvReader reader(csv, format, longestRow);
    const auto header = reader.next();
    if (!header || !*header)
        return header ? wrong(u"the file is empty"_s) : header.error();
    const auto columns = columnsOf(**header);
    if (!columns)
        return columns.error();
    CardFile file{true, **header, {}};
    for (;;) {
        const auto line = reader.next();
        if (!line)
            return line.error();
        if (!*line)
            return file;
        file.entries.append(entryOf(**line, *columns));
    }
}

Result<CardFile> readCardFile(const QString &path)
{
    const bool isCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    if (!isCsv && !path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return wrong(u"%1: neither .csv nor .json"_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, path};
    if (isCsv)
        return cardsFromCsv(file);
    QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Storage, path};
    if (json.startsWith("\xef\xbb\xbf"))
        json.remove(0, 3);
    return cardsFromJson(json);
}

QByteArray cardsToJson(const QList<QJsonObject> &rows)
{
    QStringList cards;
    for (QJsonObject row : rows) {
        QStringList members;
        const auto add = [&members](const QString &name, const QJsonValue &value) {
            members.append(compact(name) + u": "_s + compact(value));
        };
        for (const CardColumn &column : cardColumns()) {
            if (const QJsonValue value = row.take(column.name); !value.isUndefined())
                add(column.name, value);
        }
        for (auto it = row.begin(); it != row.end(); ++it) // of a rejected row
            add(it.key(), it.value());
        cards.append(u'{' + members.join(u",\n "_s) + u'}');
    }
    return (u"{\"cards\": [\n"_s + cards.join(u",\n"_s) + u"\n]}\n"_s).toUtf8();
}

QByteArray cardsToCsv(const QList<QJsonObject> &rows)
{
    const auto line = [](const QStringList &cells) {
        QStringList quoted;
        for (const QString &cell : cells)
            quoted.append(csvCell(cell, format.delimiter));
        return quoted.join(QLatin1Char(format.delimiter)) + lineBreaks;
    };
    QStringList names;
    for (const CardColumn &column : cardColumns())
        names.append(column.name);
    QString csv = line(names);
    for (const QJsonObject &row : rows) {
        QStringList cells;
        for (const CardColumn &column : cardColumns())
            cells.append(cellOf(column, row.value(column.name)));
        csv += line(cells);
    }
    return csv.toUtf8();
}

} // namespace parvis
