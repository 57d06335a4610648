#include "csvimport/importmapping.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! The least mapping with \a more laid into it.
QByteArray mappingWith(const QByteArray &fields, const QByteArray &root = {})
{
    return R"({"external_id": "id", )" + root + (root.isEmpty() ? "" : ", ") +
           R"("fields": {"subject": {"column": "what"}, "received_at": {"column": "when"})" + (fields.isEmpty() ? "" : ", ") +
           fields + "}}";
}

} // namespace

class TestImportMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLeastHasDefaults()
    {
        const auto mapping = ImportMapping::parse(mappingWith({}));
        QVERIFY(mapping);
        QCOMPARE(mapping->format, CsvFormat());
        QCOMPARE(mapping->dueDays, 10);
        QCOMPARE(mapping->columns(), (QStringList{u"id"_s, u"what"_s, u"when"_s}));
        QCOMPARE(mapping->fields.at(ImportField::ReceivedAt).zone.id(), QByteArray("Europe/Paris"));
        QVERIFY(mapping->fields.at(ImportField::ReceivedAt).dates.isIso());
    }

    void everythingIsRead()
    {
        const auto mapping = ImportMapping::parse(
            mappingWith(R"("channel": {"column": "via", "values": {"App": "web"}, "default": "phone"},
                           "address": {"columns": ["no", "street"], "join": ", "},
                           "district": {"column": "quarter", "create": true})",
                        R"("about": "x", "delimiter": "\t", "encoding": "windows-1252", "source": "old", "due_days": 2,
                           "constants": {"status": "closed", "reason": "done", "confidential": true})"));
        QVERIFY(mapping);
        QCOMPARE(mapping->format, (CsvFormat{'\t', CsvEncoding::Windows1252}));
        QCOMPARE(mapping->source, u"old"_s);
        QCOMPARE(mapping->dueDays, 2);
        QCOMPARE(mapping->fields.at(ImportField::Channel).values.value(u"App"_s), u"web"_s);
        QCOMPARE(mapping->fields.at(ImportField::Channel).fallback, u"phone"_s);
        QCOMPARE(mapping->fields.at(ImportField::Address).join, u", "_s);
        QVERIFY(mapping->fields.at(ImportField::District).isCreating);
        QCOMPARE(mapping->fields.at(ImportField::Confidential).fallback, u"true"_s);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &json, const char *words) {
            QTest::newRow(name) << json << QString::fromUtf8(words);
        };
        row("empty", "", "not JSON at line 1");
        row("cut", "{\n\"delimiter\":", "not JSON at line 2");
        row("a list", "[]", "a JSON object is needed");
        row("unknown key", mappingWith({}, R"("separator": ";")"), "unknown key 'separator'");
        row("delimiter", mappingWith({}, R"("delimiter": "::")"), "mapping: delimiter: '::'");
        row("encoding", mappingWith({}, R"("encoding": "utf8")"), "mapping: encoding: 'utf8' is none of utf-8");
        row("due days", mappingWith({}, R"("due_days": 2.5)"), "mapping: due_days");
        row("due days as text", mappingWith({}, R"("due_days": "ten")"), "mapping: due_days");
        row("no external id", R"({"fields": {}})", "mapping: external_id");
        row("external id is a number", R"({"external_id": 3, "fields": {}})", "mapping: external_id");
        row("no fields", R"({"external_id": "id"})", "mapping: fields.subject: it is needed");
        row("fields are a list", R"({"external_id": "id", "fields": []})", "mapping: fields: an object");
        row("no date", R"({"external_id": "id", "fields": {"subject": {"column": "a"}}})", "fields.received_at: it is needed");
        row("unknown field", mappingWith(R"("adress": {"column": "a"})"), "fields: unknown key 'adress'; there are subject");
        row("a rule is a text", mappingWith(R"("text": "a")"), "fields.text: a rule is needed");
        row("unknown rule key", mappingWith(R"("text": {"colum": "a"})"), "fields.text: unknown key 'colum'");
        row("no column", mappingWith(R"("text": {"default": "a"})"), "fields.text: either column or columns");
        row("two columns", mappingWith(R"("text": {"column": "a", "columns": ["b"]})"), "fields.text: either");
        row("empty columns", mappingWith(R"("text": {"columns": []})"), "fields.text: a column name");
        row("wrong default", mappingWith(R"("channel": {"column": "a", "default": "net"})"), "fields.channel.default: 'net'");
        row("wrong meaning", mappingWith(R"("channel": {"column": "a", "values": {"App": "net"}})"), "channel.values.App: 'net'");
        row("meaning is a number", mappingWith(R"("text": {"column": "a", "values": {"App": 3}})"), "text.values.App: a text");
        row("values are a list", mappingWith(R"("text": {"column": "a", "values": []})"), "text.values: an object");
        row("not a beginning", mappingWith({}, R"("constants": {"status": "waiting", "reason": "x"})"),
            "constants.status: 'waiting'");
        row("closed without reason", mappingWith({}, R"("constants": {"status": "closed"})"), "fields.reason: it is needed");
        row("format", mappingWith(R"("closed_at": {"column": "a", "format": "YYYY"})"), "closed_at.format: 'YYYY' is not a date");
        row("zone", mappingWith(R"("closed_at": {"column": "a", "zone": "Paris"})"), "closed_at.zone: 'Paris'");
        row("format of a text", mappingWith(R"("text": {"column": "a", "format": "iso"})"), "fields.text: format and zone");
        row("create a channel", mappingWith(R"("channel": {"column": "a", "create": true})"), "fields.channel: create is for");
        row("half a place", mappingWith(R"("latitude": {"column": "a"})"), "latitude and longitude go together");
        row("twice", mappingWith(R"("text": {"column": "a"})", R"("constants": {"text": "b"})"), "constants.text: it is among");
        row("empty constant", mappingWith({}, R"("constants": {"text": ""})"), "constants.text: a text is needed");
        row("constant date", mappingWith({}, R"("constants": {"closed_at": "soon"})"), "constants.closed_at: 'soon'");
        row("constant place", mappingWith({}, R"("constants": {"latitude": "48.8"})"), "constants.latitude: a place");
    }
    void mistakesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto mapping = ImportMapping::parse(json);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().code, ErrorCode::InvalidInput);
        QVERIFY2(mapping.error().detail.contains(words), qPrintable(mapping.error().detail));
    }

    void allShippedMappingsAreRight()
    {
        const QDir dir(QStringLiteral(PARVIS_SOURCE_DIR "/packaging/mappings"));
        const QStringList names = dir.entryList({u"*.json"_s});
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            const auto mapping = ImportMapping::load(dir.filePath(name));
            QVERIFY2(mapping, qPrintable(name));
        }
    }

    void anAbsentFileIsNotFound()
    {
        const auto mapping = ImportMapping::load(u"/nowhere/map.json"_s);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestImportMapping)
#include "tst_importmapping.moc"
