#include "hub/dailywork.h"

#include "domain/workingcalendar.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace parvis {

std::optional<Result<DailyReport>> DailyWork::doWhatIsDue()
{
    constexpr int hour = 5; // after midnight's backups, before the first agent
    constexpr qint64 retryMs = 600'000;
    const Instant now = m_clock.now();
    if (now < m_notBefore)
        return std::nullopt;
    const auto failed = [&](const Error &error) -> std::optional<Result<DailyReport>> {
        m_notBefore = {now.ms + retryMs};
        return Result<DailyReport>(error);
    };
    const auto calendar = m_hub.calendar();
    if (!calendar)
        return failed(calendar.error());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.ms, calendar->zone());
    const QDate day = local.time().hour() < hour ? local.date().addDays(-1) : local.date();
    if (day == m_done)
        return std::nullopt;
    const auto report = m_hub.runDaily(m_goesOn);
    if (!report)
        return failed(report.error());
    if (report->isWhole)
        m_done = day;
    return report;
}

} // namespace parvis
