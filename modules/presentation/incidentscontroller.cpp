#include "presentation/incidentscontroller.h"

namespace parvis {

namespace {

constexpr qint64 lookedThroughMs = 90LL * 24 * 60 * 60 * 1000; // no theme asks for more days by far

} // namespace

IncidentsController::IncidentsController(StoreGate &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_store(store), m_loading(this, [this](const Result<QList<PossibleIncident>> &found) {
          if (!m_isLooking)
              return;
          m_isLoaded = true;
          m_possible = found ? *found : QList<PossibleIncident>();
          Q_EMIT changed();
          if (!found)
              Q_EMIT failed(found.error());
      })
{}

void IncidentsController::look()
{
    m_isLooking = true;
    m_loading.ask([this, since = Instant{m_clock.now().ms - lookedThroughMs}] {
        return m_store.read([since](DeskStore &store) { return possibleIncidents(store, since); });
    });
}

void IncidentsController::stop()
{
    m_isLooking = m_isLoaded = false;
    m_loading.drop();
    m_possible.clear();
    Q_EMIT changed();
}

void IncidentsController::pass()
{
    if (!m_possible.isEmpty())
        m_possible.removeFirst();
    Q_EMIT changed();
}

void IncidentsController::gathered(const QList<Id> &requests)
{
    if (!m_possible.isEmpty() && requests.contains(m_possible.first().requests.first()))
        pass();
}

} // namespace parvis
