#include "integration/serverprocess.h"
#include "protocol/codec.h"
#include "unit/hub_http/tlsclient.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <map>

using namespace parvis;
using namespace Qt::StringLiterals;

// kill -9 of the real server at random instants while a desk pushes: what it acknowledged is there afterwards, once.
class ServerKillTest final : public QObject
{
    Q_OBJECT

private:
    static constexpr int cycles = 100;

    static Answer call(TlsClient &client, const QByteArray &request)
    {
        client.send(request);
        return client.answer();
    }

    static Session signIn(quint16 port, const Id &device)
    {
        TlsClient client(port);
        const SessionRequest request{u"m.roussel"_s, u"une phrase assez longue"_s, device};
        const Answer answer = call(client, post("/v1/session", compactJson(toJson(request))));
        const auto session = sessionFromJson(QJsonDocument::fromJson(answer.body).object());
        return session ? *session : Session();
    }

private Q_SLOTS:
    void acknowledgedMutationsAreNeverLost()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"hub"_s);
        QCOMPARE(ServerProcess::run({u"init"_s, u"--data"_s, data, u"--town"_s, u"Ingeville"_s}).code, 0);
        QCOMPARE(ServerProcess::run({u"user"_s, u"add"_s, u"m.roussel"_s, u"--data"_s, data, u"--role"_s, u"ambassador"_s},
                                    "une phrase assez longue\n")
                     .code,
                 0);
        const Id device = QUuid::createUuid();
        QRandomGenerator random = QRandomGenerator::securelySeeded();
        QList<Push> pushes; // all that were ever sent, in order
        qint64 acknowledged = 0;
        qint64 nextN = 1;
        qsizetype unanswered = 0;
        QByteArray bearer;

        for (int cycle = 0; cycle < cycles; ++cycle) {
            ServerProcess server;
            QVERIFY2(server.start(data), qPrintable(QString::number(cycle)));
            if (cycle == 0) // outlives the server
                bearer = "Authorization: Bearer " + signIn(server.port(), device).access.toLatin1() + "\r\n";
            TlsClient client(server.port());
            // What got no answer is sent again: the desk can't know whether it was committed.
            for (qsizetype i = pushes.size() - unanswered; i < pushes.size(); ++i) {
                const Answer answer = call(client, post("/v1/push", compactJson(toJson(pushes[i])), bearer));
                QCOMPARE(answer.status, 200);
                acknowledged = pushReplyFromJson(QJsonDocument::fromJson(answer.body).object())->lastN;
            }
            QCOMPARE(acknowledged, nextN - 1);
            unanswered = 0;
            const int answered = random.bounded(4);
            for (int i = 0; i <= answered; ++i) {
                Push push{device, {}};
                for (int k = random.bounded(1, 6); k > 0; --k)
                    push.mutations.append({nextN++,
                                           QUuid::createUuid(),
                                           Kind::Request,
                                           Verb::Create,
                                           QUuid::createUuid(),
                                           0,
                                           {{u"subject"_s, u"Nid-de-poule"_s}},
                                           {},
                                           {}});
                pushes.append(push);
                client.send(post("/v1/push", compactJson(toJson(push)), bearer));
                if (i == answered)
                    break;
                const Answer answer = client.answer();
                QCOMPARE(answer.status, 200);
                acknowledged = push.mutations.last().n;
            }
            unanswered = 1;
            QThread::usleep(random.bounded(3000u)); // somewhere between the request and its answer
            server.kill();
        }

        ServerProcess server;
        QVERIFY(server.start(data));
        TlsClient client(server.port());
        const Answer last = call(client, post("/v1/push", compactJson(toJson(pushes.last())), bearer));
        QCOMPARE(last.status, 200);
        QCOMPARE(pushReplyFromJson(QJsonDocument::fromJson(last.body).object())->lastN, nextN - 1);

        std::map<qint64, int> effects;
        Cursor since;
        for (bool more = true; more;) {
            const Answer answer = call(client, get("/v1/changes?since=" + cursorText(since).toLatin1(), bearer));
            const auto page = changesPageFromJson(QJsonDocument::fromJson(answer.body).object());
            QVERIFY(page);
            for (const Change &change : page->changes) {
                if (change.device == device)
                    ++effects[change.n];
            }
            since = page->next;
            more = page->more;
        }
        QCOMPARE(qint64(effects.size()), nextN - 1);
        for (const auto &[n, count] : effects)
            QCOMPARE(count, 1);
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(ServerProcess::run({u"verify"_s, u"--data"_s, data}).code, 0);
    }
};

QTEST_GUILESS_MAIN(ServerKillTest)
#include "tst_serverkill.moc"
