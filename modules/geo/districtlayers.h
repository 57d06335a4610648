#pragma once

#include "domain/organisation.h"
#include "geo/arealayer.h"

namespace parvis {

//! The divisions of the town that are drawn: the district councils first (name empty), then the others by name. What is not drawn
//! or can't be read is in none.
QList<AreaLayer> layersOf(const QList<District> &districts);

} // namespace parvis
