#pragma once

#include "base/result.h"
#include "geo/arealayer.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace parvis {

namespace addressfile {
class AddressFile;
}

enum class HitKind {
    House,
    Way,    //!< a street as a whole
    Place,  //!< a place, a public building, a locality
    Corner, //!< where two ways meet
    Commune //!< only the commune was named
};

//! How a typed word led to the hit.
enum class MatchedAs {
    Whole,
    Beginning,
    OtherForm, //!< an abbreviation or what it stands for, IV for 4
    Typo,      //!< one letter too many, too few, wrong, or two swapped; a blank forgotten or too many
    Number,
    Postcode,
    Commune,
    Nothing //!< the hit does not have it
};

struct WordMatched
{
    QString typed; //!< folded
    QString found; //!< folded; of a number as it is written
    MatchedAs as = MatchedAs::Nothing;

    bool operator==(const WordMatched &) const = default;
};

struct AddressHit
{
    HitKind kind = HitKind::Way;
    QString line;     //!< as in a letter: "12 bis rue de la Paix"
    QString way;      //!< "Rue de la Paix"
    QString otherWay; //!< of a corner
    int number = 0;   //!< 0: none
    QString suffix;
    QString postcode, insee, commune;
    QString locality;
    QString id; //!< in the address base; of houses and places
    Position position;
    QString positionKind;         //!< "entrée", "segment", as the base says
    bool certified = false;       //!< by the commune
    bool isNumberKnown = true;    //!< false: the way has no such number; position is that of the nearest one
    double metres = 0;            //!< of nearest(): how far away
    QMap<QString, QString> areas; //!< of the layers that were given: name of the layer → code of the area there
    QList<WordMatched> matched;
    int score = 0; //!< to compare hits of one search only

    bool operator==(const AddressHit &) const = default;
};

struct AddressCommune
{
    QString insee, postcode, name;
    Position middle; //!< of its addresses

    bool operator==(const AddressCommune &) const = default;
};

struct AddressSearch
{
    qsizetype limit = 8;
    QStringList home = {};        //!< INSEE codes of the town's own communes: their ways come first among equals
    QList<AreaLayer> layers = {}; //!< each hit says in which of their areas it lies
};

//! The addresses of a town or a département: found as one types, and by position. Reads an address file (see AddressBuilder)
//! that it maps into memory: opening costs milliseconds. Immutable, a value that shares the file, usable by all threads; the same
//! text always gives the same hits in the same order.
class AddressIndex
{
public:
    //! Empty: finds nothing.
    AddressIndex() = default;
    //! Errors as of AddressFile::open: NotFound, InvalidInput (foreign, cut or damaged), StorageNewer (another version).
    static Result<AddressIndex> open(const QString &path);

    bool isEmpty() const { return count() == 0; }
    qint64 count() const;                   //!< addresses
    QList<AddressCommune> communes() const; //!< one for each postcode of a commune

    //! Best first. What may be typed: the words of the way in any order, some left out, abbreviated, the last one unfinished,
    //! each with one typing error; a house number with "bis" or a letter before or after; postcode and commune; "angle de X et
    //! Y". Nothing below two letters.
    QList<AddressHit> search(const QString &typed, const AddressSearch &how = {}) const;

    //! The address nearest to \a at, no further than \a within metres; of several equally near the first in the file.
    std::optional<AddressHit> nearest(const Position &at, double within = 500, const QList<AreaLayer> &layers = {}) const;

private:
    std::shared_ptr<const addressfile::AddressFile> m_file;
};

} // namespace parvis
