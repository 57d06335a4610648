#include "domain/workflow.h"
#include "presentation/bulkcontroller.h"
#include "presentation/caselistmodel.h"
#include "presentation/requestdetailcontroller.h"
#include "testkit/property.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace Qt::StringLiterals;
using smalltown::SmallDesk;

namespace {

RequestRow row(const QString &name, const QDate &due)
{
    RequestRow r;
    r.id = smalltown::id(name);
    r.subject = name;
    r.dueOn = due;
    return r;
}

} // namespace

//! Work on several cases at once, the plan of the day, and what one agent does to one case.
class WorkTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        for (const QString &name : {u"Un"_s, u"Deux"_s, u"Trois"_s}) {
            Request r = smalltown::request(name, u"police"_s, RequestStatus::Assigned, QDate(2026, 12, 4));
            r.number = u"2026-00000"_s + QString::number(name.size());
            r.citizen = name == u"Trois"_s ? Id() : smalltown::citizens().first().id;
            r.replyChannel = ReplyChannel::Sms;
            m_desk->take(r);
        }
        m_desk->flush();
        m_bulk = std::make_unique<BulkController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        m_bulk->setActor(m_desk->actor(u"rousseau"_s));
    }
    void cleanup()
    {
        m_bulk.reset();
        m_desk.reset();
    }

    void oneReplyClosesAll()
    {
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->closeWithReply({id(u"Un"_s), id(u"Deux"_s), id(u"Trois"_s)}, u"done"_s, u"C'est réparé."_s);
        QTRY_COMPARE(done.size(), 1);
        const auto result = done.first().first().value<BulkDone>();
        QCOMPARE(result.requests.size(), 3);
        QVERIFY(result.refused.isEmpty());
        for (const QString &name : {u"Un"_s, u"Deux"_s, u"Trois"_s}) {
            const Request r = stored(name);
            QCOMPARE(r.status, RequestStatus::Closed);
            QCOMPARE(r.reason, u"done"_s);
            QVERIFY(r.closedAt.isSet());
            QCOMPARE(r.answeredAt.isSet(), name != u"Trois"_s); // of an anonymous one there is nobody to tell
        }
        const auto detail = requestDetail(m_desk->store(), id(u"Un"_s)).value();
        QCOMPARE(detail->contacts.first().text, u"C'est réparé."_s);
        QCOMPARE(detail->contacts.first().channel, Channel::Sms);
        QVERIFY(detail->contacts.first().outgoing);

        QSignalSpy undone(m_bulk.get(), &BulkController::undone);
        m_bulk->undo(result, u"Réponse reprise"_s);
        QTRY_COMPARE(undone.size(), 1);
        for (const QString &name : {u"Un"_s, u"Deux"_s, u"Trois"_s}) {
            QCOMPARE(stored(name).status, RequestStatus::Assigned);
            QVERIFY(!stored(name).closedAt.isSet());
        }
        // What is on record as said stays so, and the file says that it does not hold.
        QCOMPARE(undone.first().first().value<BulkDone>().stillTold, 2);
        const auto after = requestDetail(m_desk->store(), id(u"Un"_s)).value();
        QCOMPARE(after->contacts.size(), 1);
        QCOMPARE(after->notes.size(), 1);
        QCOMPARE(after->notes.first().text, u"Réponse reprise"_s);
        QCOMPARE(after->notes.first().author, id(u"rousseau"_s));
        // Who had nobody to be told has the reply as a note, and that one is redacted.
        const auto anonymous = requestDetail(m_desk->store(), id(u"Trois"_s)).value();
        QCOMPARE(anonymous->notes.size(), 1);
        QVERIFY(anonymous->notes.first().redacted);
    }

    void anAssignmentAndANoteAreTakenBack()
    {
        QSignalSpy done(m_bulk.get(), &BulkController::done), undone(m_bulk.get(), &BulkController::undone);
        const QList<Id> both{id(u"Un"_s), id(u"Deux"_s)};
        m_bulk->begin({id(u"Deux"_s)});
        QTRY_COMPARE(done.size(), 1);
        const Request begun = stored(u"Deux"_s), fresh = stored(u"Un"_s);
        m_bulk->assign(both, id(u"eclairage"_s), id(u"petit"_s), u"C'est un lampadaire"_s);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(stored(u"Deux"_s).service, id(u"eclairage"_s));
        QCOMPARE(stored(u"Deux"_s).assignee, id(u"petit"_s));
        m_bulk->undo(done.last().first().value<BulkDone>(), u"Réponse reprise"_s);
        QTRY_COMPARE(undone.size(), 1);
        QVERIFY(undone.first().first().value<BulkDone>().refused.isEmpty());
        QCOMPARE(undone.first().first().value<BulkDone>().stillTold, 0);
        QCOMPARE(stored(u"Deux"_s), begun);
        QCOMPARE(stored(u"Un"_s), fresh);
        m_bulk->addNote(both, u"Vu sur place"_s);
        QTRY_COMPARE(done.size(), 3);
        m_bulk->undo(done.last().first().value<BulkDone>());
        QTRY_COMPARE(undone.size(), 2);
        for (const Id &each : both) {
            const auto detail = requestDetail(m_desk->store(), each).value();
            QCOMPARE(detail->notes.size(), 2);
            for (const Note &note : detail->notes) {
                QVERIFY(note.redacted);
                QVERIFY(note.text.isEmpty());
            }
        }
    }

    void anotherServiceIsToldWhy()
    {
        QSignalSpy done(m_bulk.get(), &BulkController::done), wanted(m_bulk.get(), &BulkController::reasonWanted);
        const QList<Id> both{id(u"Un"_s), id(u"Deux"_s)};
        m_bulk->assign(both, id(u"eclairage"_s), {}, u"  "_s);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(done.size(), 0);
        QCOMPARE(stored(u"Un"_s).service, id(u"police"_s));
        m_bulk->assign(both, id(u"police"_s), id(u"leroy"_s), {}); // a colleague of the same one asks for none
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(stored(u"Deux"_s).assignee, id(u"leroy"_s));
        QCOMPARE(wanted.size(), 1);
    }

    void whatIsRefusedLeavesTheOthersDone()
    {
        m_desk->patch(Kind::Request, id(u"Deux"_s), {{u"service"_s, idText(id(u"eclairage"_s))}});
        m_desk->flush();
        m_bulk->setActor(m_desk->actor(u"nguyen"_s)); // of the police alone
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->addNote({id(u"Un"_s), id(u"Deux"_s), id(u"weg"_s)}, u"Vu"_s);
        QTRY_COMPARE(done.size(), 1);
        const auto result = done.first().first().value<BulkDone>();
        QCOMPARE(result.requests, QList{id(u"Un"_s)});
        QCOMPARE(result.refused.size(), 1);
        QCOMPARE(result.refused.first().request, id(u"Deux"_s));
        QCOMPARE(result.refused.first().error.detail, u"out_of_scope"_s);
        QCOMPARE(result.unchanged, QList{id(u"weg"_s)}); // gone from this desk
    }

    void takenBegunAndPutBack()
    {
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->take({id(u"Un"_s)});
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(stored(u"Un"_s).assignee, id(u"rousseau"_s));
        m_bulk->begin({id(u"Un"_s), id(u"Deux"_s)});
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(stored(u"Un"_s).status, RequestStatus::InProgress);
        QCOMPARE(stored(u"Deux"_s).assignee, id(u"rousseau"_s)); // whoever begins it has it
        m_bulk->putBack({id(u"Un"_s)});
        QTRY_COMPARE(done.size(), 3);
        QCOMPARE(stored(u"Un"_s).status, RequestStatus::Assigned);
        QCOMPARE(stored(u"Un"_s).assignee, id(u"rousseau"_s));
        m_bulk->putBack({id(u"Un"_s)});
        QTRY_COMPARE(done.size(), 4);
        QVERIFY(stored(u"Un"_s).assignee.isNull());
        m_bulk->putBack({id(u"Un"_s)}); // nothing is left to put back
        QTRY_COMPARE(done.size(), 5);
        QVERIFY(done.last().first().value<BulkDone>().requests.isEmpty());
    }

    void whatIsWrittenForSeveralIsKept()
    {
        m_bulk->keep(u"À moitié"_s);
        QTRY_COMPARE(m_bulk->kept().result().value(), u"À moitié"_s);
        m_bulk->keep({});
        QTRY_COMPARE(m_bulk->kept().result().value(), QString());
    }

    void thePlanNamesEachCaseOnce()
    {
        const QDate today(2026, 11, 27); // a Friday
        WorkQueue queue;
        queue.lanes[int(Lane::ToDo)].rows = {row(u"tard"_s, today.addDays(-3)), row(u"lundi"_s, today.addDays(3)),
                                             row(u"plus tard"_s, today.addDays(30)), row(u"sans"_s, {})};
        queue.lanes[int(Lane::InProgress)].rows = {row(u"très tard"_s, today.addDays(-9)), row(u"aujourd'hui"_s, today)};
        queue.lanes[int(Lane::ToTake)].rows = {row(u"à prendre"_s, today.addDays(5))};
        queue.lanes[int(Lane::Waiting)].rows = {row(u"attend"_s, today.addDays(1)), row(u"attend loin"_s, today.addDays(20))};
        const QList<PlanSection> plan = planOf(queue, today, m_desk->town.calendar());
        QStringList said;
        for (const PlanSection &section : plan) {
            for (const RequestRow &r : section.rows)
                said.append(QString::number(int(section.part)) + u' ' + r.subject);
        }
        QCOMPARE(said,
                 (QStringList{u"0 très tard"_s, u"0 tard"_s, u"1 aujourd'hui"_s, u"2 lundi"_s, u"3 à prendre"_s, u"5 attend"_s}));
    }

    void aListOfCasesChangesWhereItChanged()
    {
        CaseListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(rc::check([&model] {
            QList<RequestRow> rows;
            const auto names = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 30));
            for (const int name : names)
                rows.append(row(u"c%1"_s.arg(name), QDate(2026, 11, 20).addDays(*rc::gen::inRange(0, 3))));
            const bool isPlan = *rc::gen::arbitrary<bool>();
            if (isPlan)
                model.setSections({{PlanPart::Late, rows.mid(0, rows.size() / 2)}, {PlanPart::Today, rows.mid(rows.size() / 2)}});
            else
                model.setRows(rows);
            RC_ASSERT(model.rowCount() == rows.size() + (isPlan ? 2 : 0));
            for (const RequestRow &r : rows)
                RC_ASSERT(model.line(model.indexOf(r.id)).row == r);
        }));
    }

    void aClosingThatTellsIsAnAnswerFirst()
    {
        auto controller = detail(u"Un"_s);
        QSignalSpy failed(controller.get(), &RequestDetailController::failed);
        controller->changeStatus({RequestStatus::Closed, u"done"_s});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().detail, u"citizen_not_told"_s);
        RequestMoves::Step step{RequestStatus::Closed, u"transferred"_s, u"Votre demande est à l'agglomération."_s};
        step.channel = Channel::Letter;
        step.authority = u"Communauté d'agglomération"_s;
        QSignalSpy saved(controller.get(), &RequestDetailController::saved);
        controller->changeStatus(step);
        QTRY_COMPARE(controller->detail()->request.status, RequestStatus::Closed);
        QCOMPARE(controller->detail()->request.authority, step.authority);
        QCOMPARE(controller->detail()->contacts.first().channel, Channel::Letter);
        QVERIFY(controller->detail()->contacts.first().post);
        QVERIFY(controller->detail()->request.answeredAt.isSet());
        controller->undo(saved.first().first().value<SavedAct>());
        QTRY_COMPARE(controller->detail()->request.status, RequestStatus::Assigned);
        QVERIFY(!controller->detail()->contacts.first().post); // no letter goes; that it was said stays
    }

    void theDeskTakesBack()
    {
        auto controller = detail(u"Un"_s);
        QVERIFY(controller->mayTakeBack());
        QSignalSpy saved(controller.get(), &RequestDetailController::saved);
        controller->takeBack();
        QTRY_COMPARE(controller->detail()->request.status, RequestStatus::Received);
        QVERIFY(controller->detail()->request.service.isNull());
        QVERIFY(!controller->mayTakeBack());
        controller->undo(saved.first().first().value<SavedAct>());
        QTRY_COMPARE(controller->detail()->request.service, id(u"police"_s));
    }

    void aPartIsARequestOfItsOwn()
    {
        auto controller = detail(u"Un"_s);
        controller->addPart(id(u"eclairage"_s), {}, u"Remettre le mât debout\nAvant vendredi"_s);
        QTRY_COMPARE(controller->linked().parts.size(), 1);
        const RequestRow part = controller->linked().parts.first();
        QCOMPARE(part.subject, u"Remettre le mât debout"_s);
        QCOMPARE(part.service, id(u"eclairage"_s));
        QVERIFY(part.dueOn.isValid());
        controller->show(part.id);
        QTRY_VERIFY(controller->linked().parent.has_value());
        QCOMPARE(controller->linked().parent->id, id(u"Un"_s));
        controller->setParent({});
        QTRY_VERIFY(!controller->linked().parent.has_value());
    }

    void theChecklistIsTheCards()
    {
        Request r = smalltown::request(u"Avec fiche"_s, u"police"_s, RequestStatus::Assigned, {});
        Card card = smalltown::reference().cards.first();
        r.card = card.id;
        m_desk->take(r);
        m_desk->flush();
        ReferenceRecords records = smalltown::reference();
        records.cards.first().steps = u"- Relever la plaque\n- Prévenir la fourrière\n"_s;
        m_desk->town.set(records);
        auto controller = detail(u"Avec fiche"_s);
        QCOMPARE(controller->checklist(), (QStringList{u"Relever la plaque"_s, u"Prévenir la fourrière"_s}));
        controller->check(u"Relever la plaque"_s, true);
        QTRY_COMPARE(controller->detail()->request.checked, TokenSet{u"Relever la plaque"_s});
        // A colleague ticks another one meanwhile: both count.
        m_desk->patch(Kind::Request, r.id, {{u"checked"_s, QJsonArray{u"Prévenir la fourrière"_s}}});
        m_desk->flush();
        QTRY_COMPARE(controller->detail()->request.checked.size(), 2U);
        controller->check(u"Relever la plaque"_s, false);
        QTRY_COMPARE(controller->detail()->request.checked, TokenSet{u"Prévenir la fourrière"_s});
    }

    void aMarkComesWithTheCall()
    {
        auto controller = detail(u"Un"_s);
        controller->addContact(Channel::Phone, false, {}, 4);
        QTRY_COMPARE(controller->detail()->contacts.size(), 1);
        QCOMPARE(controller->detail()->request.satisfaction, 4);
    }

    void reopeningEndsWithTheDelayOfTheService()
    {
        m_desk->patch(Kind::Request, id(u"Un"_s),
                      {{u"status"_s, u"closed"_s}, {u"reason"_s, u"withdrawn"_s}, {u"closed_at"_s, m_desk->clock.now().ms}});
        m_desk->flush();
        auto controller = detail(u"Un"_s);
        QVERIFY(controller->mayReopen());
        m_desk->clock.advance(91 * 24 * 3600 * 1000LL);
        QVERIFY(!controller->mayReopen());
    }

private:
    static Id id(const QString &name) { return smalltown::id(name); }
    Request stored(const QString &name)
    {
        return fromDocument<Request>(id(name), *m_desk->store().document(Kind::Request, id(name)).value());
    }
    std::unique_ptr<RequestDetailController> detail(const QString &name)
    {
        auto controller =
            std::make_unique<RequestDetailController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        controller->setActor(m_desk->actor(u"rousseau"_s));
        controller->show(id(name));
        if (!QTest::qWaitFor([&controller] { return controller->detail().has_value(); }))
            qFatal("%s is not there", qPrintable(name));
        return controller;
    }

    QRandomGenerator m_random{3};
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<BulkController> m_bulk;
};

QTEST_GUILESS_MAIN(WorkTest)
#include "tst_work.moc"
