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

    Status change(const QString &from, const QString &to) { return hub.changePassword({u"m.roussel"_s, from, to}, u"peer"_s); }

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

    //! An administrator gives a password that is good for one thing: to choose another.
    void aGivenPasswordMustBeChanged()
    {
        Accounts town;
        const auto before = town.signIn();
        const Caller admin = town.agent(Role::Admin);
        const auto given = town.hub.givePassword(admin, town.id, u"peer"_s);
        QVERIFY(given);
        QVERIFY(given->password.size() >= 15);
        QCOMPARE(given->until.ms, town.clock.now().ms + 7 * 24 * 3600 * 1000LL);
        QCOMPARE(town.hub.authenticate(before->access).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.hub.refreshSession(before->refresh).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.signIn().error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.signIn(given->password).error(), (Error{ErrorCode::Forbidden, oneTimePassword}));

        const QString own = u"la souris court sous le lit"_s;
        QCOMPARE(town.change(given->password, u"trop court"_s).error().code, ErrorCode::InvalidInput);
        QCOMPARE(town.change(given->password, given->password).error().code, ErrorCode::InvalidInput);
        QCOMPARE(town.change(password, own).error().code, ErrorCode::Unauthenticated);
        QVERIFY(town.change(given->password, own));
        QVERIFY(town.signIn(own));
        QCOMPARE(town.signIn(given->password).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.change(given->password, u"encore une autre phrase"_s).error().code, ErrorCode::Unauthenticated);
    }

    //! Left in a drawer, it is worth nothing.
    void aGivenPasswordEnds()
    {
        Accounts town;
        const auto given = town.hub.givePassword(town.agent(Role::Admin), town.id, u"peer"_s);
        town.clock.set(given->until);
        QCOMPARE(town.signIn(given->password).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.change(given->password, u"la souris court sous le lit"_s).error().code, ErrorCode::Unauthenticated);
    }

    void onlyAdministratorsGive()
    {
        Accounts town;
        for (const Role role : {Role::Ambassador, Role::Head, Role::Supervisor, Role::Dpo})
            QCOMPARE(town.hub.givePassword(town.agent(role), town.id, u"p"_s).error().code, ErrorCode::Forbidden);
        const Caller admin = town.agent(Role::Admin);
        QCOMPARE(town.hub.givePassword(admin, admin.user.id, u"p"_s).error().code, ErrorCode::Forbidden); // theirs is changed
        QCOMPARE(town.hub.givePassword(admin, town.newId(), u"p"_s).error().code, ErrorCode::NotFound);
        QVERIFY(town.signIn()); // nothing was changed
        // Who holds an administrator's session can't shut out the whole town at once.
        int given = 0;
        Result<GivenPassword> last = Error{};
        do {
            last = town.hub.givePassword(admin, town.id, u"p"_s);
            given += last ? 1 : 0;
        } while (last);
        QCOMPARE(last.error().code, ErrorCode::Throttled);
        QVERIFY(last.error().retryAfterSeconds > 0);
        QVERIFY(given >= 100); // a town hall that begins
    }

    //! Guessing at the old password is slowed as at signing in.
    void guessingByChangesIsSlowed()
    {
        Accounts town;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(town.change(u"guess"_s, u"la souris court sous le lit"_s).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(town.change(password, u"la souris court sous le lit"_s).error().code, ErrorCode::Throttled);
        QCOMPARE(town.signIn().error().code, ErrorCode::Throttled);
    }

    void anOwnChangeEndsAllSessions()
    {
        Accounts town;
        const auto one = town.signIn(), other = town.signIn();
        QVERIFY(town.change(password, u"la souris court sous le lit"_s));
        for (const auto &session : {one, other})
            QCOMPARE(town.hub.authenticate(session->access).error().code, ErrorCode::Unauthenticated);
    }

    //! Who, when, for whom; and no desk can write it.
    void everyPasswordLeavesATrace()
    {
        Accounts town;
        const Caller admin = town.agent(Role::Admin);
        const auto traces = [&town] {
            QList<ChangeRow> rows;
            const Status read = town.store->read([&](HubReader &reader) {
                return reader.patchesBack(Kind::User, town.id, 0, [&rows](const ChangeRow &row) {
                    rows.prepend(row);
                    return true;
                });
            });
            return read ? rows : QList<ChangeRow>();
        };
        const auto given = town.hub.givePassword(admin, town.id, u"p"_s);
        QVERIFY(town.change(given->password, u"la souris court sous le lit"_s));
        QVERIFY(town.hub.setPassword(u"m.roussel"_s, u"un oiseau sur la branche"_s));
        QCOMPARE(traces().size(), 3);
        QCOMPARE(traces().at(0).actor, admin.user.id);
        QCOMPARE(traces().at(1).actor, town.id);
        QCOMPARE(traces().at(2).actor, Id()); // at the server
        for (const ChangeRow &row : traces())
            QVERIFY(row.fields.startsWith("{\"password_at\":") && !row.fields.contains("souris"));
        const auto verdict = town.patch(admin, Kind::User, town.id, {{u"password_at"_s, 1}}, town.head());
        QCOMPARE(verdict.outcome, Outcome::Held);
        QCOMPARE(verdict.refusal, Refusal::FixedField);
        QCOMPARE(town.hub.verify()->firstBroken, 0);
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
