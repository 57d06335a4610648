#include "storekit.h"

#include "store/missionquery.h"
#include "store/timelinequery.h"

#include <QtCore/QTemporaryDir>

using namespace parvis;
using namespace parvis::storekit;

//! Missions at a desk: what lists show, what leaves with the rights, two who take the same one.
class TestMissions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_seq = 0;
        m_pending.clear();
    }

    void openOnesByDueDay()
    {
        add(1, {{u"due_on"_s, u"2026-12-02"_s}});
        add(2, {});
        add(3, {{u"due_on"_s, u"2026-11-30"_s}, {u"patroller"_s, idText(me)}});
        add(4, {{u"due_on"_s, u"2026-11-29"_s}, {u"patroller"_s, idText(other)}});
        add(5, {{u"state"_s, u"done"_s}, {u"findings"_s, u"Vu"_s}, {u"reported_at"_s, at + 5}, {u"patroller"_s, idText(me)}});
        add(6, {{u"state"_s, u"cancelled"_s}, {u"reason"_s, u"doublon"_s}});
        add(7, {{u"state"_s, u"under_way"_s}, {u"due_on"_s, u"2026-12-01"_s}});
        apply();
        QCOMPARE(names(must(openMissions(m_desk->store, me, MissionReach::MineAndFree))),
                 (QStringList{u"3"_s, u"7"_s, u"1"_s, u"2"_s}));
        QCOMPARE(names(must(openMissions(m_desk->store, me, MissionReach::All))),
                 (QStringList{u"4"_s, u"3"_s, u"7"_s, u"1"_s, u"2"_s}));
        QCOMPARE(must(openMissions(m_desk->store, me, MissionReach::All, 2)).size(), 2);
    }

    void reportedOnesNewestFirst()
    {
        for (int n = 1; n <= 3; ++n)
            add(n, {{u"state"_s, u"done"_s},
                    {u"findings"_s, u"Vu"_s},
                    {u"reported_at"_s, at + n},
                    {u"patroller"_s, idText(n == 2 ? other : me)}});
        add(4, {});
        apply();
        QCOMPARE(names(must(reportedMissions(m_desk->store, {}, {at + 2}))), (QStringList{u"3"_s, u"2"_s}));
        QCOMPARE(names(must(reportedMissions(m_desk->store, me, {at}))), (QStringList{u"3"_s, u"1"_s}));
    }

    void ofARequest()
    {
        change(Kind::Request, requestId(1),
               {{u"subject"_s, u"Fuite"_s}, {u"number"_s, u"2026-000001"_s}, {u"card"_s, idText(storekit::id(12, 1))}});
        add(1, {{u"request"_s, idText(requestId(1))}, {u"at"_s, at}});
        add(2, {{u"request"_s, idText(requestId(1))},
                {u"at"_s, at + 9},
                {u"state"_s, u"done"_s},
                {u"findings"_s, u"Vu"_s},
                {u"reported_at"_s, at + 10}});
        add(3, {});
        apply();
        const QList<MissionRow> found = must(missionsOf(m_desk->store, requestId(1)));
        QCOMPARE(names(found), (QStringList{u"2"_s, u"1"_s}));
        QCOMPARE(found.first().number, u"2026-000001"_s);
        QCOMPARE(must(missionRow(m_desk->store, missionId(2)))->number, u"2026-000001"_s);
        QVERIFY(!must(missionRow(m_desk->store, missionId(9))));
        QCOMPARE(must(requestDetail(m_desk->store, requestId(1)))->missions.size(), 2);
        const QList<CardCount> cards = must(cardsReported(m_desk->store, {at}, 5));
        QCOMPARE(cards, (QList<CardCount>{{storekit::id(12, 1), 1}}));
    }

    //! Taken without a network: at once mine, and marked as on its way.
    void whatIsDoneHereIsSeenAtOnce()
    {
        m_desk->actor = {me, m_desk->store.device(), {Role::Patroller}, {serviceId(1)}, false};
        add(1, {});
        apply();
        QVERIFY(!must(missionRow(m_desk->store, missionId(1)))->isPending);
        must(m_desk->store.submit({{Kind::Mission, Verb::Patch, missionId(1), {{u"patroller"_s, idText(me)}}, {}, 0}},
                                  m_desk->actor));
        const MissionRow taken = *must(missionRow(m_desk->store, missionId(1)));
        QVERIFY(taken.isPending);
        QCOMPARE(taken.mission.patroller, me);
        QCOMPARE(must(m_desk->store.outboxCounts()).queued, 1);
    }

    //! A mission just given is taken back by cancelling it.
    void aMissionGivenIsTakenBack()
    {
        const QJsonObject set{{u"subject"_s, u"Nid de poule"_s}, {u"service"_s, idText(serviceId(1))}};
        const auto made = must(m_desk->store.submit({{Kind::Mission, Verb::Create, missionId(1), set, {}, 0}}, m_desk->actor));
        must(m_desk->store.undo({made.first().n}, m_desk->actor));
        const MissionRow row = *must(missionRow(m_desk->store, missionId(1)));
        QCOMPARE(row.mission.state, MissionState::Cancelled);
        QCOMPARE(row.mission.reason, u"withdrawn"_s);
    }

    //! The request goes to a service that this desk does not see: the mission about it, and what is on its way, stay.
    void aMissionOutlivesItsRequest()
    {
        m_desk->actor = {me, m_desk->store.device(), {Role::Patroller}, {serviceId(1)}, false};
        change(Kind::Request, requestId(1), {{u"subject"_s, u"Fuite"_s}, {u"service"_s, idText(serviceId(1))}});
        add(1, {{u"request"_s, idText(requestId(1))}});
        apply();
        must(m_desk->store.submit({{Kind::Mission, Verb::Patch, missionId(1), {{u"patroller"_s, idText(me)}}, {}, 0}},
                                  m_desk->actor));
        m_pending.append(storekit::change(++m_seq, ChangeOp::Leave, Kind::Request, requestId(1), {}));
        apply();
        m_pending.append(
            storekit::change(++m_seq, ChangeOp::Patch, Kind::Mission, missionId(1), {{u"due_on"_s, u"2026-12-01"_s}}));
        apply();
        const auto row = must(missionRow(m_desk->store, missionId(1)));
        QVERIFY(row && row->isPending && row->number.isEmpty());
        QCOMPARE(row->mission.patroller, me);
        QCOMPARE(row->mission.dueOn, QDate(2026, 12, 1));
    }

    //! A patroller who no longer patrols for a service keeps no word of its missions: not even in the file.
    void aMissionLeavesWithTheRights()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"desk.db"_s);
        ManualClock clock{{1'796'000'000'000}};
        QRandomGenerator random{3};
        auto store = std::make_unique<DeskStore>(must(DeskStore::open(path, {}, clock, random)));
        const Actor both{me, store->device(), {Role::Patroller}, {serviceId(1), serviceId(2)}, false};
        const Actor one{me, store->device(), {Role::Patroller}, {serviceId(2)}, false};
        change(Kind::Mission, missionId(1),
               {{u"subject"_s, u"Canari"_s}, {u"instructions"_s, u"canaryinstructions"_s}, {u"service"_s, idText(serviceId(1))}});
        change(Kind::Mission, missionId(2), {{u"subject"_s, u"Reste"_s}, {u"service"_s, idText(serviceId(2))}});
        ChangesPage page;
        page.changes = std::exchange(m_pending, {});
        page.next = {m_seq, "12345678"};
        must(store->apply(page));
        must(store->submit({{Kind::Mission, Verb::Patch, missionId(2), {{u"patroller"_s, idText(me)}}, {}, 0}}, both));
        QVERIFY(fileHas(folder.path(), "canaryinstructions"));
        must(store->purgeOutside(one));
        QCOMPARE(names(must(openMissions(*store, me, MissionReach::All))), QStringList{u"Reste"_s});
        store.reset();
        QVERIFY(!fileHas(folder.path(), "canaryinstructions"));
    }

    //! Each question goes through its index: ten years lie in these tables.
    void readsNoTableFromEndToEnd()
    {
        must(openMissions(m_desk->store, me, MissionReach::MineAndFree));
        must(reportedMissions(m_desk->store, {}, {1}));
        must(missionsOf(m_desk->store, requestId(1)));
        must(cardsReported(m_desk->store, {1}, 4));
        must(missionRow(m_desk->store, missionId(1)));
        int seen = 0;
        for (const QByteArray &sql : m_desk->store.database().statements()) {
            if (!sql.contains("FROM mission m"))
                continue;
            ++seen;
            Statement plan = m_desk->store.database().prepare(QByteArray("EXPLAIN QUERY PLAN " + sql));
            for (auto row = plan.step(); row && *row; row = plan.step()) {
                // The index of open missions holds just those: it is read whole.
                const bool isWhole = plan.text(3).startsWith(u"SCAN"_s) && !plan.text(3).contains(u"mission_open"_s);
                QVERIFY2(!isWhole, qPrintable(plan.text(3)));
            }
        }
        QCOMPARE(seen, 5);
    }

private:
    static constexpr qint64 at = 1'795'000'000'000;
    const Id me = userId(1), other = userId(2);

    static Id missionId(int n) { return storekit::id(13, n); }
    static QStringList names(const QList<MissionRow> &rows)
    {
        QStringList list;
        for (const MissionRow &row : rows)
            list.append(row.mission.subject);
        return list;
    }
    void change(Kind kind, const Id &id, const QJsonObject &fields)
    {
        m_pending.append(storekit::change(++m_seq, ChangeOp::Create, kind, id, fields));
    }
    void add(int n, QJsonObject fields)
    {
        fields.insert(u"subject"_s, QString::number(n));
        fields.insert(u"service"_s, idText(serviceId(1)));
        change(Kind::Mission, missionId(n), fields);
    }
    void apply()
    {
        ChangesPage page;
        page.changes = std::exchange(m_pending, {});
        page.next = {m_seq, "12345678"};
        must(m_desk->store.apply(page));
    }

    qint64 m_seq = 0;
    QList<Change> m_pending;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestMissions)
#include "tst_missions.moc"
