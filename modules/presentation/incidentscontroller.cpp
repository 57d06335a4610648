#include "presentation/incidentscontroller.h"

namespace parvis {

namespace {

constexpr qint64 lookedThroughMs = 90LL * 24 * 60 * 60 * 1000; // no theme asks for more days by far

} // namespace

IncidentsController::IncidentsController(StoreGate &store, StoreEvents &events, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_store(store),
      m_loading(this,
                [this](const Result<QList<PossibleIncident>> &found) {
                    if (!m_isLooking)
                        return;
                    m_isLoaded = true;
                    m_possible = found ? *found : QList<PossibleIncident>();
                    Q_EMIT changed();
                    if (!found)
                        Q_EMIT failed(found.error());
                }),
      m_reading(this, [this](const Result<std::optional<IncidentRecord>> &found) {
          m_record = found ? *found : std::nullopt;
          Q_EMIT recordChanged();
          if (!found)
              Q_EMIT failed(found.error());
      })
{
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (!m_number.isEmpty() && (concerns(touched, Kind::Incident) || concerns(touched, Kind::Request)))
            read();
    });
}

void IncidentsController::showOf(const QString &number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_reading.drop();
    m_record.reset();
    Q_EMIT recordChanged();
    if (!m_number.isEmpty())
        read();
}

void IncidentsController::read()
{
    m_reading.ask(
        [this, number = m_number] { return m_store.read([number](DeskStore &store) { return incidentRecord(store, number); }); });
}

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
