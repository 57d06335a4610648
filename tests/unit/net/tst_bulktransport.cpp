#include "net/httptransport.h"
#include "scriptedhub.h"

#include <QtCore/QThread>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

static const Id attachment(0x01900000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

//! The bytes of files on their way, which have a line of their own.
class TestBulkTransport : public QObject
{
    Q_OBJECT

    Identity m_identity = Identity::make();
    ManualClock m_clock;
    ExchangeLog m_log;
    const QString m_digest = QString(64, u'a');
    std::unique_ptr<ScriptedHub> m_hub;
    std::unique_ptr<HttpTransport> m_transport;

    Result<BlobPlace> sent(const QByteArray &bytes = "rest")
    {
        return waitFor(m_transport->sendBlob(u"token"_s, m_digest, {0, bytes.size(), bytes}));
    }
    Result<BlobPart> fetched() { return waitFor(m_transport->blob(u"token"_s, m_digest, attachment, 0)); }

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

    void bytesGoToThePinnedHubAlone()
    {
        m_hub->answer(200, "application/octet-stream", "rest", "Upload-Offset: 4\r\nContent-Range: bytes 0-3/4\r\n");
        QVERIFY(sent());
        QVERIFY(fetched());
        const QByteArray pin = m_identity.fingerprint();
        for (const QByteArray &other : {Identity::make().fingerprint(), QByteArray(), pin.first(31), pin + '0'}) {
            m_transport->setPin(other);
            QVERIFY(m_transport->seenFingerprint().isEmpty());
            const auto up = waitFor(m_transport->sendBlob(u"token"_s, m_digest, {0, 4, "rest"}));
            QVERIFY(!up);
            QCOMPARE(up.error().code, ErrorCode::Certificate);
            QCOMPARE(m_log.exchanges().last().error, ErrorCode::Certificate);
            QCOMPARE(m_log.exchanges().last().status, 0);
            const auto down = fetched();
            QVERIFY(!down);
            QCOMPARE(down.error().code, ErrorCode::Certificate);
            QCOMPARE(m_transport->seenFingerprint(), pin);
        }
        QCOMPARE(m_hub->requests().size(), 2);
        m_transport->setPin(pin);
        QVERIFY(sent());
    }

    void bytesShareOneConnection()
    {
        m_hub->answer(200, "application/octet-stream", "rest",
                      "Upload-Offset: 4\r\nContent-Range: bytes 0-3/4\r\nSet-Cookie: spy=1\r\n");
        QByteArray many(1024 * 1024 + 5, 'x');
        many[7] = '\0';
        QVERIFY(sent(many));
        QCOMPARE(m_hub->requests().last().body, many);
        QCOMPARE(m_log.exchanges().last().bytesUp, many.size());
        QVERIFY(sent());
        QCOMPARE(fetched().value().bytes, "rest");
        QCOMPARE(m_log.exchanges().last().bytesDown, 4);
        QCOMPARE(m_hub->connections(), 1);
        for (const ReceivedRequest &request : m_hub->requests()) {
            QCOMPARE(request.headers.value("authorization"), "Bearer token");
            QCOMPARE(request.headers.value("parvis-schema"), QByteArray::number(schemaVersion));
            QCOMPARE(request.headers.value("accept-encoding"), "identity");
            QVERIFY(request.headers.value("user-agent").startsWith("Parvis/"));
            QVERIFY(!request.headers.contains("cookie"));
            QVERIFY(!request.headers.contains("expect"));
        }
        m_hub->answer(200, "application/octet-stream", QByteArray(3 * 1024 * 1024, 'y'),
                      "Content-Range: bytes 0-3145727/3145728\r\n");
        QCOMPARE(fetched().value().bytes, QByteArray(3 * 1024 * 1024, 'y'));
    }

    void bytesTakeNoWayRound()
    {
        qputenv("https_proxy", "http://127.0.0.1:1");
        m_hub->answer(302, "text/html", {}, "Location: " + m_hub->url().toEncoded() + "/elsewhere\r\n");
        const auto up = sent();
        qunsetenv("https_proxy");
        QVERIFY(!up);
        QCOMPARE(up.error().code, ErrorCode::Protocol);
        QCOMPARE(m_hub->requests().size(), 1);
        m_transport->setHub(QUrl(m_hub->url().toString().replace(u"https"_s, u"http"_s)));
        QCOMPARE(sent().error().code, ErrorCode::Network);
        QCOMPARE(m_hub->requests().size(), 1);
    }

    void problemsWithBytesBecomeErrors()
    {
        m_hub->answer(401, "application/problem+json", problem("unauthenticated"));
        QCOMPARE(sent().error().code, ErrorCode::Unauthenticated);
        QCOMPARE(m_log.exchanges().last().status, 401);
        QCOMPARE(fetched().error().code, ErrorCode::Unauthenticated);
        m_hub->answer(409, "application/problem+json", problem("wrong-offset", {{u"detail"_s, u"2"_s}}), "Upload-Offset: 2\r\n");
        QCOMPARE(sent().error(), (Error{ErrorCode::WrongOffset, u"2"_s}));
        QCOMPARE(m_log.exchanges().last().error, ErrorCode::WrongOffset);
        m_hub->answer(422, "application/problem+json", problem("digest-mismatch"));
        QCOMPARE(sent().error().code, ErrorCode::DigestMismatch);
        m_hub->answer(503, "text/html", "<html>", "Retry-After: 17\r\n");
        QCOMPARE(sent().error(), (Error{ErrorCode::Unavailable, {}, 17}));
        m_hub->answer(200, {}, {}); // no Upload-Offset
        QCOMPARE(sent().error().code, ErrorCode::Protocol);
        QCOMPARE(m_log.exchanges().last().error, ErrorCode::Protocol);
    }

    void aNoInTheMiddleOfManyBytesIsHeard()
    {
        m_hub->cutAt(100'000, httpAnswer(413, "application/problem+json", problem("too-large"), "Connection: close\r\n"));
        QCOMPARE(sent(QByteArray(20 * 1024 * 1024, 'x')).error().code, ErrorCode::TooLarge);
        QCOMPARE(m_log.exchanges().last().status, 413);
        QVERIFY(m_hub->requests().isEmpty());
    }

    void bytesBeyondMeasureAreRefused()
    {
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Range: bytes 0-3/4\r\nContent-Length: 99999999999\r\n\r\n{");
        });
        QCOMPARE(fetched().error().code, ErrorCode::Protocol);
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { // a problem, and it does not say how long
            socket.write("HTTP/1.1 500 No\r\n\r\n" + QByteArray(100 * 1024, 'x'));
        });
        QCOMPARE(fetched().error(), (Error{ErrorCode::Protocol, u"answer beyond measure"_s}));
        QCOMPARE(m_log.exchanges().last().status, 500);
    }

    void aCutWithBytesIsNoAnswer()
    {
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Range: bytes 0-499/500\r\nContent-Length: 500\r\n\r\nthe beginning");
            socket.disconnectFromHost();
        });
        QCOMPARE(fetched().error().code, ErrorCode::Network);
        QCOMPARE(m_log.exchanges().last().status, 200);
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) { socket.disconnectFromHost(); });
        QCOMPARE(sent().error().code, ErrorCode::Network);
        m_hub->answer(204, {}, {}, "Upload-Offset: 1048576\r\n");
        m_hub->cutAt(200'000);
        QCOMPARE(sent(QByteArray(1024 * 1024, 'x')).error().code, ErrorCode::Network);
        QVERIFY(sent()); // and goes on
    }

    void withNobodyThereBytesHaveNoAnswer()
    {
        QTcpServer plain; // and says nothing of TLS
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            connect(socket, &QIODevice::readyRead, socket, [socket] { socket->close(); });
        });
        m_transport->setHub(QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort())));
        QCOMPARE(sent().error().code, ErrorCode::Network);
        plain.close();
        QCOMPARE(sent().error().code, ErrorCode::Network);
        QVERIFY(m_transport->seenFingerprint().isEmpty());
        QCOMPARE(m_log.exchanges().last().status, 0);
    }

    void bytesWaitForASilentHubNoLongerThanAllowed()
    {
        m_transport->setTimeouts({200, 200});
        m_hub->setHandler({});
        QCOMPARE(sent().error().code, ErrorCode::Network);
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Range: bytes 0-499/500\r\nContent-Length: 500\r\n\r\nthe beginning");
        });
        QCOMPARE(fetched().error().code, ErrorCode::Network);
        QTcpServer deaf; // takes the connection, and no more
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        m_transport->setHub(QUrl(u"https://127.0.0.1:%1"_s.arg(deaf.serverPort())));
        QCOMPARE(sent().error().code, ErrorCode::Network);
    }

    //! A slow line is none that is silent.
    void bytesThatMoveAreWaitedFor()
    {
        constexpr int silenceMs = 2000; // the hub is in this thread, too: it must not stall as long
        m_transport->setTimeouts({silenceMs, silenceMs});
        m_hub->setHandler([](const ReceivedRequest &, QSslSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Range: bytes 0-7/8\r\nContent-Length: 8\r\n\r\n");
            auto *drip = new QTimer(&socket);
            QObject::connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
            drip->start(silenceMs / 6);
        });
        QCOMPARE(fetched().value().bytes, "xxxxxxxx");
        QVERIFY(m_log.exchanges().last().ms > silenceMs);
    }

    void abortAnswersAbortedForBytes()
    {
        m_hub->setHandler({});
        const auto up = m_transport->sendBlob(u"token"_s, m_digest, {0, 4, "rest"});
        const auto down = m_transport->blob(u"token"_s, m_digest, attachment, 0);
        QTRY_COMPARE(m_hub->requests().size(), 2); // side by side
        m_transport->abort();
        QCOMPARE(waitFor(up).error().code, ErrorCode::Aborted);
        QCOMPARE(waitFor(down).error().code, ErrorCode::Aborted);
        QCOMPARE(m_log.count(), 2);
        QCOMPARE(m_log.exchanges().last().error, ErrorCode::Aborted);
        m_hub->answer(200, {}, {}, "Upload-Offset: 4\r\n");
        QVERIFY(sent());
        QCOMPARE(m_log.count(), 3);
    }

    void anAnswerThatMeetsTheAbortIsNotGivenTwice()
    {
        m_hub->setHandler([this](const ReceivedRequest &, QSslSocket &socket) {
            socket.write(httpAnswer(200, {}, {}, "Upload-Offset: 4\r\n"));
            socket.flush();
            QThread::msleep(100); // it is on its way to this thread now
            m_transport->abort();
        });
        QCOMPARE(sent().error().code, ErrorCode::Aborted);
        m_hub->answer(200, {}, {}, "Upload-Offset: 4\r\n");
        QVERIFY(sent());
        QCOMPARE(m_log.count(), 2);
    }

    void deathEndsBytesUnderWay()
    {
        m_hub->setHandler({});
        const auto future = m_transport->sendBlob(u"token"_s, m_digest, {0, 4, "rest"});
        QTRY_COMPARE(m_hub->requests().size(), 1);
        QElapsedTimer timer;
        timer.start();
        m_transport.reset();
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBulkTransport)
#include "tst_bulktransport.moc"
