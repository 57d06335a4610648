#include "domain/incident.h"
#include "enginescene.h"
#include "store/incidenthistory.h"
#include "store/timelinequery.h"

#include <QtCore/QHashSeed>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Two desks without the hub gather the same reports: nobody has anything to settle, the history tells it, and it is taken back.
class TestGatherings : public QObject, private EngineScene
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        for (Id &request : m_requests)
            request = create();
        sync();
        cut(true);
        m_first = gather(0, 1000, {m_requests[0], m_requests[1]});
        m_second = gather(1, 2000, {m_requests[1], m_requests[2]});
    }
    void cleanup() { close(); }

    void eachSeesItsOwnAndThenAll()
    {
        QCOMPARE(reports(0), 2);
        QCOMPARE(reports(1), 2);
        sync();
        for (const int i : {0, 1}) {
            QCOMPARE(reports(i), 3);
            QCOMPARE(state(i).outbox.refused, 0);
            QVERIFY(openProposals(desk(i).store()).value().isEmpty());
        }
        QCOMPARE(m_town->check(), QStringList());
        QCOMPARE(shown(0, m_requests[1]), shown(1, m_requests[1]));
        const QJsonObject merged = desk(0).store().document(Kind::Incident, m_second).value().value_or(QJsonObject());
        QCOMPARE(merged.value("merged_into"_L1).toString(), idText(m_first)); // the younger one
    }

    void theHistoryTellsItAndItIsTakenBack()
    {
        sync();
        const auto record = recordAt(0);
        QVERIFY(record);
        const auto merge = std::find_if(record->events.begin(), record->events.end(),
                                        [](const IncidentEvent &e) { return e.what == IncidentEvent::What::Merged; });
        QVERIFY(merge != record->events.end());
        QVERIFY(merge->holds);
        QCOMPARE(merge->other, m_second);
        QVERIFY(!merge->actor.isNull());
        const auto parted = desk(0).store().submit(
            {{Kind::Incident, Verb::Patch, merge->other, {{u"merged_into"_s, QJsonValue()}}, {}, 0}}, actor(0));
        QVERIFY(parted);
        m_town->town.submitted.insert(parted->first().id, parted->first());
        sync();
        QCOMPARE(m_town->check(), QStringList());
        QCOMPARE(reports(1) + reports(1, 2), 3); // each where it was
        QVERIFY(standing(1, m_requests[0]) != standing(1, m_requests[2]));
    }

private:
    void cut(bool isCut)
    {
        for (const int i : {0, 1})
            desk(i).transport().setCut(isCut);
    }
    void sync()
    {
        cut(false);
        for (const int i : {0, 1}) {
            engine(i).networkRegained();
            engine(i).localWorkQueued();
        }
        QVERIFY(m_town->comeToRest(600'000));
    }
    Id gather(int i, qint64 at, const QList<Id> &requests)
    {
        const Id id = makeId(desk(i).clock().now(), m_world->random);
        const QJsonObject made{{u"subject"_s, u"Fuite"_s}, {u"latitude"_s, 48.9}, {u"longitude"_s, 4.3}, {u"at"_s, at}};
        QList<Edit> edits{{Kind::Incident, Verb::Create, id, made, {}, 0}};
        for (const Id &request : requests)
            edits.append({Kind::Request, Verb::Patch, request, {{u"incident"_s, idText(id)}}, {}, 0});
        const auto done = desk(i).store().submit(edits, actor(i));
        if (!done)
            qFatal("not gathered");
        for (const Mutation &m : *done)
            m_town->town.submitted.insert(m.id, m);
        return id;
    }
    std::optional<IncidentRecord> recordAt(int i, int request = 0)
    {
        return incidentRecord(desk(i).store(), shown(i, m_requests[std::size_t(request)]).value("number"_L1).toString()).value();
    }
    int reports(int i, int request = 1)
    {
        const auto record = recordAt(i, request);
        return record ? record->summary.reports : 0;
    }
    Id standing(int i, const Id &request)
    {
        return standingIncident(idFromText(shown(i, request).value("incident"_L1).toString()).value_or(Id()),
                                desk(i).store().lookup());
    }

    std::array<Id, 3> m_requests;
    Id m_first, m_second;
};

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(u"parvis.*=false"_s);
    QCoreApplication app(argc, argv);
    TestGatherings test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_gatherings.moc"
