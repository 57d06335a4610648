#include "csvimport/districtimport.h"
#include "csvimport/importtown.h"
#include "domain/request.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "unit/hub/fasthasher.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

struct Town
{
    ManualClock clock{{1'780'000'000'000}};
    QRandomGenerator random{1};
    FastHasher hasher;
    std::unique_ptr<SqliteHubStore> store = std::move(SqliteHubStore::open(u":memory:"_s)).value();
    Hub hub{*store, clock, random, hasher};

    Town()
    {
        if (!hub.foundTown(u"Ingeville"_s))
            qFatal("founding the town");
    }

    template <typename T>
    QList<T> all()
    {
        QList<T> list;
        const Status read = store->read([&list](HubReader &reader) {
            return eachRecord(reader, T::kind, [&list](const EntityRow &row) {
                list.append(fromDocument<T>(row.id, parsedDocument(row)));
                return true;
            });
        });
        return read ? list : QList<T>();
    }

    Result<DistrictImportReport> import(const QString &path, const QString &layer = {}, bool recomputes = false)
    {
        return importDistricts({path, layer, {}, {}, recomputes}, *store, hub);
    }

    Id add(const District &district)
    {
        if (!hub.intake({{Verb::Create, Kind::District, district.id, toDocument(district), {}, {}}}))
            qFatal("adding a district");
        return district.id;
    }

    Id add(double latitude, double longitude)
    {
        Request request;
        request.id = QUuid::createUuidV5(Id(), QString::number(latitude) + u'/' + QString::number(longitude));
        request.subject = u"Trou"_s;
        request.latitude = latitude;
        request.longitude = longitude;
        request.receivedAt = clock.now();
        if (!hub.intake({{Verb::Create, Kind::Request, request.id, toDocument(request), clock.now(), {}}}))
            qFatal("adding a request");
        return request.id;
    }
};

QByteArray square(const QByteArray &properties, double west)
{
    const auto n = [](double d) { return QByteArray::number(d, 'f', 3); };
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":"Polygon","coordinates":[[[)" + n(west) +
           ",48.0],[" + n(west + 1) + ",48.0],[" + n(west + 1) + ",49.0],[" + n(west) + ",49.0],[" + n(west) + ",48.0]]]}}";
}

QByteArray collection(const QByteArrayList &features)
{
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

} // namespace

class TestDistrictImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newOnesAreMadeOnce()
    {
        Town town;
        const QString file =
            write(collection({square(R"("nom":"Valmy","code":"V")", 2), square(R"("nom":"Mont","code":"M")", 3)}));
        const auto first = town.import(file);
        QVERIFY2(bool(first), first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->created, 2);
        const QList<District> districts = town.all<District>();
        QCOMPARE(districts.size(), 2);
        for (const District &district : districts) {
            const auto shape = shapeFromGeoJson(district.geometry);
            QVERIFY(bool(shape));
            QVERIFY(shape->contains(GridPoint::of({*district.latitude, *district.longitude})));
            QVERIFY(district.isCouncil());
        }
        const auto head = town.hub.hello()->head;
        const auto again = town.import(file);
        QCOMPARE(again->known, 2);
        QCOMPARE(again->created + again->changed, 0);
        QCOMPARE(town.hub.hello()->head, head);
    }

    void knownOnesAreDrawnAndKeepWhatTheyHave()
    {
        Town town;
        District byName;
        byName.id = QUuid::createUuidV5(Id(), u"1"_s);
        byName.code = u"valmy"_s;
        byName.name = u"VALMY"_s;
        byName.latitude = 48.2;
        byName.longitude = 2.2;
        District other = byName;
        other.id = QUuid::createUuidV5(Id(), u"2"_s);
        other.code = u"other"_s;
        other.name = u"Other"_s;
        town.add(byName);
        town.add(other);
        const QString file = write(collection({square(R"("nom":"Valmy","code":"7")", 2)}));
        const auto report = town.import(file);
        QCOMPARE(report->changed, 1);
        QCOMPARE(report->created, 0);
        QCOMPARE(report->absent, QStringList{u"other"_s});
        const QList<District> districts = town.all<District>();
        const District now =
            *std::find_if(districts.begin(), districts.end(), [&](const District &d) { return d.id == byName.id; });
        QCOMPARE(now.code, u"valmy"_s); // referents stand by the code
        QCOMPARE(now.name, u"Valmy"_s);
        QCOMPARE(*now.latitude, 48.2); // it lies inside
        QVERIFY(!now.geometry.isEmpty());
        QCOMPARE(town.import(file)->known, 1); // found by its name again
    }

    void layersStandBesideEachOther()
    {
        Town town;
        const QString file = write(collection({square(R"("nom":"Nord","code":"1")", 2)}));
        QCOMPARE(town.import(file)->created, 1);
        QCOMPARE(town.import(file, u"Voirie"_s)->created, 1);
        QCOMPARE(town.all<District>().size(), 2);
        const auto read = ImportTown::read(*town.store);
        QCOMPARE(read->districts.size(), 1); // an import of requests sees the councils only
    }

    void pastRequestsGetTheDistrictOfTheirPlace()
    {
        Town town;
        const Id in = town.add(48.5, 2.5), border = town.add(48.5, 3.0), outside = town.add(0, 0);
        const QString file = write(collection({square(R"("nom":"A","code":"a")", 2), square(R"("nom":"B","code":"b")", 3)}));
        const auto report = town.import(file, {}, true);
        QVERIFY(bool(report));
        QCOMPARE(report->requests, 3);
        QCOMPARE(report->requestsMoved, 2);
        QCOMPARE(report->requestsOutside, 1);
        QCOMPARE(report->movedTo, (QMap<QString, qint64>{{u"a"_s, 1}, {u"b"_s, 1}}));
        QHash<Id, QString> codes;
        for (const District &district : town.all<District>())
            codes.insert(district.id, district.code);
        for (const Request &request : town.all<Request>()) {
            const QString wanted = request.id == in ? u"a"_s : request.id == border ? u"b"_s : QString();
            QCOMPARE(codes.value(request.district), wanted);
        }
        Q_UNUSED(outside)
        const auto again = town.import(file, {}, true);
        QCOMPARE(again->requestsMoved, 0);
        const auto history = town.hub.verify();
        QVERIFY(history && history->firstBroken == 0);
    }

    void stoppingKeepsWhatIsDone()
    {
        Town town;
        town.add(48.5, 2.5);
        const QString file = write(collection({square(R"("nom":"A","code":"a")", 2)}));
        const auto stopped =
            importDistricts({file, {}, {}, {}, true}, *town.store, town.hub, [](qint64, qint64) { return false; });
        QCOMPARE(stopped.error().code, ErrorCode::Aborted);
        QCOMPARE(town.all<District>().size(), 1);
        QVERIFY(town.all<Request>().first().district.isNull());
    }

    void whatIsWrongChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::newRow("no GeoJSON") << QByteArray("{}") << int(ErrorCode::InvalidInput);
        QTest::newRow("no name") << collection({square(R"("x":"A")", 2)}) << int(ErrorCode::InvalidInput);
        QTest::newRow("one without a name") << collection({square(R"("nom":"A")", 2), square("", 3)})
                                            << int(ErrorCode::InvalidInput);
        QTest::newRow("one code twice") << collection(
                                               {square(R"("nom":"A","code":"1")", 2), square(R"("nom":"B","code":"1")", 3)})
                                        << int(ErrorCode::InvalidInput);
        QByteArray ring;
        for (int i = 0; i < 20'000; ++i)
            ring += "[" + QByteArray::number(2 + i * 1e-5, 'f', 7) + "," + QByteArray::number(48 + (i % 2) * 1e-5, 'f', 7) + "],";
        QTest::newRow("too many points")
            << R"({"type":"Feature","properties":{"nom":"A"},"geometry":{"type":"Polygon","coordinates":[[)" + ring +
                   "[2.1,47.0],[2.0,48.0]]]}}"
            << int(ErrorCode::TooLarge);
    }
    void whatIsWrongChangesNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        Town town;
        const auto head = town.hub.hello()->head;
        const auto report = town.import(write(json));
        QVERIFY(!report);
        QCOMPARE(int(report.error().code), code);
        QCOMPARE(town.hub.hello()->head, head);
        QCOMPARE(town.import(u"/nonexistent"_s).error().code, ErrorCode::NotFound);
    }

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"%1.geojson"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("writing %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestDistrictImport)
#include "tst_districtimport.moc"
