#include "domain/servicepolicy.h"
#include "domain/suspension.h"
#include "hub/dailywork.h"
#include "protocol/codec.h"
#include "testtown.h"

#include <QtCore/QTimeZone>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What the hub does by itself: reminders and escalations, planned absences, cases of closed services. Once, whatever stops it.
class TestDailyRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>();
        goTo(2026, 11, 16);
        m_direction = add(Unit{}, [](Unit &unit) { unit.level = UnitLevel::Directorate; });
        m_service = add(Unit{}, [this](Unit &unit) { unit.parent = m_direction; });
        m_referent = person(Role::Referent, {m_service});
        m_head = person(Role::Head, {m_service});
        m_director = person(Role::Head, {m_service, m_town->newId()});
        patch(Kind::Unit, m_direction, {{u"head"_s, idText(m_director)}});
        m_request = request({{u"due_on"_s, u"2026-11-17"_s}});
    }

    void remindsThenEscalates()
    {
        QCOMPARE(run().reminded, 1); // the day before
        auto given = reminders();
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.first().to, m_referent);
        QCOMPARE(given.first().level, ReminderLevel::Referent);
        QCOMPARE(given.first().dueOn, QDate(2026, 11, 17));
        goTo(2026, 11, 17);
        QCOMPARE(run().reminded, 1);
        goTo(2026, 11, 18);
        QCOMPARE(run().escalated, 1);
        QCOMPARE(reminders().last().to, m_head);
        goTo(2026, 11, 24);
        QCOMPARE(run().escalated, 1);
        QCOMPARE(reminders().last().to, m_director);
        goTo(2027, 5, 3);
        QCOMPARE(run().escalated, 0);
        QCOMPARE(reminders().size(), 4);
    }

    //! The referent is away, who stands for them too, and so on up: told to nobody is not told. Whoever is back first hears of
    //! it.
    void whileAllAreAwayNobodyIsToldAndNothingIsLost()
    {
        const Id deputy = person(Role::Referent, {m_service}), second = person(Role::Referent, {m_service});
        const auto stands = [this](const Id &who, const Id &whom) {
            patch(Kind::User, who, {{u"stands_for"_s, QJsonArray{idText(whom)}}});
        };
        stands(deputy, m_referent);
        stands(second, deputy); // and for those whom that one stands for
        const auto away = [this](const Id &who, bool isAway) { patch(Kind::User, who, {{u"absent"_s, isAway}}); };
        for (const Id &each : {m_referent, deputy, second, m_head, m_director})
            away(each, true);
        QCOMPARE(run().reminded, 0);
        QVERIFY(reminders().isEmpty());
        away(second, false);
        QCOMPARE(run().reminded, 1);
        QCOMPARE(reminders().first().to, second);
        QCOMPARE(run().reminded, 0);
        goTo(2026, 11, 17);
        away(second, true);
        away(m_head, false);
        QCOMPARE(run().reminded, 1);
        QCOMPARE(reminders().last().to, m_head);
    }

    //! The points are the service's own.
    void aServiceSetsItsPoints()
    {
        ServicePolicy policy;
        policy.reminders = {{-3, ReminderLevel::Referent}, {5, ReminderLevel::Head}};
        patch(Kind::Unit, m_service, {{u"policy"_s, toJson(policy)}});
        goTo(2026, 11, 12); // the third working day before
        QCOMPARE(run().reminded, 1);
        for (const int day : {16, 17, 18, 19, 20, 23}) {
            goTo(2026, 11, day);
            const DailyReport report = run();
            QCOMPARE(report.reminded + report.escalated, 0);
        }
        goTo(2026, 11, 24); // the fifth working day after
        QCOMPARE(run().escalated, 1);
        QCOMPARE(reminders().last().to, m_head);
    }

    void aRunThatIsRepeatedDoesNothing()
    {
        run();
        const auto before = m_town->head();
        const DailyReport again = run();
        QCOMPARE(again.looked, 1);
        QCOMPARE(again.reminded + again.escalated + again.moved + again.absences, 0);
        QCOMPARE(m_town->head(), before);
    }

    //! "the hub is stopped over a weekend of reminders": one for each case, the highest that is reached.
    void afterAStopOnlyTheLastPointIsTold()
    {
        goTo(2026, 11, 24);
        const DailyReport report = run();
        QCOMPARE(report.reminded, 0);
        QCOMPARE(report.escalated, 1);
        QCOMPARE(reminders().size(), 1);
        QCOMPARE(reminders().first().level, ReminderLevel::Director);
    }

    void anotherPromisedDayIsRemindedAnew()
    {
        run();
        patch(Kind::Request, m_request, {{u"due_on"_s, u"2026-11-25"_s}});
        QCOMPARE(run().reminded, 0);
        goTo(2026, 11, 24);
        QCOMPARE(run().reminded, 1);
    }

    void whatIsDoneOrWaitsIsLeftAlone()
    {
        goTo(2026, 11, 30);
        patch(Kind::Request, m_request, {{u"status"_s, u"waiting"_s}, {u"reason"_s, u"missing_documents"_s}});
        QCOMPARE(run().escalated, 0);
        patch(Kind::Request, m_request, {{u"status"_s, u"answered"_s}, {u"reason"_s, QJsonValue()}});
        const DailyReport report = run();
        QCOMPARE(report.looked, 0);
        QCOMPARE(report.escalated, 0);
    }

    void plannedAbsencesBeginAndEnd()
    {
        patch(Kind::User, m_referent,
              {{u"absences"_s, QJsonArray{QJsonObject{{u"from"_s, u"2026-11-17"_s}, {u"to"_s, u"2026-11-20"_s}}}}});
        run();
        QVERIFY(!user(m_referent).absent);
        goTo(2026, 11, 17);
        QCOMPARE(run().absences, 1);
        QVERIFY(user(m_referent).absent);
        QCOMPARE(reminders().last().to, m_head);               // nobody stands for them
        patch(Kind::User, m_referent, {{u"absent"_s, false}}); // back for a day, by their own hand
        QCOMPARE(run().absences, 0);
        QVERIFY(!user(m_referent).absent);
        patch(Kind::User, m_referent, {{u"absent"_s, true}});
        goTo(2026, 12, 7); // the hub stood still meanwhile
        QCOMPARE(run().absences, 1);
        QVERIFY(!user(m_referent).absent);
        QCOMPARE(run().absences, 0);
        patch(Kind::User, m_referent, {{u"absent"_s, true}}); // said by hand: it lasts
        run();
        QVERIFY(user(m_referent).absent);
    }

    //! "a service is closed with open cases"
    void aClosedServiceHandsItsCasesOver()
    {
        const Id next = add(Unit{}, [](Unit &) {});
        const Id other = person(Role::Referent, {next});
        patch(Kind::Unit, next, {{u"referents"_s, QJsonObject{{u"*"_s, idText(other)}}}});
        const Id done = request({{u"status"_s, u"closed"_s}, {u"reason"_s, u"done"_s}});
        patch(Kind::Unit, m_service, {{u"closed"_s, true}});
        QCOMPARE(run().moved, 0); // nobody takes over yet
        patch(Kind::Unit, m_service, {{u"successor"_s, idText(next)}});
        QCOMPARE(run().moved, 1);
        const auto moved = fromDocument<Request>(m_request, document(Kind::Request, m_request));
        QCOMPARE(moved.service, next);
        QCOMPARE(moved.assignee, other);
        QCOMPARE(moved.status, RequestStatus::Assigned);
        QCOMPARE(fromDocument<Request>(done, document(Kind::Request, done)).service, m_service);
        QCOMPARE(run().moved, 0);
        // What hangs on it has moved too: the old service's referent sees neither.
        m_town->store
            ->read([&](HubReader &reader) -> Status {
                return reader.family(m_request, [&](const EntityRow &row) {
                    if (row.scope.service != next)
                        qFatal("left behind");
                    return true;
                });
            })
            .value();
    }

    //! Among the successor's referents as it always shares: by what each has, and with what this run gives out.
    void aClosedServicesCasesAreSharedOut()
    {
        const Id next = add(Unit{}, [](Unit &unit) { unit.assignment = Assignment::Balanced; });
        const Id one = person(Role::Referent, {next}), two = person(Role::Referent, {next});
        const Id busy = request({{u"service"_s, idText(next)}, {u"assignee"_s, idText(one)}});
        Q_UNUSED(busy)
        QList<Id> all{m_request};
        for (int i = 0; i < 4; ++i)
            all.append(request({}));
        patch(Kind::Unit, m_service, {{u"closed"_s, true}, {u"successor"_s, idText(next)}});
        QCOMPARE(run().moved, 5);
        QHash<Id, int> given;
        for (const Id &id : all)
            ++given[fromDocument<Request>(id, document(Kind::Request, id)).assignee];
        QCOMPARE(given.value(one), 2); // with the one that was theirs: three each
        QCOMPARE(given.value(two), 3);
    }

    //! What the citizen owes is owed to the successor too: the time stays suspended (CRPA L. 114-5).
    void aClosedServiceHandsOverWhatWaitsAsItIs()
    {
        const Id next = add(Unit{}, [](Unit &) {});
        const auto wait = [this](const Id &id, const QString &reason) {
            patch(Kind::Request, id,
                  {{u"status"_s, u"waiting"_s},
                   {u"reason"_s, reason},
                   {u"missing"_s, QJsonArray{u"Plan de situation"_s}},
                   {u"suspensions"_s, QJsonArray{QJsonObject{{u"from"_s, u"2026-11-16"_s}, {u"reason"_s, reason}}}}});
            return document(Kind::Request, id);
        };
        QJsonObject before = wait(m_request, u"missing_documents"_s);
        const Id contractor = request({});
        patch(Kind::Request, contractor, {{u"status"_s, u"waiting"_s}, {u"reason"_s, u"contractor"_s}});
        goTo(2026, 11, 30);
        patch(Kind::Unit, m_service, {{u"closed"_s, true}, {u"successor"_s, idText(next)}});
        const DailyReport report = run();
        QCOMPARE(report.moved, 2);
        QCOMPARE(report.reminded + report.escalated, 0);
        before.insert(u"service"_s, idText(next));
        before.remove(u"assignee"_s);
        QCOMPARE(document(Kind::Request, m_request), before);
        const auto other = fromDocument<Request>(contractor, document(Kind::Request, contractor));
        QCOMPARE(other.status, RequestStatus::Assigned); // the one before waited for its own contractor
        QVERIFY(other.reason.isEmpty());
    }

    //! The promise runs anew, and so do its reminders: also where the new day is one that was reminded of before.
    void aReopenedRequestIsRemindedAnew()
    {
        goTo(2026, 11, 24);
        QCOMPARE(run().escalated, 1); // the director, five days late
        patch(Kind::Request, m_request, {{u"status"_s, u"answered"_s}, {u"answered_at"_s, m_town->clock.now().ms}});
        goTo(2026, 12, 1);
        reopen(2);
        QCOMPARE(fromDocument<Request>(m_request, document(Kind::Request, m_request)).dueOn, QDate(2026, 12, 3));
        DailyReport report = run();
        QCOMPARE(report.reminded + report.escalated, 0);
        goTo(2026, 12, 2);
        QCOMPARE(run().reminded, 1);
        QCOMPARE(reminders().last().to, m_referent);
        goTo(2026, 12, 10);
        QCOMPARE(run().escalated, 1);
        // Answered and opened again with the same promised day.
        patch(Kind::Request, m_request, {{u"status"_s, u"answered"_s}, {u"answered_at"_s, m_town->clock.now().ms}});
        reopen(2);
        patch(Kind::Request, m_request, {{u"due_on"_s, u"2026-12-03"_s}});
        QCOMPARE(run().escalated, 1);
        QCOMPARE(run().escalated, 0);
    }

    //! Between the look and the deed somebody answers, or gives another day: what stands then counts.
    void whatChangedSinceTheLookDecides()
    {
        const Id next = add(Unit{}, [](Unit &) {});
        const Id later = request({{u"due_on"_s, u"2026-11-17"_s}});
        goTo(2026, 11, 24);
        patch(Kind::Unit, m_service, {{u"closed"_s, true}, {u"successor"_s, idText(next)}});
        const auto report = m_town->hub.runDaily([&] {
            patch(Kind::Request, m_request, {{u"status"_s, u"answered"_s}});
            patch(Kind::Request, later, {{u"due_on"_s, u"2026-12-24"_s}});
            return true;
        });
        QVERIFY(report);
        QCOMPARE(report->escalated + report->reminded, 0);
        QCOMPARE(report->moved, 1);
        QCOMPARE(fromDocument<Request>(m_request, document(Kind::Request, m_request)).status, RequestStatus::Answered);
        QCOMPARE(fromDocument<Request>(m_request, document(Kind::Request, m_request)).service, m_service);
    }

    //! Cut off at any access to the disk, and made again: each reminder once, the chain whole.
    void failsAtTheNthAccessAndLosesNothing()
    {
        for (int i = 0; i < 20; ++i)
            request({{u"due_on"_s, u"2026-11-17"_s}});
        goTo(2026, 11, 18);
        for (int n = 1; n < 200; n += 7) {
            int left = n;
            m_town->store->setFaultInjector(
                [&left]() -> std::optional<int> { return --left == 0 ? std::optional(10) : std::nullopt; });
            const auto cut = m_town->hub.runDaily();
            m_town->store->setFaultInjector({});
            if (cut)
                break;
            QVERIFY(m_town->hub.verify().value().firstBroken == 0);
        }
        run();
        QCOMPARE(reminders().size(), 21);
        QCOMPARE(run().escalated, 0);
    }

    void canBeStoppedAndGoesOnLater()
    {
        for (int i = 0; i < 900; ++i)
            request({{u"due_on"_s, u"2026-11-17"_s}});
        goTo(2026, 11, 18);
        int asked = 0;
        const auto report = m_town->hub.runDaily([&asked] { return ++asked < 2; });
        QVERIFY(report);
        QVERIFY(!report->isWhole);
        QCOMPARE(report->escalated, 400);
        QCOMPARE(run().escalated, 501);
    }

    //! The town's morning, wherever the machine stands; and at once after a start.
    void theDayBeginsAtFiveInTheTown_data()
    {
        QTest::addColumn<QString>("zone");
        for (const QString &zone : {u"Europe/Paris"_s, u"Indian/Reunion"_s, u"America/Martinique"_s, u"Pacific/Noumea"_s})
            QTest::newRow(qPrintable(zone)) << zone;
    }

    void theDayBeginsAtFiveInTheTown()
    {
        QFETCH(QString, zone);
        add(Calendar{}, [&zone](Calendar &calendar) { calendar.zone = zone; });
        const auto at = [&](int day, int hour, int minute) {
            m_town->clock.set(
                {QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone(zone.toUtf8())).toMSecsSinceEpoch()});
        };
        bool goesOn = true;
        DailyWork work(m_town->hub, m_town->clock, [&goesOn] { return goesOn; });
        at(16, 4, 59);
        auto ran = work.doWhatIsDue(); // it may have stood still yesterday
        QVERIFY(ran && *ran);
        QVERIFY(!work.doWhatIsDue());
        at(16, 5, 0);
        ran = work.doWhatIsDue();
        QVERIFY(ran && *ran);
        at(16, 23, 59);
        QVERIFY(!work.doWhatIsDue());
        at(17, 4, 59);
        QVERIFY(!work.doWhatIsDue());
        at(17, 5, 0);
        goesOn = false; // asked to stop in the middle
        ran = work.doWhatIsDue();
        QVERIFY(ran && *ran && !(*ran)->isWhole);
        goesOn = true;
        ran = work.doWhatIsDue();
        QVERIFY(ran && *ran && (*ran)->isWhole);
        QVERIFY(!work.doWhatIsDue());
    }

private:
    void goTo(int year, int month, int day)
    {
        m_town->clock.set({QDateTime(QDate(year, month, day), QTime(6, 0), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()});
    }

    template <typename T, typename Fn>
    Id add(T record, Fn fill)
    {
        record.id = m_town->newId();
        fill(record);
        intake({Verb::Create, T::kind, record.id, toDocument(record), {}, {}});
        return record.id;
    }

    Id person(Role role, const IdSet &services) { return m_town->agent(role, services).user.id; }

    Id request(QJsonObject fields)
    {
        const Id id = m_town->newId();
        const QJsonObject usual{{u"subject"_s, u"Fuite"_s},
                                {u"status"_s, u"assigned"_s},
                                {u"service"_s, idText(m_service)},
                                {u"assignee"_s, idText(m_referent)},
                                {u"received_at"_s, m_town->clock.now().ms}};
        for (auto it = usual.begin(); it != usual.end(); ++it) {
            if (!fields.contains(it.key()))
                fields.insert(it.key(), it.value());
        }
        intake({Verb::Create, Kind::Request, id, fields, {}, {}});
        return id;
    }

    //! As a desk does it, on this day.
    void reopen(int workingDays)
    {
        const WorkingCalendar calendar;
        const auto request = fromDocument<Request>(m_request, document(Kind::Request, m_request));
        QJsonObject set = reopenedChanges(request, workingDays, calendar.localDay(m_town->clock.now()), calendar);
        set.insert(u"status"_s, u"reopened"_s);
        set.insert(u"reason"_s, u"not_solved"_s);
        set.insert(u"answered_at"_s, QJsonValue());
        patch(Kind::Request, m_request, set);
    }

    void patch(Kind kind, const Id &id, const QJsonObject &set) { intake({Verb::Patch, kind, id, set, {}, {}}); }

    void intake(const IntakeRecord &record)
    {
        if (!m_town->hub.intake({record}))
            qFatal("not taken in");
    }

    DailyReport run()
    {
        const auto report = m_town->hub.runDaily();
        if (!report)
            qFatal("the run failed: %s", qPrintable(report.error().detail));
        return *report;
    }

    QJsonObject document(Kind kind, const Id &id)
    {
        QJsonObject found;
        const Status read = m_town->store->read([&](HubReader &reader) -> Status {
            found = documentOf(*reader.entity(kind, id).value()).value();
            return success();
        });
        return read ? found : QJsonObject();
    }

    User user(const Id &id) { return fromDocument<User>(id, document(Kind::User, id)); }

    //! In the order in which they were given.
    QList<Reminder> reminders()
    {
        QList<Reminder> list;
        const Status read = m_town->store->read([&](HubReader &reader) {
            return reader.changesAfter(0, [&](const ChangeRow &row) {
                if (row.kind == Kind::Reminder)
                    list.append(fromDocument<Reminder>(row.id, parseObject(row.fields).value()));
                return true;
            });
        });
        return read ? list : QList<Reminder>();
    }

    std::unique_ptr<TestTown> m_town;
    Id m_direction, m_service, m_referent, m_head, m_director, m_request;
};

QTEST_GUILESS_MAIN(TestDailyRun)
#include "tst_dailyrun.moc"
