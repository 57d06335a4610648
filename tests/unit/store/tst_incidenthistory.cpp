#include "storekit.h"

#include "domain/incident.h"
#include "store/incidenthistory.h"

using namespace parvis;
using namespace parvis::storekit;
using What = IncidentEvent::What;

namespace {

Id incidentId(int n)
{
    return id(30, n);
}

QString name(What what)
{
    switch (what) {
    case What::Made: return u"made"_s;
    case What::Reported: return u"reported"_s;
    case What::Joined: return u"joined"_s;
    case What::TakenOut: return u"taken out"_s;
    case What::Merged: return u"merged"_s;
    case What::Parted: return u"parted"_s;
    }
    return {};
}

} // namespace

//! What happened to an incident, as a desk keeps it.
class IncidentHistoryTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_seq = 0;
        for (int n = 1; n <= 3; ++n)
            incident(n);
        for (int n = 1; n <= 6; ++n)
            request(n);
    }

    void whoCameAndWentIsTold()
    {
        join(1, 1);
        join(2, 1, {}, Id()); // the rule
        leave(2, 1);
        take();
        const IncidentRecord record = recordOf(1);
        QCOMPARE(told(record), (QStringList{u"taken out 2"_s, u"joined 2"_s, u"joined 1"_s, u"made"_s}));
        QCOMPARE(record.events.at(0).actor, userId(9));
        QVERIFY(record.events.at(1).actor.isNull());
        QCOMPARE(record.events.at(2).number, u"2026-000001"_s);
        QCOMPARE(record.events.at(0).at, Instant{1'795'000'000'000 + m_seq});
        QCOMPARE(record.events.last().actor, userId(4)); // of the incident
        QCOMPARE(record.summary.reports, 1);
        QVERIFY(!record.isCut);
    }

    //! By the likely duplicate at the Desk: no change says that it joined.
    void whoCameAsAReportIsTold()
    {
        request(7, 1);
        request(8, 1);
        leave(8, 1);
        join(8, 1);
        take();
        QCOMPARE(told(recordOf(7)), (QStringList{u"joined 8"_s, u"taken out 8"_s, u"reported 8"_s, u"reported 7"_s, u"made"_s}));
        QCOMPARE(recordOf(7).events.at(3).actor, userId(1));
    }

    void mergesAreToldAndHoldOrNot()
    {
        join(1, 1);
        join(2, 2);
        join(3, 3);
        merge(2, 1);
        part(2, 1);
        merge(3, 2);
        merge(2, 1);
        take();
        const IncidentRecord record = recordOf(1);
        QCOMPARE(told(record), (QStringList{u"merged 2 holds 2"_s, u"merged 3 holds 1"_s, u"parted 2"_s, u"merged 2"_s,
                                            u"joined 3"_s, u"joined 2"_s, u"joined 1"_s, u"made"_s}));
        QCOMPARE(record.summary.reports, 3);
        QCOMPARE(recordOf(3).events, record.events); // of whichever it is asked
    }

    void aMergeTakenBackIsToldAtBoth()
    {
        join(1, 1);
        join(2, 2);
        merge(2, 1);
        part(2, 1);
        take();
        QCOMPARE(told(recordOf(1)), (QStringList{u"parted 2"_s, u"merged 2"_s, u"joined 1"_s, u"made"_s}));
        QCOMPARE(told(recordOf(2)), (QStringList{u"parted 1"_s, u"merged 1"_s, u"joined 2"_s, u"made"_s}));
    }

    void whatIsOnItsWayComesFirst()
    {
        join(1, 1);
        join(2, 2);
        take();
        submit(Kind::Request, requestId(3), {{u"incident"_s, idText(incidentId(1))}});
        submit(Kind::Incident, incidentId(2), {{u"merged_into"_s, idText(incidentId(1))}});
        submit(Kind::Request, requestId(1), {{u"incident"_s, QJsonValue()}});
        const IncidentRecord record = recordOf(3);
        QCOMPARE(told(record),
                 (QStringList{u"taken out 1"_s, u"merged 2 holds 1"_s, u"joined 3"_s, u"joined 2"_s, u"joined 1"_s, u"made"_s}));
        QVERIFY(record.events.at(0).isOnItsWay && record.events.at(1).isOnItsWay && record.events.at(2).isOnItsWay);
        QVERIFY(!record.events.at(3).isOnItsWay);
    }

    void whatIsOutOfSightIsNotTold()
    {
        join(1, 1);
        join(2, 1);
        m_changes.append(change(++m_seq, ChangeOp::Leave, Kind::Request, requestId(2), {}));
        take();
        QCOMPARE(told(recordOf(1)), (QStringList{u"joined 1"_s, u"made"_s}));
    }

    void aMergeNobodyHereSawCanBeTakenBack()
    {
        join(1, 1);
        QJsonObject merged = document(2);
        merged.insert(u"merged_into"_s, idText(incidentId(1)));
        m_changes.append(change(++m_seq, ChangeOp::Enter, Kind::Incident, incidentId(2), merged));
        take();
        QCOMPARE(told(recordOf(1)), (QStringList{u"joined 1"_s, u"merged 2 holds 0"_s, u"made"_s}));
        QVERIFY(!recordOf(1).events.at(1).at.isSet());
    }

    void aLongOneIsCutButForItsMerges()
    {
        join(1, 1);
        merge(2, 1);
        for (int i = 0; i < 40; ++i) {
            join(3, 1);
            leave(3, 1);
        }
        take();
        const auto record = must(incidentRecord(m_desk->store, u"2026-000001"_s, 10));
        QVERIFY(record->isCut);
        QCOMPARE(record->events.size(), 12);
        QCOMPARE(record->events.at(10).what, What::Merged);
        QCOMPARE(record->events.last().what, What::Made);
    }

    void ofNoneThereIsNothing()
    {
        take();
        QVERIFY(!must(incidentRecord(m_desk->store, u"2026-000001"_s)));
        QVERIFY(!must(incidentRecord(m_desk->store, u"1999"_s)));
    }

    //! A file of before the columns.
    void whatWasKeptBeforeIsFound()
    {
        join(1, 1);
        leave(1, 1);
        join(1, 1);
        merge(2, 1);
        take();
        const QStringList before = told(recordOf(1));
        Database &db = m_desk->store.database();
        QVERIFY(db.run("DROP INDEX history_incident"_L1) && db.run("DROP INDEX history_incident_was"_L1));
        QVERIFY(db.run("ALTER TABLE history DROP COLUMN incident"_L1) &&
                db.run("ALTER TABLE history DROP COLUMN incident_was"_L1));
        QFile file(u":/migrations/store/0014_incident_history.sql"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(db.runScript(file.readAll()));
        QCOMPARE(told(recordOf(1)), before);
    }

    //! Five million changes: nothing is read from end to end.
    void readsNoTableFromEndToEnd()
    {
        join(1, 1);
        merge(2, 1);
        take();
        const QList<QByteArray> before = m_desk->store.database().statements();
        (void)recordOf(1);
        int seen = 0;
        for (const QByteArray &sql : m_desk->store.database().statements()) {
            if (before.contains(sql) || !sql.startsWith("SELECT"))
                continue;
            ++seen;
            Statement plan = m_desk->store.database().prepare(QByteArray("EXPLAIN QUERY PLAN " + sql));
            for (auto row = plan.step(); row && *row; row = plan.step()) {
                const QString step = plan.text(3);
                const bool isScan = step.startsWith(u"SCAN"_s) && !step.contains(u"tree"_s) && !step.contains(u"CONSTANT"_s);
                QVERIFY2(!isScan || step.contains(u"SCAN o "_s) || step == u"SCAN o"_s,
                         qPrintable(QString::fromUtf8(sql) + u'\n' + step));
            }
        }
        QVERIFY(seen >= 5);
    }

private:
    static QJsonObject document(int n)
    {
        return {{u"subject"_s, u"Nid-de-poule %1"_s.arg(n)},
                {u"latitude"_s, 48.95},
                {u"longitude"_s, 4.36},
                {u"at"_s, qint64(1'794'000'000'000) + n},
                {u"author"_s, idText(userId(4))}};
    }
    void incident(int n) { m_changes.append(change(++m_seq, ChangeOp::Create, Kind::Incident, incidentId(n), document(n))); }
    void request(int n, int in = 0)
    {
        QJsonObject set{{u"subject"_s, u"Trou"_s},
                        {u"number"_s, u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'))},
                        {u"received_at"_s, qint64(1'794'000'000'000) + n},
                        {u"created_by"_s, idText(userId(1))}};
        if (in > 0)
            set.insert(u"incident"_s, idText(incidentId(in)));
        m_changes.append(change(++m_seq, ChangeOp::Create, Kind::Request, requestId(n), set));
    }
    void patch(Kind kind, const Id &target, QLatin1StringView field, const QJsonValue &to, const QJsonValue &from,
               const Id &actor)
    {
        Change c = change(++m_seq, ChangeOp::Patch, kind, target, {{field, to}}, {{field, from}});
        c.actor = actor;
        m_changes.append(c);
    }
    void join(int n, int in, const QJsonValue &from = {}, const Id &actor = userId(9))
    {
        patch(Kind::Request, requestId(n), "incident"_L1, idText(incidentId(in)), from, actor);
    }
    void leave(int n, int from) { patch(Kind::Request, requestId(n), "incident"_L1, {}, idText(incidentId(from)), userId(9)); }
    void merge(int n, int into)
    {
        patch(Kind::Incident, incidentId(n), "merged_into"_L1, idText(incidentId(into)), {}, userId(9));
    }
    void part(int n, int from)
    {
        patch(Kind::Incident, incidentId(n), "merged_into"_L1, {}, idText(incidentId(from)), userId(9));
    }
    void take() { must(m_desk->store.apply(page(m_seq, std::exchange(m_changes, {})))); }
    void submit(Kind kind, const Id &target, const QJsonObject &set)
    {
        must(m_desk->store.submit({{kind, Verb::Patch, target, set, {}, 0}}, m_desk->actor));
    }
    IncidentRecord recordOf(int n)
    {
        const auto record = must(incidentRecord(m_desk->store, u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'))));
        return record.value_or(IncidentRecord());
    }
    static QStringList told(const IncidentRecord &record)
    {
        QStringList all;
        for (const IncidentEvent &event : record.events) {
            QString line = name(event.what);
            if (!event.request.isNull())
                line += u" %1"_s.arg(event.number.section(u'-', 1).toInt());
            if (!event.other.isNull())
                line += u' ' + event.otherAsItIs.subject.section(u' ', 1);
            if (event.holds)
                line += u" holds %1"_s.arg(event.reports);
            all.append(line);
        }
        return all;
    }

    std::unique_ptr<Desk> m_desk;
    QList<Change> m_changes;
    qint64 m_seq = 0;
};

QTEST_GUILESS_MAIN(IncidentHistoryTest)
#include "tst_incidenthistory.moc"
