#include "hub_http/certificate.h"
#include "integration/serverprocess.h"
#include "protocol/codec.h"
#include "sqlite/database.h"
#include "unit/hub_http/tlsclient.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

// parvis-server as an administrator uses it: files, exit codes, signals, and what it says.
class ServerTest final : public QObject
{
    Q_OBJECT

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString data() const { return path(u"hub"_s); }

    static ServerProcess::Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        return ServerProcess::run(arguments, input);
    }

    void found()
    {
        QCOMPARE(run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s}).code, 0);
        const auto added = run({u"user"_s, u"add"_s, u"m.roussel"_s, u"--data"_s, data(), u"--role"_s, u"ambassador"_s,
                                u"--name"_s, u"Mireille Roussel"_s},
                               "une phrase assez longue\n");
        QCOMPARE(added.code, 0);
        QVERIFY(!added.out.contains(u"phrase"_s));
    }

    Answer call(quint16 port, const QByteArray &request)
    {
        TlsClient client(port);
        client.send(request);
        return client.answer();
    }

    Answer signIn(quint16 port, const QByteArray &password)
    {
        return call(port, post("/v1/session", "{\"login\":\"m.roussel\",\"password\":\"" + password +
                                                  "\",\"device\":\"0192c0de-0000-7000-8000-000000000001\"}"));
    }

    QByteArray bearer(quint16 port)
    {
        const Answer answer = signIn(port, "une phrase assez longue");
        const auto session = sessionFromJson(QJsonDocument::fromJson(answer.body).object());
        return session ? "Authorization: Bearer " + session->access.toLatin1() + "\r\n" : QByteArray();
    }

    static QByteArray requestPush(int n)
    {
        Mutation m;
        m.n = n;
        m.verb = Verb::Create;
        m.kind = Kind::Request;
        m.id = QUuid::createUuid();
        m.target = QUuid::createUuid();
        m.set = {{u"subject"_s, u"Nid-de-poule"_s}};
        return compactJson(toJson(Push{*idFromText(u"0192c0de-0000-7000-8000-000000000001"_s), {m}}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void initKeepsEverythingForItsOwner()
    {
        const auto made = run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s, u"--admin"_s, u"chef"_s, u"--name"_s,
                               u"mairie.example"_s});
        QCOMPARE(made.code, 0);
        const QString fingerprint = loadCertificate(data())->fingerprintText();
        QVERIFY(made.out.contains(fingerprint));
        const auto password = QRegularExpression(u"chef, shown only now: ([a-z2-9-]{23})\n"_s).match(made.out);
        QVERIFY2(password.hasMatch(), qPrintable(made.out));
        constexpr auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(int(QFileInfo(data()).permissions() & others), 0);
        for (const QFileInfo &file : QDir(data()).entryInfoList(QDir::Files))
            QCOMPARE(int(file.permissions() & others), 0);

        const auto again = run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Autreville"_s});
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains(data()));
        QCOMPARE(loadCertificate(data())->fingerprintText(), fingerprint);
    }

    void initLeavesNothingWhenRefused()
    {
        const auto refused =
            run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s, u"--admin"_s, u"chef"_s}, "court\n");
        QCOMPARE(refused.code, 1);
        QVERIFY(!QFileInfo::exists(data()));
    }

    void tellsWhoCallsItWrongly_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{u"fly"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"verify"_s, u"--data"_s, u"x"_s, u"--fast"_s} << 2;
        QTest::newRow("no data") << QStringList{u"verify"_s} << 2;
        QTest::newRow("no town") << QStringList{u"init"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("bad address") << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"--listen"_s, u"8443"_s} << 2;
        QTest::newRow("no role") << QStringList{u"user"_s, u"add"_s, u"a"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("bad role") << QStringList{u"user"_s, u"add"_s, u"a"_s, u"--data"_s, u"x"_s, u"--role"_s, u"king"_s} << 2;
        QTest::newRow("user what") << QStringList{u"user"_s} << 2;
        QTest::newRow("no mapping") << QStringList{u"import"_s, u"requests"_s, u"a.csv"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("demo of words") << QStringList{u"demo"_s, u"--data"_s, u"x"_s, u"--requests"_s, u"many"_s} << 2;
        QTest::newRow("mapped cards") << QStringList{u"import"_s, u"cards"_s,     u"a.csv"_s, u"--data"_s,
                                                     u"x"_s,      u"--mapping"_s, u"m.json"_s}
                                      << 2;
        QTest::newRow("import of what") << QStringList{u"import"_s, u"users"_s, u"a.csv"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("export of what") << QStringList{u"export"_s, u"requests"_s, u"a.csv"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("deputy of nobody") << QStringList{u"user"_s, u"deputy"_s, u"a"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("absent perhaps") << QStringList{u"user"_s, u"absent"_s, u"a"_s, u"perhaps"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("circuit what") << QStringList{u"circuit"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("circuit of nothing") << QStringList{u"circuit"_s, u"set"_s, u"voirie"_s, u"--data"_s, u"x"_s} << 2;
        QTest::newRow("no such folder") << QStringList{u"verify"_s, u"--data"_s, u"/nowhere"_s} << 1;
        QTest::newRow("serve nothing") << QStringList{u"serve"_s, u"--data"_s, u"/nowhere"_s} << 1;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("help of a command") << QStringList{u"serve"_s, u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    }
    void tellsWhoCallsItWrongly()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.out.isEmpty(), code != 0);
        QCOMPARE(outcome.err.isEmpty(), code == 0);
    }

    void speaksTheLanguageOfItsUser()
    {
        const auto help = ServerProcess::run({u"--help"_s}, {}, u"fr_FR.UTF-8"_s);
        QVERIFY2(help.out.startsWith(u"Utilisation"_s), qPrintable(help.out));
        const auto refused = ServerProcess::run({u"verify"_s, u"--data"_s, u"/nowhere"_s}, {}, u"fr_FR.UTF-8"_s);
        QVERIFY2(refused.err.contains(u"Les données n'ont pas été modifiées."_s), qPrintable(refused.err));
    }

    void looksAfterAgents()
    {
        found();
        ServerProcess server;
        QVERIFY(server.start(data()));
        QCOMPARE(signIn(server.port(), "une phrase assez longue").status, 201);
        const auto twice = run({u"user"_s, u"add"_s, u"M.Roussel"_s, u"--data"_s, data(), u"--role"_s, u"admin"_s},
                               "autre phrase bien longue\n");
        QCOMPARE(twice.code, 1);
        QCOMPARE(run({u"user"_s, u"passwd"_s, u"m.roussel"_s, u"--data"_s, data()}, "court\n").code, 1);
        QCOMPARE(run({u"user"_s, u"passwd"_s, u"m.roussel"_s, u"--data"_s, data()}, "une autre phrase longue\n").code, 0);
        QCOMPARE(signIn(server.port(), "une autre phrase longue").status, 201);
        QCOMPARE(run({u"user"_s, u"disable"_s, u"m.roussel"_s, u"--data"_s, data()}).code, 0);
        QCOMPARE(signIn(server.port(), "une autre phrase longue").status, 401);
        QCOMPARE(run({u"user"_s, u"enable"_s, u"m.roussel"_s, u"--data"_s, data()}).code, 0);
        QCOMPARE(signIn(server.port(), "une autre phrase longue").status, 201);
        QCOMPARE(run({u"user"_s, u"disable"_s, u"nobody"_s, u"--data"_s, data()}).code, 1);
        const auto noService =
            run({u"user"_s, u"add"_s, u"r"_s, u"--data"_s, data(), u"--role"_s, u"referent"_s, u"--service"_s, u"Voirie"_s});
        QCOMPARE(noService.code, 1);
    }

    void servesBacksUpStopsAndVerifies()
    {
        found();
        ServerProcess server;
        QVERIFY(server.start(data(), {u"--ready-file"_s, path(u"ready"_s)}));
        QFile ready(path(u"ready"_s));
        QVERIFY(ready.open(QIODevice::ReadOnly));
        QCOMPARE(ready.readAll(), "127.0.0.1:" + QByteArray::number(server.port()) + '\n');
        {
            TlsClient client(server.port());
            client.send(get("/v1/hello"));
            QCOMPARE(client.answer().status, 200);
            const QByteArray shown = client.socket().peerCertificate().digest(QCryptographicHash::Sha256);
            QCOMPARE(QString::fromLatin1(shown.toHex(':')).toUpper(), server.fingerprint());
        }
        const QByteArray token = bearer(server.port());
        QCOMPARE(call(server.port(), post("/v1/push", requestPush(1), token)).status, 200);

        const auto second = run({u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.code, 1);
        QVERIFY(second.err.contains(data()));
        QCOMPARE(run({u"backup"_s, path(u"copy"_s), u"--data"_s, data()}).code, 0);
        QCOMPARE(run({u"backup"_s, path(u"copy"_s), u"--data"_s, data()}).code, 1); // is not overwritten
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
        QCOMPARE(call(server.port(), post("/v1/push", requestPush(2), token)).status, 200);
        const Answer page = call(server.port(), get("/v1/changes", token));
        const Cursor newer = changesPageFromJson(QJsonDocument::fromJson(page.body).object())->next;
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);

        QFile log(ServerProcess::logFile(data()));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        for (const QByteArray &line : lines.trimmed().split('\n'))
            QVERIFY2(!QJsonDocument::fromJson(line).object().value(u"route"_s).toString().isEmpty(), line.constData());
        QVERIFY(!lines.contains("roussel") && !lines.contains("Nid-de-poule"));

        // Sessions outlive a restart; a hub restored from the backup is noticed.
        ServerProcess restarted;
        QVERIFY(restarted.start(data()));
        const QByteArray since = "/v1/changes?since=" + cursorText(newer).toLatin1();
        QCOMPARE(call(restarted.port(), get(since, token)).status, 200);
        QCOMPARE(restarted.terminate(), 0);
        for (const QString &file : QDir(data()).entryList({u"town.sqlite*"_s}))
            QFile::remove(data() + u'/' + file);
        QVERIFY(QFile::rename(path(u"copy"_s), data() + u"/town.sqlite"_s));
        ServerProcess restored;
        QVERIFY(restored.start(data()));
        QCOMPARE(call(restored.port(), get(since, token)).status, 409);
        QCOMPARE(call(restored.port(), post("/v1/push", requestPush(2), token)).status, 200);
    }

    void verifyFindsAnAlteredRow()
    {
        found();
        {
            auto town = Database::open(data() + u"/town.sqlite"_s);
            QVERIFY(town);
            QVERIFY(town.value().run("UPDATE change SET fields = replace(fields, 'Roussel', 'Rousseau') WHERE seq = 1"_L1));
        }
        const auto outcome = run({u"verify"_s, u"--data"_s, data()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(u"change 1"_s), qPrintable(outcome.err));
    }

    void importsOnceAndTellsTheRejected()
    {
        found();
        QFile csv(path(u"old.csv"_s));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("id;what;when\nA1;Nid-de-poule;2024-03-01\nA2;Lampadaire;2024-03-02\nA3;Sans date;demain\n");
        csv.close();
        QFile map(path(u"map.json"_s));
        QVERIFY(map.open(QIODevice::WriteOnly));
        map.write(R"({"external_id":"id","fields":{"subject":{"column":"what"},)"
                  R"("received_at":{"column":"when","format":"yyyy-MM-dd","zone":"Europe/Paris"}}})");
        map.close();
        const QStringList import{u"import"_s,    u"requests"_s,  csv.fileName(), u"--data"_s,       data(),
                                 u"--mapping"_s, map.fileName(), u"--rejects"_s, path(u"bad.csv"_s)};
        const auto first = run(import);
        QCOMPARE(first.code, 1); // one row needs a hand
        QVERIFY2(first.out.contains(u"Imported: 2. There already: 0. Rejected: 1."_s), qPrintable(first.out + first.err));
        QVERIFY(QFileInfo(path(u"bad.csv"_s)).size() > 0);
        QVERIFY(run(import).out.contains(u"Imported: 0. There already: 2. Rejected: 1."_s));
        QCOMPARE(run({u"import"_s, u"requests"_s, path(u"none.csv"_s), u"--data"_s, data(), u"--mapping"_s, map.fileName()}).code,
                 1);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray bytesOf(const QString &name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    //! A town with services, themes, agents and cards.
    void foundDemo()
    {
        QCOMPARE(run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s}).code, 0);
        QCOMPARE(run({u"demo"_s, u"--data"_s, data(), u"--requests"_s, u"20"_s}).code, 0);
    }

    void takesCardsOutAndIn()
    {
        foundDemo();
        const auto cards = [this](const QString &what, const QString &name) {
            return run({what, u"cards"_s, path(name), u"--data"_s, data()});
        };
        QCOMPARE(cards(u"export"_s, u"a.json"_s).code, 0);
        QCOMPARE(cards(u"export"_s, u"a.csv"_s).code, 0);
        for (const QString &name : {u"a.json"_s, u"a.csv"_s}) {
            const auto same = cards(u"import"_s, name);
            QCOMPARE(same.code, 0);
            QVERIFY2(same.out.contains(u"New: 0. Revised: 0. Archived or taken out: 0. Unchanged: 613. Rejected: 0."_s),
                     qPrintable(same.out + same.err));
        }
        QByteArray json = bytesOf(u"a.json"_s);
        json.replace("\"title\": \"Acte de mariage (copie ou extrait)\"", "\"title\": \"Acte de mariage\"");
        write(u"b.json"_s, json);
        QVERIFY(cards(u"import"_s, u"b.json"_s).out.contains(u"Revised: 1. Archived or taken out: 0. Unchanged: 612."_s));
        QCOMPARE(cards(u"export"_s, u"c.json"_s).code, 0);
        QCOMPARE(bytesOf(u"c.json"_s), json);

        write(u"d.csv"_s,
              "code;title;service\nmienne;La mienne;voirie\nautre;;voirie\nfausse;Fausse;vorie\nfin;\"Sans fin;voirie\n");
        const auto bad = cards(u"import"_s, u"d.csv"_s);
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.out.contains(u"New: 1."_s) && bad.out.contains(u"Rejected: 3."_s), qPrintable(bad.out + bad.err));
        QCOMPARE(bytesOf(u"d.rejects.csv"_s), QByteArray("parvis_line;parvis_reason;code;title;service\r\n"
                                                         "3;The title is missing.;autre;;voirie\r\n"
                                                         "4;The town has no service “vorie” (service).;fausse;Fausse;vorie\r\n"
                                                         "5;A quoted cell does not end, or goes on after its end.;"
                                                         "\"fin;\"\"Sans fin;voirie\"\r\n"));
        write(u"e.json"_s, "{\"cards\": [");
        const auto broken = cards(u"import"_s, u"e.json"_s);
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.err.contains(u"Nothing was imported."_s), qPrintable(broken.err));
        QCOMPARE(cards(u"import"_s, u"none.json"_s).code, 1);
        QCOMPARE(cards(u"export"_s, u"cards.txt"_s).code, 2);
        QCOMPARE(cards(u"export"_s, u"no/where.json"_s).code, 1);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
    }

    void takesAddressesAndDistricts()
    {
        found();
        const auto import = [this](const QString &what, const QString &name, const QStringList &more = {}) {
            return run(QStringList{u"import"_s, what, path(name), u"--data"_s, data()} + more);
        };
        write(u"ban.csv"_s,
              "id;numero;nom_voie;nom_commune;lon;lat\na;1;Rue A;Ingeville;4.3;48.9\nb;2;Rue A;Ingeville;4.3;148.9\n");
        const auto first = import(u"addresses"_s, u"ban.csv"_s);
        QCOMPARE(first.code, 1); // one row needs a hand
        QVERIFY2(first.out.contains(u"Rows: 2. Addresses: 1. New: 1. Changed: 0. Gone: 0."_s), qPrintable(first.out + first.err));
        QVERIFY2(first.out.contains(u"Line 3: no position."_s), qPrintable(first.out));
        write(u"places.csv"_s, "nom_lieu_dit;nom_commune;lon;lat\nLe Moulin;Ingeville;4.3;48.9\n");
        QVERIFY(import(u"addresses"_s, u"ban.csv"_s, {u"--also"_s, path(u"places.csv"_s)}).out.contains(u"Addresses: 2."_s));
        const QByteArray kept = bytesOf(u"hub/town.addresses"_s);
        QVERIFY(!kept.isEmpty());
        write(u"no.csv"_s, "a;b\n1;2\n");
        const auto refused = import(u"addresses"_s, u"no.csv"_s);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(u"The addresses are as they were."_s), qPrintable(refused.err));
        QCOMPARE(bytesOf(u"hub/town.addresses"_s), kept);

        write(u"q.geojson"_s, R"({"type":"Feature","properties":{"nom":"Valmy","code":"V"},"geometry":{"type":"Polygon",)"
                              R"("coordinates":[[[4,48],[5,48],[5,49],[4,49]]]}})");
        const auto drawn = import(u"districts"_s, u"q.geojson"_s, {u"--recompute"_s});
        QCOMPARE(drawn.code, 0);
        QVERIFY2(drawn.out.contains(u"New: 1."_s) && drawn.out.contains(u"Feature 1 has a ring that was not closed"_s),
                 qPrintable(drawn.out + drawn.err));
        QVERIFY(import(u"districts"_s, u"q.geojson"_s, {u"--layer"_s, u"Voirie"_s}).out.contains(u"New: 1."_s));
        QVERIFY(import(u"districts"_s, u"q.geojson"_s).out.contains(u"Unchanged: 1."_s));
        QCOMPARE(import(u"districts"_s, u"ban.csv"_s).code, 1);
        QCOMPARE(import(u"districts"_s, u"none"_s).code, 1);
        for (const QStringList &wrong : {QStringList{u"--mapping"_s, u"m"_s}, QStringList{u"--also"_s, u"m"_s},
                                         QStringList{u"--recompute"_s, u"--layer"_s, u"x"_s}})
            QCOMPARE(import(u"districts"_s, u"q.geojson"_s, wrong).code, 2);
        QCOMPARE(import(u"addresses"_s, u"ban.csv"_s, {u"--layer"_s, u"x"_s}).code, 2);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
    }

    void saysWhoValidates()
    {
        foundDemo();
        const auto circuit = [this](const QStringList &words) {
            return run(QStringList{u"circuit"_s} + words + QStringList{u"--data"_s, data()});
        };
        const QString shown = circuit({u"show"_s}).out;
        const QStringList all = shown.split(u'\n');
        const QString ofDirectorate = all.filter(QRegularExpression(u"^cadre-de-vie: "_s)).value(0).section(u": "_s, 1);
        QVERIFY2(ofDirectorate.startsWith(u"Chef de service=role:head,"_s), qPrintable(shown));
        QVERIFY(shown.contains(u"\nvoirie, from above: "_s + ofDirectorate));
        // What it shows, it takes; titles have commas too.
        QCOMPARE(circuit({u"set"_s, u"VOIRIE"_s, ofDirectorate}).code, 0);
        QVERIFY(circuit({u"show"_s}).out.contains(u"\nvoirie: "_s + ofDirectorate + u'\n'));
        QCOMPARE(circuit({u"set"_s, u"voirie"_s, u"role:head,Visa=user:m.roussel"_s}).code, 0);
        const QString two = circuit({u"show"_s}).out;
        QVERIFY2(two.contains(u"\nvoirie: head=role:head,Visa=user:m.roussel\n"_s), qPrintable(two));
        for (const QString &wrong : {u"role:king"_s, u"user:nobody"_s, u"role:head,Visa"_s, u""_s, u"role:head,"_s}) {
            const auto refused = circuit({u"set"_s, u"voirie"_s, wrong});
            QCOMPARE(refused.code, 1);
            QVERIFY(refused.err.contains(u"Nothing was changed."_s));
        }
        QCOMPARE(circuit({u"set"_s, u"nowhere"_s, u"role:head"_s}).code, 1);
        QCOMPARE(run({u"user"_s, u"disable"_s, u"m.roussel"_s, u"--data"_s, data()}).code, 0);
        QCOMPARE(circuit({u"set"_s, u"voirie"_s, u"user:m.roussel"_s}).code, 1);
        QCOMPARE(circuit({u"show"_s}).out, two);
        QCOMPARE(circuit({u"set"_s, u"voirie"_s, u"none"_s}).code, 0);
        QCOMPARE(circuit({u"show"_s}).out, shown);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
    }

    void saysWhoIsAbsentAndWhoStandsIn()
    {
        found();
        QCOMPARE(run({u"user"_s, u"add"_s, u"b.chauvet"_s, u"--data"_s, data(), u"--role"_s, u"head"_s}).code, 0);
        const auto user = [this](const QStringList &words) {
            return run(QStringList{u"user"_s} + words + QStringList{u"--data"_s, data()});
        };
        const auto count = [this](QLatin1StringView what) {
            auto town = Database::open(data() + u"/town.sqlite"_s);
            const auto found = town ? town.value().integer(what) : Result<std::optional<qint64>>(town.error());
            return found ? found->value_or(-1) : -1;
        };
        constexpr QLatin1StringView deputies(
            "SELECT count(*) FROM entity d JOIN entity o ON instr(d.document, '\"stands_for\":[\"') > 0 "
            "WHERE instr(d.document, '\"m.roussel\"') > 0 AND instr(o.document, '\"b.chauvet\"') > 0 AND "
            "instr(lower(replace(d.document, '-', '')), lower(hex(o.id))) "
            "> 0");
        constexpr QLatin1StringView absent(
            "SELECT count(*) FROM entity WHERE instr(document, '\"b.chauvet\"') AND instr(document, '\"absent\":true')");
        constexpr QLatin1StringView history("SELECT count(*) FROM change");
        const qint64 changes = count(history);
        QCOMPARE(user({u"deputy"_s, u"m.roussel"_s, u"--for"_s, u"B.Chauvet"_s}).code, 0);
        QCOMPARE(count(deputies), 1);
        QCOMPARE(user({u"absent"_s, u"b.chauvet"_s, u"on"_s}).code, 0);
        QCOMPARE(count(absent), 1);
        QCOMPARE(count(history), changes + 2); // it is told who stood for whom, and when
        for (const QStringList &wrong : {QStringList{u"deputy"_s, u"nobody"_s, u"--for"_s, u"b.chauvet"_s},
                                         QStringList{u"deputy"_s, u"m.roussel"_s, u"--for"_s, u"nobody"_s},
                                         QStringList{u"deputy"_s, u"m.roussel"_s, u"--for"_s, u"m.roussel"_s},
                                         QStringList{u"absent"_s, u"nobody"_s, u"on"_s}}) {
            const auto refused = user(wrong);
            QCOMPARE(refused.code, 1);
            QVERIFY(refused.err.contains(u"Nothing was changed."_s));
        }
        QCOMPARE(count(history), changes + 2);
        QCOMPARE(user({u"absent"_s, u"b.chauvet"_s, u"off"_s}).code, 0);
        QCOMPARE(user({u"deputy"_s, u"m.roussel"_s, u"--for"_s, u"b.chauvet"_s, u"--remove"_s}).code, 0);
        QCOMPARE(count(deputies) + count(absent), 0);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
    }

    void fillsAnEmptyTownOnce()
    {
        QCOMPARE(run({u"init"_s, u"--data"_s, data(), u"--town"_s, u"Ingeville"_s}).code, 0);
        const QStringList demo{u"demo"_s, u"--data"_s, data(), u"--requests"_s, u"200"_s, u"--seed"_s, u"3"_s};
        const auto filled = run(demo);
        QVERIFY2(filled.code == 0, qPrintable(filled.err));
        QVERIFY(filled.out.contains(u"m.roussel"_s));
        QCOMPARE(run(demo).code, 1);
        QCOMPARE(run({u"verify"_s, u"--data"_s, data()}).code, 0);
        const auto referent =
            run({u"user"_s, u"add"_s, u"r"_s, u"--data"_s, data(), u"--role"_s, u"referent"_s, u"--service"_s, u"voirie"_s});
        QVERIFY2(referent.code == 0, qPrintable(referent.err));
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"
