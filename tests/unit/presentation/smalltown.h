#pragma once

#include "domain/citizen.h"
#include "presentation/referencedata.h"

#include <QtCore/QCryptographicHash>

// A town small enough to know by heart, for tests of the desk.

namespace parvis::smalltown {

//! The same id for the same word in every run.
inline Id id(const QString &word)
{
    return idFromBytes(QCryptographicHash::hash(word.toUtf8(), QCryptographicHash::Blake2b_256).left(16));
}

//! Monday 23 November 2026, 10:00 in Paris.
inline constexpr Instant monday{1'795'424'400'000};

inline Unit unit(const QString &code, const QString &name, const QString &shortName, const QJsonObject &referents = {})
{
    Unit u;
    u.id = id(code);
    u.code = code;
    u.name = name;
    u.shortName = shortName;
    u.referents = referents;
    return u;
}

inline District district(const QString &code, const QString &name)
{
    District d;
    d.id = id(code);
    d.code = code;
    d.name = name;
    return d;
}

inline Street street(const QString &name, const QString &districtCode, double latitude, double longitude, int lastNumber = 80)
{
    Street s;
    s.id = id(name);
    s.name = name;
    s.district = id(districtCode);
    s.latitude = latitude;
    s.longitude = longitude;
    s.lastNumber = lastNumber;
    return s;
}

inline User user(const QString &login, const QString &name, const TokenSet &roles, const IdSet &services = {})
{
    User u;
    u.id = id(login);
    u.login = login;
    u.name = name;
    u.roles = roles;
    u.services = services;
    return u;
}

inline QJsonObject formField(const QString &code, const QString &label, const QString &type, bool required,
                             const QJsonArray &options = {})
{
    return {{QStringLiteral("code"), code},
            {QStringLiteral("label"), label},
            {QStringLiteral("type"), type},
            {QStringLiteral("required"), required},
            {QStringLiteral("options"), options}};
}

inline Card card(const QString &code, const QString &title, const QString &service, CardKind complexity)
{
    Card c;
    c.id = id(code);
    c.code = code;
    c.title = title;
    c.revision = 1;
    c.service = id(service);
    c.complexity = complexity;
    return c;
}

//! What a form can hold: several choices, one that depends on them, a number, a place, a plate and a file.
inline QJsonArray bulkyForm()
{
    QJsonObject gas = formField(QStringLiteral("gaz"), QStringLiteral("Gaz retiré"), QStringLiteral("yesno"), true);
    gas.insert(QStringLiteral("help"), QStringLiteral("Un autocollant le dit au dos."));
    gas.insert(QStringLiteral("shownIf"), QJsonObject{{QStringLiteral("field"), QStringLiteral("objets")},
                                                      {QStringLiteral("is"), QStringLiteral("Réfrigérateur")}});
    return {formField(QStringLiteral("objets"), QStringLiteral("Objets"), QStringLiteral("choices"), true,
                      {QStringLiteral("Fauteuil"), QStringLiteral("Matelas"), QStringLiteral("Réfrigérateur"),
                       QStringLiteral("Planches, gravats")}),
            gas,
            formField(QStringLiteral("nombre"), QStringLiteral("Nombre"), QStringLiteral("number"), true),
            formField(QStringLiteral("depot"), QStringLiteral("Autre dépôt"), QStringLiteral("place"), false),
            formField(QStringLiteral("porteur"), QStringLiteral("Plaque du porteur"), QStringLiteral("plate"), false),
            formField(QStringLiteral("photo"), QStringLiteral("Photo"), QStringLiteral("file"), false)};
}

inline QList<Card> cards()
{
    Card vehicle =
        card(QStringLiteral("vehicule"), QStringLiteral("Véhicule abandonné"), QStringLiteral("police"), CardKind::Complex);
    vehicle.theme = id(QStringLiteral("tranquillite"));
    vehicle.summary = QStringLiteral("Véhicule immobile depuis plus de sept jours au même endroit.");
    vehicle.keywords = {QStringLiteral("voiture"), QStringLiteral("épave"), QStringLiteral("fourrière")};
    vehicle.citizenWords = {QStringLiteral("bagnole abandonnée"), QStringLiteral("voiture ventouse")};
    vehicle.ask = QStringLiteral("- La plaque, même incomplète\n- Depuis quand il n'a pas bougé");
    vehicle.say = QStringLiteral("Un agent passera constater sous 48 heures.");
    vehicle.steps = QStringLiteral("Vérifier qu'un signalement n'existe pas déjà");
    vehicle.documents = {QStringLiteral("Terrain privé : demande écrite du syndic")};
    vehicle.needsPlace = true;
    vehicle.form = {formField(QStringLiteral("plate"), QStringLiteral("Plaque"), QStringLiteral("plate"), false),
                    formField(QStringLiteral("type"), QStringLiteral("Type de véhicule"), QStringLiteral("choice"), true,
                              {QStringLiteral("Voiture"), QStringLiteral("Utilitaire"), QStringLiteral("Deux-roues")}),
                    formField(QStringLiteral("since"), QStringLiteral("Immobile depuis"), QStringLiteral("date"), true)};

    Card lamp =
        card(QStringLiteral("lampadaire"), QStringLiteral("Lampadaire éteint"), QStringLiteral("eclairage"), CardKind::Complex);
    lamp.theme = id(QStringLiteral("voirie-theme"));
    lamp.keywords = {QStringLiteral("éclairage public"), QStringLiteral("ampoule")};
    lamp.citizenWords = {QStringLiteral("il fait noir")};
    lamp.say = QStringLiteral("Une panne isolée est réparée sous dix jours ouvrés.");
    lamp.needsPlace = true;
    lamp.serviceByDistrict = {{idText(id(QStringLiteral("valmy"))), idText(id(QStringLiteral("eclairage-nord")))}};

    Card birth =
        card(QStringLiteral("naissance"), QStringLiteral("Acte de naissance"), QStringLiteral("etat-civil"), CardKind::Simple);
    birth.theme = id(QStringLiteral("etat-civil-theme"));
    birth.keywords = {QStringLiteral("extrait"), QStringLiteral("copie intégrale")};

    Card shelter =
        card(QStringLiteral("logement"), QStringLiteral("Logement d'urgence"), QStringLiteral("ccas"), CardKind::Complex);
    shelter.confidential = true;

    Card bulky = card(QStringLiteral("encombrants"), QStringLiteral("Encombrants"), QStringLiteral("police"), CardKind::Complex);
    bulky.form = bulkyForm();

    Card old =
        card(QStringLiteral("vignette"), QStringLiteral("Vignette automobile"), QStringLiteral("police"), CardKind::Simple);
    old.archived = true;
    return {vehicle, lamp, birth, shelter, old, bulky};
}

inline QList<Street> streets()
{
    return {street(QStringLiteral("Rue des Tanneurs"), QStringLiteral("valmy"), 48.9085, 4.3120),
            street(QStringLiteral("Rue de la Tannerie"), QStringLiteral("centre"), 48.9000, 4.3000),
            street(QStringLiteral("Place de l'Hôtel-de-Ville"), QStringLiteral("centre"), 48.8999, 4.3010, 20),
            street(QStringLiteral("Avenue du Général-Leclerc"), QStringLiteral("gare"), 48.8945, 4.2930, 210),
            street(QStringLiteral("Rue du 8-Mai-1945"), QStringLiteral("gare"), 48.8950, 4.2940),
            street(QStringLiteral("Boulevard Saint-Éloi"), QStringLiteral("centre"), 48.9014, 4.2962, 74),
            street(QStringLiteral("Impasse des Œillets"), QStringLiteral("valmy"), 48.9090, 4.3130, 12),
            street(QStringLiteral("Rue Valmy"), QStringLiteral("valmy"), 48.9080, 4.3110)};
}

inline QList<User> users()
{
    return {
        user(QStringLiteral("rousseau"), QStringLiteral("Marie Rousseau"), {QStringLiteral("ambassador")}),
        user(QStringLiteral("leroy"), QStringLiteral("Paul Leroy"), {QStringLiteral("referent")}, {id(QStringLiteral("police"))}),
        user(QStringLiteral("nguyen"), QStringLiteral("Anh Nguyen"), {QStringLiteral("referent")},
             {id(QStringLiteral("police"))}),
        user(QStringLiteral("petit"), QStringLiteral("Jean Petit"), {QStringLiteral("referent")},
             {id(QStringLiteral("eclairage"))})};
}

inline ReferenceRecords reference()
{
    ReferenceRecords town;
    town.units = {unit(QStringLiteral("police"), QStringLiteral("Police municipale"), QStringLiteral("Police mun."),
                       {{QStringLiteral("valmy"), idText(id(QStringLiteral("nguyen")))},
                        {QStringLiteral("*"), idText(id(QStringLiteral("leroy")))}}),
                  unit(QStringLiteral("eclairage"), QStringLiteral("Éclairage public"), QStringLiteral("Éclairage"),
                       {{QStringLiteral("*"), idText(id(QStringLiteral("petit")))}}),
                  unit(QStringLiteral("eclairage-nord"), QStringLiteral("Éclairage public, secteur nord"),
                       QStringLiteral("Éclairage nord")),
                  unit(QStringLiteral("etat-civil"), QStringLiteral("État civil"), {}),
                  unit(QStringLiteral("ccas"), QStringLiteral("Centre communal d'action sociale"), QStringLiteral("CCAS"))};
    town.districts = {district(QStringLiteral("centre"), QStringLiteral("Centre-Ville")),
                      district(QStringLiteral("valmy"), QStringLiteral("Valmy")),
                      district(QStringLiteral("gare"), QStringLiteral("Quartier de la Gare"))};
    const auto theme = [](const QString &code, const QString &name) {
        Theme t;
        t.id = id(code);
        t.code = code;
        t.name = name;
        return t;
    };
    town.themes = {theme(QStringLiteral("tranquillite"), QStringLiteral("Tranquillité publique")),
                   theme(QStringLiteral("voirie-theme"), QStringLiteral("Voirie et éclairage")),
                   theme(QStringLiteral("etat-civil-theme"), QStringLiteral("État civil"))};
    town.streets = streets();
    town.users = users();
    town.cards = cards();
    town.calendar.id = id(QStringLiteral("calendar"));
    return town;
}

inline Citizen citizen(const QString &civility, const QString &last, const QString &first, const QString &phone,
                       const QString &address = {}, const QString &email = {})
{
    Citizen c;
    c.id = id(last + first + phone);
    c.civility = civility;
    c.lastName = last;
    c.firstName = first;
    c.phone = phone;
    c.address = address;
    c.email = email;
    return c;
}

inline Citizen claire()
{
    return citizen(QStringLiteral("Mme"), QStringLiteral("Dumont"), QStringLiteral("Claire"), QStringLiteral("+33612345678"),
                   QStringLiteral("12 rue des Tanneurs"), QStringLiteral("claire.dumont@exemple.fr"));
}

inline QList<Citizen> citizens()
{
    return {claire(),
            citizen(QStringLiteral("M."), QStringLiteral("Dumontier"), QStringLiteral("Alain"), QStringLiteral("+33612345699")),
            citizen(QStringLiteral("Mme"), QStringLiteral("Œuvrard"), QStringLiteral("Élodie"), QStringLiteral("+33326010203")),
            citizen(QStringLiteral("Mme"), QStringLiteral("de La Rochefoucauld-Montmorency"),
                    QStringLiteral("Marie-Antoinette Joséphine"), QStringLiteral("+33698765432"),
                    QStringLiteral("128 bis avenue du Général-Leclerc, bâtiment C, escalier 4"),
                    QStringLiteral("marie-antoinette.de-la-rochefoucauld@association-des-habitants.exemple.fr"))};
}

} // namespace parvis::smalltown
