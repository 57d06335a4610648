#pragma once

#include "domain/round.h"

#include <functional>
#include <optional>

class QObject;

namespace parvis {

//! Where the machine is. A port: the device's own in the program, a known place in tests. GUI thread.
class PositionSource
{
public:
    using Answer = std::function<void(const std::optional<Stop> &position)>;

    virtual ~PositionSource() = default;

    //! Calls \a answer once while \a context lives, at once or within seconds; with nothing if the device can't say.
    virtual void locate(QObject *context, Answer answer) = 0;
};

} // namespace parvis
