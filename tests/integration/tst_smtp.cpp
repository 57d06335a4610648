#include "channels/smtpsender.h"
#include "integration/smtpserver.h"
#include "testkit/property.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Mail as it goes over the wire: to a real SMTP server, read back by another program.
class TestSmtp : public QObject
{
    Q_OBJECT

    static MailMessage message(const QString &to = u"m.roussel@ingeville.example"_s)
    {
        MailMessage m;
        m.from = {u"Mairie d’Ingeville"_s, u"parvis@ingeville.example"_s};
        m.to = {{u"Mireille Roussel-Lefèvre"_s, to}};
        m.subject = u"2026-000123 : une demande vous est confiée, à traiter d’ici vendredi"_s;
        m.text = u"Bonjour,\n\nÇa y est : l’été à Noël, 12 €.\n"_s;
        m.messageId = u"0192c0de-0000-7000-8000-000000000001@ingeville.example"_s;
        m.date = {1'795'000'000'000};
        m.headers = {{"Auto-Submitted", u"auto-generated"_s}};
        return m;
    }

    Status send(const MailMessage &m, SmtpOptions options = {}, const std::function<bool()> &goesOn = {})
    {
        if (options.server.isEmpty())
            options.server = QUrl(m_server->url());
        return SmtpSender(options).send(m, goesOn);
    }

    static ErrorCode code(const Status &sent) { return sent ? ErrorCode::AlreadyExists : sent.error().code; }

    std::unique_ptr<SmtpServer> m_server;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start());
    }

    void isReadAsItWasWritten()
    {
        const MailMessage m = message();
        QVERIFY(send(m));
        QCOMPARE(m_server->taken(), 1);
        QCOMPARE(m_server->envelope(1).value("from"_L1).toString(), m.from.address);
        QCOMPARE(m_server->envelope(1).value("to"_L1).toArray(), QJsonArray{m.to.first().address});
        const QJsonObject read = m_server->readElsewhere(1);
        QCOMPARE(read.value("defects"_L1).toArray(), QJsonArray());
        const QJsonObject headers = read.value("headers"_L1).toObject();
        QCOMPARE(headers.value("Subject"_L1).toString(), m.subject);
        QCOMPARE(headers.value("Message-Id"_L1).toString(headers.value("Message-ID"_L1).toString()), u'<' + m.messageId + u'>');
        QCOMPARE(headers.value("Auto-Submitted"_L1).toString(), u"auto-generated"_s);
        QCOMPARE(headers.value("Date"_L1).toString(), u"Wed, 18 Nov 2026 11:06:40 +0000"_s);
        QCOMPARE(read.value("from"_L1).toArray(), (QJsonArray{QJsonArray{m.from.name, m.from.address}}));
        QCOMPARE(read.value("to"_L1).toArray(), (QJsonArray{QJsonArray{m.to.first().name, m.to.first().address}}));
        QCOMPARE(read.value("plain"_L1).toString(), m.text);
        QVERIFY(!read.contains("html"_L1));
        for (const QByteArray &line : m_server->mail(1).split('\n'))
            QVERIFY2(line.size() <= 79 && std::all_of(line.begin(), line.end(), [](char c) { return c > 0; }), line.constData());
    }

    void longLinesDotsAndOddities()
    {
        MailMessage m = message();
        m.text = u".\n..\n.caché\nFrom ici\n\n"_s + QString(5'000, u'é') + u"\n"_s + QString(3'000, u'.') +
                 u"\n.\nfin  \n\ttab\n=3D\n"_s;
        m.subject = u"Éclairage défaillant à l’école : "_s.repeated(12) + u" <fin> \"x\", (y); 100 %"_s;
        m.to = {{u"Dupont, Jean (DGS) <x>"_s, u"a@b.example"_s}, {{}, u"c@d.example"_s}};
        QVERIFY(send(m));
        const QJsonObject read = m_server->readElsewhere(1);
        QCOMPARE(read.value("plain"_L1).toString(), m.text);
        QCOMPARE(read.value("headers"_L1)["Subject"_L1].toString(), m.subject);
        QCOMPARE(read.value("to"_L1).toArray(),
                 (QJsonArray{QJsonArray{m.to.at(0).name, m.to.at(0).address}, QJsonArray{QString(), m.to.at(1).address}}));
        QCOMPARE(m_server->envelope(1).value("to"_L1).toArray().size(), 2);
    }

    void textHtmlAndAttachments()
    {
        MailMessage m = message();
        m.html = u"<p>Ça y est : <b>l’été</b></p>\n"_s;
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += char(i * 7919 >> 3);
        m.attachments = {{u"Arrêté n° 12 – voirie.pdf"_s, "application/pdf", bytes},
                         {u"lignes.txt"_s, "text/plain", "a\n.\nb\r\n\n"},
                         {u"vide"_s, {}, {}}};
        QVERIFY(send(m));
        const QJsonObject read = m_server->readElsewhere(1);
        QCOMPARE(read.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(read.value("plain"_L1).toString(), m.text);
        QCOMPARE(read.value("html"_L1).toString(), m.html);
        const QJsonArray attachments = read.value("attachments"_L1).toArray();
        QCOMPARE(attachments.size(), 3);
        for (int i = 0; i < 3; ++i) {
            const MailAttachment &sent = m.attachments.at(i);
            QCOMPARE(attachments.at(i)["name"_L1].toString(), sent.name);
            QCOMPARE(attachments.at(i)["type"_L1].toString().toLatin1(),
                     sent.mediaType.isEmpty() ? QByteArray("application/octet-stream") : sent.mediaType);
            QCOMPARE(QByteArray::fromBase64(attachments.at(i)["bytes"_L1].toString().toLatin1()), sent.bytes);
        }
    }

    void whatWouldEndALineIsRefused()
    {
        const auto refused = [](const std::function<void(MailMessage &)> &spoil) {
            MailMessage m = message();
            spoil(m);
            const auto bytes = composed(m);
            return bytes ? QString() : bytes.error().detail;
        };
        QCOMPARE(refused([](MailMessage &m) { m.subject = u"a\r\nBcc: x@y"_s; }), u"subject"_s);
        QCOMPARE(refused([](MailMessage &m) { m.to.first().address = u"a@b>\r\nDATA"_s; }), u"to"_s);
        QCOMPARE(refused([](MailMessage &m) { m.to.first().name = u"a\nb"_s; }), u"to"_s);
        QCOMPARE(refused([](MailMessage &m) { m.to.clear(); }), u"to"_s);
        QCOMPARE(refused([](MailMessage &m) { m.from.address = u"x"_s; }), u"from"_s);
        QCOMPARE(refused([](MailMessage &m) { m.messageId = u"a b@c"_s; }), u"message-id"_s);
        QCOMPARE(refused([](MailMessage &m) { m.headers = {{"X-A", u"b\nc"_s}}; }), u"header"_s);
        QCOMPARE(refused([](MailMessage &m) { m.headers = {{"X A", u"b"_s}}; }), u"header"_s);
        QCOMPARE(m_server->taken(), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("450 for whom") << u"later@x.example"_s << ErrorCode::Unavailable;
        QTest::newRow("550 for whom") << u"never@x.example"_s << ErrorCode::Forbidden;
        QTest::newRow("552 after the text") << u"big@x.example"_s << ErrorCode::Forbidden;
        QTest::newRow("451 after the text") << u"busy@x.example"_s << ErrorCode::Unavailable;
        QTest::newRow("cut after the text") << u"cut@x.example"_s << ErrorCode::Network;
    }
    void refusals()
    {
        QFETCH(QString, to);
        QFETCH(ErrorCode, code);
        const Status sent = send(message(to));
        QVERIFY2(TestSmtp::code(sent) == code, qPrintable(sent ? u"sent"_s : sent.error().detail));
        QVERIFY2(!sent.error().detail.contains(u'@'), qPrintable(sent.error().detail));
        QCOMPARE(m_server->taken(), 0);
    }

    //! Not the fault of this mail: the next one would fare no better.
    void aSenderWhomTheServerDoesNotWant()
    {
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start({u"--refuse-sender"_s}));
        QCOMPARE(code(send(message())), ErrorCode::Unauthenticated);
    }

    void aServerThatHangsIsLeft()
    {
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        options.wholeMs = 1'500;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(code(send(message(u"hang@x.example"_s), options)), ErrorCode::Network);
        QVERIFY(timer.elapsed() >= 1'400 && timer.elapsed() < 10'000);
    }

    void canBeStopped()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(code(send(message(u"hang@x.example"_s), {}, [&timer] { return timer.elapsed() < 500; })), ErrorCode::Aborted);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void nobodyListens()
    {
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        m_server->stop();
        QCOMPARE(code(send(message(), options)), ErrorCode::Network);
    }

    void signsIn()
    {
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start({u"--password"_s, u"sésame ouvre-toi"_s}));
        QVERIFY(code(send(message())) == ErrorCode::Unauthenticated);
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        options.user = u"parvis"_s;
        options.password = u"faux"_s;
        QCOMPARE(code(send(message(), options)), ErrorCode::Unauthenticated);
        options.password = u"sésame ouvre-toi"_s;
        QVERIFY(send(message(), options));
        QCOMPARE(m_server->taken(), 1);
    }

    void overTls_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("smtps") << u"smtps"_s << u"smtps"_s;
        QTest::newRow("starttls") << u"starttls"_s << u"smtp"_s;
    }
    void overTls()
    {
        QFETCH(QString, kind);
        QFETCH(QString, scheme);
        const QTemporaryDir folder;
        const QString key = folder.filePath(u"key.pem"_s), certificate = folder.filePath(u"certificate.pem"_s);
        QVERIFY(makeCertificate(QDir(folder.path())));
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start({u"--tls"_s, kind, u"--certificate"_s, certificate, u"--key"_s, key}));
        SmtpOptions options;
        // The address of this machine as a stranger would write it: STARTTLS is required there.
        options.server =
            QUrl(scheme == u"smtp"_s ? u"smtp://[::ffff:127.0.0.1]:%1"_s.arg(m_server->port()) : m_server->url(scheme));
        QCOMPARE(code(send(message(), options)), ErrorCode::Certificate); // nobody trusts it
        QCOMPARE(m_server->taken(), 0);
        options.caFile = certificate;
        const Status sent = send(message(), options);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().detail));
        QVERIFY(m_server->envelope(1).value("tls"_L1).toBool());
    }

    //! A server that offers no TLS gets nothing, least of all the password.
    void withoutTlsNothingLeavesThisMachine()
    {
        SmtpOptions options;
        options.server = QUrl(u"smtp://[::ffff:127.0.0.1]:%1"_s.arg(m_server->port()));
        QCOMPARE(code(send(message(), options)), ErrorCode::Certificate);
        QCOMPARE(m_server->taken(), 0);
    }

    void addressesOfServers()
    {
        const auto isGood = [](const QString &url) {
            SmtpOptions options;
            options.server = QUrl(url);
            return bool(SmtpSender::check(options));
        };
        for (const QString &bad : {u""_s, u"mail.example"_s, u"http://mail.example"_s, u"smtp://"_s, u"smtp://u:p@mail.example"_s,
                                   u"file:///etc/passwd"_s})
            QVERIFY2(!isGood(bad), qPrintable(bad));
        QVERIFY(isGood(u"smtp://mail.example"_s));
        QVERIFY(isGood(u"smtps://mail.example:465"_s));
    }

    //! The mail's own address, else the sender's, else whom it is from.
    void whereItGoesBackTo()
    {
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        MailMessage m = message();
        const auto from = [&] {
            return send(m, options) ? m_server->envelope(m_server->taken()).value("from"_L1).toString() : QString();
        };
        QCOMPARE(from(), m.from.address);
        options.returnPath = u"retours@ingeville.example"_s;
        QCOMPARE(from(), options.returnPath);
        m.returnPath = u"autres@ingeville.example"_s;
        QCOMPARE(from(), m.returnPath);
        m.returnPath = u"a@b>\r\nDATA"_s;
        QCOMPARE(code(send(m, options)), ErrorCode::InvalidInput);
        options.returnPath = u"a b"_s;
        QVERIFY(!SmtpSender::check(options));
    }
};

QTEST_GUILESS_MAIN(TestSmtp)
#include "tst_smtp.moc"
