#include "channels/httpsmsgateway.h"
#include "integration/smsgateway.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! SMS over HTTP, to a gateway on this machine.
class TestSms : public QObject
{
    Q_OBJECT

    static SmsMessage message(const QString &text = u"Ça y est : l’été à Noël, 12 €. \"{{nom}}\" \\ <b>\n😀 suite"_s)
    {
        return {u"+33612345678"_s, text, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    }

    SmsGatewayOptions options() const
    {
        SmsGatewayOptions o;
        o.url = QUrl(m_gateway->url());
        o.token = u"secret"_s;
        o.sender = u"INGEVILLE"_s;
        return o;
    }

    Result<SmsReceipt> send(const SmsMessage &m, const std::function<bool()> &goesOn = {}) const
    {
        return HttpSmsGateway(options()).send(m, goesOn);
    }

    template <typename T>
    static ErrorCode code(const Result<T> &done)
    {
        return done ? ErrorCode::AlreadyExists : done.error().code;
    }

    std::unique_ptr<SmsGateway> m_gateway;

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<SmsGateway>();
        QVERIFY(m_gateway->start());
    }

    void arrivesAsItWasWritten()
    {
        const SmsMessage m = message();
        const auto receipt = send(m);
        QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().detail));
        QCOMPARE(receipt->gatewayId, u"sms-1"_s);
        QCOMPARE(receipt->parts, 1);
        QCOMPARE(m_gateway->sms(1),
                 (QJsonObject{{u"to"_s, m.to}, {u"from"_s, u"INGEVILLE"_s}, {u"text"_s, m.text}, {u"reference"_s, m.reference}}));
        const QJsonObject headers = m_gateway->requests().first().value("headers"_L1).toObject();
        QCOMPARE(headers.value("Idempotency-Key"_L1).toString(), m.reference);
        QCOMPARE(headers.value("Content-Type"_L1).toString(), u"application/json"_s);
        QCOMPARE(m_gateway->requests().first().value("path"_L1).toString(), u"/v1/messages"_s);
        QCOMPARE(send(message(QString(1'600, u'é')))->parts, 11);
    }

    void whatIsNoSmsIsRefused_data()
    {
        QTest::addColumn<SmsMessage>("sms");
        QTest::addColumn<QString>("detail");
        const QString reference = message().reference, to = message().to;
        QTest::newRow("no number") << SmsMessage{{}, u"a"_s, reference} << u"to"_s;
        QTest::newRow("a short number") << SmsMessage{u"115"_s, u"a"_s, reference} << u"to"_s;
        QTest::newRow("another spelling") << SmsMessage{u"06 12 34 56 78"_s, u"a"_s, reference} << u"to"_s;
        QTest::newRow("two numbers") << SmsMessage{u"+33612345678,+33612345679"_s, u"a"_s, reference} << u"to"_s;
        QTest::newRow("no text") << SmsMessage{to, u" \n"_s, reference} << u"text"_s;
        QTest::newRow("too long") << SmsMessage{to, QString(1'601, u'a'), reference} << u"text"_s;
        QTest::newRow("a null") << SmsMessage{to, u"a\0b"_s, reference} << u"text"_s;
        QTest::newRow("an escape") << SmsMessage{to, u"a\u001b[2Jb"_s, reference} << u"text"_s;
        QTest::newRow("half a pair") << SmsMessage{to, QString(QChar(0xd83d)), reference} << u"text"_s;
        QTest::newRow("no reference") << SmsMessage{to, u"a"_s, {}} << u"reference"_s;
        QTest::newRow("two headers") << SmsMessage{to, u"a"_s, reference + u"\r\nX: y"_s} << u"reference"_s;
    }
    void whatIsNoSmsIsRefused()
    {
        QFETCH(SmsMessage, sms);
        QFETCH(QString, detail);
        const auto receipt = send(sms);
        QCOMPARE(code(receipt), ErrorCode::InvalidInput);
        QCOMPARE(receipt.error().detail, detail);
        QVERIFY(m_gateway->requests().isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("retryAfter");
        QTest::newRow("503") << u"later"_s << ErrorCode::Unavailable << 120;
        QTest::newRow("429") << u"throttled"_s << ErrorCode::Unavailable << 120;
        QTest::newRow("409") << u"busy"_s << ErrorCode::Unavailable << 0;
        QTest::newRow("422") << u"never"_s << ErrorCode::Forbidden << 0;
        QTest::newRow("400") << u"bad"_s << ErrorCode::Forbidden << 0;
        QTest::newRow("402") << u"unpaid"_s << ErrorCode::Unauthenticated << 0;
        QTest::newRow("404") << u"gone"_s << ErrorCode::Unauthenticated << 0;
        QTest::newRow("302") << u"moved"_s << ErrorCode::Unauthenticated << 0; // is not followed
        QTest::newRow("500") << u"broken"_s << ErrorCode::Network << 0;
    }
    void refusals()
    {
        QFETCH(QString, word);
        QFETCH(ErrorCode, code);
        QFETCH(int, retryAfter);
        const auto receipt = send(message(word));
        QCOMPARE(TestSms::code(receipt), code);
        QCOMPARE(receipt.error().retryAfterSeconds, retryAfter);
        QVERIFY2(receipt.error().detail.contains(u"(no_"_s + word + u')'), qPrintable(receipt.error().detail));
        QVERIFY2(!receipt.error().detail.contains(u"336"_s), qPrintable(receipt.error().detail));
        QCOMPARE(m_gateway->sent(), 0);
    }

    //! Nobody knows whether it was taken; the same once more never sends it twice.
    void nonsense_data()
    {
        QTest::addColumn<QString>("word");
        for (const auto *word :
             {"html", "empty", "list", "noid", "badid", "badparts", "another", "endless", "garbage", "half", "cut"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void nonsense()
    {
        QFETCH(QString, word);
        SmsMessage m = message(word);
        const auto receipt = send(m);
        QVERIFY2(code(receipt) == ErrorCode::Network, qPrintable(receipt ? receipt->gatewayId : receipt.error().detail));
        QCOMPARE(m_gateway->sent(), 1);
        m.text = u"bonjour"_s;
        QCOMPARE(send(m)->gatewayId, u"sms-1"_s);
        QCOMPARE(m_gateway->sent(), 1);
        QCOMPARE(send(message())->gatewayId, u"sms-2"_s);
    }

    void aGatewayThatHangsIsLeft()
    {
        SmsGatewayOptions o = options();
        o.wholeMs = 1'500;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(code(HttpSmsGateway(o).send(message(u"hang"_s), {})), ErrorCode::Network);
        QVERIFY(timer.elapsed() >= 1'400 && timer.elapsed() < 10'000);
    }

    void canBeStopped()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(code(send(message(u"hang"_s), [&timer] { return timer.elapsed() < 500; })), ErrorCode::Aborted);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void nobodyListens()
    {
        HttpSmsGateway gateway(options());
        m_gateway->stop();
        QCOMPARE(code(gateway.send(message(), {})), ErrorCode::Network);
    }

    void anotherToken()
    {
        SmsGatewayOptions o = options();
        o.token = u"guessed"_s;
        const auto receipt = HttpSmsGateway(o).send(message(), {});
        QCOMPARE(code(receipt), ErrorCode::Unauthenticated);
        QCOMPARE(receipt.error().detail, u"HTTP 401 (bad_token)"_s);
    }

    void whatBecomesOfIt_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<SmsState>("state");
        using Kind = SmsState::Kind;
        QTest::newRow("accepted") << u"+33612345600"_s << SmsState{Kind::Accepted, {}};
        QTest::newRow("delivered") << u"+33612345601"_s << SmsState{Kind::Delivered, {}};
        QTest::newRow("failed") << u"+33612345602"_s << SmsState{Kind::Failed, u"absent_subscriber"_s};
        QTest::newRow("a reason that is no word") << u"+33612345603"_s << SmsState{Kind::Failed, {}};
        QTest::newRow("a state that we do not know") << u"+33612345604"_s << SmsState{};
    }
    void whatBecomesOfIt()
    {
        QFETCH(QString, to);
        QFETCH(SmsState, state);
        SmsMessage m = message();
        m.to = to;
        HttpSmsGateway gateway(options());
        QVERIFY(gateway.send(m, {}));
        const auto said = gateway.state(u"sms-1"_s, {});
        QVERIFY(said);
        QCOMPARE(said->kind, state.kind);
        QCOMPARE(said->reason, state.reason);
        QCOMPARE(m_gateway->requests().last().value("path"_L1).toString(), u"/v1/messages/sms-1"_s);
    }

    void whatNobodyCanSay()
    {
        HttpSmsGateway gateway(options());
        QCOMPARE(gateway.state(u"sms-9"_s, {})->kind, SmsState::Kind::Unknown);
        for (const auto &id : {u""_s, u".."_s, u"a/b"_s, u"a?b"_s, u"a\r\nb"_s, QString(129, u'a')})
            QCOMPARE(code(gateway.state(id, {})), ErrorCode::InvalidInput);
        for (const auto &to : {u"+33612345605"_s, u"+33612345606"_s, u"+33612345607"_s}) {
            SmsMessage m = message();
            m.to = to;
            const auto receipt = gateway.send(m, {});
            const ErrorCode expected = to.endsWith(u'7') ? ErrorCode::Unavailable : ErrorCode::Network;
            QCOMPARE(code(gateway.state(receipt->gatewayId, {})), expected);
        }
    }

    void optionsThatAreNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("detail");
        const QString url = u"https://sms.example/v1"_s, token = u"t"_s, sender = u"INGEVILLE"_s;
        QTest::newRow("good") << url << token << sender << QString();
        QTest::newRow("on this machine") << u"http://127.0.0.1:80/"_s << token << u"MA VILLE 51"_s << QString();
        QTest::newRow("a number") << url << token << u"+33700000000"_s << QString();
        QTest::newRow("a short number") << url << token << u"38200"_s << QString();
        QTest::newRow("in the clear") << u"http://sms.example/v1"_s << token << sender << u"url"_s;
        QTest::newRow("looks like this machine") << u"http://127.0.0.1.example/"_s << token << sender << u"url"_s;
        QTest::newRow("another protocol") << u"ftp://sms.example/"_s << token << sender << u"url"_s;
        QTest::newRow("a password") << u"https://u:p@sms.example/"_s << token << sender << u"url"_s;
        QTest::newRow("a query") << u"https://sms.example/?key=1"_s << token << sender << u"url"_s;
        QTest::newRow("no token") << url << QString() << sender << u"token"_s;
        QTest::newRow("two lines") << url << u"a\r\nX: y"_s << sender << u"token"_s;
        QTest::newRow("an accent") << url << token << u"ÉPINAL"_s << u"sender"_s;
        QTest::newRow("too long") << url << token << u"CHALONS AGGLO"_s << u"sender"_s;
        QTest::newRow("nobody") << url << token << QString() << u"sender"_s;
    }
    void optionsThatAreNone()
    {
        QFETCH(QString, url);
        QFETCH(QString, token);
        QFETCH(QString, sender);
        QFETCH(QString, detail);
        SmsGatewayOptions o;
        o.url = QUrl(url);
        o.token = token;
        o.sender = sender;
        const Status checked = HttpSmsGateway::check(o);
        QCOMPARE(checked ? QString() : checked.error().detail, detail);
        if (!checked)
            QCOMPARE(code(HttpSmsGateway(o).send(message(), {})), ErrorCode::InvalidInput);
    }

    void overTls()
    {
        const QTemporaryDir folder;
        QVERIFY(makeCertificate(QDir(folder.path())));
        m_gateway = std::make_unique<SmsGateway>();
        QVERIFY(m_gateway->start(
            {u"--certificate"_s, folder.filePath(u"certificate.pem"_s), u"--key"_s, folder.filePath(u"key.pem"_s)}));
        SmsGatewayOptions o = options();
        o.url = QUrl(m_gateway->url(u"https"_s));
        QCOMPARE(code(HttpSmsGateway(o).send(message(), {})), ErrorCode::Certificate); // nobody trusts it
        QVERIFY(m_gateway->requests().isEmpty());
        o.caFile = folder.filePath(u"certificate.pem"_s);
        QVERIFY(HttpSmsGateway(o).send(message(), {}));
        QCOMPARE(m_gateway->sent(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSms)
#include "tst_sms.moc"
