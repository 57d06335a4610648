#pragma once

#include "geo/incidentmatch.h"

#include <QtCore/QString>

namespace parvis {

//! Why two reports may have one cause: "12 m · same procedure · 2 words in common". \a reports: of the incident; 1: of none.
QString reasonsOf(const IncidentLikeness &likeness, int reports);

} // namespace parvis
