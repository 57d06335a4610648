#pragma once

#include "presentation/patrolcontroller.h"

class QPagedPaintDevice;

namespace parvis {

//! The round on paper: the stops in their order, each with its place, what to look at, and room to write.
QString roundHtml(const QList<PatrolStop> &stops, const QString &patroller, const QDate &day, const ReferenceData &town);

void paintRound(QPagedPaintDevice &device, const QString &html);
Status writeRoundPdf(const QString &path, const QString &html); //!< InvalidInput if it can't be written there

} // namespace parvis
