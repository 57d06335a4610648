#pragma once

#include "hub/hub.h"

#include <QtCore/QDate>

namespace parvis {

//! When the hub's daily run is due: once a day from five in the morning on by the town's clock, not the machine's, and as soon as
//! the hub starts, for it may have stood still. A run that fails or is cut off is tried again. One thread.
class DailyWork
{
public:
    //! \a goesOn as in Hub::runDaily.
    DailyWork(Hub &hub, const Clock &clock, std::function<bool()> goesOn)
        : m_hub(hub), m_clock(clock), m_goesOn(std::move(goesOn))
    {}

    //! Called every minute or so. What the run said; nothing: none was due.
    std::optional<Result<DailyReport>> doWhatIsDue();

private:
    Hub &m_hub;
    const Clock &m_clock;
    const std::function<bool()> m_goesOn;
    QDate m_done; //!< the town's day
    Instant m_notBefore;
};

} // namespace parvis
