#include "domain/replymoves.h"
#include "domain/template.h"
#include "domain/workflow.h"
#include "testkit/property.h"
#include "testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

HubSettings sending()
{
    HubSettings settings;
    settings.outlets = {true, true, true};
    return settings;
}

QJsonObject byPerson(const Caller &who)
{
    return {{u"title"_s, who.user.name}, {u"user"_s, idText(who.user.id)}};
}

} // namespace

//! Replies and acknowledgements at the hub: what goes out, once, as it was approved.
class TestHubOutgoing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>(u":memory:"_s, sending());
        m_town->clock.advance(QDateTime({2026, 11, 16}, {8, 0}, Qt::UTC).toMSecsSinceEpoch() - m_town->clock.now().ms);
        m_body = unit({{u"level"_s, u"body"_s},
                       {u"name"_s, u"Ville d'Ingeville"_s},
                       {u"code"_s, u"ville"_s},
                       {u"phone"_s, u"+33326000000"_s},
                       {u"letterhead"_s, QJsonObject{{u"lines"_s, QJsonArray{u"Hôtel de ville"_s, u"51000 Ingeville"_s}}}}});
        m_service = unit({{u"name"_s, u"Voirie"_s}, {u"parent"_s, idText(m_body)}});
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_service});
        m_first = m_town->agent(Role::Supervisor);
        m_second = m_town->agent(Role::Supervisor);
        m_clerk = m_town->agent(Role::MailClerk);
        set(Kind::Unit, m_body,
            {{u"reply_circuits"_s, QJsonObject{{u"*"_s, QJsonArray{byPerson(m_first), byPerson(m_second)}}}}});
        m_citizen = m_town->create(m_desk, Kind::Citizen,
                                   {{u"last_name"_s, u"Dumont"_s},
                                    {u"email"_s, u"dumont@example.org"_s},
                                    {u"phone"_s, u"+33600000000"_s},
                                    {u"address"_s, u"3 rue du Pont, 51000 Ingeville"_s}});
        m_request = m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}});
    }

    //! The letter of a transfer to another authority (CRPA L. 114-2) is the mail office's, like any other.
    void aLetterLeftToPostIsAmongTheOutgoingMail()
    {
        const Id contact = m_town->create(m_referent, Kind::Contact, letterLeft());
        Dispatch d = dispatch(letterId(contact));
        QCOMPARE(d.purpose, DispatchPurpose::Transfer);
        QCOMPARE(d.channel, ReplyChannel::Letter);
        QCOMPARE(d.state, DispatchState::Queued);
        QCOMPARE(d.name, u"Dumont"_s);
        QCOMPARE(d.lines, QJsonArray({u"3 rue du Pont"_s, u"51000 Ingeville"_s}));
        QCOMPARE(d.text, u"Madame, Monsieur,\n\nVotre demande est au département."_s);
        QCOMPARE(d.signatory, QJsonObject({{u"name"_s, m_referent.user.name}, {u"capacity"_s, u"Voirie"_s}}));
        QCOMPARE(d.chrono, u"VILLE-D-2026-000001"_s);

        const auto post = [&](const QJsonValue &value) {
            m_town->patch(m_referent, Kind::Contact, contact, {{u"post"_s, value}}, m_town->head());
            return dispatch(letterId(contact)).state;
        };
        QCOMPARE(post({}), DispatchState::Cancelled); // taken back
        QCOMPARE(post(true), DispatchState::Queued);
        m_town->patch(m_clerk, Kind::Dispatch, letterId(contact), {{u"state"_s, u"printed"_s}}, m_town->head());
        QCOMPARE(post({}), DispatchState::Printed); // too late: it is on paper
        m_town->patch(m_clerk, Kind::Dispatch, letterId(contact), {{u"state"_s, u"sent"_s}}, m_town->head());
        QCOMPARE(dispatch(letterId(contact)).state, DispatchState::Sent);
        QCOMPARE(m_town->document(Kind::Request, m_request).value("status"_L1).toString(), u"assigned"_s);
    }

    //! Nobody writes in another's name, nor to whom the request is not.
    void aLetterLeftToPostIsItsAuthorsAndItsCitizens()
    {
        QJsonObject set = letterLeft();
        set.insert(u"agent"_s, idText(m_first.user.id));
        const Id stranger = m_town->create(m_desk, Kind::Citizen,
                                           {{u"last_name"_s, u"Autre"_s}, {u"address"_s, u"1 place Foch, 51000 Ingeville"_s}});
        set.insert(u"citizen"_s, idText(stranger));
        const Dispatch d = dispatch(letterId(m_town->create(m_referent, Kind::Contact, set)));
        QCOMPARE(d.signatory.value("name"_L1).toString(), m_referent.user.name);
        QCOMPARE(d.citizen, m_citizen);
        QCOMPARE(d.name, u"Dumont"_s);
    }

    void onlyALetterOutIsPosted()
    {
        QJsonObject phone = letterLeft(), in = letterLeft();
        phone.insert(u"channel"_s, u"phone"_s);
        in.remove(u"outgoing"_s);
        for (QJsonObject set : {phone, in}) {
            const auto verdict =
                m_town->push(m_referent, m_town->mutation(m_referent, Verb::Create, Kind::Contact, m_town->newId(), set));
            QCOMPARE(verdict.refusal, Refusal::WrongValue);
            set.remove(u"post"_s); // nor afterwards
            const Id said = m_town->create(m_referent, Kind::Contact, set);
            QCOMPARE(m_town->patch(m_referent, Kind::Contact, said, {{u"post"_s, true}}, m_town->head()).refusal,
                     Refusal::WrongValue);
            QVERIFY(!m_town->row(Kind::Dispatch, letterId(said)));
        }
        m_town->patch(m_desk, Kind::Citizen, m_citizen, {{u"address"_s, QJsonValue()}}, m_town->head());
        const Id contact = m_town->create(m_referent, Kind::Contact, letterLeft()); // nowhere to send it
        QVERIFY(!m_town->row(Kind::Dispatch, letterId(contact)));
    }

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

    void receptionsAreAcknowledged()
    {
        const Id request = m_town->request(
            m_desk, m_service,
            {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}, {u"due_on"_s, u"2026-11-18"_s}});
        QCOMPARE(dispatches().size(), 1);
        const Dispatch d = dispatches().first();
        QCOMPARE(d.purpose, DispatchPurpose::Acknowledgement);
        QCOMPARE(d.request, request);
        QCOMPARE(d.to, u"dumont@example.org"_s);
        QVERIFY2(d.text.contains(u"18 novembre 2026"_s), qPrintable(d.text));
        QVERIFY2(d.text.contains(u"2026-000002"_s), qPrintable(d.text));
        QVERIFY2(d.text.contains(u"Voirie"_s), qPrintable(d.text));
        const auto item = claimed(ReplyChannel::Email); // at once
        QVERIFY(item);
        settle(item->id, {});
        QCOMPARE(fromDocument<Request>({}, m_town->document(Kind::Request, request)).status, RequestStatus::Assigned);

        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"sms"_s}, {u"due_on"_s, u"2026-11-18"_s}});
        const auto sms = claimed(ReplyChannel::Sms);
        QVERIFY(sms);
        QVERIFY2(sms->dispatch.text.size() < 160, qPrintable(sms->dispatch.text));
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"letter"_s}});
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"phone"_s}});
        m_town->request(m_desk, m_service, {{u"reply_channel"_s, u"email"_s}}); // anonymous
        m_town->request(m_desk, {},
                        {{u"citizen"_s, idText(m_citizen)},
                         {u"reply_channel"_s, u"email"_s},
                         {u"on_the_spot"_s, true},
                         {u"status"_s, u"answered"_s}});
        QCOMPARE(dispatches().size(), 3);
        QCOMPARE(dispatches().last().lines, (QJsonArray{u"3 rue du Pont"_s, u"51000 Ingeville"_s}));
    }

    void whatAnAcknowledgementLacksIsSaid()
    {
        ReplyTemplate t;
        t.use = TemplateUse::Acknowledgement;
        t.name = u"Voirie"_s;
        t.service = m_service;
        t.text = u"Madame, Monsieur, le chantier {{request.address}} est noté."_s;
        t.author = m_referent.user.id;
        m_town->create(m_referent, Kind::Template, toDocument(t));
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}});
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QVERIFY2(dispatches().first().error.contains(u"Lieu"_s), qPrintable(dispatches().first().error));
        QVERIFY(!claimed(ReplyChannel::Email));
        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}, {u"address"_s, u"Rue Haute"_s}});
        const auto item = claimed(ReplyChannel::Email);
        QVERIFY(item);
        QCOMPARE(item->dispatch.text, u"Madame, Monsieur, le chantier Rue Haute est noté."_s);
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

private:
    QJsonObject letterLeft()
    {
        return {{u"request"_s, idText(m_request)},
                {u"citizen"_s, idText(m_citizen)},
                {u"channel"_s, u"letter"_s},
                {u"outgoing"_s, true},
                {u"agent"_s, idText(m_referent.user.id)},
                {u"text"_s, u"Madame, Monsieur,\n\nVotre demande est au département."_s},
                {u"post"_s, true}};
    }
    Dispatch dispatch(const Id &id) { return fromDocument<Dispatch>(id, m_town->document(Kind::Dispatch, id)); }
    Id unit(QJsonObject fields)
    {
        const Id id = m_town->newId();
        Q_UNUSED(m_town->hub.intake({{Verb::Create, Kind::Unit, id, std::move(fields), {}, {}}}))
        return id;
    }
    void set(Kind kind, const Id &id, const QJsonObject &fields)
    {
        QVERIFY(m_town->hub.intake({{Verb::Patch, kind, id, fields, {}, {}}}));
    }
    Lookup lookup()
    {
        return [this](Kind kind, const Id &id) {
            const QJsonObject found = m_town->document(kind, id);
            return found.isEmpty() ? std::nullopt : std::optional(found);
        };
    }
    ReplyActor who(const Caller &caller) const { return {caller.user.id, m_town->clock.now()}; }
    Reply record(const Id &id) { return fromDocument<Reply>(id, m_town->document(Kind::Reply, id)); }
    QJsonArray circuit() { return replyCircuitFor(m_town->document(Kind::Request, m_request), lookup()); }
    Reply draft() const
    {
        Reply r;
        r.request = m_request;
        r.author = m_referent.user.id;
        return r;
    }
    void write(Reply &reply, ReplyChannel channel, const QString &text) const
    {
        reply.text = text;
        const QString to = channel == ReplyChannel::Email ? u"dumont@example.org"_s : u"+33600000000"_s;
        reply.recipients = {toJson(
            Recipient{m_request, m_citizen, channel, u"Mme Dumont"_s, {u"3 rue du Pont"_s}, to, u"Votre demande"_s, text})};
    }
    Id submitted(ReplyChannel channel)
    {
        Reply written = draft();
        write(written, channel, u"Bonjour."_s);
        return m_town->create(m_referent, Kind::Reply, submission({}, written, circuit(), who(m_referent)));
    }
    Id approved(ReplyChannel channel)
    {
        const Id id = submitted(channel);
        approve(m_first, id);
        approve(m_second, id);
        return id;
    }
    MayDecide may(const Caller &caller, const Reply &reply) { return *decidable(reply, caller.actor, lookup()); }
    PushVerdict push(const Caller &caller, const Id &reply, const QJsonObject &fields)
    {
        return m_town->patch(caller, Kind::Reply, reply, fields, m_town->head());
    }
    void approve(const Caller &caller, const Id &reply)
    {
        const Reply seen = record(reply);
        const PushVerdict v = push(caller, reply, approval(seen, seen, may(caller, seen), who(caller)));
        QCOMPARE(v.outcome, Outcome::Applied);
    }
    PushVerdict patch(const Caller &caller, const Id &dispatch, const QJsonObject &fields)
    {
        return m_town->patch(caller, Kind::Dispatch, dispatch, fields, m_town->head());
    }
    std::optional<OutgoingItem> claimed(ReplyChannel channel) { return m_town->hub.claimOutgoing(channel).value(); }
    void settle(const Id &id, const SendReport &report) { QVERIFY(m_town->hub.settleOutgoing(id, report)); }
    RequestStatus status() { return fromDocument<Request>({}, m_town->document(Kind::Request, m_request)).status; }
    //! In the order of their numbers.
    QList<Dispatch> dispatches()
    {
        QList<Dispatch> all;
        const auto read = m_town->store->read([&](HubReader &reader) {
            return reader.page(Kind::Dispatch, std::nullopt, {}, 1000, [&](const EntityRow &row) {
                all.append(fromDocument<Dispatch>(row.id, QJsonDocument::fromJson(row.document).object()));
                return true;
            });
        });
        Q_ASSERT(read);
        std::sort(all.begin(), all.end(), [](const Dispatch &a, const Dispatch &b) { return a.chrono < b.chrono; });
        return all;
    }

    std::unique_ptr<TestTown> m_town;
    Id m_body, m_service, m_citizen, m_request;
    Caller m_desk, m_referent, m_first, m_second, m_clerk;
};

QTEST_GUILESS_MAIN(TestHubOutgoing)
#include "tst_huboutgoing.moc"
