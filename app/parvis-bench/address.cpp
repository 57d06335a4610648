#include "workload.h"

#include "geo/addressbuilder.h"
#include "geo/addressindex.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

#include <cmath>

// An invented département as large as a real one: 400,000 addresses of some 26,000 ways in 600 communes, in the columns of the
// national address base, with the repetitions of names that real ones have (every commune has its rue de la Gare).

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int addresses = 400'000, communes = 600, housesOfWay = 15, typedAddresses = 400;
constexpr double keyLimit = 5; // ms, p99
constexpr double rowsPerSecond = 50'000;

const QStringList kinds{u"Rue"_s,    u"Rue"_s,   u"Rue"_s,   u"Rue"_s,   u"Rue"_s,     u"Avenue"_s, u"Boulevard"_s, u"Impasse"_s,
                        u"Chemin"_s, u"Allée"_s, u"Place"_s, u"Route"_s, u"Passage"_s, u"Square"_s, u"Quai"_s,      u"Ruelle"_s};
const QStringList common{u"de la Gare"_s,
                         u"de l'Église"_s,
                         u"du Général de Gaulle"_s,
                         u"de la République"_s,
                         u"Jean Jaurès"_s,
                         u"Victor Hugo"_s,
                         u"du Moulin"_s,
                         u"des Écoles"_s,
                         u"du 8 Mai 1945"_s,
                         u"Pasteur"_s,
                         u"du 11 Novembre 1918"_s,
                         u"Saint-Martin"_s,
                         u"du Maréchal Leclerc"_s,
                         u"des Tilleuls"_s,
                         u"de Verdun"_s,
                         u"du Faubourg Saint-Antoine"_s,
                         u"du Château"_s,
                         u"Émile Zola"_s,
                         u"de la Fontaine"_s,
                         u"Jules Ferry"_s};
const QStringList firstNames{u"Jean"_s,  u"Marie"_s,  u"Pierre"_s, u"Louise"_s, u"Henri"_s,    u"Simone"_s,
                             u"Émile"_s, u"Jeanne"_s, u"André"_s,  u"Hélène"_s, u"François"_s, u"Berthe"_s};
const QStringList sounds{u"ba"_s,  u"ber"_s, u"cha"_s, u"du"_s,  u"fon"_s, u"gar"_s, u"lan"_s, u"mar"_s, u"mou"_s, u"nier"_s,
                         u"pel"_s, u"que"_s, u"rou"_s, u"sar"_s, u"tel"_s, u"val"_s, u"vi"_s,  u"zan"_s, u"lé"_s,  u"tier"_s};

QString family(QRandomGenerator &random)
{
    QString name;
    for (int i = 0, n = 2 + int(random.bounded(2)); i < n; ++i)
        name += sounds.at(random.bounded(int(sounds.size())));
    name[0] = name.at(0).toUpper();
    return name;
}

//! The CSV, and some of its addresses as people type them, key by key.
struct Departement
{
    QByteArray csv = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
                     "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;"
                     "source_nom_voie;certification_commune\n";
    QStringList typed;

    Departement()
    {
        QRandomGenerator random(51);
        QStringList names, codes;
        for (int c = 0; c < communes; ++c) {
            names.append(c % 3 == 0 ? u"Saint-%1-sur-%2"_s.arg(firstNames.at(c % firstNames.size()), family(random))
                                    : family(random));
            codes.append(QString::number(51000 + c / 4 * 10));
        }
        for (int a = 0, way = 0; a < addresses; ++way) {
            // Half of the ways are in a few large communes, as in life.
            const int c = random.bounded(2) == 0 ? int(random.bounded(8)) : int(random.bounded(communes));
            const QString name =
                kinds.at(random.bounded(int(kinds.size()))) + u' ' +
                (random.bounded(3) == 0 ? common.at(random.bounded(int(common.size())))
                                        : firstNames.at(random.bounded(int(firstNames.size()))) + u' ' + family(random));
            const int row = c / 25; // of communes
            const double latitude = 48.6 + row * 0.03 + random.generateDouble() * 0.03;
            const double longitude = 3.8 + c % 25 * 0.04 + random.generateDouble() * 0.04;
            for (int h = 0; h < housesOfWay && a < addresses; ++h, ++a) {
                const QString suffix = h % 9 == 8 ? u"bis"_s : QString();
                csv += u"51%1_%2_%3%4;51%1_%2;%3;%4;%5;%6;51%1;%7;;;;;%8;%9;entrée;;;;;commune;commune;1\n"_s
                           .arg(c, 3, 10, QChar(u'0'))
                           .arg(way, 5, 10, QChar(u'0'))
                           .arg(h + 1)
                           .arg(suffix, name, codes.at(c), names.at(c))
                           .arg(longitude + h * 0.0002, 0, 'f', 6)
                           .arg(latitude, 0, 'f', 6)
                           .toUtf8();
                if (a % (addresses / typedAddresses) == 0)
                    typed.append(
                        typing(u"%1 %2 %3 %4 %5"_s.arg(h + 1).arg(suffix, name, codes.at(c), names.at(c)).simplified(), random));
            }
        }
    }

    //! Every third with a slip, every fifth of a corner.
    static QString typing(QString text, QRandomGenerator &random)
    {
        if (random.bounded(3) == 0)
            text[random.bounded(int(text.size()))] = QChar(u'a' + int(random.bounded(26)));
        if (random.bounded(5) == 0)
            text = u"angle de la "_s + text + u" et de la rue de la Gare"_s;
        return text;
    }
};

} // namespace

Result<QList<Figure>> benchAddress(const BenchOptions &options)
{
    progress(u"address: inventing a département"_s);
    const Departement departement;
    const QString csv = QDir(options.folder).filePath(u"departement.csv"_s);
    const QString path = QDir(options.folder).filePath(u"departement.addresses"_s);
    QFile file(csv);
    if (!file.open(QIODevice::WriteOnly) || file.write(departement.csv) != departement.csv.size())
        return Error{ErrorCode::Storage, csv};
    file.close();
    QFile::remove(path);
    Samples import, again, opening;
    std::optional<Error> error;
    for (Samples *samples : {&import, &again}) {
        samples->time([&] {
            if (const auto report = importAddresses({csv}, path); !report)
                error = report.error();
        });
        if (error)
            return *error;
    }
    AddressIndex index;
    for (int i = 0; i < 20; ++i) {
        opening.time([&] {
            if (auto opened = AddressIndex::open(path))
                index = *opened;
        });
    }
    if (index.count() != addresses)
        return Error{ErrorCode::InvalidInput, u"%1 addresses instead of %2"_s.arg(index.count()).arg(addresses)};
    Samples keys, reverse;
    for (const QString &text : departement.typed) {
        for (qsizetype length = 1; length <= text.size(); ++length)
            keys.time([&] { index.search(text.first(length)); });
    }
    QRandomGenerator random(7);
    for (int i = 0; i < 10'000; ++i) {
        const Position at{48.6 + random.generateDouble() * 0.7, 3.8 + random.generateDouble()};
        reverse.time([&] { (void)index.nearest(at); });
    }
    const double size = double(QFileInfo(path).size()) / 1024 / 1024;
    return QList<Figure>{
        {u"address"_s, u"%1 addresses imported"_s.arg(addresses), import.total() / 1000, u"s"_s, {}, addresses / rowsPerSecond},
        {u"address"_s,
         u"imported again, compared with what was there"_s,
         again.total() / 1000,
         u"s"_s,
         {},
         addresses / rowsPerSecond},
        {u"address"_s, u"size of the address file"_s, size, u"MB"_s, {}, {}},
        {u"address"_s, u"address file opened, p99"_s, opening.percentile(0.99), u"ms"_s, {}, 100},
        {u"address"_s, u"completion of one key, median"_s, keys.median(), u"ms"_s, {}, {}},
        {u"address"_s, u"completion of one key, p99 of %1"_s.arg(keys.count()), keys.percentile(0.99), u"ms"_s, {}, keyLimit},
        {u"address"_s, u"completion of one key, slowest"_s, keys.percentile(1), u"ms"_s, {}, {}},
        {u"address"_s, u"nearest address to a point, p99"_s, reverse.percentile(0.99), u"ms"_s, {}, keyLimit}};
}

} // namespace parvis
