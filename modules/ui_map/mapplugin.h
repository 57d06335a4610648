#pragma once

#include "base/result.h"
#include "ui_map/mapview.h"

#include <memory>

namespace parvis {

//! Loads the map's plugin at the first call. NotFound: this machine has no web engine, or the program was installed without the
//! map. Forbidden: it can't be shut in here.
Result<MapViewMaker *> mapViewMaker();

} // namespace parvis
