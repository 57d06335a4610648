#pragma once

#include "demo/towndata.h"
#include "domain/mission.h"
#include "domain/workingcalendar.h"
#include "hub/hub.h"

namespace parvis {

//! Writes the patrollers' work of the last seven months: checks of requests, surveys, and what they saw themselves. It draws from
//! a chance of its own, so that it changes nothing of the cases beside which it stands.
class MissionWriter
{
public:
    MissionWriter(const TownData &town, quint32 seed, Instant until);

    //! What patrol has to do with a request that has just come in.
    void follow(const Request &request, QList<IntakeRecord> &into);

private:
    struct Words;
    Mission begun(const Request &request, MissionPurpose purpose);
    void report(const Mission &mission, Instant at, QList<IntakeRecord> &into);
    void survey(const Request &near, QList<IntakeRecord> &into);
    void write(const Mission &mission, Instant reportedAt, QList<IntakeRecord> &into);
    QJsonObject reported(const Mission &mission, Instant at);
    Instant workingMoment(const QDate &day);

    const TownData &m_town;
    Chance m_chance;
    Instant m_until;
    WorkingCalendar m_calendar;
};

} // namespace parvis
