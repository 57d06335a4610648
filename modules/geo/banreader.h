#pragma once

#include "base/csvreader.h"
#include "geo/position.h"

#include <array>

namespace parvis {

//! One row of the national address base (Base Adresse Nationale), each column of its CSV under a name of ours.
struct AddressRow
{
    QString id;                         //!< id
    QString fantoir;                    //!< id_fantoir
    int number = 0;                     //!< numero; 0: a locality, a place, or a way without numbers
    QString suffix;                     //!< rep: "bis", "b"; lower case
    QString way;                        //!< nom_voie; in the file of localities nom_lieu_dit
    QString postcode;                   //!< code_postal
    QString insee;                      //!< code_insee
    QString commune;                    //!< nom_commune
    QString formerInsee, formerCommune; //!< code_insee_ancienne_commune, nom_ancienne_commune
    Position position;                  //!< lon, lat; where they are empty, from x, y (Lambert 93)
    QString positionKind;               //!< type_position: "entrée", "segment"
    QString alias;                      //!< other names of the way, parted by "|"
    QString locality;                   //!< nom_ld
    QString postalLabel;                //!< libelle_acheminement
    QString postalName;                 //!< nom_afnor
    QString positionSource, nameSource; //!< source_position, source_nom_voie
    bool certified = false;             //!< certification_commune
    bool isPlace = false;               //!< of the file of localities, or added as a place or a public building

    bool operator==(const AddressRow &) const = default;
};

enum class AddressFault {
    None,
    Csv,       //!< not a row of CSV, see CsvFault
    Cells,     //!< more or fewer cells than the header
    NoName,    //!< neither a way nor a place
    NoCommune, //!< no commune
    Number,    //!< not a whole number below 100,000
    Position   //!< none, or not on Earth
};

struct BanRow
{
    qint64 line = 0;
    AddressFault fault = AddressFault::None;
    AddressRow address; //!< if there is no fault

    bool operator==(const BanRow &) const = default;
};

//! Reads the CSV of the national address base, or of its localities (lieux-dits), as a stream. Columns may stand in any order;
//! those of the format that a file lacks stay empty, unknown ones are passed over.
class BanReader
{
public:
    //! \a device is open and outlives the reader.
    explicit BanReader(QIODevice &device);

    //! Nothing at the end. InvalidInput: the header is not that of the address base; the detail names what it lacks.
    Result<std::optional<BanRow>> next();
    qint64 bytesRead() const { return m_csv.bytesRead(); }

    enum Column {
        Id,
        Fantoir,
        Number,
        Suffix,
        Way,
        Postcode,
        Insee,
        Commune,
        FormerInsee,
        FormerCommune,
        X,
        Y,
        Longitude,
        Latitude,
        PositionKind,
        Alias,
        Locality,
        PostalLabel,
        PostalName,
        PositionSource,
        NameSource,
        Certified,
        PlaceName,
        Columns
    };

private:
    Status readHeader();
    QString cell(const CsvRow &row, Column column) const;
    BanRow read(const CsvRow &row) const;

    CsvReader m_csv;
    std::array<qsizetype, Columns> m_places{}; //!< -1: the file has no such column
    qsizetype m_width = 0;
    bool m_started = false;
};

} // namespace parvis
