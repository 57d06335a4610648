#include "storekit.h"

#include "store/noticequery.h"

using namespace parvis;
using namespace parvis::storekit;

//! What an agent is told of.
class TestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_seq = 0;
        m_pending.clear();
    }

    void whatConcernsTheAgentAndNothingElse()
    {
        for (int n = 1; n <= 4; ++n)
            add(ChangeOp::Create, Kind::Request, requestId(n),
                {{u"subject"_s, u"Fuite"_s}, {u"number"_s, u"2026-00000%1"_s.arg(n)}, {u"status"_s, u"assigned"_s}});
        assign(1, me); // by another
        assign(2, other);
        assign(3, me);
        assign(3, other); // no longer mine
        remind(4, me, u"referent"_s);
        remind(4, other, u"head"_s);
        note(2, u"Vu avec @M.Roussel hier"_s, other);
        note(2, u"@m.rousselle est une autre"_s, other);
        note(2, u"@m.roussel : à moi-même"_s, me);
        note(4, u"(@m.roussel, à voir.)"_s, other); // as people write it
        note(3, u"Écrire à x@m.roussel"_s, other);  // an address
        apply();
        const QList<Notice> notices = must(noticesFor(m_desk->store, me, u"m.roussel"_s, {1}, 10));
        QStringList told;
        for (const Notice &notice : notices)
            told.append(u"%1 %2"_s.arg(int(notice.what)).arg(notice.number));
        told.sort();
        QCOMPARE(told, (QStringList{u"0 2026-000001"_s, u"1 2026-000004"_s, u"3 2026-000002"_s, u"3 2026-000004"_s}));
    }

    //! What went to the citizen and did not arrive is for the referent and for who wrote it.
    void whatDidNotArriveIsTold()
    {
        for (int n = 1; n <= 4; ++n)
            add(ChangeOp::Create, Kind::Request, requestId(n),
                {{u"subject"_s, u"Fuite"_s}, {u"number"_s, QString::number(n)}, {u"assignee"_s, idText(n == 1 ? me : other)}});
        const Id reply = storekit::id(20, 1);
        add(ChangeOp::Create, Kind::Reply, reply, {{u"request"_s, idText(requestId(2))}, {u"author"_s, idText(me)}});
        const auto send = [&](int n, const QString &state, const QString &purpose, const Id &of = {}) {
            add(ChangeOp::Create, Kind::Dispatch, storekit::id(21, int(m_seq)),
                {{u"request"_s, idText(requestId(n))},
                 {u"reply"_s, of.isNull() ? QJsonValue() : QJsonValue(idText(of))},
                 {u"purpose"_s, purpose},
                 {u"state"_s, state},
                 {u"changed_at"_s, 1'795'000'000'000 + m_seq}});
        };
        send(1, u"failed"_s, u"answer"_s);
        send(1, u"sent"_s, u"answer"_s);
        send(1, u"failed"_s, u"acknowledgement"_s); // the mail office's
        send(2, u"uncertain"_s, u"interim"_s, reply);
        send(3, u"failed"_s, u"answer"_s); // another's
        apply();
        QStringList numbers;
        const QList<Notice> notices = must(noticesFor(m_desk->store, me, {}, {1}, 10));
        for (const Notice &notice : notices) {
            if (notice.what == Notice::What::Undelivered)
                numbers.append(notice.number);
        }
        QCOMPARE(numbers, (QStringList{u"2"_s, u"1"_s}));
    }

    //! A referent's reminder goes with the case; a head's and a director's stay.
    void aReminderOfACaseThatWasGivenOnIsGone()
    {
        for (int n = 1; n <= 5; ++n)
            add(ChangeOp::Create, Kind::Request, requestId(n),
                {{u"subject"_s, u"Fuite"_s},
                 {u"number"_s, QString::number(n)},
                 {u"assignee"_s, idText(n == 2 ? other : me)},
                 {u"status"_s, u"assigned"_s}});
        for (int n = 1; n <= 5; ++n)
            remind(n, me, n == 4 ? u"head"_s : u"referent"_s); // the second one as who stands for the other
        apply();
        QCOMPARE(reminded(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
        assign(1, other);
        assign(2, userId(3));
        assign(4, other);
        add(ChangeOp::Patch, Kind::Request, requestId(5), {{u"assignee"_s, QJsonValue()}}); // to be assigned anew
        add(ChangeOp::Patch, Kind::Request, requestId(3), {{u"subject"_s, u"Grosse fuite"_s}});
        apply();
        QCOMPARE(reminded(), (QStringList{u"3"_s, u"4"_s}));
        assign(1, me); // and back
        apply();
        QCOMPARE(reminded(), (QStringList{u"1"_s, u"3"_s, u"4"_s}));
        // Given on at this desk, before the hub knows.
        m_desk->actor = {me, m_desk->store.device(), {Role::Ambassador}, {}, false};
        must(m_desk->store.submit({{Kind::Request, Verb::Patch, requestId(3), {{u"assignee"_s, idText(other)}}, {}, m_seq}},
                                  m_desk->actor));
        QCOMPARE(reminded(), (QStringList{u"1"_s, u"4"_s}));
    }

    void whatIsDoneOrLongAgoIsNotTold()
    {
        add(ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"Fuite"_s}, {u"status"_s, u"assigned"_s}});
        assign(1, me);
        remind(1, me, u"referent"_s);
        apply();
        QCOMPARE(must(noticesFor(m_desk->store, me, {}, {1}, 10)).size(), 2);
        QCOMPARE(must(noticesFor(m_desk->store, me, {}, {1}, 1)).size(), 1);
        QCOMPARE(must(noticesFor(m_desk->store, me, {}, {1'900'000'000'000}, 10)).size(), 0);
        add(ChangeOp::Patch, Kind::Request, requestId(1), {{u"status"_s, u"answered"_s}});
        apply();
        QCOMPARE(must(noticesFor(m_desk->store, me, {}, {1}, 10)).size(), 0);
    }

    //! Each part of the question goes through its index: ten years lie in these tables.
    void readsNoTableFromEndToEnd()
    {
        must(noticesFor(m_desk->store, me, u"m.roussel"_s, {1}, 10));
        int seen = 0;
        for (const QByteArray &sql : m_desk->store.database().statements()) {
            if (!sql.contains("INDEXED BY history_assignee") && !sql.contains("INDEXED BY reminder_to") &&
                !sql.contains("INDEXED BY note_at"))
                continue;
            ++seen;
            Statement plan = m_desk->store.database().prepare(QByteArray("EXPLAIN QUERY PLAN " + sql));
            for (auto row = plan.step(); row && *row; row = plan.step())
                QVERIFY2(!plan.text(3).startsWith(u"SCAN"_s), qPrintable(plan.text(3)));
        }
        QCOMPARE(seen, 3);
    }

private:
    const Id me = userId(1), other = userId(2);

    void add(ChangeOp op, Kind kind, const Id &id, const QJsonObject &fields, const Id &actor = {})
    {
        Change c = change(++m_seq, op, kind, id, fields);
        c.actor = actor.isNull() ? other : actor;
        m_pending.append(c);
    }
    void assign(int n, const Id &to) { add(ChangeOp::Patch, Kind::Request, requestId(n), {{u"assignee"_s, idText(to)}}); }
    void remind(int n, const Id &to, const QString &level)
    {
        add(ChangeOp::Create, Kind::Reminder, storekit::id(11, int(m_seq)),
            {{u"request"_s, idText(requestId(n))},
             {u"to_user"_s, idText(to)},
             {u"level"_s, level},
             {u"due_on"_s, u"2026-11-27"_s},
             {u"at"_s, 1'795'000'000'000 + m_seq}});
    }
    QStringList reminded()
    {
        QStringList numbers;
        const QList<Notice> notices = must(noticesFor(m_desk->store, me, {}, {1}, 10));
        for (const Notice &notice : notices) {
            if (notice.what == Notice::What::Reminded || notice.what == Notice::What::Escalated)
                numbers.append(notice.number);
        }
        numbers.sort();
        return numbers;
    }
    void note(int n, const QString &text, const Id &by)
    {
        add(ChangeOp::Create, Kind::Note, noteId(int(m_seq)),
            {{u"request"_s, idText(requestId(n))},
             {u"author"_s, idText(by)},
             {u"at"_s, 1'795'000'000'000 + m_seq},
             {u"text"_s, text}},
            by);
    }
    void apply()
    {
        ChangesPage page;
        page.changes = std::exchange(m_pending, {});
        page.next = {m_seq, "12345678"};
        must(m_desk->store.apply(page));
    }

    qint64 m_seq = 0;
    QList<Change> m_pending;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
