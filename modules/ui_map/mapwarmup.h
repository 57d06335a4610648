#pragma once

#include "base/clock.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace parvis {

class MapWorkspace;

//! Has the map ready before it is asked for, on the desks of those who looked at it lately: the engine is loaded and the requests
//! are read once the hands have rested for a while. Who never looks at the map pays nothing. GUI thread; \a map and \a clock
//! outlive it.
class MapWarmUp final : public QObject
{
    Q_OBJECT
public:
    static constexpr int restMs = 15'000;

    MapWarmUp(MapWorkspace &map, const Clock &clock, int rest = restMs);

    int waitMs() const { return m_rest.remainingTime(); } //!< until it prepares, if the hands rest; -1: it does not

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remember(); //!< somebody looks at the map now

    MapWorkspace &m_map;
    const Clock &m_clock;
    QTimer m_rest;
};

} // namespace parvis
