#include "ui_requests/requestwords.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! What the timeline says of replies and of what went out.
class TimelineWordsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_town.set(reference()); }

    void whatWentOut()
    {
        TimelineEntry entry;
        entry.what = TimelineEntry::What::Dispatch;
        entry.at = monday;
        entry.dispatch.channel = ReplyChannel::Letter;
        entry.dispatch.state = DispatchState::Sent;
        entry.dispatch.name = u"Mme Claire Dumont"_s;
        entry.dispatch.chrono = u"VILLE-D-2026-000007"_s;
        entry.author = id(u"rousseau"_s);
        EntryText text = said(entry);
        QCOMPARE(text.title, u"Answer, letter: posted"_s);
        QCOMPARE(text.body, u"To Mme Claire Dumont, n° VILLE-D-2026-000007"_s);
        QVERIFY(text.meta.startsWith(u"Marie Rousseau"_s));

        entry.author = {};
        entry.dispatch.channel = ReplyChannel::Email;
        entry.dispatch.purpose = DispatchPurpose::Acknowledgement;
        entry.dispatch.state = DispatchState::Failed;
        entry.dispatch.error = u"5.2.2"_s;
        text = said(entry);
        QCOMPARE(text.title, u"Acknowledgement, e-mail: failed"_s);
        QCOMPARE(text.tone, Tone::Late);
        QVERIFY(text.body.endsWith(u"It did not arrive: the mailbox is full (5.2.2)."_s));
        QVERIFY(text.meta.startsWith(u"the town"_s)); // the hub sends
    }

    void remindersAndEscalations()
    {
        TimelineEntry entry;
        entry.what = TimelineEntry::What::Reminder;
        entry.at = monday;
        entry.to = id(u"rousseau"_s);
        entry.dueOn = QDate(2026, 11, 20);
        EntryText text = said(entry);
        QCOMPARE(text.title, u"Reminder to Marie Rousseau"_s);
        QCOMPARE(text.icon, u"bell"_s);
        QVERIFY(text.body.startsWith(u"Promised for "_s) && text.body.contains(u"20"_s));
        entry.level = ReminderLevel::Head;
        text = said(entry);
        QCOMPARE(text.title, u"Escalated to Marie Rousseau, head of service"_s);
        QCOMPARE(text.tone, Tone::Late);
        entry.level = ReminderLevel::Director;
        QCOMPARE(said(entry).title, u"Escalated to Marie Rousseau, director"_s);
        entry.to = {};
        QCOMPARE(said(entry).title, u"Reminder: nobody is there to be told"_s);
    }

    void replies()
    {
        TimelineEntry entry;
        entry.what = TimelineEntry::What::Reply;
        entry.at = monday;
        entry.text = u"Votre lampadaire"_s;
        entry.replyState = ReplyState::InApproval;
        QCOMPARE(said(entry).title, u"Reply in the signature book"_s);
        QCOMPARE(said(entry).body, u"Votre lampadaire"_s);
        entry.replyState = ReplyState::Draft;
        entry.reason = u"Ton trop sec"_s;
        QCOMPARE(said(entry).title, u"Reply returned to its author"_s);
        QCOMPARE(said(entry).body, u"Reason: Ton trop sec\nVotre lampadaire"_s);
    }

private:
    EntryText said(const TimelineEntry &entry) const { return entryText(entry, m_town, QDate(2026, 11, 23)); }
    ReferenceData m_town;
};

QTEST_MAIN(TimelineWordsTest)
#include "tst_timelinewords.moc"
