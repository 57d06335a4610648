#include "presentation/cardlearning.h"
#include "presentation/cardproposal.h"
#include "unit/presentation/smallstore.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What a text may be about, and what the desk's own past teaches of it.
class TestCardProposal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town.set(smalltown::reference());
        m_town.setLearned({}, 11, {});
    }

    void theCardsOwnWordsAreEnough()
    {
        const auto proposals = proposedCards(m_town.cardIndex(), u"Il fait noir dans ma rue, l'ampoule est morte", 3);
        QVERIFY(!proposals.isEmpty());
        QCOMPARE(proposals.first().card, smalltown::id(u"lampadaire"_s));
        QVERIFY(!proposals.first().words.isEmpty());
    }

    void tooLittleIsNoProposal()
    {
        QVERIFY(proposedCards(m_town.cardIndex(), u"Bonjour madame, je voudrais", 3).isEmpty());
        QVERIFY(proposedCards(m_town.cardIndex(), u"voiture", 3).isEmpty());
        QVERIFY(proposedCards(m_town.cardIndex(), u"", 3).isEmpty());
    }

    //! Words that no card has, but that citizens said again and again.
    void thePastTeachesAndExplains()
    {
        const QString text = u"Le taxi immobile squatte la contre-allée"_s;
        const auto isProposed = [&] {
            const auto proposals = proposedCards(m_town.cardIndex(), text, 3);
            return !proposals.isEmpty() && proposals.first().card == smalltown::id(u"vehicule"_s) &&
                   proposals.first().words.contains(u"squatte"_s);
        };
        QVERIFY(!isProposed());
        PastWords past;
        for (int i = 0; i < 5; ++i)
            past.learn({smalltown::id(u"vehicule"_s), u"Squatte une place"_s, u"Un camion squatte la contre-allée"_s});
        past.learn({smalltown::id(u"naissance"_s), u"Copie"_s, u"Demande une copie pour le notaire"_s});
        m_town.setLearned({}, 11, past);
        QVERIFY(isProposed());
    }

    void archivedCardsAreNotProposed()
    {
        PastWords past;
        past.learn({smalltown::id(u"vignette"_s), u"Vignette"_s, u"Demande une vignette neuve"_s});
        m_town.setLearned({}, 11, past);
        const auto proposals = proposedCards(m_town.cardIndex(), u"une vignette neuve, demande", 3);
        for (const CardProposal &proposal : proposals)
            QVERIFY(proposal.card != smalltown::id(u"vignette"_s));
    }

    //! From the store to the index, piece by piece; new cards keep what was learned.
    void learnsFromTheStore()
    {
        smalltown::Desk desk;
        ImmediateStore gate(*desk.store);
        StoreEvents events;
        QList<Edit> edits;
        for (int i = 0; i < 4; ++i) {
            Request request = smalltown::request(u"2026-00010%1"_s.arg(i), u"Squatte une place"_s, {});
            request.number.clear();
            request.status = RequestStatus::Assigned;
            request.card = smalltown::id(u"vehicule"_s);
            request.text = u"Un camion squatte la contre-allée"_s;
            request.createdBy = desk.actor.user;
            edits.append({Kind::Request, Verb::Create, request.id, toDocument(request), {}, 0});
        }
        const auto made = desk.store->submit(edits, desk.actor);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        CardLearning learning(gate, events, m_town, desk.clock);
        QSignalSpy learned(&m_town, &ReferenceData::learned);
        learning.setAgent(desk.actor.user);
        QTRY_COMPARE(learned.size(), 1);
        QCOMPARE(m_town.cardIndex().past().requestCount(), 4);
        QCOMPARE(m_town.cardIndex().search(u"veh", 1).first().lift, std::optional(CardReason::Habit));
        m_town.set(smalltown::reference());
        QCOMPARE(m_town.cardIndex().past().requestCount(), 4);
        QCOMPARE(learned.size(), 2);        // other cards, the same lesson
        learning.setAgent(desk.actor.user); // nothing new
        events.publish({{}, true});
        QTRY_COMPARE(learned.size(), 3);
    }

    //! Reading for it must not hold up the first screen.
    void nothingIsLearnedBeforeTheCardsAreThere()
    {
        smalltown::Desk desk;
        ImmediateStore gate(*desk.store);
        StoreEvents events;
        ReferenceData town;
        CardLearning learning(gate, events, town, desk.clock);
        QSignalSpy learned(&town, &ReferenceData::learned);
        learning.setAgent(desk.actor.user);
        ReferenceData known;
        known.set(smalltown::reference());
        CardLearning after(gate, events, known, desk.clock); // asks and is answered behind the other
        QSignalSpy learnedAfter(&known, &ReferenceData::learned);
        after.setAgent(desk.actor.user);
        events.publish({{}, true});
        QTRY_VERIFY(!learnedAfter.isEmpty());
        QCOMPARE(learned.size(), 0);
        town.set(smalltown::reference());
        QTRY_COMPARE(learned.size(), 2); // the cards, then the lesson
    }

private:
    ReferenceData m_town;
};

QTEST_GUILESS_MAIN(TestCardProposal)
#include "tst_cardproposal.moc"
