#pragma once

#include "base/id.h"
#include "domain/tokens.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <set>
#include <span>

// What a field is called, its type, how it merges and whether it is personal data is said once, beside the value type.
// JSON, SQL binding, differences, history, merge and the register of processing derive from it. Adding a field touches the
// value with its description, a migration, and the form that shows it.
//
// A *document* is an entity as JSON: the described fields by name, defaults left out, and whatever a newer program added,
// which is kept untouched.

namespace parvis {

enum class Kind {
    Unit,
    District,
    Theme,
    Street,
    User,
    Calendar,
    Card,
    Citizen,
    Request,
    Contact,
    Note,
    Attachment,
    Proposal,
    CardDraft,
    CardRevision,
    CardRemark,
    RoutingRule,
    Reminder,
    Mission,
    Template,
    Reply,
    Dispatch,
    Incident
};
template <>
struct Tokens<Kind>
{
    static constexpr std::array<QLatin1StringView, 23> words{
        QLatin1StringView("unit"),        QLatin1StringView("district"),     QLatin1StringView("theme"),
        QLatin1StringView("street"),      QLatin1StringView("user"),         QLatin1StringView("calendar"),
        QLatin1StringView("card"),        QLatin1StringView("citizen"),      QLatin1StringView("request"),
        QLatin1StringView("contact"),     QLatin1StringView("note"),         QLatin1StringView("attachment"),
        QLatin1StringView("proposal"),    QLatin1StringView("card_draft"),   QLatin1StringView("card_revision"),
        QLatin1StringView("card_remark"), QLatin1StringView("routing_rule"), QLatin1StringView("reminder"),
        QLatin1StringView("mission"),     QLatin1StringView("template"),     QLatin1StringView("reply"),
        QLatin1StringView("dispatch"),    QLatin1StringView("incident")};
};
//! Parents before children: the order in which a snapshot sends them.
std::span<const Kind> allKinds();

enum class FieldType { Text, Token, Integer, Real, Boolean, Instant, Date, Id, IdSet, TokenSet, Json };

enum class Merge {
    Fixed,         //!< set at creation, never patched
    Hub,           //!< given by the hub alone
    FirstWins,     //!< the first commit wins; the other value is kept as a proposal
    CompareAndSet, //!< workflow and assignment: the loser's proposal is held
    Set,           //!< patched by {"add": […], "remove": […]}; always merges
    LongText       //!< merged three-way by words; kept as a proposal where that is not clean
};

//! Why personal data is processed (RGPD art. 5-1-b, art. 30); None: not personal data.
enum class Purpose { None, Identification, Answering, Handling, Accountability };

struct FieldDescription
{
    QLatin1StringView name; //!< JSON key and SQL column
    FieldType type;
    Merge merge;
    Purpose purpose;
    QLatin1StringView group;                              //!< fields of one group win or lose together
    QJsonValue (*read)(const void *entity);               //!< null for the default value
    bool (*write)(void *entity, const QJsonValue &value); //!< false: the value is not of the type

    bool accepts(const QJsonValue &value) const; //!< a value of the type, or null
};

class EntityDescription
{
public:
    EntityDescription(Kind kind, QList<FieldDescription> fields) : m_kind(kind), m_fields(std::move(fields)) {}
    Kind kind() const { return m_kind; }
    const QList<FieldDescription> &fields() const { return m_fields; }
    const FieldDescription *field(QAnyStringView name) const; //!< null for a field of a newer program

private:
    Kind m_kind;
    QList<FieldDescription> m_fields;
};

//! The description of a kind; lives as long as the program. Thread safe.
const EntityDescription &describe(Kind kind);

using TokenSet = std::set<QString>;
using IdSet = std::set<Id>;

//! The one form of a value in a document: defaults are null, sets are sorted.
QJsonValue normal(const QJsonValue &value);

namespace detail {

QJsonValue toJson(const QString &v);
QJsonValue toJson(qint64 v);
QJsonValue toJson(int v);
QJsonValue toJson(bool v);
QJsonValue toJson(const std::optional<double> &v);
QJsonValue toJson(Instant v);
QJsonValue toJson(const QDate &v);
QJsonValue toJson(const Id &v);
QJsonValue toJson(const IdSet &v);
QJsonValue toJson(const TokenSet &v);
QJsonValue toJson(const QJsonObject &v);
QJsonValue toJson(const QJsonArray &v);
bool fromJson(const QJsonValue &json, QString &v);
bool fromJson(const QJsonValue &json, qint64 &v);
bool fromJson(const QJsonValue &json, int &v);
bool fromJson(const QJsonValue &json, bool &v);
bool fromJson(const QJsonValue &json, std::optional<double> &v);
bool fromJson(const QJsonValue &json, Instant &v);
bool fromJson(const QJsonValue &json, QDate &v);
bool fromJson(const QJsonValue &json, Id &v);
bool fromJson(const QJsonValue &json, IdSet &v);
bool fromJson(const QJsonValue &json, TokenSet &v);
bool fromJson(const QJsonValue &json, QJsonObject &v);
bool fromJson(const QJsonValue &json, QJsonArray &v);

template <typename E>
requires std::is_enum_v<E> QJsonValue toJson(E v)
{
    return token(v); // even the default: a patch may set it back
}
template <typename E>
requires std::is_enum_v<E>
bool fromJson(const QJsonValue &json, E &v)
{
    const auto found = json.isNull() ? E{} : fromToken<E>(json.toString());
    v = found.value_or(E{});
    return found.has_value();
}

template <typename V>
constexpr FieldType typeOf()
{
    if constexpr (std::is_same_v<V, QString>)
        return FieldType::Text;
    else if constexpr (std::is_enum_v<V>)
        return FieldType::Token;
    else if constexpr (std::is_same_v<V, bool>)
        return FieldType::Boolean;
    else if constexpr (std::is_same_v<V, qint64> || std::is_same_v<V, int>)
        return FieldType::Integer;
    else if constexpr (std::is_same_v<V, std::optional<double>>)
        return FieldType::Real;
    else if constexpr (std::is_same_v<V, Instant>)
        return FieldType::Instant;
    else if constexpr (std::is_same_v<V, QDate>)
        return FieldType::Date;
    else if constexpr (std::is_same_v<V, Id>)
        return FieldType::Id;
    else if constexpr (std::is_same_v<V, IdSet>)
        return FieldType::IdSet;
    else if constexpr (std::is_same_v<V, TokenSet>)
        return FieldType::TokenSet;
    else
        return FieldType::Json;
}

template <typename T, typename V>
T memberOwner(V T::*);
template <typename T, typename V>
V memberValue(V T::*);

} // namespace detail

//! The description of one member: `field<&Request::subject>("subject", Merge::FirstWins, Purpose::Handling)`.
template <auto Member>
FieldDescription field(const char *name, Merge merge, Purpose purpose = Purpose::None, const char *group = nullptr)
{
    using Owner = decltype(detail::memberOwner(Member));
    using Value = decltype(detail::memberValue(Member));
    return {QLatin1StringView(name),
            detail::typeOf<Value>(),
            merge,
            purpose,
            QLatin1StringView(group ? group : name),
            [](const void *entity) { return detail::toJson(static_cast<const Owner *>(entity)->*Member); },
            [](void *entity, const QJsonValue &value) { return detail::fromJson(value, static_cast<Owner *>(entity)->*Member); }};
}

//! The document of a value (its id is not part of it); \c T::extra is merged in.
template <typename T>
QJsonObject toDocument(const T &entity)
{
    QJsonObject document = entity.extra;
    for (const FieldDescription &f : describe(T::kind).fields()) {
        const QJsonValue value = f.read(&entity);
        if (!value.isNull())
            document.insert(f.name, value);
    }
    return document;
}

//! The value of a document. A field of a wrong type keeps its default (a newer program may have widened it); unknown fields
//! go to \c extra.
template <typename T>
T fromDocument(const Id &id, const QJsonObject &document)
{
    T entity;
    entity.id = id;
    const EntityDescription &description = describe(T::kind);
    for (auto it = document.begin(); it != document.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        if (!f || !f->write(&entity, it.value()))
            entity.extra.insert(it.key(), it.value());
    }
    return entity;
}

//! What changes \a before into \a after, as the "set" of a patch mutation: null clears, sets as add/remove.
QJsonObject difference(const EntityDescription &description, const QJsonObject &before, const QJsonObject &after);

//! The plain new values of what differs between two documents; null where it is gone.
QJsonObject changedFields(const QJsonObject &before, const QJsonObject &after);

//! \a document with \a set laid over it.
QJsonObject overlaid(const EntityDescription &description, QJsonObject document, const QJsonObject &set);

} // namespace parvis
