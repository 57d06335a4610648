#include "presentation/approvalscontroller.h"
#include "replydesk.h"
#include "store/noticequery.h"
#include "testkit/property.h"
#include "wording/french.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! What waits for whom, decisions on what was on the screen, and many at once.
class TestApprovals : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ReplyDesk> m_desk;
    std::unique_ptr<ApprovalsController> m_book;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_saved, m_failed;

    void signIn(const QString &login) { m_book->setActor(m_desk->actorOf(login)); }

    QStringList subjects() const
    {
        QStringList list;
        for (const ApprovalItem &item : m_book->list().items())
            list.append(item.row.reply.subject);
        return list;
    }

    ReplyAct lastAct(const Id &reply) { return decisionsOf(m_desk->reply(reply)).last().act; }

    bool isShown(const Id &reply) const { return m_book->shownCase() && m_book->shownCase()->item.id() == reply; }

    void open(const Id &reply)
    {
        m_book->show(reply);
        QTRY_VERIFY(isShown(reply));
    }

    //! As the composer makes it of "{{citizen.form_of_address}}, {{request.subject}} is repaired. {{citizen.politeness}}".
    Id submitForm(int n, const Id &form, const std::function<void(Reply &)> &change)
    {
        const Citizen whom = citizens().at(n % 4);
        const QString subject = u"Affaire %1"_s.arg(n);
        m_forms.append(m_desk->submit(subject, n, [&](Reply &r) {
            m_desk->patch(Kind::Request, r.request, {{u"citizen"_s, idText(whom.id)}});
            r.replyTemplate = form;
            Recipient to = ReplyDesk::recipient(r.request, ReplyChannel::Letter, subject, {});
            to.citizen = whom.id;
            r.recipients = {toJson(to)};
            ReplyDesk::setText(r, u"%1,\n\nDossier « %2 », au nom de %3 : réparé.\n\n%4"_s.arg(
                                      formOfAddress(whom), subject, displayName(whom), politeness(whom)));
            if (change)
                change(r);
        }));
        return m_forms.last();
    }
    Id submitForms(int count)
    {
        const Id form = id(u"template"_s);
        ReplyTemplate t;
        t.id = form;
        t.text = u"{{citizen.form_of_address}},\n\nDossier « {{request.subject}} », au nom de {{citizen.name}} : "
                 "réparé.\n\n{{citizen.politeness}}"_s;
        ReferenceRecords records = reference();
        records.units = m_desk->town.units();
        records.users = m_desk->town.users();
        records.templates = {t};
        m_desk->town.set(records);
        for (int i = 0; i < count; ++i)
            submitForm(i, form, {});
        return form;
    }
    QList<Id> m_forms;

private Q_SLOTS:
    void init()
    {
        m_forms.clear();
        m_desk = std::make_unique<ReplyDesk>();
        m_book = std::make_unique<ApprovalsController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock);
        m_tester =
            std::make_unique<QAbstractItemModelTester>(&m_book->list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_saved = std::make_unique<QSignalSpy>(m_book.get(), &ApprovalsController::saved);
        m_failed = std::make_unique<QSignalSpy>(m_book.get(), &ApprovalsController::failed);
        signIn(u"delmas"_s);
    }
    void cleanup()
    {
        m_saved.reset();
        m_failed.reset();
        m_tester.reset();
        m_book.reset();
        m_desk.reset();
    }

    void whatWaitsForMeByDueDate()
    {
        m_desk->submit(u"Plus tard"_s, 9);
        m_desk->submit(u"Bientôt"_s, 2);
        const Id passed = m_desk->submit(u"Passée"_s, 1);
        m_desk->approveAt(u"delmas"_s, passed);
        QTRY_COMPARE(subjects(), (QStringList{u"Bientôt"_s, u"Plus tard"_s}));
        QCOMPARE(m_book->waiting(), 2);
        m_book->setView(ApprovalView::ForAll);
        QCOMPARE(subjects(), (QStringList{u"Passée"_s, u"Bientôt"_s, u"Plus tard"_s}));
        QCOMPARE(m_book->list().items().first().open.first().step, 1);
        QVERIFY(!m_book->list().items().first().mine);
        QCOMPARE(m_book->waiting(), 2);
        signIn(u"petit"_s);
        QTRY_COMPARE(m_book->waiting(), 0);
        m_book->setView(ApprovalView::Mine);
        QCOMPARE(subjects().size(), 3);
    }

    //! The next one is in sight before anything is written, and what is written names the seal that was seen.
    void approvedGoesToTheNext()
    {
        const Id first = m_desk->submit(u"Un"_s, 1), second = m_desk->submit(u"Deux"_s, 2);
        QTRY_COMPARE(m_book->waiting(), 2);
        open(first);
        QTRY_VERIFY(m_book->caseAhead());
        const QString seal = m_book->shownCase()->reply().seal;
        m_book->approve();
        QVERIFY(isShown(second));
        QCOMPARE(subjects(), QStringList{u"Deux"_s});
        QTRY_COMPARE(m_saved->size(), 1);
        const ReplyDecision given = decisionsOf(m_desk->reply(first)).last();
        QCOMPARE(given.act, ReplyAct::Approved);
        QCOMPARE(given.seal, seal);
        QVERIFY(given.onBehalf.isNull());
        QTRY_COMPARE(m_book->waiting(), 1);
        QCOMPARE(m_book->shown(), second);
    }

    //! Its approval is written, the lists are not read again yet, and the agent goes on.
    void whatWasApprovedDoesNotComeBackMeanwhile()
    {
        const Id first = m_desk->submit(u"Un"_s, 1);
        m_desk->submit(u"Deux"_s, 2);
        m_desk->submit(u"Trois"_s, 3);
        QTRY_COMPARE(subjects().size(), 3);
        open(first);
        QTRY_VERIFY(m_book->caseAhead());
        QStringList left;
        connect(m_book.get(), &ApprovalsController::saved, m_book.get(), [this, &left] {
            if (m_saved->size() > 1)
                return;
            m_book->approve();
            left = subjects();
        });
        m_book->approve();
        QTRY_COMPARE(m_saved->size(), 2);
        QCOMPARE(left, QStringList{u"Trois"_s});
    }

    void aDeputyDecidesForWhoIsAbsent()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        m_desk->approveAt(u"delmas"_s, reply);
        signIn(u"roche"_s);
        QTRY_VERIFY(m_book->isLoaded());
        QTRY_COMPARE(m_book->waiting(), 0);
        m_desk->setAbsent(u"vidal"_s, true);
        QTRY_COMPARE(m_book->waiting(), 1);
        QVERIFY(m_book->list().items().first().isDeputy(id(u"roche"_s)));
        m_book->setSignature("not shown: it is not their own decision");
        open(reply);
        const QJsonObject signatory = m_book->signatory(*m_book->shownCase());
        QCOMPARE(signatory.value("name"_L1).toString(), u"Luc Roche"_s);
        QCOMPARE(signatory.value("delegation"_L1).toString(), u"Pour Rose Vidal, Adjointe, et par délégation,"_s);
        QVERIFY(!signatory.contains("image"_L1));
        m_book->approve();
        QTRY_COMPARE(m_saved->size(), 1);
        const Reply done = m_desk->reply(reply);
        QCOMPARE(decisionsOf(done).last().onBehalf, id(u"vidal"_s));
        QVERIFY(done.signature.isEmpty());
        QCOMPARE(done.state, ReplyState::Approved);
    }

    void theSignatureIsTheirsAlone()
    {
        const QByteArray png("\x89PNG made up", 12);
        m_book->setSignature(png);
        QTRY_COMPARE(m_book->signature(), png);
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->approve();
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_desk->reply(reply).signature.value("image"_L1).toString(), QString::fromLatin1(png.toBase64()));
        signIn(u"vidal"_s);
        QVERIFY(m_book->signature().isEmpty());
        signIn(u"delmas"_s);
        QTRY_COMPARE(m_book->signature(), png); // it was kept
        m_book->setSignature(QByteArray(ApprovalsController::mostSignatureBytes + 1, 'x'));
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_book->signature(), png);
    }

    void returnedWithAReasonAndNotWithout()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->giveBack(u"  "_s);
        QVERIFY(m_book->mayDecide());
        m_book->giveBack(u"Le délai est faux."_s);
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(m_desk->reply(reply).state, ReplyState::Draft);
        QCOMPARE(decisionsOf(m_desk->reply(reply)).last().text, u"Le délai est faux."_s);
        QTRY_COMPARE(m_book->waiting(), 0);
        QVERIFY(m_book->shown().isNull());
    }

    void refusedAndAnnotated()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->annotate(u"Vu avec le service."_s);
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(lastAct(reply), ReplyAct::Remarked);
        QTRY_COMPARE(decisionsOf(m_book->shownCase()->reply()).last().act, ReplyAct::Remarked);
        QVERIFY(!m_book->isBroken()); // a word breaks no seal
        m_book->refuse(u"Rien à répondre."_s);
        QTRY_COMPARE(m_saved->size(), 2);
        QCOMPARE(m_desk->reply(reply).state, ReplyState::Refused);
    }

    void changedTextIsSealedAnew()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->approveChanged(u"Votre lampadaire"_s, u"Bonjour,\n\nSous dix jours."_s);
        QTRY_COMPARE(m_saved->size(), 1);
        const Reply done = m_desk->reply(reply);
        QCOMPARE(done.subject, u"Votre lampadaire"_s);
        QCOMPARE(recipientsOf(done).first().text, u"Bonjour,\n\nSous dix jours."_s);
        QCOMPARE(done.seal, sealOf(done));
        QCOMPARE(decisionsOf(done).last().was.value("subject"_L1).toString(), u"Un"_s);
        // Whoever comes after sees what the step before changed.
        signIn(u"vidal"_s);
        open(reply);
        QVERIFY(m_book->shownCase()->before);
        QCOMPARE(m_book->shownCase()->before->subject, u"Un"_s);
        QVERIFY(recipientFrom(m_book->shownCase()->before->recipients.first()).text.contains(u"huit jours"_s));
    }

    void fieldsAreRenderedForEachRecipient()
    {
        const Id reply = m_desk->submit(u"Un"_s, 5, [this](Reply &r) {
            Request other = request(u"Autre"_s, u"eclairage"_s, RequestStatus::InProgress, QDate(2026, 11, 30));
            other.number = u"2026-777777"_s;
            m_desk->take(other);
            m_desk->flush();
            r.text = u"N° {{request.number}}."_s;
            r.recipients.append(toJson(ReplyDesk::recipient(other.id, ReplyChannel::Sms, u"Un"_s, u"N° 2026-777777."_s)));
        });
        open(reply);
        const auto seen = m_book->preview(u"Un"_s, u"Demande {{request.number}}"_s);
        QVERIFY(seen);
        QVERIFY(recipientsOf(*seen).first().text.startsWith(u"Demande 2026-00"_s));
        m_book->approveChanged(u"Un"_s, u"Demande {{request.number}}"_s);
        QTRY_COMPARE(m_saved->size(), 1);
        QCOMPARE(recipientsOf(m_desk->reply(reply)).last().text, u"Demande 2026-777777"_s);
    }

    //! A field that holds nothing is never sent.
    void emptyFieldsAreNamed()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->approveChanged(u"Un"_s, u"Cher {{request.authority}}{{nonsense}}"_s);
        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY(m_failed->first().last().value<Error>().detail.contains(u"nonsense"_s));
        QVERIFY(m_book->mayDecide());
    }

    //! Never approved: what was not on the screen.
    void whatChangesUnderTheEyesBreaksTheSeal()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        m_desk->approveAt(u"delmas"_s, reply);
        signIn(u"vidal"_s);
        open(reply);
        const QString before = m_book->shownCase()->reply().seal;
        // Delmas takes her approval back and gives it to another text.
        const Reply seen = m_desk->reply(reply);
        m_desk->decideAt(u"delmas"_s, reply, takingBack(seen, *approvalOf(seen, 0, 0), {id(u"delmas"_s), m_desk->clock.now()}));
        m_desk->approveAt(u"delmas"_s, reply, [](Reply &r) { ReplyDesk::setText(r, u"Nous ne ferons rien."_s); });
        QTRY_VERIFY(m_book->isBroken());
        QVERIFY(m_book->shownCase()->before->text.contains(u"huit jours"_s));
        QCOMPARE(m_book->shownCase()->reply().text, u"Nous ne ferons rien."_s);
        m_book->approve();
        QCOMPARE(lastAct(reply), ReplyAct::Approved);
        QCOMPARE(decisionsOf(m_desk->reply(reply)).last().by, id(u"delmas"_s));
        m_book->acceptChange();
        m_book->approve();
        QTRY_COMPARE(m_saved->size(), 1);
        const ReplyDecision given = decisionsOf(m_desk->reply(reply)).last();
        QCOMPARE(given.by, id(u"vidal"_s));
        QVERIFY(given.seal != before);
    }

    //! The change has come to the store, but not yet to the screen: the rules refuse, and the new text comes into sight.
    void anApprovalOfAnOldTextIsRefused()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        signIn(u"delmas"_s);
        open(reply);
        {
            const QSignalBlocker unheard(&m_desk->events);
            const Reply seen = m_desk->reply(reply);
            m_desk->decideAt(u"petit"_s, reply, takingUp(seen, {id(u"petit"_s), m_desk->clock.now()}));
            const Reply draft = m_desk->reply(reply);
            Reply written = draft;
            ReplyDesk::setText(written, u"Autre chose."_s);
            m_desk->decideAt(u"petit"_s, reply, submission(draft, written, m_desk->circuit(), {id(u"petit"_s), {}}));
        }
        m_book->approve();
        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY(!approvalOf(m_desk->reply(reply), 0, 0));
        QTRY_VERIFY(isShown(reply) && m_book->shownCase()->reply().text == u"Autre chose."_s);
    }

    void takenBack()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        open(reply);
        m_book->approve();
        QTRY_COMPARE(m_saved->size(), 1);
        QTRY_COMPARE(m_book->waiting(), 0);
        m_book->undo(m_saved->first().first().value<SavedApproval>());
        QTRY_COMPARE(m_saved->size(), 2);
        QTRY_COMPARE(m_book->waiting(), 1);
        QTRY_VERIFY(isShown(reply));
        QCOMPARE(lastAct(reply), ReplyAct::TakenBack);
    }

    void manyRecipientsAreLookedAtBySample()
    {
        const Id reply = m_desk->submit(u"Dix"_s, 5, [this](Reply &r) {
            for (int i = 1; i < 10; ++i) {
                const Request other =
                    request(u"Autre %1"_s.arg(i), u"eclairage"_s, RequestStatus::InProgress, QDate(2026, 11, 30));
                m_desk->take(other);
                r.recipients.append(toJson(ReplyDesk::recipient(other.id, ReplyChannel::Email, r.subject, r.text)));
            }
        });
        open(reply);
        QCOMPARE(m_book->sampleSize(), 4);
        int looks = 1;
        while (const auto place = m_book->unseenRecipient()) {
            m_book->showRecipient(*place);
            ++looks;
        }
        QCOMPARE(looks, 4);
        QCOMPARE(m_book->recipient(), 9);
    }

    void alikeAreApprovedAfterASample()
    {
        const Id form = id(u"template"_s);
        QList<Id> all;
        for (int i = 0; i < 6; ++i)
            all.append(m_desk->submit(u"Pareille %1"_s.arg(i), i, [&](Reply &r) { r.replyTemplate = form; }));
        m_desk->submit(u"Autre"_s, 2);
        QTRY_COMPARE(m_book->waiting(), 7);
        open(all.at(2));
        QCOMPARE(m_book->alike().size(), 6);
        m_book->beginSampling();
        QTRY_VERIFY(m_book->isSampling());
        QCOMPARE(m_book->sampling().sample, 3);
        QTRY_VERIFY(isShown(all.at(0)));
        m_book->nextSample();
        QTRY_VERIFY(isShown(all.at(2)));
        // One that isn't of the sample changes meanwhile: it is left out.
        const Reply seen = m_desk->reply(all.at(1));
        m_desk->decideAt(u"petit"_s, all.at(1), takingUp(seen, {id(u"petit"_s), m_desk->clock.now()}));
        QTRY_COMPARE(m_book->sampling().changed, 1);
        m_book->nextSample();
        QTRY_VERIFY(isShown(all.at(5)));
        QCOMPARE(m_saved->size(), 0);
        m_book->nextSample();
        QTRY_COMPARE(m_saved->size(), 1);
        const auto act = m_saved->first().first().value<SavedApproval>();
        QCOMPARE(act.parts.size(), 5);
        QTRY_COMPARE(m_book->waiting(), 1);
        for (const Id &one : all) {
            const Reply reply = m_desk->reply(one);
            QCOMPARE(approvalOf(reply, 0, 0).has_value(), one != all.at(1));
            if (one != all.at(1))
                QCOMPARE(approvalOf(reply, 0, 0)->seal, reply.seal);
        }
        m_book->undo(act);
        QTRY_COMPARE(m_book->waiting(), 6);
    }

    void theBellNamesWhatWaitsAndWhatCameBack()
    {
        const Id reply = m_desk->submit(u"Un"_s);
        const auto told = [this](const QString &login) {
            QList<Notice> replies = noticesFor(m_desk->store(), id(login), login, {1}, 20).value();
            replies.removeIf(
                [](const Notice &n) { return n.what != Notice::What::ToApprove && n.what != Notice::What::Returned; });
            return replies;
        };
        QCOMPARE(told(u"delmas"_s).size(), 1);
        QCOMPARE(told(u"delmas"_s).first().what, Notice::What::ToApprove);
        QCOMPARE(told(u"delmas"_s).first().by, id(u"petit"_s));
        QVERIFY(told(u"vidal"_s).isEmpty());
        QVERIFY(told(u"petit"_s).isEmpty());
        open(reply);
        m_book->giveBack(u"Trop long"_s);
        QTRY_COMPARE(told(u"petit"_s).size(), 1);
        QCOMPARE(told(u"petit"_s).first().what, Notice::What::Returned);
        QCOMPARE(told(u"petit"_s).first().id, reply);
        QVERIFY(told(u"petit"_s).first().isDraft); // opened where it is written on
        QVERIFY(told(u"delmas"_s).isEmpty());
        const Id other = m_desk->submit(u"Deux"_s, 9);
        open(other);
        m_book->refuse(u"Sans objet"_s);
        QTRY_COMPARE(told(u"petit"_s).size(), 2);
        for (const Notice &notice : told(u"petit"_s))
            QCOMPARE(notice.isDraft, notice.id == reply);
    }

    //! Words begun are in the store at once, theirs alone, and gone with the decision.
    void whatIsBegunIsKept()
    {
        const Id reply = m_desk->submit(u"Un"_s), other = m_desk->submit(u"Deux"_s, 9);
        open(reply);
        m_book->keep(reply, {{u"reason"_s, u"Le ton"_s}});
        QTRY_COMPARE(m_desk->store().drafts(u"approval/"_s).value().size(), 1);
        m_book->show(other);
        m_book->show(reply);
        QTRY_VERIFY(isShown(reply));
        QCOMPARE(m_book->shownCase()->begun.value("reason"_L1).toString(), u"Le ton"_s);
        signIn(u"vidal"_s);
        open(reply);
        QVERIFY(m_book->shownCase()->begun.isEmpty());
        signIn(u"delmas"_s);
        open(reply);
        QCOMPARE(m_book->shownCase()->begun.value("reason"_L1).toString(), u"Le ton"_s);
        m_book->giveBack(u"Le ton"_s);
        QTRY_VERIFY(m_desk->store().drafts(u"approval/"_s).value().isEmpty());
    }

    //! Of the same template, but its author wrote something of their own.
    void whatIsWrittenOtherwiseIsNotAlike()
    {
        const auto fromForm = [](Reply &r) { r.replyTemplate = id(u"template"_s); };
        QList<Id> all;
        for (int i = 0; i < 4; ++i)
            all.append(m_desk->submit(u"Pareille %1"_s.arg(i), i, fromForm));
        const Id own = m_desk->submit(u"À part"_s, 5, [&](Reply &r) {
            fromForm(r);
            ReplyDesk::setText(r, u"Tout autre chose."_s);
        });
        QTRY_COMPARE(m_book->waiting(), 5);
        open(all.first());
        QCOMPARE(m_book->alike(), all);
        open(own);
        QVERIFY(m_book->alike().size() < ApprovalsController::fewestAlike);
    }

    //! Composed from one template, each citizen's values are in the text by then: that is how replies to one look.
    void whatIsTheCitizensOwnMakesNoDifference()
    {
        const Id form = submitForms(4);
        const QList<Id> all = m_forms;
        QTRY_COMPARE(m_book->waiting(), 4);
        open(all.at(1));
        QCOMPARE(m_book->alike(), all);
        QVERIFY(m_desk->reply(all.at(0)).text != m_desk->reply(all.at(1)).text);
        // Its author wrote a word of their own.
        submitForm(9, form, [](Reply &r) { ReplyDesk::setText(r, r.text + u"\n\nBien à vous."_s); });
        submitForm(10, form, [](Reply &r) { r.purpose = ReplyPurpose::Interim; });
        submitForm(11, form, [](Reply &r) {
            QJsonObject only = r.recipients.first().toObject();
            only.insert(u"channel"_s, u"email"_s);
            only.insert(u"to"_s, u"usager@exemple.fr"_s);
            r.recipients = {only};
        });
        const Enclosure plan{id(u"plan"_s), u"plan.pdf"_s, QString(64, u'a'), u"application/pdf"_s, 1};
        const auto withPlan = [&plan](Reply &r) { r.attachments = {toJson(plan)}; };
        submitForm(12, form, withPlan);
        submitForm(13, id(u"another template"_s), {});
        const Id ahead = submitForm(14, form, {});
        m_desk->approveAt(u"delmas"_s, ahead);
        QTRY_COMPARE(m_book->waiting(), 9);
        open(all.at(1));
        QCOMPARE(m_book->alike(), all);
        for (int i = 4; i < 9; ++i) {
            open(m_forms.at(i));
            QVERIFY2(m_book->alike().size() <= 1, qPrintable(QString::number(i)));
        }
        submitForm(15, form, withPlan);
        const Id third = submitForm(16, form, withPlan);
        QTRY_COMPARE(m_book->waiting(), 11);
        open(third);
        QCOMPARE(m_book->alike().size(), 3); // the same enclosure
        // Two fields hold the same: the one that the template names stands there.
        m_desk->patch(Kind::Request, id(u"Affaire 0"_s), {{u"number"_s, u"Affaire 0"_s}});
        m_desk->flush();
        open(all.at(1));
        QCOMPARE(m_book->alike(), all);
    }

    void anotherStepIsDecidedByItself()
    {
        submitForms(4);
        for (int i = 0; i < 3; ++i)
            m_desk->approveAt(u"delmas"_s, m_forms.at(i));
        signIn(u"vidal"_s);
        QTRY_COMPARE(m_book->waiting(), 3);
        open(m_forms.at(0));
        QTRY_COMPARE(m_book->alike().size(), 3);
        m_desk->approveAt(u"delmas"_s, m_forms.at(3));
        QTRY_COMPARE(m_book->alike().size(), 4);
        // Delmas stands in for Vidal: what waits for her own step is another matter.
        m_desk->patch(Kind::User, id(u"delmas"_s), {{u"stands_for"_s, QJsonArray{idText(id(u"vidal"_s))}}});
        m_desk->setAbsent(u"vidal"_s, true);
        for (int i = 4; i < 7; ++i)
            submitForm(i, id(u"template"_s), {});
        signIn(u"delmas"_s);
        QTRY_COMPARE(m_book->waiting(), 7);
        open(m_forms.at(5));
        QTRY_COMPARE(m_book->alike(), m_forms.mid(4));
        open(m_forms.at(1));
        QCOMPARE(m_book->alike(), m_forms.mid(0, 4));
    }

    void aSampleIsSpreadAndNeverTooSmall()
    {
        PARVIS_PROPERTY("a sample is spread", [](int seed) {
            const int count = 1 + std::abs(seed % 500);
            const QList<int> places = sampleOf(count);
            RC_ASSERT(int(places.size()) >= std::min(2, count));
            RC_ASSERT(places.size() * places.size() >= count);
            RC_ASSERT(places.first() == 0 && places.last() == count - 1);
            RC_ASSERT(std::is_sorted(places.begin(), places.end()));
            RC_ASSERT(QSet<int>(places.begin(), places.end()).size() == places.size());
        });
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
