#pragma once

#include "domain/routing.h"
#include "domain/servicepolicy.h"
#include "hub/commitqueue.h"

namespace parvis {

//! What a run did.
struct DailyReport
{
    qint64 looked = 0;    //!< open requests
    qint64 reminded = 0;  //!< referents
    qint64 escalated = 0; //!< to heads and directors
    qint64 moved = 0;     //!< out of services that are closed
    qint64 absences = 0;  //!< that began or ended
    qint64 overdue = 0;   //!< replies whose step is now anybody's who stands for its people
    bool isWhole = true;  //!< false: stopped before the end; the next run does the rest

    bool operator==(const DailyReport &) const = default;
};

//! What the hub does once a day by itself: begins and ends planned absences, hands the cases of closed services to their
//! successors, gives steps of replies that wait too long to deputies, and reminds of what is due and late, first the referent,
//! then the head, then the director. What is done is known by its id or its state, so that a run that is repeated, cut off, or
//! made after a weekend at standstill does nothing twice.
//!
//! Looks at one moment of the town without holding up anybody, then commits some hundred effects at a time, each checked again.
class DailyRun
{
public:
    //! \a goesOn is asked now and then.
    DailyRun(HubStore &store, CommitQueue &queue, Instant now, std::function<bool()> goesOn)
        : m_store(store), m_queue(queue), m_now(now), m_goesOn(std::move(goesOn))
    {}

    Result<DailyReport> run();

private:
    struct Organisation
    {
        WorkingCalendar calendar;
        Routing routing;
        QList<User> users;
        QHash<Id, QJsonObject> units;
        QHash<Id, ServicePolicy> policies; //!< by service
        IdSet closed;                      //!< services
    };
    struct Task
    {
        Id request;
        bool isReminder = false; //!< else to move
    };

    Status readOrganisation(HubReader &reader);
    Status readTasks(HubReader &reader);
    Status keepAbsences();
    Status releaseReplies();
    Status work(Commit &commit, const Task &task);
    Status remind(Commit &commit, const Request &request);
    Status move(Commit &commit, const Request &request);
    std::optional<Reminder> reminderFor(const Request &request) const;
    ServicePolicy policyOf(const Id &service) const;

    HubStore &m_store;
    CommitQueue &m_queue;
    const Instant m_now;
    const std::function<bool()> m_goesOn;
    QDate m_today;
    Organisation m_town;
    QList<Task> m_tasks;
    QHash<Id, int> m_openCases; //!< by assignee, with what this run has given out
    DailyReport m_report;
};

} // namespace parvis
