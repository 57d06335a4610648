#include "domain/suspension.h"
#include "domain/workflow.h"
#include "unit/domain/anycalendar.h"

#include <QtCore/QProcess>
#include <QtTest/QtTest>

using namespace parvis;

static Instant paris(int y, int m, int d, int hour = 10)
{
    return {QDateTime(QDate(y, m, d), QTime(hour, 0), QTimeZone(QByteArrayLiteral("Europe/Paris"))).toMSecsSinceEpoch()};
}

//! The holidays of some years as another program computes them (npm's @socialgouv/jours-feries, of the labour ministry), whole
//! days in ISO 8601. Empty without it.
static QSet<QDate> holidaysElsewhere(int from, int to, bool alsace)
{
    static const QString script = QStringLiteral("const f = require('@socialgouv/jours-feries');"
                                                 "for (let y = %1; y <= %2; ++y)"
                                                 "  for (const d of Object.values(f(y, {alsace: %3})))"
                                                 "    console.log(d.toISOString().slice(0, 10));");
    QProcess node;
    node.setWorkingDirectory(QStringLiteral(PARVIS_SOURCE_DIR "/resources"));
    node.start(QStringLiteral("node"),
               {QStringLiteral("-e"), script.arg(from).arg(to).arg(alsace ? QStringLiteral("true") : QStringLiteral("false"))});
    QSet<QDate> days;
    if (!node.waitForFinished(60'000) || node.exitCode() != 0)
        return days;
    for (const QString &line : QString::fromLatin1(node.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        days.insert(QDate::fromString(line, Qt::ISODate));
    return days;
}

//! A town that opens now and then, and is closed for some days from about \a day on.
static Calendar anyOpenTown(const QDate &day)
{
    Calendar town = anyTown();
    if (town.opening.contains(QStringLiteral("1"))) // never
        town.opening = {};
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        const QDate from = day.addDays(*rc::gen::inRange(-5, 40));
        const QDate to = from.addDays(*rc::gen::inRange(0, 15));
        town.closures.append(QJsonObject{{QStringLiteral("from"), from.toString(Qt::ISODate)},
                                         {QStringLiteral("to"), to.toString(Qt::ISODate)},
                                         {QStringLiteral("name"), QStringLiteral("Fermeture")}});
    }
    return town;
}

static bool isClosed(const Calendar &town, const QDate &day)
{
    const QString iso = day.toString(Qt::ISODate);
    return std::any_of(town.closures.begin(), town.closures.end(), [&iso](const QJsonValue &closure) {
        return closure[QLatin1StringView("from")].toString() <= iso && iso <= closure[QLatin1StringView("to")].toString();
    });
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

    void holidaysAgreeWithAnotherProgram_data()
    {
        QTest::addColumn<bool>("alsace");
        QTest::newRow("France") << false;
        QTest::newRow("Alsace-Moselle") << true;
    }
    void holidaysAgreeWithAnotherProgram()
    {
        QFETCH(bool, alsace);
        constexpr int from = 2000, to = 2060;
        const QSet<QDate> theirs = holidaysElsewhere(from, to, alsace);
        QVERIFY(theirs.size() > 600);
        Calendar town;
        town.alsaceMoselle = alsace;
        const WorkingCalendar calendar(town);
        for (QDate day(from, 1, 1); day.year() <= to; day = day.addDays(1)) {
            QVERIFY2(calendar.holiday(day).has_value() == theirs.contains(day), qPrintable(day.toString(Qt::ISODate)));
            const bool isWorking = !theirs.contains(day) && day.dayOfWeek() <= 5;
            QVERIFY2(calendar.isWorkingDay(day) == isWorking, qPrintable(day.toString(Qt::ISODate)));
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
            const Instant at{paris(2000, 1, 1).ms + qint64(offset % 22'000) * 86'400'000 + (offset % 24) * 3'600'000};
            const Calendar town = anyOpenTown(QDateTime::fromMSecsSinceEpoch(at.ms).date());
            const WorkingCalendar calendar(town);
            const int days = *rc::gen::inRange(0, 30);
            const DueDate due = calendar.dueDate(at, days);
            RC_ASSERT(calendar.isWorkingDay(due.day));
            RC_ASSERT(due.steps.last().day == due.day);
            // The slow way: walk from the day of reception.
            QDate start = calendar.localDay(at);
            const int closes = town.opening.isEmpty() ? 17 : 12;
            const bool late = QDateTime::fromMSecsSinceEpoch(at.ms, calendar.zone()).time().hour() >= closes;
            if (!calendar.isWorkingDay(start) || late) {
                do {
                    start = start.addDays(1);
                } while (!calendar.isWorkingDay(start));
            }
            RC_ASSERT(calendar.workingDaysBetween(start, due.day) == days);
            for (const CalendarStep &step : due.steps) {
                const bool isCounted = step.what == CalendarStep::What::Counted || step.what == CalendarStep::What::Received;
                RC_ASSERT(!isCounted || !isClosed(town, step.day));
            }
        }));
    }

    //! What a suspension moves is what a count day by day gives that leaves its days out.
    void suspensionsMoveTheDate()
    {
        QVERIFY(rc::check([](quint32 offset) {
            const Instant at{paris(2000, 1, 1).ms + qint64(offset % 22'000) * 86'400'000 + (offset % 24) * 3'600'000};
            const Calendar town = anyOpenTown(QDateTime::fromMSecsSinceEpoch(at.ms).date());
            const WorkingCalendar calendar(town);
            const int days = *rc::gen::inRange(1, 30);
            QDate due = calendar.dueDate(at, days).day;
            QDate last = calendar.localDay(at);
            QList<Suspension> suspensions;
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i) {
                const QDate from = last.addDays(*rc::gen::inRange(0, 9));
                last = from.addDays(*rc::gen::inRange(0, 25));
                suspensions.append({from, last, QStringLiteral("missing_documents")});
                due = calendar.moved(due, suspensions.last(), at);
                const DueDate counted = calendar.dueDate(at, days, suspensions);
                RC_ASSERT(counted.day == due);
                RC_ASSERT(!isClosed(town, due));
                RC_ASSERT(counted.steps.last().count == days);
            }
            suspensions.append({last, {}, QStringLiteral("missing_documents")});
            RC_ASSERT(calendar.dueDate(at, days, suspensions).day.isValid() == (last >= due));
        }));
    }

    void aRequestWaitsForDocuments()
    {
        const WorkingCalendar calendar;
        Request request;
        request.status = RequestStatus::Assigned;
        request.receivedAt = paris(2026, 11, 2);
        request.dueOn = calendar.dueDate(request.receivedAt, 10).day;
        QCOMPARE(request.dueOn, QDate(2026, 11, 17)); // the 11th is a holiday
        const auto become = [&](RequestStatus status, const char *reason, const QDate &day) {
            const QJsonObject changes = clockChanges(request, status, QLatin1String(reason), day, calendar);
            QJsonObject document = toDocument(request);
            for (auto it = changes.begin(); it != changes.end(); ++it)
                it->isNull() ? document.remove(it.key()) : void(document.insert(it.key(), *it));
            request = fromDocument<Request>(request.id, document);
            request.status = status;
            return changes;
        };
        QVERIFY(become(RequestStatus::InProgress, "", QDate(2026, 11, 3)).isEmpty());
        QVERIFY(become(RequestStatus::Waiting, "contractor", QDate(2026, 11, 4)).isEmpty()); // the town's own affair
        QVERIFY(!isClockStopped(RequestStatus::Waiting, QStringLiteral("contractor")));
        QCOMPARE(become(RequestStatus::Waiting, "missing_documents", QDate(2026, 11, 5)).keys(),
                 QStringList{QStringLiteral("suspensions")});
        QVERIFY(isClockStopped(RequestStatus::Waiting, QStringLiteral("missing_documents")));
        QVERIFY(become(RequestStatus::Waiting, "missing_documents", QDate(2026, 11, 6)).isEmpty()); // still the same
        request.missing = {QStringLiteral("Justificatif de domicile")};
        const QJsonObject ended = become(RequestStatus::InProgress, "", QDate(2026, 11, 16));
        QCOMPARE(ended.keys(), (QStringList{QStringLiteral("due_on"), QStringLiteral("missing"), QStringLiteral("suspensions")}));
        QCOMPARE(request.dueOn, QDate(2026, 11, 25)); // six working days from the 6th to the 16th
        QVERIFY(request.missing.isEmpty());
        QCOMPARE(calendar.dueDate(request.receivedAt, 10, suspensionsFrom(request.suspensions)).day, request.dueOn);

        // One wait after another, without work between; and a colleague whose clock is behind.
        become(RequestStatus::Waiting, "citizen_answer", QDate(2026, 11, 18));
        become(RequestStatus::Waiting, "missing_documents", QDate(2026, 11, 19));
        QCOMPARE(suspensionsFrom(request.suspensions).size(), 3);
        become(RequestStatus::Answered, "", QDate(2026, 11, 10));
        QCOMPARE(suspensionsFrom(request.suspensions).last().to, QDate(2026, 11, 19));
        QCOMPARE(request.dueOn, QDate(2026, 11, 26));
    }

    void silenceBecomesADecision()
    {
        const QDate received(2026, 12, 31);
        QCOMPARE(implicitDecisionDay(Silence::Unsaid, received, {}), QDate());
        QCOMPARE(implicitDecisionDay(Silence::Rejection, received, {}), QDate(2027, 2, 28));
        const Suspension wait{QDate(2027, 1, 10), QDate(2027, 1, 30), QStringLiteral("missing_documents")};
        // Acceptance: two months from the day on which the documents came; rejection: the wait is added (CRPA L. 114-5).
        QCOMPARE(implicitDecisionDay(Silence::Acceptance, received, {wait}), QDate(2027, 3, 30));
        QCOMPARE(implicitDecisionDay(Silence::Rejection, received, {wait}), QDate(2027, 3, 20));
        QCOMPARE(implicitDecisionDay(Silence::Acceptance, received, {{wait.from, {}, wait.reason}}), QDate());
        // A rejection waits no longer than the day set for the documents.
        Suspension asked = wait;
        asked.until = QDate(2027, 1, 20);
        QCOMPARE(implicitDecisionDay(Silence::Rejection, received, {asked}), QDate(2027, 3, 10));
        QCOMPARE(implicitDecisionDay(Silence::Acceptance, received, {asked}), QDate(2027, 3, 30));
        asked.to = {};
        QCOMPARE(implicitDecisionDay(Silence::Rejection, received, {asked}), QDate(2027, 3, 10));
        QCOMPARE(implicitDecisionDay(Silence::Acceptance, received, {asked}), QDate());
        QCOMPARE(suspensionsFrom(toJson({asked})), QList{asked});
        const Suspension late{QDate(2027, 6, 1), QDate(2027, 6, 30), wait.reason}; // the decision is there already
        QCOMPARE(implicitDecisionDay(Silence::Rejection, received, {late}), QDate(2027, 2, 28));
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
        QCOMPARE(delayOf(true, false, {}, friday, c).state, DelayState::None); // not "tomorrow"
        QVERIFY(!delayOf(true, false, {}, friday, c).counts());
    }
};

QTEST_APPLESS_MAIN(TestWorkingCalendar)
#include "tst_workingcalendar.moc"
