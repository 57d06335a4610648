#include "presentation/csvlines.h"
#include "presentation/mailcontroller.h"
#include "store/blobs.h"
#include "testkit/property.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

namespace {

Dispatch dispatch(int n, ReplyChannel channel, DispatchState state = DispatchState::Queued)
{
    Dispatch d;
    d.id = id(u"dispatch %1"_s.arg(n));
    d.request = id(u"Lampadaire"_s);
    d.channel = channel;
    d.state = state;
    d.name = u"Citoyen %1"_s.arg(n);
    d.to = u"+33326000000"_s;
    d.lines = {u"3 rue du Pont"_s, u"51000 Ingeville"_s};
    d.subject = u"Votre lampadaire"_s;
    d.text = u"Il est réparé."_s;
    d.chrono = u"VILLE-D-2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    d.queuedAt = {monday.ms + n * 1000};
    return d;
}

} // namespace

//! What goes out, as the desk knows it, and what people do with it.
class TestMailController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_desk->take(request(u"Lampadaire"_s, u"eclairage"_s, RequestStatus::InProgress, {2026, 12, 1}));
        m_random = std::make_unique<QRandomGenerator>(5);
        m_mail = std::make_unique<MailController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, *m_random);
        m_tester =
            std::make_unique<QAbstractItemModelTester>(&m_mail->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_mail->setActor(m_desk->actor(u"rousseau"_s));
        m_saved = std::make_unique<QSignalSpy>(m_mail.get(), &MailController::saved);
        m_failed = std::make_unique<QSignalSpy>(m_mail.get(), &MailController::failed);
    }
    void cleanup()
    {
        m_tester.reset();
        m_mail.reset();
        m_desk.reset();
    }

    void everyListHoldsItsOwn()
    {
        give({dispatch(1, ReplyChannel::Letter), dispatch(2, ReplyChannel::Letter, DispatchState::Printed),
              dispatch(3, ReplyChannel::Phone), dispatch(4, ReplyChannel::Counter),
              dispatch(5, ReplyChannel::Email, DispatchState::Failed), dispatch(6, ReplyChannel::Email)});
        const auto shows = [this](MailView view) {
            m_mail->setView(view);
            QStringList names;
            for (int i = 0; i < m_mail->list().rowCount(); ++i)
                names.append(m_mail->list().row(i).dispatch.name.last(1));
            return names.join(QString());
        };
        m_mail->start();
        QTRY_COMPARE(m_mail->list().rowCount(), 6);
        QCOMPARE(m_mail->list().row(0).dispatch.name, u"Citoyen 6"_s); // the newest first
        QTRY_COMPARE(shows(MailView::ToPrint), u"1"_s);
        QTRY_COMPARE(shows(MailView::Printed), u"2"_s);
        QTRY_COMPARE(shows(MailView::ToCall), u"3"_s);
        QTRY_COMPARE(shows(MailView::Counter), u"4"_s);
        QTRY_COMPARE(shows(MailView::Trouble), u"5"_s);
        QTRY_COMPARE(m_mail->counts(), (DispatchCounts{1, 1, 1, 1, 1}));
    }

    void aLongRegisterComesInPages()
    {
        constexpr int many = 700;
        for (int n = 1; n <= many; ++n)
            m_desk->take(dispatch(n, ReplyChannel::Email, DispatchState::Sent));
        m_desk->flush();
        m_mail->start();
        MailListModel &list = m_mail->list();
        QTRY_COMPARE(list.rowCount(), MailListModel::firstPage);
        while (!list.isComplete()) {
            const int before = list.rowCount();
            list.fetchMore({}); // or somebody has asked already
            QTRY_VERIFY(list.rowCount() > before || list.isComplete());
        }
        QCOMPARE(list.rowCount(), many);
        QSet<Id> ids;
        for (int i = 0; i < many; ++i)
            ids.insert(list.row(i).dispatch.id);
        QCOMPARE(ids.size(), many);
        // What comes meanwhile stands where it belongs, once.
        m_desk->take(dispatch(many + 1, ReplyChannel::Sms));
        m_desk->flush();
        QTRY_COMPARE(list.rowCount(), many + 1);
        QCOMPARE(list.row(0).dispatch.name, u"Citoyen 701"_s);
    }

    void theFilterNarrows()
    {
        give({dispatch(1, ReplyChannel::Letter), dispatch(2, ReplyChannel::Email, DispatchState::Sent),
              dispatch(13, ReplyChannel::Email, DispatchState::Sent)});
        m_mail->start();
        QTRY_COMPARE(m_mail->list().rowCount(), 3);
        m_mail->setFilter({u"000013"_s});
        QTRY_COMPARE(m_mail->list().rowCount(), 1);
        m_mail->setFilter({u"répare"_s, ReplyChannel::Email});
        QTRY_COMPARE(m_mail->list().rowCount(), 2);
        m_mail->setFilter({{}, {}, DispatchState::Queued});
        QTRY_COMPARE(m_mail->list().rowCount(), 1);
        m_mail->setFilter({{}, {}, {}, u"VILLE-D-2025-"_s});
        QTRY_COMPARE(m_mail->list().rowCount(), 0);
        m_mail->setFilter({{}, {}, {}, u"VILLE-D-2026-"_s});
        QTRY_COMPARE(m_mail->list().rowCount(), 3);
    }

    void aPrintedLetterIsKeptWithItsRequest()
    {
        give({dispatch(1, ReplyChannel::Letter), dispatch(2, ReplyChannel::Letter, DispatchState::Printed)});
        m_mail->keepPrinted({{id(u"dispatch 1"_s), "%PDF-1"}, {id(u"dispatch 2"_s), "%PDF-2"}},
                            [](const QString &chrono) { return u"Courrier %1.pdf"_s.arg(chrono); });
        const SavedMail done = lastSaved();
        QCOMPARE(done.dispatches, QList<Id>{id(u"dispatch 1"_s)});
        QCOMPARE(done.refused, 1); // somebody else had printed it
        const Dispatch d = stored(1);
        QCOMPARE(d.state, DispatchState::Printed);
        QCOMPARE(d.doneBy, id(u"rousseau"_s));
        const auto file = m_desk->store().document(Kind::Attachment, d.letter);
        QVERIFY(file && *file);
        const auto attachment = fromDocument<Attachment>(d.letter, **file);
        QCOMPARE(attachment.name, u"Courrier VILLE-D-2026-000001.pdf"_s);
        QCOMPARE(attachment.request, d.request);
        const auto bytes = blobBytes(m_desk->store(), attachment.sha256);
        QVERIFY(bytes);
        QCOMPARE(bytes.value(), QByteArray("%PDF-1"));
        m_mail->undo(done);
        QTRY_COMPARE(stored(1).state, DispatchState::Queued);
        QVERIFY(stored(1).letter.isNull());
        const auto after = m_desk->store().document(Kind::Attachment, d.letter);
        QVERIFY(after && *after && fromDocument<Attachment>(d.letter, **after).removed);
        m_mail->keepPrinted({{id(u"dispatch 1"_s), "%PDF-3"}}, [](const QString &) { return u"a.pdf"_s; });
        QCOMPARE(lastSaved().dispatches.size(), 1);
        QVERIFY(stored(1).letter != d.letter && !stored(1).letter.isNull());
    }

    //! Whatever fails in between, the state and the file go together.
    void aLetterIsWhollyPrintedOrNot()
    {
        Dispatch lost = dispatch(2, ReplyChannel::Letter);
        lost.request = id(u"unknown here"_s); // its file can be kept nowhere
        give({dispatch(1, ReplyChannel::Letter), lost, dispatch(3, ReplyChannel::Letter)});
        m_mail->keepPrinted({{id(u"dispatch 1"_s), "1"}, {lost.id, "2"}, {id(u"dispatch 3"_s), "3"}},
                            [](const QString &chrono) { return chrono; });
        const SavedMail done = lastSaved();
        QCOMPARE(done.dispatches.size() + done.refused, 3);
        for (int n = 1; n <= 3; ++n) {
            const Dispatch d = stored(n);
            const auto file = m_desk->store().document(Kind::Attachment, d.letter);
            QVERIFY(file);
            QCOMPARE(d.state == DispatchState::Printed, file->has_value());
        }
    }

    void allThatAreMarkedArePostedAndTakenBack()
    {
        give({dispatch(1, ReplyChannel::Letter, DispatchState::Printed),
              dispatch(2, ReplyChannel::Letter, DispatchState::Printed), dispatch(3, ReplyChannel::Letter)});
        m_mail->act(MailAct::Post, {id(u"dispatch 1"_s), id(u"dispatch 2"_s), id(u"dispatch 3"_s)});
        const SavedMail done = lastSaved();
        QCOMPARE(done.dispatches.size(), 2);
        QCOMPARE(done.refused, 1);
        QCOMPARE(stored(1).state, DispatchState::Sent);
        QCOMPARE(stored(3).state, DispatchState::Queued);
        m_mail->undo(done);
        QTRY_COMPARE(stored(1).state, DispatchState::Printed);
        QCOMPARE(stored(2).state, DispatchState::Printed);
    }

    void aCallIsAContact()
    {
        give({dispatch(1, ReplyChannel::Phone)});
        m_mail->call(MailAct::NoAnswer, id(u"dispatch 1"_s), u"Personne n'a répondu."_s);
        lastSaved();
        QCOMPARE(stored(1).state, DispatchState::Queued);
        QCOMPARE(contacts().size(), 1);
        m_mail->call(MailAct::Say, id(u"dispatch 1"_s), u"Il est réparé."_s);
        const SavedMail done = lastSaved();
        QCOMPARE(stored(1).state, DispatchState::Sent);
        QCOMPARE(contacts().size(), 2);
        const Contact said = contacts().last();
        QVERIFY(said.outgoing);
        QCOMPARE(said.channel, Channel::Phone);
        QCOMPARE(said.text, u"Il est réparé."_s);
        QCOMPARE(said.request, id(u"Lampadaire"_s));
        QCOMPARE(said.agent, id(u"rousseau"_s));
        m_mail->call(MailAct::Say, id(u"dispatch 1"_s), u"encore"_s);
        QCOMPARE(lastSaved().refused, 1);
        QCOMPARE(contacts().size(), 2);
        m_mail->undo(done);
        QTRY_COMPARE(stored(1).state, DispatchState::Queued);
    }

    void whatFailedIsQueuedAgain()
    {
        Dispatch failed = dispatch(1, ReplyChannel::Email, DispatchState::Failed);
        failed.error = u"550 5.1.1"_s;
        give({failed, dispatch(2, ReplyChannel::Sms, DispatchState::Uncertain),
              dispatch(3, ReplyChannel::Letter, DispatchState::Sent)});
        m_mail->act(MailAct::QueueAgain, {failed.id});
        lastSaved();
        QCOMPARE(stored(1).state, DispatchState::Queued);
        QVERIFY(stored(1).error.isEmpty());
        m_mail->act(MailAct::Receive, {id(u"dispatch 1"_s), id(u"dispatch 2"_s)});
        QCOMPARE(lastSaved().dispatches, QList<Id>{id(u"dispatch 2"_s)});
        QCOMPARE(stored(2).state, DispatchState::Sent);
        m_mail->act(MailAct::ComeBack, {id(u"dispatch 3"_s)});
        lastSaved();
        QCOMPARE(stored(3).state, DispatchState::Failed);
        QCOMPARE(stored(3).error, u"returned"_s);
    }

    //! An act is offered exactly where the rules allow it.
    void onlyWhatTheRulesAllow()
    {
        PARVIS_PROPERTY("an offered act is allowed", [this] {
            Dispatch d = dispatch(1, static_cast<ReplyChannel>(*rc::gen::inRange(1, 6)));
            d.state = static_cast<DispatchState>(*rc::gen::inRange(0, 8));
            const auto act = static_cast<MailAct>(*rc::gen::inRange(0, 8));
            if (act == MailAct::NoAnswer || !m_mail->mayDo(act, d))
                return;
            const DispatchState to = act == MailAct::Print        ? DispatchState::Printed
                                     : act == MailAct::QueueAgain ? DispatchState::Queued
                                     : act == MailAct::ComeBack   ? DispatchState::Failed
                                                                  : DispatchState::Sent;
            RC_ASSERT(nextStates(d).contains(to));
        });
    }

    //! An acknowledgement whose text has holes is written by somebody, not sent as it is.
    void aTextWithHolesIsNotQueuedAgain()
    {
        Dispatch d = dispatch(1, ReplyChannel::Email);
        d.state = DispatchState::Failed;
        d.error = u"550 no such mailbox"_s;
        QVERIFY(m_mail->mayDo(MailAct::QueueAgain, d));
        d.error = incompleteText + u"Date limite"_s;
        QVERIFY(!m_mail->mayDo(MailAct::QueueAgain, d));
        const QJsonObject before = toDocument(d);
        d.state = DispatchState::Queued;
        QCOMPARE(dispatchRefusal(before, toDocument(d), m_desk->actor(u"rousseau"_s)), Refusal::WrongMove);
    }

    void whoeverMayNotLogDoesNothing()
    {
        Actor none = m_desk->actor(u"rousseau"_s);
        none.roles = {Role::Dpo};
        m_mail->setActor(none);
        give({dispatch(1, ReplyChannel::Phone)});
        m_mail->act(MailAct::HandOver, {id(u"dispatch 1"_s)});
        m_mail->call(MailAct::Say, id(u"dispatch 1"_s), u"x"_s);
        QVERIFY(!m_mail->mayDo(MailAct::Say, dispatch(1, ReplyChannel::Phone)));
        QCOMPARE(stored(1).state, DispatchState::Queued);
    }

    void theOneInSight()
    {
        give({dispatch(1, ReplyChannel::Letter)});
        m_mail->show(id(u"dispatch 1"_s));
        QTRY_VERIFY(m_mail->item());
        QCOMPARE(m_mail->item()->request.subject, u"Lampadaire"_s);
        m_desk->patch(Kind::Dispatch, id(u"dispatch 1"_s), {{u"state"_s, u"printed"_s}}, {{u"state"_s, QJsonValue()}});
        m_desk->flush();
        QTRY_COMPARE(m_mail->item()->row.dispatch.state, DispatchState::Printed);
        QCOMPARE(m_mail->item()->history.first().fields.value("state"_L1).toString(), u"printed"_s);
    }

    void csvIsNoFormula()
    {
        QCOMPARE(csvLine({u"a;b"_s, u"\"q\""_s}), QByteArray("\"a;b\";\"\"\"q\"\"\"\r\n"));
        QCOMPARE(csvLine({u"-1.557"_s, u"-1+1"_s}), QByteArray("\"-1.557\";\"'-1+1\"\r\n")); // a number is none
        PARVIS_PROPERTY("no cell begins a formula", [](const QString &text) {
            for (const QString &before : {QString(), u"="_s, u"+"_s, u"-"_s, u"@"_s, u"  ="_s, u"\t"_s}) {
                const QString line = QString::fromUtf8(csvLine({before + text}));
                const QString inner = line.mid(1).trimmed();
                RC_ASSERT(line.startsWith(u'"') && line.endsWith(u"\"\r\n"));
                bool isNumber = false;
                (void)(before + text).toDouble(&isNumber);
                RC_ASSERT(isNumber || inner.isEmpty() || !u"=+-@"_s.contains(inner.front()));
            }
        });
    }

private:
    void give(const QList<Dispatch> &all)
    {
        m_desk->takeAll(all);
        m_desk->flush();
    }
    Dispatch stored(int n)
    {
        const Id dispatch = id(u"dispatch %1"_s.arg(n));
        const auto document = m_desk->store().document(Kind::Dispatch, dispatch);
        return document && *document ? fromDocument<Dispatch>(dispatch, **document) : Dispatch();
    }
    QList<Contact> contacts()
    {
        const auto detail = requestDetail(m_desk->store(), id(u"Lampadaire"_s));
        QList<Contact> all = detail && *detail ? (*detail)->contacts : QList<Contact>();
        std::sort(all.begin(), all.end(), [](const Contact &a, const Contact &b) { return a.id < b.id; });
        return all;
    }
    SavedMail lastSaved()
    {
        const bool isThere = QTest::qWaitFor([this] { return !m_saved->isEmpty() || !m_failed->isEmpty(); });
        if (!isThere || !m_failed->isEmpty())
            qFatal("not saved");
        return m_saved->takeLast().first().value<SavedMail>();
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<QRandomGenerator> m_random;
    std::unique_ptr<MailController> m_mail;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_saved, m_failed;
};

QTEST_GUILESS_MAIN(TestMailController)
#include "tst_mailcontroller.moc"
