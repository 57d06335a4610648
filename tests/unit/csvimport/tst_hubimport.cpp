#include "csvimport/requestimport.h"
#include "domain/request.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "unit/hub/fasthasher.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QString mappingPath = QStringLiteral(PARVIS_SOURCE_DIR "/packaging/mappings/dansmarue.json");

//! Real reports, outside the project: see its licence there.
QString sharedFile(const QString &name)
{
    const QString dir = qEnvironmentVariable("PARVIS_SHARED_DATA", QStringLiteral(PARVIS_SOURCE_DIR "/../shared/data"));
    return QDir(dir).filePath(name);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("writing %s", qPrintable(path));
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Town
{
    ManualClock clock{{1'780'000'000'000}};
    QRandomGenerator random{1};
    FastHasher hasher;
    std::unique_ptr<SqliteHubStore> store = std::move(SqliteHubStore::open(u":memory:"_s)).value();
    Hub hub{*store, clock, random, hasher};

    template <typename T>
    QList<T> all()
    {
        QList<T> list;
        const Status read = store->read([&list](HubReader &reader) {
            return reader.page(T::kind, std::nullopt, {}, 100'000, [&list](const EntityRow &row) {
                list.append(fromDocument<T>(row.id, QJsonDocument::fromJson(row.document).object()));
                return true;
            });
        });
        return read ? list : QList<T>();
    }
};

} // namespace

class TestHubImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_csv = m_dir->filePath(u"reports.csv"_s);
    }

    //! All 4,003 real reports, once and again without doubles.
    void realReportsAreImportedOnce()
    {
        const QString csv = sharedFile(u"dansmarue-2024-sample.csv"_s);
        if (!QFile::exists(csv))
            QSKIP("the real reports are not on this machine");
        Town town;
        QVERIFY(town.hub.foundTown(u"Ingeville"_s));
        const ImportFiles files{csv, mappingPath, m_dir->filePath(u"rejects.csv"_s)};
        const auto first = importRequests(files, *town.store, town.hub, town.clock);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->imported, 4003);
        QCOMPARE(first->rejected, 0);
        QCOMPARE(first->known, 0);
        QCOMPARE(town.all<Request>().size(), 4003);
        QCOMPARE(town.all<Contact>().size(), 4003);
        QCOMPARE(town.all<District>().size(), 115);
        QCOMPARE(town.all<Unit>().size(), 2);
        QSet<QString> numbers;
        for (const Request &r : town.all<Request>()) {
            QVERIFY(r.dueOn > QDate(2023, 11, 6) && r.dueOn < QDate(2025, 2, 1));
            numbers.insert(r.number);
        }
        QCOMPARE(numbers.size(), 4003);

        const auto cursor = town.hub.hello()->head;
        const auto again = importRequests(files, *town.store, town.hub, town.clock);
        QVERIFY(again);
        QCOMPARE(again->imported, 0);
        QCOMPARE(again->known, 4003);
        QCOMPARE(again->created, 0);
        QCOMPARE(town.hub.hello()->head, cursor); // not a single change
        const auto history = town.hub.verify();
        QVERIFY(history);
        QCOMPARE(history->firstBroken, 0);
    }

    void rejectsAreForTheOwnerOnly()
    {
        Town town;
        QVERIFY(town.hub.foundTown(u"Ingeville"_s));
        writeFile(m_csv, "id_dmr;type;soustype;adresse;conseilquartier;datedecl;prefixe;intervenant;latitude;longitude\n"
                         "1;Voirie;Trou;1 rue A;Q;2024-03-18;Android;DVD;48.8;2.3\n"
                         "2;Voirie;Trou;1 rue A;Q;hier;Android;DVD;48.8;2.3\n");
        const ImportFiles files{m_csv, mappingPath, {}};
        const auto done = importRequests(files, *town.store, town.hub, town.clock);
        QVERIFY(done);
        QCOMPARE(done->imported, 1);
        QCOMPARE(done->rejected, 1);
        QVERIFY(fileBytes(files.rejectsPath())
                    .endsWith("\r\n3;received_at: date;2;Voirie;Trou;1 rue A;Q;hier;Android;DVD;48.8;2.3\r\n"));
        QCOMPARE(QFile::permissions(files.rejectsPath()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void filesAreSparedWhenNothingCanBeDone()
    {
        Town town;
        writeFile(m_csv, "a;b\n1;2\n");
        const QString rejects = m_dir->filePath(u"reports.rejects.csv"_s);
        writeFile(rejects, "of last time");
        const auto import = [&](const QString &csv, const QString &map, const QString &bad) {
            const auto done = importRequests({csv, map, bad}, *town.store, town.hub, town.clock);
            return done ? std::optional<ErrorCode>() : done.error().code;
        };
        QCOMPARE(import(m_csv, mappingPath, {}), ErrorCode::NotFound); // not founded
        QVERIFY(town.hub.foundTown(u"Ingeville"_s));
        QCOMPARE(import(m_csv + u'x', mappingPath, {}), ErrorCode::NotFound);
        QCOMPARE(import(m_csv, mappingPath + u'x', {}), ErrorCode::NotFound);
        QCOMPARE(import(m_csv, mappingPath, m_csv), ErrorCode::InvalidInput);
        QCOMPARE(import(m_csv, mappingPath, m_dir->filePath(u"no/where.csv"_s)), ErrorCode::Storage);
        QCOMPARE(import(m_csv, mappingPath, {}), ErrorCode::InvalidInput); // columns
        QCOMPARE(fileBytes(rejects), QByteArray("of last time"));
        QCOMPARE(fileBytes(m_csv), QByteArray("a;b\n1;2\n"));
    }

    void theTownIsKnown()
    {
        Town town;
        QVERIFY(town.hub.foundTown(u"Ingeville"_s));
        Unit directorate, service;
        directorate.id = makeId(town.clock.now(), town.random);
        directorate.level = UnitLevel::Directorate;
        service.id = makeId(town.clock.now(), town.random);
        Calendar calendar;
        calendar.id = makeId(town.clock.now(), town.random);
        calendar.alsaceMoselle = true;
        Request request;
        request.id = makeId(town.clock.now(), town.random);
        request.subject = u"\"external_id\""_s;
        request.externalId = u"A1"_s;
        QVERIFY(town.hub.intake({{Verb::Create, Kind::Unit, directorate.id, toDocument(directorate), {}, {}},
                                 {Verb::Create, Kind::Unit, service.id, toDocument(service), {}, {}},
                                 {Verb::Create, Kind::Calendar, calendar.id, toDocument(calendar), {}, {}},
                                 {Verb::Create, Kind::Request, request.id, toDocument(request), {}, {}}}));
        const auto known = ImportTown::read(*town.store);
        QVERIFY(known);
        QCOMPARE(known->name, u"Ingeville"_s);
        QCOMPARE(known->services.size(), 1);
        QCOMPARE(known->services.first().id, service.id);
        QVERIFY(known->calendar.alsaceMoselle);
        QCOMPARE(known->externalIds, QSet<QString>{u"A1"_s});
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_csv;
};

QTEST_GUILESS_MAIN(TestHubImport)
#include "tst_hubimport.moc"
