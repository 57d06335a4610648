#include "csvimport/importmapping.h"

#include "domain/workflow.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Error wrong(const QString &where, const QString &what)
{
    return {ErrorCode::InvalidInput, u"mapping: "_s + (where.isEmpty() ? what : where + u": "_s + what)};
}

bool isDate(ImportField field)
{
    return field == ImportField::ReceivedAt || field == ImportField::AnsweredAt || field == ImportField::ClosedAt;
}

bool isName(ImportField field)
{
    return field == ImportField::District || field == ImportField::Service || field == ImportField::Theme;
}

template <typename E>
QStringList wordsOf()
{
    QStringList words;
    for (const QLatin1StringView word : Tokens<E>::words)
        words.append(word);
    return words;
}

//! The words that a field may hold; none: any.
QStringList wordsOf(ImportField field)
{
    switch (field) {
    case ImportField::Channel: return wordsOf<Channel>();
    case ImportField::ReplyChannel: return wordsOf<ReplyChannel>();
    case ImportField::Confidential: return {u"true"_s, u"false"_s};
    case ImportField::Status: {
        QStringList words = wordsOf<RequestStatus>();
        words.removeIf([](const QString &word) { return !isInitial(*fromToken<RequestStatus>(word)); });
        return words;
    }
    default: return {};
    }
}

Status checkKeys(const QJsonObject &object, const QString &where, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return wrong(where, u"unknown key '%1'; there are %2"_s.arg(key, known.join(u", "_s)));
    }
    return success();
}

Status checkWord(ImportField field, const QString &value, const QString &where)
{
    const QStringList words = wordsOf(field);
    if (!words.isEmpty() && !words.contains(value))
        return wrong(where, u"'%1' is none of %2"_s.arg(value, words.join(u", "_s)));
    return success();
}

Result<QStringList> columnNames(const QJsonValue &value, const QString &where)
{
    QStringList names;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &name : list) {
        if (name.toString().isEmpty())
            return wrong(where, u"a column name or a list of them is needed"_s);
        names.append(name.toString());
    }
    if (names.isEmpty())
        return wrong(where, u"a column name or a list of them is needed"_s);
    return names;
}

Status readDates(const QJsonObject &object, ImportField field, const QString &where, ImportRule &rule)
{
    if (!isDate(field) && (object.contains("format"_L1) || object.contains("zone"_L1)))
        return wrong(where, u"format and zone are for dates"_s);
    const QByteArray zone = object.value("zone"_L1).toString(u"Europe/Paris"_s).toUtf8();
    rule.zone = QTimeZone(zone);
    // QTimeZone takes any word for a POSIX zone without an offset.
    if (!QTimeZone::isTimeZoneIdAvailable(zone))
        return wrong(where + u".zone"_s, u"'%1' is not an IANA time zone"_s.arg(QString::fromUtf8(zone)));
    const auto pattern = DatePattern::parse(object.value("format"_L1).toString(u"iso"_s));
    if (!pattern)
        return wrong(where + u".format"_s, pattern.error().detail);
    rule.dates = *pattern;
    return success();
}

Status readValues(const QJsonObject &object, ImportField field, const QString &where, ImportRule &rule)
{
    if (const QJsonValue fallback = object.value("default"_L1); !fallback.isUndefined()) {
        if (fallback.toString().isEmpty())
            return wrong(where + u".default"_s, u"a text is needed"_s);
        rule.fallback = fallback.toString();
        if (const Status done = checkWord(field, rule.fallback, where + u".default"_s); !done)
            return done;
    }
    const QJsonValue values = object.value("values"_L1);
    if (!values.isUndefined() && !values.isObject())
        return wrong(where + u".values"_s, u"an object is needed: {\"cell\": \"meaning\"}"_s);
    const QJsonObject meanings = values.toObject();
    for (auto it = meanings.begin(); it != meanings.end(); ++it) {
        const QString at = where + u".values."_s + it.key();
        if (!it.value().isString())
            return wrong(at, u"a text is needed"_s);
        if (const Status done = checkWord(field, it.value().toString(), at); !done)
            return done;
        rule.values.insert(it.key(), it.value().toString());
    }
    return success();
}

Result<ImportRule> readRule(const QJsonValue &value, ImportField field)
{
    const QString where = u"fields."_s + token(field);
    if (!value.isObject())
        return wrong(where, u"a rule is needed: {\"column\": \"…\"}"_s);
    const QJsonObject object = value.toObject();
    const QStringList keys{u"column"_s, u"columns"_s, u"join"_s, u"values"_s, u"default"_s, u"format"_s, u"zone"_s, u"create"_s};
    if (const Status done = checkKeys(object, where, keys); !done)
        return done.error();
    if (object.contains("column"_L1) == object.contains("columns"_L1))
        return wrong(where, u"either column or columns is needed"_s);
    ImportRule rule;
    const auto columns =
        columnNames(object.contains("column"_L1) ? object.value("column"_L1) : object.value("columns"_L1), where);
    if (!columns)
        return columns.error();
    rule.columns = *columns;
    rule.join = object.value("join"_L1).toString(rule.join);
    rule.isCreating = object.value("create"_L1).toBool();
    if (rule.isCreating && !isName(field))
        return wrong(where, u"create is for district, service and theme"_s);
    if (const Status done = readDates(object, field, where, rule); !done)
        return done.error();
    if (const Status done = readValues(object, field, where, rule); !done)
        return done.error();
    return rule;
}

Result<ImportRule> readConstant(const QJsonValue &value, ImportField field)
{
    const QString where = u"constants."_s + token(field);
    ImportRule rule;
    rule.fallback = value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
    if (rule.fallback.isEmpty())
        return wrong(where, u"a text is needed"_s);
    if (const Status done = checkWord(field, rule.fallback, where); !done)
        return done.error();
    rule.zone = QTimeZone("Europe/Paris");
    if (isDate(field) && !rule.dates.instant(rule.fallback, rule.zone))
        return wrong(where, u"'%1' is not an ISO date since 1970"_s.arg(rule.fallback));
    if (field == ImportField::Latitude || field == ImportField::Longitude)
        return wrong(where, u"a place is not the same for all rows"_s);
    return rule;
}

bool mayBeginClosed(const ImportRule &status)
{
    const QString closed = token(RequestStatus::Closed);
    return status.fallback == closed || status.values.values().contains(closed) ||
           (!status.columns.isEmpty() && status.values.isEmpty());
}

Status readFields(const QJsonObject &root, ImportMapping &mapping)
{
    for (const QString &part : {u"fields"_s, u"constants"_s}) {
        const QJsonValue value = root.value(part);
        if (!value.isUndefined() && !value.isObject())
            return wrong(part, u"an object is needed"_s);
        const QJsonObject object = value.toObject();
        if (const Status done = checkKeys(object, part, wordsOf<ImportField>()); !done)
            return done;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const ImportField field = *fromToken<ImportField>(it.key());
            if (mapping.fields.contains(field))
                return wrong(u"constants."_s + it.key(), u"it is among the fields already"_s);
            auto rule = part == "fields"_L1 ? readRule(it.value(), field) : readConstant(it.value(), field);
            if (!rule)
                return rule.error();
            mapping.fields.emplace(field, std::move(rule).value());
        }
    }
    return success();
}

Status checkWhole(const ImportMapping &mapping)
{
    for (const ImportField needed : {ImportField::Subject, ImportField::ReceivedAt}) {
        if (!mapping.fields.contains(needed))
            return wrong(u"fields."_s + token(needed), u"it is needed"_s);
    }
    if (mapping.fields.contains(ImportField::Latitude) != mapping.fields.contains(ImportField::Longitude))
        return wrong(u"fields"_s, u"latitude and longitude go together"_s);
    const auto status = mapping.fields.find(ImportField::Status);
    if (status != mapping.fields.end() && mayBeginClosed(status->second) && !mapping.fields.contains(ImportField::Reason))
        return wrong(u"fields.reason"_s, u"it is needed where the status may be closed"_s);
    return success();
}

} // namespace

Result<ImportMapping> ImportMapping::parse(const QByteArray &json)
{
    QJsonParseError at;
    const QJsonDocument document = QJsonDocument::fromJson(json, &at);
    if (!document.isObject()) {
        const qsizetype line = json.left(at.offset).count('\n') + 1;
        return wrong({}, at.error == QJsonParseError::NoError ? u"a JSON object is needed"_s
                                                              : u"not JSON at line %1: %2"_s.arg(line).arg(at.errorString()));
    }
    const QJsonObject root = document.object();
    const QStringList keys{u"about"_s,  u"delimiter"_s, u"encoding"_s, u"external_id"_s,
                           u"source"_s, u"due_days"_s,  u"fields"_s,   u"constants"_s};
    if (const Status done = checkKeys(root, {}, keys); !done)
        return done.error();

    ImportMapping mapping;
    const QString delimiter = root.value("delimiter"_L1).toString(u";"_s);
    if (delimiter.size() != 1 || !u";,\t|"_s.contains(delimiter))
        return wrong(u"delimiter"_s, u"'%1' is none of ; , tab |"_s.arg(delimiter));
    mapping.format.delimiter = delimiter.at(0).toLatin1();
    const QStringList encodings{u"utf-8"_s, u"latin-1"_s, u"windows-1252"_s}; // in the order of CsvEncoding
    const QString encoding = root.value("encoding"_L1).toString(encodings.first());
    if (!encodings.contains(encoding))
        return wrong(u"encoding"_s, u"'%1' is none of %2"_s.arg(encoding, encodings.join(u", "_s)));
    mapping.format.encoding = static_cast<CsvEncoding>(encodings.indexOf(encoding));
    const auto externalId = columnNames(root.value("external_id"_L1), u"external_id"_s);
    if (!externalId)
        return externalId.error();
    mapping.externalId = *externalId;
    mapping.source = root.value("source"_L1).toString();
    const double days = root.value("due_days"_L1).toDouble(root.contains("due_days"_L1) ? -1 : mapping.dueDays);
    if (days < 0 || days > 1000 || days != double(int(days)))
        return wrong(u"due_days"_s, u"a whole number from 0 to 1000 is needed"_s);
    mapping.dueDays = int(days);
    if (const Status done = readFields(root, mapping); !done)
        return done.error();
    if (const Status done = checkWhole(mapping); !done)
        return done.error();
    return mapping;
}

Result<ImportMapping> ImportMapping::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, path};
    return parse(file.readAll());
}

QStringList ImportMapping::columns() const
{
    QStringList all = externalId;
    for (const auto &[field, rule] : fields)
        all += rule.columns;
    all.removeDuplicates();
    return all;
}

} // namespace parvis
