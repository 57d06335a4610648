#include "presentation/timelinemodel.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TimelineModelTest final : public QObject
{
    Q_OBJECT

private:
    static RequestDetail detail()
    {
        RequestDetail detail;
        detail.request.id = QUuid::createUuid();
        detail.request.channel = Channel::Letter;
        detail.request.receivedAt = {1'000};
        detail.request.createdBy = QUuid::createUuid();
        return detail;
    }

private Q_SLOTS:
    void theBeginIsToldEvenIfOnlyTheRecordCame()
    {
        const RequestDetail first = detail();
        const QList<TimelineEntry> entries = timelineOf(first);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].what, TimelineEntry::What::Created);
        QCOMPARE(entries[0].at, Instant{1'000});
        QCOMPARE(entries[0].author, first.request.createdBy);
        QCOMPARE(entries[0].channel, Channel::Letter);
    }

    void theBeginIsToldOnce()
    {
        RequestDetail later = detail();
        Change creation;
        creation.op = ChangeOp::Create;
        creation.id = later.request.id;
        creation.actor = QUuid::createUuid();
        creation.at = {2'000};
        later.history = {creation};
        const QList<TimelineEntry> entries = timelineOf(later);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].author, creation.actor);
        QCOMPARE(entries[0].at, creation.at);
    }

    //! "escalation is an event in the timeline"
    void remindersAndEscalations()
    {
        RequestDetail late = detail();
        Reminder reminder;
        reminder.id = QUuid::createUuid();
        reminder.at = {2'000};
        reminder.to = QUuid::createUuid();
        reminder.dueOn = QDate(2026, 11, 17);
        Reminder escalation = reminder;
        escalation.id = QUuid::createUuid();
        escalation.at = {3'000};
        escalation.level = ReminderLevel::Director;
        escalation.to = QUuid::createUuid();
        late.reminders = {reminder, escalation};
        const QList<TimelineEntry> entries = timelineOf(late);
        QCOMPARE(entries.size(), 3);
        for (const auto &[place, given] : {std::pair(0, escalation), std::pair(1, reminder)}) {
            const TimelineEntry &entry = entries[place];
            QCOMPARE(entry.what, TimelineEntry::What::Reminder);
            QCOMPARE(entry.id, given.id);
            QCOMPARE(entry.at, given.at);
            QCOMPARE(entry.level, given.level);
            QCOMPARE(entry.to, given.to);
            QCOMPARE(entry.dueOn, given.dueOn);
            QVERIFY(entry.author.isNull()); // the hub
        }
    }

    //! A reply tells how it stands until it goes out; then what went out tells, where it came to its state.
    void repliesAndWhatWentOut()
    {
        RequestDetail answered = detail();
        Reply reply;
        reply.id = QUuid::createUuid();
        reply.at = {2'000};
        reply.author = QUuid::createUuid();
        reply.subject = u"Votre demande"_s;
        ReplyDecision refusal;
        refusal.act = ReplyAct::Refused;
        refusal.by = QUuid::createUuid();
        refusal.at = {5'000};
        refusal.text = u"Ton trop sec"_s;
        Reply refused = reply;
        refused.id = QUuid::createUuid();
        refused.state = ReplyState::Refused;
        refused.decisions = {decisionText(refusal)};
        reply.state = ReplyState::Approved;
        Dispatch sent;
        sent.id = QUuid::createUuid();
        sent.reply = reply.id;
        sent.queuedAt = {3'000};
        sent.changedAt = {4'000};
        sent.state = DispatchState::Sent;
        answered.replies = {reply, refused};
        answered.dispatches = {sent};
        const QList<TimelineEntry> entries = timelineOf(answered);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].what, TimelineEntry::What::Reply);
        QCOMPARE(entries[0].reason, u"Ton trop sec"_s);
        QCOMPARE(entries[0].author, refusal.by);
        QCOMPARE(entries[1].what, TimelineEntry::What::Dispatch);
        QCOMPARE(entries[1].at, Instant{4'000});
        QCOMPARE(entries[1].dispatch, sent);
        answered.dispatches.first().state = DispatchState::Cancelled;
        QCOMPARE(timelineOf(answered).size(), 4); // approved, and nothing is out
    }

    //! A mission stands where it was given, its report where it came; what a note says beside it is not said twice.
    void missionsAndTheirReports()
    {
        RequestDetail looked = detail();
        Mission open;
        open.id = QUuid::createUuid();
        open.at = {3'000};
        open.author = QUuid::createUuid();
        Mission done = open;
        done.id = QUuid::createUuid();
        done.state = MissionState::Done;
        done.patroller = QUuid::createUuid();
        done.reportedAt = {5'000};
        looked.missions = {{done, 1, {}, false}, {open, 1, {}, true}};
        QList<TimelineEntry> entries = timelineOf(looked);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].mission, done);
        QCOMPARE(entries[0].author, done.patroller);
        QCOMPARE(entries[0].at, done.reportedAt);
        QVERIFY(!entries[0].isTold && !entries[0].isPending);
        QCOMPARE(entries[1].author, open.author);
        QVERIFY(entries[1].isPending);
        Note words;
        words.author = done.patroller;
        words.at = done.reportedAt;
        looked.notes = {words};
        entries = timelineOf(looked);
        QCOMPARE(std::count_if(entries.begin(), entries.end(), [](const TimelineEntry &e) { return e.isTold; }), 1);
    }
};

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "tst_timelinemodel.moc"
