#include "testkit/property.h"
#include "unit/domain/replyworld.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace parvis::replyworld;
using namespace Qt::StringLiterals;

//! Replies on their way through the circuit.
class TestReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesThroughItsCircuit()
    {
        ReplyWorld w;
        QCOMPARE(w.submit().outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::InApproval);
        QCOMPARE(w.approve(cabinet).refusal, Refusal::NotAllowed); // the head comes first
        QCOMPARE(w.approve(head).outcome, Outcome::Applied);
        QCOMPARE(openPartsOf(w.reply()).size(), 1);
        QCOMPARE(openPartsOf(w.reply()).first().step, 1);
        QCOMPARE(w.approve(elected).refusal, Refusal::WrongMove); // nor any step of theirs before it
        QCOMPARE(w.approve(cabinet).outcome, Outcome::Applied);
        QCOMPARE(w.approve(elected).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
        QVERIFY(openPartsOf(w.reply()).isEmpty());
        QCOMPARE(w.push(referent, {{u"text"_s, u"Autre"_s}}).refusal, Refusal::WrongMove);
    }

    void withoutACircuitItsAuthorSigns()
    {
        ReplyWorld w;
        w.setReplyCircuit({});
        QCOMPARE(w.submit().outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
        ReplyWorld other;
        other.setReplyCircuit({});
        QCOMPARE(other.submit(u"Bonjour."_s, director).outcome, Outcome::Applied); // a supervisor writes too
        ReplyWorld clerk;
        clerk.user(id(30), Role::MailClerk, {});
        QCOMPARE(clerk.submit(u"Bonjour."_s, id(30)).refusal, Refusal::NotAllowed);
        ReplyWorld stranger;
        QCOMPARE(stranger.submit(u"Bonjour."_s, cardworld::other).refusal, Refusal::OutOfScope);
    }

    void circuitsByCardServiceAndKind()
    {
        ReplyWorld w;
        const QJsonArray simple{byRole(u"Chef"_s, Role::Head)}, own{byPerson(u"DGS"_s, director)};
        w.documents[{Kind::Unit, directorate}].insert(u"reply_circuits"_s, QJsonObject{{u"simple"_s, simple}});
        QVERIFY(w.circuit().isEmpty()); // of no card: "*" of the nearest unit that says something, which says nothing
        Card card;
        card.service = voirie;
        w.documents[{Kind::Card, cardId}] = toDocument(card);
        w.documents[{Kind::Request, requestId}].insert(u"card"_s, idText(cardId));
        QCOMPARE(w.circuit(), simple);
        w.documents[{Kind::Card, cardId}].insert(u"reply_circuit"_s, own);
        QCOMPARE(w.circuit(), own);
    }

    void theCircuitIsTheTownsNotTheAuthors()
    {
        ReplyWorld w;
        Reply written;
        written.request = requestId;
        written.author = referent;
        ReplyWorld::write(written, u"Bonjour."_s);
        QCOMPARE(w.push(referent, submission({}, written, {}, {referent, {}})).refusal, Refusal::WrongValue);
        QJsonObject forged = submission({}, written, w.circuit(), {referent, {}});
        forged.insert(u"text"_s, u"Autre chose."_s); // than what is sealed
        QCOMPARE(w.push(referent, forged).refusal, Refusal::WrongValue);
        QCOMPARE(w.push(referent, {{u"request"_s, idText(requestId)}, {u"author"_s, idText(head)}, {u"text"_s, u"x"_s}}).refusal,
                 Refusal::NotAllowed);
        QCOMPARE(
            w.push(referent, {{u"request"_s, idText(requestId)}, {u"author"_s, idText(referent)}, {u"state"_s, u"approved"_s}})
                .refusal,
            Refusal::FixedField);
    }

    void aChangeBreaksTheSeals()
    {
        ReplyWorld w;
        w.submit();
        w.approve(head);
        const Reply seen = w.reply();
        Reply changed = seen;
        ReplyWorld::write(changed, u"Bonjour, Madame."_s);
        QCOMPARE(w.push(cabinet, approval(seen, changed, *w.may(cabinet), {cabinet, {}})).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::InApproval);
        QCOMPARE(openPartsOf(w.reply()).first().step, 0); // the head looks again
        QVERIFY(!approvalOf(w.reply(), 0, 0));
        QVERIFY(approvalOf(w.reply(), 1, 0));
        QCOMPARE(decisionsOf(w.reply()).last().was, (QJsonObject{{u"text"_s, u"Bonjour."_s}}));
        QCOMPARE(w.approve(elected).refusal, Refusal::NotAllowed);
        w.approve(head);
        QCOMPARE(openPartsOf(w.reply()).first().step, 2); // whoever changed it needs not
        w.approve(elected);
        QCOMPARE(w.reply().state, ReplyState::Approved);
    }

    //! Whatever goes out is under the seal: each word for each addressee, each way to them, and each file by its digest.
    void theSealIsOfAllThatGoesOut()
    {
        ReplyWorld w;
        w.submit();
        Reply reply = w.reply();
        reply.attachments = {toJson(Enclosure{id(60), u"plan.pdf"_s, QString(64, u'a'), u"application/pdf"_s, 1200})};
        const auto withRecipient = [&reply](const auto &change) {
            Reply changed = reply;
            Recipient one = recipientsOf(changed).first();
            change(one);
            changed.recipients = {toJson(one)};
            return sealOf(changed);
        };
        const auto withFile = [&reply](const auto &change) {
            Reply changed = reply;
            Enclosure file = enclosuresOf(changed.attachments).first();
            change(file);
            changed.attachments = {toJson(file)};
            return sealOf(changed);
        };
        Reply toMore = reply, without = reply, interim = reply;
        toMore.recipients.append(reply.recipients.first());
        without.attachments = {};
        interim.purpose = ReplyPurpose::Interim;
        const QStringList seals{sealOf(reply),
                                withRecipient([](Recipient &r) { r.request = otherRequest; }),
                                withRecipient([](Recipient &r) { r.citizen = id(61); }),
                                withRecipient([](Recipient &r) { r.channel = ReplyChannel::Letter; }),
                                withRecipient([](Recipient &r) { r.name = u"M. Autre"_s; }),
                                withRecipient([](Recipient &r) { r.lines = QStringList{u"3 rue du Pont"_s}; }),
                                withRecipient([](Recipient &r) { r.to = u"autre@example.org"_s; }),
                                withRecipient([](Recipient &r) { r.subject = u"Autre"_s; }),
                                withRecipient([](Recipient &r) { r.text = u"Bonsoir."_s; }),
                                withFile([](Enclosure &e) { e.attachment = id(62); }),
                                withFile([](Enclosure &e) { e.name = u"autre.pdf"_s; }),
                                withFile([](Enclosure &e) { e.sha256 = QString(64, u'b'); }),
                                withFile([](Enclosure &e) { e.mediaType = u"image/png"_s; }),
                                withFile([](Enclosure &e) { e.bytes = 1201; }),
                                sealOf(toMore),
                                sealOf(without),
                                sealOf(interim)};
        QCOMPARE(QSet<QString>(seals.begin(), seals.end()).size(), seals.size());
        QCOMPARE(withFile([](Enclosure &) {}), sealOf(reply)); // and of nothing else
    }

    //! A file in the place of the one that was approved: everybody who approved looks again.
    void anotherFileBreaksTheSeals()
    {
        ReplyWorld w;
        w.submit();
        w.approve(head);
        const Reply seen = w.reply();
        Reply changed = seen;
        changed.attachments = {toJson(Enclosure{id(60), u"plan.pdf"_s, QString(64, u'a'), u"application/pdf"_s, 1200})};
        QCOMPARE(w.push(cabinet, {{u"attachments"_s, changed.attachments}}).outcome, Outcome::Held); // not unseen
        QCOMPARE(w.push(cabinet, approval(seen, changed, *w.may(cabinet), {cabinet, {}})).outcome, Outcome::Applied);
        QCOMPARE(enclosuresOf(w.reply().attachments).size(), 1);
        QVERIFY(!approvalOf(w.reply(), 0, 0));
        QCOMPARE(openPartsOf(w.reply()).first().step, 0);
    }

    void nobodyApprovesWhatTheyDidNotSee()
    {
        ReplyWorld w;
        w.setReplyCircuit({QJsonObject{{u"title"_s, u"Visas"_s},
                                       {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}}});
        w.submit();
        const Reply seen = w.reply();
        const qint64 at = w.record.seq;
        const auto electedPart = *w.may(elected);
        Reply changed = seen;
        ReplyWorld::write(changed, u"Bonjour, Madame."_s);
        QCOMPARE(w.push(cabinet, approval(seen, changed, *w.may(cabinet), {cabinet, {}})).outcome, Outcome::Applied);
        // Offline, the other approved the text before it.
        const Decision late = w.push(elected, approval(seen, seen, electedPart, {elected, {}}), at);
        QCOMPARE(late.outcome, Outcome::Held);
        QCOMPARE(late.refusal, Refusal::Superseded);
        QCOMPARE(w.reply().state, ReplyState::InApproval);
        QCOMPARE(w.approve(elected).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
    }

    void twoApproveAtOnce()
    {
        ReplyWorld w;
        w.setReplyCircuit({QJsonObject{{u"title"_s, u"Visas"_s},
                                       {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}}});
        w.submit();
        const Reply seen = w.reply();
        const qint64 at = w.record.seq;
        const auto a = *w.may(cabinet), b = *w.may(elected);
        QCOMPARE(w.push(cabinet, approval(seen, seen, a, {cabinet, {}}), at).outcome, Outcome::Applied);
        QCOMPARE(w.push(elected, approval(seen, seen, b, {elected, {}}), at).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
    }

    void bothChangeAtOnce()
    {
        ReplyWorld w;
        w.setReplyCircuit({QJsonObject{{u"title"_s, u"Visas"_s},
                                       {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}}});
        w.submit();
        const Reply seen = w.reply();
        const qint64 at = w.record.seq;
        const auto a = *w.may(cabinet), b = *w.may(elected);
        Reply mine = seen, theirs = seen;
        ReplyWorld::write(mine, u"Bonjour, Madame."_s);
        ReplyWorld::write(theirs, u"Bonjour, Monsieur."_s);
        w.push(cabinet, approval(seen, mine, a, {cabinet, {}}), at);
        const Decision late = w.push(elected, approval(seen, theirs, b, {elected, {}}), at);
        QCOMPARE(late.outcome, Outcome::Held);
        QVERIFY(late.lost.contains(u"text"_s) && late.lost.contains(u"decisions"_s)); // nothing typed is lost
        QCOMPARE(w.reply().text, u"Bonjour, Madame."_s);
        QCOMPARE(sealOf(w.reply()), w.reply().seal);
    }

    void returnedRefusedWithdrawn()
    {
        ReplyWorld w;
        w.submit();
        QCOMPARE(w.push(head, sendingBack(w.reply(), ReplyAct::Returned, *w.may(head), {head, {}}, {})).refusal,
                 Refusal::ReasonMissing);
        QCOMPARE(w.push(head, sendingBack(w.reply(), ReplyAct::Returned, *w.may(head), {head, {}}, u"Plus court."_s)).outcome,
                 Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Draft);
        QVERIFY(w.last.effect.value(u"state"_s).isNull() && w.last.effect.contains(u"state"_s)); // as others are told
        QCOMPARE(w.submit(u"Court."_s).outcome, Outcome::Applied);
        QCOMPARE(w.reply().round, 2);
        QCOMPARE(w.push(head, sendingBack(w.reply(), ReplyAct::Refused, *w.may(head), {head, {}}, u"Non."_s)).outcome,
                 Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Refused);
        QCOMPARE(w.submit(u"Encore."_s).refusal, Refusal::WrongMove);

        ReplyWorld other;
        other.submit();
        QCOMPARE(other.push(head, takingUp(other.reply(), {head, {}})).refusal, Refusal::WrongMove);
        QCOMPARE(other.push(referent, takingUp(other.reply(), {referent, {}})).outcome, Outcome::Applied);
        QCOMPARE(other.reply().state, ReplyState::Draft);
        other.submit();
        QCOMPARE(other.push(head, withdrawal(other.reply(), {head, {}})).refusal, Refusal::NotAllowed);
        QCOMPARE(other.push(referent, withdrawal(other.reply(), {referent, {}})).outcome, Outcome::Applied);
        QCOMPARE(other.reply().state, ReplyState::Withdrawn);
        QCOMPARE(other.approve(head).refusal, Refusal::WrongMove);
    }

    void anApprovalIsTakenBackInTime()
    {
        ReplyWorld w;
        w.submit();
        w.approve(head);
        w.approve(cabinet);
        const auto theirs = ownApprovals(w.reply(), head);
        QCOMPARE(theirs.size(), 1);
        QCOMPARE(w.push(cabinet, takingBack(w.reply(), theirs.first(), {cabinet, {}})).refusal, Refusal::NotAllowed);
        QCOMPARE(w.push(head, takingBack(w.reply(), theirs.first(), {head, {}})).outcome, Outcome::Applied);
        QCOMPARE(openPartsOf(w.reply()).first().step, 0);
        w.approve(head);
        w.approve(elected);
        QCOMPARE(w.reply().state, ReplyState::Approved);
        // It waits to be sent; then it has gone.
        Dispatch d;
        d.request = requestId;
        const Id dispatch = dispatchId(replyId, w.reply().seal, requestId);
        w.documents[{Kind::Dispatch, dispatch}] = toDocument(d);
        ReplyWorld before = w;
        QCOMPARE(before.push(elected, takingBack(w.reply(), ownApprovals(w.reply(), elected).first(), {elected, {}})).outcome,
                 Outcome::Applied);
        QCOMPARE(before.reply().state, ReplyState::InApproval);
        d.state = DispatchState::Sending;
        w.documents[{Kind::Dispatch, dispatch}] = toDocument(d);
        QCOMPARE(w.push(elected, takingBack(w.reply(), ownApprovals(w.reply(), elected).first(), {elected, {}})).refusal,
                 Refusal::WrongMove);
        QCOMPARE(w.push(referent, withdrawal(w.reply(), {referent, {}})).refusal, Refusal::WrongMove);
    }

    void deputiesSignForTheAbsent()
    {
        ReplyWorld w;
        w.standsFor(deputy, cabinet);
        w.submit();
        w.approve(head);
        QVERIFY(!w.may(deputy));
        w.absent(cabinet);
        QCOMPARE(w.may(deputy)->onBehalf, cabinet);
        QCOMPARE(w.approve(deputy).outcome, Outcome::Applied);
        QCOMPARE(decisionsOf(w.reply()).last().onBehalf, cabinet);
        // Who does not say that they sign for another does not sign.
        ReplyWorld x;
        x.standsFor(deputy, cabinet);
        x.absent(cabinet);
        x.submit();
        x.approve(head);
        QCOMPARE(x.push(deputy, approval(x.reply(), x.reply(), MayDecide{x.may(deputy)->part, deputy}, {deputy, {}})).refusal,
                 Refusal::NotAllowed);
    }

    void deputiesSignWhenAStepIsOverdue()
    {
        ReplyWorld w;
        w.standsFor(deputy, cabinet);
        w.submit();
        w.approve(head);
        QVERIFY(!w.may(deputy));
        w.record.document.insert(u"overdue"_s, overdueMark(1, 1)); // the hub's word
        w.documents[{Kind::Reply, replyId}] = w.record.document;
        QCOMPARE(w.may(deputy)->onBehalf, cabinet);
        QCOMPARE(w.approve(deputy).outcome, Outcome::Applied);
        QCOMPARE(w.push(deputy, {{u"overdue"_s, overdueMark(1, 2)}}).refusal, Refusal::FixedField);
    }

    void nobodyAnswersWhatTheyDontSee()
    {
        ReplyWorld w;
        Request elsewhere;
        elsewhere.subject = u"Dépôt"_s;
        elsewhere.service = proprete;
        w.documents[{Kind::Request, otherRequest}] = toDocument(elsewhere);
        const auto toBoth = [&w](const Id &who) {
            Reply written;
            written.request = requestId;
            written.author = who;
            ReplyWorld::write(written, u"Bonjour."_s);
            Recipient second = recipientsOf(written).first();
            second.request = otherRequest;
            written.recipients.append(toJson(second));
            return w.push(who, submission({}, written, replyCircuitFor(written, w.lookup()), {who, {}}));
        };
        QCOMPARE(toBoth(referent).refusal, Refusal::OutOfScope);
        QCOMPARE(toBoth(director).outcome, Outcome::Applied);
        // An approver changes words, not addressees.
        Reply changed = w.reply();
        ReplyWorld::write(changed, u"Bonsoir."_s);
        QCOMPARE(w.push(head, approval(w.reply(), changed, *w.may(head), {head, {}})).refusal, Refusal::WrongValue);
    }

    void aSignatureIsPutThereByItsOwner()
    {
        ReplyWorld w;
        w.setReplyCircuit({byPerson(u"Élue"_s, elected)});
        w.standsFor(deputy, elected);
        w.submit();
        const Reply seen = w.reply();
        QJsonObject forged = approval(seen, seen, *w.may(elected), {elected, {}}, {}, u"aW1hZ2U="_s);
        forged.insert(u"signature"_s, QJsonObject{{u"user"_s, idText(cabinet)}, {u"image"_s, u"aW1hZ2U="_s}});
        QCOMPARE(w.push(elected, forged).refusal, Refusal::NotAllowed);
        QCOMPARE(w.push(referent, {{u"signature"_s, QJsonObject{{u"user"_s, idText(referent)}}}}).refusal, Refusal::WrongMove);
        ReplyWorld absent = w;
        absent.absent(elected);
        QVERIFY(!approval(seen, seen, *absent.may(deputy), {deputy, {}}, {}, u"aW1hZ2U="_s).contains(u"signature"_s));
        QCOMPARE(w.push(elected, approval(seen, seen, *w.may(elected), {elected, {}}, {}, u"aW1hZ2U="_s)).outcome,
                 Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
    }

    //! Without an image their new approval has none, whatever stood there from one that they took back.
    void anImageGoesWithItsApproval()
    {
        ReplyWorld w;
        w.setReplyCircuit({byPerson(u"Élue"_s, elected)});
        w.submit();
        Reply seen = w.reply();
        w.push(elected, approval(seen, seen, *w.may(elected), {elected, {}}, {}, u"aW1hZ2U="_s));
        QCOMPARE(signatoryOf(w.reply(), w.lookup()).value("image"_L1).toString(), u"aW1hZ2U="_s);
        seen = w.reply();
        w.push(elected, takingBack(seen, ownApprovals(seen, elected).first(), {elected, {}}));
        seen = w.reply();
        QCOMPARE(w.push(elected, approval(seen, seen, *w.may(elected), {elected, {}})).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::Approved);
        QVERIFY(!signatoryOf(w.reply(), w.lookup()).contains("image"_L1));
    }

    //! CRPA art. L. 212-1: first name, name and capacity of who signed; a deputy says for whom.
    void whoSignsIsNamed()
    {
        ReplyWorld w;
        w.setReplyCircuit({byRole(u"Chef"_s, Role::Head), byPerson(u"Élue"_s, elected)});
        w.standsFor(deputy, elected);
        const auto name = [&w](const Id &user, const QString &words, const QString &capacity) {
            QJsonObject &document = w.documents[{Kind::User, user}];
            document.insert(u"name"_s, words);
            document.insert(u"capacity"_s, capacity);
        };
        name(elected, u"Hélène Marchand"_s, u"adjointe à la voirie"_s);
        name(deputy, u"Luc Roche"_s, u"conseiller municipal"_s);
        w.submit();
        w.approve(head);
        ReplyWorld absent = w;
        w.approve(elected);
        QCOMPARE(signatoryOf(w.reply(), w.lookup()),
                 (QJsonObject{{u"name"_s, u"Hélène Marchand"_s}, {u"capacity"_s, u"adjointe à la voirie"_s}}));
        absent.absent(elected);
        absent.approve(deputy);
        QCOMPARE(absent.reply().state, ReplyState::Approved);
        QCOMPARE(signatoryOf(absent.reply(), absent.lookup()),
                 (QJsonObject{{u"name"_s, u"Luc Roche"_s},
                              {u"capacity"_s, u"conseiller municipal"_s},
                              {u"delegation"_s, u"Pour Hélène Marchand, adjointe à la voirie, et par délégation,"_s}}));
        w.setReplyCircuit({}); // whom nobody approves signs in their own name
        name(referent, u"Marie Nguyen"_s, u"référente"_s);
        Reply alone = w.reply();
        alone.circuit = {};
        QCOMPARE(signatoryOf(alone, w.lookup()).value("name"_L1).toString(), u"Marie Nguyen"_s);
    }

    void whatASubmissionNeeds()
    {
        Reply reply;
        QCOMPARE(gapsOf(reply), QList<ReplyGap>{ReplyGap::Recipient});
        const auto with = [](const auto &change) {
            Reply r;
            ReplyWorld::write(r, u"Bonjour."_s);
            Recipient one = recipientsOf(r).first();
            change(one);
            r.recipients = {toJson(one)};
            return gapsOf(r);
        };
        QCOMPARE(with([](Recipient &) {}), QList<ReplyGap>());
        QCOMPARE(with([](Recipient &r) { r.to = u"dumont"_s; }), QList<ReplyGap>{ReplyGap::Address});
        QCOMPARE(with([](Recipient &r) { r.text = u" \n"_s; }), QList<ReplyGap>{ReplyGap::Text});
        QCOMPARE(with([](Recipient &r) { r.channel = ReplyChannel::None; }), QList<ReplyGap>{ReplyGap::Recipient});
        QCOMPARE(with([](Recipient &r) { r.channel = ReplyChannel::Letter; }), QList<ReplyGap>{ReplyGap::LetterAddress});
        QCOMPARE(with([](Recipient &r) {
                     r.channel = ReplyChannel::Sms;
                     r.to = u"+33600000000"_s;
                     r.text = QString(10 * 67 + 1, u'œ'); // of 67 to a part, where a GSM text has 153
                 }),
                 QList<ReplyGap>{ReplyGap::TooLong});
        ReplyWorld::write(reply, u"Bonjour."_s);
        reply.recipients.append(reply.recipients.first()); // twice the same request
        QCOMPARE(gapsOf(reply), QList<ReplyGap>{ReplyGap::Recipient});
    }

    //! Whatever people do, in whatever order, from whatever they last saw: what is approved was seen as it is by everybody whom
    //! the circuit asks for, and what waits is sealed.
    void neverApprovedUnseen()
    {
        PARVIS_PROPERTY("an approved reply is what each of its approvers saw", [] {
            ReplyWorld w;
            w.standsFor(deputy, cabinet);
            w.standsFor(second, deputy);
            const bool isParallel = *rc::gen::arbitrary<bool>();
            if (isParallel)
                w.setReplyCircuit({byRole(u"Chef"_s, Role::Head),
                                   QJsonObject{{u"title"_s, u"Visas"_s},
                                               {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}}});
            const QList<Id> people{referent, head, cabinet, elected, deputy, second};
            std::map<Id, std::pair<Reply, qint64>> seen; // what each last synced
            QHash<Id, QSet<QString>> sealsSeen;
            const int steps = *rc::gen::inRange(20, 200);
            int approved = 0;
            for (int i = 0; i < steps; ++i) {
                const Id who = people.at(*rc::gen::inRange(0, int(people.size())));
                const int act = *rc::gen::weightedElement<int>({{8, 0}, {1, 3}, {2, 4}, {12, 6}, {1, 9}, {1, 10}, {1, 11}});
                if (act == 0) { // syncs
                    seen[who] = {w.reply(), w.record.seq};
                    sealsSeen[who].insert(w.reply().seal);
                    continue;
                }
                if (act == 3) {
                    const Id gone = people.at(*rc::gen::inRange(1, int(people.size())));
                    w.absent(gone, *rc::gen::arbitrary<bool>());
                    continue;
                }
                const auto &[view, at] = seen[who];
                const auto part = decidable(view, w.actorOf(who), w.lookup()).value_or(MayDecide{{0, 0, {}}, who});
                Reply changed = view;
                if (changed.request.isNull()) {
                    changed.request = requestId;
                    changed.author = who;
                }
                const QString text = QString::number(*rc::gen::inRange(0, 4));
                ReplyWorld::write(changed, text);
                const Reply before = w.reply();
                const auto clock = Instant{*rc::gen::inRange(0, 100)};
                Decision d;
                switch (act) {
                case 4: {
                    const QJsonObject set = submission(view, changed, w.circuit(), {who, clock});
                    if (d = w.push(who, set, at); d.outcome == Outcome::Applied)
                        sealsSeen[who].insert(w.reply().seal);
                    break;
                }
                case 6: d = w.push(who, approval(view, view, part, {who, clock}), at); break;
                case 9:
                    d = w.push(who, approval(view, changed, part, {who, clock}), at);
                    if (d.outcome == Outcome::Applied && !d.effect.isEmpty())
                        sealsSeen[who].insert(w.reply().seal);
                    break;
                case 10: d = w.push(who, sendingBack(view, ReplyAct::Returned, part, {who, clock}, u"Non"_s), at); break;
                case 11: {
                    const auto own = ownApprovals(view, who);
                    if (!own.isEmpty())
                        d = w.push(who, takingBack(view, own.first(), {who, clock}), at);
                    break;
                }
                default: break;
                }
                const Reply now = w.reply();
                RC_ASSERT(now.state == stateOf(now));
                if (now.state == ReplyState::InApproval || now.state == ReplyState::Approved)
                    RC_ASSERT(now.seal == sealOf(now));
                if (now.state == ReplyState::Approved) {
                    ++approved;
                    for (int step = 0; step < now.circuit.size(); ++step) {
                        for (int p = 0; p < partsOf(now.circuit.at(step)).size(); ++p) {
                            const auto a = approvalOf(now, step, p);
                            RC_ASSERT(a.has_value());
                            RC_ASSERT(a->seal == sealOf(now));
                            RC_ASSERT(sealsSeen[a->by].contains(a->seal));
                        }
                    }
                }
                if (before.state == ReplyState::Approved && now.state == ReplyState::Approved)
                    RC_ASSERT(sealOf(before) == sealOf(now));
                // A desk that lays the same over what it knows sees what the hub sees.
                if (before.round > 0 && d.outcome == Outcome::Applied && !d.effect.isEmpty() && view == before) {
                    const auto again = fromDocument<Reply>(replyId, settled(toDocument(now)));
                    RC_ASSERT(again.state == now.state);
                }
            }
            RC_CLASSIFY(approved > 0, "approved");
        });
    }
};

QTEST_APPLESS_MAIN(TestReply)
#include "tst_reply.moc"
