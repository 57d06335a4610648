#pragma once

#include "geo/addressbuilder.h"
#include "geo/addressindex.h"

#include <QtCore/QTemporaryDir>

//! A small invented town and its neighbour.
namespace smallban {

using namespace Qt::StringLiterals;

inline parvis::AddressRow row(int number, const QString &suffix, const QString &way, double latitude, double longitude,
                              const QString &commune = u"Ingeville"_s)
{
    static const QHash<QString, std::pair<QString, QString>> codes{{u"Ingeville"_s, {u"51000"_s, u"51900"_s}},
                                                                   {u"Saint-Martin-sur-le-Pré"_s, {u"51520"_s, u"51901"_s}}};
    parvis::AddressRow a;
    a.number = number;
    a.suffix = suffix;
    a.way = way;
    a.commune = commune;
    a.postcode = codes[commune].first;
    a.insee = codes[commune].second;
    a.position = {latitude, longitude};
    a.id = u"%1_%2_%3%4"_s.arg(a.insee, QString::number(qHash(way) % 10000)).arg(number).arg(suffix);
    return a;
}

inline QList<parvis::AddressRow> rows()
{
    QList<parvis::AddressRow> all;
    const auto street = [&all](const QString &way, int houses, double latitude, double longitude, double north, double east,
                               const QString &commune = u"Ingeville"_s) {
        for (int i = 0; i < houses; ++i)
            all.append(row(i + 1, {}, way, latitude + i * north, longitude + i * east, commune));
    };
    // A cross of streets at 48.95 4.36, houses 10 to 15 m apart.
    street(u"Rue des Tanneurs"_s, 40, 48.9480, 4.3600, 0.0001, 0);
    street(u"Avenue du Général de Gaulle"_s, 40, 48.9500, 4.3560, 0, 0.0002);
    street(u"Boulevard Saint-Éloi"_s, 12, 48.9600, 4.3700, 0.0001, 0);
    street(u"Rue du 8 Mai 1945"_s, 20, 48.9700, 4.3700, 0.0001, 0);
    street(u"Quai Henri IV"_s, 12, 48.9700, 4.3900, 0.0001, 0);
    street(u"Rue du Faubourg Saint-Antoine"_s, 30, 48.9300, 4.3900, 0.0001, 0);
    street(u"Chemin des Œillets"_s, 6, 48.9200, 4.3900, 0.0001, 0);
    street(u"Impasse de l'Abbé Pierre"_s, 5, 48.9100, 4.3900, 0.0001, 0);
    street(u"Allée des Peupliers"_s, 5, 48.9150, 4.3900, 0.0001, 0);
    street(u"Route de Reims"_s, 99, 48.9400, 4.3400, 0.0001, 0);
    street(u"Rue des Tanneurs"_s, 8, 48.9800, 4.3300, 0.0001, 0, u"Saint-Martin-sur-le-Pré"_s);
    street(u"Place de la République"_s, 10, 48.9550, 4.3640, 0.00005, 0);
    street(u"Rue de la République"_s, 10, 48.9560, 4.3650, 0.00005, 0);
    all.append(row(12, u"bis"_s, u"Rue des Tanneurs"_s, 48.94912, 4.3601));
    all.append(row(14, u"b"_s, u"Rue des Tanneurs"_s, 48.94932, 4.3601));
    for (const auto &[name, latitude] : {std::pair(u"École Jules Ferry"_s, 48.9333), std::pair(u"Hôtel de Ville"_s, 48.9555)}) {
        parvis::AddressRow place = row(0, {}, name, latitude, 4.3650);
        place.isPlace = true;
        all.append(place);
    }
    all[0].alias = u"Ancienne rue des Juifs|Rue du Marché aux Peaux"_s;
    all[100].locality = u"La Croix Milson"_s;
    return all;
}

//! An index of \a rows, in \a folder.
inline parvis::AddressIndex index(const QList<parvis::AddressRow> &rows, const QTemporaryDir &folder)
{
    parvis::AddressBuilder builder;
    for (const parvis::AddressRow &row : rows)
        builder.add(row);
    const QString path = folder.filePath(u"town.addresses"_s);
    const parvis::Status written = builder.write(path);
    auto opened = parvis::AddressIndex::open(path);
    if (!written || !opened)
        qFatal("the small town can't be written");
    return *opened;
}

} // namespace smallban
