#include "enginescene.h"

#include <QtCore/QHashSeed>

using namespace parvis;
using namespace Qt::StringLiterals;

//! One habit of the engine after the other, at desks of a made-up town with the real hub.
class TestEngine : public QObject, private EngineScene
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { close(); }

    void asksWhoIsThereBeforeItSaysThePassword()
    {
        open({u"ambassador"_s});
        desk().transport().intercept = [](const QString &, const QByteArray &) {
            return std::optional(Wire{0, {}, 0, Error{ErrorCode::Certificate, {}, 0}});
        };
        desk().boot();
        QSignalSpy failed(&engine(), &SyncEngine::signInFailed);
        run(100);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Certificate);
        QCOMPARE(desk().transport().routes, QStringList{u"hello"_s});
        QCOMPARE(state().phase, SyncPhase::SignedOut);
    }

    void aWrongPasswordIsToldAndWorkGoesOnLocally()
    {
        boot({u"ambassador"_s});
        engine().signOut();
        QSignalSpy failed(&engine(), &SyncEngine::signInFailed);
        engine().signIn(u"ambassador"_s, u"wrong"_s);
        run(400);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Unauthenticated);
        create();
        engine().localWorkQueued();
        run(100);
        QCOMPARE(state().outbox.queued, 1);
        QCOMPARE(state().phase, SyncPhase::SignedOut);
        engine().signIn(u"ambassador"_s, u"secret"_s);
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    //! An administrator makes an agent and gives them a password at once: the agent goes to the hub before.
    void aPasswordIsGivenAfterWhatWasJustMade()
    {
        boot({u"ambassador"_s});
        grant(u"ambassador"_s, {{u"roles"_s, QJsonArray{u"admin"_s}}});
        run(60'000);
        QSignalSpy given(&engine(), &SyncEngine::passwordGiven), refused(&engine(), &SyncEngine::passwordRefused);
        const Id agent = makeId(desk().clock().now(), m_world->random);
        const QJsonObject set{{u"login"_s, u"neuf"_s}, {u"name"_s, u"Neuf"_s}, {u"roles"_s, QJsonArray{u"referent"_s}}};
        const auto made = desk().store().submit({{Kind::User, Verb::Create, agent, set, {}, 0}}, actor());
        QVERIFY(made);
        m_town->town.submitted.insert(made->first().id, made->first());
        engine().localWorkQueued();
        engine().givePassword(agent);
        run(5000);
        QVERIFY(refused.isEmpty());
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.first().first().value<Id>(), agent);
        const QString password = given.first().at(1).value<GivenPassword>().password;
        QCOMPARE(m_town->hub.hub().openSession({u"neuf"_s, password, agent}, u"p"_s).error().detail, QString(oneTimePassword));
        // Twice: the first one ends.
        engine().givePassword(agent);
        run(5000);
        QCOMPARE(given.size(), 2);
        QVERIFY(given.last().at(1).value<GivenPassword>().password != password);
        engine().givePassword(makeId(desk().clock().now(), m_world->random));
        run(5000);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).value<Error>().code, ErrorCode::NotFound);
        QCOMPARE(state().phase, SyncPhase::UpToDate); // and all goes on
    }

    //! The token is spent: it is renewed, and the question asked again. Without an answer it is not asked again.
    void aPasswordIsAskedForOnce()
    {
        boot({u"ambassador"_s});
        grant(u"ambassador"_s, {{u"roles"_s, QJsonArray{u"admin"_s}}});
        const Id agent = desk().user();
        run(60'000);
        QSignalSpy given(&engine(), &SyncEngine::passwordGiven), refused(&engine(), &SyncEngine::passwordRefused);
        once(u"give-password"_s, problem(401, u"unauthenticated"_s));
        engine().givePassword(agent);
        run(5000);
        QCOMPARE(refused.size(), 1); // their own, which the hub forbids: but it was asked, with a new token
        QCOMPARE(refused.first().at(1).value<Error>().code, ErrorCode::Forbidden);
        desk().transport().routes.clear();
        once(u"give-password"_s, {});
        engine().givePassword(agent);
        run(60'000);
        QCOMPARE(desk().transport().routes.count(u"give-password"_s), 1);
        QCOMPARE(refused.size(), 2);
        QCOMPARE(refused.last().at(1).value<Error>().code, ErrorCode::Network);
        engine().signOut();
        engine().givePassword(agent);
        QCOMPARE(refused.size(), 3); // at once
        QVERIFY(given.isEmpty());
    }

    void localWorkIsSentAtOnceAndSeenElsewhereWithinASecond()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        run(5000); // streams are open
        QVERIFY(state(1).isLive);
        QSignalSpy applied(&engine(1), &SyncEngine::changesApplied);
        const Id id = create(0);
        engine().localWorkQueued();
        run(1000);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        QVERIFY(!applied.isEmpty());
        QVERIFY(!shown(1, id).isEmpty());
        QVERIFY(!shown(0, id).value(u"number"_s).toString().isEmpty());
    }

    //! Two agents have one request in sight; one writes, goes on, and the line is cut.
    void colleaguesOnOneRequestSeeEachOther()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        run(5000);
        const Id id = create(0);
        engine().localWorkQueued();
        run(1000);
        QSignalSpy first(&engine(0), &SyncEngine::onlookersChanged), second(&engine(1), &SyncEngine::onlookersChanged);
        const auto last = [](const QSignalSpy &spy) { return spy.last().at(1).value<QList<Onlooker>>(); };
        engine(0).look({id, false});
        engine(1).look({id, true});
        run(10'000);
        QCOMPARE(last(first), (QList<Onlooker>{{desk(1).user(), true}}));
        QCOMPARE(last(second), (QList<Onlooker>{{desk(0).user(), false}}));
        engine(1).look({});
        run(10'000);
        QVERIFY(last(first).isEmpty());
        // Without the line nobody is seen, and nobody stays.
        engine(1).look({id, false});
        run(10'000);
        QCOMPARE(last(first).size(), 1);
        desk(1).transport().setCut(true);
        run(60'000);
        QVERIFY(last(first).isEmpty());
        desk(1).transport().setCut(false);
        engine(1).networkRegained();
        run(20'000);
        QCOMPARE(last(first).size(), 1);
        QCOMPARE(m_town->check(), QStringList());
    }

    void lostHintsAreMadeUpFor()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        run(5000);
        desk(1).transport().link.loss = 1; // of hints, too
        const Id id = create(0);
        engine().localWorkQueued();
        run(2000);
        QVERIFY(shown(1, id).isEmpty());
        desk(1).transport().link.loss = 0;
        run(70'000);
        QVERIFY(!shown(1, id).isEmpty());
    }

    void withoutNetworkItWaitsAndComesBackAtOnce()
    {
        boot({u"ambassador"_s});
        desk().transport().setCut(true);
        create();
        engine().localWorkQueued();
        run(20'000);
        QCOMPARE(state().phase, SyncPhase::Offline);
        QCOMPARE(state().outbox.queued, 1);
        QVERIFY(state().retryAt.isSet());
        desk().transport().setCut(false);
        engine().networkRegained();
        run(1000);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        QCOMPARE(state().outbox.queued, 0);
    }

    void itComesBackByItselfWithinTwoMinutes()
    {
        boot({u"ambassador"_s});
        desk().transport().setCut(true);
        run(3'600'000);
        QVERIFY(desk().transport().routes.size() < 150); // with patience
        desk().transport().setCut(false);
        run(Backoff::longestMs + Backoff::firstMs + 1000);
        QVERIFY(state().phase == SyncPhase::UpToDate || state().phase == SyncPhase::SignedOut); // the session may be over
    }

    void thePeersPatienceIsHonoured()
    {
        boot({u"ambassador"_s});
        once(u"push"_s, problem(429, u"throttled"_s, 90));
        create();
        engine().localWorkQueued();
        run(1000);
        QCOMPARE(state().phase, SyncPhase::Throttled);
        const qsizetype asked = desk().transport().routes.size();
        run(88'000);
        QCOMPARE(desk().transport().routes.size(), asked);
        run(5'000);
        QCOMPARE(state().outbox.queued, 0);
    }

    void aSpentTokenIsRenewedOnce()
    {
        boot({u"ambassador"_s});
        run(200'000); // the access token lives for a minute
        QVERIFY(desk().transport().routes.contains(u"refresh"_s));
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        QCOMPARE(desk().transport().routes.count(u"session"_s), 1);

        QSignalSpy needed(&engine(), &SyncEngine::signInNeeded);
        desk().transport().intercept = [](const QString &route, const QByteArray &) {
            return route == u"session"_s ? std::nullopt : std::optional(problem(401, u"unauthenticated"_s));
        };
        engine().syncNow();
        run(300);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(state().phase, SyncPhase::SignedOut);
        QCOMPARE(state().reason->code, ErrorCode::Unauthenticated);
    }

    void tooLargeABatchIsHalved()
    {
        boot({u"ambassador"_s});
        desk().transport().setCut(true);
        for (int i = 0; i < 7; ++i)
            create();
        desk().transport().setCut(false);
        desk().transport().intercept = [](const QString &route, const QByteArray &body) -> std::optional<Wire> {
            const bool isLarge = route == u"push"_s && parseObject(body)->value(u"mutations"_s).toArray().size() > 2;
            return isLarge ? std::optional(problem(413, u"too-large"_s)) : std::nullopt;
        };
        engine().localWorkQueued();
        engine().networkRegained();
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    void oneTooLargeIsKeptHereAndTheRestGoesOn()
    {
        boot({u"ambassador"_s});
        const Id id = create();
        const Mutation large = patch(0, id, {{u"subject"_s, u"énorme"_s}});
        create();
        desk().transport().intercept = [](const QString &route, const QByteArray &body) -> std::optional<Wire> {
            return route == u"push"_s && body.contains("énorme") ? std::optional(problem(413, u"too-large"_s)) : std::nullopt;
        };
        QSignalSpy conflicts(&engine(), &SyncEngine::conflictArrived);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().first().value<QList<qint64>>(), QList<qint64>{large.n});
        QCOMPARE(state().outbox.refused, 1);
        QCOMPARE(desk().store().outbox().value().first().mutation.set, large.set);
        QCOMPARE(shown(0, id).value(u"subject"_s).toString(), u"Lampadaire"_s);
    }

    void aReusedNumberIsHeldHereAndTheRestGoesOn()
    {
        boot({u"ambassador"_s});
        pushAsTheDesk(1);
        const Id first = create();
        const Id second = create();
        QSignalSpy conflicts(&engine(), &SyncEngine::conflictArrived);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(conflicts.first().first().value<QList<qint64>>(), QList<qint64>{1});
        QCOMPARE(state().outbox.refused, 1);
        QCOMPARE(desk().store().outbox().value().first().mutation.target, first);
        QVERIFY(!shown(0, second).value(u"number"_s).toString().isEmpty());
    }

    void aStoreFromAnOldCopyCountsOn()
    {
        boot({u"ambassador"_s});
        for (qint64 n = 1; n <= 3; ++n)
            pushAsTheDesk(n);
        const Id id = create();
        engine().signOut();
        engine().signIn(u"ambassador"_s, u"secret"_s);
        QVERIFY(m_town->comeToRest(60'000));
        QVERIFY(!shown(0, id).value(u"number"_s).toString().isEmpty());
        QCOMPARE(desk().store().lastNumber().value(), 4);
        QCOMPARE(state().outbox.refused, 0);
    }

    void theFirstSyncShowsProgressAndCanBePaused()
    {
        open({u"ambassador"_s, u"cleared"_s});
        desk(0).boot();
        run(10'000);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        for (int i = 0; i < 60; ++i)
            create();
        engine().localWorkQueued();
        run(10'000);
        desk(1).boot();
        for (int i = 0; i < 1000 && state(1).done < 20; ++i)
            run(10);
        QCOMPARE(state(1).phase, SyncPhase::FirstSync);
        QVERIFY(state(1).total >= 60);
        engine(1).pauseFirstSync();
        run(5'000);
        const qint64 done = state(1).done;
        run(50'000);
        QCOMPARE(state(1).done, done);
        QCOMPARE(state(1).phase, SyncPhase::FirstSync);
        QVERIFY(state(1).isPaused);

        // A desk that is killed now goes on from where it was.
        desk(1).kill();
        run(5'000);
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(desk(1).transport().routes.count(u"snapshot"_s), 5);
        QCOMPARE(m_town->check(), QStringList());
    }

    //! The pages are each of their own moment; what the check of invariant 4 says of it comes from that.
    void aSnapshotIsOneStateOnceTheChangesSinceItsStartAreThere()
    {
        const QList<Id> requests = openWithRequests(60);
        desk(1).transport().intercept = [](const QString &route, const QByteArray &) -> std::optional<Wire> {
            return route == u"changes"_s ? std::optional(problem(503, u"unavailable"_s)) : std::nullopt;
        };
        desk(1).boot();
        syncAndPause(15);
        for (const Id &id : requests)
            change(Kind::Request, id, {{u"subject"_s, u"Banc"_s}});
        engine(1).resumeFirstSync();
        run(5'000);
        QVERIFY(!desk(1).store().snapshotProgress().value());
        const qint64 start = desk(1).store().position()->cursor.seq;
        const auto isNewer = [&](const Id &id) { return desk(1).store().seqOf(Kind::Request, id).value() > start; };
        const qsizetype newer = std::count_if(requests.begin(), requests.end(), isNewer);
        QVERIFY(newer > 0 && newer < requests.size());
        QCOMPARE(checkFold(m_town->hub, desk(1)), QStringList());
        desk(1).transport().intercept = {};
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(checkFold(m_town->hub, desk(1)), QStringList());
        QCOMPARE(m_town->check(), QStringList());
    }

    void gainedRightsBringTheirServiceAlone()
    {
        boot({u"ambassador"_s, u"referent"_s});
        const QString first = idText(m_town->town.services.at(0)), fourth = idText(m_town->town.services.at(3));
        const Id own = create(0, {{u"service"_s, first}, {u"status"_s, u"assigned"_s}});
        const Id other = create(0, {{u"service"_s, fourth}, {u"status"_s, u"assigned"_s}});
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        QVERIFY(!shown(1, own).isEmpty());
        QVERIFY(shown(1, other).isEmpty());

        QByteArray asked;
        desk(1).transport().intercept = [&asked](const QString &route, const QByteArray &body) -> std::optional<Wire> {
            if (route == u"snapshot"_s)
                asked = body;
            return std::nullopt;
        };
        grant(u"referent"_s, {{u"services"_s, QJsonObject{{u"add"_s, QJsonArray{fourth}}}}});
        QVERIFY(m_town->comeToRest(120'000));
        QVERIFY(asked.contains(fourth.toUtf8()));
        QVERIFY(!asked.contains(first.toUtf8()));
        QVERIFY(!shown(1, other).isEmpty());

        grant(u"referent"_s, {{u"services"_s, QJsonObject{{u"remove"_s, QJsonArray{first}}}}});
        QVERIFY(m_town->comeToRest(120'000));
        QVERIFY(shown(1, own).isEmpty());
        QCOMPARE(m_town->check(), QStringList());
    }

    void whatWasQueuedUnderLostRightsIsHeldAndNotDropped()
    {
        boot({u"ambassador"_s, u"referent"_s});
        const QString first = idText(m_town->town.services.at(0));
        const Id id = create(0, {{u"service"_s, first}, {u"status"_s, u"assigned"_s}});
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        desk(1).transport().setCut(true);
        patch(1, id, {{u"address"_s, u"12 rue des Halles"_s}});
        grant(u"referent"_s, {{u"services"_s, QJsonObject{{u"remove"_s, QJsonArray{first}}}}});
        QSignalSpy conflicts(&engine(1), &SyncEngine::conflictArrived);
        desk(1).transport().setCut(false);
        engine(1).localWorkQueued();
        engine(1).networkRegained();
        QVERIFY(m_town->comeToRest(120'000));
        QCOMPARE(conflicts.size(), 1);
        QVERIFY(shown(1, id).isEmpty());
        QCOMPARE(m_town->check(), QStringList()); // the proposal is at the supervisor's
    }

    void aConflictIsToldToItsAuthor()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        const Id id = create(0);
        engine().localWorkQueued();
        QVERIFY(m_town->comeToRest(60'000));
        desk(1).transport().setCut(true);
        patch(0, id, {{u"subject"_s, u"Banc"_s}});
        const Mutation late = patch(1, id, {{u"subject"_s, u"Trottoir"_s}});
        engine().localWorkQueued();
        run(2000);
        QSignalSpy conflicts(&engine(1), &SyncEngine::conflictArrived);
        desk(1).transport().setCut(false);
        engine(1).localWorkQueued();
        engine(1).networkRegained();
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().first().value<QList<qint64>>(), QList<qint64>{late.n});
        QCOMPARE(state(1).outbox.refused, 1);
        QCOMPARE(shown(1, id).value(u"subject"_s).toString(), u"Banc"_s);
    }

    void anOldProgramStillHandsInItsWork()
    {
        boot({u"ambassador"_s});
        Hello newer = m_town->hub.hub().hello().value();
        newer.schemaMin = newer.schemaMax = schemaVersion + 1;
        desk().transport().intercept = [newer](const QString &route, const QByteArray &) -> std::optional<Wire> {
            if (route == u"hello"_s)
                return Wire{200, compactJson(toJson(newer)), 0, {}};
            return route == u"changes"_s ? std::optional(problem(426, u"schema-too-old"_s)) : std::nullopt;
        };
        create();
        engine().localWorkQueued();
        engine().syncNow();
        run(5'000);
        QCOMPARE(state().outbox.queued, 0);
        QCOMPARE(state().phase, SyncPhase::Refused);
        QCOMPARE(state().reason->code, ErrorCode::SchemaTooOld);
        create();
        engine().syncNow();
        run(3'000);
        QCOMPARE(state().outbox.queued, 0);
    }

    void aFullDiskHereIsToldAsOurs()
    {
        boot({u"ambassador"_s, u"cleared"_s});
        create(1);
        engine(1).localWorkQueued();
        desk(0).failAccess(1, 13 /* SQLITE_FULL */);
        for (int i = 0; i < 400 && state().phase != SyncPhase::Refused; ++i)
            run(10);
        QCOMPARE(state().phase, SyncPhase::Refused);
        QCOMPARE(state().reason->code, ErrorCode::StorageFull);
        QVERIFY(state().isLocal);
        run(5'000);
        QCOMPARE(state().phase, SyncPhase::UpToDate);
        QVERIFY(m_town->comeToRest(60'000));
        desk().healDisk();
        QCOMPARE(m_town->check(), QStringList());
    }

    void theHubsClockIsMeasured()
    {
        open({u"ambassador"_s});
        desk().clock().setOffset(-3'600'000);
        desk().transport().link.longestDelayMs = 200;
        desk().boot();
        QVERIFY(m_town->comeToRest(60'000));
        QVERIFY(std::abs(engine().clockOffsetMs() - 3'600'000) < 200);
    }

    void stoppingIsQuickAndLosesNothing()
    {
        boot({u"ambassador"_s});
        create();
        engine().localWorkQueued();
        m_world->settle();
        QSignalSpy stopped(&engine(), &SyncEngine::stopped);
        engine().stop();
        run(4'000);
        QCOMPARE(stopped.size(), 1);
        const qsizetype asked = desk().transport().routes.size();
        run(100'000);
        QCOMPARE(desk().transport().routes.size(), asked);
        desk().kill();
        run(5'000);
        QVERIFY(m_town->comeToRest(60'000));
        QCOMPARE(m_town->check(), QStringList());
    }

    void anEngineMayDieWhileAnAnswerIsUnderWay()
    {
        boot({u"ambassador"_s});
        engine().syncNow();
        desk().kill();
        run(10'000);
        QVERIFY(m_town->comeToRest(60'000));
    }

private:
    //! Work that the hub has from this device and the device knows nothing of.
    void pushAsTheDesk(qint64 n)
    {
        Caller caller;
        caller.user = m_town->hub.hub().user(u"ambassador"_s).value();
        caller.device = desk().store().device();
        caller.actor = actorFor(caller.user, caller.device);
        Mutation m;
        m.n = n;
        m.id = makeId({1}, m_world->random);
        m.verb = Verb::Create;
        m.target = makeId({1}, m_world->random);
        m.set = {{u"subject"_s, u"avant"_s}};
        QVERIFY(m_town->hub.hub().push(caller, {caller.device, {m}}));
    }
};

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(u"parvis.*=false"_s);
    QCoreApplication app(argc, argv);
    TestEngine test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine.moc"
