#pragma once

#include "csvimport/importmapping.h"
#include "csvimport/importtown.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"
#include "hub/hub.h"

#include <variant>

namespace parvis {

//! Why a row is left out: "field: code" or a code, as README.md of the mappings explains them.
struct Reject
{
    QString reason;

    bool operator==(const Reject &) const = default;
};

//! Makes requests of the rows of one file, and remembers which districts, services and themes had to be made for them.
class RowMapper
{
public:
    //! InvalidInput: \a header lacks a column of the mapping, or has it twice.
    static Result<RowMapper> create(const ImportMapping &mapping, const QStringList &header, const ImportTown &town,
                                    const Clock &clock);

    //! With the mapping's source; empty: the row has none.
    QString externalId(const QStringList &cells) const;

    //! \a cells: as many as in the header. The id follows from the town, the external id and the day, so that the same row
    //! gives the same id.
    std::variant<Request, Reject> request(const QStringList &cells);
    Contact contactOf(const Request &request) const;

    //! Records to take in before the requests that name them; each is handed out once.
    QList<IntakeRecord> takeCreated() { return std::exchange(m_created, {}); }

private:
    RowMapper(const ImportMapping &mapping, const ImportTown &town, const Clock &clock);

    //! Ids by folded name, short name and code.
    using Names = QHash<QString, Id>;

    QString cell(const QStringList &cells, const QStringList &columns, const QString &join) const;
    //! What the field's rule makes of the row.
    QString value(const QStringList &cells, ImportField field) const;
    Result<Instant> moment(const QStringList &cells, ImportField field) const;
    Result<std::optional<double>> degrees(const QStringList &cells, ImportField field, double most) const;
    template <typename E>
    Result<E> word(const QStringList &cells, ImportField field) const;
    Result<QString> nameOf(const QStringList &cells, ImportField field) const;
    template <typename T>
    Id named(ImportField field, const QString &name);
    Status fill(const QStringList &cells, Request &request);
    Status fillTimes(const QStringList &cells, Request &request) const;
    Status fillPlace(const QStringList &cells, Request &request);
    Id derivedId(Instant at, Kind kind, const QString &what) const;

    const ImportMapping &m_mapping;
    const Clock &m_clock;
    QString m_townName;
    WorkingCalendar m_calendar;
    QHash<QString, qsizetype> m_columns;
    std::map<ImportField, Names> m_names;
    QList<IntakeRecord> m_created;
};

} // namespace parvis
