#pragma once

#include <QtCore/QLoggingCategory>

// Log lines carry ids, numbers and codes: never a name, an address, a phone number or a text of a citizen.
namespace parvis {

Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logHub)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace parvis
