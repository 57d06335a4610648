#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/queuequery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! A part of the plan of the day, in the order in which one works.
enum class PlanPart {
    Late,
    Today,
    NextDay, //!< due on the next working day
    ToTake,  //!< nobody has it, and it is due within the week
    ThisWeek,
    ToChase //!< waits for somebody, and is due within the week: ask them again
};

struct PlanSection
{
    PlanPart part = PlanPart::Late;
    QList<RequestRow> rows;
};

//! What to do on \a today, of what \a queue holds: each case once, most urgent first; parts without a case are left out. What is
//! due later is not of the day.
QList<PlanSection> planOf(const WorkQueue &queue, const QDate &today, const WorkingCalendar &calendar);

//! The board of a referent or a head, kept in step with the store. Reads only while somebody looks. GUI thread.
class QueueController final : public QObject
{
    Q_OBJECT
public:
    QueueController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                    QObject *parent = nullptr);

    static constexpr int perLane = 100; //!< more is no plan; the list has them all

    //! As QueueQuery has it; \a only narrows a head's board to what one agent has (null: everybody).
    void look(const Id &assignee, const IdSet &services, const Id &only = {});
    void stop(); //!< nobody looks any more

    bool isLoaded() const { return m_isLoaded; }
    const WorkQueue &queue() const { return m_queue; }
    QList<PlanSection> plan() const { return planOf(m_queue, today(), m_town.calendar()); }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }
    Delay delay(const RequestRow &row) const;
    //! On an agent's own board, the case of somebody absent whom they stand for.
    bool isOfAbsent(const RequestRow &row) const;

Q_SIGNALS:
    void changed();
    void failed(const parvis::Error &error);

private:
    void load();
    IdSet stoodFor() const;

    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QueueQuery m_query;
    Id m_only;
    bool m_isLooking = false, m_isLoaded = false;
    WorkQueue m_queue;
    QTimer m_pause;
    Latest<WorkQueue> m_loading;
};

} // namespace parvis
