#include "hub_http/hubserver.h"
#include "protocol/codec.h"
#include "testkit/property.h"
#include "unit/hub_http/tlsclient.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <thread>

using namespace parvis;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"une phrase assez longue"_s;

QJsonObject jsonOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

Problem problemOf(const Answer &answer)
{
    Problem problem = problemFromJson(jsonOf(answer));
    problem.status = answer.status;
    problem.retryAfterSeconds = answer.header("Retry-After").toInt();
    return problem;
}

} // namespace

// The hub's endpoints over the wire: real sockets, real TLS, a real hub on SQLite.
class HubServerTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<HubServer> serve(TestTown &town)
    {
        HttpOptions options;
        options.certificate = m_certificate;
        options.lingerTime = 50ms;
        options.heartbeat = 100ms;
        auto server = HubServer::start(options, town.hub, &town.addresses);
        return server ? std::move(server).value() : nullptr;
    }

    void addAgent(const QString &login, Role role)
    {
        User user;
        user.login = user.name = login;
        user.roles = {QString(token(role))};
        QVERIFY(m_town->hub.addUser(user, password));
    }

    Answer call(const QByteArray &request)
    {
        TlsClient client(m_server->port());
        client.send(request);
        return client.answer();
    }

    QByteArray bearer(const QByteArray &more = {}) const
    {
        return "Authorization: Bearer " + m_session.access.toLatin1() + "\r\n" + more;
    }

    Answer signIn(const QString &login, const QString &secret, const Id &device)
    {
        return call(post("/v1/session", compactJson(toJson(SessionRequest{login, secret, device}))));
    }

    Answer push(const QList<Mutation> &mutations, const QByteArray &headers = {})
    {
        return call(post("/v1/push", compactJson(toJson(Push{m_device, mutations})), bearer(headers)));
    }

    Mutation newRequest(qint64 n)
    {
        return {n, m_town->newId(), Kind::Request, Verb::Create, m_town->newId(), 0, {{u"subject"_s, u"Nid-de-poule"_s}}, {}, {}};
    }

    Certificate m_certificate;
    std::unique_ptr<TestTown> m_town;
    std::unique_ptr<HubServer> m_server;
    Id m_device;
    Session m_session;

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = makeCertificate({}, SystemClock().now());
        QVERIFY(made);
        m_certificate = *made;
    }

    void init()
    {
        m_town = std::make_unique<TestTown>();
        addAgent(u"m.roussel"_s, Role::Ambassador);
        m_server = serve(*m_town);
        QVERIFY(m_server);
        m_device = m_town->newId();
        const auto session = sessionFromJson(jsonOf(signIn(u"m.roussel"_s, password, m_device)));
        QVERIFY(session);
        m_session = *session;
    }

    void cleanup()
    {
        m_server.reset();
        m_town.reset();
    }

    void helloIsOpenAndTellsTheRightsOfACaller()
    {
        const Answer open = call(get("/v1/hello"));
        QCOMPARE(open.status, 200);
        QCOMPARE(open.header("Content-Type"), "application/json");
        QCOMPARE(open.header("Parvis-Schema"), QByteArray::number(schemaVersion));
        const auto hello = helloFromJson(jsonOf(open));
        QVERIFY(hello);
        QCOMPARE(hello->town, u"Ingeville"_s);
        QCOMPARE(hello->limits, Limits());
        QVERIFY(hello->rights.isEmpty());

        const auto known = helloFromJson(jsonOf(call(get("/v1/hello", bearer()))));
        QCOMPARE(known->rights, m_session.rights);
        QCOMPARE(call(get("/v1/hello", "Authorization: Bearer wrong\r\n")).status, 401);
    }

    void sessionsOpenRefreshAndClose()
    {
        const Answer opened = signIn(u"m.roussel"_s, password, m_device);
        QCOMPARE(opened.status, 201);
        const auto session = sessionFromJson(jsonOf(opened));
        QVERIFY(session);

        const QByteArray refresh = compactJson({{u"refresh"_s, session->refresh}});
        const Answer refreshed = call(post("/v1/session/refresh", refresh));
        QCOMPARE(refreshed.status, 200);
        const auto next = sessionFromJson(jsonOf(refreshed));
        QVERIFY(next && next->access != session->access && next->refresh != session->refresh);

        m_session = *next;
        QCOMPARE(call("DELETE /v1/session HTTP/1.1\r\n" + bearer() + "\r\n").status, 204);
        QCOMPARE(call(get("/v1/changes", bearer())).status, 401);
        QCOMPARE(call(post("/v1/session/refresh", refresh)).status, 401); // a spent one
        QCOMPARE(call(post("/v1/session/refresh", "{}")).status, 400);
    }

    void passwordsAreGivenAndChanged()
    {
        User agent;
        agent.id = m_town->newId();
        agent.login = u"j.petit"_s;
        agent.roles = {QString(token(Role::Referent))};
        QVERIFY(m_town->hub.addUser(agent, password));
        const QByteArray route = "/v1/users/" + idText(agent.id).toLatin1() + "/password";
        QCOMPARE(call(post(route, "{}")).status, 401);
        QCOMPARE(call(post(route, "{}", bearer())).status, 403); // no administrator
        addAgent(u"a.dmin"_s, Role::Admin);
        m_session = *sessionFromJson(jsonOf(signIn(u"a.dmin"_s, password, m_town->newId())));
        const Answer answer = call(post(route, "{}", bearer()));
        QCOMPARE(answer.status, 201);
        const auto given = givenPasswordFromJson(jsonOf(answer));
        QVERIFY(given && !given->password.isEmpty());
        for (const QByteArray &other : {"/v1/users//password"_ba, "/v1/users/x/password"_ba, "/v1/users/password"_ba})
            QCOMPARE(call(post(other, "{}", bearer())).status, 404);
        QCOMPARE(call(get(route, bearer())).status, 405);

        const Answer mustChange = signIn(u"j.petit"_s, given->password, m_device);
        QCOMPARE(mustChange.status, 403);
        QCOMPARE(errorFor(problemOf(mustChange)), (Error{ErrorCode::Forbidden, oneTimePassword}));
        const QString own = u"la souris court sous le lit"_s;
        const auto change = [&](const QString &from, const QString &to) {
            return call(post("/v1/password", compactJson(toJson(PasswordChange{u"j.petit"_s, from, to})))).status;
        };
        QCOMPARE(change(password, own), 401);
        QCOMPARE(change(given->password, u"court"_s), 400);
        QCOMPARE(change(given->password, own), 204);
        QCOMPARE(signIn(u"j.petit"_s, own, m_device).status, 201);
        QCOMPARE(call(post("/v1/password", "{}")).status, 400);
    }

    void wrongPasswordsAreRefusedThenThrottled()
    {
        const Answer wrong = signIn(u"m.roussel"_s, u"faux faux faux faux"_s, m_device);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.header("WWW-Authenticate"), "Bearer");
        QCOMPARE(wrong.header("Content-Type"), "application/problem+json");
        Answer last = wrong;
        for (int i = 0; i < 30 && last.status == 401; ++i)
            last = signIn(u"m.roussel"_s, u"faux faux faux faux"_s, m_device);
        QCOMPARE(last.status, 429);
        const Error error = errorFor(problemOf(last));
        QCOMPARE(error.code, ErrorCode::Throttled);
        QVERIFY(error.retryAfterSeconds > 0);
        m_town->clock.advance(1000LL * (error.retryAfterSeconds + 1));
        QCOMPARE(signIn(u"m.roussel"_s, password, m_device).status, 201);
    }

    void colleaguesAreSeenByThoseWhoSeeTheCase()
    {
        const Mutation request = newRequest(1);
        QCOMPARE(push({request}).status, 200);
        const QByteArray look = compactJson(toJson(Look{request.target, true}));
        QCOMPARE(call(post("/v1/presence", look)).status, 401);
        QCOMPARE(call(post("/v1/presence", R"({"request":7})", bearer())).status, 400);
        const Answer alone = call(post("/v1/presence", look, bearer()));
        QCOMPARE(alone.status, 200);
        QVERIFY(onlookersFromJson(jsonOf(alone))->isEmpty());
        const Id first = m_session.user;
        addAgent(u"s.benali"_s, Role::Ambassador);
        m_session = *sessionFromJson(jsonOf(signIn(u"s.benali"_s, password, m_town->newId())));
        QCOMPARE(*onlookersFromJson(jsonOf(call(post("/v1/presence", look, bearer())))), (QList<Onlooker>{{first, true}}));
        addAgent(u"j.petit"_s, Role::Referent); // of no service
        m_session = *sessionFromJson(jsonOf(signIn(u"j.petit"_s, password, m_town->newId())));
        QCOMPARE(call(post("/v1/presence", look, bearer())).status, 404);
        QCOMPARE(call(post("/v1/presence", compactJson(toJson(Look{})), bearer())).status, 200);
    }

    void pushesAndTellsTheVerdicts()
    {
        const Mutation first = newRequest(1);
        const Answer answer = push({first});
        QCOMPARE(answer.status, 200);
        const auto reply = pushReplyFromJson(jsonOf(answer));
        QVERIFY(reply);
        QCOMPARE(reply->verdicts.size(), 1);
        QCOMPARE(reply->verdicts.first().outcome, Outcome::Applied);
        QCOMPARE(reply->lastN, 1);
        QCOMPARE(push({first}).body, answer.body); // replayed
        const auto row = m_town->row(Kind::Request, first.target);
        QVERIFY(row);
    }

    void refusesPushesThatDoNotFollow()
    {
        QCOMPARE(push({newRequest(1)}).status, 200);
        const Answer gap = push({newRequest(5)});
        QCOMPARE(gap.status, 409);
        QCOMPARE(errorFor(problemOf(gap)).code, ErrorCode::MutationGap);
        QCOMPARE(problemOf(gap).lastN, 1);
        const Answer reused = push({newRequest(1)});
        QCOMPARE(reused.status, 422);
        QCOMPARE(errorFor(problemOf(reused)).code, ErrorCode::MutationReused);

        QList<Mutation> many;
        for (int i = 0; i < 501; ++i)
            many.append(newRequest(2 + i));
        QCOMPARE(push(many).status, 413);
        many.removeLast();
        QCOMPARE(push(many).status, 200);

        const Push foreign{m_town->newId(), {newRequest(1)}};
        QCOMPARE(call(post("/v1/push", compactJson(toJson(foreign)), bearer())).status, 403);
    }

    void changesComePageByPage()
    {
        QVERIFY(push({newRequest(1), newRequest(2), newRequest(3)}).status == 200);
        QList<qint64> seqs;
        Cursor since;
        for (bool more = true; more;) {
            const Answer answer = call(get("/v1/changes?limit=2&since=" + cursorText(since).toLatin1(), bearer()));
            QCOMPARE(answer.status, 200);
            const auto page = changesPageFromJson(jsonOf(answer));
            QVERIFY(page);
            QVERIFY(page->changes.size() <= 2);
            for (const Change &change : page->changes)
                seqs.append(change.seq);
            since = page->next;
            more = page->more;
            QCOMPARE(page->rights, m_session.rights);
        }
        QCOMPARE(since.seq, m_town->head());
        QVERIFY(std::ranges::is_sorted(seqs) && seqs.size() >= 3);
    }

    void refusesCursorsOfAnotherHistory()
    {
        const Answer beyond = call(get("/v1/changes?since=999999.00112233445566aa", bearer()));
        QCOMPARE(beyond.status, 409);
        QCOMPARE(errorFor(problemOf(beyond)).code, ErrorCode::HistoryDiverged);
        QCOMPARE(call(get("/v1/changes?since=1.00112233445566aa", bearer())).status, 409);
        QCOMPARE(call(get("/v1/changes?since=yesterday", bearer())).status, 400);
        QCOMPARE(call(get("/v1/changes?limit=0", bearer())).status, 400);
        QCOMPARE(call(get("/v1/changes?limit=many", bearer())).status, 400);
        QCOMPARE(call(get("/v1/changes?limit=100000000000&colour=red", bearer())).status, 200);
    }

    void expiredCursorsAreGone()
    {
        HubSettings settings;
        settings.longestReplay = 2;
        m_server.reset();
        m_town = std::make_unique<TestTown>(u":memory:"_s, settings);
        addAgent(u"m.roussel"_s, Role::Ambassador);
        m_server = serve(*m_town);
        m_session = *sessionFromJson(jsonOf(signIn(u"m.roussel"_s, password, m_device)));
        QVERIFY(push({newRequest(1), newRequest(2), newRequest(3), newRequest(4)}).status == 200);
        const Answer expired = call(get("/v1/changes?since=0", bearer()));
        QCOMPARE(expired.status, 410);
        QCOMPARE(errorFor(problemOf(expired)).code, ErrorCode::CursorExpired);
    }

    void snapshotIsResumable()
    {
        QVERIFY(push({newRequest(1), newRequest(2), newRequest(3)}).status == 200);
        int requests = 0;
        QByteArray after;
        Cursor start;
        do {
            const Answer answer = call(get("/v1/snapshot?limit=2&after=" + after.toPercentEncoding(), bearer()));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Content-Type"), "application/x-ndjson");
            const auto page = snapshotFromNdjson(answer.body);
            QVERIFY(page);
            if (after.isEmpty())
                start = page->head.start;
            QCOMPARE(page->head.start, start);
            requests += int(std::ranges::count(page->rows, Kind::Request, &SnapshotRow::kind));
            after = page->after.toLatin1();
        } while (!after.isEmpty());
        QCOMPARE(requests, 3);
        QCOMPARE(call(get("/v1/snapshot?after=nonsense", bearer())).status, 400);
    }

    void refusesMalformedBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"device\":\"");
        QTest::newRow("not an object") << QByteArray("[1,2]");
        QTest::newRow("no members") << QByteArray("{}");
        QTest::newRow("wrong types") << QByteArray("{\"device\":7,\"mutations\":\"none\"}");
        QTest::newRow("not UTF-8") << QByteArray("{\"device\":\"\xff\xfe\"}");
        QTest::newRow("deep") << QByteArray("[").repeated(100'000);
    }
    void refusesMalformedBodies()
    {
        QFETCH(QByteArray, body);
        for (const QByteArray &path : {QByteArray("/v1/push"), QByteArray("/v1/session"), QByteArray("/v1/session/refresh")}) {
            const Answer answer = call(post(path, body, bearer()));
            QCOMPARE(answer.status, 400);
            QCOMPARE(errorFor(problemOf(answer)).code, ErrorCode::Protocol);
        }
    }

    void noBodyIsAnInternalError()
    {
        const QByteArray whole = compactJson(toJson(Push{m_device, {newRequest(1)}}));
        PARVIS_PROPERTY("damaged pushes are refused or carried out", [&](quint16 at, quint8 value) {
            QByteArray body = whole;
            body[at % body.size()] = char(value);
            const int status = call(post("/v1/push", body, bearer())).status;
            RC_ASSERT(status == 200 || (status >= 400 && status < 500));
        });
    }

    void unknownMembersAreIgnored()
    {
        QJsonObject body = toJson(Push{m_device, {newRequest(1)}});
        body.insert(u"of a newer program"_s, 1);
        QCOMPARE(call(post("/v1/push", compactJson(body), bearer())).status, 200);
    }

    void refusesWhatIsNoRoute()
    {
        QCOMPARE(call(get("/")).status, 404);
        QCOMPARE(call(get("/v1/blobs", bearer())).status, 404);
        QCOMPARE(call(get("/v1/../v1/hello")).status, 404);
        const Answer method = call(get("/v1/push", bearer()));
        QCOMPARE(method.status, 405);
        QCOMPARE(method.header("Allow"), "POST");
        QCOMPARE(call("PUT /v1/session HTTP/1.1\r\n\r\n").header("Allow"), "POST, DELETE");
        TlsClient client(m_server->port());
        client.send("HEAD /v1/hello HTTP/1.1\r\n\r\n");
        QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 405"));
        client.send(get("/v1/hello")); // no body came before this answer
        QCOMPARE(client.answer().status, 200);
    }

    void wantsAGoodToken_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("wrong") << QByteArray("Authorization: Bearer AAAA\r\n");
        QTest::newRow("other scheme") << QByteArray("Authorization: Basic bS5yb3Vzc2VsOng=\r\n");
        QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n");
    }
    void wantsAGoodToken()
    {
        QFETCH(QByteArray, header);
        for (const QByteArray &path : {QByteArray("/v1/changes"), QByteArray("/v1/snapshot"), QByteArray("/v1/stream")})
            QCOMPARE(call(get(path, header)).status, 401);
        QCOMPARE(call(post("/v1/push", "{}", header)).status, 401);
    }

    void tokensEnd()
    {
        m_town->clock.advance(16 * 60 * 1000);
        QCOMPARE(call(get("/v1/changes", bearer())).status, 401);
    }

    void disabledAgentsAreOutAtOnce()
    {
        QVERIFY(m_town->hub.setDisabled(u"m.roussel"_s, true));
        QCOMPARE(call(get("/v1/changes", bearer())).status, 401);
        QCOMPARE(signIn(u"m.roussel"_s, password, m_device).status, 401);
    }

    void oldDesksMayStillPush()
    {
        const QByteArray old("Parvis-Schema: 0\r\n");
        const Answer refused = call(get("/v1/changes", bearer(old)));
        QCOMPARE(refused.status, 426);
        QCOMPARE(errorFor(problemOf(refused)).code, ErrorCode::SchemaTooOld);
        QCOMPARE(refused.header("Parvis-Schema"), QByteArray::number(schemaVersion));
        QCOMPARE(call(get("/v1/snapshot", bearer(old))).status, 426);
        QCOMPARE(call(get("/v1/stream", bearer(old))).status, 426);
        QCOMPARE(call(get("/v1/hello", old)).status, 200);
        QCOMPARE(push({newRequest(1)}, old).status, 200);
        QCOMPARE(call(get("/v1/changes", bearer("Parvis-Schema: new\r\n"))).status, 400);
        QCOMPARE(call(get("/v1/changes", bearer("Parvis-Schema: " + QByteArray::number(schemaVersion) + "\r\n"))).status, 200);
    }

    void streamTellsOfCommits()
    {
        TlsClient stream(m_server->port());
        stream.send(get("/v1/stream", bearer()));
        QVERIFY(stream.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200"));
        const QByteArray first = stream.readUntil("\n\n");
        QCOMPARE(first, "event: head\ndata: " + cursorText(m_town->hub.hello()->head).toLatin1() + "\n\n");
        QCOMPARE(push({newRequest(1)}).status, 200);
        const QByteArray head = cursorText(m_town->hub.hello()->head).toLatin1();
        QVERIFY(!stream.readUntil("event: head\ndata: " + head + "\n\n").isEmpty());
        QVERIFY(!stream.readUntil(":\n\n").isEmpty());
        QVERIFY(m_town->hub.closeSession(m_session.access));
        QVERIFY(stream.untilClosed() >= 0);
    }

    void severalDesksPushAtOnce()
    {
        constexpr int desks = 8;
        constexpr int pushes = 10;
        std::vector<Session> sessions;
        std::vector<Id> devices;
        for (int i = 0; i < desks; ++i) {
            devices.push_back(m_town->newId());
            sessions.push_back(*sessionFromJson(jsonOf(signIn(u"m.roussel"_s, password, devices.back()))));
        }
        QList<QList<QByteArray>> bodies;
        for (int i = 0; i < desks; ++i) {
            QList<QByteArray> ofDesk;
            for (int n = 1; n <= pushes; ++n)
                ofDesk.append(compactJson(toJson(Push{devices[std::size_t(i)], {newRequest(n)}})));
            bodies.append(ofDesk);
        }
        std::atomic_int good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < desks; ++i) {
                threads.emplace_back([&, i] {
                    TlsClient client(m_server->port());
                    const QByteArray header = "Authorization: Bearer " + sessions[std::size_t(i)].access.toLatin1() + "\r\n";
                    for (const QByteArray &body : bodies[i]) {
                        client.send(post("/v1/push", body, header));
                        good += client.answer().status == 200;
                    }
                });
            }
        }
        QCOMPARE(good, desks * pushes);
        const auto report = m_town->hub.verify();
        QVERIFY(report && report->firstBroken == 0);
        QCOMPARE(report->checked, m_town->head());
    }

    void aFullDiskIsToldAndNothingStays()
    {
        m_town->store->setFaultInjector([] { return std::optional(13); }); // SQLITE_FULL
        const Mutation m = newRequest(1);
        const Answer full = push({m});
        QCOMPARE(full.status, 507);
        m_town->store->setFaultInjector({});
        QCOMPARE(push({m}).status, 200);
    }

    void filesComeInPartsAndGoToThoseWhoSeeTheCase()
    {
        const QByteArray bytes = QByteArray(1'500'000, 'a') + "end";
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const QByteArray path = "/v1/blobs/" + digest;
        const auto patch = [&](qint64 offset, const QByteArray &part) {
            return call("PATCH " + path + " HTTP/1.1\r\nHost: hub\r\nContent-Type: application/offset+octet-stream\r\n" +
                        bearer("Upload-Offset: " + QByteArray::number(offset) +
                               "\r\nUpload-Length: " + QByteArray::number(bytes.size()) +
                               "\r\nContent-Length: " + QByteArray::number(part.size()) + "\r\n") +
                        "\r\n" + part);
        };
        const auto head = [&] {
            return call("HEAD " + path + " HTTP/1.1\r\nHost: hub\r\n" + bearer("Connection: close\r\n") + "\r\n");
        };
        QCOMPARE(patch(0, bytes.first(1'000'000)).status, 204);
        const Answer behind = patch(900'000, bytes.sliced(900'000));
        QCOMPARE(behind.status, 409);
        QCOMPARE(problemOf(behind).type, u"wrong-offset"_s);
        QCOMPARE(behind.header("Upload-Offset"), "1000000");
        const Answer last = patch(1'000'000, bytes.sliced(1'000'000));
        QCOMPARE(last.status, 204);
        QCOMPARE(last.header("Upload-Offset"), QByteArray::number(bytes.size()));
        QCOMPARE(patch(0, QByteArray(2 * 1024 * 1024, 'x')).status, 413);

        Mutation request = newRequest(1);
        Mutation attachment{2,
                            m_town->newId(),
                            Kind::Attachment,
                            Verb::Create,
                            m_town->newId(),
                            0,
                            {{u"request"_s, idText(request.target)}, {u"sha256"_s, QString::fromLatin1(digest)}},
                            {},
                            {}};
        const QByteArray file = path + "?attachment=" + idText(attachment.target).toLatin1();
        QCOMPARE(call(get(file, bearer())).status, 404); // nobody says yet whose it is
        QCOMPARE(push({request, attachment}).status, 200);
        const Answer begin = call(get(file, bearer()));
        QCOMPARE(begin.status, 206);
        QCOMPARE(begin.body, bytes.first(1024 * 1024));
        QCOMPARE(begin.header("Content-Range"), "bytes 0-1048575/1500003");
        const Answer rest = call(get(file, bearer("Range: bytes=1500000-\r\n")));
        QCOMPARE(rest.body, "end");
        QCOMPARE(call(get(file, bearer("Range: bytes=2-4\r\n"))).body, "aaa");
        QCOMPARE(call(get(file, bearer("Range: lines=1\r\n"))).status, 400);
        QCOMPARE(call(get(path, bearer())).status, 400); // of which attachment?
        QCOMPARE(call(get(file)).status, 401);
        QVERIFY(head().headers.contains("Upload-Offset: 1500003"));
    }

    void theAddressesComeInPartsUnderTheirDigest()
    {
        const auto write = [this](const QByteArray &bytes) {
            QSaveFile file(m_town->addressFile());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit());
        };
        const auto offered = [this] { return helloFromJson(jsonOf(call(get("/v1/hello", bearer()))))->addresses; };
        const QByteArray path = "/v1/addresses";
        QCOMPARE(call(get(path, bearer())).status, 404); // none was imported

        const QByteArray bytes = QByteArray(1'500'000, 'a') + "end";
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), tag = '"' + digest + '"';
        write(bytes);
        QCOMPARE(offered(), (FileOffer{QString::fromLatin1(digest), bytes.size()}));
        QVERIFY(!jsonOf(call(get("/v1/hello"))).contains("addresses"_L1)); // to agents only
        QCOMPARE(call(get(path)).status, 401);
        const Answer begin = call(get(path, bearer("Range: bytes=0-\r\n")));
        QCOMPARE(begin.header("ETag"), tag);
        QCOMPARE(begin.header("Content-Range"), "bytes 0-1048575/1500003");
        const Answer rest = call(get(path, bearer("Range: bytes=1048576-\r\nIf-Match: " + tag + "\r\n")));
        QCOMPARE(rest.status, 206);
        QCOMPARE(begin.body + rest.body, bytes);
        const Answer same = call(get(path, bearer("If-None-Match: " + tag + "\r\n")));
        QCOMPARE(same.status, 304);
        QCOMPARE(same.header("ETag"), tag);
        QCOMPARE(call(get(path, bearer("Range: bytes=1500003-\r\n"))).status, 400);

        write("other"); // by another process, while the hub serves
        const Answer changed = call(get(path, bearer("Range: bytes=3-\r\nIf-Match: " + tag + "\r\n")));
        QCOMPARE(changed.status, 412);
        QCOMPARE(problemOf(changed).type, u"file-changed"_s);
        const Answer whole = call(get(path, bearer("If-None-Match: " + tag + "\r\n")));
        QCOMPARE(whole.body, "other");
        QCOMPARE(offered()->bytes, 5);
    }

    void needsATown()
    {
        const auto store = SqliteHubStore::open(u":memory:"_s).value();
        ManualClock clock;
        QRandomGenerator random(1);
        FastHasher hasher;
        Hub hub(*store, clock, random, hasher);
        HttpOptions options;
        options.certificate = m_certificate;
        const auto server = HubServer::start(options, hub);
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(HubServerTest)
#include "tst_hubserver.moc"
