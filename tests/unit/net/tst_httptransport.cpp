#include "net/httptransport.h"

#include "protocol/codec.h"
#include "scriptedhub.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const Id device(0x01900000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

Hello someHello()
{
    Hello hello;
    hello.time = {1'780'000'000'123};
    hello.town = u"Ingeville"_s;
    hello.head = {7, QByteArray(8, 'm')};
    return hello;
}

Push somePush()
{
    Mutation m;
    m.n = 3;
    m.id = device;
    m.target = device;
    m.set = {{u"subject"_s, u"Lampadaire éteint"_s}};
    return {device, {m}};
}

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT

    Identity m_identity = Identity::make();
    ManualClock m_clock;
    ExchangeLog m_log;
    std::unique_ptr<ScriptedHub> m_hub;
    std::unique_ptr<HttpTransport> m_transport;

    Result<Hello> helloAfter(int status, const QByteArray &type, const QByteArray &body, const QByteArray &headers = {})
    {
        m_hub->answer(status, type, body, headers);
        return waitFor(m_transport->hello({}));
    }

    ErrorCode codeAfter(int status, const QByteArray &problemType)
    {
        const auto result = helloAfter(status, "application/problem+json", problem(problemType));
        return result ? ErrorCode::AlreadyExists : result.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_log = {};
        m_hub = std::make_unique<ScriptedHub>(m_identity);
        m_transport = std::make_unique<HttpTransport>(m_hub->url(), m_clock, m_log);
        m_transport->setPin(m_identity.fingerprint());
    }

    void cleanup()
    {
        m_transport.reset();
        m_hub.reset();
    }

    void withoutPinNothingIsSent()
    {
        m_transport->setPin({});
        m_hub->answer(200, "application/json", compactJson(toJson(someHello())));
        const auto result = waitFor(m_transport->openSession({u"claire"_s, u"secret"_s, device}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Certificate);
        QCOMPARE(m_transport->seenFingerprint(), m_identity.fingerprint());
        QVERIFY(m_hub->requests().isEmpty());

        m_transport->setPin(m_transport->seenFingerprint());
        const auto accepted = waitFor(m_transport->hello({}));
        QVERIFY(accepted);
        QCOMPARE(*accepted, someHello());
    }

    void anotherCertificateIsRefused()
    {
        QVERIFY(helloAfter(200, "application/json", compactJson(toJson(someHello()))));
        const Identity other = Identity::make();
        m_transport->setPin(other.fingerprint());
        const qsizetype before = m_hub->requests().size();
        const auto result = waitFor(m_transport->hello(u"token"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Certificate);
        QCOMPARE(m_transport->seenFingerprint(), m_identity.fingerprint());
        QCOMPARE(m_hub->requests().size(), before);
    }

    void aPeerWithoutTlsIsNoAnswer()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            connect(socket, &QIODevice::readyRead, socket, [socket] { socket->close(); });
        });
        m_transport->setHub(QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort())));
        const auto result = waitFor(m_transport->hello({}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Network);
        QVERIFY(m_transport->seenFingerprint().isEmpty());
    }

    void nobodyThereIsNoAnswer()
    {
        m_hub.reset();
        const auto result = waitFor(m_transport->hello({}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Network);
        QCOMPARE(m_log.exchanges().last().status, 0);
    }

    void sendsWhatTheProtocolAsks()
    {
        const PushReply reply{{{3, Outcome::Merged, Refusal::None, 8}}, 3, 5};
        m_hub->answer(200, "application/json", compactJson(toJson(reply)), "Set-Cookie: spy=1\r\n");
        for (int i = 0; i < 2; ++i) {
            const auto result = waitFor(m_transport->push(u"abc"_s, somePush()));
            QVERIFY(result);
            QCOMPARE(*result, reply);
        }
        QCOMPARE(m_hub->connections(), 1);
        const ReceivedRequest &sent = m_hub->requests().last();
        QCOMPARE(sent.verb, "POST");
        QCOMPARE(sent.target, "/v1/push");
        QCOMPARE(sent.headers.value("authorization"), "Bearer abc");
        QCOMPARE(sent.headers.value("parvis-schema"), QByteArray::number(schemaVersion));
        QCOMPARE(sent.headers.value("content-type"), "application/json");
        QVERIFY(!sent.headers.contains("cookie"));
        const auto json = parseObject(sent.body);
        QVERIFY(json);
        QCOMPARE(*pushFromJson(*json), somePush());
    }

    void asksForPagesByCursorAndKey()
    {
        ChangesPage page;
        page.next = {9, QByteArray(8, '\x01')};
        m_hub->answer(200, "application/json", compactJson(toJson(page)));
        QCOMPARE(*waitFor(m_transport->changes(u"t"_s, {7, QByteArray(8, '\xAB')}, 500)), page);
        QCOMPARE(m_hub->requests().last().target, "/v1/changes?since=7.abababababababab&limit=500");

        SnapshotPage snapshot{{{7, QByteArray(8, 'x')}, 1}, {{Kind::Note, device, 4, {{u"text"_s, u"mot"_s}}, {}}}, u"a+/="_s};
        m_hub->answer(200, "application/x-ndjson", snapshotNdjson(snapshot));
        QCOMPARE(*waitFor(m_transport->snapshot(u"t"_s, u"a&b+/= é"_s, u"x,y"_s)), snapshot);
        QCOMPARE(m_hub->requests().last().target, "/v1/snapshot?after=a%26b%2B%2F%3D%20%C3%A9&scope=x%2Cy");
        QCOMPARE(m_log.exchanges().last().received, 1);
    }

    void opensRefreshesAndClosesSessions()
    {
        const Session session{u"a"_s, u"r"_s, {10}, {20}, device, 4, u"rights"_s};
        m_hub->answer(201, "application/json", compactJson(toJson(session)));
        QCOMPARE(*waitFor(m_transport->openSession({u"claire"_s, u"secret"_s, device})), session);
        QCOMPARE(*waitFor(m_transport->refreshSession(u"r"_s)), session);
        QCOMPARE(parseObject(m_hub->requests().last().body).value(), (QJsonObject{{u"refresh"_s, u"r"_s}}));
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { socket.write("HTTP/1.1 204 Done\r\n\r\n"); });
        QVERIFY(waitFor(m_transport->closeSession(u"a"_s)));
        QCOMPARE(m_hub->requests().last().verb, "DELETE");
    }

    void givesAndChangesPasswords()
    {
        const GivenPassword given{u"abcde-fghij"_s, {20}};
        m_hub->answer(201, "application/json", compactJson(toJson(given)));
        QCOMPARE(*waitFor(m_transport->givePassword(u"tok-a"_s, device)), given);
        QCOMPARE(m_hub->requests().last().verb, "POST");
        QCOMPARE(m_hub->requests().last().target, "/v1/users/" + idText(device).toLatin1() + "/password");
        QCOMPARE(m_hub->requests().last().headers.value("authorization"), "Bearer tok-a");
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { socket.write("HTTP/1.1 204 Done\r\n\r\n"); });
        const PasswordChange change{u"claire"_s, u"secret"_s, u"autre"_s};
        QVERIFY(waitFor(m_transport->changePassword(change)));
        QCOMPARE(m_hub->requests().last().target, "/v1/password");
        QCOMPARE(parseObject(m_hub->requests().last().body).value(), toJson(change));
        m_hub->answer(403, "application/problem+json", problem("forbidden", {{u"detail"_s, QString(oneTimePassword)}}));
        QCOMPARE(waitFor(m_transport->openSession({u"claire"_s, u"secret"_s, device})).error(),
                 (Error{ErrorCode::Forbidden, oneTimePassword}));
    }

    void problemsBecomeErrors()
    {
        QCOMPARE(codeAfter(400, "malformed"), ErrorCode::Protocol);
        QCOMPARE(codeAfter(401, "unauthenticated"), ErrorCode::Unauthenticated);
        QCOMPARE(codeAfter(403, "forbidden"), ErrorCode::Forbidden);
        QCOMPARE(codeAfter(409, "history-diverged"), ErrorCode::HistoryDiverged);
        QCOMPARE(codeAfter(410, "cursor-expired"), ErrorCode::CursorExpired);
        QCOMPARE(codeAfter(413, "too-large"), ErrorCode::TooLarge);
        QCOMPARE(codeAfter(422, "mutation-reused"), ErrorCode::MutationReused);
        QCOMPARE(codeAfter(426, "schema-too-old"), ErrorCode::SchemaTooOld);
        QCOMPARE(codeAfter(507, "storage-full"), ErrorCode::StorageFull);
        QCOMPARE(m_log.exchanges().last().error, ErrorCode::StorageFull);
    }

    void patienceIsReported()
    {
        const auto result = helloAfter(429, "application/problem+json", "{}", "Retry-After: 17\r\n");
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Throttled);
        QCOMPARE(result.error().retryAfterSeconds, 17);
        QCOMPARE(helloAfter(503, "text/html", "<html>", "Retry-After: -4\r\n").error().retryAfterSeconds, 0);
    }

    void aGapTellsWhatTheHubHolds()
    {
        m_hub->answer(409, "application/problem+json", problem("mutation-gap", {{u"last_n"_s, 2}}));
        const auto result = waitFor(m_transport->push(u"t"_s, somePush()));
        QVERIFY(result);
        QCOMPARE(*result, (PushReply{{}, 2, 0}));
    }

    void filesGoInParts()
    {
        const QString digest(64, u'a');
        // An answer to HEAD says how long a body would be, and has none.
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\nContent-Length: 99\r\n\r\n");
        });
        QCOMPARE(waitFor(m_transport->blobPlace(u"token"_s, digest)).value(), BlobPlace());
        m_hub->answer(200, {}, {}, "Upload-Offset: 5\r\nUpload-Length: 9\r\n");
        QCOMPARE(waitFor(m_transport->blobPlace(u"token"_s, digest)).value(), (BlobPlace{5, 9}));
        QCOMPARE(m_hub->requests().last().verb, "HEAD");
        QCOMPARE(m_hub->requests().last().target, "/v1/blobs/" + digest.toLatin1());

        m_hub->answer(200, {}, {}, "Upload-Offset: 9\r\n");
        QCOMPARE(waitFor(m_transport->sendBlob(u"token"_s, digest, {5, 9, "rest"})).value(), (BlobPlace{9, 9}));
        const ReceivedRequest sent = m_hub->requests().last();
        QCOMPARE(sent.verb, "PATCH");
        QCOMPARE(sent.body, "rest");
        QCOMPARE(sent.headers.value("upload-offset"), "5");
        QCOMPARE(sent.headers.value("upload-length"), "9");
        QCOMPARE(sent.headers.value("content-type"), "application/offset+octet-stream");
        m_hub->answer(409, "application/problem+json", problem("wrong-offset"));
        QCOMPARE(waitFor(m_transport->sendBlob(u"token"_s, digest, {5, 9, "rest"})).error().code, ErrorCode::WrongOffset);

        m_hub->answer(206, "application/octet-stream", "rest", "Content-Range: bytes 5-8/9\r\n");
        QCOMPARE(waitFor(m_transport->blob(u"token"_s, digest, device, 5)).value(), (BlobPart{5, 9, "rest"}));
        QCOMPARE(m_hub->requests().last().headers.value("range"), "bytes=5-");
        QVERIFY(m_hub->requests().last().target.endsWith("?attachment=" + idText(device).toLatin1()));
        QCOMPARE(waitFor(m_transport->blob(u"token"_s, digest, device, 4)).error().code, ErrorCode::Protocol); // another place
        for (const Exchange &exchange : m_log.exchanges())
            QVERIFY(!exchange.route.contains(digest));
    }

    void addressesComeUnderTheirDigest()
    {
        const QString digest(64, u'a'), other(64, u'b');
        const QByteArray tag = "ETag: \"" + digest.toLatin1() + "\"\r\n";
        const auto asked = [this](const char *name) { return m_hub->requests().last().headers.value(name); };
        m_hub->answer(206, "application/octet-stream", "begin", "Content-Range: bytes 0-4/9\r\n" + tag);
        const auto begun = waitFor(m_transport->addresses(u"token"_s, {other, {}, 0}));
        QVERIFY(begun && *begun);
        QCOMPARE(**begun, (FilePart{digest, {0, 9, "begin"}}));
        QCOMPARE(asked("range"), "bytes=0-");
        QCOMPARE(asked("if-none-match"), '"' + other.toLatin1() + '"');
        QVERIFY(asked("if-match").isEmpty());
        m_hub->answer(206, "application/octet-stream", "rest", "Content-Range: bytes 5-8/9\r\n" + tag);
        QCOMPARE((*waitFor(m_transport->addresses(u"token"_s, {other, digest, 5})))->part, (BlobPart{5, 9, "rest"}));
        QCOMPARE(asked("range"), "bytes=5-");
        QCOMPARE(asked("if-match"), '"' + digest.toLatin1() + '"');
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { socket.write("HTTP/1.1 304 Not Modified\r\n\r\n"); });
        const auto unchanged = waitFor(m_transport->addresses(u"token"_s, {digest, {}, 0}));
        QVERIFY(unchanged && !*unchanged);
        m_hub->answer(412, "application/problem+json", problem("file-changed"));
        QCOMPARE(waitFor(m_transport->addresses(u"token"_s, {other, digest, 5})).error().code, ErrorCode::DigestMismatch);
        // Which file is it of?
        m_hub->answer(206, "application/octet-stream", "rest", "Content-Range: bytes 5-8/9\r\n");
        QCOMPARE(waitFor(m_transport->addresses(u"token"_s, {other, digest, 5})).error().code, ErrorCode::Protocol);
    }

    void nonsenseIsRefused()
    {
        QCOMPARE(helloAfter(200, "text/html", "<html>login here").error().code, ErrorCode::Protocol);
        QCOMPARE(m_log.exchanges().last().error, ErrorCode::Protocol);
        QCOMPARE(helloAfter(200, "application/json", compactJson({{u"time"_s, u"noon"_s}})).error().code, ErrorCode::Protocol);
        QCOMPARE(helloAfter(302, "text/html", "", "Location: https://127.0.0.1:1/\r\n").error().code, ErrorCode::Protocol);
        QCOMPARE(m_hub->requests().size(), 3);
    }

    void answersBeyondMeasureAreRefused()
    {
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{");
        });
        const auto result = waitFor(m_transport->hello({}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Protocol);
    }

    void aCutAnswerIsNoAnswer()
    {
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"verdicts\"");
            socket.disconnectFromHost();
        });
        const auto result = waitFor(m_transport->push(u"t"_s, somePush()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Network);
    }

    void aSilentHubTimesOut()
    {
        m_transport->setTimeouts({100, 100});
        m_hub->setHandler({});
        const auto result = waitFor(m_transport->hello({}));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Network);
    }

    void abortAnswersAborted()
    {
        m_hub->setHandler({});
        const auto future = m_transport->hello({});
        m_transport->abort();
        const auto result = waitFor(future);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Aborted);
    }

    void deathEndsWhatIsUnderWay()
    {
        m_hub->setHandler({});
        const auto future = m_transport->hello({});
        m_transport.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    void hintsArriveAsTheyAreSent()
    {
        QSslSocket *stream = nullptr;
        m_hub->setHandler([&](const ReceivedRequest &, QSslSocket &socket) {
            stream = &socket;
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\nevent: he");
        });
        bool isOpen = false;
        QList<qint64> hints;
        std::optional<Error> closed;
        m_transport->openStream(u"t"_s, {[&] { isOpen = true; }, [&](const Cursor &head) { hints.append(head.seq); },
                                         [&](const Error &error) { closed = error; }});
        QTRY_VERIFY(isOpen);
        QCOMPARE(m_hub->requests().last().headers.value("accept"), "text/event-stream");
        stream->write("ad\ndata: 8.0102030405060708\n\nevent: news\ndata: 9.0102030405060708\n\nevent: head\ndata: junk\n\n");
        QTRY_COMPARE(hints, QList<qint64>{8});
        stream->write("event: head\r\ndata: 10.0102030405060708\r\n\r\n");
        QTRY_COMPARE(hints.size(), 2);
        stream->disconnectFromHost();
        QTRY_VERIFY(closed);
        QCOMPARE(closed->code, ErrorCode::Network);
    }

    void aRefusedStreamSaysWhy()
    {
        m_hub->answer(401, "application/problem+json", problem("unauthenticated"));
        bool isOpen = false;
        std::optional<Error> closed;
        m_transport->openStream(u"old"_s, {[&] { isOpen = true; }, {}, [&](const Error &error) { closed = error; }});
        QTRY_VERIFY(closed);
        QCOMPARE(closed->code, ErrorCode::Unauthenticated);
        QVERIFY(!isOpen);
    }

    void aClosedStreamIsSilent()
    {
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\n\r\nevent: head\ndata: 1.0102030405060708\n\n");
        });
        int calls = 0;
        m_transport->openStream(u"t"_s, {{},
                                         [&](const Cursor &) {
                                             ++calls;
                                             m_transport->closeStream();
                                         },
                                         [&](const Error &) { calls += 100; }});
        QTRY_COMPARE(calls, 1);
        m_hub->answer(200, "application/json", compactJson(toJson(someHello())));
        QVERIFY(waitFor(m_transport->hello({})));
        QCOMPARE(calls, 1);
    }

    void aSilentStreamCloses()
    {
        m_transport->setTimeouts({5000, 100});
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { socket.write("HTTP/1.1 200 OK\r\n\r\n: hi\n"); });
        std::optional<Error> closed;
        m_transport->openStream(u"t"_s, {{}, {}, [&](const Error &error) { closed = error; }});
        QTRY_VERIFY(closed);
        QCOMPARE(closed->code, ErrorCode::Network);
    }

    void theLogHoldsNoSecret()
    {
        m_hub->answer(201, "application/json", compactJson(toJson(Session{u"tok-a"_s, u"tok-r"_s, {1}, {2}, device, 0, {}})));
        QVERIFY(waitFor(m_transport->openSession({u"claire"_s, u"secret"_s, device})));
        m_hub->answer(200, "application/json", compactJson(toJson(PushReply{{{3, {}, {}, 8}}, 3, 5})));
        QVERIFY(waitFor(m_transport->push(u"tok-a"_s, somePush())));
        m_hub->answer(201, "application/json", compactJson(toJson(GivenPassword{u"abcde-fghij"_s, {20}})));
        QVERIFY(waitFor(m_transport->givePassword(u"tok-a"_s, device)));
        QVERIFY(waitFor(m_transport->changePassword({u"claire"_s, u"secret"_s, u"autre"_s})));
        const QString report = m_log.report();
        for (const QString &secret :
             {u"claire"_s, u"secret"_s, u"tok-"_s, u"Lampadaire"_s, idText(device), u"abcde"_s, u"autre"_s})
            QVERIFY2(!report.contains(secret), qPrintable(secret));
        QVERIFY(report.contains(u"POST /v1/push status=200 ok sent=1 received=1"_s));
    }

    void fingerprintsAreReadInAnySpelling()
    {
        const QByteArray print = m_identity.fingerprint();
        QCOMPARE(fingerprintFromText(fingerprintText(print)), print);
        QCOMPARE(fingerprintFromText(QString::fromLatin1(print.toHex(' '))), print);
        QVERIFY(fingerprintFromText(u"12:34").isEmpty());
        QVERIFY(fingerprintFromText(QString(64, u'z')).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
