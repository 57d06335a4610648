#pragma once

#include "base/csvreader.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <span>

// Procedure cards in a file, as packaging/mappings/README.md explains it. A *row* is a card as a JSON object with the names of
// the file: codes and logins instead of ids. A CSV file says the same in cells; both are read into rows.

namespace parvis {

enum class CardCell {
    Text,
    Script, //!< Markdown; in JSON also a list of lines, which become its bullets
    Lines,
    SeeAlso, //!< lines, codes of cards
    Theme,
    Service,
    Referent,
    Kind,
    Silence,
    Number,
    Flag,
    Date,
    List,      //!< JSON objects
    Circuit,   //!< the same, people by login
    ByDistrict //!< JSON object: code of a district → code of a service
};

struct CardColumn
{
    QLatin1StringView name;  //!< in the file
    QLatin1StringView field; //!< in a document
    CardCell type;
};

//! In the order of the files; the first is the code.
std::span<const CardColumn> cardColumns();
const CardColumn *cardColumn(QStringView name); //!< null: there is none

//! Why a row was left out. The interface has the sentence.
enum class CardFault {
    Quotes,
    TooLong,
    Encoding,
    Cells,    //!< more or fewer than the header
    NoObject, //!< \c value: the item
    NoCode,
    Twice, //!< an earlier row has the code
    NoTitle,
    UnknownField,
    NoText,
    NoNumber,
    NoFlag,
    NoDate,
    NoLines,
    NoJson,
    BadForm, //!< a field without a code or a label, or two with one code
    BadStep, //!< of a circuit: neither a role nor a person
    Dates,   //!< valid until before it is valid
    UnknownTheme,
    UnknownService,
    UnknownDistrict,
    UnknownLogin,
    UnknownCard,
    UnknownWord,
    Superseded //!< the desk published the card while the import ran
};

struct CardReject
{
    CardFault fault = CardFault::NoCode;
    QString field = {}; //!< as the file calls it
    QString value = {}; //!< what is wrong

    bool operator==(const CardReject &) const = default;
};

struct CardEntry
{
    QJsonObject row;
    QJsonValue item; //!< of a JSON file: as it was
    CsvRow line;     //!< of a CSV file: as it was
    std::optional<CardReject> reject;
};

struct CardFile
{
    bool isCsv = false;
    CsvRow header;
    QList<CardEntry> entries;
};

//! By the end of the name: ".csv" or ".json". InvalidInput (detail: where and what), NotFound, Storage.
Result<CardFile> readCardFile(const QString &path);
Result<CardFile> cardsFromJson(const QByteArray &json);
Result<CardFile> cardsFromCsv(QIODevice &csv);

//! In the order of the columns, then what else the rows hold.
QByteArray cardsToJson(const QList<QJsonObject> &rows);
QByteArray cardsToCsv(const QList<QJsonObject> &rows);

} // namespace parvis
