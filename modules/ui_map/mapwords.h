#pragma once

#include "presentation/mapcontroller.h"

namespace parvis {

// The map in the agent's language.

QString subjectTitle(MapSubject subject);
QString word(ReportState state);
QString kindName(const MapKind &kind, MapSubject subject, const ReferenceData &town);
QString districtTitle(const Id &district, const ReferenceData &town); //!< of none: that it is not known

QString percentText(int part, int whole); //!< "93 %"; "–" of nothing
//! "+12 %", "−3 %", "new"; empty if it can't be said.
QString trendText(const MapFigures &figures);
QString numberText(int number);                            //!< with separators
QString clusterText(int number);                           //!< as short as a circle is wide: "12 k"
QString periodText(const QDate &from, const QDate &until); //!< "December 2025 – November 2026"

} // namespace parvis
