#include "domain/servicepolicy.h"
#include "domain/suspension.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Id id(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name);
}

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

} // namespace

//! When somebody is reminded, and who.
class TestServicePolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_request = {};
        m_request.id = id(u"request"_s);
        m_request.status = RequestStatus::Assigned;
        m_request.receivedAt = {QDateTime(QDate(2026, 11, 2), QTime(10, 0), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()};
        m_request.dueOn = day(u"2026-11-17"_s); // ten working days, one of them the Armistice
    }

    void isReadAsItIsWritten()
    {
        const ServicePolicy policy{Alerts::None, 2, 8, {{1, ReminderLevel::Head}, {4, ReminderLevel::Director}}};
        QCOMPARE(policyFrom(toJson(policy)), policy);
        QCOMPARE(policyFrom({}), usualPolicy());
        QCOMPARE(policyFrom({{u"alerts"_s, u"by drum"_s}, {u"answer_within"_s, -5}}).answerWithin, 0);
        QCOMPARE(policyFrom({{u"reminders"_s, QJsonArray()}}).reminders.size(), 0);
        QVERIFY(faultsOf(usualPolicy()).isEmpty());
    }

    void faultsAreTold()
    {
        ServicePolicy policy;
        policy.lookEvery = 9;
        policy.answerWithin = 8;
        QCOMPARE(faultsOf(policy), QList{PolicyFault::LookAfterAnswer});
        policy = {Alerts::AtOnce, 0, 0, {{1, ReminderLevel::Head}, {1, ReminderLevel::Head}}};
        QCOMPARE(faultsOf(policy), QList{PolicyFault::SameDay});
        policy.reminders = {{0, ReminderLevel::Director}, {2, ReminderLevel::Referent}};
        QCOMPARE(faultsOf(policy), QList{PolicyFault::HigherBeforeLower});
    }

    void isInheritedFromTheUnitsAbove()
    {
        QHash<Id, QJsonObject> units;
        const Lookup lookup = [&](Kind, const Id &unit) -> std::optional<QJsonObject> {
            return units.contains(unit) ? std::optional(units.value(unit)) : std::nullopt;
        };
        units.insert(id(u"service"_s), {{u"parent"_s, idText(id(u"direction"_s))}});
        units.insert(id(u"direction"_s),
                     {{u"policy"_s, QJsonObject{{u"alerts"_s, u"digest"_s}}}, {u"parent"_s, idText(id(u"direction"_s))}});
        QCOMPARE(policyFor(id(u"service"_s), lookup).alerts, Alerts::Digest);
        units.insert(id(u"direction"_s), {{u"parent"_s, idText(id(u"direction"_s))}}); // its own parent
        QCOMPARE(policyFor(id(u"service"_s), lookup), usualPolicy());
    }

    void theLastPointReachedCounts_data()
    {
        QTest::addColumn<QString>("today");
        QTest::addColumn<int>("days"); // 99: none
        QTest::newRow("in time") << u"2026-11-13"_s << 99;
        QTest::newRow("the day before") << u"2026-11-16"_s << -1;
        QTest::newRow("today") << u"2026-11-17"_s << 0;
        QTest::newRow("a day late") << u"2026-11-18"_s << 1;
        QTest::newRow("over a weekend") << u"2026-11-23"_s << 1;
        QTest::newRow("five working days late") << u"2026-11-24"_s << 5;
        QTest::newRow("months late") << u"2027-03-01"_s << 5;
    }
    void theLastPointReachedCounts()
    {
        QFETCH(QString, today);
        QFETCH(int, days);
        const auto point = reachedPoint(m_request, usualPolicy(), m_calendar, day(today));
        QCOMPARE(point ? point->days : 99, days);
    }

    void nobodyIsRemindedWhileTheCitizenIsWaitedFor()
    {
        const QDate late = day(u"2026-12-24"_s);
        QVERIFY(reachedPoint(m_request, usualPolicy(), m_calendar, late));
        m_request.status = RequestStatus::Waiting;
        m_request.reason = u"missing_documents"_s;
        QVERIFY(!reachedPoint(m_request, usualPolicy(), m_calendar, late));
        m_request.reason = u"contractor"_s; // the town's own affair
        QVERIFY(reachedPoint(m_request, usualPolicy(), m_calendar, late));
        m_request.status = RequestStatus::Answered;
        QVERIFY(!reachedPoint(m_request, usualPolicy(), m_calendar, late));
    }

    //! "some services ask for no alerts and poll instead (every 2 days, answer within 8)"
    void aServiceWithoutAlertsIsMeasuredByItsOwnDays()
    {
        const ServicePolicy policy{Alerts::None, 2, 8, {{0, ReminderLevel::Referent}, {1, ReminderLevel::Head}}};
        QCOMPARE(chasedDay(m_request, policy, m_calendar), day(u"2026-11-13"_s));
        QVERIFY(!reachedPoint(m_request, policy, m_calendar, day(u"2026-11-13"_s)));
        QCOMPARE(reachedPoint(m_request, policy, m_calendar, day(u"2026-11-16"_s))->level, ReminderLevel::Head);
        m_request.dueOn = day(u"2026-11-04"_s); // what was promised to the citizen comes first
        QCOMPARE(chasedDay(m_request, policy, m_calendar), day(u"2026-11-04"_s));
    }

    //! "as for a new request", by the promise and by the days of the service alike
    void aReopenedRequestIsMeasuredFromItsReopening()
    {
        m_request.closedAt = {m_request.receivedAt.ms + 3 * 86'400'000LL};
        m_request.status = RequestStatus::Reopened;
        const QJsonObject changes = reopenedChanges(m_request, 10, day(u"2026-12-01"_s), m_calendar);
        QCOMPARE(changes.value(u"due_on"_s).toString(), u"2026-12-15"_s);
        m_request.dueOn = day(u"2026-12-15"_s);
        m_request.suspensions = changes.value(u"suspensions"_s).toArray();
        const ServicePolicy policy{Alerts::None, 2, 8, {{1, ReminderLevel::Head}}};
        QCOMPARE(chasedDay(m_request, policy, m_calendar), day(u"2026-12-11"_s));
        const QJsonObject wait =
            clockChanges(m_request, RequestStatus::Waiting, u"missing_documents"_s, day(u"2026-12-02"_s), m_calendar);
        m_request.suspensions = wait.value(u"suspensions"_s).toArray();
        const QJsonObject on = clockChanges(m_request, RequestStatus::InProgress, {}, day(u"2026-12-04"_s), m_calendar);
        QCOMPARE(on.value(u"due_on"_s).toString(), u"2026-12-17"_s);
        m_request.suspensions = on.value(u"suspensions"_s).toArray();
        const Term term = termOf(m_request, m_calendar);
        QCOMPARE(reopeningsOf(m_request), 1);
        QCOMPARE(m_calendar.dueDate(term.begin, 10, term.suspensions).day, day(u"2026-12-17"_s));
        // For the law it is the request that it was.
        QCOMPARE(implicitDecisionDay(Silence::Acceptance, day(u"2026-11-02"_s),
                                     suspensionsFrom(changes.value(u"suspensions"_s).toArray())),
                 day(u"2027-01-02"_s));
    }

    void theSameIsRemindedOnce()
    {
        const ReminderPoint point{1, ReminderLevel::Head};
        QCOMPARE(reminderId(m_request, m_request.dueOn, point), reminderId(m_request, m_request.dueOn, point));
        Request other = m_request, reopened = m_request, again = m_request;
        other.id = id(u"other"_s);
        const Suspension opened{m_request.dueOn, m_request.dueOn, reopening()};
        reopened.suspensions = toJson({opened});
        again.suspensions = toJson({opened, opened});
        QSet<Id> ids{reminderId(m_request, m_request.dueOn, point),
                     reminderId(m_request, m_request.dueOn.addDays(1), point),
                     reminderId(other, m_request.dueOn, point),
                     reminderId(reopened, m_request.dueOn, point),
                     reminderId(again, m_request.dueOn, point),
                     reminderId(m_request, m_request.dueOn, {1, ReminderLevel::Director}),
                     reminderId(m_request, m_request.dueOn, {2, ReminderLevel::Head})};
        QCOMPARE(ids.size(), 7);
    }

    void whoIsThereIsReminded()
    {
        Unit service, direction;
        service.id = id(u"service"_s);
        service.parent = id(u"direction"_s);
        direction.id = id(u"direction"_s);
        direction.level = UnitLevel::Directorate;
        direction.head = id(u"director"_s);
        service.head = id(u"head"_s);
        QList<User> users;
        for (const QString &name : {u"referent"_s, u"deputy"_s, u"head"_s, u"director"_s}) {
            User user;
            user.id = id(name);
            user.name = name;
            user.roles = {u"referent"_s};
            user.services = {service.id};
            users.append(user);
        }
        m_request.service = service.id;
        m_request.assignee = id(u"referent"_s);
        const auto to = [&](ReminderLevel level) {
            return recipientOf(level, m_request, Routing({service, direction}, {}, users, {}), day(u"2026-11-17"_s));
        };
        QCOMPARE(to(ReminderLevel::Referent), id(u"referent"_s));
        QCOMPARE(to(ReminderLevel::Head), id(u"head"_s));
        QCOMPARE(to(ReminderLevel::Director), id(u"director"_s));
        users[0].absent = true;
        QCOMPARE(to(ReminderLevel::Referent), id(u"head"_s)); // nobody stands for them
        users[1].standsFor = {id(u"referent"_s)};
        QCOMPARE(to(ReminderLevel::Referent), id(u"deputy"_s));
        m_request.confidential = true; // the deputy may not see it
        users[2].cleared = users[3].cleared = true;
        QCOMPARE(to(ReminderLevel::Referent), id(u"head"_s));
        m_request.confidential = false;
        users[1].services = {id(u"elsewhere"_s)};
        QCOMPARE(to(ReminderLevel::Referent), id(u"head"_s));
        m_request.assignee = {};
        QCOMPARE(to(ReminderLevel::Referent), id(u"head"_s));
        users[2].absent = true;
        QCOMPARE(to(ReminderLevel::Head), id(u"director"_s));
        users[3].disabled = true;
        QVERIFY(to(ReminderLevel::Director).isNull());
    }

private:
    WorkingCalendar m_calendar;
    Request m_request;
};

QTEST_GUILESS_MAIN(TestServicePolicy)
#include "tst_servicepolicy.moc"
