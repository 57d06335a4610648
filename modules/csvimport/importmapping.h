#pragma once

#include "base/csvreader.h"
#include "csvimport/datepattern.h"
#include "domain/tokens.h"

#include <QtCore/QHash>

#include <map>

// How a file of another system becomes requests: a JSON file. For people it is explained in packaging/mappings/README.md.
//
//   {"about": "where the file comes from",   any words
//    "delimiter": ";",                       ";" "," "\t" "|"; default ";"
//    "encoding": "utf-8",                    "utf-8", "latin-1", "windows-1252"; default "utf-8"
//    "external_id": "id_dmr",                the column that names a row for ever, or a list of columns
//    "source": "dansmarue",                  put before the external id, where two systems count alike; default none
//    "due_days": 10,                         working days of the promise; default 10
//    "fields": {FIELD: RULE, …},
//    "constants": {FIELD: "text", …}}        the same for all rows
//
// FIELD is one of the words of ImportField. RULE:
//
//   {"column": "adresse"}                    or
//   {"columns": ["a", "b"], "join": " – "}   cells that are not empty, joined; default a space
//    "values": {"Android": "web"}            what a cell means; one that is not listed means the default, or itself
//    "default": "web"                        for an empty cell, and for one that is not listed
//    "format": "yyyy-MM-dd"                  of dates, see DatePattern; default "iso"
//    "zone": "Europe/Paris"                  of dates
//    "create": true                          of district, service, theme: make what the town does not know
//
// subject and received_at are needed. The value of channel, reply_channel, status and confidential must be one of the words that
// Parvis knows. A status must be one in which a request may begin; not mapped, it is "assigned" with a service, otherwise
// "received". "closed" needs a reason. A district, service or theme is found by its name, short name or code, whatever the case
// and accents.

namespace parvis {

enum class ImportField {
    Subject,
    Text,
    Address,
    District,
    Service,
    Theme,
    Channel,
    ReplyChannel,
    Status,
    Reason,
    Confidential,
    ReceivedAt,
    AnsweredAt,
    ClosedAt,
    Latitude,
    Longitude
};
template <>
struct Tokens<ImportField>
{
    static constexpr std::array<QLatin1StringView, 16> words{
        QLatin1StringView("subject"),     QLatin1StringView("text"),          QLatin1StringView("address"),
        QLatin1StringView("district"),    QLatin1StringView("service"),       QLatin1StringView("theme"),
        QLatin1StringView("channel"),     QLatin1StringView("reply_channel"), QLatin1StringView("status"),
        QLatin1StringView("reason"),      QLatin1StringView("confidential"),  QLatin1StringView("received_at"),
        QLatin1StringView("answered_at"), QLatin1StringView("closed_at"),     QLatin1StringView("latitude"),
        QLatin1StringView("longitude")};
};

struct ImportRule
{
    QStringList columns; //!< none: a constant
    QString join = QStringLiteral(" ");
    QHash<QString, QString> values;
    QString fallback; //!< the "default", or the constant
    DatePattern dates;
    QTimeZone zone;
    bool isCreating = false;
};

struct ImportMapping
{
    CsvFormat format;
    QStringList externalId;
    QString source;
    int dueDays = 10;
    std::map<ImportField, ImportRule> fields;

    //! InvalidInput; the detail says where and what: "mapping: fields.channel.default: 'net' is none of phone, walk_in, …".
    static Result<ImportMapping> parse(const QByteArray &json);
    static Result<ImportMapping> load(const QString &path); //!< NotFound

    QStringList columns() const; //!< all that it reads, once each
};

} // namespace parvis
