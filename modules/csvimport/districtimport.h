#pragma once

#include "geo/arealayer.h"
#include "hub/hub.h"

namespace parvis {

struct DistrictFiles
{
    QString geoJson;
    QString layer;                   //!< the division; empty: the district councils
    QString codeField, nameField;    //!< properties of the features; empty: found by the names that are usual
    bool recomputesRequests = false; //!< of the district councils: past requests get the district of their place
};

struct DistrictImportReport
{
    qint64 created = 0;
    qint64 changed = 0;                         //!< another surface, name or point
    qint64 known = 0;                           //!< nothing was written
    QStringList absent;                         //!< codes of the layer that the file does not have: left as they are
    QString codeField, nameField;               //!< as they were found
    QList<std::pair<qsizetype, GeoNote>> notes; //!< of features
    qint64 requests = 0, requestsMoved = 0;     //!< with a position; of them those whose district is another now
    qint64 requestsOutside = 0;                 //!< in no district: left as they are
    QMap<QString, qint64> movedTo;              //!< by code

    bool operator==(const DistrictImportReport &) const = default;
};

//! Gets (done, all) between transactions and answers whether to go on.
using DistrictWatcher = std::function<bool(qint64, qint64)>;

//! Takes the areas of a GeoJSON file in as districts, each by its code, or by its name where the town's district of that
//! name has a code that the file does not know. The areas are one transaction. InvalidInput (detail: which feature and what),
//! TooLarge (a surface that no change carries: simplify it), NotFound: nothing was done. Aborted: \a watcher wished so; the
//! districts stay, and the requests that were moved.
Result<DistrictImportReport> importDistricts(const DistrictFiles &files, HubStore &store, Hub &hub,
                                             const DistrictWatcher &watcher = {});

} // namespace parvis
