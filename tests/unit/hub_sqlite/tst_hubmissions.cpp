#include "domain/mission.h"
#include "testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Missions at the hub: who sees them, who wins, and what goes with them.
class TestHubMissions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>();
        m_roads = m_town->service();
        m_lights = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_first = m_town->agent(Role::Patroller, {m_roads});
        m_second = m_town->agent(Role::Patroller, {m_roads, m_lights});
        m_elsewhere = m_town->agent(Role::Patroller, {m_lights});
    }

    void aMissionTravelsToWhoPatrolsForItsService()
    {
        const Id mission = give();
        QVERIFY(mirror(m_first).contains({Kind::Mission, mission}));
        QVERIFY(mirror(m_desk).contains({Kind::Mission, mission}));
        QVERIFY(!mirror(m_elsewhere).contains({Kind::Mission, mission}));
        QVERIFY(inSnapshot(m_first, mission) && !inSnapshot(m_elsewhere, mission));
        m_town->patch(m_desk, Kind::Mission, mission, {{u"service"_s, idText(m_lights)}}, m_town->head());
        QVERIFY(!mirror(m_first).contains({Kind::Mission, mission}));
        QVERIFY(mirror(m_elsewhere).contains({Kind::Mission, mission}));
        QVERIFY(!inSnapshot(m_first, mission) && inSnapshot(m_elsewhere, mission));
    }

    //! Two take the same one without a network: the first at the hub goes, the other's wish is kept and shown to them.
    void oneOfTwoGoes()
    {
        const Id mission = give();
        const qint64 seen = m_town->head();
        const PushVerdict won = m_town->patch(m_first, Kind::Mission, mission, {{u"patroller"_s, idText(m_first.user.id)}}, seen);
        const PushVerdict lost =
            m_town->patch(m_second, Kind::Mission, mission, {{u"patroller"_s, idText(m_second.user.id)}}, seen);
        QCOMPARE(won.outcome, Outcome::Applied);
        QVERIFY(lost.outcome == Outcome::Held || lost.outcome == Outcome::Conflict);
        QCOMPARE(m_town->document(Kind::Mission, mission).value("patroller"_L1).toString(), idText(m_first.user.id));
        QCOMPARE(proposals(m_second).size(), 1);
        QCOMPARE(proposals(m_second).first().value("target"_L1).toString(), idText(mission));
        // What was wanted goes where the mission goes.
        m_town->patch(m_desk, Kind::Mission, mission, {{u"service"_s, idText(m_lights)}}, m_town->head());
        QVERIFY(proposals(m_first).isEmpty());
        QCOMPARE(proposals(m_elsewhere).size(), 1);
    }

    void aReportIsFinal()
    {
        const Id mission = give();
        const QJsonObject report{{u"state"_s, u"done"_s}, {u"findings"_s, u"Trou de 20 cm"_s}, {u"reported_at"_s, 5}};
        QCOMPARE(m_town->patch(m_first, Kind::Mission, mission, report, m_town->head()).outcome, Outcome::Applied);
        const PushVerdict late = m_town->patch(m_first, Kind::Mission, mission, {{u"findings"_s, u"Rien"_s}}, m_town->head());
        QCOMPARE(late.refusal, Refusal::WrongMove);
        QCOMPARE(m_town->document(Kind::Mission, mission).value("findings"_L1).toString(), u"Trou de 20 cm"_s);
    }

    void nobodySendsOutOfTheirSight()
    {
        const Mutation m = m_town->mutation(m_elsewhere, Verb::Create, Kind::Mission, m_town->newId(),
                                            {{u"subject"_s, u"Trou"_s}, {u"service"_s, idText(m_roads)}});
        QCOMPARE(m_town->push(m_elsewhere, m).refusal, Refusal::OutOfScope);
    }

private:
    Id give() { return m_town->create(m_desk, Kind::Mission, {{u"subject"_s, u"Trou"_s}, {u"service"_s, idText(m_roads)}}); }
    Mirror mirror(const Caller &caller)
    {
        Mirror held;
        for (const Change &change : m_town->feed(caller)) {
            applyChange(held, change);
            if (change.op == ChangeOp::Leave) // a desk lets go of what is proposed for it, too
                std::erase_if(held, [&change](const auto &entry) {
                    return entry.first.first == Kind::Proposal && entry.second.value("target"_L1).toString() == idText(change.id);
                });
        }
        return held;
    }
    QList<QJsonObject> proposals(const Caller &caller)
    {
        QList<QJsonObject> list;
        for (const auto &[key, document] : mirror(caller)) {
            if (key.first == Kind::Proposal)
                list.append(document);
        }
        return list;
    }
    bool inSnapshot(const Caller &caller, const Id &mission)
    {
        const auto page = m_town->hub.snapshotPage(caller, {}, 1000);
        Q_ASSERT(page);
        return std::any_of(page->rows.begin(), page->rows.end(),
                           [&mission](const SnapshotRow &row) { return row.id == mission; });
    }

    std::unique_ptr<TestTown> m_town;
    Id m_roads, m_lights;
    Caller m_desk, m_first, m_second, m_elsewhere;
};

QTEST_GUILESS_MAIN(TestHubMissions)
#include "tst_hubmissions.moc"
