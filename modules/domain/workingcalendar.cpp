#include "domain/workingcalendar.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace parvis {

namespace {

//! Ten years without a working day can only be a calendar that closes everything: give up there.
constexpr int horizonDays = 3660;

std::optional<std::pair<QTime, QTime>> hours(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    const QTime from = QTime::fromString(pair.at(0).toString(), QStringLiteral("HH:mm"));
    const QTime to = QTime::fromString(pair.at(1).toString(), QStringLiteral("HH:mm"));
    if (pair.size() != 2 || !from.isValid() || !to.isValid() || to <= from)
        return std::nullopt;
    return std::pair(from, to);
}

} // namespace

QDate easterSunday(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return QDate(year, n / 31, n % 31 + 1);
}

WorkingCalendar::WorkingCalendar() : WorkingCalendar(Calendar{}) {}

WorkingCalendar::WorkingCalendar(const Calendar &calendar)
    : m_zone(calendar.zone.isEmpty() ? QByteArrayLiteral("Europe/Paris") : calendar.zone.toUtf8()),
      m_alsaceMoselle(calendar.alsaceMoselle)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone(QByteArrayLiteral("Europe/Paris"));
    for (const QJsonValue &item : calendar.closures) {
        const QDate from = QDate::fromString(item[QLatin1StringView("from")].toString(), Qt::ISODate);
        const QDate to = QDate::fromString(item[QLatin1StringView("to")].toString(), Qt::ISODate);
        if (from.isValid())
            m_closures.append({from, to.isValid() ? to : from, item[QLatin1StringView("name")].toString()});
    }
    for (std::size_t day = 1; day <= 7; ++day) {
        if (calendar.opening.isEmpty())
            m_opening[day] = day <= 5 ? std::optional(std::pair(QTime(9, 0), QTime(17, 0))) : std::nullopt;
        else
            m_opening[day] = hours(calendar.opening.value(QString::number(day)));
    }
}

std::optional<Holiday> WorkingCalendar::holiday(const QDate &day) const
{
    switch (day.month() * 100 + day.day()) {
    case 101: return Holiday::NewYear;
    case 501: return Holiday::LabourDay;
    case 508: return Holiday::Victory1945;
    case 714: return Holiday::NationalDay;
    case 815: return Holiday::Assumption;
    case 1101: return Holiday::AllSaints;
    case 1111: return Holiday::Armistice;
    case 1225: return Holiday::Christmas;
    case 1226:
        if (m_alsaceMoselle)
            return Holiday::SaintStephen;
        break;
    default: break;
    }
    switch (easterSunday(day.year()).daysTo(day)) {
    case -2: return m_alsaceMoselle ? std::optional(Holiday::GoodFriday) : std::nullopt;
    case 1: return Holiday::EasterMonday;
    case 39: return Holiday::Ascension;
    case 50: return Holiday::WhitMonday;
    default: return std::nullopt;
    }
}

QString WorkingCalendar::closure(const QDate &day) const
{
    const auto it =
        std::find_if(m_closures.begin(), m_closures.end(), [&day](const Closure &c) { return c.from <= day && day <= c.to; });
    if (it == m_closures.end())
        return {};
    return it->name.isEmpty() ? QStringLiteral("–") : it->name;
}

CalendarStep WorkingCalendar::classify(const QDate &day) const
{
    CalendarStep step{day, CalendarStep::What::Counted, 0, Holiday::NewYear, {}, {}};
    if (const auto found = holiday(day)) {
        step.what = CalendarStep::What::Holiday;
        step.holiday = *found;
    } else if (const QString name = closure(day); !name.isEmpty()) {
        step.what = CalendarStep::What::Closure;
        step.closure = name;
    } else if (!m_opening[static_cast<std::size_t>(day.dayOfWeek())]) {
        step.what = CalendarStep::What::Weekend;
    }
    return step;
}

bool WorkingCalendar::isWorkingDay(const QDate &day) const
{
    return classify(day).what == CalendarStep::What::Counted;
}

DueDate WorkingCalendar::dueDate(Instant receivedAt, int workingDays, const QList<Suspension> &suspensions) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(receivedAt.ms, m_zone);
    QDate day = local.date();
    DueDate due;
    CalendarStep first = classify(day);
    const bool working = first.what == CalendarStep::What::Counted;
    const bool afterHours = working && local.time() >= m_opening[static_cast<std::size_t>(day.dayOfWeek())]->second;
    if (working)
        first.what = afterHours ? CalendarStep::What::ReceivedClosed : CalendarStep::What::Received;
    due.steps.append(first);
    // What comes in after hours is received on the next working day.
    for (int i = 0; (i == 0 ? !working || afterHours : !isWorkingDay(day)) && i < horizonDays; ++i) {
        day = day.addDays(1);
        CalendarStep step = classify(day);
        if (step.what == CalendarStep::What::Counted)
            step.what = CalendarStep::What::Received;
        due.steps.append(step);
    }
    for (int count = 0, i = 0; count < workingDays && i < horizonDays; ++i) {
        day = day.addDays(1);
        CalendarStep step = classify(day);
        const auto pause = std::find_if(suspensions.begin(), suspensions.end(),
                                        [&day](const Suspension &suspension) { return suspension.covers(day); });
        if (step.what == CalendarStep::What::Counted && pause != suspensions.end()) {
            step.what = CalendarStep::What::Suspended;
            step.reason = pause->reason;
        } else if (step.what == CalendarStep::What::Counted) {
            ++count;
        }
        step.count = count;
        due.steps.append(step);
        if (pause != suspensions.end() && !pause->to.isValid())
            return due;
    }
    due.day = day;
    return due;
}

QDate WorkingCalendar::moved(const QDate &due, const Suspension &by, Instant receivedAt) const
{
    if (!due.isValid() || !by.to.isValid() || by.from >= due)
        return due;
    const QDate from = std::max(by.from, dueDate(receivedAt, 0).day);
    QDate day = due;
    for (int left = from < by.to ? workingDaysBetween(from, by.to) : 0, i = 0; left > 0 && i < horizonDays; ++i) {
        day = day.addDays(1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

int WorkingCalendar::workingDaysBetween(const QDate &from, const QDate &to) const
{
    if (to < from)
        return -workingDaysBetween(to, from);
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += isWorkingDay(day) ? 1 : 0;
    return count;
}

QDate WorkingCalendar::localDay(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, m_zone).date();
}

Instant WorkingCalendar::startOfDay(const QDate &day) const
{
    return {day.startOfDay(m_zone).toMSecsSinceEpoch()};
}

Delay delayOf(bool open, bool clockStopped, const QDate &dueOn, const QDate &today, const WorkingCalendar &calendar)
{
    if (!open)
        return {DelayState::Done, 0};
    if (clockStopped)
        return {DelayState::Stopped, 0};
    if (!dueOn.isValid())
        return {DelayState::None, 0};
    if (dueOn > today)
        return {DelayState::OnTime, calendar.workingDaysBetween(today, dueOn)};
    if (dueOn == today)
        return {DelayState::DueToday, 0};
    return {DelayState::Late, std::max(1, calendar.workingDaysBetween(dueOn, today))};
}

} // namespace parvis
