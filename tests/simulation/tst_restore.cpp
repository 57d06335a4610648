#include "enginescene.h"

#include <QtCore/QHashSeed>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What desks do after their hub was restored from an older backup.
class TestRestore : public QObject, private EngineScene
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { close(); }

    void afterARestoreNothingAcknowledgedIsLost()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const Id before = create(0);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        m_town->hub.backup();
        const Id after = create(0);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(state().outbox.queued, 0); // acknowledged
        restoreHub();
        QSignalSpy states(&engine(), &SyncEngine::stateChanged);
        bool hasDiverged = false;
        connect(&engine(), &SyncEngine::stateChanged, &engine(),
                [&] { hasDiverged = hasDiverged || state().phase == SyncPhase::Diverged; });
        QVERIFY(m_town->comeToRest(120'000));
        QVERIFY(hasDiverged);
        QVERIFY(!shown(1, before).isEmpty());
        QVERIFY(!shown(1, after).isEmpty());
        QCOMPARE(m_town->check(), QStringList());
    }

    void workThatWasAcknowledgedAndNotPulledSurvivesARestore()
    {
        boot({u"ambassador"_s});
        m_town->hub.backup();
        desk().transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"changes"_s ? std::optional(problem(503, u"unavailable"_s)) : std::nullopt;
        };
        create();
        engine().localWorkQueued();
        run(500);
        QCOMPARE(state().outbox.queued, 0); // acknowledged, and the cursor is before it
        restoreHub();
        desk().transport().intercept = {};
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    //! The cursor is a place in both histories; what came after it has the numbers of others' work in the new one.
    void whatWasLostUnderTheNumbersOfOthersIsSentAgain()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        m_town->hub.backup();
        desk().transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"changes"_s ? std::optional(problem(503, u"unavailable"_s)) : std::nullopt;
        };
        const Id lost = create();
        engine().localWorkQueued();
        run(500);
        QCOMPARE(state().outbox.queued, 0); // acknowledged, and not pulled
        const qint64 numberThen = m_town->hub.head().seq;
        desk().transport().setCut(true);
        restoreHub();
        create(1);
        engine(1).localWorkQueued();
        run(60'000);
        m_town->hub.backup(); // the new history is stable beyond the number that the lost change had
        QVERIFY(m_town->hub.head().seq >= numberThen);
        desk().transport().intercept = {};
        desk().transport().setCut(false);
        engine().networkRegained();
        QVERIFY(m_town->comeToRest(120'000));
        QVERIFY(!shown(1, lost).isEmpty());
        QCOMPARE(m_town->check(), QStringList());
    }

    void whatIsShownOfALostHistoryCountsAsSeenUpToItsOwnStableMark()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const Id id = create();
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        m_town->hub.backup();
        patch(0, id, {{u"address"_s, u"12 rue des Halles"_s}});
        patch(0, id, {{u"due_on"_s, u"2026-06-12"_s}});
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        const qint64 shownThen = desk().store().seqOf(Kind::Request, id).value();
        desk().transport().setCut(true);
        restoreHub();
        run(60'000);
        patch(1, id, {{u"subject"_s, u"Banc"_s}});
        engine(1).localWorkQueued();
        run(20'000);
        QVERIFY(m_town->hub.head().seq <= shownThen);
        m_town->hub.backup();

        // The lost work goes up, and the hub answers with the mark of the new history; the snapshot has to wait.
        desk().transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"snapshot"_s ? std::optional(problem(503, u"unavailable"_s)) : std::nullopt;
        };
        desk().transport().setCut(false);
        engine().networkRegained();
        run(60'000);
        QCOMPARE(state().outbox.queued, 0);
        QCOMPARE(shown(0, id).value(u"subject"_s).toString(), u"Lampadaire"_s);
        patch(0, id, {{u"subject"_s, u"Trottoir"_s}});
        desk().transport().intercept = {};
        QSignalSpy conflicts(&engine(), &SyncEngine::conflictArrived);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(shown(0, id).value(u"subject"_s).toString(), u"Banc"_s);
        QCOMPARE(m_town->check(), QStringList());
    }

    void aSnapshotThatARestoreCutsInTwoBeginsAgain()
    {
        const QList<Id> requests = openWithRequests(60);
        m_town->hub.backup();
        desk(1).boot();
        syncAndPause(15);
        for (const Id &id : requests)
            change(Kind::Request, id, {{u"subject"_s, u"Banc"_s}});
        engine(1).resumeFirstSync();
        syncAndPause(45);
        restoreHub(); // it still holds the place where the snapshot began
        engine(1).resumeFirstSync();
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    void workWaitsForThePullThatTellsWhetherTheHistoryIsOurs()
    {
        boot({u"ambassador"_s, u"referent"_s});
        const QString first = idText(m_town->town.services.at(0)), fourth = idText(m_town->town.services.at(3));
        const Id id = create(0, {{u"service"_s, first}, {u"status"_s, u"assigned"_s}});
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        m_town->hub.backup();
        change(Kind::Request, id, {{u"address"_s, u"12 rue des Halles"_s}});
        change(Kind::Request, id, {{u"due_on"_s, u"2026-06-12"_s}});
        QVERIFY(m_town->comeToRest(60'000));
        desk(1).transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"snapshot"_s ? std::optional(problem(503, u"unavailable"_s)) : std::nullopt;
        };
        grant(u"referent"_s, {{u"services"_s, QJsonObject{{u"add"_s, QJsonArray{fourth}}}}});
        run(60'000);
        QVERIFY(desk(1).store().snapshotProgress().value()); // of the fourth service, and it has to wait
        desk(1).transport().setCut(true);
        restoreHub();
        change(Kind::Request, id, {{u"subject"_s, u"Banc"_s}});
        patch(1, id, {{u"subject"_s, u"Trottoir"_s}});
        QSignalSpy conflicts(&engine(1), &SyncEngine::conflictArrived);
        desk(1).transport().intercept = {};
        desk(1).transport().setCut(false);
        engine(1).localWorkQueued();
        engine(1).networkRegained();
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(shown(1, id).value(u"subject"_s).toString(), u"Banc"_s);
        QCOMPARE(m_town->check(), QStringList());
    }

private:
    void restoreHub()
    {
        m_town->hub.stop();
        m_town->restore();
        m_town->hub.start();
    }
};

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(u"parvis.*=false"_s);
    QCoreApplication app(argc, argv);
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restore.moc"
