#pragma once

#include "csvimport/cardrow.h"
#include "domain/organisation.h"
#include "domain/procedurecard.h"
#include "hub/hub.h"

#include <QtCore/QHash>

#include <array>
#include <variant>

namespace parvis {

//! Finds records by what people call them, and says what to call them so that they are found again.
class NameIndex
{
public:
    void add(const Id &id, const QStringList &names);  //!< the code first; empty ones are passed over
    std::optional<Id> find(const QString &name) const; //!< whatever the case and accents; codes before names
    QString label(const Id &id) const;                 //!< its own id if no name of it finds it; empty for null

private:
    static constexpr int ranks = 3;
    std::array<QHash<QString, Id>, ranks> m_byName;
    QHash<QString, Id> m_byCode; //!< as written
    QHash<Id, QStringList> m_names;
};

//! What an exchange of procedure cards must know of the town.
class CardTown
{
public:
    static Result<CardTown> read(HubStore &store); //!< NotFound: the town is not founded

    void add(const Unit &unit);
    void add(const District &district)
    {
        if (district.isCouncil())
            m_districts.add(district.id, {district.code, district.name});
    }
    void add(const Theme &theme) { m_themes.add(theme.id, {theme.code, theme.name}); }
    void add(const User &user) { m_users.add(user.id, {user.login}); }
    void add(const Id &card, const QJsonObject &document);

    QList<QJsonObject> rows() const; //!< all cards, by code
    bool knows(const QString &code) const { return m_cards.contains(code); }
    Id idOf(const QString &code) const; //!< of a card; one that is not known gets the same at every import

    //! The card that \a row makes. What the row does not name stays as it is, and so does what it says unchanged, even if it
    //! would be refused today. \a isNew: codes that the same file brings.
    std::variant<CardIntake, CardReject> intake(const QJsonObject &row, const std::function<bool(const QString &)> &isNew) const;

private:
    struct Known
    {
        Id id;
        QJsonObject document;
    };
    using Value = std::variant<QJsonValue, CardReject>;

    QJsonObject rowOf(const QString &code, const QJsonObject &document) const;
    QJsonValue shown(const CardColumn &column, const QJsonValue &value) const;
    Value meant(const CardColumn &column, const QJsonValue &value, const std::function<bool(const QString &)> &isNew) const;
    Value cards(const CardColumn &column, const QJsonArray &codes, const std::function<bool(const QString &)> &isNew) const;
    Value circuit(const CardColumn &column, const QJsonArray &steps) const;
    Value byDistrict(const CardColumn &column, const QJsonObject &codes) const;

    QString m_name;
    NameIndex m_services, m_districts, m_themes, m_users;
    QMap<QString, Known> m_cards; //!< by code
    QHash<Id, QString> m_codes;
};

} // namespace parvis
