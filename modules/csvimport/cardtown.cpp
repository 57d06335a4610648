#include "csvimport/cardtown.h"

#include "base/text.h"
#include "csvimport/importtown.h"
#include "domain/cardlife.h"
#include "domain/permissions.h"

#include <QtCore/QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int largestNumber = 9999; // days or months

bool areTexts(const QJsonArray &items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue &item) { return item.isString(); });
}

bool areObjects(const QJsonArray &items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue &item) { return item.isObject(); });
}

bool isCount(const QJsonValue &value)
{
    const double number = value.toDouble(NAN);
    return number >= 0 && number <= largestNumber && std::floor(number) == number;
}

QString bullets(const QJsonArray &lines)
{
    QString text;
    for (const QJsonValue &line : lines)
        text += (text.isEmpty() ? u"- "_s : u"\n- "_s) + line.toString();
    return text;
}

//! The word itself, the default for an empty one; nothing if there is no such word.
template <typename E>
std::optional<QJsonValue> wordOf(const QJsonValue &value)
{
    const QString word = value.toString().trimmed();
    const auto found = word.isEmpty() ? std::optional(E()) : fromToken<E>(word);
    return found && value.isString() ? std::optional(QJsonValue(token(*found))) : std::nullopt;
}

QString said(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

} // namespace

void NameIndex::add(const Id &id, const QStringList &names)
{
    m_names.insert(id, names);
    for (qsizetype i = 0; i < std::min<qsizetype>(names.size(), ranks); ++i) {
        QHash<QString, Id> &rank = m_byName[std::size_t(i)];
        if (const QString word = folded(names[i]); !word.isEmpty() && !rank.contains(word))
            rank.insert(word, id);
    }
    if (const QString code = names.value(0); !code.isEmpty() && !m_byCode.contains(code))
        m_byCode.insert(code, id);
}

std::optional<Id> NameIndex::find(const QString &name) const
{
    if (const auto code = m_byCode.constFind(name); code != m_byCode.constEnd())
        return *code;
    const QString word = folded(name);
    for (const QHash<QString, Id> &rank : m_byName) {
        if (const auto found = rank.constFind(word); found != rank.constEnd())
            return *found;
    }
    const auto id = idFromText(name);
    return id && m_names.contains(*id) ? id : std::nullopt;
}

QString NameIndex::label(const Id &id) const
{
    if (id.isNull())
        return {};
    const QStringList names = m_names.value(id);
    const auto own = std::find_if(names.begin(), names.end(), [&](const QString &name) { return find(name) == id; });
    return own == names.end() ? idText(id) : *own;
}

void CardTown::add(const Unit &unit)
{
    if (unit.level == UnitLevel::Service)
        m_services.add(unit.id, {unit.code, unit.name, unit.shortName});
}

void CardTown::add(const Id &card, const QJsonObject &document)
{
    const QString own = document.value("code"_L1).toString();
    const QString code = own.isEmpty() || m_cards.contains(own) ? idText(card) : own;
    m_cards.insert(code, {card, document});
    m_codes.insert(card, code);
}

Result<CardTown> CardTown::read(HubStore &store)
{
    CardTown town;
    const Status done = store.read([&town](HubReader &reader) -> Status {
        const auto state = reader.town();
        if (!state)
            return state.error();
        town.m_name = state->name;
        const auto all = [&](auto example) {
            using T = decltype(example);
            return eachRecord(reader, T::kind, [&town](const EntityRow &row) {
                if constexpr (std::is_same_v<T, Card>)
                    town.add(row.id, parsedDocument(row));
                else
                    town.add(fromDocument<T>(row.id, parsedDocument(row)));
                return true;
            });
        };
        for (const Status &read : {all(Unit()), all(District()), all(Theme()), all(User()), all(Card())}) {
            if (!read)
                return read;
        }
        return success();
    });
    if (!done)
        return done.error();
    return town;
}

QList<QJsonObject> CardTown::rows() const
{
    QList<QJsonObject> rows;
    for (const auto &[code, card] : m_cards.asKeyValueRange())
        rows.append(rowOf(code, card.document));
    return rows;
}

Id CardTown::idOf(const QString &code) const
{
    const auto known = m_cards.constFind(code);
    return known == m_cards.constEnd() ? QUuid::createUuidV5(Id(), m_name.toUtf8() + '\0' + "card" + '\0' + code.toUtf8())
                                       : known->id;
}

QJsonObject CardTown::rowOf(const QString &code, const QJsonObject &document) const
{
    QJsonObject row;
    for (const CardColumn &column : cardColumns())
        row.insert(column.name, shown(column, document.value(column.field)));
    row.insert(cardColumns().front().name, code);
    return row;
}

QJsonValue CardTown::shown(const CardColumn &column, const QJsonValue &value) const
{
    const Id id = idFromText(value.toString()).value_or(Id());
    switch (column.type) {
    case CardCell::Text:
    case CardCell::Script:
    case CardCell::Date: return value.toString();
    case CardCell::Kind: return value.toString(token(CardKind()));
    case CardCell::Silence: return value.toString(token(Silence()));
    case CardCell::Number: return value.toInt();
    case CardCell::Flag: return value.toBool();
    case CardCell::Lines:
    case CardCell::List: return value.toArray();
    case CardCell::Theme: return m_themes.label(id);
    case CardCell::Service: return m_services.label(id);
    case CardCell::Referent: return m_users.label(id);
    case CardCell::SeeAlso: {
        QStringList codes;
        const QJsonArray cards = value.toArray();
        for (const QJsonValue &card : cards)
            codes.append(m_codes.value(idFromText(card.toString()).value_or(Id()), card.toString()));
        codes.sort();
        return QJsonArray::fromStringList(codes);
    }
    case CardCell::Circuit: {
        QJsonArray steps = value.toArray();
        for (auto &&step : steps) {
            QJsonObject named = step.toObject();
            if (const auto user = idFromText(named.value("user"_L1).toString()))
                named.insert("user"_L1, m_users.label(*user));
            step = named;
        }
        return steps;
    }
    case CardCell::ByDistrict: {
        QJsonObject named;
        const QJsonObject services = value.toObject();
        for (auto it = services.begin(); it != services.end(); ++it) {
            const auto district = idFromText(it.key());
            const auto service = idFromText(it.value().toString());
            named.insert(district ? m_districts.label(*district) : it.key(),
                         service ? m_services.label(*service) : it.value().toString());
        }
        return named;
    }
    }
    return {};
}

CardTown::Value CardTown::cards(const CardColumn &column, const QJsonArray &codes,
                                const std::function<bool(const QString &)> &isNew) const
{
    TokenSet ids;
    for (const QJsonValue &item : codes) {
        const QString code = item.toString().trimmed();
        if (!knows(code) && !isNew(code))
            return CardReject{CardFault::UnknownCard, column.name, code};
        ids.insert(idText(idOf(code)));
    }
    return QJsonArray::fromStringList(QStringList(ids.begin(), ids.end()));
}

CardTown::Value CardTown::circuit(const CardColumn &column, const QJsonArray &steps) const
{
    QJsonArray list;
    for (const QJsonValue &item : steps) {
        QJsonObject step = item.toObject();
        const QString login = step.value("user"_L1).toString();
        const QString role = step.value("role"_L1).toString();
        if (login.isEmpty() ? !fromToken<Role>(role) : !role.isEmpty())
            return CardReject{CardFault::BadStep, column.name, login + role};
        if (!login.isEmpty()) {
            const auto user = m_users.find(login);
            if (!user)
                return CardReject{CardFault::UnknownLogin, column.name, login};
            step.insert("user"_L1, idText(*user));
        }
        list.append(step);
    }
    return list;
}

CardTown::Value CardTown::byDistrict(const CardColumn &column, const QJsonObject &codes) const
{
    QJsonObject services;
    for (auto it = codes.begin(); it != codes.end(); ++it) {
        const auto district = m_districts.find(it.key());
        if (!district)
            return CardReject{CardFault::UnknownDistrict, column.name, it.key()};
        const auto service = m_services.find(it.value().toString());
        if (!service)
            return CardReject{CardFault::UnknownService, column.name, said(it.value())};
        services.insert(idText(*district), idText(*service));
    }
    return services;
}

CardTown::Value CardTown::meant(const CardColumn &column, const QJsonValue &value,
                                const std::function<bool(const QString &)> &isNew) const
{
    const auto wrong = [&](CardFault fault) { return CardReject{fault, column.name, said(value)}; };
    const auto named = [&](const NameIndex &names, CardFault unknown) -> Value {
        if (!value.isString())
            return wrong(CardFault::NoText);
        const QString name = value.toString().trimmed();
        const auto id = names.find(name);
        if (!id && !name.isEmpty())
            return wrong(unknown);
        return id ? QJsonValue(idText(*id)) : QJsonValue();
    };
    const QJsonArray items = value.toArray();
    switch (column.type) {
    case CardCell::Script:
        if (value.isArray() && areTexts(items))
            return bullets(items);
        [[fallthrough]];
    case CardCell::Text: return value.isString() ? Value(value) : wrong(CardFault::NoText);
    case CardCell::Kind: {
        const auto word = wordOf<CardKind>(value);
        return word ? Value(*word) : wrong(CardFault::UnknownWord);
    }
    case CardCell::Silence: {
        const auto word = wordOf<Silence>(value);
        return word ? Value(*word) : wrong(CardFault::UnknownWord);
    }
    case CardCell::Number:
        if (!isCount(value))
            return wrong(CardFault::NoNumber);
        return value.toInt() == 0 ? QJsonValue() : QJsonValue(value.toInt());
    case CardCell::Flag: return value.isBool() ? Value(value) : wrong(CardFault::NoFlag);
    case CardCell::Date: {
        const QString day = value.toString().trimmed();
        const bool isDay = value.isString() && (day.isEmpty() || QDate::fromString(day, Qt::ISODate).isValid());
        return isDay ? Value(day) : wrong(CardFault::NoDate);
    }
    case CardCell::Lines:
    case CardCell::SeeAlso:
        if (!value.isArray() || !areTexts(items))
            return wrong(CardFault::NoLines);
        return column.type == CardCell::SeeAlso ? cards(column, items, isNew) : Value(value);
    case CardCell::List:
    case CardCell::Circuit:
        if (!value.isArray() || !areObjects(items))
            return wrong(CardFault::NoJson);
        return column.type == CardCell::Circuit ? circuit(column, items) : Value(value);
    case CardCell::ByDistrict: return value.isObject() ? byDistrict(column, value.toObject()) : wrong(CardFault::NoJson);
    case CardCell::Theme: return named(m_themes, CardFault::UnknownTheme);
    case CardCell::Service: return named(m_services, CardFault::UnknownService);
    case CardCell::Referent: return named(m_users, CardFault::UnknownLogin);
    }
    return wrong(CardFault::UnknownField);
}

std::variant<CardIntake, CardReject> CardTown::intake(const QJsonObject &row,
                                                      const std::function<bool(const QString &)> &isNew) const
{
    const QString codeName = cardColumns().front().name;
    const QString code = row.value(codeName).toString().trimmed();
    if (code.isEmpty())
        return CardReject{CardFault::NoCode, codeName};
    const auto known = m_cards.constFind(code);
    const QJsonObject document = known == m_cards.constEnd() ? contentOf(toDocument(CardDraft())) : known->document;
    const QJsonObject before = rowOf(code, document);
    CardIntake card{idOf(code), code, document.value("revision"_L1).toInt(), contentOf(document), std::nullopt};
    QJsonObject changed;
    for (auto it = row.begin(); it != row.end(); ++it) {
        const CardColumn *column = cardColumn(it.key());
        if (!column)
            return CardReject{CardFault::UnknownField, it.key()};
        const bool isArchive = column->field == "archived"_L1;
        if (it.key() == codeName || (it.value() == before.value(it.key()) && !isArchive))
            continue;
        const Value value = meant(*column, it.value(), isNew);
        if (const auto *refused = std::get_if<CardReject>(&value))
            return *refused;
        if (isArchive)
            card.archived = std::get<QJsonValue>(value).toBool();
        else
            changed.insert(column->field, std::get<QJsonValue>(value));
    }
    const QJsonObject content = overlaid(describe(Kind::CardDraft), card.content, changed);
    if (content == card.content && known != m_cards.constEnd())
        return card;
    card.content = content;
    const QList<CardGap> gaps = gapsOf(fromDocument<CardDraft>({}, content));
    if (gaps.contains(CardGap::Title))
        return CardReject{CardFault::NoTitle, u"title"_s};
    if (gaps.contains(CardGap::Form))
        return CardReject{CardFault::BadForm, u"fields"_s};
    if (gaps.contains(CardGap::Dates))
        return CardReject{CardFault::Dates, u"validUntil"_s};
    return card;
}

} // namespace parvis
