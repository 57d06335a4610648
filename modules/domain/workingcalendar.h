#pragma once

#include "domain/organisation.h"

#include <QtCore/QTime>
#include <QtCore/QTimeZone>

namespace parvis {

//! The public holidays of article L. 3133-1 of the Code du travail, and the two of Alsace-Moselle (L. 3134-13).
enum class Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    Victory1945,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen
};

//! Easter Sunday of a Gregorian year (Meeus, Jones, Butcher).
QDate easterSunday(int year);

//! What a day of the calculation was, so that a due date can be explained to the citizen.
struct CalendarStep
{
    enum class What { Received, ReceivedClosed, Counted, Weekend, Holiday, Closure, Suspended };
    QDate day;
    What what = What::Counted;
    int count = 0;                      //!< of working days so far
    Holiday holiday = Holiday::NewYear; //!< if \c what is Holiday
    QString closure;                    //!< its name, if \c what is Closure
    QString reason;                     //!< of the wait, if \c what is Suspended

    bool operator==(const CalendarStep &) const = default;
};

//! The citizen was waited for: the days after \c from up to \c to are not counted. As with reception, the day on which
//! something happens is not counted for it; what was counted before stays.
struct Suspension
{
    QDate from, to;   //!< \c to invalid: it lasts
    QString reason;   //!< of suspendingReasons()
    QDate until = {}; //!< the day set for missing documents (CRPA L. 114-5)

    bool covers(const QDate &day) const { return day > from && (!to.isValid() || day <= to); }
    bool operator==(const Suspension &) const = default;
};

struct DueDate
{
    QDate day; //!< invalid while it is suspended
    QList<CalendarStep> steps;
};

enum class DelayState {
    OnTime,
    DueToday,
    Late,
    Stopped,
    Done,
    None //!< no day was promised
};

//! How a request stands against its promise. \c workingDays: to go (on time) or past (late).
struct Delay
{
    DelayState state = DelayState::OnTime;
    int workingDays = 0;

    //! There is a day to be kept.
    bool counts() const { return state == DelayState::OnTime || state == DelayState::DueToday || state == DelayState::Late; }
    bool operator==(const Delay &) const = default;
};

//! The town's working days (jours ouvrés): days with opening hours that are neither holidays nor closures. A value; thread safe.
class WorkingCalendar
{
public:
    WorkingCalendar();
    explicit WorkingCalendar(const Calendar &calendar);

    bool isWorkingDay(const QDate &day) const;
    std::optional<Holiday> holiday(const QDate &day) const;
    QString closure(const QDate &day) const; //!< the name of the local closure, or empty

    //! The last day to answer what was received at \a receivedAt: the \a workingDays-th working day after the day of reception,
    //! which is the next working day if it came after hours or on a day off. \a workingDays ≥ 0.
    DueDate dueDate(Instant receivedAt, int workingDays, const QList<Suspension> &suspensions = {}) const;

    //! Where the \a due day of what was received at \a receivedAt moves to by a suspension that has ended: as many working days
    //! later as it took since the day of reception. One that began on the last day or later moves nothing. The same as dueDate()
    //! with one suspension more.
    QDate moved(const QDate &due, const Suspension &by, Instant receivedAt) const;

    //! Working days in (from, to]; negative if \a to is before \a from.
    int workingDaysBetween(const QDate &from, const QDate &to) const;

    QDate localDay(Instant instant) const;
    Instant startOfDay(const QDate &day) const;
    const QTimeZone &zone() const { return m_zone; }

private:
    CalendarStep classify(const QDate &day) const;

    struct Closure
    {
        QDate from, to;
        QString name;
    };
    QTimeZone m_zone;
    bool m_alsaceMoselle = false;
    QList<Closure> m_closures;
    std::array<std::optional<std::pair<QTime, QTime>>, 8> m_opening; //!< by ISO day of week
};

//! \a today is a local day.
Delay delayOf(bool open, bool clockStopped, const QDate &dueOn, const QDate &today, const WorkingCalendar &calendar);

} // namespace parvis
