#pragma once

#include "base/result.h"
#include "geo/banreader.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <functional>

namespace parvis {

class AddressIndex;

//! Gathers addresses and writes them as one address file. The same addresses, in any order, make the same bytes.
class AddressBuilder
{
public:
    //! A later row with the id of an earlier one takes its place. A row without a house number is a place where it says so, else
    //! the way alone.
    void add(const AddressRow &row);
    qint64 count() const { return qint64(m_houses.size()); }

    //! At \a path, all or nothing: a reader of the file that was there keeps it. Storage, StorageFull.
    Status write(const QString &path) const;

private:
    friend class AddressLayout;
    using Text = quint32; //!< in m_texts

    struct House
    {
        Text id, locality, suffix, positionKind, positionSource, fantoir, postalName, nameSource, spelling, alias;
        qint32 latitude, longitude;
        quint32 way;
        quint32 number;
        bool certified;
    };
    struct Way
    {
        QString folded;
        quint32 commune;
        bool isPlace;
    };
    struct Commune
    {
        Text name, insee, postcode, postalLabel, formerName, formerInsee;
        bool operator==(const Commune &) const = default;
        friend size_t qHash(const Commune &c, size_t seed) noexcept
        {
            return qHashMulti(seed, c.name, c.insee, c.postcode, c.postalLabel, c.formerName, c.formerInsee);
        }
    };
    Text text(const QString &words);
    quint32 wayOf(const AddressRow &row, quint32 commune);

    QHash<QString, Text> m_textPlaces;
    QList<QString> m_texts{QString()};
    QHash<Commune, quint32> m_communePlaces;
    QList<Commune> m_communes;
    QHash<std::pair<quint32, Text>, quint32> m_spellings; //!< commune and name as written → way
    QHash<std::pair<quint32, QString>, quint32> m_wayPlaces;
    QList<Way> m_ways;
    QHash<Text, qsizetype> m_ids;
    QList<House> m_houses;
};

struct AddressImport
{
    qint64 rows = 0; //!< read
    qint64 addresses = 0;
    qint64 added = 0, changed = 0, removed = 0; //!< beside the file that was there
    QHash<AddressFault, qint64> rejected;
    QList<std::pair<qint64, AddressFault>> firstRejected; //!< line and reason of the first ones
    bool operator==(const AddressImport &) const = default;
};

//! Reads files of the national address base (CSV, also packed by gzip) and writes an address file from all of them in place of
//! what was there. \a progress, called now and then with bytes read and of all files, stops the import with Aborted by returning
//! false. InvalidInput: a file is not of the address base, or none has an address; nothing is written then.
Result<AddressImport> importAddresses(const QStringList &csvPaths, const QString &addressPath,
                                      const std::function<bool(qint64 read, qint64 all)> &progress = {});

} // namespace parvis
