#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QString password = QStringLiteral("le chat dort sur le toit");

struct Accounts : TestTown
{
    Accounts()
    {
        User user;
        user.login = u"m.roussel"_s;
        user.name = u"Mireille Roussel"_s;
        user.roles = {u"ambassador"_s};
        id = hub.addUser(user, password).value();
    }

    Result<Session> signIn(const QString &with = password) { return hub.openSession({u"M.Roussel"_s, with, device}, u"peer"_s); }

    Id id;
    Id device = newId();
};

} // namespace

class TestHubSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionKnowsItsAgent()
    {
        Accounts town;
        const auto session = town.signIn();
        QVERIFY(session);
        QCOMPARE(session->user, town.id);
        QCOMPARE(session->access.size(), 43); // 256 bits
        QVERIFY(session->access != session->refresh);
        QCOMPARE(session->accessUntil.ms, town.clock.now().ms + 15 * 60 * 1000);
        QCOMPARE(session->sessionUntil.ms, town.clock.now().ms + 12 * 60 * 60 * 1000);
        const auto caller = town.hub.authenticate(session->access);
        QVERIFY(caller);
        QCOMPARE(caller->user.name, u"Mireille Roussel"_s);
        QCOMPARE(caller->device, town.device);
        QCOMPARE(session->rights, rightsVersion(caller->actor));
        QCOMPARE(town.hub.hello(&*caller)->rights, session->rights);
        QVERIFY(town.hub.hello()->rights.isEmpty());
        town.request(*caller, {});
        QCOMPARE(town.signIn()->lastN, 1);
    }

    void theWrongOnesAreRefusedAlike()
    {
        Accounts town;
        const auto session = town.signIn();
        const int before = town.hasher.verified;
        QCOMPARE(town.signIn(u"le chat dort sous le toit"_s).error(), (Error{ErrorCode::Unauthenticated, {}}));
        QCOMPARE(town.hub.openSession({u"nobody"_s, password, town.device}, u"peer"_s).error(),
                 (Error{ErrorCode::Unauthenticated, {}}));
        QCOMPARE(town.hasher.verified - before, 2); // as much work for the unknown login
        for (const QString &token : {QString(), u"x"_s, session->refresh})
            QCOMPARE(town.hub.authenticate(token).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(session->access).error().code, ErrorCode::Unauthenticated);
        QVERIFY(town.hub.authenticate(session->access));
    }

    void guessingIsSlowed()
    {
        Accounts town;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(town.signIn(u"guess"_s).error().code, ErrorCode::Unauthenticated);
        const int before = town.hasher.verified;
        const auto refused = town.signIn();
        QCOMPARE(refused.error().code, ErrorCode::Throttled);
        QVERIFY(refused.error().retryAfterSeconds > 0);
        QCOMPARE(town.hasher.verified.load(), before);
        town.clock.advance(refused.error().retryAfterSeconds * 1000);
        QVERIFY(town.signIn());
        QVERIFY(town.signIn());
    }

    void tokensEnd()
    {
        Accounts town;
        const auto session = town.signIn();
        town.clock.advance(15 * 60 * 1000);
        QCOMPARE(town.hub.authenticate(session->access).error().code, ErrorCode::Unauthenticated);
        auto current = town.hub.refreshSession(session->refresh);
        QVERIFY(current);
        QVERIFY(town.hub.authenticate(current->access));
        QCOMPARE(current->sessionUntil, session->sessionUntil);
        while (town.clock.now().ms + 14 * 60 * 1000 < session->sessionUntil.ms) {
            town.clock.advance(14 * 60 * 1000);
            current = town.hub.refreshSession(current->refresh);
            QVERIFY(current);
        }
        QVERIFY(current->accessUntil <= session->sessionUntil);
        town.clock.set(session->sessionUntil);
        QCOMPARE(town.hub.authenticate(current->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(current->refresh).error().code, ErrorCode::Unauthenticated);
    }

    void aRefreshUsedTwiceClosesTheSession()
    {
        Accounts town;
        const auto session = town.signIn();
        const auto second = town.hub.refreshSession(session->refresh);
        QVERIFY(second);
        QVERIFY(town.hub.authenticate(second->access));
        QCOMPARE(town.hub.refreshSession(session->refresh).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.authenticate(second->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(second->refresh).error().code, ErrorCode::Unauthenticated);
    }

    void closingCloses()
    {
        Accounts town;
        const auto one = town.signIn(), other = town.signIn();
        QVERIFY(town.hub.closeSession(one->access));
        QVERIFY(town.hub.closeSession(u"unknown"_s));
        QCOMPARE(town.hub.authenticate(one->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(one->refresh).error().code, ErrorCode::Unauthenticated);
        QVERIFY(town.hub.authenticate(other->access));
    }

    void aDisabledUserIsOut()
    {
        Accounts town;
        const auto session = town.signIn();
        QVERIFY(town.hub.setDisabled(u"m.roussel"_s, true));
        QCOMPARE(town.hub.authenticate(session->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(session->refresh).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.signIn().error(), (Error{ErrorCode::Unauthenticated, {}}));
        QVERIFY(town.hub.setDisabled(u"m.roussel"_s, false));
        QVERIFY(town.signIn());
        QCOMPARE(town.hub.setDisabled(u"nobody"_s, true).error().code, ErrorCode::NotFound);

        // By an administrator's desk, too.
        const auto again = town.signIn();
        const Caller admin = town.agent(Role::Admin);
        town.patch(admin, Kind::User, town.id, {{u"disabled"_s, true}}, town.head());
        QCOMPARE(town.hub.authenticate(again->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(again->refresh).error().code, ErrorCode::Unauthenticated);
    }

    void aRoleCountsAtTheNextCall()
    {
        Accounts town;
        const auto session = town.signIn();
        const Caller admin = town.agent(Role::Admin);
        const QJsonObject roles{{u"add"_s, QJsonArray{u"supervisor"_s}}, {u"remove"_s, QJsonArray{u"ambassador"_s}}};
        town.patch(admin, Kind::User, town.id, {{u"roles"_s, roles}}, town.head());
        const auto caller = town.hub.authenticate(session->access);
        QVERIFY(caller);
        QCOMPARE(caller->actor.roles, (std::set{Role::Supervisor}));
    }

    void aNewPasswordEndsOldSessions()
    {
        Accounts town;
        const auto session = town.signIn();
        const QString other = u"une autre phrase bien longue"_s;
        QCOMPARE(town.hub.setPassword(u"m.roussel"_s, u"trop court"_s).error().code, ErrorCode::InvalidInput);
        QVERIFY(town.hub.setPassword(u"m.roussel"_s, other));
        QCOMPARE(town.hub.authenticate(session->access).error().code, ErrorCode::Unauthenticated);
        QVERIFY(!town.signIn());
        QVERIFY(town.signIn(other));
    }

    void loginsAreUnique()
    {
        Accounts town;
        User user;
        user.login = u"M.ROUSSEL"_s;
        QCOMPARE(town.hub.addUser(user, password).error().code, ErrorCode::AlreadyExists);
        user.login = u" "_s;
        QCOMPARE(town.hub.addUser(user, password).error().code, ErrorCode::InvalidInput);
    }

    void theFileHoldsNoSecret()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"hub.db"_s);
        QString access, refresh;
        {
            TestTown town(path);
            User user;
            user.login = u"m.roussel"_s;
            QVERIFY(town.hub.addUser(user, password));
            const auto session = town.hub.openSession({u"m.roussel"_s, password, town.newId()}, u"p"_s);
            access = session->access;
            refresh = session->refresh;
            QVERIFY(town.hub.backup(dir.filePath(u"copy.db"_s)));
        }
        QFile file(dir.filePath(u"copy.db"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("m.roussel"));
        QVERIFY(!bytes.contains(access.toLatin1()) && !bytes.contains(refresh.toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TestHubSessions)
#include "tst_hubsessions.moc"
