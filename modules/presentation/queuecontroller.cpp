#include "presentation/queuecontroller.h"

#include "domain/workflow.h"

#include <array>

namespace parvis {

QList<PlanSection> planOf(const WorkQueue &queue, const QDate &today, const WorkingCalendar &calendar)
{
    constexpr int weekDays = 7;
    QDate next = today.addDays(1);
    for (int i = 0; i < 30 && !calendar.isWorkingDay(next); ++i)
        next = next.addDays(1);
    const QDate week = today.addDays(weekDays);
    constexpr std::array order{PlanPart::Late,   PlanPart::Today,    PlanPart::NextDay,
                               PlanPart::ToTake, PlanPart::ThisWeek, PlanPart::ToChase};
    QHash<PlanPart, QList<RequestRow>> parts;
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        for (const RequestRow &row : queue.lanes[lane].rows) {
            const bool isSoon = row.dueOn.isValid() && row.dueOn <= week;
            if (Lane(lane) == Lane::Waiting) {
                if (isSoon)
                    parts[PlanPart::ToChase].append(row);
            } else if (row.dueOn.isValid() && row.dueOn < today) {
                parts[PlanPart::Late].append(row);
            } else if (row.dueOn == today) {
                parts[PlanPart::Today].append(row);
            } else if (row.dueOn == next) {
                parts[PlanPart::NextDay].append(row);
            } else if (isSoon) {
                parts[Lane(lane) == Lane::ToTake ? PlanPart::ToTake : PlanPart::ThisWeek].append(row);
            }
        }
    }
    QList<PlanSection> sections;
    for (const PlanPart part : order) {
        QList<RequestRow> rows = parts.value(part);
        std::stable_sort(rows.begin(), rows.end(), [](const RequestRow &a, const RequestRow &b) { return a.dueOn < b.dueOn; });
        if (!rows.isEmpty())
            sections.append({part, rows});
    }
    return sections;
}

QueueController::QueueController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                 QObject *parent)
    : QObject(parent), m_store(store), m_town(town), m_clock(clock), m_loading(this, [this](const Result<WorkQueue> &queue) {
          if (!queue) {
              Q_EMIT failed(queue.error());
              return;
          }
          m_queue = queue.value();
          m_isLoaded = true;
          Q_EMIT changed();
      })
{
    constexpr int pauseMs = 60; // a page of a sync touches many records: one reading for all of them
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &QueueController::load);
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (m_isLooking && (concerns(touched, Kind::Request) || concerns(touched, Kind::Proposal)))
            m_pause.start();
    });
    connect(&town, &ReferenceData::changed, this, [this] {
        if (m_isLoaded)
            Q_EMIT changed(); // names and delays
        if (m_isLooking && !m_query.assignee.isNull())
            m_pause.start(); // somebody may be absent now
    });
}

void QueueController::look(const Id &assignee, const IdSet &services, const Id &only)
{
    const QueueQuery query{assignee, services, {}};
    if (query != m_query || only != m_only) {
        m_isLoaded = false;
        m_loading.drop();
    }
    m_query = query;
    m_only = only;
    m_isLooking = true;
    load();
}

void QueueController::stop()
{
    m_isLooking = false;
    m_pause.stop();
    m_loading.drop();
}

void QueueController::load()
{
    QueueQuery query = m_query;
    query.today = today();
    query.standsFor = stoodFor();
    m_loading.ask([this, query, only = m_only] {
        return m_store.read([query, only](DeskStore &store) -> Result<WorkQueue> {
            if (only.isNull())
                return workQueue(store, query, perLane);
            // One agent's board beside everybody's loads.
            auto all = workQueue(store, query, 1);
            if (!all)
                return all.error();
            QueueQuery one = query;
            one.assignee = only;
            one.services.clear();
            auto queue = workQueue(store, one, perLane);
            if (!queue)
                return queue.error();
            WorkQueue result = std::move(queue).value();
            result.loads = all->loads;
            return result;
        });
    });
}

//! Whose cases are the agent's to keep in sight today: of who is absent, where they are the one who is there.
IdSet QueueController::stoodFor() const
{
    IdSet people;
    if (m_query.assignee.isNull())
        return people;
    for (const User &user : m_town.users()) {
        const bool isAway = user.id != m_query.assignee && !user.disabled && isAbsent(user, today());
        if (isAway && m_town.routing().presentFor(user.id, today()) == m_query.assignee)
            people.insert(user.id);
    }
    return people;
}

bool QueueController::isOfAbsent(const RequestRow &row) const
{
    return !m_query.assignee.isNull() && !row.assignee.isNull() && row.assignee != m_query.assignee;
}

Delay QueueController::delay(const RequestRow &row) const
{
    return delayOf(isOpen(row.status), row.isClockStopped, row.dueOn, today(), m_town.calendar());
}

} // namespace parvis
