#pragma once

#include "presentation/referencedata.h"
#include "store/mapquery.h"

namespace parvis {

// What leaves the map as a file.

//! One line of an export for colleagues: what they may see of the request anyway; nothing of the citizen.
struct MapExportRow
{
    MapRequest request;
    QString number, subject, service, theme, district;
};
//! The chosen ones, by their order in \a all; numbers and subjects are read from the store. In the store's thread.
Result<QList<MapExportRow>> mapExportRows(DeskStore &store, const MapRequests &all, const QList<qint32> &chosen);
//! Names come from the town, in the GUI thread.
void nameRows(QList<MapExportRow> &rows, const MapRequests &all, const ReferenceData &town);

//! RFC 4180 with semicolons, as French spreadsheets expect them, UTF-8 with a mark. No cell begins a formula.
QByteArray mapCsv(const QList<MapExportRow> &rows);
//! RFC 7946: those with a place.
QByteArray mapGeoJson(const QList<MapExportRow> &rows);

//! For everybody: RFC 7946, of the chosen ones what is about public space and not about a person. Each has its theme, its month,
//! whether it is done, and a position on a grid of about a hundred metres: no number, no text, no address, nobody. What came in
//! the last \a delayDays is left out, so that nobody can be watched; so is whatever is confidential, has no procedure card, or
//! one that does not ask for a place (a report from a citizen's home may tell who lives there). In an order that says nothing.
QByteArray publicGeoJson(const MapRequests &all, const QList<qint32> &chosen, const ReferenceData &town, const QDate &today,
                         int delayDays = 30);

} // namespace parvis
