#pragma once

#include "csvimport/importmapping.h"
#include "csvimport/importtown.h"
#include "hub/hub.h"

namespace parvis {

struct ImportProgress
{
    qint64 bytesRead = 0, bytesTotal = 0; //!< of the CSV file: the measure of progress
    qint64 rows = 0;                      //!< below the header, without blank lines: imported + known + rejected at the end
    qint64 imported = 0;                  //!< requests that are new and durable
    qint64 known = 0;                     //!< external ids that were there: left as they are
    qint64 rejected = 0;
    qint64 created = 0; //!< districts, services and themes

    bool operator==(const ImportProgress &) const = default;
};

//! Called after each batch; false stops the import.
using ImportWatcher = std::function<bool(const ImportProgress &)>;

struct ImportFiles
{
    QString csv;
    QString mapping;
    QString rejects; //!< empty: beside the CSV, "reports.csv" → "reports.rejects.csv"

    QString rejectsPath() const;
};

//! What `parvis-server import requests` does: takes the rows of a CSV file in as requests, each with one contact. Blocks; any
//! one thread. May be repeated: a row whose external id is there is left as it is. After an error or a stop, what was imported
//! stays and the next run goes on from there.
//!
//! Bad rows go to the rejects file, with "line" and "reason" before the columns of the CSV: once corrected, that file can
//! be imported with the same mapping. A reason is "field: code" or a code; packaging/mappings/README.md explains the codes.
//!
//! Errors: NotFound (a file; the town is not founded), InvalidInput (mapping or header; the detail says what), Aborted (stopped
//! by \a watcher), Storage (of files or the hub), and the hub's own.
Result<ImportProgress> importRequests(const ImportFiles &files, HubStore &store, Hub &hub, const Clock &clock,
                                      const ImportWatcher &watcher = {});

//! The same between devices that are open; \a rejects may be null.
using ImportSink = std::function<Result<IntakeReport>(const QList<IntakeRecord> &)>;
Result<ImportProgress> importRequests(QIODevice &csv, const ImportMapping &mapping, ImportTown town, QIODevice *rejects,
                                      const Clock &clock, const ImportSink &sink, const ImportWatcher &watcher = {});

} // namespace parvis
