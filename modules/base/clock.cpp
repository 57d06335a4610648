#include "base/clock.h"

#include <QtCore/QDateTime>

namespace parvis {

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace parvis
