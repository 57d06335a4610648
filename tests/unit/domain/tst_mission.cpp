#include "domain/checklist.h"
#include "domain/mission.h"
#include "domain/round.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QJsonObject mission(const QJsonObject &more = {})
{
    QJsonObject all{{u"subject"_s, u"Dépôt sauvage"_s},
                    {u"service"_s, idText(QUuid::createUuidV5(QUuid(), QByteArray("proprete")))}};
    for (auto it = more.begin(); it != more.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

QJsonObject in(const QString &state, const QJsonObject &more = {})
{
    QJsonObject all = mission(more);
    all.insert(u"state"_s, state);
    return all;
}

} // namespace

//! Patrol missions: their life, and the order of a round. What a card gives to tick.
class TestMission : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void needsToSayWhatOrWhere()
    {
        QCOMPARE(missionRefusal({}, mission()), Refusal::None);
        QCOMPARE(missionRefusal({}, {{u"address"_s, u"12 rue des Tanneurs"_s}}), Refusal::None);
        QCOMPARE(missionRefusal({}, {{u"subject"_s, u"  "_s}}), Refusal::MissingField);
    }

    void isDoneWithFindingsAndCancelledWithAReason()
    {
        QCOMPARE(missionRefusal(mission(), in(u"done"_s)), Refusal::MissingField);
        QCOMPARE(missionRefusal(mission(), in(u"done"_s, {{u"findings"_s, u"Trois sacs"_s}})), Refusal::None);
        QCOMPARE(missionRefusal(mission(), in(u"cancelled"_s)), Refusal::ReasonMissing);
        QCOMPARE(missionRefusal(mission(), in(u"cancelled"_s, {{u"reason"_s, u"déjà fait"_s}})), Refusal::None);
        QCOMPARE(missionRefusal(mission(), in(u"sleeping"_s)), Refusal::WrongValue);
        // An own report comes done.
        QCOMPARE(missionRefusal({}, in(u"done"_s, {{u"findings"_s, u"Trou"_s}})), Refusal::None);
    }

    void whatWasReportedStays()
    {
        const QJsonObject done = in(u"done"_s, {{u"findings"_s, u"Trois sacs"_s}});
        QCOMPARE(missionRefusal(done, in(u"to_do"_s, {{u"findings"_s, u"Trois sacs"_s}})), Refusal::WrongMove);
        QCOMPARE(missionRefusal(done, in(u"done"_s, {{u"findings"_s, u"Rien"_s}})), Refusal::WrongMove);
        const QJsonObject named = in(u"done"_s, {{u"findings"_s, u"Trois sacs"_s}, {u"request"_s, u"x"_s}});
        QCOMPARE(missionRefusal(done, named), Refusal::None); // the case that it became
        QCOMPARE(missionRefusal(named, done), Refusal::WrongMove);
    }

    void goesRoundWithoutCrossings()
    {
        // Corners of a square and their middle, given crosswise.
        const QList<Stop> stops{{48.0, 4.0}, {48.01, 4.01}, {48.0, 4.01}, {48.01, 4.0}, {48.005, 4.0}};
        const QList<qsizetype> order = roundOf(stops);
        QCOMPARE(order.size(), 5);
        QCOMPARE(order.first(), 0);
        QCOMPARE(order.at(1), 4); // the middle lies on the way up
        QVERIFY(lengthOf(stops, order) < lengthOf(stops, {0, 1, 2, 3, 4}));
        QCOMPARE(roundOf({}), QList<qsizetype>());
        // The way across half the earth, against the textbook.
        QVERIFY(std::abs(metres({48.8566, 2.3522}, {45.7640, 4.8357}) - 391'500) < 1'000); // Paris – Lyon
    }

    void everyRoundVisitsAllOnceAndIsNoLongerThanTheNearestNext()
    {
        QVERIFY(rc::check([] {
            const auto places = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 1000), rc::gen::inRange(0, 1000)));
            QList<Stop> stops;
            for (const auto &[x, y] : places)
                stops.append({48 + x / 10'000.0, 4 + y / 10'000.0});
            const std::optional<Stop> start = *rc::gen::arbitrary<bool>() ? std::optional<Stop>({48.05, 4.05}) : std::nullopt;
            const QList<qsizetype> order = roundOf(stops, start);
            QList<qsizetype> sorted = order;
            std::sort(sorted.begin(), sorted.end());
            RC_ASSERT(sorted.size() == stops.size());
            for (qsizetype i = 0; i < sorted.size(); ++i)
                RC_ASSERT(sorted[i] == i);
            // No stretch can be turned round to save a metre: the slow, plain check of the same promise.
            for (qsizetype i = start ? 0 : 1; i < order.size(); ++i) {
                for (qsizetype j = i + 1; j < order.size(); ++j) {
                    QList<qsizetype> turned = order;
                    std::reverse(turned.begin() + i, turned.begin() + j + 1);
                    RC_ASSERT(lengthOf(stops, turned, start) > lengthOf(stops, order, start) - 1.0);
                }
            }
        }));
    }

    void aChecklistIsTheItemsOfTheSteps()
    {
        QCOMPARE(checklistOf(u"Avant tout :\n\n- Vérifier l'**adresse**\n* Appeler le riverain\n3. Poser un cône\n"
                             "- [ ] Photographier\n- Vérifier l'adresse\n\nDu texte - avec un tiret\n"_s),
                 (QStringList{u"Vérifier l'adresse"_s, u"Appeler le riverain"_s, u"Poser un cône"_s, u"Photographier"_s}));
        QVERIFY(checklistOf({}).isEmpty());
        QVERIFY(checklistOf(u"Rien à cocher.\n---\n"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMission)
#include "tst_mission.moc"
