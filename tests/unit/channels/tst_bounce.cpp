#include "channels/bounce.h"
#include "domain/notifying.h"
#include "testkit/property.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What mail servers, machines and people send to the address that takes what comes back. The mails of tests/data/bounces have
//! the forms of Postfix, Exchange, large providers, absence assistants and read receipts.
class TestBounce : public QObject
{
    Q_OBJECT

    using Action = BouncedRecipient::Action;

    static QByteArray file(const QString &name)
    {
        QFile file(QStringLiteral(PARVIS_SOURCE_DIR "/tests/data/bounces/%1.eml").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no such mail");
        return file.readAll().replace("\r\n", "\n").replace("\n", "\r\n"); // as it goes over the wire
    }

    //! Empty: it is none.
    static QString idOf(const QByteArray &mail)
    {
        const auto bounce = bounceOf(mail);
        return bounce && *bounce ? (*bounce)->messageId : QString();
    }

    static QByteArray changed(const QByteArray &from, const QByteArray &to, const QString &name = u"postfix"_s)
    {
        QByteArray mail = file(name);
        if (!mail.contains(from))
            qFatal("nothing to change");
        return mail.replace(from, to);
    }

    static Bounce postfix()
    {
        return {u"0192c0de-0000-7000-8000-000000000001@ingeville.example"_s,
                {{u"jeanne.lefevre@courriel.example"_s, Action::Failed, u"5.1.1"_s,
                  u"550 5.1.1 <jeanne.lefevre@courriel.example>: Recipient address rejected: no such user"_s}}};
    }

private Q_SLOTS:
    void reports_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Bounce>("expected");
        QTest::newRow("Postfix") << u"postfix"_s << postfix();
        QTest::newRow("Exchange") << u"exchange"_s
                                  << Bounce{u"0192c0de-0000-7000-8000-000000000002@ingeville.example"_s,
                                            {{u"p.martin@agglo.example"_s, Action::Failed, u"5.2.2"_s,
                                              u"554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException"_s}}};
        QTest::newRow("headers, three people")
            << u"headers-only"_s
            << Bounce{u"0192c0de-0000-7000-8000-000000000003@ingeville.example"_s,
                      {{u"un@courriel.example"_s, Action::Delayed, u"4.4.1"_s, {}},
                       {u"deux@courriel.example"_s, Action::Failed, u"5.0.0"_s, u"mailbox vanished"_s},
                       {u"trois@courriel.example"_s, Action::Relayed, u"2.0.0"_s, {}}}};
    }
    void reports()
    {
        QFETCH(QString, name);
        QFETCH(Bounce, expected);
        QByteArray mail = file(name);
        for (int i = 0; i < 2; ++i) {
            const auto bounce = bounceOf(mail);
            QVERIFY(bounce && *bounce);
            QCOMPARE((*bounce)->messageId, expected.messageId);
            QCOMPARE((*bounce)->recipients.size(), expected.recipients.size());
            for (qsizetype r = 0; r < expected.recipients.size(); ++r) {
                QCOMPARE((*bounce)->recipients.at(r).address, expected.recipients.at(r).address);
                QCOMPARE((*bounce)->recipients.at(r).action, expected.recipients.at(r).action);
                QCOMPARE((*bounce)->recipients.at(r).status, expected.recipients.at(r).status);
                QCOMPARE((*bounce)->recipients.at(r).diagnostic, expected.recipients.at(r).diagnostic);
            }
            mail.replace("\r\n", "\n"); // as some mailboxes keep it
        }
    }

    void whatIsNoReport_data()
    {
        QTest::addColumn<QByteArray>("mail");
        const QByteArray report = file(u"postfix"_s);
        QTest::newRow("an automatic answer") << file(u"vacation"_s);
        QTest::newRow("a read receipt") << file(u"read-receipt"_s);
        QTest::newRow("a person's words") << QByteArray("From: a@b.example\r\nTo: c@d.example\r\n\r\nBonjour\r\n");
        QTest::newRow("a report that somebody passes on")
            << "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" + report;
        QTest::newRow("a report that somebody attaches")
            << "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
               "--m\r\nContent-Type: text/plain\r\n\r\nVoyez\r\n--m\r\nContent-Type: message/rfc822\r\n\r\n" +
                   report + "\r\n--m--\r\n";
        QTest::newRow("a report that somebody quotes") << "From: a@b.example\r\n\r\n" + report;
        QTest::newRow("no kind") << changed("report-type=delivery-status;", "");
        QTest::newRow("no report in it") << changed("message/delivery-status", "text/plain");
        QTest::newRow("nobody") << changed("Final-Recipient", "X-Recipient").replace("Original-Recipient", "X-Original");
        QTest::newRow("nothing happened") << changed("Action: failed", "Action: perhaps");
        QTest::newRow("no mail of ours") << changed("Message-ID: <0192", "X-ID: <0192");
        QTest::newRow("an id that is none") << changed("-000000000001@ingeville.example>", "' OR 1=1 --\x01>");
        QTest::newRow("an address that is none")
            << changed("rfc822;jeanne.lefevre@courriel.example", "rfc822;a b>\"").replace("rfc822; jeanne", "rfc822; <x> jeanne");
    }
    void whatIsNoReport()
    {
        QFETCH(QByteArray, mail);
        const auto bounce = bounceOf(mail);
        QVERIFY(bounce);
        QVERIFY(!*bounce);
    }

    void noMailAtAll()
    {
        for (const QByteArray &mail : {QByteArray(), QByteArray("\r\n \r\n")}) {
            const auto bounce = bounceOf(mail);
            QVERIFY(!bounce);
            QCOMPARE(bounce.error().code, ErrorCode::InvalidInput);
        }
    }

    //! The words of a stranger's server end no line and turn none around.
    void theWordsOfAStranger()
    {
        const auto said = [](const QByteArray &words) {
            const auto bounce = bounceOf(changed("550 5.1.1 <jeanne.lefevre@courriel.example>: Recipient\r\n", words + "\r\n"));
            return bounce && *bounce ? (*bounce)->recipients.first().diagnostic : u"none"_s;
        };
        QCOMPARE(said("550 <b>{{nom}}</b>\t\x1b[2J\x07"), u"550 <b>{{nom}}</b> [2J address rejected: no such user"_s);
        QCOMPARE(said(u"550 a\u202Etxt.exe é"_s.toUtf8()), u"550 atxt.exe é address rejected: no such user"_s);
        const qsizetype length = said(QByteArray(100'000, 'x')).size();
        QVERIFY(length > 400 && length <= 500);
    }

    //! The returned mail was cut off, as ours is when it is long.
    void cutOff()
    {
        const QByteArray mail = file(u"postfix"_s);
        QCOMPARE(idOf(mail.left(mail.indexOf("\r\nBonjour"))), postfix().messageId);
        QCOMPARE(idOf(mail.left(mail.indexOf("Message-ID: <0192"))), QString());
    }

    void boxesInBoxes()
    {
        QByteArray mail = "From: a@b.example\r\nMIME-Version: 1.0\r\n";
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray n = QByteArray::number(i);
            mail += "Content-Type: multipart/report; report-type=delivery-status; boundary=b" + n + "\r\n\r\n--b" + n + "\r\n";
        }
        QCOMPARE(idOf(mail), QString());
        mail = "From: a@b.example\r\n" + QByteArray("Content-Type: message/rfc822\r\n\r\n").repeated(20'000);
        QCOMPARE(idOf(mail), QString());
    }

    void thousandsOfPeople()
    {
        QByteArray people;
        for (int i = 0; i < 5'000; ++i)
            people += "Final-Recipient: rfc822; p" + QByteArray::number(i) + "@b.example\r\nAction: failed\r\n\r\n";
        const auto bounce = bounceOf(changed("Final-Recipient: rfc822; jeanne", people + "Final-Recipient: rfc822; jeanne"));
        QVERIFY(bounce && *bounce);
        QCOMPARE((*bounce)->recipients.size(), 100);
    }

    //! Whatever a stranger makes of a report: no crash, and what is read has the form that it says.
    void spoiltReports()
    {
        const QList<QByteArray> mails{file(u"postfix"_s), file(u"exchange"_s), file(u"headers-only"_s)};
        PARVIS_PROPERTY("a spoilt report is none, or one", [mails] {
            QByteArray mail = mails.at(*rc::gen::inRange<qsizetype>(0, mails.size()));
            const int times = *rc::gen::inRange(1, 6);
            for (int i = 0; i < times && !mail.isEmpty(); ++i) {
                const auto at = *rc::gen::inRange<qsizetype>(0, mail.size());
                const auto length = *rc::gen::inRange<qsizetype>(0, 200);
                switch (*rc::gen::inRange(0, 4)) {
                case 0: mail.remove(at, length); break;
                case 1: mail[at] = *rc::gen::arbitrary<char>(); break;
                case 2: mail.insert(at, mail.mid(*rc::gen::inRange<qsizetype>(0, mail.size()), length)); break;
                default: mail.truncate(at); break;
                }
            }
            const auto bounce = bounceOf(mail);
            if (!bounce || !*bounce)
                return;
            static const QRegularExpression id(u"\\A[^\\s<>@]{1,128}@[^\\s<>@]{1,128}\\z"_s);
            RC_ASSERT(id.match((*bounce)->messageId).hasMatch());
            RC_ASSERT(!(*bounce)->recipients.isEmpty());
            for (const BouncedRecipient &who : (*bounce)->recipients) {
                RC_ASSERT(isMailAddress(who.address));
                RC_ASSERT(who.diagnostic.size() <= 500 && !who.diagnostic.contains(u'\n'));
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestBounce)
#include "tst_bounce.moc"
