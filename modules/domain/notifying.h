#pragma once

#include "domain/servicepolicy.h"

#include <QtCore/QTime>

// How an agent wants to be told of what concerns them while they don't look at the desk, and when they may be. What they have not
// chosen is as usual, so that a better usual way reaches all who never chose.

namespace parvis {

//! What is told outside the desk. Positions are stored: it only grows at its end. A conflict stays in the desk, where it is
//! settled.
enum class NoticeKind {
    Assigned,  //!< a case was given to them by somebody else
    Reminded,  //!< a case of theirs is due or late
    Escalated, //!< a case of their service or directorate is late
    Mentioned  //!< a note names them: "@m.roussel"
};
template <>
struct Tokens<NoticeKind>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("assigned"), QLatin1StringView("reminded"),
                                                            QLatin1StringView("escalated"), QLatin1StringView("mentioned")};
};

//! User::notify: {"mail":{"assigned":"none"},"tray":false,"quiet":{"from":"19:00","to":"07:30","days_off":false}}.
struct NotifyPreferences
{
    //! By NoticeKind. Digest: together, on the morning of the next working day.
    std::array<Alerts, 4> mail{Alerts::Digest, Alerts::Digest, Alerts::AtOnce, Alerts::Digest};
    bool tray = true;                      //!< a message of the system beside the bell
    QTime quietFrom{18, 0}, quietTo{8, 0}; //!< local, [from, to), over midnight if to is before from; the same: no quiet hours
    bool quietDaysOff = true;              //!< weekends, holidays and local closures

    Alerts byMail(NoticeKind kind) const { return mail[std::size_t(kind)]; }
    bool operator==(const NotifyPreferences &) const = default;
};

//! Only what differs from the usual way; what a newer program left in \a before stays.
QJsonObject toJson(const NotifyPreferences &preferences, const QJsonObject &before = {});
//! What does not fit is as usual.
NotifyPreferences notifyFrom(const QJsonObject &json);

//! Is the agent left in peace at \a at, by the clock on the wall of the town?
bool isQuiet(Instant at, const NotifyPreferences &preferences, const WorkingCalendar &calendar);

//! \a at itself, or the end of the quiet time that it falls into. Where no working day comes within a year, days off don't count.
Instant quietEnd(Instant at, const NotifyPreferences &preferences, const WorkingCalendar &calendar);

//! When what happened at \a event may be sent by e-mail: at once, at the end of the quiet time, or with the next digest (8
//! o'clock, or when the quiet time that 8 o'clock falls into is over). Never before \a event, never in quiet time. Nothing: not
//! at all. The policy of the service bounds cases that are given: none at once of a service with a digest, none at all of one
//! that looks by itself. Reminders and what names somebody are told all the same.
std::optional<Instant> mailTime(NoticeKind kind, Instant event, const NotifyPreferences &preferences, const ServicePolicy &policy,
                                const WorkingCalendar &calendar);

//! The logins that a note names: "@m.roussel, vu avec @p.martin." In their order, each once, lower case.
QStringList mentionedIn(const QString &text);

//! One address as a mail server takes it (RFC 5321, without quotes and comments): nothing in it ends a line or begins another
//! address. Whether it exists, only a mail tells.
bool isMailAddress(QStringView address);

} // namespace parvis
