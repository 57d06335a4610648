#include "channels/bounce.h"
#include "channels/imapreader.h"
#include "integration/imapserver.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

using Verdict = MailboxReader::Verdict;

//! A mailbox on a real IMAP server, and on some that go wrong.
class TestImap : public QObject
{
    Q_OBJECT

    static QByteArray mail(const QByteArray &text)
    {
        return "From: a@b.example\r\nTo: retours@ingeville.example\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n";
    }

    static ImapOptions options(const QString &url)
    {
        ImapOptions o;
        o.mailbox = QUrl(url);
        o.user = u"retours"_s;
        o.password = u"secret"_s;
        return o;
    }

    //! What a round shows, with the same verdict on all.
    struct Shown
    {
        QList<FoundMail> mails;
        MailboxReader::Handler with(const Result<Verdict> &verdict)
        {
            return [this, verdict](const FoundMail &mail) {
                mails.append(mail);
                return verdict;
            };
        }
    };

    template <typename T>
    static ErrorCode code(const Result<T> &done)
    {
        return done ? ErrorCode::AlreadyExists : done.error().code;
    }

private Q_SLOTS:
    void readsWhatNobodyRead()
    {
        ImapServer server;
        QVERIFY(server.start());
        const QByteArray odd = mail("P5 OK done\r\n* BYE\r\n) {12}\r\n\"\\") + QByteArray(300'000, 'x') + "\r\n";
        const QList<QByteArray> mails{mail("un"), odd, mail("trois")};
        for (const QByteArray &m : mails)
            QVERIFY(server.deliver(m));
        ImapReader reader(options(server.url()));
        Shown shown;
        const auto round = reader.read(shown.with(Verdict::Handled), {});
        QVERIFY2(round, qPrintable(round ? QString() : round.error().detail));
        QCOMPARE(round->handled, 3);
        QCOMPARE(shown.mails.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(shown.mails.at(i).bytes, mails.at(i));
            QCOMPARE(shown.mails.at(i).place.uid, quint32(i + 1));
            QCOMPARE(shown.mails.at(i).place.validity, shown.mails.first().place.validity);
        }
        QTRY_COMPARE(server.read(), 3);
        QVERIFY(server.deliver(mail("quatre")));
        for (int i = 0; i < 2; ++i) // and not once more
            QCOMPARE(reader.read(shown.with(Verdict::Handled), {})->handled, 1 - i);
        QCOMPARE(shown.mails.size(), 4);
        QCOMPARE(ImapReader(options(server.url())).read(shown.with(Verdict::Handled), {})->handled, 0);
        QCOMPARE(shown.mails.size(), 4);
    }

    //! A mail whose handling failed is unread, and comes again; one for people stays unread, and comes to the next reader.
    void marksOnlyWhatWasHandled()
    {
        ImapServer server;
        QVERIFY(server.start());
        QVERIFY(server.deliver(mail("un")) && server.deliver(mail("deux")));
        ImapReader reader(options(server.url()));
        Shown shown;
        QCOMPARE(reader.read(shown.with(Error{ErrorCode::StorageFull, {}}), {})->failed, 2);
        QCOMPARE(server.read(), 0);
        const auto round = reader.read(
            [&shown](const FoundMail &m) {
                shown.mails.append(m);
                return m.bytes.contains("un") ? Verdict::Handled : Verdict::NotOurs;
            },
            {});
        QCOMPARE(round->handled, 1);
        QCOMPARE(round->notOurs, 1);
        QTRY_COMPARE(server.read(), 1);
        QCOMPARE(shown.mails.size(), 4);
        QVERIFY(reader.read(shown.with(Verdict::Handled), {}));
        QCOMPARE(shown.mails.size(), 4);
        QCOMPARE(server.unread(), 1);
        QCOMPARE(ImapReader(options(server.url())).read(shown.with(Verdict::NotOurs), {})->notOurs, 1);
        QCOMPARE(shown.mails.size(), 5);
    }

    //! The same numbers stand for other mails after that.
    void newNumbers()
    {
        ImapServer server;
        QVERIFY(server.start());
        QVERIFY(server.deliver(mail("un")));
        ImapReader reader(options(server.url()));
        Shown shown;
        QVERIFY(reader.read(shown.with(Verdict::NotOurs), {}));
        QVERIFY(server.renumber());
        QVERIFY(reader.read(shown.with(Verdict::NotOurs), {}));
        QCOMPARE(shown.mails.size(), 2);
        QCOMPARE(shown.mails.at(0).place.uid, shown.mails.at(1).place.uid);
        QVERIFY(shown.mails.at(0).place.validity != shown.mails.at(1).place.validity);
    }

    void aVeryLongMailIsCutOff()
    {
        ImapServer server;
        QVERIFY(server.start());
        QFile report(QStringLiteral(PARVIS_SOURCE_DIR "/tests/data/bounces/postfix.eml"));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray bytes = report.readAll().replace("\r\n", "\n").replace("\n", "\r\n");
        QVERIFY(server.deliver(
            QByteArray(bytes).replace("\r\nBonjour", "\r\nBonjour" + QByteArray("\r\nxxxxxxxx").repeated(400'000))));
        ImapReader reader(options(server.url()));
        Shown shown;
        QCOMPARE(reader.read(shown.with(Verdict::Handled), {})->handled, 1);
        QCOMPARE(shown.mails.first().bytes.size(), 1024 * 1024);
        const auto bounce = bounceOf(shown.mails.first().bytes);
        QVERIFY(bounce && *bounce);
        QCOMPARE((*bounce)->messageId, u"0192c0de-0000-7000-8000-000000000001@ingeville.example"_s);
    }

    void aStopBetweenTwoMails()
    {
        ImapServer server;
        QVERIFY(server.start());
        QVERIFY(server.deliver(mail("un")) && server.deliver(mail("deux")));
        ImapReader reader(options(server.url()));
        Shown shown;
        QCOMPARE(code(reader.read(shown.with(Verdict::Handled), [&shown] { return shown.mails.isEmpty(); })), ErrorCode::Aborted);
        QCOMPARE(shown.mails.size(), 1);
        QVERIFY(reader.read(shown.with(Verdict::Handled), {}));
        QCOMPARE(shown.mails.size(), 2);
        QTRY_COMPARE(server.read(), 2);
    }

    void aStrangerAndAnEmptyPlace()
    {
        ImapServer server;
        QVERIFY(server.start());
        ImapOptions o = options(server.url());
        o.password = u"guessed"_s;
        Shown shown;
        const auto stranger = ImapReader(o).read(shown.with(Verdict::Handled), {});
        QCOMPARE(code(stranger), ErrorCode::Unauthenticated);
        QVERIFY(!stranger.error().detail.contains(u"guessed"_s));
        o = options(server.url() + u"/Retours"_s);
        QCOMPARE(code(ImapReader(o).read(shown.with(Verdict::Handled), {})), ErrorCode::NotFound);
        o = options(server.url());
        server.stop();
        QCOMPARE(code(ImapReader(o).read(shown.with(Verdict::Handled), {})), ErrorCode::Network);
    }

    void overTls_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("imaps") << u"imaps"_s << u"imaps"_s;
        QTest::newRow("starttls") << u"starttls"_s << u"imap"_s;
    }
    void overTls()
    {
        QFETCH(QString, kind);
        QFETCH(QString, scheme);
        const QTemporaryDir folder;
        QVERIFY(makeCertificate(QDir(folder.path())));
        ImapServer server;
        QVERIFY(server.start({u"--tls"_s, kind, u"--certificate"_s, folder.filePath(u"certificate.pem"_s), u"--key"_s,
                              folder.filePath(u"key.pem"_s)}));
        QVERIFY(server.deliver(mail(QByteArray(200'000, 'x'))));
        // The address of this machine as a stranger would write it: STARTTLS is required there.
        ImapOptions o = options(scheme == u"imap"_s ? u"imap://[::ffff:127.0.0.1]:%1"_s.arg(server.port()) : server.url(scheme));
        Shown shown;
        QCOMPARE(code(ImapReader(o).read(shown.with(Verdict::Handled), {})), ErrorCode::Certificate); // nobody trusts it
        o.caFile = folder.filePath(u"certificate.pem"_s);
        const auto round = ImapReader(o).read(shown.with(Verdict::Handled), {});
        QVERIFY2(round, qPrintable(round ? QString() : round.error().detail));
        QCOMPARE(shown.mails.size(), 1);
    }

    void aStrangersMachineInTheClear()
    {
        OddImap server;
        QVERIFY(server.start({u"fine"_s}));
        Shown shown;
        const auto round =
            ImapReader(options(u"imap://[::ffff:127.0.0.1]:%1"_s.arg(server.port()))).read(shown.with(Verdict::Handled), {});
        QCOMPARE(code(round), ErrorCode::Certificate);
    }

    void goesWrong_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("shown");
        const QByteArray mail = "From: a@b.example\r\n\r\nBonjour\r\n", none = "-";
        const auto row = [](const char *mode, ErrorCode code, const QByteArray &shown) { QTest::newRow(mode) << code << shown; };
        constexpr ErrorCode well = ErrorCode::AlreadyExists;
        row("fine", well, mail);
        row("nogreeting", ErrorCode::Network, none);
        row("stranger", ErrorCode::Unauthenticated, none);
        for (const char *mode : {"bye", "plus", "nonsense", "othertag", "endless", "novalidity", "chatty"})
            row(mode, ErrorCode::Network, none);
        row("nomailbox", ErrorCode::NotFound, none);
        row("readonly", ErrorCode::Forbidden, none);
        for (const char *mode : {"huge", "half"})
            row(mode, ErrorCode::Network, none);
        for (const char *mode : {"another", "gone", "refused"})
            row(mode, well, none);
        for (const char *mode : {"unasked", "unmarkable"})
            row(mode, well, mail);
        row("quoted", well, "a \"b\" \\");
        row("tagged", well, "P4 OK done\r\n* BYE\r\n");
    }
    void goesWrong()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, shown);
        OddImap server;
        QVERIFY(server.start({QString::fromLatin1(QTest::currentDataTag())}));
        ImapOptions o = options(server.url());
        o.connectMs = 5'000; // no greeting is waited for until then
        ImapReader reader(o);
        Shown found;
        const auto round = reader.read(found.with(Verdict::Handled), {});
        QVERIFY2(TestImap::code(round) == code, qPrintable(round ? u"read"_s : round.error().detail));
        QCOMPARE(found.mails.isEmpty() ? QByteArray("-") : found.mails.first().bytes, shown);
        QVERIFY(found.mails.size() < 2);
        const QByteArray tag = QTest::currentDataTag();
        const bool isMarked = !found.mails.isEmpty() && tag != "unmarkable";
        QCOMPARE(server.stores(), isMarked ? QByteArray("UID STORE 5 +FLAGS.SILENT (\\Seen)\n") : QByteArray());
    }

    //! What was handled is only marked in the next round, and not shown again.
    void cutBeforeItIsMarked_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("cut") << u"cutstore"_s << true;
        QTest::newRow("refused") << u"unmarkable"_s << false;
        QTest::newRow("forgotten") << u"forgets"_s << false;
    }
    void cutBeforeItIsMarked()
    {
        QFETCH(QString, mode);
        QFETCH(bool, isCut);
        OddImap server;
        QVERIFY(server.start({mode}));
        ImapReader reader(options(server.url()));
        Shown shown;
        for (int i = 0; i < 3; ++i) {
            const auto round = reader.read(shown.with(Verdict::Handled), {});
            QCOMPARE(code(round), isCut ? ErrorCode::Network : ErrorCode::AlreadyExists);
            QCOMPARE(shown.mails.size(), 1);
        }
    }

    void aServerThatHangsIsLeft()
    {
        OddImap server;
        QVERIFY(server.start({u"hang"_s}));
        ImapOptions o = options(server.url());
        o.wholeMs = 1'500;
        Shown shown;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(code(ImapReader(o).read(shown.with(Verdict::Handled), {})), ErrorCode::Network);
        QVERIFY(timer.elapsed() >= 1'400 && timer.elapsed() < 10'000);
        timer.start();
        QCOMPARE(
            code(
                ImapReader(options(server.url())).read(shown.with(Verdict::Handled), [&timer] { return timer.elapsed() < 500; })),
            ErrorCode::Aborted);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void optionsThatAreNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("detail");
        QTest::newRow("good") << u"imaps://imap.example"_s << QString();
        QTest::newRow("a folder") << u"imaps://imap.example:993/INBOX/Non remis"_s << QString();
        QTest::newRow("another protocol") << u"pop3://imap.example"_s << u"url"_s;
        QTest::newRow("nowhere") << u"imaps:///INBOX"_s << u"url"_s;
        QTest::newRow("a password") << u"imaps://u:p@imap.example"_s << u"url"_s;
        QTest::newRow("another command") << u"imaps://imap.example/a%22%0D%0AP9 DELETE %22b"_s << u"url"_s;
        QTest::newRow("a search") << u"imaps://imap.example/INBOX?ALL"_s << u"url"_s;
    }
    void optionsThatAreNone()
    {
        QFETCH(QString, url);
        QFETCH(QString, detail);
        const Status checked = ImapReader::check(options(url));
        QCOMPARE(checked ? QString() : checked.error().detail, detail);
        ImapOptions nobody = options(u"imaps://imap.example"_s);
        nobody.password = u"a\r\nb"_s;
        QVERIFY(!ImapReader::check(nobody));
    }
};

QTEST_GUILESS_MAIN(TestImap)
#include "tst_imap.moc"
