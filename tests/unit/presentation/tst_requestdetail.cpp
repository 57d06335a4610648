#include "presentation/requestdetailcontroller.h"
#include "presentation/timelinemodel.h"
#include "testkit/patience.h"
#include "testkit/property.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace Qt::StringLiterals;
using smalltown::SmallDesk;

class RequestDetailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_request = smalltown::request(u"Lampadaire éteint"_s, u"eclairage"_s, RequestStatus::Assigned, QDate(2026, 12, 4));
        m_request.number = u"2026-014290"_s;
        m_request.text = u"Éteint depuis dimanche"_s;
        m_desk->take(m_request);
        m_desk->take(smalltown::request(u"Une autre"_s, u"police"_s, RequestStatus::Assigned, {}));
        m_desk->flush();
        m_controller = makeController();
    }
    void cleanup()
    {
        m_controller.reset();
        m_desk.reset();
    }

    void theNewestQuestionWins()
    {
        m_controller->show(m_request.id);
        m_controller->show(smalltown::id(u"Une autre"_s));
        QTRY_VERIFY(m_controller->detail());
        QCOMPARE(m_controller->detail()->request.subject, u"Une autre"_s);
        QCoreApplication::processEvents();
        QCOMPARE(m_controller->detail()->request.subject, u"Une autre"_s);
    }

    //! A file of the card's form is a value and an attachment, in one step; undone is the value.
    void aFormFileIsAttached()
    {
        show();
        const FileReference file{u"constat.pdf"_s, QString(64, u'c'), 99, u"application/pdf"_s};
        QSignalSpy saved(m_controller.get(), &RequestDetailController::saved);
        m_controller->setFormFile(u"constat"_s, file);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(m_controller->detail()->attachments.size(), 1);
        QCOMPARE(m_controller->detail()->attachments.first().sha256, file.sha256);
        QCOMPARE(m_controller->detail()->attachments.first().author, m_controller->actor().user);
        QCOMPARE(fileReferenceFrom(m_controller->detail()->request.form.value(u"constat"_s)), std::optional(file));
        m_controller->undo(saved.first().first().value<SavedAct>());
        QTRY_VERIFY(m_controller->detail()->request.form.isEmpty());
        QCOMPARE(m_controller->detail()->attachments.size(), 1); // received is received, as with contacts
    }

    void theTimelineTellsOldAndNew()
    {
        show();
        m_desk->clock.advance(60'000);
        m_desk->patch(Kind::Request, m_request.id,
                      {{u"status"_s, u"in_progress"_s}, {u"assignee"_s, idText(smalltown::id(u"petit"_s))}},
                      {{u"status"_s, u"assigned"_s}, {u"assignee"_s, QJsonValue()}});
        m_desk->flush();
        QTRY_COMPARE(entries().size(), 2);
        const TimelineEntry changed = entries().first();
        QVERIFY(changed.what == TimelineEntry::What::Changed);
        QCOMPARE(changed.author, smalltown::id(u"leroy"_s));
        QCOMPARE(changed.steps.size(), 2);
        QCOMPARE(changed.steps.at(1).before.toString(), u"assigned"_s);
        QCOMPARE(changed.steps.at(1).after.toString(), u"in_progress"_s);
        QVERIFY(entries().last().what == TimelineEntry::What::Created);

        m_controller->changeStatus({RequestStatus::Waiting, u"weather"_s, u"On attend le dégel"_s});
        QTRY_COMPARE(entries().size(), 4);
        const auto pending = entries();
        const auto mine = std::find_if(pending.begin(), pending.end(), [](const TimelineEntry &entry) {
            return entry.what == TimelineEntry::What::Changed && entry.isPending;
        });
        QVERIFY(mine != pending.end());
        QCOMPARE(mine->steps.last().field, u"status"_s);
        QCOMPARE(mine->steps.last().before.toString(), u"in_progress"_s);
        QVERIFY(std::any_of(pending.begin(), pending.end(), [](const TimelineEntry &entry) {
            return entry.what == TimelineEntry::What::Note && entry.text == u"On attend le dégel";
        }));
    }

    void everyActCanBeTakenBack()
    {
        show();
        QSignalSpy saved(m_controller.get(), &RequestDetailController::saved);
        m_controller->assign(smalltown::id(u"police"_s), smalltown::id(u"leroy"_s), {});
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(m_controller->detail()->request.service, smalltown::id(u"police"_s));
        m_controller->undo(saved.first().first().value<SavedAct>());
        QTRY_COMPARE(m_controller->detail()->request.service, smalltown::id(u"eclairage"_s));

        m_controller->setFields({{u"text"_s, u"Éteint depuis lundi"_s}}, u"text"_s);
        QTRY_COMPARE(saved.size(), 2);
        QTRY_COMPARE(m_controller->detail()->request.text, u"Éteint depuis lundi"_s);
        m_controller->undo(saved.last().first().value<SavedAct>());
        QTRY_COMPARE(m_controller->detail()->request.text, m_request.text);
    }

    void anotherServiceBeginsAnew()
    {
        show();
        m_controller->changeStatus({RequestStatus::Waiting, u"weather"_s});
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Waiting);
        m_controller->assign(smalltown::id(u"police"_s), {}, {});
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Assigned);
        QVERIFY(m_controller->detail()->request.reason.isEmpty());
        m_controller->assign({}, {}, {}); // back to be qualified
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Received);
        QVERIFY(m_controller->detail()->request.service.isNull());
    }

    //! Nothing came by moving it: the time stays suspended (CRPA L. 114-5), and the next service asks for the same.
    void whatTheCitizenOwesIsOwedToTheNextService()
    {
        show();
        RequestMoves::Step step{RequestStatus::Waiting, u"missing_documents"_s};
        step.missing = {u"Plan de situation"_s};
        m_controller->changeStatus(step);
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Waiting);
        const Request before = m_controller->detail()->request;
        QCOMPARE(before.suspensions.size(), 1);
        QCOMPARE(before.suspensions.first()["until"_L1].toString(), u"2026-12-23"_s); // thirty days
        m_desk->clock.advance(5 * 24 * 3600 * 1000LL);
        m_controller->assign(smalltown::id(u"police"_s), {}, {});
        QTRY_COMPARE(m_controller->detail()->request.service, smalltown::id(u"police"_s));
        const Request &moved = m_controller->detail()->request;
        QCOMPARE(moved.status, RequestStatus::Waiting);
        QCOMPARE(moved.reason, u"missing_documents"_s);
        QCOMPARE(moved.missing, before.missing);
        QCOMPARE(moved.suspensions, before.suspensions);
        QCOMPARE(moved.dueOn, before.dueOn);
    }

    void reopeningPromisesAnew()
    {
        show();
        m_controller->changeStatus({RequestStatus::Answered});
        QTRY_VERIFY(m_controller->detail()->request.answeredAt.isSet());
        m_desk->clock.advance(30 * 24 * 3600 * 1000LL);
        m_controller->changeStatus({RequestStatus::Reopened, u"not_solved"_s});
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Reopened);
        const Request &request = m_controller->detail()->request;
        const Promise asNew = promiseFor(m_desk->town.card(request.card), m_desk->clock.now(), m_desk->town);
        QCOMPARE(request.dueOn, asNew.due.day);
        QCOMPARE(m_controller->promise().due.day, asNew.due.day);
        QCOMPARE(m_controller->promise().due.steps, asNew.due.steps);
        QCOMPARE(m_controller->delay().state, DelayState::OnTime);
    }

    void reopeningClearsTheAnswer()
    {
        show();
        m_controller->changeStatus({RequestStatus::Answered});
        QTRY_VERIFY(m_controller->detail()->request.answeredAt.isSet());
        m_controller->changeStatus({RequestStatus::Reopened, u"not_solved"_s});
        QTRY_VERIFY(m_controller->detail()->request.status == RequestStatus::Reopened);
        QVERIFY(!m_controller->detail()->request.answeredAt.isSet());
    }

    void whatIsRefusedChangesNothingAndKeepsTheWords()
    {
        show();
        Actor actor = m_desk->actor(u"rousseau"_s);
        actor.roles = {Role::Dpo};
        m_controller->setActor(actor);
        m_controller->keep(u"note"_s, {{u"text"_s, u"à garder"_s}});
        QSignalSpy failed(m_controller.get(), &RequestDetailController::failed);
        m_controller->addNote(u"à garder"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().last().value<Error>().code == ErrorCode::Forbidden);
        QVERIFY(m_controller->detail()->notes.isEmpty());
        QVERIFY(m_controller->draft().contains(u"note"_s));
    }

    void wordsAreThereAfterAKill()
    {
        show();
        m_controller->keep(u"note"_s, {{u"text"_s, u"à moitié"_s}});
        QVERIFY(holdsAfter(1000, [this] { return storedDraft().contains(u"note"_s); })); // within a second of the key
        m_desk->store().saveDraft(u"request/"_s + idText(m_request.id), storedDraft()).value();
        m_controller = makeController(); // without any farewell of the first one that matters
        QSignalSpy restored(m_controller.get(), &RequestDetailController::draftRestored);
        m_controller->show(m_request.id);
        QTRY_COMPARE(m_controller->draft().value(u"note"_s)["text"_L1].toString(), u"à moitié"_s);
        QVERIFY(!restored.isEmpty());
        m_controller->addNote(u"à moitié"_s);
        QTRY_VERIFY(storedDraft().isEmpty()); // saved: it must not come back
        QVERIFY(m_controller->draft().isEmpty());
    }

    void aRequestThatIsGoneIsToldSo()
    {
        m_controller->show(smalltown::id(u"nowhere"_s));
        QTRY_VERIFY(!m_controller->isLoading());
        QVERIFY(!m_controller->detail());
    }

    void takingAProposalClosesIt()
    {
        Proposal proposal;
        proposal.id = smalltown::id(u"proposal"_s);
        proposal.targetKind = u"request"_s;
        proposal.target = m_request.id;
        proposal.verb = u"patch"_s;
        proposal.wanted = {{u"subject"_s, u"Lampe cassée"_s}};
        proposal.author = smalltown::id(u"petit"_s);
        proposal.reason = u"lost_race"_s;
        m_desk->take(proposal);
        m_desk->flush();
        show();
        QCOMPARE(m_controller->detail()->proposals.size(), 1);
        QVERIFY(!m_controller->maySettle(proposal)); // another's, and she is no head
        Actor head = m_desk->actor(u"rousseau"_s);
        head.roles.insert(Role::Head);
        m_controller->setActor(head);
        QVERIFY(m_controller->maySettle(proposal));
        m_controller->dismiss(proposal);
        QTRY_VERIFY(m_controller->detail()->proposals.first().state == ProposalState::Dismissed);
        QCOMPARE(m_controller->detail()->request.subject, m_request.subject);
    }

    void theTimelineChangesOnlyWhereItChanged()
    {
        const auto holds = [](const std::vector<int> &before, const std::vector<int> &after) {
            const auto made = [](const std::vector<int> &numbers) {
                QList<TimelineEntry> list;
                for (const int n : numbers) {
                    TimelineEntry entry;
                    entry.at = {n % 5};
                    list.append(entry);
                }
                return list;
            };
            TimelineModel model;
            QAbstractItemModelTester tester(&model);
            QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
            model.setEntries(made(before));
            model.setEntries(made(after));
            RC_ASSERT(model.rowCount() == int(after.size()));
            for (int row = 0; row < model.rowCount(); ++row)
                RC_ASSERT(model.entry(row) == made(after).at(row));
            RC_ASSERT(reset.isEmpty());
        };
        PARVIS_PROPERTY("any timeline follows any other", holds);
    }

private:
    std::unique_ptr<RequestDetailController> makeController()
    {
        auto controller =
            std::make_unique<RequestDetailController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        controller->setActor(m_desk->actor(u"rousseau"_s));
        return controller;
    }
    void show()
    {
        m_controller->show(m_request.id);
        QTRY_VERIFY(m_controller->detail());
    }
    QList<TimelineEntry> entries() { return timelineOf(*m_controller->detail()); }
    QJsonObject storedDraft()
    {
        const auto draft = m_desk->store().draft(u"request/"_s + idText(m_request.id));
        return draft && *draft ? (*draft)->content : QJsonObject();
    }

    std::unique_ptr<SmallDesk> m_desk;
    QRandomGenerator m_random{5};
    Request m_request;
    std::unique_ptr<RequestDetailController> m_controller;
};

QTEST_GUILESS_MAIN(RequestDetailTest)
#include "tst_requestdetail.moc"
