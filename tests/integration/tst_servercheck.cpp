#include "integration/imapserver.h"
#include "integration/serverprocess.h"
#include "integration/smsgateway.h"
#include "integration/smtpserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The real parvis-server sends one message, or looks into one mailbox, and says in words what happened.
class ServerCheckTest final : public QObject
{
    Q_OBJECT

    static ServerProcess::Outcome run(const QStringList &arguments) { return ServerProcess::run(arguments, {}); }

    //! Tells all that was said if it is not as expected.
    static QString said(const ServerProcess::Outcome &outcome)
    {
        return u"%1\n%2\n%3"_s.arg(QString::number(outcome.code), QString(outcome.out), QString(outcome.err));
    }

    QString file(const QByteArray &content)
    {
        const QString name = m_folder.filePath(u"secret%1"_s.arg(++m_files));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return name;
    }

    QStringList smsWords(const SmsGateway &gateway, const QByteArray &token = "secret\n")
    {
        return {u"--sms-gateway"_s, gateway.url(), u"--sms-token-file"_s, file(token), u"--sms-sender"_s, u"INGEVILLE"_s};
    }

    QStringList bounceWords(const QString &url, const QByteArray &password = "secret\n")
    {
        return {u"--bounce-imap"_s, url, u"--bounce-user"_s, u"retours"_s, u"--bounce-password-file"_s, file(password)};
    }

    QTemporaryDir m_folder;
    int m_files = 0;

private Q_SLOTS:
    void mail()
    {
        SmtpServer smtp;
        QVERIFY(smtp.start({u"--password"_s, u"sésame"_s}));
        const auto check = [&](const QString &to, const QString &password = u"sésame"_s) {
            return run({u"check-mail"_s, to, u"--smtp"_s, smtp.url(), u"--mail-from"_s, u"parvis@ingeville.example"_s,
                        u"--mail-return"_s, u"retours@ingeville.example"_s, u"--smtp-user"_s, u"parvis"_s,
                        u"--smtp-password-file"_s, file(password.toUtf8() + "\r\n")});
        };
        auto outcome = check(u"m.roussel@ingeville.example"_s);
        QVERIFY2(outcome.code == 0 && outcome.out.contains(u"has taken the message for m.roussel@ingeville.example"_s),
                 qPrintable(said(outcome)));
        QCOMPARE(smtp.taken(), 1);
        QCOMPARE(smtp.envelope(1).value("from"_L1).toString(), u"retours@ingeville.example"_s);
        QCOMPARE(smtp.readElsewhere(1).value("headers"_L1)["Auto-Submitted"_L1].toString(), u"auto-generated"_s);
        outcome = check(u"never@ingeville.example"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"refused for good"_s), qPrintable(said(outcome)));
        outcome = check(u"later@ingeville.example"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"put off"_s), qPrintable(said(outcome)));
        outcome = check(u"cut@ingeville.example"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"may have been taken"_s), qPrintable(said(outcome)));
        outcome = check(u"m.roussel@ingeville.example"_s, u"deviné"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"Nothing is taken from us"_s), qPrintable(said(outcome)));
        QVERIFY(!said(outcome).contains(u"deviné"_s));
        QCOMPARE(smtp.taken(), 1);
        smtp.stop();
        QCOMPARE(check(u"m.roussel@ingeville.example"_s).code, 1);
    }

    void sms()
    {
        SmsGateway gateway;
        QVERIFY(gateway.start());
        const auto check = [&](const QString &to, const QByteArray &token = "secret\n") {
            return run(QStringList{u"check-sms"_s, to, u"--wait"_s, u"1"_s} + smsWords(gateway, token));
        };
        auto outcome = check(u"06 12 34 56 01"_s);
        QVERIFY2(outcome.code == 0 && outcome.out.contains(u"sms-1"_s) && outcome.out.contains(u"is delivered"_s),
                 qPrintable(said(outcome)));
        QCOMPARE(gateway.sms(1).value("to"_L1).toString(), u"+33612345601"_s);
        QCOMPARE(gateway.sms(1).value("from"_L1).toString(), u"INGEVILLE"_s);
        outcome = check(u"+33612345600"_s);
        QVERIFY2(outcome.code == 0 && outcome.out.contains(u"under way"_s), qPrintable(said(outcome)));
        outcome = check(u"+33612345602"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"absent_subscriber"_s), qPrintable(said(outcome)));
        outcome = check(u"+33612345604"_s);
        QVERIFY2(outcome.code == 0 && outcome.out.contains(u"cannot say"_s), qPrintable(said(outcome)));
        outcome = check(u"+33612345607"_s);
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"has taken the SMS"_s), qPrintable(said(outcome)));
        QCOMPARE(gateway.sent(), 5);
        outcome = check(u"+33612345601"_s, "guessed\n");
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"Nothing is taken from us"_s), qPrintable(said(outcome)));
        QVERIFY(!said(outcome).contains(u"guessed"_s));
        QCOMPARE(check(u"115"_s).code, 2);
        QCOMPARE(gateway.sent(), 5);
    }

    void bounces()
    {
        ImapServer imap;
        QVERIFY(imap.start());
        for (const auto *name : {"postfix", "vacation", "exchange"}) {
            QFile mail(QStringLiteral(PARVIS_SOURCE_DIR "/tests/data/bounces/%1.eml").arg(QString::fromLatin1(name)));
            QVERIFY(mail.open(QIODevice::ReadOnly) && imap.deliver(mail.readAll()));
        }
        for (int i = 0; i < 2; ++i) { // nothing is marked
            const auto outcome = run(QStringList{u"check-bounces"_s} + bounceWords(imap.url()));
            QVERIFY2(outcome.code == 0 && outcome.out.contains(u"Unread: 3."_s) && outcome.out.contains(u"late: 2."_s),
                     qPrintable(said(outcome)));
        }
        QCOMPARE(imap.unread(), 3);
        auto outcome = run(QStringList{u"check-bounces"_s} + bounceWords(imap.url() + u"/Ailleurs"_s));
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"no such mailbox"_s), qPrintable(said(outcome)));
        outcome = run(QStringList{u"check-bounces"_s} + bounceWords(imap.url(), "guessed"));
        QVERIFY2(outcome.code == 1 && outcome.err.contains(u"Nothing is taken from us"_s), qPrintable(said(outcome)));
        QVERIFY(!said(outcome).contains(u"guessed"_s));
    }

    void wordsThatMakeNoSense_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("told");
        const QString good = file("secret"), empty = file(""), blank = file("a b\n");
        const QStringList mail{u"check-mail"_s, u"a@b.example"_s}, sms{u"check-sms"_s, u"+33612345678"_s},
            bounces{u"check-bounces"_s};
        const QStringList smtp{u"--smtp"_s, u"smtp://localhost"_s, u"--mail-from"_s, u"a@b.example"_s};
        const auto gateway = [](const QString &url, const QString &token, const QString &sender) {
            return QStringList{u"--sms-gateway"_s, url, u"--sms-token-file"_s, token, u"--sms-sender"_s, sender};
        };
        const auto imap = [](const QString &url, const QString &password) {
            return QStringList{u"--bounce-imap"_s, url, u"--bounce-user"_s, u"x"_s, u"--bounce-password-file"_s, password};
        };
        const QString url = u"https://sms.example/v1"_s, sender = u"INGEVILLE"_s, mailbox = u"imaps://imap.example"_s;
        QTest::newRow("no mail server") << mail << u"--smtp URL is missing"_s;
        QTest::newRow("nobody to send to") << QStringList{u"check-mail"_s} + smtp << u"do not fit"_s;
        QTest::newRow("no address") << QStringList{u"check-mail"_s, u"a b"_s} + smtp << u"is no e-mail address"_s;
        QTest::newRow("a return that is none")
            << mail + smtp + QStringList{u"--mail-return"_s, u"a"_s} << u"--mail-return wants"_s;
        QTest::newRow("a return without a server")
            << mail + QStringList{u"--mail-return"_s, u"a@b.example"_s} << u"without --smtp"_s;
        QTest::newRow("no gateway") << sms << u"--sms-gateway URL is missing"_s;
        QTest::newRow("a sender without a gateway") << sms + QStringList{u"--sms-sender"_s, sender} << u"without --sms-gateway"_s;
        QTest::newRow("no token") << sms + QStringList{u"--sms-gateway"_s, url} << u"needs --sms-token-file"_s;
        QTest::newRow("a token in the clear")
            << sms + gateway(u"http://sms.example/"_s, good, sender) << u"--sms-gateway wants https"_s;
        QTest::newRow("no such file") << sms + gateway(url, u"/nowhere"_s, sender) << u"cannot be read"_s;
        QTest::newRow("an empty file") << sms + gateway(url, empty, sender) << u"is empty"_s;
        QTest::newRow("a file without a token") << sms + gateway(url, blank, sender) << u"holds no token"_s;
        QTest::newRow("a sender with accents") << sms + gateway(url, good, u"ÉPINAL"_s) << u"--sms-sender wants"_s;
        QTest::newRow("no certificates") << sms + gateway(url, good, sender) + QStringList{u"--sms-ca"_s, u"/nowhere"_s}
                                         << u"certificates cannot be read"_s;
        QTest::newRow("no time") << sms + gateway(url, good, sender) + QStringList{u"--wait"_s, u"soon"_s}
                                 << u"number of seconds"_s;
        QTest::newRow("no mailbox") << bounces << u"--bounce-imap URL is missing"_s;
        QTest::newRow("a user without a mailbox")
            << bounces + QStringList{u"--bounce-user"_s, u"x"_s} << u"without --bounce-imap"_s;
        QTest::newRow("no user") << bounces + QStringList{u"--bounce-imap"_s, mailbox} << u"needs --bounce-user"_s;
        QTest::newRow("another protocol") << bounces + imap(u"pop3://x.example"_s, good) << u"--bounce-imap wants"_s;
        QTest::newRow("a password in the address")
            << bounces + imap(u"imaps://u:p@x.example"_s, good) << u"--bounce-imap wants"_s;
    }
    void wordsThatMakeNoSense()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, told);
        const auto refused = run(words);
        QVERIFY2(refused.code == 2 && QString(refused.err).contains(told), qPrintable(said(refused)));
    }
};

QTEST_GUILESS_MAIN(ServerCheckTest)
#include "tst_servercheck.moc"
