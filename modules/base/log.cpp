#include "base/log.h"

namespace parvis {

Q_LOGGING_CATEGORY(logStore, "parvis.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "parvis.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logHub, "parvis.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "parvis.ui", QtInfoMsg)

} // namespace parvis
