#include "domain/description.h"

#include "domain/citizen.h"
#include "domain/dispatch.h"
#include "domain/incident.h"
#include "domain/mission.h"
#include "domain/organisation.h"
#include "domain/procedurecard.h"
#include "domain/proposal.h"
#include "domain/reply.h"
#include "domain/request.h"
#include "domain/routing.h"
#include "domain/servicepolicy.h"
#include "domain/template.h"

#include <algorithm>
#include <cmath>

namespace parvis {

namespace {

template <typename Set, typename Each>
bool readSet(const QJsonValue &json, Set &v, Each each)
{
    v.clear();
    if (json.isNull())
        return true;
    if (!json.isArray())
        return false;
    const QJsonArray array = json.toArray();
    return std::all_of(array.begin(), array.end(),
                       [&](const QJsonValue &item) { return item.isString() && each(item.toString()); });
}

QJsonArray sorted(const QJsonArray &array)
{
    TokenSet words;
    for (const QJsonValue &item : array)
        words.insert(item.toString());
    return QJsonArray::fromStringList(QStringList(words.begin(), words.end()));
}

bool isSetPatch(const QJsonValue &value)
{
    return value.isObject();
}

QJsonArray patchedSet(const QJsonArray &current, const QJsonObject &patch)
{
    TokenSet words;
    for (const QJsonValue &item : current)
        words.insert(item.toString());
    const QJsonArray removed = patch.value(QLatin1StringView("remove")).toArray();
    for (const QJsonValue &item : removed)
        words.erase(item.toString());
    const QJsonArray added = patch.value(QLatin1StringView("add")).toArray();
    for (const QJsonValue &item : added)
        words.insert(item.toString());
    return QJsonArray::fromStringList(QStringList(words.begin(), words.end()));
}

QJsonObject setDifference(const QJsonArray &before, const QJsonArray &after)
{
    QJsonArray added, removed;
    for (const QJsonValue &item : after) {
        if (!before.contains(item))
            added.append(item);
    }
    for (const QJsonValue &item : before) {
        if (!after.contains(item))
            removed.append(item);
    }
    QJsonObject patch;
    if (!added.isEmpty())
        patch.insert(QLatin1StringView("add"), sorted(added));
    if (!removed.isEmpty())
        patch.insert(QLatin1StringView("remove"), sorted(removed));
    return patch;
}

} // namespace

std::span<const Kind> allKinds()
{
    static constexpr std::array kinds{Kind::Unit,       Kind::District,   Kind::Theme,       Kind::Street,    Kind::User,
                                      Kind::Calendar,   Kind::Card,       Kind::RoutingRule, Kind::CardDraft, Kind::CardRevision,
                                      Kind::CardRemark, Kind::Citizen,    Kind::Incident,    Kind::Request,   Kind::Contact,
                                      Kind::Note,       Kind::Attachment, Kind::Reminder,    Kind::Mission,   Kind::Template,
                                      Kind::Reply,      Kind::Dispatch,   Kind::Proposal};
    return kinds;
}

const EntityDescription &describe(Kind kind)
{
    static const std::array<EntityDescription, 23> all{
        Unit::description(),        District::description(),  Theme::description(),        Street::description(),
        User::description(),        Calendar::description(),  Card::description(),         Citizen::description(),
        Request::description(),     Contact::description(),   Note::description(),         Attachment::description(),
        Proposal::description(),    CardDraft::description(), CardRevision::description(), CardRemark::description(),
        RoutingRule::description(), Reminder::description(),  Mission::description(),      ReplyTemplate::description(),
        Reply::description(),       Dispatch::description(),  Incident::description()};
    return all[static_cast<std::size_t>(kind)];
}

const FieldDescription *EntityDescription::field(QAnyStringView name) const
{
    const auto it = std::find_if(m_fields.begin(), m_fields.end(), [name](const FieldDescription &f) { return name == f.name; });
    return it == m_fields.end() ? nullptr : &*it;
}

bool FieldDescription::accepts(const QJsonValue &value) const
{
    if (value.isNull())
        return true;
    switch (type) {
    case FieldType::Text:
    case FieldType::Token: return value.isString();
    case FieldType::Integer:
    case FieldType::Instant: {
        const double number = value.toDouble(NAN);
        return std::nearbyint(number) == number && std::abs(number) <= 9007199254740992.0;
    }
    case FieldType::Real: return value.isDouble();
    case FieldType::Boolean: return value.isBool();
    case FieldType::Date: return value.isString() && QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case FieldType::Id: return value.isString() && idFromText(value.toString()).has_value();
    case FieldType::IdSet:
    case FieldType::TokenSet: {
        QJsonArray items = value.toArray();
        if (isSetPatch(value)) {
            items = value.toObject().value(QLatin1StringView("add")).toArray();
            const QJsonArray removed = value.toObject().value(QLatin1StringView("remove")).toArray();
            for (const QJsonValue &item : removed)
                items.append(item);
        } else if (!value.isArray()) {
            return false;
        }
        return std::all_of(items.begin(), items.end(), [this](const QJsonValue &item) {
            return item.isString() && (type != FieldType::IdSet || idFromText(item.toString()).has_value());
        });
    }
    case FieldType::Json: return value.isObject() || value.isArray();
    }
    return false;
}

QJsonValue normal(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString().isEmpty() ? QJsonValue() : value;
    case QJsonValue::Bool: return value.toBool() ? value : QJsonValue();
    case QJsonValue::Array: return value.toArray().isEmpty() ? QJsonValue() : value;
    case QJsonValue::Object: return value.toObject().isEmpty() ? QJsonValue() : value;
    case QJsonValue::Undefined: return QJsonValue();
    default: return value;
    }
}

namespace detail {

QJsonValue toJson(const QString &v)
{
    return v.isEmpty() ? QJsonValue() : QJsonValue(v);
}
QJsonValue toJson(qint64 v)
{
    return v == 0 ? QJsonValue() : QJsonValue(v);
}
QJsonValue toJson(int v)
{
    return v == 0 ? QJsonValue() : QJsonValue(v);
}
QJsonValue toJson(bool v)
{
    return v ? QJsonValue(true) : QJsonValue();
}
QJsonValue toJson(const std::optional<double> &v)
{
    return v ? QJsonValue(*v) : QJsonValue();
}
QJsonValue toJson(Instant v)
{
    return toJson(v.ms);
}
QJsonValue toJson(const QDate &v)
{
    return v.isValid() ? QJsonValue(v.toString(Qt::ISODate)) : QJsonValue();
}
QJsonValue toJson(const Id &v)
{
    return v.isNull() ? QJsonValue() : QJsonValue(idText(v));
}
QJsonValue toJson(const QJsonObject &v)
{
    return normal(v);
}
QJsonValue toJson(const QJsonArray &v)
{
    return normal(v);
}

QJsonValue toJson(const IdSet &v)
{
    TokenSet words;
    for (const Id &id : v)
        words.insert(idText(id));
    return toJson(words);
}

QJsonValue toJson(const TokenSet &v)
{
    return normal(QJsonArray::fromStringList(QStringList(v.begin(), v.end())));
}

bool fromJson(const QJsonValue &json, QString &v)
{
    v = json.toString();
    return json.isNull() || json.isString();
}

bool fromJson(const QJsonValue &json, qint64 &v)
{
    v = json.toInteger();
    return json.isNull() || json.isDouble();
}

bool fromJson(const QJsonValue &json, int &v)
{
    v = json.toInt();
    return json.isNull() || json.isDouble();
}

bool fromJson(const QJsonValue &json, bool &v)
{
    v = json.toBool();
    return json.isNull() || json.isBool();
}

bool fromJson(const QJsonValue &json, std::optional<double> &v)
{
    v = json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
    return json.isNull() || json.isDouble();
}

bool fromJson(const QJsonValue &json, Instant &v)
{
    return fromJson(json, v.ms);
}

bool fromJson(const QJsonValue &json, QDate &v)
{
    v = QDate::fromString(json.toString(), Qt::ISODate);
    return json.isNull() || v.isValid();
}

bool fromJson(const QJsonValue &json, Id &v)
{
    v = idFromText(json.toString()).value_or(Id());
    return json.isNull() || !v.isNull();
}

bool fromJson(const QJsonValue &json, IdSet &v)
{
    return readSet(json, v, [&v](const QString &text) {
        const auto id = idFromText(text);
        if (id)
            v.insert(*id);
        return id.has_value();
    });
}

bool fromJson(const QJsonValue &json, TokenSet &v)
{
    return readSet(json, v, [&v](const QString &text) { return v.insert(text), true; });
}

bool fromJson(const QJsonValue &json, QJsonObject &v)
{
    v = json.toObject();
    return json.isNull() || json.isObject();
}

bool fromJson(const QJsonValue &json, QJsonArray &v)
{
    v = json.toArray();
    return json.isNull() || json.isArray();
}

} // namespace detail

QJsonObject difference(const EntityDescription &description, const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject set;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue old = before.value(it.key());
        if (old == it.value())
            continue;
        const FieldDescription *f = description.field(it.key());
        if (f && f->merge == Merge::Set)
            set.insert(it.key(), setDifference(old.toArray(), it.value().toArray()));
        else
            set.insert(it.key(), it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.contains(it.key()))
            continue;
        const FieldDescription *f = description.field(it.key());
        if (f && f->merge == Merge::Set)
            set.insert(it.key(), setDifference(it.value().toArray(), {}));
        else
            set.insert(it.key(), QJsonValue());
    }
    return set;
}

QJsonObject changedFields(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject changed;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            changed.insert(it.key(), QJsonValue());
    }
    return changed;
}

//! Every value of \a set already is what a document holds: laid over nothing, it is the document.
static bool isDocument(const EntityDescription &description, const QJsonObject &set)
{
    for (auto it = set.begin(); it != set.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        const QJsonValue value = it.value();
        if ((f && f->merge == Merge::Set) || value.isNull() || normal(value) != value)
            return false;
    }
    return true;
}

QJsonObject overlaid(const EntityDescription &description, QJsonObject document, const QJsonObject &set)
{
    if (document.isEmpty() && isDocument(description, set))
        return set;
    for (auto it = set.begin(); it != set.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        QJsonValue value = it.value();
        if (f && f->merge == Merge::Set)
            value =
                isSetPatch(value) ? patchedSet(document.value(it.key()).toArray(), value.toObject()) : sorted(value.toArray());
        value = normal(value);
        if (value.isNull())
            document.remove(it.key());
        else
            document.insert(it.key(), value);
    }
    return document;
}

} // namespace parvis
