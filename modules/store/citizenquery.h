#pragma once

#include "domain/citizen.h"
#include "store/requestquery.h"

namespace parvis {

//! A caller as suggested while typing.
struct CitizenHit
{
    Citizen citizen;
    int openRequests = 0;
};

//! By phone (any spelling, from 3 digits), e-mail (with "@"), or beginnings of names (from 2 letters), in that order of what
//! \a typed can be. Best first: last names and organisations before first names.
Result<QList<CitizenHit>> findCitizens(DeskStore &store, const QString &typed, int limit = 12);

struct CitizenRecord
{
    Citizen citizen;
    qint64 seq = 0;
    QList<RequestRow> requests; //!< as requestsOf()
    QList<Change> history;
};
Result<std::optional<CitizenRecord>> citizenRecord(DeskStore &store, const Id &id);

} // namespace parvis
