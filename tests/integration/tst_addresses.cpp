#include "integration/desktown.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

// The addresses of the town from the server's import to what a desk completes, with the real programs.
class AddressesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<DeskTown>();
        QVERIFY(m_town->found(5));
    }

    void cleanup()
    {
        m_desk.reset();
        m_town.reset();
    }

    void whatTheServerImportsIsCompletedAtTheDesk()
    {
        QVERIFY(import(u"Rue des Grèves"_s));
        QVERIFY(m_town->serve());
        m_desk = m_town->desk(u"m.roussel"_s);
        QVERIFY(m_desk->open());
        QTRY_COMPARE_WITH_TIMEOUT(lines(u"12 r des greves"_s).value(0), u"12 rue des Grèves"_s, 30'000);
        // Another import while both run: no restart of either.
        QVERIFY(import(u"Rue de la Halle aux Grains"_s));
        QVERIFY(m_desk->ask({{u"do"_s, u"sync"_s}}).contains("answer"_L1));
        QTRY_COMPARE_WITH_TIMEOUT(lines(u"7 halle aux grains"_s).value(0), u"7 rue de la Halle aux Grains"_s, 30'000);
        QVERIFY(!lines(u"12 r des greves"_s).contains(u"12 rue des Grèves"_s));
        // Without the hub, and after a restart, they are there.
        QCOMPARE(m_desk->quit(), 0);
        m_town->server().kill();
        m_desk = m_town->desk(u"m.roussel"_s);
        QVERIFY(m_desk->open());
        QCOMPARE(lines(u"7 halle aux grains"_s).value(0), u"7 rue de la Halle aux Grains"_s);
    }

    //! Half of it came before the power went: the rest comes, and only the rest.
    void goesOnWhereItWasCut()
    {
        QVERIFY(import(u"Rue des Grèves"_s));
        QVERIFY(m_town->serve());
        const QByteArray whole = bytesOf(m_town->hub() + u"/town.addresses"_s);
        QVERIFY(whole.size() > 2 * half);
        const QString folder = deskFolder();
        QVERIFY(QDir().mkpath(folder));
        QFile part(folder + u"/town.addresses."_s + digestOf(whole) + u".part"_s);
        QVERIFY(part.open(QIODevice::WriteOnly) && part.write(whole.first(half)) == half);
        part.close();
        m_desk = m_town->desk(u"m.roussel"_s);
        QVERIFY(m_desk->open());
        QTRY_COMPARE_WITH_TIMEOUT(lines(u"12 r des greves"_s).value(0), u"12 rue des Grèves"_s, 30'000);
        QCOMPARE(bytesOf(folder + u"/town.addresses"_s), whole);
        QVERIFY(!part.exists());
        QCOMPARE(served(), whole.size() - half);
    }

    void aSpoiltFileAtTheServerChangesNothingAtTheDesk()
    {
        QVERIFY(import(u"Rue des Grèves"_s));
        QVERIFY(m_town->serve());
        m_desk = m_town->desk(u"m.roussel"_s);
        QVERIFY(m_desk->open());
        QTRY_VERIFY_WITH_TIMEOUT(!lines(u"12 r des greves"_s).isEmpty(), 30'000);
        QFile file(m_town->hub() + u"/town.addresses"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write("spoilt") == 6);
        file.close();
        const qint64 before = served();
        QVERIFY(m_desk->ask({{u"do"_s, u"sync"_s}}).contains("answer"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(served() >= before + file.size(), 30'000);
        QVERIFY(m_desk->settle());
        QVERIFY(!lines(u"12 r des greves"_s).isEmpty());
        QCOMPARE(m_desk->quit(), 0);
        m_desk = m_town->desk(u"m.roussel"_s);
        QVERIFY(m_desk->open());
        QVERIFY(!lines(u"12 r des greves"_s).isEmpty());
    }

private:
    static constexpr qint64 half = 1'000'000;

    //! A town of 60,000 addresses, among them the street of this name.
    bool import(const QString &street)
    {
        QFile csv(m_town->path(u"ban.csv"_s));
        if (!csv.open(QIODevice::WriteOnly))
            return false;
        csv.write("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n");
        for (int i = 0; i < 60'000; ++i) {
            const QString way = i < 100 ? street : u"Rue n° %1 du Faubourg"_s.arg(i / 100);
            csv.write(u"51900_%1_%2;%2;;%3;51000;51900;Ingeville;%4;%5\n"_s.arg(i / 100)
                          .arg(i % 100 + 1)
                          .arg(way)
                          .arg(4.3 + i * 1e-6, 0, 'f', 6)
                          .arg(48.9 + i * 1e-6, 0, 'f', 6)
                          .toUtf8());
        }
        csv.close();
        const auto outcome = m_town->run({u"import"_s, u"addresses"_s, csv.fileName()});
        if (outcome.code != 0)
            qWarning().noquote() << outcome.out << outcome.err;
        return outcome.code == 0;
    }

    QStringList lines(const QString &words)
    {
        QStringList found;
        const QJsonArray all = m_desk->ask({{u"do"_s, u"places"_s}, {u"words"_s, words}}).value("lines"_L1).toArray();
        for (const QJsonValue &line : all)
            found.append(line.toString());
        return found;
    }

    QString deskFolder() const
    {
        return m_town->account(u"m.roussel"_s).profile + u"/servers/127.0.0.1_%1"_s.arg(m_town->url().port());
    }

    //! Bytes of addresses that the server gave out, by its log.
    qint64 served() const
    {
        qint64 all = 0;
        const QList<QByteArray> entries = bytesOf(ServerProcess::logFile(m_town->hub())).split('\n');
        for (const QByteArray &entry : entries) {
            const QJsonObject line = QJsonDocument::fromJson(entry).object();
            if (line.value("route"_L1).toString() == u"/v1/addresses" && line.value("status"_L1).toInt() < 300)
                all += line.value("bytes"_L1).toInteger();
        }
        return all;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QString digestOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    std::unique_ptr<DeskTown> m_town;
    std::unique_ptr<DeskProcess> m_desk;
};

QTEST_GUILESS_MAIN(AddressesTest)
#include "tst_addresses.moc"
