#include "domain/suspension.h"
#include "outgoingtown.h"
#include "testkit/property.h"

using namespace parvis;

//! Replies at the hub: what goes out, once, as it was approved.
class TestHubOutgoing final : public OutgoingTown
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void anApprovedReplyIsSentOnce()
    {
        const Id reply = submitted(ReplyChannel::Email);
        QVERIFY(dispatches().isEmpty());
        approve(m_first, reply);
        QVERIFY(dispatches().isEmpty());
        approve(m_second, reply);
        QCOMPARE(dispatches().size(), 1);
        const Dispatch waiting = dispatches().first();
        QCOMPARE(waiting.state, DispatchState::Queued);
        QCOMPARE(waiting.chrono, u"VILLE-D-2026-000001"_s);
        QCOMPARE(waiting.text, u"Bonjour."_s);
        QCOMPARE(waiting.signatory.value("name"_L1).toString(), m_second.user.name);
        QVERIFY(!claimed(ReplyChannel::Email)); // it may still be taken back
        m_town->clock.advance(takeBackMs);
        const auto item = claimed(ReplyChannel::Email);
        QVERIFY(item);
        QCOMPARE(item->number, u"2026-000001"_s);
        QCOMPARE(dispatches().first().state, DispatchState::Sending);
        QVERIFY(!claimed(ReplyChannel::Email));
        settle(item->id, {SendOutcome::Sent, u"abc@ingeville.example"_s, {}});
        QCOMPARE(dispatches().first().state, DispatchState::Sent);
        QCOMPARE(dispatches().first().messageId, u"abc@ingeville.example"_s);
        QCOMPARE(status(), RequestStatus::Answered);
        QVERIFY(!claimed(ReplyChannel::Email));
    }

    //! It says how the request stands: the clock goes on, and the answer is still to come.
    void anInterimReplyLeavesTheRequestOpen()
    {
        Reply written = draft();
        written.purpose = ReplyPurpose::Interim;
        write(written, ReplyChannel::Email, u"Nous attendons le devis."_s);
        const Id reply = m_town->create(m_referent, Kind::Reply, submission({}, written, circuit(), who(m_referent)));
        approve(m_first, reply);
        approve(m_second, reply);
        m_town->clock.advance(takeBackMs);
        settle(claimed(ReplyChannel::Email)->id, {SendOutcome::Sent, u"abc@ingeville.example"_s, {}});
        QCOMPARE(dispatches().first().purpose, DispatchPurpose::Interim);
        QCOMPARE(dispatches().first().state, DispatchState::Sent);
        QCOMPARE(status(), RequestStatus::Assigned);
        QVERIFY(!m_town->document(Kind::Request, m_request).contains("answered_at"_L1));
        approved(ReplyChannel::Email); // and then the answer
        m_town->clock.advance(takeBackMs);
        settle(claimed(ReplyChannel::Email)->id, {SendOutcome::Sent, u"def@ingeville.example"_s, {}});
        QCOMPARE(dispatches().size(), 2);
        QCOMPARE(status(), RequestStatus::Answered);
    }

    //! The answer ends the waiting for documents: nothing counts on behind it, and nothing is owed any more.
    void anAnswerEndsTheSuspension()
    {
        set(Kind::Request, m_request,
            {{u"status"_s, u"waiting"_s},
             {u"reason"_s, u"missing_documents"_s},
             {u"missing"_s, QJsonArray{u"Plan de situation"_s}},
             {u"suspensions"_s, QJsonArray{QJsonObject{{u"from"_s, u"2026-11-16"_s}, {u"reason"_s, u"missing_documents"_s}}}}});
        approved(ReplyChannel::Email);
        m_town->clock.advance(takeBackMs);
        settle(claimed(ReplyChannel::Email)->id, {});
        const auto request = fromDocument<Request>(m_request, m_town->document(Kind::Request, m_request));
        QCOMPARE(request.status, RequestStatus::Answered);
        const QList<Suspension> suspensions = suspensionsFrom(request.suspensions);
        QCOMPARE(suspensions.size(), 1);
        QVERIFY(suspensions.first().to.isValid());
        QVERIFY(request.missing.isEmpty());
    }

    //! What was approved, by whom and under which seal is in the chain: whoever alters it later is found out.
    void anApprovalIsInTheChain()
    {
        approved(ReplyChannel::Email);
        const QTemporaryDir dir;
        const QStringList alterations{
            u"fields = replace(fields, 'Bonjour.', 'Bonsoir.')"_s, u"fields = replace(fields, 'approved', 'remarked')"_s,
            u"fields = replace(fields, '%1', '%2')"_s.arg(idText(m_first.user.id), idText(m_second.user.id)),
            u"fields = replace(fields, substr(json_extract(fields, '$.seal'), 1, 8), '00000000')"_s};
        int copies = 0;
        for (const QString &alteration : QStringList{QString()} + alterations) {
            const QString path = dir.filePath(u"copy%1.db"_s.arg(++copies));
            QVERIFY(m_town->store->backupTo(path));
            if (!alteration.isEmpty()) {
                const QString sql = u"UPDATE change SET %1 WHERE kind = %2"_s.arg(alteration).arg(int(Kind::Reply));
                QVERIFY(Database::open(path).value().runScript(sql.toUtf8()));
            }
            TestTown copy(path);
            const auto report = copy.hub.verify();
            QVERIFY(report);
            QVERIFY2((report->firstBroken > 0) == !alteration.isEmpty(), qPrintable(alteration));
        }
    }

    void anApprovalTakenBackSendsNothing()
    {
        const Id reply = submitted(ReplyChannel::Email);
        approve(m_first, reply);
        approve(m_second, reply);
        const Reply seen = record(reply);
        push(m_second, reply, takingBack(seen, ownApprovals(seen, m_second.user.id).first(), who(m_second)));
        QCOMPARE(record(reply).state, ReplyState::InApproval);
        QCOMPARE(dispatches().first().state, DispatchState::Cancelled);
        m_town->clock.advance(10 * takeBackMs);
        QVERIFY(!claimed(ReplyChannel::Email));
        approve(m_second, reply); // the same again
        QCOMPARE(dispatches().size(), 1);
        QCOMPARE(dispatches().first().state, DispatchState::Queued);
        m_town->clock.advance(takeBackMs);
        QVERIFY(claimed(ReplyChannel::Email));
        const Reply gone = record(reply);
        const auto verdict = push(m_second, reply, takingBack(gone, ownApprovals(gone, m_second.user.id).first(), who(m_second)));
        QCOMPARE(verdict.outcome, Outcome::Held);
        QCOMPARE(record(reply).state, ReplyState::Approved);
    }

    //! Taken back, changed in the same round and approved: what goes is the new text, and the old one never.
    void whatWasChangedIsAnotherLetter()
    {
        const Id reply = submitted(ReplyChannel::Email);
        approve(m_first, reply);
        approve(m_second, reply);
        Reply seen = record(reply);
        push(m_second, reply, takingBack(seen, ownApprovals(seen, m_second.user.id).first(), who(m_second)));
        seen = record(reply);
        Reply changed = seen;
        write(changed, ReplyChannel::Email, u"Bonsoir."_s);
        QCOMPARE(push(m_second, reply, approval(seen, changed, may(m_second, seen), who(m_second))).outcome, Outcome::Applied);
        approve(m_first, reply);
        QCOMPARE(record(reply).state, ReplyState::Approved);
        m_town->clock.advance(takeBackMs);
        const auto item = claimed(ReplyChannel::Email);
        QVERIFY(item);
        QCOMPARE(item->dispatch.text, u"Bonsoir."_s);
        settle(item->id, {});
        QVERIFY(!claimed(ReplyChannel::Email));
    }

    void whatMayHaveGoneIsNotSentAgain()
    {
        const Id reply = approved(ReplyChannel::Email);
        Q_UNUSED(reply)
        m_town->clock.advance(takeBackMs);
        QVERIFY(claimed(ReplyChannel::Email));
        QVERIFY(m_town->hub.recoverOutgoing(ReplyChannel::Email)); // the sender was killed
        QCOMPARE(dispatches().first().state, DispatchState::Uncertain);
        QVERIFY(!claimed(ReplyChannel::Email));
        QCOMPARE(status(), RequestStatus::Assigned);
        // An agent asked the citizen, who has nothing.
        const Id id = dispatches().first().id;
        patch(m_referent, id, {{u"state"_s, u"queued"_s}, {u"done_by"_s, idText(m_referent.user.id)}});
        QVERIFY(claimed(ReplyChannel::Email));
    }

    void whatWasNotTakenIsTriedAgain()
    {
        approved(ReplyChannel::Sms);
        m_town->clock.advance(takeBackMs);
        const auto item = claimed(ReplyChannel::Sms);
        QVERIFY(item);
        settle(item->id, {SendOutcome::Later, {}, u"503"_s});
        QVERIFY(!claimed(ReplyChannel::Sms));
        QCOMPARE(dispatches().first().error, u"503"_s);
        m_town->clock.advance(3 * 60'000);
        const auto again = claimed(ReplyChannel::Sms);
        QVERIFY(again);
        QCOMPARE(again->dispatch.attempts, 2);
        settle(again->id, {SendOutcome::Refused, {}, u"unknown number"_s});
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QCOMPARE(status(), RequestStatus::Assigned); // the citizen knows nothing
        QVERIFY(!claimed(ReplyChannel::Sms));
    }

    void whatIsPutOffTooOftenHasFailed_data()
    {
        QTest::addColumn<ReplyChannel>("channel");
        QTest::addColumn<int>("most"); // days
        QTest::newRow("mail") << ReplyChannel::Email << 6;
        QTest::newRow("sms") << ReplyChannel::Sms << 2;
    }

    //! Until then the citizen is waited for by nobody; an agent who queues it again gives it as many tries.
    void whatIsPutOffTooOftenHasFailed()
    {
        QFETCH(ReplyChannel, channel);
        QFETCH(int, most);
        approved(channel);
        m_town->clock.advance(takeBackMs);
        const auto tries = [&] {
            const Instant begin = m_town->clock.now();
            int n = 0;
            while (dispatches().first().state == DispatchState::Queued && n < 1000) {
                if (const auto item = claimed(channel)) {
                    settle(item->id, {SendOutcome::Later, {}, u"450"_s});
                    ++n;
                }
                m_town->clock.advance(30 * 60'000);
            }
            const qint64 days = (m_town->clock.now().ms - begin.ms) / (24 * 3'600'000);
            return days < most && days >= most / 2 - 1 ? n : 0;
        };
        const int first = tries();
        QVERIFY(first > 5);
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QCOMPARE(dispatches().first().error, u"450"_s);
        patch(m_referent, dispatches().first().id, {{u"state"_s, u"queued"_s}, {u"done_by"_s, idText(m_referent.user.id)}});
        m_town->clock.advance(60'000);
        QVERIFY(tries() > 5);
    }

    void bouncesAreRecorded()
    {
        approved(ReplyChannel::Email);
        m_town->clock.advance(takeBackMs);
        const auto item = claimed(ReplyChannel::Email);
        settle(item->id, {});
        QVERIFY(m_town->hub.reportDelivery(item->id, false, u"5.1.1"_s).value());
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QVERIFY(!m_town->hub.reportDelivery(item->id, false, u"5.1.1"_s).value()); // told twice
        QVERIFY(!m_town->hub.reportDelivery(m_town->newId(), true, {}).value());
    }

    void lettersCallsAndTheCounterArePeoples()
    {
        approved(ReplyChannel::Letter);
        m_town->clock.advance(takeBackMs);
        for (const ReplyChannel channel : {ReplyChannel::Letter, ReplyChannel::Email, ReplyChannel::Sms})
            QVERIFY(!claimed(channel));
        const Id id = dispatches().first().id;
        QCOMPARE(patch(m_clerk, id, {{u"state"_s, u"sent"_s}}).outcome, Outcome::Held); // not printed yet
        QCOMPARE(patch(m_clerk, id, {{u"state"_s, u"printed"_s}, {u"done_by"_s, idText(m_clerk.user.id)}}).outcome,
                 Outcome::Applied);
        QCOMPARE(status(), RequestStatus::Assigned);
        QCOMPARE(patch(m_clerk, id, {{u"state"_s, u"sent"_s}}).outcome, Outcome::Applied);
        QCOMPARE(status(), RequestStatus::Answered);
        QCOMPARE(patch(m_clerk, id, {{u"text"_s, u"Autre"_s}}).refusal, Refusal::FixedField);
        QCOMPARE(patch(m_clerk, id, {{u"done_by"_s, idText(m_first.user.id)}}).outcome, Outcome::Held);
    }

    void oneReplyToMany()
    {
        Reply written = draft();
        for (int i = 0; i < 10; ++i) {
            const Id request = m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}});
            Recipient r{request,
                        m_citizen,
                        i % 2 ? ReplyChannel::Email : ReplyChannel::Sms,
                        u"Mme Dumont"_s,
                        {},
                        i % 2 ? u"dumont@example.org"_s : u"+33600000000"_s,
                        u"Travaux"_s,
                        u"Bonjour %1."_s.arg(i)};
            written.recipients.append(toJson(r));
        }
        written.text = u"Bonjour."_s;
        const Id id = m_town->create(m_referent, Kind::Reply, submission({}, written, circuit(), who(m_referent)));
        approve(m_first, id);
        approve(m_second, id);
        QCOMPARE(dispatches().size(), 10);
        QSet<QString> numbers, texts;
        QSet<Id> requests;
        const QList<Dispatch> all = dispatches();
        for (const Dispatch &d : all) {
            numbers.insert(d.chrono);
            texts.insert(d.text);
            requests.insert(d.request);
        }
        QCOMPARE(numbers.size(), 10);
        QCOMPARE(texts.size(), 10);
        QCOMPARE(requests.size(), 10);
    }

    void dispatchesAreTheHubs()
    {
        Dispatch d;
        d.request = m_request;
        const Mutation m = m_town->mutation(m_referent, Verb::Create, Kind::Dispatch, m_town->newId(), toDocument(d));
        QCOMPARE(m_town->push(m_referent, m).refusal, Refusal::FixedField);
    }

    //! A step that waits longer than it may is decided by those who stand for its people, though nobody is absent.
    void stepsExpire()
    {
        const Caller deputy = m_town->agent(Role::Supervisor);
        set(Kind::User, deputy.user.id, {{u"stands_for"_s, QJsonArray{idText(m_first.user.id)}}});
        QJsonObject step = byPerson(m_first);
        step.insert(u"days"_s, 2);
        set(Kind::Unit, m_body, {{u"reply_circuits"_s, QJsonObject{{u"*"_s, QJsonArray{step, byPerson(m_second)}}}}});
        const Id reply = submitted(ReplyChannel::Email);
        const auto pass = [this](int days) {
            m_town->clock.advance(days * 24 * 3600 * 1000LL);
            return m_town->hub.runDaily().value().overdue;
        };
        QCOMPARE(pass(2), 0); // Wednesday: two working days
        QVERIFY(!decidable(record(reply), deputy.actor, lookup()));
        QCOMPARE(pass(1), 1);
        QCOMPARE(pass(0), 0); // once
        QCOMPARE(decidable(record(reply), deputy.actor, lookup())->onBehalf, m_first.user.id);
        approve(deputy, reply);
        QVERIFY(!decidable(record(reply), deputy.actor, lookup())); // the next step has no limit
        QCOMPARE(pass(30), 0);
        approve(m_second, reply);
        QCOMPARE(dispatches().size(), 1);
    }

    //! What is remarked, or decided beside it, gives nobody another delay.
    void aRemarkDoesNotPutTheExpiryOff()
    {
        const Caller deputy = m_town->agent(Role::Supervisor);
        set(Kind::User, deputy.user.id, {{u"stands_for"_s, QJsonArray{idText(m_first.user.id)}}});
        const QJsonObject both{
            {u"title"_s, u"Visas"_s}, {u"all"_s, QJsonArray{byPerson(m_first), byPerson(m_second)}}, {u"days"_s, 2}};
        set(Kind::Unit, m_body, {{u"reply_circuits"_s, QJsonObject{{u"*"_s, QJsonArray{both}}}}});
        const Id reply = submitted(ReplyChannel::Email);
        const auto pass = [this](int days) {
            m_town->clock.advance(days * 24 * 3600 * 1000LL);
            return m_town->hub.runDaily().value().overdue;
        };
        QCOMPARE(pass(1), 0);
        push(m_referent, reply, remark(record(reply), who(m_referent), u"C'est urgent."_s));
        QCOMPARE(pass(1), 0);
        approve(m_second, reply);
        push(m_second, reply, remark(record(reply), who(m_second), u"Vu."_s));
        QCOMPARE(pass(1), 1);
        QCOMPARE(decidable(record(reply), deputy.actor, lookup())->onBehalf, m_first.user.id);
        // A new round waits anew.
        push(m_referent, reply, takingUp(record(reply), who(m_referent)));
        const Reply draft = record(reply);
        push(m_referent, reply, submission(draft, draft, draft.circuit, who(m_referent)));
        QCOMPARE(record(reply).state, ReplyState::InApproval);
        QCOMPARE(pass(2), 0);
        QCOMPARE(pass(3), 1); // over a week-end
    }

    void repliesTravelWithTheirRequest()
    {
        const Caller elsewhere = m_town->agent(Role::Referent, {unit({{u"name"_s, u"Propreté"_s}})});
        approved(ReplyChannel::Letter);
        const auto kinds = [this](const Caller &caller) {
            QSet<Kind> all;
            const QList<Change> changes = m_town->feed(caller);
            for (const Change &c : changes)
                all.insert(c.kind);
            return all;
        };
        QVERIFY(kinds(m_referent).contains(Kind::Reply) && kinds(m_referent).contains(Kind::Dispatch));
        QVERIFY(!kinds(elsewhere).contains(Kind::Reply) && !kinds(elsewhere).contains(Kind::Dispatch));
    }

    //! Whatever order approvals, take-backs, sending, crashes and answers come in: no text goes twice by itself, and none that
    //! was not approved when it went.
    void neverTwice()
    {
        PARVIS_PROPERTY("each sealed text is handed over at most once", [this] {
            init();
            const Id reply = submitted(ReplyChannel::Email);
            QHash<QString, int> handed;
            std::optional<OutgoingItem> inHand;
            const int steps = *rc::gen::inRange(5, 60);
            for (int i = 0; i < steps; ++i) {
                const Caller &by = *rc::gen::arbitrary<bool>() ? m_first : m_second;
                const Reply seen = record(reply);
                switch (*rc::gen::weightedElement<int>({{6, 0}, {3, 1}, {2, 2}, {4, 3}, {4, 4}, {3, 5}, {1, 6}})) {
                case 0:
                    if (decidable(seen, by.actor, lookup()))
                        approve(by, reply);
                    break;
                case 1:
                    if (const auto own = ownApprovals(seen, by.user.id); !own.isEmpty())
                        push(by, reply, takingBack(seen, own.first(), who(by)));
                    break;
                case 2:
                    if (const auto part = decidable(seen, by.actor, lookup())) {
                        Reply changed = seen;
                        write(changed, ReplyChannel::Email, QString::number(*rc::gen::inRange(0, 3)));
                        push(by, reply, approval(seen, changed, *part, who(by)));
                    }
                    break;
                case 3: m_town->clock.advance(takeBackMs); break;
                case 4:
                    if (!inHand)
                        inHand = claimed(ReplyChannel::Email);
                    if (inHand && inHand->dispatch.attempts == 1) {
                        RC_ASSERT(record(reply).state == ReplyState::Approved);
                        RC_ASSERT(++handed[inHand->dispatch.text] == 1);
                        inHand->dispatch.attempts = 100; // counted
                    }
                    break;
                case 5:
                    if (inHand)
                        settle(inHand->id,
                               {*rc::gen::element(SendOutcome::Sent, SendOutcome::Uncertain, SendOutcome::Refused), {}, {}});
                    inHand.reset();
                    break;
                case 6:
                    RC_ASSERT(bool(m_town->hub.recoverOutgoing(ReplyChannel::Email)));
                    inHand.reset();
                    break;
                default: break;
                }
            }
            RC_CLASSIFY(!handed.isEmpty(), "sent");
        });
    }
};

QTEST_GUILESS_MAIN(TestHubOutgoing)
#include "tst_huboutgoing.moc"
