#include "storekit.h"

#include "domain/workflow.h"
#include "store/linkquery.h"
#include "store/queuequery.h"

#include <rapidcheck.h>

using namespace parvis;
using namespace storekit;

//! The board of a referent and of a head, and what belongs with a request.
class TestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }

    void aReferentSeesTheirOwnAndWhatNobodyHas()
    {
        add(1, {{u"service"_s, idText(serviceId(1))}, {u"assignee"_s, idText(userId(1))}, {u"status"_s, u"assigned"_s}, due(5)});
        add(2,
            {{u"service"_s, idText(serviceId(2))}, {u"assignee"_s, idText(userId(1))}, {u"status"_s, u"in_progress"_s}, due(-2)});
        add(3, {{u"service"_s, idText(serviceId(1))}, {u"status"_s, u"assigned"_s}, due(1)});
        add(4, {{u"service"_s, idText(serviceId(1))}, {u"assignee"_s, idText(userId(2))}, {u"status"_s, u"assigned"_s}, due(0)});
        add(5, {{u"service"_s, idText(serviceId(2))}, {u"status"_s, u"assigned"_s}, due(0)}); // not theirs to take
        add(6, {{u"service"_s, idText(serviceId(1))}, {u"assignee"_s, idText(userId(1))}, {u"status"_s, u"closed"_s}, due(-9)});
        add(7, {{u"service"_s, idText(serviceId(1))},
                {u"assignee"_s, idText(userId(1))},
                {u"status"_s, u"waiting"_s},
                {u"reason"_s, u"missing_documents"_s},
                due(-1)});
        const WorkQueue queue = must(workQueue(m_desk->store, {userId(1), {serviceId(1)}, m_today}, 10));
        QCOMPARE(idsOf(queue, Lane::ToTake), QList{requestId(3)});
        QCOMPARE(idsOf(queue, Lane::ToDo), QList{requestId(1)});
        QCOMPARE(idsOf(queue, Lane::InProgress), QList{requestId(2)});
        QCOMPARE(idsOf(queue, Lane::Waiting), QList{requestId(7)});
        QCOMPARE(queue.lanes[int(Lane::InProgress)].late, 1);
        QCOMPARE(queue.lanes[int(Lane::Waiting)].late, 0); // the clock stands still
        QVERIFY(queue.loads.isEmpty());
        const WorkQueue with = must(workQueue(m_desk->store, {userId(1), {serviceId(1)}, m_today, {userId(2)}}, 10));
        QCOMPARE(idsOf(with, Lane::ToDo), (QList{requestId(4), requestId(1)})); // of who is absent, too
        QCOMPARE(idsOf(with, Lane::ToTake), QList{requestId(3)});
    }

    void aHeadSeesWhoHasHowMuch()
    {
        for (int n = 1; n <= 6; ++n)
            add(n, {{u"service"_s, idText(serviceId(1))},
                    {u"assignee"_s, n > 2 ? QJsonValue(idText(userId(n > 5 ? 3 : 2))) : QJsonValue()},
                    {u"status"_s, u"in_progress"_s},
                    due(n == 4 ? -1 : 0)});
        const WorkQueue queue = must(workQueue(m_desk->store, {{}, {serviceId(1)}, m_today}, 2));
        QCOMPARE(queue.lanes[int(Lane::InProgress)].total, 4);
        QCOMPARE(queue.lanes[int(Lane::InProgress)].rows.size(), 2); // the most urgent
        QCOMPARE(queue.lanes[int(Lane::InProgress)].rows.first().id, requestId(4));
        QCOMPARE(queue.loads, (QList<CaseLoad>{{{}, 2, 0, 2}, {userId(2), 3, 1, 2}, {userId(3), 1, 0, 1}}));
    }

    //! Against the plain way: look at every request and sort.
    void agreesWithASlowCount()
    {
        QVERIFY(rc::check([this] {
            init();
            const int count = *rc::gen::inRange(0, 60);
            const std::vector<QString> statuses{{},           u"received"_s, u"assigned"_s, u"in_progress"_s,
                                                u"waiting"_s, u"answered"_s, u"closed"_s,   u"reopened"_s};
            const std::vector<QString> reasons{{}, u"weather"_s, u"citizen_answer"_s};
            struct Case
            {
                int n, service, assignee, days;
                QString status, reason;
            };
            QList<Case> cases;
            QList<Change> changes;
            for (int n = 1; n <= count; ++n) {
                const Case c{n,
                             *rc::gen::inRange(0, 4),
                             *rc::gen::inRange(0, 3),
                             *rc::gen::inRange(-5, 6),
                             *rc::gen::elementOf(statuses),
                             *rc::gen::elementOf(reasons)};
                cases.append(c);
                QJsonObject fields{{u"subject"_s, u"x"_s}, due(c.days)};
                if (c.service > 0)
                    fields.insert(u"service"_s, idText(serviceId(c.service)));
                if (c.assignee > 0)
                    fields.insert(u"assignee"_s, idText(userId(c.assignee)));
                if (!c.status.isEmpty())
                    fields.insert(u"status"_s, c.status);
                if (!c.reason.isEmpty())
                    fields.insert(u"reason"_s, c.reason);
                changes.append(change(n, ChangeOp::Create, Kind::Request, requestId(n), fields));
            }
            must(m_desk->store.apply(page(count + 1, changes)));
            const bool isHead = *rc::gen::arbitrary<bool>();
            const QueueQuery query{isHead ? Id() : userId(1), {serviceId(1), serviceId(2)}, m_today};
            const int perLane = *rc::gen::inRange(1, 20);
            const WorkQueue queue = must(workQueue(m_desk->store, query, perLane));
            std::array<QList<std::pair<int, int>>, laneCount> lanes; // days, n
            std::array<int, laneCount> late{};
            for (const Case &c : cases) {
                const auto status = fromToken<RequestStatus>(c.status).value_or(RequestStatus::Received);
                const bool isOurs = c.service == 1 || c.service == 2;
                const bool isMine = c.assignee == 1;
                if (!isOpen(status) || (isHead ? !isOurs : !(isMine || (isOurs && c.assignee == 0))))
                    continue;
                const auto lane = std::size_t(laneOf(status, c.assignee == 0 ? Id() : userId(c.assignee)));
                lanes[lane].append({c.days, c.n});
                late[lane] += c.days < 0 && !isClockStopped(status, c.reason) ? 1 : 0;
            }
            for (std::size_t lane = 0; lane < laneCount; ++lane) {
                std::sort(lanes[lane].begin(), lanes[lane].end());
                RC_ASSERT(queue.lanes[lane].total == lanes[lane].size());
                RC_ASSERT(queue.lanes[lane].late == late[lane]);
                RC_ASSERT(queue.lanes[lane].rows.size() == std::min<qsizetype>(perLane, lanes[lane].size()));
                for (qsizetype i = 0; i < queue.lanes[lane].rows.size(); ++i)
                    RC_ASSERT(queue.lanes[lane].rows[i].id == requestId(lanes[lane][i].second));
            }
        }));
    }

    void readsOnlyItsIndex()
    {
        for (const bool isOfService : {true, false}) {
            Statement plan = m_desk->store.database().prepare("EXPLAIN QUERY PLAN " + queueSql(isOfService));
            for (auto row = plan.step(); row && *row; row = plan.step()) {
                QVERIFY2(plan.text(3).startsWith(u"SEARCH"_s), qPrintable(plan.text(3)));
                QVERIFY2(plan.text(3).contains(u"COVERING INDEX"_s), qPrintable(plan.text(3)));
            }
        }
    }

    void whatBelongsTogetherIsFoundOnce()
    {
        qint64 received = 1'795'000'000'000;
        const auto at = [&received](double latitude) {
            return QJsonObject{{u"latitude"_s, latitude}, {u"longitude"_s, 4.3}, {u"received_at"_s, ++received}};
        };
        const auto with = [](QJsonObject a, const QJsonObject &b) {
            for (auto it = b.begin(); it != b.end(); ++it)
                a.insert(it.key(), it.value());
            return a;
        };
        const QJsonObject citizen{{u"citizen"_s, idText(citizenId(1))}};
        add(1, at(48.95));                                              // the whole
        add(2, with(at(48.95), {{u"parent"_s, idText(requestId(1))}})); // in sight
        add(3, with(at(48.95), {{u"parent"_s, idText(requestId(2))}})); // its part
        add(4, with(at(49.5), citizen));
        add(5, at(48.9502)); // 22 m
        add(6, at(48.951));  // 111 m
        add(7, with(at(48.951), {{u"address"_s, u"3, rue du Puits"_s}}));
        Request request = fromDocument<Request>(requestId(2), *must(m_desk->store.document(Kind::Request, requestId(2))));
        request.citizen = citizenId(1);
        request.address = u"3 rue du puits"_s;
        const LinkedRequests linked = must(linkedRequests(m_desk->store, request));
        QCOMPARE(linked.parent->id, requestId(1));
        QCOMPARE(idsOf(linked.parts), QList{requestId(3)});
        QCOMPARE(idsOf(linked.ofCitizen), QList{requestId(4)});
        QCOMPARE(linked.causes.size(), 1); // 22 m away: maybe of one cause, and said once
        QCOMPARE(linked.causes.first().row.id, requestId(5));
        QCOMPARE(idsOf(linked.atPlace), QList{requestId(7)}); // the same address
        QVERIFY(must(linkedRequests(m_desk->store, fromDocument<Request>(requestId(9), {}))).isEmpty());
    }

private:
    std::pair<QString, QJsonValue> due(int days) const { return {u"due_on"_s, m_today.addDays(days).toString(Qt::ISODate)}; }

    void add(int n, QJsonObject fields)
    {
        fields.insert(u"subject"_s, u"Affaire %1"_s.arg(n));
        must(m_desk->store.apply(page(n, {change(n, ChangeOp::Create, Kind::Request, requestId(n), fields)})));
    }

    static QList<Id> idsOf(const QList<RequestRow> &rows)
    {
        QList<Id> ids;
        for (const RequestRow &row : rows)
            ids.append(row.id);
        return ids;
    }
    static QList<Id> idsOf(const WorkQueue &queue, Lane lane) { return idsOf(queue.lanes[std::size_t(lane)].rows); }

    QDate m_today{2026, 11, 26};
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
