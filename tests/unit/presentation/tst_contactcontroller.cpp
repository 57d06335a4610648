#include "presentation/contactcontroller.h"
#include "presentation/referenceloader.h"
#include "presentation/todaymodel.h"
#include "store/requestquery.h"
#include "store/timelinequery.h"
#include "testkit/patience.h"
#include "unit/presentation/smallstore.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <optional>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! Everything of the Desk but its widgets.
struct Bench
{
    Bench() : gate(*desk.store)
    {
        loader.load();
        if (!QTest::qWaitFor([this] { return !town.cards().isEmpty(); }))
            qFatal("the town did not load");
        controller.emplace(gate, events, town, desk.clock, desk.random);
        controller->setActor(desk.actor);
    }

    //! Types a whole contact by choosing every first suggestion.
    void fill(const QString &who = u"0612345678"_s, const QString &what = u"veh"_s, const QString &where = u"tanne"_s)
    {
        controller->start(Channel::Phone);
        controller->editWho(who);
        controller->chooseCaller(smalltown::claire());
        controller->editWhat(what);
        controller->chooseCard(town.cardIndex().search(what, 1).first().card);
        controller->editWhere(where);
        controller->choosePlace(town.placeIndex().search(where, 1).first());
        controller->editText(u"Voiture blanche sans roues"_s);
        controller->setFormValue(u"type"_s, u"Voiture"_s);
        controller->setFormValue(u"since"_s, u"2026-11-02"_s);
    }

    smalltown::Desk desk;
    ImmediateStore gate;
    StoreEvents events;
    ReferenceData town;
    ReferenceLoader loader{gate, events, town};
    std::optional<ContactController> controller;
};

} // namespace

class TestContactController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<QList<CallerHint>>();
        qRegisterMetaType<SavedContact>();
    }

    void findsTheCallerByAnySpelling_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("national") << u"06 12 34 56 7"_s;
        QTest::newRow("international") << u"+33 6 12345"_s;
        QTest::newRow("last name") << u"dumont"_s;
        QTest::newRow("both names") << u"claire dum"_s;
        QTest::newRow("e-mail") << u"claire.dumont@"_s;
    }
    void findsTheCallerByAnySpelling()
    {
        QFETCH(QString, typed);
        Bench bench;
        QList<CallerHint> hints;
        connect(&*bench.controller, &ContactController::callerHintsReady, this,
                [&](const QString &words, const QList<CallerHint> &found) {
                    QCOMPARE(words, typed);
                    hints = found;
                });
        bench.controller->editWho(typed);
        QTRY_VERIFY(!hints.isEmpty());
        QCOMPARE(hints.first().citizen.id, smalltown::claire().id);
        QCOMPARE(hints.first().openRequests, 1);
        QVERIFY(hints.last().isNew());
    }

    void showsTheCallersRequestsOpenFirst()
    {
        Bench bench;
        bench.controller->chooseCaller(smalltown::claire());
        QTRY_COMPARE(bench.controller->callerRequests().size(), 2);
        QCOMPARE(bench.controller->callerRequests().first().number, u"2026-014233"_s);
        QCOMPARE(bench.controller->draft().replyChannel, ReplyChannel::Email);
        bench.controller->editWho(u"Dum"_s); // no longer her
        QVERIFY(bench.controller->draft().citizen.isNull());
        QVERIFY(bench.controller->callerRequests().isEmpty());
    }

    void askingAgainKeepsTheChoice()
    {
        Bench bench;
        bench.controller->chooseCaller(smalltown::claire());
        bench.controller->editWho(bench.controller->draft().who);
        QCOMPARE(bench.controller->draft().citizen, smalltown::claire().id);
    }

    //! A card that is not valid yet, or no longer, is not offered to who is on the telephone.
    void cardsOutOfForceAreNotOffered_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("until");
        QTest::addColumn<bool>("isOffered");
        const QDate today(2026, 11, 23); // smalltown::monday
        QTest::newRow("always") << QDate() << QDate() << true;
        QTest::newRow("from today") << today << QDate() << true;
        QTest::newRow("until today") << QDate() << today << true;
        QTest::newRow("from tomorrow") << today.addDays(1) << QDate() << false;
        QTest::newRow("until yesterday") << QDate() << today.addDays(-1) << false;
    }
    void cardsOutOfForceAreNotOffered()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, until);
        QFETCH(bool, isOffered);
        Bench bench;
        ReferenceRecords records = smalltown::reference();
        for (Card &card : records.cards) {
            if (card.code == u"vehicule"_s) {
                card.validFrom = from;
                card.validUntil = until;
            }
        }
        bench.town.set(records);
        const auto isVehicle = [](const auto &found) { return found.card == smalltown::id(u"vehicule"_s); };
        QSignalSpy hints(&*bench.controller, &ContactController::cardHintsReady);
        bench.controller->editWhat(u"véhicule abandonné"_s);
        const auto offered = hints.last().at(1).value<QList<CardHit>>();
        QCOMPARE(std::any_of(offered.begin(), offered.end(), isVehicle), isOffered);
        bench.controller->editWhat({});
        bench.controller->editText(u"un véhicule abandonné sous un lampadaire éteint"_s);
        QTRY_VERIFY(!bench.controller->cardProposals().isEmpty()); // the lamp's, in any case
        const QList<CardProposal> &proposals = bench.controller->cardProposals();
        QCOMPARE(std::any_of(proposals.begin(), proposals.end(), isVehicle), isOffered);
    }

    void offersTheCallersHome()
    {
        Bench bench;
        bench.controller->chooseCaller(smalltown::claire());
        QSignalSpy hints(&*bench.controller, &ContactController::placeHintsReady);
        bench.controller->editWhere(u"tanneurs"_s);
        const auto places = hints.last().at(1).value<QList<PlaceHint>>();
        QVERIFY(places.first().isHome);
        QCOMPARE(places.first().place.address, u"12 rue des Tanneurs"_s);
        QCOMPARE(places.first().place.district, smalltown::id(u"valmy"_s));
    }

    void transmitsAndTellsTheNumber()
    {
        Bench bench;
        bench.fill();
        QCOMPARE(bench.controller->checkBeforeSave(SaveAs::Transmit), DraftCheck());
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        QSignalSpy number(&*bench.controller, &ContactController::numberKnown);
        bench.controller->save(SaveAs::Transmit);
        QVERIFY(!bench.controller->draft().hasContent()); // ready for the next caller at once
        QTRY_COMPARE(saved.size(), 1);
        const auto result = saved.first().first().value<SavedContact>();
        QCOMPARE(result.dueOn, QDate(2026, 12, 7));
        QCOMPARE(result.mutations.size(), 2);
        QVERIFY(number.isEmpty());
        bench.events.publish(bench.desk.hubAnswers());
        QTRY_COMPARE(number.size(), 1);
        QCOMPARE(number.first().at(1).toString(), u"2026-014301"_s);
        QVERIFY(bench.desk.store->drafts(u"contact/"_s)->isEmpty());
        const auto request = bench.desk.store->document(Kind::Request, result.request);
        QCOMPARE((*request)->value("assignee"_L1).toString(), idText(smalltown::id(u"nguyen"_s)));
    }

    void aNewCitizenIsMadeWithTheContact()
    {
        Bench bench;
        bench.fill();
        bench.controller->chooseNewCaller(citizenFromLine(u"Mme Zoé ARNOULT 0326998877"));
        QCOMPARE(bench.controller->draft().replyChannel, ReplyChannel::Phone); // a land line
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        bench.controller->save(SaveAs::AnsweredOnTheSpot);
        QTRY_COMPARE(saved.size(), 1);
        const auto found = findCitizens(*bench.desk.store, u"03 26 99 88 77"_s);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().citizen.lastName, u"ARNOULT"_s);
        QCOMPARE(found->first().openRequests, 0);
    }

    void addsToAnOpenRequestOfTheCaller()
    {
        Bench bench;
        bench.controller->start(Channel::WalkIn);
        bench.controller->chooseCaller(smalltown::claire());
        bench.controller->editText(u"Elle revient voir"_s);
        QSignalSpy number(&*bench.controller, &ContactController::numberKnown);
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        bench.controller->save(SaveAs::AddToRequest, smalltown::id(u"2026-014233"_s));
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(number.size(), 1);
        QCOMPARE(number.first().at(1).toString(), u"2026-014233"_s);
        const auto detail = requestDetail(*bench.desk.store, smalltown::id(u"2026-014233"_s));
        QCOMPARE((*detail)->contacts.size(), 1);
        QCOMPARE((*detail)->contacts.first().channel, Channel::WalkIn);
    }

    void findsTheDuplicateNearby()
    {
        Bench bench;
        bench.controller->start(Channel::Phone);
        bench.controller->chooseCard(smalltown::id(u"lampadaire"_s));
        bench.controller->choosePlace(bench.town.placeIndex().search(u"12 rue des tanneurs", 1).first());
        QTRY_COMPARE(bench.controller->duplicates().size(), 1);
        QCOMPARE(bench.controller->duplicates().first().row.number, u"2026-014233"_s);
        QVERIFY(bench.controller->duplicates().first().reasons.contains(DuplicateReason::SamePlace));
    }

    //! Another matter of the same caller is no duplicate: it stands in the caller's own list.
    void theCallersOtherMattersAreNotDuplicates()
    {
        Bench bench;
        QSignalSpy searched(&*bench.controller, &ContactController::duplicatesChanged);
        bench.controller->chooseCaller(smalltown::claire());
        bench.controller->chooseCard(smalltown::id(u"naissance"_s));
        QTRY_VERIFY(!searched.isEmpty());
        QVERIFY(bench.controller->duplicates().isEmpty());
    }

    void undoBringsTheDraftBack()
    {
        Bench bench;
        bench.fill();
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        bench.controller->save(SaveAs::Transmit);
        QTRY_COMPARE(saved.size(), 1);
        const auto result = saved.first().first().value<SavedContact>();
        QSignalSpy undone(&*bench.controller, &ContactController::undone);
        bench.controller->undo(result);
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(bench.controller->draft().text, u"Voiture blanche sans roues"_s);
        QVERIFY(bench.controller->draft().id != result.draft.id);
        const auto row = requestRow(*bench.desk.store, result.request);
        QCOMPARE((*row)->status, RequestStatus::Closed);
    }

    void draftsAreKeptWithinASecond()
    {
        Bench bench;
        bench.controller->editWho(u"dum"_s);
        QVERIFY(holdsAfter(1000, [&bench] { return !bench.desk.store->drafts(u"contact/"_s)->isEmpty(); }));
    }

    //! Killed while two contacts are open: both come back, the newest in the form.
    void comesBackAfterAKill()
    {
        Bench bench;
        bench.fill();
        bench.controller->park();
        bench.desk.clock.advance(60'000);
        bench.controller->start(Channel::WalkIn);
        bench.controller->editText(u"Deuxième"_s);
        bench.controller->flush();
        bench.controller.emplace(bench.gate, bench.events, bench.town, bench.desk.clock, bench.desk.random);
        QSignalSpy parked(&*bench.controller, &ContactController::parkedChanged);
        bench.controller->restore();
        QTRY_COMPARE(parked.size(), 1);
        QCOMPARE(bench.controller->draft().text, u"Deuxième"_s);
        QCOMPARE(bench.controller->draft().channel, Channel::WalkIn);
        QCOMPARE(bench.controller->parked().size(), 1);
        QCOMPARE(bench.controller->parked().first().card, smalltown::id(u"vehicule"_s));
    }

    //! Killed after the contact was saved and before its draft was deleted: it is not offered again.
    void aSavedDraftDoesNotComeBack()
    {
        Bench bench;
        bench.fill();
        const ContactDraft draft = bench.controller->draft();
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        bench.controller->save(SaveAs::Transmit);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(bench.desk.store->saveDraft(u"contact/"_s + idText(draft.id), toJson(draft)));
        bench.controller.emplace(bench.gate, bench.events, bench.town, bench.desk.clock, bench.desk.random);
        QSignalSpy parked(&*bench.controller, &ContactController::parkedChanged);
        bench.controller->restore();
        QTRY_COMPARE(parked.size(), 1);
        QVERIFY(!bench.controller->draft().hasContent());
        QVERIFY(bench.desk.store->drafts(u"contact/"_s)->isEmpty());
    }

    void parkedContactsComeBackAsTheyWere()
    {
        Bench bench;
        bench.fill();
        const ContactDraft first = bench.controller->draft();
        bench.controller->park();
        QVERIFY(!bench.controller->draft().hasContent());
        bench.controller->editText(u"un autre"_s);
        bench.controller->resume(0);
        QCOMPARE(bench.controller->draft(), first);
        QCOMPARE(bench.controller->parked().size(), 1);
        QCOMPARE(bench.controller->parked().first().text, u"un autre"_s);
    }

    //! A refusal loses nothing: the draft is back in the form.
    void aRefusedSaveBringsTheDraftBack()
    {
        Bench bench;
        bench.controller->setActor({});
        bench.fill();
        QSignalSpy failed(&*bench.controller, &ContactController::saveFailed);
        bench.controller->save(SaveAs::Transmit);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Forbidden);
        QCOMPARE(bench.controller->draft().text, u"Voiture blanche sans roues"_s);
        QVERIFY(!bench.desk.store->drafts(u"contact/"_s)->isEmpty());
    }

    //! "Fail the n-th storage access, for every n": either it is saved, or the draft is still there.
    void everyStorageFailureLeavesTheTextSafe()
    {
        bool reachedTheEnd = false;
        for (int n = 0; n < 400 && !reachedTheEnd; ++n) {
            Bench bench;
            bench.fill();
            bench.controller->flush();
            QSignalSpy saved(&*bench.controller, &ContactController::saved);
            QSignalSpy failed(&*bench.controller, &ContactController::saveFailed);
            int count = 0;
            bench.desk.store->database().setFaultInjector(
                [&]() -> std::optional<int> { return count++ == n ? std::optional(13) : std::nullopt; }); // SQLITE_FULL
            bench.controller->save(SaveAs::Transmit);
            QTRY_VERIFY(saved.size() + failed.size() > 0);
            reachedTheEnd = count <= n;
            bench.desk.store->database().setFaultInjector({});
            if (saved.isEmpty())
                QCOMPARE(bench.controller->draft().text, u"Voiture blanche sans roues"_s);
        }
        QVERIFY(reachedTheEnd);
    }

    void todayFollowsTheStore()
    {
        Bench bench;
        TodayModel today(bench.gate, bench.events, bench.town, bench.desk.clock);
        const QAbstractItemModelTester tester(&today, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counted(&today, &TodayModel::countsChanged);
        today.load();
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(today.rowCount(), 0);
        QSignalSpy saved(&*bench.controller, &ContactController::saved);
        for (const SaveAs how : {SaveAs::Transmit, SaveAs::AnsweredOnTheSpot}) {
            const qsizetype before = saved.size();
            bench.fill();
            bench.controller->save(how);
            QTRY_COMPARE(saved.size(), before + 1); // as people do it: one after the other
            bench.desk.clock.advance(60'000);
        }
        QTRY_COMPARE(today.counts(), (ContactCounts{2, 1, 1}));
        QCOMPARE(today.rowCount(), 2);
        QVERIFY(today.row(0).onTheSpot); // newest first
        QCOMPARE(today.index(0, TodayModel::CitizenColumn).data().toString(), u"Mme Claire Dumont"_s);
    }
};

QTEST_GUILESS_MAIN(TestContactController)
#include "tst_contactcontroller.moc"
