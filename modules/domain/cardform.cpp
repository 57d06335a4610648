#include "domain/cardform.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Lays what is known over what was kept, so that reading and writing changes nothing.
QJsonObject laid(QJsonObject extra, const QJsonObject &known)
{
    for (auto it = known.begin(); it != known.end(); ++it)
        extra.insert(it.key(), it.value());
    return extra;
}

//! The members of \a json that \a written does not say.
QJsonObject unsaid(const QJsonObject &json, const QJsonObject &written)
{
    QJsonObject extra;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (written.value(it.key()) != it.value())
            extra.insert(it.key(), it.value());
    }
    return extra;
}

std::optional<ShownIf> shownIfFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    ShownIf condition{json.value("field"_L1).toString(), json.value("is"_L1), {}};
    if (condition.field.isEmpty() || condition.is.isUndefined())
        return std::nullopt;
    condition.extra = unsaid(json, {{u"field"_s, condition.field}, {u"is"_s, condition.is}});
    return condition;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        if (!item.isString())
            return {};
        texts.append(item.toString());
    }
    return texts;
}

bool isMet(const ShownIf &condition, const QJsonValue &value)
{
    return value == condition.is || value.toArray().contains(condition.is);
}

//! \a steps: how many conditions may still be followed; a chain that is longer than the form goes round.
bool isShown(const FormFields &fields, const FormField &field, const QJsonObject &values, qsizetype steps)
{
    if (!field.shownIf)
        return true;
    const FormField *other = fieldOf(fields, field.shownIf->field);
    return other && steps > 0 && isMet(*field.shownIf, values.value(other->code)) && isShown(fields, *other, values, steps - 1);
}

std::optional<FieldFault> faultIf(bool isWrong, FieldFault fault)
{
    return isWrong ? std::optional(fault) : std::nullopt;
}

std::optional<FieldFault> choicesFault(const FormField &field, const QJsonValue &value)
{
    if (!value.isArray())
        return FieldFault::WrongType;
    const QJsonArray chosen = value.toArray();
    return faultIf(std::any_of(chosen.begin(), chosen.end(),
                               [&field](const QJsonValue &item) { return !field.options.contains(item.toString()); }),
                   FieldFault::NotAnOption);
}

std::optional<DefinitionFault> codeFault(const FormFields &fields, qsizetype index)
{
    const QString &code = fields.at(index).code;
    if (code.trimmed().isEmpty())
        return DefinitionFault::NoCode;
    return fieldOf(fields, code) != &fields.at(index) ? std::optional(DefinitionFault::DuplicateCode) : std::nullopt;
}

bool isOnCycle(const FormFields &fields, const FormField &field)
{
    const FormField *at = &field;
    for (qsizetype i = 0; at && i < fields.size(); ++i) {
        at = at->shownIf ? fieldOf(fields, at->shownIf->field) : nullptr;
        if (at == &field)
            return true;
    }
    return false;
}

std::optional<DefinitionFault> conditionFault(const FormFields &fields, qsizetype index)
{
    const FormField &field = fields.at(index);
    if (!field.shownIf)
        return std::nullopt;
    const FormField *other = fieldOf(fields, field.shownIf->field);
    if (!other)
        return DefinitionFault::UnknownCondition;
    if (isOnCycle(fields, field))
        return DefinitionFault::Cycle;
    return other - fields.constData() > index ? std::optional(DefinitionFault::LaterCondition) : std::nullopt;
}

} // namespace

FormField formFieldFrom(const QJsonObject &json)
{
    FormField field;
    field.code = json.value("code"_L1).toString();
    field.label = json.value("label"_L1).toString();
    field.type = fromToken<FormFieldType>(json.value("type"_L1).toString()).value_or(FormFieldType::Text);
    field.required = json.value("required"_L1).toBool();
    field.options = textsOf(json.value("options"_L1));
    field.help = json.value("help"_L1).toString();
    field.shownIf = shownIfFrom(json.value("shownIf"_L1));
    field.extra = unsaid(json, toJson(field));
    return field;
}

QJsonObject toJson(const FormField &field)
{
    QJsonObject known;
    const auto say = [&known](const QString &key, const QJsonValue &value, bool isSaid) {
        if (isSaid)
            known.insert(key, value);
    };
    say(u"code"_s, field.code, !field.code.isEmpty());
    say(u"label"_s, field.label, !field.label.isEmpty());
    say(u"type"_s, QString(token(field.type)), field.type != FormFieldType::Text || !field.extra.contains("type"_L1));
    say(u"required"_s, true, field.required);
    say(u"options"_s, QJsonArray::fromStringList(field.options), !field.options.isEmpty());
    say(u"help"_s, field.help, !field.help.isEmpty());
    if (field.shownIf)
        known.insert(u"shownIf"_s,
                     laid(field.shownIf->extra, {{u"field"_s, field.shownIf->field}, {u"is"_s, field.shownIf->is}}));
    return laid(field.extra, known);
}

FormFields formFieldsFrom(const QJsonArray &form)
{
    FormFields fields;
    for (const QJsonValue &value : form)
        fields.append(formFieldFrom(value.toObject()));
    return fields;
}

QJsonArray toJson(const FormFields &fields)
{
    QJsonArray form;
    for (const FormField &field : fields)
        form.append(toJson(field));
    return form;
}

const FormField *fieldOf(const FormFields &fields, QStringView code)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [code](const FormField &field) { return field.code == code; });
    return found == fields.end() ? nullptr : &*found;
}

bool isShown(const FormFields &fields, const FormField &field, const QJsonObject &values)
{
    return isShown(fields, field, values, fields.size());
}

QJsonObject shownValues(const FormFields &fields, QJsonObject values)
{
    const QJsonObject all = values;
    for (const FormField &field : fields) {
        if (fieldOf(fields, field.code) == &field && !isShown(fields, field, all))
            values.remove(field.code);
    }
    return values;
}

bool isEmptyValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString().trimmed().isEmpty();
    case QJsonValue::Array: return value.toArray().isEmpty();
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        return object.isEmpty() || (object.contains("address"_L1) && isEmptyValue(object.value("address"_L1)));
    }
    case QJsonValue::Bool:
    case QJsonValue::Double: return false;
    default: return true;
    }
}

QString normalisedPlate(QStringView typed)
{
    // Neither I nor O nor U is used. Before 2009 the number of the department closed the plate, Corsica's with a letter.
    static const QRegularExpression now(u"^([A-HJ-NP-TV-Z]{2})(\\d{3})([A-HJ-NP-TV-Z]{2})$"_s);
    static const QRegularExpression before(u"^([1-9]\\d{0,3})([A-HJ-NP-TV-Z]{1,3})(97[1-6]|0[1-9]|[1-8]\\d|9[0-5]|2[AB])$"_s);
    QString plain = typed.toString().toUpper();
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'.' || c == u'\u2010' || c == u'\u2011'; });
    const auto joined = [&plain](const QRegularExpression &form, QLatin1StringView between) {
        const QRegularExpressionMatch match = form.match(plain);
        return match.hasMatch() ? match.capturedTexts().mid(1).join(between) : QString();
    };
    const QString plate = joined(now, "-"_L1);
    return plate.isEmpty() ? joined(before, " "_L1) : plate;
}

std::optional<FieldFault> faultOf(const FormField &field, const QJsonValue &value)
{
    if (isEmptyValue(value))
        return faultIf(field.required, FieldFault::Missing);
    switch (field.type) {
    case FormFieldType::Text: // of a newer program perhaps: its values are not ours to judge
        return faultIf(!value.isString() && !field.extra.contains("type"_L1), FieldFault::WrongType);
    case FormFieldType::Number:
        return faultIf(!value.isDouble(), value.isString() ? FieldFault::BadNumber : FieldFault::WrongType);
    case FormFieldType::Date:
        if (!value.isString())
            return FieldFault::WrongType;
        return faultIf(!QDate::fromString(value.toString(), Qt::ISODate).isValid(), FieldFault::BadDate);
    case FormFieldType::Choice:
        if (!value.isString())
            return FieldFault::WrongType;
        return faultIf(!field.options.contains(value.toString()), FieldFault::NotAnOption);
    case FormFieldType::Choices: return choicesFault(field, value);
    case FormFieldType::YesNo: return faultIf(!value.isBool(), FieldFault::WrongType);
    case FormFieldType::Place: return faultIf(!value["address"_L1].isString(), FieldFault::WrongType);
    case FormFieldType::Plate:
        if (!value.isString())
            return FieldFault::WrongType;
        return faultIf(normalisedPlate(value.toString()) != value.toString(), FieldFault::BadPlate);
    case FormFieldType::File: return faultIf(!fileReferenceFrom(value), FieldFault::WrongType);
    }
    return std::nullopt;
}

QList<FormFault> faults(const FormFields &fields, const QJsonObject &values)
{
    QList<FormFault> found;
    for (const FormField &field : fields) {
        const bool isAsked = fieldOf(fields, field.code) == &field && isShown(fields, field, values);
        const auto fault = isAsked ? faultOf(field, values.value(field.code)) : std::nullopt;
        if (fault)
            found.append({field.code, *fault});
    }
    return found;
}

QList<FormDefinitionFault> formFaults(const FormFields &fields)
{
    QList<FormDefinitionFault> found;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const FormFieldType type = fields.at(i).type;
        const bool isChoice = type == FormFieldType::Choice || type == FormFieldType::Choices;
        const QStringList &options = fields.at(i).options;
        const bool isPoor = isChoice && QSet<QString>(options.begin(), options.end()).size() < 2;
        for (const auto fault : {codeFault(fields, i), isPoor ? std::optional(DefinitionFault::FewOptions) : std::nullopt,
                                 conditionFault(fields, i)}) {
            if (fault)
                found.append({i, *fault});
        }
    }
    return found;
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Array: {
        QStringList texts;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            texts.append(valueText(item));
        texts.removeAll(QString());
        return texts.join(u", "_s);
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        return valueText(object.contains("address"_L1) ? object.value("address"_L1) : object.value("name"_L1));
    }
    default: return {};
    }
}

QString searchWords(const QJsonObject &values)
{
    QStringList words;
    for (const QJsonValue &value : values) {
        if (value.isDouble())
            continue;
        const QString text = valueText(value);
        words.append(text);
        if (value.isString() && !text.isEmpty() && normalisedPlate(text) == text)
            words.append(QString(text).remove(u'-').remove(u' '));
    }
    words.removeAll(QString());
    return words.join(u' ');
}

QJsonObject toJson(const FileReference &file)
{
    return {{u"name"_s, file.name}, {u"sha256"_s, file.sha256}, {u"bytes"_s, file.bytes}, {u"media_type"_s, file.mediaType}};
}

std::optional<FileReference> fileReferenceFrom(const QJsonValue &value)
{
    static const QRegularExpression digest(u"^[0-9a-f]{64}$"_s);
    const FileReference file{value["name"_L1].toString(), value["sha256"_L1].toString(), value["bytes"_L1].toInteger(-1),
                             value["media_type"_L1].toString()};
    const bool isWhole = !file.name.isEmpty() && file.bytes >= 0 && digest.match(file.sha256).hasMatch();
    return isWhole ? std::optional(file) : std::nullopt;
}

} // namespace parvis
