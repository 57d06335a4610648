#include "domain/workingcalendar.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace parvis;

static Instant paris(int y, int m, int d, int hour = 10)
{
    return {QDateTime(QDate(y, m, d), QTime(hour, 0), QTimeZone(QByteArrayLiteral("Europe/Paris"))).toMSecsSinceEpoch()};
}

class TestWorkingCalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void easterOfKnownYears()
    {
        // From the table of the Bureau des longitudes.
        const QMap<int, QDate> known{{1961, QDate(1961, 4, 2)},  {2000, QDate(2000, 4, 23)}, {2008, QDate(2008, 3, 23)},
                                     {2011, QDate(2011, 4, 24)}, {2024, QDate(2024, 3, 31)}, {2025, QDate(2025, 4, 20)},
                                     {2026, QDate(2026, 4, 5)},  {2038, QDate(2038, 4, 25)}};
        for (auto it = known.begin(); it != known.end(); ++it)
            QCOMPARE(easterSunday(it.key()), it.value());
    }

    void countsHolidaysOfAYear()
    {
        Calendar east;
        east.alsaceMoselle = true;
        for (int year = 2000; year <= 2060; ++year) {
            QSet<int> french, alsatian;
            for (QDate d(year, 1, 1); d.year() == year; d = d.addDays(1)) {
                if (const auto h = WorkingCalendar().holiday(d))
                    french.insert(int(*h));
                if (const auto h = WorkingCalendar(east).holiday(d))
                    alsatian.insert(int(*h));
            }
            // Ascension fell on 1 May in 2008: two names, one day.
            const bool together =
                easterSunday(year).addDays(39) == QDate(year, 5, 1) || easterSunday(year).addDays(39) == QDate(year, 5, 8);
            QCOMPARE(french.size(), together ? 10 : 11);
            QCOMPARE(alsatian.size(), together ? 12 : 13);
        }
    }

    void ascensionDelaysTheAnswer()
    {
        // The bug seen elsewhere: 12 May 2026 + 2 is 15 May, because 14 May is Ascension.
        const DueDate due = WorkingCalendar().dueDate(paris(2026, 5, 12), 2);
        QCOMPARE(due.day, QDate(2026, 5, 15));
        QCOMPARE(due.steps.size(), 4);
        QCOMPARE(due.steps[0].what, CalendarStep::What::Received);
        QCOMPARE(due.steps[1].count, 1);
        QCOMPARE(due.steps[2].what, CalendarStep::What::Holiday);
        QCOMPARE(due.steps[2].holiday, Holiday::Ascension);
        QCOMPARE(due.steps[3].count, 2);
    }

    void afterHoursIsTheNextDay()
    {
        QCOMPARE(WorkingCalendar().dueDate(paris(2026, 11, 20, 16), 2).day, QDate(2026, 11, 24)); // Friday
        const DueDate late = WorkingCalendar().dueDate(paris(2026, 11, 20, 17), 2);
        QCOMPARE(late.day, QDate(2026, 11, 25));
        QCOMPARE(late.steps.first().what, CalendarStep::What::ReceivedClosed);
        QCOMPARE(WorkingCalendar().dueDate(paris(2026, 11, 21), 2).day, QDate(2026, 11, 25)); // Saturday
        QCOMPARE(WorkingCalendar().dueDate(paris(2026, 11, 20), 0).day, QDate(2026, 11, 20));
    }

    void closuresAndOpeningDaysCount()
    {
        Calendar town;
        town.closures = {QJsonObject{{QStringLiteral("from"), QStringLiteral("2026-12-24")},
                                     {QStringLiteral("to"), QStringLiteral("2026-12-31")},
                                     {QStringLiteral("name"), QStringLiteral("Fermeture de fin d’année")}}};
        const DueDate due = WorkingCalendar(town).dueDate(paris(2026, 12, 22), 2);
        QCOMPARE(due.day, QDate(2027, 1, 4)); // 1 January and the week-end too
        QCOMPARE(due.steps[2].what, CalendarStep::What::Closure);
        QCOMPARE(due.steps[2].closure, QStringLiteral("Fermeture de fin d’année"));
        town.opening = {{QStringLiteral("6"), QJsonArray{QStringLiteral("09:00"), QStringLiteral("12:00")}}};
        QVERIFY(WorkingCalendar(town).isWorkingDay(QDate(2026, 11, 21)));
        QVERIFY(!WorkingCalendar(town).isWorkingDay(QDate(2026, 11, 23)));
    }

    void aCalendarThatNeverOpensEnds()
    {
        Calendar town;
        town.opening = {{QStringLiteral("1"), QStringLiteral("closed")}};
        QVERIFY(WorkingCalendar(town).dueDate(paris(2026, 1, 5), 2).day.isValid());
    }

    void dueDatesAgreeWithCounting()
    {
        QVERIFY(rc::check([](quint32 offset) {
            const WorkingCalendar calendar;
            const Instant at{paris(2000, 1, 1).ms + qint64(offset % 22'000) * 86'400'000 + (offset % 24) * 3'600'000};
            const int days = *rc::gen::inRange(0, 30);
            const DueDate due = calendar.dueDate(at, days);
            RC_ASSERT(calendar.isWorkingDay(due.day));
            RC_ASSERT(due.steps.last().day == due.day);
            // The slow way: walk from the day of reception.
            QDate start = calendar.localDay(at);
            const bool late = QDateTime::fromMSecsSinceEpoch(at.ms, calendar.zone()).time().hour() >= 17;
            if (!calendar.isWorkingDay(start) || late) {
                do {
                    start = start.addDays(1);
                } while (!calendar.isWorkingDay(start));
            }
            RC_ASSERT(calendar.workingDaysBetween(start, due.day) == days);
        }));
    }

    void delaysReadAsTheyStand()
    {
        const WorkingCalendar c;
        const QDate friday(2026, 11, 20);
        QCOMPARE(delayOf(true, false, QDate(2026, 11, 24), friday, c), (Delay{DelayState::OnTime, 2}));
        QCOMPARE(delayOf(true, false, friday, friday, c), (Delay{DelayState::DueToday, 0}));
        QCOMPARE(delayOf(true, false, friday, QDate(2026, 11, 23), c), (Delay{DelayState::Late, 1}));
        QCOMPARE(delayOf(true, false, friday, QDate(2026, 11, 21), c), (Delay{DelayState::Late, 1})); // Saturday: late already
        QCOMPARE(delayOf(true, true, friday, QDate(2026, 11, 30), c).state, DelayState::Stopped);
        QCOMPARE(delayOf(false, true, friday, QDate(2026, 11, 30), c).state, DelayState::Done);
    }
};

QTEST_APPLESS_MAIN(TestWorkingCalendar)
#include "tst_workingcalendar.moc"
