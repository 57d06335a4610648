#pragma once

#include "domain/organisation.h"
#include "hub/hubstore.h"

#include <QtCore/QSet>

namespace parvis {

//! What an import must know of the town it goes into.
struct ImportTown
{
    QString name;
    QList<District> districts; //!< district councils
    QList<Unit> services;      //!< units of the level Service
    QList<Theme> themes;
    Calendar calendar;
    QSet<QString> externalIds; //!< of all requests

    //! Reads all requests once: some seconds for a million. NotFound: the town is not founded.
    static Result<ImportTown> read(HubStore &store);
};

//! All records of \a kind by id, whatever their number, until \a each answers false.
Status eachRecord(HubReader &reader, Kind kind, const HubReader::Each<EntityRow> &each);
QJsonObject parsedDocument(const EntityRow &row);

} // namespace parvis
