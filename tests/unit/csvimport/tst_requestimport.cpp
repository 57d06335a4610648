#include "csvimport/requestimport.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! What the hub does with records, as far as an import can tell.
struct Records
{
    QHash<Id, IntakeRecord> byId;
    int batches = 0;
    int refuseBatch = 0; //!< as a full disk would: nothing of it stays

    Result<IntakeReport> take(const QList<IntakeRecord> &batch)
    {
        if (++batches == refuseBatch)
            return Error{ErrorCode::StorageFull, {}};
        IntakeReport report;
        for (const IntakeRecord &record : batch) {
            if (byId.contains(record.id)) {
                ++report.known;
                continue;
            }
            byId.insert(record.id, record);
            ++report.created;
        }
        return report;
    }

    template <typename T>
    QList<T> all() const
    {
        QList<T> list;
        for (const IntakeRecord &r : byId) {
            if (r.kind == T::kind)
                list.append(fromDocument<T>(r.id, r.fields));
        }
        return list;
    }

    Request request(const QString &externalId) const
    {
        for (const Request &r : all<Request>()) {
            if (r.externalId == externalId)
                return r;
        }
        return {};
    }

    ImportTown town() const
    {
        ImportTown town;
        town.name = u"Ingeville"_s;
        town.districts = all<District>();
        town.services = all<Unit>();
        town.themes = all<Theme>();
        for (const Request &r : all<Request>())
            town.externalIds.insert(r.externalId);
        return town;
    }
};

ImportMapping mapping(const QByteArray &more = {})
{
    const auto parsed = ImportMapping::parse(R"({"external_id": "id", "fields": {
        "subject": {"columns": ["type", "kind"], "join": " – "},
        "text": {"column": "text"},
        "address": {"column": "where"},
        "district": {"column": "quarter", "create": true},
        "service": {"column": "service"},
        "channel": {"column": "via", "values": {"App": "web", "Tel": "phone"}, "default": "letter"},
        "received_at": {"column": "when", "format": "dd/MM/yyyy"},
        "latitude": {"column": "lat"}, "longitude": {"column": "lon"}}, "constants": {)" +
                                             (more.isEmpty() ? R"("status": "closed", "reason": "done")" : more) + "}}");
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().detail));
    return *parsed;
}

const QByteArray header = "id;type;kind;text;where;quarter;service;via;when;lat;lon\r\n";
const QByteArray good = "A1;Voirie;Trou;\"Un trou,\nprofond\";12 rue des Tanneurs;VALMY;Voirie;App;18/03/2024;48,9;4.3\r\n";

struct Run
{
    Result<ImportProgress> result = ImportProgress();
    QByteArray rejects;
};

Run import(const QByteArray &csv, Records &records, const ImportMapping &map = mapping(), const ImportWatcher &watcher = {})
{
    Run run;
    QByteArray bytes = csv;
    QBuffer in(&bytes), out(&run.rejects);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        qFatal("buffers");
    const ManualClock clock({1'780'000'000'000}); // 28 May 2026
    run.result = importRequests(
        in, map, records.town(), &out, clock, [&](const auto &batch) { return records.take(batch); }, watcher);
    return run;
}

Records townWithVoirie()
{
    Records records;
    Unit unit;
    unit.id = QUuid::createUuid();
    unit.name = u"Service de la voirie"_s;
    unit.shortName = u"Voirie"_s;
    records.byId.insert(unit.id, {Verb::Create, Kind::Unit, unit.id, toDocument(unit), {}, {}});
    return records;
}

} // namespace

class TestRequestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowBecomesARequest()
    {
        Records records = townWithVoirie();
        const Run run = import(header + good, records);
        QVERIFY(run.result);
        QCOMPARE(run.result->imported, 1);
        QCOMPARE(run.result->created, 1);
        QCOMPARE(run.rejects, "parvis_line;parvis_reason;" + header);

        const Request r = records.request(u"A1"_s);
        QCOMPARE(r.subject, u"Voirie – Trou"_s);
        QCOMPARE(r.text, u"Un trou,\nprofond"_s);
        QCOMPARE(r.address, u"12 rue des Tanneurs"_s);
        QCOMPARE(r.channel, Channel::Web);
        QCOMPARE(r.status, RequestStatus::Closed);
        QCOMPARE(r.reason, u"done"_s);
        QCOMPARE(r.latitude, std::optional(48.9));
        QCOMPARE(r.longitude, std::optional(4.3));
        QCOMPARE(r.receivedAt.ms, QDateTime(QDate(2024, 3, 17), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch());
        // Ten working days, of which 1 April 2024 is none: Easter Monday.
        QCOMPARE(r.dueOn, QDate(2024, 4, 2));
        QCOMPARE(r.service, records.all<Unit>().first().id);
        const QList<District> districts = records.all<District>();
        QCOMPARE(districts.size(), 1);
        QCOMPARE(r.district, districts.first().id);
        QCOMPARE(districts.first().name, u"VALMY"_s);
        QCOMPARE(districts.first().code, u"valmy"_s);

        const QList<Contact> contacts = records.all<Contact>();
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts.first().request, r.id);
        QCOMPARE(contacts.first().at, r.receivedAt);
        QCOMPARE(contacts.first().channel, Channel::Web);
    }

    void idsSortByTime()
    {
        Records records = townWithVoirie();
        QVERIFY(import(header + good + "A0;a;b;c;d;;;Tel;19/03/2024;;\n", records).result);
        const Request first = records.request(u"A1"_s), second = records.request(u"A0"_s);
        QVERIFY(idText(first.id) < idText(second.id));
        QCOMPARE(idText(first.id).at(14), u'8');
        QCOMPARE(int(first.id.variant()), int(QUuid::DCE));
        QCOMPARE(second.channel, Channel::Phone);
    }

    void onceAndAgain()
    {
        Records records = townWithVoirie();
        QVERIFY(import(header + good, records).result);
        const auto before = records.byId;
        const Run again = import(header + good, records);
        QVERIFY(again.result);
        QCOMPARE(again.result->imported, 0);
        QCOMPARE(again.result->known, 1);
        QCOMPARE(records.byId.keys().size(), before.keys().size());
        // Even if the other system has corrected the day meanwhile.
        QByteArray corrected = good;
        corrected.replace("18/03/2024", "19/03/2024");
        QCOMPARE(import(header + corrected, records).result->known, 1);
        QCOMPARE(records.all<Request>().size(), 1);
    }

    void twoImportsAtOnceMakeNoDoubles()
    {
        Records records = townWithVoirie();
        QVERIFY(import(header + good, records).result);
        QByteArray bytes = header + good;
        QBuffer in(&bytes);
        QVERIFY(in.open(QIODevice::ReadOnly));
        ImportTown before = records.town();
        before.externalIds.clear();
        const auto again =
            importRequests(in, mapping(), before, nullptr, ManualClock(), [&](const auto &batch) { return records.take(batch); });
        QVERIFY(again);
        QCOMPARE(again->known, 1);
        QCOMPARE(again->imported, 0);
        QCOMPARE(records.all<Request>().size(), 1);
    }

    void theSourceKeepsSystemsApart()
    {
        Records records = townWithVoirie();
        ImportMapping other = mapping();
        other.source = u"old"_s;
        QVERIFY(import(header + good, records).result);
        QCOMPARE(import(header + good, records, other).result->imported, 1);
        QVERIFY(!records.request(u"old:A1"_s).id.isNull());
    }

    void namesAreFoundWhateverTheirSpelling()
    {
        Records records = townWithVoirie();
        District district;
        district.id = QUuid::createUuid();
        district.name = u"Côte-d'Or"_s;
        records.byId.insert(district.id, {Verb::Create, Kind::District, district.id, toDocument(district), {}, {}});
        const Run run = import(header + "1;a;b;;;COTE D'OR;VOIRIE;;18/03/2024;;\n2;a;b;;;Rive  Gauche;;;18/03/2024;;\n"
                                        "3;a;b;;;rive-gauche;;;18/03/2024;;\n",
                               records);
        QCOMPARE(run.result->imported, 3);
        QCOMPARE(run.result->created, 1);
        QCOMPARE(records.request(u"1"_s).district, district.id);
        QCOMPARE(records.request(u"1"_s).channel, Channel::Letter);
        QCOMPARE(records.request(u"2"_s).district, records.request(u"3"_s).district);
    }

    void aServiceMakesItAssigned()
    {
        Records records = townWithVoirie();
        const Run run = import(header + "1;a;b;;;;Voirie;;18/03/2024;;\n2;a;b;;;;;;18/03/2024;;\n", records,
                               mapping(R"("reply_channel": "email")"));
        QCOMPARE(run.result->imported, 2);
        QCOMPARE(records.request(u"1"_s).status, RequestStatus::Assigned);
        QCOMPARE(records.request(u"2"_s).status, RequestStatus::Received);
        QCOMPARE(records.request(u"2"_s).replyChannel, ReplyChannel::Email);
    }

    void badRowsAreHandedBack_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const char *text, const char *reason) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(reason);
        };
        row("no id", ";a;b;;;;;;18/03/2024;;", "external_id: empty");
        row("no subject", "1;;  ;;;;;;18/03/2024;;", "subject: empty");
        row("no day", "1;a;b;;;;;;;;", "received_at: empty");
        row("no such day", "1;a;b;;;;;;31/02/2024;;", "received_at: date");
        row("American day", "1;a;b;;;;;;03/18/2024;;", "received_at: date");
        row("a day to come", "1;a;b;;;;;;18/03/2031;;", "received_at: future");
        row("unknown service", "1;a;b;;;New;Parks;;18/03/2024;;", "service: unknown");
        row("a name of signs only", "1;a;b;;;--;;;18/03/2024;;", "district: unknown");
        row("no number", "1;a;b;;;;;;18/03/2024;north;4", "latitude: number");
        row("infinite", "1;a;b;;;;;;18/03/2024;inf;4", "latitude: range");
        row("not a number", "1;a;b;;;;;;18/03/2024;48;nan", "longitude: range");
        row("off the earth", "1;a;b;;;;;;18/03/2024;48;181", "longitude: range");
        row("half a place", "1;a;b;;;;;;18/03/2024;48;", "longitude: empty");
        row("columns missing", "1;a;b", "columns");
        row("columns too many", "1;a;b;;;;;;18/03/2024;;;", "columns");
        row("quotes", "1;\"a\"b;;;;;;;18/03/2024;;", "quotes");
        row("encoding", "1;caf\xe9;;;;;;;18/03/2024;;", "encoding");
        row("twice", "A1;a;b;;;;;;18/03/2024;;", "external_id: twice");
    }
    void badRowsAreHandedBack()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        Records records = townWithVoirie();
        const Run run = import(header + good + row + "\r\nZ9;a;b;;;;;;18/03/2024;;\r\n", records);
        QVERIFY(run.result);
        QCOMPARE(run.result->rows, 3);
        QCOMPARE(run.result->imported, 2);
        QCOMPARE(run.result->rejected, 1);
        QCOMPARE(run.result->created, 1); // no district for a row that is left out
        QByteArray raw = row;
        if (reason == "quotes")
            raw = '"' + raw.replace('"', "\"\"") + '"';
        QCOMPARE(run.rejects, "parvis_line;parvis_reason;" + header + "4;" + reason + ';' + raw + "\r\n");
    }

    void correctedRejectsCanBeImported()
    {
        Records records = townWithVoirie();
        const Run first = import(header + good + "A2;a;b;\"x\ny\";;;;;31/02/2024;;\r\n", records);
        QCOMPARE(first.result->rejected, 1);
        QByteArray corrected = first.rejects;
        corrected.replace("31/02/2024", "28/02/2024");
        const Run second = import(corrected, records);
        QVERIFY(second.result);
        QCOMPARE(second.result->imported, 1);
        QCOMPARE(records.request(u"A2"_s).text, u"x\ny"_s);
    }

    void aWrongHeaderIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << u"the file is empty"_s;
        QTest::newRow("other delimiter") << QByteArray(header).replace(';', ',') << u"no column 'id'; it has 'id,type"_s;
        QTest::newRow("column missing") << QByteArray(header).replace("lat", "latitude") << u"no column 'lat'"_s;
        QTest::newRow("column twice") << QByteArray(header).replace("kind", "type") << u"column 'type' twice"_s;
        QTest::newRow("not UTF-8") << QByteArray("num\xe9ro;") + header << u"header: encoding"_s;
        QTest::newRow("quotes") << QByteArray("\"id;") + header << u"header: quotes"_s;
    }
    void aWrongHeaderIsRefused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, words);
        Records records;
        const Run run = import(csv, records);
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::InvalidInput);
        QVERIFY2(run.result.error().detail.contains(words), qPrintable(run.result.error().detail));
        QVERIFY(run.rejects.isEmpty());
        QCOMPARE(records.batches, 0);
    }

    void aFailureKeepsWhatWasTakenInAndTheNextRunGoesOn()
    {
        QByteArray csv = header;
        for (int i = 0; i < 5000; ++i)
            csv += QByteArray::number(i) + ";a;b;;;Q" + QByteArray::number(i % 3) + ";;;18/03/2024;;\n";
        Records records = townWithVoirie();
        records.refuseBatch = 2;
        const Run failed = import(csv, records);
        QVERIFY(!failed.result);
        QCOMPARE(failed.result.error().code, ErrorCode::StorageFull);
        QCOMPARE(records.all<Request>().size(), 2000);

        QList<ImportProgress> seen;
        const Run again = import(csv, records, mapping(), [&seen](const ImportProgress &p) {
            seen.append(p);
            return true;
        });
        QVERIFY(again.result);
        QCOMPARE(again.result->known, 2000);
        QCOMPARE(again.result->imported, 3000);
        QCOMPARE(again.result->created, 0);
        QCOMPARE(records.all<Request>().size(), 5000);
        QCOMPARE(records.all<Contact>().size(), 5000);
        QCOMPARE(records.all<District>().size(), 3);
        QCOMPARE(seen.size(), 3);
        QCOMPARE(seen.last(), *again.result);
        QCOMPARE(seen.last().bytesRead, csv.size());
        QCOMPARE(seen.last().bytesTotal, csv.size());
        QVERIFY(seen.at(0).bytesRead < seen.at(1).bytesRead);
    }

    void theWatcherStopsIt()
    {
        QByteArray csv = header;
        for (int i = 0; i < 5000; ++i)
            csv += QByteArray::number(i) + ";a;b;;;;;;18/03/2024;;\n";
        Records records;
        const Run run = import(csv, records, mapping(), [](const ImportProgress &p) { return p.rows < 4000; });
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::Aborted);
        QCOMPARE(records.all<Request>().size(), 4000);
    }

    void datesOfTheEndAreChecked()
    {
        const auto map = ImportMapping::parse(R"({"external_id": "id", "fields": {
            "subject": {"column": "what"}, "received_at": {"column": "in"}, "closed_at": {"column": "out"},
            "status": {"column": "state", "values": {"yes": "closed", "no": "received", "late": "waiting"}},
            "reason": {"column": "why"}}})");
        QVERIFY(!map); // nothing begins by waiting
        const auto right = ImportMapping::parse(R"({"external_id": "id", "fields": {
            "subject": {"column": "what"}, "received_at": {"column": "in"}, "closed_at": {"column": "out"},
            "status": {"column": "state", "values": {"yes": "closed", "no": "received"}},
            "reason": {"column": "why"}}})");
        QVERIFY(right);
        Records records;
        const Run run = import("id;what;in;out;state;why\n"
                               "1;a;2024-03-18;2024-03-20;yes;done\n"
                               "2;a;2024-03-18;2024-03-17;yes;done\n"
                               "3;a;2024-03-18;2024-03-20;no;\n"
                               "4;a;2024-03-18;;yes;\n"
                               "5;a;2024-03-18;;maybe;\n"
                               "6;a;2024-03-18;;waiting;x\n",
                               records, *right);
        QVERIFY(run.result);
        QCOMPARE(run.result->imported, 1);
        QVERIFY(records.request(u"1"_s).closedAt > records.request(u"1"_s).receivedAt);
        QStringList reasons;
        for (const QByteArray &line : run.rejects.split('\n').mid(1, 5))
            reasons.append(QString::fromUtf8(line.split(';').at(1)));
        QCOMPARE(reasons, (QStringList{u"closed_at: range"_s, u"closed_at: open"_s, u"reason: empty"_s, u"status: unknown"_s,
                                       u"status: unknown"_s}));
    }

    void rejectsStandBesideTheFile()
    {
        QCOMPARE((ImportFiles{u"/data/reports.csv"_s, {}, {}}.rejectsPath()), u"/data/reports.rejects.csv"_s);
        QCOMPARE((ImportFiles{u"/data/reports.csv"_s, {}, u"/tmp/bad.csv"_s}.rejectsPath()), u"/tmp/bad.csv"_s);
    }
};

QTEST_GUILESS_MAIN(TestRequestImport)
#include "tst_requestimport.moc"
