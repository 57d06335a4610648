#pragma once

#include "domain/mutation.h"
#include "domain/routing.h"
#include "domain/workingcalendar.h"

// How a service wants to be told of its cases, and when somebody is reminded of one that is not done. "Some services ask for no
// alerts and poll instead (every 2 days, answer within 8)."

namespace parvis {

enum class Alerts {
    AtOnce,
    Digest, //!< once a day, together
    None    //!< the service looks by itself; its head is reminded all the same
};
template <>
struct Tokens<Alerts>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("at_once"), QLatin1StringView("digest"),
                                                            QLatin1StringView("none")};
};

enum class ReminderLevel { Referent, Head, Director };
template <>
struct Tokens<ReminderLevel>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("referent"), QLatin1StringView("head"),
                                                            QLatin1StringView("director")};
};

//! When somebody is reminded: \c days working days after the due day (negative: before it).
struct ReminderPoint
{
    int days = 0;
    ReminderLevel level = ReminderLevel::Referent;

    bool operator==(const ReminderPoint &) const = default;
};

//! Unit::policy: {"alerts":"none","look_every":2,"answer_within":8,"documents_within":30,"reminders":[{"days":1,"to":"head"}]}.
struct ServicePolicy
{
    Alerts alerts = Alerts::AtOnce;
    //! Working days; of a service without alerts: what lies untouched for longer is told after all.
    int lookEvery = 0;
    int answerWithin = 0;           //!< working days from reception; 0: the promised day counts
    QList<ReminderPoint> reminders; //!< in order of days
    int reopenWithin = 90;          //!< days after closing in which a request may be reopened; 0: always
    int documentsWithin = 30;       //!< days that a citizen is given for missing documents (CRPA L. 114-5)

    bool operator==(const ServicePolicy &) const = default;
};

//! The day before and on the due day the referent, a day late the head, five days late the director.
ServicePolicy usualPolicy();

QJsonObject toJson(const ServicePolicy &policy);
//! What does not fit keeps its usual value, so that a policy of a newer program still reminds.
ServicePolicy policyFrom(const QJsonObject &json);

enum class PolicyFault {
    LookAfterAnswer,  //!< a service that looks less often than it answers
    SameDay,          //!< two points of one day and one level
    HigherBeforeLower //!< the director is told before the head, or the head before the referent
};
QList<PolicyFault> faultsOf(const ServicePolicy &policy);

//! A request that was closed at \a closed may be reopened at \a now; one of an unknown closing always.
bool mayReopen(const ServicePolicy &policy, Instant closed, Instant now);

//! Of a service, else of its directorate or body, else the usual one.
ServicePolicy policyFor(const Id &service, const Lookup &lookup);

//! A reminder that was given (relance), or an escalation: to the head and the director. Made by the hub alone, once for each
//! request, due day, and point.
struct Reminder
{
    static constexpr Kind kind = Kind::Reminder;
    static EntityDescription description();

    Id id;
    Id request;
    ReminderLevel level = ReminderLevel::Referent;
    Id to;        //!< who was reminded; null: there is nobody
    int days = 0; //!< of the point
    QDate dueOn;  //!< that was meant
    Instant at;
    QJsonObject extra;

    bool operator==(const Reminder &) const = default;
};

//! Always the same for the same, so that a run that is repeated makes no second one; another one after each reopening.
Id reminderId(const Request &request, const QDate &dueOn, const ReminderPoint &point);

//! The day that counts for reminders: the promised one, or before it the one on which the service wants to have answered, counted
//! from reception or the last reopening.
QDate chasedDay(const Request &request, const ServicePolicy &policy, const WorkingCalendar &calendar);

//! The point that is reached on \a today: the last one whose day has come. After a stop of the hub over several points only that
//! one is told. Nothing while the clock is stopped, and before the first point.
std::optional<ReminderPoint> reachedPoint(const Request &request, const ServicePolicy &policy, const WorkingCalendar &calendar,
                                          const QDate &today);

//! Who is reminded: the referent (without one, or while nobody stands for them, the head), the head of the service, the one of
//! the unit above; whoever is there in their place on \a day. Who may not see the request is passed over.
Id recipientOf(ReminderLevel level, const Request &request, const Routing &routing, const QDate &day);

} // namespace parvis
