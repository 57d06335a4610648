#pragma once

#include "domain/permissions.h"

namespace parvis {

//! What a desk holds of the town, by the rights under which it was fetched. Kept in the store, so that a desk that was killed
//! knows what is still missing.
struct SyncView
{
    QString rights;       //!< rightsVersion(); empty: nothing was fetched yet
    bool isKnown = false; //!< false: only the version is known, so any change needs a whole snapshot
    bool everyService = false, directory = false, cleared = false;
    IdSet services;

    bool operator==(const SyncView &) const = default;
};

SyncView viewOf(const Actor &actor);
SyncView unknownView(const QString &rights); //!< what is being fetched under \a rights
QString viewText(const SyncView &view);
SyncView viewFromText(const QString &text); //!< an empty view if it is not one

//! The snapshot scope (see Hub::snapshot) that brings what \a after sees and \a before did not: empty if there is nothing to
//! bring, no value if everything must come again.
std::optional<QString> gainedScope(const SyncView &before, const SyncView &after);

} // namespace parvis
