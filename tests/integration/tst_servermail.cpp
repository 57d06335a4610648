#include "domain/notifying.h"
#include "integration/serverprocess.h"
#include "integration/smsgateway.h"
#include "integration/smtpserver.h"
#include "protocol/codec.h"
#include "unit/hub_http/tlsclient.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The real parvis-server tells agents by e-mail, through a real mail server; what it could not send it sends after its next
//! start.
class ServerMailTest final : public QObject
{
    Q_OBJECT

    QString data() const { return m_data.isEmpty() ? m_folder.filePath(u"hub"_s) : m_data; }

    static ServerProcess::Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        return ServerProcess::run(arguments, input);
    }

    void addUser(const QString &login, const QString &role = u"ambassador"_s)
    {
        QCOMPARE(run({u"user"_s, u"add"_s, login, u"--data"_s, data(), u"--role"_s, role, u"--name"_s,
                      login == u"p.martin" ? u"Pénélope Martin"_s : u"Mireille Roussel"_s, u"--email"_s,
                      login + u"@ingeville.example"_s},
                     "une phrase assez longue\n")
                     .code,
                 0);
    }

    static Answer call(quint16 port, const QByteArray &request)
    {
        TlsClient client(port);
        client.send(request);
        return client.answer();
    }

    //! Signs in and pushes; the user's id.
    Id push(const QString &login, const std::function<QList<Mutation>(const Id &user)> &mutations)
    {
        const Id device = QUuid::createUuid();
        const Answer opened =
            call(m_server.port(), post("/v1/session", "{\"login\":\"" + login.toLatin1() +
                                                          "\",\"password\":\"une phrase assez longue\",\"device\":\"" +
                                                          idText(device).toLatin1() + "\"}"));
        const auto session = sessionFromJson(QJsonDocument::fromJson(opened.body).object());
        if (!session)
            qFatal("not signed in");
        Push sent{device, mutations(session->user)};
        qint64 n = 0;
        for (Mutation &m : sent.mutations) {
            m.n = ++n;
            m.id = QUuid::createUuid();
        }
        const Answer answer = call(m_server.port(), post("/v1/push", compactJson(toJson(sent)),
                                                         "Authorization: Bearer " + session->access.toLatin1() + "\r\n"));
        if (answer.status != 200 || answer.body.contains("held") || answer.body.contains("conflict"))
            qFatal("not taken: %s", answer.body.constData());
        return session->user;
    }

    static Mutation created(Kind kind, const Id &id, const QJsonObject &set)
    {
        Mutation m;
        m.kind = kind;
        m.verb = Verb::Create;
        m.target = id;
        m.set = set;
        return m;
    }

    void writeTo(const Id &request, bool isNew)
    {
        push(u"m.roussel"_s, [&](const Id &) {
            QList<Mutation> all;
            if (isNew)
                all.append(created(Kind::Request, request, {{u"subject"_s, u"M. Untel, 3 rue des Lilas"_s}}));
            all.append(created(Kind::Note, QUuid::createUuid(),
                               {{u"request"_s, idText(request)}, {u"text"_s, u"@p.martin, voir avec M. Untel"_s}}));
            return all;
        });
    }

    QStringList mailWords(const SmtpServer &smtp) const
    {
        return {u"--smtp"_s, smtp.url(), u"--mail-from"_s, u"parvis@ingeville.example"_s};
    }

    QTemporaryDir m_folder;
    QString m_data; //!< of another town
    ServerProcess m_server;

private Q_SLOTS:
    void tellsAgentsAndLosesNothing()
    {
        QCOMPARE(run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s}).code, 0);
        addUser(u"m.roussel"_s);
        addUser(u"p.martin"_s);
        auto smtp = std::make_unique<SmtpServer>();
        QVERIFY(smtp->start());
        QVERIFY(m_server.start(data(), mailWords(*smtp)));
        push(u"p.martin"_s, [](const Id &user) { // at once, at any hour: by her own hand
            NotifyPreferences p;
            p.mail.fill(Alerts::AtOnce);
            p.quietFrom = p.quietTo = QTime(0, 0);
            p.quietDaysOff = false;
            Mutation m = created(Kind::User, user, {{u"notify"_s, toJson(p)}});
            m.verb = Verb::Patch;
            m.base = 1'000; // she saw all of it
            return QList<Mutation>{m};
        });
        const Id request = QUuid::createUuid();
        writeTo(request, true);
        QTRY_COMPARE_WITH_TIMEOUT(smtp->taken(), 1, 20'000);
        QCOMPARE(smtp->envelope(1).value("to"_L1).toArray(), QJsonArray{u"p.martin@ingeville.example"_s});
        const QJsonObject mail = smtp->readElsewhere(1);
        QCOMPARE(mail.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(mail.value("headers"_L1)["Auto-Submitted"_L1].toString(), u"auto-generated"_s);
        QVERIFY(mail.value("headers"_L1)["Subject"_L1].toString().endsWith(u"-000001 : une note vous est adressée"_s));
        const QString text = mail.value("plain"_L1).toString();
        QVERIFY2(text.startsWith(u"Bonjour Pénélope Martin,\n\nMireille Roussel vous adresse une note dans la demande 20"_s),
                 qPrintable(text));
        QVERIFY(text.endsWith(u"\n\nParvis, Ingeville\n"_s));
        QVERIFY(!text.contains(u"Untel"_s)); // nothing of a citizen

        // The mail server is gone; then the hub stops; then both are back.
        smtp->stop();
        writeTo(request, false);
        QTRY_VERIFY_WITH_TIMEOUT(run({u"status"_s, u"--data"_s, data()}).out.contains(u"said last"_s), 20'000);
        QVERIFY2(run({u"status"_s, u"--data"_s, data()}).out.contains(u"1 wait, 1 sent, 0 refused, 0 dropped"_s),
                 qPrintable(run({u"status"_s, u"--data"_s, data()}).out));
        QCOMPARE(m_server.terminate(), 0);
        smtp = std::make_unique<SmtpServer>();
        QVERIFY(smtp->start());
        QVERIFY(m_server.start(data(), mailWords(*smtp)));
        // It is tried again a minute after the failure; what is new needs not wait for it.
        writeTo(request, false);
        QTRY_COMPARE_WITH_TIMEOUT(smtp->taken(), 2, 90'000);
        const auto idOf = [&smtp](int n) { return smtp->readElsewhere(n).value("headers"_L1)["Message-Id"_L1].toString(); };
        QVERIFY(idOf(1) != idOf(2));
        QTRY_VERIFY_WITH_TIMEOUT(run({u"status"_s, u"--data"_s, data()}).out.contains(u"0 wait, 3 sent, 0 refused, 0 dropped"_s),
                                 20'000);
        QCOMPARE(m_server.terminate(), 0);
        QCOMPARE(smtp->taken(), 2);
    }

    //! Who writes to the town is told at once that it came, by e-mail and by SMS; once, whatever ends the server.
    void tellsCitizensOnce()
    {
        const QTemporaryDir folder;
        m_data = folder.filePath(u"hub"_s);
        QCOMPARE(run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s}).code, 0);
        addUser(u"a.dministre"_s, u"admin"_s);
        addUser(u"m.roussel"_s);
        SmtpServer smtp;
        QVERIFY(smtp.start());
        SmsGateway gateway;
        QVERIFY(gateway.start());
        QFile token(folder.filePath(u"token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly) && token.write("secret\n") > 0);
        token.close();
        const QStringList ways = mailWords(smtp) + QStringList{u"--sms-gateway"_s, gateway.url(),         u"--sms-sender"_s,
                                                               u"INGEVILLE"_s,     u"--sms-token-file"_s, token.fileName()};
        QVERIFY(m_server.start(data(), ways));
        const Id body = QUuid::createUuid(), service = QUuid::createUuid();
        push(u"a.dministre"_s, [&](const Id &) {
            return QList<Mutation>{
                created(Kind::Unit, body,
                        {{u"level"_s, u"body"_s},
                         {u"name"_s, u"Ville d'Ingeville"_s},
                         {u"code"_s, u"ville"_s},
                         {u"phone"_s, u"+33326000000"_s},
                         {u"letterhead"_s, QJsonObject{{u"lines"_s, QJsonArray{u"Hôtel de ville"_s, u"51000 Ingeville"_s}}}}}),
                created(Kind::Unit, service, {{u"name"_s, u"Voirie"_s}, {u"parent"_s, idText(body)}})};
        });
        const auto asked = [&](const QString &channel) {
            push(u"m.roussel"_s, [&](const Id &) {
                const Id citizen = QUuid::createUuid();
                return QList<Mutation>{created(Kind::Citizen, citizen,
                                               {{u"last_name"_s, u"Lefèvre"_s},
                                                {u"email"_s, u"jeanne@courriel.example"_s},
                                                {u"phone"_s, u"+33612345609"_s}}),
                                       created(Kind::Request, QUuid::createUuid(),
                                               {{u"subject"_s, u"Nid-de-poule"_s},
                                                {u"citizen"_s, idText(citizen)},
                                                {u"service"_s, idText(service)},
                                                {u"status"_s, u"assigned"_s},
                                                {u"due_on"_s, u"2099-11-18"_s},
                                                {u"reply_channel"_s, channel}})};
            });
        };
        asked(u"email"_s);
        QTRY_COMPARE_WITH_TIMEOUT(smtp.taken(), 1, 20'000);
        const QJsonObject mail = smtp.readElsewhere(1);
        QCOMPARE(mail.value("to"_L1).toArray(), (QJsonArray{QJsonArray{u"Lefèvre"_s, u"jeanne@courriel.example"_s}}));
        QVERIFY2(mail.value("plain"_L1).toString().contains(u"18 novembre 2099"_s),
                 qPrintable(mail.value("plain"_L1).toString()));
        asked(u"sms"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.sent(), 1, 20'000);
        QCOMPARE(gateway.sms(1).value("to"_L1).toString(), u"+33612345609"_s);
        m_server.kill();
        QVERIFY(m_server.start(data(), ways));
        asked(u"email"_s);
        QTRY_COMPARE_WITH_TIMEOUT(smtp.taken(), 2, 20'000); // the new one, and none twice
        QCOMPARE(m_server.terminate(), 0);
        QCOMPARE(smtp.taken(), 2);
        QCOMPARE(gateway.sent(), 1);
        m_data.clear();
    }

    void optionsThatMakeNoSense_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no sender") << QStringList{u"--smtp"_s, u"smtp://localhost"_s};
        QTest::newRow("no server") << QStringList{u"--mail-from"_s, u"a@b.example"_s};
        QTest::newRow("another protocol") << QStringList{u"--smtp"_s, u"http://localhost"_s, u"--mail-from"_s, u"a@b.example"_s};
        QTest::newRow("a password in the address")
            << QStringList{u"--smtp"_s, u"smtp://u:p@localhost"_s, u"--mail-from"_s, u"a@b.example"_s};
        QTest::newRow("bounces of what is not sent") << QStringList{
            u"--bounce-imap"_s, u"imaps://localhost"_s, u"--bounce-user"_s, u"x"_s, u"--bounce-password-file"_s, u"/dev/null"_s};
        QTest::newRow("no password") << QStringList{u"--smtp"_s,      u"smtp://localhost"_s, u"--mail-from"_s,
                                                    u"a@b.example"_s, u"--smtp-user"_s,      u"x"_s};
    }
    void optionsThatMakeNoSense()
    {
        QFETCH(QStringList, words);
        const auto refused = run(QStringList{u"serve"_s, u"--data"_s, data()} + words);
        QCOMPARE(refused.code, 2);
        QVERIFY(!refused.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ServerMailTest)
#include "tst_servermail.moc"
